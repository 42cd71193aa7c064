"""A page of the service in a real browser, with a script more that a reader's hands stand behind."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
READY: Final = "document.documentElement.dataset.ready = 'true';"
HANDS: Final = """
const told = (name, value) => { document.documentElement.dataset[name] = String(value); };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
"""


@contextmanager
def hands_on(service: Any, name: str, script: str) -> Iterator[str]:
    """Yield the address of the same service, one of whose scripts goes on with another: it sees what the first sees."""

    class Between(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            size = int(self.headers.get("content-length") or 0)
            headers = {name: self.headers[name] for name in ("accept", "content-type") if name in self.headers}
            found = service.ask(self.path, self.command, self.rfile.read(size) if size else None, **headers)
            body = found.body
            if self.path == f"/static/{name}":
                text = body.decode()
                assert READY in text
                body = text.replace(READY, f"{READY}{HANDS}{script}").encode()
            self.send_response(found.status)
            for header in ("content-type", "content-security-policy", "x-whosays-note"):
                if header in found.headers:
                    self.send_header(header, found.headers[header])
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - as http.server calls it

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Between)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def noted_at(address: str, profile: Path) -> tuple[dict[str, str], str]:
    """Open a page; return what was noted on it, and all of it.  Nothing may be refused or thrown."""
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--enable-logging=stderr")
    command = [str(CHROMIUM), *flags, "--window-size=1200,800", f"--user-data-dir={profile}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)  # noqa: S603
    dom, log = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert not re.findall(r"Refused to|violates the following|Uncaught", log), log
    head = re.search(r"<html[^>]*>", dom)
    assert head
    noted = {name: unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', head[0])}
    assert noted["ready"] == "true"
    return noted, dom
