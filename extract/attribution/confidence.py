"""How often a finding is right in every part, told once it is known whose the words are.

What the stages, the tagger and the encoder know of a hop (``attribution.kinds``) tells whether its words are well read.
Half of what is wrong of a finding is its speaker or that one's name, and so what has become of both in the article is
weighed with it: "he" far behind a name with two others since is worth less than "Mara Vask".
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from whosays.extract.attribution.kinds import PRONOUNS
from whosays.extract.attribution.kinds_model import Features, Judge
from whosays.extract.attribution.revise.relatives import RELATIVES
from whosays.extract.records import Attribution, Entity, Span
from whosays.extract.syntax import merged

WORD = re.compile(r"\w+")
ENDS = frozenset(".!?")
STANDING_FOR = PRONOUNS | RELATIVES
SHORT = 2  # letters of a word that is no part of a name by which one knows it


def weighed(
    attributions: Sequence[Attribution], known: Sequence[Features], page: Page, judge: Judge | None
) -> Iterator[Attribution]:
    """Yield attributions with the confidence that a judge has in them; what it knows nothing of keeps its own.

    ``known`` are the features of each attribution before anybody was resolved, in the same order.
    """
    if judge is None:
        yield from attributions
        return
    judged = [i for i, features in enumerate(known) if features]
    told = [{**known[i], **dict(resolved_features(attributions[i], page))} for i in judged]
    confidence = dict(zip(judged, judge.confidence(told), strict=True))
    for i, attribution in enumerate(attributions):
        yield replace(attribution, confidence=confidence.get(i, attribution.confidence))


@dataclass(frozen=True, slots=True)
class Page:
    """What a text is about, looked up by place: sentences, voices and how often they speak, where each is named."""

    text: str
    sentences: tuple[Span, ...]
    entities: Mapping[str, Entity]
    hops: Counter[str]
    names: Mapping[str, Sequence[Span]]
    told_of: Sequence[tuple[int, str, str]]  # where, of which type and who: named ones alone, in order
    types: Counter[str]
    held: Sequence[Span]  # the contents, merged

    @classmethod
    def of(
        cls, text: str, sentences: tuple[Span, ...], entities: Sequence[Entity], attributions: Sequence[Attribution]
    ) -> Page:
        """Return what is known of a text, given what was found in it."""
        named = [entity for entity in entities if entity.named]
        return cls(
            text,
            sentences,
            {entity.id: entity for entity in entities},
            Counter(a.entity for a in attributions if a.entity is not None),
            {entity.id: _names_of(entity, text) for entity in entities},
            sorted((start, entity.type, entity.id) for entity in named for start, _ in entity.mentions),
            Counter(entity.type for entity in named),
            merged(span for a in attributions for span in a.content),
        )

    def left_of_sentence(self, place: int) -> int:
        """Return how many characters of its sentence stand behind a place."""
        at = bisect_right(self.sentences, place, key=lambda span: span[0]) - 1
        return max(0, self.sentences[at][1] - place) if at >= 0 else 0

    def before_in_sentence(self, place: int) -> int:
        """Return how many characters of its sentence stand before a place."""
        at = bisect_right(self.sentences, place, key=lambda span: span[0]) - 1
        return place - self.sentences[at][0] if at >= 0 else 0

    def others_between(self, entity: Entity, start: int, end: int) -> int:
        """Return how many others of its type are named between two places."""
        first, last = (bisect_left(self.told_of, place, key=lambda told: told[0]) for place in (start, end))
        return len({who for _, kind, who in self.told_of[first:last] if kind == entity.type and who != entity.id})

    def is_held(self, place: int) -> bool:
        """Tell whether somebody says what stands at a place."""
        at = bisect_right(self.held, place, key=lambda span: span[0]) - 1
        return at >= 0 and place < self.held[at][1]


def resolved_features(attribution: Attribution, page: Page) -> Iterator[tuple[str, float]]:
    """Yield what is known of a hop once it is resolved, by name, with its value."""
    first = min(start for start, _ in [*attribution.cue, *attribution.content, *_source(attribution)])
    yield "place in the text", first / len(page.text)
    yield "length of the text", math.log1p(len(page.text))
    yield f"told as {attribution.stance}", 1.0
    yield f"words are {attribution.quote}", 1.0
    if attribution.content:
        yield from _of_content(attribution.content, page)
    if attribution.entity is None:
        yield "nobody", 1.0
    else:
        yield from _of_voice(attribution, page.entities[attribution.entity], page)


def _of_content(content: Sequence[Span], page: Page) -> Iterator[tuple[str, float]]:
    start, end = content[0][0], content[-1][1]
    first = page.text[start]
    yield "characters of content", math.log1p(sum(end - start for start, end in content))
    yield f"content begins {'high' if first.isupper() else 'low' if first.islower() else 'with a mark'}", 1.0
    yield "content ends a sentence", float(not ENDS.isdisjoint(page.text[end - 1 : end + 1]))
    yield "left of its sentence", math.log1p(page.left_of_sentence(end - 1) - 1)
    yield "before in its sentence", math.log1p(page.before_in_sentence(start))
    yield "line ends in it", float(sum(page.text.count("\n", start, end) for start, end in content))


def _of_voice(attribution: Attribution, voice: Entity, page: Page) -> Iterator[tuple[str, float]]:
    (at, end), *_ = _source(attribution) or [(0, 0)]
    source = page.text[at:end]
    form, words = _form(source, voice.name), WORD.findall(source)
    named = page.names[voice.id]
    before = [place for place in named if place[1] <= at]
    last = before[-1][1] if before else 0
    yield f"voice is a {voice.type}", 1.0
    yield f"source is {form}, voice {'named' if voice.named else 'not named'}", 1.0
    yield "voice named", float(voice.named)
    yield "source is its name", float(voice.name.casefold() == source.casefold())
    yield "words of name", float(len(WORD.findall(voice.name)))
    yield "words of source", math.log1p(len(words))
    yield "names in source", float(sum(word[0].isupper() for word in words))
    yield "name begins low", float(voice.name[:1].islower())
    yield "role known", float(voice.role is not None)
    yield "several voices", float(len(voice.members))
    yield "mentions", math.log1p(len(voice.mentions))
    yield "first told of", math.log1p(voice.mentions[0][0])
    yield "hops of its own", math.log1p(page.hops[voice.id])
    yield "how far back its name", math.log1p(at - last) if before else -1.0
    yield "named only behind", float(not before and bool(named) and form != "its name")
    yield "others named since", math.log1p(page.others_between(voice, last, at))
    yield "named of its type", math.log1p(page.types[voice.type])
    yield "share of names that others say", sum(page.is_held(start) for start, _ in named) / max(1, len(named))


def _form(source: str, name: str) -> str:
    """Return what a source calls a voice by."""
    folded = source.casefold()
    if folded in STANDING_FOR:
        return "a pronoun"
    if name.casefold() in folded:
        return "its name"
    known = any(word[0].isupper() and len(word) > SHORT and word in name for word in WORD.findall(source))
    return "part of its name" if known else "a description"


def _source(attribution: Attribution) -> list[Span]:
    return [attribution.source] if attribution.source is not None else []


def _names_of(entity: Entity, text: str) -> list[Span]:
    """Return the mentions that have a name of an entity in them, in order."""
    names = (entity.name, *entity.aliases)
    return [span for span in entity.mentions if any(name in text[span[0] : span[1]] for name in names)]
