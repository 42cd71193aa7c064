"""Contents that end or begin in mid-clause, on Docs made by hand."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.attribution import AttributionSet, Hop, Reading, load_linker
from whosays.extract.attribution.revise.clauses import fit_clauses
from whosays.extract.attribution.revise.reassignment import reassign_leading
from whosays.extract.attribution.revise.torn import mend_torn

SAID = "Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 "
# the subject's aside in marks, and the verb behind it
CREWS = "the/DT/det/1 crews/NNS/nsubj/7 —/:/punct/1 all/DT/appos/-2 of/IN/case/1 them/PRP/nmod/-2 —/:/punct/-1 "
GONE = "had|have/VBD/aux/1 left|leave/VBN/ccomp/-9 ././punct/-10"
# a subordinate clause whose subject ends the content
HEARD = (
    "they/PRP/nsubj/1 heard|hear/VBD/ccomp/-2 when/WRB/advmod/6 a/DT/det/1 horse/NN/nsubj/4 ,/,/punct/1"
    " lame|lame/JJ/amod/-2 ,/,/punct/-1 fell|fall/VBD/advcl/-7 but/CC/cc/1 saw|see/VBD/conj/-2 it/PRP/obj/-1"
    " ././punct/-14"
)
# the parser hangs the predicate on the verb of saying
OLDER = (
    "ten/CD/nummod/1 men/NNS/nsubj/1 age/VBP/ccomp/-3 60/CD/nummod/-2 ,/,/punct/1 who/WP/nsubj/1"
    " sailed|sail/VBD/acl:relcl/-5 ,/,/punct/-1 drowned|drown/VBD/ccomp/-9 ././punct/-10"
)
FILM = (
    "Old/JJ/amod/1 film/NN/nsubj/5 from/IN/case/1 Mora/NNP/nmod/-2 shows|show/VBZ/ccomp/5 two/CD/nummod/1"
    " boats/NNS/obj/-2 ,/,/punct/-3 Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
)
BOTH = (
    "Boats/NNS/nsubj/1 sank|sink/VBD/ccomp/6 and/CC/cc/2 crews/NNS/nsubj/1 drowned|drown/VBD/conj/-3 ,/,/punct/-1"
    " Roe/NNP/nsubj/1 said|say/VBD/ROOT/0 ././punct/-1"
)
SAW = "she/PRP/nsubj/1 saw|see/VBD/ccomp/-2 the/DT/det/1 dam/NN/obj/-2 ."
FELL = "it/PRP/nsubj/1 fell|fall/VBD/ccomp/-2 ,/,/punct/2 which/WDT/nsubj/1 hurt|hurt/VBD/acl/-3 ."
NEEDS = "it/PRP/nsubj/1 needed|need/VBD/ccomp/-2 a/DT/det/2 "
YEAR = (
    "it/PRP/nsubj/3 was|be/VBD/cop/2 a/DT/det/1 year/NN/ccomp/-4 that/WDT/nsubj/1 ended|end/VBD/acl:relcl/-2"
    " it/PRP/obj/-1 ././punct/-8"
)
DIVERS = "divers/NNS/nsubj/1"
SELL = (
    "Roe/NNP/nsubj/1 asked|ask/VBD/ROOT/0 him/PRP/obj/-1 to/TO/mark/1 sell/VB/xcomp/-3 it/PRP/obj/-1 and/CC/cc/1"
    " {joined}/conj/-3 ././punct/-7"
)


def mended(text: str, cue: str, content: str, *others: tuple[str, str, str]) -> str:
    """Return the content of Roe's hop, mended, with other hops beside it."""
    doc = parsed(text)
    hops = [Hop(span(doc, "Roe"), (span(doc, cue),), (span(doc, content),), None, 0.9)]
    hops += [Hop(span(doc, who), (span(doc, says),), (span(doc, what),), None, 0.9) for who, says, what in others]
    found = AttributionSet(hops)
    mend_torn(Reading.of(doc, (), lambda _: [], load_linker()), found)
    return found[0].content[0].text


