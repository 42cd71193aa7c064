"""Whom a description means: somebody already there ("the agency"), or somebody new ("a senior official")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.description_features import (
    Question,
    description_options,
    is_of_others,
    is_told_of_beside,
    may_mean,
)
from whosays.extract.coreference.antecedents.named_later import (
    DEFINITE,
    UNKNOWN,
    body_named_next,
    body_speaks_next,
    in_headline,
    named_as_foreign,
    named_later,
    named_next,
)
from whosays.extract.coreference.antecedents.named_so import (
    named_so,
    of_age,
    told_first,
    told_to_be,
)
from whosays.extract.coreference.antecedents.of_party import of_party
from whosays.extract.coreference.antecedents.settings import is_only_a_setting
from whosays.extract.coreference.antecedents.told.last_speaker import by_speech, is_contrasted
from whosays.extract.coreference.antecedents.told.offices_apart import answers_in
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import POSSESSIVE_PRONOUNS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent, plain
from whosays.extract.coreference.roles import GENERIC, STRONG, WEAK, described_countries, fit
from whosays.extract.lexicon import (
    country_of,
    is_thing,
    kinds,
    modifier_shown_by,
    senses,
    word_class,
    words_of,
)
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType, Span

ALWAYS_NEW = word_class("always_new")
OF_NO_STATE = frozenset(("international", "world"))
EXACT_WORTH = 3  # sentences of distance that the very same noun outweighs
SPOKE_WORTH = 2
COUNTRY_WORTH = 3


@dataclass(frozen=True, slots=True)
class Described:
    """A common noun phrase that speaks, and who spoke before it, most recent first."""

    phrase: Phrase
    speakers: tuple[Referent, ...]
    words: Sequence[Span] = ()  # what is attributed to it
    quoting: Sequence[Referent] = ()  # in whose quotation it stands
    following: Mention | None = None  # the name that speaks next, if the article has not had it before


def known_referent(doc: Doc, cast: Cast, described: Described) -> Referent | None:
    """Return whom a description takes up, ``None`` where nobody in the article fits."""
    phrase = described.phrase
    if party := of_party(doc, cast, phrase):
        return party
    if named := named_next(cast, phrase, described.following):
        if not in_headline(cast, phrase.start):
            named.add_role(" ".join([*phrase.modifiers, phrase.head]))
        return named
    countries = described_countries(doc, phrase)
    if body := body_named_next(cast, phrase, countries) or body_speaks_next(cast, phrase, described.following):
        return body
    known = "definite" if _is_definite(doc, cast, phrase) else "not definite"
    definite = "new" if phrase.determiner in ALWAYS_NEW else known
    barred = [
        r
        for r in cast.referents
        if (_is_loose(phrase, r, countries) and is_only_a_setting(doc, r, phrase.start, described.words))
        or r in described.quoting
        or is_told_of_beside(doc, r, phrase, described.words)
        or _is_told_apart(doc, r, described, countries)
        or (not countries and named_as_foreign(cast, phrase, r))
    ]
    by_rule = _by_rule(doc, cast, described, countries, barred)
    if by_rule and (by_rule in barred or is_of_others(cast, phrase, by_rule, countries)):
        again = _again(cast, phrase)
        by_rule = again if again not in barred and again is not by_rule else None
    options = [r for r in cast.referents if r is by_rule or may_mean(phrase, r, countries, cast)]
    options = [r for r in options if r not in barred]
    sure = [r for r in options if r.named and countries & r.countries and fit(phrase, r, countries) == STRONG]
    if sure and definite == "definite":  # "the Korran leader" is nobody of unknown country
        options = [r for r in options if r in sure or not r.named]
        by_rule = by_rule if by_rule in options else sure[0] if by_rule and len(sure) == 1 else None
    elif definite == "definite" and any(_is_told_with(phrase, r, countries) for r in options):
        options = [r for r in options if not r.named or countries & r.countries]  # "the Korran official" of before
        by_rule = by_rule if by_rule in options else None
    elif (phrase.determiner in ("a", "an") and phrase.noun in UNKNOWN) or _is_told_unnamed(doc, phrase):
        options = [r for r in options if not r.named]
        by_rule = by_rule if by_rule in options else None
    asked = Question(phrase, countries, definite, by_rule, described.speakers, described.words)
    chosen = cast.choose("description", phrase.start, description_options(doc, cast, asked, options))
    last = next(iter(described.speakers), None)
    if last and chosen and last not in barred and _goes_on(cast, phrase, last, chosen, countries):
        return last
    return by_rule if by_rule and chosen and _is_told_rather(cast, phrase, by_rule, chosen, countries) else chosen


def _goes_on(cast: Cast, phrase: Phrase, last: Referent, chosen: Referent, countries: frozenset[str]) -> bool:
    """Tell whether "the organisation" is rather the body that spoke in the sentence before than one farther back."""
    here, bare = cast.sentences[phrase.start], not (phrase.modifiers or phrase.tail or phrase.owner)
    told = [o for o in last.occurrences if o.subject and o.sentence == here - 1]
    spoke = any(o.start - 1 <= at < o.end for o in told for at in last.spoke)
    body = last.named and last.type == "Organization" and chosen.named and chosen.type in ORGANISED
    before = chosen.before(phrase.start)
    far = before is None or before.sentence < here - 1
    return bare and phrase.head in GENERIC and spoke and body and far and fit(phrase, last, countries) > 0


def _is_loose(phrase: Phrase, referent: Referent, countries: frozenset[str]) -> bool:
    """Tell whether a description says little of somebody: "the organisation" of an outlet among others."""
    any_body = referent.type == "Outlet" and phrase.head in GENERIC
    return any_body or fit(phrase, referent, countries) != STRONG


def _is_told_unnamed(doc: Doc, phrase: Phrase) -> bool:
    """Tell whether "the senior harbour official" has been told of as "a senior harbour official", and not by name."""
    words = phrase.description.lower().split()
    if phrase.determiner != "the" or phrase.noun not in UNKNOWN or len(words) == 1:
        return False
    lower, size = columns(doc).lower, len(words)
    ends = (i + size for i in range(1, phrase.start - size) if lower[i - 1] in ("a", "an") and lower[i] == words[0])
    behind = (end + doc[end].is_punct for end in ends if lower[end - size : end] == words)  # "..., Jo Roe,"
    return any(doc[at].pos_ != "PROPN" for at in behind)


def _is_told_apart(doc: Doc, referent: Referent, described: Described, countries: frozenset[str]) -> bool:
    """Tell whether the words hold a description apart from somebody whom it might fit, but need not.

    "The group that the girl had been with" tells who it is by more than its noun; "But the group said" answers whoever
    spoke last.
    """
    phrase = described.phrase
    contrasted = is_contrasted(doc, phrase)
    if phrase.shown == phrase.description and not (contrasted and referent in described.speakers[:1]):
        return False
    return fit(phrase, referent, countries) != STRONG and plain(phrase.description) not in referent.called


def _is_told_with(phrase: Phrase, referent: Referent, countries: frozenset[str]) -> bool:
    """Tell whether somebody unnamed is described with the country and the noun of a description."""
    described = not referent.named and not referent.plural and phrase.noun in referent.words
    return described and bool(countries & referent.countries)


def _is_told_rather(cast: Cast, phrase: Phrase, by_rule: Referent, chosen: Referent, countries: frozenset[str]) -> bool:
    """Tell whether "the agency" is rather the Harbour Commission of its own paragraph than a firm that may be one."""
    last = by_rule.before(phrase.start)
    here = last is not None and cast.paragraphs[last.start] == cast.paragraphs[phrase.start]
    grades = fit(phrase, by_rule, countries), fit(phrase, chosen, countries)
    return here and by_rule.named and chosen.named and grades[0] == STRONG != grades[1]


def _by_rule(
    doc: Doc, cast: Cast, described: Described, countries: frozenset[str], barred: Sequence[Referent]
) -> Referent | None:
    phrase = described.phrase
    if phrase.determiner in ALWAYS_NEW:
        return _again(cast, phrase)
    if so := named_so(cast, phrase) or of_age(doc, cast, phrase):
        return so
    if _is_definite(doc, cast, phrase):
        found = _before(cast, phrase, countries, barred) or _anywhere(cast, phrase, countries)
        if found is not None and _is_of_another(doc, phrase, found):
            found = None
        named = None if phrase.owner else named_later(cast, phrase, countries)
        found = found or _again(cast, phrase) or by_speech(doc, cast, phrase, described.speakers) or named
        found = found or told_first(doc, cast, phrase)
        return found if found and found.named else told_to_be(doc, cast, phrase, countries) or found
    return told_to_be(doc, cast, phrase, countries) or _again(cast, phrase) or named_later(cast, phrase, countries)


def _is_definite(doc: Doc, cast: Cast, phrase: Phrase) -> bool:
    """A possessor that is no country makes a description of its own ("his lawyer", "Roe's office")."""
    if phrase.owner:
        owner = (phrase.owner[0], phrase.owner[1] - 1)
        words = doc[owner[0] : owner[1]].text.removeprefix("the ").removeprefix("The ")
        places = (m for m in cast.by_mention if m.type == "Place" and m.end == owner[1] and m.start - owner[0] < 2)
        national = bool(country_of(words)) or words.lower() in ("country", "nation") or any(places)
        return national and doc[phrase.owner[0]].lower_ not in POSSESSIVE_PRONOUNS
    if phrase.determiner in DEFINITE:
        return True
    body = kinds(phrase.head) & {"organisation"} and not kinds(phrase.head) & {"person", "people"}
    return not phrase.determiner and bool(body) and not phrase.plural


def _is_of_another(doc: Doc, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "Korrin's ministry" would be taken for a body whose country, which is none of Korrin, is known."""
    if phrase.owner and referent.named and OF_NO_STATE & referent.words:
        return True  # "Korrin's top court" is no International Court
    if not phrase.owner or not referent.countries:
        return False
    owner = doc[phrase.owner[0] : phrase.owner[1] - 1].text.removeprefix("the ").removeprefix("The ")
    return owner.lower() not in ("country", "nation") and not country_of(owner)


