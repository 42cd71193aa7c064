"""A made-up press: as many articles as wanted about invented people, places and events, all told by the seed.

A story has a place, people and bodies of its own beside some that are in the news everywhere, claims and figures, and
one to twenty articles.  Some of these carry the copy of an agency, whole or in part; the others tell a choice of the
claims in words of their own, with names spelt one way or the other and figures that grow.  The first articles are the
same however many are asked for.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from benchmarks.rough import as_read
from whosays.extract.records import ArticleRecord, Attribution, Entity, EntityType, Figure, Outlet, Span

SYLLABLES: Final = "ba den fi gor hu ka lem mi nor pa rus sel ta vo wen zi dral osk ter ulm".split()
KINDS: Final = "Post Courier Herald Gazette Tribune Mirror".split()
FIELDS: Final = (
    "Water Fire Harbour Rail Forest Health Mining River Grain Border Housing Coal Bridge Census Postal".split()
)
BODIES: Final = "Service Office Board Council Union Institute Guard Bureau Fund Court".split()
ROLES: Final = "mayor minister spokesman governor general lawmaker".split()
MEASURES: Final = "killed wounded missing evacuated".split()
SPELT_OTHERWISE: Final = (("k", "q"), ("i", "y"), ("v", "w"), ("s", "ss"))
SIZES: Final = (1, 1, 1, 2, 2, 3, 4, 5, 7, 12, 20)  # articles of a story
VOCABULARY: Final = 6000
PUBLIC: Final = 300  # people in the news everywhere


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: a name and its type, and the role that goes before it."""

    name: str
    type: EntityType
    role: str = ""

    @property
    def short(self) -> str:
        """What an article calls it the second time."""
        return self.name.rpartition(" ")[2] if self.type == "Person" else self.name


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says, citing somebody else or nobody; with a figure or without."""

    voice: Voice
    words: tuple[str, ...]
    citing: Voice | None = None
    low: int | None = None
    measure: str = ""
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """What many articles are about."""

    number: int
    place: str
    country: str
    day: int
    claims: tuple[Claim, ...]
    agency: str


@dataclass(slots=True)
class Draft:
    """An article that is being written, with what it says where."""

    text: str = ""
    mentions: dict[Voice, list[Span]] = field(default_factory=dict)
    hops: list[Attribution] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def write(self, words: str) -> Span:
        """Put words at the end; return where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def name(self, voice: Voice, always_short: bool = False) -> Span:
        """Name somebody, with the role the first time."""
        known = voice in self.mentions
        if not known and not always_short and voice.role:
            self.write(f"{voice.role} ")
        span = self.write(voice.short if known or always_short else voice.name)
        self.mentions.setdefault(voice, []).append(span)
        return span


