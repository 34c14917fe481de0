"""Read data sets of other shapes into cases."""
