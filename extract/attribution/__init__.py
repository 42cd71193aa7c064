"""Who says what in a Doc: attributions found, put right and nested."""

from whosays.extract.attribution.addressees import outlets_at, told_to
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.confidence import Page, resolved_features, weighed
from whosays.extract.attribution.kind_rules import kind_by_stance
from whosays.extract.attribution.kinds import ACT, KINDS, KindReader, hop_features
from whosays.extract.attribution.kinds_model import Judge, load_judge, read_judge
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
    "ACT",
    "CONTENT",
    "CUE",
    "KINDS",
    "POINTING",
    "SOURCE",
    "STAGES",
    "AttributionSet",
    "Hop",
    "Judge",
    "KindReader",
    "Layout",
    "Linker",
    "Page",
    "Pointers",
    "Reading",
    "Tagged",
    "find_attributions",
    "hop_features",
    "kind_by_stance",
    "load_judge",
    "load_linker",
    "nearest",
    "outlets_at",
    "pair_features",
    "read_judge",
    "read_linker",
    "resolved_features",
    "score",
    "told_to",
    "weighed",
]
