"""Attribution inside attribution: what a content has others say, to any depth.

The tagger knows outermost attributions only.  Read by itself, a content is a text like any other, so the tagger and the
linker run again on its words; what they find is ``inside`` the hop that holds the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.kinds import KindReader
from whosays.extract.attribution.linker_features import CONTENT, Pointers
from whosays.extract.attribution.propose.orphan_quotes import opening
from whosays.extract.attribution.propose.passed_over import at_least, passed_over
from whosays.extract.attribution.propose.reporting_verbs import may_report, reported_inside
from whosays.extract.attribution.propose.tagged import linked
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import cue_word, verb_class
from whosays.extract.syntax import HEARSAY, holds, overlap, positions

ALSO = frozenset(["according", "per"])  # cues that are no words of reporting
OF_WHAT = frozenset(["about", "by", "from", "of", "that", "to", ":"])
TALKING = verb_class("saying") | verb_class("asking") | verb_class("ordering")
OWN_VOICE = frozenset(["i", "we"])
FEWEST_WORDS = 5
DEEPEST = 4


def nest_enclosed(_: Reading, found: AttributionSet) -> None:
    """Put each outermost hop that lies wholly in a content of another inside that."""
    for number, outer in _enclosing(found).items():
        found.put(number, replace(found[number], inside=outer))


def _enclosing(found: AttributionSet) -> dict[int, int]:
    enclosing = {}
    for number, hop in found.items():
        near = found.touching(hop.content[:1]) if hop.inside is None else []
        around = [i for i in near if i != number and all(holds(found[i].content, span) for span in hop.spans())]
        if around:
            enclosing[number] = min(around, key=lambda i: sum(map(len, found[i].content)))
    return enclosing


def nest_contents(reading: Reading, found: AttributionSet) -> None:
    """Add the hops found inside contents, to any depth."""
    level = [i for i, hop in found.items() if _may_hold(hop)]
    level.sort(key=lambda i: found[i].inside is None)  # what is cited is read before whoever cites it
    for _ in range(DEEPEST):
        following = [
            found.add(replace(hop, inside=outer))
            for outer, inner in zip(level, _inner(reading, [_words(found[i]) for i in level]), strict=True)
            for hop in inner
            if _voiced(hop) and _smaller(hop, found[outer]) and not _known(hop, found)
        ]
        level = [i for i in following if _may_hold(found[i])]
    _narrow(found)
    _go_on(found)


def _inner(reading: Reading, contents: Sequence[Sequence[int]]) -> Iterator[list[Hop]]:
    """Yield the hops inside each of some contents (their words), read together."""
    docs = [_text(reading.doc, words) for words in contents]
    for words, text, spans in zip(contents, docs, reading.tag(docs) if docs else (), strict=True):
        tagged = list(linked(reading, list(_back(reading.doc, words, spans)), Pointers.of(text, words)))
        reported = list(reported_inside(reading.doc, words))
        told, cues = KindReader.of(text), positions(cue for hop in (*tagged, *reported) for cue in hop.cue)
        believed = zip(words, told.telling(), strict=True) if told is not None else ()
        free = {i: at_least(reading.doc[i], float(share)) for i, share in believed if i not in cues}
        yield [*tagged, *reported, *passed_over(reading.doc, free)]


def _narrow(found: AttributionSet) -> None:
    """Take from what is cited the later parts of its speaker's words that somebody else is said to say.

    "Citing the agency, he said: 'We lost two.' 'The union told us that ...'": the agency holds the first part.
    """
    voices: dict[int, list[int]] = {}
    for number, hop in found.items():
        if hop.inside is not None:
            voices.setdefault(hop.inside, []).append(number)
    for number, hop in list(found.items()):
        if hop.inside is not None and len(hop.content) > 1 and hop.content == found[hop.inside].content:
            beside = {i for i in (*voices[hop.inside], *voices.get(number, ())) if i != number and found[i].cue}
            first, *later = hop.content
            others = {i for i in beside if holds(later, found[i].cue[0])}
            kept = [span for span in later if not any(holds([span], found[i].cue[0]) for i in others)]
            found.put(number, replace(hop, content=(first, *kept)))
            for i in others:
                found.put(i, replace(found[i], inside=hop.inside))


def _go_on(found: AttributionSet) -> None:
    """Give whose quotation opens a content its later quotations too: "‘It fell,’ Ada said, per the Gull. ‘It did.’"."""
    for number, hop in list(found.items()):
        outer = found[hop.inside] if hop.inside is not None else hop
        if outer is hop or not (hop.cue and outer.cue) or opening(hop) != opening(outer):
            continue
        told = max(span.end for span in (*hop.cue, *outer.cue))
        quoted = [span for span in outer.content if span.start >= told and _opens_quotation(span)]
        if not _opens_quotation(hop.content[0]):
            continue
        later = [span for span in quoted if not any(overlap(span, found[i].spans()) for i in found if i != hop.inside)]
        found.put(number, replace(hop, content=(*hop.content, *later)))


def _opens_quotation(span: Span) -> bool:
    return any(token.is_quote for token in span.doc[max(0, span.start - 1) : span.start + 1])


def _tells(token: Token) -> bool:
    return cue_word(token) is not None or may_report(token) or token.lower_ in ALSO


def _voiced(hop: Hop) -> bool:
    """Tell whether a hop has a content, a word of telling, and a voice not the speaker's own ("I think")."""
    if not hop.content or not hop.cue or not any(_tells(token) for cue in hop.cue for token in cue):
        return False
    if hop.source is not None:
        return hop.source.text.lower() not in OWN_VOICE or _told_of_oneself(hop)
    return any(token.lower_ in HEARSAY or token.dep_ == "aux:pass" for token in hop.cue[0])


