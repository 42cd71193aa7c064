"""Corrections that an article prints below its text: what an earlier version said, and what holds instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.changes.account import Account
from whosays.graph.changes.change import Difference

_NOTE: Final = re.compile(
    r"\b(?:earlier|previous|original|initial|prior) (?:version|edition)s? of (?:this|the|our) (?:\w+ )?"
    r"(?:article|story|post|report|column|piece|dispatch|item|headline|caption|chart|map|review|essay|editorial)"
    r"\b[^.]{0,60}?"
    r"\b(?:said|stated|gave|reported|misstated|misidentified|misspelled|referred|described|named|attributed|indicated"
    r"|(?:incorrectly|wrongly|mistakenly|erroneously) \w+)\b",
    re.IGNORECASE,
)


def corrections(account: Account) -> Iterator[Difference]:
    """Yield each correction: the sentence that tells what was wrong, and the next one, which tells what is right.

    A note of one sentence ("gave the wrong year; it was 1998") stands for both.
    """
    sentences = account.told.sentences
    for number, (start, end) in enumerate(sentences):
        if _NOTE.search(account.text, start, end) is None:
            continue
        after = (start, end)
        behind = sentences[number + 1] if number + 1 < len(sentences) else None
        if behind and "\n" not in account.text[end : behind[0]] and _NOTE.search(account.text, *behind) is None:
            after = behind
        yield Difference("retracted", (start, end), after, _differs(account, (start, end), after))


def _differs(account: Account, before: Span, after: Span) -> str:
    note = f"a correction: “{account.exact(before)}”"
    return note if before == after else f"{note}; now “{account.exact(after)}”"
