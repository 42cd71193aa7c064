"""What changes on the way of a claim: each kind with what is one and what only looks like one, and all in the graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from rdflib import Graph

from tests.graph_checks import validate_graph
from tests.record_builder import article_record, built, entity, hop
from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph
from whosays.graph.articles import Counted, article_graph, read_article
from whosays.graph.changes import (
    Account,
    Alignment,
    bound,
    copied,
    corrections,
    firmer,
    left_out,
    restated,
    same_words,
)
from whosays.graph.names import plain
from whosays.graph.rdf.namespaces import CHANGES
from whosays.graph.wording import EARLIER
from whosays.queries import run

AROUND = "The dam above Sarn was built when the valley had no road and the mill still ran by night and by day"


def account(record: ArticleRecord) -> Account:
    """Lay out a record; everybody is an entity by the name that the article has for them."""
    graph = article_graph(record)
    read = read_article(str(graph.article), [(str(s), str(p), str(o)) for s, p, o in graph.triples])
    names = {name.referent: plain(name.name) for name in read.names}
    return Account.of(read.told, read.text, names, read.descriptions)


def told(text: str, *said: tuple[str, str, str], **more: Any) -> Account:
    """Lay out a text in which sources (by cue) say contents."""
    hedges = more.pop("hedges", ())
    record = article_record(
        f"{len(text)}.txt",
        text,
        outlet="Kestrel Post",
        entities=tuple(entity(text, f"e{number}", "Person", source) for number, (source, _, _) in enumerate(said)),
        attributions=tuple(
            hop(
                text,
                number,
                source,
                cue,
                content,
                entity=f"e{number}",
                hedges=[h for h in hedges if h in content],
                **more,
            )
            for number, (source, cue, content) in enumerate(said)
        ),
    )
    return account(record)


def kinds(earlier: Account, later: Account) -> list[tuple[str, str]]:
    return [(each.kind, each.differs) for each in copied(Alignment.of(earlier, later))]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("it may have leaked", "it leaked", [("hedgeLost", "“may” is gone")]),
        ("it leaked", "it reportedly leaked", [("hedgeAdded", "“reportedly” is put in")]),
        ("it may have leaked", "it is thought to have leaked", []),
        ("in May it leaked", "in June it leaked", []),
    ],
)
def test_a_hedge_is_lost_where_no_other_takes_its_place(before: str, after: str, found: list[tuple[str, str]]) -> None:
    """A word that holds back is gone only where the sentence holds back in no other way."""
    sides = [told(f"{AROUND} and {words} for three long weeks.") for words in (before, after)]
    assert kinds(*sides) == found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("41 homes", "47 homes", [("figureRaised", "“41” became “47”")]),
        ("41 homes", "14 homes", [("figureLowered", "“41” became “14”")]),
        ("$1,973 for each", "$2,000 for each", [("figureRounded", "“$1,973” became “$2,000”")]),
        ("at least 41 homes", "41 homes", [("boundDropped", "“at least 41” became “41”")]),
        ("41 homes", "41 barns", []),
        ("in 1973 homes", "in 1981 homes", []),
        ("15 metres of it", "50 feet of it", []),
        ("on June 12 homes", "on June 13 homes", []),
        ("41 percent of shares", "47 percent of shares", []),
        ("two miles (about 3.2 km) of road", "two miles (3.2 km) of road", []),
        ("two kilometers (1.24 miles) of road", "two kilometers (1.2 miles) of road", []),
        ("41 homes (about 12 barns)", "41 homes (12 barns)", [("boundDropped", "“about 12” became “12”")]),
        ("about 2.4 miles of road", "2.4 miles of road", [("boundDropped", "“about 2.4” became “2.4”")]),
    ],
)
def test_a_figure_is_another_one_where_the_words_around_it_stay(
    before: str, after: str, found: list[tuple[str, str]]
) -> None:
    """Years, days and other units are no changed figures."""
    sides = [told(f"{AROUND} and {words} below it were lost in that week.") for words in (before, after)]
    assert kinds(*sides) == found


@pytest.mark.parametrize(
    ("before", "after", "days", "raised"),
    [
        ("41 homes", "90 homes", 2, True),
        ("41 homes", "90 homes", 20, False),
        ("4150 homes", "4260 homes", 20, True),
        ("41 homes in the last 24 hours", "47 homes in the last 24 hours", 1, False),
    ],
)
def test_a_figure_of_another_day_is_no_changed_one(before: str, after: str, days: int, raised: bool) -> None:
    """One outlet tells each fire in the words of the last; weeks later only a number near the old one is of it."""
    sides = [told(f"{AROUND} and {words} below it were lost in that week.") for words in (before, after)]
    dates = ("2031-05-02", f"2031-05-{2 + days:02}")
    dated = (replace(side, told=replace(side.told, day=day)) for side, day in zip(sides, dates, strict=True))
    assert bool(kinds(*dated)) == raised


WEEKS = "the old spillway gate below the mill had been stuck for three long weeks"


def test_a_source_is_dropped_where_nobody_says_it_any_more() -> None:
    """What the engineer said is a fact in the copy; who only names her otherwise drops nobody."""
    earlier = told(f"{AROUND}. Mira Castellan said {WEEKS}.", ("Mira Castellan", "said", WEEKS))
    dropped = [("sourceDropped", "“Mira Castellan” said so; here it is told as a fact")]
    assert kinds(earlier, told(f"{AROUND}. It is known that {WEEKS}.")) == dropped
    assert kinds(earlier, told(f"{AROUND}. The engineer said {WEEKS}.")) == []
    assert kinds(earlier, told(f"{AROUND}. It is known that “{WEEKS}”.")) == []
    beside = told(f"{AROUND}. He told us so. And {WEEKS}.", ("He", "told", "us so"))
    assert kinds(earlier, beside) == []
    planned = told(f"{AROUND}. Mira Castellan planned {WEEKS}.", ("Mira Castellan", "planned", WEEKS))
    assert kinds(planned, told(f"{AROUND}. It is known that {WEEKS}.")) == []


def test_a_chain_is_shortened_where_who_passed_it_on_is_left_out() -> None:
    """ "Bo Lund said that Mira Castellan had warned" becomes "Mira Castellan warned"."""
    text = f"{AROUND}. Bo Lund said that Mira Castellan had warned that {WEEKS}."
    outer = f"that Mira Castellan had warned that {WEEKS}"
    record = article_record(
        "deep.txt",
        text,
        entities=(entity(text, "e0", "Person", "Bo Lund"), entity(text, "e1", "Person", "Mira Castellan")),
        attributions=(
            hop(text, 0, "Bo Lund", "said", outer, entity="e0"),
            hop(text, 1, "Mira Castellan", "warned", WEEKS, entity="e1", inside=0),
        ),
    )
    short = f"{AROUND}. As Mira Castellan had warned {WEEKS}."
    later = told(short, ("Mira Castellan", "warned", WEEKS))
    assert kinds(account(record), later) == [("chainShortened", "Bo Lund no longer passes it on")]
    assert kinds(account(record), account(record)) == []


def test_a_quotation_is_trimmed_inside_a_sentence_only() -> None:
    """A quotation that ends where its sentence ends is shorter, and not trimmed."""
    whole = told(f"{AROUND}. “The gate will hold all of this winter, if the rain stops before the new year.”")
    end = kinds(whole, told(f"{AROUND}. “The gate will hold all of this winter”, she said."))
    assert end == [("quotationTrimmed", "the quotation ends without “if the rain stops before the new year”")]
    two = told(f"{AROUND}. “The gate will hold all of this winter. If the rain stops it will hold for good.”")
    assert kinds(two, told(f"{AROUND}. “The gate will hold all of this winter,” she said.")) == []
    part = f"{AROUND}. She hopes that it “will hold all of this winter”, for the rain has stopped."
    assert kinds(whole, told(part)) == []
    moved = f"{AROUND}. “If the rain stops before the new year,” she said, “the gate will hold all of this winter.”"
    assert kinds(whole, told(moved)) == []


TITLE = "Spillway Gate Stuck for Weeks Above Sarn"


def test_a_headline_is_firmer_than_its_text() -> None:
    """The text says "may", the headline does not; one that asks, quotes or holds back is not firmer."""
    body = "\n\nThe spillway gate above Sarn may have been stuck for weeks, Mira Castellan said.\n"
    said = ("Mira Castellan", "said", "The spillway gate above Sarn may have been stuck for weeks")

    def headed(title: str, certainty: str = "possible", hedges: tuple[str, ...] = ("may",)) -> list[str]:
        text = f"{title}{body}"
        record = article_record(
            "t.txt",
            text,
            title=title,
            entities=(entity(text, "e0", "Person", "Mira Castellan"),),
            attributions=(hop(text, 0, said[0], said[1], said[2], entity="e0", certainty=certainty, hedges=hedges),),
        )
        return [each.kind for each in firmer(account(record))]

    assert headed(TITLE) == ["headlineFirmer"]
    assert headed("Gate Stuck Above Sarn", "certain", ()) == ["headlineFirmer"]
    assert headed(f"{TITLE}?") == headed("Spillway Gate May Be Stuck for Weeks Above Sarn") == []
    assert headed(f"Engineer: {TITLE}") == headed("Engineer Named Above Sarn", "certain", ()) == []
    body += "\nThe spillway gate above Sarn was stuck for weeks.\n"
    assert headed(TITLE) == []


def test_a_denial_is_left_out() -> None:
    """The operator's denial stands at the claim in the one article, and nowhere in the other."""
    denied = f"{AROUND}. Mira Castellan said {WEEKS}. Osk Lindal denied the claim."
    earlier = account(
        article_record(
            "d.txt",
            denied,
            entities=(entity(denied, "e0", "Person", "Mira Castellan"), entity(denied, "e1", "Person", "Osk Lindal")),
            attributions=(
                hop(denied, 0, "Mira Castellan", "said", WEEKS, entity="e0"),
                hop(denied, 1, "Osk Lindal", "denied", "the claim", entity="e1", stance="denies"),
            ),
        )
    )

    def missing(more: str) -> list[str]:
        later = told(f"{AROUND}. Mira Castellan said {WEEKS}.{more}", ("Mira Castellan", "said", WEEKS))
        return [each.differs for each in left_out(earlier, later, same_words(Alignment.of(earlier, later)))]

    assert missing("") == ["the denial of “Osk Lindal” is left out"]
    assert missing(" The lindal trees stood in the water.") == ["the denial of “Osk Lindal” is left out"]
    assert missing(" The operator disputed that.") == missing(" Osk Lindal was there.") == []


