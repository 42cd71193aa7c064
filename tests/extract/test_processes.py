"""Articles analysed by several processes: any script may ask for them, and none of them takes others down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import whosays
from whosays.extract import ArticleRecord, Failure, extract
from whosays.extract.batch import Outcome
from whosays.extract.processes import available

ROOT = Path(__file__).parents[2]
# what a worker of these tests does, without a model: a word of the article's text says so
WORKER = """
import os, time
from pathlib import Path
from whosays.extract import ArticleRecord, worker

class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(one)

def analysed(article):
    Path(article.path).with_suffix(".pid").write_text(str(os.getpid()))
    if "deadly" in article.text:
        os._exit(7)
    if "once" in article.text and not Path(article.path).with_suffix(".again").exists():
        Path(article.path).with_suffix(".again").touch()
        os.kill(os.getpid(), 9)
    if "hopeless" in article.text:
        raise OSError("the model is not there")
    if "odd" in article.text:
        raise Odd("strange", "things")
    if "endless" in article.text:
        time.sleep(600)
    print("a library talks")
    return ArticleRecord(article.path, article.sha256, article.text)

worker.analysed = analysed
main = worker.main
"""
PREAMBLE = "from whosays.extract import processes; processes.MODULE = 'fakeworker'\n"
SCRIPT = (
    "from pathlib import Path\n"
    "with open('begun.txt', 'a') as begun: begun.write('x')\n"
    "import whosays\n"
    "report = whosays.build('clippings', 'kg', workers=2)\n"
    "print(report.added, len(report.failed))\n"
)


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "fakeworker.py").write_text(WORKER)
    monkeypatch.syspath_prepend(str(tmp_path / "modules"))
    monkeypatch.setattr("whosays.extract.processes.MODULE", "fakeworker")


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    return written(tmp_path, *(f"The gates of lake {number} failed in the night.\n" for number in range(5)))


def written(folder: Path, *texts: str) -> Path:
    clippings = folder / "clippings"
    clippings.mkdir()
    for number, text in enumerate(texts):
        (clippings / f"{number}.txt").write_text(text)
    return clippings


def told(outcomes: list[Outcome] | list[ArticleRecord | Failure]) -> list[str]:
    return [outcome.why if isinstance(outcome, Failure) else Path(outcome.path).name for outcome in outcomes]


@pytest.mark.usefixtures("worker")
def test_several_processes_keep_the_order(clippings: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Records come in the order of the files; what a library prints gets neither among them nor into the output."""
    one, several = (list(extract(clippings, workers=workers)) for workers in (2, 5))
    assert told(one) == [f"{number}.txt" for number in range(5)]
    assert one == several
    assert capfd.readouterr().out == ""


@pytest.mark.usefixtures("worker")
def test_an_article_that_kills_its_process_is_named(tmp_path: Path) -> None:
    """It costs itself, after a second try in a new process; the others are read."""
    clippings = written(tmp_path, "Lake one is full.\n", "A deadly lake.\n", "Lake two is full.\n", "Lake three.\n")
    outcomes = list(extract(clippings, workers=2))
    why = "could not be analysed: the process that read it ended (status 7)"
    assert told(outcomes) == ["0.txt", why, "2.txt", "3.txt"]
    assert Path(outcomes[1].path).name == "1.txt"


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.usefixtures("worker")
def test_a_process_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    """The article that it had is read by another one."""
    clippings = written(tmp_path, "Lake one is full.\n", "Only once.\n", "Lake two is full.\n")
    assert told(list(extract(clippings, workers=2))) == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(("text", "error"), [("A hopeless lake.\n", OSError), ("An odd lake.\n", RuntimeError)])
def test_what_would_stop_one_process_stops_the_run(tmp_path: Path, text: str, error: type[Exception]) -> None:
    """An error of the worker's own is raised where the run is, also one that cannot travel."""
    clippings = written(tmp_path, "Lake one is full.\n", text)
    with pytest.raises(error, match=r"the model is not there|Odd: strange"):
        list(extract(clippings, workers=2))


