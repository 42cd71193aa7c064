"""What a summary shows of much: whole sentences of named voices, labels that a reader knows, nothing twice."""

from __future__ import annotations

from typing import Any

import pytest

from whosays.graph import measure_name
from whosays.summary.across import carried, copied
from whosays.summary.doubts import conflicts, copies, denied, doubted, hedged, voices
from whosays.summary.left_out import left_out
from whosays.summary.samples import faults, points_elsewhere
from whosays.summary.telling import tell

NOTHING: dict[str, list[dict[str, Any]]] = {
    name: []
    for name in (
        "articles", "attributions", "denials", "exact-copies", "figures", "hedges", "merges",
        "origins", "skipped", "sources", "unnamed-sources", "unverified", "what-outlet-says", "wire-copies",
        "figures that contradict",
    )
}  # fmt: skip


def chain(chain: str, content: str, **more: Any) -> dict[str, Any]:
    """Return a row of what an innermost voice says."""
    plain = {"outlet": "Gull", "clause": None, "says": True, "is_plain": True}
    return {**plain, "chain": f"Gull > {chain}", "content": content, **more}


def hedge(words: str, content: str, certainty: str, **more: Any) -> dict[str, Any]:
    """Return a row of a hedge."""
    row = {
        "outlet": "Gull",
        "article": "a.txt",
        "entity": content[:9],
        "source": None,
        "chain": f"Gull > {content[:9]}",
        "id": content,
    }
    return {**row, "hedge": words, "content": content, "certainty": certainty, "says": True, **more}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the old dam will hold until May", 0),
        ("About forty barns burned down", 0),
        ("to hear from some of its members", 1),
        ("had been wounded in the raid", 1),
        ("Without calling to tell him so", 1),
        ("It's his duty to speak out when ... the dam leaks", 1),
        ("the ship has … sunk off Sarn", 1),
        ("the dam holds. Nobody was hurt there", 1),
        ("the dam was shown to Mr. Roe in May", 0),
        ("the mayor “never asked for the report", 1),
        ("the dam broke", 1),
        (f"the dam {'of the old mill ' * 12}broke", 1),
    ],
)
def test_what_cannot_be_understood_by_itself(text: str, count: int) -> None:
    """Without its subject, cut, of several sentences, with half a quotation, too short or too long."""
    assert faults(text) == count
    assert faults(text, clause=False) == count + 1


def test_behind_a_verb_of_denial_no_subject_is_missed() -> None:
    """ "Denied having said so" has the subject of the denial."""
    assert faults("having taken the boat at night", subject=False) == 0 < faults("having taken the boat at night")


def test_what_points_elsewhere_is_no_meaning() -> None:
    """ "Its report was accurate" tells nobody which one."""
    assert points_elsewhere("Its report was accurate")
    assert not points_elsewhere("The Gull's report was accurate")


def test_sample_chains_are_of_named_voices_one_of_each_and_whole() -> None:
    """ "A man", a fragment and what the outer voice denies are no samples; of each last voice one is enough."""
    told = tell({
        **NOTHING,
        "what-outlet-says": [
            chain("Roe > a man", "the old dam broke at night", is_plain=False),
            chain("Roe > Lund", "to hear from some of its members"),
            chain("Roe > Lund", "the old dam will be mended in May"),
            chain("Holt > Lund", "the old dam will be sold in June"),
            chain("Roe > Sarn Post", "the road is to be shut ... for good"),
        ],
    })  # fmt: skip
    assert "a man" not in told
    assert "To hear" not in told
    assert "  Gull > Holt > Lund\n    The old dam will be sold in June\n" in told
    assert "will be mended" not in told
    assert "The road is to be shut" in told  # there is no better one of that voice


def test_the_file_stands_in_for_an_outlet_that_is_not_known() -> None:
    """Otherwise nobody could find where it stands; a name that only looks like that stays."""
    row = {"chain": "(outlet not named) > Roe > Lund", "article": "archive/ferry.txt"}
    assert voices(row) == "ferry.txt > Roe > Lund"
    assert voices({**row, "chain": "(outlet not named)"}) == "ferry.txt"
    assert voices({**row, "chain": "Gull > (outlet not named)"}) == "Gull > (outlet not named)"


