"""Contents whose subject the reporting clause took, and where sentences stand."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.syntax import raised_clause, sentence_spans

SAID = "is/VBZ/aux:pass/1 said/VBN/ROOT/0"


@pytest.mark.parametrize(
    ("subject", "said", "clause"),
    [
        ("The/DT/det/1 dam/NN/nsubj:pass/2", "to/TO/mark/2 have/VB/aux/1 leaked/VBN/xcomp/-3", "The dam has leaked"),
        (
            "The/DT/det/1 alarms|alarm/NNS/nsubj:pass/2",
            "not/RB/advmod/3 to/TO/mark/2 have/VB/aux/1 rung/VBN/xcomp/-4",
            "The alarms have not rung",
        ),
        ("The/DT/det/1 dam/NN/nsubj:pass/2", "to/TO/mark/1 leak/VB/xcomp/-2", ""),
    ],
)
def test_who_is_said_to_have_done_something_has_done_it(subject: str, said: str, clause: str) -> None:
    """The verb agrees with its subject; what is still to come is no clause of its own."""
    doc = parsed(f"{subject} {SAID} {said} ./././.".replace(" ./././.", ""))
    words = [" ".join(row.split("|")[0].split("/")[0] for row in each.split()) for each in (subject, said)]
    found = [span(doc, each) for each in words]
    content = [(each.start_char, each.end_char) for each in found]
    assert raised_clause(doc, content) == clause
    assert raised_clause(doc, content[:1]) == ""


def test_sentences_stand_without_the_space_between_them() -> None:
    """What the parser parts in the middle of a phrase is one sentence."""
    doc = parsed(
        "It/PRP/nsubj/1 leaked/VBD/ROOT/0 ./././. ¶ It/PRP/nsubj/1 was/VBD/ROOT/0 old/JJ/ROOT/0 ./././.".replace(
            "./././.", ".|./././punct/-1"
        )
    )
    assert [doc.text[start:end] for start, end in sentence_spans(doc)] == ["It leaked.", "It was old."]
