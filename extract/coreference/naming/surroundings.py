"""What the words around a name say that it names: a place, a service, a firm; and which names are peoples' adjectives.

A recogniser that does not know a name takes it for a person's all too easily.  Each test looks at one place where a
name stands and answers a type or ``None``; the places of one name are counted together in ``entity_typing``.  Whose
surname stands alone elsewhere is a person, whatever the words around say.  Here, too, are names before a noun that only
says what they name ("the Orbex group"), and short names that stand in brackets or behind "or".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from whosays.extract.coreference.naming.matching import abbreviates
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.lexicon import country_of, fold, gender_of_name, is_people, kinds, singular, titles, word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import EntityType

WHERE = word_class("prepositions_of_place")
ENDINGS_OF_PEOPLE = word_class("behind_names")
NOT_WHERE = word_class("trusting")
OF_A_STATE = word_class("heads_of_states")
STATE_NOUNS = word_class("nouns_of_states")
STATE_MODIFIERS = word_class("modifiers_of_states")
STATE_BODIES = word_class("bodies_of_states")
LONGEST_BODY = 6  # tokens behind "Zemria's" in which its name may end
POSTING = word_class("posting")
POSTED = word_class("posted_something")
ACCOUNTS = word_class("social_accounts")
SERVICES = word_class("social_services")
BUSINESS = word_class("business")
DETERMINERS = word_class("before_a_common_noun")
VERBS = ("VB", "MD", "IN", "CC", "RB", "TO")
NEAR = 3  # tokens between "posted" and "on"
PHOTO_AGENCIES = frozenset({"getty"})
PEOPLES = ("n", "an", "ian", "i", "ese", "ish", "er")  # endings of adjectives: Korrin, "Korrinian"
_DATELINE = re.compile(r"[^\W\d_a-z][^()a-z\n]+(?:, [^()\n]{1,30})? ?(?:\([^()\n]{2,40}\) ?)?[-–—] ")
AGENCIES = (["agency"], ["militia"], ["movement"], ["service"])  # bodies that are called after nobody
NETWORKS = word_class("social_networks")
CLASSES = frozenset(("charity", "company", "firm", "group", "militia", "movement", "party", "think tank"))
LONGEST_ACRONYM = 7
INTRODUCES = word_class("introduce_a_short_name")


def says_place(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "in Zemria", "Zemria's foreign minister", "the capital of Zemria", "a Zemria military official"."""
    if not _may_be_other(doc, mention):
        return None
    before = columns(doc).lower[max(0, mention.start - 2) : mention.start]
    following = columns(doc).text[mention.end : mention.end + LONGEST_BODY]
    owned = bool(following) and is_possessive(doc[mention.end])
    if before[-1:] == ["of"]:
        return "Place" if before[0] in OF_A_STATE and not owned else None
    placed = before[-1:] == ["from"] and bool(kinds(before[0]) & {"person", "people"})
    inside = bool(before) and before[-1] in WHERE and before[0] not in NOT_WHERE
    of_state = _is_of_state(following[owned:]) or (owned and _is_body_of_state(following[1:]))
    return "Place" if ((inside or placed) and not owned) or of_state else None


def _is_of_state(following: Sequence[str]) -> bool:
    noun = next((word.lower() for word in following if word.lower() not in STATE_MODIFIERS), "")
    return noun in STATE_NOUNS or following[:1] == ["military"]


def _is_body_of_state(following: Sequence[str]) -> bool:
    """Tell "Civil Protection Agency" behind "Zemria's"; a person's firm has no such name."""
    name = list(takewhile(lambda word: word[:1].isupper(), following))
    return len(name) > 1 and name[-1].lower() in STATE_BODIES


