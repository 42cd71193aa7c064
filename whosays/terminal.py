"""What the command line prints on standard output, and how it words what went wrong."""

from __future__ import annotations

import json
from typing import Any

import click

from whosays.errors import in_one_line, printable


def emit(text: str) -> None:
    """Write to standard output at once, whatever the terminal's encoding."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


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
