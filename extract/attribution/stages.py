"""From a Doc to its attributions: the stages in order.

Two rounds, nesting with what it leaves torn, and filters.  First the tagger and the reporting verbs propose, and what
they propose is cut to size.  Then whatever is cut out by its words is proposed: "could not be verified" is seen only
where no content wrongly runs over it.  Proposals are in the order of precedence, a later one sees the earlier ones:
reporting verbs and hearsay stay outside what is said already; quoting and silence take over whatever has their cue;
"according to" and secondary sources stand around or behind others; dialogues, lists and posts take over what reading
sentence by sentence made of them; orphan and bare quotes go where nobody speaks yet.
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
from whosays.extract.attribution.stage import Example, Stage
from whosays.extract.attribution.structures.stage import propose_structures

STAGES = (
    Stage(
        "tagger",
        "propose",
        propose_tagged,
        Example(
            "The group wrote that taxes rose, and added that wages fell.",
            "The group | wrote | that taxes rose",
            tagged="The group | wrote | that taxes rose",
        ),
    ),
    Stage(
        "reporting verbs",
        "propose",
        propose_reported,
        Example(
            "The union has put the number of strikers at 300.", "The union | has put | the number of strikers at 300"
        ),
    ),
    Stage(
        "boundaries",
        "revise",
        fit_boundaries,
        Example(
            "The dam is said to have leaked.",
            "| is said | The dam | to have leaked",
            "The dam | is said | to have leaked",
        ),
    ),
    Stage(
        "splitting",
        "revise",
        split_contents,
        Example(
            "Roe confirmed that it burned but said nobody died.",
            "Roe | confirmed | that it burned; Roe | said | nobody died",
            "Roe | confirmed | that it burned but said nobody died",
        ),
    ),
    Stage(
        "clauses",
        "revise",
        fit_clauses,
        Example(
            "The boat, which the mayor said had sunk, is old.",
            "the mayor | said | The boat, which | had sunk",
            "the mayor | said | had sunk",
        ),
    ),
    Stage(
        "tails",
        "revise",
        cut_tails,
        Example(
            "“It fell,” Roe said of the dam.",
            "Roe | said of | “It fell,”",
            "Roe | said of | “It fell,” | the dam",
        ),
    ),
    Stage(
        "quoting",
        "propose",
        propose_quoted,
        Example(
            "The radio quoted a clerk as saying that the pier was closed.",
            "The radio | quoted | a clerk as saying that the pier was closed; "
            "0: a clerk | as saying | that the pier was closed",
        ),
    ),
    Stage(
        "hearsay",
        "propose",
        propose_hearsay,
        Example("The guards reportedly fled the post.", "| reportedly | The guards | fled the post"),
    ),
    Stage(
        "according to",
        "propose",
        propose_according,
        Example(
            "According to state radio, a clerk said the pier was closed.",
            "1: a clerk | said | the pier was closed; state radio | According to | a clerk said the pier was closed",
            "a clerk | said | the pier was closed",
        ),
    ),
    Stage(
        "silence",
        "propose",
        propose_silence,
        Example(
            "The ministry declined to comment on the deaths.",
            "The ministry | declined to comment on | the deaths",
            "The ministry | declined | to comment on the deaths",
        ),
    ),
    Stage(
        "secondary sources",
        "propose",
        propose_secondary,
        Example(
            "Citing a briefing by the harbour office, the mayor said the pier was closed.",
            "the mayor | said | the pier was closed; "
            "0: the harbour office | Citing a briefing by | the pier was closed",
            "the mayor | said | the pier was closed",
        ),
    ),
    Stage(
        "structures",
        "propose",
        propose_structures,
        Example(
            "Q: Who steered?\n\nADA: Bo did.\n\nQ: Who slept?\n\nADA: I slept.",
            "ADA | | Bo did; ADA | | I slept",
        ),
    ),
    Stage(
        "orphan quotes",
        "propose",
        propose_orphans,
        Example(
            "Ada spoke: “The water came fast.”\n\n“Then it simply went.”",
            "Ada | spoke | “The water came fast.” | “Then it simply went.”",
            "Ada | spoke | “The water came fast.”",
        ),
    ),
    Stage(
        "bare quotations",
        "propose",
        propose_bare,
        Example(
            "ADA walked the ridge.\n\n“Not one pine is left.”",
            "ADA | | “Not one pine is left.”",
        ),
    ),
    Stage(
        "quotations",
        "revise",
        reassign_quotations,
        Example(
            "Ada spoke. “Rain came,” Bo said.",
            "Ada | spoke; Bo | said | “Rain came,”",
            "Ada | spoke | “Rain came,”; Bo | said",
        ),
    ),
    Stage(
        "leading clauses",
        "revise",
        reassign_leading,
        Example(
            "The dam broke at dawn, the agency said.", "the agency | said | The dam broke at dawn", "the agency | said"
        ),
    ),
    Stage(
        "torn clauses",
        "revise",
        mend_torn,
        Example(
            "Roe said the boats, two of them new, had gone.",
            "Roe | said | the boats, two of them new, had gone",
            "Roe | said | the boats",
        ),
    ),
    Stage(
        "enclosure",
        "nest",
        nest_enclosed,
        Example(
            "He said Roe told him it leaked.",
            "He | said | Roe told him it leaked; 0: Roe | told | it leaked",
            "He | said | Roe told him it leaked; Roe | told | it leaked",
        ),
    ),
    Stage(
        "contents",
        "nest",
        nest_contents,
        Example(
            "She said the mayor denied the report.",
            "She | said | the mayor denied the report; 0: the mayor | denied | the report",
            "She | said | the mayor denied the report",
        ),
    ),
    Stage(
        "passed over",
        "nest",
        propose_passed_over,
        Example(
            "Roe wrote that the dam leaked, says the Post.",
            "the Post | says | Roe wrote that the dam leaked; 0: Roe | wrote | that the dam leaked",
            "the Post | says | Roe wrote that the dam leaked",
            believed="wrote",
        ),
    ),
    Stage(
        "nouns",
        "nest",
        propose_nouns,
        Example(
            "Roe cited its promise to pay.",
            "Roe | cited | its promise to pay; 0: its | promise | to pay",
            "Roe | cited | its promise to pay",
        ),
    ),
    Stage(
        "doubts",
        "nest",
        propose_doubts,
        Example(
            "There was doubt about its promise to pay.",
            "1: its | promise | to pay; | There was doubt about | its promise to pay",
            "its | promise | to pay",
        ),
    ),
    Stage(
        "remarks",
        "revise",
        take_out_remarks,
        Example(
            "The group wrote that taxes rose, a claim that the mayor disputes.",
            "The group | wrote | that taxes rose; the mayor | disputes | that taxes rose",
            "The group | wrote | that taxes rose, a claim that the mayor disputes",
        ),
    ),
    Stage(
        "torn inner clauses",
        "revise",
        mend_torn,
        Example(
            "He said Roe told him it leaked.",
            "He | said | Roe told him it leaked; 0: Roe | told | it leaked",
            "He | said | Roe told him it leaked; 0: Roe | told | it leaked",
        ),
    ),
    Stage(
        "parts",
        "revise",
        drop_parts,
        Example(
            "“Roe thinks it held,” Ada said. “It fell.”",
            "Ada | said | “Roe thinks it held,” | “It fell.”; 0: Roe | thinks | it held",
            "Ada | said | “Roe thinks it held,” | “It fell.”; 0: Roe | thinks | it held | It fell",
        ),
    ),
    Stage(
        "reach",
        "revise",
        keep_in_reach,
        Example(
            "He said Roe told them to go and they did.",
            "He | said | Roe told them to go and they did; 0: Roe | told | them to go",
            "He | said | Roe told them to go and they did; 0: Roe | told | them to go and they did",
        ),
    ),
    Stage(
        "sources",
        "revise",
        name_sources,
        Example(
            "Roe opened the campaign by saying that it leaked.",
            "Roe | saying | that it leaked",
            "| saying | that it leaked",
        ),
    ),
    Stage(
        "no statement",
        "filter",
        drop_unspoken,
        Example("Asked about the leak, he left.", "", "| Asked about | the leak"),
    ),
    Stage("no content", "filter", drop_empty, Example("Ada said: “…”", "", "Ada | said | “…”")),
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
