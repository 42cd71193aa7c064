"""Parts of a content that its speaker does not say.

* "“He thinks [they know better],” Roe said. “[They never ask us.]”": what somebody quoted reports of others ends with
  the part of the quotation that it is told in; the next one is the speaker's own.
* "[As the mayor left the hall and] Roe asks: “[Who pays?]”": a longer part before the cue that the encoder hardly takes
  for content is the writer's; not so the subject of what nobody in particular says: "[The most wanted man here has]
  reportedly [been wounded]".
* "“[It leaks,]” Roe said. ¶ ‘Dam was never checked’ ¶": a heading between paragraphs is the paper's.
* "It leaks, according to Roe[, who saw it]": that he saw it the writer tells.
* "[It leaks.] https://example.com/x": the link at the end of a post says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker_features import CONTENT, Pointers
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.relatives import RELATIVES
from whosays.extract.attribution.revise.tails import own_clause
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import is_heading, is_quoted, overlap

BELIEVED = 0.9  # mean probability of being content from which on a part is one
FEWEST = 5  # words of a part that stands or falls by itself; shorter ones are topics: "Last year, he said, it leaked"


def drop_parts(reading: Reading, found: AttributionSet) -> None:
    """Take out of contents the parts that are somebody else's."""
    pointers = Pointers.of(reading.doc)
    for number, hop in list(found.items()):
        content = hop.content
        if hop.inside is not None and hop.cue:
            content = own_clause(hop.cue, _of_its_part(hop, found[hop.inside].content))
        elif pointers is not None and _leads(hop) and pointers.probability(content[0], CONTENT) < BELIEVED:
            content = content[1:]
        content = tuple(span for span in map(_without_links, content) if span is not None and not is_heading(span))
        found.put(number, replace(hop, content=content or hop.content))


def _of_its_part(hop: Hop, around: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of a content up to where another part of the content around it begins with a sentence."""
    own = next((part for part in around if overlap(part, hop.cue[:1])), None)
    if own is None or not hop.content or not overlap(own, hop.content[:1]) or is_quoted(hop.content[0]):
        return hop.content
    kept = [span for span in hop.content if overlap(own, [span]) or not _begins_sentence(span)]
    return tuple(kept)


def _begins_sentence(span: Span) -> bool:
    before: Token | None = span[0]
    while before is not None and (before == span[0] or before.is_quote):
        before = before.nbor(-1) if before.i else None
    ended = before is None or before.is_space or before.text[-1:] in SENTENCE_END
    return ended and next((t.text[:1].isupper() for t in span if t.is_alpha), False)


def _leads(hop: Hop) -> bool:
    """Tell whether a longer part that is not quoted stands before a verb and what it reports besides behind."""
    if not hop.cue or len(hop.content) < 2 or hop.cue[0].root.pos_ != "VERB":
        return False
    first, second = hop.content[:2]
    before = first.end <= min(span.start for span in hop.spans() if span != first)
    words = sum(token.is_alpha for token in first)
    plain = not any(token.is_quote for token in first) and first[-1].lower_ not in RELATIVES
    apart = second.start >= hop.cue[0].end and second[0].pos_ != "CCONJ"  # "it rose, he said, and fell" is one clause
    return before and apart and words >= FEWEST and plain and not _is_subject(first, hop)


def _is_subject(first: Span, hop: Hop) -> bool:
    """Tell whether the first part of hearsay holds the subject of what stands behind it."""
    if hop.source is not None:
        return False
    behind = {token.i for span in (*hop.cue, *hop.content[1:]) for token in span}
    return any(token.dep_.startswith("nsubj") and token.head.i in behind for token in first)


def _without_links(span: Span) -> Span | None:
    end = span.end
    while end > span.start and (_is_link(span.doc[end - 1]) or span.doc[end - 1].is_space):
        end -= 1
    if end == span.end:
        return span
    return span.doc[span.start : end] if span.start < end else None


def _is_link(token: Token) -> bool:
    """Tell a link from the mere name of a site, which may be said."""
    return token.like_url and "/" in token.text
