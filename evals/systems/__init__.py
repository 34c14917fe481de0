"""What can be evaluated: the adviser, simpler systems to hold it against, and builds broken on purpose."""
