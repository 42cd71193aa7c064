"""The voices at the roots of a claim, each with all its witnesses, and which two of them may be one."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from whosays.graph.names import plain
from whosays.graph.origins.bodies import HEADS
from whosays.graph.origins.descriptions import ANYBODY, WORD, is_role, proper
from whosays.graph.origins.states import holds_office, of_one_state, states_told
from whosays.graph.origins.tellers import PERSON
from whosays.graph.origins.witnesses import Witness, same_saying
from whosays.resources import read_rows, word_classes

SHORTENED: Final = 4  # letters of a word that may stand for the whole ("Intel")
_TITLES: Final = word_classes("graph")["addresses"]
_SPEAKING: Final = word_classes("graph")["speaking_for"]
_STATE: Final = frozenset({"authority", "government"})
_SEXES: Final = {"men": word_classes("graph")["of_men"], "women": word_classes("graph")["of_women"]}
_THINGS: Final = frozenset({"it", "its", "itself"})
_LINKING: Final = frozenset({"and", "for", "of", "the"})
_DOCUMENT: Final = "document"
_KIN: Final = "bystander"
_COLLECTIVE: Final = HEADS | word_classes("graph")["spoken_for"]


@dataclass(frozen=True, slots=True, eq=False)
class Root:
    """One voice that a claim comes from: its first referent or its entity, what a person calls it, its witnesses."""

    name: str
    called: str
    witnesses: tuple[Witness, ...]

    @property
    def first(self) -> Witness:
        """The witness that stands for the others."""
        return self.witnesses[0]

    @property
    def named(self) -> bool:
        """Whether a text says by name who it is."""
        return any(one.named for one in self.witnesses)

    @property
    def own_words(self) -> bool:
        """Whether it is an outlet that says so itself."""
        return self.first.own_words

    @property
    def tells(self) -> bool:
        """Whether it is an outlet, or a report, that tells what others say."""
        return any(one.tells for one in self.witnesses)

    @property
    def pointed(self) -> bool:
        """Whether it is nowhere named where it speaks: "he" may be somebody else than who is thought of."""
        return all(one.pointed for one in self.witnesses)

    @property
    def pointer(self) -> str:
        """The words for it where it first speaks."""
        hop = self.first.speaker
        return " ".join(" ".join(hop.words[: len(hop.sources)]).split())

    @property
    def sexes(self) -> frozenset[str]:
        """What its pronouns and titles tell: "men", "women" or, as a pronoun may be read wrongly, both."""
        lines = (plain(line).split()[:1] for one in self.witnesses for line in one.names.splitlines())
        first = {word for words in lines for word in words}
        return frozenset(sex for sex, words in _SEXES.items() if not words.isdisjoint(first))

    @property
    def is_person(self) -> bool:
        """Whether it is known to be a person."""
        return self.first.kind == PERSON

    @property
    def is_body(self) -> bool:
        """Whether it is known to be none."""
        return self.named and self.first.kind not in ("", PERSON)

    @property
    def names(self) -> list[str]:
        """What it is called by name in all texts."""
        return sorted({line for one in self.witnesses for line in proper(one.names)})

    @property
    def lines(self) -> frozenset[str]:
        """All that it is called in all texts, names and descriptions."""
        return frozenset(line for one in self.witnesses for line in one.names.splitlines())

    @property
    def nouns(self) -> frozenset[str]:
        """The nouns for it in all texts."""
        return frozenset().union(*(one.said_to_be for one in self.witnesses))

    @property
    def states(self) -> frozenset[str]:
        """The states that it is told to be of, in all texts."""
        lines = [line for line in self.lines if not (self.is_person and line.istitle())]  # "Jordan Peele" is of none
        return states_told([*lines, *(() if self.named else (one.description for one in self.witnesses))])

    @property
    def is_collective(self) -> bool:
        """Whether it is a body, by its name or as it is described: "the army's general staff"."""
        return self.is_body or (not self.named and not _COLLECTIVE.isdisjoint(self.first.description.split()[-1:]))

    def same_saying(self, other: Root) -> bool:
        """Tell whether somebody gives both the same long saying."""
        return any(same_saying(one, its) for one in self.witnesses for its in other.witnesses)


def may_be_one(one: Root, other: Root) -> bool:
    """Tell whether nothing speaks against two voices being one and the same source.

    One outlet may have it from the other, "he" be another one than who is thought of, and a document be anybody's word.
    """
    if is_likely(one, other) or (one.tells and other.tells):
        return True
    if (one.pointed or other.pointed) and not _other_pronoun(one, other):
        return True
    if one.named and other.named:
        return speaks_for(one, other) or speaks_for(other, one) or _of_one_state(one, other)
    if any(not root.named and _DOCUMENT in _spheres(root) for root in (one, other)):
        return True
    here, there = one.states, other.states
    apart = bool(here and there) and here.isdisjoint(there)
    if apart or any(body.is_body and _spheres(person) == {_KIN} for body, person in ((one, other), (other, one))):
        return False
    mine, theirs = _spheres(one), _spheres(other)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _other_pronoun(one: Root, other: Root) -> bool:
    """Tell whether the pronoun for a voice is none for the other: "she" no man, "it" nobody; "he" may be of a body."""
    if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
        return True
    turns = ((one, other), (other, one))
    return any(who.pointed and whom.is_person and who.pointer.lower() in _THINGS for who, whom in turns)


def is_likely(one: Root, other: Root) -> bool:
    """Tell whether the words or the names of two voices say that they are one."""
    return one.same_saying(other) or (
        one.named and other.named and (_of_one_name(one, other) or _of_one_body(one, other))
    )


def _of_one_state(one: Root, other: Root) -> bool:
    """Tell whether a voice may speak for the state or the body of it that another one is."""
    return of_one_state(one.lines, other.lines, persons=(one.is_person, other.is_person))


def speaks_for(one: Root, other: Root) -> bool:
    """Tell whether a voice is called by the name of another one: "Bo Lund of the Harbour Office"."""
    calls = [f" {plain(line)} " for line in one.names]
    bodies = {form for line in other.names if " " in (form := plain(line))}
    return any(f" {body} " in call and call.strip() != body for body in bodies for call in calls)


def is_asked(one: Root, other: Root) -> bool:
    """Tell whether what another voice asks for has a voice's last name in it, and its own words have not."""
    last = {words[-1] for line in one.names if (words := plain(line).split())}
    own = frozenset().union(*(its.words for its in one.witnesses))
    return one.name != other.name and any(last & its.words - own for its in other.witnesses)


