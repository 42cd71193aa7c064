"""Names of a package that are loaded when somebody asks for them; knows no room, so every room may use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package; ``modules`` has the names that are loaded from each, between spaces."""
    of = {name: module for module, names in modules.items() for name in names.split()}

    def load(name: str) -> Any:
        if name not in of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{of[name]}"), name)

    return load
