"""What a claim tells of how somebody was killed, whether somebody lives, and in whose hands a place is.

Each is known by the names in the claim: "Lund was killed by a rocket", "Velm is under Zemrian control".  What only
points ("he", "the town") is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from whosays.graph.articles import Claim
from whosays.graph.claims import ways
from whosays.graph.conflicts.parties import state_of
from whosays.graph.conflicts.side import State
from whosays.graph.names import countries
from whosays.graph.wording import Token, Wording, meanings, wording
from whosays.resources import word_classes

_CLASSES: Final = word_classes("graph")
_HANDS: Final = _CLASSES["in_the_hands"]
_UNDERGOING: Final = frozenset({"o"})
_OWNED: Final = frozenset({"of", "over", "o"})  # the roles of what somebody has control of
STATES: Final = frozenset({"alive", "in whose hands"})  # the questions of how somebody or something is
_NOT: Final = "not "


def told_states(claim: Claim, speaker: str, *, denied: bool = False) -> Iterator[State]:
    """Yield what a claim tells, or who ``denied`` it; ``speaker`` is the state that its voice speaks for."""
    words = wording(claim.terms)
    if words.several or any(token.possible for token in words.tokens) or (denied and words.negated):
        return
    if denied:
        words = replace(words, negated=True, flat=True)
    yield from _killed(words)
    yield from _living(words)
    yield from _held(words, speaker)


def _killed(words: Wording) -> Iterator[State]:
    """Read "Lund was killed by a rocket that was fired from outside"."""
    found = ways(words)
    victims = _called(words, _UNDERGOING)
    if found and victims and not words.negated:
        yield _state("how killed", victims, found)


def _living(words: Wording) -> Iterator[State]:
    """Read "Lund is dead", "Lund was killed", "Lund is alive"."""
    main = [token for token in words.tokens if token.says and not token.aside]
    dead = [token for token in main if "kill" in meanings(token)]
    alive = [token for token in main if token.lemma == "alive"]
    if bool(dead) == bool(alive) or len(main) > 1 or words.negated != words.flat:
        return
    of = _called(words, _UNDERGOING | {"s"} if alive or _dies(dead) else _UNDERGOING)
    if of:
        yield _state("alive", of, {"alive" if bool(alive) != words.negated else "dead"})


def _held(words: Wording, speaker: str) -> Iterator[State]:
    """Read "Zemrian troops control Velm", "Velm is under Zemrian control", "Velm is in Zemrian hands"."""
    said = [token for token in words.tokens if token.says and not token.aside and token.lemma in _HANDS]
    if not said or words.negated != words.flat:
        return
    beside = [token for token in words.tokens if token.role in ("under", "in") and not token.time and _country([token])]
    who = beside or [token for token in words.tokens if token.role == "s" and _country([token])]
    holder = _country(who) or ("" if any(token.role == "s" for token in words.tokens) else speaker)
    roles = {"s"} if beside else _OWNED
    places = _called(words, roles)
    if holder and places:
        yield _state("in whose hands", places, {f"{_NOT if words.negated else ''}{holder}"})


def _dies(dead: Iterable[Token]) -> bool:
    return any(not token.passive and token.lemma in ("die", "dead") for token in dead)


def _country(tokens: Iterable[Token]) -> str:
    found = {state_of(token.lemma.capitalize()) for token in tokens} - {""}
    return next(iter(found)) if len(found) == 1 else ""


def _called(words: Wording, roles: Iterable[str]) -> list[Token]:
    """Return the last names of those in some roles: of "Harbour Guard chief Ola Lund" the last word."""
    return [
        token
        for token, behind in zip_longest(words.tokens, words.tokens[1:])
        if _is_named(token, roles) and not token.owns and not (behind and behind.role == token.role and not behind.says)
    ]


def _is_named(token: Token, roles: Iterable[str]) -> bool:
    return token.name and token.role in roles and not token.aside and not countries(token.lemma.capitalize())


def _state(question: str, of: Iterable[Token], answers: Iterable[str]) -> State:
    named = list(of)
    keys = frozenset(key for token in named for key in token.keys if key.startswith("@"))
    return State(question, keys, " ".join(token.lemma for token in named), frozenset(answers))  # type: ignore[arg-type]
