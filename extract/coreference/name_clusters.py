"""The cast of one article: its names gathered into referents.

Full names first, then bare surnames, short forms and acronyms; what could be two people stays two.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Mapping, Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.speaker_model import Chooser
from whosays.extract.coreference.naming.matching import (
    abbreviates,
    bare,
    key,
    names_a_part,
    opens,
    person_words,
    same_organisation,
    same_person,
    same_unit,
    spelled_alike,
    stands_for,
)
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.naming.surroundings import introduced
from whosays.extract.coreference.naming.titled import (
    gender_of,
    generation,
    has_office,
    is_namesake,
    is_only_mrs,
    is_relative,
    is_titled,
    says_which,
    without_juniors,
)
from whosays.extract.coreference.referent import ORGANISED, Occurrence, Referent, joined
from whosays.extract.lexicon import (
    all_names,
    countries_in,
    country_named,
    country_of,
    fold,
    is_people,
    word_class,
    words_of,
)
from whosays.extract.pipeline import columns, is_parsed
from whosays.extract.records import EntityType

PARTICLES = word_class("particles") | {"abu"}


class Cast:
    """All referents of an article so far, and which name stands for whom."""

    def __init__(self, doc: Doc, sentences: Sequence[int], choose: Chooser) -> None:
        self.doc = doc
        self.sentences = sentences
        self.paragraphs = paragraph_numbers(doc)
        self.choose = choose
        self.referents: list[Referent] = []
        self.by_mention: dict[Mention, Referent] = {}
        self.first: dict[str, int] = {}  # where the story has each name of a body first
        self.story = next((at for at, number in enumerate(self.paragraphs) if number), 0)  # behind the headline

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
        referent.add(self.occurrence(start, end))

    def new(self, referent: Referent) -> Referent:
        """Add a referent to the cast."""
        self.referents.append(referent)
        return referent

    def group(self, kind: EntityType, name: str, *, named: bool) -> Referent:
        """Return the referent of several who speak together, a new one where the article has not had it."""
        wanted = sorted(words_of(name))
        for referent in self.referents:
            if referent.plural and referent.named == named and sorted(words_of(referent.best_name())) == wanted:
                return referent
        referent = self.new(Referent(kind, named=named, description="" if named else name, plural=True))
        if named:
            referent.names.append(name)
        return referent

    def together(
        self, members: Sequence[Referent], start: int, end: int, described: str = "", kind: EntityType = "Organization"
    ) -> Referent:
        """Return the referent of several over some tokens, by their names where nothing else describes them."""
        if not described:
            kind = "Person" if all(member.type == "Person" for member in members) else "Organization"
        name = described or joined([member.best_name() for member in members])
        group = self.group(kind, name, named=not described)
        self.place(group, start, end)
        group.members += [member for member in members if member is not group and member not in group.members]
        return group

    def enter(self, mention: Mention, referent: Referent) -> None:
        """Let a name stand for a referent."""
        referent.add_name(mention.text)
        self.by_mention[mention] = referent
        self.place(referent, mention.start, mention.end)


def gather(doc: Doc, mentions: Sequence[Mention], speaking: Collection[Mention], choose: Chooser) -> Cast:
    """Return the cast that an article's names make up; ``choose`` tells whom others mean.

    A surname behind a title goes before a surname alone: "Mayor Roe" tells which Roe the article calls so.

    ``speaking`` are the names that head a source: a place among them is a government or other body, and so another
    referent than the place of the same name.
    """
    cast = Cast(doc, sentence_numbers(doc), choose)
    people = [m for m in mentions if m.type == "Person"]
    bodies = [m for m in mentions if m.type in ORGANISED]
    for mention in sorted(people, key=lambda m: (len(person_words(m.text)) == 1, not is_titled(doc, m), m.start)):
        cast.enter(mention, _person(cast, mention))
    cast.first = {m.text: m.start for m in reversed(bodies) if cast.paragraphs[m.start]}
    for mention in sorted(bodies, key=lambda m: (len(m.text.split()) == 1, m.start)):
        cast.enter(mention, _body(cast, mention))
    by_case = sorted((m.text for m in mentions if m.type == "Place"), key=lambda text: not text.isupper())
    named = {country: text for text in by_case if (country := country_named(text))}
    for mention in mentions:
        if mention.type == "Place":
            cast.enter(mention, _place(cast, mention, named, speaks=mention in speaking))
    for full, short in introduced(doc, bodies):
        _merge(cast, cast.by_mention[full], cast.by_mention[short])
    return cast


def _person(cast: Cast, mention: Mention) -> Referent:
    gender = gender_of(cast.doc, mention)
    people = [r for r in cast.referents if r.type == "Person" and any(_may_be(mention.text, name) for name in r.names)]
    pool = [r for r in people if not (gender and r.gender not in (None, gender))]
    pool = [r for r in without_juniors(cast.doc, pool, mention, cast.story) if not is_namesake(cast.doc, r, mention)]
    if says_which(cast.doc, mention):
        pool = generation(cast.doc, mention, pool)
    elif len(person_words(mention.text)) == 1:
        others = [r for r in pool if not is_relative(cast.doc, r)]
        titled = has_office(cast.doc, mention)
        pool = others if titled or any(same_person(mention.text, name) for r in others for name in r.names) else pool
    if len(person_words(mention.text)) == 1 and not is_titled(cast.doc, mention):
        pool = [r for r in pool if not is_only_mrs(cast.doc, r, mention)]
    chosen = _of_several(pool, mention, same_person) or _only(pool, mention, spelled_alike)
    chosen = chosen or cast.new(Referent("Person", named=True))
    chosen.gender = gender or chosen.gender
    return chosen


def _may_be(one: str, other: str) -> bool:
    return same_person(one, other) or spelled_alike(one, other)


def _of_several(pool: list[Referent], mention: Mention, alike: Callable[[str, str], bool]) -> Referent | None:
    """Return the most recent referent with a compatible name, else the next one; surnames go before given names."""
    fitting = [r for r in pool if any(alike(mention.text, name) for name in r.names)]
    last = fold(mention.text.split()[-1])
    by_surname = [r for r in fitting if any(person_words(name)[-1:] == (last,) for name in r.names)]
    by_surname = [r for r in by_surname if not _has_particle(r, mention)] or by_surname
    return _called_so(by_surname, mention) or _nearest(by_surname or fitting, mention.start)


def _has_particle(referent: Referent, mention: Mention) -> bool:
    """Tell whether a surname alone leaves out a word that belongs to it: "Amer" is not Sadeq Abu Amer."""
    words = person_words(max(referent.names, key=len))
    return " " not in mention.text and len(words) > 2 and words[-2] in PARTICLES


def _called_so(fitting: list[Referent], mention: Mention) -> Referent | None:
    """Return the only one of several whom the article has called by this surname alone: the others have full names."""
    so = [r for r in fitting if mention.text in r.names]
    return so[0] if len(so) == 1 and len(fitting) > 1 else None


def _nearest(fitting: list[Referent], token: int) -> Referent | None:
    earlier = [(o.start, r) for r in fitting if (o := r.before(token))]
    if earlier:
        return max(earlier, key=lambda pair: pair[0])[1]
    return min(fitting, key=lambda r: r.occurrences[0].start, default=None)


def _only(pool: list[Referent], mention: Mention, alike: Callable[[str, str], bool]) -> Referent | None:
    fitting = [r for r in pool if any(alike(mention.text, name) for name in r.names)]
    return fitting[0] if len(fitting) == 1 else None


def _body(cast: Cast, mention: Mention) -> Referent:
    own, unit = _countries_of(cast.doc, mention), mention.type == "MilitaryUnit"
    pool = [r for r in cast.referents if r.type in ORGANISED and (r.type == "MilitaryUnit") == unit]
    pool = [r for r in pool if not (own and r.countries and not own & r.countries)]
    equal = [r for r in pool if _named(mention.text) in {_named(name) for name in r.names}]
    pool = [r for r in pool if not any(_is_whole_of(cast, mention.text, name) for name in r.names)]
    pool = [r for r in pool if not any(_is_another_paper(cast, mention, r, name) for name in r.names)]
    alike = (_only(pool, mention, how) for how in ((same_unit,) if unit else (stands_for, same_organisation, opens)))
    chosen = next(iter(equal), None) or next(filter(None, alike), None)
    if chosen is None:
        chosen = cast.new(Referent(mention.type, named=True))
        chosen.countries |= own
    chosen.owner = chosen.owner or _owner(cast.doc, mention)
    if ORGANISED.index(mention.type) > ORGANISED.index(chosen.type):
        chosen.type = mention.type
    return chosen


def _is_whole_of(cast: Cast, short: str, name: str) -> bool:
    """Tell whether a story has a short name before a longer one, which then names a part or a product of it."""
    return cast.first.get(short, len(cast.doc)) < cast.first.get(name, 0) and names_a_part(short, name)


def _is_another_paper(cast: Cast, mention: Mention, referent: Referent, name: str) -> bool:
    """Tell whether a story has "the Gull" before the "Orlune Gull": no paper goes by its last word before its name."""
    short, first = mention.text, cast.first.get(mention.text, len(cast.doc))
    paper = "Outlet" in (mention.type, referent.type) and " " not in short and name.endswith(f" {short}")
    return paper and 0 < first < cast.first.get(name, 0) and cast.doc[first - 1].lower_ == "the"


def _named(name: str) -> str:
    """Return by what a body is known, whatever its name: "Volkswagen" and "VW" are one row of the table."""
    return key(all_names(bare(name))[0])


def _countries_of(doc: Doc, mention: Mention) -> set[str]:
    """Return the countries in a body's name and the one that owns it: "[Korrin's] defence ministry"."""
    owner = country_of(_owner(doc, mention))
    return {*countries_in(mention.text), *([owner] if owner else ())}


