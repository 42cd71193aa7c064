"""Who says what in a Doc: attributions found, put right and nested."""

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker import (
    POINTING,
    Layout,
    Linker,
    Tagged,
    load_linker,
    nearest,
    pair_features,
    read_linker,
    score,
)
from whosays.extract.attribution.linker_features import CONTENT, CUE, SOURCE, Pointers
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.stages import STAGES, find_attributions

__all__ = [
    "CONTENT",
    "CUE",
    "POINTING",
    "SOURCE",
    "STAGES",
    "AttributionSet",
    "Hop",
    "Layout",
    "Linker",
    "Pointers",
    "Reading",
    "Tagged",
    "find_attributions",
    "load_linker",
    "nearest",
    "pair_features",
    "read_linker",
    "score",
]
