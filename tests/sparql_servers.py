"""SPARQL servers that tests start: Oxigraph's own, rdflib's behind rdflib-endpoint, and one that only misbehaves."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STARTING = 1200  # seconds: a busy machine is no reason to give up
RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
served = SparqlEndpoint(graph=Dataset(default_union=True), path="/sparql", enable_update=True)
uvicorn.run(served, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Start Oxigraph's server over an empty folder; give its address."""
    program = shutil.which("oxigraph", path=Path(sys.executable).parent) or shutil.which("oxigraph")
    assert program, "pip install oxigraph"
    port = free_port()
    with _started([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def rdflib_endpoint(_: Path) -> Iterator[str]:
    """Start a server whose engine is rdflib's, in memory; give its address."""
    port = free_port()
    with _started([sys.executable, "-c", RDFLIB, str(port)], port):
        yield f"http://127.0.0.1:{port}/sparql"


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def _started(command: Sequence[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        until = time.monotonic() + STARTING
        while not _listens(port):
            assert process.poll() is None, f"{command[0]} ended"
            assert time.monotonic() < until, f"{command[0]} does not listen"
            time.sleep(0.1)
        yield
    finally:
        process.kill()
        process.wait()


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Stub:
    """A server that says the same to everybody; ``heard`` are the paths and headers (in small letters) of who asked."""

    address: str = ""
    status: int = 200
    body: bytes = b'{"head": {}, "boolean": true}'
    kind: str = "application/sparql-results+json"
    wait: threading.Event = field(default_factory=threading.Event)
    heard: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@contextmanager
def stub(**said: object) -> Iterator[Stub]:
    """Start a server that says what it is told to; with ``status=0`` it says nothing until ``wait`` is set."""
    told = Stub(**said)  # type: ignore[arg-type]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.heard.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            self.rfile.read(int(self.headers["Content-Length"]))
            if told.status == 0:
                told.wait.wait(STARTING)
                return
            self.send_response(told.status)
            self.send_header("Content-Type", told.kind)
            self.send_header("Location", "http://elsewhere.example/sparql")
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        told.address = f"http://127.0.0.1:{server.server_port}/sparql"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield told
        finally:
            told.wait.set()
            server.shutdown()
            thread.join()
