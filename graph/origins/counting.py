"""From how many independent roots a proposition comes, once copies are collapsed.

The root of a chain is its innermost voice: a named one counts once, whatever the article, an unnamed one once for each
text, however often that text was copied, unless both texts describe it in the same telling words, or one outlet does in
the same words.  A body that is only described ("the water authority") is the named one that it fits, where just one
does, and one and the same in all texts where none does; so is who is only described by an office.  An outlet, or a
report without a name, counts only where nobody else is told to say so; an outlet's own voice only where none of these
is.  Who denies what others say is no origin of it (``disputes``).  What nobody says, and several ask for, comes from
those who ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from whosays.graph.articles import JOINT, NO_OUTLET, NO_SOURCE, SUPPORT
from whosays.graph.claims import Proposition, Said, holders, says_not
from whosays.graph.origins.descriptions import ANYBODY, WORD
from whosays.graph.origins.disputes import disputing, standing
from whosays.graph.origins.interval import Interval, interval
from whosays.graph.origins.root_voices import Root, is_asked
from whosays.graph.origins.witnesses import (
    Rooted,
    Scene,
    Witness,
    above,
    affirming,
    denying,
    independent,
    witness,
)
from whosays.graph.rdf import ID

ASKS: Final = "asks"


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is who: referents as entities, descriptions of unnamed ones, chains of hops, publishers of articles."""

    entities: Mapping[str, str]
    descriptions: Mapping[str, str]
    chains: Mapping[str, str]
    publishers: Mapping[str, str]
    agencies: Mapping[str, str]
    kinds: Mapping[str, str] = field(default_factory=dict)  # of entities: "Person", "Outlet"


@dataclass(frozen=True, slots=True)
class Origins:
    """A proposition's support: who asserts and who disputes it, how often and from where it comes.

    ``works`` are the articles, versions of one once.
    """

    asserted_by: tuple[str, ...]
    disputed_by: tuple[str, ...]
    articles: tuple[str, ...]
    works: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    interval: Interval
    shortest: tuple[str, ...]


def origins(
    propositions: Iterable[Proposition], articles: Iterable[Said], voices: Voices, rooted: Rooted
) -> dict[str, Origins]:
    """Return the origins of every proposition, by its key; ``articles`` are those that say them, and may say more."""
    known = tuple(propositions)
    of_node = {node.iri: proposition.key for proposition in known for node in proposition.nodes}
    denials = frozenset(node for proposition in known for node in proposition.denials)
    nodes_ = [node for proposition in known for node in proposition.nodes if node.figure is None]
    undenied = {node.iri for node in nodes_ if node.undenied}
    negated = {node.iri for node in nodes_ if says_not(node.words)}
    found: dict[str, dict[str, Witness]] = {key: {} for key in of_node.values()}
    between: dict[str, set[str]] = {key: set() for key in found}
    for article in articles:
        scene = Scene.of(article.told, voices.entities, voices.descriptions, voices.kinds)
        for hop, nodes in holders(article):
            held = [node for node in nodes if node in of_node]
            if not held:
                continue
            one = witness(hop, scene, rooted)
            passing_on = {voices.entities.get(each.source, each.source) for each in above(one, scene)}
            for node in held:
                own = replace(one, between=frozenset(passing_on), negated=node in negated)
                of_side = affirming(own) if node in undenied else denying(own) if node in denials else own
                found[of_node[node]][hop.iri] = of_side
                between[of_node[node]] |= passing_on
    return {
        key: _origins([witnesses[iri] for iri in sorted(witnesses)], between[key], voices)
        for key, witnesses in found.items()
    }


