"""Figures of a Doc: quantities with their interval, what the predicate counts, and of whom.

Reads the dependency parse; a Doc without one gets the nearest words of the sentence instead.  Not read: negation
("did not lose 30 men"), vague words without a number ("many", "most"), sums over several figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from whosays.extract.measures import (
    counts_itself,
    known_measures,
    measure_of,
    nearest_measure,
    subject_of,
    word_class,
)
from whosays.extract.nonfigures import why_not_counted
from whosays.extract.numbers import NumberPhrase, find_numbers
from whosays.extract.records import Skipped
from whosays.extract.records import Span as Offsets

_SMALL_AND_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|his|her|its|our|my|your|their|all|other) $", re.IGNORECASE
)
_RATE = re.compile(r"(?: [a-z-]+){0,6}? (?:per|a|an|each|every) (second|minute|hour|day|week|month|year)\b")
_WORD = re.compile(r"\s?[\"“”‘’']?([\w’'-]+)[\"“”’']?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure that is not yet linked to the attribution that holds it.

    Offsets count characters of the Doc.  ``low`` and ``high`` are inclusive, ``None`` is open.  ``measure`` starts
    with the unit where there is one ("% killed", "USD", "km") and ends with a rate ("killed per day").
    """

    span: Offsets
    low: float | None
    high: float | None
    approximate: bool
    measure: str | None
    of: str | None
    sentence: Offsets


def figures(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a Doc in text order."""
    earlier: list[Quantity] = []
    for sentence, phrase in _phrases(doc):
        quantity = _quantity(doc, sentence, phrase, earlier)
        if isinstance(quantity, Quantity):
            earlier.append(quantity)
            yield quantity


def uncounted(doc: Doc) -> Iterator[Skipped]:
    """Yield the numbers of a Doc that are no figures, and why ("year", "age", "designation", "nothing counted")."""
    for sentence, phrase in _phrases(doc):
        reason = _quantity(doc, sentence, phrase, [])
        if isinstance(reason, str):
            yield Skipped((phrase.start, phrase.end), reason)


def _phrases(doc: Doc) -> Iterator[tuple[Offsets, NumberPhrase]]:
    sentences = list(_sentences(doc))
    for phrase in find_numbers(doc.text):
        while len(sentences) > 1 and sentences[0][1] <= phrase.core[0]:
            sentences.pop(0)
        if sentences:
            yield sentences[0], phrase


def _sentences(doc: Doc) -> Iterator[Offsets]:
    if doc.has_annotation("SENT_START"):
        spans = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    else:
        spans = [match.span() for match in re.finditer(r"[^\n]+", doc.text)]
    for start, end in spans:
        text = doc.text[start:end]
        yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def _quantity(doc: Doc, sentence: Offsets, phrase: NumberPhrase, earlier: list[Quantity]) -> Quantity | str:
    reason = why_not_counted(doc.text, phrase)
    if reason:
        return reason
    measure, of = (
        _parsed(doc, phrase, earlier) if doc.has_annotation("DEP") else _nearest(doc, sentence, phrase)
    )
    if _strong(doc, phrase):
        measure = "strong"
    if _weak(doc.text, phrase) and measure not in known_measures("verb").values():
        return "small number of known things"
    if not (measure or of or phrase.unit):
        return "nothing counted"
    measure = (
        " ".join(part for part in (phrase.unit, measure, _rate(doc.text, phrase, sentence)) if part) or None
    )
    return Quantity(
        (phrase.start, phrase.end), phrase.low, phrase.high, phrase.approximate, measure, of, sentence
    )


def _strong(doc: Doc, phrase: NumberPhrase) -> bool:
    return bool(re.match(r"[- ]strong\b", doc.text[phrase.end : phrase.end + 8]))


def _weak(text: str, phrase: NumberPhrase) -> bool:
    """Whether only a telling predicate makes it a figure: "one", "the two", "a couple" say little by themselves."""
    bare = text[slice(*phrase.core)].lower()
    if phrase.start != phrase.core[0] or phrase.unit:
        return False
    definite = _SMALL_AND_DEFINITE.search(text, max(0, phrase.start - 8), phrase.start)
    return bare in ("one", "zero", "a couple") or bool(definite and (phrase.high or 0) <= 12)


def _rate(text: str, phrase: NumberPhrase, sentence: Offsets) -> str | None:
    match = _RATE.match(text, phrase.end, sentence[1])
    return f"per {match[1]}" if match else None


def _parsed(doc: Doc, phrase: NumberPhrase, earlier: list[Quantity]) -> tuple[str | None, str | None]:
    number = doc.char_span(phrase.core[0], phrase.end, alignment_mode="expand")
    if number is None:
        return None, None
    top, head = _counted(number)
    measure = measure_of(top, head)
    if head.lower_ in word_class("pronouns"):
        return measure, _resolved(measure_of(head, head), earlier)
    if counts_itself(head) or head in number:
        return measure, _group(top, head)
    return measure, _noun_phrase(head, number)


def _counted(number: Span) -> tuple[Token, Token]:
    """The topmost token of the quantity's noun phrase and the counted noun ("thousands", "troops")."""
    root = number.root
    if root.dep_ in (
        "nummod",
        "amod",
        "det",
        "compound",
        "nmod:npmod",
        "advmod",
        "obl:npmod",
        "nmod:desc",
    ) and (root.head.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "PRON") and root.head.i >= number.start):
        return root.head, root.head
    for child in root.children:
        if (
            child.dep_.startswith("nmod")
            and child.i > root.i
            and any(c.lower_ in ("of", "in") for c in child.children)
        ):
            return root, child
    return root, root


