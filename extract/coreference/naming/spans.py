"""The words that make up a name: titles, possessives and headline verbs left out, hyphenated parts taken in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.bodies import (
    ARTICLES,
    CALENDAR,
    after_owner,
    to_body_end,
    with_first_word,
    with_members,
)
from whosays.extract.coreference.naming.edges import (
    WHEREABOUTS,
    before_class_noun,
    before_echo,
    before_network,
    before_position,
    before_whence,
    behind_bracket,
    behind_office,
    behind_position,
    glued,
    has_surname,
    is_body_of_state,
    is_described,
    is_full_stop,
    is_initial,
    is_office_of,
    is_portfolio,
    is_second_half,
    is_staff,
    is_surname,
    is_trade,
    is_whence,
    to_paper_end,
    with_ordinal,
)
from whosays.extract.coreference.naming.offices import ends_office, is_given_name_too, is_possessive
from whosays.extract.coreference.naming.strays import body_at_the_end, body_of_words, person_of_words
from whosays.extract.lexicon import (
    country_of,
    fold,
    gender_of_name,
    is_people,
    kinds,
    office_of,
    senses,
    singular,
    titles,
    word_class,
    word_set,
)
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType

HEADLINE_VERBS = word_class("headline_verbs")
PRONOUNS = word_class("no_name_alone")
OFFICES = word_class("offices_before_names")
DIVISIONS = word_class("divisions")
ENDINGS = word_class("behind_names") | word_set("jr. sr.")
PARTY = re.compile(r"[DRI] ?- ?[A-Z][\w.]*")  # "D-N.J."
POST_NOMINALS = word_class("post_nominals")  # letters behind a name that are none of it
PARTICLES = word_class("particles") | word_class("inside_names")
QUARTERS = word_set("north south east west")
CAPITALS = 6  # tokens on either side that tell whether a text is all in capitals
ANDS = word_set("and & or")
DASHES = frozenset(("–", "—", "―", "--"))
COMPANY = word_set("co co. company friends")  # "Jo Roe & co" are not Jo Roe alone, and no name of anybody
NO_NAMES = ARTICLES | word_class("opening_no_name")
AGAINST = word_set("v v. vs vs.")
BEHIND_OFFICES = frozenset(("pro tem", "pro tempore", "elect", "designate", "emeritus"))
NO_LETTERS = re.compile(r"^[\W_]+$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as the article writes it: tokens ``start`` to ``end`` (exclusive), without title or possessive."""

    start: int
    end: int
    text: str
    type: EntityType


def mention_at(doc: Doc, start: int, end: int, kind: EntityType) -> Mention:
    """Return the mention over some tokens, white space in its text made single."""
    end = before_echo(doc, start, end) if kind == "Person" else end
    text = columns(doc).words(start, end)
    if kind == "Person" and end - start > 1 and (surname := glued(doc, end - 1)):  # "Jo RoeKorra"
        text = f"{text.rpartition(' ')[0]} {surname}"
    return Mention(start, end, behind_bracket(text) if kind == "Person" and "(" not in text else text, kind)


def trimmed(doc: Doc, start: int, end: int, kind: EntityType) -> Mention | None:
    """Return the name proper inside or around some tokens, ``None`` where they hold none ("Russians")."""
    while start < end and _outside(doc, start, end):
        end -= 1
    while start < end and _opens_no_name(doc[start]):
        start += 1
    end = before_network(doc, start, before_class_noun(doc, start, end, kind))
    if start >= end or PARTY.fullmatch(doc[start:end].text) or _is_office_alone(doc, start, end, kind):
        return None
    rank = next((i for i in range(end - 2, start - 1, -1) if fold(doc[i].text) in titles("rank")), None)
    if rank is not None and kind != "MilitaryUnit":  # "Retired Air Force Gen. Norman Roe"
        kind, start = "Person", rank + 1
    end = before_whence(doc, start, end) if kind == "Person" else end
    kind = "Organization" if kind == "Person" and _is_body(doc, start, end) else kind
    if kind in ("Organization", "Place", "Outlet"):
        holder, last = behind_office(doc, start, end), before_position(doc, start, end)
        person = holder > start or last < end or _opens_like_a_person(doc, start, end)
        kind, start, end = ("Person" if person else kind), holder, last
    if kind == "Person" and end - start > 1 and is_trade(doc[end - 1]) and "," not in doc[start:end].text:
        return None  # "KBN contributor"
    if kind == "Person" and (body := body_at_the_end(doc, start, end)):
        start, kind = body
    if kind == "Person":
        start, end = person_of_words(doc, *_person(doc, start, end))
        start = with_ordinal(doc, start) if end - start == 1 else start
    elif kind == "Organization":
        start = after_owner(doc, with_first_word(doc, start, end), end)
        start = with_members(doc, with_ordinal(doc, start), end)
        end = next((i for i in range(start + 1, end) if doc[i].lower_ in AGAINST), to_body_end(doc, end))
        start, end = body_of_words(doc, start, end)
    end = to_paper_end(doc, end) if kind == "Outlet" else end
    while start < end and (NO_LETTERS.match(doc[start].text) or doc[start].lower_ in ANDS):
        start += 1
    if start >= end or is_people(doc[start:end].text) or _is_common(doc, start, end, kind):
        return None
    if kind == "Person" and not any(token.text[:1].isupper() for token in doc[start:end]):
        return None
    return mention_at(doc, start, end, kind)


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a supposed person's name is that of a body: "General Staff", "Korran Foreign Ministry"."""
    return is_staff(doc, start, end) or is_office_of(doc, start, end) or is_body_of_state(doc, start, end)


