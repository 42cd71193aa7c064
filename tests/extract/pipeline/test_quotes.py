"""Which quotation marks belong together: every kind of mark, apostrophes, paragraphs, and what bad typing leaves."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whosays.extract.pipeline.quotes import Quotation, find_quotations, uniform_marks


def quoted(text: str) -> list[str]:
    """Return the parts of all quotations, those of one joined by " + "; an unclosed one ends in "~"."""
    return [
        " + ".join(text[slice(*part)] for part in quotation.parts) + ("" if quotation.closed else "~")
        for quotation in find_quotations(text)
    ]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "”"), ("“", '"'), ('"', "”")],
)
def test_marks_of_one_kind_pair(opening: str, closing: str) -> None:
    """Opening and closing marks of one kind pair, whatever their shape, and the span holds both."""
    text = f"The mayor said {opening}we lost the bridge{closing} on Friday."
    assert quoted(text) == [f"{opening}we lost the bridge{closing}"]


def test_no_marks_no_quotations() -> None:
    """A text without marks has no quotation."""
    assert find_quotations("The mayor said it rained.\n\nIt did.") == []
    assert find_quotations("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left,” she said. “We had no boat.”", ["“We left,”", "“We had no boat.”"]),
        ('"We left," she said. "We had no boat."', ['"We left,"', '"We had no boat."']),
        ("'We left,' she said. 'We had no boat.'", ["'We left,'", "'We had no boat.'"]),
        ("‘We left,’ she said. ‘We had no boat.’", ["‘We left,’", "‘We had no boat.’"]),
        ("(“We left”) and [‘we stayed’].", ["“We left”", "‘we stayed’"]),
        ('She said:"We left".', ['"We left"']),
        ('"We left, " she said. "We had no boat."', ['"We left, "', '"We had no boat."']),
    ],
)
def test_a_split_quotation_is_two(text: str, expected: list[str]) -> None:
    """Each pair of marks is a quotation of its own; who speaks them is not asked here."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Halden's mayor didn't say it wasn't hers.",
        "Halden’s mayor didn’t say it wasn’t hers.",
        "The soldiers’ boots and the drivers’ papers were found.",
        "Rock ’n’ roll of the ’90s.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    """Possessives, contractions, plural possessives and left-out letters open nothing and close nothing."""
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘Halden’s bridge didn’t hold,’ she said.", ["‘Halden’s bridge didn’t hold,’"]),
        ("'Halden's bridge didn't hold,' she said.", ["'Halden's bridge didn't hold,'"]),
        ("‘The soldiers’ boots were wet,’ she said.", ["‘The soldiers’ boots were wet,’"]),
        ("'The soldiers' boots were wet,' she said.", ["'The soldiers' boots were wet,'"]),
        ("‘The drivers’ and soldiers’ boots were wet,’ she said.", ["‘The drivers’ and soldiers’ boots were wet,’"]),
        ("The ‘volunteers’ left. The ‘holidays’ ended.", ["‘volunteers’", "‘holidays’"]),
        ("The 'volunteers' left at dawn.", ["'volunteers'"]),
    ],
)
def test_a_plural_possessive_does_not_end_a_single_quotation(text: str, expected: list[str]) -> None:
    """Inside single marks an apostrophe after s closes only where no surer closing mark follows."""
    assert quoted(text) == expected


def test_a_number_may_open_a_single_quotation() -> None:
    """A mark before a digit is a quotation's, not a decade's, where a closing one follows."""
    assert quoted("The banner read '10 killed' in red.") == ["'10 killed'"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
        ("‘He told me “go home” twice,’ she said.", ["‘He told me “go home” twice,’"]),
        ("\"He said 'go',\" she recalled.", ["\"He said 'go',\""]),
        ("“He told me ‘go home,” she said.", ["“He told me ‘go home,”"]),
        ("“The ‘so-called ‘inner’ ring’ fell,” she said.", ["“The ‘so-called ‘inner’ ring’ fell,”"]),
    ],
)
def test_only_the_outermost_marks_count(text: str, expected: list[str]) -> None:
    """Marks of another kind inside a quotation neither end it nor are quotations of their own."""
    assert quoted(text) == expected


@pytest.mark.parametrize("mark", ["“", '"', "‘", "«"])
def test_a_quotation_runs_on_over_paragraphs(mark: str) -> None:
    """Where each paragraph opens with the mark and only the last one closes, all are one quotation, a part each."""
    closing = {"“": "”", '"': '"', "‘": "’", "«": "»"}[mark]
    text = (
        f"She said: {mark}The water came at night.\n\n{mark}We had no boat and no light.\n\n"
        f"{mark}Then it stopped.{closing}\n\nIt rained."
    )
    assert quoted(text) == [
        f"{mark}The water came at night. + {mark}We had no boat and no light. + {mark}Then it stopped.{closing}"
    ]


def test_a_lost_paragraph_break_does_not_split_a_quotation() -> None:
    """A second opening mark behind a sentence end, within a paragraph, goes on with the quotation."""
    text = "She said: “The water came at night. “We had no boat. “Then it stopped.” It rained."
    assert quoted(text) == ["“The water came at night. + “We had no boat. + “Then it stopped.”"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We had no boat.\n\nThen it stopped,” she said.", ["“We had no boat. + Then it stopped,”"]),
        (
            'He said: "The water came at night.\n\nWe had no boat.\n\nThen it stopped," and left.',
            ['"The water came at night. + We had no boat. + Then it stopped,"'],
        ),
        ("“We had no boat.\n\nIt “sank”.", ["“We had no boat.~", "“sank”"]),
        ("“We had no boat.\n\nIt sank.\n\nIt rained.\n\nIt froze.\n\nIt ended.”", ["“We had no boat.~"]),
        ("‘We had no boat.\n\nIt was the voters’ choice, he said.", ["‘We had no boat.~"]),
        ('“We had no boat.\n\nIt is 6" wide, and 5\'6" tall.', ["“We had no boat.~"]),
    ],
)
def test_an_open_quotation_goes_on_to_the_paragraph_that_closes_it(text: str, expected: list[str]) -> None:
    """A copy has a sentence a line: what is open is closed a few lines below, unless another opens before."""
    assert quoted(text) == expected


def test_a_mark_inside_such_a_quotation_stays_as_it_is() -> None:
    """A paragraph in the middle of an open quotation need not begin with a mark of its kind."""
    text = "“I went there.\n\n‘Come,’ he told me.\n\nThen we left.”"
    assert uniform_marks(text, find_quotations(text)) == text


def test_another_kind_of_mark_does_not_continue() -> None:
    """A paragraph that opens with marks of another kind is not the continuation of the one left open."""
    text = "She said: “The water came at night.\n\n‘It rained,’ he said."
    assert quoted(text) == ["“The water came at night.~", "‘It rained,’"]


def test_an_odd_mark_spoils_only_its_paragraph() -> None:
    """An opening mark that nobody closed reaches no further than its paragraph's end."""
    text = "The “bridge was closed for repair.\n\nThe mayor said “it is safe” today.\n\n“Go,” she said."
    assert quoted(text) == ["“bridge was closed for repair.~", "“it is safe”", "“Go,”"]


