"""Figures: the interval, what the predicate counts, of whom; with a parse, without one, and from the model."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tests.doc_builder import BLANK, parsed
from whosays.extract.lexicon import participle, progressive
from whosays.extract.pipeline.loading import load_model
from whosays.extract.quantities.extractor import figures, read_numbers
from whosays.extract.quantities.ranges import Quantity
from whosays.extract.records import Skipped

GOLD = Path(__file__).parents[2] / "data" / "figures.tsv"
FLOOR = 0.92  # share of its figures with the right measure and group; at first sight its parts: .72, .83, .79


def read(doc: Doc) -> list[tuple[str, str | None, str | None]]:
    return [(doc.text[slice(*q.span)], q.measure, q.of) for q in figures(doc)]


PARSED = [
    (
        "At/IN/case/1 least/JJS/nmod/1 100/CD/nummod/2 hill/NN/compound/1 soldiers|soldier/NNS/nsubj:pass/2"
        " were|be/VBD/aux:pass/1 killed|kill/VBN/ROOT/0",
        [("At least 100", "killed", "hill soldiers")],
    ),
    (
        "Thirty/CD/nummod/1 rebels|rebel/NNS/nsubj/1 killed|kill/VBD/ROOT/0 five/CD/nummod/1"
        " villagers|villager/NNS/obj/-2",
        [("Thirty", "killing", "rebels"), ("five", "killed", "villagers")],
    ),
    (
        "It/PRP/nsubj/1 forced|force/VBD/ROOT/0 30/CD/nummod/1 men|man/NNS/obj/-2 to/TO/mark/2 be/VB/aux:pass/1"
        " moved|move/VBN/advcl/-5",
        [("30", "moved", "men")],
    ),
    (
        "It/PRP/nsubj/1 freed|free/VBD/ROOT/0 30/CD/nummod/1 men|man/NNS/obj/-2 to/TO/mark/2 be/VB/aux:pass/1"
        " praised|praise/VBN/advcl/-5",
        [("30", "freed", "men")],
    ),
    (
        "The/DT/det/1 toll/NN/nsubj/1 rose|rise/VBD/ROOT/0 to/IN/case/1 34/CD/obl/-2",
        [("34", "killed", None)],
    ),
    (
        "The/DT/det/1 number/NN/nsubj:pass/4 of/IN/case/1 injured|injure/VBN/nmod/-2 is|be/VBZ/aux:pass/1"
        " expected|expect/VBN/ROOT/0 to/TO/mark/1 reach/VB/xcomp/-2 nearly/RB/advmod/1 1,000/CD/obj/-2",
        [("nearly 1,000", "wounded", None)],
    ),
    (
        "The/DT/det/1 deployment/NN/nsubj/4 of/IN/case/2 3,000/CD/nummod/1 troops|troop/NNS/nmod/-3"
        " began|begin/VBD/ROOT/0",
        [("3,000", "deployed", "troops")],
    ),
    (
        "The/DT/det/1 brigade/NN/nsubj/1 suffered|suffer/VBD/ROOT/0 at/IN/case/1 least/JJS/nmod/1 120/CD/nummod/1"
        " casualties|casualty/NNS/obj/-4",
        [("at least 120", "killed or wounded", "brigade")],
    ),
    (
        "Thousands|thousand/NNS/nsubj/4 of/IN/case/1 troops|troop/NNS/nmod/-2 have/VBP/aux/1 arrived|arrive/VBN/ROOT/0",
        [("Thousands", "arrived", "troops")],
    ),
    (
        "Fifty/CD/nummod/1 men|man/NNS/nsubj:pass/2 were|be/VBD/aux:pass/1 killed|kill/VBN/ROOT/0 or/CC/cc/1"
        " wounded|wound/VBN/conj/-2",
        [("Fifty", "killed or wounded", "men")],
    ),
    (
        "More/JJR/advmod/2 than/IN/fixed/-1 300/CD/nummod/1 men|man/NNS/nsubj:pass/2 are|be/VBP/aux:pass/1"
        " believed|believe/VBN/ROOT/0 to/TO/mark/3 have/VB/aux/2 been|be/VBN/aux:pass/1 captured|capture/VBN/xcomp/-4",
        [("More than 300", "captured", "men")],
    ),
    (
        "At/IN/case/1 least/JJS/nmod/1 500/CD/nummod/1 islanders|islander/NNS/nsubj/1 took|take/VBD/ROOT/0"
        " part/NN/obj/-1 ,/,/punct/2 with/IN/case/1 losses|loss/NNS/obl/-4 of/IN/case/2 about/IN/case/1"
        " half/NN/nmod/-3 of/IN/case/1 those|that/DT/nmod/-2 who/WP/nsubj/1 took|take/VBD/acl:relcl/-2 part/NN/obj/-1",
        [("At least 500", "took part", "islanders"), ("about half", "% lost", "islanders")],
    ),
    (
        "Some/DT/advmod/1 400/CD/nummod/1 men|man/NNS/nsubj:pass/6 sent|send/VBN/acl/-1 to/IN/case/1"
        " Orlenko/NNP/obl/-2 have/VBP/aux/2 been|be/VBN/aux:pass/1 wounded|wound/VBN/ROOT/0",
        [("Some 400", "wounded", "men")],
    ),
    (
        "Some/DT/advmod/1 400/CD/nummod/3 North/NNP/compound/1 Lakish/JJ/amod/1 men|man/NNS/nsubj:pass/2"
        " were|be/VBD/aux:pass/1 wounded|wound/VBN/ROOT/0",
        [("Some 400", "wounded", "North Lakish men")],
    ),
    (
        "Forty/CD/nummod/1 people/NNS/nsubj:pass/2 are|be/VBP/aux:pass/1 known|know/VBN/ROOT/0 to/TO/mark/-1"
        " have/VB/aux/-2 died|die/VBN/advcl/-3",
        [("Forty", "killed", "people")],
    ),
    (
        "The/DT/det/2 six/CD/nummod/1 dead/JJ/nsubj/5 of/IN/case/2 the/DT/det/1 storm/NN/nmod/-3 were|be/VBD/cop/1"
        " old/JJ/ROOT/0",
        [("six", "killed", None)],
    ),
    (
        "Storm/NN/nsubj/1 kills|kill/VBZ/ROOT/0 at/IN/case/1 least/JJS/nmod/1 41/CD/obl/-3",
        [("at least 41", "killed", None)],
    ),
]


@pytest.mark.parametrize(("words", "expected"), PARSED)
def test_the_predicate_says_what_is_counted(words: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Passives, objects, intransitives, nouns, tallies and raised subjects give the measure; the noun gives whom."""
    assert read(parsed(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 30 hill farmers were killed.", [("At least 30", "killed", "hill farmers")]),
        ("The army lost 45 tanks.", [("45", "lost", "tanks")]),
        ("There were several hundred casualties.", [("several hundred", "killed or wounded", None)]),
        ("The 10,000-strong column was late.", [("10,000", "strong", "column")]),
        ("Officials counted $20 million.", [("$20 million", "USD", None)]),
        ("1,300 killed per day", [("1,300", "killed per day", None)]),
    ],
)
def test_a_doc_without_a_parse_gives_the_nearest_words(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    """Without tags and dependencies the noun after the number and the nearest measuring word are taken."""
    assert read(BLANK(text)) == expected


def test_intervals_reach_the_quantity() -> None:
    """Bounds, approximation and the sentence's offsets are those of the phrase."""
    (quantity,) = figures(BLANK("  Nearly 1,000 men were wounded. "))
    assert quantity == Quantity((2, 14), 1000, 1000, True, "wounded", "men", (2, 32))


@pytest.mark.parametrize("text", ["About\n70 men were wounded.", "More than\n70 men fled."])
def test_a_figure_stands_in_its_sentence(text: str) -> None:
    """Where a sentence is taken to end inside a number, it does not."""
    (quantity,) = figures(BLANK(text))
    assert quantity.sentence[0] <= quantity.span[0] < quantity.span[1] <= quantity.sentence[1]


def test_what_is_no_figure_is_listed_with_its_reason() -> None:
    """Numbers left out appear in the ledger, each with why."""
    doc = BLANK("In 2022 Ms Orlova, 45, led one of the two parties for three years.")
    assert list(figures(doc)) == []
    left_out = [entry for entry in read_numbers(doc) if isinstance(entry, Skipped)]
    assert [(doc.text[slice(*s.span)], s.why) for s in left_out] == [
        ("2022", "year"),
        ("45", "age"),
        ("one", "idiom"),
        ("two", "small number of known things"),
        ("three", "duration"),
    ]


@pytest.mark.parametrize(("head", "dep"), [(3, "nmod"), (1, "obj")], ids=["of the amount", "of the verb"])
def test_a_noun_that_hangs_on_its_amount_is_what_the_verb_has(head: int, dep: str) -> None:
    """The parser may have either govern the other in "agreed a £6m | investment"."""
    words = ["They", "agreed", "a", "£", "6", "m", "investment"]
    doc = Doc(
        BLANK.vocab,
        words=words,
        spaces=[True, True, True, False, False, True, False],
        lemmas=["they", "agree", "a", "£", "6", "m", "investment"],
        tags=["PRP", "VBD", "DT", "$", "CD", "CD", "NN"],
        pos=["PRON", "VERB", "DET", "SYM", "NUM", "NUM", "NOUN"],
        heads=[1, 1, 6, 1, 5, 3, head],
        deps=["nsubj", "ROOT", "det", "obj", "compound", "nummod", dep],
    )
    assert read(doc) == [("£6m", "GBP agreed", "investment")]


def test_what_an_amount_is_paid_for_takes_no_verb_from_it() -> None:
    """In "moved oil sold at £6 a barrel" no barrel is moved, be it hung on the amount."""
    doc = parsed(
        "They/PRP/nsubj/1 moved|move/VBD/ROOT/0 oil/NN/obj/-1 sold|sell/VBN/acl/-1 at/IN/case/1 6/CD/obj/-4"
        " a/DT/det/1 barrel/NN/nmod/-2"
    )
    assert [measure for _, measure, _ in read(doc)] != ["moved"]


def test_an_empty_doc_has_no_figures() -> None:
    """No text, no figures."""
    assert list(figures(BLANK(""))) == []
    assert list(figures(BLANK("\n\n"))) == []


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("capture", "captured"), ("deploy", "deployed"), ("flee", "fled"), ("carry", "carried"), ("lop", "lopped")],
)
def test_participles(lemma: str, form: str) -> None:
    """Measures are past participles, regular or not."""
    assert participle(lemma) == form


