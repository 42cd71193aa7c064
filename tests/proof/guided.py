"""Fuzzing that follows the branches of the code, by atheris, where it installs (the extra ``fuzz``; Linux and macOS).

``python -m tests.proof.guided CORPUS -runs=20000 -timeout=60``: CORPUS is a folder that grows by what reaches new
branches; where it is empty, it is begun with an input of every kind.  ``-merge=1 SMALLER CORPUS`` keeps the fewest that
reach as much.  The first byte of an input says of which kind the others are.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from tests.extract.articles.inputs.test_mutated import INPUTS
from tests.proof.seeds import TEXTS, whole

NAMES: Final = ("a.txt", *INPUTS)
LARGEST: Final = 20_000  # bytes of an input: what is slow at that size is slow


def begin(corpus: Path) -> None:
    """Write an input of every kind into an empty folder."""
    corpus.mkdir(parents=True, exist_ok=True)
    if any(corpus.iterdir()):
        return
    for number, text in enumerate(TEXTS):
        (corpus / f"text-{number}").write_bytes(bytes([0]) + text.encode())
    for number, name in enumerate(INPUTS, 1):
        (corpus / f"kind-{name}").write_bytes(bytes([number]) + whole(name))


def wrong(data: bytes, folder: Path) -> list[str]:
    """Read and analyse an input, and return what is wrong with what came out."""
    from tests.proof.fuzzing import Counts, check  # noqa: PLC0415 - imported while atheris watches

    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    return list(check(name, data[1 : LARGEST + 1], folder, Counts()))


def main() -> None:
    """Fuzz until the limits that the arguments give."""
    import atheris  # noqa: PLC0415 - an extra

    with atheris.instrument_imports(include=["whosays.extract"]):
        import whosays.extract.batch  # noqa: PLC0415
        import whosays.extract.extractor  # noqa: F401, PLC0415

    with tempfile.TemporaryDirectory() as folder:

        def one(data: bytes) -> Any:
            if found := wrong(data, Path(folder)):
                raise AssertionError("; ".join(found[:3]))

        begin(Path(next(argument for argument in sys.argv[1:] if not argument.startswith("-"))))
        atheris.Setup(sys.argv, one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
