"""Words behind a content that are the writer's, and a second verb of the speaker's.

* "“It is theft,” Roe said of [the new law]": what is spoken of behind a quotation is no part of it.
* "said the talks had failed[, without giving details]": what somebody leaves out they do not say.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import word_class
from whosays.extract.syntax import trimmed

TOPICAL = frozenset(("about", "of"))
REACH = 4  # tokens from a verb to what it leaves out


def cut_tails(_: Reading, found: AttributionSet) -> None:
    """Take out of contents what their speaker does not say."""
    for number, hop in list(found.items()):
        if hop.cue and hop.content:
            content = tuple(_up_to_without(span) for span in _without_topic(hop))
            found.put(number, replace(hop, content=content))


def _without_topic(hop: Hop) -> tuple[Span, ...]:
    """Return the contents of a hop without what it is about, where a quotation before its cue says it."""
    cue = hop.cue[-1]
    quoted = [span for span in hop.content if span.end <= cue.start and _is_quoted(span)]
    if not quoted or cue[-1].lower_ not in TOPICAL:
        return hop.content
    return tuple(span for span in hop.content if span.start != cue.end or _is_quoted(span))


def _is_quoted(span: Span) -> bool:
    return span[0].is_quote or (span.start > 0 and span.doc[span.start - 1].is_quote)


def _up_to_without(span: Span) -> Span:
    """Cut ", without giving details" off, behind a comma or a closing mark."""
    for token in span[2:]:
        if token.lower_ == "without" and token.nbor(-1).is_punct and _leaves_out(token):
            return trimmed(span.doc, span.start, token.i) or span
    return span


def _leaves_out(without: Token) -> bool:
    """Tell "without elaborating", "without giving further details"."""
    doc, at = without.doc, without.i + 1
    verb = doc[at] if at < len(doc) else without
    if verb.tag_ != "VBG":
        return False
    left_out = word_class("left_out")
    return verb.lemma_.lower() in left_out or any(t.lemma_.lower() in left_out for t in doc[at + 1 : at + REACH])
