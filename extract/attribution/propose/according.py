""" "According to", "in the words of": a voice around its clause.

"According to state radio, a clerk said ..." has two voices, and a tagger of one layer mixes them.  The phrase is cut
out by its words; what it speaks for is its clause, with all hops in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import columns
from whosays.extract.syntax import FINITE, cue_of, overlap, sentence_of, speaker, trimmed

REACH = 30  # tokens of a source
STOPS = frozenset([",", ".", ";", ":", "–", "—", "(", "!", "?"])
REPORTING = verb_class("reporting") | {"post"}
NAMING = frozenset(("ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"))
CONFIDENCE = 0.8


def propose_according(reading: Reading, found: AttributionSet) -> None:
    """Add a hop for every "according to", around those of its clause."""
    for cue, source in _phrases(reading.doc):
        near = (i for i in found.touching([cue]) if found[i].cue)
        own = next((i for i in near if overlap(cue, [*found[i].cue, *found[i].content])), None)
        if own is not None and overlap(cue, found[own].content):
            continue  # somebody else says it: found when his words are read by themselves
        clause = _clause(cue, source)
        if not clause:
            continue
        inner = [i for i in found.touching(clause) if i != own and _within(found[i], clause, (cue, source))]
        if own is not None and not inner:
            told = _within_words(found[own], source)
            if told is not None:
                inner = [found.add(told)]
            elif found[own].content:
                continue  # the tagger's reading stands
        mixed = {i for i in inner if (own_source := found[i].source) is not None and overlap(own_source, [cue, source])}
        hop = Hop(source, (cue,), clause, None, CONFIDENCE)
        if own is None:
            number = found.add(hop)
        else:
            found.put(number := own, hop)
        for i in inner:
            found.put(i, replace(_unmixed(found[i], cue, source), inside=number))
        found.drop([i for i in mixed if found[i].source is None])


def _within_words(hop: Hop, source: Span) -> Hop | None:
    """Return who is heard between phrase and content: "according to the Gull, [Lund], a nurse, [wrote] [it fell]"."""
    doc, first = source.doc, hop.content[0].start if hop.content else 0
    verbs = (t for t in doc[source.end : first] if t.tag_ in FINITE and t.lemma_.lower() in REPORTING)
    verb = next((t for t in verbs if not any(child.dep_ == "mark" for child in t.children)), None)
    voice = trimmed(doc, source.end, cue_of(verb).start) if verb is not None else None
    if verb is None or voice is None or verb.dep_.startswith("acl") or voice[0].pos_ not in NAMING:
        return None
    return Hop(voice, (cue_of(verb),), hop.content, None, CONFIDENCE)


def _phrases(doc: Doc) -> Iterator[tuple[Span, Span]]:
    words = columns(doc).lower
    for at, first in _openings(words):
        end = next((t.i for t in doc[first : first + REACH] if _ends(t)), min(first + REACH, len(doc)))
        source = trimmed(doc, first, end)
        if source is not None:
            yield doc[at:first], source


def _openings(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where "according to" and "in the words of" begin and end."""
    for at, word in enumerate(words[:-2]):
        if word == "according" and words[at + 1] == "to":
            yield at, at + 2
        elif word == "in" and tuple(words[at + 1 : at + 4]) == ("the", "words", "of"):
            yield at, at + 4


def _ends(token: Token) -> bool:
    return token.text in STOPS or token.is_quote or token.is_space or token.tag_ in FINITE


def _clause(cue: Span, source: Span) -> tuple[Span, ...]:
    """Return the clause the phrase speaks for: what follows it, if it opens the sentence, else what precedes.

    A clause that goes on behind the phrase is in two parts: "[The dam], according to the mayor, [was old]".
    """
    sentence = sentence_of(cue[0])
    before, behind = trimmed(cue.doc, sentence.start, cue.start), trimmed(cue.doc, source.end, sentence.end)
    if before is None or all(not t.is_alpha or t.is_stop for t in before):
        return (behind,) if behind is not None else ()
    if behind is not None and behind[0].is_quote and cue[0].lower_ == "in":
        return (behind,)
    return (before, behind) if behind is not None and _goes_on(behind, before) else (before,)


def _goes_on(behind: Span, before: Span) -> bool:
    """Tell whether the first verb behind a phrase has its subject before it."""
    verb = next((t for t in behind if t.tag_ in FINITE), None)
    verbs = (verb, verb.head) if verb is not None else ()
    subjects = (c for v in verbs for c in v.children if c.dep_.startswith("nsubj"))
    return behind[0].i - before.end < REACH and any(before.start <= s.i < before.end for s in subjects)


def _within(hop: Hop, clause: Sequence[Span], phrase: Sequence[Span]) -> bool:
    """Tell whether a hop of its own has its cue in the clause."""
    return hop.inside is None and bool(hop.cue) and overlap(hop.cue[0], clause) and not overlap(hop.cue[0], phrase)


def _unmixed(hop: Hop, cue: Span, source: Span) -> Hop:
    """Give back to an inner hop the source that the tagger ran together with the phrase's."""
    if hop.source is None or not overlap(hop.source, [cue, source]):
        return hop
    rest = trimmed(hop.source.doc, max(source.end, hop.source.start), hop.source.end)
    own = rest if rest is not None else speaker(hop.cue[0].root, without=[cue, source, *hop.cue, *hop.content])
    return replace(hop, source=own)
