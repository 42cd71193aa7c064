"""Quotations that a copy cut short inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from whosays.graph.changes.account import Account
from whosays.graph.changes.alignment import Alignment
from whosays.graph.changes.change import Difference

QUOTED: Final = 5  # words: fewer are a phrase
GONE: Final = 4  # words that are left out of the sentence
AHEAD: Final = 40  # words in which the rest of the quotation may follow


def trimmed(found: Alignment) -> Iterator[Difference]:
    """Yield the quotations of which the later article leaves out how the sentence goes on, or how it begins."""
    whole = {number: run for run in _quotations(found.earlier) for number in run}
    back = {there: here for here, there in found.to.items()}
    for run in _quotations(found.later):
        if len(run) < QUOTED or not all(number in back for number in run) or _is_fragment(found.later, run):
            continue
        first, last = back[run[0]], back[run[-1]]
        if last - first != run[-1] - run[0] or whole.get(first) is None or whole.get(first) is not whole.get(last):
            continue
        original = whole[first]
        rest = _within(found.earlier, range(last + 1, original[-1] + 1), behind=True)
        start = _within(found.earlier, range(original[0], first), behind=False)
        for cut, gone in (("ends", rest), ("begins", start)):
            if len(gone) >= GONE and not any(number in found.to for number in gone) and not _follows(found, gone, run):
                left = found.earlier.exact(found.earlier.words.covers(gone[0], gone[-1]))
                yield Difference(
                    "quotationTrimmed",
                    found.earlier.sentence(found.earlier.words.covers(first, last)),
                    found.later.sentence(found.later.words.covers(run[0], run[-1])),
                    f"the quotation {cut} without “{left}”",
                )


def _is_fragment(account: Account, run: range) -> bool:
    """Tell whether a quotation goes on with what the sentence begins in its own words: because it “will hold”."""
    return account.text[account.words.spans[run[0]][0]].islower()


def _quotations(account: Account) -> list[range]:
    """Return the words of each quotation, by number."""
    found: list[range] = []
    begin: int | None = None
    for number, inside in enumerate((*account.words.quoted, False)):
        between = (
            account.text[account.words.spans[number - 1][1] : account.words.spans[number][0]]
            if 0 < number < len(account.words.spans)
            else ""
        )
        if begin is not None and (not inside or any(mark in between for mark in '"“”') or "\n" in between):
            found.append(range(begin, number))
            begin = None
        if inside and begin is None:
            begin = number
    return found


def _within(account: Account, numbers: range, *, behind: bool) -> range:
    """Return the words that are in the same sentence: up to its end, or from its beginning."""
    spans = account.words.spans
    ordered: Iterable[int] = numbers if behind else reversed(numbers)
    kept: list[int] = []
    for number in ordered:
        other = number - 1 if behind else number + 1
        low, high = min(number, other), max(number, other)
        if any(mark in account.text[spans[low][1] : spans[high][0]] for mark in ".!?…\n;[]"):
            break
        kept.append(number)
    return range(min(kept), max(kept) + 1) if kept else range(0)


def _follows(found: Alignment, gone: range, run: range) -> bool:
    """Tell whether the words that seem left out stand near in the later article, perhaps in another order."""
    near = found.later.words.words[max(0, run[0] - AHEAD) : run[-1] + AHEAD]
    lost = [found.earlier.words.words[number] for number in gone]
    telling = [word for word in lost if len(word) > 3] or lost
    return sum(word in near for word in telling) > len(telling) / 2
