"""What counts some of those that another number counts: "four of those killed", "12 of whom", "including 9 hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from spacy.tokens import Token

from whosays.extract.quantities.quantity import Quantity
from whosays.extract.records import Span
from whosays.extract.syntax import is_passive

RELATIVES: Final = frozenset(("whom", "which"))  # they stand for what the sentence has just named
_LIST: Final = re.compile(r"\b(?:including|among them)\b")
_LIST_ENDS: Final = re.compile(r"\s[–—-]+\s|[)—]|, (?:and|with|while)\b")
_POINTED_AT: Final = re.compile(r" of (?:those|these)\b")


def points_back(text: str, end: int) -> bool:
    """Tell "four of those killed", who are some of people told of before, from "four killed"."""
    return _POINTED_AT.match(text, end) is not None


def resolved(predicate: str | None, earlier: Iterable[Quantity], sentence: Span | None = None) -> str | None:
    """Whom "half of those who took part" counts: those that an earlier figure has taking part, else the last.

    Given a sentence, only figures in it are looked at.
    """
    named = [each for each in earlier if each.of and sentence in (None, each.sentence)]
    same = [each.of for each in named if predicate and each.measure == predicate]
    return same[-1] if same else named[-1].of if named and predicate is None else None


def is_said_of_last(sentence: Span, earlier: Sequence[Quantity], head: Token) -> bool:
    """Tell whether a bare number counts more of what the figure before it in the sentence counts."""
    return head.tag_ == "CD" and bool(earlier) and earlier[-1].sentence == sentence and bool(earlier[-1].of)


def group_before(text: str, sentence: Span, earlier: Iterable[Quantity], start: int) -> str | None:
    """Return whom figures before one in its sentence count: "40 people dead and more than 60 wounded".

    Behind a closed list of some of them these are all: "31 people died, including three women, and 40 were hurt".
    """
    named = [each for each in earlier if each.of and each.sentence == sentence]
    return named[_last_of_all(text, [each.span for each in named], start)].of if named else None


def _last_of_all(text: str, figures: Sequence[Span], start: int) -> int:
    opened = [match.start() for match in _LIST.finditer(text, figures[0][1], start)]
    if not opened or not _LIST_ENDS.search(text, figures[-1][1], start):
        return -1
    return max(number for number, (_, end) in enumerate(figures) if end <= opened[-1])


def is_of_all(clause: Token) -> bool:
    """Tell "30 men [guarding the dam]" from an aim ("to guard it") and from what some are ("including 9 hurt")."""
    aim = clause.tag_ == "VB" and not is_passive(clause)
    return not aim and all(token.lower_ != "including" for token in clause.doc[clause.head.i + 1 : clause.i])
