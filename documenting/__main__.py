"""``python -m documenting``: run what the documents show and write what it prints into them.

A page whose words no longer fit what its commands print is named, with the line, and left as it is; then the exit
status is 1.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from documenting.consoles import ROOT, FailedError, pages_with_commands, renewed_page
from documenting.excerpts import MisfitError
from documenting.notebooks import cleared, executed
from documenting.picture import PICTURE, chromium, draw
from documenting.sentences import SENTENCES, counts, recounted

README = ROOT / "README.md"


def main() -> int:
    """Bring every document up to date; return the exit status."""
    with tempfile.TemporaryDirectory() as name:
        troubles = list(renew(Path(name)))
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


def renew(folder: Path) -> Iterator[str]:
    """Renew the documents, each command run below ``folder``; yield what nobody but a writer can put right."""
    for page in pages_with_commands():
        reader = folder / page.stem
        reader.mkdir()
        try:
            _write(page, renewed_page(page.read_text(encoding="utf-8"), reader))
        except (MisfitError, FailedError) as trouble:
            yield f"{page.relative_to(ROOT)}: {trouble}"
    yield from _recount(folder / README.stem)
    for notebook in sorted(ROOT.glob("notebooks/*.ipynb")):
        executed(notebook, folder)
        _write(notebook, cleared(notebook.read_text(encoding="utf-8")))
    if chromium():
        draw(folder / README.stem / "whosays-demo" / "page.html")
    else:
        yield f"{PICTURE.relative_to(ROOT)}: not drawn, as there is no chromium"


def _recount(reader: Path) -> Iterator[str]:
    numbers = counts(reader)
    for name in sorted({name for name, _ in SENTENCES}):
        page = ROOT / name
        try:
            _write(page, recounted(name, page.read_text(encoding="utf-8"), numbers))
        except ValueError as trouble:
            yield str(trouble)


def _write(page: Path, text: str) -> None:
    if page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8", newline="\n")
        print(page.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
