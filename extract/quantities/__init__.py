"""Figures: the number, what is counted, and of whom."""

from whosays.extract.quantities.extractor import Quantity, read_numbers

__all__ = ["Quantity", "read_numbers"]
