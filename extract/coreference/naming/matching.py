"""When two names in one article mean the same: surnames, acronyms, short forms, spelling variants.

Pure functions over the written names; who is who is decided in :mod:`whosays.extract.coreference.name_clusters`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from whosays.extract.coreference.naming.strays import SEATED
from whosays.extract.lexicon import (
    CACHED,
    SMALL_WORDS,
    countries_in,
    country_of,
    fold,
    kinds,
    singular,
    without_countries,
    word_class,
    words_of,
)

NUMBER = re.compile(r"^(\d+)(?:st|nd|rd|th)?$")
PRODUCTS = word_class("products")
OF_LEADERS = word_class("bodies_of_leaders")
IN_FULL = word_class("in_full_behind_initials")
EVENTS = frozenset({"camp", "team"})  # in front of whose they are
NETWORKS = word_class("social_networks")
CHAMBERS = word_class("chambers")
PARTIES = frozenset({"gop", "dems"})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})
SIMILAR = 82  # of 100: "Zelensky" and "Zelenskiy" 94, "Kuznetsov" and "Kuznetsova" 95, "Hanson" and "Hansen" 83
COMPANY_ENDINGS = word_class("legal_forms")
FORMS_OF_BODIES = COMPANY_ENDINGS | IN_FULL | word_class("trades") | word_class("behind_firms")
SHORTEST_VARIANT = 5
LETTERS_BEHIND = 3  # from which on initials may leave out the first word, a town or a state
OF_SOMEWHERE = re.compile(r"(\w\s+\S*\w)\s+of\s.*", re.DOTALL)  # a place is no name of who comes from it
BEFORE_NAMES = ' .,;:!?&*•/|"“”-–—'  # marks that a name never begins with
AFTER_NAMES = ' ,;:&*•/|"“”-–—'  # and never ends with: "Inc." and "Yahoo!" do end with others
ARTICLE_OF_NAME = re.compile(r"^(?:al|el)-(?=\w{3})")
DOMAIN = re.compile(r"(?<=\w{3})\.(?:com|org|net|io|co\.uk)$")  # "Carrow.com" is Carrow for short
FULL_STOP = re.compile(r"(?<=[^\W\d_]{5})\.+$")  # no abbreviation is that long


@lru_cache(maxsize=CACHED)
def abbreviates(short: str, name: str) -> bool:
    """Tell whether a word in capitals is made of a name's initials, small words counted or not ("NIS", "C&P")."""
    letters = short.replace(".", "").replace("&", "")
    if len(letters) < 2 or not letters[0].isupper() or sum(c.isupper() for c in letters) < 2:
        return False
    words = [word for part in name.split() for word in re.split(r"[-–/]", part) if word]
    first, _, rest = short.partition(" ")
    if rest and words and first == words[0]:  # "Korra ISO"
        return " " not in rest and abbreviates(rest, name.partition(" ")[2])
    own = [word for word in without_countries(name).split() if word]
    plain = [word for word in words if word.lower().strip(".,") not in COMPANY_ENDINGS]
    behind = words[1:] if len(letters) >= LETTERS_BEHIND else []  # "FRB" of the Korra Flood Relief Board
    return any(letters.upper() in _initials(chosen) for chosen in (words, own, plain, behind))


def _initials(words: list[str]) -> tuple[str, ...]:
    letters = [word for word in words if word[0].isalnum()]
    no_articles = [word for word in letters if word.lower() not in ("the", "a", "an")]  # "PFR" of People for the River
    weighty = [word for word in letters if word.lower() not in SMALL_WORDS]
    return tuple("".join(word[0] for word in chosen).upper() for chosen in (letters, no_articles, weighty))


