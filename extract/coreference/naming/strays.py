"""Words that the recogniser takes into a name though they stand beside it, and parts that it leaves outside.

A share's ticker behind a firm, whence a firm is, a rank before a surname, a conference behind a speaker's name, the
people of a body behind its name.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from whosays.extract.lexicon import countries_in, fold, gender_of_name, kinds, known, outlets, word_class
from whosays.extract.records import EntityType

RANKS = word_class("ranks_before_surnames")
BEHIND_BODIES = word_class("behind_bodies")
LEGAL_FORMS = word_class("legal_forms")
BEFORE_BODIES = frozenset(("at", "for", "from", "of", "the"))
LONGEST_TICKER = 5
SHORTEST_ACRONYM = 3
DEGREE = re.compile(r"(?:[A-Z][a-z]?\.){2,}\Z")  # "M.D."
DAYS = word_class("weekdays")
TIMES = DAYS | word_class("months")
SEATED = ("Consulate", "Embassy", "Chamber of Commerce", "People’s Court", "People's Court")
COURTS = frozenset({"v", "v.", "vs", "vs."})  # "Korrin v. Ida Roe"
NUMERALS = frozenset({"II", "III", "IV"})
PEOPLE = frozenset({"person", "people"})


def body_of_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a body's name without a ticker, whence it is, and its people, both ends of "Lund-Roe" in."""
    start = next((i + 1 for i in range(end - 2, start - 1, -1) if doc[i].lower_.endswith("based")), start)
    closed = next((i for i in range(start + 1, end - 1) if doc[i].text == ")"), start)
    start = closed + (closed > start) if "(" not in doc[start:closed].text else start  # "KBN) Centre"
    start -= 2 * _has_first_half(doc, start) or _has_initials_before(doc, start)
    end += 2 * _has_letter_behind(doc, end)
    end = _with_seat(doc, start, end)
    end = next((i + 1 for i in range(start + 1, end - 1) if _ends_a_firm(doc, i, end)), end)
    while end - start > 1 and doc[end - 1].is_lower and doc[end - 1].text in BEHIND_BODIES | {"news"}:
        end -= 1
    end -= end - start > 1 and start > 0 and doc[start - 1].text == "/" and "document" in kinds(doc[end - 1].text)
    return start, _without_people(doc, start, end)


def person_of_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a person's name without ranks in front, and without letters behind that are no name."""
    while end - start > 2 and _is_no_surname(doc[end - 1]) and not doc[start].text.isupper():
        end -= 1
    while end - start > 1 and doc[end - 1].lower_ in BEFORE_BODIES:  # "Roe of the [KBN]"
        end -= 1
    while end - start > 1 and (
        fold(doc[start].text) in RANKS or doc[start].text in COURTS or _opens_a_rank(doc, start, end)
    ):
        start += 1
    return start - 2 * _has_an_o_before(doc, start), end


def body_at_the_end(doc: Doc, start: int, end: int) -> tuple[int, EntityType] | None:
    """Return where a body of several words begins that ends what was taken for a person: "Roe [White House]"."""
    for at in range(start + 1, end - 1):
        entry = known(doc[at:end].text)
        if entry and entry.type in ("Organization", "Outlet"):
            return at, entry.type
    return None


def _opens_a_rank(doc: Doc, at: int, end: int) -> bool:
    """Tell "[Special] Counsel Roe": a word before a rank."""
    special = fold(doc[at].text) in ("special", "senior", "then")
    return special and end - at > 2 and fold(doc[at + 1].text) in RANKS


def _has_an_o_before(doc: Doc, start: int) -> bool:
    """Tell whether a name is torn behind an apostrophe: "O’[Roe]", "D'[Roe]"."""
    if start < 2 or doc[start - 1].text not in ("'", "’") or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
        return False
    return doc[start - 2].text in ("O", "D")


def _is_no_surname(last: Token) -> bool:
    acronym = last.is_alpha and last.text.isupper() and len(last.text) >= SHORTEST_ACRONYM
    return (acronym and last.text not in NUMERALS) or DEGREE.match(last.text) is not None


