"""What goes over the pipes between a process that asks and the one that answers: a line of JSON, then bytes.

No pickle: whoever answers has read articles of strangers, and may have been broken by one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from whosays.serve.limits.limits import Limits


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it is to be shown, and what is to be known of it: its media type, for one."""

    body: bytes
    about: Mapping[str, str]


# what a process can be asked: from the graph, the limits and arguments that JSON can hold to a reply
Job: TypeAlias = Callable[..., Reply]


def send(pipe: BinaryIO, about: Mapping[str, Any], body: bytes = b"") -> None:
    """Write one message; raises ``OSError`` where nobody reads."""
    pipe.write(json.dumps({**about, "length": len(body)}).encode() + b"\n")
    pipe.write(body)
    pipe.flush()


def received(pipe: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """Read one message; ``None`` where the other side is gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    about = json.loads(line)
    body = pipe.read(about.pop("length"))
    return about, body


def limits_as_json(limits: Limits) -> dict[str, Any]:
    """Return limits as they are sent."""
    return {name: getattr(limits, name) for name in Limits.__slots__}