MODEL_CASES = [  # sentence, then the words, measure and group of each figure
    ("The death toll rose to 34 on Monday, officials said.", [("34", "killed", None)]),
    ("Between 30 and 50 people were wounded in Orlenko.", [("Between 30 and 50", "wounded", "people")]),
    ("About a third of the residents have been displaced.", [("About a third", "% displaced", "residents")]),
    ("The 10,000-strong contingent was sent to the border.", [("10,000", "strong", "contingent")]),
    ("Two hundred and fifty hostages were released.", [("Two hundred and fifty", "released", "hostages")]),
    (
        "The strike left at least 40 people dead and more than 60 wounded.",
        [("at least 40", "killed", "people"), ("more than 60", "wounded", "people")],
    ),
    (
        "Police arrested dozens of protesters and detained 12 journalists.",
        [("dozens", "arrested", "protesters"), ("12", "detained", "journalists")],
    ),
    ("Some 1.5 million people fled the province.", [("Some 1.5 million", "fled", "people")]),
    ("More than 300 soldiers are believed to have been captured.", [("More than 300", "captured", "soldiers")]),
    ("The army lost 45 tanks and 12 aircraft.", [("45", "lost", "tanks"), ("12", "lost", "aircraft")]),
    ("Up to 400 people are feared dead.", [("Up to 400", "killed", "people")]),
    ("About 40 percent of the houses were destroyed.", [("About 40 percent", "% destroyed", "houses")]),
    ("Orlenia loses around 1,200 troops a day, the general said.", [("around 1,200", "lost per day", "troops")]),
    ("A spokesman said 16 drones had been shot down overnight.", [("16", "shot down", "drones")]),
    ("The government spent $1.5 billion on it.", [("$1.5 billion", "USD spent", None)]),
    ("Nearly half of the force was killed or wounded.", [("Nearly half", "% killed or wounded", "force")]),
    ("Three people died and seven were injured.", [("Three", "killed", "people"), ("seven", "wounded", "people")]),
    ("There were 14 fatalities among the miners.", [("14", "killed", "miners")]),
    ("The number of displaced people has passed 90,000.", [("90,000", "displaced", None)]),
    (
        "At least 200 marines deployed to the coast have been wounded since May, Mayor Ines Prado said.",
        [("At least 200", "wounded", "marines")],
    ),
    (
        "The army has sent thousands of conscripts to the north.",
        [("thousands", "sent", "conscripts")],
    ),
    (
        "At least 70 marsh rangers took part in the raid, and their losses are put at about half of those who went.",
        [("At least 70", "took part", "marsh rangers"), ("about half", "% lost", "marsh rangers")],
    ),
    (
        "Lake forces had suffered “several hundred” casualties, the official said.",
        [("several hundred", "killed or wounded", "Lake forces")],
    ),
]
MODEL_FLOOR = 0.80  # share of the sentences above read entirely right by the shipped model


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