def _opens_no_name(token: Token) -> bool:
    word = token.lower_ in NO_NAMES or token.text in AGAINST
    return word or bool(NO_LETTERS.match(token.text) or is_possessive(token))


def _opens_like_a_person(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a title or an office opens a name without any word of an organisation."""
    if not doc[start].text[:1].isupper():
        return False
    if end - start == 1:  # "Orlune" of "MP Tavish Orlune"
        first = _to_name_start(doc, start)
        return first < start and first > 0 and kinds(doc[first - 1].text) == {"person"}
    office = kinds(doc[start].text) == {"person"} and singular(doc[start].lower_) == doc[start].lower_
    whole = kinds(doc[start:end].text)  # "General Staff"
    bodies = "organisation" in whole or any(kinds(token.text) - {"person"} for token in doc[start:end])
    return titles().get(fold(doc[start].text)) is not None or (office and not bodies)


def _is_office_alone(doc: Doc, start: int, end: int, kind: EntityType) -> bool:
    """Tell whether a supposed body is an office, as in "Minister for Rivers and Lakes, Ann Roe"."""
    if is_described(doc, start, end, kind) or (kind == "Person" and is_portfolio(doc, start, end)):
        return True
    named = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text[:1].isupper()
    office = end - start > 2 and doc[start + 1].lower_ in ("of", "for") and kinds(doc[start].text) == {"person"}
    return named and office and not any(gender_of_name(doc[i].text) for i in range(start + 2, end))


def _outside(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1]
    symbol = NO_LETTERS.match(last.text) and last.text != "."
    return bool(is_possessive(last) or symbol or (end - start > 1 and last.text in HEADLINE_VERBS))


def _is_common(doc: Doc, start: int, end: int, kind: EntityType) -> bool:
    """Tell whether capitals deceive: "Neighbours", "President", a headline's "Korrin Lawmaker"."""
    first, last = doc[start], doc[end - 1]
    if end - start == 1:
        if first.lower_ == "tv" or first.lower_ in POST_NOMINALS or (first.is_lower and kinds(first.text)):
            return True  # "state TV", "Ann Roe QC", "alliance"
        if first.lower_ in QUARTERS and end < len(doc) and doc[end].text[:1].isupper():
            return True  # "North Korean"
        if first.lower_ in CALENDAR or (first.lower_ in PRONOUNS and not is_acronym(first)):
            return True
        if kind == "Person" and first.lower_ in DIVISIONS and end < len(doc) and "person" in kinds(doc[end].text):
            return True  # "U.S. District Judge"
        plural = bool(kinds(first.text)) and singular(first.lower_) != first.lower_
        letters = kind == "Organization" and first.text.isupper() and kinds(first.text) == {"person"}  # "the MEP"
        letters = letters or office_of(first.text) is not None
        common = plural or letters or (kind == "Person" and (fold(first.text) in titles() or bool(senses(first.text))))
        return common and not (kind == "Person" and is_surname(doc, start))  # "Mr. Holder"
    office = any(sense.kind == "person" and sense.also & OFFICES for sense in senses(last.text))
    return kind == "Person" and office and not gender_of_name(first.text) and not has_surname(doc, start, end)


def is_acronym(token: Token) -> bool:
    """Tell whether "US" or "WHO" is in capitals among words that are not."""
    around = token.doc[max(0, token.i - CAPITALS) : token.i + CAPITALS]
    return len(token.text) > 1 and token.text.isupper() and any(word.text.islower() for word in around)


def _person(doc: Doc, start: int, end: int) -> tuple[int, int]:
    end = next((i for i in range(start + 1, end - 1) if doc[i].text == "," and _describes(doc[i + 1])), end)
    end = next((i for i in range(start + 1, end) if doc[i].text in DASHES or is_full_stop(doc, i)), end)
    comma = next((i for i in range(end - 2, start, -1) if doc[i].text == ","), None)
    if comma is not None and doc[comma + 1].lower_ not in ENDINGS:
        behind = gender_of_name(doc[comma + 1].text) or not gender_of_name(doc[start].text)
        start, end = (comma + 1, end) if behind else (start, comma)  # "governor of Rostov, Yuri Roe"
    joint = next((i for i in range(start, end) if doc[i].lower_ in WHEREABOUTS), end)
    if not any(kinds(token.text) for token in doc[start : max(joint, min(start + 2, end))]):
        # "Jo Roe of Korrin", but not "Velmark's Chief of Roads Ann Roe"
        end = next((i for i in range(start + 2, end) if doc[i].lower_ in WHEREABOUTS and is_whence(doc, i)), end)
    end = next((i for i in range(start + 1, end - 1) if doc[i].text == "&" and doc[i + 1].lower_ in COMPANY), end)
    end = next((i + 1 for i in range(start + 1, end) if glued(doc, i)), _to_name_end(doc, end))
    end -= end - start > 2 and doc[end - 1].lower_ in POST_NOMINALS
    start = _after_titles(doc, _to_name_start(doc, _behind_description(doc, start, end)), end)
    start = behind_position(doc, start, end)
    offices = [i for i in range(start + 1, end) if ends_office(doc, i)]
    if ends_office(doc, start):  # "Secretary for River [Safety Ann Roe]": the office goes on to the given name
        named = not gender_of_name(doc[start].text)
        class_word = end - start > 2 and kinds(doc[start].text) and start + 1 in offices  # "[Safety] Ann Roe"
        start = next((i for i in offices if named and gender_of_name(doc[i].text)), start + bool(class_word))
    else:  # "[Minister for Rivers] Ann Roe", of which only "Minister for" was left out
        start = next((i for i in offices if gender_of_name(doc[i].text)), next(iter(offices), start))
        while end - start > 2 and start + 1 in offices and kinds(doc[start].text):  # "for River [Safety] Ann Roe"
            start += 1
    if doc[start].lower_ == "of":  # "[Secretary] of State Jo Roe"; "[a Republican] of Korrin" names nobody
        start = next((i for i in range(start + 1, end) if ends_office(doc, i)), end)
    end = next((i for i in range(start + 2, end) if doc[i].lower_ in WHEREABOUTS), end)  # "Senator Jo Roe of Korrin"
    return start, next((i for i in range(start + 1, end) if is_possessive(doc[i])), end)


def _behind_description(doc: Doc, start: int, end: int) -> int:
    """Return where the name begins in "longtime pollster Jo Roe"."""
    small = (i for i in range(end - 2, start - 1, -1) if doc[i].is_alpha and doc[i].is_lower)
    last = next((i for i in small if doc[i].text not in PARTICLES), None)
    return start if last is None else last + 1


def _describes(token: Token) -> bool:
    """Tell whether what follows a comma in a person's name is not a name: "Jo Roe, [the] chairman of the club"."""
    party = PARTY.match(token.doc[token.i : token.i + 3].text) is not None
    return party or not token.text[:1].isupper() or bool(kinds(token.text))


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Return where the bare name begins: after titles, offices and countries, never at the very end."""
    position = start
    for last in range(end - 2, start - 1, -1):
        office = any(s.kind == "person" and (s.also or s.gender or last < end - 2) for s in senses(doc[last].text))
        if office and not gender_of_name(doc[start].text):
            position = last + 1
            break
    while position < end - 1:
        sizes = (n for n in (3, 2, 1) if n < end - position and _is_prefix(doc, position, position + n))
        size = 0 if is_given_name_too(doc, position, end) else next(sizes, 0)
        if not size:
            break
        position += size
    return position


def _is_prefix(doc: Doc, start: int, end: int) -> bool:
    text = doc[start:end].text
    office = any(s.kind == "person" and (s.also or s.gender) for s in senses(text))
    title = fold(text) in titles() or fold(text) in BEHIND_OFFICES
    return title or office or (country_of(text) is not None and text[:1].isupper())


def _to_name_end(doc: Doc, end: int) -> int:
    """Return the end of a name of which the recogniser saw the beginning ("Lee" of "Lee Seong-kweun")."""
    while end < len(doc):
        if _is_inner_hyphen(doc, end) and is_second_half(doc, end + 1):
            end += 2
        elif doc[end].tag_ == "NNP" and _continues_name(doc[end]):
            end += 1
        else:
            break
    return end


def _is_inner_hyphen(doc: Doc, position: int) -> bool:
    glued = not doc[position].whitespace_ and not doc[position - 1].whitespace_
    return doc[position].text == "-" and glued and position + 1 < len(doc) and doc[position + 1].is_alpha


def _to_name_start(doc: Doc, start: int) -> int:
    """Return the start of a name of which the recogniser saw the end ("Lind" of "Petra Lind")."""
    while start and doc[start - 1].tag_ == "NNP" and _continues_name(doc[start - 1]) and not ends_office(doc, start):
        start -= 1
    return start - (start > 0 and is_initial(doc[start - 1]))


def _continues_name(token: Token) -> bool:
    if token.ent_type_ or not token.is_alpha or not token.text[:1].isupper():
        return False
    other = token.lower_ in CALENDAR or fold(token.text) in titles() or country_of(token.text)
    return not other and not kinds(token.text)
