"""What a number counts, read from the predicate that governs it: killed, wounded, deployed, arrested, ...

Works on Universal Dependencies.  Passive subjects and objects get the participle ("killed"), subjects of an
intransitive verb too ("arrived"); subjects of a verb with an object are agents and get the present participle
("30 soldiers killed two villagers" counts 30 killing).  No negation is read here.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

JOINT = "killed or wounded"
VERB, NOUN, ADJECTIVE, PERSON = "verb", "noun", "adjective", "person"
_FIXED_OBJECTS = {  # verb and object that are one predicate of the subject
    ("take", "part"): "took part", ("lose", "life"): "killed", ("meet", "death"): "killed",
    ("suffer", "injury"): "wounded", ("sustain", "injury"): "wounded", ("receive", "injury"): "wounded",
    ("suffer", "wound"): "wounded", ("sustain", "wound"): "wounded", ("take", "place"): "took place",
}  # fmt: skip
_FIXED_PARTICLES = {("shoot", "down"): "shot down", ("blow", "up"): "blown up", ("wipe", "out"): "killed"}
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


def measure_of(top: Token, head: Token) -> str | None:
    """Return what is counted of ``head``, or ``None`` where no predicate tells.

    ``top`` is the topmost token of the quantity's noun phrase, ``head`` the counted noun: one token in "30
    soldiers", "thousands" and "troops" in "thousands of troops".
    """
    return (
        _of_noun(head)
        or _of_predicate(_outermost(top), head)
        or _of_modifier(head)
        or _of_modifier(top)
        or known_measures(PERSON).get(head.lemma_.lower())
    )


def counts_itself(head: Token) -> bool:
    """Whether a noun, participle or adjective says by itself what is counted: "fatalities", "the wounded"."""
    return _noun(head) is not None


def nearest_measure(after: str, before: str) -> str | None:
    """Return the measure of the first word that has one, after a number, else of the last before it."""
    words = [*re.findall(r"[A-Za-z]+", after), *reversed(re.findall(r"[A-Za-z]+", before))]
    return next((measure for word in words if (measure := _surface_forms().get(word.lower()))), None)


def participle(lemma: str) -> str:
    """Return the past participle of an English verb lemma ("capture": "captured", "withdraw": "withdrawn")."""
    irregular = _participles().get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + "ed"


@cache
def known_measures(kind: str) -> dict[str, str]:
    """Return the normal forms of ``data/measures.tsv`` for one part of speech: lemma to measure."""
    return {word: measure for word, pos, measure in _rows("measures.tsv") if pos == kind}


@cache
def word_class(name: str) -> frozenset[str]:
    """Return one class of words from ``data/word_classes.txt`` ("light", "pronouns", ...)."""
    lines = (files("whosays.extract") / "data" / "word_classes.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(next(line for line in lines if line.startswith(name + ":")).split(":")[1].split())


@cache
def _surface_forms() -> dict[str, str]:
    """Every spelling of a word that measures, for text without lemmas."""
    forms = {word + end: measure for word, measure in known_measures(NOUN).items() for end in ("", "s")}
    forms |= known_measures(ADJECTIVE) | {"casualties": JOINT, "fatalities": "killed", "injuries": "wounded"}
    for lemma, measure in known_measures(VERB).items():
        forms |= dict.fromkeys((lemma, lemma + "s", participle(lemma), _progressive(lemma)), measure)
    return forms


@cache
def _participles() -> dict[str, str]:
    return dict(_rows("participles.tsv"))


def _rows(name: str) -> list[list[str]]:
    lines = (files("whosays.extract") / "data" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _of_noun(head: Token) -> str | None:
    """The counted noun is itself a casualty, an arrest, ..., or says its state: "fatalities", "dead soldiers"."""
    own = _noun(head)
    if own:
        return _jointly(head, own)
    for child in head.children:
        state = known_measures(ADJECTIVE).get(child.lower_) if child.dep_ == "amod" else None
        if state:
            return _jointly(child, state)
    return None


def _noun(token: Token) -> str | None:
    if token.tag_ in ("VBD", "VBN", "VBG", "VB", "VBP", "VBZ"):
        return known_measures(VERB).get(token.lemma_.lower()) if token.tag_ == "VBN" else None
    nouns, states = known_measures(NOUN), known_measures(ADJECTIVE)
    lemma = nouns.get(token.lemma_.lower()) or nouns.get(token.lower_)
    return lemma or (states.get(token.lower_) if token.pos_ == "ADJ" else None)


def _outermost(top: Token) -> Token:
    """Climb from a part to the whole that the predicate governs: "a contingent of 3,000 troops", conjuncts."""
    while (top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")) or (
        top.dep_.startswith("nmod") and top.head.lemma_.lower() in word_class("containers")
    ):
        top = top.head
    return top


def _of_predicate(top: Token, head: Token) -> str | None:
    governor = top.head
    if governor is top:
        return _predicated(top)
    if top.dep_ in ("nsubj:pass", "obj", "dobj", "nsubjpass", "nsubj") and governor.pos_ not in (
        "NOUN",
        "PROPN",
    ):
        return _of_verb(governor, top.dep_)
    if top.dep_.startswith("nmod") and head.lemma_.lower() not in word_class("containers"):
        return _noun(governor)
    if top.dep_ in ("nsubj", "nsubj:pass"):
        return _noun(governor)
    if governor.lemma_.lower() in word_class("changes") or any(child.dep_ == "cop" for child in top.children):
        return _predicated(top)
    return None


def _predicated(top: Token) -> str | None:
    """The number is said of a tally or of casualties: "the toll rose to 34", "their losses are half of those"."""
    verb = top if any(child.dep_ == "cop" for child in top.children) else top.head
    subject = subject_of(verb)
    return None if subject is None or subject is top else _tally(subject)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or the one it shares with the verb or noun above it."""
    for _ in range(6):
        subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            return subject
        if verb.dep_.startswith("acl"):
            return verb.head
        if verb.dep_ not in ("xcomp", "conj", "advcl", "ccomp") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _tally(subject: Token) -> str | None:
    own = _noun(subject)
    if own or subject.lemma_.lower() not in word_class("tallies"):
        return own
    found = (
        _noun(t) or (known_measures(VERB).get(t.lemma_.lower()) if t.pos_ == "VERB" else None)
        for t in subject.subtree
    )
    return next((measure for measure in found if measure), None)


