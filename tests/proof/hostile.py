"""A thousand texts that want to be something else, through every output: none is obeyed, each is found again."""

# ruff: noqa: E501 - texts of others, as they come

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from typing import Any, Final

import pyoxigraph
from lxml import etree  # type: ignore[import-untyped]
from markdown_it import MarkdownIt

from tests.record_builder import article_record, built, entity
from whosays.exporting import export
from whosays.extract.records import ArticleRecord, Attribution
from whosays.graph import KnowledgeGraph
from whosays.graph.rdf import one_line, storable
from whosays.graph.view import draw, gather
from whosays.ontology import SCHEMA, WS
from whosays.queries import QueryError, render, run

RUN: Final = "document.documentElement.dataset.pwned=1"
WANTS: Final = (
    f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f'<img src=x onerror="{RUN}">', f'"><svg onload={RUN}>',
    f"javascript:{RUN}", f"' onmouseover='{RUN}' x='", "<!-- -->", "<![CDATA[ x ]]>", "]]>", "&lt;b&gt;&#0;&amp;", "{{ 7*7 }}",
    "{% raw %}", "${7*7}", f"<iframe srcdoc='<script>{RUN}</script>'>", "<base href=//evil.example>", "<style>*{display:none}",
    '" } } ; DROP ALL ; #', "' . ?s ?p ?o . FILTER('' = '", "> <urn:x> <urn:y> <urn:z> .", "\\u0022 } INSERT DATA {", "\\",
    'x" UNION { ?s ?p ?o } #', "SERVICE <http://evil.example/> {}", "a|b|c", "| --- |", "`code`", "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)", "**bold** _it_ ~~no~~", "# heading", "> quote", "1. one", "- item", "<http://evil.example>",
    "http://evil.example/a b", "=HYPERLINK(\"http://evil.example\",\"x\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1",
    "'=1", "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07", "\x9b2J", "\x08\x08\x7f", "\r\n",
    "a\rb", "a\u2028b\u2029c", "\u202etxet\u202c", "\u2066x\u2069", "zero\u200bwidth\ufeff", "\x00", "\x01\x02\x1f", "\ud800lone",
    "\ufffe\uffff", "😀🏴", "e\u0301 é", "ﷺ" * 3, "%00%0a%0d", "../../etc/passwd", "file:///etc/passwd", "data:text/html,x",
    '"quoted, with; commas"', "'; DROP TABLE articles; --", '","x":"y', "\\u0000\\n", "null", "true", "NaN", "1e999", "__proto__",
    "constructor", "_:b0", "<urn:a>", '"x"@en', '"1"^^<urn:t>', "graph/x#y?z", "&#x3c;script&#x3e;", "<!ENTITY x SYSTEM 'file:///x'>",
    "&xxe;", "<?xml version='1.0'?>", "<data key='d0'>x</data>", "Ö" * 300,
)  # fmt: skip
Trial = Callable[[KnowledgeGraph, Sequence[str], Path], Iterator[str]]


def texts(count: int) -> list[str]:
    """Return so many different hostile texts: each by itself, then two or three of them around plain words."""
    chance, found = Random("hostile"), dict.fromkeys(f"Say {want} so" for want in WANTS)
    found |= dict.fromkeys(f"{want} said" for want in WANTS)
    while len(found) < count:
        found[f" {chance.choice(('', 'or', 'Vask'))} ".join(chance.choices(WANTS, k=chance.randint(2, 3)))] = None
    return list(found)[:count]


def graph_of(hostile: Sequence[str]) -> KnowledgeGraph:
    """Return a graph with an article for each text, which stands wherever an article's words can."""
    return built(KnowledgeGraph.in_memory(), map(_record, range(len(hostile)), hostile))


