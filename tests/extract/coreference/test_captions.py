"""Which paragraphs are captions, whose names speak for nobody outside."""

from __future__ import annotations

import pytest

from whosays.extract.coreference.speakers import CAPTION


@pytest.mark.parametrize(
    ("paragraph", "caption"),
    [
        ("File photo: Harbour master Al Lund with his staff.", True),
        ("Image caption, Al Lund at the quay of Marl", True),
        ("Video caption: Al Lund opens the new lock", True),
        ("Media: the ministry of works will not pay, Lund said.", False),
        ("Video: Lund told the council that the lock was shut.", False),
    ],
)
def test_a_caption_says_that_it_tells_of_a_picture(paragraph: str, caption: bool) -> None:
    """A lead of one word before a colon ("Media: ...") is no caption."""
    assert bool(CAPTION.search(paragraph)) is caption
