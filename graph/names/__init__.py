"""Names made comparable: normal forms, spellings, countries, bodies, and what articles tell of a name."""

from whosays.graph.names.bodies_of_states import StateBody, body_of_state
from whosays.graph.names.country_names import countries, governed_from, is_country, without_countries
from whosays.graph.names.families import family
from whosays.graph.names.gazetteer import states, well_known
from whosays.graph.names.name_profiles import (
    TYPES,
    Bearer,
    Borne,
    Key,
    Name,
    Resolved,
    describe,
    read_names,
    told_apart,
)
from whosays.graph.names.normalization import body_form, is_acronym, person_form, plain, without_particle
from whosays.graph.names.organisation_names import Unit, initials, is_one_body, site, unit, wording
from whosays.graph.names.similarity import (
    GENERATIONS,
    family_name,
    fold,
    generation,
    in_full,
    initialled,
    initials_key,
    keys,
    name_likeness,
    one_name,
)

__all__ = [
    "GENERATIONS",
    "TYPES",
    "Bearer",
    "Borne",
    "Key",
    "Name",
    "Resolved",
    "StateBody",
    "Unit",
    "body_form",
    "body_of_state",
    "countries",
    "describe",
    "family",
    "family_name",
    "fold",
    "generation",
    "governed_from",
    "in_full",
    "initialled",
    "initials",
    "initials_key",
    "is_acronym",
    "is_country",
    "is_one_body",
    "keys",
    "name_likeness",
    "one_name",
    "person_form",
    "plain",
    "read_names",
    "site",
    "states",
    "told_apart",
    "unit",
    "well_known",
    "without_countries",
    "without_particle",
    "wording",
]
