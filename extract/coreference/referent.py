"""The members of an article's cast: what is known of each while the article is read, and their records then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.extract.coreference.naming.matching import abbreviates, bare
from whosays.extract.lexicon import (
    Gender,
    countries_in,
    country_named,
    fold,
    gender_of_name,
    kinds,
    known,
    role_phrases,
    senses,
    titles,
    word_class,
    word_set,
    words_of,
)
from whosays.extract.records import Entity, EntityType, Span

OF_ANY_STATE = word_class("portfolios") | word_class("modifiers_of_states") | word_set("and for of supreme national")
PEERS = word_class("peers")
ORGANISED: tuple[EntityType, ...] = ("Organization", "Outlet", "MilitaryUnit")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a referent is meant: token offsets, sentence number, whether it is a clause's subject."""

    start: int
    end: int
    span: Span
    sentence: int
    subject: bool = False


def _start(occurrence: Occurrence) -> int:
    return occurrence.start


def _tokens(occurrence: Occurrence) -> Span:
    return occurrence.start, occurrence.end


def plain(description: str) -> tuple[str, ...]:
    """Return the words by which a description is known again: no article."""
    words = words_of(description)
    return words[1:] if words[:1] in (("a",), ("an",), ("one",), ("the",)) else words


class Referent:
    """Somebody or something of the article while it is being read; grows as mentions are found.

    ``occurrences`` are in text order.
    """

    __slots__ = (
        "as_one", "called", "countries", "description", "gender", "members", "named", "names", "noun_gender",
        "occurrences", "owner", "plural", "roles", "spoke", "type", "words",
    )  # fmt: skip

    def __init__(self, kind: EntityType, *, named: bool, description: str = "", plural: bool = False) -> None:
        self.type: EntityType = kind
        self.named = named
        self.description = description
        self.plural = plural
        self.as_one = False  # whether several act as one: "it" is the poll that they have issued
        self.names: list[str] = []
        self.roles: list[str] = []
        self.words: set[str] = set(words_of(description))
        self.countries: set[str] = set(countries_in(description))
        self.gender: Gender | None = None
        self.noun_gender: Gender | None = None  # of "her mother", who is no "he", but no likelier "she" than others
        self.occurrences: list[Occurrence] = []
        self.owner = ""  # the country whose body it is, as it is written: "Korrin" of "Korrin's Defence Ministry"
        self.spoke: list[int] = []
        self.members: list[Referent] = []  # who speaks, where several do
        self.called: set[tuple[str, ...]] = {plain(description)} if description else set()

    def add_name(self, name: str) -> None:
        """Record a proper name and what it tells: words, country, gender."""
        name = bare(name) + "’s" * name.endswith("’s")  # of "Lowry's", whose name it is
        if name not in self.names:
            self.names.append(name)
        self.words |= set(words_of(name))
        if self.type == "Person":
            self.gender = self.gender or (gender_of_name(name.split()[0]) if " " in name else None)
            return
        self.countries |= countries_in(name)
        entry = known(name)
        if entry:
            self.words |= set(entry.words)
            self.countries |= {entry.country} if entry.country else set()

    def add_role(self, role: str, countries: Iterable[str] = ()) -> None:
        """Record what the article says this is ("lawmaker", "a US think-tank") and what follows from it."""
        if role and role not in self.roles:
            self.roles.append(role)
        self.words |= set(words_of(role))
        self.countries |= set(countries_in(role)) | set(countries)
        genders = {sense.gender for noun in role_phrases(role) for sense in senses(noun) if sense.kind == "person"}
        if self.type == "Person" and len(genders - {None}) == 1 and not self.gender:
            self.gender = next(iter(genders - {None}))

    def nouns(self) -> set[str]:
        """Return the nouns of the role table that are true of it, from roles and, for organisations, names."""
        texts = (
            [*self.roles, self.description] if self.type == "Person" else [*self.roles, self.description, *self.names]
        )
        found = {noun for text in texts for noun in role_phrases(text)}
        if self.type != "Person":
            found |= {word for word in self.words if kinds(word)}
        return {noun for noun in found if bool(kinds(noun) & {"person", "people"}) == (self.type == "Person")}

    def add(self, occurrence: Occurrence) -> None:
        """Record a place where it is meant; the same tokens are recorded once."""
        at = bisect_left(self.occurrences, _tokens(occurrence), key=_tokens)
        if at == len(self.occurrences) or _tokens(self.occurrences[at]) != _tokens(occurrence):
            self.occurrences.insert(at, occurrence)

    def before(self, token: int) -> Occurrence | None:
        """Return the last occurrence that starts before a token."""
        at = bisect_left(self.occurrences, token, key=_start)
        return self.occurrences[at - 1] if at else None

    def between(self, first: int, last: int) -> list[Occurrence]:
        """Return the occurrences that start from token ``first`` to token ``last``, both inclusive."""
        low = bisect_left(self.occurrences, first, key=_start)
        return self.occurrences[low : bisect_right(self.occurrences, last, low, key=_start)]

    def best_name(self) -> str:
        """Return the fullest name: most words for a person, longest without being an acronym for the others.

        Of a person's names one that begins with a given name goes before others: "Mad Dog Roe" is Jo Roe.
        """
        if not self.named:
            return self.description
        if self.type == "Person":
            name = max(self.names, key=lambda n: (_has_given_name(n), len(n.split()), not n.isupper()))
            style = next((word for role in self.roles if (word := _style(role))), None)
            return f"{style} {name}" if style and _is_incomplete(name) else name  # "Prince Orlo"
        full = [name for name in self.names if not any(abbreviates(name, other) for other in self.names)]
        countries = [name for name in full if country_named(name)]  # "Korrin" rather than "Korra City", its capital
        name = max(countries or full or self.names, key=lambda n: (not n.isupper(), len(n.split())))
        return f"{self.owner}’s {name}" if self.owner and _is_of_any_state(name) else name


