"""What the corpora's formats become, and what the encoder learns from them."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy

from training import act_verbs, card, discourse, polnear, rst, samples, silver, texts, ud
from training.miniature import EXPECTED, write
from training.samples import CONVENTIONS, MASKED, NAMES, ROLES, Text
from whosays.extract.pipeline.viterbi import spans


def one_piece(word: str) -> tuple[int, ...]:
    return (len(word),)


def words_at(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_reporting_units_become_outermost_attributions(corpora: Path) -> None:
    """Source, cue and content come from the discourse tree; what is said inside a quotation and credit lines do not."""
    ((text, found),) = rst.read_corpus(corpora, "train")
    assert [(words_at(text, a.source), words_at(text, a.cue), words_at(text, a.content)) for a in found] == EXPECTED


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
    assert words_at(text, found[1].content) == ["Inspectors", "denied it"]
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


def named(text: Text) -> list[tuple[int, int, str]]:
    labels = text.labels.get("name", np.zeros(0, dtype=np.int16))
    return list(spans(np.maximum(labels, 0).astype(np.int64), NAMES))


def test_entity_corpora_agree_on_four_classes(corpora: Path) -> None:
    """Every format's labels become Person, Organization, Place and Outlet."""
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    read = [*texts.treebanks(corpora, "train", inventory), *texts.entity_texts(corpora, spacy.blank("en"))]
    found = {(" ".join(text.words[s:e]), name) for text in read for s, e, name in named(text)}
    assert found == {
        ("Tove Lind", "Person"),
        ("Ola Brandt", "Person"),
        ("Nordhavn", "Place"),
        ("Port", "Organization"),
        ("Nord Weekly", "Outlet"),
    }


def test_contents_and_sources_point_at_their_cue_and_cues_at_their_source(corpora: Path) -> None:
    """Each word of a role knows the first word of what it belongs to; other words are masked."""
    (text,) = texts.polnear_texts(corpora, "dev", spacy.blank("en"))
    told = {(word, text.words[cue]) for word, cue in zip(text.words, text.heads["cue"], strict=True) if cue != MASKED}
    assert {("council", "said"), ("bridge", "said"), ("Inspectors", "according"), ("Weekly", "according")} <= told
    assert [text.words[s] for s in text.heads["source"] if s != MASKED] == ["The", "Nord", "Nord"]
    assert [ROLES[n] for n in text.labels["role"][:4]] == ["B-Source", "I-Source", "B-Cue", "B-Content"]


def test_a_treebank_gives_syntax_and_is_silent_about_roles(corpora: Path) -> None:
    """Heads are words of the text, a root is its own; a layer that is not annotated is not there."""
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    text = next(iter(texts.treebanks(corpora, "train", inventory)))
    assert text.words[:3] == ["Ferry", "stops", "running"]
    assert text.heads["head"][:3].tolist() == [1, 1, 1]
    assert text.labels["start"][:4].tolist() == [1, 0, 0, 1]
    assert "role" not in text.labels


def test_each_corpus_has_its_own_way_of_drawing_spans(corpora: Path) -> None:
    """What is learned of PolNeAR's spans, or a corpus's names, counts for it alone; treebanks keep to the press."""
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    blank = spacy.blank("en")
    read = {
        "press": texts.treebanks(corpora, "train", inventory),
        "polnear": texts.polnear_texts(corpora, "train", blank),
        "discourse": texts.discourse_texts(corpora, blank),
    }
    assert {name: {CONVENTIONS[text.convention] for text in found} for name, found in read.items()} == {
        name: {name} for name in read
    }
    assert {CONVENTIONS[text.convention] for text in texts.spoken_texts(corpora, blank)} == {"polnear"}
    entities = {CONVENTIONS[text.convention] for text in texts.entity_texts(corpora, blank)}
    assert "press" not in entities
    assert len(entities) > 1


def test_without_polnear_nothing_of_it_is_read(corpora: Path) -> None:
    """The discourse trees give attributions of their own, none of PolNeAR's."""
    (text,) = texts.discourse_texts(corpora, spacy.blank("en"))
    assert "council" not in text.words
    assert (text.labels["role"] > 0).any()


def test_a_name_said_again_becomes_a_pronoun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pronoun's words of the other mention are what it means; names keep their places."""
    monkeypatch.setattr(silver, "SHARE", 1.0)
    sentences = [["Anna", "Vik", "met", "Ola", "Brandt", "."], ["Later", "Vik", "was", "seen", "in", "Nordhavn", "."]]
    people = [[(0, [0, 2]), (1, [1, 2])], [(0, [3, 5])]]
    vertices = [[{"type": "PER", "pos": pos, "sent_id": s} for s, pos in mentions] for mentions in people]
    vertices.append([{"type": "LOC", "pos": [5, 6], "sent_id": 1}])
    write(tmp_path / "docred.json", json.dumps([{"sents": sentences, "vertexSet": vertices}]))
    (text,) = silver.pronoun_texts(tmp_path / "docred.json")
    assert text.words[6:9] == ["Later", "she", "was"]
    assert text.antecedents == {7: [0, 1]}
    assert [" ".join(text.words[s:e]) for s, e, _ in named(text)] == ["Anna Vik", "Ola Brandt", "Nordhavn"]


