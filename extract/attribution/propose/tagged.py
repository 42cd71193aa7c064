"""The first station: tagged spans linked into hops, with missing sources and contents filled from syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.linker import Layout, Link, Linker
from whosays.extract.attribution.linker_features import Pointers
from whosays.extract.attribution.propose.citing import TIMES, citations, cleared
from whosays.extract.attribution.revise.false_attributions import aside_phrases, outside_asides
from whosays.extract.pipeline import columns
from whosays.extract.records import Span as Offsets
from whosays.extract.syntax import behind_colon, holds, name_before, overlap, reported_clause, sentence_of, speaker


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What the linking of any spans of a Doc looks at; made once a Doc."""

    layout: Layout
    citing: Sequence[Span]
    asides: Sequence[Offsets]

    @classmethod
    def of(cls, doc: Doc) -> Backdrop:
        """Read a parsed Doc."""
        citing = [doc[cue.start : source.end] for source, cue in citations(doc)]
        return cls(Layout.of(doc), citing, aside_phrases(columns(doc).whole))


def linked(
    backdrop: Backdrop, spans: Sequence[Span], linker: Linker, pointers: Pointers | None = None
) -> Iterator[Hop]:
    """Yield the hops among tagged spans; one whose content nobody found has an empty content."""
    spans = outside_asides(cleared(spans, backdrop.citing), backdrop.asides)
    for link in linker.links(backdrop.layout, spans, pointers):
        content = tuple(span for span in link.content if not _only_time(span)) or _clause(link, spans)
        source = link.source if _is_near(link) else _subject(link, spans) or link.source
        yield Hop(source, (link.cue,), content, None, round(link.confidence, 3))


def _is_near(link: Link) -> bool:
    """Tell whether the source of a link stands in its cue's sentence; one before it gives way to a subject there."""
    sentence = sentence_of(link.cue[0])
    return link.source is not None and sentence.start <= link.source.start < sentence.end


def _only_time(span: Span) -> bool:
    """Tell whether a span is nothing but a time ("this morning:"), which belongs to the cue's sentence."""
    words = [token for token in span if token.is_alpha]
    return any(t.lower_ in TIMES for t in words) and all(
        t.lower_ in TIMES or t.is_stop or t.pos_ == "NUM" for t in words
    )


def _clause(link: Link, spans: Sequence[Span]) -> tuple[Span, ...]:
    taken = [link.cue, *([link.source] if link.source is not None else [])]
    others = [span for span in spans if span not in link.content]
    behind = behind_colon(link.cue)
    clauses = reported_clause(link.cue.root, taken) or ([behind] if behind is not None else [])
    return tuple(c for c in clauses if all(not overlap(c, [span]) or holds([c], span) for span in others))


def _subject(link: Link, spans: Sequence[Span]) -> Span | None:
    span = speaker(link.cue.root, without=[*link.content, link.cue]) or name_before(link.cue)
    taken = [s for s in spans if s.label_ != "Source"]
    return None if span is None or overlap(span, taken) else span
