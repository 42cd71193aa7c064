"""Invented corpora in the formats of the real ones, and a model made of them by a few steps of the recipe."""

from __future__ import annotations

import json
from pathlib import Path

# word/part of speech/head in the sentence/relation; "_" after a word: no space follows
FERRY = """
Ferry/NOUN/2/nsubj stops/VERB/0/root running/VERB/2/xcomp

According/VERB/5/case to/ADP/1/fixed the/DET/5/det harbour/NOUN/5/compound office_/NOUN/10/obl ,/PUNCT/5/punct
the/DET/8/det ferry/NOUN/10/nsubj:pass was/AUX/10/aux:pass sold/VERB/0/root in/ADP/12/case May_/PROPN/10/obl
./PUNCT/10/punct

"_/PUNCT/4/punct We/PRON/4/nsubj never/ADV/4/advmod saw/VERB/9/ccomp the/DET/6/det money_/NOUN/4/obj ,_/PUNCT/4/punct
"/PUNCT/4/punct said/VERB/0/root Mayor/PROPN/9/nsubj Ola/PROPN/10/flat Brandt_/PROPN/10/flat ,/PUNCT/16/punct
a/DET/16/det former/ADJ/16/amod captain_/NOUN/10/appos ,/PUNCT/10/punct "_/PUNCT/21/punct and/CCONJ/21/cc
I/PRON/21/nsubj think/VERB/4/conj it/PRON/24/nsubj is/AUX/24/cop gone_/ADJ/21/ccomp ._/PUNCT/9/punct "/PUNCT/21/punct

"_/PUNCT/3/punct They/PRON/3/nsubj waited_/VERB/0/root ./PUNCT/3/punct

Nobody/PRON/2/nsubj came_/VERB/5/ccomp "/PUNCT/2/punct she/PRON/5/nsubj wrote_/VERB/0/root ./PUNCT/5/punct

The/DET/2/det buyer/NOUN/5/nsubj has/AUX/5/aux not/PART/5/advmod said/VERB/0/root whether/SCONJ/8/mark
he/PRON/8/nsubj paid_/VERB/5/ccomp ./PUNCT/5/punct

Photo_/NOUN/0/root :/PUNCT/3/punct Tove/PROPN/1/appos Lind/PROPN/3/flat
"""
# words; the unit it hangs on; relation; order of attachment; signals (kind-tokens-where)
UNITS = """
Ferry stops running|3|organization-heading_r|3|_
According to the harbour office ,|3|attribution-positive_r|0|lexical-indicative_phrase-4-5-_;{source}-7-8-_
the ferry was sold in May .|0|ROOT|0|_
" We never saw the money , "|3|elaboration-additional_r|1|graphical-quotation_marks-17,24-_
said Mayor Ola Brandt , a former captain ,|4|attribution-positive_r|2|{source}-27-28-_;lexical-indicative_word-25-_
" and I think|7|attribution-positive_r|0|lexical-indicative_word-37-_;{source}-36-_
it is gone . "|4|joint-list_m|1|_
" They waited .|3|elaboration-additional_r|4|_
Nobody came "|8|joint-sequence_m|2|_
she wrote .|9|attribution-positive_r|0|lexical-indicative_word-51-_;{source}-50-_
The buyer has not said|12|attribution-negative_r|0|lexical-indicative_word-57-_;{source}-53-54-_
whether he paid .|3|elaboration-additional_r|5|_
Photo : Tove Lind|3|attribution-positive_r|6|{source}-64-65-_
""".replace("{source}", "semantic-attribution_source")
EXPECTED = [
    (["the harbour office"], ["According to"], ["the ferry was sold in May"]),
    (
        ["Mayor Ola Brandt, a former captain"],
        ["said"],
        ['"We never saw the money,"', '"and I think it is gone."'],
    ),
    (["she"], ["wrote"], ['"They waited. Nobody came"']),
    (["The buyer"], ["has not said"], ["whether he paid"]),
]
COUNCIL = "The council said the bridge was safe. Inspectors, who came twice, denied it, according to Nord Weekly.\n"
ANNOTATION = """T1\tSource 0 11\tThe council
T2\tCue 12 16\tsaid
T3\tContent 17 36\tthe bridge was safe
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
T4\tSource 90 101\tNord Weekly
T5\tCue 77 89\taccording to
T6\tContent 38 48;66 75\tInspectors denied it
E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6
"""
ENTITIES = [("Tove", "B-PER"), ("Lind", "I-PER"), ("left", "O"), ("Nordhavn", "B-LOC"), ("Port", "B-ORG"), (".", "O")]
SCORER = """import json, sys
from pathlib import Path
found = [json.loads(line) for line in Path(sys.argv[2]).read_text("utf-8").splitlines()]
role = {"p": 0.5, "r": 0.5, "f": 0.5}
roles = {"source": role, "cue": role, "content": role}
relation = {"full": role, "lenient": role}
print(json.dumps({"documents": len(found), "exact": roles, "token": roles, "relation": relation}))
"""


