"""The recipe: what the corpora's formats become, and the whole way from corpora to a scored model in miniature."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="the recipe needs the extra 'train'")

import spacy
from spacy.tokens import DocBin

from training import card, discourse, entities, linker, polnear, rst, ud
from training.__main__ import attribution_docs, convert, main

# word/part of speech/head in the sentence/relation; "_" after a word: no space follows
FERRY = """
Ferry/NOUN/2/nsubj stops/VERB/0/root running/VERB/2/xcomp

According/VERB/5/case to/ADP/1/fixed the/DET/5/det harbour/NOUN/5/compound office_/NOUN/10/obl ,/PUNCT/5/punct
the/DET/8/det ferry/NOUN/10/nsubj:pass was/AUX/10/aux:pass sold/VERB/0/root in/ADP/12/case May_/PROPN/10/obl
./PUNCT/10/punct

"_/PUNCT/4/punct We/PRON/4/nsubj never/ADV/4/advmod saw/VERB/9/ccomp the/DET/6/det money_/NOUN/4/obj ,_/PUNCT/4/punct
"/PUNCT/4/punct said/VERB/0/root Mayor/PROPN/9/nsubj Ola/PROPN/10/flat Brandt_/PROPN/10/flat ,/PUNCT/16/punct
a/DET/16/det former/ADJ/16/amod captain_/NOUN/10/appos ,/PUNCT/10/punct "_/PUNCT/21/punct and/CCONJ/21/cc
I/PRON/21/nsubj think/VERB/4/conj it/PRON/24/nsubj is/AUX/24/cop gone_/ADJ/21/ccomp ._/PUNCT/9/punct "/PUNCT/21/punct

"_/PUNCT/3/punct They/PRON/3/nsubj waited_/VERB/0/root ./PUNCT/3/punct

Nobody/PRON/2/nsubj came_/VERB/5/ccomp "/PUNCT/2/punct she/PRON/5/nsubj wrote_/VERB/0/root ./PUNCT/5/punct

The/DET/2/det buyer/NOUN/5/nsubj has/AUX/5/aux not/PART/5/advmod said/VERB/0/root whether/SCONJ/8/mark
he/PRON/8/nsubj paid_/VERB/5/ccomp ./PUNCT/5/punct

