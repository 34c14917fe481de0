"""Score one record of one case: a file for each group of measures."""
