"""Who is who on other people's texts, read where they lie beside the checkout."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from whosays.extract import extract
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.queries import run

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
CORPORA = ROOT.parent / "shared" / "corpora"


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("meantime", ROOT / "benchmarks" / "meantime.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.skipif(not (CORPORA / "MEANTIME").is_dir(), reason="../shared/corpora/MEANTIME is absent")
def test_meantime_is_resolved_better_than_by_equal_names() -> None:
    """B-cubed F across documents: at least .93, and 8 points above equality of names in the same run."""
    f = {line["system"]: line["f"] for line in _benchmark().scores(CORPORA / "MEANTIME")}
    assert f["whosays"] >= 0.93
    assert f["whosays"] - f["equal names"] >= 0.08


@pytest.mark.shared
@pytest.mark.model
@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is absent")
def test_two_spellings_of_a_lawmaker_in_the_seeds_are_one_person() -> None:
    """The articles that spell the lawmaker's given name in two ways speak of one entity."""
    with KnowledgeGraph.in_memory() as graph:
        for record in extract(sorted(SEEDS.glob("*.txt")), workers=1):
            assert isinstance(record, ArticleRecord)
            graph.add(record)
        graph.relate()
        table = run(graph.dataset, "spellings", {"type": "Person", "entity": "Lee"})
    column = dict(zip(table.columns, zip(*table.rows, strict=True), strict=True))
    spelt = {text for text in column["text"] if "-" in str(text)}
    assert len(spelt) >= 2
    assert len({entity for entity, text in zip(column["entity"], column["text"], strict=True) if text in spelt}) == 1
