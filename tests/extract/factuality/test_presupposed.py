"""A number that is only told of what somebody vows, appraises or is blamed for is the outlet's, not that one's."""

from __future__ import annotations

import pytest

from tests.record_builder import at, hop
from whosays.extract.factuality import presupposed


@pytest.mark.parametrize(
    ("cue", "lemma", "content", "number", "told"),
    [
        ("vowed", "vow", "to avenge the raid that killed at least 12 people", "12", True),
        ("pledged", "pledge", "to repair the dam which flooded 40 houses", "40", True),
        ("praised", "praise", "the crew that saved nine miners", "nine", True),
        ("blames", "blame", "Ferrel after gas blasts kill nine", "nine", True),
        ("vowed", "vow", "to rebuild 40 houses", "40", False),
        ("vowed", "vow", "to build a dam that holds 40 boats", "40", False),
        ("vowed", "vow", "to avenge “the raid that killed 12”", "12", False),
        ("blames", "blame", "Ferrel for nine deaths after the blast", "nine", False),
        ("blames", "blame", "Ferrel for the gas blasts that killed nine", "nine", False),
        ("said", "say", "the raid that killed 12 people was a crime", "12", False),
        ("alleged", "allege", "that after the raid 40 men were beaten", "40", False),
        ("complained", "complain", "that 12 boats sank after the dam broke and that 40 men were left", "40", False),
        ("blamed", "blame", "Ferrel, saying that after the raid 40 men were beaten", "40", False),
        ("promised", "promise", "to build homes that need 40 masons", "40", False),
        ("promised", "promise", "to send a cook who will feed 40 guests", "40", False),
        ("vowed", "vow", "to open a school that was to take 400 children", "400", False),
    ],
)
def test_what_is_told_of_the_thing_is_the_outlets(cue: str, lemma: str, content: str, number: str, told: bool) -> None:
    """Behind a relative pronoun or "after"; what is promised, quoted or said itself stays with who says it."""
    text = f"Lowmark {cue} {content}."
    made = hop(text, 0, "Lowmark", cue, content, entity="e1", cue_lemma=lemma)
    assert presupposed(text, at(text, number), made) is told
