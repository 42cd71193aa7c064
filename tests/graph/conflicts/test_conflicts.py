"""Accounts that contradict each other though they are not one claim, in the graph and in the answer of `conflicts`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest
from rdflib import RDF

from tests.record_builder import article_record, at, built, entity, hop
from whosays.extract.records import ArticleRecord, Stance
from whosays.graph import KnowledgeGraph
from whosays.graph.articles import article_graph, read_article
from whosays.graph.conflicts import Side, disputes, sides, why
from whosays.graph.rdf.namespaces import PROPOSITIONS
from whosays.ontology import WS, validate_dataset
from whosays.queries import run

PLACE = "In Sarn, where Lowmark meets the Quill below Mount Harrow, rain fell on Tuesday.\n\n"
Line = tuple[str, str, str, Stance, str]  # source, cue, content, stance, terms

BLAMED: Line = (
    "Mira Castellan",
    "blamed",
    "Veltra for the leak at the mill",
    "asserts",
    "veltra/M/o leak/N/for mill/N/at",
)
DENIED: Line = ("Veltra", "denied", "any responsibility for the leak", "denies", "responsibility/N/o leak/N/for")
BARE: Line = ("Veltra", "denied", "any involvement", "denies", "involvement/N/o")
SOAKED: Line = ("Veltra", "denied", "dyeing the wool", "denies", "dye/V/p wool/N/o")
WARNED: Line = (
    "Mira Castellan",
    "denied",
    "any responsibility for the leak",
    "denies",
    "responsibility/N/o leak/N/for",
)
DANES: Line = (
    "Ola Brandt", "said", "Danish shelling caused the fire at the depot", "asserts",
    "danish/A/s shell/N/s cause/V/p fire/N/o depot/N/at",
)  # fmt: skip
SWEDES: Line = (
    "Ruta Sehnal", "accused", "Sweden of starting the fire at the depot", "asserts",
    "sweden/M/o start/V/p fire/N/o depot/N/at",
)  # fmt: skip
SHOOTING: Line = (
    "Ruta Sehnal", "accused", "Sweden of firing at the depot", "asserts", "sweden/M/o fire/V/p depot/N/at"
)  # fmt: skip
RAMMED: Line = (
    "Sweden", "said", "a Danish vessel had rammed its boat off Velm", "asserts",
    "danish/A/s vessel/N/s ram/V/p boat/N/o velm/M/off",
)  # fmt: skip
CLAIMED: Line = (
    "Sweden", "claimed", "a Danish ship rammed into its boat", "asserts", "danish/A/o ship/N/o ram/V/p boat/N/into"
)  # fmt: skip
CRASHED: Line = (
    "Denmark", "accused", "Sweden of crashing into a ferry off Velm", "asserts",
    "sweden/M/o crash/V/p ferry/N/into velm/M/off",
)  # fmt: skip
COLLIDED: Line = (
    "Denmark", "said", "the Swedish side had collided with its boat", "asserts",
    "swedish/A/s side/N/s collide/V/p boat/N/with",
)  # fmt: skip
MOORED: Line = (
    "Denmark", "accused", "Sweden of mooring boats at the Quill", "asserts", "sweden/M/o moor/V/p boat/N/o quill/M/at"
)  # fmt: skip
KEPT: Line = (
    "Denmark", "said", "Swedish ships stopped a crew of a boat moored at the Quill", "asserts",
    "swedish/A/s ship/N/s stop/V/p crew/N/o boat/N/of moor/V/q/ua quill/M/at/a",
)  # fmt: skip
CENSURED: Line = (
    "Ola Brandt", "attacked", "Denmark for being slow to put out a fire at the depot", "asserts",
    "denmark/M/o for/P slow/A/p put/V fire/N/o depot/N/at",
)  # fmt: skip
REJECTED: Line = ("Sweden", "denied", "mooring boats at the Quill", "denies", "moor/V/p boat/N/o quill/M/at")
SHOT: Line = (
    "Ola Brandt", "said", "Tomas Ferrel was killed by a rocket", "asserts",
    "tomas/M/o ferrel/M/o kill/V/p/u rocket/N/by",
)  # fmt: skip
BOMBED: Line = (
    "Ruta Sehnal", "said", "Tomas Ferrel was killed by a bomb hidden in the room", "asserts",
    "tomas/M/o ferrel/M/o kill/V/p/u bomb/N/by hide/V/q/ua room/N/in/a",
)  # fmt: skip
OTHER: Line = (
    "Ruta Sehnal", "said", "Jon Malk was killed by a bomb hidden in the room", "asserts",
    "jon/M/o malk/M/o kill/V/p/u bomb/N/by hide/V/q/ua room/N/in/a",
)  # fmt: skip
DEAD: Line = (
    "Ola Brandt",
    "said",
    "the troops killed Tomas Ferrel",
    "asserts",
    "troop/N/s kill/V/p tomas/M/o ferrel/M/o",
)
ALIVE: Line = ("Ruta Sehnal", "said", "Ferrel is alive", "asserts", "ferrel/M/s alive/A/p")
NOT_DEAD: Line = ("Ruta Sehnal", "denied", "that Ferrel was dead", "denies", "ferrel/M/s dead/A/p")
MAY: Line = ("Ruta Sehnal", "said", "Ferrel may be alive", "asserts", "ferrel/M/s alive/A/p/m")
HELD: Line = (
    "Ola Brandt", "said", "Swedish troops control Velm", "asserts", "swedish/A/s troop/N/s control/V/p velm/M/o"
)  # fmt: skip
UNDER: Line = (
    "Ruta Sehnal", "said", "Velm is under Danish control", "asserts", "velm/M/s danish/A/under control/N/p"
)  # fmt: skip
NOT_HELD: Line = (
    "Ruta Sehnal", "said", "Swedish troops do not control Velm", "asserts",
    "swedish/A/s troop/N/s control/V/p/nf velm/M/o",
)  # fmt: skip


def article(
    path: str, *lines: Line, day: str = "2031-05-01", bodies: Iterable[str] = ("Veltra", "Sweden", "Denmark")
) -> ArticleRecord:
    """Return a record in which each source holds a stance to a content of given terms."""
    text = PLACE + " ".join(f"{source} {cue} {content}." for source, cue, content, *_ in lines) + f"\n\n{path}\n"
    people = {source for source, *_ in lines}.difference(bodies)
    named = [(name, "Person") for name in sorted(people)] + [(body, "Organization") for body in bodies if body in text]
    record = article_record(
        path,
        text,
        outlet=f"The {path.partition('.')[0]} Post",
        published=day,
        entities=tuple(entity(text, name, kind, name, *_places(text, name)) for name, kind in named),
        attributions=tuple(
            hop(text, number, source, cue, content, entity=source, stance=stance)
            for number, (source, cue, content, stance, _) in enumerate(lines)
        ),
    )
    terms: dict[tuple[tuple[int, int], ...], str] = {(at(text, content),): told for _, _, content, _, told in lines}
    return replace(record, claims=tuple(replace(each, terms=terms[each.content]) for each in record.claims))


def _places(text: str, name: str) -> list[str]:
    return [f"{name}|{number}" for number in range(text.count(name))]


def found(*records: ArticleRecord) -> list[tuple[str, list[str], list[str], str]]:
    """Return the disputes of one story: the sort, who says so, who says otherwise, and why."""
    articles = []
    for record in records:
        graph = article_graph(record)
        articles.append(read_article(str(graph.article), [(str(s), str(p), str(o)) for s, p, o in graph.triples]))
    known = {referent: name for article_ in articles for referent, name in article_.told.called.items()}
    told = disputes((side for article_ in articles for side in sides(article_)), known, lambda *_: False)
    return [(each.sort, _voices(each.so, known), _voices(each.otherwise, known), why(each)) for each in told]


def _voices(camp: Iterable[Side], known: Mapping[str, str]) -> list[str]:
    return [known[referent] for side in camp for referent in side.voice.referents]


@pytest.mark.parametrize(
    ("one", "other", "sort", "clash"),
    [
        (BLAMED, DENIED, "accusationDenied", "Veltra: leak"),
        (DANES, SWEDES, "rivalAccounts", "fire at the depot: "),
        (RAMMED, COLLIDED, "rivalAccounts", "rammed its boat: Danish vessel / Swedish side"),
        (CLAIMED, COLLIDED, "rivalAccounts", "rammed into its boat: Danish ship / Swedish side"),
        (RAMMED, CRASHED, "rivalAccounts", "rammed its boat off Velm: Danish vessel / Sweden"),
        (MOORED, REJECTED, "accusationDenied", "Sweden: mooring boats at the Quill"),
        (SHOT, BOMBED, "rivalAccounts", "Ferrel: from afar / planted"),
        (DEAD, ALIVE, "oppositeStates", "Ferrel: dead / alive"),
        (DEAD, NOT_DEAD, "oppositeStates", "Ferrel: dead / alive"),
        (HELD, UNDER, "oppositeStates", "Velm: Sweden / Denmark"),
        (HELD, NOT_HELD, "oppositeStates", "Velm: Sweden / not Sweden"),
    ],
)
def test_two_accounts_in_two_articles(one: Line, other: Line, sort: str, clash: str) -> None:
    """Who is blamed and denies it, two doers of one fire, two ways of one killing, alive and dead, in two hands."""
    ((told, so, otherwise, because),) = found(article("a.txt", one), article("b.txt", other))
    assert (told, so, otherwise) == (sort, [one[0]], [other[0]])
    assert all(part in because for part in clash.split(" / ")), because
    assert "“" in because
    assert found(article("a.txt", one), article("b.txt", other)) == found(
        article("b.txt", other), article("a.txt", one)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BLAMED, SOAKED),  # another thing is denied
        (BLAMED, BARE),  # of what, nothing in that article tells
        (BLAMED, WARNED),  # not by who is accused
        (DANES, SHOOTING),  # a fire is none that somebody opens
        (SHOT, OTHER),  # somebody else
        (KEPT, REJECTED),  # what is only mentioned beside is no accusation
        (RAMMED, CLAIMED),  # one voice accuses the same twice
        (RAMMED, SHOOTING),
        (CENSURED, SWEDES),  # whom somebody attacks for it is no doer of what stands behind
        (DEAD, MAY),
        (HELD, (*HELD[:2], "Danish troops control Hulm", "asserts", "danish/A/s troop/N/s control/V/p hulm/M/o")),
    ],
)
def test_what_does_not_contradict(one: Line, other: Line) -> None:
    """Other deeds, other people and places, what may be, and denials of nobody knows what."""
    assert found(article("a.txt", one), article("b.txt", other)) == []


def test_a_denial_that_does_not_tell_of_what() -> None:
    """It is of what was last said against the denier, and stands against those who say so elsewhere."""
    first, second = article("a.txt", BLAMED, BARE), article("b.txt", ("Ola Brandt", *BLAMED[1:]))
    ((sort, so, otherwise, _),) = found(first, second)
    assert (sort, set(so), otherwise) == ("accusationDenied", {"Mira Castellan", "Ola Brandt"}, ["Veltra"])


def test_a_town_changes_hands() -> None:
    """What is told of days far apart may both have been so."""
    assert found(article("a.txt", HELD), article("b.txt", UNDER, day="2031-05-04")) == []


def test_who_rejects_what_another_says() -> None:
    """One who is told to reject, in one breath, what another one says stands against that one."""
    text = f"{PLACE}Veltra rejected Mira Castellan's claim that the upper gate had been open.\n"
    record = article_record(
        "a.txt",
        text,
        outlet="Sarn Herald",
        entities=(entity(text, "v", "Organization", "Veltra"), entity(text, "m", "Person", "Mira Castellan")),
        attributions=(
            hop(text, 0, "Veltra", "rejected", "Mira Castellan's claim that the upper gate had been open",
                entity="v", stance="denies"),
            hop(text, 1, "Mira Castellan", "claim", "that the upper gate had been open", entity="m", inside=0),
        ),
    )  # fmt: skip
    ((sort, so, otherwise, because),) = found(record)
    assert (sort, so, otherwise) == ("claimRejected", ["Mira Castellan"], ["Veltra"])
    assert because.startswith("claim rejected: “that the upper gate had been open” / ")


def test_who_says_it_himself_is_not_accused() -> None:
    """Neither does a voice contradict itself here, nor is "it opened the gate", told of itself, an accusation."""
    opened: Line = ("Veltra", "said", "it flooded the mill", "asserts", "flood/V/p mill/N/o")
    denied: Line = ("Veltra", "denied", "flooding the mill", "denies", "flood/V/p mill/N/o")
    assert found(article("a.txt", opened), article("b.txt", denied)) == []


def test_conflicts_in_the_graph(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """A conflict stands in the answer of `conflicts`, with why and both sides; shapes hold; whatever the order."""
    records = [article("a.txt", SHOT, DEAD), article("b.txt", BOMBED), article("c.txt", ALIVE)]
    graph = built(new_graph(), records)
    table = run(graph.dataset, "conflicts")
    told = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert sorted((str(row["sort"]), str(row["asserting"]), str(row["denying"])) for row in told) == [
        ("oppositeStates", "Ola Brandt", "Ruta Sehnal"),
        ("rivalAccounts", "Ola Brandt", "Ruta Sehnal"),
    ]
    for row in told:
        assert run(graph.dataset, "evidence", {"attribution": str(row["against"])}).rows
        assert run(graph.dataset, "evidence", {"attribution": str(row["id"])}).rows
        assert str(row["why"]).startswith(("rival accounts (", "opposite states ("))
    assert len(run(graph.dataset, "conflicts", {"sort": "rivalAccounts"}).rows) == 1
    assert list(validate_dataset(graph.dataset)) == []
    other = new_graph()
    for record in reversed(records):
        built(other, [record])
    assert set(other.dataset.graph(PROPOSITIONS)) == set(graph.dataset.graph(PROPOSITIONS))
    for each in (graph, other):
        each.remove("c.txt")
        each.relate()
    assert len(list(graph.dataset.subjects(RDF.type, WS.Conflict))) == 1
    assert set(other.dataset.graph(PROPOSITIONS)) == set(graph.dataset.graph(PROPOSITIONS))
