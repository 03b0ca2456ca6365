"""How texts name somebody who is none of ours: beside a relation, at work, by rank, or by a nickname alone."""

import re

from marac.answers.names import CALENDAR, INSTITUTIONS, STREETS
from marac.labels.relations import relation_words

TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|PC|DC|DS|Sgt|WPC|PCSO)\.? (?:\d{2,6} )?)"
WORD = r"(?<![\w'’-])[A-Z][\w'’-]{0,20}[a-z][\w-]{0,20}(?:[’'][a-z]{3,20})?"
NAME = rf"{TITLE}?{WORD}(?: {WORD}){{0,2}}"
# "The neighbour at number 20, Ron Pickles": where somebody is to be found may stand between.
RELATION_NAME = re.compile(
    rf"(?:\b(?P<of>[Hh]er|[Hh]is|[Tt]heir|[A-Z]\w+[’']s)\s+)?\b(?P<relation>(?i:{relation_words()}|next door))\b"
    r"(?:[’']s(?=[,:]| \())?(?: (?:at|in|from) (?:no\.?|number|flat|room)? ?\d{1,4}[a-z]?,|[,:])?"
    rf"\s+\(?(?P<name>{NAME})"
)
# What somebody is to the case whom the agencies have, and words before a name that is told by its work.
WORKS = (
    r"(?:(?:social|support|key|link|outreach|duty|case|family|refuge|night) )?worker|HV|health visitor|midwife"
    r"|nurse|tutor|teacher|"
    r"officer(?: in (?:the|charge of the) case)?|OIC|IDVA|ISVA|VLO|advocate|care co-?ordinator|consultant"
    r"|clinician|solicitor|coach|receptionist|interpreter|caretaker|warden|head(?: of year)?|minister|"
    r"psychiatrist|psychologist|counsellor|supervisor|manager|head ?teacher|safeguarding (?:lead|supervisor|nurse)|"
    r"allocated to|spoke (?:to|with)|discussed with|agreed (?:by|with)|countersigned(?: by)?|seen by"
    r"|authori[sz]ed by|approved by|attended by"
)
AT_WORK = re.compile(
    rf"\b(?P<relation>(?i:{WORKS}))(?: (?:is|was)| who has [^:.]{{3,40}}| consulted| agreed|(?: \w+){{1,2}}(?=:)"
    rf"| at (?:the )?[a-z][a-z ]{{2,25}}(?=,))?[,:)]?\s+"
    rf"\(?(?P<name>{TITLE}{WORD}(?: (?:{WORD}|[A-Z]{{3,20}}\b))?|{WORD} {WORD})"
)
NAMED_FIRST = re.compile(
    rf"(?P<name>{TITLE}?{WORD}(?: {WORD}){{1,2}})\s*(?:[(,]|[-–] )\s*(?:(?:the|her|his|their|a|{WORD}[’']s) )?"
    rf"(?:(?:maternal|paternal|older|younger|elder|old|best) )?"
    rf"(?P<relation>(?i:{relation_words()}|(?:(?!Named\b)[A-Za-z-]+ ){{0,2}}(?:{WORKS})))\b"
)
# "PC Kuldip Rai is dealing", "ask for Ada Moss", "a man she knows only as Fitz"
RANKED = re.compile(
    r"(?P<relation>)(?P<name>\b(?:PC|DC|DS|PS|DI|Sgt|WPC|PCSO|FF|HV|Cllr|Canon|Revd)\.? (?:\d{2,6} )?"
    rf"{WORD}(?: (?:{WORD}|[A-Z]{{2,20}}\b))?)"
)
CALLED = re.compile(
    r"(?P<relation>)\b(?:ask for|(?:man|woman|lad|girl|friends?|mates?|pals?|dealer)\b[^.:;()]{0,40}?"
    r"\b(?:known|knows?|called)(?: only| to \w+)?(?: as)?|only knows? (?:her|him|them) as) "
    rf"[‘'“\"]?(?P<name>{WORD}(?: {WORD})?)"
)
# "Mr Gill next door, who drinks with him"
PLACED = re.compile(
    rf"(?P<relation>)(?P<name>\b(?:Mr|Mrs|Miss)\.? {WORD}(?: {WORD})?)(?= (?:next door|at|in|from|who)\b)"
)
COVERS = re.compile(
    rf"(?P<relation>)(?P<name>{WORD} {WORD}) (?:is covering|covers (?:for )?me|will cover|has the case)\b"
)
SAID_YES = re.compile(rf"(?P<relation>)\A\W*Yes,? (?P<name>{TITLE}{WORD}|{WORD} {WORD})(?=\W*(?:[,(.\d]|\Z))")
BRACKETED = re.compile(rf"\b(?P<relation>(?i:{relation_words()}))\s*\((?P<name>{WORD}(?: {WORD}){{0,2}})(?=[,)])")
RANKS = {"ff", "hv", "canon", "revd"}  # that no list of titles has
NAMED_WITH = (RELATION_NAME, BRACKETED, NAMED_FIRST, AT_WORK, RANKED, CALLED, PLACED, COVERS, SAID_YES)
NOBODY = re.compile(
    rf"\b(?:{INSTITUTIONS}|{STREETS}|{CALENDAR}|Children[’']?s?|Office|Desk|Line|Health|Care|Practice|Ward|Agency|"
    r"Association|Officer|Worker|Manager|Homes?|Housing|Project|Family|Help|Support|Name|Number|Phone|Tel|Mobile|"
    r"Address|Role|Both|Ethnic|Night|Domestic|Community|Psychiatric|Specialist|Named|Midwife|Nurse|Management|Probation"
    r"|Access|Through|Work|Recovery|Advocate|Adviser|Coordinator|Independent|Senior|Staff|Clinician|Service|Person|"
    r"Allowance|Flat|Valley|City|Borough|County|English|Email|Date|Details|Yes|No|Not|None|Unknown|Only|Messages?|Me|She|He|They|Her|His|The|This|Please)\b"
)
NAME_FIRST = re.compile(rf"^\s*(?P<name>{NAME})(?=[\s,.;(]|$)")
# A full name, and then nothing or what goes with it.
LABELLED = re.compile(rf"(?P<name>{TITLE}?{WORD}(?: {WORD}){{1,2}})(?=\s*(?:[,(;\n]|[-–] |\Z))")
NO_NAME = re.compile(
    r"\A(?:With|Baby|Universal|Grey|Silver|Black|White|Red|Blue)\b|\b(?:High|Credit|Infants|Grammar)\Z"
)


def is_nobody(name: str) -> bool:
    """Whether capitals that look like a name are the work of a service, a word of forms, or whose something is."""
    return bool(NOBODY.search(name) or NO_NAME.search(name)) or name.endswith(("'s", "’s"))
