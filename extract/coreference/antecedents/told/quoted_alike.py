"""Whom the lead calls "one of the drivers" and the story then names beside the very words that it has quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from whosays.extract.coreference.antecedents.descriptions import described_type
from whosays.extract.coreference.noun_phrase import DETERMINERS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent
from whosays.extract.coreference.speakers import Speakers
from whosays.extract.records import Span

FEWEST = 4  # words that two do not happen to say alike
LIGHT = DETERMINERS | {"all"}
Words = tuple[str, ...]


def quoted_alike(
    token: Token, phrase: Phrase, speakers: Speakers, contents: Sequence[tuple[Span, Span]]
) -> Referent | None:
    """Return the only one who speaks first behind a description, and of whom the story quotes the very words.

    Who was named before may only be mocked with his own words.
    """
    said = {} if phrase.plural else _quoted(speakers, speakers.own_words(token))
    others = [(content, speakers.resolved.get(source)) for content, source in contents] if said else []
    found = {
        id(referent): referent
        for content, referent in others
        if referent and _may_be(phrase, referent) and _has_any(said, _quoted(speakers, [content]))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _has_any(said: Mapping[Span, Words], others: Mapping[Span, Words]) -> bool:
    """Tell whether the same words stand in two quotations; a quotation within one another's words is only one."""
    if said.keys() & others.keys():
        return False
    return any(_alike(one, other) for one in said.values() for other in others.values())


def _may_be(phrase: Phrase, referent: Referent) -> bool:
    person = described_type(phrase) == "Person"
    fits = referent.type == "Person" if person else referent.type in ORGANISED
    return referent.named and not referent.plural and fits and not any(at < phrase.end for at in referent.spoke)


def _quoted(speakers: Speakers, spans: Sequence[Span]) -> dict[Span, Words]:
    """Return the quotations in some words that are long enough to tell who speaks, without "the" and "all"."""
    found = {at: re.findall(r"\w+", text.lower()) for at, text in speakers.quotations_in(spans).items()}
    weighty = {at: tuple(word for word in words if word not in LIGHT) for at, words in found.items()}
    return {at: words for at, words in weighty.items() if len(words) >= FEWEST}


def _alike(one: Words, other: Words) -> bool:
    """Tell whether one quotation is the other or a stretch of it."""
    short, long = sorted((one, other), key=len)
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
