"""What the command line prints: answers on standard output, everything else on standard error, defects in one line."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from whosays.errors import in_one_line, printable


def emit(text: str) -> None:
    """Write to standard output at once, whatever the terminal's encoding."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def say(text: str) -> None:
    """Write one line for a person to standard error."""
    click.echo(f"whosays: {printable(text)}", err=True)


def json_line(data: dict[str, Any]) -> str:
    """Return one line; lone surrogates, which UTF-8 cannot hold, are written as JSON escapes."""
    line = json.dumps(data, ensure_ascii=False)
    broken = not line.isascii() and any("\ud800" <= char <= "\udfff" for char in line)
    return (json.dumps(data) if broken else line) + "\n"


def explained(error: Exception) -> str:
    """Return what to tell a person about an error, and where the help is."""
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else "whosays"
        return f"{printable(error.format_message())} (see {command} --help)"
    if isinstance(error, click.ClickException):
        return printable(error.format_message())
    return in_one_line(error)


@contextlib.contextmanager
def progress(paths: Sequence[str | Path]) -> Iterator[Callable[[str], None]]:
    """Show a bar on standard error while articles are read; nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from whosays.extract import list_inputs  # noqa: PLC0415 - heavy, and --help passes through this module

    with click.progressbar(length=len(list_inputs(paths)), label="reading", file=sys.stderr) as bar:
        done: set[str] = set()

        def advance(path: str) -> None:
            file = path.partition("#")[0]  # of a file that holds many articles the first one counts
            if file not in done:
                done.add(file)
                bar.update(1)

        yield advance
