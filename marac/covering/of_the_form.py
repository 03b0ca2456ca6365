"""What newer words say of the numbers of a form without giving them: "the number on the form", "the 141 number"."""

import re

from marac.telephones import phones
from marac.written.blocks import Place

FORMS_NUMBER = re.compile(
    r"\b(?:number|phone|mobile|landline)s? (?:that is |which is |given |shown |we gave |I gave )?(?:in|on|from) "
    r"(?:[A-Z]\w+[’']s |the |her |his |my |this |our )?(?:\w+ )?(?:form|referral|sheet|attachment|document|report)\b"
    r"|\b(?:number|phone|mobile)s? (?:below|attached)\b",
    re.I,
)
# "Do not ring the 141 number", "the mobile ending 141"
ENDING = re.compile(
    r"\bthe (?P<before>\d{3,4}) (?:number|mobile|phone|landline|one)\b"
    r"|\b(?:number|mobile|phone|landline|one) (?:that ends|which ends|ending)(?: in| with)? (?P<behind>\d{3,4})\b",
    re.I,
)
AGAINST = re.compile(  # said of a number, it may not be used, whatever else it says
    r"\b(?:not|no longer|never|instead|old|accounts?|any ?more|sees?|reads?|gets|checks|wrong|dead|lost|broken)\b"
    r"|n[’']t\b",
    re.I,
)


def meant(sentence: str) -> bool:
    """Speaks of a number of the form, and not of one that it gives."""
    return FORMS_NUMBER.search(sentence) is not None or ENDING.search(sentence) is not None


def forbid(sentences: list[str], place: Place, numbers: list[phones.Phone], told: set[str]) -> None:
    """Each of one person's numbers that a sentence speaks against. The words themselves give those that are `told`."""
    own = [phone for phone in numbers if phone.whose == "own"]
    named = [phone for phone in own if phone.number in told]
    for sentence in sentences:
        against = AGAINST.search(sentence) is not None
        for phone in (named or own) if FORMS_NUMBER.search(sentence) else []:
            phones.forbid(phone, sentence, place, doubted=against)
        for match in ENDING.finditer(sentence):
            ends = match["before"] or match["behind"]
            for phone in [each for each in numbers if each.number.endswith(ends)]:
                phones.forbid(phone, sentence, place, doubted=against)
