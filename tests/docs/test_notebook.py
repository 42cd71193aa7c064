"""The notebook: it is kept without outputs, it runs from beginning to end, and its prose cannot go stale."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from documenting.sentences import unaccounted

pytest.importorskip("nbclient", reason="the notebook's libraries are not installed")
notebooks = pytest.importorskip("documenting.notebooks", reason="the notebook's libraries are not installed")

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "explore.ipynb"
TEXT = NOTEBOOK.read_text(encoding="utf-8")
PROSE = "\n\n".join("".join(cell["source"]) for cell in json.loads(TEXT)["cells"] if cell["cell_type"] == "markdown")


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells after a run in an empty folder; nothing of it is written back."""
    cells: list[Any] = notebooks.executed(NOTEBOOK, tmp_path_factory.mktemp("notebook"))
    return cells


def shown(cells: list[Any], kind: str) -> list[str]:
    outputs = [output for cell in cells for output in cell.outputs]
    return [output.data[kind] for output in outputs if kind in output.get("data", {})]


def test_it_is_kept_without_outputs() -> None:
    """Nothing that a run printed, drew or counted is in the repository."""
    assert notebooks.cleared(TEXT) == TEXT
    assert TEXT.count('"cell_type": "code"') >= 8


def test_its_prose_tells_no_number_that_nobody_counts() -> None:
    """Every number in a sentence is counted by `documenting/sentences.py`, or listed there as an example."""
    assert unaccounted("notebooks/explore.ipynb", PROSE) == []


@pytest.mark.model
def test_it_tabulates_draws_and_shows_the_page(executed: list[Any]) -> None:
    """Tables with rows, two charts, the page in a frame, and nothing on standard error."""
    tables = [page for page in shown(executed, "text/html") if "<table" in page and "<iframe" not in page]
    frames = [page for page in shown(executed, "text/html") if "<iframe" in page]
    assert len(tables) >= 8
    assert all("<tbody>\n    <tr" in table for table in tables)
    assert len(shown(executed, "image/png")) == 2
    assert len(frames) == 1
    assert not [output for cell in executed for output in cell.outputs if output.get("name") == "stderr"]
    assert "added=20" in shown(executed, "text/plain")[0]


@pytest.mark.model
def test_its_prose_names_nobody_whom_its_cells_find(executed: list[Any]) -> None:
    """What became of somebody's name is for the cells to show: a sentence about it would stay when that changes."""
    tables = " ".join(shown(executed, "text/html"))
    named = set(re.findall(r"\b[A-Z]\w+(?: [A-Z]\w+)+", PROSE))
    assert [name for name in named if name in tables] == []
