"""kill -9 in the middle of every command that writes, and of the service; what it wrote, and what the next run makes.

Each round starts from the same graph, kills the command at a moment by chance, does the same command again, and
compares the export with that of a graph on which the command was never killed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.proof import collection
from tests.proof.children import PATIENCE, Work, command, done, ended, exported, forked, killed, load
from tests.proof.resuming import note, noted

COMMANDS: Final = ("build", "relate", "review", "remove", "compact", "serve")
FIRST: Final = ("gull-1.txt", "lisk-1.txt")
GOING: Final = "oster-1.txt"
TRIES: Final = 4  # rounds for each kill, at most
LONGER: Final = 1.1  # times as long that a command may take the next time


@dataclass(frozen=True, slots=True)
class Scene:
    """A command, by the folder of the graph, and the graph that it starts from, ``None`` for none."""

    work: Callable[[Path], Work]
    before: Path | None


def rounds(
    count: int, names: tuple[str, ...] = COMMANDS, state: Path | None = None, tell: Callable[[str], object] = str
) -> dict[str, Any]:
    """Kill ``count`` times, every command in turn, and return what was counted; ``tell`` hears it after each round.

    A round in which the command had ended before its moment came is looked at as the others, and counts as no kill.
    The rounds that ``state`` holds were done before, and are counted.
    """
    load()
    told: dict[str, Any] = {name: {"rounds": 0, "killed": 0, "lost": []} for name in names}
    before = noted(state)
    for each in before:
        _count(told[each["name"]], each)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        scenes = _scenes(folder)
        whole = {name: _whole(scenes[name], folder) for name in names if name != "serve"}
        seconds = {name: spent for name, (_, spent) in whole.items()}
        if "serve" in names:
            seconds["serve"] = 1.5 * _starts(scenes["serve"], folder)
        for number, name in islice(enumerate(cycle(names)), len(before), TRIES * count):
            if all(told[each]["killed"] >= _share(count, names, each) for each in names):
                break
            done: dict[str, Any] = {"name": name, "rounds": 0, "killed": 0, "lost": []}
            if told[name]["killed"] < _share(count, names, name):
                moment = Random(f"kill {number}").uniform(0, seconds[name])
                wrong = (
                    _serve_round(scenes[name], folder, moment, done)
                    if name == "serve"
                    else _round(scenes[name], whole[name][0], folder, moment, done)
                )
                done["lost"] = [f"round {number}: {each}" for each in wrong]
                done["rounds"] = 1
                _count(told[name], done)
                if name != "serve":  # what took less, as the machine has less else to do, or may by now take longer
                    seconds[name] = LONGER * seconds[name] if done["killed"] else moment
            note(state, done)
            tell(json.dumps(told))
    return told


def _count(counts: dict[str, Any], done: dict[str, Any]) -> None:
    for what in counts:
        counts[what] += done[what]


def _share(count: int, names: tuple[str, ...], name: str) -> int:
    """Return how many of the kills are for a command: the first ones have one more where they cannot be shared out."""
    return count // len(names) + (names.index(name) < count % len(names))


def _starts(scene: Scene, folder: Path) -> float:
    """Return the seconds that a service takes until it serves."""
    kg, log = _start(scene, folder / "kg"), folder / "log"
    if (seconds := _served(scene, kg, log, [])) is None:
        raise AssertionError(f"the service did not start: {log.read_text('utf-8', 'replace')[-800:]}")
    return seconds


def _scenes(folder: Path) -> dict[str, Scene]:
    articles = collection.write(folder / "articles")
    first = collection.write(folder / "first", FIRST)
    log = folder / "log"
    some, full, apart = folder / "some", folder / "full", folder / "apart"
    _must(command("build", first, "--kg", some), log)
    _must(command("build", articles, "--kg", full), log)
    shutil.copytree(some, apart)
    _must(lambda: _add_only(articles, apart), log)
    _must(command("review", "--kg", full, "--format", "json"), log)
    merge = next(row["id"] for row in json.loads(log.read_text("utf-8")))
    return {
        "build": Scene(lambda kg: command("build", articles, "--kg", kg), some),
        "relate": Scene(lambda kg: lambda: _relate(kg), apart),
        "review": Scene(lambda kg: command("review", "reject", merge, "--kg", kg), full),
        "remove": Scene(lambda kg: command("remove", articles / GOING, "--kg", kg), full),
        "compact": Scene(lambda kg: command("compact", "--kg", kg), full),
        "serve": Scene(lambda kg: command("serve", "--kg", kg, "--port", 0, "--workers", 1), full),
    }


def _add_only(articles: Path, kg: Path) -> None:
    from whosays.building import add_all  # noqa: PLC0415 - in a child
    from whosays.extract import extract  # noqa: PLC0415
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415

    with KnowledgeGraph.open(kg) as graph:
        add_all(extract([articles], workers=1), graph)


def _relate(kg: Path) -> None:
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - in a child

    with KnowledgeGraph.open(kg) as graph:
        graph.relate()


def _must(work: Work, log: Path) -> None:
    status = done(work, log)
    if status:
        raise AssertionError(f"ended with {status}: {log.read_text('utf-8', 'replace')[-800:]}")


def _start(scene: Scene, kg: Path) -> Path:
    shutil.rmtree(kg, ignore_errors=True)
    if scene.before is not None:
        shutil.copytree(scene.before, kg)
    return kg


def _whole(scene: Scene, folder: Path) -> tuple[bytes, float]:
    """Return the export after a command that nobody kills, and the seconds that it takes; the first time is slower."""
    log, spent = folder / "log", 0.0
    for _ in range(2):
        kg = _start(scene, folder / "kg")
        begun = time.monotonic()
        _must(scene.work(kg), log)
        spent = time.monotonic() - begun
    return exported(kg, log), spent


def _round(scene: Scene, whole: bytes, folder: Path, moment: float, counts: dict[str, Any]) -> Iterator[str]:
    kg, log = _start(scene, folder / "kg"), folder / "log"
    work = scene.work(kg)
    counts["killed"] += killed(work, log, moment)
    is_whole = any(kg.glob("store*")) and exported(kg, log) == whole  # whatever is there can be read
    status = done(work, log)
    if status and not is_whole:  # what is removed wholly cannot be removed again
        yield f"the same command ended with {status}: {log.read_text('utf-8', 'replace')[-300:]}"
    if exported(kg, log) != whole:
        yield "other bytes than without the kill"


def _serve_round(scene: Scene, folder: Path, moment: float, counts: dict[str, Any]) -> Iterator[str]:
    """Kill a service as it starts or answers: the graph is as it was, and the next service clears up."""
    kg, log = _start(scene, folder / "kg"), folder / "log"
    before = exported(kg, log)
    counts["killed"] += killed(scene.work(kg), log, moment)
    if exported(kg, log) != before:
        yield "a service changed the graph"
    if _served(scene, kg, log, left := list[str]()) is None:
        yield "the next service did not start"
    if left:
        yield f"copies are left: {left}"
    if list(kg.glob("snapshot-*")):
        yield "a service that was asked to end left its copy"


def _served(scene: Scene, kg: Path, log: Path, left: list[str]) -> float | None:
    """Start a service, end it, and return the seconds until it served; the copies of others go to ``left``."""
    begun = time.monotonic()
    child = forked(scene.work(kg), log)
    try:
        while time.monotonic() < begun + PATIENCE:
            if "serving" in log.read_text("utf-8", "replace"):
                left += [path.name for path in kg.glob("snapshot-*") if path.name.split("-")[1] != str(child)]
                return time.monotonic() - begun
            time.sleep(0.02)
    finally:
        os.kill(child, signal.SIGINT)
        ended(child)
    return None
