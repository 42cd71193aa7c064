"""`whosays review`: merges with their reasons, a person's verdicts, and that they last."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whosays.extract.records import ArticleRecord, Entity
from whosays.graph import KnowledgeGraph

Run = Callable[..., tuple[int, str, str]]
SPELLINGS = {"a.txt": "Mirela Dzhanov", "b.txt": "Mirela Janov", "c.txt": "Mirela Dzanov"}


def record(path: str) -> ArticleRecord:
    text = f"{SPELLINGS[path]} opened the bridge.\n"
    who = Entity("e1", "Person", SPELLINGS[path], True, ((0, len(SPELLINGS[path])),), (SPELLINGS[path],), "president")
    return ArticleRecord(path=path, sha256="0" * 64, text=text, language="en", entities=(who,))


@pytest.fixture
def kg(tmp_path: Path) -> Path:
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for path in SPELLINGS:
            graph.add(record(path))
        graph.relate()
    return tmp_path / "kg"


def listed(whosays: Run, kg: Path, *more: str) -> list[dict[str, object]]:
    status, out, err = whosays("review", "--kg", kg, "--format", "json", *more)
    assert (status, err) == (0, "")
    rows = json.loads(out)
    assert isinstance(rows, list)
    return rows


def the(rows: list[dict[str, object]], *names: str) -> dict[str, object]:
    (found,) = (row for row in rows if set(names) == set(row["names"]))  # type: ignore[call-overload]
    return found


def people(whosays: Run, kg: Path) -> int:
    """Return how many people there are across the articles."""
    _, out, _ = whosays("query", "spellings", "--kg", kg, "--format", "json")
    return len({row["entity"] for row in json.loads(out)})


def test_merges_are_listed_with_their_reasons(whosays: Run, kg: Path) -> None:
    """Who, whether, how much and why; in text as in JSON."""
    rows = listed(whosays, kg)
    assert {row["status"] for row in rows} == {"merged"}
    assert all("same role: president (+0.15)" in row["reasons"] for row in rows)  # type: ignore[operator]
    _, out, _ = whosays("review", "--kg", kg)
    assert f"{rows[0]['id']} merged 0.75 " in out
    assert "    same role: president (+0.15)\n" in out


def test_a_rejected_merge_stays_rejected(whosays: Run, kg: Path) -> None:
    """Not to be undone by building again, by removing and adding an article, nor through the third spelling."""
    assert people(whosays, kg) == 1
    wrong = the(listed(whosays, kg), "Mirela Dzhanov", "Mirela Janov")
    assert whosays("review", "reject", wrong["id"], "--kg", kg)[0] == 0
    assert people(whosays, kg) == 2
    assert whosays("remove", "b.txt", "--kg", kg)[0] == 0
    with KnowledgeGraph.open(kg) as graph:
        graph.add(record("b.txt"))
        graph.relate()
    assert the(listed(whosays, kg, "--status", "rejected"), "Mirela Dzhanov", "Mirela Janov") is not None
    assert people(whosays, kg) == 2


def test_undo_takes_the_verdict_back(whosays: Run, kg: Path) -> None:
    """All is as before; undoing what nobody judged is an error."""
    before = listed(whosays, kg)
    wrong = the(before, "Mirela Dzhanov", "Mirela Janov")["id"]
    whosays("review", "reject", wrong, "--kg", kg)
    assert whosays("review", "undo", wrong, "--kg", kg)[0] == 0
    assert listed(whosays, kg) == before
    status, _, err = whosays("review", "undo", wrong, "--kg", kg)
    assert status == 2
    assert err == f"whosays: {wrong}: nobody judged it; list them with: whosays review --kg {kg}\n"


def test_an_accepted_merge_is_marked(whosays: Run, kg: Path) -> None:
    """A person's yes stands beside what the program found."""
    right = the(listed(whosays, kg), "Mirela Dzhanov", "Mirela Janov")["id"]
    whosays("review", "accept", right, "--kg", kg)
    found = the(listed(whosays, kg, "--status", "accepted"), "Mirela Dzhanov", "Mirela Janov")
    assert "accepted by a person" in found["reasons"]  # type: ignore[operator]
    assert people(whosays, kg) == 1