def same_person(one: str, other: str) -> bool:
    """Tell whether two names can mean one person: one is part of the other, or first and last word agree.

    "Lee" and "Lee Seong-kweun", "J. Roe" and "Jane Q. Roe" can; "John Roe" and "Jane Roe" cannot.  A given name
    alone matches too: which of several candidates is meant is for the caller to say.
    """
    a, b = person_words(one), person_words(other)
    if not a or not b:
        return False
    if len(a) > len(b):
        a, b = b, a
    if generation_of(one) != generation_of(other) and any(_given_and_generation(name) for name in (one, other)):
        return False
    if len(a) == 1:
        return a[0] in b
    return a == b or _inside(a, b) or (a[-1] == b[-1] and _same_first(a[0], b[0]))


@lru_cache(maxsize=CACHED)
def person_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name without generational endings and whence somebody comes.

    "Al-Dorri" is "Dorri" for short.
    """
    words = words_of(OF_SOMEWHERE.sub(r"\1", name))
    bare_words = (ARTICLE_OF_NAME.sub("", word.strip(",")) for word in words)
    return tuple(word for word in bare_words if word not in GENERATIONS)


def generation_of(name: str) -> str:
    """Return the "jr" that a name ends in, or nothing."""
    return next((word for word in words_of(name)[-1:] if word.strip(",.") in GENERATIONS), "")


def _given_and_generation(name: str) -> bool:
    """Tell "Jo Jr.", who is not Jo Roe, and "Ida II", who is not Ida Roe."""
    return len(person_words(name)) == 1 and generation_of(name) != ""


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _same_first(one: str, other: str) -> bool:
    initial = min(len(one), len(other)) == 1
    return one == other or (initial and one[0] == other[0])


def spelled_alike(one: str, other: str) -> bool:
    """Tell whether two persons' names differ only in spelling ("Volodymyr Zelensky", "Zelenskyy")."""
    a, b = person_words(one), person_words(other)
    if len(a) > len(b):
        a, b = b, a
    if not a or (len(a) > 1 and len(a) != len(b)):
        return False
    pairs = list(zip(a, b, strict=True)) if len(a) > 1 else [(a[0], b[-1])]
    return all(x == y or _variant(x, y) for x, y in pairs)


