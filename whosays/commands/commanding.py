"""What click does not do by itself: help that is a way in, paths as given, parameters as KEY=VALUE."""

from __future__ import annotations

import functools
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

import click

from whosays.serve import GIGABYTE, Limits

Command = TypeVar("Command", bound=Callable[..., Any])

FIRST_STEPS: Final = (
    ("whosays demo", "see it work on sample articles"),
    ("whosays build ARTICLES --kg kg", "read a folder of articles"),
    ("whosays query who-says-what --kg kg", "ask"),
    ("whosays view --kg kg --out page.html", "look at it in a browser"),
)
WIDEST: Final = 40  # of the first of two columns
GROUPS: Final = MappingProxyType(
    {
        "Read articles": ("demo", "build", "extract"),
        "Ask and look": ("query", "queries", "view", "serve", "mcp", "export", "bundle"),
        "Keep in order": ("review", "remove", "compact", "check", "doctor"),
    }
)


class Grouped(click.Group):
    """A group whose help is a way in: what to type first, then every command with those like it."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the first steps, the commands, and the options last."""
        with formatter.section("First steps"):
            formatter.write_dl(FIRST_STEPS, col_max=WIDEST)
        self.format_commands(ctx, formatter)
        with formatter.section("With any command"):
            formatter.write_dl([row for one in self.get_params(ctx) if (row := one.get_help_record(ctx))])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write every command under the heading of its group."""
        width = max(map(len, self.commands))
        for heading, names in GROUPS.items():
            with formatter.section(heading):
                formatter.write_dl([(f"{name:<{width}}", self._about(name)) for name in names])

    def _about(self, name: str) -> str:
        return self.commands[name].get_short_help_str(limit=200)


class Given(click.Path):
    """A path as a text, exactly as it was given; the empty one, which an unset variable gives, is refused."""

    def __init__(self, **kinds: Any) -> None:
        super().__init__(**kinds)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; a usage error where there is none."""
        if not value:
            self.fail("an empty path; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


_MANNERS: Final = {  # flags of any command; taken out before click sees them, so that they may stand anywhere
    "quiet": "Tell of errors alone.",
    "verbose": "Tell of every article, and what the program notes.",
    "json-logs": "Tell it in lines of JSON on standard error.",
    "progress": "Tell how far it is where no terminal is there, too.",
    "debug": "Show where an error arose.",
}


def with_manner(command: Command) -> Command:
    """Give the help of the whole program the flags that every command takes."""
    for name, meaning in reversed(_MANNERS.items()):
        command = click.option(f"--{name}", is_flag=True, expose_value=False, help=meaning)(command)
    return command


FILTERS: Final = {
    "outlet": "Only this outlet, by name.",
    "article": "Only articles with this in their path or URL.",
    "source": "Only chains in which this one speaks.",
    "entity": "Only chains in which this one speaks or is spoken of.",
    "content": "Only where the words attributed hold this.",
    "proposition": "Only this proposition, by IRI or, for view, the last part of it.",
    "since": "Only articles of this day or later (YYYY-MM-DD).",
    "until": "Only articles of this day or earlier (YYYY-MM-DD).",
}


def with_filters(command: Command) -> Command:
    """Give a command the filters as options, and ``--param KEY=VALUE`` that says the same; it gets them as one.

    The argument is ``params``, by name; what was not given is not in it.
    """

    @functools.wraps(command)
    def packed(*args: Any, given: tuple[str, ...], **options: Any) -> Any:
        named = {name: value for name in FILTERS if (value := options.pop(name)) is not None}
        said = keys_and_values((*given, *(f"{name}={value}" for name, value in named.items())))
        return command(*args, params=said, **options)

    for name, meaning in reversed(FILTERS.items()):
        packed = click.option(f"--{name}", metavar="TEXT", help=meaning)(packed)
    meaning = "The same, and what else narrows a question; repeatable.  Which of these it takes, whosays queries tells."
    param = click.option("--param", "given", multiple=True, metavar="KEY=VALUE", help=meaning)
    return cast("Command", param(packed))


def limited(*, seconds: int, rows: int, megabytes: int, memory: int) -> Callable[[Command], Command]:
    """Return what gives a command the options that limit a question, as one argument ``limits``."""

    def decorated(command: Command) -> Command:
        @functools.wraps(command)
        def packed(*args: Any, seconds: float, rows: int, megabytes: int, memory: float, **given: Any) -> Any:
            limits = Limits(seconds, rows, megabytes << 20, int(memory * GIGABYTE))
            return command(*args, limits=limits, **given)

        for option in (
            click.option("--memory", default=memory, type=click.FloatRange(0.1), show_default=True,
                         metavar="GB", help="Stop at more memory."),
            click.option("--megabytes", default=megabytes, type=click.IntRange(1), show_default=True,
                         metavar="MB", help="Stop at a longer answer."),
            click.option("--rows", default=rows, type=click.IntRange(1), show_default=True,
                         metavar="N", help="Stop at more rows."),
            click.option("--seconds", default=seconds, type=click.FloatRange(0.1), show_default=True,
                         metavar="N", help="Stop after so long."),
        ):  # fmt: skip
            packed = option(packed)
        return cast("Command", packed)

    return decorated


def keys_and_values(params: Iterable[str]) -> dict[str, str]:
    """Return parameters given as KEY=VALUE; a usage error for what is none, or one with two values."""
    given: dict[str, str] = {}
    for key, value in map(_key_and_value, params):
        if given.setdefault(key, value) != value:
            raise click.UsageError(f"--param {key}: takes one value; ask for each by itself")
    return given


def _key_and_value(param: str) -> tuple[str, str]:
    key, equals, value = param.partition("=")
    if not equals or not key:
        raise click.UsageError(f"--param {param}: give it as KEY=VALUE, for instance --param outlet=Courier")
    return key, value


def folder_option(instead: str) -> Callable[[Command], Command]:
    """Return what gives a command the option that names a graph's folder; ``instead`` is what ``--store`` is told."""

    def refused(context: click.Context, _: click.Parameter, given: str | None) -> None:
        if given is not None:
            raise click.UsageError(f"{context.info_name} needs the graph's folder (--kg DIR), not --store: {instead}")

    def decorated(command: Command) -> Command:
        store = click.option("--store", hidden=True, is_eager=True, expose_value=False, callback=refused)
        folder = click.option(
            "--kg", required=True, type=Given(path_type=Path), metavar="DIR", help="The folder of the graph."
        )
        return folder(store(command))

    return decorated


memory_option = click.option(
    "--in-memory", is_flag=True, help="Have every process load the whole graph: faster, some 600 bytes a quad each."
)

warm_option = click.option(
    "--warm/--no-warm", default=True, show_default=True, help="Answer what is asked most ahead of time, giving way."
)


def graph_option(command: Command) -> Command:
    """Give a command the options that name a graph, as one argument ``kg``: a folder's path, or an address."""

    @functools.wraps(command)
    def named(*args: Any, kg: Path | None, store: str | None, **given: Any) -> Any:
        if kg is not None and store is not None:
            raise click.UsageError("--kg and --store each name a graph; give one of them")
        if store is not None and not store.startswith(("http://", "https://")):
            raise click.UsageError(f"--store {store}: is no address; give it as http://HOST:PORT/sparql")
        if kg is None and store is None:
            raise click.UsageError("Missing option '--kg' (or '--store', where a server has the graph).")
        return command(*args, kg=kg or store, **given)

    for option in (
        click.option("--store", metavar="URL", help="Or the address of a SPARQL 1.1 server that has the graph."),
        click.option("--kg", type=Given(path_type=Path), metavar="DIR", help="The folder of the graph."),
    ):
        named = option(named)
    return cast("Command", named)


def naming(kg: Path | str) -> str:
    """Return the option that names a graph, as it is typed."""
    return f"{'--store' if isinstance(kg, str) else '--kg'} {shlex.quote(str(kg))}"


out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write here, not to the terminal.",
)
