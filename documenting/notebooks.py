"""The notebooks: run from beginning to end, and kept without what a run printed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from traitlets.config import Config

SECONDS = 300


def executed(path: Path, folder: Path) -> list[Any]:
    """Return the code cells of a notebook after a run in ``folder``; nothing of it is written back."""
    notebook = nbformat.read(path, as_version=4)
    places = {"metadata": {"path": str(folder)}}
    with tempfile.TemporaryDirectory() as sockets:  # so that no port is opened for the kernel
        config = Config({"KernelManager": {"transport": "ipc", "ip": str(Path(sockets, "kernel"))}})
        nbclient.NotebookClient(notebook, timeout=SECONDS, resources=places, config=config).execute()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def cleared(text: str) -> str:
    """Return the JSON of a notebook without outputs, in the layout that notebooks are kept in."""
    notebook = nbformat.reads(text, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"
