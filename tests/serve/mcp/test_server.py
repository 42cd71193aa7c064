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
        ("who_says_what", {"most": -1}),
        ("sparql_of", {"question": "denails"}),
        ("sparql_of", {"question": "denials"}),
        ("vocabulary", {}),
    )
    assert set(tools) == {
        *("trace_claim", "who_says_what", "questions", "ask", "sparql", "sparql_of", "vocabulary"),
    }
    said, figures, misspelt, unknown, update, path, traced, nothing, negative, other, example, terms = answers
    assert json.loads(nothing.content[0].text)["why"].startswith("no article is there in two texts")
    found = json.loads(said.content[0].text)
    assert found["shown"] == 1
    assert found["found"] > 1
    assert found["rows"][0]["chain"].endswith("Mira Castellan")
    assert json.loads(figures.content[0].text)["found"] == 2
    for wrong, words in (
        (misspelt, "did you mean figures?"),
        (unknown, "Sarn Herald"),
        (update, "only read"),
        (path, "no SPARQL"),
        (negative, "most is -1"),
        (other, "did you mean denials?"),
    ):
        assert wrong.is_error
        assert words in wrong.content[0].text
    assert not traced.is_error
    for claim in json.loads(traced.content[0].text)["claims"]:
        assert claim["independent_origins"] >= 1
        assert claim["said"]
    assert "SELECT" in json.loads(example.content[0].text)["sparql"]
    assert json.loads(terms.content[0].text)["terms"]["ws:cue"].startswith("The words that attribute")


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
    assert (claim["at_least"], claim["at_most"]) == (1, 1)
    assert claim["why"] == "told apart: Ilse Brannock"
    assert told["in_one_article"] == []


def test_a_claim_of_one_article_is_traced_to_it(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """What nobody else has is told with who says it; what several have is found by any of their wordings."""
    from whosays.serve.mcp.jobs import trace  # noqa: PLC0415 - behind the skip

    records = [_told(1, "Tern Times", "2031-05-02"), _told(2, "Quay Post", None)]
    graph = built(new_graph(), [*records, _alone("the lamp would not be lit again")])
    told = json.loads(trace(graph, Limits(), "Lamp would not").body)
    assert (told["claims"], told["found"], told["found_in_one_article"]) == ([], 0, 1)
    (row,) = told["in_one_article"]
    assert (row["outlet"], row["content"]) == ("Heron Herald", "the lamp would not be lit again")
    both = json.loads(trace(graph, Limits(), "the").body)
    assert (both["found"], both["found_in_one_article"]) == (1, 1)
    assert "try fewer" in json.loads(trace(graph, Limits(), "no such words").body)["why"]


def test_a_claim_is_found_by_the_words_of_any_article(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """One wording stands for all of a claim; who has another one is found by that."""
    from whosays.serve.mcp.jobs import trace  # noqa: PLC0415 - behind the skip

    graph = built(new_graph(), [_told(1, "Tern Times", None), _alone("the night ferry lost forty crates of salt")])
    for words in ("had lost forty", "ferry lost forty"):
        told = json.loads(trace(graph, Limits(), words).body)
        assert (told["found"], told["found_in_one_article"]) == (1, 0)
        assert len(told["claims"][0]["said"]) == 2


def _alone(content: str) -> ArticleRecord:
    text = f"Coast. Keeper Anders Vold said that {content}."
    who = entity(text, "e1", "Person", "Anders Vold", role="keeper")
    said = hop(text, 0, "Keeper Anders Vold", "said", content, entity="e1")
    return article_record("coast.txt", text, outlet="Heron Herald", entities=(who,), attributions=(said,))
