"""The outlet register: that it is large, that a domain is one outlet's, and how lists become it."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from training.outlets import Entry, host, owner_named, register
from whosays.extract.lexicon import country_named, registered_at
from whosays.extract.lexicon import register as registered


def test_the_register_is_large_and_clear() -> None:
    """Thousands of outlets; each domain one's, each with a name that is no country's, a country, and no stray cells."""
    outlets = registered()
    assert len(outlets) > 3_000
    domains = Counter(domain for outlet in outlets for domain in outlet.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []
    assert [outlet.name for outlet in outlets if country_named(outlet.name)] == []
    assert {outlet.country is not None and len(outlet.country) for outlet in outlets} == {2}
    assert {outlet.kind for outlet in outlets} <= {"newspaper", "magazine", "station", "agency", None}


def test_a_domain_leads_to_its_outlet() -> None:
    """Name, country and kind are there; a domain that nobody knows leads nowhere."""
    found = registered_at("aikenstandard.com")
    assert found is not None
    assert (found.name, found.country, found.kind) == ("Aiken Standard", "US", "newspaper")
    assert registered_at("aiken.example") is None


@pytest.mark.parametrize(
    ("domain", "names", "expected"),
    [
        ("quay.example", ["The Quay"], ["The Quay"]),
        ("liskpost.example", ["Oster Courier", "Lisk Post"], ["Lisk Post"]),
        ("presses.example", ["Oster Courier", "Lisk Post"], []),
        ("lisk.edu", ["Lisk Student"], []),
        ("facebook.com", ["Lisk Post"], []),
    ],
)
def test_a_shared_domain_is_his_whose_name_it_spells(domain: str, names: list[str], expected: list[str]) -> None:
    """A domain of several papers stands for none of them, unless it spells one; that of a university is no paper's."""
    entries = [(domain, Entry([name], "US", "", "newspaper", "local")) for name in names]
    assert [row[0] for row in register(entries)] == expected


def test_what_is_known_better_goes_before_the_lists() -> None:
    """A line by hand names a domain that an open list has misnamed."""
    entries = [
        ("quay.example", Entry(["Cat's Lisk"], "US", "", "magazine", "local")),
        ("quay.example", Entry(["Quay"], "US", "", "", "hand")),
    ]
    assert [(row[0], row[-1]) for row in register(entries)] == [("Quay", "hand")]


def test_the_register_knows_the_press_of_the_world() -> None:
    """Most countries have an outlet, with its agency where it has one, and no outlet of a country outweighs them."""
    countries = Counter(outlet.country for outlet in registered())
    assert len(countries) > 150
    assert sum(countries.values()) - countries["US"] > 1_000
    agencies = [registered_at(domain) for domain in ("angop.ao", "montsame.mn")]
    assert {outlet.kind for outlet in agencies if outlet} == {"agency"}
    own = [Entry(["Lisk Post", "The Post"], "LK", "Quay Group", "newspaper", "own"), Entry(["Lisk"], "LK")]
    rows = register([("post.example", entry) for entry in own])
    assert rows == [("Lisk Post", "The Post", "post.example", "LK", "Quay Group", "newspaper", "own")]


def test_hosts_are_compared_in_one_form() -> None:
    """Schemes, www and paths are gone; what is no host is nothing."""
    assert host("https://www.Quay.example/home") == host("quay.example") == "quay.example"
    assert host("quay") == host("") == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Gray Televisoin", "Gray Television"),
        ("Nexstar Media Group", "Nexstar"),
        ("Lisk Quay Media", "Lisk Quay Media"),
    ],
)
def test_an_owner_has_one_name(written: str, meant: str) -> None:
    """However the lists write it; who stands there once is called as it stands."""
    assert owner_named(written) == meant


def test_no_owner_of_the_register_is_written_in_two_ways() -> None:
    """But for case, marks and the form of the firm, owners differ; and none has a spelling that is known for a slip."""
    owners = {outlet.owner for outlet in registered() if outlet.owner}
    plain = Counter(re.sub(r"\W|(?i:\b(?:inc|llc|company|corporation)\b)", "", owner).casefold() for owner in owners)
    assert [owner for owner, count in plain.items() if count > 1] == []
    assert [owner for owner in owners if owner_named(owner) != owner] == []


def test_a_station_is_of_the_country_that_its_call_sign_tells() -> None:
    """Stations of Tijuana are seen in San Diego; a host of a network is none of its stations."""
    mexican = [outlet for outlet in registered() if re.fullmatch(r"X[EH][A-Z]{1,4}", outlet.name)]
    assert mexican
    assert {outlet.country for outlet in mexican} == {"MX"}
    network = registered_at("iontelevision.com")
    assert network is not None
    assert network.name == "Ion Television"
