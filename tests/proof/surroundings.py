"""Bad surroundings: a full disk, one that may not be written, a second writer, a wrong clock, a file that changes.

Each trial yields what it found wrong; none: the promise held.  A disk of its own is a tmpfs, which takes root.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from tests.proof import collection
from tests.proof.children import Work, command, done, ended, exported, forked, load
from tests.proof.invariants import faults, faults_of_article

SIZES: Final = (64, 256, 512, 1_024, 1_536, 2_048, 3_072, 4_096, 6_144, 8_192, 12_288, 16_384, 24_576, 32_768)  # KiB
FEW_SIZES: Final = (256, 2_048, 8_192)
SPARE: Final = 200  # KiB: too little for a second store
ODD_NAMES: Final = (
    b"a b.txt", b"-rf.txt", b"--kg.txt", b"\xff\xfe.txt", b"line\nbreak.txt", b"tab\t.txt", b"\x1b[31mred.txt",
    "日本.txt".encode(), "e\u0301.txt".encode(), b"quote'\".txt", b"<b>&amp;.txt", b"%2e%2e.txt", b"#1.txt", b"*.txt",
    b"a" * 240 + b".txt", b"\\n.txt", b"{x}.txt", b"$(id).txt", b"~.txt", b"\xe2\x80\xae.txt",
)  # fmt: skip
Trial = Callable[[Path], Iterator[str]]


def can_mount() -> bool:
    """Tell whether a disk of its own can be had here."""
    with tempfile.TemporaryDirectory() as place:
        try:
            with disk(Path(place), 64):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


@contextlib.contextmanager
def disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """Give a disk of some size, mounted at ``place``."""
    _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True, capture_output=True)  # noqa: S603, S607


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)  # noqa: S603, S607 - the system's own


def full_disk(folder: Path, sizes: tuple[int, ...] = FEW_SIZES) -> Iterator[str]:
    """A build on a disk that gets full says so in a line; on a larger one it goes on, and the bytes are the same."""
    load()
    articles, log = collection.write(folder / "articles"), folder / "log"
    must(command("build", articles, "--kg", folder / "whole"), log)
    whole = exported(folder / "whole", log)
    for size in sizes:
        place = folder / f"disk{size}"
        place.mkdir()
        with disk(place, size):
            kg = place / "kg"
            status, said = ran(command("build", articles, "--kg", kg), log)
            if status and not _is_one_line(said):
                yield f"{size} KiB: {said[-300:]!r}"
            _mount("-o", "remount,size=200m", str(place))
            status, said = ran(command("build", articles, "--kg", kg), log)
            if status:
                yield f"{size} KiB, then room: ended with {status}: {said[-300:]!r}"
            elif exported(kg, log) != whole:
                yield f"{size} KiB, then room: other bytes"
    yield from _compacted_without_room(folder / "whole", folder / "disk", log, whole)


def _compacted_without_room(built: Path, place: Path, log: Path, whole: bytes) -> Iterator[str]:
    """Give a graph less room than a second store takes: nothing is lost, and with room it takes less than before."""
    place.mkdir()
    with disk(place, 200_000):
        kg = Path(shutil.copytree(built, place / "kg"))
        must(command("compact", "--kg", kg), log)  # now opening it frees nothing
        taken = sum(file.stat().st_blocks for file in kg.rglob("*")) // 2  # KiB
        _mount("-o", f"remount,size={taken + SPARE}k", str(place))
        status, said = ran(command("compact", "--kg", kg), log)
        if status != 2 or "the disk is full" not in said or not _is_one_line(said):
            yield f"compacting without room: status {status}: {said[-300:]!r}"
        if exported(kg, log) != whole:
            yield "compacting without room: other bytes"
        _mount("-o", "remount,size=200m", str(place))
        must(command("compact", "--kg", kg), log)
        if exported(kg, log) != whole or len(list(kg.glob("store*"))) != 1:
            yield "compacting with room: other bytes, or two stores"


def read_only_disk(folder: Path) -> Iterator[str]:
    """On a disk that may not be written building says so in a line, and questions are answered."""
    load()
    articles, log, place = collection.write(folder / "articles"), folder / "log", folder / "disk"
    place.mkdir()
    with disk(place, 200_000):
        kg = place / "kg"
        must(command("build", articles, "--kg", kg), log)
        before = exported(kg, log)
        _mount("-o", "remount,ro", str(place))
        for work in (
            command("build", articles, "--kg", kg),
            command("build", articles, "--kg", place / "new"),
            command("remove", articles / "lisk-1.txt", "--kg", kg),
            command("compact", "--kg", kg),
        ):
            status, said = ran(work, log)
            if not status or not _is_one_line(said):
                yield f"status {status}: {said[-300:]!r}"
        status, said = ran(command("query", "figures", "--kg", kg, "--format", "csv"), log)
        if status or not said.startswith("article,"):
            yield f"a question: status {status}: {said[-300:]!r}"
        if exported(kg, log) != before:
            yield "other bytes"


def two_writers(folder: Path) -> Iterator[str]:
    """The second writer is told so in a line; after the first one it does what it was to do."""
    load()
    articles, log, kg = collection.write(folder / "articles"), folder / "log", folder / "kg"
    must(command("build", articles / "lisk-1.txt", "--kg", kg), log)
    first = forked(lambda: _held(kg), folder / "first.log")
    try:
        _wait_for(folder / "first.log", "held")
        status, said = ran(command("build", articles, "--kg", kg), log)
        if status != 2 or "another build" not in said or not _is_one_line(said):
            yield f"the second writer: status {status}: {said[-300:]!r}"
    finally:
        os.kill(first, signal.SIGKILL)
        ended(first)
    must(command("build", articles, "--kg", kg), log)
    yield from _same_as_anew(articles, kg, folder)


def clock_set_back(folder: Path) -> Iterator[str]:
    """Days and times of the machine change no byte of the graph.

    Nothing is loaded before, as what is imported in the child takes the time from there.
    """
    articles, log, kg = collection.write(folder / "articles"), folder / "log", folder / "kg"
    must(_at(2_200_000_000, command("build", articles / "lisk-1.txt", articles / "gull-1.txt", "--kg", kg)), log)
    must(_at(86_400 * 365, command("build", articles, "--kg", kg)), log)
    yield from _same_as_anew(articles, kg, folder)


def changed_while_read(folder: Path, count: int = 20) -> Iterator[str]:
    """A file that others write meanwhile is an article, whole in itself, or a reason; never an offset that is wrong."""
    from whosays.extract import Article, ArticleRecord, read_articles  # noqa: PLC0415 - after the children were forked
    from whosays.extract.batch import analysed  # noqa: PLC0415

    path, texts = folder / "story.txt", [text.encode() for text in collection.STORIES.values()]
    stop = threading.Event()
    path.write_bytes(texts[0])

    def write() -> None:
        chance = Random("writer")
        while not stop.is_set():
            text = chance.choice(texts)
            path.write_bytes(text[: chance.randint(0, len(text))] * chance.randint(1, 300))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(count):
            for item in read_articles(path):
                if isinstance(item, Article):
                    yield from faults_of_article(item)
                    outcome = analysed(item) if len(item.text) < 3_000 else None
                    if isinstance(outcome, ArticleRecord):
                        yield from faults(outcome)
                    elif outcome is not None:
                        yield f"a defect: {outcome.why}"
                elif item.trace:
                    yield f"a defect: {item.trace}"
    finally:
        stop.set()
        writer.join()


def little_memory(folder: Path) -> Iterator[str]:
    """Processes with too little memory for the model may be ended by their libraries; nothing is half written then."""
    articles, log, kg = collection.write(folder / "articles"), folder / "log", folder / "kg"
    for megabytes in (300, 500, 700, 900):
        shutil.rmtree(kg, ignore_errors=True)
        code = (
            "import resource, sys; from whosays.building import build\n"
            f"resource.setrlimit(resource.RLIMIT_AS, ({megabytes} << 20,) * 2)\n"
            "report = build([sys.argv[1]], sys.argv[2], workers=2)\n"
            "print(report.added, len(report.failed))"
        )
        limited = [sys.executable, "-c", code, str(articles), str(kg)]
        subprocess.run(limited, capture_output=True, check=False)  # noqa: S603 - this Python
        if any(kg.glob("store*")):
            must(command("build", articles, "--kg", kg), log)
            yield from _same_as_anew(articles, kg, folder)


def bare_environment(folder: Path) -> Iterator[str]:
    """Without HOME, PATH, TERM and a locale, or in one of other letters, the bytes are the same."""
    load()
    articles, log = collection.write(folder / "articles"), folder / "log"
    must(command("build", articles, "--kg", folder / "whole"), log)
    whole = exported(folder / "whole", log)
    environments: tuple[dict[str, str], ...] = (
        {},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "HOME": "/nonexistent"},
        {"LANG": "xx_YY.nonsense", "TZ": "Nowhere/City"},
    )
    for number, environment in enumerate(environments):
        kg = folder / f"kg{number}"
        for arguments in (["build", str(articles), "--kg", str(kg)], ["export", "--kg", str(kg)]):
            spent = subprocess.run(  # noqa: S603 - this Python
                [sys.executable, "-m", "whosays", *arguments], env=environment, capture_output=True, check=False
            )
            if spent.returncode:
                yield f"{environment}: {arguments[0]} ended with {spent.returncode}: {spent.stderr[-300:]!r}"
        if spent.stdout != whole:
            yield f"{environment}: other bytes"


def paths_of_any_bytes(folder: Path) -> Iterator[str]:
    """Whatever a file is called, its article is found again by its path and removed by it."""
    load()
    articles, log, kg = folder / "articles", folder / "log", folder / "kg"
    articles.mkdir()
    texts = list(collection.STORIES.values())
    for number, name in enumerate(ODD_NAMES):
        path = os.fsencode(articles) + b"/" + name
        with open(path, "wb") as file:  # noqa: PTH123 - a path of bytes
            file.write(f"{texts[number % len(texts)]}\nSo many: {number}.\n".encode())
    must(command("build", articles, "--kg", kg), log)
    if not (found := _paths(kg, log)) or len(found) != len(ODD_NAMES):
        yield f"{len(found)} articles of {len(ODD_NAMES)}"
    before = exported(kg, log)
    must(command("build", articles, "--kg", kg), log)
    if exported(kg, log) != before:
        yield "a second build changed something"
    for name in ODD_NAMES:
        status, said = ran(command("remove", "--kg", kg, "--", os.fsdecode(os.fsencode(articles) + b"/" + name)), log)
        if status:
            yield f"{name!r} is not removed: {said[-300:]!r}"
    if left := _paths(kg, log):
        yield f"left: {left}"


def _paths(kg: Path, log: Path) -> list[str]:
    must(lambda: _printed_paths(kg), log)
    return log.read_text("utf-8").splitlines()


def _printed_paths(kg: Path) -> None:
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - in a child

    with KnowledgeGraph.open(kg, read_only=True) as graph:
        for article in graph.articles():
            print(ascii(article.path))  # noqa: T201 - to the log


def _held(kg: Path) -> None:
    from whosays.graph import KnowledgeGraph  # noqa: PLC0415 - in a child

    with KnowledgeGraph.open(kg):
        print("held", flush=True)  # noqa: T201 - to the log
        time.sleep(600)


def _at(seconds: float, work: Work) -> Work:
    """Return work for which it is another time."""

    def elsewhen() -> object:
        import datetime as dt  # noqa: PLC0415 - changed in the child alone

        class Shifted(dt.datetime):
            @classmethod
            def now(cls, tz: dt.tzinfo | None = None) -> Shifted:
                return cls.fromtimestamp(seconds, tz)

        dt.datetime = Shifted  # type: ignore[misc]
        time.time = lambda: seconds
        return work()

    return elsewhen


def _same_as_anew(articles: Path, kg: Path, folder: Path) -> Iterator[str]:
    whole, log = folder / "anew", folder / "log"
    shutil.rmtree(whole, ignore_errors=True)
    must(command("build", articles, "--kg", whole), log)
    if exported(kg, log) != exported(whole, log):
        yield "other bytes than built anew"


def ran(work: Work, log: Path) -> tuple[int, str]:
    """Do work in a child and return its status and what it printed."""
    status = done(work, log)
    return status, log.read_text("utf-8", "replace")


def must(work: Work, log: Path) -> None:
    """Do work in a child that has to succeed."""
    status, said = ran(work, log)
    if status:
        raise AssertionError(f"ended with {status}: {said[-800:]}")


def _is_one_line(said: str) -> bool:
    lines = said.strip().splitlines()
    return bool(lines) and "Traceback" not in said and lines[-1].startswith("whosays: ")


def _wait_for(log: Path, words: str) -> None:
    for _ in range(2_000):
        if log.exists() and words in log.read_text("utf-8", "replace"):
            return
        time.sleep(0.05)
    raise TimeoutError(f"no {words!r} in {log}")


TRIALS: Final[dict[str, Trial]] = {
    "clock set back": clock_set_back,  # before anything is loaded
    "full disk": full_disk,
    "read-only disk": read_only_disk,
    "two writers": two_writers,
    "changed while read": changed_while_read,
    "little memory": little_memory,
    "bare environment": bare_environment,
    "paths of any bytes": paths_of_any_bytes,
}
