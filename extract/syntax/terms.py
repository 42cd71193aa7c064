"""What a claim says, as terms: its words by their lemmas, each with what it is in the claim, out of the Doc alone.

A term reads ``lemma/class/role/flags``; terms stand between spaces, in text order, and ``.`` parts sentences.

- The lemma is that of the word which a word is made from ("evacuation": evacuate), a number is in digits.
- The class is N noun, M name, V verb, A adjective, R adverb, P preposition or particle, D number.
- The role is p for what is said of a subject, q for that in a clause on a noun or on what is outside of the claim,
  s for the subject, o for the object or whoever undergoes it, else the preposition that leads to the word, or nothing.
- Flags: n negated, f flatly (near the beginning), m possible or owed, u undergone by its subject, a said in a clause
  beside, g the owner of what follows, i told by another voice within; of a name how many of its last letters only tell
  that somebody is of a place ("zemrian" 3).

Determiners, pronouns, auxiliaries and conjunctions are left out, and what comes after ``MOST`` terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from anyascii import anyascii
from spacy import attrs
from spacy.tokens import Doc

from whosays.extract.lexicon import form_of, origin, word_class
from whosays.extract.pipeline import Columns, columns
from whosays.extract.records import Span
from whosays.extract.syntax.digits import in_digits

MOST: Final = 200  # terms of a claim
OPENING: Final = 6  # words in which a flat denial denies
SENTENCE: Final = "."
_CLASSES: Final = {
    "NOUN": "N", "PROPN": "M", "VERB": "V", "ADJ": "A", "ADV": "R", "ADP": "P", "NUM": "D", "X": "N", "INTJ": "R",
}  # fmt: skip
_FUNCTIONS: Final = {"TO": "P", "WRB": ""}  # by their tag: "to" before an infinitive, "when"
_NEGATORS: Final = word_class("negating")
_FLATLY: Final = word_class("flatly_negating")
_ONLY: Final = word_class("not_negated")
_FALLING_SHORT: Final = word_class("falling_short")
_POSSIBLE: Final = word_class("possible")
_OWED: Final = word_class("owed")
_PREDICATES: Final = frozenset("ROOT ccomp parataxis xcomp advcl acl acl:relcl conj dep csubj".split())
_ON_NOUNS: Final = frozenset(["acl", "acl:relcl"])
_BESIDE: Final = _ON_NOUNS | {"advcl"}
_PARTICIPLES: Final = frozenset(["VBN", "VBG"])
_WITHIN_A_NOUN: Final = frozenset("amod compound flat nmod nmod:poss nummod appos conj det".split())
_ROLES: Final = {
    "nsubj": "s", "csubj": "s", "obj": "o", "iobj": "o", "nsubj:pass": "o", "csubj:pass": "o",
}  # fmt: skip
_CLIMBED: Final = frozenset("ADV DET PART AUX CCONJ".split())  # what a negation stands at, and does not deny
_OF_A_PLACE: Final = re.compile(r"(?:ians?|ia|ans?|ese|ish|i|a|s|n|e)$")
_LEFT: Final = 4  # letters of a name without its ending
_SMALL: Final = 3  # letters of words that headlines write small
_CAPITALS: Final = 0.9  # of the longer words: then capitals tell nothing of names


@dataclass(frozen=True, slots=True)
class _Parse:
    """A Doc's columns and tree, and what hangs on each word: by its position."""

    words: Columns
    head: Sequence[int]
    dep: Sequence[str]
    entity: Sequence[int]
    case: dict[int, str]
    copula: frozenset[int]
    passive: frozenset[int]
    possible: frozenset[int]
    complement: dict[int, int]


def claim_terms(doc: Doc, spans: Iterable[Span], inner: Iterable[Span] = ()) -> str:
    """Return the terms of a claim that stands in some spans of characters; ``inner`` is what other voices say in it."""
    parse = _parse(doc)
    places = _places(doc, spans)
    within = frozenset(_places(doc, inner))
    return " ".join(islice(_terms(parse, places, within), MOST))


def place_ending(name: str) -> str:
    """Return how many letters at the end of a name only tell that somebody is of a place, as digits; or nothing."""
    found = _OF_A_PLACE.search(name)
    return str(len(found[0])) if found and found.start() >= _LEFT else ""


def phrase_terms(phrase: str, role: str) -> str:
    """Return the terms of a few words that stand in no Doc, by the dictionary; what is a form of a verb is one."""
    found = (form_of(word, verb=True) for word in phrase.split() if word.isalpha() and word.islower())
    return " ".join(f"{lemma}/{kind[0]}/{role}" for lemma, kind in found)


