"""Blocks of a page that show a command, or Python, and what it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from documenting.excerpts import MisfitError, renewed

ROOT = Path(__file__).parents[1]
COLUMNS = "110"  # of the terminal that the pages show
CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (?P<command>.*)\n(?P<shown>(?:(?!\$ ).*\n)*?)(?P<below>\n*)(?=\$ |\Z)", re.MULTILINE)
PYTHON = re.compile(r"^```python\n(?P<program>(?:(?!```).*\n)+)```\n\n```text\n(?P<shown>(?:(?!```).*\n)*)```$", re.M)


class FailedError(Exception):
    """A command of a page ended with an error."""


def renewed_page(page: str, folder: Path) -> tuple[str, list[str]]:
    """Return a page with what its commands print when they run in ``folder``, one after the other, and the troubles.

    A command that fails, or prints what the lines below it are no selection of, is a trouble; they stay as they are.
    """
    troubles: list[str] = []

    def renew_console(block: re.Match[str]) -> str:
        return COMMAND.sub(lambda part: _renewed_command(part, folder, troubles), block[0])

    def renew_python(block: re.Match[str]) -> str:
        command = [sys.executable, "-c", block["program"]]
        shown = _renewed("its Python", block["shown"], lambda: _printed(command, folder), troubles)
        return f"```python\n{block['program']}```\n\n```text\n{shown}```"

    page = CONSOLE.sub(renew_console, page)
    return PYTHON.sub(renew_python, page), troubles


def pages_with_commands() -> list[Path]:
    """Return the documents that show commands and what they print."""
    pages = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
    return [page for page in pages if shown_commands(page.read_text(encoding="utf-8"))]


def shown_commands(page: str) -> list[str]:
    """Return the commands of a page's console blocks."""
    return [
        line.removeprefix("$ ") for block in CONSOLE.findall(page) for line in block.split("\n") if line[:2] == "$ "
    ]


def _renewed_command(part: re.Match[str], folder: Path, troubles: list[str]) -> str:
    command = part["command"]
    shown = _renewed(command, part["shown"], lambda: run(command, folder), troubles)
    return f"$ {command}\n{shown}{part['below']}"


def _renewed(name: str, shown: str, printing: Callable[[], str], troubles: list[str]) -> str:
    try:
        return "".join(f"{line}\n" for line in renewed(shown.splitlines(), printing().splitlines()))
    except (MisfitError, FailedError) as trouble:
        troubles.append(f"{name}:\n  {trouble}")
        return shown


def run(command: str, folder: Path) -> str:
    """Return what a ``whosays`` command prints when somebody gives it in ``folder``; it is the one of this tree."""
    program, *arguments = shlex.split(command)
    if program != "whosays":
        raise FailedError("only whosays is run")
    return _printed([sys.executable, "-m", "whosays", *arguments], folder)


def _printed(command: Sequence[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": COLUMNS, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FailedError(done.stderr.strip())
    return done.stdout
