"""Offices of several words before a name ("Secretary of State"), and possessive endings."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whosays.extract.lexicon import POSSESSIVES, fold, gender_of_name, kinds, singular, titles, word_class, word_set

LONGEST_OFFICE = 6  # words
JOINTS = word_set("of and the for")
SPEAKS_FOR = word_class("speak_for_others")


def is_possessive(token: Token) -> bool:
    """Tell whether a token is a possessive ending ("'s", a stray "‘s", the apostrophe of a plural)."""
    if token.text in POSSESSIVES:
        return True
    if token.i == 0 or token.text not in ("'", "’", "‘"):
        return False
    before = token.nbor(-1)
    plural = before.text.endswith("s") and not before.whitespace_ and bool(token.whitespace_)
    return token.tag_ == "POS" or plural


def ends_office(doc: Doc, end: int) -> bool:
    """Tell whether an office of several words ends before a token ("Secretary of State", "Minister for Rivers")."""
    return office_before(doc, end) is not None


def office_before(doc: Doc, end: int) -> int | None:
    """Return where the office of several words begins that ends before a token, ``None`` where none does."""
    last = doc[end - 1].text if end else ""
    if fold(last) in titles() or "person" in kinds(last) or not last[:1].isupper():  # "a cousin of Mr Roe"
        return None
    if gender_of_name(last):  # "a lawyer for Ida Roe"
        return None
    for start in range(end - 3, max(-1, end - LONGEST_OFFICE - 1), -1):
        words = doc[start:end]
        if any(_is_somebodys(token) for token in words[2:-1]):  # "leader of the house Dr [Jo] Roe"
            return None
        capital = all(token.text[:1].isupper() or token.lower_ in JOINTS for token in words[2:])
        if words[1].lower_ == "for" and words[0].lower_ in SPEAKS_FOR:  # "lawyer for Team [Jo] Roe"
            continue
        if words[1].lower_ in ("of", "for") and capital and "person" in kinds(words[0].text):
            return start
    return None


def _is_somebodys(token: Token) -> bool:
    """Tell whether a word is a person's title, office or given name, and so none of the name of what one is head of."""
    if not token.text[:1].isupper():
        return False
    office = "person" in kinds(token.text) and singular(token.lower_) == token.lower_
    return office or gender_of_name(token.text) is not None or fold(token.text) in titles("form")