# a condition and what it is one of; an aside between marks and an apposition; a noun joined to another
DRY = (
    "{}/IN/mark/2 it/PRP/nsubj/1 dried|dry/VBD/{} ,/,/punct/-1 nobody/NN/nsubj/2 would/MD/aux/1 stay/VB/{} ././punct/-1"
)
PRICE = (
    "the/DT/det/1 price/NN/{} of/IN/case/1 boats/NNS/nmod/-2 —/:/punct/1 hulls/NNS/appos/-2 —/:/punct/-1"
    " doubled|double/VBD/{} ././punct/-1"
)
MORA = (
    "it/PRP/nsubj/2 would/MD/aux/1 sail/VB/ccomp/-3 to/IN/case/1 Mora/NNP/obl/-2 ,/,/punct/3 an/DT/det/2 old/JJ/amod/1"
    " port/NN/appos/-4 ,/,/punct/-1 {} ././punct/-12"
)
CLAIMS = (
    "the/DT/det/1 bay/NN/obj/-2 ,/,/punct/3 and/CC/cc/2 all/DT/det/1 islets/NNS/{} {}in/IN/case/1 it/PRP/nmod/-2"
    " ././punct/-1"
)


@pytest.mark.parametrize(
    ("text", "cue", "content", "whole"),
    [
        (SAID + DRY.format("if", "advcl/4", "ccomp/-7"), "said", "if it dried", "if it dried, nobody would stay"),
        (SAID + DRY.format("if", "ccomp/-3", "conj/-4"), "said", "if it dried", "if it dried, nobody would stay"),
        (SAID + DRY.format("that", "ccomp/-3", "conj/-4"), "said", "that it dried", "that it dried"),
        (
            SAID + PRICE.format("obj/-2", "parataxis/-8"),
            "said",
            "the price of boats",
            "the price of boats — hulls — doubled",
        ),
        (
            SAID + MORA.format("in/IN/case/1 May/NNP/obl/-9"),
            "said",
            "it would sail to Mora",
            "it would sail to Mora, an old port, in May",
        ),
        (
            SAID + MORA.format("and/CC/cc/1 left|leave/VBD/conj/-12"),
            "said",
            "it would sail to Mora",
            "it would sail to Mora",
        ),
        (SAID + CLAIMS.format("conj/-4", ""), "said", "the bay", "the bay, and all islets in it"),
        (SAID + CLAIMS.format("nsubj/1", "sank|sink/VBD/conj/-7 "), "said", "the bay", "the bay"),
        (SAID + CREWS + GONE, "said", "the crews", "the crews — all of them — had left"),
        (SAID + HEARD, "said", "they heard when a horse", "they heard when a horse, lame, fell"),
        (SAID + OLDER, "said", "ten men age 60, who sailed", "ten men age 60, who sailed, drowned"),
        (FILM, "said", "shows two boats", "Old film from Mora shows two boats"),
        (BOTH, "said", "crews drowned", "Boats sank and crews drowned"),
        (BOTH.replace("and/CC", "but/CC"), "said", "crews drowned", "crews drowned"),
        (SELL.format(joined="leave/VB"), "asked", "him to sell it", "him to sell it and leave"),
        (SELL.format(joined="left|leave/VBD"), "asked", "him to sell it", "him to sell it"),
        (SAID + SAW, "said", "she saw the", "she saw the dam"),
        (SAID + FELL, "said", "it fell", "it fell"),
        (SAID + NEEDS + "big/JJ/amod/1 dam/NN/obj/-3 .", "said", "it needed a big", "it needed a big dam"),
        (
            SAID + NEEDS + "“ big/JJ/xcomp/-3 ” dam/NN/obj/-5 .",
            "said",
            "it needed a “big”",
            "it needed a “big” dam",
        ),
        (SAID + YEAR, "said", "it was a year", "it was a year that ended it"),
        (SAID + YEAR.replace("acl:relcl/-2", "ccomp/-6"), "said", "it was a year", "it was a year"),
    ],
)
def test_a_content_has_the_whole_of_its_clause(text: str, cue: str, content: str, whole: str) -> None:
    """A subject gets its verb, a verb its subject, an article its noun; what is whole stays as it is."""
    assert mended(text, cue, content) == whole