def _origins(witnesses: list[Witness], between: Collection[str], voices: Voices) -> Origins:
    disputed = disputing(witnesses)
    support = standing([one for one in witnesses if one.hop.stance in SUPPORT], disputed)
    carrying = support or witnesses
    articles = sorted({one.article for one in carrying})
    works = {one.article: one.work or one.article for one in carrying}
    asking = [] if support else [one for one in witnesses if one.hop.stance == ASKS]
    roots = _asking(_distinct(asking, between, voices)) if asking else _distinct(support, between, voices)
    relayed = any(one.tells for one in support) or bool(between)
    found = interval(roots.values(), relayed=relayed, asked=bool(asking))
    return Origins(
        asserted_by=tuple(one.hop.iri for one in support if not one.refused),
        disputed_by=tuple(one.hop.iri for one in disputed),
        articles=tuple(articles),
        works=tuple(sorted(set(works.values()))),
        outlets=tuple(sorted({voices.publishers.get(article, works[article]) for article in articles})),
        origins=found.which,
        interval=found,
        shortest=_shortest(carrying, roots, between, voices),
    )


def _distinct(support: list[Witness], between: Collection[str], voices: Voices) -> dict[str, Root]:
    """Return the independent roots, each by the first of its referents or by its entity, with its witnesses.

    Who passes it on in one article is no origin of it in another.
    """
    found: dict[tuple[str, ...], list[tuple[str, Witness]]] = {}
    for one in independent(support, between):
        key, name = _origin(one, voices)
        found.setdefault(key, []).append((name, one))
    roots = {}
    for same in found.values():
        name, first = min(same, key=lambda each: each[0])
        others = (one for _, one in same if one is not first)
        roots[name] = Root(name, _called(name, first, voices), (first, *others))
    return {name: root for name, root in roots.items() if name not in between} or roots


def _asking(roots: dict[str, Root]) -> dict[str, Root]:
    """Return who asks: not who is asked in another text, as in "asked the mayor to resign"."""
    asked = {name for name, root in roots.items() if any(is_asked(root, other) for other in roots.values())}
    return {name: root for name, root in roots.items() if name not in asked} or roots


def _called(name: str, one: Witness, voices: Voices) -> str:
    """Return what a person calls an origin: the last of its chain, with the outlet that has it where it has no name."""
    above, _, last = voices.chains.get(one.hop.iri, "").rpartition(JOINT)
    if one.named:
        return (one.names.partition("\n")[0] if last in ("", NO_SOURCE) else last) or name
    last = "" if last in (NO_SOURCE, NO_OUTLET) else last
    told = one.description or last or ("an outlet that is not named" if one.own_words else "somebody who is not named")
    outlet = above.partition(JOINT)[0]
    return told if outlet in ("", NO_OUTLET) else f"{told} ({outlet})"


def _origin(one: Witness, voices: Voices) -> tuple[tuple[str, ...], str]:
    if one.own_words:
        own = _speaker(one.root, one.article, voices)
        return (own,), own
    if one.entity is not None:
        return (one.entity,), one.entity
    source = one.speaker.source
    description = " ".join(voices.descriptions.get(source, "").split())
    if one.telling:
        return ("described", *sorted(one.telling)), source
    words = {word.lower() for word in WORD.findall(description)}
    told_by = voices.publishers.get(one.root, one.root) if words - ANYBODY else one.root
    return (told_by, description.lower() or source), source


def _speaker(root: str, article: str, voices: Voices) -> str:
    """Return whose words an outlet's own voice speaks: an agency's where they are copied from it, else the publisher's.

    An agency whose copy is not there is a mere name; it is an entity where the article credits its wire service.
    """
    first = root if root.startswith(ID) else article
    agency = voices.agencies.get(first)
    return agency or voices.publishers.get(first) or f"{first}#voice"


def _shortest(
    witnesses: list[Witness], origins: Collection[str], between: Collection[str], voices: Voices
) -> tuple[str, ...]:
    """Return one chain for each outlet: the one with the fewest voices of those that lead to an origin."""
    leading = {one.hop.iri for one in independent(witnesses, between)}
    best: dict[str, tuple[bool, bool, int, str]] = {}
    for one in witnesses:
        outlet = voices.publishers.get(one.article, one.article)
        chain = voices.chains.get(one.hop.iri, "")
        reaches = one.hop.iri in leading and _origin(one, voices)[1] in origins
        rank = (not reaches, one.hop.iri not in leading, chain.count(JOINT), chain)
        if chain:
            best[outlet] = min(rank, best.get(outlet, rank))
    return tuple(sorted({chain for *_, chain in best.values()}))