def _has_first_half(doc: Doc, start: int) -> bool:
    """Tell whether a name is the second half of "Lund-Roe", of which the recogniser left out the first."""
    if start < 2 or doc[start - 1].text != "-" or doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
        return False
    first = doc[start - 2]
    return first.is_alpha and first.text.istitle() and first.ent_type_ != "Place" and not kinds(first.text)


def _has_initials_before(doc: Doc, start: int) -> bool:
    """Tell whether "LWN" stands before a body's name, and no recogniser saw another name in it."""
    if not start or not doc[start].text.istitle():
        return False
    before = doc[start - 1]
    return (
        before.is_alpha
        and before.text.isupper()
        and len(before.text) > 1
        and before.tag_ == "NNP"
        and not before.ent_type_
    )


def _has_letter_behind(doc: Doc, end: int) -> bool:
    """Tell whether a capital letter belongs to a name by a hyphen: "Pick-a[-P]"."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end].whitespace_ or doc[end - 1].whitespace_:
        return False
    return len(doc[end + 1].text) == 1 and doc[end + 1].text.isupper()


def _with_seat(doc: Doc, start: int, end: int) -> int:
    """Return where "Korrin Embassy in Marl" ends: a body of which there are many is known by where it is.

    So is the "Ministry of Health in Marl", before which nothing tells whose it is.
    """
    if end >= len(doc) or doc[end].lower_ != "in":
        return end
    of = doc[start : start + 2].text == "Ministry of" or doc[end - 1].text == "Ministry"
    whose = start > 0 and (doc[start - 1].text in ("'s", "’s") or doc[start - 1].text[:1].isupper())
    ministry = of and (not whose or doc[start - 1].lower_ == "the") and not countries_in(doc[start:end].text)
    if not ministry and not doc[max(0, end - 4) : end].text.endswith(SEATED):
        return end
    seat = list(takewhile(_may_be_of_a_seat, doc[end + 1 :]))
    return seat[-1].i + 1 if seat else end


def _may_be_of_a_seat(token: Token) -> bool:
    proper = token.tag_.startswith("NNP") and token.text[:1].isupper() and token.lower_ not in TIMES
    return (proper and token.ent_type_ in ("", "Place")) or (token.ent_iob_ == "I" and token.ent_type_ == "Place")


def _ends_a_firm(doc: Doc, at: int, end: int) -> bool:
    """Tell whether a legal form ends a firm's name, and capitals behind it are the ticker of its shares."""
    if doc[at].lower_.strip(".") not in LEGAL_FORMS:
        return False
    letters = (token.text.replace("-", "") for token in doc[at + 1 : end])
    return all(not text or (text.isupper() and len(text) <= LONGEST_TICKER) for text in letters)


def _without_people(doc: Doc, start: int, end: int) -> int:
    """Return where the body's name ends of "White House aide", "Corvane CEO": they speak, and have another name."""
    last = doc[end - 1]
    if end - start < 2 or not (last.is_lower or last.text.isupper()) or not kinds(last.text) & PEOPLE:
        return end
    end -= 1
    while end - start > 1 and doc[end - 1].is_lower:
        end -= 1
    return end


@cache
def _outlets() -> frozenset[str]:
    return frozenset(fold(name) for outlet in outlets("outlet") if not outlet.common for name in outlet.names)


def is_outlet(word: str) -> bool:
    """Tell whether an outlet whose name is no common word is called so."""
    return fold(word) in _outlets()


def shaped_like_a_body(word: str) -> bool:
    """Tell whether a word alone has capitals or digits inside, or is an address: "LakeWatch", "Lakes24", "lakes.info".

    "McLund" and "DeRoe" are people's.
    """
    if gender_of_name(word):
        return False
    inside = re.search(r"[a-z]{3}[A-Z]", word) or re.match(r"(?!Mac|Fitz)[A-Z][a-z]{2,}[A-Z]", word)
    return bool(inside or re.search(r"[A-Za-z]\d|\d[A-Za-z]", word) or re.search(r"\w{3}\.[a-z]{2,4}\Z", word))
