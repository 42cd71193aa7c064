"""Fixtures that several rooms' tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from whosays.cli import run
from whosays.graph import KnowledgeGraph


@pytest.fixture(params=["memory", "disk"])
def new_graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], KnowledgeGraph]]:
    """Yield what makes empty graphs, in rdflib's memory or on Oxigraph's disk; a test runs on both."""
    opened: list[KnowledgeGraph] = []

    def make() -> KnowledgeGraph:
        folder = tmp_path / f"kg{len(opened)}"
        disk = request.param == "disk"
        opened.append(KnowledgeGraph.open(folder, create=True) if disk else KnowledgeGraph.in_memory())
        return opened[-1]

    yield make
    for graph in opened:
        graph.close()


@pytest.fixture
def whosays(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return the command line as a function: from arguments to status, output and errors."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        status = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return call
