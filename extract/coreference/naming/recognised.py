"""The recogniser's names: torn ones made whole, those of several taken apart, each trimmed to the name itself.

Some end like a possessive: "Lowry's" of "Lowry's cut its forecast", where the recogniser saw "Lowry".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from whosays.extract.coreference.naming.edges import is_paper
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention, is_acronym, mention_at, trimmed
from whosays.extract.lexicon import country_of, gender_of_name, kinds, singular, word_class, word_set
from whosays.extract.records import EntityType

FINITE = frozenset(("VBD", "VBZ"))
STATE_BODIES = word_class("bodies_of_states") | {"community"}
QUARTERS = word_class("quarters")
NATIONS = word_set("England Scotland Wales")
SURE = 2  # places in which a name with "'s" does something: at one alone "Roe's noted" may be "Roe has noted"
SENT = frozenset(("Delegation", "Embassy", "Mission", "Representation"))  # bodies known by to whom they are sent
STATIONS = frozenset(("radio", "television", "tv"))
BREAKS = frozenset((",", "(", "and", "&"))
OF_ANY_BODY = word_class("of_any_body")
LABELS: dict[str, EntityType] = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Place",
    "Outlet": "Outlet",
    "MilitaryUnit": "MilitaryUnit",
}


def recognised(doc: Doc) -> Iterator[Mention]:
    """Yield the recogniser's names; a bracketed acronym at the end is cut off, as it is found again by itself."""
    yield from _joined(doc)
    for ent in doc.ents:
        if several := list(_listed(ent)):
            yield from several
            continue
        if _ends_a_body(ent):
            yield mention_at(doc, ent.start - 1, ent.end, "Organization")
            continue
        if ent.label_ == "Place" and (end := _town_body_end(ent)):
            yield mention_at(doc, ent.start, end, "Outlet" if is_paper(doc[end - 1]) else "Organization")
            continue
        if len(ent) == 3 and ent[1].text == "&" and _are_acronyms(ent[:1], ent[2:]) and ent.label_ in LABELS:
            yield mention_at(doc, ent.start, ent.start + 1, "Organization")
            yield mention_at(doc, ent.end - 1, ent.end, "Organization")
        elif is_station(doc, ent.end) and ent.label_ in ("Organization", "Outlet", "MilitaryUnit"):
            yield mention_at(doc, ent.start, ent.end + 1, "Outlet")
        elif _is_of_outlet(doc, ent.start):
            yield mention_at(doc, ent.start - 1, ent.end, "Outlet")
        elif ent.label_ in LABELS:
            end = next((i for i in range(ent.start + 1, ent.end) if doc[i].text == "("), ent.end)
            further = dict(_further_people(ent)) if ent.label_ == "Person" else {}
            mention = trimmed(doc, ent.start, min([end, *further]), LABELS[ent.label_])
            yield from further.values()
            if mention:
                yield mention


def _joined(doc: Doc) -> Iterator[Mention]:
    """Yield the names that the recogniser has torn in two."""
    for first, second in pairwise(doc.ents):
        ampersand = first.end + 1 == second.start and doc[first.end].text == "&"
        if ampersand and _are_acronyms(first, second):
            yield from (mention_at(doc, part.start, part.end, "Organization") for part in (first, second))
        elif ampersand:  # "Carrow & Pike", and "Carrow & [Pike CEO Jo Roe]"
            office = next((i for i in range(second.start + 1, second.end - 1) if _is_office(doc[i])), second.end)
            yield mention_at(doc, first.start, office, "Organization")
        elif end := _united(first, second):
            yield mention_at(doc, first.start, end, "Organization")
        elif _is_of_saint(first, second):
            yield mention_at(doc, first.start - 1, second.end, "Organization")
        elif _is_torn(first, second) and (whole := trimmed(doc, first.start, second.end, "Person")):
            yield replace(whole, text=whole.text.replace(")", "").replace("]", ""))


