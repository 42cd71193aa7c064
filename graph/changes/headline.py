"""Headlines that are firmer than the text below them: what the text holds back or only has somebody say, as a fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.articles import Hop
from whosays.graph.changes.account import Account
from whosays.graph.changes.change import Difference
from whosays.graph.changes.signs import DENYING, HEDGING, REPORTING, WEAKENING
from whosays.resources import word_classes

HELD_BACK: Final = frozenset({"possible", "alleged", "probable"})
TOLD: Final = 0.75  # of the headline's telling words stand in what the text says
FEWEST: Final = 3  # telling words of a headline
NEXT: Final = 4  # words behind a hedge in which what it holds back begins
MARKS: Final = frozenset('"“”‘’?:|;–—')
LITTLE: Final = word_classes("graph")["little"] | word_classes("graph")["telling"]
_LETTERS: Final = 5  # that two forms of one word share ("resign", "resigned")


def firmer(account: Account) -> Iterator[Difference]:
    """Yield the headline where it tells as a fact what every place of the text that tells it holds back."""
    for span in account.told.headlines[:1]:
        words = account.said(span)
        marked = any(mark in account.text[slice(*span)] for mark in MARKS)
        if marked or words & (HEDGING | REPORTING | DENYING) or _speaks_in(account, span):
            continue
        telling = _telling(words)
        if len(telling) < FEWEST:
            continue
        held = _held_back_by(account, span, telling)
        if held:
            before, hedge = held[0]
            yield Difference("headlineFirmer", before, span, f"the text says so with “{hedge}”")


def _held_back_by(account: Account, title: Span, telling: frozenset[str]) -> list[tuple[Span, str]]:
    """Return the sentences that say what the headline says, each with what holds it back; none if one says it plainly.

    The holder's hedge counts, and one right before what the headline says.
    """
    hops = [hop for hop in account.attributions() if hop.contents[0][0] >= title[1] and _tells(account, hop, telling)]
    found: list[tuple[Span, str]] = []
    for hop in hops:
        sentence = account.sentence((hop.contents[0][0], hop.contents[-1][1]))
        own = hop.hedges and hop.certainty in HELD_BACK
        hedge = account.exact(hop.hedges[0]) if own else _right_before(account, sentence, telling)
        if hedge is None:
            return []
        found.append((sentence, hedge))
    for sentence in _plain_sentences(account, title, hops):
        if _held(telling, _telling(account.said(sentence))):
            hedge = _right_before(account, sentence, telling)
            if hedge is None:
                return []
            found.append((sentence, hedge))
    return sorted(found)


def _right_before(account: Account, sentence: Span, telling: frozenset[str]) -> str | None:
    """Return what holds a sentence back right before words of the headline: most of them, or behind their subject."""
    words = [account.words.words[number] for number in account.numbers(sentence)]
    own = [number for number, word in enumerate(words) if word[:_LETTERS] in telling]
    for place, word in enumerate(words):
        behind = [number for number in own if number > place]
        governs = 2 * len(behind) >= len(own) or place - 1 in own
        if word in WEAKENING and behind and behind[0] - place <= NEXT and governs:
            return word
    return None


def _speaks_in(account: Account, span: Span) -> bool:
    return any(span[0] <= cue[0] and cue[1] <= span[1] for hop in account.attributions() for cue in hop.cues)


def _tells(account: Account, hop: Hop, telling: frozenset[str]) -> bool:
    own = frozenset(word for span in hop.contents for word in account.said(span))
    return _held(telling, _telling(own))


def _held(telling: frozenset[str], there: frozenset[str]) -> bool:
    return len(telling & there) >= TOLD * len(telling)


def _plain_sentences(account: Account, title: Span, hops: list[Hop]) -> Iterator[Span]:
    """Yield the sentences of the text in which none of some attributions stands."""
    taken = [account.sentence((hop.contents[0][0], hop.contents[-1][1])) for hop in hops]
    for start, end in account.told.sentences:
        if start >= title[1] and not any(one[0] < end and start < one[1] for one in taken):
            yield start, end


def _telling(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in words if word not in LITTLE and len(word) > 2)
