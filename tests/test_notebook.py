"""The notebook: it is kept without outputs, and it runs from beginning to end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebook's libraries are not installed")
nbclient = pytest.importorskip("nbclient", reason="the notebook's libraries are not installed")

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "explore.ipynb"


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells after a run in an empty folder; nothing of it is written back."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    folder = tmp_path_factory.mktemp("notebook")
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cells: list[Any], kind: str) -> list[str]:
    outputs = [output for cell in cells for output in cell.outputs]
    return [output.data[kind] for output in outputs if kind in output.get("data", {})]


def test_it_is_kept_without_outputs() -> None:
    """Nothing that a run printed, drew or counted is in the repository."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) >= 8
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


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
