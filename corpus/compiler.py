"""The marked articles in, the articles and their gold out: ``python -m corpus.compiler``.

Nobody counts characters by hand: offsets come out of the marks, and a test fails when the compiled files are stale.
"""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.markup import Mark, MarkupError, parse
from corpus.quotes import quote_type
from whosays.demo import sample_articles

HERE = Path(__file__).parent
FOLDERS = {"gold": HERE / "gold", "articles": sample_articles()[0].parent}  # where compiled files go
FENCE = "+++\n"
STANCES = ("reports", "asserts", "confirms", "denies", "doubts", "unverified", "noComment")
CERTAINTIES = ("certain", "probable", "expected", "possible", "unspecified", "alleged")
QUOTES = ("direct", "indirect", "mixed")
METADATA = ("title", "outlet", "author", "wire", "published")
KNOWN = {"event", "file", *METADATA, "entities", "stance", "certainty", "quote", "claims", "figures"}
_SLOT = re.compile(r"\{\{ (title|\d+)(-)?(\d+)? \}\}")

Table = dict[str, Any]


def compile_corpus(marked: Path) -> dict[str, str]:
    """Return the text of every compiled file by its folder and name.

    Raises ``MarkupError`` naming the article and what is wrong with it.
    """
    who = tomllib.loads((marked / "who.toml").read_text(encoding="utf-8"))
    relations = tomllib.loads((marked / "relations.toml").read_text(encoding="utf-8"))
    files: dict[str, str] = {}
    rows = []
    for path in sorted(marked.glob("*.marked")):
        try:
            row, text = compile_article(path.read_text(encoding="utf-8"), who)
        except (MarkupError, KeyError, ValueError) as error:
            raise MarkupError(f"{path.name}: {error}") from error
        rows.append(row)
        files[f"gold/{row['file']}"] = text
        files[f"articles/{row['article']}"] = text if path.stem + ".txt" == row["article"] else _page(path, text)
    files["gold/gold.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    _check_relations(rows, relations)
    files["gold/relations.json"] = json.dumps(_relations(relations), ensure_ascii=False, indent=1) + "\n"
    return files


def compile_article(source: str, who: Table) -> tuple[Table, str]:
    """Return an article's line of ``gold.jsonl`` and its plain text.

    ``source`` is TOML between two lines of ``+++``, then the marked text; ``who`` the entities shared by articles.
    """
    _, header, marked = source.split(FENCE, 2)
    table = tomllib.loads(header)
    if unknown := table.keys() - KNOWN:
        raise MarkupError(f"unknown keys {sorted(unknown)}")
    text, marks = parse(marked if table["file"].endswith(".txt") else marked.rstrip())
    entities = {name: {"named": True} | entity for name, entity in who.items()}
    entities |= {name: {"named": False} | entity for name, entity in table.get("entities", {}).items()}
    attributions = _attributions(text, marks, table, entities)
    row = {"file": Path(table["file"]).stem + ".txt", "article": table["file"], "event": table["event"]}
    row |= {key: table.get(key) for key in METADATA}
    row["entities"] = list(_entities(marks, entities))
    row["attributions"] = attributions
    row["figures"] = _figures(marks, table.get("figures", {}), attributions)
    return row, text


def _attributions(text: str, marks: Iterable[Mark], table: Table, entities: Table) -> list[Table]:
    found: dict[str, dict[str, list[Mark]]] = {}
    for mark in marks:
        if mark.role in ("source", "cue", "content"):
            found.setdefault(mark.label, {}).setdefault(mark.role, []).append(mark)
    labels = sorted(found, key=_order)
    rows: list[Table] = []
    for label in labels:
        content = [[mark.start, mark.end] for mark in found[label].get("content", ())]
        source, cue = (_only(found[label].get(role, []), role, label) for role in ("source", "cue"))
        if not content or (cue is None and source is None):
            raise MarkupError(f"attribution {label} lacks its {'cue' if content else 'content'}")
        inside = labels.index(label[:-1]) if label[-1].isalpha() else None
        who = source.entity if source else None
        if source and who is None:
            raise MarkupError(f"the source of {label} names no entity")
        rows.append(
            {
                "id": len(rows),
                "label": label,
                "source": [source.start, source.end] if source else None,
                "entity": who,
                "cue": [cue.start, cue.end] if cue else None,
                "content": content,
                "inside": inside,
                "quote": _listed(table, "quote", label, QUOTES) or quote_type(text, [(s, e) for s, e in content]),
                "stance": _listed(table, "stance", label, STANCES) or "asserts",
                "certainty": _listed(table, "certainty", label, CERTAINTIES) or "certain",
                "chain": [
                    *(rows[inside]["chain"] if inside is not None else [table.get("outlet")]),
                    entities[who]["name"] if who else None,
                ],
                "proposition": _listed(table, "claims", label),
            }
        )
    _check_labels(table, set(labels))
    return rows


def _order(label: str) -> tuple[int, str]:
    number = re.match(r"\d+", label)
    return int(number[0]) if number else 0, label.lstrip("0123456789")


def _only(marks: list[Mark], role: str, label: str) -> Mark | None:
    if len(marks) > 1:
        raise MarkupError(f"attribution {label} has {len(marks)} spans for its {role}")
    return marks[0] if marks else None


def _listed(table: Table, key: str, label: str, allowed: Iterable[str] | None = None) -> str | None:
    listed = table.get(key, {})
    if allowed is not None and (unknown := listed.keys() - set(allowed)):
        raise MarkupError(f"unknown {key} {sorted(unknown)}")
    values = [value for value, labels in listed.items() if label in labels]
    if len(values) > 1:
        raise MarkupError(f"{label} has {len(values)} values under [{key}]")
    return values[0] if values else None


def _check_labels(table: Table, labels: set[str]) -> None:
    for key in ("stance", "certainty", "quote", "claims"):
        for value, listed in table.get(key, {}).items():
            if unknown := set(listed) - labels:
                raise MarkupError(f"[{key}] {value} lists unknown attributions {sorted(unknown)}")


def _entities(marks: Iterable[Mark], entities: Table) -> Iterator[Table]:
    mentions: dict[str, list[list[int]]] = {}
    for mark in marks:
        if mark.entity is not None:
            spans = mentions.setdefault(mark.entity, [])
            if [mark.start, mark.end] not in spans:
                spans.append([mark.start, mark.end])
    if unknown := mentions.keys() - entities.keys():
        raise MarkupError(f"nobody is called {sorted(unknown)}")
    for name, spans in mentions.items():
        entity = entities[name]
        yield {
            "id": name,
            "type": entity["type"],
            "name": entity["name"],
            "named": entity["named"],
            "mentions": spans,
            "role": entity.get("role"),
            "members": entity.get("members", []),
        }


def _figures(marks: Iterable[Mark], given: Table, attributions: list[Table]) -> list[Table]:
    spans = {mark.label: (mark.start, mark.end) for mark in marks if mark.role == "figure"}
    if spans.keys() != given.keys():
        raise MarkupError(f"figures marked and described differ: {sorted(spans.keys() ^ given.keys())}")
    return [
        {
            "label": label,
            "span": list(span),
            "low": given[label].get("low"),
            "high": given[label].get("high"),
            "approximate": given[label].get("approximate", False),
            "measure": given[label]["measure"],
            "of": given[label]["of"],
            "attribution": _holder(span, attributions),
        }
        for label, span in sorted(spans.items(), key=lambda item: item[1])
    ]


def _holder(span: tuple[int, int], attributions: list[Table]) -> int | None:
    """The innermost hop whose content holds the figure."""
    around = [row for row in attributions if any(s <= span[0] and span[1] <= e for s, e in row["content"])]
    return max(around, key=lambda row: len(row["chain"]))["id"] if around else None


def _page(path: Path, text: str) -> str:
    """Fill the shell beside a marked article: ``{{ title }}``, ``{{ 3 }}``, ``{{ 2-4 }}`` and ``{{ 5- }}``."""
    paragraphs = text.split("\n\n")

    def fill(slot: re.Match[str]) -> str:
        first, dash, last = slot.groups()
        if first == "title":
            return html.escape(paragraphs[0], quote=True)
        stop = int(last) if last else len(paragraphs) if dash else int(first)
        return "\n".join(f"<p>{html.escape(p, quote=False)}</p>" for p in paragraphs[int(first) - 1 : stop])

    return _SLOT.sub(fill, path.with_suffix(".shell.html").read_text(encoding="utf-8"))


def _relations(data: Table) -> Table:
    propositions = [{"id": name, **fields} for name, fields in data["propositions"].items()]
    return {"propositions": propositions, "figures": data["figures"], "copies": data["copies"]}


def _check_relations(rows: list[Table], data: Table) -> None:
    articles = {Path(row["article"]).stem for row in rows}
    figures = {f"{Path(row['article']).stem}#{figure['label']}" for row in rows for figure in row["figures"]}
    used = {a["proposition"] for row in rows for a in row["attributions"]} - {None}
    if differing := used ^ data["propositions"].keys():
        raise MarkupError(f"claims in articles and propositions differ: {sorted(differing)}")
    if unknown := {name for pair in data["figures"] for name in pair["pair"]} - figures:
        raise MarkupError(f"relations.toml: no such figures {sorted(unknown)}")
    if unknown := {copy[key] for copy in data["copies"] for key in ("copy", "original")} - articles:
        raise MarkupError(f"relations.toml: no such articles {sorted(unknown)}")


def main() -> None:
    """Write the compiled files where they belong and remove what no marked article makes any more."""
    files = compile_corpus(HERE / "marked")
    for name, folder in FOLDERS.items():
        for stale in folder.iterdir():
            if f"{name}/{stale.name}" not in files:
                stale.unlink()
    for path, text in files.items():
        name, _, file = path.partition("/")
        (FOLDERS[name] / file).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
