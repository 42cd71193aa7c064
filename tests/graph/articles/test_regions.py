"""In which regions a claim stands: named in it, around it, or below a headline."""

from __future__ import annotations

import time

import pytest

from whosays.graph.articles.regions import regions


def spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text, by their full stops and line ends."""
    found, start = [], 0
    for at, sign in enumerate(text):
        if sign in ".\n":
            found.append((start, at + 1))
            start = at + 1
    return found


def standing(text: str, claim: str, title: str = "") -> set[str]:
    start = text.index(claim)
    headlines = [(0, len(title))] if title else []
    return set(regions(text, (start, start + len(claim)), spans(text), headlines))


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("a dam broke in the Sarn region", {"region sarn"}),
        ("dams broke in the Sarn and Marn regions", {"region sarn", "region marn"}),
        ("a dam broke in the border province of Lower Tavel", {"region lower tavel"}),
        ("a dam broke in the Sarn region of Zemria", {"region sarn"}),
        ("a dam broke in the Zemrian border region of Sarn", {"region sarn"}),
        ("a dam broke in a Zemrian region", set()),
        ("Second region declares a curfew", set()),
        ("a dam broke in Quill district", {"district quill"}),
        ("a dam broke in Sarn Oblast", {"region sarn"}),
        ("a dam broke in the Ćarn region", {"region carn"}),
        ("a dam broke in the New Sarn region", {"region new sarn"}),
        ("Tarn appeared Monday in district court", set()),
        ("Tarn appeared on Monday, district officials said", set()),
        ("Orlov told district councillors", set()),
        ("Quill district prosecutors charged Tarn", set()),
        ("the district attorney charged Tarn", set()),
        ("a dam broke", set()),
    ],
)
def test_a_claim_stands_in_the_regions_that_it_names(claim: str, found: set[str]) -> None:
    """Before the noun or behind it; a people's name is no region's."""
    assert standing(f"They said {claim}.", claim) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Floods hit the Sarn region. The mayor said a curfew was in force in the area.", {"region sarn"}),
        ("The province of Sarn is flooded, and she said a curfew was in force in the area.", {"region sarn"}),
        ("Floods hit Quill district. The mayor said a curfew was in force in the area.", {"district quill"}),
        ("The Marn region is dry. It rained. It rained. She said a curfew was in force in the area.", set()),
        ("Floods hit the Sarn region. The mayor said a curfew was in force in the town.", set()),
    ],
)
def test_the_area_is_the_region_named_last(text: str, found: set[str]) -> None:
    """In its own sentence or the one before; farther back it may be another one."""
    claim = text[text.index("a curfew") : -1]
    assert standing(text, claim) == found


def test_the_region_is_no_district() -> None:
    """ "The region" points at what is called so."""
    text = "The Sarn region and its Quill district are flooded. She said a curfew was in force in the region."
    assert standing(text, "a curfew was in force in the region") == {"region sarn"}


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("A curfew is in force in the Sarn region. It is dry in the Marn region.", {"region sarn"}),
        ("A curfew is in force in the Sarn region, and none in the Marn region.", set()),
        ("A curfew is in force. It is dry in the Marn region.", set()),
    ],
)
def test_a_headline_stands_where_its_first_sentence_does(below: str, found: set[str]) -> None:
    """If that names just one region."""
    title = "Curfew after flood"
    assert standing(f"{title}\n{below}", title, title) == found


def test_long_lists_of_names_take_time_in_step() -> None:
    """A page in capitals, or of names alone, is read in time that grows as it does."""
    taken = []
    for size in (4_000, 16_000):
        text = "Aa " * size + "Aa, " * size
        start = time.process_time()
        regions(text, (0, len(text)), [(0, len(text))], [])
        taken.append(time.process_time() - start)
    assert taken[1] < 10 * taken[0] + 0.5