def test_who_tells_a_claim_again_may_drop_its_hedge() -> None:
    """The same voice, in other words, without the "may"; of another voice nothing is known."""
    may = "the gate may have been stuck"
    one = told(f"Mira Castellan said {may}.", ("Mira Castellan", "said", may), certainty="possible", hedges=("may",))
    firm = "the gate was stuck"
    for name, found in (("Mira Castellan", ["hedgeLost"]), ("Bo Lund", [])):
        other = told(f"Later {name} said {firm}.", (name, "said", firm))
        here, there = next(iter(one.attributions())), next(iter(other.attributions()))
        assert [each.kind for each in restated(one, here, other, there)] == found


def test_what_will_be_is_firmer_than_what_may_be() -> None:
    """ "May close" becomes "will close"; that "it will perhaps close" still holds back."""
    may, will = "the gate may be closed in the spring", "the gate will be closed in the spring"
    more = {"certainty": "possible", "hedges": ("may",)}
    one = told(f"Mira Castellan said {may}.", ("Mira Castellan", "said", may), **more)
    for words, found in ((will, ["hedgeLost"]), (will.replace("will", "will perhaps"), [])):
        text = f"Later Mira Castellan said {words}."
        other = told(text, ("Mira Castellan", "said", words), certainty="expected", hedges=("will",))
        here, there = next(iter(one.attributions())), next(iter(other.attributions()))
        assert [each.kind for each in restated(one, here, other, there)] == found