def _variant(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_VARIANT or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long.endswith("a"):  # Kuznetsov is not Kuznetsova, nor Nigel Nigella
        return False
    return ratio(one, other) >= SIMILAR


def stands_for(one: str, other: str) -> bool:
    """Tell whether of two names one is the other's initials."""
    return abbreviates(one, other) or abbreviates(other, one)


def same_organisation(one: str, other: str) -> bool:
    """Tell whether two names can mean one organisation: equal, an acronym, or a short form of the longer.

    Countries in the names may not contradict: "UK Ministry of Defence" and "Russian Ministry of Defence" differ.
    """
    short, long = sorted((bare(one), bare(other)), key=len)
    if stands_for(one, other) or (short.endswith(SEATED) and long.startswith(f"{short} in ")):
        return True
    mine, yours = countries_in(one), countries_in(other)
    if mine and yours and mine != yours:
        return False
    if heads_name(one, other) or heads_name(other, one):
        return True
    a, b = core_words(one), core_words(other)
    if len(a) > len(b):
        one, a, b, mine, yours = other, b, a, yours, mine
    if len(a) == 1 and one.isupper() and b[:1] == a and not {*b[1:]} <= IN_FULL:
        return False  # the "KBN Sports Network" is a part of KBN
    if len(a) == 1 and mine and not yours and len(b) > 1:  # the "Korrin Post" is no short form of the "Marl Post"
        return False
    return bool(a) and (sorted(a) == sorted(b) or (_short_form(a, b) and not _of_it(a, b)))


def heads_name(short: str, name: str) -> bool:
    """Tell whether a class word alone is the head of a longer name: "the Bank" of Korrin, "the Office" for Roads."""
    head, _, rest = bare(name).partition(" ")
    body = "organisation" in kinds(head) or head.lower() in CHAMBERS
    return bare(short) == head and rest.startswith(("of ", "for ")) and body


@lru_cache(maxsize=CACHED)
def core_words(name: str) -> tuple[str, ...]:
    """Return the words that carry an organisation's name: no country, no small words, no "Inc" or ".com"."""
    first, _, rest = name.partition(" ")
    of_its_own = rest if country_of(first) else name  # "State Department" alone tells whose it is
    text = DOMAIN.sub("", without_countries(name) or of_its_own or name)
    return tuple(word for word in words_of(text) if word not in SMALL_WORDS and word not in COMPANY_ENDINGS)


def _of_it(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell what a longer name names besides: a product ("Carrow Maps", "Camp Carrow"), the members of a chamber.

    The "Roe administration" is not Roe.
    """
    more = [word for word in long if word not in short]
    members = any(kinds(word) & {"person", "people"} or word in PARTIES for word in more)
    chamber = set(short) <= CHAMBERS and (members or long == ("white", "house"))
    begins, ends = long[: len(short)] == short, long[-len(short) :] == short
    made = any({word, singular(word)} & (PRODUCTS | OF_LEADERS) for word in more)
    product = (begins and made) or (ends and long[0] in EVENTS)
    return chamber or product or (begins and members)


def names_a_part(short: str, name: str) -> bool:
    """Tell whether a name may be that of a part or a product: "Carrow Korrin", "Carrow Smart", not "Carrow Group".

    Whether it is, the order tells: who writes of "Carrow" first and of "Carrow Smart" later writes of two.
    """
    words, more = words_of(short), bare(name).split()[len(bare(short).split()) :]
    begun = bool(more) and words_of(name)[: len(words)] == words
    last = more[-1] if begun else ""
    body = last[:1].isupper() and last != "Intelligence" and "organisation" in kinds(last)
    return begun and not body and last.lower().strip(".") not in FORMS_OF_BODIES


def opens(short: str, name: str) -> bool:
    """Tell whether a name begins with the words of a shorter one ("Orbex" of "Orbex News Agency")."""
    words = core_words(short)
    return same_organisation(short, name) and core_words(name)[: len(words)] == words


def _short_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The beginning of a name ("Khorne" Group), unless it is only a class word ("Ministry", "National")."""
    if len(short) == 1 and len(long) > 1 and long[-1] == short[0]:  # "the Gazette", "the Authority"
        return short[0] not in NETWORKS  # but "Chirper" of "Carrow Chirper"
    if len(long) == 2 and long[1] in ("department", "ministry") and long[:1] == short:  # "Treasury"
        return True
    if any(kinds(w) for w in short) and any("organisation" in kinds(w) for w in long[len(short) :]):
        return False  # the "Korrin Club" and the "Korrin Club Foundation"
    telling = [w for w in short if not kinds(w) and w not in ("national", "international", "state", "federal")]
    return bool(telling) and long[: len(short)] == short


def same_unit(one: str, other: str) -> bool:
    """Tell whether two names can mean one military unit: number and class agree, other words are not contradicted."""
    a, b = words_of(without_countries(one) or one), words_of(without_countries(other) or other)
    if _number(a) != _number(b) or _class(a) != _class(b):
        return False
    short, long = sorted((set(a) - SMALL_WORDS, set(b) - SMALL_WORDS), key=len)
    return short <= long or (_number(a) is not None and len(short & long) >= max(2, len(short) - 1))


def _number(words: tuple[str, ...]) -> str | None:
    return next((match[1] for word in words if (match := NUMBER.match(word))), None)


def _class(words: tuple[str, ...]) -> str | None:
    return next((word for word in words if "unit" in kinds(word)), None)


@lru_cache(maxsize=CACHED)
def bare(name: str) -> str:
    """Return a name without leading article, possessive ending and marks around it, spaces single."""
    words = " ".join(name.split())
    stripped = FULL_STOP.sub("", words.lstrip(BEFORE_NAMES).rstrip(AFTER_NAMES)) or words
    text = re.sub(r"^(?:the|a|an)\s+", "", stripped, flags=re.IGNORECASE)
    return re.sub(r"\s*(?:['’‘´]s|(?<=s)['’])$", "", text)


@lru_cache(maxsize=CACHED)
def key(name: str) -> str:
    """Return the form under which equal names are equal."""
    return " ".join(fold(word) for word in bare(name).split())
