"""Known holes in what is locked, as ``pip-audit`` tells them, where the list of them can be had.

It tells of a library that it could not ask for that it has no holes; here it is counted as not asked for.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

LOCK: Final = Path(__file__).parents[2] / "requirements.lock"
PATIENCE: Final = "15"  # seconds for an answer
NO_LIST: Final = "skipped: the list of known holes cannot be had here"


def audited(lock: Path = LOCK) -> dict[str, Any]:
    """Ask for every library of a lock file, and return how many answers there were, and the holes."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    asked = [*command, "--format", "json", "--progress-spinner", "off", "--timeout", PATIENCE]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - this Python
    if not done.stdout:
        return {"known": NO_LIST, "said": " | ".join(done.stderr.strip().splitlines()[-1:]), "holes": []}
    return counted(json.loads(done.stdout))


def counted(told: dict[str, Any]) -> dict[str, Any]:
    """Return what an answer says: libraries, those that nobody knew, holes."""
    libraries = told["dependencies"]
    known = [each for each in libraries if "skip_reason" not in each]
    holes = [
        f"{each['name']} {each['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'nothing yet'}"
        for each in known
        for hole in each["vulns"]
    ]
    return {"libraries": len(libraries), "known": len(known) or NO_LIST, "holes": holes}
