"""Records in, quads out: the knowledge graph of which outlet attributes what to whom.

What is where (IRIs as in the ontology's example; no blank node, no triple in two graphs):

``.../article/X#graph``, one for each article version, made of that article alone
    ``X`` a ``ws:Article``: ``ws:path`` (as given), ``schema:url``, ``schema:headline``, ``schema:author``,
    ``schema:datePublished``, ``schema:dateModified`` (``xsd:date``), ``schema:creditText`` (the wire's name as read),
    ``schema:sha256``, ``ws:language``, ``ws:note``, ``ws:given``, ``ws:articleText`` (offsets count its code points),
    and what articles are compared by: ``ws:context``, ``ws:sentences``, ``ws:numbers``, ``ws:credits``; its
    attributions once more, as one text: ``ws:attributionTable``.
    ``#voice``, the outlet's own voice, and ``#ref=``, every other referent: ``ws:Referent`` and its type,
    ``ws:named``, ``skos:prefLabel`` (its name or description; plain literal, absent where the text names
    nobody), ``skos:altLabel``, ``schema:roleName``, ``ws:singulars``.  ``#char=s,e`` spans: their IRIs tell where
    their words
    stand in the text, and no triple repeats it; mentions have ``ws:refersTo``. ``#attr=`` one
    ``ws:Attribution`` for each hop, with what every question asks of it as literals: ``ws:sourceWords``,
    ``ws:cue``, ``ws:cueLemma``, ``ws:content``, ``ws:start``, ``ws:end``; and where that stands:
    ``ws:sourceSpan``, ``ws:cueSpan``, ``ws:hedgeSpan``, ``ws:contentSpan`` for each piece of a content that is
    split.  ``ws:claim`` is what it says itself.  ``#attr=voice`` is the outlet's voice (no ``ws:parent``, no
    ``ws:confidence``, no cue, no claim), the ``ws:parent`` of every outermost hop: every hop that was extracted
    has one. ``#claim=`` with ``ws:terms``, ``ws:selfContained``, ``ws:points``, ``ws:clause``, ``ws:quantity``;
    ``#qty=`` figures: ``ws:words``, ``ws:start``, ``ws:end``, ``ws:sentence``, ``ws:measure``, ``ws:of``, bounds,
    ``ws:time`` and ``ws:place``; ``ws:hasFigure`` from the attribution that holds it. Figures in the outlet's own
    words: its voice
    ``ws:asserts`` the sentence, in an attribution of its own. ``#skip=s,e`` the ledger: ``ws:reason``,
    which makes it a ``ws:Skipped`` (``ontology.IMPLIED``).  Only attributions have ``ws:inArticle``.

``.../graph/entities`` (rebuilt by ``relate``)
    ``ws:resolvesTo`` from referents to ``ws:Entity`` nodes (one more type, ``skos:prefLabel``,
    ``skos:altLabel``, both ``@en``; ``skos:exactMatch``, its Wikidata item), ``ws:Merge`` nodes (two names that
    are one or might be, why, what became of it; judgements of people are kept in the folder's judgements.tsv,
    outside the graph), and from articles ``schema:publisher`` (absent: outlet not named) and
    ``ws:wireService``.
``.../graph/chains`` (rebuilt by ``relate``)
    For every attribution but ``#attr=voice`` how it is shown: ``ws:chain``, outlet first, joined by " > ",
    ``ws:speaker`` and ``ws:outlet``; of each article all of that as one text: ``ws:shownTable``.
``.../graph/lineage`` (rebuilt by ``relate``)
    ``ws:Reuse``: which article repeats whose words, with the passages of both; ``ws:republishes``, ``ws:relays``.
``.../graph/propositions`` (rebuilt by ``relate``)
    ``ws:Proposition``, where at least two claims meet: ``schema:text`` (the wording that stands for it),
    ``ws:assertedBy`` and ``ws:disputedBy`` (innermost attributions), ``ws:origin`` and counts of outlets, articles and
    origins, ``ws:singleOrigin``, ``ws:shortestChain`` for each outlet; claims ``ws:expresses`` it, figures are
    ``ws:figureOf`` it.
    ``ws:Conflict``, accounts that contradict each other and are not one claim: ``ws:conflictSort``, ``ws:clash`` (why),
    ``ws:saysSo`` and ``ws:saysOtherwise`` (attributions), ``ws:firstToSaySo``.
    ``ws:Issue``: figures are ``ws:onIssue`` and ``ws:countsAs`` the one that stands for all of their count;
    ``ws:Comparison`` of each two counts: ``ws:firstFigure``, ``ws:secondFigure``, ``ws:relation``, ``ws:verdict``.
    Versions of an article: ``ws:revises``, ``ws:gained``, ``ws:dropped``.
``.../graph/changes`` (rebuilt by ``relate``)
    ``ws:Change``: what an article (``ws:changedIn``) tells otherwise than another one before it (``ws:changedFrom``),
    with the sentences of both, what differs, the way, who told it first; a voice's own reversals have ``ws:saidBy``.
``.../graph/runs``
    ``ws:ExtractionRun``: by which program, model and options articles were read; they are ``prov:wasGeneratedBy`` it.
    When that was is told beside the graph, in ``runs.jsonl``.
``.../graph/vocabulary``
    The ontology itself (``ontology/whosays.ttl``), so that a graph and its exports explain themselves.

The names load on first use: who only asks a graph should not wait for what builds one.
"""

