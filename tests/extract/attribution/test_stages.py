"""The stages that find attributions, each on Docs made by hand: no model, no tagger but what a test says it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from tests.doc_builder import encoded, parsed, span
from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.non_statements import drop_empty, drop_unspoken
from whosays.extract.attribution.linker import DISTANCES, Layout, Linker
from whosays.extract.attribution.nesting import nest_contents, nest_enclosed
from whosays.extract.attribution.propose.according import propose_according
from whosays.extract.attribution.propose.citing import citations
from whosays.extract.attribution.propose.hearsay import propose_hearsay
from whosays.extract.attribution.propose.no_comment import propose_silence
from whosays.extract.attribution.propose.orphan_quotes import propose_orphans
from whosays.extract.attribution.propose.quoting import propose_quoted
from whosays.extract.attribution.propose.reporting_verbs import propose_reported
from whosays.extract.attribution.propose.secondary_sources import propose_secondary
from whosays.extract.attribution.propose.tagged import linked
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.boundaries import fit_boundaries
from whosays.extract.attribution.revise.reassignment import reassign_leading, reassign_quotations
from whosays.extract.attribution.revise.splitting import split_contents
from whosays.extract.attribution.stages import STAGES, find_attributions
from whosays.extract.coverage import ledger
from whosays.extract.pipeline.component import ATTRIBUTION_SPANS, ENCODED, Located
from whosays.extract.pipeline.quotes import find_quotations
from whosays.extract.quantities.extractor import figures, read_numbers
from whosays.extract.syntax.clauses import reported_clause, speaker
from whosays.extract.syntax.spans import holds, overlap, subtree, trimmed

Told = tuple[str | None, tuple[str, ...], tuple[str, ...], int | None]


def hop(doc: Doc, source: str | None, cue: str, *content: str, inside: int | None = None) -> Hop:
    """Return a hop of some words; an empty cue is none."""
    cues = (span(doc, cue),) if cue else ()
    found = span(doc, source) if source is not None else None
    return Hop(found, cues, tuple(span(doc, words) for words in content), inside, 1.0)


def told(hops: Sequence[Hop]) -> list[Told]:
    """Return what a test compares: the words of each part, and what reports the hop."""
    return [
        (
            h.source.text if h.source is not None else None,
            tuple(s.text for s in h.cue),
            tuple(s.text for s in h.content),
            h.inside,
        )
        for h in hops
    ]


def distances(role: str) -> dict[str, float]:
    """Return weights that know nothing but distance: the nearer, the likelier."""
    sides = [f"{role} {side}" for side in ("before", "after")]
    return {f"{side}, up to {far} tokens apart": 4.0 - far / 8 for side in sides for far in DISTANCES} | {
        "bias": -0.5,
        "threshold": 0.0,
    }


DATA = Path(__file__).parents[2] / "data" / "stages.tsv"
NEAREST = Linker(distances("Content"), distances("Source"))


def tagged(doc: Doc, roles: Sequence[tuple[str, str]]) -> list[Span]:
    """Return what a tagger found, written as (role, words), in text order."""
    names = {"S": "Source", "Q": "Cue", "C": "Content"}
    return sorted((span(doc, words, names[role]) for role, words in roles), key=lambda s: s.start)


def silent(docs: list[Doc]) -> list[list[Span]]:
    """A tagger that never finds anything."""
    return [[] for _ in docs]


def reading(doc: Doc, tag: Callable[..., list[list[Span]]] = silent) -> Reading:
    """Return what the stages look at, with a linker that knows nothing but distance."""
    return Reading.of(doc, find_quotations(doc.text), tag, NEAREST)


def run(
    apply: Callable[[Reading, AttributionSet], None],
    doc: Doc,
    hops: Sequence[Hop] = (),
    tag: Callable[..., list[list[Span]]] = silent,
) -> list[Hop]:
    """Return what a stage makes of the hops found so far, by id; ``inside`` is a position in that list."""
    found = AttributionSet(hops)
    apply(reading(doc, tag), found)
    position = {number: place for place, number in enumerate(found)}
    return [replace(h, inside=None if h.inside is None else position[h.inside]) for h in found.hops()]


WROTE = (
    "The/DT/det/1 group/NN/nsubj/1 wrote|write/VBD/ROOT/0 that/IN/mark/2 taxes|tax/NNS/nsubj/1"
    " rose|rise/VBD/ccomp/-3 ,/,/punct/2 and/CC/cc/1 added|add/VBD/conj/-6 that/IN/mark/2 wages|wage/NNS/nsubj/1"
    " fell|fall/VBD/ccomp/-3 ././punct/-10"
)
DENIED = "The/DT/det/1 mayor/NN/nsubj/1 denied|deny/VBD/ROOT/0 the/DT/det/1 report/NN/obj/-2 ././punct/-3"
SAID_OF_A_DAM = (
    "The/DT/det/1 dam/NN/nsubj:pass/2 is|be/VBZ/aux:pass/1 said|say/VBN/ROOT/0 to/TO/mark/2 have/VB/aux/1"
    " leaked|leak/VBN/xcomp/-3 ././punct/-4"
)
BROKE = (
    "The/DT/det/1 dam/NN/nsubj/1 broke|break/VBD/ccomp/6 at/IN/case/1 dawn/NN/obl/-2 ,/,/punct/-3 the/DT/det/1"
    " agency/NN/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
)
RADIO = (
    "According|accord/VBG/case/3 to/IN/fixed/-1 state/NN/compound/1 radio/NN/obl/4 ,/,/punct/-1 a/DT/det/1"
    " clerk/NN/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 pier/NN/nsubj:pass/2 was|be/VBD/aux:pass/1"
    " closed|close/VBN/ccomp/-4 ././punct/-5"
)
BRIEFED = (
    "Citing|cite/VBG/advcl/10 a/DT/det/1 briefing/NN/obj/-2 by/IN/case/3 the/DT/det/2 harbour/NN/compound/1"
    " office/NN/nmod/-4 ,/,/punct/-7 the/DT/det/1 mayor/NN/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1"
    " pier/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 closed|close/VBN/ccomp/-4 ././punct/-5"
)
FLED = (
    "The/DT/det/1 guards|guard/NNS/nsubj/2 reportedly/RB/advmod/1 fled|flee/VBD/ROOT/0 the/DT/det/1 post/NN/obj/-2"
    " ././punct/-3"
)

LEFT = (
    "Asked|ask/VBN/advcl/6 about/IN/case/2 the/DT/det/1 leak/NN/obl/-3 ,/,/punct/-4 he/PRP/nsubj/1"
    " left|leave/VBD/ROOT/0 ././punct/-1"
)
TWICE = (
    "Roe/NNP/nsubj/1 confirmed|confirm/VBD/ROOT/0 that/IN/mark/2 it/PRP/nsubj/1 burned|burn/VBD/ccomp/-3"
    " but/CC/cc/1 said|say/VBD/conj/-2 nobody/NN/nsubj/1 died|die/VBD/ccomp/-2 ././punct/-8"
)
INNER = (
    "He/PRP/nsubj/1 said|say/VBD/ROOT/0 Roe/NNP/nsubj/1 told|tell/VBD/ccomp/-2 him/PRP/iobj/-1 it/PRP/nsubj/1"
    " leaked|leak/VBD/ccomp/-3 ././punct/-6"
)
RAIN = (
    "Ada/NNP/nsubj/1 spoke|speak/VBD/ROOT/0 ././punct/-1 “/``/punct/2 Rain/NN/nsubj/1 came|come/VBD/ccomp/4"
    " ,/,/punct/-1 ”/''/punct/-2 Bo/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
)
DECLINED = (
    "The/DT/det/1 ministry/NN/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/1 comment/VB/xcomp/-2 on/IN/case/2"
    " the/DT/det/1 deaths/NNS/obl/-3 ././punct/-6"
)
DENIED_TO_HER = (
    "She/PRP/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 mayor/NN/nsubj/1 denied|deny/VBD/ccomp/-3 the/DT/det/1"
    " report/NN/obj/-2 ././punct/-6"
)
PUT = (
    "The/DT/det/1 union/NN/nsubj/2 has|have/VBZ/aux/1 put/VBN/ROOT/0 the/DT/det/1 number/NN/obj/-2 of/IN/case/1"
    " strikers|striker/NNS/nmod/-2 at/IN/case/1 300/CD/nmod/-4 ././punct/-7"
)
QUOTED = (
    "The/DT/det/1 radio/NN/nsubj/1 quoted|quote/VBD/ROOT/0 a/DT/det/1 clerk/NN/obj/-2 as/IN/mark/1"
    " saying|say/VBG/advcl/-4 that/IN/mark/4 the/DT/det/1 pier/NN/nsubj/2 was|be/VBD/aux:pass/1 closed/VBN/ccomp/-5"
    " ././punct/-10"
)
SPOKE = (
    "Ada/NNP/nsubj/1 spoke|speak/VBD/ROOT/0 :/:/punct/3 “/``/punct/2 The/DT/det/1 water/NN/nsubj/1"
    " came|come/VBD/ccomp/-5 fast/RB/advmod/-1 ././punct/-2"
)
WENT = "“/``/punct/3 Then/RB/advmod/2 it/PRP/nsubj/1 simply/RB/advmod/1 went|go/VBD/ROOT/0 ././punct/-1 ”/''/punct/-2"
DOTS = "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 :/:/punct/1 “/``/punct/1 …/:/dep/-3 ”/''/punct/-1"
DIALOGUE = "Q : Who steered ? ¶ ADA/NNP/dep/0 : Bo did . ¶ Q : Who slept ? ¶ ADA/NNP/dep/0 : I slept ."
RIDGE = (
    "ADA/NNP/nsubj/1 walked|walk/VBD/ROOT/0 the/DT/det/1 ridge/NN/obj/-2 . ¶ "
    "“/``/punct/0 Not one pine is|be/VBZ/aux/1 left|leave/VBN/ROOT/0 . ”"
)
BOAT = (
    "The/DT/det/1 boat/NN/nsubj/9 ,/,/punct/4 which/WDT/nsubj/5 the/DT/det/1 mayor/NN/nsubj/1"
    " said|say/VBD/acl:relcl/-5 had|have/VBD/aux/1 sunk|sink/VBN/xcomp/-2 ,/,/punct/-3 is|be/VBZ/cop/1"
    " old/JJ/ROOT/0 ././punct/-1"
)
PAPER = (
    "Roe/NNP/nsubj/1 wrote|write/VBD/ccomp/7 that/IN/mark/3 the/DT/det/1 dam/NN/nsubj/1 leaked|leak/VBD/ccomp/-4"
    " ,/,/punct/1 says|say/VBZ/ROOT/0 the/DT/det/1 Post/NNP/nsubj/-2 ././punct/-3"
)
BOATS = (
    "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 boats/NNS/nsubj/8 ,/,/punct/1 two/CD/appos/-2 of/IN/case/1"
    " them/PRP/nmod/-2 new/JJ/amod/-3 ,/,/punct/-1 had|have/VBD/aux/1 gone|go/VBN/ccomp/-10 ././punct/-11"
)
FELL = (
    "“/``/punct/2 It/PRP/nsubj/1 fell|fall/VBD/ccomp/4 ,/,/punct/-1 ”/''/punct/-2 Roe/NNP/nsubj/1"
    " said|say/VBD/ROOT/0 of/IN/case/2 the/DT/det/1 dam/NN/obl/-3 ././punct/-4"
)
OPENED = (
    "Roe/NNP/nsubj/1 opened|open/VBD/ROOT/0 the/DT/det/1 campaign/NN/obj/-2 by/IN/mark/1 saying|say/VBG/advcl/-4"
    " that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-3 ././punct/-8"
)
PROMISE = (
    "Roe/NNP/nsubj/1 cited|cite/VBD/ROOT/0 its/PRP$/nmod:poss/1 promise/NN/obj/-2 to/TO/mark/1 pay/VB/acl/-2"
    " ././punct/-5"
)
HELD = (
    "“/``/punct/2 Roe/NNP/nsubj/1 thinks|think/VBZ/ccomp/6 it/PRP/nsubj/1 held|hold/VBD/ccomp/-2 ,/,/punct/-1"
    " ”/''/punct/-2 Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
    " “/``/punct/2 It/PRP/nsubj/1 fell|fall/VBD/ROOT/0 ././punct/-1 ”/''/punct/-2"
)
REMARKED = (
    "The/DT/det/1 group/NN/nsubj/1 wrote|write/VBD/ROOT/0 that/IN/mark/2 taxes|tax/NNS/nsubj/1 rose|rise/VBD/ccomp/-3"
    " ,/,/punct/2 a/DT/det/1 claim/NN/obl/-3 that/WDT/obj/3 the/DT/det/1 mayor/NN/nsubj/1"
    " disputes|dispute/VBZ/acl:relcl/-4 ././punct/-11"
)
DOUBTED = (
    "There/EX/expl/1 was|be/VBD/ROOT/0 doubt/NN/nsubj/-1 about/IN/case/2 its/PRP$/nmod:poss/1 promise/NN/nmod/-3"
    " to/TO/mark/1 pay/VB/acl/-2 ././punct/-7"
)
WENT_THEN = (
    "He/PRP/nsubj/1 said|say/VBD/ROOT/0 Roe/NNP/nsubj/1 told|tell/VBD/ccomp/-2 them/PRP/obj/-1 to/TO/mark/1"
    " go/VB/xcomp/-3 and/CC/cc/2 they/PRP/nsubj/1 did|do/VBD/conj/-6 ././punct/-9"
)
PARSES = (
    *(
        DOUBTED,
        REMARKED,
        WROTE,
        PUT,
        QUOTED,
        FLED,
        RADIO,
        DECLINED,
        BRIEFED,
        f"{SPOKE} ”/''/punct/-3 ¶/_SP/dep/-1 {WENT}",
    ),
    *(
        SAID_OF_A_DAM,
        TWICE,
        RAIN,
        BROKE,
        INNER,
        DENIED_TO_HER,
        LEFT,
        DOTS,
        DIALOGUE,
        RIDGE,
        BOAT,
        BOATS,
        FELL,
        HELD,
        PAPER,
        PROMISE,
        OPENED,
        WENT_THEN,
    ),
)


def written(doc: Doc, hops: str) -> list[Hop]:
    """Return the hops that an example writes: "1: source | cue | content; ..."."""
    found = []
    for entry in filter(None, hops.split("; ")):
        inside, _, parts = entry.rpartition(": ") if entry[0].isdigit() else ("", "", entry)
        source, cue, *content = (part.strip() for part in parts.split("|"))
        found.append(hop(doc, source or None, cue, *content, inside=int(inside) if inside else None))
    return found


EXAMPLES = [row.split("\t") for row in DATA.read_text("utf-8").splitlines() if not row.startswith("#")][1:]


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row[0])
def test_what_a_stage_makes_of_its_example(row: list[str]) -> None:
    """Each stage does with its sentence what its example says."""
    name, sentence, before, after, found, believed = [*row, *[""] * (6 - len(row))]
    (stage,) = (each for each in STAGES if each.name == name)
    (doc,) = (doc for doc in map(parsed, PARSES) if doc.text == sentence.replace("¶", "\n\n"))
    roles = zip("SQC", filter(None, found.split(" | ")), strict=False)
    doc.spans[ATTRIBUTION_SPANS] = tagged(doc, list(roles))
    if believed:
        doc.user_data[ENCODED] = Located(encoded(len(doc), {span(doc, believed).start: "speech"}), 0)
    assert told(run(stage.apply, doc, written(doc, before))) == told(written(doc, after))


def test_each_stage_has_an_example() -> None:
    """The table tells of the stages in their order."""
    assert [row[0] for row in EXAMPLES] == [stage.name for stage in STAGES]


TOGETHER = parsed(" ¶ ".join(PARSES))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_tagged_is_read_to_the_end(data: st.DataObject) -> None:
    """A tagger may err as it likes: every hop that is left has words, and no word twice in one part of it."""
    size = len(TOGETHER)
    drawn = st.tuples(st.integers(0, size - 1), st.integers(1, 9), st.sampled_from(("Source", "Cue", "Content")))
    found, end = [], 0
    for start, length, role in sorted(data.draw(st.lists(drawn, max_size=80))):
        if start >= end and not TOGETHER[start : start + length].text.isspace():
            end = min(start + length, size)
            found.append(Span(TOGETHER, start, end, label=role))
    TOGETHER.spans[ATTRIBUTION_SPANS] = found
    for each in find_attributions(reading(TOGETHER)).hops():
        assert each.spans()
        for parts in (each.cue, each.content):
            words = [token.i for part in parts for token in part]
            assert len(words) == len(set(words))


def test_stages_come_in_declared_rounds_and_once() -> None:
    """Two rounds of proposals and revisions, then nesting and what it leaves torn, then filters."""
    rounds = [kind for kind, _ in groupby(stage.kind for stage in STAGES)]
    assert rounds == ["propose", "revise", "propose", "revise", "nest", "revise", "filter"]
    assert len({stage.name for stage in STAGES}) == len(STAGES)


class TestParts:
    """What all stages share."""

    def test_edges_lose_what_belongs_to_the_sentence_around(self) -> None:
        """White space and commas at a span's edges are trimmed, quotation marks stay, nothing stays nothing."""
        doc = parsed("¶ , “ go , ” , .")
        assert [s and s.text for s in (trimmed(doc, 0, 8), trimmed(doc, 0, 2), trimmed(doc, 3, 3))] == [
            "“go,”",
            None,
            None,
        ]

    def test_a_phrase_is_cut_where_another_begins(self) -> None:
        """A subtree is contiguous around its head and never enters the spans it is kept out of."""
        doc = parsed(WROTE)
        clause = subtree(doc[5], without=[doc[3:4]])
        assert clause is not None
        assert clause.text == "taxes rose"
        assert holds([doc[3:8]], clause)
        assert not overlap(clause, [doc[3:4]])

    def test_what_was_inside_a_dropped_hop_moves_out(self) -> None:
        """Dropping hops keeps the others' order and hands their inner hops to the next one out."""
        doc = parsed("a b c d")
        hops = [hop(doc, None, "a", "b"), hop(doc, None, "b", "c", inside=0), hop(doc, None, "c", "d", inside=1)]
        found = AttributionSet(hops)
        found.drop({1})
        assert [(number, h.inside) for number, h in found.items()] == [(0, None), (2, 0)]
        found.drop({0})
        assert [(number, h.inside) for number, h in found.items()] == [(2, None)]
        assert found.dropped[1].inside == 0

    def test_hops_are_found_by_token_wherever_they_move(self) -> None:
        """The index follows every change, and a token that nobody has has nobody."""
        doc = parsed("a b c d")
        found = AttributionSet([hop(doc, None, "a", "b"), hop(doc, None, "b", "c")])
        assert found.touching([doc[1:2]]) == [0, 1]
        found.put(0, hop(doc, None, "a", "d"))
        assert [found.touching([token]) for token in (doc[1:2], doc[3:4])] == [[1], [0]]
        found.drop([1])
        assert found.touching([doc[1:3]]) == []
        assert found.add(hop(doc, None, "b", "c")) == 2, "an id is given once"

    def test_each_hop_tells_its_stages(self) -> None:
        """Who made, changed and dropped it; a stage that leaves a hop as it was is none of them."""
        doc = parsed("a b c d")
        found = AttributionSet([hop(doc, None, "a", "b")])
        for stage, content in (("idle", "b"), ("cut", "c"), ("cut", "d")):
            found.stage = stage
            found.put(0, hop(doc, None, "a", content))
        found.stage = "filter"
        found.drop([0])
        assert found.stages(0) == ("", "cut", "filter")


