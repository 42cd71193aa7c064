"""What ails the folder of a graph, without changing anything in it: each thing looked at, and what to do where it ails.

Three states: ok, note (it works, and one should know), problem (something will not work).
"""

from __future__ import annotations

import os
import shlex
import shutil
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from rdflib import PROV

from whosays.graph.errors import GraphError
from whosays.graph.incremental import DERIVED_FILES, related
from whosays.graph.rdf import inner_store
from whosays.graph.resolution import JUDGEMENTS, load
from whosays.graph.store import folder, snapshot
from whosays.graph.store.compaction import loose
from whosays.graph.store.knowledge_graph import KnowledgeGraph
from whosays.graph.store.loading import UNFINISHED as LOADING
from whosays.graph.store.runs import FILE as RUNS
from whosays.graph.store.runs import run_log
from whosays.ontology import WS

State: TypeAlias = Literal["ok", "note", "problem"]
SPARE: Final = 200_000_000  # bytes that should be free beside what the graph takes itself: compaction writes files anew
MEGABYTE: Final = 1_000_000
_SAMPLE: Final = frozenset({"articles", "page.html"})  # that `whosays demo` puts beside its graph
_OWN: Final = DERIVED_FILES | {folder.MARKER, JUDGEMENTS, RUNS, LOADING}
SPACIOUS: Final = 10_000_000  # bytes that a store may have uncompressed without a word


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: what was found, and what to do about it, "" where nothing is to be done."""

    about: str
    state: State
    found: str
    do: str = ""


def examined(where: Path, model: str) -> Iterator[Examined]:
    """Look at the folder of a graph; ``model`` is the digest of the model that reads articles now."""
    try:
        store = folder.prepare(where, create=False)
    except GraphError as error:
        message, _, do = str(error).partition("; ")
        yield Examined("graph", "problem", message, do or "name the folder that was given to whosays build as --kg")
        return
    yield Examined("graph", "ok", str(where))
    yield from _permissions(where, store)
    yield _disk(where)
    yield _space(where)
    writer = _writer(where, store)
    yield _lock(writer)
    yield _files(where, store, writer)
    yield _runs(where, writer)
    yield _judged(where)
    yield from _contents(where, store, model, writer)


def _permissions(where: Path, store: Path) -> Iterator[Examined]:
    places = [where, *filter(Path.exists, (store, *(where / name for name in sorted(DERIVED_FILES))))]
    if unreadable := [str(place) for place in places if not os.access(place, os.R_OK)]:
        do = "let its owner allow you to read it (chmod -R u+rwX)"
        yield Examined("permissions", "problem", f"may not be read: {', '.join(unreadable)}", do)
    elif locked := [str(place) for place in places if not os.access(place, os.W_OK)]:
        do = "ask it as it is; to add to it, let its owner allow you to write"
        yield Examined("permissions", "note", f"may not be written: {', '.join(locked)}", do)
    else:
        yield Examined("permissions", "ok", "may be read and written")


def _disk(where: Path) -> Examined:
    size = sum(_size(file) for file in where.rglob("*"))
    free = shutil.disk_usage(where).free
    found = f"{size / MEGABYTE:,.1f} MB taken, {free / MEGABYTE:,.0f} MB free"
    if free < size + SPARE:
        return Examined("disk", "note", found, "free some space before you build: nothing is lost on a full disk, but"
                        " the build stops")  # fmt: skip
    return Examined("disk", "ok", found)


def _space(where: Path) -> Examined:
    spare = loose(where)
    found = f"{spare / MEGABYTE:,.1f} MB of the store are not compressed"
    if spare > SPACIOUS:
        return Examined("space", "note", found, f"whosays compact --kg {shlex.quote(str(where))} writes it in less")
    return Examined("space", "ok", found)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:  # taken away while we look
        return 0


def _lock(writer: int | None) -> Examined:
    if writer:
        do = "wait until it ends; it can be asked meanwhile, as it was when the question came"
        return Examined("lock", "note", f"process {writer} is writing to it", do)
    return Examined("lock", "ok", "nobody writes to it" if writer is not None else "not looked at on this system")


def _writer(where: Path, store: Path) -> int | None:
    """Return the process that writes to the graph: it has the store locked, or the one that is to take its place."""
    holders = [_holder(each / "LOCK") for each in (store, *folder.others(where))]
    return next(filter(None, holders), holders[0])


def _holder(lock: Path) -> int | None:
    """Return the process that holds the lock of a store, 0 for nobody, ``None`` where the system does not tell."""
    if sys.platform != "linux":
        return None
    import fcntl  # noqa: PLC0415 - not on every system

    form = "hhqqi"  # struct flock: type, whence, start, length, process
    try:
        with lock.open("rb+") as file:
            asked = struct.pack(form, fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
            kind, *_, process = struct.unpack(form, fcntl.fcntl(file, fcntl.F_GETLK, asked)[: struct.calcsize(form)])
    except OSError:  # no lock, or not ours to look at
        return 0
    return 0 if kind == fcntl.F_UNLCK else int(process)


def _files(where: Path, store: Path, writer: int | None) -> Examined:
    left = {other.name for other in folder.others(where)}
    copies = {copy.name: process for copy, process, runs in snapshot.copies(where) if runs}
    names = {entry.name for entry in where.iterdir()} - _OWN - _SAMPLE - {store.name} - copies.keys()
    parts = {name for name in names if name.endswith(".part")}
    if writer and left | parts:
        do = f"nothing has to be done; {_look_again(writer)}"
        return Examined("files", "note", f"being written by process {writer}: {_listed(left | parts)}", do)
    if left:
        do = "nothing has to be done: whoever next builds, removes or compacts clears them away"
        return Examined("files", "note", f"left where a store was written anew: {_listed(left)}", do)
    if parts:
        do = "delete them while nothing is being built: a run that was stopped left them"
        return Examined("files", "note", f"half written: {_listed(parts)}", do)
    if killed := {name for name in names if name.startswith(snapshot.PREFIX)}:
        do = "nothing has to be done: whoever next serves the graph clears them away"
        return Examined("files", "note", f"copies of a service that was killed: {_listed(killed)}", do)
    if foreign := names - left:
        do = "nothing has to be done; whosays leaves them alone"
        return Examined("files", "note", f"not whosays's own: {_listed(foreign)}", do)
    served = f"; process {', '.join(map(str, sorted(set(copies.values()))))} serves the graph" if copies else ""
    return Examined("files", "ok", f"all are whosays's own{served}")


def _look_again(writer: int) -> str:
    return f"look again when process {writer} has ended"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _runs(where: Path, writer: int | None) -> Examined:
    told = list(run_log(where))
    lines = len((where / RUNS).read_bytes().splitlines()) if (where / RUNS).is_file() else 0
    if len(told) < lines:
        do = f"nothing has to be done; delete these lines of {where / RUNS} if they are in your way"
        return Examined("runs", "note", f"{lines - len(told)} of {lines} lines of {RUNS} make no sense", do)
    if not told:
        return Examined("runs", "ok", "none noted yet")
    last = told[-1]
    found = f"{len(told)} noted, the last {last.get('end', 'done')} at {last.get('ended')}"
    if last.get("end") in ("stopped", "broken") and not writer:
        return Examined("runs", "note", found, "run the same command again: it goes on from there")
    return Examined("runs", "ok", found)


def _judged(where: Path) -> Examined:
    try:
        verdicts = load(where).verdicts
    except GraphError as error:
        return Examined("judgements", "problem", str(error), f"mend that line of {JUDGEMENTS}, or take it out")
    return Examined("judgements", "ok", f"{len(verdicts)} decisions of people" if verdicts else "none yet")


def _contents(where: Path, store: Path, model: str, writer: int | None) -> Iterator[Examined]:
    """Read all of the store, and hold what was derived from it against it."""
    anew = f"move {where} away and build it again from the articles; keep {JUDGEMENTS}"
    if not store.exists():
        yield Examined("store", "problem", "nothing has been built in it yet", "whosays build ARTICLES --kg DIR")
        return
    try:
        with KnowledgeGraph.open(where, read_only=True) as graph, folder.explained(where):
            inner = inner_store(graph.dataset)
            quads, articles = 0 if inner is None else len(inner), len(graph.articles())
            readers, models = Counter(run for _, run in graph.pairs(PROV.wasGeneratedBy)), dict(graph.pairs(WS.model))
    except GraphError as error:
        if writer:
            yield Examined("store", "note", f"cannot be read while it is being written: {error}", _look_again(writer))
        else:
            yield Examined("store", "problem", str(error), anew)
        return
    yield Examined("store", "ok", f"{articles} articles, {quads:,} quads")
    others = sum(count for run, count in readers.items() if models.get(run) not in (None, model))
    if others:
        do = "build them again into a new folder, if what is found should come from one model"
        yield Examined("readings", "note", f"{others} of {articles} articles were read by another model", do)
    else:
        yield Examined("readings", "ok", "all articles were read by the model that is installed")
    yield _derived(where, articles, writer)


def _derived(where: Path, articles: int, writer: int | None) -> Examined:
    lacking = related(where, articles)
    if not lacking:
        return Examined("derived", "ok", "what looks across articles follows them")
    if writer:
        do = f"nothing has to be done; {_look_again(writer)}"
        return Examined("derived", "note", f"process {writer} is writing, and has yet to relate the articles", do)
    return Examined("derived", "note", lacking, "run whosays build once more, with any article: it is made anew")
