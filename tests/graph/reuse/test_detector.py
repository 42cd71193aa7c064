"""Who copied whom: found by shared words, told with direction, kind and the passages that prove it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.deriving import Derived, article_of
from corpus import GoldArticle, sample_gold
from whosays.extract.articles import credits_of
from whosays.extract.records import ArticleRecord, Attribution, Outlet
from whosays.graph.articles.reader import Article, Credits, read_article
from whosays.graph.articles.statements import Told
from whosays.graph.articles.writer import article_graph
from whosays.graph.reuse.detector import Reuse, Tracer, roots
from whosays.graph.reuse.fingerprint_index import LineageArticle, LineageIndex
from whosays.graph.reuse.fingerprints import fingerprint, read_text
from whosays.graph.reuse.reader import lineage_article

WIRE = """Ferry Runs Aground Off Pell Island

By Norlan

The ferry Aurora ran onto a reef off Pell Island before dawn on Friday with 212 people on board, the coast guard said.

“We heard a scraping noise and then every lamp went out at once,” said Ilo Brandt, a baker from Pell who slept on deck.

Harbour master Ruta Sehnal said the lighthouse had been dark since the storm of last week and that nobody had been told.

The company that runs the ferry, Blue Line, denied that its charts were out of date and promised to pay for the luggage.
"""
WIRE_LINES = WIRE.split("\n\n")
OWN = """In the harbour pub the talk was of other boats. “My uncle lost three of them to that stone,” said Jarn Tolle,
who mends nets behind the cannery and has not been to sea since spring. The mayor, Osk Lindal, said that he would not
resign over a lamp. A second ferry is due on Sunday, weather permitting, and the tickets are sold out.
"""
STATEMENT = (
    "“Blue Line regrets what happened off Pell Island and will give back to every one of its passengers the whole "
    "price of the ticket, together with a free crossing on a day of their choice before the end of next summer”"
)


def article(iri: str, text: str, *said: str, **told: Any) -> LineageArticle:
    """Return an article; ``said`` are the contents of its attributions."""
    contents = tuple(((text.index(words), text.index(words) + len(words)),) for words in said)
    credited = tuple(credits_of(text, told.get("agency")))
    return LineageArticle(iri, text, fingerprint(read_text(text).words), contents=contents, credited=credited, **told)


class Held:
    """Which articles hold a hash, found by looking at all of them."""

    def __init__(self, articles: Iterable[LineageArticle]) -> None:
        self._holders: defaultdict[int, list[str]] = defaultdict(list)
        for iri, hash_ in sorted((article.iri, hash_) for article in articles for hash_ in article.hashes):
            self._holders[hash_].append(iri)

    def count(self, hash_: int) -> int:
        return len(self._holders[hash_])

    def all(self, hash_: int) -> list[str]:
        return self._holders[hash_]

    def first(self, hash_: int) -> list[str]:
        return self._holders[hash_]


def lineage(articles: Iterable[LineageArticle]) -> tuple[Reuse, ...]:
    """Return every reuse among the articles, in the order of the copies' IRIs."""
    known = {article.iri: article for article in articles}
    tracer = Tracer(
        known.__getitem__, LineageIndex(known.__getitem__, Held(known.values())), lambda iri: read_text(known[iri].text)
    )
    return tuple(reuse for iri in sorted(known) for reuse in tracer.reuses(known[iri]))


def only(reuses: Iterable[Reuse]) -> Reuse:
    (reuse,) = [reuse for reuse in reuses if reuse.original is not None]
    return reuse


def wire(**told: Any) -> LineageArticle:
    return article("w", WIRE, **{"site": "pell gazette", "agency": "Norlan", "published": "2031-05-02", **told})


