"""Who is who inside one article."""

from whosays.extract.coreference.antecedents.speaker_model import (
    Asked,
    Chooser,
    Option,
    SpeakerModel,
    load_speaker_model,
)
from whosays.extract.coreference.referent import Referent
from whosays.extract.coreference.resolver import Referents, resolve

__all__ = ["Asked", "Chooser", "Option", "Referent", "Referents", "SpeakerModel", "load_speaker_model", "resolve"]
