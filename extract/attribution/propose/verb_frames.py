"""What a reporting verb can hold besides a clause: "counted [800 sick]", "told [her to wait]", "put [the toll at 60]".

Each frame is read off the dependents behind the verb, which it returns as one span from the first to the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from whosays.extract.lexicon import cue_word, verb_class
from whosays.extract.syntax import case_of, trimmed

# What these hold need not be a clause: "confirmed the figure", "doubts the number".
JUDGING = verb_class("judging")
COUNTING = verb_class("counting")
ORDERING = verb_class("ordering")
KNOWING = verb_class("topical")
PUTTING = frozenset(["put"])
PLEADING = verb_class("protesting")
RETRACTING = frozenset(["recant", "retract", "take", "walk", "withdraw"])
TOPICS = frozenset(["about", "of"])
YEAR_OR_ONE = re.compile(r"one|(?:1[6-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Frame:
    """The verbs that take it (lemmas), and how its words are found among a verb's dependents."""

    verbs: Collection[str]
    words: Callable[[Token], tuple[Token, Token] | None]


def _thing(verb: Token) -> tuple[Token, Token] | None:
    thing = _first(verb, "obj")
    return (thing, thing) if thing is not None else None


def _sent(verb: Token) -> tuple[Token, Token] | None:
    """Return "everyone into the church" of "ordered everyone into the church"."""
    thing = _first(verb, "obj")
    where = [child for child in _behind(verb) if child.dep_ == "obl"]
    return (thing, where[-1] if where else thing) if thing is not None else None


def _number(verb: Token) -> tuple[Token, Token] | None:
    """Return the counted thing of "counted 800 sick" and "reported seeing more than 500 others"."""
    thing = _first(verb, "obj", "xcomp")
    counted = thing is not None and any(token.like_num for token in thing.subtree)
    return (thing, thing) if thing is not None and counted else None


def _errand(verb: Token) -> tuple[Token, Token] | None:
    """Return who is to do what: "advised [her to boil everything]"; who was merely told is none."""
    errand = next((c for c in _behind(verb) if c.dep_ in ("xcomp", "ccomp", "advcl") and _has_to(c)), None)
    person = _first(verb, "obj", "iobj")
    return (person, errand) if errand is not None and person is not None and person.i < errand.i else None


def _topic(verb: Token) -> tuple[Token, Token] | None:
    topic = next((c for c in _behind(verb) if c.dep_ == "obl" and case_of(c) in TOPICS), None)
    return (topic, topic) if topic is not None else None


def _counted_topic(verb: Token) -> tuple[Token, Token] | None:
    """Return "70 dead" of "speaks of 70 dead"; the parser may take the state for a clause, with or without its noun.

    What was counted may be left out where another count is told: "... while the governor speaks of 4,000".
    """
    topics = [c for c in _behind(verb) if c.dep_ in ("obl", "advcl") and case_of(c) in TOPICS]
    if not topics:
        return None
    if topics[0].like_num and not YEAR_OR_ONE.fullmatch(topics[0].lower_):
        return (topics[0], topics[0])
    numbers = [token for token in verb.doc[verb.i + 1 : topics[0].i] if token.like_num]
    states = [number.head for number in numbers if number.head in topics or number.head.head == verb]
    return (topics[0], max(states, key=lambda token: token.i)) if states else None


def _put_at(verb: Token) -> tuple[Token, Token] | None:
    """Return "the toll at 60" of "put the toll at 60", however its parts hang together."""
    thing = _first(verb, "obj")
    if thing is None:
        return None
    at = next((t for t in verb.subtree if t.i > thing.i and t.lower_ == "at" and t.dep_ == "case"), None)
    number = at is not None and any(token.like_num for token in at.head.subtree)
    return (thing, at.head) if at is not None and number else None


def _taken_back(verb: Token) -> tuple[Token, Token] | None:
    """Return "its claim that it fell" of "withdrew its claim that it fell" and "took back its claim that it fell"."""
    thing = _first(verb, "obj")
    word = cue_word(thing) if thing is not None else None
    if thing is None or word is None or word.kind != "noun" or thing.right_edge.i == thing.i:
        return None
    back = verb.lemma_.lower() not in ("take", "walk") or verb.nbor().lower_ == "back"
    return (thing, thing) if back else None


def _innocence(verb: Token) -> tuple[Token, Token] | None:
    """Return "his innocence" of "maintained his innocence"."""
    thing = _first(verb, "obj")
    return (thing, thing) if thing is not None and thing.lemma_.lower() == "innocence" else None


_PUT, _COUNTED = Frame(PUTTING, _put_at), Frame(frozenset(["speak"]), _counted_topic)
_TAKEN_BACK = Frame(RETRACTING, _taken_back)
_ANYWHERE = (
    Frame(PLEADING, _innocence),
    Frame(JUDGING, _thing),
    _PUT,
    Frame(COUNTING, _number),
    Frame(ORDERING, _errand),
    _COUNTED,
)
FRAMES = (*_ANYWHERE, _TAKEN_BACK)
# A number or a claim with its clause is told whatever the tagger makes of it, once it has the verb for a cue.
TELLING_FRAMES = (_PUT, _COUNTED, _TAKEN_BACK)
# Whoever is quoted speaks of others in shorter words; outside, a tagger that passes over these is mostly right.
INNER_FRAMES = (*_ANYWHERE, Frame(KNOWING, _topic), Frame(frozenset(["order"]), _sent))


def framed(verb: Token, frames: Collection[Frame]) -> Span | None:
    """Return what a verb holds by the first of some frames that fits it."""
    lemma = verb.lemma_.lower()
    for frame in frames:
        found = frame.words(verb) if lemma in frame.verbs else None
        if found is not None:
            first, last = found
            end = max(first.right_edge.i, last.right_edge.i) + 1
            span = trimmed(verb.doc, max(first.left_edge.i, verb.i + 1), end)
            if span is not None:
                return span
    return None


def verbs_of(frames: Collection[Frame]) -> frozenset[str]:
    """Return the verbs of some frames."""
    return frozenset(verb for frame in frames for verb in frame.verbs)


def _behind(verb: Token) -> Iterator[Token]:
    return (child for child in verb.children if child.i > verb.i)


def _first(verb: Token, *relations: str) -> Token | None:
    return next((child for child in _behind(verb) if child.dep_ in relations), None)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.i < verb.i for child in verb.children)
