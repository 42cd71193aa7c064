"""A graph of two articles of one's own, and the service over it, started once."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from whosays.extract.records import ArticleRecord
from whosays.graph import KnowledgeGraph

RECORDS = Path(__file__).parents[1] / "data" / "front_door.jsonl"


@dataclass(frozen=True)
class Answer:
    """A response read to its end."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass(frozen=True)
class Service:
    """A service that runs: where, and over which graph."""

    port: int
    kg: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Send one request; names of headers are written with ``_``."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            given = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, given)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read())
        finally:
            connection.close()


def build(folder: Path) -> Path:
    with KnowledgeGraph.open(folder, create=True) as graph:
        for line in RECORDS.read_text("utf-8").splitlines():
            graph.add(ArticleRecord.from_json(json.loads(line)))
        graph.relate()
    return folder


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served") / "kg")


@contextmanager
def served(kg: Path, *more: str) -> Iterator[Service]:
    """Start the service as its user does; it leaves nothing behind."""
    command = [sys.executable, "-m", "whosays", "serve", "--kg", str(kg), "--port", "0", "--seconds", "20", *more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr
        told = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", told)
        assert found, told + process.stderr.read()
        yield Service(int(found[1]), kg)
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
    assert not list(kg.glob(f"snapshot-{process.pid}-*"))


@pytest.fixture(scope="session")
def service(kg: Path) -> Iterator[Service]:
    more = ("--cors", "https://pages.example", "--allow-host", "graph.example", "--rows", "1000")
    with served(kg, *more) as service:
        yield service


@pytest.fixture(scope="session")
def brisk(kg: Path) -> Iterator[Service]:
    """A service that soon loses patience."""
    with served(kg, "--rows", "1000", "--seconds", "5") as service:
        yield service


@pytest.fixture
def service_from_memory(kg: Path) -> Iterator[Service]:
    with served(kg, "--in-memory", "--workers", "1") as service:
        yield service
