"""Blocks of a page that show a command, or Python, and what it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from documenting.excerpts import MisfitError, renewed

ROOT = Path(__file__).parents[1]
COLUMNS = "110"  # of the terminal that the pages show
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(?P<program>(?:(?!```).*\n)+)```\n\n```text\n(?P<shown>(?:(?!```).*\n)*)```$", re.M)


class FailedError(Exception):
    """A command of a page ended with an error."""


def renewed_page(page: str, folder: Path) -> str:
    """Return a page with what its commands print when they run in ``folder``, one after the other.

    Raises ``MisfitError`` with the command whose output is another one, ``FailedError`` where one fails.
    """
    page = CONSOLE.sub(lambda block: _renewed_console(block[0], folder), page)
    return PYTHON.sub(lambda block: _renewed_python(block, folder), page)


def pages_with_commands() -> list[Path]:
    """Return the documents that show commands and what they print."""
    pages = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
    return [page for page in pages if shown_commands(page.read_text(encoding="utf-8"))]


def shown_commands(page: str) -> list[str]:
    """Return the commands of a page's console blocks."""
    return [
        line.removeprefix("$ ") for block in CONSOLE.findall(page) for line in block.split("\n") if line[:2] == "$ "
    ]


def _renewed_console(block: str, folder: Path) -> str:
    before, *parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
    lines = [before] if before else []
    for part in parts:
        command, *shown = part.rstrip("\n").split("\n")
        below = "\n" * (len(part) - len(part.rstrip("\n")) - 1)
        lines += [f"$ {command}\n", *_renewed(command, shown, run(command, folder)), below]
    return "".join(lines)


def _renewed_python(block: re.Match[str], folder: Path) -> str:
    printed = _printed([sys.executable, "-c", block["program"]], folder)
    lines = _renewed("the Python", block["shown"].splitlines(), printed)
    return f"```python\n{block['program']}```\n\n```text\n{''.join(lines)}```"


def _renewed(command: str, shown: list[str], printed: str) -> list[str]:
    try:
        return [f"{line}\n" for line in renewed(shown, printed.splitlines())]
    except MisfitError as misfit:
        raise MisfitError(f"{command}: {misfit}") from misfit


def run(command: str, folder: Path) -> str:
    """Return what a ``whosays`` command prints when somebody gives it in ``folder``; it is the one of this tree."""
    program, *arguments = shlex.split(command)
    if program != "whosays":
        raise FailedError(f"{command}: only whosays is run")
    return _printed([sys.executable, "-m", "whosays", *arguments], folder)


def _printed(command: Sequence[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": COLUMNS, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(f"{shlex.join(command)}: {done.stderr}")
    return done.stdout
