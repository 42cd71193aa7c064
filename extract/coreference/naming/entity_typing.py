"""What a name names, where its own words or the words around it say so better than the recogniser does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whosays.extract.coreference.naming.matching import ARTICLE_OF_NAME, DOMAIN, OF_LEADERS, abbreviates
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention, is_acronym
from whosays.extract.coreference.naming.strays import SHORTEST_ACRONYM, is_outlet, shaped_like_a_body
from whosays.extract.coreference.naming.surroundings import (
    NOT_WHERE,
    abbreviated,
    adjectives,
    has_people,
    has_surname_of,
    in_dateline,
    named_after,
    says_agency,
    says_business,
    says_place,
    says_service,
    still_people,
    surnames_alone,
)
from whosays.extract.lexicon import (
    country_named,
    country_of,
    fold,
    gender_of_name,
    kinds,
    known,
    singular,
    titles,
    without_countries,
    word_class,
)
from whosays.extract.records import EntityType

PLACE_WORDS = word_class("place_words")
BUILDINGS = word_class("buildings")
OF_FOUNDERS = word_class("bodies_of_founders")
WEAK_CLASS_WORDS = word_class("weak_kinds")  # words of bodies that are as well words of places or surnames
OF_COUNTRIES = word_class("of_countries")
OF_STATES = word_class("of_states")
LONGEST_PERSON = 4  # words
TELLING = 3  # mentions that the recogniser must have seen otherwise for each that the words around it type
OFFICERS = ("chief executive", "ceo", "chairman", "chairwoman", "shareholders", "shares", "board of", "headquarters")
LONGEST_SUBJECT = 8  # tokens of a noun phrase
APPOSED = 8  # tokens behind a name in which an apposition says what it is
BODIES = word_class("common_bodies")
PAPERS = word_class("newspapers")
ADDRESSES = word_class("addresses")
ENDINGS = word_class("trades")


def guessed_type(doc: Doc, mention: Mention, first_word: str) -> EntityType:
    """Return the most likely type of a name that no recogniser has typed; ``first_word`` opens its source."""
    text = mention.text
    entry = known(text)
    if entry:
        return entry.type
    if country_named(text) or country_of(text):
        return "Place"
    if _introduced_as_person(doc, mention):
        return "Person"
    if any(kinds(word) & {"organisation", "outlet", "unit"} for word in text.split()) or first_word == "The":
        return "Organization"
    return "Organization" if text.isupper() and len(text) > 1 and doc[mention.start].is_alpha else "Person"


def retyped(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with repaired types, the same words always typed the same."""
    repaired = [replace(m, type=_repaired(doc, m)) for m in mentions]
    repaired = list(named_after(still_people(mentions, repaired)))
    votes: dict[str, Counter[EntityType]] = {}
    alone = surnames_alone(repaired)
    for mention in repaired:
        evidence = EVIDENCE if mention.type != "MilitaryUnit" and not has_surname_of(mention, alone) else ()
        told = next((kind for says in evidence if (kind := says(doc, mention))), None)
        votes.setdefault(fold(mention.text), Counter())[told or mention.type] += TELLING if told else 1
    surnames = {fold(m.text.split()[-1]) for m in repaired if m.type == "Person" and " " in m.text}
    voted = [replace(m, type=_voted(m, votes[fold(m.text)], surnames)) for m in repaired]
    given = {fold(word) for m in voted if m.type == "Person" and " " in m.text for word in m.text.split()}
    given |= {fold(m.text) for m in voted if m.type == "Person" and doc[m.start - 1].text.istitle() and _titled(doc, m)}
    bodies = [m for m in voted if m.type in ("Organization", "Outlet") and (" " in m.text or DOMAIN.search(m.text))]
    whole = [(DOMAIN.sub("", without_countries(m.text) or m.text).split(), m.type) for m in bodies]
    first, last = ({fold(w[at]): t for w, t in whole if w[-1].lower() not in OF_LEADERS} for at in (0, -1))
    typed = [
        replace(m, type=_shortened(doc, m, first, last) or m.type) if fold(m.text) not in given else m for m in voted
    ]
    people = [m.text for m in typed if m.type == "Person" and " " in m.text]
    typed = [replace(m, type=abbreviated(m, bodies) or _by_shape(doc, m, people) or m.type) for m in typed]
    peoples = set(adjectives({m.text for m in typed if m.type == "Place" and " " not in m.text}))
    return [m for m in typed if m.text not in peoples or m.type not in ("Person", "Place")]


def _shortened(
    doc: Doc, mention: Mention, first: Mapping[str, EntityType], last: Mapping[str, EntityType]
) -> EntityType | None:
    """Return the type of the body of which a supposed person's name is the first word, or behind "the" the last."""
    if mention.type != "Person" or _introduced_as_person(doc, mention):
        return None
    word, article = fold(mention.text), mention.start > 0 and doc[mention.start - 1].lower_ == "the"
    return first.get(word) or (last.get(word) if article else None)


