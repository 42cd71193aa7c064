"""What somebody who tells a claim again, in other words, changed of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.articles import SUPPORT, Counted, Hop
from whosays.graph.changes.account import Account
from whosays.graph.changes.change import Difference
from whosays.graph.changes.copied import FIRM, says_so
from whosays.graph.changes.figures import told_below
from whosays.graph.changes.headline import HELD_BACK, LITTLE
from whosays.graph.changes.signs import HEDGING, REPORTING, WEAKENING
from whosays.graph.wording import EARLIER

NEARLY: Final = 0.7  # of the words of either: then it is the same sentence, and not what has become known since


def restated(
    earlier: Account, here: Hop, later: Account, there: Hop, publisher: str | None = None
) -> Iterator[Difference]:
    """Yield what changed between two tellings of one claim; ``here`` and ``there`` hold it in the end.

    ``publisher`` is that of the earlier one: the later may have it from there.
    """
    if here.stance not in SUPPORT or there.stance not in SUPPORT or not here.contents or not there.contents:
        return
    if there.source.endswith("#voice"):
        if not here.source.endswith("#voice") and says_so(earlier, here) and _nearly(earlier, here, later, there):
            yield from _as_fact(earlier, here, later, there)
        return
    speaker = earlier.entities.get(here.source)
    again = later.entities.get(there.source)
    if again is None or again not in (speaker, publisher):
        return
    if _firmer((earlier, here), (later, there)) and later.said(_place(later, there)).isdisjoint(HEDGING):
        gone = f"“{earlier.exact(here.hedges[0])}” is gone"
        yield Difference("hedgeLost", _place(earlier, here), _place(later, there), gone)
    if _firmer((later, there), (earlier, here)) and earlier.said(_place(earlier, here)).isdisjoint(HEDGING):
        put_in = f"“{later.exact(there.hedges[0])}” is put in"
        yield Difference("hedgeAdded", _place(earlier, here), _place(later, there), put_in)


def bound(
    earlier: Account, here: tuple[Span, Counted], later: Account, there: tuple[Span, Counted]
) -> Iterator[Difference]:
    """Yield a figure that lost its bound: "at least 100" becomes "100"."""
    was, now = here[1], there[1]
    open_ = (was.low is None) != (was.high is None)
    if EARLIER in now.marks:
        return  # "up from 41": another number is what it tells
    if now.low is not None and told_below(later, there[0], now.low, bounded=True):
        return
    if open_ and now.low == now.high and now.low in (was.low, was.high) and not was.vague and not now.vague:
        words = earlier.exact(here[0]), later.exact(there[0])
        if later.said(later.sentence(there[0])).isdisjoint(HEDGING | {"least", "most", "over"}):
            yield Difference(
                "boundDropped", earlier.sentence(here[0]), later.sentence(there[0]), f"“{words[0]}” became “{words[1]}”"
            )


def _firmer(one: tuple[Account, Hop], other: tuple[Account, Hop]) -> bool:
    """Tell whether one of two hops holds back, by a word of it, and the other does not; "will" is only yet to come."""
    (account, held), (there, firm) = one, other
    holds_back = held.certainty in HELD_BACK and any(account.said(span) & WEAKENING for span in held.hedges)
    weak = any(there.said(span) & WEAKENING for span in (*firm.hedges, *firm.contents))
    plain = (not firm.hedges and firm.certainty in FIRM) or firm.certainty == "expected"
    return holds_back and plain and not weak


def _nearly(earlier: Account, here: Hop, later: Account, there: Hop) -> bool:
    """Tell whether both say it in nearly the same words."""
    said = [
        frozenset(word for span in hop.contents for word in account.said(span) if word not in LITTLE)
        for account, hop in ((earlier, here), (later, there))
    ]
    shared = len(said[0] & said[1])
    return bool(shared) and all(shared >= NEARLY * len(words) for words in said)


def _as_fact(earlier: Account, here: Hop, later: Account, there: Hop) -> Iterator[Difference]:
    after = _place(later, there)
    if _told_as_fact(later, after):
        who = earlier.exact((here.sources[0][0], here.sources[-1][1]))
        yield Difference("sourceDropped", _place(earlier, here), after, f"“{who}” said so; here it is told as a fact")


def _told_as_fact(account: Account, span: Span) -> bool:
    near = account.around(span)
    speaks = any(
        each[0] < near[1] and near[0] < each[1] for hop in account.attributions() for each in (*hop.contents, *hop.cues)
    )
    headline = any(one[0] <= span[0] and span[1] <= one[1] for one in account.told.headlines)
    return not speaks and not headline and not account.has_quotes(near) and account.said(near).isdisjoint(REPORTING)


def _place(account: Account, hop: Hop) -> Span:
    spans = [span for span in (*hop.contents, *hop.cues) if abs(span[0] - hop.contents[0][0]) < 1000]
    return account.sentence((min(start for start, _ in spans), max(end for _, end in spans)))