@lru_cache(maxsize=1)
def _parse(doc: Doc) -> _Parse:
    words, strings = columns(doc), doc.vocab.strings
    heads, deps, entities = doc.to_array([attrs.HEAD, attrs.DEP, attrs.ENT_TYPE]).astype("int64").T.tolist()
    named = {number: strings[number % 2**64] for number in set(deps)}
    head, dep = [at + offset for at, offset in enumerate(heads)], [named[number] for number in deps]
    hung: dict[str, set[int]] = {"cop": set(), "passive": set(), "possible": set(), "owed": set(), "perfect": set()}
    case: dict[int, str] = {}
    complement: dict[int, int] = {}
    for at, (to, link) in enumerate(zip(head, dep, strict=True)):
        if link == "case" and words.lower[at].isalpha():
            case[to] = words.lower[at]
        elif link in ("aux:pass", "nsubj:pass"):
            hung["passive"].add(to)
        elif link == "cop":
            hung["cop"].add(to)
        elif link == "aux" and words.lower[at] in _POSSIBLE:
            hung["possible"].add(to)
        elif link == "aux" and words.lower[at] in _OWED:
            hung["owed"].add(to)
        elif link == "aux" and words.lemma[at] == "have":
            hung["perfect"].add(to)
        elif link == "xcomp" and words.pos[at] == "VERB":
            complement[to] = at
    hung["possible"] |= hung["owed"] & hung["perfect"]
    found = {name: frozenset(places) for name, places in hung.items()}
    return _Parse(words, head, dep, entities, case, found["cop"], found["passive"], found["possible"], complement)


def _places(doc: Doc, spans: Iterable[Span]) -> list[int]:
    """Return the tokens of some spans, in text order, each once."""
    found: set[int] = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        found.update(range(span.start, span.end) if span is not None else ())
    return sorted(found)


def _terms(parse: _Parse, places: Sequence[int], inner: frozenset[int]) -> Iterator[str]:
    inside, words = frozenset(places), parse.words
    negated, flat = _negated(parse, places, inside)
    depth = _depths(parse, places, inside)
    predicates = {at for at in places if _is_predicate(parse, at)}
    base = min((depth[at] for at in predicates), default=0)
    on_nouns = {
        at for at in predicates if (_is_on_noun(parse, at) if depth[at] else _is_hanging(parse, at, places, inside))
    }
    shouted = _is_headline([words.text[at] for at in places])
    for number, at in enumerate(places):
        if number and words.is_sent_start[at]:
            yield SENTENCE
        kind, lemma = _class(parse, at, shouted), ""
        if kind == "D":
            lemma = in_digits(words, at)
        elif words.lower[at] in _NEGATORS and kind != "P":
            kind, lemma = "R", "not" if at in negated else ""
        elif kind and not (at in parse.complement and words.lemma[at] in _FALLING_SHORT):
            lemma = _lemma(words, at, kind)
        if lemma:
            flags = (
                ("n", at in negated), ("f", at in flat), ("m", at in parse.possible), ("u", _is_undergone(parse, at)),
                ("a", depth[at] > base), ("g", _owns(parse, at)), ("i", at in inner),
            )  # fmt: skip
            role = _role(parse, at) if at not in predicates else "q" if at in on_nouns else "p"
            told = "".join(flag for flag, holds in flags if holds) + (place_ending(lemma) if kind == "M" else "")
            yield f"{lemma}/{kind}/{role}/{told}".rstrip("/")


def _class(parse: _Parse, at: int, shouted: bool) -> str:
    """Return the letter of a word's class, empty where it is no term."""
    pos, tag = parse.words.pos[at], parse.words.tag[at]
    if tag in _FUNCTIONS:
        return _FUNCTIONS[tag]
    kind = _CLASSES.get(pos, "")
    if kind in ("", "P", "D", "V") or not parse.words.lower[at][:1].isalpha():
        return kind if kind == "D" or parse.words.lower[at][:1].isalpha() else ""
    if shouted:
        return "M" if parse.entity[at] else "N" if kind == "M" else kind
    capital = parse.words.lemma[at][:1].isupper() or (parse.entity[at] and parse.words.text[at][:1].isupper())
    return "M" if kind == "M" or capital else kind


def _lemma(words: Columns, at: int, kind: str) -> str:
    lemma = words.lemma[at].lower()
    if kind != "M":
        lemma = origin(words.lower[at], lemma, words.pos[at])
    return "".join(anyascii(lemma).lower().replace("/", "-").split())


def _role(parse: _Parse, at: int) -> str:
    """Return a word's role, that of the noun which it belongs to where it has none of its own."""
    for _ in range(len(_WITHIN_A_NOUN)):
        if at in parse.case:
            return parse.case[at]
        if parse.dep[at] in _ROLES or parse.dep[at] not in _WITHIN_A_NOUN:
            return _ROLES.get(parse.dep[at], "")
        at = parse.head[at]
    return ""


