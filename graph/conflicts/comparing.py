"""Do two sides contradict each other?  Decided by those two alone, and by who is who across articles.

A wrong "contradicts" costs more than none: who is accused has to be the same, or another one who cannot also have done
it; most of what is said to have been done has to stand on both sides; names, places and means that differ part them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from whosays.graph.claims import are_apart, in_other_regions, laid_out
from whosays.graph.conflicts.side import Party, Side, State
from whosays.graph.names import countries, plain
from whosays.graph.rdf import days_between
from whosays.graph.wording import Token, Wording, meanings
from whosays.resources import word_classes

Sort: TypeAlias = Literal["accusationDenied", "claimRejected", "rivalAccounts", "oppositeStates"]
Known: TypeAlias = Mapping[str, str]  # referent to entity

_CLASSES: Final = word_classes("graph")
_ATTACKS: Final = _CLASSES["any_attack"]
_ONE_DOER: Final = _CLASSES["one_doer"]
_OFFICIALS: Final = _CLASSES["officials"]
HALF: Final = 0.5  # of what the shorter says was done stands in the longer
NOT: Final = "not "  # before what is denied of a state
SOON: Final = 1  # days: what is in whose hands changes
DAYS: Final = 5  # between two articles, if all that is shared is "the attack"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sides that cannot both be right, the one that says so first: its sort, and the words that clash."""

    one: Side
    other: Side
    sort: Sort
    clash: str

    @property
    def by_camp(self) -> tuple[tuple[str, Side], tuple[str, Side]]:
        """Each side with the camp that it is of: what it answers, whom it accuses, or whether it denies."""
        return (_camp(self.sort, self.one), self.one), (_camp(self.sort, self.other), self.other)

    @property
    def camps(self) -> tuple[str, str]:
        """The two camps; of an accusation the one that accuses comes first."""
        one, other = (camp for camp, _ in self.by_camp)
        return (one, other) if one < other else (other, one)


def _camp(sort: Sort, side: Side) -> str:
    if sort == "accusationDenied":
        return side.holding
    if sort == "claimRejected":
        return "rejected" if side.hop == side.meets else "claimed"
    return side.whom.state if side.state is None else f"{side.state.question}: {' '.join(sorted(side.state.answers))}"


def may_be_rival(side: Side) -> bool:
    """Tell whether somebody else may be said to have done the same: a state, and what one alone can have done."""
    return bool(side.whom.state) and any(map(_has_one_doer, side.words.tokens))


def conflict(one: Side, other: Side, known: Known) -> Conflict | None:
    """Return how two sides of one story contradict each other, ``None`` where nothing shows that they do."""
    if one.hop == other.hop or _same(one.voice, other.voice, known):
        return None
    if one.holding == "tells" or other.holding == "tells":
        return _told_apart(*sorted((one, other), key=lambda side: side.order))
    if one.holding == other.holding == "denies" or are_apart(*map(_placed, (one, other))):
        return None
    first, second = sorted((one, other), key=lambda side: (side.holding, side.order))
    compared = _rivals if second.holding == "accuses" else _denied
    return compared(first, second, known)


def _told_apart(one: Side, other: Side) -> Conflict | None:
    """Tell what is rejected in the breath in which it is told, and states that exclude each other."""
    if one.meets and one.meets == other.meets:
        said, rejected = (other, one) if one.hop == one.meets else (one, other)
        return Conflict(said, rejected, "claimRejected", "")
    return _exclusive(one, other)


def _placed(side: Side) -> tuple[Wording, frozenset[str]]:
    return side.words, side.regions


def parties(party: Party, known: Known) -> frozenset[str]:
    """Return what somebody is known by across articles."""
    found = {known.get(referent, referent) for referent in party.referents}
    return frozenset(found | ({party.state} if party.state else set()))


def _same(one: Party, other: Party, known: Known) -> bool:
    return not parties(one, known).isdisjoint(parties(other, known))


def _exclusive(one: Side, other: Side) -> Conflict | None:
    """Tell what cannot be so of one at one time: alive and dead, in two hands, killed in two ways."""
    mine, its = one.state, other.state
    if mine is None or its is None or mine.question != its.question or mine.of.isdisjoint(its.of):
        return None
    if not mine.answers.isdisjoint(its.answers) or in_other_regions(one.regions, other.regions):
        return None
    lasting = mine.question == "how killed"
    if not lasting and not (_are_opposite(mine.answers, its.answers) and _within(SOON, one, other)):
        return None
    sort: Sort = "rivalAccounts" if lasting else "oppositeStates"
    called = one.spelt(*([word] for word in mine.called.split()))
    return Conflict(one, other, sort, f"{called}: {_answer(mine)} / {_answer(its)}")


def _answer(state: State) -> str:
    """Return what is told: "dead", "Zemria", "not Zemria"."""
    told = " ".join(sorted(state.answers))
    if state.question != "in whose hands":
        return told
    return " ".join(word if word == NOT.strip() else word.capitalize() for word in told.split())


