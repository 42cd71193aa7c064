"""Running it day by day: progress, quiet and loud, lines of JSON, the manifest of a run, and the doctor."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from whosays.building import build
from whosays.extract import Article, ArticleRecord
from whosays.graph import GraphError, run_log
from whosays.operating import Done, Manner, Progress, with_logs
from whosays.operating.doctor import Checked
from whosays.operating.progress import duration

Run = Callable[..., tuple[int, str, str]]


class Reader:
    """Stands for the model: finds nothing, and breaks at one article."""

    def record(self, article: Article) -> ArticleRecord:
        if "bad" in article.path:
            raise LookupError("no head")
        return ArticleRecord(article.path, article.sha256, article.text, outlet=article.outlet)


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("whosays.extract.batch._extractor", Reader)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("a.txt", "bad.txt", "c.txt"):
        (folder / name).write_text(f"The gates of lake {name} failed in the night, and nobody knew why.\n")
    return folder


class Clock:
    """A clock that is put on by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_progress_tells_rate_and_time_left() -> None:
    """The rate begins with the first article, as before it the model loads; the rest is told by sizes."""
    clock = Clock()
    progress = Progress({"a.txt": 100, "b.txt": 300, "c.txt": 400}, clock)
    assert progress.line() == "reading: 0 of 3 files, 0 articles, 0.0 a second"
    clock.now += 20
    progress.count(Done("a.txt", "new"))
    assert progress.left is None
    clock.now += 2
    progress.count(Done("b.txt", "failed", "empty"))
    assert progress.line() == "reading: 2 of 3 files, 2 articles, 1 failed, 0.5 a second, 0:03 left"
    clock.now += 1
    progress.count(Done("c.txt", "known"))
    assert progress.told() == {
        "files": 3,
        "of_files": 3,
        "articles": 3,
        "failed": 1,
        "per_second": 0.67,
        "seconds_left": 0,
    }


def test_progress_counts_a_file_of_many_articles_once() -> None:
    """It is done with when the next file begins."""
    progress = Progress({"a.jsonl": 100, "b.txt": 100}, Clock())
    for number in range(5):
        progress.count(Done(f"a.jsonl#{number}", "new"))
    assert (progress.files, progress.articles) == (0, 5)
    progress.count(Done("b.txt", "new"))
    assert (progress.files, progress.articles) == (2, 6)


@pytest.mark.parametrize(("seconds", "told"), [(0.2, "0:00"), (67, "1:07"), (3599, "59:59"), (11100, "3:05:00")])
def test_a_duration_reads_as_on_a_clock(seconds: float, told: str) -> None:
    """Minutes and seconds, hours where there are some."""
    assert duration(seconds) == told


def test_flags_of_any_command_may_stand_anywhere() -> None:
    """What comes after -- is the command's own."""
    assert with_logs(["build", "--json-logs", "a", "--quiet", "--", "--debug"]) == (
        ["build", "a", "--", "--debug"],
        Manner(quiet=True, json_logs=True),
    )


def test_logs_in_json_tell_each_event(whosays: Run, articles: Path, tmp_path: Path) -> None:
    """Every line of standard error is an object with time, level, event and message."""
    status, out, err = whosays("build", articles, "--kg", tmp_path / "kg", "--json-logs")
    lines = [json.loads(line) for line in err.splitlines()]
    assert status == 1
    assert "2 new" in out
    assert all({"time", "level", "event", "message"} <= set(line) for line in lines)
    told = {(line["event"], Path(line.get("path", "")).name, line.get("how")) for line in lines}
    assert {("article", "a.txt", "new"), ("article", "bad.txt", "failed"), ("relating", "", None)} <= told
    assert lines[-1]["event"] == "finished"
    assert (lines[-1]["articles"], lines[-1]["known"], lines[-1]["failed"]) == (2, 0, 1)
    status, _, err = whosays("query", "nothing-such", "--kg", tmp_path / "kg", "--json-logs")
    assert (status, json.loads(err)["event"], json.loads(err)["kind"]) == (2, "error", "QueryError")


def test_quiet_tells_of_errors_alone(whosays: Run, articles: Path, tmp_path: Path) -> None:
    """No summary, no notes; an article that failed is named."""
    status, out, err = whosays("build", articles, "--kg", tmp_path / "kg", "--quiet")
    assert (status, out, len(err.splitlines())) == (1, "", 1)
    assert "bad.txt: could not be analysed" in err


def test_verbose_names_every_article(whosays: Run, articles: Path, tmp_path: Path) -> None:
    """New ones, and how it ended."""
    _, _, err = whosays("build", articles, "--kg", tmp_path / "kg", "--verbose")
    assert f"whosays: {articles / 'a.txt'}: new\n" in err
    assert err.endswith("whosays: finished: articles 2, known 0, failed 1\n")


