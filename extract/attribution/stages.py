"""From a Doc to its attributions: the stages in order.

Two rounds, nesting and filters; each stage runs once.  First the tagger and the reporting verbs propose, and what they
propose is cut to size.  Then whatever is cut out by its words is proposed: "could not be verified" is seen only where
no content wrongly runs over it.  Proposals are in the order of precedence, a later one sees the earlier ones: reporting
verbs and hearsay stay outside what is said already; quoting and silence take over whatever has their cue; "according
to" and secondary sources stand around or behind others; orphan quotes go where nobody speaks yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from whosays.extract.attribution.attribution import AttributionSet
from whosays.extract.attribution.filter.non_statements import drop_empty, drop_unspoken
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
Told = tuple[str | None, str, tuple[str, ...], int | None]  # source, cue, contents, position of what reports it


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what was found in it before a stage and after it; ``tagged`` are roles and words."""

    sentence: str
    after: tuple[Told, ...]
    before: tuple[Told, ...] = ()
    tagged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One step: what it does to the attributions found so far, and an example, which is its test."""

    name: str
    kind: Kind
    apply: Callable[[Reading, AttributionSet], None]
    example: Example


STAGES = (
    Stage(
        "tagger",
        "propose",
        propose_tagged,
        Example(
            "The group wrote that taxes rose, and added that wages fell.",
            (("The group", "wrote", ("that taxes rose",), None),),
            tagged=(("Source", "The group"), ("Cue", "wrote"), ("Content", "that taxes rose")),
        ),
    ),
    Stage(
        "reporting verbs",
        "propose",
        propose_reported,
        Example(
            "The union has put the number of strikers at 300.",
            (("The union", "has put", ("the number of strikers at 300",), None),),
        ),
    ),
    Stage(
        "boundaries",
        "revise",
        fit_boundaries,
        Example(
            "The dam is said to have leaked.",
            ((None, "is said", ("The dam", "to have leaked"), None),),
            (("The dam", "is said", ("to have leaked",), None),),
        ),
    ),
    Stage(
        "splitting",
        "revise",
        split_contents,
        Example(
            "Roe confirmed that it burned but said nobody died.",
            (("Roe", "confirmed", ("that it burned",), None), ("Roe", "said", ("nobody died",), None)),
            (("Roe", "confirmed", ("that it burned but said nobody died",), None),),
        ),
    ),
    Stage(
        "quoting",
        "propose",
        propose_quoted,
        Example(
            "The radio quoted a clerk as saying that the pier was closed.",
            (
                ("The radio", "quoted", ("a clerk as saying that the pier was closed",), None),
                ("a clerk", "as saying", ("that the pier was closed",), 0),
            ),
        ),
    ),
    Stage(
        "hearsay",
        "propose",
        propose_hearsay,
        Example("The guards reportedly fled the post.", ((None, "reportedly", ("The guards", "fled the post"), None),)),
    ),
    Stage(
        "according to",
        "propose",
        propose_according,
        Example(
            "According to state radio, a clerk said the pier was closed.",
            (
                ("a clerk", "said", ("the pier was closed",), 1),
                ("state radio", "According to", ("a clerk said the pier was closed",), None),
            ),
            (("a clerk", "said", ("the pier was closed",), None),),
        ),
    ),
    Stage(
        "silence",
        "propose",
        propose_silence,
        Example(
            "The ministry declined to comment on the deaths.",
            (("The ministry", "declined to comment on", ("the deaths",), None),),
            (("The ministry", "declined", ("to comment on the deaths",), None),),
        ),
    ),
    Stage(
        "secondary sources",
        "propose",
        propose_secondary,
        Example(
            "Citing a briefing by the harbour office, the mayor said the pier was closed.",
            (
                ("the mayor", "said", ("the pier was closed",), None),
                ("the harbour office", "Citing a briefing by", ("the pier was closed",), 0),
            ),
            (("the mayor", "said", ("the pier was closed",), None),),
        ),
    ),
    Stage(
        "orphan quotes",
        "propose",
        propose_orphans,
        Example(
            "Ada spoke: “The water came fast.”\n\n“Then it simply went.”",
            (
                ("Ada", "spoke", ("“The water came fast.”",), None),
                ("Ada", "", ("“Then it simply went.”",), None),
            ),
            (("Ada", "spoke", ("“The water came fast.”",), None),),
        ),
    ),
    Stage(
        "quotations",
        "revise",
        reassign_quotations,
        Example(
            "Ada spoke. “Rain came,” Bo said.",
            (("Ada", "spoke", (), None), ("Bo", "said", ("“Rain came,”",), None)),
            (("Ada", "spoke", ("“Rain came,”",), None), ("Bo", "said", (), None)),
        ),
    ),
    Stage(
        "leading clauses",
        "revise",
        reassign_leading,
        Example(
            "The dam broke at dawn, the agency said.",
            (("the agency", "said", ("The dam broke at dawn",), None),),
            (("the agency", "said", (), None),),
        ),
    ),
    Stage(
        "enclosure",
        "nest",
        nest_enclosed,
        Example(
            "He said Roe told him it leaked.",
            (("He", "said", ("Roe told him it leaked",), None), ("Roe", "told", ("it leaked",), 0)),
            (("He", "said", ("Roe told him it leaked",), None), ("Roe", "told", ("it leaked",), None)),
        ),
    ),
    Stage(
        "contents",
        "nest",
        nest_contents,
        Example(
            "She said the mayor denied the report.",
            (("She", "said", ("the mayor denied the report",), None), ("the mayor", "denied", ("the report",), 0)),
            (("She", "said", ("the mayor denied the report",), None),),
        ),
    ),
    Stage(
        "no statement",
        "filter",
        drop_unspoken,
        Example("Asked about the leak, he left.", (), ((None, "Asked about", ("the leak",), None),)),
    ),
    Stage(
        "no content",
        "filter",
        drop_empty,
        Example("Ada said: “…”", (), (("Ada", "said", ("“…”",), None),)),
    ),
)


def find_attributions(reading: Reading) -> AttributionSet:
    """Return the attributions of a tagged and parsed Doc, their confidence that of development texts."""
    found = AttributionSet()
    for stage in STAGES:
        found.stage = stage.name
        stage.apply(reading, found)
    found.stage = "calibration"
    for number, hop in list(found.items()):
        found.put(number, replace(hop, confidence=reading.linker.calibrated(hop.confidence)))
    return found
