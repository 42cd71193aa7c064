"""The corpora that the recipe is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.miniature import make_corpora


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out like the real one."""
    return make_corpora(tmp_path_factory.mktemp("shared") / "corpora")
