"""One claim's terms made comparable: what each can mean, which of them say what happens, numbers, names, negation.

A claim comes as the terms that its article was read into (``ws:terms``); here is no text.  Every function looks at one
claim only.  Whether two claims say the same must not depend on what else is in the collection, or adding an article
would change what is long decided: so there are no weights learnt from the collection, but fixed lists of words that
say little and of words that say the same (``word_senses``).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import Final

from whosays.graph.wording.word_senses import Expression, denied_senses, expressions, is_event, senses
from whosays.resources import read_classes

GAP: Final = 3  # terms between those of an expression: "brought the roof of the school down"
TIME_WEIGHT: Final = 0.3
SUBORDINATE_WEIGHT: Final = 0.6
_SENTENCE: Final = "."
_PARTICLES: Final = frozenset("PD")  # classes of what says something with other words only
_MAIN: Final = "p"
_PREDICATES: Final = frozenset({_MAIN, "q"})
_ARGUMENTS: Final = _PREDICATES | {"s", "o"}  # roles that are no preposition
_NAMED: Final = 8  # letters by which names are compared
_UN: Final = "un"


@dataclass(frozen=True, slots=True)
class Token:
    """A word that says something: what it is compared by, and what it is in its claim.

    ``keys`` are its lemma, its senses ("=kill") and, for a name, what its spellings share ("@zemr"); two words are
    taken for the same where they share a key.  ``event``: it tells what happens; ``says``: it is what the claim says
    of its subject, in the main clause or, ``aside``, in another one.  ``undone``: without its "un-"; ``denied`` are the
    senses that it has with its "not": what did not move is stuck.  ``role`` is that of a term; ``owns``: the next word
    is somebody or something of its own ("Malk's deputy"); ``negated``: a "no" or a "not" goes with it.
    """

    keys: frozenset[str]
    lemma: str
    weight: float = 1.0
    name: bool = False
    time: bool = False
    event: bool = False
    says: bool = False
    aside: bool = False
    passive: bool = False
    possible: bool = False
    undone: str = ""
    role: str = ""
    owns: bool = False
    negated: bool = False
    denied: frozenset[str] = frozenset()

    @property
    def led_by(self) -> str:
        """The preposition that leads to it, or nothing."""
        return "" if self.role in _ARGUMENTS else self.role

    @property
    def known_by(self) -> frozenset[str]:
        """What another word may be found under: the keys, the word that "un-" undoes, what it means with its "not"."""
        return self.keys | self.denied | ({self.undone} if self.undone else frozenset())


@dataclass(frozen=True, slots=True)
class Wording:
    """One claim made comparable: its words in order, numbers as digits, whether it negates and has several sentences.

    ``weight`` is how much is said: 1 for a word, less for one that tells the time or stands in a clause beside;
    ``order`` puts what says less first; ``flat`` that it is said not to be so ("There was no ...", "X did not ...").
    """

    tokens: tuple[Token, ...]
    numbers: frozenset[str] = frozenset()
    negated: bool = False
    several: bool = False
    flat: bool = False
    keys: frozenset[str] = frozenset()
    weight: float = 0.0
    order: tuple[float, str] = (0.0, "")


@dataclass(frozen=True, slots=True)
class _Term:
    """A term as it was written, and what it means with the terms around it."""

    lemma: str
    kind: str
    role: str
    flags: str
    senses: frozenset[str] = frozenset()
    joined: bool = False  # with others

    @property
    def negated(self) -> bool:
        return "n" in self.flags

    def affirmed(self) -> _Term:
        return replace(self, flags=self.flags.replace("n", "").replace("f", ""))


def meanings(token: Token) -> frozenset[str]:
    """Return the senses of a word, with its "not" where that gives it one."""
    return frozenset(key.removeprefix("=") for key in token.keys | token.denied if key.startswith("="))


@functools.lru_cache(maxsize=1 << 14)
def wording(terms: str) -> Wording:
    """Make the terms of a claim comparable."""
    written = [_term(each) for each in terms.split()]
    joined = _with_expressions(written)
    tokens = tuple(_token(term) for term in joined if _says_something(term))
    keys = frozenset(key for token in tokens for key in token.known_by)
    weight = round(sum(token.weight for token in tokens), 3)
    return Wording(
        tokens,
        numbers=frozenset(term.lemma for term in joined if term.kind == "D"),
        negated=any(term.negated for term in joined),
        several=any(term.lemma == _SENTENCE for term in joined),
        flat=any("f" in term.flags for term in joined),
        keys=keys,
        weight=weight,
        order=(weight, " ".join(sorted(keys))),
    )


def is_clause(terms: str) -> bool:
    """Tell whether a claim says something of something: "the dam broke", and not "800", "it" or "the suit"."""
    written = [_term(each) for each in terms.split()]
    return len([term for term in written if term.kind != "P"]) > 1 and any(term.role == _MAIN for term in written)


def own_terms(terms: str) -> str:
    """Return the terms of a claim beside those that another voice tells within."""
    return " ".join(term for term in terms.split() if "i" not in _term(term).flags)


def _term(written: str) -> _Term:
    lemma, kind, role, flags = (*written.split("/"), "", "", "")[:4]
    return _Term(lemma, kind, role, flags, frozenset() if kind == "M" else senses(lemma))


def _with_expressions(terms: list[_Term]) -> list[_Term]:
    """Join the terms of each expression to its first one, which then has the senses of all."""
    left: list[_Term | None] = list(terms)
    for at, term in enumerate(terms):
        for expression in expressions(term.lemma) if left[at] is not None else ():
            places = _places(expression, left, at)
            negated = next((i for i in places if terms[i].negated), None)
            if places and (negated is not None or not expression.negated):
                left[at] = _joined(expression, [terms[place] for place in places])
                for place in places[1:]:
                    left[place] = None
                break
    return [term for term in left if term is not None]


def _places(expression: Expression, terms: list[_Term | None], at: int) -> list[int]:
    """Return where the words of an expression stand, none where it is not all there."""
    places = [at]
    for wanted in expression.lemmas[1:]:
        here = places[-1]
        for place in range(here + 1, min(len(terms), here + 2 + GAP)):
            term = terms[place]
            if term is not None and term.lemma in (wanted, _SENTENCE):
                break
        else:
            return []
        if terms[place].lemma == _SENTENCE:  # type: ignore[union-attr]
            return []
        places.append(place)
    return places


def _joined(expression: Expression, terms: list[_Term]) -> _Term:
    first, said = terms[0], next((term for term in terms if term.role in _PREDICATES), terms[0])
    flags = "".join(dict.fromkeys("".join(term.flags for term in terms)))
    events = any(map(is_event, expression.senses))
    lemma = first.lemma if events else " ".join(expression.lemmas)
    meant = first.senses | expression.senses if events else expression.senses
    whole = _Term(lemma, first.kind if first.kind != "P" else "N", said.role, flags, meant, joined=True)
    return whole.affirmed() if expression.negated else whole


def _says_something(term: _Term) -> bool:
    if term.kind in _PARTICLES or term.lemma == _SENTENCE:
        return False
    return term.joined or (len(term.lemma) > 1 and term.lemma not in _words("empty"))


def _token(term: _Term) -> Token:
    time = term.lemma in _words("time") and not term.joined
    name = term.kind == "M" and not time
    says = term.role in _PREDICATES and not time
    aside = "a" in term.flags
    denied = denied_senses(term.lemma) if term.negated else frozenset()
    keys = {term.lemma, *(f"={sense}" for sense in term.senses if not denied)}
    if name:
        keys.add(f"@{name_key(term.lemma, term.flags)}")
    return Token(
        keys=frozenset(keys),
        lemma=term.lemma,
        weight=TIME_WEIGHT if time else SUBORDINATE_WEIGHT if aside else 1.0,
        name=name,
        time=time,
        event=says or any(map(is_event, term.senses | denied)),
        says=says,
        aside=aside,
        passive="u" in term.flags,
        possible=says and "m" in term.flags,
        role=term.role,
        owns="g" in term.flags,
        negated=term.negated,
        denied=frozenset(f"={sense}" for sense in denied),
        undone=term.lemma.removeprefix(_UN) if term.lemma.startswith(_UN) and len(term.lemma) > len("under") else "",
    )


@functools.cache
def _words(name: str) -> frozenset[str]:
    return read_classes("graph", "weightless.txt")[name]


@functools.lru_cache(maxsize=1 << 14)
def name_key(word: str, flags: str) -> str:
    """Return what spellings of a name and the names of its people begin with: "Zemrian" and "Zemria" are one.

    A digit among its flags tells how many letters its ending has.
    """
    ending = next((int(flag) for flag in flags if flag.isdecimal()), 0)
    return word[: len(word) - ending][:_NAMED]
