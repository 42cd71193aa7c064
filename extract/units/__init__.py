"""Military units: their names, whose they are, what they are part of."""

from whosays.extract.units.allegiance import affiliated, affiliations
from whosays.extract.units.extractor import units

__all__ = ["affiliated", "affiliations", "units"]