def says_service(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "wrote on Chirper", "on Chirper, he wrote", "her Chirper account", "the app Chirper", "Chirper, an app,"."""
    lower = columns(doc).lower
    before, following = lower[max(0, mention.start - NEAR - 1) : mention.start], lower[mention.end : mention.end + 6]
    behind = following[1:] if following[:1] == [","] else ()  # "On Chirper, the activist wrote"
    posted = before[-1:] == ["on"] and bool(POSTING & set(before[:-1]) or POSTED & set(behind))
    account = following[:1] and following[0] in ACCOUNTS and before[-1:] and before[-1] in DETERMINERS
    called = before[-1:] and before[-1] in SERVICES
    apposed = following[:2] in ([",", "a"], [",", "an"], [",", "the"]) and bool(SERVICES & set(following[2:]))
    apposed = apposed and not (
        " " in mention.text and gender_of_name(mention.text.split()[0])
    )  # "Jo Roe, the site said"
    return "Organization" if posted or account or called or apposed else None


def says_agency(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "Korrin's Orlu Davan Adem service": nobody's given name, and a noun for a body behind it."""
    if mention.type != "Person" or " " not in mention.text or gender_of_name(mention.text.split()[0]):
        return None
    lower = columns(doc).lower
    owned = mention.start > 0 and (lower[mention.start - 1] == "the" or is_possessive(doc[mention.start - 1]))
    return "Organization" if owned and lower[mention.end : mention.end + 1] in AGENCIES else None


def says_business(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "Corvane employees", "a Corvane spokeswoman", "Corvane (CRV)" with the letters of its shares, "the Corvane".

    Whose full name the article has is a person all the same.
    """
    if mention.type != "Person" or not _may_be_other(doc, mention):
        return None
    following = columns(doc).text[mention.end : mention.end + 3]
    share = [*following[:1], *following[2:]] == ["(", ")"] and following[1].isupper() and len(following[1]) > 1
    share = share and not (country_of(following[1]) or abbreviates(following[1], mention.text))
    business = share or bool(following and following[0].lower() in BUSINESS)
    return "Organization" if business or _has_article(doc, mention) else None


def _has_article(doc: Doc, mention: Mention) -> bool:
    """Tell "the Corvane said" and "of the Corvane," from "the Roe family" and "the Roe whom they knew"."""
    if mention.end >= len(doc) or not mention.start or doc[mention.start - 1].text != "the":
        return False
    following = doc[mention.end]
    return following.text in (",", ".", ";", ":") or following.tag_ in ("VBD", "VBZ", "MD") or is_possessive(following)


def _may_be_other(doc: Doc, mention: Mention) -> bool:
    """Tell whether a supposed person's or place's name has neither a title before it nor a given name in it."""
    before = doc[mention.start - 1].text if mention.start else ""
    titled = fold(before) in titles() and before[:1].isupper()
    words = mention.text.split()
    return mention.type in ("Person", "Place") and len(words) < 3 and not titled and not gender_of_name(words[0])


def adjectives(names: Collection[str]) -> Iterator[str]:
    """Yield every adjective or people that may be formed of the names of places ("Zemrian" of "Zemria")."""
    for name in names:
        stems = {name, re.sub(r"[aeiouy]$", "", name)}
        yield from (stem + ending for stem in stems for ending in PEOPLES if stem + ending != name)


def without_words_before(doc: Doc, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, of "Chide Roe" in a headline and "Getty Ida" in a credit line the name that the story has."""
    people = [m.text.split() for m in found if m.type == "Person" and " " in m.text]
    named = {word for words in people if gender_of_name(words[0]) for word in words}
    for mention in found:
        first, _, rest = mention.text.partition(" ")
        of_two = rest in named and first not in named and mention.end - mention.start == len(("word", "name"))
        credit = first.lower() in PHOTO_AGENCIES and gender_of_name(rest.partition(" ")[0])
        stray = of_two and len(first) > len("Jo") and not gender_of_name(first) and _is_stray(doc, mention.start)
        if mention.type == "Person" and (credit or stray):
            yield replace(mention, start=mention.start + 1, text=rest)
        else:
            yield mention


def _is_stray(doc: Doc, at: int) -> bool:
    """Tell whether a word before a name is a verb, one of the article in small letters, or a photo agency."""
    word = doc[at].lower_
    return doc[at].tag_.startswith("VB") or word in columns(doc).text or word in PHOTO_AGENCIES


def has_people(doc: Doc, mention: Mention) -> EntityType | None:
    """Tell "Zemria" by the "Zemrian officers" of the same article."""
    if " " in mention.text or not _may_be_other(doc, mention):
        return None
    return None if _before_nouns(doc).isdisjoint(adjectives([mention.text])) else "Place"


@lru_cache(maxsize=1)
def _before_nouns(doc: Doc) -> frozenset[str]:
    """Return the capitalised words right before a word in small letters that is no verb."""
    text, tag, alpha = columns(doc).text, columns(doc).tag, columns(doc).is_alpha
    return frozenset(
        word
        for i, word in enumerate(text[:-1])
        if word[:1].isupper() and alpha[i + 1] and text[i + 1].islower() and not tag[i + 1].startswith(VERBS)
    )


def surnames_alone(mentions: Sequence[Mention]) -> set[str]:
    return {fold(m.text) for m in mentions if m.type == "Person" and " " not in m.text}


def has_surname_of(mention: Mention, alone: Collection[str]) -> bool:
    """Tell whether somebody is named in full whose surname alone stands elsewhere."""
    words = mention.text.split()
    full = mention.type == "Person" and len(words) > 1 and not any(kinds(word) for word in words)
    return full and fold(words[-1]) in alone


def still_people(seen: Sequence[Mention], repaired: Sequence[Mention]) -> list[Mention]:
    """Return repaired names, people again whose surname alone stands elsewhere: "For Eve Lund, a smaller council"."""
    alone = surnames_alone(repaired)
    return [before if has_surname_of(before, alone) else now for before, now in zip(seen, repaired, strict=True)]


def named_after(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, "Eve Lund Science" as that of a body, if the recogniser once saw one, and Eve Lund is there."""
    people = {fold(m.text) for m in mentions if m.type == "Person"}
    bodies = {m.text for m in mentions if m.type == "Organization"}
    for mention in mentions:
        before, _, last = mention.text.rpartition(" ")
        named = mention.type == "Person" and " " in before and fold(before) in people and mention.text in bodies
        after = named and fold(last) not in people and fold(last) not in ENDINGS_OF_PEOPLE
        yield replace(mention, type="Organization") if after else mention


def abbreviated(mention: Mention, bodies: Sequence[Mention]) -> EntityType | None:
    """Return the type of the body of which a supposed person's name is the initials: "HFB", Harbour Fire Board."""
    if mention.type != "Person" or not mention.text.isupper():
        return None
    return next((body.type for body in bodies if abbreviates(mention.text, body.text)), None)


def in_dateline(doc: Doc, mention: Mention) -> bool:
    """Tell whether a name opens a paragraph as in "KORRA CITY (Agency) - "."""
    opens = mention.start == 0 or "\n" in doc[mention.start - 1].text
    return opens and _DATELINE.match(columns(doc).whole, doc[mention.start].idx) is not None


def opens_dateline(doc: Doc, mention: Mention) -> bool:
    """Tell "KBN — [Korrin's army said]": an outlet and a dash open a story, which does not tell what the outlet is."""
    opens = mention.start == 0 or "\n" in doc[mention.start - 1].text
    return opens and mention.type == "Outlet" and mention.end + 1 < len(doc) and doc[mention.end + 1].text[:1].isupper()


def named_by_modifier(doc: Doc, start: int, head: int, names: Mapping[int, Mention]) -> Mention | None:
    """Return the name in "the official Reuters news agency", "the Orbex group": the noun only says what it is."""
    inside = (m for m in names.values() if start <= m.start and m.end <= head and m.type not in ("Person", "Place"))
    plain = (m for m in inside if all(_tells_what(doc[i]) for i in range(start, m.start)))
    mention = next(plain, None)
    if mention is None:
        return None
    on = doc[mention.end].lower_ in NETWORKS  # "the Velmark Telegram channel"
    noun = columns(doc).words(mention.end + on, head + 1).lower()
    paper = "outlet" in kinds(noun) and singular(noun) == noun  # but not "the Chirper posts"
    service = noun in ("agency", "service") and " " in mention.text and mention.type == "Organization"
    return mention if paper or service or noun in CLASSES else None


def _tells_what(token: Token) -> bool:
    """Tell whether a word before a name may tell what it names: "militant", "Zemrian", of "Zemria-backed" each part."""
    glued = is_hyphened(token) and country_of(token.text) is not None
    return token.is_lower or not token.is_alpha or glued or is_people(token.text)


def is_hyphened(token: Token) -> bool:
    """Tell whether a token is glued to a hyphen ("commander-in-chief", "Moscow-based")."""
    doc, i = token.doc, token.i
    after = i + 1 < len(doc) and not token.whitespace_ and doc[i + 1].text == "-"
    return after or (i > 0 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_)


def introduced(doc: Doc, bodies: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield name and acronym of "Main Directorate of Intelligence (HUR)" and "the directorate ..., or HUR,"."""
    ordered = sorted(bodies, key=lambda m: m.start)
    for full, short in itertools.pairwise(ordered):
        between = [t.lower_ for t in doc[full.end : short.start]]
        if not between or len(between) > 5 or not set(between) <= INTRODUCES:
            continue
        listed = short.end < len(doc) and doc[short.end].text.startswith(":")  # "(NYSE: CRV)"
        explicit = ("(" in between and not listed) or bool({"or", "known", "called"} & set(between))
        whole = " " in full.text or (between == ["("] and not country_of(short.text))  # "Carrow (CRW)"
        if explicit and whole and short.text.isupper() and len(short.text) <= LONGEST_ACRONYM:
            yield full, short