RIVAL = "you/PRP/nsubj/1 make/VBP/ccomp/-2 your/PRP$/nmod:poss/1 rival/NN/obj/-2 look/VB/xcomp/-3 old/JJ/xcomp/-1 ."
RESIGN = "it/PRP/nsubj/1 leaked|leak/VBD/ccomp/-2 and/CC/cc/4 Ada/NNP/nsubj/3 Lunt/NNP/flat/-1 would/MD/aux/1"


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (RIVAL, "you make", "you make your rival look old"),
        (RESIGN + " resign/VB/conj/-5 ././punct/-8", "it leaked and Ada Lunt", "it leaked and Ada Lunt would resign"),
        ("it/PRP/nsubj/1 fell|fall/VBD/ccomp/-2 on/IN/case/1 Monday/NNP/obl/-2 .", "it fell", "it fell"),
        ("the/DT/det/1 dam/NN/obj/-2 is|be/VBZ/cop/1 old/JJ/conj/-4 .", "the dam", "the dam"),
    ],
)
def test_words_that_belong_together_are_not_parted(text: str, content: str, whole: str) -> None:
    """A verb gets its object and a subject its verb where no mark stands between; an adverbial may be the writer's."""
    assert mended(SAID + text, "said", content) == whole


NAVY = "The/DT/det/1 navy/NN/nsubj/6 ,/,/punct/2 Roe/NNP/nsubj/1 says|say/VBZ/parataxis/3 ,/,/punct/-1 {} ././punct/-1"
LEFT = "has|have/VBZ/aux/1 left|leave/VBN/ROOT/0"
YEARS = (
    "Last/JJ/amod/1 year/NN/obl/{} ,/,/punct/3 Roe/NNP/nsubj/1 says|say/VBZ/{} ,/,/punct/-1 {}/nsubj/1"
    " left|leave/VBD/{} ././punct/-1"
)


@pytest.mark.parametrize(
    ("text", "held", "parts"),
    [
        (NAVY.format(LEFT), "The navy", ["The navy", "has left"]),
        (NAVY.format(LEFT), "has left", ["The navy", "has left"]),
        (YEARS.format(6, "parataxis/3", "it/PRP", "ROOT/0"), "Last year", ["Last year", "it left"]),
        (YEARS.format(3, "ROOT/0", "it/PRP", "ccomp/-3"), "Last year", ["Last year", "it left"]),
        (YEARS.format(3, "ROOT/0", "who/WP", "acl:relcl/-4"), "Last year", ["Last year"]),
    ],
)
def test_a_clause_goes_on_around_a_parenthesis(text: str, held: str, parts: list[str]) -> None:
    """Both halves are said, be it a subject or a time that stands before; what describes the speaker is not."""
    doc = parsed(text)
    found = AttributionSet([Hop(span(doc, "Roe"), (span(doc, "says"),), (span(doc, held),), None, 0.9)])
    mend_torn(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == parts


BRIBED = "{} the/DT/det/1 guards/NNS/nsubj/2 {}/RB/advmod/1 fled|flee/VBD/ROOT/0 ././punct/-1"
CASES = "In/IN/case/2 some/DT/det/1 cases/NNS/obl/5 ,/,/punct/-1"


@pytest.mark.parametrize(
    ("text", "cue", "whole"),
    [
        (BRIBED.format(CASES, "reportedly"), "reportedly", "In some cases, the guards"),
        (BRIBED.format("Last/JJ/amod/1 week/NN/obl:unmarked/4", "reportedly"), "reportedly", "Last week the guards"),
        (BRIBED.format(CASES.replace("In/", "Despite/"), "reportedly"), "reportedly", "the guards"),
        (BRIBED.format(CASES.replace("cases", "contrast"), "reportedly"), "reportedly", "the guards"),
        (BRIBED.format(CASES.replace("some", "“"), "reportedly"), "reportedly", "the guards"),
        (BRIBED.format(CASES, "still"), "fled", "the guards"),
        (BRIBED.format(CASES.replace("obl", "dep"), "reportedly"), "reportedly", "the guards"),
    ],
)
def test_a_content_ahead_of_its_cue_begins_with_what_limits_it(text: str, cue: str, whole: str) -> None:
    """What opens the sentence tells in which cases it holds; what links or sets against is the writer's.

    On the cue itself it tells when that is so.
    """
    doc = parsed(text)
    found = AttributionSet([Hop(None, (span(doc, cue),), (span(doc, "the guards"),), None, 0.9)])
    mend_torn(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].content[0].text == whole


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("it/PRP/nsubj/1 broke|break/VBD/ccomp/-2 rule/NN/obj/-1 17/CD/flat/-1 .", "it broke rule", "it broke rule 17"),
        (
            "it/PRP/nsubj/1 left|leave/VBD/ccomp/-2 pier/NN/obj/-1 9/CD/nummod/-1 .",
            "it left pier",
            "it left pier 9",
        ),
        (
            "it/PRP/nsubj/1 hit|hit/VBD/ccomp/-2 piers/NNS/obj/-1 9/CD/nummod/1 times/NNS/obl/-3 .",
            "it hit piers",
            "it hit piers",
        ),
    ],
)
def test_a_noun_has_the_number_that_names_it(text: str, content: str, whole: str) -> None:
    """ "Rule 17" is one name; how often is another matter."""
    assert mended(SAID + text, "said", content) == whole