def _is_of_saint(first: Tokens, second: Tokens) -> bool:
    """Tell whether "St Orsola's High School" is one name, of which the recogniser saw "Orsola" and "High School"."""
    doc, saint = first.doc, first.start and first.doc[first.start - 1].text in ("St", "St.", "Saint")
    owned = first.end + 1 == second.start and is_possessive(doc[first.end])
    return bool(saint) and owned and second.label_ == "Organization"


def _is_office(token: Token) -> bool:
    return kinds(token.text) == {"person"} and not gender_of_name(token.text)


def _united(first: Tokens, second: Tokens) -> int | None:
    """Return where a torn name of a body ends: "International Bureau of the [Blue Tent]", "Orbex [UK]".

    A country ends a name in capitals alone, and before what the body does: "Orbex UK sales" are those in the UK.
    """
    doc, between = first.doc, first.doc[first.end : second.start]
    if _is_hyphened(first, second):
        return second.end
    torn = first.label_ == "Person" and " " not in first.text and not gender_of_name(first.text)  # "T-Mobile"
    if not (first.label_ == "Organization" or torn) or not first.text[:1].isupper():
        return None
    joined = [token.lower_ for token in between if token.lower_ != "the"] in (["of"], ["for"])
    if [t.lower_ for t in between if t.lower_ != "the"] == ["to"] and first[-1].text in SENT:  # "Mission [to the EU]"
        return second.end if second.label_ in ("Organization", "Place") else None
    of_any = all(_says_no_name(token) for token in first if token.is_alpha)
    if joined and second.label_ == "Organization" and (of_any or _is_court(first)):
        return second.end
    if joined and second.label_ == "Place" and first[-1].text.istitle() and _is_of_places(first):
        return _places_end(second)
    abroad = not len(between) and second.label_ == "Place" and second.text.isupper() and country_of(second.text)
    following = doc[second.end] if second.end < len(doc) else None
    does = following is not None and (following.tag_.startswith("VB") or following.tag_ == "MD")
    return second.end if abroad and does else None


def _is_of_places(body: Tokens) -> bool:
    """Tell whether a place may end a body's name: "Ferry Community [of Marl]", "Chartered Engineers [of Korrin]"."""
    noun = body[-1].lower_
    members = len(body) > 1 and singular(noun) != noun and "person" in kinds(noun)
    return "organisation" in kinds(noun) or noun in STATE_BODIES or members


def _is_court(first: Tokens) -> bool:
    """Tell "the Court of Appeals [for the Marl Circuit]"."""
    return any(token.text == "Court" for token in first)


def _places_end(place: Tokens) -> int:
    """Return where the places end of "Port Authority of [Marl and Orlune]"."""
    doc, end = place.doc, place.end
    further = next((ent for ent in doc.ents if ent.start == end + 1 and ent.label_ == "Place"), None)
    return further.end if further is not None and doc[end].lower_ == "and" else end


def _is_hyphened(first: Tokens, second: Tokens) -> bool:
    """Tell whether one firm is "Carrow-Pike", of which neither half stands alone anywhere."""
    doc, hyphen = first.doc, first.doc[first.end : second.start]
    glued = hyphen.text == "-" and not doc[first.end - 1].whitespace_ and not hyphen[0].whitespace_
    if not glued or not first.label_ == second.label_ == "Organization" or doc[first.end].ent_type_:
        return False
    alone = {ent.text for ent in doc.ents if not (ent.start and doc[ent.start - 1].text == "-") and _ends_word(ent)}
    return not {first.text, second.text} & alone


def _ends_word(ent: Tokens) -> bool:
    return ent.end == len(ent.doc) or ent.doc[ent.end].text != "-" or bool(ent[-1].whitespace_)


def _says_no_name(token: Token) -> bool:
    return token.lower_ in OF_ANY_BODY or "organisation" in kinds(token.text)


