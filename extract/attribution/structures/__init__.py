"""Structures beyond the sentence: turns of a dialogue, lists, posts, block quotations, letters."""
