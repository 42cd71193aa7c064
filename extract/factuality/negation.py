"""Whether the word that attributes is negated, by syntax: a negation reaches what it hangs on, and no verb beyond.

In "a source who asked not to be named said" the naming is negated; in "did not want to say", "has yet to confirm",
"could not confirm or deny" the saying is, through what governs it.  A Doc without a parse is read by the few words
before the verb, an infinitive of its own behind "not to" left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from whosays.extract.lexicon import lemma_of, word_class
from whosays.extract.pipeline import is_parsed

NEGATORS = word_class("negators")
_REACH = 6  # words before the verb, where no parse tells
_GOVERNED = frozenset(("xcomp", "ccomp", "advcl", "obj", "obl", "acl", "aux", "aux:pass", "cop"))
_WORD_LINKS = frozenset(("advmod", "aux", "aux:pass", "cop", "det", "cc", "cc:preconj", "neg", "mark", "case"))
_ALTERNATIVES = frozenset(("or", "nor"))
_LEADING_UP = frozenset(("AUX", "ADV", "PART", "CCONJ"))


def is_negated(words: Sequence[Token], head: Token) -> bool:
    """Tell whether the deciding word is negated by one of the words that attribute, which are in order."""
    before = [token for token in words if token.i < head.i]
    near = " ".join(lemma_of(token) for token in before[-_REACH:])
    if re.search(r"\byet to(?: \w+ly)?$|\bno longer(?: \w+ly)?$|\bno$", near):
        return True
    if not is_parsed(head.doc):
        return _is_negated_by_words(before)
    chain = set(_governors(head, before))
    return any(_reaches(token, chain, head) for token in before if _negates(token) or token.lower_ == "no")


def own_words(words: Sequence[Token], cue: Sequence[Token]) -> list[Token]:
    """Return the words before a cue without a clause on its source ("a clerk [asking not to be named] said")."""
    if not cue or not is_parsed(cue[0].doc):
        return list(words)
    known = {token.i for token in cue}
    known |= {ancestor.i for token in cue for ancestor in token.ancestors}
    return [token for token in words if not _is_on_source(token, known)]


def _is_on_source(token: Token, known: set[int]) -> bool:
    for _ in range(_REACH):
        if token.i in known:
            return False
        if token.dep_.startswith("acl"):
            return True
        token = token.head
    return False


def _negates(token: Token) -> bool:
    return lemma_of(token) in NEGATORS and not _is_only(token)


def _is_only(negator: Token) -> bool:
    """Tell "not only", "not just": it denies nothing."""
    return negator.i + 1 < len(negator.doc) and negator.nbor().lower_ in ("only", "just", "merely", "simply")


def _governors(head: Token, before: Sequence[Token]) -> Iterator[int]:
    """Yield the head and what governs it among the words that attribute: "did not [want] to [say]"."""
    known = {token.i for token in before}
    yield head.i
    for _ in range(_REACH):
        alternative = head.dep_ == "conj" and any(child.lower_ in _ALTERNATIVES for child in head.children)
        if not (alternative or head.dep_ in _GOVERNED) or head.head.i not in known:
            return
        head = head.head
        yield head.i


def _reaches(negator: Token, chain: set[int], head: Token) -> bool:
    """Tell whether a negation hangs on the deciding word or on what governs it, or only helpers stand between."""
    between = negator.doc[negator.i + 1 : head.i]
    if all(token.pos_ in _LEADING_UP or token.i in chain for token in between):
        return True
    for _ in range(3):
        if negator.i in chain:
            return True
        if negator.dep_ not in _WORD_LINKS:
            return False
        negator = negator.head
    return negator.i in chain


def _is_negated_by_words(before: Sequence[Token]) -> bool:
    window: list[Token] = []
    for token in reversed(before[-_REACH:]):
        if token.is_punct:
            break
        window.insert(0, token)
    forms = [token.lower_ for token in window]
    return any(_negates(token) and not _has_infinitive(forms[number + 1 :]) for number, token in enumerate(window))


def _has_infinitive(following: Sequence[str]) -> bool:
    """Tell "(asked) not to be named (said)" from "(chose) not to (say)"."""
    return following[:1] == ["to"] and len([form for form in following[1:] if not form.endswith("ly")]) > 0
