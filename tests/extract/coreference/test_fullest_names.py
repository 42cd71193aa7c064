"""A voice has the fullest name that the article gives it, and no more than that."""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc

from tests.extract.coreference.test_last_told_of import parsed
from tests.extract.coreference.test_surroundings import NLP
from whosays.extract.coreference import resolve
from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.records import Entity

VERBS = ("agreed", "denied", "left", "met", "said", "told", "wept", "wrote")


def read(text: str, **entities: str) -> Doc:
    """Return the Doc of a text in which a recogniser has seen ``entities``, by label ("A; B"), at every place."""
    doc = NLP(text)
    known = {word for listed in entities.values() for word in listed.replace(";", "").split()}
    for token in doc:
        name = token.text[:1].isupper() and (not token.is_sent_start or token.text in known)
        token.tag_ = "NNP" if name else "VBD" if token.text in VERBS else "NN"
    spans = [
        doc.char_span(match.start(), match.end(), label=label)
        for label, listed in entities.items()
        for name in listed.split("; ")
        for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text)
    ]
    seen: list[int] = []
    for span in sorted((s for s in spans if s is not None), key=lambda s: s.start - s.end):
        if not set(range(span.start, span.end)) & set(seen):
            seen.extend(range(span.start, span.end))
            doc.set_ents([*doc.ents, span], default="outside")
    return doc


def found(text: str, **entities: str) -> list[str]:
    """Return the names of a text, in order."""
    return [mention.text for mention in find_mentions(read(text, **entities), [], [])]


def meant(text: str, *sources: str, **entities: str) -> Entity | None:
    """Return who the last source of a text is; each of them stands where it is written last."""
    places = [(text.rindex(source), text.rindex(source) + len(source)) for source in sources]
    referents = resolve(read(text, **entities), places)
    number = referents.of(places[-1])
    return next((entity for entity in referents.entities if entity.id == number), None)


def name_of(text: str, *sources: str, **entities: str) -> str | None:
    """Return the name of who the last source is."""
    entity = meant(text, *sources, **entities)
    return entity.name if entity is not None else None


@pytest.mark.parametrize(
    ("text", "entities", "name"),
    [
        ("Gulls QB Orvin Brandt left.", {"Person": "Gulls QB Orvin Brandt"}, "Orvin Brandt"),
        ("Herons DE Ida Brandt left.", {"Person": "Herons DE Ida Brandt"}, "Ida Brandt"),
        ("They saw QB Anna Brandt.", {"Person": "QB Anna Brandt"}, "Anna Brandt"),
        ("Carrow executive VP Anna Brandt left.", {"Person": "Carrow executive VP Anna Brandt"}, "Anna Brandt"),
        ("They saw JT Brandt.", {"Person": "JT Brandt"}, "JT Brandt"),
        ("They saw Supervisor Alvo Brandt.", {"Person": "Alvo Brandt"}, "Alvo Brandt"),
        ("They saw Advocate Alvo Brandt.", {"Person": "Alvo Brandt"}, "Alvo Brandt"),
        ("The Brandt administration left.", {"Person": "Brandt administration"}, "Brandt"),
        ("The Brandt government left.", {"Person": "Brandt government"}, "Brandt"),
        ("The Brandt campaign left.", {"Person": "Brandt campaign"}, "Brandt"),
    ],
)
def test_a_position_and_a_noun_are_no_part_of_a_person_s_name(text: str, entities: dict[str, str], name: str) -> None:
    """What stands before a name, and the body that is called after somebody, are left out."""
    assert found(text, **entities)[0] == name


@pytest.mark.parametrize("surname", ["King", "Bishop", "Judge"])
def test_an_office_may_be_a_surname(surname: str) -> None:
    """Behind a first name that is on no list, "King" is a name, and then stands for it alone."""
    text = f"They met Orvelle {surname} there. Snow fell. {surname} said so."
    assert name_of(text, surname, Person=f"Orvelle {surname}") == f"Orvelle {surname}"