def test_what_another_voice_says_is_not_taken() -> None:
    """A clause in which somebody else is heard is theirs."""
    other = ("them", "had", "left")
    assert mended(SAID + CREWS + GONE, "said", "the crews", other) == "the crews"


@pytest.mark.parametrize(
    ("noun", "pronoun", "verb", "described"),
    [
        ("a/DT/det/1 boat/NN/obj/-2 ,/,/punct/3", "which", "sank|sink/VBD", "a boat, which"),
        ("the/DT/det/1 man/NN/obj/-2", "who", "fled|flee/VBD", "the man who"),
        ("a/DT/det/1 war/NN/obj/-2", "that", "killed|kill/VBN", "a war that"),
    ],
)
def test_what_a_relative_clause_says_is_said_of_its_noun(noun: str, pronoun: str, verb: str, described: str) -> None:
    """ "A boat, which he said sank": the boat is what is said to have sunk."""
    doc = parsed(
        f"Ada/NNP/nsubj/1 saw|see/VBD/ROOT/0 {noun} {pronoun}/WDT/nsubj/3 he/PRP/nsubj/1 said|say/VBD/acl:relcl/-4"
        f" {verb}/xcomp/-1 ././punct/-1"
    )
    content = span(doc, verb.split("|", maxsplit=1)[0])
    he = span(doc, "he said")[:1]
    found = AttributionSet([Hop(he, (span(doc, "said"),), (content,), None, 0.9)])
    fit_clauses(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert [part.text for part in found[0].content] == [described, content.text]


@pytest.mark.parametrize(
    "text",
    [
        f"It/PRP/nsubj/1 fell|fall/VBD/ROOT/0 fast ,/,/punct/-1 with {DIVERS} warning|warn/VBG/advcl/-5 of floods .",
        f"She/PRP/nsubj/1 left|leave/VBD/ROOT/0 again ,/,/punct/-1 but {DIVERS} warned|warn/VBD/conj/-5 of floods .",
        f"That/DT/nsubj/1 is|be/VBZ/ROOT/0 new ,/,/punct/-1 yet {DIVERS} demanded|demand/VBD/conj/-5 more floods .",
    ],
)
def test_a_cue_with_its_content_right_behind_it_takes_no_clause_before_it(text: str) -> None:
    """Only a parenthesis speaks what stands before it."""
    doc = parsed(text)
    cue = next(token for token in doc if token.lemma_ in ("warn", "demand"))
    content = span(doc, "floods")
    found = AttributionSet([Hop(span(doc, "divers"), (doc[cue.i : cue.i + 1],), (content,), None, 0.9)])
    reassign_leading(Reading.of(doc, (), lambda _: [], load_linker()), found)
    assert found[0].content == (content,)
