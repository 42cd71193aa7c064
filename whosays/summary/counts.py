"""What a summary is told from: the rows of the catalogue's questions, with the columns that are told, in their order.

Each row is the one that the question of that name gives (a test holds them against each other), without asking it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from rdflib import SKOS, URIRef

from whosays.ontology import SCHEMA, WS
from whosays.summary.across import BETWEEN, NAMELESS, accounts, contradictory
from whosays.summary.copying import copied_words, same_texts
from whosays.summary.ground import Ground
from whosays.summary.samples import Row

Answers: TypeAlias = dict[str, list[Row]]

CONFLICTS = "accounts that contradict"  # the rows of conflicts that are not one claim, once each
CONTRADICTORY = "figures that contradict"  # no question of the catalogue gives them once each
ORDERS = re.compile(r"(?:not )?to\b", re.IGNORECASE)  # an order says what to do
GAP = " … "  # between the spans of a content
LITTLE = 20  # characters between them, in which a cue and its helpers stand
_PLACE: Final = re.compile(r"#char=(\d+),(\d+)\Z", re.ASCII)
DISPUTING = frozenset({"denies", "doubts"})
COUNTS: Final = {
    "outlets": WS.outletCount,
    "articles": WS.articleCount,
    "origins": WS.originCount,
    "low": WS.originsAtLeast,
}


def answers(ground: Ground) -> Answers:
    """Return rows by question."""
    hops = [_hop(ground, hop) for hop in ground.subjects(WS.stance)]
    inner = [hop for hop in hops if hop["parent"]]
    figures = sorted(_figures(ground, hops), key=lambda row: row["order"])
    return {
        "articles": list(_articles(ground)),
        "attributions": inner,
        "denials": [_meaning(ground, hop) for hop in sorted(inner, key=_in_text) if hop["stance"] in DISPUTING],
        "exact-copies": same_texts(ground),
        "figures": figures,
        "hedges": sorted(_hedges(hops), key=lambda row: (row["article"], row["hedge_at"], _in_text(row))),
        "merges": sorted(_merges(ground), key=lambda row: row["order"]),
        "origins": sorted(_origins(ground), key=lambda row: row["order"]),
        "skipped": [{"why": ground.one(line, WS.reason)} for line in ground.subjects(WS.reason)],
        "sources": sorted(_sources(ground, inner), key=lambda row: (-row["attributions"], row["entity"])),
        "unnamed-sources": sorted((hop for hop in inner if hop["named"] == "false"), key=_in_text),
        "unverified": [_meaning(ground, hop) for hop in sorted(hops, key=_by_cue) if hop["stance"] == "unverified"],
        "what-outlet-says": _innermost(hops),
        "wire-copies": copied_words(ground),
        CONFLICTS: accounts(ground),
        CONTRADICTORY: contradictory(ground),
    }


def _articles(ground: Ground) -> Iterator[Row]:
    for article in ground.subjects(WS.articleText):
        yield {
            "work": _work(ground, article),
            "outlet": ground.outlet(article),
            "wire": ground.one(article, SCHEMA.creditText),
            "language": ground.one(article, WS.language),
            "revises": ground.one(article, WS.revises),
        }


def _hop(ground: Ground, hop: str) -> Row:
    """Return one attribution with all that any of the questions tells of it."""
    article, who = ground.one(hop, WS.inArticle), ground.one(hop, WS.source)
    cue, said = _places(ground, hop, WS.cueSpan), ground.one(hop, WS.content)
    content = _own_place(ground, hop) if said else None
    resolved = ground.one(who, WS.resolvesTo)
    return {
        "id": hop,
        "parent": ground.one(hop, WS.parent),
        "of_article": article,
        "article": ground.one(article, WS.path),
        "outlet": ground.outlet(article),
        "published": ground.one(article, SCHEMA.datePublished),
        "source": ground.one(hop, WS.sourceWords),
        "resolved": resolved,
        "entity": ground.one(resolved, SKOS.prefLabel) or ground.one(who, SKOS.prefLabel),
        "named": ground.one(who, WS.named),
        "stance": _name(ground.one(hop, WS.stance)),
        "certainty": _name(ground.one(hop, WS.certainty)),
        "quote": _name(ground.one(hop, WS.quoteType)),
        "chain": ground.one(hop, WS.chain),
        "cue": ground.one(hop, WS.cue),
        "cue_start": cue[0][0] if cue else None,
        "content": said,
        "in_full": ground.one(hop, WS.inFull),
        "clause": ground.one(hop, WS.claim, WS.clause) if said else None,
        "says": bool(said) and _is_clause(ground, ground.values(hop, WS.claim)),
        "start": content[0] if content else None,
        "end": content[1] if content else None,
        "hedges": _hedge_words(ground, hop, article) if ground.values(hop, WS.hedgeSpan) else [],
        "stretch": _stretch(ground, article, said, content),
        "quantities": ground.values(hop, WS.hasFigure),
    }


def _meaning(ground: Ground, hop: Row) -> Row:
    """Return a hop with the proposition that "his account" or "that claim" stands for, where it is just one."""
    claims = ground.values(hop["id"], WS.claim)
    own = f"#claim={hop['start']},{hop['end']}"
    if _is_clause(ground, [claim for claim in claims if claim.endswith(own)]):
        return hop
    found = {iri for claim in claims for iri in ground.values(claim, WS.expresses)}
    clauses = [iri for iri in found if _is_clause(ground, ground.pointing(WS.expresses, iri))]
    texts = [text for iri in clauses if not ORDERS.match(text := ground.one(iri, SCHEMA.text) or "")]
    return {**hop, "means": texts[0]} if len(found) == len(texts) == 1 else hop


def _places(ground: Ground, node: str, link: URIRef) -> list[tuple[int, int]]:
    """Return where the words stand that a property points at, in text order: their IRIs tell."""
    found = (_PLACE.search(span) for span in ground.values(node, link))
    return sorted((int(place[1]), int(place[2])) for place in found if place)


def _own_place(ground: Ground, node: str) -> tuple[int, int] | None:
    start, end = ground.one(node, WS.start), ground.one(node, WS.end)
    return (int(start), int(end)) if start and end else None


def _stretch(ground: Ground, article: str | None, said: str | None, place: tuple[int, int] | None) -> str | None:
    """Return the text in which a content stands that little more than a cue divides: "the ship has allegedly sunk"."""
    if place is None or GAP not in (said or "") or place[1] - place[0] > len(said or "") + LITTLE:
        return None
    return " ".join((ground.one(article, WS.articleText) or "")[slice(*place)].split())


def _hedge_words(ground: Ground, hop: str, article: str | None) -> list[tuple[int, int, str]]:
    text = ground.one(article, WS.articleText) or ""
    return [(start, end, text[start:end]) for start, end in _places(ground, hop, WS.hedgeSpan)]


def _in_text(hop: Row) -> tuple[Any, ...]:
    start = hop["cue_start"] if hop["start"] is None else hop["start"]
    return hop["article"], start or 0, hop["end"] or 0, hop["chain"] or "", hop["id"]


def _by_cue(hop: Row) -> tuple[Any, ...]:
    places = (-1 if hop[key] is None else hop[key] for key in ("cue_start", "start", "end"))
    return hop["article"], *places, hop["source"] or "", hop["id"]


def _hedges(hops: list[Row]) -> Iterator[Row]:
    for hop in hops:
        for start, end, words in hop["hedges"]:
            yield {**hop, "hedge": words, "hedge_at": (start, end)}


def _innermost(hops: list[Row]) -> list[Row]:
    by_id = {hop["id"]: hop for hop in hops}
    around = {hop["parent"] for hop in hops}
    inner = (
        {**hop, "content": hop["in_full"] or hop["content"], "is_plain": _is_plain(hop, by_id)}
        for hop in hops
        if hop["id"] not in around
    )
    return sorted(inner, key=lambda hop: (hop["outlet"] or "", hop["published"] or "", *_in_text(hop)))


def _is_plain(hop: Row, by_id: dict[str, Row]) -> bool:
    """Tell whether every voice of a chain inside the outlet bears a name, and none disputes what the next one says."""
    while hop["parent"]:
        if hop["named"] != "true" or hop["stance"] in DISPUTING or hop["parent"] not in by_id:
            return False
        hop = by_id[hop["parent"]]
    return True


def _figures(ground: Ground, hops: list[Row]) -> Iterator[Row]:
    for hop in hops:
        for quantity in hop["quantities"]:
            yield {
                **hop,
                "measure": ground.one(quantity, WS.measure),
                "of": ground.one(quantity, WS.of),
                "text": ground.one(quantity, WS.words) or "",
                "low": _number(ground.one(quantity, SCHEMA.minValue)),
                "high": _number(ground.one(quantity, SCHEMA.maxValue)),
                "order": (
                    hop["article"],
                    *(_own_place(ground, quantity) or ()),
                    hop["source"] or "",
                    hop["id"],
                    quantity,
                ),
            }


def _work(ground: Ground, article: str) -> str:
    from whosays.graph import work  # noqa: PLC0415 - heavy, and the command line imports this module

    return work(article, ground.one(article, SCHEMA.url), ground.one(article, WS.path))


def _sources(ground: Ground, hops: list[Row]) -> Iterator[Row]:
    heard: dict[str, list[Row]] = {}
    for hop in hops:
        if hop["resolved"]:
            heard.setdefault(hop["resolved"], []).append(hop)
    for entity, its in heard.items():
        outlets = sorted({hop["outlet"] for hop in its if hop["outlet"]})
        yield {
            "id": entity,
            "entity": its[0]["entity"],
            "attributions": len(its),
            "articles": len({_work(ground, article) for article in {hop["of_article"] for hop in its}}),
            "outlets": len(outlets),
            "outlet_names": "; ".join(outlets),
            "untold": any(not hop["outlet"] for hop in its),
        }


def _origins(ground: Ground) -> Iterator[Row]:
    for iri in ground.subjects(WS.outletCount):
        counts = {name: int(ground.one(iri, link) or 0) for name, link in COUNTS.items()}
        names = sorted(ground.one(origin, SKOS.prefLabel) or NAMELESS for origin in ground.values(iri, WS.origin))
        which = BETWEEN.join(names) or None
        text = ground.one(iri, SCHEMA.text) or ""
        claims = ground.pointing(WS.expresses, iri)
        order = (-counts["articles"], -counts["outlets"], counts["origins"], text, iri)
        untold = any(ground.outlet(claim.partition("#")[0]) is None for claim in claims)
        yield {
            **counts,
            "text": text,
            "which": which,
            "order": order,
            "clause": _is_clause(ground, claims),
            "untold": untold,
        }


def _is_clause(ground: Ground, claims: list[str]) -> bool:
    """Tell whether one of some claims is a clause; of "800" and "the suit" nobody could tell what they say."""
    from whosays.graph import is_clause  # noqa: PLC0415 - heavy, and the command line imports this module

    return any(is_clause(ground.one(claim, WS.terms) or "") for claim in claims)


def _merges(ground: Ground) -> Iterator[Row]:
    for merge in ground.subjects(WS.status):
        name, other = ground.one(merge, WS.oneName) or "", ground.one(merge, WS.otherName) or ""
        status, score = ground.one(merge, WS.status), float(ground.one(merge, WS.score) or 0)
        yield {
            "status": status,
            "name": name,
            "other_name": other,
            "entity": ground.one(merge, WS.oneEntity, SKOS.prefLabel) or name,
            "order": (status, name.lower() == other.lower(), -score, name, other, merge),
        }


def _number(value: str | None) -> float | None:
    return None if value is None else float(value)


def _name(iri: str | None) -> str | None:
    return iri.partition("#")[2] if iri else None
