"""Who goes on to speak in "it said", and who is asked in "Asked whether ..., he said"."""

from __future__ import annotations

import pytest

from training.press import article_of
from whosays.extract import Extractor

pytestmark = pytest.mark.model
MARL = "The Marl Coast Guard said the boats were late. It said that Marl Coast Guard crews were tired. "
LUND = "Mayor Ada Lund led the meeting. Ada Lund said the dam was safe. "


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Return the extractor with the shipped model."""
    return Extractor()


def speaker(extractor: Extractor, text: str, words: str) -> str | None:
    """Return under which name the source of what holds some words is shown."""
    record = extractor.record(article_of(f"Boats are late\n\n{text}"))
    names = {entity.id: entity.name for entity in record.entities}
    held = [a for a in record.attributions if any(words in record.text[s:e] for s, e in a.content)]
    inner = min(held, key=lambda a: sum(e - s for s, e in a.content))
    return names.get(inner.entity or "")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            MARL + "Orbex said Marl Coast Guard boats had hit a pier in Velm, near the mill. "
            'The raids were a "grave threat", it said.',
            "grave threat",
            "Orbex",
        ),
        (
            MARL + "Nine men were held in four towns, Norland's presidency said. "
            "The men were held in Velm, Mora and Brink, it said in a statement.",
            "Velm, Mora",
            "Norland's presidency",
        ),
        (
            MARL + "A Green Harbour statement denounced the raid and rejected the Marl Coast Guard's claim. "
            '"This is a lie that nobody believes," it said.',
            "nobody believes",
            "Green Harbour",
        ),
        (
            "Orbex said the pier had burned. The Harbour Authority said it was late. "
            '"Nobody was hurt that night," it said.',
            "Nobody was hurt",
            "Harbour Authority",
        ),
        (
            "Orbex and its partners said the pier had burned. The guild leaders threatened to punish the firms that "
            "they say are helping Norland build boats.",
            "are helping",
            "guild leaders",
        ),
    ],
)
def test_the_body_just_quoted_goes_on(extractor: Extractor, text: str, words: str, name: str) -> None:
    """It does whoever is told of more often, and also where its words tell of another."""
    assert speaker(extractor, text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            LUND + "Asked by the Gull whether the baker Bo Marl's claim that it leaks was true, she said: "
            '"I have not read his letter."',
            "his letter",
            "Ada Lund",
        ),
        (
            "The pilot Bo Marl said he was tired. Asked if the governor Jo Roe had lied, he said he would rather not "
            "think so.",
            "rather not",
            "Bo Marl",
        ),
        (
            LUND + "The baker Bo Marl said he knew better. When asked about Tom Roe, the miller, he said the mill "
            "was empty.",
            "mill was empty",
            "Bo Marl",
        ),
        (
            LUND + "The baker Bo Marl was late. He said the road was closed.",
            "road was closed",
            "Bo Marl",
        ),
    ],
)
def test_who_is_asked_answers(extractor: Extractor, text: str, words: str, name: str) -> None:
    """Whom one is asked about does not."""
    assert speaker(extractor, text, words) == name