def test_a_passage_taken_over_is_found_with_its_words_on_both_sides() -> None:
    """Offsets count the code points of each article's own text, retouched words and other marks included."""
    taken = WIRE_LINES[4].replace("had been dark", "was dark").replace("Harbour", "❦ Harbour")
    copy = article("c", f"{OWN}\n{taken}\n{WIRE_LINES[2]}", site="inland post")
    reuse = only(lineage([copy, wire()]))
    assert (reuse.copy, reuse.original, reuse.kind) == ("c", "w", "partly")
    found = [copy.text[slice(*span)] for span in reuse.copy_spans]
    there = [WIRE[slice(*span)] for span in reuse.original_spans]
    assert found[0].startswith("Harbour master Ruta Sehnal said the lighthouse was dark since")
    assert there[0].startswith("Harbour master Ruta Sehnal said the lighthouse had been dark since")
    assert len(found) == len(there) == 2


def test_a_copy_that_adds_no_source_is_wholly_one() -> None:
    """Shortened, reordered, with a paragraph of its own in which nobody says anything."""
    lines = [WIRE_LINES[5], WIRE_LINES[2], "The pub was full that evening, and the cannery stood still."]
    copy = article("c", "\n\n".join(lines), "that its charts were out of date", "The ferry Aurora ran onto a reef")
    assert only(lineage([wire(), copy])).kind == "wholly"


def test_a_copy_with_sources_of_its_own_is_partly_one() -> None:
    """One retold paragraph beside an interview is a part."""
    said = ("The ferry Aurora ran", "My uncle lost three", "that he would not")
    copy = article("c", f"{WIRE_LINES[2]}\n\n{WIRE_LINES[4]}\n\n{OWN}", *said)
    assert only(lineage([wire(), copy])).kind == "partly"


@pytest.mark.parametrize(
    ("one", "other", "basis"),
    [
        ({"agency": "Norlan", "published": "2031-05-02"}, {"published": "2031-05-02"}, "wire credit"),
        ({"site": "hill courier"}, {"site": "inland post", "taken_from": ("The Hill Courier",)}, "credit line"),
        ({}, {"admits": True}, "credit line"),
        ({"published": "2031-05-02"}, {"published": "2031-05-03"}, "date"),
        ({"published": "2031-05-02"}, {"agency": "Norlan", "published": "2031-08-30"}, "date"),
    ],
)
def test_the_direction_is_told_by_credits_then_by_days(one: dict[str, Any], other: dict[str, Any], basis: str) -> None:
    """Whichever IRI comes first: the first of the two had the words."""
    body = "\n\n".join(WIRE_LINES[2:])
    for iris in (("a", "b"), ("b", "a")):
        reuse = only(lineage([article(iris[0], body, **one), article(iris[1], body, **other)]))
        assert (reuse.copy, reuse.original, reuse.basis) == (iris[1], iris[0], basis)


def test_who_names_the_other_outlet_beside_the_words_has_them_from_it() -> None:
    """Though the file of the original is dated a day later, as printed papers are."""
    first = article("a", "\n\n".join(WIRE_LINES[2:]), site="hill courier", published="2031-05-03")
    text = f"According to the Hill Courier, this happened:\n\n{WIRE_LINES[2]}\n\n{WIRE_LINES[4]}\n\n{OWN}"
    reuse = only(lineage([article("b", text, site="inland post", published="2031-05-02"), first]))
    assert (reuse.copy, reuse.original, reuse.basis) == ("b", "a", "named")


def test_without_any_sign_the_one_that_lies_in_the_other_is_the_copy() -> None:
    """Containment: all of the short one stands in the long one."""
    long = article("a", "\n\n".join([*WIRE_LINES[2:], OWN]))
    short = article("b", "\n\n".join(WIRE_LINES[2:4]))
    reuse = only(lineage([long, short]))
    assert (reuse.copy, reuse.original, reuse.basis) == ("b", "a", "containment")


def test_a_statement_that_both_quote_is_no_copy() -> None:
    """Long, word for word the same, with the words that introduce it; and so where one sets it without marks."""
    one = article("a", f"{OWN}\n{STATEMENT}, Blue Line said in a statement on Friday.", site="hill courier")
    other = article("b", f"{STATEMENT}, Blue Line said in a statement.\n\n{WIRE_LINES[2]}", site="inland post")
    block = article("c", f"Blue Line wrote:\n\n{STATEMENT.strip('“”')}\n\nThat was all.", site="upland echo")
    assert lineage([one, other, block]) == ()


