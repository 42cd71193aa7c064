"""Do two claims say the same?  Decided by their words alone (``propositions_words``).

They do where what the shorter says stands in the longer: what happens, to whom, who does it.  They do not where one
denies what the other says, where numbers or names differ, where each says of its subject what the other does not, or
where who does it and to whom it is done are exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from whosays.graph.claims.adjuncts import another_owns, bare_of_the_rest, set_apart
from whosays.graph.wording import Token, Wording, is_thing, meanings
from whosays.resources import word_classes

COUNTED: Final = word_classes("graph")["counted_events"]  # of people, by number
CONTAINED: Final = 0.75  # of the shorter wording's weight stands in the longer
LOOSELY: Final = 0.6  # of it suffices where what happens is the same
ALIKE: Final = 0.4  # of the weight of both together is shared
WITHIN: Final = 0.25  # suffices where the shorter stands in the longer whole
TOPIC: Final = 0.75  # where neither tells what happens: most words about one thing are shared by all that is said of it
PAIR: Final = 2  # words: one is not a claim
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
_A_YEAR: Final = Token(frozenset(), "")  # what only one of them adds
_SUBJECT: Final = "s"
FROM: Final = "from"
FEW: Final = 1.9  # least weight shared where neither tells what happens


@dataclass(frozen=True, slots=True)
class _Match:
    """Two wordings laid side by side: the pairs of words that are the same, and the words that have no counterpart."""

    pairs: tuple[tuple[int, int], ...]
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    undone: bool


def same_words(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings say the same."""
    small, large = (one, other) if one.order <= other.order else (other, one)
    if not _may_be(small, large):
        return False
    match = _match(small, large)
    if (small.negated != large.negated) != match.undone:
        return False
    if _names_differ(match) or _said_differs(small, match, large) or _exchanged(small, match, large):
        return False
    if _adjuncts_differ(small, match, large):
        return False
    return _enough(small, match, large)


def denied_by(one: Wording, other: Wording) -> bool:
    """Tell whether one flatly says that the other is not so: "There was no stuck gate".

    Who is immune from, or kept from, what happens to him says so too: that he cannot be tried denies none of it.
    """
    if one.flat == other.flat or one.negated == other.negated:
        return False
    if one.several or other.several:  # the "not" may stand in another sentence than what is shared
        return False
    bare = replace(one, negated=False, flat=False), replace(other, negated=False, flat=False)
    if not same_words(*bare):
        return False
    small, large = bare if bare[0].order <= bare[1].order else bare[::-1]
    match = _match(small, large)
    both = [(small.tokens[i], large.tokens[j]) for i, j in match.pairs]
    held = sum(mine.weight for mine, _ in both)
    union = small.weight + sum(token.weight for token in match.right)
    happens = any(same_happening(mine, theirs) and mine.event and theirs.event for mine, theirs in both)
    apart = _subjects(match.left) and _subjects(match.right)  # "Trains do not run" is nothing to "Ferries should run"
    kept = any((mine.led_by == FROM) != (theirs.led_by == FROM) for mine, theirs in both if mine.event and theirs.event)
    return (
        happens
        and not (apart or kept)
        and held >= ALIKE * union
        and negates_what_is_shared(one if one.flat else other, both)
    )


def says_not(words: Wording) -> bool:
    """Tell whether a wording says of something that it is not so: "without a word" or a clause beside do not.

    Nor does what has a sense of its own with its "not": "did not move" says that it is stuck.
    """
    return words.negated and any(
        token.negated and not (token.led_by or token.aside or token.denied) for token in words.tokens
    )


def negates_what_is_shared(flat: Wording, pairs: Iterable[tuple[Token, Token]]) -> bool:
    """Tell whether the "no" goes with what both say, or with the predicate: "no excuses" denies no "I accept it".

    Where both share a predicate it has to be that one: "They have not learned: who builds there pays for it".
    """
    negated = [token for token in flat.tokens if token.negated]
    shared = {id(token) for pair in pairs for token in pair}
    said = any(t.says and t.event and not (t.aside or t.negated) and id(t) in shared for t in flat.tokens)
    return not negated or any((token.says and not said) or id(token) in shared for token in negated)


def _subjects(tokens: Iterable[Token]) -> bool:
    return any(token.role == _SUBJECT and not token.aside for token in tokens)


def laid_out(small: Wording, large: Wording) -> tuple[list[tuple[Token, Token]], tuple[Token, ...], tuple[Token, ...]]:
    """Return the words of two wordings that are the same, in pairs, and those that only the one and the other has."""
    match = _match(small, large)
    return [(small.tokens[i], large.tokens[j]) for i, j in match.pairs], match.left, match.right


def _may_be(small: Wording, large: Wording) -> bool:
    """Tell what is quickly told: whether numbers agree and enough words can be shared at all."""
    if small.numbers and large.numbers and small.numbers != large.numbers:
        return False
    held = sum(token.weight for token in small.tokens if token.known_by & large.keys)
    return held >= LOOSELY * small.weight


def _match(small: Wording, large: Wording) -> _Match:
    """Pair the words, the same stem before the same sense, each once, in the order of the smaller."""
    free = dict(enumerate(large.tokens))
    pairs: dict[int, int] = {}
    undone = False
    for exact in (True, False):
        for place, token in enumerate(small.tokens):
            if place in pairs:
                continue
            found = next((i for i, other in free.items() if _same(token, other, exact=exact)), None)
            if found is not None:
                pairs[place] = found
                del free[found]
    for place, token in enumerate(small.tokens):
        if place not in pairs:
            found = next((i for i, other in free.items() if _opposed(token, other)), None)
            if found is not None:
                pairs[place] = found
                del free[found]
                undone = not undone
    left = tuple(token for place, token in enumerate(small.tokens) if place not in pairs)
    return _Match(tuple(sorted(pairs.items())), left, tuple(free.values()), undone)


