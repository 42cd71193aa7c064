"""The outer steps of the analysis as components of the spaCy pipeline, behind the encoder that comes with the model.

Each declares what it needs and what it leaves on the Doc.  What only the article tells is put on the Doc before it is
sent through: ``doc._.quotations``, found in its text as it was printed, and ``doc._.outlet``, the name of its outlet.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from whosays.extract.attribution import ACT, Hop, Judge, Linker, Reading, find_attributions, load_judge, load_linker
from whosays.extract.coreference import resolve
from whosays.extract.pipeline import COMPONENT
from whosays.extract.quantities import read_numbers
from whosays.extract.syntax import chars
from whosays.extract.units import units

ATTRIBUTION, UNITS = "whosays_attribution", "whosays_units"
COREFERENCE, QUANTITIES = "whosays_coreference", "whosays_quantities"
STEPS = (ATTRIBUTION, UNITS, COREFERENCE, QUANTITIES)
SYNTAX = ["token.tag", "token.pos", "token.lemma", "token.dep", "token.head"]

for _name in ("attributions", "numbers", "outlet", "quotations", "referents", "units"):
    Doc.set_extension(_name, default=None, force=True)


def complete(nlp: Language, linker: Linker | None = None, judge: Judge | None = None) -> Language:
    """Return a pipeline with the steps that it lacks, and with another linker and judge than the shipped, if given.

    A linker comes with its judge: where none is given with it, nothing judges what it links.
    """
    for step in STEPS:
        if step not in nlp.pipe_names:
            nlp.add_pipe(step)
    attributor: Attributor = nlp.get_pipe(ATTRIBUTION)  # type: ignore[assignment]
    if linker is not None:
        attributor.linker = linker
    if linker is not None or judge is not None:
        attributor.judge = judge
    return nlp


class Attributor:
    """Leaves the attributions of a Doc on it; reads their contents with the tagger of its pipeline."""

    def __init__(self, nlp: Language, linker: Linker, judge: Judge | None) -> None:
        self._nlp = nlp
        self.linker = linker
        self.judge = judge

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of a tagged and parsed Doc."""
        reading = Reading.of(doc, doc._.quotations or (), self._tag, self.linker, self.judge)
        doc._.attributions = find_attributions(reading)
        return doc

    def _tag(self, docs: list[Doc]) -> list[list[Span]]:
        return self._nlp.get_pipe(COMPONENT).tag(docs)  # type: ignore[attr-defined,no-any-return]


@Language.factory(ATTRIBUTION, requires=["doc.spans", "doc.ents", *SYNTAX], assigns=["doc._.attributions"])
def make_attributor(nlp: Language, name: str) -> Attributor:
    """Return the component with the shipped linker and judge."""
    del name
    return Attributor(nlp, load_linker(), load_judge())


@Language.component(UNITS, requires=SYNTAX, assigns=["doc._.units"])
def find_units(doc: Doc) -> Doc:
    """Leave the military units on a Doc."""
    doc._.units = list(units(doc))
    return doc


@Language.component(
    COREFERENCE,
    requires=["doc.ents", "doc._.attributions", "doc._.units", *SYNTAX],
    assigns=["doc._.referents", "doc._.attributions"],
)
def find_referents(doc: Doc) -> Doc:
    """Leave on a Doc who everybody is; who says that they cannot comment keeps silent once."""
    hops = doc._.attributions.in_text_order()
    spoken = [hop for hop in hops if hop.source is not None and hop.kind != ACT]
    doc._.referents = resolve(
        doc,
        [chars(hop.source) for hop in spoken],
        [unit.span for unit in doc._.units],
        doc._.outlet,
        [(chars(content), chars(hop.source)) for hop in spoken for content in hop.content],
    )
    _drop_own_silence(doc)
    return doc


def _drop_own_silence(doc: Doc) -> None:
    """Drop the speaker's own silence in its own words: "the agency said [it] [could not comment]"."""
    found, referents = doc._.attributions, doc._.referents

    def speaks(hop: Hop) -> str | None:
        return referents.of(chars(hop.source)) if hop.source is not None else None

    silent = [(number, hop) for number, hop in found.items() if hop.inside is not None and hop.kind == "refusal"]
    found.stage = "own silence"
    found.drop([number for number, hop in silent if speaks(hop) == speaks(found[hop.inside]) is not None])


@Language.component(QUANTITIES, requires=SYNTAX, assigns=["doc._.numbers"])
def find_numbers(doc: Doc) -> Doc:
    """Leave on a Doc what its numbers count, or why they count nothing."""
    doc._.numbers = list(read_numbers(doc))
    return doc
