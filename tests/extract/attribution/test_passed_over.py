"""Words that attribute and that no stage has taken: what syntax makes of them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.doc_builder import parsed, span
from whosays.extract.attribution.propose.passed_over import passed_over

WROTE = parsed(
    "Roe/NNP/nsubj/1 wrote|write/VBD/ROOT/0 in/IN/case/2 a/DT/det/1 letter/NN/obl/-3 that/IN/mark/3 the/DT/det/1"
    " dam/NN/nsubj/1 leaked|leak/VBD/ccomp/-7 ././punct/-8"
)
TOUTED = parsed(
    "The/DT/det/1 sales/NNS/nsubj/4 touted|tout/VBN/acl/-1 by/IN/case/1 Roe/NNP/obl/-2 fell|fall/VBD/ROOT/0"
    " again/RB/advmod/-1 ././punct/-2"
)
CLAIM = parsed(
    "The/DT/det/1 union/NN/nmod:poss/2 's/POS/case/-1 claim/NN/nsubj/6 that/IN/mark/3 the/DT/det/1 dam/NN/nsubj/1"
    " leaked|leak/VBD/acl/-4 is/VBZ/cop/1 false/JJ/ROOT/0 ././punct/-1"
)
LETTER = parsed(
    "In/IN/case/2 a/DT/det/1 letter/NN/obl/5 calling|call/VBG/acl/-1 for/IN/case/1 talks/NNS/obl/-2 Roe/NNP/nsubj/1"
    " named|name/VBD/ROOT/0 a/DT/det/1 day/NN/obj/-2 ././punct/-3"
)


def told(doc: Doc, word: str) -> list[tuple[str | None, str, str]]:
    at = span(doc, word).start
    shares = {i: 0.9 if i == at else 0.0 for i in range(len(doc))}
    found = passed_over(doc, shares)
    return [(h.source.text if h.source else None, h.cue[0].text, " … ".join(c.text for c in h.content)) for h in found]


@pytest.mark.parametrize(
    ("doc", "word", "hop"),
    [
        (WROTE, "wrote", ("Roe", "wrote", "that the dam leaked")),
        (TOUTED, "touted", ("Roe", "touted", "The sales")),
        (CLAIM, "claim", ("The union 's", "claim", "that the dam leaked")),
        (LETTER, "calling", ("a letter", "calling", "for talks")),
    ],
    ids=["verb", "participle with an agent", "noun", "participle of a document"],
)
def test_a_word_that_attributes_gets_a_voice_and_a_content(doc: Doc, word: str, hop: tuple[str, str, str]) -> None:
    """Each of a verb, a participle and a noun has its own way to tell who speaks."""
    assert told(doc, word) == [hop]


def test_what_nobody_believes_to_attribute_is_left_alone() -> None:
    """A word of low share gives nothing, and so does one whose place is taken."""
    assert list(passed_over(WROTE, dict.fromkeys(range(len(WROTE)), 0.1))) == []
    assert list(passed_over(WROTE, {0: 0.9, 4: 0.9})) == []