def _before(cast: Cast, phrase: Phrase, countries: frozenset[str], barred: Sequence[Referent]) -> Referent | None:
    """Return the fitting referent that is most present; "the company" is no rival that its sentence only mentions."""
    firm = "organisation" in kinds(phrase.head)
    there = [r for r in cast.referents if r.before(phrase.start) and not (firm and r in barred)]
    graded = [(fit(phrase, r, countries), r) for r in there]
    for grade in (STRONG, WEAK):
        fitting = [r for g, r in graded if g == grade and _same_of(phrase, r)]
        fitting = [r for r in fitting if _bears(phrase, r)] or fitting
        if fitting:
            return max(fitting, key=lambda r: _presence(cast, phrase, r, countries))
    return None


def _bears(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether a body is named with the very noun: "the agency" is an Agency rather than an Authority."""
    body = referent.named and referent.type in ORGANISED and phrase.head not in GENERIC
    return body and any(words_of(name)[-1:] == (phrase.head,) for name in referent.names)


def _same_of(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the head of the agency" has anything of that agency in it."""
    tail = {word for word in words_of(phrase.tail) if len(word) > 3}
    roles = [set(words_of(role)) for role in referent.roles if answers_in(phrase.head, role)]
    tailed = [words for words in roles if words & {"of", "for"}] or ([] if referent.named else [referent.words])
    if referent.type in ORGANISED and phrase.tail.startswith("of "):
        return bool(tail & referent.words)
    if referent.type == "Person" and tail and not tailed and _is_of_others(phrase, referent, tail):
        return False
    return not tail or not tailed or any(words & tail for words in tailed)


def _is_of_others(phrase: Phrase, referent: Referent, tail: set[str]) -> bool:
    """Tell whether "the spokesman for the Roads Board" would be taken for a "White Harbour spokesman"."""
    named = any(word[:1].isupper() for word in phrase.tail.split()[1:])
    roles = [role for role in referent.roles if answers_in(phrase.head, role)]
    before = [{w.lower() for w in role.split()[:-1] if w[:1].isupper()} for role in roles]
    return named and bool(before) and all(words and not words & tail for words in before)


def _presence(cast: Cast, phrase: Phrase, referent: Referent, countries: frozenset[str]) -> tuple[int, int]:
    last = referent.before(phrase.start)
    if last is None:
        raise ValueError(referent.best_name())
    wanted = {sense.canonical for sense in senses(phrase.head)}
    exact = any(sense.canonical in wanted for noun in referent.nouns() for sense in senses(noun))
    worth = EXACT_WORTH * exact + COUNTRY_WORTH * bool(countries & referent.countries)
    worth += SPOKE_WORTH * any(position < phrase.start for position in referent.spoke)
    return worth - (cast.sentences[phrase.start] - last.sentence), last.start


def _anywhere(cast: Cast, phrase: Phrase, countries: frozenset[str]) -> Referent | None:
    """Return the one named organisation of the whole article that a telling description fits, if just one does."""
    telling = countries or phrase.owner or any(modifier_shown_by(word.lower()) for word in phrase.modifiers)
    if not telling:
        return None
    named = [r for r in cast.referents if r.named and r.type in ORGANISED]
    fitting = [r for r in named if fit(phrase, r, countries) == STRONG and _same_of(phrase, r)]
    return fitting[0] if len(fitting) == 1 else None


def _again(cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the referent described with the same words before; "another official" is never the same."""
    if phrase.determiner in ("another", "other"):
        return None
    wanted = plain(phrase.description)
    return next((r for r in cast.referents if wanted in r.called), None)


def new_referent(cast: Cast, phrase: Phrase, description: str) -> Referent:
    """Return a new unnamed referent, added to the cast, that a description names in full."""
    plural = phrase.plural and "organisation" not in kinds(phrase.head)
    referent = cast.new(Referent(described_type(phrase), named=False, description=description, plural=plural))
    genders = {sense.gender for sense in senses(phrase.head)}
    if referent.type == "Person" and not plural and len(genders) == 1:
        referent.noun_gender = next(iter(genders))  # "her mother"
    return referent


def described_type(phrase: Phrase) -> EntityType:
    """Return what a description is said of: a person where no noun tells a body or a thing."""
    found = kinds(phrase.head)
    person = found & {"person", "people"} or not (found or is_thing(phrase.head))
    return "Person" if person else "Organization"
