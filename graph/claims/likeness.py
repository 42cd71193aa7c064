"""How likely two nodes say the same: two figures of one frame, two claims by a rule or to what was learned.

Taken by themselves and by what their two articles tell around them, so that nothing which comes later undoes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from whosays.graph.articles import Counted
from whosays.graph.claims.apart import are_apart, denies_more, of_other_states, tells_of_harm
from whosays.graph.claims.common_words import one_voice, overlap, trees, worth_weighing
from whosays.graph.claims.cores import LIKELY
from whosays.graph.claims.matcher import Node
from whosays.graph.claims.neighbours import among_neighbours
from whosays.graph.claims.paraphrase import SUREST, chance, read_together, readable
from whosays.graph.claims.similarity import denied_by, laid_out, same_happening, same_words
from whosays.graph.claims.words_as_written import words_in
from whosays.graph.wording import (
    BESIDES,
    Token,
    Wording,
    counted_words,
    is_subset,
    is_toll,
    of_one_incident,
    other_time,
    same_counted,
)
from whosays.resources import word_classes

_TREATING: Final = word_classes("graph")["treating"]
_WITHIN: Final = word_classes("graph")["leads_to_a_part"]
_PARTS: Final = frozenset({"s", "o", "of"})  # roles of whom it is done to
NAMED: Final = 2  # words of a name, for whoever holds two claims to be one
SMALL: Final = 8  # dead of whom another incident may have just as many
FEW: Final = 5  # of whom another one of the same article may
SAME_TIME: Final = 1.5
DOUBTED: Final = 0.5  # log odds of the trees: with less, a rule does not suffice for what two voices say or deny
UNLIKELY: Final = -2.0  # the same, where one says flatly that it is not so
EVEN: Final = 0.5  # belief of the network that suffices, with a rule, for what one of the two denies
RULED: Final = 0.9  # how likely what a rule joins says the same
HARDLY: Final = 0.3  # belief with less than which a rule does not suffice
CLEARLY: Final = 2.6  # log odds of the trees, but with more
BELIEVED: Final = 0.5  # and which it takes without a rule
SURER: Final = 0.75  # how likely two claims have to be one where few of their words stand in a row
SURE: Final = 0.65  # the same, of what may be one voice
UNSURE: Final = 0.5  # how likely two claims say the same of which that is not sure enough, at most
IN_A_ROW: Final = 1.3  # the trait "run" of three words in a row


def same_claim(one: Node, other: Node) -> bool:
    """Tell whether two claims say the same, taken by themselves."""
    return likely_same(one, other) >= LIKELY


def likely_same(one: Node, other: Node) -> float:
    """Return how likely two claims say the same: by a rule, or to the trees and the network together.

    The network is asked only where it could make that likely; for what one denies, it has to find that
    itself where the trees do not.  What somebody only thinks is the same as what that voice says.
    """
    if _are_kept_apart(one, other):
        return 0.0
    ruled = in_the_same_words(one, other)
    first, second = sorted((one, other), key=_less)
    texts = readable("", first.claim.alone), readable("", second.claim.alone)
    if not (first.alone and second.alone and worth_weighing(*texts)) or other_numbers(first.words, second.words):
        return RULED if ruled else 0.0
    traits = overlap((first.words, second.words), texts, (first.holder, second.holder))
    words = trees().log_odds(traits | among_neighbours(first.stands, second.stands))
    if not (ruled or chance(words, SUREST) >= LIKELY):
        return 0.0
    belief = read_together(first.alone, second.alone)
    if ruled and _is_borne_out(first, second, words, belief):
        return RULED
    if of_two_happenings(first, second):
        return 0.0
    together = chance(words, belief)
    return together if _is_sure(together, belief, traits) else min(together, UNSURE)


def _is_borne_out(first: Node, second: Node, words: float, belief: float) -> bool:
    """Tell whether what was learned lets a rule join two claims: of two voices more than of what may be one."""
    agreeing = first.denied == second.denied and first.words.negated == second.words.negated
    if agreeing and belief < HARDLY and words < CLEARLY:
        return False
    if first.denied != second.denied and belief >= EVEN:
        return True
    if not (first.holder and second.holder) or one_voice(first.holder, second.holder):
        return True
    return words >= _least(first, second)


def _is_sure(together: float, belief: float, traits: Mapping[str, float]) -> bool:
    """Tell whether what is joined by no rule is sure enough: likely, and more so where no words stand in a row."""
    needed = LIKELY if traits["run"] >= IN_A_ROW else SURE if traits["one_voice"] else SURER
    return belief >= BELIEVED and together >= needed


def of_two_happenings(one: Node, other: Node) -> bool:
    """Tell whether two claims that are told alike are of two things that happened.

    Another day of the week; one who is harmed there and several here; two titles that say other things of one topic.
    """
    titles = one.claim.heading and other.claim.heading
    return _on_other_days(one, other) or _one_and_several(one, other) or (titles and _unlike(one, other))


def _on_other_days(one: Node, other: Node) -> bool:
    mine, theirs = one.claim.days, other.claim.days
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _one_and_several(one: Node, other: Node) -> bool:
    """Tell whether one is harmed here and several are there: "a guard was hurt" and "the guards were hurt"."""
    pairs, *_ = laid_out(one.words, other.words)
    if not any(tells_of_harm(mine) and tells_of_harm(theirs) for mine, theirs in pairs):
        return False
    both = [
        mine.lemma for mine, theirs in pairs if mine.lemma == theirs.lemma and _is_thing(mine) and _is_thing(theirs)
    ]
    told = set(words_in(one.claim.text)), set(words_in(other.claim.text))
    return any((lemma in told[0]) != (lemma in told[1]) for lemma in both)


def _is_thing(token: Token) -> bool:
    return token.role in _PARTS and not (token.name or token.says)


def _unlike(one: Node, other: Node) -> bool:
    """Tell whether two titles share nothing that happens."""
    pairs, *_ = laid_out(one.words, other.words)
    return not any(same_happening(mine, theirs) and not (mine.aside or theirs.aside) for mine, theirs in pairs)


def _are_kept_apart(one: Node, other: Node) -> bool:
    """Tell what no likeness outweighs: what another one only thinks, another place or doer, a denial of more."""
    if (one.thought or other.thought) and not one_voice(one.holder, other.holder):
        return True
    denying, telling = sorted((one, other), key=lambda node: not node.denied)
    answers = denying.denied and not telling.denied
    parted = are_apart(one.placed, other.placed) or of_other_states(one.words, other.words)
    return parted or (answers and denies_more(denying.words, telling.words))


def _least(one: Node, other: Node) -> float:
    """Return what a rule needs of the trees for two voices: less where one has a "not" or both deny.

    Who says that it is not so has other words than who says it is.
    """
    both = one.denied and other.denied
    return UNLIKELY if both or one.words.flat or other.words.flat else DOUBTED


def in_the_same_words(one: Node, other: Node) -> bool:
    """Tell whether two claims say the same, or one flatly that the other is not so ("There was no stuck gate").

    Of words too few to tell they do where one voice says exactly the same twice.
    """
    mine, theirs = (node.words for node in sorted((one, other), key=_less))
    if same_words(mine, theirs) or denied_by(mine, theirs):
        return True
    exact = bool(mine.keys) and mine.keys == theirs.keys and mine.numbers == theirs.numbers
    return exact and mine.negated == theirs.negated and len(one.who & other.who) >= NAMED


def other_numbers(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings tell other numbers, which no likeness outweighs."""
    return bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)