def _record(number: int, words: str) -> ArticleRecord:
    text = f"{words} said {words} is so."
    source, cue = (0, len(words)), (len(words) + 1, len(words) + 5)
    content = (cue[1] + 1, cue[1] + 1 + len(words))
    hop = Attribution(0, source, "e0", (cue,), (content,), None, "direct", "denies", "certain", 1, cue_lemma=words)
    return article_record(
        f"{number}/{words}", text, title=words, url=f"https://x.example/{number}?{words}", outlet=words, author=words,
        wire=words, published="2026-03-04", language="en", attributions=(hop,),
        entities=(entity(text, "e0", "Person", words, source, role=words),),
    )  # fmt: skip


def rdf(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:
    """N-Quads, TriG and JSON-LD are read by another reader, and have what was said, and every title in a line."""
    wanted, titles = Counter(map(storable, hostile)), Counter(map(one_line, hostile))
    kinds = {
        "nquads": pyoxigraph.RdfFormat.N_QUADS,
        "trig": pyoxigraph.RdfFormat.TRIG,
        "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    }
    for form, kind in kinds.items():
        export(graph, form, folder / form)
        quads = list(pyoxigraph.parse((folder / form).read_bytes(), kind))
        for what, link in ((wanted, WS.content), (titles, SCHEMA.headline)):
            yield from _missing(form, what, Counter(q.object.value for q in quads if q.predicate.value == str(link)))


def tables(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:
    """CSV, TSV, JSON, JSON Lines, Parquet and SQLite have what was said; no cell of the CSV is a formula."""
    wanted, table = Counter(map(storable, hostile)), run(graph.dataset, "attributions")
    at = table.columns.index("content")
    rows = list(csv.reader(io.StringIO(render(table, "csv"), newline="")))[1:]
    if formulas := [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]:
        yield f"csv: formulas {formulas[:3]}"
    yield from _missing("csv", wanted, Counter(_of_csv(row[at]) for row in rows))
    lines = render(table, "tsv").removesuffix("\n").split("\n")[1:]
    yield from _missing("tsv", wanted, Counter(_of_tsv(line.split("\t")[at]) for line in lines))
    yield from _missing("json", wanted, Counter(row["content"] for row in json.loads(render(table, "json"))))
    jsonl = render(table, "jsonl").removesuffix("\n").split("\n")
    yield from _missing("jsonl", wanted, Counter(json.loads(line)["content"] for line in jsonl))
    yield from _missing("parquet", wanted, _in_parquet(graph, folder))
    export(graph, "sqlite", folder / "a.sqlite")
    with sqlite3.connect(folder / "a.sqlite") as connection:
        yield from _missing(
            "sqlite", wanted, Counter(row[0] for row in connection.execute("SELECT content FROM attributions"))
        )
    connection.close()


def _in_parquet(graph: KnowledgeGraph, folder: Path) -> Counter[str]:
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    export(graph, "parquet", folder / "a.parquet")
    return Counter(pq.read_table(folder / "a.parquet").column("content").to_pylist())


def _of_csv(cell: str) -> str:
    """Return a cell without the mark before a formula."""
    return cell[1:] if re.match("'+[=+@\t\r-]", cell) else cell


def _of_tsv(cell: str) -> str:
    plain = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda found: plain[found[1]], cell)


def terminal(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:  # noqa: ARG001
    """Nothing that steers a terminal is printed, in no width; records have every title, made visible."""
    table = run(graph.dataset, "articles")
    for form, width in (("table", 80), ("table", 300), ("record", 100)):
        shown = render(table, form, width)
        steering = {
            char for char in shown if char != "\n" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        }
        if steering:
            yield f"{form}: {steering!r} is printed"
    rows = shown.count("\n- ") + 1
    if rows != len(hostile):
        yield f"record: {rows} of {len(hostile)}"


def markdown(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:  # noqa: ARG001
    """As a page the Markdown is a table of texts: no link, no image, no element of theirs, a row each."""
    page = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(render(run(graph.dataset, "articles"), "markdown"))
    )
    tags = Counter(tag for tag, _ in _elements(page))
    if others := set(tags) - {"table", "thead", "tbody", "tr", "th", "td", "em", "strong", "s", "del"}:
        yield f"markdown: elements {others}"
    if tags["tr"] != len(hostile) + 1:
        yield f"markdown: {tags['tr'] - 1} rows of {len(hostile)}"
    if tags["td"] != len(hostile) * tags["th"]:
        yield f"markdown: {tags['td']} cells in {len(hostile)} rows of {tags['th']}"


def networks(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:
    """GraphML and GEXF are XML without entities, and have a node with what was said, as XML can hold it."""
    wanted = {_in_xml(storable(text)) for text in hostile}
    for form, path in (("graphml", ".//{*}data"), ("gexf", ".//{*}node")):
        export(graph, form, folder / form)
        root = etree.fromstring((folder / form).read_bytes(), etree.XMLParser(resolve_entities=False, huge_tree=True))
        found = {_in_xml(element.get("label") or element.text or "") for element in root.iterfind(path)}
        if missing := wanted - found:
            yield f"{form}: {len(missing)} are missing, as {sorted(missing)[0]!r}"


def _in_xml(text: str) -> str:
    """Return a text with the line ends of XML, and without what no XML file may hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)


def page(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:
    """The page has the elements of a page of harmless texts; the texts are data in it."""
    shown = draw(gather(graph.dataset), asked=hostile[0]).generate_html()
    tame = draw(gather(graph_of(["Vask", "Noll"]).dataset), asked="Vask").generate_html()
    (folder / "page.html").write_text(shown, "utf-8", errors="replace")
    if [tag for tag, _ in _elements(shown)] != [tag for tag, _ in _elements(tame)]:
        yield "page: other elements than in a page of harmless texts"
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', shown, re.DOTALL)
    data = json.dumps(json.loads(found[1]) if found else None, ensure_ascii=False)
    titles = {json.dumps(one_line(text), ensure_ascii=False)[1:-1] for text in hostile if len(text) < 300}
    if missing := [text for text in titles if text not in data]:
        yield f"page: {len(missing)} are missing, as {missing[0]!r}"


def questions(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:  # noqa: ARG001
    """As a parameter of a question a text is a name: it finds its own articles and no others."""
    for text in hostile[:: max(1, len(hostile) // 40)]:
        try:
            rows = run(graph.dataset, "articles", {"article": f"{hostile.index(text)}/{text}"}).rows
        except QueryError as error:
            if "escape" not in str(error):
                yield f"a question about {text!r}: {error}"
            continue
        if len(rows) != 1:
            yield f"a question about {text!r} has {len(rows)} rows"


def removal(graph: KnowledgeGraph, hostile: Sequence[str], folder: Path) -> Iterator[str]:  # noqa: ARG001
    """Each article is found by its path, and goes alone."""
    for number in range(0, len(hostile), max(1, len(hostile) // 40)):
        if (gone := graph.remove(f"{number}/{hostile[number]}")) != 1:
            yield f"{gone} articles went by the path of {hostile[number]!r}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def _elements(text: str) -> list[tuple[str, Any]]:
    reader = _Reader()
    reader.feed(text)
    return reader.found


def _missing(form: str, wanted: Counter[str], found: Counter[str]) -> Iterator[str]:
    if missing := wanted - found:
        yield f"{form}: {missing.total()} are missing or other, as {next(iter(missing))!r}"


TRIALS: Final[dict[str, Trial]] = {
    "rdf": rdf,
    "tables": tables,
    "terminal": terminal,
    "markdown": markdown,
    "networks": networks,
    "page": page,
    "questions": questions,
    "removal": removal,
}


def tried(count: int, folder: Path) -> dict[str, Any]:
    """Send so many texts through every output and return what was found wrong."""
    hostile = texts(count)
    with graph_of(hostile) as graph:
        return {"texts": len(hostile), **{name: list(trial(graph, hostile, folder)) for name, trial in TRIALS.items()}}