class TestLinking:
    """Which span goes with which."""

    def test_the_likeliest_cue_and_source_are_taken(self) -> None:
        """Each content goes to the cue, each cue to the source that the weights like best."""
        doc = parsed("Ada said rain fell . x x x x x x x x x x x x x Bo hoped snow fell .")
        spans = tagged(
            doc,
            [("S", "Ada"), ("Q", "said"), ("C", "rain fell"), ("S", "Bo"), ("Q", "hoped"), ("C", "snow fell")],
        )
        links = NEAREST.links(Layout.of(doc), spans)
        assert [
            (link.source and link.source.text, link.cue.text, [c.text for c in link.content]) for link in links
        ] == [("Ada", "said", ["rain fell"]), ("Bo", "hoped", ["snow fell"])]
        assert all(0.5 < link.confidence <= 1 for link in links)

    def test_what_is_unlikely_or_far_is_left(self) -> None:
        """A content or source beyond reach belongs to no cue, and a cue may stay alone."""
        doc = parsed("Ada " + "x " * 90 + "said " + "x " * 90 + "rain")
        links = NEAREST.links(Layout.of(doc), tagged(doc, [("S", "Ada"), ("Q", "said"), ("C", "rain")]))
        assert [(link.source, link.content, link.confidence) for link in links] == [(None, (), 0.5)]

    def test_a_split_quotation_is_one_content_of_two_spans(self) -> None:
        """A cue between two contents holds both, in text order."""
        doc = parsed("“ Rain ” , she said , “ and snow ” .")
        spans = tagged(doc, [("C", "“Rain”"), ("S", "she"), ("Q", "said"), ("C", "“and snow”")])
        hops = list(linked(reading(doc), spans))
        assert told(hops) == [("she", ("said",), ("“Rain”", "“and snow”"), None)]