Photo_/NOUN/0/root :/PUNCT/3/punct Tove/PROPN/1/appos Lind/PROPN/3/flat
"""
# words; the unit it hangs on; relation; order of attachment; signals (kind-tokens-where)
UNITS = """
Ferry stops running|3|organization-heading_r|3|_
According to the harbour office ,|3|attribution-positive_r|0|lexical-indicative_phrase-4-5-_;{source}-7-8-_
the ferry was sold in May .|0|ROOT|0|_
" We never saw the money , "|3|elaboration-additional_r|1|graphical-quotation_marks-17,24-_
said Mayor Ola Brandt , a former captain ,|4|attribution-positive_r|2|{source}-27-28-_;lexical-indicative_word-25-_
" and I think|7|attribution-positive_r|0|lexical-indicative_word-37-_;{source}-36-_
it is gone . "|4|joint-list_m|1|_
" They waited .|3|elaboration-additional_r|4|_
Nobody came "|8|joint-sequence_m|2|_
she wrote .|9|attribution-positive_r|0|lexical-indicative_word-51-_;{source}-50-_
The buyer has not said|12|attribution-negative_r|0|lexical-indicative_word-57-_;{source}-53-54-_
whether he paid .|3|elaboration-additional_r|5|_
Photo : Tove Lind|3|attribution-positive_r|6|{source}-64-65-_
""".replace("{source}", "semantic-attribution_source")
EXPECTED = [
    (["the harbour office"], ["According to"], ["the ferry was sold in May"]),
    (
        ["Mayor Ola Brandt, a former captain"],
        ["said"],
        ['"We never saw the money,"', '"and I think it is gone."'],
    ),
    (["she"], ["wrote"], ['"They waited. Nobody came"']),
    (["The buyer"], ["has not said"], ["whether he paid"]),
]
COUNCIL = "The council said the bridge was safe. Inspectors, who came twice, denied it, according to Nord Weekly.\n"
ANNOTATION = """T1\tSource 0 11\tThe council
T2\tCue 12 16\tsaid
T3\tContent 17 36\tthe bridge was safe
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tSource 90 101\tNord Weekly
T5\tCue 77 89\taccording to
T6\tContent 38 48;66 75\tInspectors denied it
E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6
"""
ENTITIES = [("Tove", "B-PER"), ("Lind", "I-PER"), ("left", "O"), ("Nordhavn", "B-LOC"), ("Port", "B-ORG"), (".", "O")]
SCORER = """import json, sys
found = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
role = {"p": 0.5, "r": 0.5, "f": 0.5}
roles = {"source": role, "cue": role, "content": role}
relation = {"full": role, "lenient": role}
print(json.dumps({"documents": len(found), "exact": roles, "token": roles, "relation": relation}))
"""


def sentences_of(text: str) -> str:
    """Write the short notation above as CoNLL-U."""
    blocks = []
    for block in text.strip().split("\n\n"):
        lines = []
        for number, token in enumerate(block.split(), start=1):
            word, pos, head, relation = token.rsplit("/", 3)
            misc = "SpaceAfter=No" if word.endswith("_") else "_"
            word = word.removesuffix("_")
            lines.append("\t".join([str(number), word, word.lower(), pos, pos[:2], "_", head, relation, "_", misc]))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n\n"


def units_of(text: str) -> str:
    """Write the short notation above as an ``.rsd`` file; each unit that begins a sentence begins a paragraph."""
    lines = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        words, head, relation, order, signals = line.split("|")
        features = "para=para" if words[0] == '"' and "They" in words else "sid=1"
        lines.append("\t".join([str(number), words, order, "_", "_", features, head, relation, "_", signals]))
    return "\n".join(lines) + "\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def bio(columns: str) -> str:
    return "".join(columns.format(number=n, word=w, tag=t) + "\n" for n, (w, t) in enumerate(ENTITIES, start=1)) + "\n"


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out like the real one, a few invented sentences in each corpus."""
    folder = tmp_path_factory.mktemp("shared") / "corpora"
    for part in ("train", "dev"):
        copies = 12 if part == "train" else 1
        name = "GUM_news_ferry" if part == "train" else "GUM_news_quay"
        write(folder / f"UD_English-EWT/en_ewt-ud-{part}.conllu", f"# newdoc id = web\n{sentences_of(FERRY)}" * copies)
        treebank = f"# newdoc id = {name}\n{sentences_of(FERRY)}"
        write(folder / f"UD_English-GUM-open/en_gum_open-ud-{part}.conllu", treebank)
        write(folder / f"GUM-rst-open/{name}.rsd", units_of(UNITS))
        for number in range(copies):
            write(folder / f"PolNeAR/{part}/nord-{number}.txt", COUNCIL)
            write(folder / f"PolNeAR/{part}/nord-{number}.ann", ANNOTATION)
    for name in ("en_ewt-ud-train.2022-12-02.iob2", "en_ewt-ud-dev.iob2"):
        write(folder / "UNER_English-EWT" / name, bio("{number}\t{word}\t{tag}\t-\t-"))
    write(folder / "wikigold/CONLL-format/data/wikigold.txt", bio("{word} {tag}"))
    write(folder / "CrossNER/ner_data/politics/train.txt", bio("{word}\t{tag}"))
    document = {
        "sents": [["Ola", "Brandt", "sails", "."]],
        "vertexSet": [[{"type": "PER", "pos": [0, 2], "sent_id": 0}]],
    }
    for part in ("dev", "test"):
        write(folder / f"Re-DocRED/data/{part}_revised.json", json.dumps([document]))
    media = '<corpus><sentence><ENAMEX type="MEDIA">Nord Weekly</ENAMEX> closed.</sentence></corpus>'
    write(folder / "grobid-ner/resources/dataset/ner/corpus/xml/final/news.xml", media)
    write(folder.parent / "bench/score_attribution.py", SCORER)
    return folder