@pytest.mark.parametrize(("untold", "is_told"), [(3, False), (4, True)])
def test_where_most_outlets_are_unknown_how_to_tell_them_is_told(untold: int, is_told: bool) -> None:
    """With a few unknown ones among many it would only be in the way."""
    row = {"wire": None, "language": "en", "revises": None}
    articles = [{**row, "work": str(n), "outlet": "Gull" if n >= untold else None} for n in range(7)]
    told = tell({**NOTHING, "articles": articles})
    assert (f"outlet not named {untold}\n  who published them can be told" in told) is is_told


def test_sources_of_most_articles_come_first_and_untold_outlets_are_told() -> None:
    """Who is named in two of three outlets is not heard more often than who is in nine articles."""
    row = {"attributions": 9, "untold": False}
    sources = [
        {**row, "entity": "Roe", "articles": 2, "outlets": 2, "outlet_names": "Gull; Sarn Post"},
        {**row, "entity": "Lund", "articles": 9, "outlets": 1, "outlet_names": "Gull", "untold": True},
        {**row, "entity": "Holt", "articles": 5, "outlets": 0, "outlet_names": "", "untold": True},
    ]
    assert tell({**NOTHING, "sources": sources}).split("\n\n")[2] == (
        "3 sources with a name, those in most articles first\n"
        "  Lund  9 times in 9 articles: Gull, outlet not named\n"
        "  Holt  9 times in 5 articles\n"
        "  Roe   9 times in 2 articles: Gull, Sarn Post\n".rstrip("\n")
    )


def test_those_without_a_name_by_how_often_they_are_heard() -> None:
    """A capital at the start of a sentence makes nobody else of them; of "which" nobody could tell who it is."""
    rows = [
        {"entity": name, "source": None}
        for name in ("a clerk", "which", "Sources", "sources", "Sources", "A clerk", "divers")
    ]
    assert "\n  sources 3; a clerk 2; divers\n" in tell({**NOTHING, "unnamed-sources": rows})


def test_articles_without_an_outlet_are_counted_as_articles() -> None:
    """Whether their outlets are several nobody knows."""
    row = {"text": "the old dam broke.", "which": "(not named) | it", "clause": True, "low": 1, "origins": 1}
    assert list(carried([{**row, "outlets": 3, "articles": 3, "untold": True}])) == [
        "1 claim that several outlets carry, 1 from one origin (whosays query origins)",
        "  an article that does not name its outlet counts as an outlet of its own",
        "  3 articles, 1 origin  The old dam broke (a source not named)",
    ]


def test_what_is_word_for_word_the_same_is_told_once() -> None:
    """Neither the files twice nor the pair among those that repeat each other."""
    row = {"copy": "b.txt", "original": "a.txt", "kind": "wholly", "start": 0, "end": 9, "original_start": 0}
    same = [{"article_1": "a.txt", "outlet_1": None, "article_2": "b.txt", "outlet_2": None}]
    passages = [{**row, "outlet": None, "original_outlet": None}]
    assert list(copied(passages, same)) == ["1 article repeats another one or an agency (whosays query wire-copies)"]
    assert list(copies(same)) == ["Word for word the same text: 1 pair", "  a.txt and b.txt"]
    named = [{"article_1": "n/a.txt", "outlet_1": "Gull", "article_2": "n/b.txt", "outlet_2": "Sarn Post"}]
    assert list(copies(named))[1:] == ["  Gull (a.txt) and Sarn Post (b.txt)"]


@pytest.mark.parametrize(
    ("measure", "name"),
    [
        ("USD", "US dollars"),
        ("USD paid", "US dollars paid"),
        ("m", "metres"),
        ("% risen", "per cent risen"),
        ("feet", "feet"),
        ("killed", "killed"),
        ("missing", "missing"),
    ],
)
def test_measures_as_a_reader_calls_them(measure: str, name: str) -> None:
    """Units by their names, all else as it is."""
    assert measure_name(measure) == name


def test_a_figure_with_what_it_counts_goes_before_a_bare_number() -> None:
    """ "Two" tells less than "two sailors"; shares and sums are told by the names of their units."""
    rows = [
        {"measure": measure, "of": of, "text": text}
        for measure, of, text in (
            ("killed", None, "two"),
            ("killed", "sailors", "two"),
            ("USD", None, "$40"),
            ("USD", None, "$50"),
        )
    ]
    told = tell({**NOTHING, "figures": rows})
    assert "  US dollars 2  $40; $50\n" in told
    assert "  killed 2      two sailors; two\n" in told


