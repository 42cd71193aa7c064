"""Nouns of two words of which the first looks like a verb: "The Institute for Rivers think tank did not believe it".

Behind a name the parser takes such a word for what the name does, and its noun for somebody else.  "Sailors think tank
losses are high" and "I think tanks will come" have the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.extract.pipeline.encoder import Floats
from whosays.extract.pipeline.viterbi import IMPOSSIBLE

_VERBLIKE = frozenset((("think", "tank"),))
_GOES_ON = frozenset(("ADJ", "NOUN", "NUM", "PROPN"))  # behind the second word: of a longer noun, which the verb holds


def verblike(words: Sequence[str], parts: Sequence[str]) -> list[int]:
    """Return the places of first words that are taken for verbs and are none; ``parts`` are the parts of speech."""
    return [
        at
        for at in range(1, len(words) - 1)
        if (words[at].lower(), words[at + 1].lower()) in _VERBLIKE
        and parts[at] == "VERB"
        and words[at - 1][:1].isupper()
        and (at + 2 == len(words) or parts[at + 2] not in _GOES_ON)
    ]


def bound(scores: Floats, places: Sequence[int]) -> Floats:
    """Return scores of heads by which the word at each place hangs on the one behind it, and nothing on it."""
    found = scores.copy() if places else scores
    for at in places:
        found[at, :] = found[:, at] = IMPOSSIBLE
        found[at, at + 1] = -IMPOSSIBLE
    return found


def joined(heads: list[int], places: Sequence[int]) -> list[int]:
    """Return heads by which the name before each place hangs on the noun too: "[the Rivers Institute] think tank"."""
    found = list(heads)
    for at in places:
        noun, name = at + 1, at - 1
        while found[name] not in (name, noun, found[noun]):
            name = found[name]
        if name < at and found[name] == found[noun] != noun:
            found[name] = noun
    return found
