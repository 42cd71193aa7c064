"""Short names that an article introduces itself, in brackets or behind "or"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.lexicon import country_of, word_class

LONGEST_ACRONYM = 7
INTRODUCES = word_class("introduce_a_short_name")


def introduced(doc: Doc, bodies: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield name and acronym of "Main Directorate of Intelligence (HUR)" and "the directorate ..., or HUR,"."""
    ordered = sorted(bodies, key=lambda m: m.start)
    for full, short in itertools.pairwise(ordered):
        between = [t.lower_ for t in doc[full.end : short.start]]
        if not between or len(between) > 5 or not set(between) <= INTRODUCES:
            continue
        listed = short.end < len(doc) and doc[short.end].text.startswith(":")  # "(NYSE: CRV)"
        explicit = ("(" in between and not listed) or bool({"or", "known", "called"} & set(between))
        whole = " " in full.text or (between == ["("] and not country_of(short.text))  # "Carrow (CRW)"
        if explicit and whole and short.text.isupper() and len(short.text) <= LONGEST_ACRONYM:
            yield full, short
