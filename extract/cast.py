"""The cast of one article: its names gathered into referents.

Full names first, then bare surnames, short forms and acronyms; what could be two people stays two.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whosays.extract.columns import columns
from whosays.extract.names import (
    abbreviates,
    bare,
    key,
    person_words,
    same_organisation,
    same_person,
    same_unit,
    spelled_alike,
)
from whosays.extract.namespans import Mention
from whosays.extract.parsed import is_parsed
from whosays.extract.records import EntityType, Span
from whosays.extract.vocabulary import (
    TITLES,
    Gender,
    countries_in,
    country_named,
    country_of,
    fold,
    gender_of_name,
    kinds,
    known,
    role_phrases,
    senses,
    words_of,
)

ORGANISED: tuple[EntityType, ...] = ("Organization", "Outlet", "MilitaryUnit")
LONGEST_ACRONYM = 7
INTRODUCES = frozenset(
    ("or", "known", "also", "as", "called", "abbreviated", "the", ",", "(", "shortened", "to", "aka")
)


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


def _place_of(occurrence: Occurrence) -> Span:
    return occurrence.start, occurrence.end


def plain(description: str) -> tuple[str, ...]:
    """Return the words by which a description is known again: no article."""
    words = words_of(description)
    return words[1:] if words[:1] in (("a",), ("an",), ("one",), ("the",)) else words


class Referent:
    """Somebody or something of the article while it is being read; grows as mentions are found."""

    __slots__ = (
        "called", "countries", "description", "gender", "named", "names",
        "occurrences", "plural", "roles", "spoke", "type", "words",
    )  # fmt: skip

    def __init__(self, kind: EntityType, *, named: bool, description: str = "", plural: bool = False) -> None:
        self.type: EntityType = kind
        self.named = named
        self.description = description
        self.plural = plural
        self.names: list[str] = []
        self.roles: list[str] = []
        self.words: set[str] = set(words_of(description))
        self.countries: set[str] = set(countries_in(description))
        self.gender: Gender | None = None
        self.occurrences: list[Occurrence] = []
        self.spoke: list[int] = []
        self.called: set[tuple[str, ...]] = {plain(description)} if description else set()

    def add_name(self, name: str) -> None:
        """Record a proper name and what it tells: words, country, gender."""
        name = bare(name)
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

    def before(self, token: int) -> Occurrence | None:
        """Return the last occurrence that starts before a token."""
        at = bisect_left(self.occurrences, token, key=_start)
        return self.occurrences[at - 1] if at else None

    def best_name(self) -> str:
        """Return the fullest name: most words for a person, longest without being an acronym for the others."""
        if not self.named:
            return self.description
        if self.type == "Person":
            return max(self.names, key=lambda n: len(n.split()))
        full = [name for name in self.names if not any(abbreviates(name, other) for other in self.names)]
        return max(full or self.names, key=lambda n: (not n.isupper(), len(n.split())))


class Cast:
    """All referents of an article so far, and which name stands for whom."""

    def __init__(self, doc: Doc, sentences: Sequence[int]) -> None:
        self.doc = doc
        self.sentences = sentences
        self.referents: list[Referent] = []
        self.by_mention: dict[Mention, Referent] = {}

    def occurrence(self, start: int, end: int) -> Occurrence:
        """Return the occurrence over some tokens."""
        span = self.doc[start:end]
        return Occurrence(
            start, end, (span.start_char, span.end_char), self.sentences[start], self._subject(start, end)
        )

    def _subject(self, start: int, end: int) -> bool:
        """Without a parse, the first name of a sentence counts as its subject."""
        if is_parsed(self.doc):
            return str(self.doc[start:end].root.dep_).startswith(("nsubj", "csubj"))
        number = self.sentences[start]
        return not any(m.start < start and self.sentences[m.start] == number for m in self.by_mention)

    def place(self, referent: Referent, start: int, end: int) -> None:
        """Record that some tokens stand for a referent; the same tokens are recorded once."""
        at = bisect_left(referent.occurrences, (start, end), key=_place_of)
        if at == len(referent.occurrences) or _place_of(referent.occurrences[at]) != (start, end):
            referent.occurrences.insert(at, self.occurrence(start, end))

    def new(self, referent: Referent) -> Referent:
        """Add a referent to the cast."""
        self.referents.append(referent)
        return referent

    def enter(self, mention: Mention, referent: Referent) -> None:
        """Let a name stand for a referent."""
        referent.add_name(mention.text)
        self.by_mention[mention] = referent
        self.place(referent, mention.start, mention.end)


def gather(doc: Doc, mentions: Sequence[Mention], speaking: Collection[Mention], sentences: Sequence[int]) -> Cast:
    """Return the cast that an article's names make up.

    ``speaking`` are the names that head a source: a place among them is a government or other body, and so another
    referent than the place of the same name.
    """
    cast = Cast(doc, sentences)
    people = [m for m in mentions if m.type == "Person"]
    bodies = [m for m in mentions if m.type in ORGANISED]
    for mention in sorted(people, key=lambda m: (len(person_words(m.text)) == 1, m.start)):
        cast.enter(mention, _person(cast, mention))
    for mention in sorted(bodies, key=lambda m: (len(m.text.split()) == 1, m.start)):
        cast.enter(mention, _body(cast, mention))
    for mention in mentions:
        if mention.type == "Place":
            cast.enter(mention, _place(cast, mention, speaks=mention in speaking))
    for full, short in _introduced(doc, bodies):
        _merge(cast, cast.by_mention[full], cast.by_mention[short])
    return cast


def _person(cast: Cast, mention: Mention) -> Referent:
    gender = title_gender(cast.doc, mention)
    pool = [r for r in cast.referents if r.type == "Person" and not (gender and r.gender not in (None, gender))]
    chosen = _of_several(pool, mention, same_person) or _only(pool, mention, spelled_alike)
    chosen = chosen or cast.new(Referent("Person", named=True))
    chosen.gender = gender or chosen.gender
    return chosen


def title_gender(doc: Doc, mention: Mention) -> Gender | None:
    """Return the gender that "Mr" or "Ms" before a name tells."""
    before = doc[max(0, mention.start - 2) : mention.start]
    return next((g for t in reversed(list(before)) if t.text[:1].isupper() and (g := TITLES.get(fold(t.text)))), None)


def _of_several(pool: list[Referent], mention: Mention, alike: Callable[[str, str], bool]) -> Referent | None:
    """Return the most recent referent with a compatible name, else the next one; surnames go before given names."""
    fitting = [r for r in pool if any(alike(mention.text, name) for name in r.names)]
    last = fold(mention.text.split()[-1])
    by_surname = [r for r in fitting if any(person_words(name)[-1:] == (last,) for name in r.names)]
    return _nearest(by_surname or fitting, mention.start)


def _nearest(fitting: list[Referent], token: int) -> Referent | None:
    earlier = [(o.start, r) for r in fitting if (o := r.before(token))]
    if earlier:
        return max(earlier, key=lambda pair: pair[0])[1]
    return min(fitting, key=lambda r: r.occurrences[0].start, default=None)


def _only(pool: list[Referent], mention: Mention, alike: Callable[[str, str], bool]) -> Referent | None:
    fitting = [r for r in pool if any(alike(mention.text, name) for name in r.names)]
    return fitting[0] if len(fitting) == 1 else None


def _body(cast: Cast, mention: Mention) -> Referent:
    pool = [r for r in cast.referents if r.type in ORGANISED]
    equal = [r for r in pool if key(mention.text) in {key(name) for name in r.names}]
    if mention.type == "MilitaryUnit":
        units = [r for r in pool if r.type == "MilitaryUnit"]
        chosen = next(iter(equal), None) or _only(units, mention, same_unit)
    else:
        others = [r for r in pool if r.type != "MilitaryUnit"]
        chosen = next(iter(equal), None) or _only(others, mention, same_organisation)
    if chosen is None:
        return cast.new(Referent(mention.type, named=True))
    if ORGANISED.index(mention.type) > ORGANISED.index(chosen.type):
        chosen.type = mention.type
    return chosen


def _place(cast: Cast, mention: Mention, *, speaks: bool) -> Referent:
    kind: EntityType = "Organization" if speaks else "Place"
    same = country_named(mention.text) or key(mention.text)
    for referent in cast.referents:
        if referent.type == kind and same in {country_named(n) or key(n) for n in referent.names}:
            return referent
    referent = cast.new(Referent(kind, named=True))
    if speaks and (country := country_of(mention.text)):
        referent.countries.add(country)
        referent.words.add("government")
    return referent


def _introduced(doc: Doc, bodies: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield name and acronym of "Main Directorate of Intelligence (HUR)" and "the directorate ..., or HUR,"."""
    ordered = sorted(bodies, key=lambda m: m.start)
    for full, short in itertools.pairwise(ordered):
        between = [t.lower_ for t in doc[full.end : short.start]]
        if not between or len(between) > 5 or not set(between) <= INTRODUCES:
            continue
        explicit = "(" in between or bool({"or", "known", "called"} & set(between))
        if explicit and short.text.isupper() and len(short.text) <= LONGEST_ACRONYM and " " in full.text:
            yield full, short


def _merge(cast: Cast, into: Referent, other: Referent) -> None:
    if into is other:
        return
    for mention in [m for m, r in cast.by_mention.items() if r is other]:
        cast.enter(mention, into)
    for role in other.roles:
        into.add_role(role)
    into.countries |= other.countries
    cast.referents.remove(other)


def sentence_numbers(doc: Doc) -> list[int]:
    """Return the number of the sentence of every token; a stray quotation mark is no sentence of its own."""
    number, numbers, worded, read = 0, [], False, columns(doc)
    for starts, alpha, numeric in zip(read.is_sent_start, read.is_alpha, read.like_num, strict=True):
        if starts and worded:
            number, worded = number + 1, False
        worded = worded or bool(alpha or numeric)
        numbers.append(number)
    return numbers
