"""The folder of a bundle: the claim, who says it in which words, the texts, their hashes, and what checks them."""
# ruff: noqa: PLC0415 - heavy libraries wait until something is asked

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whosays.errors import FrontDoorError

if TYPE_CHECKING:
    from whosays.graph import KnowledgeGraph


def bundle(kg: KnowledgeGraph, proposition: str, folder: Path) -> Path:
    """Write the evidence for a proposition, given by its IRI, into a new folder and return it.

    The same graph gives the same bytes.  Raises ``FrontDoorError`` where there is no such proposition, or the folder
    holds something.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FrontDoorError(f"{folder}: holds other files; give the bundle a folder of its own")
    claim = next(iter(_rows(kg, "origins", proposition=proposition)), None)
    if claim is None:
        raise FrontDoorError(f"no claim {proposition}; the question origins lists those of several articles")
    about = {row["article"]: row for row in _rows(kg, "articles")}
    said = _said(kg, proposition, {row["id"] for row in about.values()})
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir()
    articles = [_kept(kg, row, folder) for row in about.values() if row["id"] in {each["article"] for each in said}]
    evidence = {
        "claim": {name: claim[name] for name in ("proposition", "text", "origins", "which", "outlets", "disputed")},
        "counts": {"articles": len({each["article"] for each in said}), "said": len(said)},
        "articles": articles,
        "said": said,
    }
    text = json.dumps(evidence, ensure_ascii=False, indent=1) + "\n"
    (folder / "evidence.json").write_text(text, encoding="utf-8", newline="\n")
    (folder / "verify.py").write_bytes(files("whosays.bundle").joinpath("verify.py").read_bytes())
    _write_sums(folder)
    return folder


def _write_sums(folder: Path) -> None:
    """Write the hash of every file, as ``sha256sum`` does."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def _said(kg: KnowledgeGraph, proposition: str, articles: set[str]) -> list[dict[str, Any]]:
    claims = {row["claim"] for row in _rows(kg, "same-claim", proposition=proposition)}
    wanted = {iri.partition("#")[0] for iri in claims}
    spans = {iri: _spans(kg, iri) for iri in _of_claims(kg, claims)}
    rows = {row["id"]: row for row in _rows(kg, "attributions")}
    voices = _voices(kg)
    told = [rows[iri] | {"spans": found} for iri, found in spans.items() if iri in rows]
    kept = ("id", "outlet", "source", "entity", "stance", "certainty", "cue", "content", "published", "chain", "spans")
    return [
        {name: row[name] for name in kept} | {"article": row["id"].partition("#")[0], "voices": voices(row["id"])}
        for row in told
        if row["id"].partition("#")[0] in wanted & articles
    ]


def _voices(kg: KnowledgeGraph) -> Callable[[str], list[str]]:
    """Return what tells the voices of an attribution, from the outlet in.

    Each hop's chain goes on where that of the hop around it ends: a name may hold what chains are joined by.
    """
    from whosays.graph import JOINT, NO_OUTLET
    from whosays.ontology import WS

    parents, chains, outlets = (dict(kg.pairs(link)) for link in (WS.parent, WS.chain, WS.outlet))

    def voices(hop: str) -> list[str]:
        parent = parents.get(hop)
        outer = voices(parent) if parent in chains else [outlets.get(hop, NO_OUTLET)]
        inner = chains[hop].removeprefix(JOINT.join(outer)).removeprefix(JOINT)
        return [*outer, inner] if inner else outer

    return voices


def _of_claims(kg: KnowledgeGraph, claims: set[str]) -> list[str]:
    """Return the attributions that hold these claims, sorted."""
    from whosays.ontology import WS

    return sorted(hop for hop, claim in kg.pairs(WS.claim) if claim in claims)


def _spans(kg: KnowledgeGraph, attribution: str) -> list[dict[str, Any]]:
    rows = _rows(kg, "evidence", attribution=attribution)
    return [{"part": row["part"], "start": row["start"], "end": row["end"], "exact": row["text"]} for row in rows]


def _kept(kg: KnowledgeGraph, row: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Write the text of an article, exactly as offsets count it, and return what is told of it."""
    data = kg.read(row["id"]).text.encode("utf-8")
    name = f"texts/{row['id'].rpartition('/')[2]}.txt"
    (folder / name).write_bytes(data)
    kept = ("id", "article", "outlet", "wire", "published", "title", "url", "sha256")
    return {each: row[each] for each in kept} | {"text": name, "text_sha256": hashlib.sha256(data).hexdigest()}


def _rows(kg: KnowledgeGraph, question: str, **params: str) -> list[dict[str, Any]]:
    from whosays.queries import run

    table = run(kg.dataset, question, params)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
