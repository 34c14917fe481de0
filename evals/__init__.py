"""Evaluation runs: play cases against the adviser, score the replies, and say with intervals whether it got better."""