def test_a_surname_in_news_is_the_person_named_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Labels and heads move with the words; a surname that two people share is nobody's."""
    monkeypatch.setattr(silver, "SHARE", 1.0)
    said = "The boat is safe , Sen. Vik said to Lind 's wife Maria Lind ."
    words = f"Anna Vik met Ola Brandt and Peter Lind . {said}".split()
    role, cue = np.zeros(len(words), dtype=np.int16), np.full(len(words), MASKED, dtype=np.int32)
    role[14:16], role[16] = [ROLES.index("B-Source"), ROLES.index("I-Source")], ROLES.index("B-Cue")
    cue[9:13] = cue[14:16] = 16
    text = Text(words, [9, len(words)], {"role": role}, {"cue": cue})
    people = silver.named_people(words)
    assert [[" ".join(words[s:e]) for s, e in p.mentions] for p in people] == [["Anna Vik", "Sen. Vik"]]
    found = silver.with_pronouns(text, people, Random(1))
    assert found.words[9:17] == ["The", "boat", "is", "safe", ",", "she", "said", "to"]
    assert found.antecedents == {14: [0, 1]}
    assert [ROLES[n] for n in found.labels["role"][13:16]] == ["O", "B-Source", "B-Cue"]
    assert found.heads["cue"][[9, 14]].tolist() == [15, 15]
    assert found.ends == [9, len(words) - 1]


def test_gap_tells_whom_a_pronoun_means(corpora: Path) -> None:
    """The words of the right name are antecedents."""
    (text,) = texts.gap_texts(corpora, spacy.blank("en"))
    assert text.antecedents == {6: [0, 1]}


def test_runs_keep_units_whole_and_lose_no_word(corpora: Path) -> None:
    """Cut into windows, a text is all there; a head outside of its window is masked."""
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    text = next(iter(texts.treebanks(corpora, "train", inventory)))
    runs = list(samples.pieces_of([text], one_piece, 24, Random(1)))
    assert [word for run in runs for word in run.words] == text.words
    assert all(run.size <= 24 for run in runs)
    assert all(head == MASKED or 0 <= head < len(run.words) for run in runs for head in run.heads["head"])


def test_words_in_another_case_keep_all_labels_but_their_lemma(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some words of a run are written as in a headline, a chat or a poster; the run itself stays as it was."""
    monkeypatch.setattr(samples, "REWRITTEN", 1.0)
    inventory = texts.Inventory(ud.corpus(corpora, "train"))
    text = next(iter(texts.treebanks(corpora, "train", inventory)))
    (run,) = samples.pieces_of([text], one_piece, 10_000, Random(0))
    made = [samples.rewritten(run, Random(seed)) for seed in range(20)]
    assert {word for piece in made for word in piece.words} >= {"According", "according", "ACCORDING"}
    assert all([w.lower() for w in piece.words] == [w.lower() for w in text.words] for piece in made)
    assert run.words == text.words
    assert all(piece.labels.keys() == run.labels.keys() - {"lemma"} for piece in made)


def test_batches_hold_every_run_once(corpora: Path) -> None:
    """No batch is larger than asked, padding included, unless one run alone is."""
    found = list(texts.entity_texts(corpora, spacy.blank("en")))
    runs = list(samples.pieces_of(found, one_piece, 50, Random(1)))
    made = list(samples.batches(runs, 60, Random(2)))
    assert sorted(map(id, runs)) == sorted(id(run) for batch in made for run in batch)
    assert all(len(batch) == 1 or len(batch) * max(r.size for r in batch) <= 60 for batch in made)


@pytest.mark.model
def test_our_card_says_what_the_shipped_scores_say() -> None:
    """The table of docs/model-card.md is the rendering of the shipped model's scores.json."""
    if not (card.SHIPPED / card.SCORES).exists():
        pytest.skip("the shipped model has no scores yet: python -m training.card CORPORA")
    between = card.CARD.read_text("utf-8").partition(card.BEGIN)[2].partition(card.END)[0]
    assert between == "\n" + card.table(card.CARD, card.SHIPPED)


def test_verbs_of_deeds_are_common_and_no_cues(tmp_path: Path) -> None:
    """ "Fled" is in many places and reports in none; "said" reports, and "sang" is too rare to tell."""
    train = tmp_path / "PolNeAR" / "train"
    train.mkdir(parents=True)
    text = "Ada fled. Bo said no. " * act_verbs.COMMON + "Bo sang."
    cues = [text.index("said") + len("Ada fled. Bo said no. ") * place for place in range(act_verbs.COMMON)]
    (train / "a.txt").write_text(text, encoding="utf-8")
    lines = (
        f"T{number}\tCue {start} {start + 4}\tsaid\nE{number}\tAttribution:T{number} Cue:T{number}\n"
        for number, start in enumerate(cues)
    )
    (train / "a.ann").write_text("".join(lines), encoding="utf-8")
    assert act_verbs.act_verbs(tmp_path) == ["flee"]