@pytest.mark.parametrize("office", ["Swedish King", "Velmark Lawmaker", "Deputy Judge"])
def test_an_office_behind_a_people_or_a_rank_is_no_surname(office: str) -> None:
    """Whose king it is, is no first name."""
    assert found(f"They met the {office} there.", Person=office) == []


@pytest.mark.parametrize(
    "office",
    [
        "High Commissioner for Human Rights",
        "Minister of Foreign Affairs",
        "Commissioner for Justice",
    ],
)
def test_an_office_without_a_holder_is_no_name(office: str) -> None:
    """Of "the High Commissioner for Human Rights" no part is a person's name."""
    assert found(f"They met the {office}.", Person=office) == []
    assert name_of(f"The {office} wrote.", f"The {office}", Person=office) == office


@pytest.mark.parametrize(
    "office", ["U.S. Attorney for the District of Marl", "US Attorney for the Harbour", "U.S. Lawyer for the Rivers"]
)
def test_the_lawyer_of_a_state_has_a_name_behind_the_district(office: str) -> None:
    """The district is none of the name, though nobody is a lawyer for it."""
    assert found(f"Acting {office} Ida Brandt left.", Person=f"Acting {office} Ida Brandt")[-1] == "Ida Brandt"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaking to the Marl Mail Brandt wept. They know Ida Brandt.", ["Marl Mail", "Brandt", "Ida Brandt"]),
        ("Talking to the Korra Times Lund wept. They know Jo Lund.", ["Korra Times", "Lund", "Jo Lund"]),
        ("Writing in the Harbour Post Hask wept. They know Al Hask.", ["Harbour Post", "Hask", "Al Hask"]),
    ],
)
def test_who_speaks_to_a_paper_is_no_part_of_its_name(text: str, names: list[str]) -> None:
    """A comma is missing, and the surname is known from elsewhere."""
    paper, person = " ".join(names[:2]), names[2]
    assert found(text, Outlet=paper, Person=person) == names


@pytest.mark.parametrize("noun", ["newspaper", "magazine", "website"])
def test_what_an_outlet_is_is_no_part_of_its_name(noun: str) -> None:
    """ "Sarnweek magazine" is Sarnweek."""
    assert found(f"They read Sarnweek {noun}.", Organization=f"Sarnweek {noun}") == ["Sarnweek"]


@pytest.mark.parametrize("last", ["Register", "Gazette", "Tribune"])
def test_a_paper_s_name_has_its_last_word(last: str) -> None:
    """The recogniser saw only the town."""
    assert found(f"They read the Lower Marl {last} there.", Place="Lower Marl") == [f"Lower Marl {last}"]
    assert found(f"They read the Lower Marl {last} there.", Outlet="Lower Marl") == [f"Lower Marl {last}"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Harbour County Fire Board", "HCFB"),
        ("Lower Marl Rescue Office", "LMRO"),
        ("Korra River Watch Agency", "KRWA"),
    ],
)
def test_initials_of_a_body_are_no_person(full: str, short: str) -> None:
    """Whatever the recogniser takes "HCFB" for, it is the board."""
    entity = meant(f"The {full} met. {short} wrote.", short, Organization=full, Person=short)
    assert entity is not None
    assert (entity.name, entity.type) == (full, "Organization")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Marl Independent Grid Operator", "Marl IGO"),
        ("Korra Rivers and Lakes Board", "Korra RLB"),
        ("Velmark Harbour Safety Agency", "Velmark HSA"),
    ],
)
def test_a_body_keeps_its_place_before_its_initials(full: str, short: str) -> None:
    """ "Marl IGO" is the Marl Independent Grid Operator."""
    assert name_of(f"The {full} met. {short} wrote.", short, Organization=f"{full}; {short}") == full


