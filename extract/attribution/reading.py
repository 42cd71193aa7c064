"""What every stage may look at: a Doc, its quotations, and who tags and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from whosays.extract.attribution.filter.false_attributions import aside_phrases
from whosays.extract.attribution.kinds_model import Judge
from whosays.extract.attribution.linker import Layout, Linker
from whosays.extract.attribution.propose.citing import citations
from whosays.extract.pipeline import Quotation, columns
from whosays.extract.records import Span as Offsets

Tag = Callable[[list[Doc]], list[list[Span]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A tagged and parsed Doc with what is counted and looked up in it once.

    ``citing`` and ``asides`` are the phrases that a tagger of statements takes for attributions; ``tag`` returns the
    tagged spans of short texts.
    """

    doc: Doc
    quotations: Sequence[Quotation]
    tag: Tag
    linker: Linker
    layout: Layout
    citing: Sequence[Span]
    asides: Sequence[Offsets]
    judge: Judge | None = None

    @classmethod
    def of(
        cls, doc: Doc, quotations: Sequence[Quotation], tag: Tag, linker: Linker, judge: Judge | None = None
    ) -> Reading:
        """Count and look up."""
        citing = [doc[cue.start : source.end] for source, cue in citations(doc)]
        return cls(doc, quotations, tag, linker, Layout.of(doc), citing, aside_phrases(columns(doc).whole), judge)

    @property
    def quoted(self) -> list[Offsets]:
        """The parts of all quotations in text order."""
        return sorted(part for quotation in self.quotations for part in quotation.parts)
