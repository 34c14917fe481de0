"""The dated funding rules, one ordered list of conditions per period, and the machinery that runs them."""
