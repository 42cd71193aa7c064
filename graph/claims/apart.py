"""What keeps two claims apart that are alike in most of their words: another region, another site, another means.

"A fire broke out at the mill" and "a fire broke out at the airfield" are two fires; who was killed by a rocket from
outside was not killed by a bomb that was hidden inside; "Zemria fired at Korrin" is no "Korrin fired at Zemria".  No
likeness of all the other words outweighs that.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import Final, TypeAlias

from whosays.graph.claims.similarity import laid_out, same_happening
from whosays.graph.names import countries, governed_from
from whosays.graph.wording import Token, Wording, meanings
from whosays.resources import listed, read_rows, word_classes

Told: TypeAlias = tuple[Wording, frozenset[str]]

_HARM: Final = word_classes("graph")["harming"]
_RECIPROCAL: Final = word_classes("graph")["reciprocal"]
_TELLING: Final = word_classes("graph")["of_telling"]
_DOING: Final = frozenset({"s", "o"})  # the roles of who does it: "Zemria fired", "(accused) Zemria of firing"
_BY: Final = frozenset({"by"})
_WHERE: Final = frozenset({"at", "by", "in", "inside", "near", "on", "outside"})  # roles of where it happens
_UNDERGOING: Final = frozenset({"o", "of"})  # the roles of whom or what it is done to: "killed the rocket engineer"


def are_apart(one: Told, other: Told) -> bool:
    """Tell whether two claims, each its words and its regions, are of two places or of two ways in which it is done."""
    (mine, here), (theirs, there) = one, other
    return in_other_regions(here, there) or at_other_sites(mine, theirs) or by_other_means(mine, theirs)


def in_other_regions(one: Collection[str], other: Collection[str]) -> bool:
    """Tell whether two claims stand in other regions of one kind: in the Sarn region, in the Marn region.

    Names that share a word may be of one: "Sarn" and "Lower Sarn".
    """
    kinds = {region.partition(" ")[0] for region in one} & {region.partition(" ")[0] for region in other}
    return any(_called(kind, one).isdisjoint(_called(kind, other)) for kind in kinds)


def at_other_sites(one: Wording, other: Wording) -> bool:
    """Tell whether each tells of a site, and both of other sorts: a mill and an airfield."""
    return _apart(_sites(one), _sites(other))


def by_other_means(one: Wording, other: Wording) -> bool:
    """Tell whether each tells how somebody was killed or something hit, and both otherwise: a rocket, a hidden bomb."""
    return _apart(ways(one), ways(other))


def of_other_states(one: Wording, other: Wording) -> bool:
    """Tell whether another state does it: the same is done, or the one that does it here has a part in it there.

    "Zemrian troops fired at a Korrin post" and "Korrin of shelling Zemrian troops" are accusations of each other.
    """
    first, second = _said_first(one), _said_first(other)
    if first is None or second is None or {first.lemma, second.lemma} & (_RECIPROCAL | _TELLING):
        return False
    mine, theirs = _doers(one, first), _doers(other, second)
    if not _apart(mine, theirs):
        return False
    if same_happening(first, second):
        return True
    harmed = _harms(one) and _harms(other)  # what one hands over the other gets, and that is one happening
    return harmed and (mine <= _states(other.tokens) or theirs <= _states(one.tokens))


def _said_first(words: Wording) -> Token | None:
    """Return the first word of what is said, ``None`` where nothing is, or in several sentences."""
    said = (token for token in words.tokens if token.says and not token.aside)
    return None if words.several else next(said, None)


def _doers(words: Wording, verb: Token) -> frozenset[str]:
    """Return the state that does what is said first, nothing where that is none or undergone.

    What is somebody's is not that one: "(voiced) Zemria's hope that ...".
    """
    at = words.tokens.index(verb)
    before, behind, roles = words.tokens[:at], words.tokens[at + 1 :], _DOING
    if verb.passive:
        before, roles = behind, _BY
    found = _states(t for t in before if t.role in roles and not t.aside and not (t.owns and t.role in _UNDERGOING))
    return found if len(found) == 1 else frozenset()


def _states(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the states that words name, by themselves, their peoples or capitals."""
    return frozenset(state for token in tokens if not token.says for state in _state(token.lemma))


@functools.lru_cache(maxsize=1 << 12)
def _state(lemma: str) -> frozenset[str]:
    capital = governed_from(lemma)
    return countries(lemma.capitalize()) or countries(lemma.upper()) or frozenset({capital} if capital else ())


def tells_of_harm(token: Token) -> bool:
    """Tell whether a word tells that somebody is killed or hurt, or something hit."""
    return not _HARM.isdisjoint(meanings(token) | {token.lemma})


def ways(words: Wording) -> frozenset[str]:
    """Return how somebody was killed or something hit ("shot", "planted"), nothing where that is not told."""
    return _means(words) if _harms(words) else frozenset()


def _called(kind: str, regions: Iterable[str]) -> frozenset[str]:
    """Return the words that regions of a kind are called by."""
    return frozenset(
        word for region in regions for first, *words in (region.split(),) if first == kind for word in words
    )


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _sites(words: Wording) -> frozenset[str]:
    told = (token.lemma for token in words.tokens if token.role in _WHERE and not token.says)
    return frozenset(sort for lemma in told for sort in _sorts().get(lemma, ()))


def _harms(words: Wording) -> bool:
    return any(map(tells_of_harm, words.tokens))


def _means(words: Wording) -> frozenset[str]:
    """Return how it is done, as far as words tell that are not of whom it is done to."""
    told = {token.lemma for token in words.tokens if token.role not in _UNDERGOING}
    told |= {f"{first.lemma} {second.lemma}" for first, second in pairwise(words.tokens)}
    lemmas = {token.lemma for token in words.tokens}
    return frozenset(
        means
        for means, alone, nouns, verbs in _rows()
        if told & alone or (lemmas & nouns and any(token.lemma in verbs for token in _doing(words)))
    )


def _doing(words: Wording) -> Iterator[Token]:
    return (token for token in words.tokens if token.says)


@functools.cache
def _sorts() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for sort, nouns in read_rows("graph", "sites.tsv", 2):
        for noun in (sort, *listed(nouns)):
            found[noun] = found.get(noun, frozenset()) | {sort}
    return found


@functools.cache
def _rows() -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    rows = read_rows("graph", "means.tsv", 4)
    return tuple((row[0], _listed(row[1]), _listed(row[2]), _listed(row[3])) for row in rows)


def _listed(cell: str) -> frozenset[str]:
    return frozenset(listed(cell))


def denies_more(denying: Wording, telling: Wording) -> bool:
    """Tell whether who denies denies something else about what is told, none of the verbs of which is shared.

    "The pilot has died" is not what is denied in "the dismissal was connected to the death of the pilot".
    """
    pairs, *_ = laid_out(*sorted((denying, telling), key=lambda words: words.order))
    shared = {id(token) for pair in pairs for token in pair}
    verbs = [token for token in denying.tokens if token.says and not token.aside]
    return bool(verbs) and not any(id(token) in shared for token in verbs)
