"""Who holds another office than the one a description tells: another portfolio, another place, no longer, or below."""

from __future__ import annotations

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import (
    answers,
    country_named,
    known,
    role_phrases,
    word_class,
    word_set,
    words_of,
)

PAST = frozenset(("ex", "former"))
BELOW = frozenset(("assistant", "deputy", "shadow", "vice"))  # who is so is not who holds the office
MINISTERS = word_set("minister secretary")
HEADS = word_set("boss chief head")
FORCES = word_set("army military navy police")
GOVERNING = word_class("governing")
PORTFOLIOS = word_class("portfolios") | {"foreign", "home"}
NEARBY = 3  # sentences behind a place in which it is told of


def holds_another(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether somebody named holds another office than the one described, as far as the article tells."""
    other = (
        _is_out_of_office(phrase, referent) or _has_other_office(phrase, referent) or _is_elsewhere(phrase, referent)
    )
    return other or is_of_other_place(cast, phrase, referent) or _is_of_owner_elsewhere(cast, phrase, referent)


def is_of_other_place(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the Velm senator" would be whom the article calls a senator of another place."""
    modifiers = set(words_of(" ".join(phrase.modifiers)))
    alike = [set(words_of(role)) for role in referent.roles if answers_in(phrase.head, role)] if modifiers else []
    if not alike:
        return False
    places = {word for m in cast.by_mention if m.type == "Place" for word in words_of(m.text)}
    asked, roles = places & modifiers, [places & role for role in alike]
    return bool(asked) and all(role and not asked & role for role in roles)


def is_of_other_region(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the governor of the Velm region" would be one described as governor of another region alone.

    Both have a place in their words that the other has not; countries say less.
    """
    named = (m.text for m in cast.by_mention if m.type == "Place" and not country_named(m.text))
    places = {word for text in named for word in words_of(text)}
    asked, told = places & set(words_of(phrase.shown)), places & set(words_of(referent.description))
    return bool(asked - told) and bool(told - asked)


def _is_of_owner_elsewhere(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "Velm's governor" would be a governor of whom the article tells where Velm is not told of."""
    if not phrase.owner:
        return False
    places = [m for m in cast.by_mention if m.type == "Place"]
    owner = next((m for m in places if m.end == phrase.owner[1] - 1), None)
    if owner is None or country_named(owner.text) or not any(answers_in(phrase.head, role) for role in referent.roles):
        return False
    named = {cast.sentences[m.start] for m in places if m.text == owner.text and m is not owner}
    near = {cast.sentences[phrase.start]} | {number + back for number in named for back in range(NEARBY + 1)}
    return not any(o.sentence in near for o in referent.occurrences if o.end <= phrase.start)


def _has_other_office(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the health minister" would be whom the article gives another portfolio or another office.

    "The Orbex chief" is no "Orbex finance chief", who is below.
    """
    asked = {word.lower() for word in (*phrase.modifiers, *phrase.head.split()[:-1])}
    if phrase.noun in MINISTERS and asked & PORTFOLIOS:
        return bool(referent.roles) and not any(_may_hold(asked & PORTFOLIOS, role) for role in referent.roles)
    force = phrase.noun in HEADS and asked & FORCES
    if force and referent.roles and all(_is_of_state(role, force) for role in referent.roles):
        return True  # "the army chief" is not the president
    of_a_body = any(word.isupper() or word.istitle() for word in phrase.modifiers) and not asked & PORTFOLIOS
    roles = [role for role in referent.roles if answers_in(phrase.head, role)]
    return phrase.head in HEADS and of_a_body and bool(roles) and all(PORTFOLIOS & set(words_of(r)) for r in roles)


def _is_elsewhere(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the EU policy chief" would be whom the article calls chief of a body with other initials."""
    asked = _initials(" ".join(phrase.modifiers))
    told = [_initials(role) for role in referent.roles if answers_in(phrase.head, role)] if asked else []
    return bool(told) and all(words and not words & asked for words in told)


def _initials(text: str) -> set[str]:
    """Return the initials of known bodies in a text: "EU", "UN", but not "US"."""
    entries = {word: known(word) for word in text.split() if word.isupper() and len(word) > 1}
    return {word for word, entry in entries.items() if entry is not None and entry.type == "Organization"}


def _is_of_state(role: str, force: set[str]) -> bool:
    """Tell whether a role is that of who governs, and of no such force."""
    words = set(words_of(role))
    return bool(words & GOVERNING) and not words & force


def _may_hold(asked: set[str], role: str) -> bool:
    """Tell whether a role has one of these portfolios, or is that of a minister without a word on which."""
    words = set(words_of(role))
    bare = role_phrases(role)[-1:] in {(noun,) for noun in MINISTERS} and not words & PORTFOLIOS
    return bool(asked & words) or bare


def _is_out_of_office(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the former mayor" would be whom the article calls mayor without a word on that being over.

    So with "the deputy mayor", who is another.
    """
    roles = [words_of(role) for role in referent.roles if answers_in(phrase.head, role)]
    asked = {word.lower() for word in phrase.modifiers}
    kept = (words for words in (PAST, BELOW) if not words.isdisjoint(asked))
    return bool(roles) and any(all(words.isdisjoint(role) for role in roles) for words in kept)


def answers_in(noun: str, role: str) -> bool:
    """Tell whether a role text holds a noun that can be taken up as this one."""
    return any(answers(noun, found) for found in role_phrases(role))
