"""Who copied whom, and who reports another's report."""

from whosays.graph.reuse.alignment import passages
from whosays.graph.reuse.detector import TEXTS, Reuse, Tracer, roots
from whosays.graph.reuse.fingerprint_index import CROWD, CROWD_SAMPLE, LineageArticle, LineageIndex, Posting
from whosays.graph.reuse.fingerprints import Text, read_text
from whosays.graph.reuse.reader import lineage_article
from whosays.graph.reuse.relaying import relays
from whosays.graph.reuse.writer import relay_triples, reuse_triples

__all__ = [
    "CROWD",
    "CROWD_SAMPLE",
    "TEXTS",
    "LineageArticle",
    "LineageIndex",
    "Posting",
    "Reuse",
    "Text",
    "Tracer",
    "lineage_article",
    "passages",
    "read_text",
    "relay_triples",
    "relays",
    "reuse_triples",
    "roots",
]
