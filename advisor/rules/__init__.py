"""Deterministic, dated rules: who is funded, who may start, what fits next."""
