"""Figures: the number, what is counted, and of whom."""

from whosays.extract.quantities.extractor import read_numbers
from whosays.extract.quantities.printed import printed_numbers
from whosays.extract.quantities.ranges import Quantity
from whosays.extract.quantities.setting import clause_end, read_setting
from whosays.extract.quantities.surroundings import things

__all__ = ["Quantity", "clause_end", "printed_numbers", "read_numbers", "read_setting", "things"]
