"""MEANTIME: who is who across its Wikinews articles, against equality of names in the same run.

Run ``python -m benchmarks.meantime [FOLDER]``; one JSON line for each system.  The corpus (CC BY 4.0) is not part of
this repository; without it nothing is measured.  A referent is a within-document chain of people, organisations or
places with a proper name, as annotated; scored is which referents of different documents are put together: B-cubed
over the referents.  Systems see the referents' names and mentions, nothing else of the annotation.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.deriving import resolve
from whosays.graph.names import Name, plain

FOLDER: Final = Path(__file__).parents[2] / "shared" / "corpora" / "MEANTIME"
FILE: Final = "MEANTIME-prep/output_data/en/entities_mentions.json"
TYPES: Final = {"PER": "Person", "ORG": "Organization", "LOC": "Place"}
_PROPER: Final = re.compile(r"[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|&) )?[A-Z0-9][\w&.’'-]*)*")


def main(folder: Path = FOLDER) -> int:
    """Print the scores of each system; say so where the corpus is absent."""
    if not (folder / FILE).is_file():
        print(f"{folder}: MEANTIME is not there, nothing measured", file=sys.stderr)
        return 1
    for line in scores(folder):
        print(json.dumps(line))
    return 0


def scores(folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Return B-cubed precision, recall and F of equality of names and of ``resolve``."""
    names, gold = read_corpus(json.loads((folder / FILE).read_text(encoding="utf-8")))
    systems = {
        "every referent alone": {name.referent: name.referent for name in names},
        "equal names": {name.referent: f"{name.type == 'Person'} {name.name.lower()}" for name in names},
        "whosays": resolve(names).slugs,
    }
    return [{"system": system, "referents": len(gold), **b_cubed(found, gold)} for system, found in systems.items()]


def read_corpus(mentions: list[dict[str, Any]]) -> tuple[list[Name], dict[str, str]]:
    """Return the named referents of all documents, and the instance that each stands for."""
    chains: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for mention in mentions:
        if mention["mention_type"] in TYPES:
            chains[mention["doc_id"], mention["coref_chain"].rpartition("_")[2]].append(mention)
    names, gold = [], {}
    for (document, instance), chain in sorted(chains.items()):
        name = _name(f"{document}#{instance}", document, chain)
        if name is not None:
            names.append(name)
            gold[name.referent] = instance
    return names, gold


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, float]:
    """Return precision, recall and F: for each referent the share of its cluster that is right, and found."""
    sizes, wanted = Counter(found[r] for r in gold), Counter(gold.values())
    both = Counter((found[r], gold[r]) for r in gold)
    precision = sum(both[found[r], gold[r]] / sizes[found[r]] for r in gold) / len(gold)
    recall = sum(both[found[r], gold[r]] / wanted[gold[r]] for r in gold) / len(gold)
    f = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f": round(f, 4)}


def _name(referent: str, document: str, chain: list[dict[str, Any]]) -> Name | None:
    texts = [_text(mention) for mention in chain]
    proper = [
        run for m, text in zip(chain, texts, strict=True) if m["mention_head_pos"] == "PROPN" for run in _runs(text, m)
    ]
    if not proper:
        return None
    surfaces = Counter(proper)
    longest = min(surfaces, key=lambda surface: (-len(plain(surface).split()), -surfaces[surface], surface))
    kind = TYPES[Counter(m["mention_type"] for m in chain).most_common(1)[0][0]]
    return Name(referent, kind, longest, surfaces, article=document, mentions=tuple(sorted(set(texts))))


def _text(mention: Mapping[str, Any]) -> str:
    return str(mention["tokens_str"]).replace(" 's", "'s").replace(" ,", ",").replace("( ", "(")


def _runs(text: str, mention: Mapping[str, Any]) -> list[str]:
    """Return the run of capitalised words around the mention's head."""
    head = str(mention["mention_head"])
    return [re.sub(r"['’]s$", "", run) for run in _PROPER.findall(text) if head in run.split()][:1]


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