@pytest.mark.parametrize("where", ["Marl", "Korra", "Sarn"])
def test_initials_go_before_the_beginning_of_a_longer_name(where: str) -> None:
    """ "HLP" is Harbour and Lake Protection, not its station at Marl."""
    text = f"The HLP {where} closed. Harbour and Lake Protection met. HLP wrote."
    names = f"HLP {where}; Harbour and Lake Protection; HLP"
    assert name_of(text, "HLP", Organization=names) == "Harbour and Lake Protection"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("VW", "Volkswagen"),
        ("DOJ", "Justice Department"),
        ("Chinese CDC", "Chinese Center for Disease Control and Prevention"),
    ],
)
def test_what_everybody_shortens_is_one(short: str, full: str) -> None:
    """The table tells which names of one body are not made of its initials."""
    assert name_of(f"The {full} met. The {short} wrote.", short, Organization=f"{full}; {short}") == full


def test_an_article_is_no_part_of_a_union_s_name() -> None:
    """ "The EU" is the European Union that the article has in full."""
    text = "The EU met. The European Union left. The EU wrote."
    assert name_of(text, "The EU", Organization="EU; European Union") == "European Union"


@pytest.mark.parametrize(
    ("capital", "country"), [("Moscow", "Russia"), ("Beijing", "China"), ("Washington", "United States")]
)
def test_a_capital_speaks_for_its_country(capital: str, country: str) -> None:
    """Where the article names the country, too, its government has that name; the city stays one."""
    text = f"Troops left {country}. Snow fell in {capital}. {capital} denied it."
    entity = meant(text, capital, Place=f"{country}; {capital}")
    assert entity is not None
    assert (entity.name, entity.type, len(entity.mentions)) == (country, "Organization", 1)
    assert name_of(f"Snow fell. {capital} denied it.", capital, Place=capital) == capital


@pytest.mark.parametrize(
    ("country", "body"), [("Ukraine", "Air Force"), ("Russia", "Defence Ministry"), ("France", "Supreme Court")]
)
def test_a_body_of_any_state_has_whose_it_is_in_its_name(country: str, body: str) -> None:
    """Every state has a ministry of defence; a body with a name of its own needs no country."""
    text = f"{country}’s {body} met. The {body} wrote."
    assert name_of(text, f"The {body}", Place=country, Organization=body) == f"{country}’s {body}"
    text = f"{country}’s Orbex {body} met. The Orbex {body} wrote."
    assert name_of(text, f"The Orbex {body}", Place=country, Organization=f"Orbex {body}") == f"Orbex {body}"


@pytest.mark.parametrize(
    ("source", "names", "name"),
    [
        ("A group called the Marl League", {"Organization": "Marl League"}, "Marl League"),
        ("a man named Orvin Brandt", {"Person": "Orvin Brandt"}, "Orvin Brandt"),
        ("a charity known as Open Rivers", {"Organization": "Open Rivers"}, "Open Rivers"),
        ("Korrwings manager for marketing Alvo Brandt", {"Person": "Alvo Brandt"}, "Alvo Brandt"),
        ("Marl Foods director of operations Ida Brandt", {"Person": "Ida Brandt"}, "Ida Brandt"),
        ("Sarn vice president for sales Jo Brandt", {"Person": "Jo Brandt"}, "Jo Brandt"),
        ("China’s ambassador to Britain Alvo Brandt", {"Person": "Britain Alvo Brandt"}, "Alvo Brandt"),
        ("France’s envoy to the United Nations Ida Brandt", {"Person": "Ida Brandt"}, "Ida Brandt"),
        ("Spain’s ambassador to NATO Jo Brandt", {"Person": "Jo Brandt"}, "Jo Brandt"),
    ],
)
def test_who_is_named_at_the_end_of_a_phrase_speaks(source: str, names: dict[str, str], name: str) -> None:
    """Behind "called", a department or a host country stands the name of who is described."""
    assert name_of(f"Snow fell, {source} wrote.", source, **names) == name


