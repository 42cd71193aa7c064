"""What the parse says of spans and clauses."""

from whosays.extract.syntax.clauses import (
    FINITE,
    HEARSAY,
    INFORMING,
    PHRASE,
    around_aside,
    behind_colon,
    case_of,
    cue_of,
    is_aside,
    is_passive,
    name_before,
    pronoun_before,
    quotation_behind,
    reported_clause,
    speaker,
    with_name,
)
from whosays.extract.syntax.pointers import pointer
from whosays.extract.syntax.raising import raised_clause
from whosays.extract.syntax.spans import holds, overlap, positions, sentence_of, sentence_spans, subtree, trimmed
from whosays.extract.syntax.terms import claim_terms, phrase_terms, place_ending

__all__ = [
    "FINITE",
    "HEARSAY",
    "INFORMING",
    "PHRASE",
    "around_aside",
    "behind_colon",
    "case_of",
    "claim_terms",
    "cue_of",
    "holds",
    "is_aside",
    "is_passive",
    "name_before",
    "overlap",
    "phrase_terms",
    "place_ending",
    "pointer",
    "positions",
    "pronoun_before",
    "quotation_behind",
    "raised_clause",
    "reported_clause",
    "sentence_of",
    "sentence_spans",
    "speaker",
    "subtree",
    "trimmed",
    "with_name",
]
