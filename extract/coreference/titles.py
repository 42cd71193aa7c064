"""Who speaks behind several titles, or behind a territory with a title: "chairman, CEO and president Craig Mener"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from whosays.extract.coreference.naming.bodies import ARTICLES
from whosays.extract.coreference.naming.offices import SPEAKS_FOR, is_possessive, office_before
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.lexicon import fold, kinds, singular, titles, word_class

JOINTS = frozenset((",", "and", "&", "/"))
BRACKETS = frozenset("()")
OF_DEPARTMENTS = ("NN", "JJ", "CC", "HYPH")
ORGANISED = ("Organization", "Outlet")
PLACE_WORDS = word_class("place_words")
HELD_IN = frozenset(("of", "in", "for", "at", "on"))


def titled_name(doc: Doc, start: int, end: int, names: Mapping[int, Mention]) -> Mention | None:
    """Return the person whose name ends a phrase, where all that stands before it are that person's titles."""
    if _is_with_another(doc, start, end, names):
        return None
    if officer := _apposed(doc, start, end, names):
        return officer
    name = next((m for m in names.values() if m.end == end and m.type == "Person" and m.start > start), None)
    if name is None or not _is_title(doc[name.start - 1]):
        return None
    front = doc[start : name.start]
    if any(token.lower_ in ARTICLES or is_possessive(token) for token in front):
        return None
    parts = list(_parts(doc, start, name.start))
    listed = len(parts) > 1 and all(_is_title(doc[last - 1]) for _, last in parts)
    territory = len(parts) == 1 and any(token.text in BRACKETS for token in front)
    return name if listed or territory else None


def _is_with_another(doc: Doc, start: int, end: int, names: Mapping[int, Mention]) -> bool:
    """Tell whether somebody else stands before "and": "he and Secretary of State Jo Roe"."""
    people = {mention.end for mention in names.values() if mention.type == "Person"}
    return any(
        doc[i].lower_ == "and" and (i in people or doc[i - 1].lower_ in ("he", "she", "they"))
        for i in range(start + 1, end)
    )


def _apposed(doc: Doc, start: int, end: int, names: Mapping[int, Mention]) -> Mention | None:
    """Return Jo Roe of "Minister in the Ministry of Rivers Jo Roe": an office in some body, without a comma the holder.

    "Secretary to Jo Roe" and "a lawyer for the plaintiff Roe" end with whom the office is about.
    """
    name = next((m for m in names.values() if m.end == end and m.type == "Person" and " " in m.text), None)
    if name is None:
        return None
    article = doc[start].lower_ in ARTICLES
    first = start + article
    known = not article or doc[start].lower_ == "the"
    ranked = article and known and _has_rank(doc, first, name.start)
    if ranked or (known and _heads_a_body(doc, first, name.start)) or _is_of_a_cause(doc, start, name.start, names):
        return name
    return None if article else _of_an_office(doc, start, name)


def _of_an_office(doc: Doc, start: int, name: Mention) -> Mention | None:
    """Return Jo Roe of "Minister in the Ministry of Rivers Jo Roe" and "head of retail Jo Roe"."""
    first = name.start
    while first > start and (fold(doc[first - 1].text) in titles() or doc[first - 1].text == "."):
        first -= 1
    office = office_before(doc, first)
    if office is not None and office >= start and doc[office + 1].lower_ == "to":  # "Korrin's ambassador to Britain"
        return name
    of = next((i for i in range(start + 1, first) if doc[i].lower_ in HELD_IN), None)
    if of is None or first - of < 2 or not _is_title(doc[of - 1]) or doc[of - 1].lower_ in SPEAKS_FOR:
        return None
    inside = doc[of + 1 : first]
    if doc[of].lower_ in ("for", "of") and _is_department(inside):
        return name
    plain = all(t.text[:1].isupper() or t.lower_ in ARTICLES | HELD_IN | {"and"} for t in inside)
    last = inside[-1]
    return name if plain and last.text[:1].isupper() and not _is_title(last) and not is_possessive(last) else None


def _has_rank(doc: Doc, start: int, end: int) -> bool:
    """Tell "Korran military Chief of Staff Gen [Jo Roe]": an office and a title between "the" and a name.

    "The Chief of Staff for Gen Roe" and "the Guard's Gen Roe" tell otherwise whose the title is.
    """
    first = end
    while first > start and (fold(doc[first - 1].text) in titles("form") or doc[first - 1].text == "."):
        first -= 1
    office = office_before(doc, first) if first < end else None
    return office is not None and office >= start and not any(is_possessive(token) for token in doc[start:first])


def _heads_a_body(doc: Doc, start: int, end: int) -> bool:
    """Tell "president of the harbour's governing body [Jo Roe]": whoever is named behind the body has the office."""
    of = next((i for i in range(start, end) if doc[i].lower_ == "of"), None)
    if of is None or of == start or not _is_title(doc[of - 1]) or any(not t.is_alpha for t in doc[start:of]):
        return False
    inside = doc[of + 1 : end]
    said = any(token.tag_.startswith("VB") and token.tag_ != "VBG" for token in inside)
    last = inside[-1] if len(inside) > 1 else None
    territory = last is not None and last.is_lower and last.text in PLACE_WORDS
    return last is not None and not said and (kinds(last.text) == {"organisation"} or territory)


def _is_of_a_cause(doc: Doc, start: int, end: int, names: Mapping[int, Mention]) -> bool:
    """Tell "Civic League for the River leader [Jo Roe]": a body's name goes on with its cause up to the office."""
    body = names.get(start)
    if body is None or body.type not in ORGANISED or end - body.end < 3 or not _is_title(doc[end - 1]):
        return False
    inside = doc[body.end : end - 1]
    capitals = all(token.text[:1].isupper() or token.lower_ in ARTICLES for token in inside[1:])
    return inside[0].lower_ in ("for", "of") and capitals and inside[-1].text[:1].isupper()


def _is_department(inside: Span) -> bool:
    """Tell what an officer heads: "manager for [marketing] Jo Roe", "head of [retail and online stores] Jo Roe"."""
    plain = all(token.is_lower and token.tag_.startswith(OF_DEPARTMENTS) for token in inside)
    return plain and inside[-1].tag_[:2] == "NN" and not any("person" in kinds(token.text) for token in inside)


def _is_title(token: Token) -> bool:
    return "person" in kinds(token.text) and singular(token.lower_) == token.lower_


def _parts(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas and "and"."""
    begin = start
    for at in (*(i for i in range(start, end) if doc[i].lower_ in JOINTS), end):
        if begin < at:
            yield begin, at
        begin = at + 1