@pytest.mark.parametrize("source", ["a lawyer for cyclist Ida Brandt", "the widow of actor Ida Brandt"])
def test_whom_a_phrase_is_about_does_not_speak(source: str) -> None:
    """A cyclist is no department."""
    assert name_of(f"Snow fell, {source} wrote.", source, Person="Ida Brandt") != "Ida Brandt"


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("Orbex CEO Alvo Brandt", "Orbex CEO"),
        ("China’s ambassador to Britain Alvo Brandt", "China’s ambassador to Britain"),
        ("Harbour Police Chief Alvo Brandt", "Harbour police chief"),
    ],
)
def test_a_description_is_who_is_told_to_be_just_that(told: str, source: str) -> None:
    """ "Orbex CEO" is whom the article calls so beside the name."""
    text = f"They met {told} there.\n\nSnow fell. {source} wept."
    assert name_of(text, source, Person="Alvo Brandt") == "Alvo Brandt"


@pytest.mark.parametrize("role", ["Orbex CEO", "Marl police chief", "Sarn harbour master"])
def test_of_two_with_one_role_neither_is_meant(role: str) -> None:
    """A description that two are told to be is nobody's."""
    text = f"They met {role} Alvo Brandt there, and not {role} Ida Lund.\n\nSnow fell. {role} wept."
    assert name_of(text, role, Person="Alvo Brandt; Ida Lund") not in ("Alvo Brandt", "Ida Lund")


@pytest.mark.parametrize("told", ["Ida Brandt, 36, left.", "Ida Brandt (36) left.", "They met 36-year-old Ida Brandt."])
def test_an_age_tells_who_is_meant(told: str) -> None:
    """ "The 36-year-old" is whose age the article tells; another age is another's."""
    people = "Ida Brandt; Jo Lund"
    assert name_of(f"{told} They met Jo Lund. The 36-year-old wept.", "The 36-year-old", Person=people) == "Ida Brandt"
    other = name_of(f"{told} They met Jo Lund. The 52-year-old wept.", "The 52-year-old", Person=people)
    assert other not in ("Ida Brandt", "Jo Lund")


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("U.S. Attorney’s Office for Western Marl", "The U.S. attorney's office"),
        ("Marl Harbour Rescue Office", "the rescue office"),
        ("Korra Roads Watch Agency", "the roads watch agency"),
    ],
)
def test_a_body_is_described_by_its_own_words(full: str, short: str) -> None:
    """The beginning or the end of a body's name in small letters is that body, if only one has it."""
    text = f"They wrote to the {full} on Monday. Snow fell. {short} agreed."
    assert name_of(text, short, Organization=full) == full
    other = f"Lower {full}"
    text = f"They wrote to the {full} and the {other} on Monday. Snow fell. {short} agreed."
    if not full.startswith("U.S."):
        assert name_of(text, short, Organization=f"{full}; {other}") != full


@pytest.mark.parametrize("source", ["Both men", "both men", "The two men"])
def test_both_are_the_two_who_are_joined(source: str) -> None:
    """Where the article joins just two people, both men are they; of four, nobody knows which two."""
    text = f"They freed Adam Brandt and Jakob Lund. Snow fell. {source} wept."
    entity = meant(text, source, Person="Adam Brandt; Jakob Lund")
    assert entity is not None
    assert (entity.name, len(entity.members)) == ("Adam Brandt and Jakob Lund", 2)
    text = f"They freed Adam Brandt and Jakob Lund. They met Ivan Hask and Emil Marr. {source} wept."
    assert name_of(text, source, Person="Adam Brandt; Jakob Lund; Ivan Hask; Emil Marr") == source.removeprefix("The ")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Both sides", "Both sides"),
        ("Those in favour of tolls", "Those in favour of tolls"),
        ("Those against the bridge", "Those against the bridge"),
    ],
)
def test_a_description_keeps_the_word_that_it_needs(source: str, name: str) -> None:
    """Without "both" or "those" nothing is described."""
    assert name_of(f"{source} wrote.", source) == name