from typing import TYPE_CHECKING

from whosays.graph.errors import GraphError, RecordError, TooMuchError
from whosays.graph.rdf import (
    EVERYTHING,
    ID,
    RDF_FORMATS,
    RESULTS,
    Answer,
    Pairs,
    PathPairs,
    Scope,
    answered,
    answers,
    article_iri,
    is_address,
    is_on_disk,
    is_snapshot,
    kind_of,
    pairs_of,
    written,
)
from whosays.lazily import lazily

if TYPE_CHECKING:
    from whosays.graph.articles import (
        JOINT,
        NO_OUTLET,
        NO_SOURCE,
        Line,
        article_lines,
        outwards,
        read_shown,
        table_lines,
        work,
    )
    from whosays.graph.incremental import News
    from whosays.graph.names import is_one_body
    from whosays.graph.resolution import Verdict
    from whosays.graph.store import (
        Compacted,
        Examined,
        KnowledgeGraph,
        Merge,
        Run,
        StoredArticle,
        compact,
        compact_after,
        copied,
        examined,
        is_graph,
        judge_merge,
        judge_story,
        merges,
        note_run,
        place_for_copy,
        run_log,
        split_off,
        state_of,
        sweep,
    )
    from whosays.graph.wording import is_clause, measure_name, predicate_of, unit_of, worded

__all__ = [
    "EVERYTHING",
    "ID",
    "JOINT",
    "NO_OUTLET",
    "NO_SOURCE",
    "RDF_FORMATS",
    "RESULTS",
    "Answer",
    "Compacted",
    "Examined",
    "GraphError",
    "KnowledgeGraph",
    "Line",
    "Merge",
    "News",
    "Pairs",
    "PathPairs",
    "RecordError",
    "Run",
    "Scope",
    "StoredArticle",
    "TooMuchError",
    "Verdict",
    "answered",
    "answers",
    "article_iri",
    "article_lines",
    "compact",
    "compact_after",
    "copied",
    "examined",
    "is_address",
    "is_clause",
    "is_graph",
    "is_on_disk",
    "is_one_body",
    "is_snapshot",
    "judge_merge",
    "judge_story",
    "kind_of",
    "measure_name",
    "merges",
    "note_run",
    "outwards",
    "pairs_of",
    "place_for_copy",
    "predicate_of",
    "read_shown",
    "run_log",
    "split_off",
    "state_of",
    "sweep",
    "table_lines",
    "unit_of",
    "worded",
    "work",
    "written",
]

__getattr__ = lazily(
    __name__,
    {
        "articles": "JOINT NO_OUTLET NO_SOURCE Line article_lines outwards read_shown table_lines work",
        "incremental": "News",
        "names": "is_one_body",
        "resolution": "Verdict",
        "store": "Compacted Examined KnowledgeGraph Merge Run StoredArticle compact compact_after copied examined"
        " is_graph judge_merge judge_story merges note_run place_for_copy run_log split_off state_of sweep",
        "wording": "is_clause measure_name predicate_of unit_of worded",
    },
)
