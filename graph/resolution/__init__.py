"""Who is who across articles: names joined into entities, with reasons."""

from whosays.graph.resolution import judgements
from whosays.graph.resolution.blocking import SORTS, Side, blocks, meet, only
from whosays.graph.resolution.counted_profiles import Gathered
from whosays.graph.resolution.entity_writer import entity_triples, referent_triples
from whosays.graph.resolution.judgements import (
    ARTICLE,
    Judgements,
    Pair,
    Verdict,
    load,
    pair,
    pair_id,
    read_key,
    save,
    written,
)
from whosays.graph.resolution.judgements import (
    FILE as JUDGEMENTS,
)
from whosays.graph.resolution.matcher import (
    Link,
    Linking,
    by_a_capital,
    by_an_article,
    by_judgements,
    governed_by,
    node,
    seat_of,
    split_off,
    weighed,
)
from whosays.graph.resolution.merge_writer import MERGES, link_triples, merges_in
from whosays.graph.resolution.partial_names import CROWD, asking_order, asks, calls, noun, pairings
from whosays.graph.resolution.profiles import EVERYWHERE, Company, Known, company_weight, united

__all__ = [
    "ARTICLE",
    "CROWD",
    "EVERYWHERE",
    "JUDGEMENTS",
    "MERGES",
    "SORTS",
    "Company",
    "Gathered",
    "Judgements",
    "Known",
    "Link",
    "Linking",
    "Pair",
    "Side",
    "Verdict",
    "asking_order",
    "asks",
    "blocks",
    "by_a_capital",
    "by_an_article",
    "by_judgements",
    "calls",
    "company_weight",
    "entity_triples",
    "governed_by",
    "judgements",
    "link_triples",
    "load",
    "meet",
    "merges_in",
    "node",
    "noun",
    "only",
    "pair",
    "pair_id",
    "pairings",
    "read_key",
    "referent_triples",
    "save",
    "seat_of",
    "split_off",
    "united",
    "weighed",
    "written",
]
