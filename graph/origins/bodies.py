"""Bodies that an article only describes ("the water authority"), and whose names each description fits.

A description fits a name that has the same head and all of its words: "the water authority" the National Water
Authority, "the health ministry" the Ministry of Health.  One word alone ("the agency") tells too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from whosays.graph.names import body_of_state, plain
from whosays.graph.origins.states import own_state_left_out
from whosays.resources import word_classes

HEADS: Final = word_classes("graph")["heads_of_bodies"]
# "another water authority", "a water authority", "their water authority" is not the one that is known
_SOME: Final = word_classes("graph")["not_the_one"]
_OF_WHAT: Final = "|".join(("of", "for"))
_INNER: Final = re.compile(rf"\s(?:{_OF_WHAT})\s", re.IGNORECASE)
_LINKING: Final = frozenset({"of", "for", "the", "and"})


def body(description: str) -> frozenset[str]:
    """Return the words of a description of a body, its head among them; empty where it is none that can be known."""
    words = own_state_left_out(plain(description).split())
    known = len(words) > 1 and words[-1] in HEADS and words[0] not in _SOME
    return frozenset({*words[:-1], _head(words[-1])}) if known else frozenset()


def office(description: str) -> str:
    """Return the office that a description is of ("chief engineer" of "chief engineer of the dam"), in lower case."""
    front, *rest = _INNER.split(description)
    words = front.lower().removeprefix("the ").split()
    known = bool(rest) and len(words) > 1 and words[0] not in _SOME and front.islower()
    return " ".join(words) if known else ""


def bears(called: str, words: frozenset[str]) -> bool:
    """Tell whether a voice has a name that a body's words fit; ``called`` is what it is called, one a line."""
    return bool(words) and any(words <= _named(name) for name in called.splitlines() if _is_name(name))


def fitting(words: frozenset[str], voices: Mapping[str, str], entities: Mapping[str, str]) -> frozenset[str]:
    """Return the named entities of an article that a description fits."""
    if not words:
        return frozenset()
    return frozenset(entities[voice] for voice, called in voices.items() if voice in entities and bears(called, words))


def _named(name: str) -> frozenset[str]:
    front = _INNER.split(name)[0]
    head = plain(front).split()[-1:]
    others = set(plain(name).split()) - set(head) - _LINKING
    return frozenset({*others, *map(_head, head)})


def _head(word: str) -> str:
    return f"head {word}"


def _is_name(text: str) -> bool:
    if body_of_state(text):
        return True
    return _all_capital(word for word in text.split() if word.lower() not in _LINKING)


def _all_capital(words: Iterable[str]) -> bool:
    found = list(words)
    return bool(found) and all(word[:1].isupper() for word in found)