def _told_of_oneself(hop: Hop) -> bool:
    """Tell what a speaker once said from what he thinks or says now: "and I asked if I could walk on"."""
    verb = hop.cue[0].root
    once = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children))
    return once and verb.lemma_.lower() in TALKING


def _may_hold(hop: Hop) -> bool:
    """Tell whether a content is long enough to report somebody, and has a word that could."""
    tokens = [token for span in hop.content for token in span]
    return len(tokens) >= FEWEST_WORDS and any(map(_may_attribute, tokens))


def _may_attribute(token: Token) -> bool:
    """Tell a word of telling; a noun is one where it says of what or whose ("the claim that", "Roe's claim")."""
    if token.lower_ in ALSO:
        return True
    if token.pos_ != "NOUN":
        return may_report(token) or cue_word(token) is not None
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    told = following in OF_WHAT or any(child.dep_ == "nmod:poss" for child in token.children)
    return told and cue_word(token) is not None


def _words(hop: Hop) -> list[int]:
    return [i for span in hop.content for i in range(span.start, span.end)]


def _text(doc: Doc, words: Sequence[int]) -> Doc:
    return Doc(doc.vocab, words=[doc[i].text for i in words], spaces=[bool(doc[i].whitespace_) for i in words])


def _back(doc: Doc, words: Sequence[int], spans: Sequence[Span]) -> Iterator[Span]:
    """Map spans of a content's text to the Doc; a content that spans a gap is cut there, others are dropped."""
    for span in spans:
        positions = words[span.start : span.end]
        pieces = list(_runs(positions))
        if len(pieces) == 1 or span.label_ == CONTENT:
            yield from (Span(doc, start, end, label=span.label_) for start, end in pieces)


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in range(1, len(positions) + 1):
        if end == len(positions) or positions[end] != positions[end - 1] + 1:
            yield positions[start], positions[end - 1] + 1
            start = end


def _known(hop: Hop, found: AttributionSet) -> bool:
    """The parse may have found the same hop already, as a parenthesis around it."""
    return any(overlap(hop.cue[0], found[i].cue) for i in found.touching(hop.cue[:1]) if found[i].content)


def _smaller(inner: Hop, outer: Hop) -> bool:
    """A hop inside says less than the one around it, and stays inside it (its source may be found by syntax)."""
    words = set(_words(outer))
    return positions(inner.spans()) <= words and len(_words(inner)) < len(words)
