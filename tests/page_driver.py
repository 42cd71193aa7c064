"""A page in a real browser: opened, or driven by a script that a reader's hands stand behind."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--enable-logging=stderr")
READY: Final = "document.documentElement.dataset.ready = 'true';"
HANDS: Final = """
const type = (words) => {
  byId('search').focus();
  byId('search').value = words;
  byId('search').dispatchEvent(new Event('input'));
};
const told = (name, value) => { document.documentElement.dataset[name] = String(value); };
const later = (ms, work) => setTimeout(work, ms);
const hits = () => byId('hits').textContent;
const count = () => (state.view === 'table' ? byId('rows') : byId('shown')).querySelectorAll('b')[1].textContent;
"""


def opened(page: Path, profile: Path, address: str = "", *flags: str) -> tuple[str, str]:
    """Return the document after its scripts ran, and what the browser had to say."""
    command = [str(CHROMIUM), *FLAGS, *flags, f"--user-data-dir={profile}", "--dump-dom", page.as_uri() + address]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)  # noqa: S603
    return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def driven(page: Path, folder: Path, script: str, address: str = "", *flags: str) -> dict[str, str]:
    """Return what a script, which sees all that the page's own see, has noted with ``told``."""
    copy = folder / "driven.html"
    text = page.read_text(encoding="utf-8")
    assert READY in text
    copy.write_text(text.replace(READY, f"{READY}{HANDS}{{ {script} }}"), encoding="utf-8")
    dom, log = opened(copy, folder / "profile", address, "--virtual-time-budget=9000", *flags)
    assert "CONSOLE" not in log
    head = re.search(r"<html[^>]*>", dom)
    assert head
    return dict(re.findall(r'data-(\w+)="([^"]*)"', head[0]))