def sentences_of(text: str) -> str:
    """Write the short notation above as CoNLL-U."""
    blocks = []
    for block in text.strip().split("\n\n"):
        lines = []
        for number, token in enumerate(block.split(), start=1):
            word, pos, head, relation = token.rsplit("/", 3)
            misc = "SpaceAfter=No" if word.endswith("_") else "_"
            word = word.removesuffix("_")
            lines.append("\t".join([str(number), word, word.lower(), pos, pos[:2], "_", head, relation, "_", misc]))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n\n"


def units_of(text: str) -> str:
    """Write the short notation above as an ``.rsd`` file; each unit that begins a sentence begins a paragraph."""
    lines = []
    for number, line in enumerate(text.strip().splitlines(), start=1):
        words, head, relation, order, signals = line.split("|")
        features = "para=para" if words[0] == '"' and "They" in words else "sid=1"
        lines.append("\t".join([str(number), words, order, "_", "_", features, head, relation, "_", signals]))
    return "\n".join(lines) + "\n"


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def bio(columns: str) -> str:
    return "".join(columns.format(number=n, word=w, tag=t) + "\n" for n, (w, t) in enumerate(ENTITIES, start=1)) + "\n"


SNIPPET_COLUMNS = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL"
SNIPPET = "one-1\tTove Lind met Ola Brandt when she sailed.\tshe\t30\tTove Lind\t0\tTRUE\tOla Brandt\t14\tFALSE\tnone"


def make_corpora(folder: Path) -> Path:
    """Fill a folder as the real one is laid out, with a few invented sentences in each corpus, and return it."""
    for part in ("train", "dev"):
        copies = 12 if part == "train" else 1
        name = "GUM_news_ferry" if part == "train" else "GUM_news_quay"
        write(folder / f"UD_English-EWT/en_ewt-ud-{part}.conllu", f"# newdoc id = web\n{sentences_of(FERRY)}" * copies)
        treebank = f"# newdoc id = {name}\n{sentences_of(FERRY)}"
        write(folder / f"UD_English-GUM-open/en_gum_open-ud-{part}.conllu", treebank)
        write(folder / f"GUM-rst-open/{name}.rsd", units_of(UNITS))
        for number in range(copies):
            write(folder / f"PolNeAR/{part}/nord-{number}.txt", COUNCIL)
            write(folder / f"PolNeAR/{part}/nord-{number}.ann", ANNOTATION)
    for name in ("en_ewt-ud-train.2022-12-02.iob2", "en_ewt-ud-dev.iob2"):
        write(folder / "UNER_English-EWT" / name, bio("{number}\t{word}\t{tag}\t-\t-"))
    write(folder / "wikigold/CONLL-format/data/wikigold.txt", bio("{word} {tag}"))
    write(folder / "CrossNER/ner_data/politics/train.txt", bio("{word}\t{tag}"))
    document = {
        "sents": [["Ola", "Brandt", "sails", "."]],
        "vertexSet": [[{"type": "PER", "pos": [0, 2], "sent_id": 0}]],
    }
    for part in ("dev", "test"):
        write(folder / f"Re-DocRED/data/{part}_revised.json", json.dumps([document]))
    media = '<corpus><sentence><ENAMEX type="MEDIA">Nord Weekly</ENAMEX> closed.</sentence></corpus>'
    write(folder / "grobid-ner/resources/dataset/ner/corpus/xml/final/news.xml", media)
    for part in ("development", "validation"):
        write(folder / f"GAP/gap-{part}.tsv", f"{SNIPPET_COLUMNS}\n{SNIPPET}\n")
    write(folder.parent / "bench/score_attribution.py", SCORER)
    return folder
