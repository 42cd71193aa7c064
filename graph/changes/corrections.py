"""Corrections that an article prints below its text: what an earlier version said, and what holds instead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from whosays.extract.records import Span
from whosays.graph.changes.account import Account
from whosays.graph.changes.change import Difference
from whosays.resources import word_classes

_CLASSES: Final = word_classes("graph")
BEFORE: Final = _CLASSES["of_before"]
VERSIONS: Final = _CLASSES["versions"]
ARTICLES: Final = _CLASSES["articles"]
MISTAKEN: Final = _CLASSES["told_wrong"]
NEAR: Final = 4  # words behind "an earlier version" in which it is told of what
FAR: Final = 16  # words behind them in which it is told that it said something


def corrections(account: Account) -> Iterator[Difference]:
    """Yield each correction: the sentence that tells what was wrong, and the next one, which tells what is right.

    A note of one sentence ("gave the wrong year; it was 1998") stands for both.
    """
    sentences = account.told.sentences
    for number, (start, end) in enumerate(sentences):
        if not _is_note(account, (start, end)):
            continue
        after = (start, end)
        behind = sentences[number + 1] if number + 1 < len(sentences) else None
        if behind and "\n" not in account.text[end : behind[0]] and not _is_note(account, behind):
            after = behind
        yield Difference("retracted", (start, end), after, _differs(account, (start, end), after))


def _is_note(account: Account, span: Span) -> bool:
    """Tell whether a sentence tells what an earlier version of an article said."""
    words = [account.words.words[number] for number in account.numbers(span)]
    for place, (one, other) in enumerate(pairwise(words), 2):
        if one in BEFORE and other in VERSIONS and ARTICLES.intersection(words[place : place + NEAR]):
            return bool(MISTAKEN.intersection(words[place + 1 : place + FAR]))
    return False


def _differs(account: Account, before: Span, after: Span) -> str:
    note = f"a correction: “{account.exact(before)}”"
    return note if before == after else f"{note}; now “{account.exact(after)}”"
