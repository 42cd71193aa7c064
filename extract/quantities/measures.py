"""What a number counts, read from the predicate that governs it: killed, wounded, deployed, arrested, ...

Passive subjects and objects get the participle ("killed"), subjects of an intransitive verb too ("arrived");
subjects of a verb with an object are agents, with the present participle ("30 soldiers killed two": 30 killing).
"""

from __future__ import annotations

from spacy.tokens import Token

from whosays.extract.lexicon import (
    ADJECTIVE,
    JOINT,
    PERSON,
    VERB,
    are_people,
    base_form,
    known_measures,
    noun_measure,
    participle,
    progressive,
    word_class,
)
from whosays.extract.syntax import is_of_all, is_passive
from whosays.resources import read_rows

_PHRASES = {row[:3]: row[3] for row in read_rows("extract", "measure_phrases.tsv", 4)}
_KILLING_PEOPLE = frozenset(("eliminated", "neutralised", "neutralized", "taken out"))
_AUXILIARIES = word_class("auxiliaries")
_MODALS = word_class("modals")
_QUANTIFYING = word_class("no_case_of_figures")
_BEHIND_VERBS = frozenset(("back", "away", "off"))
_NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


def measure_of(top: Token, head: Token) -> str | None:
    """Return what is counted of ``head``, or ``None`` where no predicate tells.

    ``top`` is the topmost token of the quantity's noun phrase, ``head`` the counted noun: one token in "30
    soldiers", "thousands" and "troops" in "thousands of troops".
    """
    measure = (
        _of_noun(head)
        or _of_late_passive(head)
        or _of_following_state(head)
        or _of_predicate(_outermost(top), head)
        or _of_modifier(head)
        or _of_modifier(top)
        or known_measures(PERSON).get(head.lemma_.lower())
    )
    return "killed" if measure in _KILLING_PEOPLE and are_people(head) else measure


def measure_of_noun(head: Token) -> str | None:
    """Return what is said of the counted noun itself: "dead soldiers", "drones launched at the capital"."""
    return _of_noun(head) or _of_modifier(head)


def counts_itself(head: Token) -> bool:
    """Whether a noun, participle or adjective says by itself what is counted: "fatalities", "the wounded"."""
    return _noun(head) is not None


def measure_around(head: Token, start: int) -> str | None:
    """Return what the words right around a quantity say, for where the parse went wrong.

    ``start`` is the quantity's first token: "lost | 40 men", "40 men | have been displaced".
    """
    before = head.doc[max(0, start - 1) : start]
    if before and before[0].tag_.startswith("VB") and before[0].pos_ == "VERB":
        lemma = base_form(before[0])
        return None if lemma in word_class("light") | word_class("changes") else _patient(before[0], lemma)
    following = [token for token in head.doc[head.i + 1 : head.i + 6] if token.tag_ != "RB"]
    auxiliaries = [token for token in following if token.lower_ in _AUXILIARIES | _MODALS]
    verb = following[len(auxiliaries)] if following[: len(auxiliaries)] == auxiliaries != following else None
    return _patient(verb, base_form(verb)) if auxiliaries and verb is not None and verb.tag_ == "VBN" else None


def _of_noun(head: Token) -> str | None:
    """The counted noun is itself a casualty, an arrest, ..., or says its state: "fatalities", "dead soldiers"."""
    own = _noun(head)
    if own:
        return _jointly(head, own)
    for child in head.children:
        before = child.dep_ == "amod" and child.i < head.i  # "two ..., and 21 injured" are others
        state = known_measures(ADJECTIVE).get(child.lower_) if before else None
        if state:
            return _jointly(child, state)
    return None


def _of_late_passive(head: Token) -> str | None:
    """The finite passive after a reduced relative: "100 soldiers deployed to Kursk have been killed"."""
    following = head.doc[head.i + 1 : head.sent.end]
    if not following or following[0].tag_ not in ("VBN", "VBD", "VBG") or head.dep_ == "obj":
        return None
    auxiliary = False
    for token in following:
        if token.is_punct or token.lower_ in word_class("clause_openers"):
            return None
        if auxiliary and token.tag_ in ("VBN", "VBD") and token.lower_ not in ("been", "had"):
            told = base_form(token) not in word_class("reported")  # "were confirmed | dead"
            return _jointly(token, _patient(token, base_form(token))) if told else None
        auxiliary = token.lower_ in _AUXILIARIES or (auxiliary and token.tag_ in ("RB", "VBN"))
    return None


