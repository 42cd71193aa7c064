"""What is wrong with a request, told to programs and people alike (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PROBLEM: Final = "application/problem+json"
NO_HEADERS: Final[Mapping[str, str]] = MappingProxyType({})


class Problem(Exception):  # noqa: N818 - named as the RFC names it
    """A request that is not answered: HTTP status, a word for programs, a sentence for people, headers."""

    def __init__(self, status: int, code: str, detail: str, headers: Mapping[str, str] = NO_HEADERS) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.headers = status, code, detail, headers

    def as_json(self) -> bytes:
        """Return the body of the response."""
        told = {"status": self.status, "title": self.code, "detail": self.detail}
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
