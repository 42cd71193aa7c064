"""What speaks for somebody as the one whom a description means, as features of the speaker model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.pointing import pointed_at
from whosays.extract.coreference.antecedents.pronoun_features import SENTENCES, TIMES, bucket, is_named_in, ranks
from whosays.extract.coreference.antecedents.pronouns import governors
from whosays.extract.coreference.antecedents.speaker_model import Option
from whosays.extract.coreference.antecedents.told.offices_apart import (
    holds_another,
    is_of_other_place,
    is_of_other_region,
)
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import POSSESSIVE_PRONOUNS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent, plain
from whosays.extract.coreference.roles import GENERIC, NONE, STRONG, WEAK, fit, is_of_scholars, is_paper_alone
from whosays.extract.lexicon import (
    country_named,
    kinds,
    known,
    senses,
    word_class,
    words_of,
)
from whosays.extract.records import Span

# What nobody is called whose name, role or description does not say so.
NO_OTHER = word_class("told_by_name")
PRINTED_OR_SENT = word_class("printed_or_sent")
ARGUMENTS = ("obj", "iobj", "nmod", "obl")
GOVERNMENTS = frozenset(("administration", "government", "governments", "regime"))
REACH = 12  # sentences back in which somebody is an option of whom no role is known
GRADES = {STRONG: "fits", WEAK: "may fit", NONE: "does not fit"}
POINTED = 5.0


@dataclass(frozen=True, slots=True)
class Question:
    """A description; ``by_rule`` is whom the rules take for meant, ``speakers`` who spoke before, the last first."""

    phrase: Phrase
    countries: frozenset[str]
    definite: str
    by_rule: Referent | None
    speakers: Sequence[Referent]
    words: Sequence[Span]  # what is attributed to it


def may_mean(phrase: Phrase, referent: Referent, countries: frozenset[str], cast: Cast) -> bool:
    """Tell whether somebody is an option for a description at all: number, kind, gender and country agree."""
    inside = any(phrase.start <= o.start < phrase.end for o in referent.occurrences)  # "Roe's lawyer" is not Roe
    if inside or is_of_others(cast, phrase, referent, countries):
        return False
    if fit(phrase, referent, countries) == STRONG or plain(phrase.description) in referent.called:
        return True
    paper = (referent.type == "Outlet" and is_of_scholars(phrase)) or is_paper_alone(phrase, referent)
    if paper or phrase.head in NO_OTHER:
        return False
    if referent.type == "Place" or phrase.plural != referent.plural or _of_other_country(referent, countries):
        return False
    found = kinds(phrase.head)
    person = bool(found & {"person", "people"})
    if not found or person != (referent.type == "Person") or _of_other_gender(phrase, referent):
        return False
    last = referent.before(phrase.start)
    return last is not None and cast.sentences[phrase.start] - last.sentence <= REACH


def is_of_others(cast: Cast, phrase: Phrase, referent: Referent, countries: frozenset[str]) -> bool:
    """Tell whether "the Orbex boss" would be "an administrator", of whom nobody has told that he is of Orbex.

    "The newspaper" is no news agency, "state media" none of the outlets, "the Korran government" nobody of another
    country or of none, and "the former mayor" nobody who is mayor.
    """
    if phrase.noun in GOVERNMENTS and countries and not _governs(phrase, referent, countries):
        return True
    if referent.named and referent.type == "Person":
        return holds_another(cast, phrase, referent)
    if referent.named:
        several = phrase.noun == "media" and "media" not in referent.words  # "state media" are not the one just named
        return several or (phrase.head in PRINTED_OR_SENT and _is_agency(referent))
    elsewhere = is_of_other_place(cast, phrase, referent) or is_of_other_region(cast, phrase, referent)
    if referent.type == "Person" and elsewhere:
        return True
    names = {word for text in phrase.telling if text[:1].isupper() for word in words_of(text)}
    other = phrase.head in NO_OTHER and phrase.head not in referent.words
    many = phrase.noun not in referent.words and f"{phrase.noun}s" in referent.words  # "the regulator" of regulators
    return other or many or (referent.type == "Person" and not names <= referent.words)


def _governs(phrase: Phrase, referent: Referent, countries: frozenset[str]) -> bool:
    """Tell whether a body is a country that speaks, or called a government itself: no president's palace is."""
    called = any(country_named(name) or phrase.noun in words_of(name) for name in referent.names)
    return bool(countries & referent.countries) and (called or not referent.named)


def is_told_of_beside(doc: Doc, referent: Referent, phrase: Phrase, words: Sequence[Span]) -> bool:
    """Tell whether somebody named does something in the words of a description, or to whom it describes.

    "[Roe] has been involved, the official said", "[Roe] met the mayor, who said".
    """
    if not referent.named or referent.type != "Person":
        return False
    if any(first <= o.span[0] < end for o in referent.occurrences if o.subject for first, end in words):
        return True
    root = doc[phrase.start : phrase.end].root
    over = governors(root) if root.dep_.startswith(ARGUMENTS) and doc[phrase.start - 1].lower_ != "to" else ()
    return any(o.start <= at < o.end for o in referent.occurrences for at in over if at < phrase.start)


def _is_agency(referent: Referent) -> bool:
    """Tell whether somebody is known as a news agency, which neither is printed nor has a channel."""
    entries = [entry for name in referent.names if (entry := known(name))]
    return any("agency" in entry.words for entry in entries)


def _of_other_country(referent: Referent, countries: frozenset[str]) -> bool:
    return bool(countries and referent.countries and not countries & referent.countries)


def _of_other_gender(phrase: Phrase, referent: Referent) -> bool:
    return bool(referent.gender and _genders(phrase) and referent.gender not in _genders(phrase))