def test_who_has_it_from_an_outlet_may_drop_the_hedge_of_its_source() -> None:
    """The Kestrel Post has two clerks say "may"; "the gate was stuck, the Kestrel Post reported"."""
    may, firm = "the gate may have been stuck", "the gate was stuck"
    one = told(f"Two clerks said {may}.", ("Two clerks", "said", may), certainty="possible", hedges=("may",))
    other = told(f"Later Kestrel Post said {firm}.", ("Kestrel Post", "said", firm))
    here, there = next(iter(one.attributions())), next(iter(other.attributions()))
    publisher = other.entities[there.source]
    assert [each.kind for each in restated(one, here, other, there, publisher)] == ["hedgeLost"]
    assert not list(restated(one, here, other, there))


def test_two_changes_near_each_other_are_both_seen() -> None:
    """Too few words stand between them to be found as copied by themselves."""
    before = f"{AROUND} and destroyed 1,973 homes and killed at least 17 brown oxen on the farms of the lower valley."
    after = f"{AROUND} and destroyed about 2,000 homes and killed 17 brown oxen on the farms of the lower valley."
    assert kinds(told(before), told(after)) == [
        ("figureRounded", "“1,973” became “2,000”"),
        ("boundDropped", "“at least 17” became “17”"),
    ]