@pytest.mark.model
def test_most_sentences_are_read_entirely_right(model: Language) -> None:
    """The shipped parser suffices: words, measure and group of every figure, in most sentences."""
    wrong = [text for text, expected in MODEL_CASES if read(model(text)) != expected]
    assert len(wrong) <= (1 - MODEL_FLOOR) * len(MODEL_CASES), wrong


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The island has recorded 46,700 cases and about 1,670 deaths.", ("about 1,670", "killed", None)),
        ("There were 3,140 cases in the province, including 58 deaths.", ("58", "killed", None)),
        ("The port saw 41 accidents last year, including 12 deaths.", ("12", "killed", None)),
        ("Some 400 dockers fell ill, including 58 who died.", ("58", "killed", "dockers")),
    ],
)
def test_nobody_is_killed_of_what_happens(model: Language, text: str, dead: tuple[str, str, str | None]) -> None:
    """Deaths beside cases and accidents are no deaths of cases; those of people stay theirs."""
    assert dead in read(model(text))


def gold() -> list[tuple[str, dict[str, tuple[str | None, str | None]]]]:
    """Sentences of invented news with what each of their figures counts, and of whom."""
    rows = [line.split("\t") for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(text, dict(map(expected_figure, figures_told))) for text, *figures_told in rows]