def _noun_phrase(head: Token, number: Span) -> str | None:
    """The counted noun with the modifiers before it, without determiners, numbers and quotation marks."""
    first = head
    for token in reversed(list(head.doc[head.left_edge.i : head.i])):
        inside = token.i >= number.end or number.start > head.i
        if not inside or token.dep_ in ("case", "det", "nummod", "punct", "cc") and token.lower_ != "-":
            break
        first = token
    last = head
    for child in head.rights:
        if child.i == last.i + 1 and child.dep_ in ("flat", "compound", "goeswith"):
            last = child
    return head.doc[first.i : last.i + 1].text.strip(" \"'“”‘’") or None


def _resolved(predicate: str | None, earlier: list[Quantity]) -> str | None:
    """Whom "half of those who took part" counts: those that an earlier figure has taking part, else the last ones."""
    named = [quantity for quantity in earlier if quantity.of]
    same = [quantity.of for quantity in named if predicate and quantity.measure == predicate]
    return same[-1] if same else named[-1].of if named and predicate is None else None


def _group(top: Token, head: Token) -> str | None:
    """Whose casualties: "fatalities among the marines", "civilian deaths", "the brigade lost 30"."""
    for child in head.children:
        if child.dep_ in ("nmod", "obl") and any(
            c.lower_ in ("of", "among", "amongst") for c in child.children
        ):
            return (
                None
                if child.lower_ in word_class("pronouns")
                else _noun_phrase(child, child.doc[head.i : head.i + 1])
            )
    for child in head.children:
        if child.dep_ == "amod" and child.tag_ == "JJ" and not counts_itself(child) and not child.like_num:
            return child.doc[child.left_edge.i : child.i + 1].text
    subject = subject_of(top.head)
    while subject is not None and (subject is top or top in subject.subtree or counts_itself(subject)):
        higher = subject.head.head if subject.head.dep_ in ("acl:relcl", "advcl", "conj", "xcomp") else None
        subject = subject_of(higher) if higher is not None and higher.i < top.i else None
    return None if subject is None else _named_group(subject)


def _named_group(subject: Token) -> str | None:
    if subject.lower_ in word_class("pronouns"):
        nouns = [
            c
            for c in subject.children
            if c.dep_ in ("appos", "parataxis", "dep") and c.tag_ in ("NNS", "NNPS")
        ]
        subject = nouns[0] if nouns else subject
    plural = subject.tag_ in ("NNS", "NNPS") or subject.pos_ in ("NOUN", "PROPN")
    if (
        not plural
        or subject.lower_ in word_class("pronouns")
        or known_measures("noun").get(subject.lemma_.lower())
    ):
        return None
    return _noun_phrase(subject, subject.doc[subject.left_edge.i : subject.left_edge.i])


def _nearest(doc: Doc, sentence: Offsets, phrase: NumberPhrase) -> tuple[str | None, str | None]:
    """Without a parse: the words after the number up to a function word, the nearest word that measures."""
    measure = nearest_measure(doc.text[phrase.end : sentence[1]], doc.text[sentence[0] : phrase.start])
    position, words = phrase.end, list[str]()
    while len(words) < 4 and (match := _WORD.match(doc.text, position, sentence[1])):
        skipped = match[1].lower() == "of" and not words
        if not skipped and (match[1].lower() in word_class("uncounted") or nearest_measure(match[1], "")):
            break
        words += [] if skipped else [match[1]]
        position = match.end()
    return measure, " ".join(words) or None
