"""Where the service listens: told in a line where it cannot, before anything is started."""

from __future__ import annotations

import contextlib
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from whosays.cli import run
from whosays.commands.asking import _origins
from whosays.serve.web import AddressError
from whosays.serve.web.server import listening


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
        listening(host, 8765)


def test_an_address_is_held_from_the_start() -> None:
    """Whoever comes second is told, although nobody is answered there yet; once it is let go it can be had."""
    (held,) = listening("127.0.0.1", 0)
    port = held.getsockname()[1]
    with held, pytest.raises(AddressError, match=f"127.0.0.1:{port}: another program listens there"):
        listening("127.0.0.1", port)
    for again in listening("127.0.0.1", port):
        again.close()


def test_a_name_of_several_addresses_is_held_at_each() -> None:
    """This machine's name stands for one address or two; where one of them is taken, the other is let go again."""
    held = listening("localhost", 0)
    with contextlib.ExitStack() as stack:
        ports = {stack.enter_context(each).getsockname()[1] for each in held}
        for port in ports:
            with pytest.raises(AddressError, match="another program"):
                listening("localhost", port)


def test_two_services_at_one_moment_are_told_apart(kg: Path) -> None:
    """The first has the address; the second says so in its own words, and no library speaks."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "whosays", "serve", "--kg", str(kg), "--port", str(port), "--no-warm"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603 - this Python
    told = []
    for process in both:
        assert process.stderr
        told.append(process.stderr.readline())
    for process in both:
        process.send_signal(signal.SIGTERM)
        told.append(process.communicate(timeout=60)[1])
    serving = [line for line in told if "serving" in line]
    refused = [line for line in told if "another program listens there" in line]
    assert (len(serving), len(refused)) == (1, 1)
    assert sorted(told)[:2] == ["", ""]


@pytest.mark.parametrize(
    "origin", ["foo", "https://pages.example/", "https://pages.example/a", "null", "ftp://a.example"]
)
def test_what_is_no_origin_is_refused(kg: Path, origin: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No browser would ever send it, so that it would allow nobody without a word."""
    assert run(["serve", "--kg", str(kg), "--port", "0", "--cors", origin]) == 2
    told = capsys.readouterr().err
    assert f"--cors {origin}: is no origin; give it as https://HOST or https://HOST:PORT, or *" in told


@pytest.mark.parametrize("origin", ["*", "https://Pages.Example", "http://localhost:8000", "http://[::1]:80"])
def test_origins_are_taken_as_browsers_send_them(origin: str) -> None:
    """In lower case, with a port or without."""
    assert _origins(None, None, (origin,)) == (origin.lower(),)  # type: ignore[arg-type]