def test_contradictions_of_named_things_are_shown_first() -> None:
    """ "How much: inches" tells nobody of what; it is counted, and shown only where there is nothing better."""
    row = {"number": 1.0, "chain": "Gull > Roe", "outlet": "Gull", "article": "a"}
    inches = {**row, "issue": "1", "of": "how much: inches", "measure": "inches", "text": "5 inches"}
    sum_ = {**row, "issue": "2", "of": "buyout: US dollars, US dollars paid", "text": "$3"}
    told = list(conflicts("Issues", [inches, {**sum_, "measure": "USD"}, {**sum_, "measure": "USD paid"}]))
    assert told == ["Issues: 2", "  buyout: US dollars", "    $3  Roe (Gull)"]
    assert list(conflicts("Issues", [inches]))[1] == "  how much: inches"


def test_two_figures_of_one_voice_in_one_article_do_not_contradict() -> None:
    """It speaks of two years; figures that are found to be on one issue are another matter."""
    row = {
        "number": 1.0,
        "of": "promised pensions",
        "measure": "% paid",
        "chain": "Gull",
        "outlet": "Gull",
        "text": "7",
    }
    alone = [{**row, "article": "a"}, {**row, "article": "a"}]
    assert list(conflicts("Figures", alone)) == ["Figures: 0"]
    assert next(conflicts("Figures", [{**row, "article": "a"}, {**row, "article": "b"}])) == "Figures: 1"


def test_hedges_and_what_is_yet_to_come_are_told_apart() -> None:
    """Beside a stronger hedge, "will" is no hedge either; what nothing is found of is told in one line."""
    rows = [
        hedge("will", "the dam will be mended in May", "expected"),
        hedge("will", "the road will be very dear to us", "probable"),
        hedge(
            "reportedly", "the old ship … sunk off Sarn", "alleged", stretch="the old ship has reportedly sunk off Sarn"
        ),
    ]
    rows.append(hedge("will", rows[-1]["content"], "alleged"))  # told under its graver hedge
    told = tell({**NOTHING, "hedges": rows})
    assert "\nHedged: 1\n  Gull > the old s, “reportedly”: The old ship has reportedly sunk off Sarn\n" in told
    assert "\nTold as yet to come: 2\n" in told
    assert "\nNone found: figures that contradict each other, denials, claims that could not be verified\n" in told


def test_grave_hedges_are_shown_first_and_fragments_last() -> None:
    """Of what may be, one is told before of what is likely; the whole before the part."""
    rows = [
        hedge("likely", f"{name} is likely to be shut in May", "probable")
        for name in ("the road", "the mill", "the port")
    ]
    rows.append(hedge("may", "the dam may break in the night", "possible"))
    told = list(doubted("Hedged", [*rows, hedge("allegedly", "spent", "alleged", says=False)], hedged))
    assert told[1] == "  Gull > the dam m, “may”: The dam may break in the night"
    assert not any("spent" in line for line in told)


def test_a_bare_participle_is_set_off() -> None:
    """ "Roe, denying that it leaked" is English; "Roe denying that it leaked" is none."""
    row = {"outlet": "Gull", "article": "a.txt", "entity": "Roe", "source": None, "content": "that it leaked"}
    assert denied({**row, "cue": "denying"}) == "Gull: Roe, denying that it leaked"
    assert denied({**row, "cue": "is denying"}) == "Gull: Roe is denying that it leaked"


def test_who_is_told_of_with_by_stands_behind_it() -> None:
    """ "Roe was questioned by the record" tells the contrary."""
    row = {"outlet": "Gull", "article": "a.txt", "entity": "Roe", "source": None, "content": "The record"}
    assert denied({**row, "cue": "was questioned by"}) == "Gull: The record was questioned by Roe"
    assert denied({**row, "cue": "has been disputed by"}) == "Gull: The record has been disputed by Roe"
    assert denied({**row, "cue": "questioned", "content": "the record"}) == "Gull: Roe questioned the record"


def test_reasons_are_told_in_a_readers_words() -> None:
    """ "Found but dropped (act)" is the program's own name for it."""
    rows = [{"why": "reporting word 'shut': found but dropped (act)"}, {"why": "number without a figure: year"}]
    assert list(left_out(rows))[1:] == [
        "  reporting word 1: tells what somebody did 1",
        "  number without a figure 1: year 1",
    ]
