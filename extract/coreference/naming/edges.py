"""What the recogniser takes into a name at its edges, though it is none of it: a position, a noun for what it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from whosays.extract.coreference.naming.offices import ends_office, is_given_name_too, is_possessive
from whosays.extract.lexicon import (
    country_of,
    fold,
    gender_of_name,
    is_people,
    kinds,
    singular,
    titles,
    word_class,
    word_set,
)
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType

PAPERS = word_class("newspapers")
PORTFOLIOS = word_class("portfolios")
SURNAMES_TOO = word_class("offices_or_surnames")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")  # "the 14th Amendment" is another than the first
WHEREABOUTS = frozenset(["at", "for", "from", "of"])
JUNIORS = word_set("jr sr ii iii iv")
ADDRESSES = word_set("Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr.")
GLUED_BRACKET = re.compile(r"^[^\s)]+\)(?=\w)")
INITIAL = re.compile(r"[A-Z]\.\Z")
BEFORE_ONE = word_class("before_one")
NETWORKS = word_class("social_networks")
CHANNELS = word_set("account channel feed page")
DAYS = word_class("weekdays")
CALENDAR = DAYS | word_class("months")
PRINTED = word_set("newspaper newspapers paper tabloid")
EDITIONS = word_set("now today tonight online live")
SHORTENED = word_class("shortened")
LONGEST_POSITION = 3  # letters
LONGEST_HALF = 4  # letters of the second half of a given name: "won" of "Chul-won"
SHORTEST_SURNAME = 3


def before_class_noun(doc: Doc, start: int, end: int, kind: EntityType) -> int:
    """Return where "Gazette" ends of "Gazette newspaper", and "Roe" of "Roe administration"."""
    while end - start > 1 and doc[end - 1].is_lower:
        found = kinds(doc[end - 1].text)
        if found != {"outlet"} and not (kind == "Person" and "organisation" in found):
            break
        end -= 1
    return end


def before_network(doc: Doc, start: int, end: int) -> int:
    """Return where "Orbex" ends of "Orbex Telegram", which stands before "channel": the network is none of the name.

    Nor is the day on which the "Marl Journal Thursday" printed it; "Marl Sunday Journal" has it in the middle.
    """
    if end - start > 2 and doc[end - 1].lower_ in DAYS and is_paper(doc[end - 2]):
        return end - 1
    channel = end < len(doc) and singular(doc[end].lower_) in CHANNELS
    return end - (channel and end - start > 1 and doc[end - 1].lower_ in NETWORKS)


def to_paper_end(doc: Doc, end: int) -> int:
    """Return where "Marl Register" ends, of which the recogniser saw "Marl", and "Post on Sunday" before "paper"."""
    if end + 2 < len(doc) and doc[end].lower_ == "on" and doc[end + 1].lower_ in DAYS:
        return end + 2 * (doc[end + 2].lower_ in PRINTED)
    following = doc[end] if end < len(doc) else None
    if following is None or not following.text.istitle() or following.is_sent_start:
        return end
    return end + (is_paper(following) or following.lower_ in EDITIONS or _is_desk(doc, end))


def _is_desk(doc: Doc, at: int) -> bool:
    """Tell "KBN [Verify]" by what it does: a word with a capital that no recogniser took for a name of its own."""
    word = doc[at]
    doing = doc[at + 1].tag_ in ("VBD", "VBP", "VBZ", "MD") if at + 1 < len(doc) else False
    named = word.ent_type_ or kinds(word.text) or gender_of_name(word.text) or country_of(word.text)
    told = named or fold(word.text) in titles() or word.lower_ in CALENDAR
    return doing and word.is_alpha and word.tag_.startswith("NN") and not told


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


def is_described(doc: Doc, start: int, end: int, kind: EntityType) -> bool:
    """Tell whether capitals deceive in "the Orbex CEO" and "the Marl mayor": a noun for a person with an article."""
    last, before = doc[end - 1], doc[start - 1].lower_ if start else ""
    if end - start == 1 or kind in ("Outlet", "MilitaryUnit") or kinds(last.text) != {"person"}:
        return False
    singular_one = singular(last.lower_) == last.lower_
    opened = before in BEFORE_ONE and not (last.is_lower and kind == "Organization")  # "White Hall" is a name
    opened = opened and not _is_body_for(doc, start, end)
    named = has_surname(doc, start, end) or any(t.text == "," or gender_of_name(t.text) for t in doc[start:end])
    named = named and last.text not in ("Democrat", "Republican")  # of Carolina
    return opened and singular_one and not named and not is_paper(last)  # but "the late Jo Driver"


def _is_body_for(doc: Doc, start: int, end: int) -> bool:
    """Tell "Marl Centre for Justice": a body stands before what it is for, in which a noun for a person may end."""
    of = next((i for i in range(start + 1, end - 1) if doc[i].lower_ in ("for", "of")), None)
    return of is not None and "organisation" in kinds(doc[of - 1].text) and doc[end - 1].text.istitle()


def has_surname(doc: Doc, start: int, end: int) -> bool:
    """Tell Ida King from the "Velmark King": a noun for an office may be a surname behind what may be a given name."""
    first, last = doc[start], doc[end - 1]
    whose = country_of(first.text) or is_people(first.text) or kinds(first.text)
    return end - start > 1 and last.lower_ in SURNAMES_TOO and first.is_alpha and not whose and first.text.istitle()


def before_echo(doc: Doc, start: int, end: int) -> int:
    """Return where "Jo Roe" ends of "Jo Roe Jo Roe" and "Jo Roe Roe", where a caption runs into the story."""
    words: Sequence[str] = columns(doc).text[start:end]
    half = len(words) // 2
    if half > 1 and words[:half] == words[half : 2 * half]:
        return start + half
    return end - 1 if len(words) > 2 and words[-1] == words[-2] and words[-1].isalpha() else end


def glued(doc: Doc, at: int) -> str | None:
    """Return "Roe" of "RoeJo", where a page has lost the space behind a name that stands alone elsewhere."""
    text = doc[at].text
    cuts = (i for i in range(SHORTEST_SURNAME, len(text) - 1) if text[i].isupper() and text[i - 1].islower())
    words: Sequence[str] = columns(doc).text
    return next((text[:i] for i in cuts if words.count(text[:i]) > 1), None) if text.isalpha() else None


def is_body_of_state(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a supposed person's name is "Korran Foreign Ministry": whose it is, and what.

    So is "Korrin Renaissance", where nobody is called Renaissance.
    """
    last, country = doc[end - 1], doc[start].text
    if end - start < 2 or not last.text.istitle() or country_of(country) is None or gender_of_name(country):
        return False
    if is_given_name_too(doc, start, end):
        return False
    name = doc[start:end].text
    people = (ent for ent in doc.ents if ent.label_ == "Person" and ent.text != name)
    other = is_people(country) or kinds(last.text) or any(last.text in ent.text for ent in people)  # "US President"
    return kinds(last.text) == {"organisation"} or (end - start == 2 and not other)


