"""The questions for language models: asked through the protocol's own client."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.serve import Limits

mcp = pytest.importorskip("mcp", reason="the extra mcp is not installed")


def _ask(kg: Path, *asked: tuple[str, dict[str, Any]]) -> tuple[list[str], list[Any]]:
    """Start the server as a model's program does, and call its tools."""
    parameters = mcp.StdioServerParameters(command=sys.executable, args=["-m", "whosays", "mcp", "--kg", str(kg)])

    async def calls() -> tuple[list[str], list[Any]]:
        async with mcp.Client(parameters) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            return tools, [await client.call_tool(name, arguments) for name, arguments in asked]

    return anyio.run(calls)


def test_a_claim_is_traced_and_mistakes_are_told(kg: Path) -> None:
    """Who said it, in which words; a name that nobody has is told with the nearest; updates are refused."""
    tools, answers = _ask(
        kg,
        ("who_says_what", {"source": "Castellan", "most": 1}),
        ("ask", {"question": "figures", "params": {"measure": "flooded"}}),
        ("ask", {"question": "figurs"}),
        ("who_says_what", {"outlet": "Sarn Heralt"}),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}),
        ("sparql", {"query": "/etc/passwd"}),
        ("trace_claim", {"words": "flooded"}),
        ("ask", {"question": "versions"}),
    )
    assert set(tools) == {"trace_claim", "who_says_what", "questions", "ask", "sparql"}
    said, figures, misspelt, unknown, update, path, traced, nothing = answers
    assert json.loads(nothing.content[0].text)["why"].startswith("no article is there in two texts")
    found = json.loads(said.content[0].text)
    assert found["shown"] == 1
    assert found["found"] > 1
    assert found["rows"][0]["chain"].endswith("Mira Castellan")
    assert json.loads(figures.content[0].text)["found"] == 2
    for wrong, words in ((misspelt, "figures"), (unknown, "Sarn Herald"), (update, "only read"), (path, "no SPARQL")):
        assert wrong.is_error
        assert words in wrong.content[0].text
    assert not traced.is_error
    for claim in json.loads(traced.content[0].text)["claims"]:
        assert claim["independent_origins"] >= 1
        assert claim["said"]


def _told(number: int, outlet: str, published: str | None) -> ArticleRecord:
    text = f"Pier, {number}. Harbour master Ilse Brannock said that the night ferry had lost forty crates of salt."
    content = "the night ferry had lost forty crates of salt"
    who = entity(text, "e1", "Person", "Ilse Brannock", role="harbour master")
    said = hop(text, 0, "Harbour master Ilse Brannock", "said", content, entity="e1")
    return article_record(
        f"{number}.txt", text, outlet=outlet, published=published, entities=(who,), attributions=(said,)
    )


def test_a_claim_is_traced_to_the_first_day_and_its_origin(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """First is the earliest day; who has no date is named beside it, and all come from one origin."""
    from whosays.serve.mcp.jobs import trace  # noqa: PLC0415 - behind the skip

    graph = built(
        new_graph(), [_told(1, "Tern Times", "2031-05-02"), _told(2, "Quay Post", "2031-05-01"), _told(3, "Gull", None)]
    )
    told = json.loads(trace(graph, Limits(), "forty crates").body)
    assert (told["found"], told["shown"]) == (1, 1)
    (claim,) = told["claims"]
    assert (claim["first_day"], claim["first"]) == ("2031-05-01", ["Quay Post"])
    assert claim["without_date"] == ["3.txt"]
    assert (claim["independent_origins"], claim["origins"]) == (1, "Ilse Brannock")
    assert [row["outlet"] for row in claim["said"]] == ["Quay Post", "Tern Times", "Gull"]
    assert {row["text"] for row in claim["said"]} == {"the night ferry had lost forty crates of salt"}
