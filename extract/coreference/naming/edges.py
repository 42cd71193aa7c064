"""What the recogniser takes into a name at its edges, though it is none of it: a position, a noun for what it names."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.lexicon import country_of, gender_of_name, is_people, kinds, word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType

PAPERS = word_class("newspapers")
PORTFOLIOS = word_class("portfolios")
SURNAMES_TOO = word_class("offices_or_surnames")
LONGEST_POSITION = 3  # letters
SHORTEST_SURNAME = 3


def before_class_noun(doc: Doc, start: int, end: int, kind: EntityType) -> int:
    """Return where "Gazette" ends of "Gazette newspaper", and "Roe" of "Roe administration"."""
    while end - start > 1 and doc[end - 1].is_lower:
        found = kinds(doc[end - 1].text)
        if found != {"outlet"} and not (kind == "Person" and "organisation" in found):
            break
        end -= 1
    return end


def to_paper_end(doc: Doc, end: int) -> int:
    """Return where "Marl Register" ends, of which the recogniser saw "Marl"."""
    following = doc[end] if end < len(doc) else None
    return end + bool(following is not None and following.text.istitle() and is_paper(following))


def is_paper(last: Token) -> bool:
    """Tell whether a word is one that papers' names end with."""
    found = kinds(last.text)
    return last.lower_ in PAPERS or ("outlet" in found and "person" not in found)


def behind_position(doc: Doc, start: int, end: int) -> int:
    """Return where "Jo Roe" begins in "Hawks QB Jo Roe": letters for a position stand before a given name and another.

    "JT Roe" has only one word behind the letters, and is whole.
    """
    for at in range(start, end - 2):
        letters = doc[at].is_alpha and doc[at].text.isupper() and 1 < len(doc[at].text) <= LONGEST_POSITION
        behind_team = at > start and doc[start].text.istitle()
        if letters and (behind_team or gender_of_name(doc[at + 1].text)) and not gender_of_name(doc[start].text):
            return at + 1
    return start


def is_staff(doc: Doc, start: int, end: int) -> bool:
    """Tell "General Staff", a body's name all of whose words are of people."""
    return end - start > 1 and kinds(doc[start:end].text) == {"organisation"}


def is_office_of(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a supposed person's name is an office that an officer has: "Korrin Governor's Office of Floods"."""
    owned = next((i for i in range(start + 1, end - 1) if is_possessive(doc[i])), None)
    if owned is None or "person" not in kinds(doc[owned - 1].text):
        return False
    return doc[owned + 1].text[:1].isupper() and "organisation" in kinds(doc[owned + 1].text)


def is_portfolio(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a supposed name is an office without its holder: "the High Commissioner for Human Rights"."""
    office = next((i for i in range(start, end - 2) if doc[i + 1].lower_ in ("of", "for")), None)
    if office is None or "person" not in kinds(doc[office].text) or doc[end - 1].lower_ not in PORTFOLIOS:
        return False
    return not any(gender_of_name(token.text) for token in doc[start:end])


def has_surname(doc: Doc, start: int, end: int) -> bool:
    """Tell Ida King from the "Velmark King": a noun for an office may be a surname behind what may be a given name."""
    first, last = doc[start], doc[end - 1]
    whose = country_of(first.text) or is_people(first.text) or kinds(first.text)
    return end - start > 1 and last.lower_ in SURNAMES_TOO and first.is_alpha and not whose and first.text.istitle()


def glued(doc: Doc, at: int) -> str | None:
    """Return "Roe" of "RoeJo", where a page has lost the space behind a name that stands alone elsewhere."""
    text = doc[at].text
    cuts = (i for i in range(SHORTEST_SURNAME, len(text) - 1) if text[i].isupper() and text[i - 1].islower())
    words: Sequence[str] = columns(doc).text
    return next((text[:i] for i in cuts if words.count(text[:i]) > 1), None) if text.isalpha() else None
