"""The page's data block: what the browser needs to draw, filter and prove, as JSON-ready built-ins."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from collections.abc import Mapping, Set
from types import MappingProxyType
from typing import Any, get_args
from urllib.parse import urlsplit

from whosays.graph.view.drawing import layout
from whosays.graph.view.drawing.labels import clipped, figure, visible
from whosays.graph.view.drawing.picture import Node, NodeKind, Picture
from whosays.graph.view.model.changed import by_article, changed
from whosays.graph.view.model.copies import by_copy, copied
from whosays.graph.view.model.data import Article, Attribution, Chain, Claim, PageData, Proposition, Voice
from whosays.graph.view.model.gathering import KINDS
from whosays.graph.view.model.passages import around, passage
from whosays.graph.view.model.readings import by_voice, readings
from whosays.ontology import WS, label, labels

SURROGATES = re.compile("[\ud800-\udfff]")  # halves of a character: no UTF-8 can hold them
OF_NO_CLASS = {"unnamed": "unnamed source", "nobody": "no source named", "claim": "claim"}
NO_MENTIONS: Mapping[str, list[tuple[int, int]]] = MappingProxyType({})
NAME, TITLE, WORDS = 160, 240, 1200  # characters; a longer text is cut, the passage still proves it


def contents(data: PageData, drawing: Picture, reader: str | None = None) -> dict[str, Any]:
    """Return everything the page shows; the browser turns it into text nodes, never into markup.

    ``reader`` is the address below which articles can be read, where they can.
    """
    places = {article.key: number for number, article in enumerate(data.articles)}
    outlets = {voice.key: voice.name for voice in data.outlets}
    propositions = {proposition.key: proposition for proposition in data.propositions}
    clauses = _clauses(data)
    return {
        "counts": _counts(data),
        "articles": [_article(article, outlets) | _read(article, reader) for article in data.articles],
        "nodes": [
            _node(node, node.key in places, propositions.get(node.key)) | _clause(node, clauses)
            for node in drawing.nodes
        ],
        "edges": [[edge.start, edge.end, edge.stance, list(edge.chains)] for edge in drawing.edges],
        "chains": _chains(data, drawing, places),
        "places": [chain.last.key.rpartition("#")[2] for chain in data.chains] if reader else [],
        "order": list(drawing.order),
        "conflicts": _conflicts(data),
        "widths": dict(layout.WIDTHS),
        "gaps": [layout.GAP_BESIDE, layout.GAP_BELOW],
        "stances": list(labels("stances").items()),
        "certainties": list(labels("certainties").items()),
        "kinds": _kinds(),
    }


def as_json(value: object) -> str:
    """Return ``value`` as JSON that cannot end or open any markup around it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return SURROGATES.sub(r"\\ufffd", text)


def linked(url: str | None) -> str | None:
    """Return ``url`` where it may be a link: http or https with a host; everything else is only text."""
    if url is None or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _kinds() -> list[tuple[str, str]]:
    """Return the kinds of nodes and what they are called: by their class in the ontology where they have one."""
    called = {kind: label(str(term).removeprefix(str(WS))) for term, kind in KINDS}
    return [(kind, OF_NO_CLASS.get(kind) or called[kind]) for kind in get_args(NodeKind)]


def _counts(data: PageData) -> dict[str, Any]:
    days = sorted(article.published[:10] for article in data.articles if article.published)
    nameless = {voice.key for voice in data.sources if voice.kind in ("nobody", "unnamed")}
    clauses = _clauses(data)
    around = {attribution.parent for attribution in data.attributions}
    outlets = {article.key: article.outlet for article in data.articles}
    return {
        "articles": len(data.articles),
        "outlets": len(data.outlets),
        "unknown": sum(article.outlet is None for article in data.articles),
        "sources": sum(voice.kind not in ("nobody", "unnamed") for voice in data.sources),
        "unnamed": sum(voice.kind == "unnamed" for voice in data.sources),
        "attributions": sum(len(chain.hops) > 1 for chain in data.chains),
        "nameless": sum(chain.last.voice in nameless for chain in data.chains if len(chain.hops) > 1),
        "claims": len({claim.proposition or claim.key for claim in data.claims}),
        "shared": sum(
            proposition.outlets > 1 and bool(proposition.origins) and proposition.key in clauses
            for proposition in data.propositions  # as a summary counts them
        ),
        "deep": sum(chain.last.key not in around and _depth(chain, outlets) > 1 for chain in data.chains),
        "figures": sum(len(claim.figures) for claim in data.claims),
        "days": [days[0], days[-1]] if days else [],
        "chains": len(data.chains),
        "total": data.total,
    }


def _depth(chain: Chain, outlets: Mapping[str, str | None]) -> int:
    """Through how many voices a chain runs behind the outlet; who passes on their own words is one, as in a summary."""
    voices = [outlets.get(chain.last.article), *(hop.voice for hop in chain.hops[1:])]
    return sum(voice != before for before, voice in itertools.pairwise(voices))


def _clauses(data: PageData) -> set[str | None]:
    """The propositions that some article words as a clause; only these are counted, here as in a summary."""
    return {key for claim in data.claims if claim.clause for key in (claim.proposition, *claim.others)}