def before_whence(doc: Doc, start: int, end: int) -> int:
    """Return where "Jo Roe" ends of "Jo Roe of the Governor's Office", which is no name of a body."""
    of = next(
        (i for i in range(start + 1, end - 1) if doc[i].lower_ in WHEREABOUTS and doc[i + 1].lower_ == "the"), end
    )
    given = gender_of_name(doc[start].text) or (of == start + 1 and start and fold(doc[start - 1].text) in titles())
    return of if given and not any(kinds(token.text) for token in doc[start:of]) else end


def is_surname(doc: Doc, at: int) -> bool:
    """Tell whether a word is a surname, of somebody so addressed, or whom the article names in full."""
    if at and doc[at - 1].text in ADDRESSES:
        return True
    full = (ent for ent in doc.ents if ent.label_ == "Person" and len(ent) > 1)
    return doc[at].text in {_surname(ent) for ent in full if gender_of_name(ent[0].text)}


def _surname(ent: Tokens) -> str:
    """Return the last word of a name that is no "Jr."."""
    words = [token.text for token in ent if token.lower_.strip(".") not in JUNIORS and token.is_alpha]
    return words[-1] if words else ""


def with_ordinal(doc: Doc, start: int) -> int:
    """Return where "14th Amendment" begins."""
    return start - bool(start and doc[start].text[:1].isupper() and ORDINAL.match(doc[start - 1].text))


def is_initial(token: Token) -> bool:
    """Tell "J." before a name from the full stop of "plan B."."""
    return bool(INITIAL.match(token.text)) and token.tag_.startswith("NNP") and not token.ent_type_


def is_full_stop(doc: Doc, at: int) -> bool:
    """Tell whether a full stop ends a sentence inside what was taken for a name: "Roe. Carrow", no "Dept. of"."""
    before, following = doc[at - 1], doc[min(at + 1, len(doc) - 1)]
    short = len(before.text) <= LONGEST_POSITION or fold(before.text) in titles() or before.lower_ in SHORTENED
    return doc[at].text == "." and following.text[:1].isupper() and not short


def is_second_half(doc: Doc, at: int) -> bool:
    """Tell "Min-[ho]" of Kang Min-ho from "Roe-[led]" and "Roe-[era]": no given name is first in the former."""
    word, first = doc[at], doc[max(0, at - 3)]
    if not word.tag_.startswith(("V", "JJ")):
        return word.text != "era"
    named = first.ent_type_ == "Person" and first.text.istitle() and gender_of_name(first.text) is None
    return named and len(word.text) <= LONGEST_HALF and not word.text.endswith("ed")


def is_trade(token: Token) -> bool:
    """Tell a noun for a person in small letters, of which there is one: "contributor"."""
    return token.is_lower and kinds(token.text) == {"person"} and singular(token.lower_) == token.lower_


def before_position(doc: Doc, start: int, end: int) -> int:
    """Return where "Jo Roe" ends of "Jo Roe, director of Harbour Watch", taken for a body."""
    comma = next((i for i in range(start + 2, end - 1) if doc[i].text == ","), end)
    return comma if comma < end and gender_of_name(doc[start].text) and is_trade(doc[comma + 1]) else end


def behind_office(doc: Doc, start: int, end: int) -> int:
    """Return where "Ida Roe" begins of "NATO Ida Roe", taken for a body: "the ambassador to" stands before."""
    given = end - 2
    return given if given > start and gender_of_name(doc[given].text) and ends_office(doc, given) else start


def behind_bracket(name: str) -> str:
    """Return "Jo Roe" of "KBN)Jo Roe", where a page has lost the space behind a bracket."""
    return GLUED_BRACKET.sub("", name).replace(")", "")


def is_whence(doc: Doc, of: int) -> bool:
    """Tell "Jo Roe of Korrin" from "Chief of Roads", in which what stands before "of" is an office."""
    return "person" not in kinds(doc[of - 1].text)
