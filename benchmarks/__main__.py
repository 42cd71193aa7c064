"""``python -m benchmarks [--only PART]`` and options that say how much: one JSON object on stdout."""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.adding import adding, paging
from benchmarks.bombs import bombing
from benchmarks.building import building
from benchmarks.growth import crawled, growing, streaming
from benchmarks.living import living
from benchmarks.processes import ROOT
from benchmarks.reading import reading
from benchmarks.scale import scaling
from benchmarks.starting import starting
from benchmarks.storing import storing
from corpus import sample_articles

COLLECTIONS = {"sample": sample_articles()[0].parent, "seeds": ROOT.parent / "shared" / "seeds"}
SIZES = (10**4, 10**5, 10**6)
LIBRARIES = ("spacy", "rdflib", "pyoxigraph", "trafilatura")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for, all of it by default, and print it."""
    asked = _parser().parse_args(arguments)
    parts: dict[str, Callable[[Path], Any]] = {
        "start_up": starting,
        "extract": lambda folder: reading(folder, asked.words),
        "build": lambda folder: building(folder, {asked.build.name: asked.build} if asked.build else COLLECTIONS),
        "store": lambda folder: storing(folder, asked.articles),
        "adding": lambda folder: adding(folder, asked.into),
        "page": lambda folder: paging(folder, asked.articles),
        "living": lambda folder: living(folder, asked.corpus),
        "growth": lambda folder: growing(folder, asked.megabytes, asked.files),
        "stream": lambda _: streaming(asked.stream),
        "crawl": lambda folder: crawled(folder, asked.pages),
        "bombs": bombing,
        "scale": lambda folder: scaling(folder, asked.quads, asked.minutes),
    }
    measured: dict[str, Any] = {"machine": _machine()}
    for name in [name for name in parts if asked.only in (None, name)]:
        with tempfile.TemporaryDirectory() as folder:
            measured[name] = parts[name](Path(folder))
    print(json.dumps(measured, indent=2))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed and memory, as JSON.")
    parser.add_argument("--words", type=int, default=60_000, help="words to read (default: %(default)s)")
    parser.add_argument(
        "--articles", type=int, default=1_000, help="made-up ones to store or show (default: %(default)s)"
    )
    parser.add_argument("--into", type=int, default=300, help="made-up articles to add one to (default: %(default)s)")
    parser.add_argument("--corpus", type=int, default=10_000, help="made-up articles to grow to (default: %(default)s)")
    parser.add_argument(
        "--quads", type=int, nargs="+", default=SIZES, metavar="N", help="of graphs to ask (default: 10^4 to 10^6)"
    )
    parser.add_argument("--minutes", type=float, default=120, help="to ask each of these (default: %(default)s)")
    parser.add_argument(
        "--build", type=Path, metavar="FOLDER", help="build this folder (default: the sample and the seeds)"
    )
    parser.add_argument("--megabytes", type=float, default=1, help="of the longest text (default: %(default)s)")
    parser.add_argument("--files", type=int, default=1_000, help="at most to read (default: %(default)s)")
    parser.add_argument("--stream", type=int, default=100, help="megabytes through a pipe (default: %(default)s)")
    parser.add_argument("--pages", type=int, default=500, help="in a WARC (default: %(default)s)")
    parts = (
        "start_up", "extract", "build", "store", "adding", "page", "living", "scale", "growth", "stream", "crawl",
        "bombs",
    )  # fmt: skip
    parser.add_argument("--only", choices=parts, help="one part of it")
    return parser


def _machine() -> dict[str, Any]:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "platform": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": load if load is None else round(load, 1),
        "python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }


if __name__ == "__main__":
    main()