def test_two_copies_of_one_report_are_not_copies_of_each_other() -> None:
    """Each is traced to the report, though they share the same words."""
    copies = [
        article(iri, f"{WIRE_LINES[2]}\n\n{WIRE_LINES[4]}\n\n{own}", site=f"post {iri}", published=day)
        for iri, own, day in (("a", OWN, "2031-05-03"), ("b", "Nothing more is known.", "2031-05-04"))
    ]
    found = {(reuse.copy, reuse.original) for reuse in lineage([wire(), *copies]) if reuse.original}
    assert found == {("a", "w"), ("b", "w")}


def test_a_copy_of_a_copy_is_traced_to_it_and_rooted_in_the_agency() -> None:
    """What the copy between added of its own tells that it stands between."""
    taken = "\n\n".join(WIRE_LINES[2:4])
    between = article("a", f"{taken}\n\n{OWN}", site="post a", published="2031-05-03")
    last = article("b", f"{OWN}\n\n{taken}", site="post b", published="2031-05-05")
    reuses = lineage([wire(), between, last])
    assert {(r.copy, r.original or r.name) for r in reuses} == {("a", "w"), ("b", "a"), ("w", "Norlan")}
    assert roots("b", {reuse.copy: [reuse] for reuse in reuses}) == {"Norlan"}
    assert roots("elsewhere", {}) == {"elsewhere"}


def test_roots_survive_a_circle() -> None:
    """Undated articles may each seem to copy the next."""
    spans: dict[str, Any] = {"name": None, "kind": "partly", "basis": "order", "copy_spans": ()}
    circle = {one: [Reuse(one, other, **spans)] for one, other in (("a", "b"), ("b", "c"), ("c", "a"))}
    assert roots("b", circle) == {"a"}


def test_boilerplate_of_a_site_is_no_copy() -> None:
    """The same paragraph under every article of an outlet, and none of it elsewhere; an update is told again."""
    foot = (
        "Want more of this from the Hill Courier? Follow our page, hit the red button above and tell all your friends"
    )
    bodies = [f"{body}\n\n{foot}, or write to us, day and night, rain or shine" for body in unlike(5)]
    site = [article(f"a{n}", body, site="hill courier", published="2031-05-02") for n, body in enumerate(bodies)]
    assert lineage(site) == ()
    assert len(lineage([replace(one, site=None) for one in site])) == 4
    update = article("b", f"{bodies[3]}\n\nThe ferry is afloat.", site="hill courier", published="2031-05-04")
    assert [(reuse.copy, reuse.original) for reuse in lineage([*site, update])] == [("b", "a3")]


def test_boilerplate_of_articles_that_name_no_outlet_is_no_copy() -> None:
    """Many with one foot, even a long one, are of one site that nobody named; a report retold is still found."""
    foot = "Quotes are delayed by twenty minutes and come from the Upland Exchange, not liable for any of them, "
    foot += "for gaps in them or for whatever anybody does on reading them; all times are those of the Upland capital"
    bodies = unlike(8)
    found = [article(f"a{n}", f"{body}\n\n{foot}", published="2031-05-02") for n, body in enumerate(bodies)]
    assert lineage(found) == ()
    taken = [article(f"c{n}", f"{body}\n\n{WIRE}", published="2031-05-03") for n, body in enumerate(bodies)]
    assert len(lineage([*taken, wire()])) == 8 + 1  # each from the wire, and that from the agency
    retold = article("b", f"The ferry is afloat.\n\n{bodies[3]}\n\n{foot}", published="2031-05-04")
    assert [(reuse.copy, reuse.original) for reuse in lineage([*found, retold])] == [("b", "a3")]


def unlike(count: int) -> list[str]:
    """Return texts of a hundred words that have no three words in a row in common."""
    dice = random.Random(5)
    words = [f"{a}{b}{c}" for a in "bdfgklmn" for b in ("al", "en", "or", "ut") for c in "aeiou"]
    return [" ".join(dice.choices(words, k=100)) for _ in range(count)]