def _article(article: Article, outlets: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": _short(article.title, TITLE),
        "outlet": _short(outlets.get(article.outlet or ""), NAME),
        "wire": _short(article.wire, NAME),
        "date": article.published[:10] if article.published else None,
        "where": _short(article.url or article.path, 400),
        "link": linked(article.url),
        "id": _id(article.key),
        "story": _short(article.story, TITLE),
        "event": _id(article.event) if article.event else None,
        "because": _short(article.because, TITLE),
    }


def _read(article: Article, reader: str | None) -> dict[str, str]:
    return {"read": reader + article.key.rpartition("/")[2]} if reader else {}


def _node(node: Node, unknown: bool, proposition: Proposition | None) -> dict[str, Any]:
    text = layout.label(node)
    return {
        "id": _id(f"{layout.shape_of(node.kind)} {node.key}"),
        "kind": node.kind,
        "name": clipped(node.name, WORDS if node.kind == "claim" else NAME),
        "note": _short(node.note, NAME),
        "unknown": unknown,
        "shared": _shared(proposition) if proposition else None,
        "label": text,
        "height": layout.height(text),
        "column": node.column,
        "rank": node.rank,
    }


def _clause(node: Node, clauses: Set[str | None]) -> dict[str, bool]:
    """Whether a claim of several articles says something by itself; of the others nobody asks."""
    return {"clause": True} if node.key in clauses else {}


def _shared(proposition: Proposition) -> dict[str, Any]:
    return {
        "outlets": proposition.outlets,
        "articles": proposition.articles,
        "origins": [clipped(visible(name), NAME) for name in proposition.origins],
        "span": [proposition.at_least, proposition.at_most],
        "because": _short(proposition.because, WORDS) or "",
    }


def _chains(data: PageData, drawing: Picture, places: Mapping[str, int]) -> list[dict[str, Any]]:
    texts = {article.key: article.text for article in data.articles}
    claims = {claim.key: claim for claim in data.claims}
    voices = {voice.key: voice for voice in data.voices}
    reuses, changes = by_copy(data.reuses), by_article(data.changes)
    mentions = by_voice(data.mentions)
    return [
        {
            "id": _id(chain.last.key),
            "article": places.get(chain.last.article),
            "path": list(path),
            "hops": [_hop(hop, texts.get(hop.article)) for hop in chain.hops],
            "kind": _kind(chain, voices),
            "wrapped": chain.wrapped,
            "figures": _figures(claims.get(chain.last.claim or "")),
            "content": clipped(_content(chain, texts.get(chain.last.article), claims), WORDS),
            "copied": [[clipped(visible(words), TITLE), basis] for words, basis in copied(chain, reuses)],
            "changed": [
                [clipped(visible(words), TITLE), clipped(visible(before), WORDS)]
                for words, before in changed(chain, changes)
            ],
            "passage": [[p.text, p.role, p.hop] for p in passage(chain, texts.get(chain.last.article))],
            "around": list(around(chain, texts.get(chain.last.article))),
            "readings": [
                [read.hop, clipped(visible(read.words), NAME), list(read.sentence or ())]
                for read in readings(
                    chain, texts.get(chain.last.article), voices, mentions.get(chain.last.article, NO_MENTIONS)
                )
            ],
        }
        for chain, path in zip(data.chains, drawing.paths, strict=True)
    ]


def _conflicts(data: PageData) -> list[list[Any]]:
    """Return why accounts contradict each other, and the first chain of either side that is on the page."""
    shown = {chain.last.key: _id(chain.last.key) for chain in data.chains}
    sides = (
        (each.why, [[shown[key] for key in side if key in shown] for side in (each.so, each.otherwise)])
        for each in data.conflicts
    )
    return [[clipped(visible(why), WORDS), so[0], otherwise[0]] for why, (so, otherwise) in sides if so and otherwise]


def _hop(hop: Attribution, text: str | None) -> list[str | None]:
    words = " … ".join(" ".join(text[s:e].split()) for s, e in hop.cues) if text else ""
    return [hop.stance, hop.certainty, clipped(words or hop.cue or "", NAME), hop.quote]


def _kind(chain: Chain, voices: Mapping[str, Voice]) -> str:
    voice = voices.get(chain.last.voice or "")
    return voice.kind if voice else "outlet"


def _figures(claim: Claim | None) -> list[str]:
    return [clipped(figure(value), NAME) for value in claim.figures] if claim else []


def _content(chain: Chain, text: str | None, claims: Mapping[str, Claim]) -> str:
    if chain.last.in_full:
        return chain.last.in_full
    if text and chain.last.contents:
        return " … ".join(" ".join(text[start:end].split()) for start, end in chain.last.contents)
    claim = claims.get(chain.last.claim or "")
    return claim.text if claim else ""


def _short(text: str | None, length: int) -> str | None:
    return clipped(visible(text), length) if text else None


def _id(key: str) -> str:
    """A short name for a link into the page, made of the IRI, so that it stays when the graph grows."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:10]
