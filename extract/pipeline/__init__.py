"""The one spaCy pipeline and the shipped encoder: text in, Doc out."""

from whosays.extract.pipeline.component import ATTRIBUTION_SPANS, ENCODED, Located
from whosays.extract.pipeline.encoder import Encoded, Encoder, Floats
from whosays.extract.pipeline.lemmas import rule_of
from whosays.extract.pipeline.loading import COMPONENT, load_model, new_model
from whosays.extract.pipeline.parse_state import is_parsed
from whosays.extract.pipeline.pattern_scan import lowered, matches, starts_of
from whosays.extract.pipeline.quotes import SENTENCE_END, Quotation, find_quotations, uniform_marks
from whosays.extract.pipeline.token_arrays import Columns, columns
from whosays.extract.pipeline.wordpieces import FIRST, HIDDEN, LAST, TRAITS, Pieces, load_pieces, traits

__all__ = [
    "ATTRIBUTION_SPANS",
    "COMPONENT",
    "ENCODED",
    "FIRST",
    "HIDDEN",
    "LAST",
    "SENTENCE_END",
    "TRAITS",
    "Columns",
    "Encoded",
    "Encoder",
    "Floats",
    "Located",
    "Pieces",
    "Quotation",
    "columns",
    "find_quotations",
    "is_parsed",
    "load_model",
    "load_pieces",
    "lowered",
    "matches",
    "new_model",
    "rule_of",
    "starts_of",
    "traits",
    "uniform_marks",
]