def _style(role: str) -> str | None:
    """Return the style by which somebody is named with the first name: "Prince" of "real Prince", "Crown Prince"."""
    before, _, last = role.rpartition(" ")
    found = last[:1].isupper() and (fold(last) in titles("first_name") or last in PEERS)
    return (f"Crown {last}" if before.endswith("Crown") else last) if found else None


def _is_incomplete(name: str) -> bool:
    """Tell whether a name is a word alone, or that of a peer with the seat: "Harrow of Marl"."""
    return " " not in name or name.split()[1] == "of"


def joined(names: Sequence[str]) -> str:
    """Return several names as one: "Jo Roe, Al Lund and Eve Marr"."""
    return ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else names[0]


def _is_of_any_state(name: str) -> bool:
    """Tell whether every state has a body of this name: "Defence Ministry", "Air Force", "Supreme Court"."""
    words = name.lower().partition(" in ")[0].split()
    body = "organisation" in kinds(name) or (len(words) > 1 and any("organisation" in kinds(word) for word in words))
    return body and all(word in OF_ANY_STATE or kinds(word) for word in words)


def _has_given_name(name: str) -> bool:
    first, _, others = name.partition(" ")
    return bool(others) and gender_of_name(first) is not None


def numbered(referents: Iterable[Referent]) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Return the entities ("e1", "e2", ... by first mention) and the id of each referent, by ``id()`` of it."""
    present = [referent for referent in referents if referent.occurrences]
    present.sort(key=lambda r: (min(o.span for o in r.occurrences), r.type))
    ids = {id(referent): f"e{number}" for number, referent in enumerate(present, start=1)}
    names = [referent.best_name() for referent in present if referent.type in ORGANISED]
    shared = {name for name in names if names.count(name) > 1}
    return tuple(_entity(ids, referent, shared) for referent in present), ids


def _entity(ids: Mapping[int, str], referent: Referent, shared: Collection[str]) -> Entity:
    """Return the record of a referent; of bodies of one name each is shown with the country that owns it."""
    name = referent.best_name()
    name = f"{referent.owner}’s {name}" if name in shared and referent.owner else name
    occurrences = sorted(referent.occurrences, key=lambda o: o.span)
    return Entity(
        id=ids[id(referent)],
        type=referent.type,
        name=name,
        named=referent.named,
        mentions=tuple(o.span for o in occurrences),
        aliases=tuple(dict.fromkeys([*referent.names, name])) if referent.named else (),
        role=referent.roles[0] if referent.named and referent.roles else None,
        members=tuple(dict.fromkeys(ids[id(member)] for member in referent.members if id(member) in ids)),
    )
