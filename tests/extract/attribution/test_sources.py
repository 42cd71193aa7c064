"""Who speaks where the tagger has found nobody: what the sentence around a cue tells."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.revise.sources import name_sources

Told = tuple[str | None, tuple[str, ...]]

BUDGET = parsed(
    "The/DT/det/1 budget/NN/nsubj/5 ,/,/punct/2 which/WDT/nsubj/1 proposed|propose/VBD/acl:relcl/-3 cuts/NNS/obj/-1"
    " fell|fall/VBD/ROOT/0 ././punct/-1"
)
MEMBERS = parsed(
    "The/DT/det/1 club/NN/nsubj/7 that/WDT/nsubj/1 met|meet/VBD/acl:relcl/-2 and/CC/cc/2 has/VBZ/aux/1"
    " urged|urge/VBN/conj/-3 change/NN/obj/-1 fell|fall/VBD/ROOT/0 ././punct/-1"
)
TELLING = parsed(
    "Telling|tell/VBG/advcl/8 them/PRP/obj/-1 that/IN/mark/2 it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-4 ,/,/punct/-5"
    " Ada/NNP/nsubj/2 Roe/NNP/flat/-1 left|leave/VBD/ROOT/0 ././punct/-1"
)
WROTE_TO_ASK = parsed(
    "The/DT/det/1 club/NN/nsubj/1 rang|ring/VBD/ROOT/0 Roe/NNP/obj/-1 to/TO/mark/1 ask/VB/advcl/-3 about/IN/case/2"
    " the/DT/det/1 dam/NN/obl/-3 ././punct/-7"
)
FARCE = parsed(
    "A/DT/det/1 delay/NN/nsubj/8 described|describe/VBN/acl/-1 as/IN/case/2 a/DT/det/1 farce/NN/obl/-3 by/IN/case/2"
    " the/DT/det/1 crew/NN/obl/-6 ended|end/VBD/ROOT/0 ././punct/-1"
)
FOLLY = parsed(
    "The/DT/det/1 town/NN/nsubj/1 sells|sell/VBZ/ROOT/0 a/DT/det/1 pier/NN/obj/-2 ,/,/punct/1"
    " called|call/{}/advcl/-4 “/``/punct/2 a/DT/det/1 folly/NN/xcomp/-3 ”/''/punct/-1 by/IN/case/2 the/DT/det/1"
    " crew/NN/{} ././punct/-12".format("VBN", "obl:agent/-7")
)
WRECK = parsed(
    "The/DT/det/1 town/NN/nsubj/1 sells|sell/VBZ/ROOT/0 a/DT/det/1 pier/NN/obj/-2 ,/,/punct/1"
    " called|call/VBD/advcl/-4 a/DT/det/1 wreck/NN/xcomp/-2 by/IN/case/2 the/DT/det/1 crew/NN/nmod/-3 ././punct/-10"
)
BY_MAY = parsed(
    "The/DT/det/1 town/NN/nsubj/2 ,/,/punct/2 told|tell/VBN/ROOT/0 by/IN/case/1 May/NN/obl/-2 of/IN/case/1"
    " it/PRP/obl/-4"
)
CALLS = parsed(
    "Calls|call/NNS/nsubj/3 to/IN/case/1 Roe/NNP/nmod/-2 went|go/VBD/ROOT/0 unanswered/VBN/xcomp/-1 by/IN/case/1"
    " noon/NN/obl:agent/-2"
)
DEMANDS = parsed(
    "The/DT/det/1 premier/NN/nsubj/1 repeated|repeat/VBD/ROOT/0 the/DT/det/1 crew/NN/nmod:poss/2 ’s/POS/case/-1"
    " demands|demand/NNS/obj/-4 for/IN/case/1 pay/NN/nmod/-2 ././punct/-7"
)
COMPLAINTS = parsed(
    "Complaints|complaint/NNS/nsubj/8 from/IN/case/2 the/DT/det/1 crew/NN/nmod/-3 that/IN/mark/2 it/PRP/nsubj/1"
    " leaked|leak/VBD/acl/-6 were/VBD/aux:pass/1 filed|file/VBN/ROOT/0 ././punct/-1"
)
TOLD_THE_GULL = parsed(
    "The/DT/det/1 dam/NN/nsubj/1 leaked|leak/VBD/ccomp/7 ,/,/punct/-1 Ada/NNP/nsubj/5 ,/,/punct/2 the/DT/det/1"
    " engineer/NN/appos/-3 ,/,/punct/-1 told|tell/VBD/ROOT/0 the/DT/det/1 Gull/NNP/obj/-2 ././punct/-3"
)
SUNK = parsed(
    "The/DT/det/1 boat/NN/nsubj:pass/2 is|be/VBZ/aux:pass/1 said|say/VBN/ROOT/0 to/TO/mark/2 have/VB/aux/1"
    " sunk|sink/VBN/xcomp/-3 ././punct/-4"
)
DEFINED = parsed(
    "The/DT/det/1 term/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 opened|open/VBN/ROOT/0 by/IN/mark/1"
    " urging|urge/VBG/advcl/-2 calm/NN/obj/-1 ././punct/-4"
)

PLANNED = (
    "The/DT/det/1 club/NN/nsubj/1 backs|back/VBZ/ROOT/0 a/DT/det/1 plan/NN/obj/-2 drawn|draw/VBN/acl/-1 by/IN/case/1"
    " Roe/NNP/obl:agent/-2 and/CC/cc/2 has/VBZ/aux/1 accused|accuse/VBN/{} Ash/NNP/obj/-1 ././punct/-10"
)
JOINED, SAID_OF_ROE = parsed(PLANNED.format("conj/-8")), parsed(PLANNED.format("parataxis/-8"))


def named(doc: Doc, cue: str, *content: str, source: str | None = None) -> Told:
    who = span(doc, source) if source is not None else None
    found = AttributionSet([Hop(who, (span(doc, cue),), tuple(span(doc, c) for c in content), None, 0.5)])
    name_sources(Reading.of(doc, (), lambda _: [], load_linker()), found)
    (hop,) = found.hops()
    return hop.source.text if hop.source is not None else None, tuple(part.text for part in hop.content)


@pytest.mark.parametrize(
    ("doc", "cue", "content", "told"),
    [
        (BUDGET, "proposed", "cuts", ("which", ("cuts",))),
        (MEMBERS, "has urged", "change", ("that", ("change",))),
        (TELLING, "Telling", "that it leaked", ("Ada Roe", ("that it leaked",))),
        (WROTE_TO_ASK, "to ask about", "the dam", ("The club", ("the dam",))),
        (FARCE, "described as", "a farce by the crew", ("the crew", ("A delay", "a farce"))),
        (COMPLAINTS, "Complaints", "from the crew that it leaked", ("the crew", ("that it leaked",))),
        (TOLD_THE_GULL, "told", "The dam leaked, Ada, the engineer", ("Ada, the engineer", ("The dam leaked",))),
    ],
    ids=["relative clause", "joined in it", "participle", "infinitive", "agent", "giver", "before the verb"],
)
def test_the_sentence_tells_who_speaks(doc: Doc, cue: str, content: str, told: Told) -> None:
    """Each place of a cue has its own way to tell whose words they are; the source is no part of the content."""
    assert named(doc, cue, content) == told


@pytest.mark.parametrize(
    ("doc", "cue", "content"),
    [(SUNK, "is said", "to have sunk"), (DEFINED, "urging", "calm"), (BUDGET, "The budget", "cuts")],
    ids=["hearsay", "participle of a passive", "no word of telling"],
)
def test_who_undergoes_what_is_said_does_not_speak(doc: Doc, cue: str, content: str) -> None:
    """A passive without an agent, and a participle in one, stay without a source; so does a noun without a giver."""
    assert named(doc, cue, content) == (None, (content,))


@pytest.mark.parametrize(
    ("doc", "cue", "content", "source", "told"),
    [
        (FOLLY, "called", "“a folly” by the crew", "The town", ("the crew", ("“a folly”",))),
        (WRECK, "called", "a wreck by the crew", "The town", ("the crew", ("a wreck",))),
        (FOLLY, "sells", "a pier", "The town", ("The town", ("a pier",))),
        (BY_MAY, "told", "of it", "The town", ("The town", ("of it",))),
        (CALLS, "unanswered", "Calls", "Roe", ("Roe", ("Calls",))),
        (DEMANDS, "demands for", "pay", "The premier", ("the crew ’s", ("pay",))),
        (JOINED, "has accused", "Ash", "Roe", ("The club", ("Ash",))),
        (SAID_OF_ROE, "has accused", "Ash", "Roe", ("Roe", ("Ash",))),
        (JOINED, "drawn", "a plan", "Roe", ("Roe", ("a plan",))),
    ],
    ids=["participle", "past tense", "active", "a time", "for an agent", "owner", "joined", "not joined", "his own"],
)
def test_whoever_is_named_as_the_teller_is_the_source(
    doc: Doc, cue: str, content: str, source: str, told: Told
) -> None:
    """Whom the tagger has taken gives way to whom a participle names with "by", to whose a noun is, and to a subject.

    A verb that is joined to another has that one's subject, and not whom a third verb names with "by".
    """
    assert named(doc, cue, content, source=source) == told


def test_a_source_that_is_there_stays() -> None:
    """Whom the tagger has found is not asked for again."""
    assert named(TELLING, "Telling", "it leaked", source="them") == ("them", ("it leaked",))


@pytest.mark.parametrize(
    ("verb", "source"),
    [
        ("saying|say/VBG/advcl/-5", "the guild"),
        ("warning|warn/VBG/advcl/-5", "the guild"),
        ("adding|add/VBG/advcl/-5", "Roe"),
        ("saying|say/VBG/advcl/-10", "Roe"),
    ],
)
def test_a_participle_has_the_subject_of_the_nearer_clause(verb: str, source: str) -> None:
    """So where the tagger took that of the clause before; "adding" may be whose words are told there."""
    doc = parsed(
        "Roe/NNP/nsubj/1 rang|ring/VBD/ROOT/0 Lund/NNP/obj/-1 and/CC/cc/3 the/DT/det/1 guild/NN/nsubj/1"
        f" wrote|write/VBD/conj/-5 a/DT/det/1 letter/NN/obj/-2 ,/,/punct/2 so/RB/advmod/1 {verb}"
        " it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 ././punct/-13"
    )
    cue = verb.split("|", maxsplit=1)[0]
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, cue),), (span(doc, "it leaked"),), None, 0.9)])
    name_sources(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].source is not None
    assert found[0].source.text == source