def _by_shape(doc: Doc, mention: Mention, people: Sequence[str]) -> EntityType | None:
    """Return that "LakeWatch" or "LWN", taken for a person, is a body: no surname here, nobody's initials."""
    text = mention.text
    if mention.type != "Person" or " " in text or _introduced_as_person(doc, mention):
        return None
    if any(fold(text) == fold(name.split()[-1]) or abbreviates(text, name) for name in people):
        return None
    capitals = len(text) >= SHORTEST_ACRONYM and text.isalpha() and is_acronym(doc[mention.start])
    return "Outlet" if is_outlet(text) else "Organization" if capitals or shaped_like_a_body(text) else None


def _voted(mention: Mention, votes: Counter[EntityType], surnames: set[str]) -> EntityType:
    """A bare surname is the person whose full name the article has, whatever else it could be."""
    if mention.type == "MilitaryUnit":
        return mention.type
    surname = ARTICLE_OF_NAME.sub("", fold(mention.text))  # "Al-Orlo" of Jo al Orlo
    if not {fold(mention.text), surname}.isdisjoint(surnames) and not country_of(mention.text):
        return "Person"
    return votes.most_common(1)[0][0]


def _repaired(doc: Doc, mention: Mention) -> EntityType:
    """Return the type that the words in and around a name make clear, else the recogniser's."""
    if mention.type == "MilitaryUnit":
        return mention.type
    words = mention.text.split()
    told = _addressed(doc, mention) or _common_knowledge(mention)
    told = told or _by_neighbours(doc, mention, words) or _by_given_name(mention, words)
    return told or _called_after(mention, words) or _by_class_word(mention, words)