def is_described(one: Root, named: Root) -> bool:
    """Tell whether who has no name is one who has: "Foley's mother" is Diane Foley, "the mother of James Foley".

    So is "a spokesman for the clinic" the Yorkville clinic: whoever says it for a body is that body.
    """
    if one.named or not named.named:
        return False
    if named.is_person and holds_office(one.first.description, named.lines):
        return True
    words = {word.lower(): word for word in WORD.findall(one.first.description)}
    names = {word for line in named.names for word in plain(line).split()}
    nouns = one.nouns - ANYBODY
    if words.keys() & _SPEAKING:
        told = words.keys() - ANYBODY - _SPEAKING - {"s"}
        return not named.is_person and bool(told) and told <= names
    capital = {small for small, word in words.items() if word[:1].isupper() and small not in ANYBODY}
    kin = {noun for noun in nouns if _KIN in _sphere().get(noun, ())}
    return bool(kin) and kin <= named.nouns and bool(capital & names)


def is_one_body(one: Root, other: Root) -> bool:
    """Tell whether two names are spellings of one body's: "Pando Daily", "PandoDaily"."""
    if one.is_person or other.is_person or not (one.named and other.named):
        return False
    return not _squeezed(one).isdisjoint(_squeezed(other))


def _squeezed(root: Root) -> frozenset[str]:
    whole = (line for line in root.names if all(word[:1].isupper() or word in _LINKING for word in line.split()))
    return frozenset(plain(line).replace(" ", "") for line in whole)


def _of_one_body(one: Root, other: Root) -> bool:
    """Tell whether the one's name begins as the other's, word by word, or shortens its words: "NBC", "NBC News"."""
    if one.is_person or other.is_person:
        return False
    forms = [[plain(line).split() for line in root.names] for root in (one, other)]
    joined = any(
        min(len(mine), len(theirs)) > SHORTENED and (mine.startswith(theirs) or theirs.startswith(mine))
        for mine in _squeezed(one)
        for theirs in _squeezed(other)
    )
    return joined or any(_begins(short, long) or _begins(long, short) for short in forms[0] for long in forms[1])


def _begins(short: list[str], long: list[str]) -> bool:
    alike = all(
        word == whole or (len(word) >= SHORTENED and whole.startswith(word))
        for word, whole in zip(short, long, strict=False)
    )
    return alike and 0 < len(short) <= len(long)


def _of_one_name(one: Root, other: Root) -> bool:
    """Tell whether a family name alone is one voice's: "Justice Lund" may be Ola Lund, and Bo Lund is not."""
    mine, theirs = _given_names(one), _given_names(other)
    return any(
        not mine[family] or not theirs[family] or mine[family] & theirs[family] for family in mine.keys() & theirs
    )


def _given_names(root: Root) -> dict[str, set[str]]:
    """Return the first names of a voice by its family names, where it is called by any."""
    found: dict[str, set[str]] = {}
    for line in root.names:
        front = line.partition(" of ")[0]
        words = [word for word in plain(front).split() if word not in _TITLES and not is_role(word)]
        if words:
            found.setdefault(words[-1], set()).update(words[:-1][:1])
    return found


def _spheres(root: Root) -> frozenset[str]:
    """Return where a voice speaks from, as far as its nouns tell."""
    nouns = (root.nouns - ANYBODY) | (root.nouns & _STATE)
    return frozenset().union(*(_sphere().get(noun, frozenset()) for noun in nouns))


@functools.cache
def _sphere() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for sphere, nouns in read_rows("graph", "spheres.tsv", 2):
        for noun in nouns.split():
            found[noun] = found.get(noun, frozenset()) | {sphere}
    return found


def most_said(roots: Iterable[Root]) -> list[Root]:
    """Return voices in an order that no article's place changes: who is named and said to say it most often first."""
    return sorted(roots, key=lambda root: (root.pointed, -len(root.witnesses), root.name))
