"""Who are "the two", "both leaders", "the pair": the two whom the sentences before have joined.

"Jo Roe and Al Lund met. The two said ...", "Korrin and Zemria blamed each other, statements from both nations say".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.subjects import as_body
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent
from whosays.extract.lexicon import kinds, senses, singular, word_class
from whosays.extract.pipeline import columns, is_parsed

ALONE = frozenset(("both", "neither", "two", "pair", "duo"))
COUNTRIES = word_class("nouns_of_countries")
UNKNOWN = word_class("stay_unknown")
KNOWN = frozenset(("the", "these", "those"))
JOINTLY = frozenset(("joint", "jointly"))
LAST = 2  # sentences back in which two stand whom "both" means
APART = 5  # tokens between two names that are joined by "and"


def the_two(doc: Doc, cast: Cast, phrase: Phrase) -> list[Referent]:
    """Return the two whom "both", "the two leaders" or "the pair" means; nobody where others may be meant.

    They are the only two of their sort whom the article has joined by "and", or those joined last; else the only two
    of whom the last sentences tell.  "The leaders" are two where they do something jointly.
    """
    if not _is_of_two(doc, phrase):
        return []
    pairs = [(at, pair) for at, pair in _pairs(doc, cast, phrase) if _fit(phrase, pair)]
    here = cast.sentences[phrase.start]
    near = [(at, pair) for at, pair in pairs if here - cast.sentences[at] <= LAST]
    if len({frozenset(map(id, pair)) for _, pair in pairs}) == 1 and phrase.head not in ALONE:
        near = pairs[-1:]
    if len({frozenset(map(id, pair)) for _, pair in near}) > 1 and phrase.head not in ALONE:
        return []
    at, found = near[-1] if near else _only_two(cast, phrase)
    others = (i for i in range(at, phrase.start) if columns(doc).lower[i] == "two")
    told_of_others = any(doc[i - 1].lower_ not in KNOWN and doc[i + 1].tag_ != "IN" for i in others if i)
    return [] if told_of_others and phrase.determiner != "both" else [as_body(cast, one) for one in found]


def _is_of_two(doc: Doc, phrase: Phrase) -> bool:
    """Tell whether a phrase is said of two who are known, and by nothing else than that or what they are."""
    if phrase.kind != "noun" or phrase.tail or phrase.owner:
        return False
    if phrase.head in ALONE:
        told = phrase.determiner == ("the" if phrase.head not in ("both", "neither") else "")
        return told and not phrase.modifiers
    if not phrase.plural or singular(phrase.noun) in UNKNOWN:
        return False
    counted = phrase.determiner == "both" or phrase.modifiers == ("two",)
    alone = not phrase.modifiers and phrase.determiner == "the" and is_parsed(doc)
    sentence = doc[phrase.start].sent if alone else ()
    return (counted and len(phrase.modifiers) < 2) or any(token.lower_ in JOINTLY for token in sentence)


def _fit(phrase: Phrase, pair: list[Referent]) -> bool:
    """Tell whether two may be "leaders", "women", "companies" or "nations"."""
    people = all(one.type == "Person" for one in pair)
    found = kinds(phrase.head)
    if phrase.head in ALONE:
        return people or len(pair) > 1
    if phrase.noun in COUNTRIES:
        return not people and all(one.type == "Place" or one.countries for one in pair)
    genders = {sense.gender for sense in senses(phrase.head)} - {None}
    other = {one.gender for one in pair} - {None, *genders} if genders else set()
    if found & {"person", "people"} or phrase.head in ("men", "women"):
        return people and not other
    return bool(found & {"organisation", "outlet"}) and all(one.type in ORGANISED for one in pair)


def _pairs(doc: Doc, cast: Cast, phrase: Phrase) -> Iterator[tuple[int, list[Referent]]]:
    """Yield where two names are joined by "and" before a phrase, and who they are; not the last of a longer list."""
    names = sorted((m for m in cast.by_mention if m.end <= phrase.start), key=lambda m: m.start)
    for number, (one, other) in enumerate(pairwise(names)):
        before = doc[names[number - 1].end : one.start].text.strip() if number else ""
        pair = [cast.by_mention[one], cast.by_mention[other]]
        people = [referent.type == "Person" for referent in pair]
        listed = before == "," or any(_are_joined(doc, other, third) for third in names[number + 2 : number + 3])
        if _are_joined(doc, one, other) and not listed and pair[0] is not pair[1] and len(set(people)) == 1:
            yield one.start, pair


def _are_joined(doc: Doc, one: Mention, other: Mention) -> bool:
    between = doc[one.end : other.start]
    if len(between) > APART or not any(token.lower_ == "and" for token in between):
        return False
    behind = (token for token in doc[one.end : other.end] if token.dep_ == "conj")
    return not is_parsed(doc) or any(token.head.i < one.end for token in behind)


def _only_two(cast: Cast, phrase: Phrase) -> tuple[int, list[Referent]]:
    """Return the only two of their sort in the last sentences that tell of any, and where the first is named."""
    here = cast.sentences[phrase.start]
    named = sorted((m.start, number) for number, m in enumerate(cast.by_mention) if m.end <= phrase.start)
    mentions = list(cast.by_mention)
    told = [(at, cast.by_mention[mentions[number]]) for at, number in named]
    for back in range(LAST + 1) if phrase.head not in {"both", "neither"} else ():
        near = [(at, one) for at, one in told if here - cast.sentences[at] <= back and _fit(phrase, [one])]
        found = list({id(one): one for _, one in near}.values())
        if len(found) > 1:
            return (near[0][0], found) if len(found) == 2 else (phrase.start, [])
    return phrase.start, []
