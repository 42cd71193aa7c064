"""Whose word a claim is in one article, and which of several words are one: what has to be known to count origins.

A witness is one place where somebody holds a claim.  It is no origin of its own where it only leads to another one: a
headline to the article under it, an outlet that tells it as a fact to whoever is named as its source, "lawmakers said"
to the lawmaker who is named below, a copied passage to the same passage in its original.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from whosays.graph.articles import DISPUTE, SUPPORT, Claim, Hop, Told, outwards
from whosays.graph.names import plain
from whosays.graph.origins.bodies import bears, body, fitting, office
from whosays.graph.origins.descriptions import ANYBODY, called, is_office, proper, spoken_for, telling
from whosays.graph.origins.tellers import OUTLET, is_outlet, is_post, is_report, outlet_words
from whosays.resources import word_classes

# the claim and its article -> the article that the words come from first, or the name of an agency
Rooted = Callable[[str], str]

SAME_PASSAGE: Final = 0.6  # of the words of both together
SAYING: Final = 8  # different words that two people hardly say alike
_POINTING: Final = word_classes("graph")["pronouns"] | {"who", "i", "we"}


@dataclass(frozen=True, slots=True)
class Witness:
    """A hop that holds a claim; ``speaker`` is whose word it is: the voice around it, where it names nobody.

    ``entity`` is set for a named speaker, ``described`` tells that an unnamed one is described; ``root`` is the
    article or agency that the words come from first, ``text`` the same of the whole article; ``words`` are those of
    the claim, ``called`` what the voices of its chain are called, ``headline`` that it stands in one; a spokesperson
    ``speaks_for`` others.  ``names`` are those of a named speaker, one a line; ``body`` are the words of an unnamed one
    that is described as a body, ``bodies`` the entities of its article that are called so; ``office`` is the one
    that it is described by, ``telling`` the words that tell it from others of its sort, ``said_to_be`` are the nouns
    for the speaker, ``present`` are the entities that its article names; ``work`` is what the article is a version of.
    ``kind`` is the type of a named speaker, ``description`` what an unnamed one is called; one that ``tells`` is an
    outlet or a bare report; one who is ``pointed`` at is only "he" or "the clinic" there, for whatever name.
    ``refused``: somebody around it denies or doubts it; ``between`` are those who pass it on; ``stated``: the content
    says it, and does not only point at it; ``points`` is the noun with which it does ("it": a pronoun); ``negated``: it
    says that something is not so.
    """

    hop: Hop
    speaker: Hop
    entity: str | None
    described: bool
    root: str
    text: str = ""
    words: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    headline: bool = False
    speaks_for: frozenset[str] = frozenset()
    names: str = ""
    body: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    office: str = ""
    telling: frozenset[str] = frozenset()
    said_to_be: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    work: str = ""
    kind: str = ""
    description: str = ""
    tells: bool = False
    pointed: bool = False
    refused: bool = False
    between: frozenset[str] = frozenset()
    stated: bool = True
    points: str = ""
    negated: bool = False
    day: str = ""

    @property
    def article(self) -> str:
        """The article in which it stands."""
        return self.hop.iri.partition("#")[0]

    @property
    def named(self) -> bool:
        """Whether the text says whose word it is by name; an outlet's own voice is nobody's, "the A.G." no name."""
        return self.entity is not None and not self.own_words and not is_office(self.names)

    @property
    def told(self) -> bool:
        """Whether the text says whose word it is at all: by name or by a description."""
        return not self.own_words and (self.entity is not None or self.described)

    @property
    def own_words(self) -> bool:
        """Whether the outlet says so itself."""
        return self.speaker.source.endswith("#voice")


@dataclass(frozen=True, slots=True)
class Scene:
    """One article with its hops and claims by IRI, who is an entity, how the others are described, entities' types."""

    told: Told
    entities: Mapping[str, str]
    descriptions: Mapping[str, str]
    kinds: Mapping[str, str]
    hops: Mapping[str, Hop]
    claims: Mapping[str, Claim]
    parents: Mapping[str, str | None]
    outlets: frozenset[str] = frozenset()  # words of the names of outlets

    @classmethod
    def of(
        cls, told: Told, entities: Mapping[str, str], descriptions: Mapping[str, str], kinds: Mapping[str, str]
    ) -> Scene:
        """Take the hops and claims of an article, and what its outlets are called."""
        outlets = (names for voice, names in told.voices.items() if kinds.get(entities.get(voice, "")) == OUTLET)
        return cls(
            told,
            entities,
            descriptions,
            kinds,
            {hop.iri: hop for hop in told.hops},
            {claim.iri: claim for claim in told.claims},
            {hop.iri: hop.parent for hop in told.hops},
            outlet_words(line for names in outlets for line in proper(names)),
        )

    def chain(self, hop: Hop) -> list[Hop]:
        """Return a hop and those that report it, the outlet's own voice last."""
        return [self.hops[iri] for iri in outwards(hop.iri, self.parents) if iri in self.hops]