def _addressed(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "Mr Jordan" from Jordan: who is so addressed is a person, whatever else has the name."""
    before = doc[mention.start - 1] if mention.start else None
    addressed = before is not None and before.text[:1].isupper() and fold(before.text) in ADDRESSES
    return "Person" if addressed and mention.type in ("Person", "Place") else None


def _common_knowledge(mention: Mention) -> EntityType | None:
    entry = known(mention.text)
    if entry:
        return entry.type
    return "Place" if country_of(mention.text) and mention.text[:1].isupper() else None


def _by_neighbours(doc: Doc, mention: Mention, words: list[str]) -> EntityType | None:
    """Tell "lawmaker Orlun" and "Korrin lawmakers", "mayor of Lower Brenn" and "in Lower Brenn" by what is beside."""
    if mention.type == "Person" and len(words) == 1 and _says_whose(doc, mention):
        return "Place"
    if mention.text.isupper() and in_dateline(doc, mention):
        return "Place"
    body = _introduced_as_body(doc, mention) or _apposed_body(doc, mention) or _apposed_to_body(doc, mention)
    if body and mention.type in ("Person", "Place"):
        return body
    if len(words) <= LONGEST_PERSON and not mention.text.isupper() and _introduced_as_person(doc, mention):
        return "Person"
    before = doc[mention.start - 1].lower_ if mention.start else ""
    of_office = before == "of" and mention.start > 1 and "person" in kinds(doc[mention.start - 2].text)
    located = of_office or (before in ("in", "near", "outside") and _is_whereabouts(doc, mention))
    return "Place" if mention.type == "Person" and located and not gender_of_name(words[0]) else None


def _is_whereabouts(doc: Doc, mention: Mention) -> bool:
    """Tell "in Lower Brenn" from "faith in Roe" and "in Roe's interest"."""
    owning = mention.end < len(doc) and is_possessive(doc[mention.end])
    return not owning and (mention.start < 2 or doc[mention.start - 2].lower_ not in NOT_WHERE)


def _titled(doc: Doc, mention: Mention) -> EntityType | None:
    return "Person" if mention.type == "Person" and _introduced_as_person(doc, mention) else None


def _introduced_as_body(doc: Doc, mention: Mention) -> EntityType | None:
    """Return what "the newspaper", "the firm" or the like right before a name says that it is."""
    before = doc[mention.start - 1] if mention.start else None
    if before is None or not before.text.islower() or "person" in kinds(before.text):
        return None
    if kinds(before.text) == {"outlet"} or kinds(doc[max(0, mention.start - 2) : mention.start].text) == {"outlet"}:
        return "Outlet"
    named = " " in mention.text and gender_of_name(mention.text.split()[0])  # "the developer Jo Roe"
    return "Organization" if before.text in BODIES and not named else None


def _apposed_body(doc: Doc, mention: Mention) -> EntityType | None:
    """Return what "Mediana, an independent outlet," says that it is: no given name, and no person's noun."""
    words = doc[mention.end : mention.end + APPOSED]
    apposed = len(words) > 2 and words[0].text == "," and words[1].lower_ in ("a", "an")
    if not apposed or gender_of_name(doc[mention.start].text):
        return None
    noun = next((t for t in words[2:] if t.pos_ == "NOUN" and t.i + 1 < len(doc) and doc[t.i + 1].pos_ != "NOUN"), None)
    found = kinds(noun.text) if noun is not None else frozenset()
    return "Outlet" if found == {"outlet"} else "Organization" if found == {"organisation"} else None


def _apposed_to_body(doc: Doc, mention: Mention) -> EntityType | None:
    """Return what "Korrin's national airline, Korrwings" says that it is, where a sentence begins so.

    "At the club, Roe" has a preposition before the noun; a list of several says nothing.
    """
    if mention.start < 3 or doc[mention.start - 1].text != ",":
        return None
    noun = doc[mention.start - 2]
    listed = mention.end < len(doc) and doc[mention.end].lower_ in ("and", "or")
    single = noun.is_lower and singular(noun.lower_) == noun.lower_ and " " not in mention.text
    subject = kinds(noun.text) == {"organisation"} and single and not listed and _begins_sentence(doc, noun.i)
    return "Organization" if subject and not gender_of_name(mention.text) else None


def _begins_sentence(doc: Doc, last: int) -> bool:
    """Tell whether a sentence begins with the noun phrase that ends at a token."""
    for at in range(last, max(-1, last - LONGEST_SUBJECT), -1):
        if doc[at].tag_.startswith(("IN", "TO", "VB", "WRB")) or doc[at].text == ",":
            return False
        if doc[at].is_sent_start:
            return True
    return False


def _has_officers(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "Corvane's chief executive": who has one is no person."""
    if mention.end + 1 >= len(doc) or not is_possessive(doc[mention.end]):
        return None
    return "Organization" if doc[mention.end + 1 : mention.end + 4].text.lower().startswith(OFFICERS) else None


def _by_given_name(mention: Mention, words: list[str]) -> EntityType | None:
    if mention.type != "Place" or len(words) != 2 or not gender_of_name(words[0]):
        return None
    return "Place" if words[1].lower() in PLACE_WORDS else "Person"


def _says_whose(doc: Doc, mention: Mention) -> bool:
    """Tell whether a name stands before those of a country ("Korrin lawmakers", "Korrin's defence ministry")."""
    titled = mention.start and fold(doc[mention.start - 1].text) in titles()
    if titled or mention.end >= len(doc):
        return False
    if not is_possessive(doc[mention.end]):
        return doc[mention.end].lower_ in OF_COUNTRIES
    following = doc[mention.end + 1 : mention.end + 3]
    return not gender_of_name(mention.text) and any(token.lower_ in OF_STATES for token in following)


def _introduced_as_person(doc: Doc, mention: Mention) -> bool:
    """Tell whether "Mr", "lawmaker" or the like stands right before a name that is no body's."""
    words = mention.text.split()
    body = words[-1].lower() in ENDINGS or any(kinds(word) & {"organisation", "unit"} for word in words)
    if not mention.start or body or (mention.type == "Outlet" and "outlet" in kinds(words[-1])):
        return False
    before = doc[mention.start - 1]
    office = "person" in kinds(before.text) and singular(before.lower_) == before.lower_
    office = office and not before.tag_.startswith("VB")  # "she accused Carrow"
    return (fold(before.text) in titles() and before.text[:1].isupper()) or office


def _called_after(mention: Mention, words: list[str]) -> EntityType | None:
    """Return what "Roe Tower" and "Ida Foundation" are, which are called after somebody."""
    if mention.type != "Person":
        return None
    capitals = [word.lower() for word in words[1:] if word.istitle()]
    if BUILDINGS & set(capitals):
        return "Place"
    return "Organization" if words[-1].istitle() and OF_FOUNDERS & set(capitals[-1:]) else None


def _by_class_word(mention: Mention, words: list[str]) -> EntityType:
    if mention.type not in ("Person", "Place") or len(words) < 2 or gender_of_name(words[0]):
        return mention.type
    military = mention.type == "Place" and words[-1].islower() and "organisation" in kinds(words[-1])
    strong = [w for w in words if w.lower() not in WEAK_CLASS_WORDS and w[:1].isupper()]
    of_what = words[1] in ("of", "for") and kinds(words[0]) == {"organisation"}  # "Office of Roads and Rivers"
    if military or of_what or (words[-1].lower() in ENDINGS and words[-1][:1].isupper()):
        return "Organization"
    body = any("organisation" in kinds(w) for w in strong)
    paper = any("outlet" in kinds(w) for w in strong) and not body
    if paper or (words[-1].lower() in PAPERS and words[-1].istitle()):
        return "Outlet"
    return "Organization" if body else mention.type


EVIDENCE: tuple[Callable[[Doc, Mention], EntityType | None], ...] = (
    _introduced_as_body, _apposed_body, _apposed_to_body, _has_officers, says_service, _titled, says_place,
    says_agency, says_business, has_people,
)  # fmt: skip
