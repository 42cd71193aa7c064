"""What is wrong with a request, told to programs and people alike (RFC 9457)."""

from __future__ import annotations

import json
from typing import Final

PROBLEM: Final = "application/problem+json"


class Problem(Exception):  # noqa: N818 - named as the RFC names it
    """A request that is not answered: HTTP status, a word for programs, a sentence for people."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail

    def as_json(self) -> bytes:
        """Return the body of the response."""
        told = {"status": self.status, "title": self.code, "detail": self.detail}
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
