"""``python -m benchmarks.one_more KG RECORD.json``: one article more in a process of its own, as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph


def main(kg: str, record: str) -> None:
    """Open the graph, add the record, relate, close; print how long that took."""
    article = ArticleRecord.from_json(json.loads(Path(record).read_text(encoding="utf-8")))
    begin, cpu = time.perf_counter(), time.process_time()
    with KnowledgeGraph.open(kg) as graph:
        graph.add(article)
        graph.relate()
    spent = {"seconds": time.perf_counter() - begin, "cpu_seconds": time.process_time() - cpu}
    print(json.dumps({name: round(value, 3) for name, value in spent.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
