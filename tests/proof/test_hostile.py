"""Hostile texts through every output, a few of the thousand that ``make chaos`` sends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proof.hostile import TRIALS, graph_of, texts
from whosays.graph import KnowledgeGraph

TEXTS = texts(120)


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with graph_of(TEXTS) as made:
        yield made


@pytest.mark.parametrize("output", TRIALS)
def test_nothing_is_obeyed_and_all_is_found_again(graph: KnowledgeGraph, output: str, tmp_path: Path) -> None:
    """In files of any format, on the terminal, on the page, as parameters: a text is a text."""
    assert list(TRIALS[output](graph, TEXTS, tmp_path)) == []


def test_there_are_a_thousand_of_them() -> None:
    """All are different, and each sort is among the first."""
    assert len(set(texts(1_000))) == 1_000
    assert texts(120) == texts(1_000)[:120]
