"""The sample corpus is complete, invented and in step with its marked sources."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus import Gold, GoldArticle, GoldFigure, sample_articles, sample_gold, sample_gold_file
from corpus.compiler import compile_corpus
from corpus.markup import Mark, MarkupError, parse
from corpus.quotes import quote_type
from whosays.extract import read_article
from whosays.extract.records import Span

FOLDERS = {"gold": sample_gold_file().parent, "articles": sample_articles()[0].parent}
MARKED = sample_gold_file().parents[1] / "marked"
REAL = (
    "BBC", "CNN", "AFP", "Reuters", "Associated Press", "Guardian", "New York Times", "Daily Mail", "Moscow Times",
    "TASS", "Yonhap", "Washington Post", "Telegram", "Twitter", "Facebook", "Ukrain", "Russia", "Korea", "Kursk",
    "Zelensk", "Putin", "Trump", "Biden", "Kremlin", "Pentagon", "Pyongyang", "NATO", "European Union",
)  # fmt: skip


@pytest.fixture(scope="module")
def gold() -> Gold:
    return sample_gold()


def stem(article: GoldArticle) -> str:
    return Path(article.article).stem


def figures(gold: Gold) -> dict[str, GoldFigure]:
    return {f"{stem(article)}#{figure.label}": figure for article in gold.articles for figure in article.figures}


def test_compiled_files_are_those_that_the_marked_articles_make() -> None:
    """Whoever edits a marked article runs the compiler: no file is stale, missing or left over."""
    made = compile_corpus(MARKED)
    kept = {f"{name}/{path.name}": path.read_bytes() for name, folder in FOLDERS.items() for path in folder.iterdir()}
    assert set(kept) == set(made)
    assert [name for name, text in made.items() if kept[name] != text.encode()] == []


def test_the_corpus_is_as_large_as_promised(gold: Gold) -> None:
    """At least 18 articles, 7 outlets, 3 events, 250 attributions of which 40 inside another."""
    attributions = [attribution for article in gold.articles for attribution in article.attributions]
    assert len(sample_articles()) == len(gold.articles) >= 18
    assert len({article.outlet for article in gold.articles} - {None}) >= 7
    assert len({article.event for article in gold.articles}) == 3
    assert len(attributions) >= 250
    assert sum(attribution.inside is not None for attribution in attributions) >= 40
    assert sum(article.article.endswith(".html") for article in gold.articles) >= 4


def test_every_article_has_150_to_600_words(gold: Gold) -> None:
    """Short enough to read, long enough to be news."""
    lengths = {article.file: len(article.text.split()) for article in gold.articles}
    assert {file: n for file, n in lengths.items() if not 150 <= n <= 600} == {}


def test_everything_is_represented(gold: Gold) -> None:
    """All stances, certainties, quote types, entity types, relations and kinds of copies occur."""
    attributions = [attribution for article in gold.articles for attribution in article.attributions]
    assert len({attribution.stance for attribution in attributions}) == 7
    assert len({attribution.certainty for attribution in attributions}) == 6
    assert len({attribution.quote for attribution in attributions}) == 3
    assert {"Person", "Organization", "MilitaryUnit", "Outlet"} == {
        e.type for article in gold.articles for e in article.entities
    }
    assert len({relation.relation for relation in gold.figure_relations}) == 6
    assert {copy.extent for copy in gold.copies} == {"wholly", "partly"}
    assert max(len(attribution.chain) for attribution in attributions) >= 4
    assert any(a.cue is None for a in attributions)
    assert any(a.source is None for a in attributions)


def test_offsets_hit_the_marked_words(gold: Gold) -> None:
    """What a mark holds in the source is, marks taken out, what its offsets cut from the text."""
    for article in gold.articles:
        marked = (MARKED / f"{stem(article)}.marked").read_text(encoding="utf-8").split("+++\n", 2)[2]
        for attribution in article.attributions:
            spans: dict[str, list[Span | None]] = {
                "S": [attribution.source],
                "Q": [attribution.cue],
                "C": [*attribution.content],
            }
            for letter, given in spans.items():
                cut = Counter(article.text[slice(*span)] for span in given if span)
                assert cut == Counter(marked_words(marked, letter, attribution.label)), (
                    article.file,
                    attribution.label,
                )


def marked_words(marked: str, letter: str, label: str) -> list[str]:
    """Cut the words of a mark by counting braces: a second way, independent of the parser's offsets."""
    words = []
    for found in re.finditer(rf"\{{{letter}(?:\w+\+)*{label}(?:\+\w+)*(?:=[\w-]+)? ", marked):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(marked[end], 0)
            end += 1
        words.append(re.sub(r"\{(?:@[\w-]+|\w[\w+]*(?:=[\w-]+)?) |\}", "", marked[found.end() : end - 1]))
    return words


def test_nesting_is_a_tree_and_inner_words_lie_in_outer_ones(gold: Gold) -> None:
    """``inside`` points at an earlier attribution of the article, whose content covers the inner content."""
    for article in gold.articles:
        assert [attribution.id for attribution in article.attributions] == list(range(len(article.attributions)))
        for inner in article.attributions:
            if inner.inside is None:
                continue
            outer = article.attributions[inner.inside]
            assert outer.id < inner.id
            assert inner.chain[:-1] == outer.chain
            covered = [any(s <= a and b <= e for s, e in outer.content) for a, b in inner.content]
            assert all(covered), (article.file, inner.label)


def test_a_go_between_is_whoever_reports(gold: Gold) -> None:
    """Who only reports has a voice inside."""
    for article in gold.articles:
        outer = {attribution.inside for attribution in article.attributions}
        silent = [a.label for a in article.attributions if a.stance == "reports" and a.id not in outer]
        assert silent == [], article.file


