"""An attack on a whole country: by whom, on which day, and what else its sentence names."""

from __future__ import annotations

import pytest

from whosays.extract.quantities.setting import read_setting
from whosays.extract.quantities.surroundings import wave


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Zemria lost nine people across it in Okharian attacks on Monday.", "wave by okhari wide monday on @zemria"),
        ("In Zemria a wave of Okharian missile and drone strikes killed nine.", "wave by okhari wide on @in @zemria"),
        ("On Friday Okharian bombing killed nine in Zemria.", "wave by okhari friday on @on @zemria"),
        ("Blasts across the country killed nine in Monday's attack.", "wave by - wide monday on @blasts"),
        ("Nine died nationwide as strikes went on from Monday to Friday.", None),
        ("Nine people were killed in Monday's attack.", None),
        ("Nine died across the country in Monday's frost.", None),
        ("Zemrian raids followed Okharian strikes.", None),
        ("A storm killed nine people across Zemria on Monday.", None),
        ("Okharian officials said that nine people had died.", None),
    ],
)
def test_who_attacked_whom_and_when(sentence: str, expected: str | None) -> None:
    """Where two have attacked nothing is read, nor where nobody is told of, but for the whole country and one day."""
    assert wave(sentence) == expected


def test_some_of_the_dead_are_told_of_no_whole_attack() -> None:
    """Those "including nine in Sarn" are some of them, and six others come on top of somebody."""
    sentence = "Okharian attacks across Zemria killed 46 people, including 33 in Sarn, on Monday."
    told = {words: read_setting(sentence, sentence.index(words), len(words)) for words in ("46", "33")}
    assert any(mark.startswith("wave by okhari") for mark in told["46"])
    assert not any(mark.startswith("wave") for mark in told["33"])
    assert "besides" not in told["33"]
    others = "The blast killed six other people."
    assert "besides" in read_setting(others, others.index("six"), 3)
    more = "The blast killed more than six people."
    assert "besides" not in read_setting(more, more.index("six"), 3)