def test_versions_of_one_article_are_no_copies() -> None:
    """The same address with another text is an edition of it."""
    assert lineage([article("x-1", WIRE, address="x"), article("x-2", f"{WIRE}\nCorrected.", address="x")]) == ()


def test_an_agency_that_is_credited_is_the_original_where_no_article_is() -> None:
    """The passage runs from the first to the last paragraph in which somebody says something."""
    credited = article("a", WIRE, "The ferry Aurora ran onto a reef", "its charts were out of date", agency="Norlan")
    (reuse,) = lineage([credited])
    assert (reuse.original, reuse.name, reuse.kind, reuse.basis) == (None, "Norlan", "wholly", "wire credit")
    assert WIRE[slice(*reuse.copy_spans[0])] == "\n\n".join(WIRE_LINES[2:]).rstrip("\n")
    assert reuse.credit is not None
    assert WIRE[slice(*reuse.credit)] == "By Norlan"


def test_an_agency_that_contributed_is_part_of_it() -> None:
    """So it is beside a writer of the outlet's own; the credit is the passage."""
    text = f"{OWN}\n\nAdditional reporting by Norlan"
    (reuse,) = lineage([article("a", text, "My uncle", agency="Norlan")])
    assert (reuse.kind, text[slice(*reuse.copy_spans[0])]) == ("partly", "Additional reporting by Norlan")


def press(seed: int) -> list[LineageArticle]:
    """Return forty articles of eight outlets that take over each other's sentences."""
    dice = random.Random(seed)
    words = [f"{a}{b}" for a in "bdfgklmn" for b in ("al", "en", "or", "ut", "ist")]
    stock = [" ".join(dice.choices(words, k=30)) for _ in range(25)]
    foot = [" ".join(dice.choices(words, k=12)) for _ in range(8)]
    return [_made(dice, number, stock, foot) for number in range(40)]


