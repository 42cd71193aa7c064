"""Annotated pages as the encoder and the judge of hops learn them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy

from training import card, kinds, press, verdicts
from training.kinds import Example
from training.samples import KINDS, MASKED, NAMES, STANCES
from whosays.extract.attribution import read_judge
from whosays.extract.records import Attribution

TEXT = "Ada Lund said the mayor had told her it leaked. The firm shelved its plans. It reportedly sank.\n"


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def attribution(number: int, source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    plain = {"inside": None, "kind": "speech", "stance": "asserts", "certainty": "certain", "optional": False}
    return {
        "id": number,
        "source": at(source) if source else None,
        "entity": None,
        "cue": [at(cue)],
        "content": [at(content)],
        **plain,
        **more,
    }


@pytest.fixture
def row() -> dict[str, Any]:
    """A page with three attributions: one inside another, one of nobody, which a careful reader could leave out."""
    return {
        "file": "basil/one/page.html",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "text": TEXT,
        "entities": [],
        "attributions": [
            attribution(0, "Ada Lund", "said", "the mayor had told her it leaked"),
            attribution(1, "the mayor", "had told", "it leaked", inside=0, stance="denies"),
            attribution(2, "", "reportedly", "It", kind="hearsay", optional=True),
        ],
        "figures": [],
    }


def test_a_page_has_its_outermost_attributions_and_each_telling_content_is_a_text_of_its_own(
    row: dict[str, Any], tmp_path: Path
) -> None:
    """Kind and stance stand on the words of every cue, unknown where a careful reader could leave it out."""
    page, content = press.press_texts(press.annotated([row], tmp_path), spacy.blank("en"))
    kinds_of = {word: int(k) for word, k in zip(page.words, page.labels["kind"], strict=True)}
    assert kinds_of["said"] == kinds_of["told"] == KINDS.index("speech")
    assert kinds_of["shelved"] == KINDS.index("none")
    assert kinds_of["reportedly"] == MASKED
    assert page.labels["stance"][page.words.index("told")] == STANCES.index("denies")
    assert [page.words[i] for i in np.flatnonzero(page.labels["role"] == 3)] == ["said", "reportedly"]
    assert content.words == ["the", "mayor", "had", "told", "her", "it", "leaked"]
    assert [content.words[i] for i in np.flatnonzero(content.labels["role"] == 3)] == ["had"]


def test_names_are_learned_where_a_page_has_them_and_who_a_pronoun_that_speaks_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A page without annotated names says nothing of names; of a long mention only the capital words are a name."""
    text = "Ada Lund, who runs Port Oss, is back. She said it sank.\n"
    row = {
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "entities": [{"type": "Person", "named": True, "mentions": [[0, 8], [38, 41]]}],
        "attributions": [
            {"id": 0, "source": [38, 41], "entity": 0, "cue": [[42, 46]], "content": [[47, 54]], "inside": None}
            | {"kind": "speech", "stance": "asserts", "certainty": "certain", "optional": False}
        ],
    }
    names = {"sha256": row["sha256"], "names": [[0, 8, "Person"], [19, 27, "Place"]]}
    monkeypatch.setattr(press, "read_labels", lambda name: [names] if name == "names" else [])
    (page,) = press.press_texts([(row, text)], spacy.blank("en"))
    named = [(word, NAMES[i]) for word, i in zip(page.words, page.labels["name"], strict=True) if i]
    assert named == [("Ada", "B-Person"), ("Lund", "I-Person"), ("Port", "B-Place"), ("Oss", "I-Place")]
    assert page.antecedents == {page.words.index("She"): [0, 1]}
    monkeypatch.setattr(press, "read_labels", lambda _: [])
    (page,) = press.press_texts([(row, text)], spacy.blank("en"))
    assert "name" not in page.labels


