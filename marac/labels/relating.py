"""Knows what asks how somebody is related to the victim, or to the one who harms: "He is our client's: husband"."""

import re

from marac.labels.relations import PARTNER_WORDS

RELATES = re.compile(
    r"(?:(?:what|who|how) (?:is|are|does|do) (?:he or she|she or he|he|she|they|this person|the person|this|that"
    r"|it)\b.*?"
    r"\b(?:to|know|knows|with)|(?:is|are)(?: he| she| they)?|(?:rel(?:at\w+)? )?to) (?:the |our |your "
    r"|this )?(?P<whom>victim|perpetrator)(?: ?s)?(?: [1-4])?"
)
TO_VICTIM = re.compile(r"(?:relat\w+ )?(?P<whom>victim|perpetrator) is(?: (?:the )?(?:their|his|her|childs))?")
# "He / she is our client's: husband"
IS_HERS = re.compile(
    r"(?:(?:he|she|they)(?: (?:or )?(?:he|she|they))?|this person|perpetrator) (?:is|are) (?:(?:the|our|your) )?"
    r"(?:(?:victim|client|patient|tenant|resident|survivor)s|victim s|(?:his|her|their)(?: (?:or )?(?:his|her))?)"
)
NUMBERED = re.compile(
    r"\W*(?:relationship|relation|rel\.?) to \(?[1-4]\)?\W*", re.I
)  # whom a form numbers are those who harm
# "Young person's ...", "Other person's ...": what a child is to each of them
POSSESSED = re.compile(r"\W*(?:the )?(?P<whose>(?!.*\bis\b)\w[\w ]{2,30}?)[’']s\s*(?:\.{2,}|…)\W*", re.I)
# Over a column of a table of children: "Hers?", "Husband's?"
WHOSE_CHILD = re.compile(rf"(?:(?P<hers>hers|mum[’']s)|his|(?:ex-?)?(?:{PARTNER_WORDS}|dad)[’']s)\s*\?", re.I)
CHILD_OF = re.compile(
    r"child of(?: whom| which adult)?\W*|(?:[\w ]{2,30}[’']s|hers|his)\s*[/,]\s*(?:[\w ]{2,30}[’']s|hers|his)"
    r"\s*(?:[/,]|,?\s+or)\s*both\W*",
    re.I,
)
UNFINISHED = re.compile(r"(?:[’']s?|\bis(?: (?:their|his|her|the child[’']s))?)\s*(?:\.{2,}|…|:|\?)?\s*\Z", re.I)


def field(words: str, bare: str, by_role: str) -> str:
    """The field that is asked for, or nothing. `by_role` is `bare` with the two called victim and perpetrator."""
    if NUMBERED.fullmatch(words):
        return "relationship_to_perpetrator"
    if possessed := POSSESSED.fullmatch(words):
        harms = by_role.startswith("perpetrator") or "other" in possessed["whose"].lower().split()
        return "relationship_to_perpetrator" if harms else "relationship_to_victim"
    if whose := WHOSE_CHILD.fullmatch(words.strip()):
        return "relationship_to_victim" if whose["hers"] else "relationship_to_perpetrator"
    if asks_whose_child(words):
        return "relationship_to_victim"
    if IS_HERS.fullmatch(bare) or IS_HERS.fullmatch(by_role):
        return "relationship_to_victim"
    said = RELATES.fullmatch(by_role) or TO_VICTIM.fullmatch(by_role)
    if said is None:
        return ""
    open_ended = said.re is TO_VICTIM or by_role.startswith(("is ", "are "))
    return f"relationship_to_{said['whom']}" if not open_ended or UNFINISHED.search(words) else ""


def asks_whose_child(words: str) -> bool:
    """Whether a label asks whose a child is, and not what it is to anybody: "Child of", "Client's / hers / both"."""
    return CHILD_OF.fullmatch(words.strip()) is not None
