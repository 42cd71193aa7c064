"""From a Doc to its attributions: the stages in order.

Two rounds, nesting with what it leaves torn, and filters.  First the tagger and the reporting verbs propose, and what
they propose is cut to size.  Then whatever is cut out by its words is proposed: "could not be verified" is seen only
where no content wrongly runs over it.  Proposals are in the order of precedence, a later one sees the earlier ones:
reporting verbs and hearsay stay outside what is said already; quoting and silence take over whatever has their cue;
"according to" and secondary sources stand around or behind others; dialogues, lists and posts take over what reading
sentence by sentence made of them; orphan and bare quotes go where nobody speaks yet.
``tests/data/stages.tsv`` tells what each makes of a sentence.
"""

from __future__ import annotations

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.filter.non_statements import drop_empty, drop_unspoken
from whosays.extract.attribution.filter.reach import keep_in_reach
from whosays.extract.attribution.kinds import judge_kinds
from whosays.extract.attribution.nesting import nest_contents, nest_enclosed
from whosays.extract.attribution.propose.according import propose_according
from whosays.extract.attribution.propose.hearsay import propose_hearsay
from whosays.extract.attribution.propose.no_comment import propose_silence
from whosays.extract.attribution.propose.nouns import propose_doubts, propose_nouns
from whosays.extract.attribution.propose.orphan_quotes import propose_bare, propose_orphans
from whosays.extract.attribution.propose.passed_over import propose_passed_over
from whosays.extract.attribution.propose.quoting import propose_quoted
from whosays.extract.attribution.propose.reporting_verbs import propose_reported
from whosays.extract.attribution.propose.secondary_sources import propose_secondary
from whosays.extract.attribution.propose.tagged import propose_tagged
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.boundaries import fit_boundaries
from whosays.extract.attribution.revise.clauses import fit_clauses
from whosays.extract.attribution.revise.edges import draw_edges
from whosays.extract.attribution.revise.parts import drop_parts
from whosays.extract.attribution.revise.reassignment import reassign_leading, reassign_quotations
from whosays.extract.attribution.revise.relatives import name_relatives
from whosays.extract.attribution.revise.remarks import take_out_remarks
from whosays.extract.attribution.revise.sources import name_sources
from whosays.extract.attribution.revise.splitting import split_contents
from whosays.extract.attribution.revise.tails import cut_tails
from whosays.extract.attribution.revise.torn import mend_torn
from whosays.extract.attribution.stage import Stage
from whosays.extract.attribution.structures.stage import propose_structures

STAGES = (
    Stage("tagger", "propose", propose_tagged),
    Stage("reporting verbs", "propose", propose_reported),
    Stage("boundaries", "revise", fit_boundaries),
    Stage("splitting", "revise", split_contents),
    Stage("clauses", "revise", fit_clauses),
    Stage("tails", "revise", cut_tails),
    Stage("quoting", "propose", propose_quoted),
    Stage("hearsay", "propose", propose_hearsay),
    Stage("according to", "propose", propose_according),
    Stage("silence", "propose", propose_silence),
    Stage("secondary sources", "propose", propose_secondary),
    Stage("structures", "propose", propose_structures),
    Stage("orphan quotes", "propose", propose_orphans),
    Stage("bare quotations", "propose", propose_bare),
    Stage("quotations", "revise", reassign_quotations),
    Stage("leading clauses", "revise", reassign_leading),
    Stage("torn clauses", "revise", mend_torn),
    Stage("enclosure", "nest", nest_enclosed),
    Stage("contents", "nest", nest_contents),
    Stage("passed over", "nest", propose_passed_over),
    Stage("nouns", "nest", propose_nouns),
    Stage("doubts", "nest", propose_doubts),
    Stage("remarks", "revise", take_out_remarks),
    Stage("torn inner clauses", "revise", mend_torn),
    Stage("parts", "revise", drop_parts),
    Stage("reach", "revise", keep_in_reach),
    Stage("sources", "revise", name_sources),
    Stage("no statement", "filter", drop_unspoken),
    Stage("no content", "filter", drop_empty),
)


def find_attributions(reading: Reading) -> AttributionSet:
    """Return the attributions of a tagged and parsed Doc, acts among them, with what their confidence is worth."""
    found = AttributionSet()
    for stage in STAGES:
        found.stage = stage.name
        stage.apply(reading, found)
    found.stage = "edges"
    draw_edges(reading.doc, found)
    found.stage = "kinds"
    judge_kinds(reading, found)
    found.stage = "relatives"
    name_relatives(reading.doc, found)
    return found
