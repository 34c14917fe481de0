"""From scores to figures with intervals, comparisons and the gate."""
