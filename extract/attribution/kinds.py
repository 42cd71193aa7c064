"""What sort of attribution a hop is, and how far it is to be believed: two models over explained features.

Of each word the encoder says whether it attributes, and of which kind: somebody speaks, a document tells, somebody
thinks, something shows it, it is hearsay, somebody refuses to speak.  Most of what is proposed and attributes nothing
tells of an act ("shelved its plans").  The first model weighs what the encoder says against what the stages know of the
hop; the second tells how often such a hop is right in every part, once it is resolved (``attribution.confidence``).
Both are learned from annotated pages of the press (``training/kinds.py``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.acts import is_act
from whosays.extract.attribution.filter.words import share_needed
from whosays.extract.attribution.kind_rules import kind_by_words
from whosays.extract.attribution.linker_features import CONTENT, CUE, SOURCE, Pointers
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.relatives import RELATIVES
from whosays.extract.lexicon import cue_word, verb_class, word_class
from whosays.extract.pipeline import ENCODED, Floats
from whosays.extract.records import Kind, Stance
from whosays.extract.syntax import overlap

KINDS: tuple[Kind, ...] = ("speech", "document", "thought", "showing", "hearsay", "refusal")
ACT: Kind = "act"
STANCES: tuple[Stance, ...] = (
    "asserts", "confirms", "denies", "doubts", "unverified", "noComment", "asks", "retracts",
)  # fmt: skip
LEAST = 1e-4  # a share below it says no more
LENGTHS = (1, 2, 4, 8, 16, 32)
NEAR, LOOKED_THROUGH = 4, 60  # tokens beside a content; words of it
RULED = frozenset(
    ("silence", "structures", "bare quotations", "remarks", "doubts")
)  # what nothing else means: "could not be reached"
FORMED = frozenset(("structures",))  # found by the form of the text, of which the encoder knows nothing
PRONOUNS = word_class("subject_pronouns")


def judge_kinds(reading: Reading, found: AttributionSet) -> None:
    """Give every hop its kind and what its confidence is told by; where no encoder has read the Doc, by rule alone."""
    told, judge = KindReader.of(reading.doc), reading.judge
    known: dict[int, dict[str, float]] = {}
    believed: dict[int, float] = {}
    if told is not None and judge is not None:
        known = {number: dict(hop_features(reading, found, number, told)) for number in found}
        believed = dict(zip(known, judge.attributing(list(known.values())), strict=True))
    for number, hop in list(found.items()):
        kind, confidence = kind_by_words(hop, _likeliest(hop, told)), reading.linker.calibrated(hop.confidence)
        acts, features = is_act(hop), known.get(number, {})
        if judge is not None and number in believed:
            share = 0.0 if found.stages(number)[0] in RULED else share_needed(hop)
            acts = acts or believed[number] < share * judge.least
            if found.stages(number)[0] in FORMED and not hop.cue:
                confidence, features = hop.confidence, {}
        found.put(number, replace(hop, kind=ACT if acts else kind, confidence=confidence, features=features))
    for number, hop in list(found.items()):
        found.put(number, replace(hop, inside=_voice_around(hop.inside, found)))


def _voice_around(number: int | None, found: AttributionSet) -> int | None:
    """Return the nearest hop from one outwards that is no act."""
    while number is not None and found[number].kind == ACT:
        number = found[number].inside
    return number


@dataclass(frozen=True, slots=True)
class KindReader:
    """What the encoder says of the words of a Doc: the share of each kind, the first of no attribution."""

    shares: Floats
    stance_shares: Floats
    pointers: Pointers

    @classmethod
    @lru_cache(maxsize=1)
    def of(cls, doc: Doc) -> KindReader | None:
        """Return what the encoder says of a Doc, if it has read it and knows kinds; three stages ask for the same."""
        found, pointers = doc.user_data.get(ENCODED), Pointers.of(doc)
        if found is None or pointers is None or "kind" not in found.encoded.scores:
            return None
        rows = slice(found.begin, found.begin + len(doc))
        kinds, stances = (_shares(found.encoded.scores[task][rows]) for task in ("kind", "stance"))
        return cls(kinds, stances, pointers)

    def of_cue(self, cue: Sequence[Span]) -> Floats:
        """Return the shares of a cue: those of the word that is surest to attribute."""
        best: Floats = self.shares[self._surest(cue)]
        return best

    def telling(self) -> Floats:
        """Return of each word how far it is believed to attribute, other than by a refusal, which words alone tell."""
        refused = self.shares[:, 1:].argmax(1) == KINDS.index("refusal")
        told: Floats = np.where(refused, 0.0, 1 - self.shares[:, 0])
        return told

    def stances(self, cue: Sequence[Span]) -> dict[Stance, float]:
        """Return the share of each stance for a cue, all of them together 1."""
        if not cue:
            return {}
        shares = self.stance_shares[self._surest(cue), 1:]
        return dict(zip(STANCES, (shares / shares.sum()).tolist(), strict=True))

    def _surest(self, cue: Sequence[Span]) -> int:
        rows = [i for span in cue for i in range(span.start, span.end)]
        return min(rows, key=lambda i: float(self.shares[i, 0]))


def _shares(scores: Floats) -> Floats:
    shares = np.exp(scores - scores.max(1, keepdims=True))
    found: Floats = shares / shares.sum(1, keepdims=True)
    return found


def _likeliest(hop: Hop, told: KindReader | None) -> Kind:
    """Return the kind of a hop as the encoder has it; speech where it has not read the Doc."""
    return KINDS[int(told.of_cue(hop.cue)[1:].argmax())] if told is not None and hop.cue else "speech"


def hop_features(reading: Reading, found: AttributionSet, number: int, told: KindReader) -> Iterator[tuple[str, float]]:
    """Yield what is known of a hop, by name, with its value."""
    hop, stages = found[number], found.stages(number)
    yield "belief", _odds(hop.confidence)
    yield f"made by {stages[0]}", 1.0
    yield from _cue_features(hop, told)
    yield from _source_features(hop, told)
    yield from _content_features(reading, hop, told)
    if hop.inside is not None:
        yield "inside", 1.0
    near = [i for i in found.touching(hop.content) if i != number]
    yield "others touch its content", float(bool(near))
    for stage in stages[1:]:
        yield f"changed by {stage}", 1.0
    if hop.cue:
        sentence = hop.cue[0].root.sent
        beside = [i for i in found.touching([sentence]) if any(overlap(cue, [sentence]) for cue in found[i].cue)]
        yield "cues in its sentence", float(len(beside))
        yield "length of its sentence", math.log1p(len(sentence))


def _cue_features(hop: Hop, told: KindReader) -> Iterator[tuple[str, float]]:
    if not hop.cue:
        yield "no cue", 1.0
        return
    shares = told.of_cue(hop.cue)
    yield "encoder: attributes", _odds(1 - float(shares[0]))
    for kind, share in zip(KINDS, shares[1:], strict=True):
        yield f"encoder: {kind}", float(share)
    root = hop.cue[0].root
    word = cue_word(root)
    yield f"cue {root.lemma_.lower()}", 1.0
    stances = told.stances(hop.cue)
    yield "surest stance", max(stances.values(), default=0.0)
    yield f"stance {max(stances, key=lambda name: stances[name])}", 1.0
    yield f"cue is a {root.pos_}", 1.0
    yield f"cue {word.kind if word else 'in no list'}", 1.0
    yield f"cue tag {root.tag_}", 1.0
    yield "cue as tagged", min(told.pointers.certainty(span, CUE) for span in hop.cue)
    for name in ("saying", "reporting", "holding", "showing", "asking"):
        if root.lemma_.lower() in verb_class(name):
            yield f"cue verb of {name}", 1.0
    if len(hop.cue) > 1:
        yield "cue in parts", 1.0


def _source_features(hop: Hop, told: KindReader) -> Iterator[tuple[str, float]]:
    if hop.source is None:
        yield "no source", 1.0
        return
    first, root = hop.source[0], hop.source.root
    yield "source as tagged", told.pointers.certainty(hop.source, SOURCE)
    if len(hop.source) == 1 and first.lower_ in RELATIVES:
        yield "source relative", 1.0
    elif len(hop.source) == 1 and first.lower_ in PRONOUNS:
        yield f"source {'speaker' if first.lower_ in ('i', 'we', 'you') else 'pronoun'}", 1.0
    else:
        yield f"source {root.ent_type_ or root.pos_}", 1.0
    if hop.cue and root.head == hop.cue[0].root:
        yield f"source {root.dep_} of the cue", 1.0


def _content_features(reading: Reading, hop: Hop, told: KindReader) -> Iterator[tuple[str, float]]:
    if not hop.content:
        yield "no content", 1.0
        return
    first, words = hop.content[0], sum(map(len, hop.content))
    root = max(hop.content, key=len).root
    yield f"content up to {next((n for n in LENGTHS if words <= n), 'many')} words", 1.0
    yield f"content is a {root.pos_}", 1.0
    yield "content as tagged", min(told.pointers.certainty(span, CONTENT) for span in hop.content)
    yield from _edge_features(hop.content, told)
    if any(token.pos_ in ("VERB", "AUX") for span in hop.content for token in span):
        yield "content has a verb", 1.0
    before = reading.doc[first.start - 1].lower_ if first.start else ""
    if "that" in (first[0].lower_, before):
        yield "content behind that", 1.0
    if any(token.is_quote for span in hop.content for token in span) or _between_quotes(reading.doc, first):
        yield "content quoted", 1.0
    if hop.cue:
        yield f"content {'behind' if first.start >= hop.cue[0].end else 'before'} the cue", 1.0
        if root.head == hop.cue[0].root:
            yield f"content {root.dep_} of the cue", 1.0
    if len(hop.content) > 1:
        yield "content in parts", 1.0
    last = hop.content[-1]
    if last.end < len(reading.doc) and not (reading.doc[last.end].is_punct or reading.doc[last.end].is_space):
        yield "content ends before a word", 1.0


def _edge_features(content: Sequence[Span], told: KindReader) -> Iterator[tuple[str, float]]:
    """Yield how sure the tagger is of the words of a content, of its ends and of the words beside them."""
    doc, first, last = content[0].doc, content[0].start, content[-1].end - 1
    certain = told.pointers.certainties(CONTENT)

    def share(at: int) -> float:
        return float(certain[at]) if 0 <= at < len(doc) else 0.0

    words = [i for span in content for i in range(span.start, span.end)]
    before = (i for i in range(first - 1, max(first - NEAR, -1), -1) if doc[i].is_alpha and doc[i].lower_ != "that")
    behind = (i for i in range(last + 1, min(last + NEAR, len(doc))) if doc[i].is_alpha)
    yield "first word as tagged", share(first)
    yield "last word as tagged", share(last)
    yield "word before as tagged", share(next(before, -1))
    yield "word behind as tagged", share(next(behind, -1))
    yield "least sure word", float(certain[words[:LOOKED_THROUGH]].min())
    yield "words in it attribute", 1 - float(told.shares[words, 0].min())
    yield "sentences in it", float(sum(doc[i].is_sent_start is True for i in words[1:]))
    end = doc[last + 1] if last + 1 < len(doc) else None
    mark = "space" if end is None or end.is_space else end.text if end.is_punct or end.is_quote else end.pos_
    yield f"ends before {mark}", 1.0


def _between_quotes(doc: Doc, span: Span) -> bool:
    return span.start > 0 and doc[span.start - 1].is_quote


def _odds(share: float) -> float:
    share = min(max(share, LEAST), 1 - LEAST)
    return math.log(share / (1 - share))
