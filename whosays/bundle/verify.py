"""Check an evidence bundle with nothing but Python: python verify.py [FOLDER].

Every file has the hash in SHA256SUMS, every source, cue and content is what its spans mark in its text, every chain
leads from its outlet to its voice, and the counts are those of the rows.  Leaves with 1 where anything differs.
Whoever may write here may write other hashes, too: keep a copy of SHA256SUMS, or its hash, where they cannot.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path


def problems(folder: Path) -> Iterator[str]:
    sums = [line.split("  ", 1) for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()]
    for told, name in sums:
        data = (folder / name).read_bytes() if (folder / name).is_file() else b""
        if hashlib.sha256(data).hexdigest() != told:
            yield f"{name}: gone, or not as it was when the bundle was made"
    for name in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
        droppings = name.rpartition("/")[2].startswith(".") or name.endswith((".pyc", "Thumbs.db", "desktop.ini"))
        if name not in {"SHA256SUMS", *(name for _, name in sums)} and not droppings:
            yield f"{name}: nobody knows of it"
    evidence = json.loads((folder / "evidence.json").read_text("utf-8"))
    texts = {each["id"]: folder / each["text"] for each in evidence["articles"]}
    for said in (each for each in evidence["said"] if texts[each["article"]].is_file()):
        text = texts[said["article"]].read_bytes().decode("utf-8")
        for part in ("source", "cue", "content"):
            spans = [(each["start"], each["end"]) for each in said["spans"] if each["part"] == part]
            if " … ".join(text[start:end] for start, end in spans) != (said[part] or ""):
                yield f"{said['id']}: its {part} stands otherwise in the text"
        if any(text[each["start"] : each["end"]] != each["exact"] for each in said["spans"]):
            yield f"{said['id']}: other words in the text than its spans have"
        ends = (said["outlet"] or said["voices"][0], said["entity"] or said["voices"][-1])
        if (said["chain"] != " > ".join(said["voices"])) or ends != (said["voices"][0], said["voices"][-1]):
            yield f"{said['id']}: the chain is not that of its voices"
    if evidence["counts"] != {"articles": len(evidence["articles"]), "said": len(evidence["said"])}:
        yield "evidence.json: other numbers than counted"


if __name__ == "__main__":
    found: list[str] = []
    try:
        found.extend(problems(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:  # what is not as it should be
        found.append(f"no bundle: {type(error).__name__}: {error}")
    print("\n".join(found) or "all as it says")
    sys.exit(1 if found else 0)