class Press:
    """All that a seed makes; ``public`` is how many people are in the news everywhere."""

    def __init__(self, seed: int = 7, public: int = PUBLIC) -> None:
        self._seed = seed
        random_ = self._random("world")
        self._words = ["".join(random_.choices(SYLLABLES, k=2 + n % 3)) for n in range(VOCABULARY)]
        self._weights = list(itertools.accumulate(1 / (rank + 12) for rank in range(VOCABULARY)))
        self._countries = [self._proper(random_, 3) for _ in range(60)]
        self._outlets = [f"{self._proper(random_, 2)} {random_.choice(KINDS)}" for _ in range(60)]
        self._agencies = [f"{self._proper(random_, 2)} News Agency" for _ in range(3)]
        self._public = [self._person(random_) for _ in range(public)]
        self._renown = list(itertools.accumulate(1 / (rank + 3) for rank in range(public)))

    def articles(self, count: int) -> Iterator[ArticleRecord]:
        """Yield the first articles."""
        stories = (self._of(self._story(number)) for number in itertools.count())
        return itertools.islice(itertools.chain.from_iterable(stories), count)

    def _of(self, story: Story) -> Iterator[ArticleRecord]:
        random_ = self._random(f"articles of {story.number}")
        size = random_.choice(SIZES)
        for number in range(size):
            carries = size > 1 and random_.random() < 0.3
            draft = Draft()
            outlet = random_.choice(self._outlets)
            draft.write(f"{outlet}\n\n")
            if carries:
                self._body(self._random(f"wire of {story.number}"), story, story.claims[:4], draft)
                draft.write(f"\n\n{self._prose(random_)}\n\nBy {story.agency}")
            else:
                told = random_.sample(story.claims, k=random_.randint(2, 4))
                self._body(random_, story, [self._retold(random_, claim, number) for claim in told], draft)
            draft.write(f"\n\nRead all of {outlet} on paper every morning except on days without news.\n")
            yield self._record(draft, outlet, story, number, story.agency if carries else None)

    def _body(
        self, random_: random.Random, story: Story, claims: list[Claim] | tuple[Claim, ...], draft: Draft
    ) -> None:
        draft.write(f"The {random_.choice(self._words)} reached {story.place} in {story.country} on Monday. ")
        for claim in claims:
            draft.write(f"{self._prose(random_, story)} ")
            self._said(random_, draft, claim, story)
            draft.write(" " if random_.random() < 0.5 else "\n\n")

    def _said(self, random_: random.Random, draft: Draft, claim: Claim, story: Story) -> None:
        begin = len(draft.text)
        outer = draft.name(claim.voice, always_short=random_.random() < 0.05)
        cue = draft.write(" denied" if claim.denied else " said")
        inner = None
        if claim.citing:
            citing = draft.write(", citing")
            draft.write(" ")
            inner = draft.name(claim.citing)
            draft.write(",")
        draft.write(" that ")
        content = draft.write("")[0]
        figure = self._content(draft, claim, story)
        span = (content, len(draft.text))
        draft.write(".")
        number = len(draft.hops)
        stance = "denies" if claim.denied else "reports" if claim.citing else "asserts"
        draft.hops.append(hop(number, claim.voice, outer, (cue[0] + 1, cue[1]), span, None, stance))
        if claim.citing and inner:
            draft.hops.append(hop(number + 1, claim.citing, inner, (citing[0] + 2, citing[1]), span, number, "asserts"))
        if figure and claim.low:
            holder = len(draft.hops) - 1
            low, of, sentence = float(claim.low), "people", (begin, len(draft.text))
            draft.figures.append(Figure(figure, low, None, False, claim.measure, of, holder, sentence))

    def _content(self, draft: Draft, claim: Claim, story: Story) -> Span | None:
        if claim.low is None:
            draft.write(f"{' '.join(claim.words[:5])} in {story.place} {' '.join(claim.words[5:])}")
            return None
        figure = draft.write(f"at least {claim.low}")
        draft.write(f" people were {claim.measure} near {story.place} by the {claim.words[0]}")
        return figure

    def _prose(self, random_: random.Random, story: Story | None = None) -> str:
        words = random_.choices(self._words, cum_weights=self._weights, k=10)
        if story and random_.random() < 0.6:
            words[5] = random_.choice((story.place, story.country))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def _retold(self, random_: random.Random, claim: Claim, number: int) -> Claim:
        """Return a claim in other words: a word changed, a name spelt otherwise, a figure that has grown."""
        words = list(claim.words)
        if random_.random() < 0.4:
            words[random_.randrange(len(words))] = random_.choices(self._words, cum_weights=self._weights)[0]
        low = claim.low and claim.low + (number // 4) * 5
        voice = claim.voice
        if voice.type == "Person" and random_.random() < 0.15:
            old, new = random_.choice(SPELT_OTHERWISE)
            first, _, last = voice.name.rpartition(" ")
            voice = Voice(f"{first} {last[0]}{last[1:].replace(old, new, 1)}", voice.type, voice.role)
        return Claim(voice, tuple(words), claim.citing, low, claim.measure, claim.denied)

    def _story(self, number: int) -> Story:
        random_ = self._random(f"story {number}")
        place = self._proper(random_, 3)
        country = self._countries[min(int(random_.paretovariate(0.7)) - 1, len(self._countries) - 1)]
        own = [self._person(random_) for _ in range(4)]
        bodies = [
            Voice(f"{place} {random_.choice(FIELDS)} {random_.choice(BODIES)}", "Organization"),
            Voice(f"{country} {random_.choice(FIELDS)} Ministry", "Organization"),
        ]
        known = random_.choices(self._public, cum_weights=self._renown, k=2)
        voices = [*own, *bodies, *known]
        claims = []
        for _ in range(8):
            voice, citing = random_.sample(voices, k=2)
            words = tuple(random_.choices(self._words, cum_weights=self._weights, k=9))
            counts = random_.random() < 0.35
            claims.append(
                Claim(
                    voice,
                    words,
                    citing if random_.random() < 0.3 else None,
                    max(2, int(random_.lognormvariate(2.5, 1))) if counts else None,
                    random_.choice(MEASURES),
                    random_.random() < 0.1,
                )
            )
        return Story(number, place, country, random_.randint(1, 28), tuple(claims), random_.choice(self._agencies))

    def _record(self, draft: Draft, outlet: str, story: Story, number: int, wire: str | None) -> ArticleRecord:
        return as_read(
            ArticleRecord(
                path=f"{story.number:06d}-{number:02d}.txt",
                sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
                text=draft.text,
                title=f"{story.place} {number}",
                outlet=Outlet(outlet, (0, len(outlet))),
                published=f"2031-{story.number % 12 + 1:02d}-{min(28, story.day + number // 4):02d}",
                wire=wire,
                language="en",
                entities=tuple(_entity(voice, spans, draft.text) for voice, spans in draft.mentions.items()),
                attributions=tuple(draft.hops),
                figures=tuple(draft.figures),
            )
        )

    def _person(self, random_: random.Random) -> Voice:
        name = f"{self._proper(random_, 2)} {self._proper(random_, random_.choice((2, 3, 3)))}"
        return Voice(name, "Person", random_.choice(ROLES))

    def _proper(self, random_: random.Random, syllables: int) -> str:
        return "".join(random_.choices(SYLLABLES, k=syllables)).capitalize()

    def _random(self, what: str) -> random.Random:
        return random.Random(f"{self._seed} {what}")  # noqa: S311 - makes texts, not secrets


def hop(  # noqa: PLR0913, PLR0917 - an attribution has so many parts
    number: int, voice: Voice, source: Span, cue: Span, content: Span, inside: int | None, stance: str
) -> Attribution:
    return Attribution(
        id=number,
        source=source,
        entity=voice.name,
        cue=(cue,),
        content=(content,),
        inside=inside,
        quote="indirect",
        stance=stance,  # type: ignore[arg-type]
        certainty="certain",
        confidence=0.9,
        cue_lemma="say",
    )


def _entity(voice: Voice, spans: list[Span], text: str) -> Entity:
    names = tuple(dict.fromkeys(text[start:end] for start, end in spans))
    name = voice.name if voice.name in names else names[0]
    return Entity(voice.name, voice.type, name, True, tuple(spans), names, voice.role or None)