def test_the_same_name_can_be_two_people(whosays: Run, kg: Path) -> None:
    """`split` takes one article's bearer of a name out, `undo` brings it back."""
    with KnowledgeGraph.open(kg) as graph:
        again = record("a.txt")
        graph.add(ArticleRecord(path="d.txt", sha256="1" * 64, text=again.text, language="en", entities=again.entities))
        graph.relate()
    status, out, _ = whosays("review", "split", "Mirela Dzhanov", "d.txt", "--kg", kg)
    assert status == 0
    assert "rejected" in out
    _, table, _ = whosays("query", "merges", "--kg", kg, "--param", "status=rejected", "--format", "json")
    (row,) = json.loads(table)
    assert row["name"] == row["other_name"] == "Mirela Dzhanov"
    assert people(whosays, kg) == 2
    assert whosays("review", "undo", row["merge"], "--kg", kg)[0] == 0
    assert listed(whosays, kg, "--status", "rejected") == []


def test_two_articles_are_put_into_one_story_or_held_apart(whosays: Run, kg: Path) -> None:
    """`together` and `apart` change the stories at once, and `undo` takes that back."""

    def stories() -> list[int]:
        _, out, _ = whosays("query", "stories", "--kg", kg, "--format", "json")
        return [row["articles"] for row in json.loads(out)]

    before = stories()
    assert before == [3]
    status, out, _ = whosays("review", "apart", "a.txt", "b.txt", "--kg", kg)
    assert status == 0
    assert stories() == [2, 1]
    assert whosays("review", "together", "a.txt", "b.txt", "--kg", kg)[0] == 0
    assert stories() == before
    assert whosays("review", "undo", out.split()[0], "--kg", kg)[0] == 0
    assert stories() == before
    status, _, err = whosays("review", "apart", "a.txt", "nowhere.txt", "--kg", kg)
    assert (status, err.count("\n")) == (2, 1)


def test_judgements_are_a_plain_file(whosays: Run, kg: Path) -> None:
    """One line a verdict, readable and writable by people; a broken line is named."""
    wrong = the(listed(whosays, kg), "Mirela Dzhanov", "Mirela Janov")["id"]
    whosays("review", "reject", wrong, "--kg", kg)
    file = kg / "judgements.tsv"
    assert file.read_text("utf-8").splitlines()[1:] == ["rejected\tperson:mirela dzhanov\tperson:mirela janov"]
    file.write_text("perhaps\tthis\tthat\n", encoding="utf-8")
    status, _, err = whosays("review", "undo", wrong, "--kg", kg)
    assert status == 2
    assert f"{file}, line 1: not a judgement" in err
    file.write_bytes(b"# mine\nrejected\tperson:jos\xe9\tperson:joseph\n")
    assert f"{file}, line 2: not UTF-8; save the file as UTF-8" in whosays("review", "undo", wrong, "--kg", kg)[2]


def test_the_merges_query_has_names_reasons_and_status(whosays: Run, kg: Path) -> None:
    """For scripts and notebooks, narrowed by entity and status."""
    _, out, _ = whosays("query", "merges", "--kg", kg, "--param", "entity=janov", "--format", "json")
    rows = json.loads(out)
    assert rows
    assert {row["status"] for row in rows} == {"merged"}
    assert all(row["entity"] == row["other_entity"] for row in rows)
    assert all("spelt alike" in row["reasons"] for row in rows)
    _, none, _ = whosays("query", "merges", "--kg", kg, "--param", "status=apart", "--format", "json")
    assert json.loads(none) == []


@pytest.mark.parametrize(
    "arguments", [("accept",), ("split", "only one"), ("apart", "a.txt"), ("list", "abc"), ("frobnicate",)]
)
def test_wrong_usage_is_said_in_one_line(whosays: Run, kg: Path, arguments: tuple[str, ...]) -> None:
    """Exit 2, and what to do."""
    status, _, err = whosays("review", *arguments, "--kg", kg)
    assert status == 2
    assert err.count("\n") == 1


def test_an_unknown_merge_is_an_error(whosays: Run, kg: Path) -> None:
    """Exit 2; nothing hostile in an id reaches the graph."""
    for merge in ("abcdefgh", "> <x", "../../x"):
        status, _, err = whosays("review", "accept", merge, "--kg", kg)
        assert status == 2
        assert "no such merge" in err
    assert not (kg / "judgements.tsv").exists()


def test_unnamed_sources_never_merge(whosays: Run, tmp_path: Path) -> None:
    """ "A senior official" in two articles is two, and no merge is even proposed."""
    with KnowledgeGraph.open(tmp_path / "kg", create=True) as graph:
        for path in ("a.txt", "b.txt"):
            who = Entity("e1", "Person", "a senior official", False, ((0, 17),), (), "senior official")
            graph.add(ArticleRecord(path=path, sha256="0" * 64, text="a senior official said so.\n", entities=(who,)))
        graph.relate()
    assert listed(whosays, tmp_path / "kg") == []