def test_a_run_leaves_its_manifest(articles: Path, tmp_path: Path) -> None:
    """What was read with what, what came of it; a second run has its own line, and one that breaks says so."""
    kg = tmp_path / "kg"
    build([articles], kg, workers=1)
    build(articles / "a.txt", kg)
    first, second = run_log(kg)
    assert (first["command"], first["end"], first["inputs"]) == ("build", "done", [str(articles)])
    assert (first["articles"], first["known"], first["failed"]) == (2, 0, 1)
    assert (second["articles"], second["known"], second["failed"]) == (0, 1, 0)
    assert first["errors"] == [
        {"path": str(articles / "bad.txt"), "why": "could not be analysed: LookupError: no head"}
    ]
    assert first["options"] == {"workers": 1}
    assert {"run", "begun", "ended", "seconds", "program", "model", "python"} <= set(first)

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(articles, kg, on_step=stop)
    assert [told["end"] for told in run_log(kg)] == ["done", "done", "stopped"]


def test_a_folder_that_is_no_graph_is_refused_before_anything_is_read(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other files, or another layout: not even the inputs are listed."""
    monkeypatch.setattr("whosays.extract.batch.list_inputs", lambda _: pytest.fail("read before it was refused"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("Dear all")
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "whosays.json").write_text('{"whosays graph": 99}')
    for name, why in (("other", "holds other files"), ("later", "another version")):
        with pytest.raises(GraphError, match=why):
            build(articles, tmp_path / name)


def test_a_large_build_leaves_the_least(
    whosays: Run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty articles and more, that are a quarter of all; where it cannot be, a line says so and all is in."""
    kg, more = tmp_path / "kg", tmp_path / "more"
    more.mkdir()
    for number in range(25):
        (more / f"{number}.txt").write_text(f"Gate {number} failed in the night.\n")
    assert whosays("build", articles, "--kg", kg)[0] == 1
    assert [path.name for path in kg.glob("store*")] == ["store"]

    def full(*_: object) -> None:
        raise GraphError(f"{kg}: the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("whosays.graph.store.compaction.compact", full)
        status, out, err = whosays("build", more, "--kg", kg)
    assert status == 0
    assert out.startswith("27 articles: 25 new")
    told = (
        f"all is in the graph, but it takes more room than it need: {kg}: the disk is full (whosays compact --kg {kg}"
    )
    assert err == f"whosays: {told} when there is room)\n"
    whole = whosays("export", "--kg", kg)[1]
    assert [path.name for path in kg.glob("store*")] == ["store"]
    assert whosays("build", articles, more, "--kg", tmp_path / "other")[2].count("\n") == 1  # bad.txt
    assert [path.name for path in (tmp_path / "other").glob("store*")] == ["store.1"]
    assert whosays("export", "--kg", tmp_path / "other")[1] == whole


def test_a_graph_is_compacted_by_hand(whosays: Run, articles: Path, tmp_path: Path) -> None:
    """What it took and takes is told, as JSON too; only a folder can be compacted."""
    kg = tmp_path / "kg"
    whosays("build", articles, "--kg", kg)
    whole = whosays("export", "--kg", kg)[1]
    status, out, err = whosays("compact", "--kg", kg)
    assert (status, err) == (0, "")
    assert re.fullmatch(r"\d+\.\d MB before, \d+\.\d MB now\n", out)
    told = json.loads(whosays("compact", "--kg", kg, "--json")[1])
    assert told["bytes_before"] >= told["bytes_after"] > 0
    assert whosays("export", "--kg", kg)[1] == whole
    status, _, err = whosays("compact", "--store", "http://h.example/sparql")
    assert status == 2
    assert "(--kg DIR), not --store" in err
    status, _, err = whosays("compact", "--kg", tmp_path / "nowhere")
    assert (status, err.count("\n")) == (2, 1)


def test_the_doctor_says_what_to_do(whosays: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that breaks is a finding; the status is 1, and JSON says the same."""

    def broken() -> Checked:
        raise ImportError("libonnx: cannot open shared object file")

    monkeypatch.setattr("whosays.operating.doctor._model", broken)
    status, out, err = whosays("doctor")
    assert (status, err) == (1, "")
    assert "ok       packages" in out
    assert "cannot open shared object file" in out
    assert "to do: pip install --force-reinstall whosays" in out
    status, out, _ = whosays("doctor", "--json", "--kg", tmp_path / "nowhere")
    told = json.loads(out)
    assert (status, told["ok"]) == (1, False)
    graph = next(one for one in told["checks"] if one["about"] == "graph")
    assert graph["state"] == "problem"
    assert graph["do"].startswith("build one with: whosays build")


def test_the_doctor_names_packages_that_are_missing(whosays: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing or too old, with what installs them."""
    monkeypatch.setattr("whosays.operating.doctor._model", lambda: Checked("model", "ok", "left out"))
    monkeypatch.setattr("whosays.operating.doctor._is_there", lambda need: need.name != "rapidfuzz")
    status, out, _ = whosays("doctor")
    assert status == 1
    assert "problem  packages" in out
    assert "pip install 'rapidfuzz>=" in out


@pytest.mark.model
def test_a_sound_installation_reads_a_sentence(whosays: Run) -> None:
    """The model is run, from a file to an attribution."""
    status, out, _ = whosays("doctor", "--json")
    assert (status, json.loads(out)["ok"]) == (0, True)
