"""``whosays review``: which names were joined or might be, why, and a person's last word on it."""
# ruff: noqa: PLC0415 - heavy libraries wait for the command that needs them

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from whosays.commands.commanding import folder_option
from whosays.errors import printable
from whosays.terminal import emit

if TYPE_CHECKING:
    from whosays.graph import KnowledgeGraph, Merge, Verdict

ACTIONS: Final = ("list", "ask", "accept", "reject", "undo", "split", "together", "apart")
STATUSES: Final = ("merged", "proposed", "held apart", "accepted", "rejected")
_STORIES: Final[dict[str, Verdict]] = {"together": "accepted", "apart": "rejected"}
_VERDICTS: Final[dict[str, Verdict | None]] = {"accept": "accepted", "reject": "rejected", "undo": None}


@click.command()
@click.argument("action", type=click.Choice(ACTIONS), default="list")
@click.argument("what", nargs=-1, metavar="[ID...]")
@folder_option("judgements are kept there; build the same articles into a folder and decide on that")
@click.option("--status", type=click.Choice(STATUSES), help="List only these.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def review(action: str, what: tuple[str, ...], kg: Path, status: str | None, form: str) -> None:
    """List merges of names with their reasons, or decide on them.

    ACTION is list (the default), accept ID..., reject ID..., undo ID..., ask (one proposal after the other), or split
    NAME ARTICLE: who bears the name in that article is somebody else.  Of stories: together ARTICLE ARTICLE puts two
    articles into one, apart ARTICLE ARTICLE holds them apart.  Decisions are kept in judgements.tsv in the graph's
    folder; rebuilding changes nothing about them.
    """
    from whosays.graph import KnowledgeGraph

    _check(action, what)
    with KnowledgeGraph.open(kg, read_only=action == "list") as graph:
        if action in _STORIES:
            _judge_story(graph, action, what, form)
            return
        decided = _decide(graph, action, what)
        _show(graph, decided, status, form)


def _check(action: str, what: tuple[str, ...]) -> None:
    if action in _VERDICTS and not what:
        raise click.UsageError(f"review {action}: which? give one id or several, as `whosays review` lists them")
    if action == "split" and len(what) != len(("NAME", "ARTICLE")):
        raise click.UsageError("review split: give a name and an article, in quotation marks if need be")
    if action in _STORIES and len(what) != len(("ARTICLE", "ARTICLE")):
        raise click.UsageError(f"review {action}: give two articles, by path or URL")
    if action in ("list", "ask") and what:
        raise click.UsageError(f"review {action}: takes no ids")


def _judge_story(graph: KnowledgeGraph, action: str, what: tuple[str, ...], form: str) -> None:
    """Put two articles into one story or hold them apart, and say what to undo it by."""
    from whosays.graph import judge_story

    made = judge_story(graph, what[0], what[1], _STORIES[action])
    row = {"id": made, "status": action, "articles": list(what)}
    text = f"{made} {action} {printable(what[0])} = {printable(what[1])}\n"
    emit(json.dumps([row], ensure_ascii=False, indent=1) + "\n" if form == "json" else text)


def _decide(graph: KnowledgeGraph, action: str, what: tuple[str, ...]) -> frozenset[str] | None:
    """Do what was asked for; return the ids that it was about, ``None`` for all."""
    from whosays.graph import judge_merge, split_off

    if action == "list":
        return None
    if action == "ask":
        return frozenset(_ask(graph))
    if action == "split":
        return frozenset({split_off(graph, *what)})
    for merge in what:
        judge_merge(graph, merge, _VERDICTS[action])
    return frozenset(what)


def _ask(graph: KnowledgeGraph) -> list[str]:
    """Ask about each proposal on the terminal; return the ids that were decided."""
    from whosays.graph import judge_merge, merges

    decided = []
    for merge in merges(graph):
        if merge.status == "proposed":
            emit(_line(merge))
            answer = click.prompt("one and the same?", type=click.Choice(("yes", "no", "skip", "stop")), default="skip")
            if answer == "stop":
                break
            if answer != "skip":
                judge_merge(graph, merge.id, "accepted" if answer == "yes" else "rejected")
                decided.append(merge.id)
    return decided


def _show(graph: KnowledgeGraph, about: frozenset[str] | None, status: str | None, form: str) -> None:
    from whosays.graph import merges

    shown = [m for m in merges(graph) if (about is None or m.id in about) and status in (None, m.status)]
    if form == "json":
        emit(json.dumps([_row(merge) for merge in shown], ensure_ascii=False, indent=1) + "\n")
    elif shown:
        emit("".join(map(_line, shown)))
    else:
        emit("nothing is known of it now\n" if about else "no names were joined or might be\n")


def _row(merge: Merge) -> dict[str, object]:
    return {
        "id": merge.id,
        "status": merge.status,
        "score": merge.score,
        "names": list(merge.names),
        "reasons": merge.because.split("; "),
    }


def _line(merge: Merge) -> str:
    head = f"{merge.id} {merge.status} {merge.score:.2f} {merge.names[0]} = {merge.names[1]}"
    return printable(head) + "\n" + "".join(f"    {printable(reason)}\n" for reason in merge.because.split("; "))
