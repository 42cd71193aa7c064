"""Where the service listens: told in a line where it cannot, before anything is started."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from whosays.cli import run
from whosays.serve.web import AddressError
from whosays.serve.web.server import check_address


def test_an_address_that_is_taken_is_told_in_one_line(kg: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What, where, and what to do; no line of a library, and no process left."""
    before = set(kg.iterdir())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--kg", str(kg), "--port", str(port)]) == 2
    told = capsys.readouterr().err
    assert told == f"whosays: 127.0.0.1:{port}: another program listens there; give another --port, 0 takes any\n"
    assert set(kg.iterdir()) == before


@pytest.mark.parametrize("host", ["no.such.host.example", "192.0.2.1", "a" * 64])
def test_an_address_that_is_no_ones_here_is_told(host: str) -> None:
    """A name that nobody knows, an address of another machine, what is no name."""
    with pytest.raises(AddressError, match=rf"^{host}:8765: .+; give .*--host"):
        check_address(host, 8765)


def test_a_free_address_is_left_free() -> None:
    """Whether it can be had is tried, and then it can."""
    check_address("127.0.0.1", 0)
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    check_address("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        pass