def test_a_bound_is_not_dropped_where_the_number_is_an_older_one() -> None:
    """ "Up from 41" does not say that there are 41."""
    one, other = told("It took at least 41 homes."), told("It took 78 homes, up from 41.")
    was = Counted("a#char=8,19", "at least 41", 41, None, "taken", "homes")
    now = Counted("b#char=26,28", "41", 41, 41, "taken", "homes")
    spans = (one.text.index("at"), 19), (other.text.index("41"), len(other.text) - 1)
    assert [each.kind for each in bound(one, (spans[0], was), other, (spans[1], now))] == ["boundDropped"]
    assert not list(bound(one, (spans[0], was), other, (spans[1], replace(now, marks=frozenset({EARLIER})))))


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("At least 41 homes were flooded, the mayor said.", []),
        ("The mayor spoke of more than 41 homes.", []),
        ("The flood took 41 homes, the mayor said.", ["boundDropped"]),
        ("At least 14 barns were flooded, the mayor said.", ["boundDropped"]),
    ],
)
def test_a_headline_drops_no_bound_that_the_text_below_it_has(below: str, found: list[str]) -> None:
    """Headlines leave "at least" out for want of room."""
    one = told("At least 41 homes were flooded in Sarn.")
    title = "Flood takes 41 homes"
    other = account(article_record("b.txt", f"{title}\n\n{below}", title=title))
    was = Counted("a#char=0,17", "At least 41", 41, None, "flooded", "homes")
    now = Counted("b#char=12,14", "41", 41, 41, "flooded", "homes")
    assert [each.kind for each in bound(one, ((0, 17), was), other, ((12, 14), now))] == found


