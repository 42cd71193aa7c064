"""Records of made-up articles, read as far as that goes without a model: terms, settings and the names they are about.

The terms are rough: a word is its own lemma, the first one in "-ed" or behind a form of "be" or "have" is the
predicate, and what stands before it is its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from whosays.extract.articles import credits_of
from whosays.extract.lexicon import singular
from whosays.extract.quantities import printed_numbers, read_setting
from whosays.extract.records import ArticleRecord, Attribution, Claim, Entity, Figure, Span
from whosays.extract.syntax import pointer

_WORD: Final = re.compile(r"[^\W_]+")
_SENTENCE: Final = re.compile(r"[^\s](?:[^\n.!?]|[.!?](?![\"'”’)\]]*\s))*(?:[.!?][\"'”’)\]]*)?")
_NAME: Final = re.compile(r"(?<![.!?\"\n] )(?<!^)\b[A-Z][^\W\d_]{2,}", re.MULTILINE)
_LEFT_OUT: Final = frozenset("a an the that it its they he she to of in at on by for since and people there".split())
_HELPERS: Final = frozenset("is are was were be been had has have could".split())
_NOT: Final = frozenset(["no", "not"])
_BEFORE_NOUNS: Final = frozenset(["a", "an", "the", "old"])
_PARTICIPLES: Final = frozenset(["stuck", "blown", "broke"])


def as_read(record: ArticleRecord) -> ArticleRecord:
    """Return a record with what its claims, figures and names are compared by."""
    inner = {hop.id: [other for other in record.attributions if other.inside == hop.id] for hop in record.attributions}
    contents = {hop.content: inner[hop.id] for hop in record.attributions if hop.content}
    contents |= {(figure.sentence,): [] for figure in record.figures if figure.attribution is None}
    return replace(
        record,
        claims=tuple(_claim(record.text, *each) for each in contents.items()),
        figures=tuple(_set(figure, record.text) for figure in record.figures),
        entities=tuple(
            replace(each, singulars=rough_singulars(_called(record.text, each))) for each in record.entities
        ),
        sentences=tuple(_sentences(record.text)),
        numbers=tuple(printed_numbers(record.text)),
        credits=tuple(credits_of(record.text, record.wire)),
        context=tuple(sorted({name.lower() for name in _NAME.findall(record.text)})),
    )


def _claim(text: str, content: tuple[Span, ...], voices: list[Attribution]) -> Claim:
    words = text[slice(*content[0])] if len(content) == 1 else ""
    return Claim(content, _terms(text, content, voices), points=pointer(words))


def rough_singulars(words: str) -> tuple[str, ...]:
    """Return the words in small letters that look like plurals, with their singulars."""
    found = sorted({word for word in _WORD.findall(words) if word.islower() and len(word) > 2})
    return tuple(f"{word} {singular(word)}" for word in found if singular(word) != word)


def _called(text: str, entity: Entity) -> str:
    return " ".join((entity.name, *entity.aliases, *(text[slice(*span)] for span in entity.mentions)))


def _sentences(text: str) -> Iterator[Span]:
    yield from (match.span() for match in _SENTENCE.finditer(text))


def rough_terms(text: str) -> str:
    """Return the terms of a claim."""
    return " ".join(term for _, term in _placed(text))


def _terms(text: str, content: tuple[Span, ...], voices: list[Attribution]) -> str:
    spans = [span for hop in voices for span in (*hop.content, *hop.cue, *((hop.source,) if hop.source else ()))]
    within = [(start, end) for start, end in spans if (start, end) not in content]
    return " ".join(
        f"{term}i" if any(low <= start + at < high for low, high in within) else term
        for start, end in content
        for at, term in _placed(text[start:end])
    )


def _placed(text: str) -> Iterator[tuple[int, str]]:
    words = list(_WORD.finditer(text))
    low = [word[0].lower() for word in words]
    verb = next((i for i, word in enumerate(low) if _is_verb(low, i)), len(low))
    for number, (word, match) in enumerate(zip(low, words, strict=True)):
        if word not in _LEFT_OUT | _HELPERS | _NOT:
            name = number and match[0][0].isupper()
            kind = "D" if word.isdigit() else "M" if name else "V" if _is_participle(word) else "N"
            role = "s" if number < verb else "p" if number == verb else "o"
            denied = bool(_NOT & set(low[max(0, number - 2) : number]))
            yield match.start(), f"{word}/{kind}/{role}/{'nf' if denied else ''}"


def _is_verb(low: list[str], at: int) -> bool:
    before = low[at - 1] if at else ""
    if low[at] in _HELPERS | _NOT | _LEFT_OUT:
        return False
    return before in _HELPERS or (_is_participle(low[at]) and before not in _BEFORE_NOUNS)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


def _set(figure: Figure, text: str) -> Figure:
    start, end = figure.sentence
    told = read_setting(text[start:end], figure.span[0] - start, figure.span[1] - figure.span[0], figure.of or "")
    return replace(figure, setting=told)
