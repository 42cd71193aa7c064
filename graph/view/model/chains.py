"""From single attributions to the chains that the outlet's own voice heads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from whosays.graph.articles import outwards
from whosays.graph.view.model.data import Attribution, Chain, Span

MOSTLY = 0.6  # of its content: from here on an attribution only wraps the one inside it


def chains_of(attributions: Iterable[Attribution]) -> tuple[Chain, ...]:
    """Return one chain an attribution, in text order; the outlet's voice alone where it reports nobody."""
    known = {attribution.key: attribution for attribution in attributions}
    parents = {key: attribution.parent for key, attribution in known.items()}
    children: dict[str, list[Attribution]] = {}
    for attribution in known.values():
        if attribution.parent:
            children.setdefault(attribution.parent, []).append(attribution)
    chains = (
        Chain(_path(attribution, known, parents), _wraps(attribution, children.get(attribution.key, ())))
        for attribution in known.values()
        if attribution.parent or attribution.key not in children
    )
    return tuple(sorted(chains, key=_place))


def _path(
    attribution: Attribution, known: Mapping[str, Attribution], parents: Mapping[str, str | None]
) -> tuple[Attribution, ...]:
    hops = [known[key] for key in outwards(attribution.key, parents) if key in known]
    return tuple(reversed(hops))


def _place(chain: Chain) -> tuple[str, Span, int, str]:
    spans = (*chain.last.contents, *chain.last.cues, *chain.last.sources)
    return chain.last.article, min(spans, default=(0, 0)), len(chain.hops), chain.last.key


def _wraps(outer: Attribution, inner: Sequence[Attribution]) -> bool:
    if any(child.claim == outer.claim for child in inner):
        return True
    if not inner:
        return False
    content = _points(outer.contents)
    said = _points(span for child in inner for span in (*child.sources, *child.cues, *child.contents))
    return bool(content) and len(content & said) >= MOSTLY * len(content)


def _points(spans: Iterable[Span]) -> set[int]:
    return {point for start, end in spans for point in range(start, end)}