def test_where_no_process_starts_this_one_goes_on(
    clippings: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither a missing Python nor one that ends at once stops a run."""

    class Recorder:
        def record(self, article: whosays.extract.Article) -> ArticleRecord:
            return ArticleRecord(article.path, article.sha256, article.text)

    monkeypatch.setattr("whosays.extract.batch._extractor", Recorder)
    for python in ("/no/such/python", sys.executable):
        monkeypatch.setattr(sys, "executable", python)
        monkeypatch.setattr("whosays.extract.processes.MODULE", "sys")
        assert told(list(extract(clippings, workers=2))) == [f"{number}.txt" for number in range(5)]
    assert "going on in this one" in caplog.text


@pytest.mark.usefixtures("worker")
def test_who_stops_listening_ends_the_processes(tmp_path: Path) -> None:
    """A loop that is left early waits for no article."""
    outcomes = extract(written(tmp_path, "Lake one is full.\n", "An endless lake.\n"), workers=2)
    assert isinstance(next(iter(outcomes)), ArticleRecord)
    begun = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("workers", [0, -1, "2", 1.5])
def test_a_number_of_processes_is_one(workers: object) -> None:
    """Anything but a positive whole number is refused in a line."""
    with pytest.raises(ValueError, match="1 or more"):
        extract([], workers=workers)  # type: ignore[arg-type]


def test_processors_are_counted_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without affinity, as on macOS and Windows, all of them count; a frozen program has only itself."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert available() == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available() == 1
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert available() == 1


def started(folder: Path, *arguments: str, **how: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(folder / "modules")])}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


@pytest.mark.usefixtures("worker", "clippings")
@pytest.mark.parametrize("way", ["a script", "-c", "standard input", "interactive"])
def test_no_way_of_running_needs_a_guard(tmp_path: Path, way: str) -> None:
    """Whatever stands at the top of a script runs once."""
    (tmp_path / "script.py").write_text(PREAMBLE + SCRIPT)
    arguments = {"a script": ["script.py"], "-c": ["-c", PREAMBLE + SCRIPT], "interactive": ["-i", "-q"]}
    typed = None if way in ("a script", "-c") else PREAMBLE + SCRIPT
    if way == "interactive" and typed:
        typed = typed.replace("begun.write('x')\n", "begun.write('x')\n\n")
    with started(tmp_path, *arguments.get(way, ["-"]), stdin=subprocess.PIPE) as process:
        out, err = process.communicate(typed, timeout=300)
    assert "5 0\n" in out, err
    assert "Traceback" not in err
    assert (tmp_path / "begun.txt").read_text() == "x"


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.usefixtures("worker")
def test_ctrl_c_ends_everything_in_one_line(tmp_path: Path) -> None:
    """The command says what is kept, at once, and leaves no process behind."""
    written(tmp_path, "Lake one is full.\n", "An endless lake.\n", "An endless lake too.\n")
    code = f"{PREAMBLE}import sys, whosays.extract.batch as e; e.WORTH_A_PROCESS = 1; e.available = lambda: 2\n"
    code += "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # ignored in a background job
    code += "from whosays.cli import run; sys.exit(run(['build', 'clippings', '--kg', 'kg']))"
    with started(tmp_path, "-c", code, start_new_session=True) as process:
        pids = [tmp_path / "clippings" / f"{number}.pid" for number in (1, 2)]
        for _ in range(1200):
            if all(path.exists() and path.read_text() for path in pids):
                break
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        try:
            _, err = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    lines = [line for line in err.splitlines() if line not in ("", "a library talks")]
    assert (process.returncode, len(lines)) == (1, 1), err
    assert lines[0].startswith("whosays: stopped; what was finished is kept")
    for path in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.read_text()), 0)


@pytest.mark.model
def test_the_packages_own_example_runs_as_it_stands(tmp_path: Path) -> None:
    """A script without a guard over 80 kB of articles builds a graph, and says nothing on standard error."""
    satz = "Die Schleusen am See waren in der Nacht offen, und niemand hatte den Befehl dazu gegeben. "
    written(tmp_path, *("Montag. " * number + satz * 500 + "\n" for number in (1, 2)))
    with started(tmp_path, "-c", SCRIPT.replace(", workers=2", "")) as process:
        out, err = process.communicate(timeout=300)
    assert (out, err) == ("2 0\n", "")
