"""Whom pronouns and descriptions mean: who may be, what speaks for each of them, and the scored choice."""