def _genders(phrase: Phrase) -> set[str]:
    found = {sense.gender for sense in senses(phrase.head)}
    return set() if None in found else {gender for gender in found if gender}


def description_options(doc: Doc, cast: Cast, asked: Question, referents: Sequence[Referent]) -> list[Option]:
    """Return those whom a description may mean with what speaks for each, in order."""
    at = asked.phrase.start
    grades = [fit(asked.phrase, r, asked.countries) for r in referents]
    told = pointed_at(doc, _head(doc, asked.phrase), referents)
    last = [o.start if (o := r.before(at)) else -1 for r in referents]
    ranked = {
        "recent": ranks(last),
        "recent of those that fit so": ranks([(grade, place) for grade, place in zip(grades, last, strict=True)]),
        "often": ranks([len(r.between(0, at - 1)) for r in referents]),
        "pointed at": ranks([told[id(r)] for r in referents]),
    }
    fitting = bucket(grades.count(STRONG), TIMES)
    options = []
    for number, (referent, grade) in enumerate(zip(referents, grades, strict=True)):
        names = {*_names(doc, cast, asked, referent, grade), f"{GRADES[grade]}, {fitting} fit"}
        names |= {f"{what}: {places[number]}" for what, places in ranked.items()}
        kind = _kind(asked.phrase)
        features = {"somebody": 1.0, f"{kind}: somebody": 1.0, f"{asked.definite}: somebody": 1.0}
        for name in sorted(names):
            features |= {name: 1.0, f"{kind}: {name}": 1.0, f"{asked.definite}: {name}": 1.0}
        features["pointing"] = features[f"{kind}: pointing"] = told[id(referent)] / POINTED
        options.append(Option(referent, features))
    return options


def _head(doc: Doc, phrase: Phrase) -> int:
    """Return the word that heads a description."""
    words = phrase.head.split()
    found = (i for i in range(phrase.start, phrase.end) if words and doc[i].lower_ == words[-1])
    return next(found, phrase.start)


def _kind(phrase: Phrase) -> str:
    found = kinds(phrase.head)
    kind = (
        "person"
        if found & {"person", "people"}
        else "body"
        if found - {"document"}
        else "document"
        if found
        else "else"
    )
    return f"several of {kind}" if phrase.plural else kind


def _names(doc: Doc, cast: Cast, asked: Question, referent: Referent, grade: int) -> Iterator[str]:
    phrase, named = asked.phrase, "named" if referent.named else "described"
    yield referent.type
    yield f"{named}, {GRADES[grade]}"
    if referent is asked.by_rule:
        yield "by rule"
        yield f"by rule, {named}, {GRADES[grade]}"
    else:
        yield "somebody else by rule" if asked.by_rule else "nobody by rule"
    if is_named_in(doc, referent, asked.words):
        yield "named in its words"
    yield _determined(phrase)
    if plain(phrase.description) in referent.called:
        yield f"called so before, {_determined(phrase)}"
    yield from _fitting(asked, referent)
    yield from _near(cast, asked, referent)


def _determined(phrase: Phrase) -> str:
    if phrase.owner:
        return "with an owner"
    return {"": "bare", "an": "a", "these": "those", "this": "that"}.get(phrase.determiner, phrase.determiner)


def _fitting(asked: Question, referent: Referent) -> Iterator[str]:
    phrase, nouns = asked.phrase, referent.nouns()
    wanted = {sense.canonical for sense in senses(phrase.head)}
    if any(sense.canonical in wanted for noun in nouns for sense in senses(noun)):
        yield "has the very noun"
    elif not nouns:
        yield "has no noun"
    if phrase.head in GENERIC:
        yield "generic noun"
    if (
        referent.named
        and referent.type in ORGANISED
        and any(words_of(n)[-1:] == (phrase.head,) for n in referent.names)
    ):
        yield "is named with the noun"
    if asked.countries:
        yield "of that country" if asked.countries & referent.countries else "of unknown country"
    own = {word for text in (*phrase.telling, *phrase.head.split()[:-1]) for word in words_of(text)}
    if own:
        yield "all modifiers" if own <= referent.words else "some modifiers" if own & referent.words else "no modifiers"
    tail = {word for word in words_of(phrase.tail) if len(word) > 3}
    if tail:
        yield "words of what follows" if tail & referent.words else "no words of what follows"
    if phrase.owner:
        yield "owned by it" if phrase.description.lower().split()[0] in POSSESSIVE_PRONOUNS else "owned by a name"
    if _genders(phrase):
        yield "of that gender" if referent.gender else "of unknown gender"


def _near(cast: Cast, asked: Question, referent: Referent) -> Iterator[str]:
    at = asked.phrase.start
    last = referent.before(at)
    if last is None:
        yield f"only ahead, {bucket(cast.sentences[at], SENTENCES)} sentences"
    else:
        yield f"{bucket(cast.sentences[at] - last.sentence, SENTENCES)} sentences back"
        yield f"{min(cast.paragraphs[at] - cast.paragraphs[last.start], 3)} paragraphs back"
        yield "as a subject" if last.subject else "not as a subject"
    spoken = [i for i in referent.spoke if i < at]
    yield f"spoke {bucket(len(spoken), TIMES)} times"
    yield f"mentioned {bucket(len(referent.between(0, at - 1)), TIMES)} times"
    number = next((n for n, r in enumerate(asked.speakers) if r is referent), None)
    if number is not None:
        yield f"spoke as number {number}"
    if any(cast.paragraphs[i] == cast.paragraphs[at] for i in spoken):
        yield "spoke in this paragraph"