def _are_opposite(mine: Collection[str], its: Collection[str]) -> bool:
    """Tell "Zemria" from "Korrin", and from "not Zemria"; "not Korrin" leaves it open."""
    if any(answer.startswith(NOT) for answer in (*mine, *its)):
        return any(f"{NOT}{answer}" in others for one, others in ((mine, its), (its, mine)) for answer in one)
    return True


def _denied(accusing: Side, denying: Side, known: Known) -> Conflict | None:
    """Tell "B says that A did it" and "A denies it" from two acts of one accused."""
    if not (_same(accusing.whom, denying.whom, known) or _speaks_for(denying, accusing.whom)):
        return None
    if _same(accusing.voice, accusing.whom, known):
        return None  # who says that he did it himself accuses nobody
    shared = _shared(accusing, denying)
    if not shared or not _is_denied(denying, shared):
        return None
    return Conflict(accusing, denying, "accusationDenied", f"{accusing.whom.words}: {_words(accusing, shared)}")


def _is_denied(denying: Side, shared: Iterable[tuple[Token, Token]]) -> bool:
    """Tell whether what is denied stands in the accusation: what was done, and the word that a "no" goes with.

    What is only mentioned beside is no accusation: "kept a boat from a ship that was moored at the shoal" of mooring.
    """
    both = {id(token) for pair in shared if len({_is_beside(token) for token in pair}) == 1 for token in pair}
    denied = [token for token in denying.words.tokens if token.negated or (token.says and not token.aside)]
    return all(id(token) in both for token in denied)


def _is_beside(token: Token) -> bool:
    return token.says and token.aside


def _speaks_for(denying: Side, whom: Party) -> bool:
    """Tell whether who denies something of his own has the name of the accused among what he is called."""
    if not denying.whom.referents <= denying.voice.referents:
        return False
    name = plain(whom.words)
    lines = [plain(line) for line in denying.lines.splitlines()]
    return bool(name) and any(f" {name} " in f" {line} " and not _OFFICIALS.isdisjoint(line.split()) for line in lines)


def _rivals(one: Side, other: Side, known: Known) -> Conflict | None:
    """Tell two who are each said to have done what only one of them can have done."""
    mine, theirs = parties(one.whom, known), parties(other.whom, known)
    if mine & theirs or not (one.whom.state and other.whom.state):
        return None
    if not (one.blames or other.blames or _same(one.voice, other.whom, known) or _same(other.voice, one.whom, known)):
        return None
    if _same(one.voice, one.whom, known) or _same(other.voice, other.whom, known):
        return None
    shared = _shared(one, other)
    if not any(_is_done(mine, one, other) and _is_done(its, one, other) for mine, its in shared):
        return None
    return Conflict(one, other, "rivalAccounts", f"{_words(one, shared)}: {one.whom.words} / {other.whom.words}")


def _is_done(token: Token, *sides: Side) -> bool:
    """Tell whether a word is what somebody did, or is blamed for: not what he did something else about."""
    done = (token.says or token.role in ("o", "s")) and not token.aside
    return _has_one_doer(token) and (done or all(side.blames for side in sides))


def _has_one_doer(token: Token) -> bool:
    """Tell what has one doer: a fire, and not that somebody fires."""
    return not _ONE_DOER.isdisjoint(meanings(token) | {token.lemma}) and not (token.lemma == "fire" and token.says)


def _shared(one: Side, other: Side) -> tuple[tuple[Token, Token], ...]:
    """Return the words of what both say was done; none where that may be two things."""
    small, large = sorted((one.words, other.words), key=lambda words: words.order)
    pairs, left, right = laid_out(small, large)
    solid = [(mine, theirs) for mine, theirs in pairs if not mine.time]
    if all(mine.name for mine, _ in solid) or sum(mine.weight for mine, _ in solid) < HALF * small.weight:
        return ()
    if _told_by_name(left) and _told_by_name(right):
        return ()
    if _does(left) and _does(right) and not any(mine.says or theirs.says for mine, theirs in solid):
        return ()
    telling = [mine for mine, _ in solid if mine.lemma not in _ATTACKS and not _is_state(mine)]
    if not telling and (len(small.tokens) > len(solid) or not _within(DAYS, one, other)):
        return ()
    return tuple(solid)


def _does(tokens: tuple[Token, ...]) -> bool:
    return any(token.says and not token.aside and not token.time for token in tokens)


def _told_by_name(tokens: tuple[Token, ...]) -> bool:
    return any(token.name and not _is_state(token) for token in tokens)


def _is_state(token: Token) -> bool:
    return bool(countries(token.lemma.capitalize()))


def _within(days: int, one: Side, other: Side) -> bool:
    """Tell whether two sides are of one article or of articles so many days apart; of unknown days nothing is known."""
    if one.article == other.article:
        return True
    apart = days_between(*(side.day[:10] if side.day else None for side in (one, other)))
    return apart is not None and apart <= days


def _words(side: Side, shared: Iterable[tuple[Token, Token]]) -> str:
    return side.spelt(*((mine.lemma, its.lemma) for mine, its in shared))
