"""Text that was decoded twice: what comes back, and what is right and stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.extract.articles.reader import read_article
from whosays.extract.articles.web import paragraphs_of_markup, read_page
from whosays.extract.articles.web.decoded_twice import repaired, repaired_markup

RIGHT = "“No,” said Señor Peña – the café’s owner. Â is a letter, and so is Ã; 20 °C, «SÃO», 5 †."


def test_text_that_was_decoded_twice_is_repaired() -> None:
    """Curly quotation marks and accents come back; text that is right is not touched."""
    assert repaired("â€œNo,â€\x9d said SeÃ±or PeÃ±a.") in ("“No,” said Señor Peña.", '"No," said Señor Peña.')
    assert repaired(f"{RIGHT}\nâ€œNo") == f"{RIGHT}\n“No"
    assert repaired(RIGHT) == RIGHT


def test_a_closing_mark_that_lost_its_control_character_is_one() -> None:
    """Behind an opening one it is no dagger; a dagger that is told by its own space stays one."""
    assert repaired("â€œIt sank,â€ she said, â€œon Monday.â€") == "“It sank,” she said, “on Monday.”"
    assert repaired("Ann Lee â€\xa01931") == "Ann Lee †1931"
    assert repaired("The euro sign is € and â is a letter.") == "The euro sign is € and â is a letter."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("â€œIt sank on Monday,â€\x9d she said.", "“It sank on Monday,” she said."),
        (
            "The cafÃ© of Lisk Ã\xa0 la carte was closed â€“ by whom?",
            "The café of Lisk à la carte was closed – by whom?",
        ),
        ("Itâ€™s <b>â€œopenâ€\x9d</b> in FranÃ§oisâ€™s view.", "It’s “open” in François’s view."),
        ("&acirc;&euro;&oelig;It sank, she said.", "“It sank, she said."),
        (RIGHT, RIGHT),
    ],
)
def test_a_page_is_repaired_before_a_parser_drops_what_tells(wrong: str, right: str) -> None:
    """The control character of a closing mark is a part of it; so it is in a title that machines are told."""
    story = "<p>Two ferries collided off Lisk on Tuesday, the harbour authority said in a statement.</p>" * 2
    head = '<meta property="og:title" content="â€œOpenâ€\x9d, says FranÃ§ois">'
    page = read_page(f"<html><head>{head}</head><body><article>{story}<p>{wrong}</p></article></body></html>")
    assert right in page.text
    assert page.metadata.title == "“Open”, says François"
    if "&" not in wrong:
        assert paragraphs_of_markup(f"<p>{wrong}</p>") == right


def test_tags_stay_what_they_are() -> None:
    """Each piece is judged by itself: one that is right beside one that is not."""
    assert repaired_markup('<p title="Ã©">Café “x”</p>\n<a href="/Ã¼">cafÃ©</a>') == (
        '<p title="é">Café “x”</p>\n<a href="/ü">café</a>'
    )
    assert repaired_markup(f"<p>{RIGHT}</p>") == f"<p>{RIGHT}</p>"


@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_letter_is_repaired_too(tmp_path: Path, kind: str) -> None:
    """Whether its text is plain or mark-up."""
    head = f"Subject: Ferries\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    (tmp_path / "a.eml").write_text(f"{head}â€œIt sank,â€\x9d she said.\n", "utf-8")
    assert "“It sank,” she said." in read_article(tmp_path / "a.eml").text