def expected_figure(told: str) -> tuple[str, tuple[str | None, str | None]]:
    words, counted = told.split(" = ")
    measure, of = (None if part == "-" else part for part in counted.split(" | "))
    return words, (measure, of)


def test_the_gold_is_large_enough() -> None:
    """At least 150 figures."""
    assert sum(len(expected) for _, expected in gold()) >= 150


@pytest.mark.model
def test_measure_and_group_of_figures_in_news(model: Language) -> None:
    """What is counted and of whom are both right for at least nine figures of ten."""
    wrong, number = list[str](), 0
    for text, expected in gold():
        found = {words: (measure, of) for words, measure, of in read(model(text))}
        for words, counted in expected.items():
            number += 1
            got = next((found[other] for other in found if other.endswith(words) or words.endswith(other)), None)
            if got != counted:
                wrong.append(f"{words!r} in {text!r}: {got}, gold {counted}")
    assert 1 - len(wrong) / number >= FLOOR, "\n".join(wrong)


@pytest.mark.parametrize(
    ("lemma", "past", "present"),
    [
        ("begin", "begun", "beginning"),
        ("bid", "bid", "bidding"),
        ("submit", "submitted", "submitting"),
        ("stop", "stopped", "stopping"),
        ("occur", "occurred", "occurring"),
        ("visit", "visited", "visiting"),
        ("panic", "panicked", "panicking"),
        ("die", "died", "dying"),
        ("flee", "fled", "fleeing"),
        ("machine-gun", "machine-gunned", "machine-gunning"),
    ],
)
def test_measures_are_spelled_words(lemma: str, past: str, present: str) -> None:
    """Consonants double, vowels go, and irregular verbs have their forms."""
    assert (participle(lemma), progressive(lemma)) == (past, present)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("None of the 14 hostages had been hurt.", [(14, None)]),
        ("Not one of its 30 ships was hit.", [(30, None)]),
        ("Most of the 60 houses were destroyed.", [(60, None)]),
        ("More than half of the 80 boats were destroyed.", [(50, "% destroyed"), (80, None)]),
        ("All of the 14 hostages were freed.", [(14, "freed")]),
        ("The party was eight votes short of a majority.", [(8, "short")]),
        ("They ended 12 seats short.", [(12, "short")]),
        ("Asked whether 40 men had died, the colonel shrugged.", []),
        ("A reporter asked the colonel if 40 men were killed.", []),
        ("Were 40 men killed?", []),
        ("Asked whether men had died, the colonel said 40 were killed.", [(40, "killed")]),
        ("Why were 40 men killed?", [(40, "killed")]),
    ],
)
@pytest.mark.model
def test_what_is_not_said_of_a_number_is_not_its_measure(
    model: Language, text: str, expected: list[tuple[float, str | None]]
) -> None:
    """The base of a part, what is lacking, and what is only asked."""
    assert [(quantity.low, quantity.measure) for quantity in figures(model(text))] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wants to eliminate the 15% tariffs on timber.", [("%", "tariffs")]),
        ("The storm destroyed a $3 million bridge.", [("USD", "bridge")]),
        ("The storm destroyed 15% of the bridges.", [("% destroyed", "bridges")]),
        ("About 1 in 4 residents were evacuated.", [("% evacuated", "residents")]),
        ("The firm eliminated 300 jobs.", [("eliminated", "jobs")]),
        ("The army eliminated 30 fighters.", [("killed", "fighters")]),
        ("At least 20 insurgents were eliminated.", [("killed", "insurgents")]),
        ("The party holds 192 of the house's 300 seats.", [("held", "seats"), (None, "seats")]),
    ],
)
def test_an_amount_before_a_noun_says_which(
    model: Language, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    """What happens to tariffs of 15 per cent does not happen to 15 per cent; only people are killed."""
    assert [(quantity.measure, quantity.of) for quantity in figures(model(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll climbed to 112.", ["killed"]),
        ("The number of wounded stands at 340.", ["wounded"]),
        ("It claimed the lives of 14 nuns.", ["killed"]),
        ("They shot down 16 kites.", ["shot down"]),
        ("The blast killed and wounded 30 men.", ["killed or wounded"]),
        ("He captured 17 men, two of them boys.", ["captured", "captured"]),
        ("He captured 17 men, two of whom later died.", ["captured", "killed"]),
        ("Captured 17 huts near Lisk.", ["captured"]),
    ],
)
def test_the_words_around_tell_where_the_clause_does_not(text: str, expected: list[str | None]) -> None:
    """Tallies, lives and bodies, parts and wholes, figures that borrow from the one before: with no parse."""
    assert [measure for _, measure, _ in read(BLANK(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 40,000 people were displaced, while the union puts the figure at closer to 60,000.",
            [("displaced", "people"), ("displaced", "people")],
        ),
        (
            "The force put the number of open gates at eight; the union says it was closer to nine.",
            [(None, "open gates"), (None, "open gates")],
        ),
        ("It has 87,000 homes without power, up from 60,000 this morning.", [(None, "homes"), (None, "homes")]),
        ("The clerk put it at nine.", []),
    ],
)
def test_a_number_that_is_put_again_counts_the_same(
    model: Language, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    """ "Puts the figure at" and "was closer to" take up what was counted; "the number of" says it."""
    assert [(quantity.measure, quantity.of) for quantity in figures(model(text))] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flights were up 17% and ferry trips up 23%.", [("17%", "% up"), ("23%", "% up")]),
        ("The number was down 14.5% from a year ago.", [("14.5%", "% down")]),
        ("Women make up 16% of the guild.", [("16%", "% made up")]),
        ("Sales fell by 3% in May.", [("3%", "% fallen")]),
        ("Profit was inflated by 63%.", [("63%", "% inflated")]),
        ("The leaflet, issued by 10 firms, was blue.", [("10", "issuing")]),
        ("The flood forced more than 110,000 people to be relocated.", [("more than 110,000", "relocated")]),
        ("The siege forced 900 villagers to flee.", [("900", "fled")]),
        ("The order forced nearly 9,000 herders to be moved.", [("nearly 9,000", "moved")]),
        ("More than $6 trillion in market value was wiped out.", [("More than $6 trillion", "USD")]),
        ("Four sailors fell into the water.", [("Four", None)]),
        ("The duke removed all but 92 of the house’s 750 peers.", [("92", "not removed"), ("750", None)]),
        ("All but four have now been released.", [("four", "not released")]),
        ("Losses halved in 2004 to $200m from $500m.", [("$200m", "USD"), ("$500m", "USD")]),
        ("Lind won the 100m and 200m titles, and is known for her work with 400m runners.", []),
        ("The two largest cities are held by the guard.", []),
        ("The plan may upend the lives of 300 herders.", [("300", None)]),
        ("Roe received 304 votes compared to Lund’s tally.", [("304", None)]),
        ("The council agreed a £617m investment to overhaul its schools.", [("£617m", "GBP agreed")]),
        ("There are two possibilities, she said.", []),
    ],
)
def test_how_news_tells_a_number(model: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    """Changes, what somebody is driven to, who is left out, races; what only introduces a list counts nothing."""
    assert [(words, measure) for words, measure, _ in read(model(text))] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orlen has six electoral votes, Lisk nine, Orm 29 and Vell 13, and all are open.",
            [(words, None, "electoral votes") for words in ("six", "nine", "29", "13")],
        ),
        (
            "The storm left 12,500 homes in Lisk, 10,400 in Orm and 3,500 in Old Vell without power.",
            [(words, "left", "homes") for words in ("12,500", "10,400", "3,500")],
        ),
        ("The fleet has two planes, a Boeing 737 and Airbus 320.", [("two", None, "planes")]),
        ("Half of Orlen’s micro-chip imports came by sea.", [("Half", "%", "Orlen’s micro-chip imports")]),
        ("Orlen imported $3 million worth of goods.", [("$3 million", "USD imported", "goods")]),
        ("The ban cost it $1bn and Tiller wants it gone.", [("$1bn", "USD cost", None)]),
        ("Orm has 304 votes compared to Lisk’s 227.", [("304", None, "votes"), ("227", None, "votes")]),
        ("Six towns refused and 20 more have no plan.", [("Six", "refused", "towns"), ("20", None, "towns")]),
        ("ORM - Six towns of Lisk refused.", [("Six", "refused", "towns")]),
        ("Twenty-two of Friday’s victims were treated.", [("Twenty-two", "treated", "Friday’s victims")]),
        ("The sheep are about three times as fast as goats.", [("about three", None, "times")]),
        (
            "Two people were killed and 21 injured in an attack in Orm.",
            [("Two", "killed", "people"), ("21", "wounded", "people")],
        ),
        ("Loans rose to £4.29m. The guild fell.", [("£4.29m", "GBP", None)]),
        ("Four of the “faithless” electors came by boat.", [("Four", None, "faithless electors")]),
        ("She has 30 years of public service behind her.", [("30", None, "years of public service")]),
    ],
)
def test_whom_a_number_counts(model: Language, text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """In a row of places each number counts the same; what belongs to somebody is counted, and not the owner."""
    assert read(model(text)) == expected


def test_a_word_that_ends_in_day_need_not_tell_one() -> None:
    """Holiday homes are homes; what stands behind them is when."""
    doc = parsed(
        "40/CD/nummod/2 holiday/NN/compound/1 homes|home/NNS/nsubj/1 burned|burn/VBD/ROOT/0 Monday/NNP/obl:tmod/-1"
    )
    assert [(words, of) for words, _, of in read(doc)] == [("40", "holiday homes")]
    doc = parsed("40/CD/nummod/1 men|man/NNS/nsubj/2 Monday/NNP/obl:tmod/1 left|leave/VBD/ROOT/0")
    assert [(words, of) for words, _, of in read(doc)] == [("40", "men")]
