"""The shared graphs of a corpus that lives: each article that comes or goes changes only what it touches.

``Corpus.relate`` compares the articles that the store holds with those that it knows, reads the new ones, and works
out anew the names, links, groups, copies, claims, figures and origins that these touch; then it writes the triples
that differ.  What it remembers from one time to the next lies in ``derived.sqlite`` beside the store.  That file is
never the truth: where it is missing, damaged, or made by another version of the program, all is worked out from the
article graphs.  Either way the shared graphs are the same: they depend on the set of articles and on what people
judged, and on nothing else.
"""

from whosays.graph.incremental.cache import Cache, shrink
from whosays.graph.incremental.claims.issues import Issues
from whosays.graph.incremental.corpus import Corpus, News
from whosays.graph.incremental.looking import DERIVED_FILES, related
from whosays.graph.incremental.part import Update
from whosays.graph.incremental.registry import PARTS, follow, opened
from whosays.graph.incremental.triple_ledger import Ledger

__all__ = [
    "DERIVED_FILES",
    "PARTS",
    "Cache",
    "Corpus",
    "Issues",
    "Ledger",
    "News",
    "Update",
    "follow",
    "opened",
    "related",
    "shrink",
]