def _of_following_state(head: Token) -> str | None:
    """An adjective behind the noun: "left 40 people dead", "12 miners missing"."""
    following = head.doc[head.i + 1 : head.i + 2]
    if not following or any(child.dep_ == "obj" for child in following[0].children):
        return None
    state = known_measures(ADJECTIVE).get(following[0].lower_)
    return _jointly(following[0], state) if state and head.tag_ in _NOUN_TAGS else None


def _noun(token: Token) -> str | None:
    states = known_measures(ADJECTIVE)
    if token.tag_ in ("VBN", "VBD", "JJ", "NN", "NNS", "NNP", "NNPS") and token.lower_ in states:
        return states[token.lower_]
    if token.tag_.startswith("VB"):
        return known_measures(VERB).get(base_form(token)) if token.tag_ == "VBN" else None
    return noun_measure(token)


def _outermost(top: Token) -> Token:
    """Climb from a part to the whole that the predicate governs: "a contingent of 3,000 troops", conjuncts."""
    while (top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON")) or (
        top.dep_.startswith("nmod") and top.head.lemma_.lower() in word_class("containers") and not _noun(top.head)
    ):
        top = top.head
    return top


def _of_predicate(top: Token, head: Token) -> str | None:
    governor, noun = top.head, top.head.pos_ in ("NOUN", "PROPN")
    if governor is not top and (noun or top.dep_.startswith("nmod")):
        partitive = top.dep_.startswith("nmod") and head.lemma_.lower() in word_class("containers")
        return None if partitive else _noun(governor)
    if top.dep_ == "obl:agent":
        return _doing(governor, base_form(governor))
    cases = [child for child in top.children if child.dep_ == "case" and child.lower_ not in _QUANTIFYING]
    measured = top.dep_.startswith("obl") and not cases
    measured = measured and not any(child.dep_ == "obj" for child in governor.children)
    if governor is not top and (measured or top.dep_ in ("nsubj", "nsubj:pass", "obj")):
        return _of_verb(governor, "obj" if measured else top.dep_)
    said_of = governor.lemma_.lower() in word_class("changes") or any(child.dep_ == "cop" for child in top.children)
    return _predicated(top) if governor is top or said_of else None