@pytest.mark.parametrize(
    ("text", "source", "entities", "name"),
    [
        ("They heard Ida Brandt of the Times. {} wept.", "Brandt of the Times", "Ida Brandt", "Ida Brandt"),
        ("They met Orvin Lund. {} wept.", "Lund of the Harbour Post", "Orvin Lund", "Orvin Lund"),
        ("Ada Hask came. {} wept.", "Hask of the Marl Gazette", "Ada Hask", "Ada Hask"),
    ],
)
def test_whose_reporter_somebody_is_is_no_part_of_the_name(text: str, source: str, entities: str, name: str) -> None:
    """ "Brandt of the Times" is Ida Brandt."""
    assert name_of(text.format(source), source, Person=entities) == name


@pytest.mark.parametrize("document", ["Data", "Figures", "Footage"])
def test_a_country_does_not_issue_what_is_gathered_there(document: str) -> None:
    """Data from Poland are from there; a statement from there is its government's."""
    assert name_of(f"{document} from Poland told more.", f"{document} from Poland", Place="Poland") != "Poland"
    assert name_of("A statement from Poland told more.", "A statement from Poland", Place="Poland") == "Poland"


@pytest.mark.parametrize("owner", ["Canada", "France", "Spain"])
def test_a_report_is_of_a_state_s_auditor_not_of_the_state(owner: str) -> None:
    """Behind the possessive stands who issued it."""
    source = f"a report by {owner}’s auditor"
    assert name_of(f"Snow fell, {source} told.", source, Place=owner) != owner


@pytest.mark.parametrize("headline", ["Ida Brandt’s Plans", "Orvin Brandt’s Ferry", "Jo Brandt’s Bridge"])
def test_a_headline_may_be_the_only_place_with_a_name_in_full(headline: str) -> None:
    """Where the story has the given name and the surname apart, the headline joins them."""
    full = headline.partition("’")[0]
    given = full.partition(" ")[0]
    text = f"Praise of {headline}\n\nThey like what {given} did. Snow fell. Then Brandt agreed. Brandt wept."
    assert name_of(text, "Brandt", Person=f"{full}; {given}; Brandt") == full


@pytest.mark.parametrize("glued", ["Ida BrandtKorra", "Jo BrandtIda Marie", "Al BrandtBiography"])
def test_a_lost_space_is_no_part_of_a_name(glued: str) -> None:
    """ "BrandtKorra" is Brandt where the article has Brandt alone."""
    text = f"They know {glued} County well. Then Brandt left. Brandt wept."
    assert name_of(text, "Brandt", Person=f"{glued}; Brandt") == f"{glued.partition(' ')[0]} Brandt"


@pytest.mark.parametrize("first", ["he", "Jo Hask", "she"])
def test_who_speaks_with_a_secretary_of_state_is_heard(first: str) -> None:
    """ "He and Secretary of State Ida Brandt" are two."""
    source = f"{first} and Secretary of State Ida Brandt"
    text = f"They met Jo Hask. Then {source} agreed."
    entity = meant(text, source, Person="Jo Hask; Ida Brandt")
    assert entity is not None
    assert entity.name != "Ida Brandt"


@pytest.mark.parametrize("other", ["a Jo Brandt", "an Alvo Brandt", "a Peter Brandt"])
def test_who_is_new_is_not_the_one_called_by_surname(other: str) -> None:
    """ "A Jo Brandt" does not take the surname over from whom the article is about."""
    text = f"Mayor Ida Brandt left. The page is of {other}. Brandt wept."
    assert name_of(text, "Brandt", Person=f"Ida Brandt; {other.partition(' ')[2]}; Brandt") == "Ida Brandt"


