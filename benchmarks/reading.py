"""Words a second: the whole of ``extract`` on one core and on all, beside the bare encoder.

As a program, ``python -m benchmarks.reading extract|bare FOLDER WORKERS`` is the process that is measured.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from benchmarks.corpus import repeated
from benchmarks.processes import Spent, spend


def reading(folder: Path, words: int) -> dict[str, Any]:
    """Return the speeds of whole processes, start-up and model loading included, on a repeated sample."""
    corpus = folder / "corpus"
    repeated(corpus, words)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    bare = _process("bare", corpus, 1)
    one, every = (_process("extract", corpus, workers) for workers in (1, cores))
    counted = json.loads(one.output)
    return {
        **counted,
        "bare_encoder": _speed(bare, counted["words"]),
        "one_core": _speed(one, counted["words"]),
        "all_cores": {"cores": cores, **_speed(every, counted["words"])},
        "share_of_bare_encoder": round(bare.cpu_seconds / one.cpu_seconds, 2),
    }


def _process(way: str, corpus: Path, workers: int) -> Spent:
    return spend(["-m", "benchmarks.reading", way, str(corpus), str(workers)])


def _speed(spent: Spent, words: int) -> dict[str, Any]:
    return {
        "words_a_second": round(words / spent.seconds),
        "words_a_cpu_second": round(words / spent.cpu_seconds),
        "seconds": round(spent.seconds, 2),
        "peak_mb": spent.peak_mb,
    }


def _extract(folder: Path, workers: int) -> dict[str, int]:
    from whosays.extract import ArticleRecord, extract  # noqa: PLC0415 - its import belongs to what is measured

    records = [record for record in extract([folder], workers=workers) if isinstance(record, ArticleRecord)]
    return {
        "articles": len(records),
        "words": sum(len(record.text.split()) for record in records),
        "attributions": sum(len(record.attributions) for record in records),
        "figures": sum(len(record.figures) for record in records),
    }


def _bare(folder: Path, _: int) -> dict[str, int]:
    from whosays.extract import list_inputs, read_article  # noqa: PLC0415 - see _extract
    from whosays.extract.pipeline import COMPONENT, load_model  # noqa: PLC0415 - see _extract

    nlp = load_model()
    encoder = nlp.get_pipe(COMPONENT).encoder  # type: ignore[attr-defined]
    tokens = 0
    for path in list_inputs([folder]):
        words = [token.text for token in nlp.make_doc(read_article(path).text)]
        encoder.encode(words)
        tokens += len(words)
    return {"tokens": tokens}


if __name__ == "__main__":
    measured = {"extract": _extract, "bare": _bare}[sys.argv[1]]
    print(json.dumps(measured(Path(sys.argv[2]), int(sys.argv[3]))))