@pytest.fixture(scope="module")
def trained(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of five steps a task, its work folder and a card beside it."""
    folder = tmp_path_factory.mktemp("training")
    write(folder / "card.md", f"Before.\n\n{card.BEGIN}\nold\n{card.END}\n\nAfter.\n")
    write(folder / "model/LICENSE", "the licence\n")
    places = {"--work": "work", "--out": "model", "--card": "card.md"}
    options = [word for option, name in places.items() for word in (option, str(folder / name))]
    main([str(corpora), *options, "--max-steps", "5"])
    return folder


def texts(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_reporting_units_become_outermost_attributions(corpora: Path) -> None:
    """Source, cue and content come from the discourse tree; what is said inside a quotation and credit lines do not."""
    ((text, found),) = rst.read_corpus(corpora, "train")
    assert [(texts(text, a.source), texts(text, a.cue), texts(text, a.content)) for a in found] == EXPECTED


def test_text_of_a_discourse_tree_has_the_treebanks_spaces_and_its_own_paragraphs(corpora: Path) -> None:
    """A word is followed by a space where the treebank says so; a unit that begins a paragraph by a blank line."""
    ((text, _),) = rst.read_corpus(corpora, "train")
    assert 'May. "We never saw the money," said Mayor Ola Brandt, a former captain, "and' in text
    assert 'gone."\n\n"They waited.' in text


def test_discourse_tree_of_other_tokens_is_refused(corpora: Path) -> None:
    """A tree whose tokens do not cover those of the treebank is an error that names the document."""
    units = discourse.read_units(corpora / "GUM-rst-open/GUM_news_ferry.rsd")
    sentences = list(ud.corpus(corpora, "train", ["GUM"]))
    with pytest.raises(ValueError, match="GUM_news_ferry"):
        discourse.build(units, sentences[:-1])


def test_discontinuous_content_keeps_its_pieces(corpora: Path) -> None:
    """Offsets joined by ';' are pieces of one content, and each becomes a span of the Doc."""
    ((_, text, found),) = polnear.read_folder(corpora / "PolNeAR/dev")
    assert texts(text, found[1].content) == ["Inspectors", "denied it"]
    doc = polnear.to_doc(spacy.blank("en"), text, found)
    assert [(e.label_, e.text) for e in doc.ents if e.start_char > 36] == [
        ("Content", "Inspectors"),
        ("Content", "denied it"),
        ("Cue", "according to"),
        ("Source", "Nord Weekly"),
    ]


def test_treebanks_become_documents_of_their_text(corpora: Path) -> None:
    """Heads, relations and spaces survive; both treebanks are read, one after the other."""
    nlp = spacy.blank("en")
    docs = list(ud.to_docs(nlp.vocab, ud.corpus(corpora, "dev")))
    assert [doc[:3].text for doc in docs] == ["Ferry stops running"] * 2
    assert docs[0][1].dep_ == "ROOT"
    assert docs[0][0].head.i == 1


def test_entity_corpora_agree_on_four_classes(corpora: Path) -> None:
    """Every format's labels become Person, Organization, Place and Outlet."""
    nlp = spacy.blank("en")
    found = {(e.text, e.label_) for doc in entities.corpus(corpora, "train", nlp) for e in doc.ents}
    assert found == {
        ("Tove Lind", "Person"),
        ("Ola Brandt", "Person"),
        ("Nordhavn", "Place"),
        ("Port", "Organization"),
        ("Nord Weekly", "Outlet"),
    }


def test_without_polnear_nothing_of_it_is_trained_on(corpora: Path) -> None:
    """With the switch the tagger and the linker learn from discourse trees; development stays PolNeAR's."""
    nlp = spacy.blank("en")
    train = list(attribution_docs(corpora, "train", nlp, open_only=True))
    dev = list(attribution_docs(corpora, "dev", nlp, open_only=True))
    linked = list(linker.gold(corpora, open_only=True))
    assert all("council" not in text for text in [doc.text for doc in train] + [text for text, _ in linked])
    assert len(train) == len(linked) == 1
    assert [doc.text for doc in dev] == [COUNCIL]


def test_work_folder_keeps_both_kinds_of_documents_apart(corpora: Path, tmp_path: Path) -> None:
    """Documents of PolNeAR that lie in the work folder are not taken for those without it."""
    convert(corpora, tmp_path, open_only=False)
    convert(corpora, tmp_path, open_only=True)
    nlp = spacy.blank("en")
    found = [doc.text for doc in DocBin().from_disk(tmp_path / "attribution-open-train.spacy").get_docs(nlp.vocab)]
    assert len(found) == 1
    assert "council" not in found[0]


def test_recipe_makes_a_pipeline_that_loads(trained: Path) -> None:
    """Three trainings become one pipeline with tags, trees, entities and attribution spans, and a linker beside it."""
    doc = spacy.load(trained / "model")("The council said the bridge was safe.")
    assert doc.has_annotation("DEP")
    assert "attribution" in doc.spans
    weights = json.loads((trained / "model/linker.json").read_text("utf-8"))
    assert set(weights) == {"content", "source"}
    assert (trained / "model/LICENSE").read_text("utf-8") == "the licence\n"


def test_conversion_is_not_repeated(trained: Path) -> None:
    """The work folder holds the documents of the three tasks, so that a second run can begin with what is there."""
    found = {p.stem for p in (trained / "work").glob("*.spacy")}
    assert found == {f"{task}-{part}" for task in ("attribution", "syntax", "entities") for part in ("train", "dev")}
    docs = DocBin().from_disk(trained / "work/attribution-dev.spacy")
    assert len(docs) == 1


def test_linker_learns_from_discourse_trees_too(trained: Path, corpora: Path) -> None:
    """What it learns from open texts alone has the same shape."""
    nlp = spacy.load(trained / "model")
    weights = linker.train(nlp, linker.gold(corpora, open_only=True))
    assert weights["content"].keys() >= {"bias", "threshold"}
    assert any(name.startswith("Source") for name in weights["source"])


def test_scores_of_a_model_lie_beside_it_and_make_its_card(trained: Path) -> None:
    """The whole extractor is scored on every development text, and the card's table shows what scores.json holds."""
    scores = json.loads((trained / "model/scores.json").read_text("utf-8"))
    assert scores["polnear"] is True
    assert scores["attribution"]["documents"] == 1
    assert set(scores["syntax"]) == {"EWT", "GUM", "EWT and GUM"}
    assert scores["entities"]["all"].keys() == {"p", "r", "f"}
    text = (trained / "card.md").read_text("utf-8")
    assert text.startswith("Before.")
    assert text.endswith("After.\n")
    assert "| attribution: source, exact F | .500 | – | .733 / .832 | .749 |" in text
    assert "old" not in text


def test_scores_do_not_differ_between_two_runs(trained: Path, corpora: Path) -> None:
    """Nothing in them is a time or a speed."""
    model = trained / "model"
    before = json.loads((model / "scores.json").read_text("utf-8"))
    after = json.loads(json.dumps(card.score(corpora, model)))
    assert {**after, "polnear": True} == before


def test_model_without_polnear_fills_its_own_column(
    trained: Path, corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its scores go beside the card, and the shipped model's column stays that of the shipped model."""
    shutil.copytree(trained / "model", tmp_path / "open")
    shutil.copy(trained / "card.md", tmp_path / "card.md")
    monkeypatch.setattr(card, "SHIPPED", trained / "model")
    monkeypatch.setattr(card, "attribution_scores", lambda *_: None)
    card.write_card(corpora, tmp_path / "open", open_only=True, card=tmp_path / "card.md")
    assert json.loads((tmp_path / "scores-without-polnear.json").read_text("utf-8"))["polnear"] is False
    lines = (tmp_path / "card.md").read_text("utf-8").splitlines()
    assert "| attribution: source, exact F | .500 | – | .733 / .832 | .749 |" in lines
    assert not any(line.startswith("| size, megabytes | 1 | – |") for line in lines)


def test_card_without_markers_is_refused(trained: Path, tmp_path: Path) -> None:
    """A card is never rewritten where the place of the scores is not marked."""
    write(tmp_path / "card.md", "No markers.\n")
    with pytest.raises(ValueError, match="markers"):
        card.update(tmp_path / "card.md", trained / "model")
    assert (tmp_path / "card.md").read_text("utf-8") == "No markers.\n"


@pytest.mark.model
def test_our_card_says_what_the_shipped_scores_say() -> None:
    """The table of docs/model-card.md is the rendering of the shipped model's scores.json."""
    if not (card.SHIPPED / card.SCORES).exists():
        pytest.skip("the shipped model has no scores yet: python -m training.card CORPORA")
    between = card.CARD.read_text("utf-8").partition(card.BEGIN)[2].partition(card.END)[0]
    assert between == "\n" + card.table(card.CARD, card.SHIPPED)
