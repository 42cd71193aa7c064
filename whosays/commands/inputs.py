"""The options that tell how articles are to be read, for every command that reads some."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from whosays.operating import say

if TYPE_CHECKING:
    from whosays.extract import Reading

Command = TypeVar("Command", bound=Callable[..., Any])
Read = TypeVar("Read")
_MOST_NAMED: Final = 5
_OPTIONS: Final = (
    click.option(
        "--map",
        "columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="Which column or key holds text, title, outlet, ... of tables and JSON; several between commas.",
    ),
    click.option("--outlet", metavar="NAME", help="Who published the articles; wins over what is read."),
    click.option("--published", metavar="DAY", help="When they were published; wins over what is read."),
    click.option("--url", metavar="URL", help="The address of the one article that is read."),
    click.option(
        "--facts",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="TABLE",
        help="A table of path, outlet, published, url ...: the same for each article by its path.",
    ),
    click.option(
        "--outlets",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="TABLE",
        help="Your own outlets: tab-separated name, domains, other_names ...; asked before the register.",
    ),
    click.option("--fetch", is_flag=True, help="Fetch web addresses: one request each, robots.txt obeyed."),
)


def with_reading(command: Command) -> Command:
    """Give a command the options of reading."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def reading_of(options: Mapping[str, Any]) -> Reading:
    """Return what the options say; a usage error where they cannot be meant so."""
    from whosays.extract import Facts, Reading, read_facts, read_own_outlets  # noqa: PLC0415 - heavy, as below

    told = {name: options[name] for name in ("outlet", "published", "url") if options[name]}
    return Reading(
        columns=_columns(options["columns"]),
        facts=_checked("", lambda: Facts.given(**told)) if told else None,
        by_path=_read("--facts", options["facts"], read_facts),
        outlets=_read("--outlets", options["outlets"], read_own_outlets),
        fetch=options["fetch"],
        tell=lambda text: say(text, "note", "info"),
    )


def checked_reading(paths: Sequence[str], options: Mapping[str, Any]) -> Reading:
    """Return what the options say; a usage error where it cannot be meant of all these inputs."""
    from whosays.extract import inputs_of  # noqa: PLC0415 - as above

    reading = reading_of(options)
    if options["url"] and (count := len(inputs_of(paths, reading))) > 1:
        raise click.UsageError(f"--url is the address of one article, and {count} files are given: use --facts TABLE")
    return reading


def tell_unmet(reading: Reading) -> None:
    """Tell which rows of a table of facts were about nothing that was read, and of dates that are hardly meant."""
    from whosays.lines import many, some  # noqa: PLC0415 - as above

    if (odd := reading.odd_days).count:
        articles = many(odd.count, "article")
        say(
            f"{articles} of a year that may be a slip, e.g. {odd.first}; --published or --facts tell it",
            "note",
            "warning",
        )
    if reading.by_path and (unmet := reading.by_path.unmet()):
        verb = "names" if len(unmet) == 1 else "name"
        named = some(unmet, _MOST_NAMED)
        say(
            f"{reading.by_path.table}: {many(len(unmet), 'row')} {verb} nothing that was read: {named}",
            "note",
            "warning",
        )


def _read(option: str, path: Path | None, read: Callable[[Path], Read]) -> Read | None:
    return None if path is None else _checked(f"{option} {path}: ", lambda: read(path))


def _checked(what: str, read: Callable[[], Read]) -> Read:
    """Return what is read; what is wrong with it is a usage error."""
    try:
        return read()
    except (ValueError, OSError) as error:
        raise click.UsageError(f"{what}{getattr(error, 'strerror', None) or error}") from error


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    from whosays.extract import FIELDS  # noqa: PLC0415 - as above

    mapping: dict[str, str] = {}
    for part in (part for value in given for part in value.split(",") if part.strip()):
        name, equals, column = (piece.strip() for piece in part.partition("="))
        if not equals or not column or name not in FIELDS:
            raise click.UsageError(f"--map {part.strip()}: give it as FIELD=COLUMN; fields are {', '.join(FIELDS)}")
        mapping[name] = column
    return mapping
