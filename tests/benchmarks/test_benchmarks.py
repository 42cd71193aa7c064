"""The benchmarks print what they promise; how long anything takes fails nobody."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus import sample_articles
from whosays.queries import catalogue

ROOT = Path(__file__).parents[2]
SPEED = {"words_a_second", "words_a_cpu_second", "seconds", "peak_mb"}


def measured(*arguments: str) -> Any:
    command = [sys.executable, "-m", "benchmarks", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return json.loads(done.stdout)


def numbers(value: Any) -> bool:
    """Whether all leaves are numbers, and none is negative."""
    leaves = value.values() if isinstance(value, dict) else [value]
    return all(numbers(leaf) if isinstance(leaf, dict) else leaf >= 0 for leaf in leaves)


def test_the_start_is_timed_against_its_limit() -> None:
    """The answer holds the medians of help and of a question, the limits, and whether these are kept."""
    answer = measured("--only", "start_up")
    assert set(answer) == {"machine", "start_up"}
    assert answer["machine"]["cores"] >= 1
    start = answer["start_up"]
    assert start["within"] == (start["help_seconds"] <= start["limit_seconds"])
    assert start["query_limit_seconds"] == 1
    assert start["query_within"] == (start["query_seconds"] <= start["query_limit_seconds"])
    assert start["query_processor_seconds"] > 0


def test_storing_and_asking_are_timed() -> None:
    """Each question that needs no parameter is asked of as many records as wanted, less the one removed again."""
    store = measured("--only", "store", "--articles", "3")["store"]
    assert numbers(store)
    assert store["articles"] == 3
    assert store["attributions"] == 72
    assert store["queries"]["articles"]["rows"] == 2
    assert store["queries"]["figures"]["rows"] == 24
    assert set(store["queries"]) == set(catalogue()) - {"evidence"}


def test_a_corpus_grows_and_shrinks_again() -> None:
    """One article more and one less is timed, and the bytes are those of before and those of a build from nothing."""
    living = measured("--only", "living", "--corpus", "12")["living"]
    assert [step["articles"] for step in living["growing"]] == [12]
    assert living["one_less_restores_the_bytes"]
    assert living["grown_and_from_nothing_are_the_same_bytes"]
    assert {"seconds", "cpu_seconds", "whole_process_seconds"} <= set(living["one_more_in_a_new_process"])


def test_the_page_is_timed_at_two_sizes() -> None:
    """What a statement costs on the page of a larger graph stands beside what it costs on that of a smaller one."""
    page = measured("--only", "page", "--articles", "12")["page"]
    assert numbers(page)
    assert [page[size]["articles"] for size in ("smaller", "larger")] == [3, 12]
    assert page["larger"]["statements"] > page["smaller"]["statements"] > 0


@pytest.mark.model
def test_one_article_more_is_timed_with_its_summary() -> None:
    """The summary of the addition against that of the whole, and the whole process against reading alone."""
    adding = measured("--only", "adding", "--into", "12")["adding"]
    assert [adding[size]["articles"] for size in ("smaller", "larger")] == [3, 12]
    assert (
        adding["processes"].pop("said")
        == "14 articles: 1 new, 0 known already, 0 failed; below, what the new one brings"
    )
    assert numbers(adding)


@pytest.mark.model
def test_reading_is_timed_beside_the_bare_encoder() -> None:
    """One core, all cores and the bare pipeline read the same made-up corpus."""
    extract = measured("--only", "extract", "--words", "100")["extract"]
    assert numbers(extract)
    assert extract["articles"] == 1
    assert extract["words"] >= 100
    assert extract["attributions"] > 0
    assert SPEED == set(extract["bare_encoder"]) == set(extract["one_core"]) == set(extract["all_cores"]) - {"cores"}


@pytest.mark.model
def test_building_is_timed_where_there_is_something_to_build(tmp_path: Path) -> None:
    """A folder that is there is built twice; one that is not is said to be skipped."""
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / sample_articles()[0].name).write_bytes(sample_articles()[0].read_bytes())
    there = measured("--only", "build", "--build", str(clippings))["build"]["clippings"]
    assert set(there) == {"seconds", "cpu_seconds", "peak_mb", "again_seconds"}
    assert numbers(there)
    gone = measured("--only", "build", "--build", str(tmp_path / "gone"))["build"]["gone"]
    assert gone.startswith("skipped:")


def test_a_stream_is_read_and_a_crawl() -> None:
    """Lines come through a pipe and pages out of a WARC, all of them articles."""
    assert numbers(stream := measured("--only", "stream", "--stream", "1")["stream"])
    assert stream["1_mb"]["articles"] > 100
    assert stream["1_mb"]["not_read"] == 0
    crawl = measured("--only", "crawl", "--pages", "3")["crawl"]
    assert (crawl["articles"], crawl["not_read"]) == (3, 0)


def test_a_folder_is_read_file_by_file() -> None:
    """Reading a folder once took no time at all, as none of its files were looked for."""
    folder = sample_articles()[0].parent
    command = [sys.executable, "-m", "benchmarks.growth", "read", str(folder)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    told = json.loads(answer.stdout)
    assert (told["articles"], told["not_read"]) == (len(sample_articles()), 0)


def test_seeded_graphs_are_loaded_and_asked() -> None:
    """Every question, as it stands and of one speaker, is asked of us, of bare Oxigraph and of rdflib."""
    first, second = measured("--only", "scale", "--quads", "10000", "20000")["scale"]
    assert 1.5 < second["quads"] / first["quads"] < 2.5
    for size in (first, second):
        assert {"whosays", "oxigraph"} <= set(size["load"])
        assert {name.partition(" ")[0] for name in size["questions"]} == set(catalogue())
        assert all({"cold", "warm", "from_memory", "oxigraph_warm"} <= set(told) for told in size["questions"].values())
    assert first["questions"]["who-says-what source"]["rows"] == second["questions"]["who-says-what source"]["rows"] > 0
    assert first["questions"]["articles"]["rows"] < second["questions"]["articles"]["rows"]
