"""Whose spokesman "a spokesman" is: that of the body that has just spoken or acted."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Occurrence, Referent
from whosays.extract.lexicon import word_set
from whosays.extract.records import Span

SPOKESPEOPLE = word_set("spokesman spokeswoman spokesperson")
COMPANY = word_set("company corporate")


def is_spokesman_of_nobody(phrase: Phrase) -> bool:
    """Tell whether a phrase is "a spokesman", without a word on whose."""
    bare = phrase.determiner in ("", "a") and not phrase.owner and not phrase.tail and not phrase.plural
    return bare and phrase.kind == "noun" and phrase.head in SPOKESPEOPLE and COMPANY.issuperset(phrase.modifiers)


def spoken_for(
    cast: Cast, phrase: Phrase, spoken: Sequence[tuple[int, Referent]], attributed: Sequence[Span]
) -> Referent | None:
    """Return the body of which "a spokesman" speaks: it spoke last, or it alone is there, and is told of.

    It stands in this sentence or in the one before.  A body in somebody's words may be anybody: "Korrin has struck the
    port, a spokesman said".  An outlet that reports has no part in what others say.
    """
    here = cast.sentences[phrase.start]
    last = next(((at, r) for at, r in reversed(spoken) if at < phrase.start), None)
    if last and _is_body(last[1]) and here - cast.sentences[last[0]] <= 1:
        return last[1]
    near = [(r, o) for r in cast.referents if _is_body(r) for o in r.occurrences if _is_near(cast, o, phrase)]
    bodies = {id(r): r for r, _ in near}
    if len(bodies) != 1 or (last and here - cast.sentences[last[0]] <= 1):
        return None
    told = any(o.subject and not any(first <= o.span[0] < end for first, end in attributed) for _, o in near)
    return near[0][0] if told else None


def _is_body(referent: Referent) -> bool:
    return referent.named and not referent.plural and referent.type == "Organization"


def _is_near(cast: Cast, occurrence: Occurrence, phrase: Phrase) -> bool:
    before = occurrence.end <= phrase.start
    return before and cast.sentences[phrase.start] - occurrence.sentence <= 1
