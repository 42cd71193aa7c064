"""How often a finding is right, told once it is known whose the words are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from whosays.extract import Extractor, read_article
from whosays.extract.attribution import Judge, Page, resolved_features, weighed
from whosays.extract.records import Attribution, Entity, Span
from whosays.learned import Forest

TEXT = "Mara Vask met Oren Lund and Ida Brandt. He said it leaked. “It fell,” Lund said."
SENTENCES = ((0, 39), (40, 58), (59, len(TEXT)))


def at(words: str, first: int = 0) -> Span:
    start = TEXT.index(words, first)
    return start, start + len(words)


def person(number: str, name: str, *mentions: Span) -> Entity:
    return Entity(number, "Person", name, named=True, mentions=mentions)


def hop(number: int, source: Span, voice: str, cue: Span, content: Span) -> Attribution:
    return Attribution(number, source, voice, (cue,), (content,), None, "indirect", "asserts", "certain", 0.7)


VASK = person("e1", "Mara Vask", at("Mara Vask"), at("He"))
LUND = person("e2", "Oren Lund", at("Oren Lund"), at("Lund", 60))
BRANDT = person("e3", "Ida Brandt", at("Ida Brandt"))
FAR = hop(0, at("He"), "e1", at("said"), at("it leaked"))
NEAR = hop(1, at("Lund", 60), "e2", at("said", 60), at("“It fell,”"))


def page(entities: Sequence[Entity] = (VASK, LUND, BRANDT)) -> Page:
    return Page.of(TEXT, SENTENCES, entities, [FAR, NEAR])


def test_a_pronoun_is_known_by_how_far_back_its_name_stands_and_who_came_since() -> None:
    """Two others were named between the name and "He"."""
    told = dict(resolved_features(FAR, page()))
    assert told["source is a pronoun, voice named"] == 1.0
    assert told["how far back its name"] == pytest.approx(math.log1p(31))
    assert told["others named since"] == pytest.approx(math.log1p(2))
    assert dict(resolved_features(FAR, page([VASK])))["others named since"] == 0.0


def test_a_name_is_known_by_what_it_is_of() -> None:
    """A surname is a part of the name; where a voice is named in what somebody says alone, that is told."""
    told = dict(resolved_features(NEAR, page()))
    assert told["source is part of its name, voice named"] == 1.0
    assert told["share of names that others say"] == 0.0
    said = person("e2", "leaked", at("leaked"))
    assert dict(resolved_features(NEAR, page([VASK, said])))["share of names that others say"] == 1.0


def test_where_a_content_ends_is_known() -> None:
    """The rest of the sentence and of what stands before it is told in characters."""
    told = dict(resolved_features(NEAR, page()))
    assert told["left of its sentence"] == pytest.approx(math.log1p(len(" Lund said.")))
    assert told["before in its sentence"] == 0.0
    assert dict(resolved_features(FAR, page()))["content ends a sentence"] == 1.0


def test_only_what_the_judge_knows_of_is_weighed() -> None:
    """What has no features keeps its own confidence, and so has all without a judge."""
    judge = Judge(Forest(0.0, []), Forest(0.0, [[("source is a pronoun, voice named", 0.5, 1, 2), 2.0, -2.0]]), 0.5)
    weighing = [each.confidence for each in weighed([FAR, NEAR], [{"a": 1.0}, {"a": 1.0}], page(), judge)]
    assert weighing == [pytest.approx(0.119, abs=0.001), pytest.approx(0.881, abs=0.001)]
    assert next(weighed([FAR, NEAR], [{}, {"a": 1.0}], page(), judge)) == FAR
    assert list(weighed([FAR], [{"a": 1.0}], page(), None)) == [FAR]


def test_the_extractor_weighs_what_it_finds(tmp_path: Path) -> None:
    """A surname that is nobody's here is worth less than the whole name of somebody."""
    confidences = []
    for source in ("Mayor Mara Vask", "He"):
        (tmp_path / "a.txt").write_text(f"{source} said on Monday that the dam at Oster had leaked.\n", "utf-8")
        record = Extractor().record(read_article(tmp_path / "a.txt"))
        confidences += [a.confidence for a in record.attributions]
    assert len(confidences) == 2
    assert confidences[0] > confidences[1]
