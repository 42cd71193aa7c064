"""Claims that can be read alone: the words of a content with the names that its pronouns and descriptions stand for.

"He will give up his seat in May" becomes "[Tomas Ferrel] will give up his seat in May": square brackets mark what is
not the text's own, and who is named once needs no second name.  "I" and "my" are whoever speaks, "we" and "our" the
body that speaks, and "I'm" is "[Tomas Ferrel is]".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeVar

from spacy.tokens import Doc

from whosays.extract.lexicon import word_class
from whosays.extract.pipeline import columns
from whosays.extract.records import Attribution, Entity, Span
from whosays.resources import read_classes

T = TypeVar("T")
_OWN: Final = frozenset({"i", "me", "my"})
_OWN_BODY: Final = frozenset({"we", "us", "our"})
_FIRST_PERSON: Final = re.compile(r"(['’]m|\sam)\b|(?:['’]ve|\shave)\b", re.IGNORECASE)  # verbs that no name has
_JOINED: Final = re.compile(r"\b(?:and|n?or)\s+\Z", re.IGNORECASE)
_OWNER: Final = word_class("possessives_of_others")
_SELF: Final = word_class("reflexives") - {"yourself"}
# their noun stands before them, or beside them; "I" and "we" are the speaker's
_LEFT: Final = word_class("left_pronouns") | _SELF | _OWN | _OWN_BODY
_POSSESSIVE: Final = "PRP$"
_PERSONAL: Final = frozenset({"PRP", _POSSESSIVE})
_PRONOUNS: Final = frozenset().union(*read_classes("extract", "pronouns.txt").values())
LONGEST: Final = 6  # words of a description that may stand for a pronoun


class Speaking:
    """The mentions of an article in order, to be looked up by the spans of a content."""

    def __init__(self, doc: Doc, entities: Iterable[Entity]) -> None:
        read = columns(doc)
        self._text = read.whole
        self._owning = {idx for idx, tag in zip(read.idx, read.tag, strict=True) if tag == _POSSESSIVE}
        words = zip(read.idx, read.lower, read.tag, strict=True)
        self._spoken = [(idx, idx + len(word), word) for idx, word, tag in words if tag in _PERSONAL]
        self._entities = {entity.id: entity for entity in entities}
        found = [(*span, entity) for entity in self._entities.values() for span in entity.mentions]
        self._mentions = sorted(found, key=lambda m: (m[0], -m[1]))

    def told(self, content: Sequence[Span], hop: Attribution | None) -> str:
        """Return a content as it can be read alone, or nothing where it reads so as it stands."""
        speaker = self._entities.get(hop.entity or "") if hop is not None else None
        changes = sorted(self._changes(content, speaker))
        if not changes:
            return ""
        parts = [self._rewritten(span, changes) for span in content]
        return " ".join(" ".join(parts).split())

    def _rewritten(self, span: Span, changes: Sequence[tuple[int, int, str]]) -> str:
        at, pieces = span[0], []
        for start, end, words in changes:
            if span[0] <= start and end <= span[1] and start >= at:
                pieces += [self._text[at:start], words]
                at = end
        return "".join([*pieces, self._text[at : span[1]]])

    def _changes(self, content: Sequence[Span], speaker: Entity | None) -> Iterator[tuple[int, int, str]]:
        """Yield what is to be written in place of which words."""
        whole = " ".join(self._text[start:end] for start, end in content)
        named = {entity.id for entity in self._entities.values() if _names(whole, entity)}
        if speaker is not None and speaker.id not in named:
            first = next(self._of_speaker(content, speaker), None)
            if first is not None:
                named.add(speaker.id)
                yield first
        for start, end, entity in _within(self._mentions, content):
            if entity.id in named:
                continue
            words = self._text[start:end].lower()
            name = _standing_for(entity) if words in _PRONOUNS else entity.name if entity.named else ""
            if name and words not in _LEFT and words[:1] == self._text[start]:
                named.add(entity.id)
                yield start, end, self._form(start, end, name)

    def _of_speaker(self, content: Sequence[Span], speaker: Entity) -> Iterator[tuple[int, int, str]]:
        name = _standing_for(speaker)
        own = _OWN if speaker.type == "Person" else _OWN_BODY
        for start, end, word in _within(self._spoken, content):
            if name and word in own:
                verb = self._verb(start, end, content) if word == "i" else None
                if verb:
                    yield start, verb.end(), f"[{name} {'is' if verb[1] else 'has'}]"
                else:
                    yield start, end, self._form(start, end, name)

    def _verb(self, start: int, end: int, content: Sequence[Span]) -> re.Match[str] | None:
        """Return the verb behind an "I" that is its whole subject; "she and I have" stays."""
        last = next((stop for begin, stop in content if begin <= start < stop), end)
        alone = not _JOINED.search(self._text, max(start - len(" nor "), 0), start)
        return _FIRST_PERSON.match(self._text, end, last) if alone else None

    def _form(self, start: int, end: int, name: str) -> str:
        words = self._text[start:end].lower()
        owns = start in self._owning or words in _OWNER or words.endswith(("'s", "’s"))
        return f"[{name}'s]" if owns else f"[{name}]"


def _within(places: Sequence[tuple[int, int, T]], content: Sequence[Span]) -> Iterator[tuple[int, int, T]]:
    """Yield those of places, in order of where they begin, that lie in the spans of a content."""
    for first, last in sorted(set(content)):
        begin = bisect_left(places, first, key=lambda place: place[0])
        for at in range(begin, len(places)):
            if places[at][0] >= last:
                break
            if places[at][1] <= last:
                yield places[at]


def _standing_for(entity: Entity) -> str:
    """Return what can stand for a pronoun: a name, or a description that is short."""
    if entity.named:
        return entity.name
    words = entity.name.split()
    if not words or len(words) > LONGEST or words[0].lower() in _PRONOUNS:
        return ""
    known = words[0].lower() in ("a", "an", "the") or words[0][0].isupper() or words[-1].endswith("s")
    return entity.name if known else f"the {entity.name}"


def _names(whole: str, entity: Entity) -> bool:
    """Tell whether words hold one of the names of an entity."""
    return entity.named and any(name in whole for name in (entity.name, *entity.aliases))
