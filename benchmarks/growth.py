"""Time and memory as inputs grow: one long text, many files, texts that are made to be slow, a stream, a crawl.

Each point is a process of its own: ``python -m benchmarks.growth WAY PATH``.  A reading of 1.0 as ``growth`` means that
twice the size takes twice the processor's time, start-up left out.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from benchmarks.corpus import renamed, repeated
from benchmarks.processes import Spent, spend
from corpus import sample_articles

MEGABYTE: Final = 1_000_000
SIZES: Final = (0.1, 1.0, 10.0, 100.0)  # megabytes of one text
FILES: Final = (1_000, 10_000, 100_000, 1_000_000)
SLOW: Final[dict[str, str]] = {  # what was slow once, or could be: each is repeated to some size
    "names with said": "Mara Vask said Oren Lund said ",
    "never-closing quotation marks": "“The dam broke early and the water came. ",
    "quotation marks alone": "“”‘’\"' ",
    "one letter": "a ",
    "opening brackets": "(a [b ",
    "numbers": "12,345 67.8% ",
    "line ends": "\n\n\n",
    "according to": "according to Vask, ",
    "no blank": "ababab-",
    "mark-up": "<p><b>x</b>",
}
SLOW_SIZES: Final = (50_000, 200_000)  # characters
READ_ALONE: Final = 10  # times the size of what is analysed


def growing(folder: Path, megabytes: float, files: int) -> dict[str, Any]:
    """Return what one text of each size up to ``megabytes`` takes, and so many files up to ``files``.

    Of ten times as much the reading alone is measured, as it takes a hundredth of the time.
    """
    texts = {size: _text(folder / f"{size}.txt", size) for size in SIZES if size <= READ_ALONE * megabytes}
    counts = [count for count in FILES if count <= READ_ALONE * files]
    folders: dict[float, Path] = {count: _many(folder / str(count), count) for count in counts}
    starts = {way: _process(way, _text(folder / "start.txt", 0.001)) for way in ("extract", "read")}

    def grown(way: str, inputs: Mapping[float, Path], most: float) -> dict[str, Any]:
        return _grown({size: _process(way, path) for size, path in inputs.items() if size <= most}, starts[way])

    return {
        "start": {way: _told(spent) for way, spent in starts.items()},
        "one_text": grown("extract", texts, megabytes),
        "one_text_read": grown("read", texts, READ_ALONE * megabytes),
        "many_files": grown("extract", folders, files),
        "many_files_read": grown("read", folders, READ_ALONE * files),
        "slow_texts": {name: _slow(folder, piece) for name, piece in SLOW.items()},
    }


def streaming(megabytes: int) -> dict[str, Any]:
    """Return what reading JSON Lines takes that come through a pipe and stand nowhere, a tenth of it first."""
    return {
        f"{size}_mb": _told(spend(["-m", "benchmarks.growth", "stream", str(size)]))
        for size in (max(1, megabytes // 10), megabytes)
    }


def crawled(folder: Path, pages: int) -> dict[str, Any]:
    """Return what reading a WARC of so many made-up pages takes, and how many articles come out."""
    path = folder / "pages.warc.gz"
    _crawl(path, pages)
    return {"pages": pages, "megabytes": round(path.stat().st_size / MEGABYTE, 2), **_told(_process("read", path))}


def _process(way: str, path: Path) -> Spent:
    return spend(["-m", "benchmarks.growth", way, str(path)])


def _told(spent: Spent) -> dict[str, Any]:
    seconds = {"seconds": round(spent.seconds, 2), "cpu_seconds": round(spent.cpu_seconds, 2)}
    return {**seconds, "peak_mb": spent.peak_mb, **json.loads(spent.output)}


def _grown(spent: dict[float, Spent], start: Spent) -> dict[str, Any]:
    steps = {f"{size:g}": _told(each) for size, each in spent.items()}
    return {
        "steps": steps,
        "growth": _growth([(size, each.cpu_seconds - start.cpu_seconds) for size, each in spent.items()]),
    }


def _growth(points: list[tuple[float, float]]) -> float | None:
    """Return the exponent between the last two points; ``None`` for fewer."""
    if len(points) < 2 or points[-2][1] <= 0:
        return None
    (small, less), (large, more) = points[-2:]
    return round(math.log(more / less) / math.log(large / small), 2)


def _slow(folder: Path, piece: str) -> dict[str, Any]:
    seconds = {}
    for size in SLOW_SIZES:
        path = folder / f"slow-{size}.txt"
        path.write_text((piece * (size // len(piece) + 1))[:size], "utf-8")
        told = json.loads(_process("timed", path).output)
        seconds[size] = told["analysing_cpu_seconds"]
    return {
        **{f"{size:,}_characters": spent for size, spent in seconds.items()},
        "growth": _growth(list(seconds.items())),
    }


def _text(path: Path, megabytes: float) -> Path:
    """Write one text of that size out of the sample's articles, with other names each time: repeats are not read."""
    left = int(megabytes * MEGABYTE)
    with path.open("w", encoding="utf-8") as file:
        for name, text in renamed():
            if left <= 0:
                return path
            if not name.endswith(".txt"):
                continue
            piece = text[:left] + "\n\n"
            file.write(piece)
            left -= len(piece)
    raise AssertionError  # there is no end of them


