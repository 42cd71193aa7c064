"""What the documents say is so: their commands run, their outputs come, what they name is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from benchmarks.bombs import BOMBS
from documenting import arithmetic, bombs, curves
from documenting.consoles import pages_with_commands, renewed_page, shown_commands
from documenting.picture import PICTURE, chromium, shown, told
from documenting.sentences import SENTENCES, counts, recounted, unaccounted
from training import card
from whosays.extract import ArticleRecord, extract
from whosays.queries import catalogue

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONCEPTS = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one for each page that shows commands, in which a reader would give them."""
    return tmp_path_factory.mktemp("readers")


@pytest.fixture(scope="module")
def renewed_pages(readers: Path) -> dict[str, tuple[str, list[str]]]:
    """Each page that shows commands, with what these print today, and what in it fits none of that."""
    if arithmetic.labels() != arithmetic.kept()[1]:
        pytest.skip("this processor's arithmetic of eight bits is not the one that the documents were written with")
    pages = {}
    for page in pages_with_commands():
        (readers / page.stem).mkdir()
        pages[page.name] = renewed_page(page.read_text(encoding="utf-8"), readers / page.stem)
    return pages


def test_documents_are_written_with_the_encoder_that_ships() -> None:
    """Another encoder, or another sample, asks for `make docs`."""
    assert arithmetic.network() == arithmetic.kept()[0]


@pytest.mark.model
@pytest.mark.parametrize("page", pages_with_commands(), ids=lambda page: page.name)
def test_pages_show_what_their_commands_print(page: Path, renewed_pages: dict[str, tuple[str, list[str]]]) -> None:
    """Every line shown is printed as it stands, numbers and widths too (`make docs` brings them up to date)."""
    text, troubles = renewed_pages[page.name]
    assert troubles == []
    assert page.read_text(encoding="utf-8") == text


