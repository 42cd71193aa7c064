"""What a copy changed in the sentences that it took over: seen by laying the words side by side.

A change is told only where the words on both sides of it were kept, and where nothing else in the sentence, or beside
it, does what the lost words did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from whosays.extract.records import Span
from whosays.graph.articles import SUPPORT, Hop
from whosays.graph.changes.account import Account
from whosays.graph.changes.alignment import Alignment
from whosays.graph.changes.change import Difference
from whosays.graph.changes.figures import figure_differences
from whosays.graph.changes.quotations import trimmed
from whosays.graph.changes.signs import HEDGING, REPORTING, WEAKENING

TAKEN: Final = 0.8  # of the words of what is said stand in the copy
FEWEST: Final = 6  # words: fewer are no claim
STRETCHED: Final = 1.4  # how much longer the stretch may be that they stand in
WIDE: Final = 5  # words that a hedge goes with, and that stand in their place
SAME: Final = 0.7  # of the words of two contents
FIRM: Final = frozenset({"certain", "unspecified"})
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "who"})
SAID: Final = frozenset({"speech", "document"})


def copied(found: Alignment) -> Iterator[Difference]:
    """Yield what the later of two articles changed in the words that it took from the earlier one."""
    yield from _lost_hedges(found)
    yield from _added_hedges(found)
    yield from figure_differences(found)
    yield from trimmed(found)
    for hop in found.earlier.attributions():
        region = _region(found, hop)
        if region:
            yield from _dropped_source(found, hop, region)
            yield from _shortened(found, hop, region)


def _lost_hedges(found: Alignment) -> Iterator[Difference]:
    for span, gap_after, words in _hedges_gone(found):
        before, after = found.earlier.sentence(span), found.later.sentence(gap_after)
        yield Difference("hedgeLost", before, after, f"“{words}” is gone")


def _added_hedges(found: Alignment) -> Iterator[Difference]:
    for span, gap_before, words in _hedges_gone(found.turned()):
        before, after = found.earlier.sentence(gap_before), found.later.sentence(span)
        yield Difference("hedgeAdded", before, after, f"“{words}” is put in")


def _hedges_gone(found: Alignment) -> Iterator[tuple[Span, Span, str]]:
    """Yield the words of the first article that hold back, where nothing does in their place, nor in the sentence."""
    words = found.earlier.words
    for number, word in enumerate(words.words):
        if word not in WEAKENING or number in found.to or found.earlier.text[words.spans[number][0]].isupper():
            continue
        span = words.spans[number]
        gap = found.gap(span)
        if gap is None or len(gap.before) > WIDE or len(gap.after) > WIDE:
            continue
        there = found.later.said(found.later.sentence(gap.around_after))
        if there.isdisjoint(HEDGING):
            yield span, gap.around_after, found.earlier.exact(span)


def _region(found: Alignment, hop: Hop) -> Span | None:
    """Return where what is said stands in the copy, in one stretch; ``None`` where it does not, or not all of it."""
    own = found.earlier.of_spans(hop.contents)
    there = found.images(own)
    if len(own) < FEWEST or len(there) < TAKEN * len(own) or there[-1] - there[0] + 1 > STRETCHED * len(own):
        return None
    return found.later.words.covers(there[0], there[-1])


def _dropped_source(found: Alignment, hop: Hop, region: Span) -> Iterator[Difference]:
    """Find what somebody said told as a fact: nobody says it in the copy, and nobody speaks beside it."""
    earlier, later = found.earlier, found.later
    if not says_so(earlier, hop):
        return
    own = later.sentence(region)
    if any(_overlap(span, own) for each in later.attributions() for span in (*each.contents, *each.cues)):
        return
    if later.has_quotes(own) or not later.said(own).isdisjoint(REPORTING) or _goes_on(found, hop, own):
        return
    if any(span[0] <= region[0] and region[1] <= span[1] for span in later.told.headlines):
        return
    if earlier.has_quotes(earlier.sentence(hop.contents[0])):
        return  # a quotation without its marks is another matter
    if any(number in found.to for number in earlier.of_spans((*hop.sources[-1:], *hop.cues))):
        return
    told = earlier.exact((hop.sources[0][0], hop.sources[-1][1]))
    yield Difference(
        "sourceDropped", _whole(earlier, hop), later.sentence(region), f"“{told}” said so; here it is told as a fact"
    )


def says_so(account: Account, hop: Hop) -> bool:
    """Tell whether somebody is plainly told to say so: by a word of saying, not by what they plan or show."""
    saying = not REPORTING.isdisjoint(account.words.words[number] for number in account.of_spans(hop.cues))
    return saying and hop.kind in SAID and hop.stance in SUPPORT and bool(hop.sources)


def _goes_on(found: Alignment, hop: Hop, own: Span) -> bool:
    """Tell whether somebody may well still be speaking: in the sentence before, or the same voice, or "he", beside."""
    later, near = found.later, found.later.around(own)
    before = near[0], own[0]
    if "\n" not in later.text[slice(*before)].strip() and not later.said(before).isdisjoint(REPORTING):
        return True
    name = found.earlier.exact(hop.sources[-1]).split()[-1].lower()
    speaking = [
        other for other in later.attributions() if any(_overlap(span, near) for span in (*other.contents, *other.cues))
    ]
    return any(
        not other.sources or later.exact(other.sources[-1]).split()[-1].lower() in {name, *PRONOUNS}
        for other in speaking
    )


def _shortened(found: Alignment, hop: Hop, region: Span) -> Iterator[Difference]:
    """Find who passed it on in the original and is left out in the copy, where the one who says it is the same."""
    before = found.earlier.voices(hop)
    if len(before) < len(("who says it", "who passes it on")):
        return
    numbers = set(found.later.numbers(region))
    for other in found.later.attributions():
        own = set(found.later.of_spans(other.contents))
        if not own or len(own & numbers) < SAME * max(len(own), len(numbers)):
            continue
        after = found.later.voices(other)
        if (
            after
            and after[0] == before[0]
            and len(after) < len(before)
            and before[0] in found.earlier.entities.values()
        ):
            gone = [voice for voice in before[1:] if voice not in after]
            between = [_called(found.earlier, hop, voice) for voice in gone]
            if any(found.later.exact(cue).lower().endswith("told") for cue in other.cues):
                return  # another outlet takes the place of the one that is gone
            near = found.later.said(found.later.around(region))
            if between and all(words and words.split()[-1].lower() not in near for words in between):
                yield Difference(
                    "chainShortened",
                    _whole(found.earlier, hop),
                    found.later.sentence(region),
                    f"{' and '.join(between)} no longer passes it on",
                )
        return


def _called(account: Account, hop: Hop, voice: str) -> str:
    """Return the words by which a sentence of what is said calls a voice in its chain; empty where it does not."""
    here: Hop | None = hop
    whole = _whole(account, hop)
    while here is not None:
        named = here.sources and whole[0] <= here.sources[0][0] < whole[1]
        if named and account.entities.get(here.source, here.source) == voice:
            return account.exact((here.sources[0][0], here.sources[-1][1]))
        here = account.hops.get(here.parent or "")
    return ""


def _whole(account: Account, hop: Hop) -> Span:
    spans = (*hop.contents, *hop.cues, *hop.sources)
    near = [span for span in spans if abs(span[0] - hop.contents[0][0]) < 1500]
    return account.sentence((min(start for start, _ in near), max(end for _, end in near)))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def same_words(found: Alignment) -> Iterator[tuple[Hop, Hop]]:
    """Yield who says it in the original and who says it in the copy, where what is said was taken over."""
    for hop in found.earlier.attributions():
        region = _region(found, hop)
        if region:
            numbers = set(found.later.numbers(region))
            for other in found.later.attributions():
                own = set(found.later.of_spans(other.contents))
                if own and len(own & numbers) >= SAME * max(len(own), len(numbers)):
                    yield hop, other