def test_a_copied_headline_drops_no_bound_and_rounds_nothing_that_the_text_below_it_has() -> None:
    """What a headline that was taken over shortens stands in full in the first sentence."""
    line = "Dam above Sarn breaks by night and floods {} homes in the lower valley of the Marn"
    below = "The water took {} homes."
    one = told(f"{line.format('at least 41')}.")
    for words, found in (("at least 41", []), ("41", [("boundDropped", "“at least 41” became “41”")])):
        title = line.format("41")
        other = account(article_record("b.txt", f"{title}\n\n{below.format(words)}", title=title))
        assert kinds(one, other) == found
    exact = told(f"{line.format('1,973')}.")
    title = line.format("2,000")
    for words, found in (("1,973", []), ("so many", [("figureRounded", "“1,973” became “2,000”")])):
        other = account(article_record("b.txt", f"{title}\n\n{below.format(words)}", title=title))
        assert kinds(exact, other) == found


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("An earlier version of this article said that 300 homes were lost. It was 30.", ["It was 30."]),
        ("An earlier version of this story gave the wrong day, which was Monday.", [None]),
        ("An earlier version of this story gave a wrong day.\nThe mill ran on.", [None]),
        ("An earlier version of the plan had said that 300 homes would be lost. It was dropped.", []),
        ("The earlier version of this gate was made of oak. It leaked.", []),
    ],
)
def test_a_correction_tells_what_replaced_what(note: str, found: list[str | None]) -> None:
    """The next sentence says what is right, if it stands in the same line."""
    article = told(f"{AROUND}.\n{note}")
    corrected = list(corrections(article))
    assert [each.kind for each in corrected] == ["retracted"] * len(found)
    assert [article.exact(each.after) if each.after != each.before else None for each in corrected] == found


MONDAY = (
    f"{AROUND}. The gate of the old spillway may have leaked for three weeks before anybody saw it, Mira Castellan "
    "said on Monday at the town hall. At least 41 homes were flooded that night and the road to Marn was closed."
)
SAID = "The gate of the old spillway may have leaked for three weeks before anybody saw it"


def records() -> list[ArticleRecord]:
    """Return a report, a copy of it of the next day, and what the engineer says a week later."""
    tuesday = MONDAY.replace("may have leaked", "leaked").replace("At least 41", "41") + " More rain is forecast."
    friday = "The gate of the old spillway was not opened on the night of the flood, Mira Castellan said on Friday."
    before = "The gate of the old spillway was opened on the night of the flood, Mira Castellan said on Monday."

    def made(path: str, text: str, day: str, said: str, **more: Any) -> ArticleRecord:
        return article_record(
            path,
            text,
            outlet=path.partition(".")[0].title(),
            published=day,
            entities=(entity(text, "e0", "Person", "Mira Castellan"),),
            attributions=(hop(text, 0, "Mira Castellan", "said", said, entity="e0", **more),),
        )

    return [
        made("kestrel.txt", MONDAY, "2031-03-03", SAID, certainty="possible", hedges=("may",)),
        made("harbour.txt", tuesday, "2031-03-04", SAID.replace("may have leaked", "leaked")),
        made("lantern.txt", before, "2031-03-03", before.partition(",")[0]),
        made("tide.txt", friday, "2031-03-07", friday.partition(",")[0]),
    ]


@pytest.fixture
def graph(new_graph: Callable[[], KnowledgeGraph]) -> KnowledgeGraph:
    return built(new_graph(), records())


def test_the_question_tells_what_the_copy_lost(graph: KnowledgeGraph) -> None:
    """Each change with the words of both, how it came there, who was first and how much later it is told."""
    table = run(graph.dataset, "changes")
    rows: list[dict[str, Any]] = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert [(row["kind"], row["differs"]) for row in rows] == [
        ("hedgeLost", "“may” is gone"),
        ("boundDropped", "“At least 41” became “41”"),
    ]
    for row in rows:
        assert (row["article"], row["earlier"], row["first"]) == ("harbour.txt", "kestrel.txt", "kestrel.txt")
        assert (row["way"], row["because"], row["days"]) == ("copy", "date", 1)
        assert MONDAY[row["earlier_start"] : row["earlier_end"]] == row["before"]
    assert not run(graph.dataset, "changes", {"kind": "sourceDropped"}).rows
    assert len(run(graph.dataset, "changes", {"outlet": "Harbour"}).rows) == len(rows)