def _is_predicate(parse: _Parse, at: int) -> bool:
    """Tell whether a word is what its clause says of the subject; a verb that only leads to another one is not."""
    if at in parse.copula or _is_there(parse, at):
        return True
    for _ in range(len(_PREDICATES)):
        pos, dep = parse.words.pos[at], parse.dep[at]
        if dep not in _PREDICATES or pos not in ("VERB", "ADJ") or at in parse.complement:
            return pos == "NOUN" and dep == "xcomp"
        if dep != "conj":
            return pos == "VERB" or dep in ("xcomp", "ROOT", "ccomp")
        if parse.head[at] in parse.copula:
            return True
        at = parse.head[at]
    return False


def _is_there(parse: _Parse, at: int) -> bool:
    """Tell whether a participle says of what there is how it is: "there was no stuck gate"."""
    noun = parse.head[at]
    verb = parse.head[noun]
    exists = parse.words.pos[verb] == "VERB" and parse.words.lemma[verb] == "be" and parse.dep[noun] == "nsubj"
    return exists and parse.dep[at] == "amod" and form_of(parse.words.lower[at], verb=True)[1] == "VERB"


def _is_on_noun(parse: _Parse, at: int) -> bool:
    """Tell whether a predicate is that of a clause on a noun, or joined to one or below it."""
    for _ in range(len(_PREDICATES)):
        if parse.dep[at] in _ON_NOUNS or parse.head[at] == at:
            return parse.dep[at] in _ON_NOUNS
        at = parse.head[at]
    return False


def _is_hanging(parse: _Parse, at: int, places: Sequence[int], inside: frozenset[int]) -> bool:
    """Tell whether a bare participle says of something outside how it is: "described [the tank as cracked]"."""
    if parse.dep[at] not in _BESIDE or parse.head[at] in inside or parse.words.tag[at] not in _PARTICIPLES:
        return False
    return not any(parse.head[i] == at and parse.dep[i].startswith("aux") for i in places)


def _is_undergone(parse: _Parse, at: int) -> bool:
    return at in parse.passive or (parse.dep[at] == "acl" and parse.words.tag[at] == "VBN")


def _owns(parse: _Parse, at: int) -> bool:
    tags = parse.words.tag
    return at + 2 < len(tags) and tags[at + 1] == "POS" and tags[at + 2][:1].isalpha()


def _depths(parse: _Parse, places: Sequence[int], inside: frozenset[int]) -> dict[int, int]:
    """Return below how many clauses beside each word stands, the claim's own head below none."""
    depths: dict[int, int] = {}
    for at in places:
        path = _path(parse, at, inside, depths)
        depth = depths.get(parse.head[path[-1]], 0) if path else 0
        for place in reversed(path):
            depth += parse.dep[place] in _BESIDE and parse.head[place] in inside
            depths[place] = depth
    return depths


def _path(parse: _Parse, at: int, inside: frozenset[int], known: Mapping[int, int]) -> list[int]:
    """Return a word of a claim and what it hangs on, as far up as that is of the claim and not ``known``."""
    path: list[int] = []
    while at in inside and at not in known and at not in path[-1:]:
        path.append(at)
        at = parse.head[at]
    return path


def _negated(parse: _Parse, places: Sequence[int], inside: frozenset[int]) -> tuple[set[int], set[int]]:
    """Return which words a negation denies, and which of them it denies near the beginning of the claim."""
    low = parse.words.lower
    found: set[int] = set()
    flat: set[int] = set()
    for number, at in enumerate(places):
        if low[at] in _NEGATORS and low[at + 1 : at + 2] not in [[only] for only in _ONLY]:
            denied = _denied(parse, at, inside)
            found.add(denied)
            if number < OPENING and low[at] in _FLATLY:
                flat.add(denied)
        elif parse.words.lemma[at] in _FALLING_SHORT and parse.complement.get(at) in inside:
            found ^= {parse.complement[at]}
    for at in [at for at in found if at in parse.complement and parse.words.lemma[at] in _FALLING_SHORT]:
        found ^= {at, parse.complement[at]}
    return found, flat


def _denied(parse: _Parse, at: int, inside: frozenset[int]) -> int:
    """Return what a negation denies: what it hangs on; itself where that is no word of the claim."""
    denied = parse.head[at]
    while parse.words.pos[denied] in _CLIMBED and parse.head[denied] in inside and parse.head[denied] != denied:
        denied = parse.head[denied]
    return denied if denied in inside and parse.words.pos[denied] in _CLASSES else at


def _is_headline(words: Sequence[str]) -> bool:
    """Tell whether nearly all words have a capital, which then tells nothing of names."""
    long = [word for word in words if len(word) > _SMALL and word.isalpha()]
    return len(long) > _SMALL and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)