def witness(hop: Hop, scene: Scene, rooted: Rooted) -> Witness:
    """Return what is known of whose word a hop is."""
    told, entities, descriptions = scene.told, scene.entities, scene.descriptions
    whole = scene.chain(hop)
    chain = list(_vouched(whole))
    known = (each for each in chain if each.source in entities or each.source in descriptions)
    speaker = next((each for each in known if not each.source.endswith("#voice")), hop)
    claim = scene.claims.get(hop.claim or "")
    described = "" if speaker.source in entities else descriptions.get(speaker.source, "")
    names = told.voices.get(speaker.source, "") if speaker.source in entities else ""
    kind = scene.kinds.get(entities.get(speaker.source, ""), "")
    nouns = called(told, speaker.source)
    return Witness(
        hop=hop,
        speaker=speaker,
        entity=entities.get(speaker.source),
        described=speaker.source in descriptions,
        root=rooted(hop.claim or hop.iri),
        text=rooted(told.article),
        words=frozenset(plain(claim.text).split()) if claim else frozenset(),
        called=frozenset().union(*(called(told, each.source) for each in chain)),
        speaks_for=frozenset(spoken_for(speaker, told, entities)),
        headline=claim is not None and any(s <= claim.start and claim.end <= e for s, e in told.headlines),
        names=names,
        body=body(described),
        bodies=fitting(body(described), told.voices, entities),
        office=office(described),
        telling=telling(described, told.singulars),
        said_to_be=nouns,
        present=frozenset(entities[voice] for voice in told.voices if voice in entities),
        work=told.work,
        kind=kind,
        description=" ".join(described.split()),
        tells=not speaker.source.endswith("#voice")
        and (
            is_outlet(names, kind, nouns) or is_post(names, _said_of(speaker))
            if names
            else is_report(described, told.singulars, scene.outlets)
        ),
        pointed=_is_pointed(speaker, names),
        refused=any(each.stance in DISPUTE for each in whole[1:]),
        stated=claim is None or not claim.points,
        points="" if claim is None else claim.points.partition(";")[0],
        day=(told.day or "")[:10],
    )


def _is_pointed(speaker: Hop, names: str) -> bool:
    """Tell whether the words for a named speaker have none of its names in them: "he", "the clinic"."""
    told = {word for words in speaker.words[: len(speaker.sources)] for word in plain(words).split()}
    spelt = {word for line in proper(names) for word in plain(line).split()}
    pointing = all(not any(word[:1].isupper() for word in words.split()[1:]) for words in speaker.words)
    return bool(told and spelt) and (told <= _POINTING or (pointing and told.isdisjoint(spelt - _POINTING)))


def _said_of(speaker: Hop) -> str:
    """Return the words for a voice where it speaks."""
    return " ".join(speaker.words[: len(speaker.sources)])


def _vouched(chain: Iterable[Hop]) -> Iterator[Hop]:
    """Yield a hop and those that pass it on; who denies or doubts it does not say so, nor who is beyond."""
    for place, hop in enumerate(chain):
        if place and hop.stance in DISPUTE:
            return
        yield hop


def denying(found: Witness) -> Witness:
    """Return a witness whose own words deny the claim, as one that denies it."""
    says_so = found.hop.stance in SUPPORT
    return replace(found, hop=replace(found.hop, stance="denies"), negated=False) if says_so else found