def _predicated(top: Token) -> str | None:
    """The number is said of a tally or of casualties: "the toll rose to 34", "their losses are half of those"."""
    verb = top if any(child.dep_ == "cop" for child in top.children) else top.head
    subject = subject_of(verb)
    return None if subject is None or subject is top else _tally(subject)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, or the one it shares with the verb or noun above it."""
    for _ in range(6):
        subjects = [c for c in verb.children if c.dep_ in _SUBJECTS and c.tag_ not in ("WDT", "WP", "EX")]
        if subjects:
            plural = [subject for subject in subjects if subject.tag_ in ("NNS", "NNPS")]
            return (plural or subjects)[-1]
        if verb.dep_.startswith("acl"):
            return verb.head
        copular = any(child.dep_ == "cop" for child in verb.children)
        if verb.head is verb or not (copular or verb.dep_ in ("xcomp", "conj", "advcl", "ccomp")):
            return None
        verb = verb.head
    return None


def _tally(subject: Token) -> str | None:
    own = _noun(subject)
    if own or subject.lemma_.lower() not in word_class("tallies"):
        return own
    found = (
        _noun(t) or (known_measures(VERB).get(base_form(t)) if t.pos_ == "VERB" else None) for t in subject.subtree
    )
    return next((measure for measure in found if measure), None)


def _of_verb(verb: Token, dep: str) -> str | None:
    copulas = [child for child in verb.children if child.dep_ == "cop"]
    if verb.pos_ in ("ADJ", "ADV") or copulas:
        stative = verb.lower_ if any(child.lemma_ in word_class("staying") for child in copulas) else None
        return stative or known_measures(ADJECTIVE).get(verb.lower_) or _noun(verb)
    complement = next((child for child in verb.children if _completes(child)), None)
    if complement is not None and complement.tag_ in ("JJ", "NN") and complement.lower_ in known_measures(ADJECTIVE):
        return known_measures(ADJECTIVE)[complement.lower_]
    lemma = base_form(verb)
    if complement is not None and lemma in word_class("driving" if dep == "obj" else "reported"):
        inner = "nsubj:pass" if is_passive(complement) else "nsubj"
        return _of_verb(complement, inner)
    if dep in ("nsubj", "nsubj:outer"):
        return _active(verb, lemma)
    if lemma in word_class("changes") and dep == "obj":
        subject = subject_of(verb)
        tally = _tally(subject) if subject is not None else None
        if tally or lemma in ("reach", "number", "total", "exceed", "be"):
            return tally
    return None if lemma in word_class("light") else _jointly(verb, _patient(verb, lemma))


def _completes(clause: Token) -> bool:
    """Tell "are known | to have died" and "forced 40 men | to be moved", which the parser may take for aims."""
    verb, opens = clause.head, clause.left_edge
    if clause.dep_ != "advcl":
        return clause.dep_ in ("xcomp", "ccomp")
    raised = clause.doc[verb.i + 1 : clause.i].text.lower() in ("to have", "to have been") and is_passive(verb)
    driven = opens.lower_ == "to" and base_form(verb) in word_class("driving")
    return raised or (driven and any(c.dep_ == "obj" and c.right_edge.i + 1 == opens.i for c in verb.children))


def _active(verb: Token, lemma: str) -> str | None:
    objects = [child for child in verb.children if child.dep_ == "obj"]
    fixed = [form for child in objects if (form := _PHRASES.get((lemma, "object", child.lemma_.lower())))]
    if fixed:
        return fixed[0]
    if objects and lemma not in known_measures("active"):
        return None if lemma in word_class("light") | word_class("changes") else _doing(verb, lemma)
    if lemma in word_class("staying"):
        return _stative(verb, lemma)
    if lemma in word_class("reported") | word_class("changes"):
        return None
    return (
        verb.lower_
        if verb.tag_ == "VBG" and lemma not in known_measures(VERB)
        else _jointly(verb, _patient(verb, lemma))
    )


def _doing(verb: Token, lemma: str) -> str:
    """Return the present participle, as the text has it where it has it."""
    return verb.lower_ if verb.tag_ == "VBG" else progressive(lemma)


def _stative(verb: Token, lemma: str) -> str | None:
    """ "Remain closed" says closed, "remain in the town" says remained, "lies six miles from it" nothing."""
    state = next((child for child in verb.children if child.dep_ in ("xcomp", "ccomp", "advcl")), None)
    if state is not None and state.tag_ in ("JJ", "VBN"):
        return state.lower_
    return None if lemma in word_class("being_somewhere") else participle(lemma)


def _patient(verb: Token, lemma: str) -> str | None:
    if not lemma.isalpha() or lemma in word_class("being_somewhere"):
        return None
    particles = (c for c in verb.children if c.dep_ == "compound:prt" and c.doc[c.i + 1 : c.i + 2].text != "to")
    particle = next((child.lower_ for child in particles), _behind(verb))
    fixed = _PHRASES.get((lemma, "particle", particle))
    form = (
        fixed
        or known_measures("active").get(lemma)
        or known_measures(VERB).get(lemma)
        or (verb.lower_ if _is_participle(verb) or verb.pos_ == "NOUN" else participle(lemma))  # "began training"
    )
    return f"{form} {particle}" if particle and not fixed else form


def _behind(verb: Token) -> str:
    """Return "back" of "turned back at the border", whatever the parser calls it, but not "off" of "off the coast"."""
    word, following = ([*verb.doc[verb.i + 1 : verb.i + 3], None, None])[:2]
    ends = following is None or following.is_punct or following.tag_ in ("IN", "TO", "RB")
    return word.lower_ if word is not None and word.lower_ in _BEHIND_VERBS and ends else ""


def _is_participle(verb: Token) -> bool:
    return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lower_.endswith("ed"))


def _jointly(token: Token, measure: str | None) -> str | None:
    """ "killed or wounded" where two predicates share the number: "30 were killed and injured"."""
    others = {_noun(t) or known_measures(VERB).get(base_form(t)) for t in token.conjuncts if not _has_own(t, token)}
    both = {measure, *others}
    return JOINT if {"killed", "wounded"} <= both else measure


def _has_own(token: Token, other: Token) -> bool:
    """Whether a conjunct has arguments or a number of its own: "30 were killed and 40 wounded"."""
    between = token.doc[min(token.i, other.i) + 1 : max(token.i, other.i)]
    own = ("nsubj", "nsubj:pass", "obj", "nummod")
    return any(t.tag_ == "CD" for t in between) or any(child.dep_ in own for child in token.children)


def _of_modifier(head: Token) -> str | None:
    """A clause on the noun: "500 soldiers killed in Kursk", "those who took part", "men fighting in Kursk"."""
    for child in head.children:
        whole = child.dep_ == "acl" and child.pos_ == "VERB" and is_of_all(child)
        if whole and base_form(child) not in word_class("light"):
            lemma = base_form(child)
            return _active(child, lemma) if child.tag_ == "VBG" else _jointly(child, _patient(child, lemma))
        if child.dep_ == "acl:relcl":
            subject = next((t for t in child.children if t.dep_ in _SUBJECTS), None)
            if subject is not None and subject.tag_ in ("WP", "WDT", "WP$"):
                return _of_verb(child, subject.dep_)
    return None