def test_nothing_tagged_nothing_linked() -> None:
    """No spans, no hops; sources and contents without a cue are none either."""
    doc = parsed(WROTE)
    assert list(linked(reading(doc), [])) == []
    assert list(linked(reading(doc), tagged(doc, [("S", "The group"), ("C", "wages fell")]))) == []


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        pytest.param(
            WROTE, [("Q", "wrote"), ("C", "that taxes rose")], ("The group", "that taxes rose"), id="own subject"
        ),
        pytest.param(
            WROTE, [("Q", "added"), ("C", "that wages fell")], ("The group", "that wages fell"), id="shared subject"
        ),
        pytest.param(WROTE, [("S", "The group"), ("Q", "added")], ("The group", "that wages fell"), id="clause"),
        pytest.param(WROTE, [("Q", "added")], ("The group", "that wages fell"), id="both"),
        pytest.param(
            "It/PRP/nsubj/1 said|say/VBD/ROOT/0 that/IN/mark/2 taxes/NNS/nsubj/1 rose|rise/VBD/ccomp/-3",
            [("Q", "said"), ("C", "that taxes rose")],
            (None, "that taxes rose"),
            id="it is nobody without a tagger",
        ),
        pytest.param(
            SAID_OF_A_DAM, [("Q", "said"), ("C", "to have leaked")], (None, "to have leaked"), id="a passive's subject"
        ),
    ],
)
def test_syntax_fills_what_the_tagger_missed(
    text: str, roles: list[tuple[str, str]], expected: tuple[str | None, str]
) -> None:
    """A cue without source or content takes its subject and the clause it governs, if it has them."""
    doc = parsed(text)
    [found] = told(list(linked(reading(doc), tagged(doc, roles))))
    assert (found[0], found[2]) == (expected[0], (expected[1],))


def test_a_mere_time_is_no_content() -> None:
    """ "On Monday" is when somebody spoke; the clause behind it is what he said."""
    doc = parsed(
        "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 on/IN/case/1 Monday/NN/obl/-2 taxes/NNS/nsubj/1 rose|rise/VBD/ccomp/-4"
        " again/RB/advmod/-1"
    )
    hops = list(linked(reading(doc), tagged(doc, [("S", "Ada"), ("Q", "said"), ("C", "Monday")])))
    assert told(hops) == [("Ada", ("said",), ("taxes rose again",), None)]


class TestClauses:
    """What syntax tells of a verb."""

    def test_who_speaks(self) -> None:
        """An active verb's subject, a joined verb's shared one; nobody for a passive."""
        doc, passive = parsed(WROTE), parsed(SAID_OF_A_DAM)
        spoken = [speaker(doc[2]), speaker(doc[8]), speaker(passive[3])]
        assert [s and s.text for s in spoken] == ["The group", "The group", None]

    def test_what_is_reported(self) -> None:
        """The clause a verb governs; what a semicolon sets beside it is the writer's."""
        doc = parsed(WROTE)
        assert [s.text for s in reported_clause(doc[2], [])] == ["that taxes rose"]
        beside = parsed(
            "Ada/NNP/nsubj/1 spoke|speak/VBD/ROOT/0 ;/:/punct/3 the/DT/det/1 wages/NNS/nsubj/1"
            " fell|fall/VBD/parataxis/-4"
        )
        assert reported_clause(beside[1], []) == []

    def test_a_marked_clause_is_whole_whatever_it_hangs_on(self) -> None:
        """ "That" right behind the verb opens the clause, even where the parser gives its subject to the verb."""
        doc = parsed(
            "Ada/NNP/nsubj/1 warned|warn/VBD/ROOT/0 that/IN/mark/4 the/DT/det/1 crack/NN/obj/-3 may/MD/aux/1"
            " open/VB/ccomp/-5 ././punct/-6"
        )
        assert [s.text for s in reported_clause(doc[1], [])] == ["that the crack may open"]
        assert reported_clause(doc[4], []) == []

    def test_the_nearest_subject_speaks_with_its_title(self) -> None:
        """A phrase before a comma is another's; two noun phrases side by side are one."""
        doc = parsed(
            "To/IN/case/2 the/DT/det/1 office/NN/nsubj/5 ,/,/punct/-1 union/NN/nsubj/3 leader/NN/nsubj/2"
            " Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 so/RB/advmod/-1"
        )
        spoken = speaker(doc[7])
        assert spoken is not None
        assert spoken.text == "leader Ada"