def affirming(found: Witness) -> Witness:
    """Return a witness that denies that it is not so, as one that says so."""
    return replace(found, hop=replace(found.hop, stance="asserts")) if found.hop.stance == "denies" else found


def above(found: Witness, scene: Scene) -> Iterable[Hop]:
    """Yield the hops that pass on what a witness says, the outlet left out."""
    for hop in scene.chain(found.speaker):
        if hop.source != found.speaker.source and not hop.source.endswith("#voice"):
            yield hop


def independent(witnesses: Iterable[Witness], between: Collection[str] = ()) -> list[Witness]:
    """Return the witnesses that do not merely lead to another one; of several that lead to each other, the first.

    Who stands ``between`` an outlet and another voice in some chain comes after those who do not.
    """
    found = sorted(
        witnesses, key=lambda one: (not one.named, bool(one.speaks_for), one.entity in between, *_place(one))
    )
    text = [one for one in found if not one.headline] or found
    telling = [one for one in text if one.told] or text
    sourced = list(_sourced(telling)) or telling
    kept: list[Witness] = []
    for one in sourced:
        if not any(_same_word(one, other) for other in kept) and not _is_known(one, kept):
            kept.append(one)
    return kept


def _sourced(telling: Collection[Witness]) -> Iterator[Witness]:
    """Yield those who do not only tell what others say; who tells in one article does so in all."""
    tellers = [one for one in telling if one.tells and one.named]
    names = frozenset().union(*map(_names, tellers))
    words = outlet_words(line for one in tellers for line in proper(one.names))
    for one in telling:
        if not one.tells and names.isdisjoint(_names(one)) and not is_report(one.description, {}, words):
            yield one


def _names(one: Witness) -> frozenset[str]:
    """Return what a voice is called by name, spaces left out."""
    return frozenset(plain(line).replace(" ", "") for line in proper(one.names)) if one.named else frozenset()


def _is_known(one: Witness, kept: Collection[Witness]) -> bool:
    return _is_known_body(one, kept) or _holds_office(one, kept)


def _holds_office(one: Witness, kept: Iterable[Witness]) -> bool:
    """Tell whether "the chief engineer of the dam" is who is said to be that elsewhere, and is named here."""
    if not one.office or one.named:
        return False
    holding = {other.entity for other in kept if other.named and one.office in other.names.lower()}
    return len(holding) == 1 and holding <= one.present


def _is_known_body(one: Witness, kept: Iterable[Witness]) -> bool:
    """Tell whether "the water authority" is the one body among the others that is named or described so."""
    if not one.body or one.named:
        return False
    called = {other.entity for other in kept if other.named and bears(other.names, one.body)}
    named = called | one.bodies
    return len(called) == len(named) == 1 or (not named and any(one.body == other.body for other in kept))


def _place(one: Witness) -> tuple[bool, str]:
    """Return what orders witnesses: those whose words are their article's own come first."""
    return one.root != one.article, one.hop.iri


def _same_word(one: Witness, other: Witness) -> bool:
    """Tell whether a voice is the word of one before it: the same passage, or called the same in the same text.

    Versions of an article are one text.
    """
    copied = one.article != other.article and one.root == other.root
    revised = one.article != other.article and bool(one.work) and one.work == other.work
    if (copied or revised) and _alike(one.words, other.words) >= SAME_PASSAGE:
        return True
    if other.entity in one.speaks_for or (not one.told and not other.told and one.article == other.article):
        return True
    if one.named or not (one.article == other.article or one.text == other.text or revised):
        return False
    mine, theirs = one.called - ANYBODY, other.called - ANYBODY
    return bool(mine & theirs) or (other.named and not mine and one.article == other.article)


def same_saying(one: Witness, other: Witness) -> bool:
    """Tell whether two articles have the same words for what somebody said: two people do not say so much alike."""
    long = min(len(one.words), len(other.words)) >= SAYING
    return long and one.article != other.article and _alike(one.words, other.words) >= SAME_PASSAGE


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)