def _of_verb(verb: Token, dep: str) -> str | None:
    if verb.pos_ in ("ADJ", "ADV") or any(child.dep_ == "cop" for child in verb.children):
        return known_measures(ADJECTIVE).get(verb.lower_) or _noun(verb)
    complement = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp")), None)
    if complement is not None and complement.pos_ == "ADJ" and complement.lower_ in known_measures(ADJECTIVE):
        return known_measures(ADJECTIVE)[complement.lower_]
    lemma = verb.lemma_.lower()
    if complement is not None and lemma in word_class("reported") and dep != "obj":
        inner = "nsubj:pass" if any(c.dep_ == "aux:pass" for c in complement.children) else "nsubj"
        return _of_verb(complement, inner)
    if dep in ("nsubj", "nsubj:outer"):
        return _active(verb, lemma)
    if lemma in word_class("changes") and dep in ("obj", "dobj"):
        subject = subject_of(verb)
        tally = _tally(subject) if subject is not None else None
        if tally or lemma in ("reach", "number", "total", "exceed", "be"):
            return tally
    return None if lemma in word_class("light") else _jointly(verb, _patient(verb, lemma))


def _active(verb: Token, lemma: str) -> str | None:
    objects = [child for child in verb.children if child.dep_ in ("obj", "dobj")]
    for child in objects:
        fixed = _FIXED_OBJECTS.get((lemma, child.lemma_.lower()))
        if fixed:
            return fixed
    if objects and lemma not in ("die", "perish"):
        return None if lemma in word_class("light") | word_class("changes") else _progressive(lemma)
    if lemma in word_class("reported") | word_class("changes"):
        return None
    return (
        verb.lower_
        if verb.tag_ == "VBG" and lemma not in known_measures(VERB)
        else _jointly(verb, _patient(verb, lemma))
    )


def _patient(verb: Token, lemma: str) -> str:
    particle = next((child.lower_ for child in verb.children if child.dep_ == "compound:prt"), "")
    fixed = _FIXED_PARTICLES.get((lemma, particle))
    form = (
        fixed or known_measures(VERB).get(lemma) or (verb.lower_ if verb.tag_ == "VBN" else participle(lemma))
    )
    return f"{form} {particle}" if particle and not fixed else form


def _progressive(lemma: str) -> str:
    return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"


def _jointly(token: Token, measure: str) -> str:
    """ "killed or wounded" where two predicates share the number: "30 were killed and injured"."""
    others = {
        _noun(t) or known_measures(VERB).get(t.lemma_.lower()) for t in token.conjuncts if not _has_own(t)
    }
    both = {measure, *others}
    return JOINT if {"killed", "wounded"} <= both else measure


def _has_own(token: Token) -> bool:
    """Whether a conjunct has arguments or a number of its own: "30 were killed and 40 wounded"."""
    own = ("nsubj", "nsubj:pass", "obj", "dobj", "nummod")
    return any(child.dep_ in own or child.like_num for child in token.children)


def _of_modifier(head: Token) -> str | None:
    """A clause on the noun: "500 soldiers killed in Kursk", "those who took part", "men fighting in Kursk"."""
    for child in head.children:
        if child.dep_ == "acl" and child.pos_ == "VERB" and child.lemma_.lower() not in word_class("light"):
            return (
                _jointly(child, _patient(child, child.lemma_.lower()))
                if child.tag_ != "VBG"
                else _active(child, child.lemma_.lower())
            )
        if child.dep_ == "acl:relcl":
            subject = next((t for t in child.children if t.dep_ in _SUBJECTS), None)
            if subject is not None and subject.tag_ in ("WP", "WDT", "WP$"):
                return _of_verb(child, subject.dep_)
    return None