COUNTED = "The/DT/det/1 clerk/NN/nsubj/1 counted|count/VBD/ROOT/0 40/CD/nummod/1 ballots|ballot/NNS/obj/-2 ././punct/-3"
ADVISED = (
    "Nurses|nurse/NNS/nsubj/2 had|have/VBD/aux/1 advised|advise/VBN/ROOT/0 her|she/PRP/obj/-1 to/TO/mark/1"
    " boil/VB/xcomp/-3 the/DT/det/1 water/NN/obj/-2 ././punct/-6"
)
INFORMED = (
    "They/PRP/nsubj:pass/2 were|be/VBD/aux:pass/1 told|tell/VBN/ROOT/0 by/IN/case/2 the/DT/det/1"
    " guards|guard/NNS/obl/-3 to/TO/mark/1 leave/VB/xcomp/-5 ././punct/-6"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WROTE,
            [("The group", "wrote", "that taxes rose"), ("The group", "added", "that wages fell")],
        ),
        (DENIED, [("The mayor", "denied", "the report")]),
        (PUT, [("The union", "has put", "the number of strikers at 300")]),
        (COUNTED, [("The clerk", "counted", "40 ballots")]),
        (ADVISED, [("Nurses", "had advised", "her to boil the water")]),
        (
            "Roe/NNP/nsubj/1 speaks|speak/VBZ/ROOT/0 of/IN/case/3 40/CD/nsubj/2 Velmarki/NNP/nsubj/1 dead/JJ/advcl/-4"
            " ././punct/-5",
            [("Roe", "speaks", "of 40 Velmarki dead")],
        ),
        ("Roe/NNP/nsubj/1 speaks|speak/VBZ/ROOT/0 of/IN/case/2 the/DT/det/1 dead/NN/obl/-3 ././punct/-4", []),
        (SAID_OF_A_DAM, []),
        ("The/DT/det/1 mayor/NN/nsubj/1 wrote|write/VBD/ROOT/0 letters|letter/NNS/obj/-1 ././punct/-2", []),
    ],
)
def test_reporting_verbs_that_the_tagger_passed_over(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Verbs of saying with a speaker and a clause, verbs of judging with a speaker and a thing, and no others."""
    doc = parsed(text)
    found = [(source, " ".join(cue), content[0]) for source, cue, content, _ in told(run(propose_reported, doc, []))]
    shared = [(source, cue, content) for source, cue, content in expected if cue != "added"]
    assert [entry for entry in found if entry[1] != "added"] == shared
    assert all(entry in expected for entry in found)


def test_whoever_was_told_does_not_speak() -> None:
    """The agent of a passive is the source."""
    assert told(run(propose_reported, parsed(INFORMED), [])) == [("the guards", ("were told",), ("to leave",), None)]


@pytest.mark.parametrize(
    "roles",
    [
        [],
        [("S", "a clerk"), ("Q", "saying"), ("C", "that the pier was closed")],
        [("S", "The radio"), ("Q", "quoted a clerk as saying"), ("C", "that the pier was closed")],
    ],
)
def test_who_is_quoted_as_saying_speaks_inside(roles: list[tuple[str, str]]) -> None:
    """Two voices of one clause, whatever the tagger made of them."""
    doc = parsed(QUOTED)
    hops = list(linked(reading(doc), tagged(doc, roles)))
    outer, inner = told(run(propose_quoted, doc, hops))
    assert outer == ("The radio", ("quoted",), ("a clerk as saying that the pier was closed",), None)
    assert inner == ("a clerk", ("as saying",), ("that the pier was closed",), 0)


def test_words_that_are_spoken_for_are_not_reported_again() -> None:
    """A verb inside a cue or content of a hop gives no second one."""
    doc = parsed(DENIED)
    hops = [hop(doc, "The mayor", "denied", "the report")]
    assert run(propose_reported, doc, hops) == hops


class TestParted:
    """Contents that hold another voice's words, or nobody's."""

    LOSSES = (
        "“/``/punct/2 We/PRP/nsubj/1 lost|lose/VBD/ROOT/0 two/CD/obj/-1 ./././-2 ”/''/punct/-3 "
        "The/DT/det/1 agency/NN/nsubj/2 also/RB/advmod/1 said|say/VBD/ROOT/0 it/PRP/nsubj/1 sank|sink/VBD/ccomp/-2"
    )

    def test_a_quotation_before_the_sentence_of_a_cue_with_its_own_content_is_left_to_others(self) -> None:
        """What stood in marks before is whoever's spoke before."""
        doc = parsed(self.LOSSES)
        (found,) = run(split_contents, doc, [hop(doc, "The agency", "said", "“We lost two.”", "it sank")])
        assert [content.text for content in found.content] == ["it sank"]

    def test_a_quotation_that_goes_on_is_kept(self) -> None:
        """A cue without a content in its own sentence has the quotation before it."""
        doc = parsed(self.LOSSES)
        (found,) = run(split_contents, doc, [hop(doc, "The agency", "said", "“We lost two.”")])
        assert [content.text for content in found.content] == ["“We lost two.”"]

    def test_a_quotation_that_another_follows_ends_the_content(self) -> None:
        """Behind it the writer goes on in words of their own."""
        doc = parsed("A voice says|say/VBZ/ROOT/0 “ stop ” before the driver shouts : “ Go on ! ”")
        whole = "“stop” before the driver shouts: “Go on!”"
        (found,) = run(split_contents, doc, [hop(doc, "A voice", "says", whole)])
        assert [content.text for content in found.content] == ["“stop”"]

    def test_what_is_alluded_to_nobody_says(self) -> None:
        """A phrase without a verb is no statement."""
        doc = parsed("he left , alluding|allude/VBG/ROOT/0 to the old/JJ/amod/1 war/NN/obl/-4")
        assert run(drop_unspoken, doc, [hop(doc, "he", "alluding to", "the old war")]) == []

    def test_a_cause_is_no_voice(self) -> None:
        """Words that are attributed to somebody are theirs."""
        doc = parsed("losses were/VBD/aux:pass/1 attributed|attribute/VBN/ROOT/0 to drones/NNS/obl/-2")
        assert run(drop_unspoken, doc, [hop(doc, None, "were attributed to", "losses", "drones")]) == []
        assert len(run(drop_unspoken, doc, [hop(doc, "drones", "were attributed to", "losses")])) == 1

    def test_who_is_told_says_nothing(self) -> None:
        """The subject of the passive hears; that of the active speaks."""
        doc = parsed(
            "Ada/NNP/nsubj:pass/2 was/VBD/aux:pass/1 told|tell/VBN/ROOT/0 it/PRP/nsubj/1 broke|break/VBD/ccomp/-2"
            " ././punct/-3 Bo/NNP/nsubj/1 told|tell/VBD/ROOT/0 us/PRP/iobj/-1 ././punct/-2"
        )
        hops = [hop(doc, "Ada", "was told", "it broke"), hop(doc, "Bo", "told")]
        assert [found[0] for found in told(run(drop_unspoken, doc, hops))] == [None, "Bo"]


def fitted(text: str, source: str | None, cue: str, *content: str) -> Told:
    """Return one hop with its boundaries fitted."""
    doc = parsed(text)
    [found] = told(run(fit_boundaries, doc, [hop(doc, source, cue, *content)]))
    return found


class TestFitted:
    """Boundaries that typography and sentences put right."""

    TWO = (
        "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 taxes/NNS/nsubj/1 rose|rise/VBD/ccomp/-2 ././punct/-3"
        " Bo/NNP/nsubj/1 left|leave/VBD/ROOT/0 ././punct/-1"
    )
    QUOTED = (
        "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 :/:/punct/3 “/``/punct/2 We/PRP/nsubj/1 stay/VBP/ccomp/-4 ././punct/-5"
        " It/PRP/nsubj/1 rains|rain/VBZ/ROOT/0 ././punct/-1 ”/''/punct/-2 Bo/NNP/nsubj/1 left|leave/VBD/ROOT/0"
        " ././punct/-1"
    )

    def test_an_unquoted_content_ends_with_its_sentence(self) -> None:
        """What runs into the next sentence without quotation marks is cut."""
        assert fitted(self.TWO, "Ada", "said", "taxes rose. Bo left")[2] == ("taxes rose",)

    def test_a_quotation_is_said_to_its_end(self) -> None:
        """A content that opens a quotation gets all of it, over sentence ends too."""
        assert fitted(self.QUOTED, "Ada", "said", "“We stay")[2] == ("“We stay. It rains.”",)

    def test_a_quoted_content_ends_with_the_quotation(self) -> None:
        """What runs on behind the closing mark into another sentence is cut."""
        assert fitted(self.QUOTED, "Ada", "said", "“We stay. It rains.” Bo left")[2] == ("“We stay. It rains.”",)

    def test_a_source_does_not_end_with_its_article(self) -> None:
        """Where only "The" was tagged, the phrase of its noun is the source."""
        text = "The/DT/det/2 dam/NN/compound/1 board/NN/nsubj/1 said|say/VBD/ROOT/0 taxes/NNS/nsubj/1 rose/VBD/ccomp/-2"
        assert fitted(text, "The", "said", "taxes rose")[0] == "The dam board"

    def test_a_source_begins_behind_the_sentence_s_adverbs(self) -> None:
        """Conjunctions and adverbs of the sentence are no part of the source."""
        text = (
            "However/RB/advmod/3 ,/,/punct/-1 officials/NNS/nsubj/1 said|say/VBD/ROOT/0 taxes/NNS/nsubj/1"
            " rose|rise/VBD/ccomp/-2 ././punct/-3"
        )
        assert fitted(text, "However, officials", "said", "taxes rose")[0] == "officials"


class TestPlaced:
    """Contents put right by the sentence's shape."""

    def test_a_clause_before_a_closing_parenthesis_stays_with_who_has_it(self) -> None:
        """ "..., the agency said." speaks the clause before it, unless somebody has that already."""
        doc = parsed(BROKE)
        bare, taken = hop(doc, "the agency", "said"), hop(doc, None, "broke", "The dam")
        assert told(run(reassign_leading, doc, [taken, bare]))[1][2] == ()

    def test_hearsay_covers_its_clause_on_both_sides(self) -> None:
        """ "Reportedly" has no source, and what it hedges stands before and behind it."""
        doc = parsed(FLED)
        expected = [(None, ("reportedly",), ("The guards", "fled the post"), None)]
        assert told(run(propose_hearsay, doc, [hop(doc, None, "reportedly", "fled the post")])) == expected

    def test_whom_hearsay_is_about_says_nothing(self) -> None:
        """The tagger took the guards for who says so."""
        doc = parsed(FLED)
        expected = [(None, ("reportedly",), ("The guards", "fled the post"), None)]
        assert told(run(drop_unspoken, doc, [hop(doc, "The guards", "reportedly", "fled the post")])) == expected


class TestAccording:
    """ "According to" is a voice around its clause."""

    def test_sources_run_together_are_taken_apart(self) -> None:
        """A source that the tagger drew over both voices is cut behind the phrase."""
        doc = parsed(RADIO)
        hops = [hop(doc, "state radio, a clerk", "said", "the pier was closed")]
        assert sorted(str(entry[0]) for entry in told(run(propose_according, doc, hops))) == ["a clerk", "state radio"]

    @pytest.mark.parametrize(
        ("voice", "speaks"),
        [
            ("Bo/NNP/nsubj/4 ,/,/punct/2 a/DT/det/1 nurse/NN/appos/-3 ,/,/punct/-1", "wrote|write/VBD/ROOT/0"),
            ("one/CD/nummod/1 clerk/NN/nsubj/1", "said|say/VBD/ROOT/0"),
            ("the/DT/det/1 owner/NN/nsubj/1", "confirmed|confirm/VBD/ROOT/0"),
        ],
    )
    def test_who_is_heard_behind_the_phrase_speaks_within_it(self, voice: str, speaks: str) -> None:
        """The tagger gave all to the phrase: "According to the Gull, a clerk said it fell"."""
        phrase = "According/VBG/case/3 to/IN/fixed/-1 the/DT/det/1 Gull/NNP/obl/0 ,/,/punct/-1"
        doc = parsed(f"{phrase} {voice} {speaks} it/PRP/nsubj/1 fell|fall/VBD/ccomp/-2 ././punct/-3")
        cue, who = speaks.split("|", 1)[0], doc[5 : next(t.i for t in doc if t.tag_ == "VBD")]
        found = run(propose_according, doc, [hop(doc, "the Gull", "According to", "it fell")])
        inner = trimmed(doc, who.start, who.end)
        assert inner is not None
        assert told(found)[1] == (inner.text, (cue,), ("it fell",), 0)
        assert told(found)[0][2] == (f"{who.text} {cue} it fell",)

    def test_behind_its_clause_it_carries_what_stands_before(self) -> None:
        """ "..., the governor said, according to state radio": the radio tells what the governor said."""
        doc = parsed(
            "The/DT/det/1 strike/NN/nsubj/1 failed|fail/VBD/ROOT/0 ,/,/punct/-1 the/DT/det/1 governor/NN/nsubj/1"
            " said|say/VBD/parataxis/-4 ,/,/punct/4 according|accord/VBG/case/3 to/IN/fixed/-1 state/NN/compound/1"
            " radio/NN/obl/-5 ././punct/-10"
        )
        found = told(run(propose_according, doc, [hop(doc, "the governor", "said", "The strike failed")]))
        assert found == [
            ("the governor", ("said",), ("The strike failed",), 1),
            ("state radio", ("according to",), ("The strike failed, the governor said",), None),
        ]

    def test_the_tagger_s_reading_stands_where_there_is_one_voice(self) -> None:
        """A phrase that the tagger read, with no other voice in its clause, is left as it was."""
        doc = parsed(
            "The/DT/det/1 dam/NN/nsubj/1 broke|break/VBD/ROOT/0 ,/,/punct/-1 according|accord/VBG/case/2"
            " to/IN/fixed/-1 Ada/NNP/obl/-4"
        )
        hops = [hop(doc, "Ada", "according to", "The dam broke")]
        assert run(propose_according, doc, hops) == hops


class TestCarried:
    """Voices behind and around a hop."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (
                "He left , citing the/DT/det/2 harbour/NN/compound/1 office/NN/obj/-3 .",
                [("the harbour office", "citing")],
            ),
            ("citing a report from the office , he left", [("the office", "citing a report from")]),
            ("quoting from the/DT/det/1 report/NN/obl/-3 , he left", [("the report", "quoting from")]),
            ("He left , citing .", []),
            ("He left , citing a/DT/det/1 lack/NN/obj/-2 of/IN/case/1 money/NN/nmod/-2 .", []),
            ("citing", []),
        ],
    )
    def test_a_citing_phrase_is_cut_by_its_words(self, words: str, expected: list[tuple[str, str]]) -> None:
        """From "citing" to the next comma, the issuer behind "by" or "from" if there is one."""
        assert [(source.text, cue.text) for source, cue in citations(parsed(words))] == expected

    def test_who_cites_is_around_who_is_cited(self) -> None:
        """ "Officials cited by X said": X carries the officials."""
        doc = parsed(
            "Officials|official/NNS/nsubj/6 cited|cite/VBN/acl/-1 by/IN/case/3 the/DT/det/2 harbour/NN/compound/1"
            " institute/NN/obl:agent/-4 said|say/VBD/ROOT/0 taxes/NNS/nsubj/1 rose|rise/VBD/ccomp/-2 ././punct/-3"
        )
        found = told(
            run(propose_secondary, doc, [hop(doc, "Officials cited by the harbour institute", "said", "taxes rose")])
        )
        assert found == [
            ("Officials", ("said",), ("taxes rose",), 1),
            ("the harbour institute", ("cited by",), ("taxes rose",), None),
        ]

    def test_a_parenthesis_speaks_the_clause_before_it(self) -> None:
        """ "The agency predicted gains, she said": she tells what the agency predicted."""
        doc = parsed(
            "The/DT/det/1 agency/NN/nsubj/1 predicted|predict/VBD/ccomp/4 gains|gain/NNS/obj/-1 ,/,/punct/2"
            " she/PRP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
        )
        found = told(
            run(propose_secondary, doc, [hop(doc, "The agency", "predicted", "gains"), hop(doc, "she", "said")])
        )
        assert ("The agency", ("predicted",), ("gains",)) in [entry[:3] for entry in found]
        outer = next(i for i, entry in enumerate(found) if entry[0] == "she")
        assert found[outer][2:] == (("The agency predicted gains",), None)
        assert next(entry[3] for entry in found if entry[0] == "The agency") == outer

    def test_a_quotation_that_begins_a_sentence_is_of_who_speaks_behind_it(self) -> None:
        """ "She told of a leak. “It fell,” Bo said": the quotation is no part of what she told."""
        doc = parsed(
            "She/PRP/nsubj/1 told|tell/VBD/ROOT/0 of/IN/case/2 a/DT/det/1 leak/NN/obl/-3 ././punct/-4 “/``/punct/2"
            " It/PRP/nsubj/1 fell|fall/VBD/ccomp/4 ,/,/punct/-1 ”/''/punct/-2 Bo/NNP/nsubj/1 said|say/VBD/ROOT/0 ."
        )
        hops = [Hop(doc[0:1], (doc[1:2],), (doc[2:11],), None, 1.0), hop(doc, "Bo", "said")]
        assert told(run(propose_secondary, doc, hops)) == [
            ("She", ("told",), ("of a leak",), None),
            ("Bo", ("said",), ("“It fell,”",), None),
        ]

    def test_hops_that_found_no_content_are_gone(self) -> None:
        """A cue that says nothing is no attribution."""
        doc = parsed(WROTE)
        assert run(drop_empty, doc, [hop(doc, "The group", "wrote")]) == []


WITHHELD = [
    pytest.param(
        "The/DT/det/1 videos/NNS/nsubj:pass/5 could/MD/aux/4 not/RB/advmod/3 be/VB/aux:pass/2 independently/RB/advmod/1"
        " verified|verify/VBN/ROOT/0 by/IN/case/2 the/DT/det/1 Gull/NNP/obl:agent/-3 ././punct/-4",
        ("the Gull", "could not be independently verified", "The videos"),
        id="passive with who checks",
    ),
    pytest.param(
        "The/DT/det/1 videos/NNS/nsubj:pass/4 could/MD/aux/3 not/RB/advmod/2 be/VB/aux:pass/1"
        " verified|verify/VBN/ROOT/0 ././punct/-1",
        (None, "could not be verified", "The videos"),
        id="passive",
    ),
    pytest.param(
        "The/DT/det/1 Gull/NNP/nsubj/3 could/MD/aux/2 not/RB/advmod/1 verify/VB/ROOT/0 the/DT/det/1 videos/NNS/obj/-2"
        " ././punct/-3",
        ("The Gull", "could not verify", "the videos"),
        id="active",
    ),
    pytest.param(
        "Neither/CC/cc:preconj/2 the/DT/det/1 army/NN/nsubj/4 nor/CC/cc/2 the/DT/det/1 ministry/NN/conj/-3"
        " confirmed|confirm/VBD/ROOT/0 the/DT/det/1 deaths/NNS/obj/-2 ././punct/-3",
        ("Neither the army nor the ministry", "confirmed", "the deaths"),
        id="neither nor",
    ),
    pytest.param(
        "The/DT/det/1 toll/NN/nsubj:pass/4 has|have/VBZ/aux/3 not/RB/advmod/2 been|be/VBN/aux:pass/1"
        " verified|verify/VBN/ROOT/0 by/IN/dep/-1 the/DT/dep/-2 Harrow/NNP/compound/1 Post/NNP/obl:agent/-4"
        " ././punct/-5",
        ("Harrow Post", "has not been verified", "The toll"),
        id="by whom the parser hangs elsewhere",
    ),
    pytest.param(
        "The/DT/det/1 army/NN/nsubj/3 did|do/VBD/aux/2 not/RB/advmod/1 confirm/VB/ROOT/0 the/DT/det/1 deaths/NNS/obj/-2"
        " ././punct/-3",
        ("The army", "did not confirm", "the deaths"),
        id="did not confirm",
    ),
    pytest.param(
        "The/DT/det/1 ministry/NN/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/1 comment/VB/xcomp/-2 on/IN/case/2"
        " the/DT/det/1 deaths/NNS/obl/-3 ././punct/-6",
        ("The ministry", "declined to comment on", "the deaths"),
        id="declined to comment on it",
    ),
    pytest.param(
        "The/DT/det/1 ministry/NN/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/1 comment/VB/xcomp/-2 ././punct/-3",
        ("The ministry", "declined", "to comment"),
        id="declined to comment",
    ),
    pytest.param(
        "The/DT/det/1 army/NN/nsubj/3 has|have/VBZ/aux/2 not/RB/advmod/1 commented|comment/VBN/ROOT/0 on/IN/case/2"
        " the/DT/det/1 deaths/NNS/obl/-3 ././punct/-4",
        ("The army", "has not commented on", "the deaths"),
        id="has not commented on it",
    ),
]


@pytest.mark.parametrize(("text", "expected"), WITHHELD)
def test_what_was_not_said_or_not_checked(text: str, expected: tuple[str | None, str, str]) -> None:
    """Unverified claims and withheld comments are hops, and what the tagger made of the same cue gives way."""
    doc = parsed(text)
    source, cue, content = expected
    hops = [hop(doc, None, cue.split()[-1], content)]
    assert (
        told(run(propose_silence, doc, []))
        == told(run(propose_silence, doc, hops))
        == [(source, (cue,), (content,), None)]
    )


@pytest.mark.parametrize(
    "text",
    [
        "The/DT/det/1 Gull/NNP/nsubj/1 verified|verify/VBD/ROOT/0 the/DT/det/1 videos/NNS/obj/-2 ././punct/-3",
        "The/DT/det/1 Gull/NNP/nsubj/1 commented|comment/VBD/ROOT/0 on/IN/case/2 the/DT/det/1 videos/NNS/obl/-3",
        "The/DT/det/1 Gull/NNP/nsubj/1 declined|decline/VBD/ROOT/0 to/TO/mark/1 leave/VB/xcomp/-2 ././punct/-3",
        "The/DT/det/1 Gull/NNP/nsubj/1 declined|decline/VBD/ROOT/0 without/IN/mark/1 commenting|comment/VBG/advcl/-2",
    ],
)
def test_what_was_said_and_checked_is_not_withheld(text: str) -> None:
    """Without a negation or a verb of holding back there is nothing withheld."""
    assert run(propose_silence, parsed(text), []) == []


def test_silence_that_somebody_else_tells_is_his() -> None:
    """Inside another's content nothing is taken: it is found when his words are read by themselves."""
    text = (
        "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 Gull/NNP/nsubj/2 never/RB/advmod/1"
        " verified|verify/VBD/ccomp/-4 the/DT/det/1 videos/NNS/obj/-2 ././punct/-7"
    )
    doc = parsed(text)
    hops = [hop(doc, "Ada", "said", "the Gull never verified the videos")]
    assert run(propose_silence, doc, hops) == hops
    assert told(run(propose_silence, doc, [])) == [("the Gull", ("never verified",), ("the videos",), None)]


class TestFloating:
    """Quotations that the cues left over."""

    def test_a_quotation_over_paragraphs_is_one_content(self) -> None:
        """Whoever has its first words has its later paragraphs."""
        doc = parsed(f"{SPOKE} ¶/_SP/dep/-1 {WENT}")
        hops = [hop(doc, "Ada", "spoke", "“The water came fast.")]
        found = run(propose_orphans, doc, hops)
        assert told(found) == [("Ada", ("spoke",), ("“The water came fast.", "“Then it simply went.”"), None)]

    def test_a_free_standing_quotation_goes_on_with_the_last_speaker(self) -> None:
        """A quotation that is a sentence of its own, right behind one, goes on what its speaker says."""
        doc = parsed(f"{SPOKE} ”/''/punct/-3 ¶/_SP/dep/-1 {WENT}")
        found = run(propose_orphans, doc, [hop(doc, "Ada", "spoke", "“The water came fast.”")])
        assert told(found) == [("Ada", ("spoke",), ("“The water came fast.”", "“Then it simply went.”"), None)]

    def test_a_quotation_goes_on_what_its_speaker_said_in_quotation_marks(self) -> None:
        """Who says two things in one sentence goes on with the one that is quoted."""
        text = (
            "“/``/punct/2 It/PRP/nsubj/1 broke|break/VBD/ccomp/3 ”/''/punct/-1 Ada/NNP/nsubj/1 said|say/VBD/ROOT/0"
            " calling|call/VBG/advcl/-1 for/IN/case/1 help/NN/obl/-2 ././punct/-4 “/``/punct/4 Then/RB/advmod/3"
            " it/PRP/nsubj/2 really/RB/advmod/1 went|go/VBD/ROOT/0 ././punct/-1 ”/''/punct/-2"
        )
        doc = parsed(text)
        hops = [hop(doc, "Ada", "said", "“It broke”"), hop(doc, "Ada", "calling for", "help")]
        assert [h.content[-1].text for h in run(propose_orphans, doc, hops)] == ["“Then it really went.”", "help"]

    def test_a_quotation_that_ends_with_a_comma_is_of_whom_its_sentence_names(self) -> None:
        """It is nobody's who spoke before it."""
        doc = parsed(f"{SPOKE} ”/''/punct/-3 ¶/_SP/dep/-1 {WENT.replace('././punct', ',/,/punct')}")
        hops = [hop(doc, "Ada", "spoke", "“The water came fast.”")]
        assert run(propose_orphans, doc, hops) == hops

    def test_a_quotation_far_off_is_nobody_s(self) -> None:
        """Paragraphs away, nothing tells who speaks."""
        gap = "¶/_SP/dep/-1 It/PRP/nsubj/1 rained|rain/VBD/ROOT/0 ././punct/-1"
        doc = parsed(f"{SPOKE} ”/''/punct/-3 {gap} {gap} ¶/_SP/dep/-1 {WENT}")
        hops = [hop(doc, "Ada", "spoke", "“The water came fast.”")]
        assert run(propose_orphans, doc, hops) == hops

    def test_what_a_free_standing_quotation_reports_is_inside_it(self) -> None:
        """Hearsay in somebody's words is that speaker's first."""
        doc = parsed(
            f"{SPOKE} ”/''/punct/-3 ¶/_SP/dep/-1 “/``/punct/5 Then/RB/advmod/4 the/DT/det/1 guards|guard/NNS/nsubj/2"
            " reportedly/RB/advmod/1 fled|flee/VBD/ROOT/0 ././punct/-1 ”/''/punct/-2"
        )
        hearsay = hop(doc, None, "reportedly", "the guards", "fled")
        found = told(run(propose_orphans, doc, [hop(doc, "Ada", "spoke", "“The water came fast.”"), hearsay]))
        assert found == [
            ("Ada", ("spoke",), ("“The water came fast.”", "“Then the guards reportedly fled.”"), None),
            (None, ("reportedly",), ("the guards", "fled"), 0),
        ]

    def test_scare_quotes_are_no_statement(self) -> None:
        """A few quoted words inside a sentence of the outlet's own stay the outlet's."""
        doc = parsed(
            f"{SPOKE} ”/''/punct/-3 The/DT/det/3 “/``/punct/1 safe/JJ/amod/2 ”/''/punct/-1 bridge/NN/nsubj/1"
            " fell|fall/VBD/ROOT/0 ././punct/-1"
        )
        hops = [hop(doc, "Ada", "spoke", "“The water came fast.”")]
        assert run(propose_orphans, doc, hops) == hops


def by_first_words(docs: list[Doc]) -> list[list[Span]]:
    """A tagger that reads "NAME VERB the rest" off the start of each text, and knows no more."""
    return [
        [Span(doc, 0, 1, "Source"), Span(doc, 1, 2, "Cue"), Span(doc, 2, len(doc), "Content")]
        if len(doc) > 2 and doc[0].text in ("Bo", "Cy", "Di")
        else []
        for doc in docs
    ]


WORDS = "Ada said Bo thinks Cy hopes Di knows it rains all the time .".split()
THREE = " ".join(f"{word}/{'NNP' if word.istitle() else 'X'}/dep/{-min(i, 1)}" for i, word in enumerate(WORDS))


class TestNested:
    """Attribution inside attribution."""

    def test_contents_are_read_again_to_any_depth(self) -> None:
        """Each voice in a content is inside the one that reports it."""
        doc = parsed(THREE)
        outer = hop(doc, "Ada", "said", "Bo thinks Cy hopes Di knows it rains all the time")
        found = told(run(nest_contents, doc, [outer], by_first_words))
        assert [(source, cue[0], inside) for source, cue, _, inside in found] == [
            ("Ada", "said", None),
            ("Bo", "thinks", 0),
            ("Cy", "hopes", 1),
            ("Di", "knows", 2),
        ]
        assert found[-1][2] == ("it rains all the time",)

    def test_a_gap_in_a_content_is_not_bridged(self) -> None:
        """A content split by its cue is read as one text, and what is found is cut at the gap."""
        doc = parsed("“ Bo/NNP/dep/0 thinks it ” Ada/NNP/dep/0 said “ rains all the time ” .")
        outer = hop(doc, "Ada", "said", "Bo thinks it", "rains all the time")
        found = told(run(nest_contents, doc, [outer], by_first_words))
        assert found[1:] == [("Bo", ("thinks",), ("it", "rains all the time"), 0)]

    def test_the_speaker_s_own_thoughts_are_no_voice_inside(self) -> None:
        """ "I" in somebody's words is the same voice."""
        doc = parsed("Ada/NNP/dep/0 said I/PRP/nsubj/1 hope/VBP/dep/-3 Bo/NNP/dep/-1 knows it rains")

        def own(docs: list[Doc]) -> list[list[Span]]:
            return [[Span(d, 0, 1, "Source"), Span(d, 1, 2, "Cue"), Span(d, 2, len(d), "Content")] for d in docs]

        outer = hop(doc, "Ada", "said", "I hope Bo knows it rains")
        assert run(nest_contents, doc, [outer], own) == [outer]

    def test_what_says_all_of_the_content_is_not_inside_it(self) -> None:
        """An inner hop says less than the one around it; a tagger that repeats itself comes to an end."""

        def stubborn(docs: list[Doc]) -> list[list[Span]]:
            return [[Span(doc, 0, len(doc), "Content"), Span(doc, 0, 1, "Cue")] for doc in docs]

        doc = parsed(THREE)
        outer = hop(doc, "Ada", "said", "Bo thinks Cy hopes Di knows")
        assert run(nest_contents, doc, [outer], stubborn) == [outer]


def hops_of(text: str, roles: Sequence[tuple[str, str]], tag: Callable[..., list[list[Span]]] = silent) -> list[Hop]:
    """Return all that the stages make of a Doc and its tags."""
    doc = parsed(text)
    doc.spans["attribution"] = tagged(doc, roles)
    return find_attributions(reading(doc, tag)).in_text_order()


class TestAllStages:
    """The stages in their order."""

    def test_a_mere_that_is_no_part_of_what_is_said(self) -> None:
        """ "She said that, so the clerk, it leaked": the clerk says that it leaked."""
        text = (
            "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 that/IN/mark/6 ,/,/punct/-1 Bo/NNP/nsubj/1 says|say/VBZ/parataxis/3 "
            ",/,/punct/-1 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-7 ././punct/-8"
        )
        hops = hops_of(text, [("S", "Ada"), ("Q", "said"), ("C", "that"), ("C", "it leaked")])
        assert ("Ada", ("said",), ("it leaked",), None) in told(hops)

    def test_hops_come_in_text_order_and_keep_who_reports_them(self) -> None:
        """Numbers are given by place; an inner voice that stands first still points to the outer one."""
        hops = hops_of(BRIEFED, [("S", "the mayor"), ("Q", "said"), ("C", "the pier was closed")])
        assert told(hops) == [
            ("the harbour office", ("Citing a briefing by",), ("the pier was closed",), 1),
            ("the mayor", ("said",), ("the pier was closed",), None),
        ]

    def test_two_voices_of_one_sentence(self) -> None:
        """ "According to X, Y said" ends as X, and Y inside it, in this order."""
        hops = hops_of(RADIO, [("Q", "said"), ("C", "the pier was closed")])
        assert [(entry[0], entry[3]) for entry in told(hops)] == [("state radio", None), ("a clerk", 0)]

    def test_depth(self) -> None:
        """Three voices inside the first one come out as a chain of four."""
        rest = "Bo thinks Cy hopes Di knows it rains all the time"
        hops = hops_of(THREE, [("S", "Ada"), ("Q", "said"), ("C", rest)], by_first_words)
        assert [(entry[0], entry[3]) for entry in told(hops)] == [("Ada", None), ("Bo", 0), ("Cy", 1), ("Di", 2)]

    def test_an_empty_doc(self) -> None:
        """No words, no hops."""
        assert hops_of("", []) == []


class TestLedger:
    """What looked like reporting and gave nothing."""

    SAID = (
        "Ada/NNP/nsubj/1 said|say/VBD/ROOT/0 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ,/,/punct/4 and/CC/cc/3"
        " Bo/NNP/nsubj/2 never/RB/advmod/1 denied|deny/VBD/conj/-7 it/PRP/obj/-1 ././punct/-9"
    )

    def test_each_reporting_word_without_an_attribution_is_named_with_its_clause(self) -> None:
        """Nothing is known, or the other word of the sentence, or both."""
        doc = parsed(self.SAID)
        said, denied = hop(doc, "Ada", "said", "it leaked"), hop(doc, "Bo", "never denied", "it")
        assert [doc.text[slice(*entry.span)] for entry in ledger(doc, AttributionSet(), [])] == [
            "Ada said it leaked, and Bo never denied it",
            "and Bo never denied it",
        ]
        [entry] = ledger(doc, AttributionSet([said]), [])
        assert (doc.text[slice(*entry.span)], "'denied': no source" in entry.why) == ("and Bo never denied it", True)
        assert list(ledger(doc, AttributionSet([said, denied]), [])) == []

    def test_what_a_stage_dropped_is_told_with_the_stage(self) -> None:
        """Whatever its word; where another attribution has the cue, nothing is lost."""
        doc = parsed(LEFT)
        found = AttributionSet([hop(doc, None, "Asked about", "the leak")])
        found.stage = "no statement"
        found.drop([0])
        [entry] = ledger(doc, found, [])
        assert entry.why == "reporting word 'Asked': found but dropped (no statement)"
        found.add(hop(doc, None, "Asked", "the leak"))
        assert list(ledger(doc, found, [])) == []

    def test_inside_what_another_says_the_reason_differs(self) -> None:
        """A verb inside somebody's content was read, and its own voice not found."""
        doc = parsed(
            "Ada/NNP/nsubj/1 spoke|speak/VBD/ROOT/0 :/:/punct/-1 “/``/punct/2 We/PRP/nsubj/1"
            " confirmed|confirm/VBD/ROOT/0 it/PRP/obj/-1 ././punct/-2 ”/''/punct/-3"
        )
        [entry] = ledger(doc, AttributionSet([hop(doc, "Ada", "spoke", "“We confirmed it.”")]), [])
        assert "inside what somebody else says" in entry.why

    def test_silence_is_what_its_cue_does(self) -> None:
        """ "Declined [to comment]" has one voice, and nothing is lost."""
        doc = parsed(DECLINED)
        known = hop(doc, "The ministry", "declined", "to comment on the deaths")
        assert list(ledger(doc, AttributionSet([known]), [])) == []

    def test_a_number_that_is_no_figure_is_named(self) -> None:
        """A number that counts nothing is listed by itself, one that gave a figure is not."""
        doc = parsed(
            "Thirty|thirty/CD/nummod/1 rebels|rebel/NNS/nsubj/1 left|leave/VBD/ROOT/0 ././punct/-1"
            " It/PRP/nsubj/1 closed|close/VBD/ROOT/0 in/IN/case/1 2019/CD/obl/-2 ././punct/-3"
        )
        assert [doc.text[slice(*q.span)] for q in figures(doc)] == ["Thirty"]
        [entry] = list(ledger(doc, AttributionSet(), list(read_numbers(doc))))
        assert doc.text[slice(*entry.span)] == "2019"


class TestVoicesInOneSentence:
    """Voices that one sentence holds beside, around or inside each other."""

    BY = (
        "Her/PRP$/nmod:poss/1 colleague/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 quoted|quote/VBN/ROOT/0 by/IN/case/1 "
        "Orbex/NNP/obl:agent/-2 as/IN/mark/1 saying|say/VBG/advcl/-4 that/IN/mark/3 the/DT/det/1 dam/NN/nsubj/1 "
        "leaked|leak/VBD/ccomp/-4 ././punct/-9"
    )
    AHEAD = (
        "“/``/punct/2 We/PRP/nsubj/1 saw|see/VBD/ROOT/0 it/PRP/obj/-1 ,/,/punct/-2 ”/''/punct/-3 Roe/NNP/nsubj/1 "
        "quoted|quote/VBD/ROOT/0 the/DT/det/1 agency/NN/obj/-2 as/IN/mark/1 saying|say/VBG/advcl/-4 ././punct/-5"
    )
    ASIDE = (
        "It/PRP/nsubj/2 was|be/VBD/cop/1 Roe/NNP/ROOT/0 who/WP/nsubj/7 ,/,/punct/6 according|accord/VBG/case/3 "
        "to/IN/fixed/-1 the/DT/det/1 radio/NN/obl/2 ,/,/punct/-1 paid|pay/VBD/acl:relcl/-8 the/DT/det/1 "
        "clerk/NN/obj/-2 ././punct/-11"
    )
    SHARED = (
        "The/DT/det/1 force/NN/nsubj/1 put/VBD/ROOT/0 the/DT/det/1 number/NN/obj/-2 at/IN/case/1 eight/CD/obl/-4 "
        "and/CC/cc/1 said|say/VBD/conj/-6 five/CD/nsubj/1 fell|fall/VBD/ccomp/-2 ././punct/-9"
    )

    def test_who_is_quoted_by_another_speaks_inside(self) -> None:
        """The passive has the same two voices as "Orbex quoted her colleague as saying"."""
        outer, inner = told(run(propose_quoted, parsed(self.BY), []))
        assert outer == ("Orbex", ("was quoted by",), ("Her colleague", "as saying that the dam leaked"), None)
        assert inner == ("Her colleague", ("as saying",), ("that the dam leaked",), 0)

    def test_what_is_quoted_may_stand_ahead(self) -> None:
        """The quotation before the verb is the inner voice's, and so part of what the outer one reports."""
        doc = parsed(self.AHEAD)
        outer, inner = told(run(propose_quoted, doc, [hop(doc, "Roe", "quoted", "“We saw it,”")]))
        assert outer == ("Roe", ("quoted",), ("“We saw it,”", "the agency as saying"), None)
        assert inner == ("the agency", ("as saying",), ("“We saw it,”",), 0)

    def test_a_clause_goes_on_behind_the_voice_that_interrupts_it(self) -> None:
        """Both parts are the radio's; that the radio itself "paid" was the tagger's mistake."""
        doc = parsed(self.ASIDE)
        assert told(run(propose_according, doc, [hop(doc, "the radio", "paid", "the clerk")])) == [
            ("the radio", ("according to",), ("It was Roe who", "paid the clerk"), None)
        ]

    def test_a_subject_may_speak_twice(self) -> None:
        """What is known of "said" leaves its subject free for "put"."""
        doc = parsed(self.SHARED)
        said = hop(doc, "The force", "said", "five fell")
        assert told(run(propose_reported, doc, [said]))[1:] == [("The force", ("put",), ("the number at eight",), None)]

    def test_a_clause_that_holds_another_voice_is_reported_all_the_same(self) -> None:
        """A cue without a content of its own gets the whole clause, and what lies in it is inside."""
        doc = parsed(INNER)
        spans = tagged(doc, [("S", "He"), ("Q", "said"), ("S", "Roe"), ("Q", "told"), ("C", "it leaked")])
        outer, inner = told(run(nest_enclosed, doc, list(linked(reading(doc), spans))))
        assert outer == ("He", ("said",), ("Roe told him it leaked",), None)
        assert inner == ("Roe", ("told",), ("it leaked",), 0)

    def test_only_what_lies_inside_as_a_whole_is_inside(self) -> None:
        """A source outside a content keeps its hop outside."""
        doc = parsed(self.SHARED)
        hops = [
            hop(doc, "The force", "put", "the number at eight and said five fell"),
            hop(doc, "The force", "said", "five"),
        ]
        assert [h.inside for h in run(nest_enclosed, doc, hops)] == [None, None]

    def test_a_quotation_run_together_with_what_another_said_before(self) -> None:
        """The sentence of "said Roe" begins with its quotation."""
        doc = parsed(
            "They/PRP/nsubj/1 said|say/VBD/ROOT/0 they/PRP/nsubj/1 heard|hear/VBD/ccomp/-2 it/PRP/obj/-1 ././punct/-4 "
            "“/``/punct/2 It/PRP/nsubj/1 shook|shake/VBD/ccomp/3 ,/,/punct/-1 ”/''/punct/-2 said|say/VBD/ROOT/0 "
            "Roe/NNP/nsubj/-1 ././punct/-2"
        )
        mixed = hop(doc, "They", "said", "they heard it. “It shook,”")
        assert told(run(reassign_quotations, doc, [mixed, Hop(span(doc, "Roe"), (doc[11:12],), (), None, 1.0)])) == [
            ("They", ("said",), ("they heard it",), None),
            ("Roe", ("said",), ("“It shook,”",), None),
        ]

    def test_what_ends_before_a_sentence_is_not_reached_into(self) -> None:
        """The quotation that the sentence begins with is no part of the content right before it."""
        doc = parsed(
            "They/PRP/nsubj/1 said|say/VBD/ROOT/0 they/PRP/nsubj/1 heard|hear/VBD/ccomp/-2 it/PRP/obj/-1 ././punct/-4 "
            "“/``/punct/2 Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 it/PRP/nsubj/1 shook|shake/VBD/ccomp/-2 ”/''/punct/-3"
        )
        before, own = hop(doc, "They", "said", "they heard it."), Hop(doc[7:8], (doc[8:9],), (doc[9:11],), None, 1.0)
        assert run(reassign_quotations, doc, [before, own]) == [before, own]


class TestPassedOver:
    """Attributions that a tagger half sees or does not see at all."""

    @pytest.mark.parametrize(
        ("text", "content", "expected"),
        [
            (
                "The/DT/det/1 branch/NN/nsubj/1 found|find/VBD/ROOT/0 that/IN/mark/3 the/DT/det/1 door/NN/nsubj/1 "
                "failed|fail/VBD/ccomp/-4 ././punct/-5",
                "that the door failed",
                ("The branch", ("found",), ("that the door failed",), None),
            ),
            (
                "The/DT/det/1 ship/NN/nsubj/1 leaked|leak/VBD/ROOT/0 ,/,/punct/3 an|a/DT/det/1 inquiry/NN/nsubj/-3 "
                "heard|hear/VBN/acl/-1 ././punct/-5",
                "The ship leaked",
                ("an inquiry", ("heard",), ("The ship leaked",), None),
            ),
        ],
    )
    def test_a_content_without_a_cue_gets_the_verb_that_governs_it(
        self, text: str, content: str, expected: Told
    ) -> None:
        """By the parse, or at a sentence's end by the words."""
        doc = parsed(text)
        assert run(propose_reported, doc, []) == []
        doc.spans[ATTRIBUTION_SPANS] = tagged(doc, [("C", content)])
        assert told(run(propose_reported, doc, [])) == [expected]

    def test_what_footage_appears_to_show(self) -> None:
        """A document shows something; a person who shows something says nothing."""
        text = (
            "Footage/NN/nsubj/1 appeared|appear/VBD/ROOT/0 to/TO/mark/1 show/VB/xcomp/-2 smoke/NN/obj/-1 ././punct/-4"
        )
        assert told(run(propose_reported, parsed(text), [])) == [("Footage", ("appeared to show",), ("smoke",), None)]
        assert (
            run(propose_reported, parsed(text.replace("Footage", "Roe").replace("/NN/nsubj", "/NNP/nsubj")), []) == []
        )

    def test_what_a_neighbour_hears_is_not_public(self) -> None:
        """A court hears in public; "she heard that the ship leaked" is no report."""
        text = (
            "The/DT/det/1 neighbour/NN/nsubj/1 heard|hear/VBD/ROOT/0 that/IN/mark/3 the/DT/det/1 ship/NN/nsubj/1 "
            "leaked|leak/VBD/ccomp/-4 ././punct/-5"
        )
        assert run(propose_reported, parsed(text), []) == []
        heard = [("The court", ("heard",), ("that the ship leaked",), None)]
        assert told(run(propose_reported, parsed(text.replace("neighbour", "court")), [])) == heard

    @pytest.mark.parametrize(
        ("clause", "cue"),
        [
            ("could|can/MD/aux/2 not/RB/advmod/1 verify/VB/acl:relcl/-7", "could not verify"),
            (
                "is|be/VBZ/cop/2 not/RB/advmod/1 able/JJ/acl:relcl/-7 to/TO/mark/1 verify/VB/xcomp/-2",
                "is not able to verify",
            ),
        ],
    )
    def test_what_a_relative_clause_leaves_unverified(self, clause: str, cue: str) -> None:
        """ "Videos, which the radio could not verify": the videos are unverified."""
        text = (
            "Videos|video/NNS/ROOT/0 ,/,/punct/6 which/WDT/obj/5 the/DT/det/1 radio/NN/nsubj/3 "
            f"{clause} ,/,/punct/-1 show/VBP/dep/0 smoke/NN/obj/-1 ././punct/-2"
        )
        assert told(run(propose_silence, parsed(text), [])) == [("the radio", (cue,), ("Videos",), None)]

    def test_who_would_not_be_commenting_is_not_who_says_so(self) -> None:
        """The clerk speaks: what the clerk says stays whole."""
        doc = parsed(
            "The/DT/det/1 clerk/NN/nsubj/1 said|say/VBD/ROOT/0 the/DT/det/1 firm/NN/nsubj/4 would|will/MD/aux/3 "
            "not/RB/advmod/2 be/VB/cop/1 commenting|comment/VBG/ccomp/-6 ././punct/-7"
        )
        hops = [hop(doc, "The clerk", "said", "the firm would not be commenting")]
        assert run(propose_silence, doc, hops) == hops


class TestBoundaries:
    """Where sources and contents begin and end."""

    def test_what_a_speaker_does_besides_is_not_said(self) -> None:
        """ "confirmed a deal had been reached but would not give details": the deal alone is confirmed."""
        doc = parsed(
            "Roe/NNP/nsubj/1 confirmed|confirm/VBD/ROOT/0 a/DT/det/1 deal/NN/nsubj:pass/3 had|have/VBD/aux/2 "
            "been|be/VBN/aux:pass/1 reached|reach/VBN/ccomp/-5 but/CC/cc/3 would|will/MD/aux/2 not/RB/advmod/1 "
            "give/VB/conj/-9 details|detail/NNS/obj/-1 ././punct/-11"
        )
        whole = hop(doc, "Roe", "confirmed", "a deal had been reached but would not give details")
        assert told(run(fit_boundaries, doc, [whole])) == [("Roe", ("confirmed",), ("a deal had been reached",), None)]

    @pytest.mark.parametrize(
        ("object_", "kept"),
        [
            ("a/DT/det/1 cut|cut/NN/obj/-2", "a cut"),
            ("it/PRP/nsubj/1 rained|rain/VBD/ccomp/-2", "it rained and shut the mint"),
        ],
    )
    def test_a_deed_is_not_said(self, object_: str, kept: str) -> None:
        """ "announced a cut and shut the mint": nothing in a cut shuts, but it may have rained and shut the mint."""
        doc = parsed(
            f"Roe/NNP/nsubj/1 announced|announce/VBD/ROOT/0 {object_} and/CC/cc/1 shut|shut/VBD/conj/-2"
            " the/DT/det/1 mint/NN/obj/-2 ././punct/-7"
        )
        whole = Hop(doc[0:1], (doc[1:2],), (doc[2 : len(doc) - 1],), None, 1.0)
        assert told(run(fit_boundaries, doc, [whole])) == [("Roe", ("announced",), (kept,), None)]

    def test_a_source_begins_in_its_own_paragraph(self) -> None:
        """A headline without a full stop runs into the first words under it."""
        doc = parsed(
            "The/DT/det/1 clerk/NN/dep/3 who/WP/nsubj/1 left|leave/VBD/acl:relcl/-2 ¶ Files|file/NNS/nsubj/1 "
            "say/VBP/ROOT/0 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ././punct/-3"
        )
        whole = Hop(doc[0:6], (doc[6:7],), (doc[7:9],), None, 1.0)
        assert told(run(fit_boundaries, doc, [whole])) == [("Files", ("say",), ("it leaked",), None)]

    def test_a_source_has_no_day(self) -> None:
        """ "Officials on Monday said": they said so then."""
        doc = parsed(
            "Officials|official/NNS/nsubj/3 on/IN/case/1 Monday/NN/nmod/-2 said|say/VBD/ROOT/0 it/PRP/nsubj/1 "
            "leaked|leak/VBD/ccomp/-2 ././punct/-3"
        )
        found = told(run(fit_boundaries, doc, [hop(doc, "Officials on Monday", "said", "it leaked")]))
        assert found == [("Officials", ("said",), ("it leaked",), None)]

    @pytest.mark.parametrize(
        ("cue", "content", "kept"),
        [
            ("been found", ("Six boats",), 0),
            ("been found", ("Six boats", "to leak"), 1),
            ("are known", ("Six boats", "to leak"), 0),
        ],
    )
    def test_what_comes_to_light_nobody_says(self, cue: str, content: tuple[str, ...], kept: int) -> None:
        """Boats are found, and are known to leak; that they were found to leak is a finding."""
        lemma = "find" if "found" in cue else "know"
        first, verb = cue.split()
        doc = parsed(
            f"Six/CD/nummod/1 boats|boat/NNS/nsubj:pass/2 {first}|be/VBN/aux:pass/1 {verb}|{lemma}/VBN/ROOT/0 "
            "to/TO/mark/1 leak/VB/xcomp/-2 ././punct/-3"
        )
        assert len(run(drop_unspoken, doc, [hop(doc, None, cue, *content)])) == kept

    def test_a_bullet_is_nobodys_word(self) -> None:
        """An entry of a list begins behind its bullet."""
        doc = parsed(
            "•/:/punct/2 It/PRP/nsubj/1 leaked|leak/VBD/ccomp/3 ,/,/punct/-1 Roe/NNP/nsubj/1 says|say/VBZ/ROOT/0"
        )
        assert told(run(fit_boundaries, doc, [hop(doc, "Roe", "says", "• It leaked")])) == [
            ("Roe", ("says",), ("It leaked",), None)
        ]

    def test_a_question_is_no_statement(self) -> None:
        """ "Asked about the leak, he left": nobody is said to have asked."""
        doc = parsed(LEFT)
        assert len(run(drop_unspoken, doc, [hop(doc, "he left", "Asked about", "the leak")])) == 1

    @pytest.mark.parametrize(
        ("words", "question"),
        [
            ("why/WRB/advmod/2 it/PRP/nsubj/1 leaked|leak/VBD/advcl/3", "why it leaked"),
            ("whether/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/advcl/3", "whether it leaked"),
            ("what/WP/nsubj/1 leaked|leak/VBD/advcl/3", "what leaked"),
        ],
    )
    def test_what_an_unnamed_reporter_asks_is_told(self, words: str, question: str) -> None:
        """ "Asked why it leaked, he left"."""
        doc = parsed(f"Asked|ask/VBN/advcl/{len(words.split()) + 3} {words} ,/,/punct/2 he/PRP/nsubj/1 left/VBD/ROOT/0")
        assert told(run(drop_unspoken, doc, [hop(doc, None, "Asked", question)])) == [
            (None, ("Asked",), (question,), None)
        ]

    def test_who_is_asked_is_no_part_of_the_question(self) -> None:
        """ "Roe was asked: “Did it leak?”"."""
        doc = parsed(
            "Roe/NNP/nsubj:pass/2 was|be/VBD/aux:pass/1 asked|ask/VBN/ROOT/0 :/:/punct/-1 “/``/punct/3 "
            "Did|do/VBD/aux/2 it/PRP/nsubj/1 leak/VB/ccomp/-5 ?/./punct/-1 ”/''/punct/-2"
        )
        assert told(run(drop_unspoken, doc, [hop(doc, None, "was asked", "Roe", "Did it leak?")])) == [
            (None, ("was asked",), ("Did it leak?",), None)
        ]

    @pytest.mark.parametrize(("lemma", "kept"), [("show", 0), ("say", 1)])
    def test_a_caption_describes_its_picture(self, lemma: str, kept: int) -> None:
        """ "A clerk is shown taking cover": nobody says so; "is said to take cover" is hearsay."""
        doc = parsed(
            f"A/DT/det/1 clerk/NN/nsubj:pass/2 is|be/VBZ/aux:pass/1 told|{lemma}/VBN/ROOT/0 taking|take/VBG/xcomp/-1 "
            "cover/NN/obj/-1 ././punct/-3"
        )
        assert len(run(drop_unspoken, doc, [hop(doc, None, "is told", "A clerk", "taking cover")])) == kept

    def test_who_says_more_of_a_subject_of_its_own_is_heard_once(self) -> None:
        """ "confirmed that it burned she said nobody died": no conjunction, no second cue."""
        doc = parsed(TWICE.replace("but/", "she/"))
        whole = [hop(doc, "Roe", "confirmed", "that it burned she said nobody died")]
        assert run(split_contents, doc, whole) == whole

    def test_a_source_ends_before_what_its_sentence_goes_on_with(self) -> None:
        """ "The ministry, whose figures" is the ministry; "many of whom" stays."""
        doc = parsed(
            "The/DT/det/1 ministry/NN/nsubj/4 ,/,/punct/2 whose/WP$/nmod:poss/1 figures|figure/NNS/dep/-3 "
            "says|say/VBZ/ROOT/0 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ,/,/punct/3 many/JJ/nsubj/3 of/IN/case/1 "
            "whom/WP/nmod/-2 doubt/VBP/conj/-7 it/PRP/obj/-1"
        )
        hops = [
            hop(doc, "The ministry, whose figures", "says", "it leaked"),
            Hop(span(doc, "many of whom"), (span(doc, "doubt"),), (doc[13:14],), None, 1.0),
        ]
        assert [source for source, _, _, _ in told(run(fit_boundaries, doc, hops))] == ["The ministry", "many of whom"]

    def test_two_contents_that_end_at_one_place(self) -> None:
        """Contents that are moved to their cue are found again by whoever looks for them next."""
        doc = parsed(
            "They/PRP/nsubj/1 said|say/VBD/ROOT/0 so/RB/advmod/-1 ././punct/-2 “/``/punct/2 It/PRP/nsubj/1 "
            "shook|shake/VBD/ccomp/3 ,/,/punct/-1 ”/''/punct/-2 said|say/VBD/ROOT/0 Roe/NNP/nsubj/-1 ././punct/-2"
        )
        early = [hop(doc, "They", "said", "so. “It shook,”"), hop(doc, "They", "said", "“It shook,”")]
        late = Hop(span(doc, "Roe"), (doc[9:10],), (), None, 1.0)
        assert told(run(reassign_quotations, doc, [*early, late]))[-1] == ("Roe", ("said",), ("“It shook,”",), None)

    def test_a_subject_in_the_sentence_speaks_rather_than_a_source_before_it(self) -> None:
        """The tagger saw Roe and passed over the clerk."""
        doc = parsed(
            "Roe/NNP/nsubj/1 left|leave/VBD/ROOT/0 ././punct/-1 The/DT/det/1 clerk/NN/nsubj/1 said|say/VBD/ROOT/0 "
            "it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ././punct/-3"
        )
        spans = tagged(doc, [("S", "Roe"), ("Q", "said"), ("C", "it leaked")])
        assert told(list(linked(reading(doc), spans))) == [("The clerk", ("said",), ("it leaked",), None)]

    def test_who_is_told_by_somebody_is_no_content(self) -> None:
        """ "The jury was told by Bo that it leaked": Bo said so."""
        doc = parsed(
            "The/DT/det/1 jury/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 told|tell/VBN/ROOT/0 by/IN/case/1 Bo/NNP/obl/-2"
            " that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-5 ././punct/-6"
        )
        assert told(run(drop_unspoken, doc, [hop(doc, "Bo", "was told", "The jury", "that it leaked")])) == [
            ("Bo", ("was told",), ("that it leaked",), None)
        ]

    def test_who_is_told_is_no_content(self) -> None:
        """ "The jury was told that it leaked": somebody said so to the jury."""
        doc = parsed(
            "The/DT/det/1 jury/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 told|tell/VBN/ROOT/0 that/IN/mark/2 "
            "it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-3 ././punct/-4"
        )
        assert told(run(drop_unspoken, doc, [hop(doc, None, "was told", "The jury", "that it leaked")])) == [
            (None, ("was told",), ("that it leaked",), None)
        ]

    def test_a_label_is_no_statement(self) -> None:
        """ "INTERVIEW: it leaked" is nobody's word."""
        doc = parsed("INTERVIEW/NN/dep/0 :/:/punct/-1 it/PRP/nsubj/1 leaked|leak/VBD/ROOT/0")
        assert run(drop_unspoken, doc, [hop(doc, "INTERVIEW", ":", "it leaked")]) == []
