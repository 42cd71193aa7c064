"""Who says what in a Doc: attributions found, put right and nested."""

from whosays.extract.attribution.attribution import Hop, without
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
from whosays.extract.attribution.stages import find_hops

__all__ = [
    "CONTENT",
    "CUE",
    "POINTING",
    "SOURCE",
    "Hop",
    "Layout",
    "Linker",
    "Pointers",
    "Tagged",
    "find_hops",
    "load_linker",
    "nearest",
    "pair_features",
    "read_linker",
    "score",
    "without",
]
