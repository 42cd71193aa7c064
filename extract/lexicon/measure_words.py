"""What words count: the table ``data/measures.tsv``, by lemma and by form."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from whosays.extract.lexicon.nouns import kinds
from whosays.extract.lexicon.word_classes import word_class
from whosays.extract.lexicon.word_forms import inflections, participle, progressive, third_person
from whosays.resources import read_rows

JOINT = "killed or wounded"
KILLED_OR_MISSING = "killed or missing"
VERB, NOUN, ADJECTIVE, PERSON = "verb", "noun", "adjective", "person"


@cache
def known_measures(kind: str) -> dict[str, str]:
    """Return the normal forms of ``data/measures.tsv`` for one part of speech: lemma to measure."""
    return {word: measure for word, pos, measure in read_rows("extract", "measures.tsv") if pos == kind}


@cache
def counted_states() -> frozenset[str]:
    """Return the measures that say what befell people or what was done with them ("killed", "deployed", ...)."""
    kinds = (known_measures(kind).values() for kind in (VERB, NOUN, ADJECTIVE))
    return frozenset(measure for measures in kinds for measure in measures) | {JOINT}


@cache
def surface_forms() -> dict[str, str]:
    """Every spelling of a word that measures, for text without lemmas."""
    nouns = {form: measure for word, measure in known_measures(NOUN).items() for form in inflections(word, "noun")}
    return nouns | known_measures(ADJECTIVE) | known_measures(VERB) | verb_forms()


@cache
def verb_forms() -> dict[str, str]:
    """Return the forms that verbs that measure have beside a tally; not "slew", which is a number more often."""
    forms = (third_person, participle, progressive)
    return {form(lemma): measure for lemma, measure in known_measures(VERB).items() for form in forms}


@cache
def _by_participle() -> dict[str, str]:
    """The verbs that measure, by their participles: learned lemmas of rare forms are wrong now and then."""
    return {participle(lemma): lemma for lemma in known_measures(VERB)}


def noun_measure(token: Token) -> str | None:
    """Return what a noun measures by itself, by its lemma or its form ("losses", "fatalities")."""
    nouns, form = known_measures(NOUN), token.lower_
    forms = (token.lemma_.lower(), form, form.removesuffix("s"), form.removesuffix("es"))
    return next((nouns[word] for word in forms if word in nouns), None)


def base_form(verb: Token) -> str:
    """Return the lemma of a verb: that of a verb that measures where the form is its participle."""
    if verb.lower_ == "fell":  # no tree is cut down
        return "fall"
    return _by_participle().get(verb.lower_, verb.lemma_.lower())


def are_people(noun: Token) -> bool:
    """Tell "fighters" from "tariffs", both of which are eliminated."""
    lemma = noun.lemma_.lower()
    return "person" in kinds(lemma) or lemma in word_class("people") or lemma in known_measures(PERSON)
