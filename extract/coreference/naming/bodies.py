"""Where the name of a body begins and ends: behind who owns it, with whom it consists of ("Farmers' Mutual Trust")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.lexicon import country_of, is_people, kinds, singular, word_class

ARTICLES = word_class("articles_and_pointers")
CALENDAR = word_class("months") | word_class("weekdays")
OF_STATES = word_class("heads_of_state_bodies")
MEMBERS = 2  # words at least of a body's name behind those of whom it consists


def with_first_word(doc: Doc, start: int, end: int) -> int:
    """Return where "General Medical Council" begins, of which the recogniser left the first word out.

    "General" is no rank before a body.
    """
    general = start > 0 and doc[start - 1].text == "General" and "organisation" in kinds(doc[end - 1].text)
    return start - 1 if general or _is_cut_short(doc, start, end) else start


def _is_cut_short(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the first word of "the Foreign Harbour Office" was left out; "the Danish" begins no name."""
    if start < 2 or end - start < MEMBERS or doc[start - 2].lower_ != "the":
        return False
    word = doc[start - 1]
    adjective = word.text.istitle() and word.is_alpha and word.tag_ in ("JJ", "NNP") and not word.ent_type_
    told = is_people(word.text) or country_of(word.text) or word.lower_ in CALENDAR or "person" in kinds(word.text)
    return adjective and not told and "organisation" in kinds(doc[end - 1].text)


def after_owner(doc: Doc, start: int, end: int) -> int:
    """Return where "Defence Ministry" begins in "Ukraine's Defence Ministry", whether one knows the country or not.

    "St Mary's Hospital" and "Lowe's Stores" are whole: only of offices of a state there is one in every country.
    """
    ending = next((i for i in range(start + 1, end - 1) if is_possessive(doc[i])), None)
    if ending is None:
        return start
    office = end - ending > 2 and doc[end - 1].lower_ in OF_STATES and doc[ending - 1].tag_ in ("", "NNP")
    people = office and (
        kinds(doc[ending - 1].text) or doc[ending - 1].lower_ in ("children", "people", "women", "men")
    )
    return ending + 1 if country_of(doc[start:ending].text) or (office and not people) else start


def with_members(doc: Doc, start: int, end: int) -> int:
    """Return where "Farmers' Mutual Trust" begins, of which the recogniser saw only the words behind the apostrophe.

    Who owns a body in small letters or by name ("the farmers' Mutual Trust", "the Danes' Mutual Trust") is outside.
    """
    if start <= MEMBERS or end - start < MEMBERS or not is_possessive(doc[start - 1]):
        return start
    word = doc[start - 2]
    members = word.text.istitle() and "person" in kinds(word.text) and singular(word.lower_) != word.lower_
    named = members and not word.ent_type_ and not is_people(word.text) and not doc[start - 1].text.endswith("s")
    return start - 2 if named and doc[start - 3].lower_ in ARTICLES else start


def to_body_end(doc: Doc, end: int) -> int:
    """Return where "Office for Police Complaints" ends, of which the recogniser left the last words out."""
    last = end
    while last < len(doc) and doc[last].tag_.startswith("NNP") and _continues_body(doc[last]):
        last += 1
    followed = last < len(doc) and (kinds(doc[last].text) or is_possessive(doc[last]))
    return end if followed else last


def _continues_body(token: Token) -> bool:
    capital = token.is_alpha and token.text[:1].isupper() and not token.ent_type_
    return capital and token.lower_ not in CALENDAR and "person" not in kinds(token.text)