@pytest.mark.parametrize("others", ["Eve, Ida", "Ada, Eve", "Marie, Anna"])
def test_a_list_of_first_names_shares_no_surname(others: str) -> None:
    """Of "Ida and Eve Brandt" both are Brandts, of "Ada, Ida and Eve Brandt" one."""
    first, second = others.split(", ")
    pair = found(f"They met {second} and Eve Brandt there.", Person=f"{second}; Eve Brandt")
    assert pair == [f"{second} Brandt", "Eve Brandt"]
    three = found(f"They met {others} and Eve Brandt there.", Person=f"{first}; {second}; Eve Brandt")
    assert three == [first, second, "Eve Brandt"]


@pytest.mark.parametrize("full", ["Sadeq Abu Hask", "Ida von Hask", "Orvin van Hask"])
def test_a_particle_belongs_to_a_surname(full: str) -> None:
    """ "Hask" alone is rather Ada Hask than Ida von Hask, who was named last."""
    text = f"Ada Hask left. They met {full} there. Hask wept."
    assert name_of(text, "Hask", Person=f"Ada Hask; {full}; Hask") == "Ada Hask"


@pytest.mark.parametrize(
    ("full", "short"),
    [("Marl Public Works Board", "PWB"), ("Korra River Watch Office", "RWO"), ("Sarn Flood Relief Board", "FRB")],
)
def test_initials_may_leave_out_the_town(full: str, short: str) -> None:
    """ "PWB" is the Marl Public Works Board."""
    assert name_of(f"The {full} met. The {short} wrote.", f"The {short}", Organization=f"{full}; {short}") == full


@pytest.mark.parametrize("body", ["International River Court", "World Flood Court", "International Court of Rivers"])
def test_a_state_s_court_is_no_international_one(body: str) -> None:
    """ "France’s top court" is not the only court that the article names."""
    text = f"The {body} met. Snow fell. France’s top court agreed."
    assert name_of(text, "France’s top court", Place="France", Organization=body) != body


@pytest.mark.parametrize("papers", ["reports by witnesses", "letters by farmers", "a study by students"])
def test_a_paper_is_no_organisation(papers: str) -> None:
    """ "The organisation" that speaks next is nobody's reports."""
    text = f"Snow fell, {papers} told. The organisation agreed."
    assert name_of(text, papers, "The organisation") not in (papers, papers.removeprefix("a "))


@pytest.mark.model
@pytest.mark.parametrize("where", ["in Turkey", "in Spain", "at Oslo"])
def test_which_tells_of_a_body_not_of_where_it_is(where: str) -> None:
    """A country that is only where a body is does not speak."""
    text = f"She works for the Rivers Group {where}, which said that the dam was safe."
    entity = parsed(text, "which")
    assert entity is None or entity.name == "Rivers Group"


@pytest.mark.model
@pytest.mark.parametrize("body", ["airline", "bank", "university"])
def test_what_a_sentence_begins_with_tells_what_a_name_is(body: str) -> None:
    """ "Spain’s oldest bank, Korrva" is a bank."""
    entity = parsed(f"Spain’s oldest {body}, Korrva is said to be for sale. The buyer denied it.", "Korrva")
    assert entity is not None
    assert entity.type == "Organization"


@pytest.mark.model
@pytest.mark.parametrize(
    "opening", ["During five years at the club", "After leaving the administration", "While training at the academy"]
)
def test_who_does_something_at_a_body_is_none(opening: str) -> None:
    """ "At the club, Corvane" is no club."""
    entity = parsed(f"Corvane was a midfielder. {opening}, Corvane said that he was happy.", "Corvane")
    assert entity is not None
    assert entity.type == "Person"


@pytest.mark.parametrize("letters", ["QC", "KC", "OBE"])
def test_letters_behind_a_name_hide_nobody(letters: str) -> None:
    """Who is told with an office before the name and letters behind it goes by the name."""
    source = f"The chairman of the Harbour Council, Alvo Brandt {letters}"
    told = {"Person": f"Alvo Brandt {letters}", "Organization": "Harbour Council"}
    assert name_of(f"{source}, left.", source, **told) == "Alvo Brandt"