def test_the_question_tells_who_says_the_opposite(graph: KnowledgeGraph) -> None:
    """The engineer says on Friday that the gate was not open, as she had said on Monday that it was."""
    table = run(graph.dataset, "reversals", {"source": "Castellan"})
    (row,) = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert (row["source"], row["kind"], row["days"]) == ("Mira Castellan", "reversed", 4)
    assert (row["earlier"], row["article"]) == ("lantern.txt", "tide.txt")
    assert not run(graph.dataset, "reversals", {"kind": "retracted"}).rows


def made(path: str, text: str, day: str, *said: tuple[str, str, str], **more: Any) -> ArticleRecord:
    """Return the record of an article in which sources (by cue) say contents."""
    return article_record(
        path,
        text,
        outlet=path.partition(".")[0].title(),
        published=day,
        entities=tuple(entity(text, f"e{number}", "Person", source) for number, (source, _, _) in enumerate(said)),
        attributions=tuple(
            hop(text, number, source, cue, content, entity=f"e{number}", **more)
            for number, (source, cue, content) in enumerate(said)
        ),
    )


def test_nobody_reverses_himself_about_another_thing(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """The bridge will be closed, the ferry will not be."""
    closed = "the old bridge at Corran will be repaired for all lorries this summer"
    open_ = "the old ferry at Corran will not be repaired for all lorries this summer"
    stays = "the old bridge at Corran will not be repaired for all lorries this summer"
    name = "Mira Castellan"
    for later, reversed_ in ((open_, 0), (stays, 1)):
        records = [
            made("kestrel.txt", f"{name} said {closed}.", "2031-03-03", (name, "said", closed)),
            made("tide.txt", f"{name} said {later}.", "2031-03-09", (name, "said", later)),
        ]
        graph = built(new_graph(), records)
        assert len(run(graph.dataset, "reversals").rows) == reversed_


def test_a_correction_is_the_outlets_own(new_graph: Callable[[], KnowledgeGraph]) -> None:
    """It stands among the reversals, as taken back by who published the article."""
    text = f"{AROUND}. An earlier version of this article said that the mill had burned. It was flooded."
    graph = built(new_graph(), [made("kestrel.txt", text, "2031-03-03")])
    table = run(graph.dataset, "reversals", {"kind": "retracted"})
    (row,) = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert (row["source"], row["article"], row["after"]) == ("Kestrel", "kestrel.txt", "It was flooded.")
    assert not run(graph.dataset, "changes").rows


def test_what_is_told_keeps_to_the_shapes(graph: KnowledgeGraph) -> None:
    """Changes stand in a graph of their own, which the shapes accept."""
    own = Graph()
    for triple in Graph(graph.dataset.store, CHANGES):
        own.add(triple)
    assert len(own)
    assert validate_graph(own) == ()


def test_changes_go_with_the_articles_that_show_them(graph: KnowledgeGraph) -> None:
    """Without the first report nothing has changed any more; with it back all is as it was."""
    before = run(graph.dataset, "changes").rows
    first = next(article.iri for article in graph.articles() if article.path == "kestrel.txt")
    graph.remove([first])
    graph.relate()
    assert not run(graph.dataset, "changes").rows
    built(graph, records()[:1])
    assert run(graph.dataset, "changes").rows == before


def test_a_sentence_is_known_from_the_record_and_else_the_line() -> None:
    """A span in two sentences has both; a record of before has no sentences."""
    text = "It leaked. Nobody saw it.\nThe mill ran on."
    known = told(text)
    assert known.exact(known.sentence((0, 2))) == "It leaked."
    assert known.exact(known.sentence((3, 20))) == "It leaked. Nobody saw it."
    assert known.exact(known.around((12, 14))) == "It leaked. Nobody saw it. The mill ran on."
    before = account(replace(article_record("a.txt", text), sentences=()))
    assert before.exact(before.sentence((0, 2))) == before.exact(before.around((0, 2))) == "It leaked. Nobody saw it."
