"""Contents that are shown with the verb that leads to them."""

from __future__ import annotations

import pytest

from tests.doc_builder import parsed, span
from whosays.extract.syntax import in_full

MAYOR = "The/DT/det/1 mayor/NN/nsubj/2"


@pytest.mark.parametrize(
    ("text", "cue", "content", "shown"),
    [
        (
            f"{MAYOR} condemned|condemn/VBD/ROOT/0 the/DT/det/1 raid/NN/obj/-2",
            "condemned",
            "the raid",
            "condemned the raid",
        ),
        (
            "The/DT/det/1 mayor/NN/nsubj/3 has|have/VBZ/aux/2 also/RB/advmod/1 accused|accuse/VBN/ROOT/0 "
            "Lund/NNP/obj/-1 of/IN/mark/1 lying|lie/VBG/advcl/-3",
            "has also accused",
            "Lund of lying",
            "also accused Lund of lying",
        ),
        (
            "The/DT/det/1 mayor/NN/nsubj/2 praised|praise/VBD/ROOT/0 a/DT/det/1 crew/NN/obj/-2 "
            "that/WDT/nsubj/1 saved|save/VBD/acl:relcl/-2 ten/CD/obj/-1",
            "praised",
            "a crew that saved ten",
            "praised a crew that saved ten",
        ),
        (
            "The/DT/det/1 plan/NN/nsubj:pass/2 was|be/VBD/aux:pass/1 welcomed|welcome/VBN/ROOT/0 "
            "by/IN/case/1 farmers|farmer/NNS/obl/-2",
            "was welcomed by",
            "The plan",
            "The plan was welcomed",
        ),
    ],
)
def test_what_is_no_clause_is_shown_with_its_verb(text: str, cue: str, content: str, shown: str) -> None:
    """An object, whoever is accused, what is praised; without the "has" that stands for nothing."""
    doc = parsed(text)
    assert in_full([span(doc, cue)], [span(doc, content)]) == shown


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            f"{MAYOR} said|say/VBD/ROOT/0 the/DT/det/1 dam/NN/nsubj/1 held|hold/VBD/ccomp/-3",
            "said",
            "the dam held",
        ),
        (
            f"{MAYOR} explained|explain/VBD/ROOT/0 why/WRB/advmod/2 the/DT/det/1 dam/NN/dep/-3",
            "explained",
            "why the dam",
        ),
        (f"{MAYOR} said|say/VBD/ROOT/0 “/``/punct/2 Good/JJ/amod/1 news/NN/obj/-3 ”/''/punct/-1", "said", "Good news"),
        ("Good/JJ/amod/1 news/NN/obj/3 the/DT/det/1 mayor/NN/nsubj/1 said|say/VBD/ROOT/0", "said", "Good news"),
    ],
)
def test_what_says_something_needs_no_verb(text: str, cue: str, content: str) -> None:
    """A clause, a question, words that somebody said, and what stands far from its verb."""
    doc = parsed(text)
    assert in_full([span(doc, cue)], [span(doc, content)]) == ""
