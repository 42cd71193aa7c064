"""``python -m documenting``: run what the documents show and write what it prints into them.

Lines whose words no longer fit what their command prints are named and left as they are; then the exit status is 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CalledProcessError

from nbclient.exceptions import CellExecutionError

from documenting import arithmetic, bombs, curves
from documenting.consoles import ROOT, pages_with_commands, renewed_page
from documenting.notebooks import cleared, executed
from documenting.picture import draw
from documenting.reference import questions_page, vocabulary_page
from documenting.sentences import SENTENCES, counts, recounted
from training import card
from whosays.graph import GraphError

VOCABULARY, CATALOGUE = ROOT / "docs" / "ontology.md", ROOT / "docs" / "queries.md"


def main() -> int:
    """Bring every document up to date; return the exit status."""
    with tempfile.TemporaryDirectory() as name:
        troubles = list(renew(Path(name)))
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


def renew(folder: Path) -> Iterator[str]:
    """Renew the documents, each command run below ``folder``; yield what nobody but a writer can put right."""
    arithmetic.keep()
    for page in pages_with_commands():
        reader = folder / page.stem
        reader.mkdir()
        text, troubles = renewed_page(page.read_text(encoding="utf-8"), reader)
        _write(page, text)
        yield from (f"{page.relative_to(ROOT)}: {trouble}" for trouble in troubles)
    for page_, renewed_reference in ((VOCABULARY, vocabulary_page), (CATALOGUE, questions_page)):
        _write(page_, renewed_reference(page_.read_text(encoding="utf-8")))
    for tables in (curves, bombs):
        _write(tables.PAGE, tables.renewed(tables.PAGE.read_text(encoding="utf-8")))
    card.update(card.CARD, card.SHIPPED)
    yield from _tried("numbers in sentences", lambda: _recount(folder / "README"))
    for notebook in sorted(ROOT.glob("notebooks/*.ipynb")):
        yield from _tried(notebook.name, lambda notebook=notebook: _run(notebook, folder))  # type: ignore[misc]
    yield from _tried("the picture", lambda: draw(folder / "README" / "whosays-demo" / "page.html"))


def _tried(name: str, step: Callable[[], None]) -> Iterator[str]:
    try:
        step()
    except (OSError, ValueError, CellExecutionError, CalledProcessError, GraphError) as trouble:
        yield f"{name}: {trouble}"


def _recount(reader: Path) -> None:
    numbers = counts(reader)
    for name in sorted({name for name, _ in SENTENCES}):
        _write(ROOT / name, recounted(name, (ROOT / name).read_text(encoding="utf-8"), numbers))


def _run(notebook: Path, folder: Path) -> None:
    executed(notebook, folder)
    _write(notebook, cleared(notebook.read_text(encoding="utf-8")))


def _write(page: Path, text: str) -> None:
    if page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8", newline="\n")
        print(page.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