def _same(one: Token, other: Token, *, exact: bool) -> bool:
    if exact:
        return one.lemma == other.lemma and bool(one.keys & other.keys)
    return bool(one.keys & other.keys) or bool(one.denied & other.denied)


def _opposed(one: Token, other: Token) -> bool:
    """Tell whether a word is the other without its "un-", or means with its "not" what the other does without."""
    undone = (one.undone and one.undone == other.lemma) or (other.undone and other.undone == one.lemma)
    return bool(undone or one.denied & other.keys or other.denied & one.keys)


def _names_differ(match: _Match) -> bool:
    """Tell whether each names somebody whom the other does not."""
    return any(token.name for token in match.left) and any(token.name for token in match.right)


def _adjuncts_differ(small: Wording, match: _Match, large: Wording) -> bool:
    """Tell whether the two say otherwise when, where, by whom it happened or of whose it is."""
    both = [(small.tokens[i], large.tokens[j]) for i, j in match.pairs]
    if set_apart(both, match.left, match.right) or another_owns(small.tokens, large.tokens, match.pairs):
        return True
    years = [any(_YEAR.fullmatch(number) for number in words.numbers) for words in (small, large)]
    left = [*match.left, *([_A_YEAR] if years == [True, False] else [])]
    right = [*match.right, *([_A_YEAR] if years == [False, True] else [])]
    return bare_of_the_rest(len(match.pairs), left, right)


def _said_differs(small: Wording, match: _Match, large: Wording) -> bool:
    """Tell whether each says of its subject what the other does not, or the longer none of what the shorter says."""
    left = [token for token in match.left if token.says]
    right = [token for token in match.right if token.says]
    if (any(not token.aside for token in left) and right) or (left and any(not token.aside for token in right)):
        return True
    if _beside(small, large, match.pairs, right) or _beside(large, small, [(j, i) for i, j in match.pairs], left):
        return True
    both = [(small.tokens[i], large.tokens[j]) for i, j in match.pairs]
    if bool(small.numbers) != bool(large.numbers) and any(map(_counted, both)):
        return True
    if any(one.says and other.says and one.possible != other.possible for one, other in both):
        return True
    told = any(mine.says or theirs.says for mine, theirs in both)
    return not told and any(token.says and not token.aside for token in (*match.left, *match.right))


def _beside(one: Wording, other: Wording, pairs: Iterable[tuple[int, int]], unmatched: list[Token]) -> bool:
    """Tell whether what the one mainly says is only mentioned beside in the other, which mainly says something else."""
    mains = [j for i, j in pairs if one.tokens[i].says and not one.tokens[i].aside]
    only_beside = bool(mains) and all(_is_beside(other.tokens[j]) for j in mains)
    return only_beside and any(not token.aside for token in unmatched)


def _counted(pair: tuple[Token, Token]) -> bool:
    """Tell whether both tell of something that is counted: that some were killed is not that seventy were."""
    mine, theirs = pair
    return (mine.says or theirs.says) and bool(COUNTED & meanings(mine) & meanings(theirs))


def _is_beside(token: Token) -> bool:
    return token.aside or not (token.says or token.event)


def _exchanged(small: Wording, match: _Match, large: Wording) -> bool:
    """Tell whether who does it and to whom it is done are exchanged around what happens, or from where and to where."""
    pairs = [(small.tokens[i], large.tokens[j]) for i, j in match.pairs]
    verb = next(
        ((mine, theirs) for mine, theirs in pairs if mine.says and theirs.says and mine.lemma == theirs.lemma), None
    )
    if verb is None:
        return False
    roles = {(_acting(mine, verb[0]), _acting(theirs, verb[1])) for mine, theirs in pairs if not mine.time}
    return any(one != other and (other, one) in roles for one, other in roles if one and other)


def _acting(token: Token, verb: Token) -> str:
    """Return a word's role, that of the subject where it is named as who does what is undergone."""
    return "s" if token.led_by == "by" and verb.passive else "" if token.says else token.role


def _shared(pairs: list[tuple[Token, Token]]) -> Iterator[float]:
    """Yield how much each two words share: of several that share one sense ("troops", "men") all but one tell half."""
    senses: set[str] = set()
    for mine, theirs in pairs:
        alike = frozenset() if mine.lemma == theirs.lemma else mine.keys & theirs.keys
        yield mine.weight * (0.5 if alike and alike <= senses else 1.0)
        senses |= alike


def same_happening(mine: Token, theirs: Token) -> bool:
    """Tell whether two words say the same of a subject: by their stem or a sense of what happens, not of things."""
    if not (mine.says or theirs.says):
        return False
    return mine.lemma == theirs.lemma or any(not is_thing(sense) for sense in meanings(mine) & meanings(theirs))


def _enough(small: Wording, match: _Match, large: Wording) -> bool:
    """Tell whether the shorter stands in the longer: all but little of it where both tell of the same happening."""
    pairs = [(small.tokens[i], large.tokens[j]) for i, j in match.pairs]
    happens = any(same_happening(mine, theirs) for mine, theirs in pairs)
    solid = any(not mine.event and not mine.time for mine, _ in pairs)
    held = sum(_shared(pairs))
    if len(pairs) < PAIR or (held < FEW and not (happens and solid)):
        return False
    union = small.weight + sum(token.weight for token in match.right)
    more = any(token.says and not token.aside for token in (*match.left, *match.right))
    needed = LOOSELY if happens and solid and not more else CONTAINED
    topic = not happens or not any(token.says for token in small.tokens)
    alike = TOPIC if topic else ALIKE if match.left or large.several else WITHIN
    return held >= needed * small.weight and held >= alike * union