def _listed(ent: Tokens) -> Iterator[Mention]:
    """Yield the names in what the recogniser took for one: "Carrow and Pike" of two firms, "Reps. Jo Roe and Al Lund".

    A firm of two founders ("Carrow and Pike") has neither of their names elsewhere.
    """
    doc = ent.doc
    cuts = [i for i in range(ent.start + 1, ent.end - 1) if doc[i].text in BREAKS]
    stroke = next((i for i in range(ent.start + 2, ent.end - 2) if doc[i].text == "/"), None)
    if stroke and ent.label_ in ("Organization", "Outlet"):  # "Marl Herald/Orlune Herald"
        halves = (trimmed(doc, s, e, LABELS[ent.label_]) for s, e in ((ent.start, stroke), (stroke + 1, ent.end)))
        yield from (half for half in halves if half)
        return
    joint = next((i for i in cuts if doc[i].lower_ == "and"), None)
    if joint is None or joint != cuts[-1]:
        return
    parts = [(s, e) for s, e in pairwise([ent.start - 1, *cuts, ent.end]) if s + 1 < e]
    others = {token.text for other in doc.ents if other.start != ent.start for token in other}
    if ent.label_ == "Person":
        people = [trimmed(doc, s + 1, e, "Person") for s, e in parts]
        if all(
            m and e == m.end and m.text[:1].isupper() and (" " in m.text or m.text in others)
            for m, (_, e) in zip(people, parts, strict=True)
        ):
            yield from (mention for mention in people if mention)
    elif ent.label_ in ("Organization", "Outlet") and len(parts) == len(cuts) + 1 == 2:
        acronyms = any(e - s == 2 and is_acronym(doc[s + 1]) for s, e in parts)  # "the KBN and the [Harbour Board]"
        first = {other.text.split()[0].partition(".")[0] for other in doc.ents if other.start != ent.start}
        article = doc[joint + 1].text == "The"  # "Herald and The Post"
        if acronyms or article or all(doc[s + 1].text in first for s, _ in parts):
            yield from (m for s, e in parts if (m := trimmed(doc, s + 1, e, LABELS[ent.label_])))


def _ends_a_body(place: Tokens) -> bool:
    """Tell "Colleges Korrin, which speaks for them," from a country: no word before that one goes with it."""
    doc, before = place.doc, place.doc[place.start - 1] if place.start else None
    if before is None or place.label_ != "Place" or place.end + 1 >= len(doc):
        return False
    if country_of(place.text) is None and place.text not in NATIONS:
        return False
    behind = doc[place.end : place.end + 2]
    does = behind[0].tag_ in (*FINITE, "MD") or (behind[0].text == "," and behind[1].lower_ == "which")
    word = before.text.istitle() and before.tag_.startswith("NNP") and not before.ent_type_
    other = kinds(before.text) & {"person", "people"} or country_of(before.text) or before.lower_ in QUARTERS
    person = any(before.text in ent.text for ent in doc.ents if ent.label_ == "Person")  # "he told Roe Korrin would"
    return does and word and not other and not person


def _town_body_end(ent: Tokens) -> int | None:
    """Return where "Marl County Public Schools" or "Marl Register" ends, of which the recogniser saw only the place."""
    doc, end = ent.doc, ent.end
    if country_of(ent.text):
        return None
    while (
        end < len(doc)
        and doc[end].text.istitle()
        and doc[end].tag_.startswith(("NN", "JJ"))
        and not doc[end].is_sent_start
    ):
        end += 1
    found = kinds(doc[end - 1].text) if end > ent.end else frozenset()
    body = found == {"organisation"} or (end > ent.end and is_paper(doc[end - 1]))
    return end if body and doc[end - 1].ent_type_ in ("", "Organization", "Outlet") else None


def _are_acronyms(first: Tokens, second: Tokens) -> bool:
    """Tell the two bodies of "NRO & DGH" from the one firm "Carrow & Pike"."""
    return all(len(part) == 1 and len(part.text) > 2 and part.text.isupper() for part in (first, second))


