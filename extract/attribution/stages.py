"""From a Doc to its attributions: the stages in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.filter.non_statements import drop_unspoken, drop_wordless
from whosays.extract.attribution.nesting import nest_contents, nest_enclosed
from whosays.extract.attribution.propose.according import propose_according
from whosays.extract.attribution.propose.hearsay import propose_hearsay
from whosays.extract.attribution.propose.no_comment import propose_silence
from whosays.extract.attribution.propose.orphan_quotes import propose_orphans
from whosays.extract.attribution.propose.quoting import propose_quoted
from whosays.extract.attribution.propose.reporting_verbs import propose_reported
from whosays.extract.attribution.propose.secondary_sources import propose_secondary
from whosays.extract.attribution.propose.tagged import propose_tagged
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.boundaries import fit_boundaries
from whosays.extract.attribution.revise.reassignment import reassign_leading, reassign_quotations
from whosays.extract.attribution.revise.splitting import split_contents

Kind = Literal["propose", "revise", "nest", "filter"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it does to the attributions found so far."""

    name: str
    kind: Kind
    apply: Callable[[Reading, AttributionSet], None]


STAGES = (
    Stage("tagger", "propose", propose_tagged),
    Stage("splitting", "revise", split_contents),
    Stage("reporting verbs", "propose", propose_reported),
    Stage("boundaries", "revise", fit_boundaries),
    Stage("splitting", "revise", split_contents),
    Stage("quoting", "propose", propose_quoted),
    Stage("quotations", "revise", reassign_quotations),
    Stage("leading clauses", "revise", reassign_leading),
    Stage("hearsay", "propose", propose_hearsay),
    Stage("according to", "propose", propose_according),
    Stage("secondary sources", "propose", propose_secondary),
    Stage("silence", "propose", propose_silence),
    Stage("orphan quotes", "propose", propose_orphans),
    Stage("enclosure", "nest", nest_enclosed),
    Stage("contents", "nest", nest_contents),
    Stage("unspoken", "filter", drop_unspoken),
    Stage("wordless", "filter", drop_wordless),
)


def find_attributions(reading: Reading) -> AttributionSet:
    """Return the attributions of a tagged and parsed Doc, with the stages that each went through."""
    found = AttributionSet()
    for stage in STAGES:
        found.stage = stage.name
        stage.apply(reading, found)
    return found
