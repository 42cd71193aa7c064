"""From a Doc to its hops: the stations in order.

1. ``linked``    the tagger's spans, put together by the linker; missing parts filled from syntax
2. ``parted``    contents parted from what other voices say
   ``reported``  reporting verbs that the tagger passed over
3. ``mended``    boundaries fitted to quotation marks, and parted once more
   ``quoting``   "the radio quoted a clerk as saying": two voices in one clause
4. ``according`` "according to state radio, a clerk said": the phrase around its clause
5. ``carried``   other voices behind or around a hop: "citing a report by ...", "..., the agency said, he added"
6. ``withheld``  "could not be verified", "declined to comment": what a tagger of statements hardly sees
7. ``floating``  quotations that nobody was given: continuations and free-standing ones
8. ``nested``    the same again inside every content, to any depth, behind what lies there already (``enclosed``);
   ``spoken`` leaves out what nobody says
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whosays.extract.attribution.attribution import Hop, enclosed, without
from whosays.extract.attribution.linker import Linker
from whosays.extract.attribution.linker_features import Pointers
from whosays.extract.attribution.nesting import Tag, nested
from whosays.extract.attribution.propose.according import according
from whosays.extract.attribution.propose.no_comment import withheld
from whosays.extract.attribution.propose.orphan_quotes import floating
from whosays.extract.attribution.propose.quoting import quoting
from whosays.extract.attribution.propose.reporting_verbs import reported
from whosays.extract.attribution.propose.secondary_sources import carried
from whosays.extract.attribution.propose.tagged import Backdrop, linked
from whosays.extract.attribution.revise.boundaries import mended
from whosays.extract.attribution.revise.reassignment import leading, rehomed, rumoured
from whosays.extract.attribution.revise.splitting import parted, spoken
from whosays.extract.pipeline import ATTRIBUTION_SPANS, Quotation

LINKING = frozenset(["that", "whether"])  # "[that], according to Roe, [it leaked]"


def find_hops(doc: Doc, quotations: Sequence[Quotation], tag: Tag, linker: Linker) -> list[Hop]:
    """Return the hops of a tagged and parsed Doc in text order; ``inside`` is a position in that list."""
    backdrop = Backdrop.of(doc)
    hops = list(linked(backdrop, list(doc.spans[ATTRIBUTION_SPANS]), linker, Pointers.of(doc)))
    hops = reported(doc, parted(doc, hops, quotations))
    hops = quoting(doc, parted(doc, mended(doc, hops, quotations), quotations))
    hops = rumoured(doc, leading(doc, rehomed(hops)))
    hops = according(doc, hops)
    hops = carried(doc, hops)
    hops = withheld(doc, hops)
    hops = enclosed(floating(doc, hops, quotations))
    hops = nested(backdrop, hops, tag, linker)
    return _in_text_order(_worded(spoken(hops)))


def _worded(hops: Sequence[Hop]) -> list[Hop]:
    """Return the hops without parts of contents that are no words, or a mere "that" beside others."""
    words = [tuple(span for span in hop.content if any(map(str.isalnum, span.text))) for hop in hops]
    words = [tuple(s for s in content if s.text.lower() not in LINKING or len(content) == 1) for content in words]
    kept = [replace(hop, content=content) for hop, content in zip(hops, words, strict=True)]
    return without(kept, {i for i, content in enumerate(words) if not content})


def _in_text_order(hops: Sequence[Hop]) -> list[Hop]:
    """Sort by place, an outer hop before those inside it, and number anew."""
    order = sorted(range(len(hops)), key=lambda i: (hops[i].start, -_length(hops[i]), i))
    position = {old: new for new, old in enumerate(order)}
    return [replace(hops[i], inside=None if (outer := hops[i].inside) is None else position[outer]) for i in order]


def _length(hop: Hop) -> int:
    return sum(map(len, hop.spans()))