def is_station(doc: Doc, end: int) -> bool:
    """Tell whether a body's name goes on as its station's: "Army [Radio]", whose words are not the army's."""
    if end >= len(doc) or doc[end].lower_ not in STATIONS or not doc[end].text[:1].isupper():
        return False
    return not (end + 1 < len(doc) and doc[end + 1].text[:1].isupper())


def _is_torn(first: Tokens, second: Tokens) -> bool:
    """Tell whether the recogniser saw two people in "Jo" and "Roe" that stand side by side.

    So do "Former President Jo" and "Roe", and the two of "[President Jo] Roe", whose first name an editor has put in.
    """
    people = first.label_ == second.label_ == "Person" and second[0].is_alpha
    given = gender_of_name(first[-1].text) is not None
    if people and first.doc[first.end : second.start].text in (")", "]"):
        return given
    if not people or first.end != second.start:
        return False
    if len(first) > 1:
        alone = trimmed(first.doc, first.start, first.end, "Person")
        return given and alone is not None and alone.end - alone.start == 1
    whole = f"{first.text} {second.text}".lower()
    return given or any(ent.text.lower() == whole for ent in first.doc.ents)


def _further_people(ent: Tokens) -> Iterator[tuple[int, Mention]]:
    """Yield who else is named in "Jo Roe (R-Korra), Senate leader Ann Lund", taken for one, and the mark before."""
    doc = ent.doc
    for at in range(ent.start + 1, ent.end - 1):
        if doc[at].text in (",", "and", "&"):
            end = next((i for i in range(at + 1, ent.end) if doc[i].text in BREAKS), ent.end)
            mention = trimmed(doc, at + 1, end, "Person")
            if mention and mention.start > at and " " in mention.text and gender_of_name(mention.text.split()[0]):
                yield at, mention


def _is_of_outlet(doc: Doc, start: int) -> bool:
    """Tell whether "Radio" opens a name ("Radio Carrow") of which the recogniser left it out."""
    before = doc[max(0, start - 2) : start]
    capitals = [token.text[:1].isupper() and not token.is_sent_start for token in before]
    return capitals == [False, True] and not before[1].ent_type_ and kinds(before[1].text) == {"outlet"}


def with_apostrophes(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, as a body's with its "'s" one that never stands without it, and with it does something."""
    owning = {m for m in mentions if m.end < len(doc) and is_possessive(doc[m.end]) and len(doc[m.end].text) > 1}
    bare = {m.text for m in mentions if m not in owning}
    acting = [m.text for m in owning if m.type in ("Organization", "Person") and m.text not in bare and _acts(doc, m)]
    called = {m.text for m in owning if m.start and doc[m.start - 1].is_lower and is_body(doc[m.start - 1])}
    whole = {text for text in acting if acting.count(text) >= SURE or text in called}  # "the agency Lowry's has"
    for mention in mentions:
        named = mention.text in whole and mention.type != "Place"
        text = f"{mention.text}’s"
        yield replace(mention, end=mention.end + 1, text=text, type="Organization") if named else mention


def is_body(token: Token) -> bool:
    """Tell a noun for a body, and for nothing else."""
    return kinds(token.text) == {"organisation"}


def _acts(doc: Doc, mention: Mention) -> bool:
    """Tell whether a verb follows "Lowry's", and nothing that would be Lowry's: not "Lowry's lost sheep"."""
    verb = next((t for t in doc[mention.end + 1 : mention.end + 3] if t.pos_ != "ADV"), None)
    if verb is None or not verb.tag_.startswith("VB") or verb.tag_ == "VBG":
        return False
    following = doc[verb.i + 1].tag_ if verb.i + 1 < len(doc) else ""
    return not following.startswith(("NN", "JJ")) or (following.startswith("NNP") and verb.tag_ in FINITE)
