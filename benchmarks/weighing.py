"""``python -m benchmarks.weighing KG``: how many bytes a graph has on disk, of what, and for 800 words, as JSON.

*Packed* is the store loaded anew in one go, as a large build and ``whosays compact`` leave it: Oxigraph leaves what it
writes by and by uncompressed as long as that is little.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from whosays.graph import KnowledgeGraph
from whosays.ontology import WS

WORDS: Final = 800  # of an article


def weighing(kg: Path) -> dict[str, Any]:
    """Return what a graph holds, the bytes of each of its parts, and those of an article of so many words."""
    with KnowledgeGraph.open(kg, read_only=True) as graph, tempfile.TemporaryDirectory() as folder:
        texts = [text for _, text in graph.pairs(WS.articleText)]
        attributions = sum(1 for _ in graph.pairs(WS.parent))
        file = Path(folder) / "all.nq"
        graph.export("nquads", file)
        with file.open(encoding="utf-8") as lines:
            graphs = Counter("graph" if line.endswith("#graph> .\n") else "shared" for line in lines)
        with KnowledgeGraph.open(Path(folder) / "packed", create=True) as packed:
            packed.load(file)
        bytes_ = {
            "store": _bytes(kg.glob("store*/*")),
            "packed": _bytes((Path(folder) / "packed").glob("store*/*")),
            "derived": _bytes(kg.glob("derived.sqlite*")),
            "nquads": file.stat().st_size,
            "texts": sum(len(text.encode()) for text in texts),
        }
    words = sum(len(text.split()) for text in texts)
    return {
        "articles": len(texts),
        "words": words,
        "attributions": attributions,
        "quads": {"of articles": graphs["graph"], "shared": graphs["shared"]},
        "bytes": bytes_,
        f"bytes of {WORDS} words": {
            "store and derived": round((bytes_["store"] + bytes_["derived"]) * WORDS / words),
            "packed and derived": round((bytes_["packed"] + bytes_["derived"]) * WORDS / words),
        },
    }


def _bytes(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.is_file())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kg", type=Path, help="the folder of a graph")
    json.dump(weighing(parser.parse_args().kg), sys.stdout, indent=1)
