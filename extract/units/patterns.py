"""Patterns of unit names that are found as they stand: services, branches, task forces, regiments of the crown."""

from __future__ import annotations

import re

from whosays.extract.lexicon import country_names, peoples
from whosays.resources import read_lines


def _national() -> str:
    words = {word for word in peoples() if not word.endswith(("ns", "is", "ts"))}
    words |= {"U.S.", "US", "U.K.", "UK", "British", "Bosnian Serb", "Kurdish", "Houthi", "Chechen", "Royal", "Soviet"}
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))})"


def _countries() -> str:
    return "|".join(re.escape(name) for name in sorted(country_names(), key=lambda n: (-len(n), n)))


NATIONAL = _national()
ORDINAL = r"(?:\d{1,4}(?:st|nd|rd|th|d))"
_SERVICE = f"(?:{'|'.join(read_lines('extract', 'services.txt'))})"
_CROWN = r"(?:Royal|Queen[’']s|King[’']s|Princess [A-Z]\w+[’']s|Prince of [A-Z]\w+[’']s)"
_FOOT = (
    r"(?:Highlanders|Borderers|Lancers|Hussars|Fusiliers|Dragoons|Rifles|Grenadiers|Yeomanry|Horse Artillery|Regiment"
    r"|Light Infantry|Guards)"
)
_OF = r"(?: of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}(?: of [A-Z]\w+)?)?"
_ALWAYS = r"(?:Special Operations|Air Assault|Airborne|Unmanned Systems|Territorial Defen[cs]e|Ground|Aerospace|Rocket)"
_REALM = r"(?:[A-Z]\w+ )?(?:Republic|Federation|Emirates|Kingdom|Armed Forces)"
SERVICES = re.compile(
    rf"\b(?:(?:{NATIONAL}|{_countries()}) {_SERVICE}|{_ALWAYS} Forces"
    rf"|{_SERVICE}(?= of (?:the )?(?:{_countries()}|{_REALM})\b))\b{_OF}"
)
FORMATIONS = re.compile(  # names that have their head in front, or none of the common heads
    rf"\b(?:{_CROWN} (?:[A-Z]\w+ ){{0,2}}?{_FOOT}|Royal [A-Z]\w+ (?:Navy|Air Force|Army|Marines)"
    r"|(?!The |In )(?:[A-Z][\w’-]+ ){1,2}[Gg]roup(?:ing)? of [Ff]orces|[Gg]roup(?:ing)? of Forces (?!In |On )[A-Z]\w+"
    r"|(?:Operational[ -])?Tactical Group [A-Z]\w+"
    r"|(?:U\.N\.|UN|United Nations|African Union|AU|EU|NATO|ECOWAS)(?: [A-Z][\w-]+){0,4}"
    r" (?:Force|(?:Transition|Stabili[sz]ation|Peacekeeping) Mission) (?:in|for)(?: the)? [A-Z]\w+(?: [A-Z]\w+)?"
    r"|Rapid (?:Deployment|Reaction|Intervention|Action|Response) (?:Unit|Force|Group)"
    r"|(?:Joint |Allied |Marine )?Expeditionary Force|[1-4] (?:Para|Rifles|Scots|Yorks)"
    rf"|(?:{ORDINAL}|[A-Z][a-z]+(?:th|st|nd|rd|first|second|third)) Air Force"
    r"|[A-Z][a-z]\w+ unit(?= of the \d))\b"
    r"|[\"“‘«][A-Z][\w’-]+(?: [A-Z][\w’-]+)?[\"”’»] (?:brigade|battalion|regiment|detachment|legion|squadron)\b"
)
_BRANCH = (
    r"(?:Marines|Cavalry|Rangers|Airborne|Mountain|Lancers|Dragoons|Fusiliers|Hussars|Rifles|Panzers?|Infantry"
    r"|Assault(?= [a-z])|Mechani[sz]ed(?= [a-z])|Motori[sz]ed(?= [a-z]))"
)
_PHONETIC = r"(?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|[A-K])"
SHORT = re.compile(
    rf"\b(?:{ORDINAL} {_BRANCH}(?! {_BRANCH}| [A-Z]\w*(?:ion|ade|ment|orps)\b)"
    r"|(?:Combined |Joint |Combined Joint )?Task Force (?:\d{1,4}|(?!Chair|Report|Member|On|For)[A-Z][a-z]+)\b"
    r"|(?:Combined |Combined Joint |Joint )Task Force\b"
    r"(?: ?[-–—] ?(?:Operation )?[A-Z]\w+(?: [A-Z]\w+)?)?"
    r"|TF[- ]\d{1,4}\b|(?:Military )?Unit \d{4,5}\b"
    r"|(?:Brigade|Battalion|Regiment|Squadron|Division|Commando|Detachment|Flotilla|Battery|Army Group)"
    r" (?:No\. ?)?\d{1,3}\b"
    r"|Carrier Strike Group (?:\d{1,2}|[A-Z][a-z]+)\b"
    rf"|{_PHONETIC} (?:Company|Battery|Troop|Squadron)\b)"
)
