"""The README's picture: the demo's page in chromium, looking at one claim.

The file tells, in a text chunk of its own, which words the page showed when it was taken, so that a test can find
out that the picture is old without comparing pixels, which differ between machines.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import Any

from documenting.sentences import ROOT, STORY

PICTURE = ROOT / "docs" / "images" / "page.png"
WIDTH, HEIGHT = 1280, 800
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=5000")
DATA = re.compile(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', re.DOTALL)
UNSEEN = re.compile(r"<(script|style|template|head)\b.*?</\1>|<[^>]+>", re.DOTALL)
SHOWS = b"whosays-shows\0"
HEADER = 8 + 25  # the signature of a PNG and its first chunk, which has to stay the first


def chromium() -> str | None:
    """Return the browser, or None where there is none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def draw(page: Path, out: Path = PICTURE) -> None:
    """Take the picture of a page where it would show other words than the picture that is there."""
    shows = shown(page)
    if out.exists() and told(out) == shows:
        return
    with tempfile.TemporaryDirectory() as folder:
        taken = Path(folder, "page.png")
        _open(page, Path(folder), f"--screenshot={taken}")
        out.write_bytes(_with_chunk(taken.read_bytes(), SHOWS + shows.encode()))


def shown(page: Path) -> str:
    """Return a digest of all words that the page holds when it looks at the claim of the picture."""
    with tempfile.TemporaryDirectory() as folder:
        words = html.unescape(UNSEEN.sub(" ", _open(page, Path(folder), "--dump-dom")))
    return hashlib.sha256(" ".join(words.split()).encode()).hexdigest()


def told(picture: Path) -> str | None:
    """Return the digest that a picture tells; None where it tells none."""
    found = re.search(re.escape(SHOWS) + rb"([0-9a-f]{64})", picture.read_bytes())
    return found[1].decode() if found else None


def _open(page: Path, profile: Path, flag: str) -> str:
    browser = chromium()
    if browser is None:
        raise FileNotFoundError("there is no chromium on the PATH")
    size = f"--window-size={WIDTH},{HEIGHT}"
    command = [browser, *FLAGS, size, f"--user-data-dir={profile}", flag, page.as_uri() + address(page)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode("utf-8")


def address(page: Path) -> str:
    """Return the part of the page's address that looks at the claim, and at nothing else."""
    found = DATA.search(page.read_text(encoding="utf-8"))
    nodes: list[dict[str, Any]] = json.loads(found[1])["nodes"] if found else []
    claims = [node["id"] for node in nodes if node["kind"] == "claim" and STORY in node["name"] and node["shared"]]
    if not claims:
        raise ValueError(f"{page}: no claim that articles share holds {STORY!r}; documenting/sentences.py names it")
    return f"#focus={claims[0]}&node={claims[0]}"


def _with_chunk(png: bytes, text: bytes) -> bytes:
    body = b"tEXt" + text
    chunk = struct.pack(">I", len(text)) + body + struct.pack(">I", zlib.crc32(body))
    return png[:HEADER] + chunk + png[HEADER:]