def _many(folder: Path, count: int) -> Path:
    """Write so many short files, each another one."""
    folder.mkdir()
    for number in range(count):
        text = f"Mayor Vask of Oster said on day {number} that {number} bridges were closed."
        (folder / f"{number:06d}.txt").write_text(text, "utf-8")
    return folder


def _crawl(path: Path, pages: int) -> None:
    """Write a packed WARC of pages around the sample's articles with other names."""
    source = path.parent / "pages"
    repeated(source, pages * 300)
    texts = sorted(source.iterdir())
    with path.open("wb") as file:
        for number in range(pages):
            text = texts[number % len(texts)].read_text("utf-8")
            body = "".join(f"<p>{part}</p>" for part in text.replace("&", "&amp;").replace("<", "&lt;").split("\n\n"))
            page = (
                f"<html><head><title>Page {number}</title></head><body><article>{body}</article></body></html>".encode()
            )
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://outlet.example/{number}\r\n"
                f"WARC-Date: 2031-03-05T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + answer + b"\r\n\r\n"))


def _extract(path: str) -> dict[str, Any]:
    from whosays.extract import ArticleRecord, extract  # noqa: PLC0415 - its import belongs to what is measured

    articles = attributions = 0
    for outcome in extract([path], workers=1):
        if isinstance(outcome, ArticleRecord):
            articles += 1
            attributions += len(outcome.attributions)
    return {"articles": articles, "attributions": attributions}


def _timed(path: str) -> dict[str, Any]:
    import time  # noqa: PLC0415 - here alone

    from whosays.extract import Article, read_articles  # noqa: PLC0415 - see above
    from whosays.extract.batch import analysed  # noqa: PLC0415

    analysed(next(item for item in read_articles(Path(__file__).parents[1] / "README.md") if isinstance(item, Article)))
    begin = time.process_time()
    for item in read_articles(path):
        if isinstance(item, Article):
            analysed(item)
    return {"analysing_cpu_seconds": round(time.process_time() - begin, 3)}


def _read(path: str) -> dict[str, Any]:
    from whosays.extract import Article, list_inputs, read_articles  # noqa: PLC0415 - see above

    articles = others = 0
    for given in list_inputs(path):
        for item in read_articles(given):
            if isinstance(item, Article):
                articles += 1
            else:
                others += 1
    return {"articles": articles, "not_read": others}


def _stream(megabytes: str) -> dict[str, Any]:
    """Read lines that a second process writes into a pipe as they are wanted."""
    reads, writes = os.pipe()
    if not os.fork():
        os.close(reads)
        with os.fdopen(writes, "wb") as pipe:
            _write_lines(pipe, int(megabytes) * MEGABYTE)
        os._exit(0)
    os.close(writes)
    sys.stdin = os.fdopen(reads)
    return _read("-")


def _write_lines(pipe: IO[bytes], size: int) -> None:
    for line in _lines(size):
        try:
            pipe.write(line)
        except BrokenPipeError:
            os._exit(1)


def _lines(size: int) -> Iterator[bytes]:
    texts = [article.read_text("utf-8") for article in sample_articles() if article.suffix == ".txt"]
    number = 0
    while size > 0:
        row = {"title": f"Article {number}", "date": "2031-03-05", "text": f"{texts[number % len(texts)]}\n{number}"}
        line = json.dumps(row).encode() + b"\n"
        yield line
        size -= len(line)
        number += 1


WAYS: Final[dict[str, Callable[[str], dict[str, Any]]]] = {
    "extract": _extract,
    "timed": _timed,
    "read": _read,
    "stream": _stream,
}

if __name__ == "__main__":
    print(json.dumps(WAYS[sys.argv[1]](sys.argv[2])))
