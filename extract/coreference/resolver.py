"""Who is who inside one article: every source and every name to one entity.

Rules in the order a reader applies them: names and their short forms, roles and descriptions ("the
agency"), pronouns. Nobody is guessed: a pronoun without an agreeing antecedent has no entity.

Choices where the five types fit badly: a place that speaks ("Seoul") is an Organization beside the Place; a
document stands for whoever issued it, and is an unnamed Organization when the text names nobody; several
sources in one phrase are one entity, named only when all of its parts are, and have each of them as a member: what
they say together is one attribution, as one sentence says it once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whosays.extract.coreference import documents
from whosays.extract.coreference.antecedents.descriptions import Described, known_referent, new_referent
from whosays.extract.coreference.antecedents.holders import held_roles, holder, may_be_held, titled_owner
from whosays.extract.coreference.antecedents.named_later import speaks_next
from whosays.extract.coreference.antecedents.named_so import in_full
from whosays.extract.coreference.antecedents.pronouns import Setting, agrees, antecedent
from whosays.extract.coreference.antecedents.settings import before_where, up_to_noun
from whosays.extract.coreference.antecedents.speaker_model import Chooser, load_speaker_model
from whosays.extract.coreference.antecedents.spokespeople import is_spokesman_of_nobody, spoken_for
from whosays.extract.coreference.antecedents.subjects import over, taken_up, told_beside, told_of
from whosays.extract.coreference.antecedents.told.only_one import only_one
from whosays.extract.coreference.antecedents.told.quoted_alike import quoted_alike
from whosays.extract.coreference.antecedents.told.said_before import answers, goes_on
from whosays.extract.coreference.issuers import (
    body_before,
    goes_on_with,
    is_account,
    issued_in_words,
    last_issued,
    last_named,
    may_issue,
    told_last,
)
from whosays.extract.coreference.joint import the_two
from whosays.extract.coreference.name_clusters import Cast, gather
from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.noun_phrase import PERSONAL, Phrase, are_people
from whosays.extract.coreference.outlet import know_outlet, outlet_itself
from whosays.extract.coreference.referent import Referent, numbered, plain
from whosays.extract.coreference.roles import attach_roles
from whosays.extract.coreference.source_phrase import read_phrase
from whosays.extract.coreference.speakers import Speakers
from whosays.extract.lexicon import kinds, word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import Entity, EntityType, Span

NOBODY = word_class("stand_for_nobody")


@dataclass(frozen=True, slots=True)
class Referents:
    """The entities of one article, in order of first mention, and the entity of every source that has one.

    Offsets are characters of the Doc's text.
    """

    entities: tuple[Entity, ...]
    by_source: Mapping[Span, str]

    def of(self, source: Span) -> str | None:
        """Return the id of the entity that a source span stands for, ``None`` where it is unknown."""
        return self.by_source.get(source)


def resolve(  # noqa: PLR0913 - an article is read with all that is known of it
    doc: Doc,
    sources: Sequence[Span],
    units: Sequence[Span] = (),
    outlet: str | None = None,
    contents: Sequence[tuple[Span, Span]] = (),
    *,
    choose: Chooser | None = None,
) -> Referents:
    """Return the entities of an article and which of them each source stands for.

    ``sources`` and ``units`` (military units) are character spans of the Doc.  ``contents`` pairs a content span with
    the source it is attributed to: it tells who "I" is inside a quotation and whom "he" in it cannot mean.  ``choose``
    stands in for the shipped speaker model while another is learned.
    """
    ordered = sorted(set(sources))
    mentions = find_mentions(doc, units, ordered, outlet)
    phrases = {span: phrase for span in ordered if (phrase := read_phrase(doc, span, mentions))}
    speaking = {mention for phrase in phrases.values() for mention in documents.heads(doc, phrase, mentions)}
    cast = gather(doc, mentions, speaking, choose or load_speaker_model())
    attach_roles(doc, cast)
    know_outlet(cast, outlet)
    reading = _Reading(doc, cast, phrases, contents, outlet)
    reading.sources()
    reading.pronouns()
    entities, ids = numbered(cast.referents)
    return Referents(entities, {span: ids[id(r)] for span, r in sorted(reading.speakers.resolved.items())})


class _Reading:
    """One pass over an article's sources, then over its other pronouns."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        phrases: Mapping[Span, Phrase],
        contents: Sequence[tuple[Span, Span]],
        outlet: str | None,
    ) -> None:
        self.doc = doc
        self.cast = cast
        self.mentions = list(cast.by_mention)
        self.phrases = phrases
        self.outlet = outlet
        self.contents = contents
        self.words = [content for content, _ in contents]
        self.speakers = Speakers(doc, contents)
        self.documents: dict[str, tuple[int, Referent]] = {}  # where the issuer of a kind of document was last told
        self.held = held_roles(doc, cast)

    def sources(self) -> None:
        """Resolve every source, names first: who speaks in a later clause may own an earlier quotation."""
        for named_first in (True, False):
            for span, phrase in self.phrases.items():
                if (phrase.kind == "name") == named_first:
                    referent = self.phrase(phrase)
                    if referent:
                        self.speakers.add(span, phrase.start, referent)

    def pronouns(self) -> None:
        """Resolve "he" and "she" wherever they stand; the other pronouns only where they speak."""
        done = {phrase.start for phrase in self.phrases.values() if phrase.kind == "pronoun"}
        for at, word in enumerate(columns(self.doc).lower):
            if PERSONAL.get(word) in ("m", "f") and at not in done:
                self.third_person(self.doc[at], speaks=False)

    def phrase(self, phrase: Phrase) -> Referent | None:
        """Return whom a phrase stands for, a new referent where it introduces one."""
        if phrase.kind == "name" and phrase.name:
            return self.cast.by_mention[phrase.name]
        if phrase.kind == "pronoun":
            return self.pronoun(phrase)
        if phrase.kind == "several":
            return self.several(phrase)
        if two := the_two(self.doc, self.cast, phrase):
            return self.cast.together(two, phrase.start, phrase.end)
        nobody = (phrase.head in NOBODY and not phrase.tail) or not any(map(str.isalnum, phrase.description))
        return None if nobody else self.noun(phrase)

    def pronoun(self, phrase: Phrase) -> Referent | None:
        token, form = self.doc[phrase.start], PERSONAL[phrase.pronoun]
        if form in ("I", "we"):
            return self.first_person(token)
        if form == "who":
            return self.relative(token)
        return self.third_person(token, speaks=True)

    def first_person(self, token: Token) -> Referent | None:
        """Return the speaker around "I" or "we"; outside every quotation it is the outlet."""
        speakers = self.speakers.around(token, own=True)
        if not speakers and self.outlet and not self.speakers.is_quoted(token):
            speakers = [outlet_itself(self.cast, self.outlet)]
        if speakers:
            self.cast.place(speakers[0], token.i, token.i + 1)
        return speakers[0] if speakers else None

    def relative(self, token: Token) -> Referent | None:
        """Return the antecedent of "who": what ends right before it, else the noun its clause modifies."""
        clause = token.head
        described = clause.dep_.startswith("acl") and clause.head.i < token.i
        reach = before_where(self.cast, token.i - 1 - (self.doc[token.i - 1].text in (",", "—", "–")))
        person = described and "person" in kinds(clause.head.lower_)  # "[lawyers] for the town, who"
        for at in (clause.head.i,) if person else (reach, clause.head.i) if described else (reach,):
            for referent in self.cast.referents:
                if any(o.start <= at < o.end for o in referent.occurrences):
                    return referent
        phrase = read_phrase(self.doc, up_to_noun(clause.head), self.mentions) if described else None
        return self.phrase(phrase) if phrase and phrase.kind != "pronoun" else None

    def meant(self, token: Token, *, speaks: bool = False) -> Referent | None:
        """Return whom a third-person pronoun means."""
        form = PERSONAL[token.lower_]
        one = only_one(self.doc, self.cast, token) if speaks else None
        if speaks and (one := one or answers(self.doc, self.cast, token, self.speakers.spoken)):
            return one
        for other in over(self.cast, token) if speaks else ():
            self.third_person(other, speaks=False)
        quoted = self.speakers.other_quotations(token)
        setting = Setting(
            speaks,
            last=next((r for r in self.speakers.before(token.i, quoted) if agrees(form, r)), None),
            barred={id(r) for r in self.speakers.around(token, own=False)},
            quoted=quoted,
            attributed=self.speakers.other_words(token),
            own=self.speakers.own_words(token),
            spoke=self.speakers.before(token.i),
        )
        beside = {id(r): (r, span) for r, span in told_beside(self.doc, self.cast, token)} if speaks else {}
        found = antecedent(self.doc, self.cast, token, setting, [r for r, _ in beside.values()])
        words = beside[id(found)][1] if id(found) in beside else None
        return taken_up(self.doc, self.cast, token, words, self.phrase) if words else found

    def third_person(self, token: Token, *, speaks: bool) -> Referent | None:
        """Return whom a third-person pronoun means, and record that it does."""
        form, referent = PERSONAL[token.lower_], self.meant(token, speaks=speaks)
        if speaks and token.lower_ in ("they", "it"):
            referent = told_of(self.doc, self.cast, token, referent, self.phrase) or referent
            own = self.speakers.own_words(token)
            referent = goes_on(self.doc, self.cast, token, self.speakers.spoken, own, referent) or referent
        if referent:
            self.cast.place(referent, token.i, token.i + 1)
            if form in ("m", "f") and speaks and referent.gender is None:
                referent.gender = "m" if form == "m" else "f"
        return referent

    def several(self, phrase: Phrase) -> Referent | None:
        """Return the one referent of several joined sources; named only when every part is a name."""
        parts = [self.noun(part, new=False) if part.kind == "noun" else self.phrase(part) for part in phrase.parts]
        members = [part for part in parts if part]
        if len(members) == len(parts) and len({id(m) for m in members}) == 1:
            return members[0]
        if len(members) == len(parts) and all(member.named for member in members):
            return self.cast.together(members, phrase.start, phrase.end)
        described = phrase.description.replace(" nor ", " and ")  # neither of them, but the two are asked
        kind: EntityType = "Person" if are_people(phrase) else "Organization"
        return self.cast.together(members, phrase.start, phrase.end, described, kind)

    def noun(self, phrase: Phrase, *, new: bool = True) -> Referent | None:
        """Return whom a common noun phrase means; without ``new`` only somebody who is there already."""
        issuer = self.issuer(phrase) if documents.is_document(phrase) else None
        if issuer and not documents.is_foreign(phrase, issuer):
            self.documents[phrase.head] = (phrase.end, issuer)
            return issuer
        found = self.holder(phrase) or quoted_alike(self.doc[phrase.start], phrase, self.speakers, self.contents)
        found = found or known_referent(self.doc, self.cast, self.described(phrase))
        if is_spokesman_of_nobody(phrase) and not (found and found.named):
            found = self.spokesman(phrase, found)
        found = found or (new_referent(self.cast, phrase, self.whose(phrase)) if new else None)
        if found:
            self.cast.place(found, phrase.start, phrase.end)
            found.called.add(plain(phrase.description))
        return found

    def holder(self, phrase: Phrase) -> Referent | None:
        """Return the one whom the article names as "Roe's lawyer", for "Roe's attorney" and "his lawyer"."""
        if phrase.owner is None or not may_be_held(phrase, self.held):
            return None
        owner = next((r for m, r in self.cast.by_mention.items() if m.end == phrase.owner[1] - 1), None)
        if owner is None and PERSONAL.get(self.doc[phrase.start].lower_) in ("m", "f"):
            owner = self.meant(self.doc[phrase.start], speaks=True)
        return holder(phrase, owner, self.held, self.meant, self.cast) if owner else None

    def described(self, phrase: Phrase) -> Described:
        token, spoken = self.doc[phrase.start], self.speakers.before(phrase.start)
        own, quoting = self.speakers.own_words(token), self.speakers.around(token, own=False)
        return Described(phrase, spoken, own, quoting, speaks_next(self.cast, self.phrases.values(), phrase))

    def spokesman(self, phrase: Phrase, found: Referent | None) -> Referent | None:
        """Return the spokesman of the body just named, known or new; else whom the words alone gave."""
        body = spoken_for(self.cast, phrase, self.speakers.spoken, self.words)
        if body is None:
            return found
        name = f"{body.best_name()}’s {phrase.head}"
        known = (r for r in self.cast.referents if not r.named and r.description == name)
        return next(known, None) or new_referent(self.cast, phrase, name)

    def whose(self, phrase: Phrase) -> str:
        """Return the description of "his spokesman who left", "the mayor's spokesman" with the name of whose it is."""
        shown = in_full(self.doc, phrase) or phrase.shown
        last = phrase.owner[1] - 1 if phrase.owner else phrase.start
        common = is_possessive(self.doc[last]) and self.doc[last - 1].is_lower  # not "the District Attorney's Office"
        owner = self.owner(phrase) if common or self.doc[phrase.start].lower_ in PERSONAL else None
        rest = phrase.shown.partition(self.doc[last].text + " ")[2]
        if titled := titled_owner(self.cast, phrase):
            return f"{titled.best_name()}’s {rest}"
        state = owner.owner if owner and kinds(phrase.head) == {"organisation"} else ""
        return f"{state or owner.best_name()}’s {rest}" if owner and owner.named and rest else shown

    def owner(self, phrase: Phrase) -> Referent | None:
        """Return whose "his speech", "the president's tweets" are."""
        if phrase.owner is None:
            return None
        first, last = phrase.owner
        if self.doc[first].lower_ in PERSONAL:
            mine = PERSONAL[self.doc[first].lower_] in ("I", "we")
            return self.first_person(self.doc[first]) if mine else self.third_person(self.doc[first], speaks=True)
        span = self.doc[first : last - 1]
        part = read_phrase(self.doc, (span.start_char, span.end_char), self.mentions)
        new = documents.is_document(phrase) and part is not None and may_issue(part)
        return self.noun(part, new=new) if part and part.kind == "noun" else None

    def issuer(self, phrase: Phrase) -> Referent | None:
        """Return who issued a document: named with it, named with it before, or the one who spoke in it just now."""
        if known := documents.issued_by(self.cast, documents.issuers_named(self.doc, phrase, self.mentions), phrase):
            return known
        if span := issued_in_words(self.doc, phrase) or body_before(self.doc, phrase):
            by = read_phrase(self.doc, span, self.mentions)
            issuer = (self.owner(by) if is_account(by) else self.phrase(by)) if by and may_issue(by) else None
            return issuer if issuer and issuer.type != "Place" else None
        if phrase.owner:
            return None if (owner := self.owner(phrase)) and documents.is_kept(phrase, owner.type) else owner
        if phrase.determiner not in ("the", "this", "that", "same", "another"):
            return None
        told, known = self.documents.get(phrase.head) or (-1, told_last(self.doc, phrase, self.documents.values()))
        at, named = last_named(self.doc, phrase, self.mentions)
        known = documents.issued_by(self.cast, named, phrase) if at > told else known
        if (issued := last_issued(self.doc, phrase, self.words)) and issued.at > told:
            by = read_phrase(self.doc, issued.subject, self.mentions)
            known = (self.phrase(by) if by and may_issue(by) else None) or known
        if known or phrase.determiner == "another":
            return known
        before = documents.issuer_before(self.cast, phrase, self.speakers.spoken, self.words)
        return before or goes_on_with(self.doc, self.cast, phrase, self.speakers.spoken, self.words)
