"""Which names are worth comparing: those that meet under a common key, so that 10^5 names need no 10^10 comparisons.

A key under which more than ``CROWD`` names meet tells nothing and is left out.  Which keys a name has depends on that
name alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, Literal, NamedTuple, TypeAlias, TypeVar

from whosays.graph.names import (
    body_of_state,
    initialled,
    initials,
    initials_key,
    is_acronym,
    keys,
    plain,
    site,
    unit,
    without_countries,
    wording,
)
from whosays.graph.resolution.profiles import Known, bodies_of_states

CROWD: Final = 60
_MANY_WORDS: Final = 2
_LONG: Final = 8  # letters of one word that may be two
# sorts of pair (keys of ``FEATURES``) by rank: what a lower one finds, a higher one does not find again
SORTS: Final = (
    "full names of people",
    "full names of people",
    "a unit",
    "a body of a state",
    "the same words",
    "initials",
    "a web address",
    "with its country",
    "another kind",
)
_SPELT, _INITIALLED, _UNIT, _STATE, _WORDS, _INITIALS, _ADDRESS, _COUNTRY, _KIND = range(len(SORTS))

N = TypeVar("N")
Side: TypeAlias = Literal["all", "one", "other"]


class Block(NamedTuple):
    """A key that a name has: names of the side "all" meet each other, "one" meets the only "other" of its key."""

    rank: int
    key: str
    side: Side


def blocks(known: Known) -> Iterator[Block]:
    """Yield the keys under which a name meets others."""
    for kind, form in sorted(known.keys):
        if kind == "person":
            yield from _of_a_person(form)
        elif kind == "body":
            yield from _of_a_body(form, known)


def meet(number: int) -> bool:
    """Tell whether a key that so many names of the side "all" share is worth comparing them for."""
    return 1 < number <= CROWD


def only(others: Collection[N], one: N) -> N | None:
    """Return the only one of the others, oneself left out; ``None`` where there are several or none."""
    if len(others) > 2:
        return None
    fitting = [other for other in others if other != one]
    return fitting[0] if len(fitting) == 1 else None


def _of_a_person(form: str) -> Iterator[Block]:
    yield from (Block(_SPELT, key, "all") for key in keys(form))
    yield Block(_INITIALLED, initials_key(form), "one" if initialled(form) else "other")
    yield Block(_KIND, form, "one")


def _of_a_body(form: str, known: Known) -> Iterator[Block]:
    read = unit(form) if known.kind == "unit" else None
    if read is not None:
        yield Block(_UNIT, f"{read.number} {read.head}", "all")
    yield from (Block(_STATE, f"{found.body} of {found.of}", "all") for found in sorted(bodies_of_states(known)))
    if _tells(form, known):
        yield Block(_WORDS, "|".join(sorted(wording(form))), "all")
    if " " in form:
        yield Block(_INITIALS, initials(form), "other")
        yield Block(_ADDRESS, plain(form).replace(" ", ""), "other")
    elif any(map(is_acronym, known.surfaces)):
        yield Block(_INITIALS, form, "one")
    elif any(map(str.isdigit, form)) or len(form) >= _LONG:  # "9to5 Lakes" in one word
        yield Block(_ADDRESS, form, "one")
    if " " not in form and known.kind == "body":
        yield Block(_ADDRESS, form, "other")
    yield from (Block(_ADDRESS, found, "one") for surface in sorted(known.surfaces) if (found := site(surface)))
    rest, country = without_countries(form)
    if known.kind == "body" and " " in rest and not body_of_state(f"UN {rest}"):  # "Security Council" is the UN's
        yield Block(_COUNTRY, rest, "other" if country else "one")
    yield Block(_KIND, form, "other")


def _tells(form: str, known: Known) -> bool:
    """Tell whether a body's words are enough to meet by: one word alone is not where it is a place's."""
    return len(wording(form)) >= _MANY_WORDS or known.kind == "body"