def test_every_source_is_somebody(gold: Gold) -> None:
    """Each source is a mention of its entity, and the same id means the same name and type in every article."""
    names: dict[str, set[tuple[str, str]]] = {}
    for article in gold.articles:
        mentions = {entity.id: entity.mentions for entity in article.entities}
        for attribution in article.attributions:
            assert (attribution.source is None) == (attribution.entity is None)
            if attribution.entity is not None:
                assert attribution.source in mentions[attribution.entity]
        for entity in article.entities:
            if entity.named:
                names.setdefault(entity.id, set()).add((entity.type, entity.name))
    assert [name for name, known in names.items() if len(known) > 1] == []


def test_one_name_is_spelled_three_ways_and_one_surname_borne_by_two(gold: Gold) -> None:
    """The two traps of names that the corpus is there for."""
    spellings = {
        article.text[start:end]
        for article in gold.articles
        for entity in article.entities
        if entity.id == "qadhari"
        for start, end in entity.mentions
    }
    found = re.findall(r"\b[YM]\w+ [KQ]ad\w+", " ".join(sorted(spellings)))
    assert len(set(found)) >= 3
    shared = [a for a in gold.articles if {"anton-rezh", "pavel-rezh"} <= {entity.id for entity in a.entities}]
    assert shared


def test_intervals_bear_out_what_is_said_of_pairs_of_figures(gold: Gold) -> None:
    """Equal figures have one interval, a refining one lies inside the other, contradicting ones do not meet."""
    known = figures(gold)
    for relation in gold.figure_relations:
        (a, b), (c, d) = (interval(known[name]) for name in relation.pair)
        holds = {"equal": (a, b) == (c, d), "refines": c <= a and b <= d, "contradicts": b < c or d < a}
        assert holds.get(relation.relation, True), relation


def interval(figure: GoldFigure) -> tuple[float, float]:
    return (
        float("-inf") if figure.low is None else figure.low,
        float("inf") if figure.high is None else figure.high,
    )


def test_figures_show_what_they_say(gold: Gold) -> None:
    """An open or approximate interval is told by a word of the span, and a bound is never inverted."""
    for name, figure in figures(gold).items():
        article = next(a for a in gold.articles if stem(a) == name.split("#")[0])
        words = article.text[slice(*figure.span)].lower()
        low, high = interval(figure)
        assert low <= high, name
        assert (figure.low is None) == ("up to" in words), name
        assert (figure.high is None) == bool(re.search(r"at least|more than|^(?:dozens|thousands)", words)), name
        vague = re.search(r"about|around|roughly|nearly|dozens|dozen|several|thousands", words)
        assert figure.approximate == bool(vague and "more than" not in words), name


def test_copies_share_their_original_s_words(gold: Gold) -> None:
    """A copy has more runs of five words in common with its original than any two other articles have."""
    texts = {stem(article): shingles(article.text) for article in gold.articles}
    copies = {(copy.copy, copy.original) for copy in gold.copies}
    linked = {frozenset(pair) for pair in copies} | {
        frozenset((a, c)) for a, b in copies for c, d in copies if b == d and a != c
    }
    others = [len(texts[a] & texts[b]) for a in texts for b in texts if a < b and frozenset((a, b)) not in linked]
    assert min(len(texts[copy] & texts[original]) for copy, original in copies) > max(others)


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[i:] for i in range(5)), strict=False))


@pytest.mark.parametrize("name", REAL)
def test_nothing_in_it_is_real(name: str, gold: Gold) -> None:
    """No well-known outlet, person, place or service is named."""
    assert [article.file for article in gold.articles if re.search(rf"\b{name}", article.text)] == []


def test_offsets_of_a_page_count_in_its_main_text(gold: Gold) -> None:
    """What the program takes for a page's main text is the text that the gold counts in; a .txt is its own."""
    for path, article in zip(sample_articles(), gold.articles, strict=True):
        assert path.name == article.article
        assert read_article(path).text == article.text


def test_texts_lie_beside_the_gold() -> None:
    """The scorer finds every text by the gold's folder alone."""
    folder = sample_gold_file().parent
    assert {path.stem for path in folder.glob("*.txt")} == {path.stem for path in sample_articles()}


def test_marks_nest_and_serve_several_attributions() -> None:
    """One source for two attributions, one content inside another, a cue between two spans."""
    text, marks = parse("{C1 No,} {S1+2=x he} {Q1 said}, {C1 {S1a=y she} {Q1a hid} {C1a it}}.")
    assert text == "No, he said, she hid it."
    assert [text[m.start : m.end] for m in marks if m.label == "1" and m.role == "content"] == ["No,", "she hid it"]
    assert Mark("source", "2", "x", 4, 6) in marks
    assert Mark("content", "1a", None, 21, 23) in marks


@pytest.mark.parametrize("broken", ["{C1 open", "closed}", "{X1 unknown}", "{C1}"])
def test_broken_markup_is_refused(broken: str) -> None:
    """A slip of the annotator is an error, never a silent loss."""
    with pytest.raises(MarkupError):
        parse(broken)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We heard it,”", "direct"),
        ("‘It’s the valley ‘s dam,’", "direct"),
        ("‘They left. ", "direct"),
        ("that the dam’s wall was sound", "indirect"),
        ("that it was “sound”", "mixed"),
        ("‘sound’ and 'safe' walls", "mixed"),
    ],
)
def test_quote_type_is_told_by_the_marks(content: str, kind: str) -> None:
    """Apostrophes, strays and marks left open over a paragraph's end do not mislead."""
    assert quote_type(content, [(0, len(content))]) == kind
