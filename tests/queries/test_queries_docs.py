"""docs/queries.md: it lists the catalogue as it is, and what it shows runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.articles import DISPUTE
from whosays.ontology import labels
from whosays.queries import Query, catalogue, grouped, run

PAGE = Path(__file__).parents[2].joinpath("docs", "queries.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
OWN_WORDS = {"reversed", "retracted"}  # kinds of change that one voice makes
KINDS = {"wire-copies": "reuseKinds", "changes": "changeKinds", "reversals": "changeKinds"}
SCHEMES = {"stance": "stances", "certainty": "certainties", "relation": "figureRelations"}


def record() -> ArticleRecord:
    text = "“It holds,” Ana Brodo said.\n"
    return article_record(
        "dam.txt",
        text,
        outlet="Harbour Courier",
        entities=(entity(text, "e1", "Person", "Ana Brodo"),),
        attributions=(hop(text, 0, "Ana Brodo", "said", "“It holds,”", entity="e1", quote="direct"),),
    )


def test_the_page_lists_exactly_the_catalogue() -> None:
    """There is a section for each question, in order, with all that its header tells."""
    assert re.findall(r"^### `([\w-]+)`$", PAGE, re.MULTILINE) == list(catalogue())
    for query in catalogue().values():
        section = PAGE.partition(f"### `{query.name}`\n")[2].partition("\n## ")[0].partition("\n### ")[0]
        assert query.question in section
        listed = re.findall(r"^- `(\w+)` \(.*?\): (.*)$", section, re.MULTILINE)
        assert listed == [(parameter.name, parameter.meaning) for parameter in query.parameters]
        assert "Columns: " + ", ".join(f"`{column.name}`" for column in query.columns) + "." in section


def test_the_page_groups_the_catalogue() -> None:
    """Each question stands in one group, which its header names."""
    rows = re.findall(r"^\| ([\w, ]+) \| (`[\w-]+`(?:, `[\w-]+`)*) \|$", PAGE, re.MULTILINE)
    told = {name: group for group, names in rows for name in re.findall(r"`([\w-]+)`", names)}
    assert told == {query.name: query.group for query in catalogue().values()}
    assert [group for group, _ in rows] == list(grouped())


@pytest.mark.parametrize("text", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_queries_on_the_page_run(text: str, tmp_path: Path) -> None:
    """Every example finds something, the same in both engines."""
    file = tmp_path / "mine.rq"
    file.write_text(text, encoding="utf-8")
    with KnowledgeGraph.in_memory() as memory, KnowledgeGraph.open(tmp_path / "kg", create=True) as disk:
        answers = [run(built(graph, [record()]).dataset, file) for graph in (memory, disk)]
    assert answers[0] == answers[1]
    assert answers[0].rows


def test_the_commands_on_the_page_ask_what_there_is() -> None:
    """Every `whosays query` line names a question and parameters that it takes."""
    lines = re.findall(r"^whosays query (\S+)(.*)$", PAGE, re.MULTILINE)
    assert len(lines) >= 4
    for name, rest in lines:
        taken = {p.name for p in catalogue()[name].parameters} if name in catalogue() else set()
        assert name in catalogue() or name.endswith(".rq")
        assert set(re.findall(r"--param (\w+)=", rest)) <= taken


@pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)
def test_what_may_be_asked_for_is_what_the_ontology_has(query: Query) -> None:
    """A header lists the concepts of a scheme; one that leaves some out says of which it asks."""
    for parameter in query.parameters:
        kinds = {"kind": KINDS.get(query.name, "kinds")}
        if parameter.name in SCHEMES | kinds:
            concepts = set(labels((SCHEMES | kinds)[parameter.name]))
            told = set(parameter.choices)
            some = {"conflicts": DISPUTE, "changes": concepts - OWN_WORDS, "reversals": OWN_WORDS}
            assert told == some.get(query.name, concepts)
