"""The options that tell how articles are to be read, for every command that reads some."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from whosays.terminal import say

if TYPE_CHECKING:
    from whosays.extract import Reading

Command = TypeVar("Command", bound=Callable[..., Any])
_OPTIONS: Final = (
    click.option(
        "--map",
        "columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="Which column or key holds text, title, outlet, ... of tables and JSON; several between commas.",
    ),
)


def with_reading(command: Command) -> Command:
    """Give a command the options of reading."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def reading_of(options: Mapping[str, Any]) -> Reading:
    """Return what the options say; a usage error where they cannot be meant so."""
    from whosays.extract import Reading  # noqa: PLC0415 - heavy, and --help passes through this module

    return Reading(columns=_columns(options["columns"]), tell=say)


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    from whosays.extract import FIELDS  # noqa: PLC0415 - as above

    mapping: dict[str, str] = {}
    for part in (part for value in given for part in value.split(",") if part.strip()):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column or name not in FIELDS:
            raise click.UsageError(f"--map {part.strip()}: give it as FIELD=COLUMN; fields are {', '.join(FIELDS)}")
        mapping[name] = column
    return mapping