def _owner(doc: Doc, mention: Mention) -> str:
    """Return the country right before "'s" before a name, as it is written; empty where none is."""
    if mention.start < 2 or not is_possessive(doc[mention.start - 1]):
        return ""
    owners = (doc[start : mention.start - 1].text for start in range(max(0, mention.start - 4), mention.start - 1))
    return next((owner for owner in owners if owner[:1].isupper() and country_of(owner)), "")


def _place(cast: Cast, mention: Mention, named: Mapping[str, str], *, speaks: bool) -> Referent:
    """Return the place of a name, or the government that speaks; a capital speaks for a country that is named, too."""
    kind: EntityType = "Organization" if speaks else "Place"
    seat = country_of(mention.text) if speaks and not is_people(mention.text) else None
    seat = seat if seat in named else None
    same = country_named(mention.text) or seat or key(mention.text)
    for referent in cast.referents:
        if referent.type == kind and same in {country_named(n) or key(n) for n in referent.names}:
            return referent
    referent = cast.new(Referent(kind, named=True))
    if seat and (country_named(mention.text) is None or abbreviates(mention.text, named[seat])):
        referent.add_name(named[seat])
    if speaks and (country := country_of(mention.text)):
        referent.countries.add(country)
        referent.words.add("government")
    return referent


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


def paragraph_numbers(doc: Doc) -> list[int]:
    """Return the number of the paragraph of every token."""
    read = columns(doc)
    breaks = (space and "\n\n" in text for space, text in zip(read.is_space, read.text, strict=True))
    return list(itertools.accumulate(map(int, breaks)))