def _less(node: Node) -> tuple[tuple[float, str], str]:
    """Return what puts the node first that says less."""
    return node.words.order, node.iri


def frame(figure: Counted) -> tuple[str, float | None, float | None]:
    """Return what two figures share that tell the same number: "70" and "at least 70" do, "about 70" does not."""
    return (figure.measure, figure.low, None if figure.high == figure.low else figure.high)


def same_figure(one: Node, other: Node) -> bool:
    """Tell whether two nodes that are joined by a figure count the same: of one place, day and whole."""
    if one.figure is None or other.figure is None or frame(one.figure) != frame(other.figure):
        return False
    limit = FEW if one.iri.partition("#")[0] == other.iri.partition("#")[0] else SMALL
    if not same_frame(one.figure, other.figure, limit) or are_apart(one.placed, other.placed):
        return False
    small = is_toll(one.figure.measure) and (one.figure.low or 0) <= SMALL
    return not (small and _on_other_days(one, other)) and not _within_another(one, other)


def _within_another(one: Node, other: Node) -> bool:
    """Tell whether one counts some of a greater count and the other others: "40 dead, including 11 by poachers"."""
    told = [counted_words(each.figure.things) if each.figure else frozenset() for each in (one, other)]
    return _is_within(one) != _is_within(other) and told[0] != told[1]


def _is_within(node: Node) -> bool:
    """Tell whether words before a figure tell that it is part of a count."""
    before, found, _ = node.claim.text.partition(node.figure.text) if node.figure else ("", "", "")
    return bool(found) and not _WITHIN.isdisjoint(words_in(before)[-1:])


def same_frame(one: Counted, other: Counted, small: int = SMALL) -> bool:
    """Tell whether two figures of one measure and one interval count the same, over the same time.

    Tolls up to ``small`` need words that show that they are of one incident.
    """
    mine, theirs = counted_words(one.things), counted_words(other.things)
    times = [days for days in (one.days, other.days) if days is not None]
    return (
        same_counted(mine, theirs)
        and not _of_two_incidents(one, other, small)
        and not (is_subset(mine, theirs) or is_subset(theirs, mine))  # children or women of the people
        and _is_treated(one) == _is_treated(other)
        and one.supposed == other.supposed
        and BESIDES not in one.marks ^ other.marks
        and not other_time(one.marks, other.marks)
        and (len(times) < 2 or max(times) <= SAME_TIME * min(times))
    )


def _is_treated(figure: Counted) -> bool:
    """Tell whether a figure counts those who are treated in one hospital."""
    return any(not _TREATING.isdisjoint(near) for near in figure.around)


def _of_two_incidents(one: Counted, other: Counted, limit: int) -> bool:
    """Tell whether nothing shows that two small tolls are of one incident: two or three die each day of a war."""
    if not (is_toll(one.measure) and one.low == other.low and (one.low or 0) <= limit and one.around and other.around):
        return False
    return not any(of_one_incident(near, far) for near in one.around for far in other.around)