def _made(dice: random.Random, number: int, stock: list[str], foot: list[str]) -> LineageArticle:
    outlet = dice.randrange(8)
    text = "\n\n".join([*dice.sample(stock, dice.randint(1, 4)), foot[outlet]])
    day = dice.choice([None, *(f"2031-05-0{n}" for n in range(1, 10))])
    return article(
        f"x:i{number:02d}", text, site=f"post {outlet}", published=day, agency=dice.choice([None, None, "Norlan"])
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_articles_changes_nothing(seed: int) -> None:
    """Only which articles there are counts."""
    articles = press(seed)
    expected = lineage(articles)
    assert [reuse for reuse in expected if reuse.original]
    random.Random(seed).shuffle(articles)
    assert lineage(articles) == expected


@pytest.mark.parametrize("seed", range(3))
def test_articles_that_come_and_go_leave_what_all_of_them_together_tell(seed: int) -> None:
    """Whatever came and went before, each copy is traced as if all articles had been looked at together."""
    articles, dice = {article.iri: article for article in map(as_told, press(seed))}, random.Random(seed)
    derived, there = Derived("numbers", "copies"), set[str]()
    for _ in range(8):
        chosen = set(dice.sample(sorted(articles), 12))
        derived.follow([articles[iri] for iri in chosen - there], gone=chosen & there)
        there ^= chosen
        found = derived.parts["copies"].reuses(there)
        assert set(found) == set(lineage(lineage_article(articles[iri]) for iri in there))


def as_told(made: LineageArticle) -> Article:
    """Return an article as its graph would tell it."""
    told = Told(made.iri, made.published, frozenset(), (), (), {})
    return replace(article_of(told), text=made.text, credits=Credits(made.site, wire=made.agency))


def record(gold: GoldArticle) -> ArticleRecord:
    """Return the gold article as it would have been extracted."""
    hops = tuple(
        Attribution(
            hop.id, hop.source, None, (hop.cue,) if hop.cue else (), hop.content, hop.inside, hop.quote, hop.stance,
            hop.certainty, 1.0,
        )
        for hop in gold.attributions
    )  # fmt: skip
    outlet = Outlet(gold.outlet) if gold.outlet else None
    told = {key: getattr(gold, key) for key in ("title", "author", "wire", "published")}
    return ArticleRecord(gold.article, "0" * 64, gold.text, outlet=outlet, attributions=hops, **told)


def as_stored(one: ArticleRecord) -> Article:
    """Return what the graph of a record tells."""
    graph = article_graph(one)
    return read_article(str(graph.article), [(str(s), str(p), str(o)) for s, p, o in graph.triples])


@pytest.mark.parametrize("with_credits", [True, False])
def test_every_copy_of_the_sample_is_found_and_nothing_else(with_credits: bool) -> None:
    """Direction and kind too; with the wire credits of the gold, and with those that the text itself tells."""
    gold = sample_gold()
    wired = [record(one) if with_credits else replace(record(one), wire=None) for one in gold.articles]
    records = [replace(one, credits=tuple(credits_of(one.text, one.wire))) for one in wired]
    articles = [lineage_article(as_stored(one)) for one in records]
    stems = {one.iri: made.path.partition(".")[0] for one, made in zip(articles, records, strict=True)}
    reuses = lineage(articles)
    found = {(stems[r.copy], stems[r.original], r.kind) for r in reuses if r.original}
    assert found == {(copy.copy, copy.original, copy.extent) for copy in gold.copies}
    credited = {(stems[r.copy], r.name) for r in reuses if r.name}
    wires = {("dam-1", "CWS"), ("water-1", "MPA"), ("border-1", "Norpress")}
    assert credited == (wires | {("border-7", "CWS")} if with_credits else wires)


FORECAST = """Outlook for {place} on {day}: the morning begins with {what} over {hill} and the wind turns to the {side}.
In the afternoon the station at {tower} expects gusts of up to {speed} knots, and the ferry from {place} to {isle} may
wait in harbour until the evening, as {person} of the weather service of {land} has told all skippers by radio today.
"""


def forecast(*names: str) -> str:
    keys = ("place", "day", "what", "hill", "side", "tower", "speed", "isle", "person", "land")
    return FORECAST.format(**dict(zip(keys, names, strict=True)))


def test_a_form_that_each_fills_with_its_own_names_is_no_copy() -> None:
    """The same sentences of another place and other people are a template: nobody's words, and no root of anything."""
    sarn = forecast("Sarn", "Monday", "fog", "Harrow", "north", "Tarn", "30", "Pell", "Ilo Brandt", "Lowmark")
    quill = forecast("Quill", "Friday", "rain", "Moth", "east", "Osk", "25", "Skerrow", "Ruta Sehnal", "Zemria")
    one, other = article("a", sarn, site="sarn post"), article("b", quill, site="quill post")
    reuse = only(lineage([one, other]))
    assert reuse.kind == "template"
    assert roots(reuse.copy, {reuse.copy: [reuse]}) == {reuse.copy}


def test_a_form_filled_with_the_same_names_is_a_copy() -> None:
    """Who changes the day and a number has copied all the same."""
    names = ["Sarn", "Monday", "fog", "Harrow", "north", "Tarn", "30", "Pell", "Ilo Brandt", "Lowmark"]
    later = [*names[:1], "Friday", *names[2:6], "25", *names[7:]]
    one, other = article("a", forecast(*names), site="sarn post"), article("b", forecast(*later), site="quill post")
    assert only(lineage([one, other])).kind == "wholly"


def test_half_of_either_text_is_mostly_a_copy() -> None:
    """A short report that a long article takes in whole is mostly what is copied, as is an article half of which is."""
    said = ("My uncle lost three of them to that stone", "he would not", "resign over a lamp")
    long = article("c", f"{OWN}\n{WIRE}\n{OWN}{OWN.upper()}", *said, site="inland post")
    assert only(lineage([wire(), long])).kind == "mostly"
    some = f"{OWN}\n{WIRE_LINES[2]}\n{WIRE_LINES[4]}\n{OWN.upper()}"
    little = article("d", some, *said, site="inland post")
    assert only(lineage([wire(), little])).kind == "partly"