@pytest.mark.parametrize(
    ("text", "mention", "source", "meant"),
    [
        ("Ada Lund is back. The mayor of Oss said it sank.\n", (0, 8), (18, 34), ["Ada", "Lund"]),
        ("An official left. The official said it sank.\n", (0, 11), (18, 30), ["official"]),
        ("Ada Lund is back. A senior official said it sank.\n", None, (18, 35), ["official"]),
        ("Ada Lund is back. Mayor Ada Lund said it sank.\n", (0, 8), (18, 32), None),
    ],
)
def test_a_description_that_speaks_points_at_the_name_or_at_itself_for_somebody_new(
    text: str,
    mention: tuple[int, int] | None,
    source: tuple[int, int],
    meant: list[str] | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its noun takes up the words of who has a name, or the nouns by which somebody was told of before."""
    cue = text.index("said"), text.index("said") + 4
    row = {
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "entities": [
            {
                "type": "Person",
                "named": bool(mention) and text.startswith("Ada"),
                "mentions": [m for m in (mention, source) if m],
            }
        ],
        "attributions": [
            {"id": 0, "source": source, "entity": 0, "cue": [cue], "content": [(cue[1] + 1, len(text) - 2)]}
            | {"inside": None, "kind": "speech", "stance": "asserts", "certainty": "certain", "optional": False}
        ],
    }
    monkeypatch.setattr(press, "read_labels", lambda _: [])
    (page,) = press.press_texts([(row, text)], spacy.blank("en"))
    pointed = {page.words[noun]: [page.words[i] for i in words] for noun, words in page.antecedents.items()}
    noun = text[slice(*source)].removesuffix(" of Oss").split()[-1]
    assert pointed.get(noun) == meant


def test_pages_of_which_only_the_names_are_known_teach_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is annotated in full is not read a second time for its names."""
    names = {"Ada Lund left Oss.\n": [], "Ola Brandt is in Port Oss.\n": [[0, 10, "Person"]]}
    rows = []
    for number, (text, named) in enumerate(names.items()):
        (tmp_path / str(number)).write_text(text, encoding="utf-8")
        rows.append({"sha256": hashlib.sha256(text.encode()).hexdigest(), "names": named})
    known, _ = rows
    labels = {"names": rows, "pages": [known], "press": []}
    monkeypatch.setattr(press, "read_labels", labels.__getitem__)
    (page,) = press.named_texts(tmp_path, spacy.blank("en"))
    assert page.words[:2] == ["Ola", "Brandt"]
    assert [NAMES[i] for i in page.labels["name"][:3]] == ["B-Person", "I-Person", "O"]
    assert list(press.named_texts(None, spacy.blank("en"))) == []


def test_another_text_than_the_annotated_one_is_refused(row: dict[str, Any], tmp_path: Path) -> None:
    """Offsets into another text would teach nonsense; a page that is not there is left out."""
    with pytest.raises(ValueError, match=r"page\.html"):
        list(press.annotated([{**row, "sha256": "0"}], tmp_path))
    absent = {key: value for key, value in row.items() if key != "text"}
    assert list(press.annotated([absent], tmp_path)) == []


def test_text_of_a_web_page_is_its_title_and_its_paragraphs(tmp_path: Path) -> None:
    """White space inside a paragraph is one space, a blank line parts paragraphs; other files stay as they are."""
    page, plain = tmp_path / "page.html", tmp_path / "page.txt"
    page.write_text("<html><h1>Dam\n leaks</h1><p>It <b>sank</b>.</p><p> </p><p>Fast.</p></html>", encoding="utf-8")
    plain.write_text("It sank.\nFast.\n", encoding="utf-8")
    assert press.page_text(page) == "Dam leaks\n\nIt sank.\n\nFast.\n"
    assert press.page_text(plain) == "It sank.\nFast.\n"


def found(number: int, source: str, cue: str, content: str) -> Attribution:
    return Attribution(
        id=number,
        source=(at(source)[0], at(source)[1]) if source else None,
        entity=None,
        cue=((at(cue)[0], at(cue)[1]),),
        content=((at(content)[0], at(content)[1]),),
        inside=None,
        quote="indirect",
        stance="asserts",
        certainty="certain",
        confidence=0.5,
    )


def test_a_hop_is_matched_by_cue_source_and_half_of_the_words(row: dict[str, Any]) -> None:
    """What lies on an attribution that could be left out counts neither way, what no attribution has is none."""
    hops = [
        found(0, "Ada Lund", "said", "the mayor had told her"),
        found(1, "The firm", "shelved", "its plans"),
        found(2, "", "reportedly", "It reportedly"),
        found(3, "Ada Lund", "had told", "it leaked"),
    ]
    matched = kinds.match(TEXT, hops, row)
    assert {number: gold["id"] for number, (gold, _) in matched.pairs.items()} == {0: 0, 2: 2}
    assert matched.pairs[0][1] == pytest.approx(5 / 7)
    assert matched.neutral == {2}


def test_a_collected_page_is_known_by_its_text(
    row: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts may lie under any names; one that was not annotated is left out, and so is a page without its text."""
    gone = {**row, "sha256": hashlib.sha256(b"gone").hexdigest()}
    monkeypatch.setattr(
        press, "read_labels", lambda name, part: [gone, row] if (name, part) == ("pages", "dev") else []
    )
    (tmp_path / "first.txt").write_bytes(TEXT.encode())
    (tmp_path / "second.txt").write_bytes(b"Nobody has annotated this.\n")
    assert list(press.kept(tmp_path, "dev")) == [(row, TEXT)]


def test_the_judge_of_a_model_is_made_anew(
    row: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its pages are those of the press and the collected ones; without any the judge stays as it is."""
    seen: list[str] = []
    rows = {"press": [row], "pages": []}
    monkeypatch.setattr(press, "read_labels", lambda name, _: rows[name])
    monkeypatch.setattr(verdicts, "judged", lambda _: [])
    monkeypatch.setattr(card, "extractor_of", lambda *_, **__: None)
    monkeypatch.setattr(card, "linker_of", lambda *_, **__: None)

    def examples(_: object, __: object, pages: Iterable[tuple[dict[str, Any], str]]) -> Iterator[Example]:
        for number, (page, text) in enumerate(pages):
            seen.append(page["file"])
            yield Example(number, {"quoted": 1.0}, {"voice named": 1.0}, text == TEXT, right=True)

    monkeypatch.setattr(kinds, "examples", examples)
    monkeypatch.setattr(kinds, "train", lambda found, former: {"hops": len(found) + len(former)})
    kinds.main([str(tmp_path / "corpora"), "--model", str(tmp_path), "--texts", str(tmp_path)])
    assert (seen, json.loads((tmp_path / "kinds.json").read_text())) == (["basil/one/page.html"], {"hops": 1})
    (tmp_path / "kinds.json").write_text('{"attributes": 1, "hops": 2}')
    kinds.main([str(tmp_path / "corpora"), "--model", str(tmp_path), "--texts", str(tmp_path), "--confidence"])
    assert json.loads((tmp_path / "kinds.json").read_text()) == {"attributes": 1, "hops": 1}
    (tmp_path / "former").mkdir()
    kinds.main([*map(str, (tmp_path / "corpora", "--model", tmp_path, "--former", tmp_path / "former"))])
    assert json.loads((tmp_path / "kinds.json").read_text()) == {"hops": 2}
    rows["press"] = []
    (tmp_path / "kinds.json").write_text("{}")
    kinds.main([str(tmp_path / "corpora"), "--model", str(tmp_path), "--texts", str(tmp_path)])
    assert (tmp_path / "kinds.json").read_text() == "{}"


def test_the_judge_learns_what_tells_hops_apart() -> None:
    """A feature of the right ones raises the belief, and beliefs become shares of right hops on pages left out."""
    examples = [
        Example(
            page,
            {"quoted": 1.0} if good else {"deed": 1.0},
            {"voice named": float(page % 2 == 0)},
            good,
            good and page % 2 == 0,
        )
        for page in range(10)
        for good in (True, False, True)
    ]
    learned = kinds.train(examples)
    judge = read_judge(json.dumps(learned))
    quoted, deed = judge.attributing([{"quoted": 1.0}, {"deed": 1.0}])
    assert quoted > 0.9
    assert deed < 0.1
    shares = [share for _, share in learned["points"]]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def test_the_model_card_tells_how_many_pages_were_annotated() -> None:
    """The counts in its table of data are those of the labels."""
    card = (Path(__file__).parents[2] / "docs/model-card.md").read_text(encoding="utf-8")
    pages = press.read_labels("press", "train")
    passages, polnear = press.read_labels("passages"), press.read_labels("polnear")
    said = sum(len(row["attributions"]) for row in pages), sum(len(row["attributions"]) for row in passages)
    judged = sum(len(row["kinds"]) for row in polnear)
    world = press.read_labels("pages")
    assert f"| {len(world)} articles, {sum(len(row['attributions']) for row in world):,} attributions |" in card
    assert f"| {len(pages)} articles, {said[0]:,} attributions |" in card
    assert f"| {len(passages)} passages, {said[1]:,} attributions |" in card
    assert f"| {len(polnear)} articles, {judged:,} attributions |" in card
    named = press.read_labels("names")
    assert f"| {len(named)} articles, {sum(len(row['names']) for row in named):,} names |" in card
    seen = [row for row in press.read_labels("verdicts") if row.get("part") != verdicts.HELD]
    assert f"| {len(seen)} articles, {sum(len(row['findings']) for row in seen):,} findings |" in card
    claims = press.read_labels("claim_pairs")
    assert all(len({frozenset(pair[:2]) for pair in row["judged"]}) == len(row["judged"]) for row in claims)
    assert f"| {len(claims)} events, {sum(len(row['judged']) for row in claims):,} pairs |" in card


def test_collected_pages_are_those_that_are_read_as_they_were_annotated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is absent, or whose text has changed since, is left out."""
    rows = [
        {"file": "ada/pages:a.txt", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "part": "dev"},
        {"file": "ada/pages:b.txt", "sha256": "0" * 64, "part": "dev"},
        {"file": "ada/pages:c.txt", "sha256": "0" * 64, "part": "dev"},
    ]
    monkeypatch.setattr(press, "read_labels", lambda *_: rows)
    folder = tmp_path / "pages" / "ada" / "pages"
    folder.mkdir(parents=True)
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    assert list(press.collected(tmp_path / "corpora", "dev")) == [(rows[0], TEXT)]
