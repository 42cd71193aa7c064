"""Check an evidence bundle with nothing but Python: python verify.py [FOLDER].

Every text has the hash that evidence.json tells, every quoted span stands in its text word by word, every chain
leads from its outlet to its voice, and the counts are those of the rows.  Leaves with 1 where anything differs.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path


def problems(folder: Path) -> Iterator[str]:
    evidence = json.loads((folder / "evidence.json").read_text("utf-8"))
    texts = {}
    for article in evidence["articles"]:
        data = (folder / article["text"]).read_bytes()
        if hashlib.sha256(data).hexdigest() != article["text_sha256"]:
            yield f"{article['text']}: not the text that was read"
        texts[article["id"]] = data.decode("utf-8")
    for said in evidence["said"]:
        if said["article"] not in texts:
            yield f"{said['id']}: its article is not in the bundle"
            continue
        for span in said["spans"]:
            if texts[said["article"]][span["start"] : span["end"]] != span["exact"]:
                yield f"{said['id']}: other words at {span['start']}-{span['end']}"
        if said["chain"] != " > ".join(said["voices"]):
            yield f"{said['id']}: the chain is not that of its voices"
    if evidence["counts"]["articles"] != len({said["article"] for said in evidence["said"]}):
        yield "another number of articles than counted"
    if evidence["counts"]["said"] != len(evidence["said"]):
        yield "another number of attributions than counted"
    listed = {"evidence.json", "verify.py", *(article["text"] for article in evidence["articles"])}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in listed and path.suffix != ".pyc":
            yield f"{path.name}: nobody knows of it"


if __name__ == "__main__":
    found = list(problems(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)))
    print("\n".join(found) or "all as it says")
    sys.exit(1 if found else 0)
