"""Whom "the Korra Republican" means: who is told to be of that party, and of that state ("Jo Roe (R-Kor.)")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent

LETTERS = {"democrat": "D", "republican": "R"}
BEHIND, BEFORE = 14, 6  # words around a name in which the party and the state stand
BRACKETED = re.compile(r"\s?[(,] ?([DRI]) ?[-–—,.] ?(?P<state>[\w. ]+)?")
SPELLED = re.compile(
    r",? ?(?:of (?P<state>[A-Z]\w+(?: [A-Z]\w+)?))?,? (?:an? |the )?(?:\w+ ){0,2}?"
    r"(Democrat|Republican)\b"
)
OF_STATE = re.compile(r" of (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)")


def of_party(doc: Doc, cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the one of a state and a party who was named last before "the Korra Republican"."""
    letter, state = LETTERS.get(phrase.head), " ".join(phrase.modifiers)
    if letter is None or phrase.determiner != "the" or phrase.plural or phrase.tail or not state[:1].isupper():
        return None
    people = [r for r in cast.referents if r.named and r.type == "Person" and r.before(phrase.start)]
    told = [(r, [one for one in _told(doc, r) if one[0] in (letter, "")]) for r in people]
    same = [r for r, ones in told if any(of and _abbreviates(of, state) for _, of in ones)]
    return max(same, key=lambda r: _last(r, phrase), default=None)


def _last(referent: Referent, phrase: Phrase) -> int:
    last = referent.before(phrase.start)
    return last.start if last else -1


def _told(doc: Doc, referent: Referent) -> Iterator[tuple[str, str]]:
    """Yield party (its letter, or nothing) and state that stand beside the names of somebody."""
    for occurrence in referent.occurrences:
        behind = doc[occurrence.end : occurrence.end + BEHIND].text
        behind = " " * bool(doc[occurrence.end - 1].whitespace_) + behind
        before = {token.text for token in doc[max(0, occurrence.start - BEFORE) : occurrence.start]}
        own = "R" if before & {"Republican", "GOP"} else "D" if before & {"Democratic", "Democrat"} else ""
        if found := BRACKETED.match(behind):
            yield found[1], found["state"] or ""
        elif found := SPELLED.match(behind):
            yield found[2][0], found["state"] or ""
        elif found := OF_STATE.match(behind):
            yield own, found["state"]


def _abbreviates(short: str, state: str) -> bool:
    """Tell whether "Calif." is California and "N.Y." New York: the first letter, and others in order."""
    letters, rest = [c for c in short.lower() if c.isalpha()], iter(state.lower())
    return bool(letters) and letters[0] == state[0].lower() and all(letter in rest for letter in letters)
