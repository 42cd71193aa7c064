"""A graph kept by a SPARQL server is the graph that a folder keeps; what a server says is told in one line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from benchmarks.press import Press
from tests.sparql_servers import STARTING, free_port, oxigraph, rdflib_endpoint, stub
from whosays.graph import GraphError, KnowledgeGraph
from whosays.graph.rdf import RemoteEngine
from whosays.queries import QueryError, Table, catalogue, run

ARTICLES = 3
SERVERS: dict[str, Callable[[Path], AbstractContextManager[str]]] = {
    "oxigraph": oxigraph,
    "rdflib": rdflib_endpoint,
}


def filled(path: Path | str) -> KnowledgeGraph:
    graph = KnowledgeGraph.open(path, create=True)
    for record in Press().articles(ARTICLES):
        assert graph.add(record)
    graph.relate()
    return graph


def exported(graph: KnowledgeGraph, file: Path) -> bytes:
    graph.export("nquads", file)
    return file.read_bytes()


def asked(graph: KnowledgeGraph) -> dict[str, Table]:
    found = {name: run(graph.dataset, name) for name in catalogue() if name != "evidence"}
    proven = found["attributions"].rows[0][found["attributions"].columns.index("id")]
    found["evidence"] = run(graph.dataset, "evidence", {"attribution": proven})
    return found


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[bytes, dict[str, Table], bytes]]:
    """What a folder holds and answers, and what it holds once an article was removed."""
    folder = tmp_path_factory.mktemp("local")
    with filled(folder / "kg") as graph:
        held, answers = exported(graph, folder / "all.nq"), asked(graph)
        graph.remove(graph.articles()[0].iri)
        graph.relate()
        yield held, answers, exported(graph, folder / "less.nq")


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with SERVERS[request.param](tmp_path_factory.mktemp("server")) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOSAYS_STORE_SECONDS", str(STARTING))  # rdflib parses an article for seconds
        filled(address).close()
        yield address


def test_a_server_keeps_the_same_bytes(
    server: str, local: tuple[bytes, dict[str, Table], bytes], tmp_path: Path
) -> None:
    """What a server was given comes back as the export of a folder that was given the same."""
    with KnowledgeGraph.open(server, read_only=True) as graph:
        assert exported(graph, tmp_path / "all.nq") == local[0]
        assert len(graph.articles()) == ARTICLES


def test_a_server_answers_every_question_as_a_folder_does(
    server: str, local: tuple[bytes, dict[str, Table], bytes]
) -> None:
    """The whole catalogue, equal rows in equal order."""
    with KnowledgeGraph.open(server, read_only=True) as graph:
        answers = asked(graph)
    assert {name: table.rows for name, table in answers.items()} == {
        name: table.rows for name, table in local[1].items()
    }
    assert any(table.rows for table in answers.values())


def test_what_is_in_is_not_added_again_and_goes_as_it_came(
    server: str, local: tuple[bytes, dict[str, Table], bytes], tmp_path: Path
) -> None:
    """A second build changes nothing; removing an article takes away what it alone supported."""
    with KnowledgeGraph.open(server, create=True) as graph:
        assert not any(graph.add(record) for record in Press().articles(ARTICLES))
        graph.remove(graph.articles()[0].iri)
        graph.relate()
        assert exported(graph, tmp_path / "less.nq") == local[2]
        assert graph.add(next(Press().articles(1)))
        graph.relate()
        assert exported(graph, tmp_path / "again.nq") == local[0]


def test_the_command_line_asks_a_server(server: str) -> None:
    """``--store`` stands where ``--kg`` stands otherwise; a wrong query is told in one line."""
    command = [sys.executable, "-m", "whosays", "query", "articles", "--store", server, "--format", "csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    assert len(done.stdout.splitlines()) == 1 + ARTICLES
    with KnowledgeGraph.open(server, read_only=True) as graph, pytest.raises(QueryError, match="your question: "):
        run(graph.dataset, "SELECT ?x WHERE { ?x ?y }")


def test_a_server_that_keeps_its_graphs_apart_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions are about all articles; where a server cannot be asked so, nothing is written."""
    monkeypatch.setattr("whosays.graph.rdf.remote.UNITING", ({},))
    with oxigraph(tmp_path) as address:
        with pytest.raises(GraphError, match="does not unite its graphs"):
            KnowledgeGraph.open(address, create=True)
        with pytest.raises(GraphError, match="nothing has been built in it yet"):
            KnowledgeGraph.open(address, read_only=True)


def test_user_and_password_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are sent with each request, and asked for where a server wants them."""
    with stub() as server:
        monkeypatch.setenv("WHOSAYS_STORE_AUTH", "ana:secret")
        RemoteEngine(server.address, read_only=True).close()
        assert {headers["authorization"] for _, headers in server.heard} == {"Basic YW5hOnNlY3JldA=="}
        monkeypatch.delenv("WHOSAYS_STORE_AUTH")
        server.status = 401
        with pytest.raises(GraphError, match=r"asks who you are \(401\); set WHOSAYS_STORE_AUTH=user:password"):
            RemoteEngine(server.address, read_only=True)
    monkeypatch.setenv("WHOSAYS_STORE_AUTH", "ana")
    with pytest.raises(GraphError, match="is not user:password"):
        RemoteEngine("http://127.0.0.1:1/sparql", read_only=True)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    """An address stands in histories and in messages."""
    with pytest.raises(GraphError) as raised:
        KnowledgeGraph.open("http://ana:secret@127.0.0.1:1/sparql", read_only=True)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (302, "has moved to http://elsewhere.example/sparql"),
        (403, "asks who you are"),
        (404, "answers no SPARQL"),
        (500, "answers 500: out of order"),
    ],
)
def test_what_a_server_refuses_is_one_line(status: int, message: str) -> None:
    """Whatever it answers with, and however long."""
    with stub(status=status, body=b"out of\n order") as server, pytest.raises(GraphError, match=message) as raised:
        KnowledgeGraph.open(server.address, read_only=True)
    assert "\n" not in str(raised.value)


def test_a_server_that_takes_no_updates_is_told_of() -> None:
    """One that answers questions alone, as our own does."""
    with stub() as server:
        engine = RemoteEngine(server.address, read_only=False)
        server.status, server.body = 405, b"for reading"
        with pytest.raises(GraphError, match=r"takes no SPARQL updates \(405: for reading\); is it read-only\?"):
            engine.drop([])


def test_a_silent_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer than was said."""
    monkeypatch.setenv("WHOSAYS_STORE_SECONDS", "0.2")
    with stub(status=0) as server, pytest.raises(GraphError, match="no answer in time"):
        KnowledgeGraph.open(server.address, read_only=True)
    monkeypatch.setenv("WHOSAYS_STORE_SECONDS", "soon")
    with pytest.raises(GraphError, match="WHOSAYS_STORE_SECONDS is no number of seconds: soon"):
        KnowledgeGraph.open("http://127.0.0.1:1/sparql", read_only=True)


def test_a_server_that_is_not_there_is_told_of() -> None:
    """With the system's reason."""
    address = f"http://127.0.0.1:{free_port()}/sparql"
    with pytest.raises(GraphError, match=f"{address}: no connection: .*refused"):
        KnowledgeGraph.open(address, read_only=True)