@pytest.mark.model
@pytest.mark.usefixtures("renewed_pages")
@pytest.mark.parametrize("name", sorted({name for name, _ in SENTENCES}))
def test_sentences_tell_the_numbers_that_there_are(name: str, readers: Path) -> None:
    """What a sentence counts is counted (`make docs` brings it up to date)."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert recounted(name, text, counts(readers / "README")) == text


def test_every_number_of_the_readme_is_accounted_for() -> None:
    """A number in a sentence about the demo is counted by `documenting/sentences.py`, or listed there as an example."""
    assert unaccounted("README.md", README) == []


@pytest.mark.model
@pytest.mark.browser
@pytest.mark.usefixtures("renewed_pages")
@pytest.mark.skipif(chromium() is None, reason="no chromium on the PATH")
def test_the_picture_shows_todays_page(readers: Path) -> None:
    """The README's picture was taken of a page with the words that the demo's page has (`make docs` takes another)."""
    assert told(PICTURE) == shown(readers / "README" / "whosays-demo" / "page.html")


def test_the_readme_begins_with_two_commands_of_the_makefile() -> None:
    """`make demo` runs what the README shows first, and every `make` target that a page names is there."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert blocks(README, "sh")[0].split("\n")[:2] == ["make demo", "make test"]
    assert re.search(r"^demo:.*\n\t\.venv/bin/whosays demo$", makefile, re.MULTILINE)
    assert shown_commands(README)[0] == "whosays demo"
    targets = set(re.findall(r"^(\w[\w-]*):", makefile, re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:`|^)make ([a-z-]+)", page.read_text("utf-8"), re.M)}
    assert {"demo", "test", "check", "bench", "setup", "docs"} <= named
    assert named <= targets


def test_questions_that_the_readme_names_are_there() -> None:
    """The list of other questions is one of the catalogue."""
    sentence = README.partition("Other questions are ")[2].partition(".")[0]
    named = re.findall(r"`([\w-]+)`", sentence)
    assert len(named) >= 5
    assert set(named) <= set(catalogue())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """What a page links to in the repository exists, pictures too."""
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_the_picture_is_small() -> None:
    """The README's picture loads quickly."""
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) == 1
    assert (ROOT / pictures[0]).stat().st_size < 200_000


@pytest.mark.parametrize(("page", "least"), [("docs/architecture.md", 60), ("CONTRIBUTING.md", 5), ("README.md", 1)])
def test_files_that_a_page_names_exist(page: str, least: int) -> None:
    """Whatever stands in backquotes and looks like a path of the repository is one."""
    paths = re.findall(r"`((?:[\w-]+/)+[\w.-]*)`", (ROOT / page).read_text(encoding="utf-8"))
    named = {path for path in paths if "NAME" not in path}  # where a file of one's own goes
    assert len(named) >= least
    assert sorted(path for path in named if not (ROOT / path).exists()) == []


@pytest.mark.parametrize("room", ["extract", "graph", "serve"])
def test_every_subpackage_is_told(room: str) -> None:
    """The architecture's table of a room has a line for each of its sub-packages, and for no other."""
    table = ARCHITECTURE.partition(f"| in `{room}/` | |\n")[2].partition("\n\n")[0]
    told = {name.split("/")[0] for name in re.findall(rf"`{room}/(\w+/)", table)}
    assert told == {init.parent.name for init in (ROOT / room).glob("*/__init__.py")}


def test_the_arrows_of_the_house_are_the_tested_ones() -> None:
    """The architecture's table of rooms allows what the test of imports allows, no more and no less."""
    source = (ROOT / "tests" / "test_imports.py").read_text(encoding="utf-8")
    listed = source.partition("ALLOWED = {")[2].partition("}")[0]
    allowed = {
        room: set(re.findall(r'"whosays\.([\w.]+)"', row)) for room, row in re.findall(r'"(\w+)": (\(.*\)),', listed)
    }
    rows = re.findall(r"^\| `(\w+)/` \|.*\| (.*) \|$", ARCHITECTURE, re.MULTILINE)
    drawn = {
        room: {name.removesuffix(".py").strip("/").replace("/", ".") for name in re.findall(r"`([^`]+)`", row)}
        for room, row in rows
        if room != "whosays"
    }
    assert drawn == allowed


def test_dependencies_are_all_explained() -> None:
    """The tables have one row for each library that pyproject names, in its order, with job and licence."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    runtime, extras = page.split("## Extras")
    rows = re.findall(r"^\| ([\w-]+) \| (.+) \| (.+) \| (.+) \|$", runtime, re.MULTILINE)
    assert [row[0] for row in rows if row[0] != "library"] == _libraries(PROJECT["project"]["dependencies"])
    optional = PROJECT["project"]["optional-dependencies"]
    wanted = [(name, extra) for extra, needs in optional.items() for name in _libraries(needs) if name != "whosays"]
    listed = re.findall(r"^\| ([\w-]+) \| (\w+) \| .+ \| .+ \|$", extras, re.MULTILINE)
    assert [row for row in listed if row[0] != "library"] == wanted


def _libraries(requirements: list[str]) -> list[str]:
    return [re.split(r"[<>=~\[ ]", requirement, maxsplit=1)[0] for requirement in requirements]


def example() -> tuple[str, list[list[str]]]:
    """Return the article of the page of concepts, and the cells of the table of its hops."""
    rows = re.findall(r"^\| (\d) \| (.+) \| (.+) \| (.+) \| (\d?) ?\| (\w+) \|$", CONCEPTS, re.MULTILINE)
    return blocks(CONCEPTS, "text")[0], [list(row) for row in rows]


def located(cell: str) -> tuple[str, tuple[int, int]]:
    found = re.fullmatch(r"`(.+)` (\d+)–(\d+)", cell)
    assert found, cell
    return found[1], (int(found[2]), int(found[3]))


def test_the_offsets_of_the_example_cut_its_words() -> None:
    """Source, cue and content of each hop, and the figure, stand where the page says."""
    text, hops = example()
    assert len(hops) == 3
    figure = re.search(r"The figure is (`.+?` \d+–\d+)", CONCEPTS)
    assert figure
    for cell in [*(cell for hop in hops for cell in hop[1:4]), figure[1]]:
        words, (start, end) = located(cell)
        assert text[start:end] == words


@pytest.mark.model
def test_the_example_is_what_extraction_gives(tmp_path: Path) -> None:
    """The article of the page, read by the program, gives the table of the page."""
    text, hops = example()
    (tmp_path / "barns.txt").write_text(text, encoding="utf-8")
    (record,) = extract([tmp_path / "barns.txt"])
    assert isinstance(record, ArticleRecord)
    assert record.outlet
    assert record.outlet.name == "Harbour Courier"
    found = [[a.id, a.source, a.cue, a.content, a.inside, a.stance] for a in record.attributions if a.cue]
    assert found == [
        [
            int(number),
            located(source)[1],
            (located(cue)[1],),
            (located(content)[1],),
            int(inside) if inside else None,
            stance,
        ]
        for number, source, cue, content, inside, stance in hops
    ]
    names = {entity.id: entity.name for entity in record.entities}
    assert [names[a.entity or ""] for a in record.attributions] == ["Ilka Sorn", "Food Office", "Ilka Sorn"]
    assert [(f.low, f.high, f.attribution) for f in record.figures] == [(40, None, 1)]


def test_measurements_name_the_command_that_prints_them() -> None:
    """Whoever doubts a table of the page on scaling can have it of their own machine."""
    page = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
    parser = (ROOT / "benchmarks" / "__main__.py").read_text(encoding="utf-8")
    parts = set(re.findall(r'"(\w+)"', parser.partition("parts = (")[2].partition(")")[0]))
    tables = [section for section in page.split("\n## ") if "\n|---" in section or "\n| |" in section]
    assert len(tables) >= 4
    for section in tables:
        assert re.findall(r"`python -m benchmarks(?: --only |\.)(\w+)", section), section[:80]
    assert parts == set(re.findall(r"--only (\w+)", page))


def test_the_model_card_shows_the_scores_that_lie_beside_the_model() -> None:
    """The table between its markers is the rendering of the score files, of the shipped model's too."""
    page = card.CARD.read_text(encoding="utf-8")
    between = page.partition(f"{card.BEGIN}\n")[2].partition(card.END)[0]
    assert between == card.table(card.CARD, card.SHIPPED)


def test_the_changelog_knows_this_version() -> None:
    """The version of the project has an entry, one sentence a line."""
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    entry = page.partition(f"## [{PROJECT['project']['version']}]")[2].partition("\n## ")[0]
    lines = re.findall(r"^- (.+)$", entry, re.MULTILINE)
    assert len(lines) >= 5
    assert [line for line in lines if not line.endswith(".") or ". " in line] == []


def test_the_tables_of_scaling_are_what_was_measured() -> None:
    """`make docs` writes them from the JSON that the benchmark printed; every question of the catalogue is in them."""
    page = curves.PAGE.read_text(encoding="utf-8")
    assert curves.renewed(page) == page
    for size in curves.measured():
        assert {name.partition(" ")[0] for name in size["questions"]} == set(catalogue())
        assert size["load_against_oxigraph"] <= 1.5


def test_the_table_of_bombs_is_what_was_measured() -> None:
    """`make docs` writes it from what the benchmark printed; each was stopped, and the next question answered."""
    page, told = bombs.PAGE.read_text(encoding="utf-8"), bombs.measured()["bombs"]
    assert bombs.renewed(page) == page
    assert set(told["bombs"]) == set(BOMBS)
    stopped = {bomb["stopped_by"] for bomb in told["bombs"].values()}
    assert stopped <= {"time", "rows", "size", "memory", "depth", "refused"}
    assert all(bomb["seconds"] <= told["limit_seconds"] + 2 for bomb in told["bombs"].values())  # on a busy machine


def test_a_page_without_a_place_for_the_bombs_is_told() -> None:
    """A writer who took the marks out learns it."""
    with pytest.raises(ValueError, match=r"no place for the table of bombs\.json"):
        bombs.renewed("# Safe\n")