def test_an_odd_mark_before_a_word_or_two_is_noise() -> None:
    """An unclosed mark with hardly a word behind it is a slip, not speech."""
    assert quoted("They left the “bridge.\n\nIt rained.") == []


@pytest.mark.parametrize("text", ["It was 6' 2\" long.”", "” it ended.", "a ’ b", "He left.’"])
def test_a_closing_mark_alone_opens_nothing(text: str) -> None:
    """A mark that can only close finds nothing to close, and stays without effect."""
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "uniform"),
    [
        ("‘We left,’ she said.", "“We left,” she said."),
        ("'We left,' she said.", "“We left,” she said."),
        ('"We left," she said.', '"We left," she said.'),
        ("“We ‘left’,” she said.", "“We ‘left’,” she said."),
        ("‘Halden’s bridge’ fell.", "“Halden’s bridge” fell."),
        ("‘The water came.\n\n‘It went.’ Halden’s lot.", "“The water came.\n\n“It went.” Halden’s lot."),
    ],
)
def test_outer_single_marks_become_double_ones(text: str, uniform: str) -> None:
    """Outer single marks are rewritten, inner ones and apostrophes left; every offset stays where it was."""
    assert uniform_marks(text, find_quotations(text)) == uniform


TYPED = st.text(alphabet="\"“”„«»‘’'‚`s .,:!?a1A\n-—()", max_size=60)


@given(TYPED)
def test_parts_lie_in_the_text_in_order(text: str) -> None:
    """Whatever is typed, parts are non-empty, in order, apart and in one paragraph, and a mark begins the first."""
    found = find_quotations(text)
    parts = [part for quotation in found for part in quotation.parts]
    assert all(0 <= start < end <= len(text) for start, end in parts)
    assert all(before[1] <= after[0] for before, after in pairwise(parts))
    assert all("\n\n" not in text[start:end] for start, end in parts)
    assert all(text[quotation.parts[0][0]] in "\"“”„«»‘’'‚`" for quotation in found)


@given(TYPED)
def test_uniform_marks_keep_the_length(text: str) -> None:
    """Whatever is typed, only marks change, and each into one character."""
    uniform = uniform_marks(text, find_quotations(text))
    assert len(uniform) == len(text)
    assert all(new == old or (old in "‘’'‚`" and new in "“”") for old, new in zip(text, uniform, strict=True))


@given(TYPED, TYPED)
def test_a_closed_paragraph_does_not_look_ahead(first: str, second: str) -> None:
    """What follows in another paragraph never changes a paragraph whose marks were all closed."""
    first = first.replace("\n", " ").strip()
    alone = find_quotations(first)
    if first and all(quotation.closed for quotation in alone):
        together = find_quotations(f"{first}\n\n{second.strip() or 'a'}")
        assert together[: len(alone)] == alone


@pytest.mark.parametrize("mark", ["“", '"', "”", "‘", "'", "“a ", "'s ", "“a. ", '"a" ', "a\n\n“"])
def test_a_flood_of_marks_takes_linear_time(mark: str) -> None:
    """A hundred thousand marks are read within seconds, which pairing each with each would not."""
    began = time.process_time()
    found = find_quotations(mark * 100_000)
    uniform_marks(mark * 100_000, found)
    assert time.process_time() - began < 5


def test_start_and_end_span_all_parts() -> None:
    """A quotation's start and end are those of its first and last part."""
    quotation = Quotation(((3, 9), (12, 20)), closed=True)
    assert (quotation.start, quotation.end) == (3, 20)
