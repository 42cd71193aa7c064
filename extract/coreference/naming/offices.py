"""Offices of several words before a name ("Secretary of State"), and possessive endings."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whosays.extract.lexicon import (
    POSSESSIVES,
    country_of,
    fold,
    gender_of_name,
    kinds,
    known,
    singular,
    titles,
    word_class,
    word_set,
)

LONGEST_OFFICE = 6  # words
SENT = word_set("ambassador envoy emissary representative")
JOINTS = word_set("of and the for")
SPEAKS_FOR = word_class("speak_for_others")
GIVEN_TOO = word_class("countries_as_given_names")


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
        public = start > 0 and words[0].text.istitle() and country_of(doc[start - 1].text)  # "U.S. Attorney for"
        if words[1].lower_ == "for" and words[0].lower_ in SPEAKS_FOR and not public:  # "lawyer for Team [Jo] Roe"
            continue
        if words[1].lower_ in ("of", "for") and capital and "person" in kinds(words[0].text):
            return start
        if words[1].lower_ == "to" and words[0].lower_ in SENT and _is_host(doc, start + 2, end):
            return start
    return None


def _is_host(doc: Doc, start: int, end: int) -> bool:
    """Tell whether an envoy may be sent to it: a country, "the United Nations"."""
    first = start + (doc[start].lower_ == "the")
    name = doc[first:end].text
    return first < end and (country_of(name) is not None or known(name) is not None)


def _is_somebodys(token: Token) -> bool:
    """Tell whether a word is a person's title, office or given name, and so none of the name of what one is head of."""
    if not token.text[:1].isupper():
        return False
    behind = token.doc[token.i : token.i + 2].text
    office = "person" in kinds(token.text) and singular(token.lower_) == token.lower_
    office = office and kinds(behind) != {"organisation"}  # "General Staff"
    return office or gender_of_name(token.text) is not None or fold(token.text) in titles("form")


def is_given_name_too(doc: Doc, at: int, end: int) -> bool:
    """Tell whether a country is a given name: "Foreign Minister [Israel] Lund", and "[Israel] Lund" by itself.

    Behind an office any country is, since whose office it is stands before it; "Jordan King Orlo" has an office behind.
    """
    last = doc[end - 1]
    surname = at == end - 2 and last.text.istitle() and not kinds(last.text) and not gender_of_name(last.text)
    if not surname or fold(last.text) in titles():
        return False
    before = doc[at - 1].text if at else ""
    office = "person" in kinds(before) and before.istitle() and singular(before.lower()) == before.lower()
    return office or office_before(doc, at) is not None or doc[at].lower_ in GIVEN_TOO
