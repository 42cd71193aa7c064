"""Quotations that run over paragraphs: whose they are when a cue stands behind their end, and what headings are."""

from __future__ import annotations

from pathlib import Path

import pytest

from whosays.extract import ArticleRecord, Extractor, read_article

ENVELOPE = """The week of the flood

Mayor Oren Vask spoke on Friday. He said he usually received the letter at the office, but this time it was different.

“This time it was announced that the deputy would act. Usually I just get the letter.

“I have never had that kind of week. Certain things were happening which we could not read,” Vask said.
"""
BEHIND_A_REPORT = """Fish dispute deepens

A day after the town signed the pact, Mayor Oren Vask made clear the islands would answer if cheap fish came in.

“We would somehow have to stand by our boats, and bring in duties.

We are saying this openly in advance,” Vask told a gathering of skippers.
"""
LED_TO = """Fish dispute deepens

Mayor Oren Vask said the islands would answer:

“We would somehow have to stand by our boats, and bring in duties.

“We are saying this openly in advance.”

The boats stayed in port.
"""
GOES_ON = """The week of the flood

“I looked at how our partners acted,” Mayor Oren Vask said. “The first thing that they did was to say it was our fault.

“They set the tone for some people in this town,” Vask continued. “They heard the signal.”
"""
HEADED = """Jobs report ends debate

Mira Lund said the report ends the debate. “The growth comes at a good time,” she says. “We are stronger now.”

‘Bank will stay on the sidelines’

Oren Vask of Delta Trust said the rate beat all forecasts.
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def _said(extractor: Extractor, text: str, folder: Path) -> list[tuple[str, list[str]]]:
    """Return the cue of each outermost hop and how each part of its content begins, its first two words."""
    file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    record: ArticleRecord = extractor.record(read_article(file))
    hops = [hop for hop in record.attributions if hop.kind != "act" and hop.inside is None]
    parts = [[text[a:b].lstrip("“‘").split()[:2] for a, b in hop.content] for hop in hops]
    return [
        (text[slice(*hop.cue[0])], [" ".join(words) for words in part]) for hop, part in zip(hops, parts, strict=True)
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ENVELOPE, [("said", ["he usually"]), ("said", ["This time", "I have"])]),
        (BEHIND_A_REPORT, [("made clear", ["the islands"]), ("told", ["We would", "We are"])]),
        (LED_TO, [("said", ["the islands", "We would", "We are"])]),
        (GOES_ON, [("said", ["I looked", "The first"]), ("continued", ["They set", "They heard"])]),
        (HEADED, [("said", ["the report"]), ("says", ["The growth", "We are"]), ("said", ["the rate"])]),
    ],
    ids=[
        "of who is named behind it",
        "behind a report",
        "led to by a colon",
        "of who was named before it",
        "no heading",
    ],
)
def test_a_quotation_is_whose_cue_stands_beside_it(
    extractor: Extractor, text: str, said: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    """Of two cues, one in the paragraph before and one behind its end, the one behind has all of it."""
    assert _said(extractor, text, tmp_path) == said
