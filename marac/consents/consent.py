"""Reads whether the victim knows of the referral and agrees: from answers, and from sentences in plain words.

A yes is taken from plain words alone: any doubt, condition or contrast leaves the question open.
"""

import re
from dataclasses import dataclass
from typing import Any

from marac.answers import choices
from marac.answers.found import INFERRED, Found, Unread
from marac.consents import plainly
from marac.kernel.names import TITLES
from marac.labels import known, relations, wishes
from marac.labels.wording import usual
from marac.layout.gathered import Entry, Gathered
from marac.written.blocks import Place
from marac.written.text import plain, tidy

GIVEN = ("consent.victim_aware", "consent.consent_given")
NOT_HERS = ("perpetrator", "child", "household")
SHORTEST_REASON = 12  # characters
DOUBT = re.compile(
    r"(?<!\d )(?<!\d[a-z]{2} )(?<!\bin )(?<!\bof )(?<!last )\bmay\b|"  # and not the month
    r"\b(?:not|never|no|nor|if|unless|until|but|although|though|however|would|will|might|could|should|before|once|"
    r"initially|unsure|unclear|unknown|whether|asked|refus\w+|declin\w+|withdr\w+|reluctan\w+|yet|later|first|only|"
    r"provid(?:ed|ing)|conditions?|as long as|doubt\w*|changed|delet\w+|destroy\w+|remov\w+|"
    r"husband|partner|perpetrator|mother|father|sister|parents?)\b|n[’']t\b|\?",
    re.I,
)
# What is said after a yes and takes it back, in part or whole.
TAKEN_BACK = re.compile(
    r"\b(?:withdr\w+|refus\w+|declin\w+|unsure|no longer|unless"
    r"|chang(?:ed|ing) (?:her|his|their) mind)\b|(?:\bnot|n[’']t) (?:yet |really |fully |been )?"
    r"(?:agree[ds]?|consent\w*|sure|told|know|given|asked|safe to (?:tell|ask))\b",
    re.I,
)
TO_BOTH = re.compile(r"(?:to|on) both\b", re.I)
# Consent to this and not to another thing: "but does not want the police involved".
OTHER_WISH = re.compile(
    r",? (?:but|although|though|and) (?:(?:she|he|they) )?(?:(?:does|do|did|would|will|is) not|doesn[’']t|don[’']t"
    r"|isn[’']t|won[’']t) (?:yet )?(?:want|wish|ready|willing|support|make|press)\b"
    r"(?![^.;,]{0,40}\b(?:unless|until|if)\b)[^.;,]{0,40}"
    r"\b(?:police|officers|statement|court|charges|prosecut\w+|investigation|prison|jail)\b"
    r"(?: (?:at|to|be|being|there|involved|this|stage|time|yet|now|a|the|for|about|it|with|any|told)\b){0,6}\W*$",
    re.I,
)
# A worry of hers, and the "should" of who writes, take nothing back.
WORRIED = re.compile(
    r",? (?:but|although|though) (?:she|he|they) (?:is|are|was|were) (?:very |also )?(?:worried|anxious|nervous|scared"
    r"|frightened|afraid|concerned|tearful|upset)\b[^.;]{0,100}$",
    re.I,
)
THAT_I = re.compile(r"\b(that (?:I|we)|for (?:me|us) to|to my|to our) (?:should|could|might|may|would)\b")
US = (
    r"(?:we|i|the school|our (?:team|service)|this is|it is)"
    r"(?: (?:are|am|have|was|were|intended to|will be)|[’'](?:m|re|ve))?"
)
DOING = (
    r"(?:writ\w+|refer\w*|sen[dt]\w*|tell\w*|told|contact\w+|mak\w+|made|pass\w+|shar\w+|submit\w+|complet\w+|com(?:e|ing)"
    r"|go(?:ing)?|being)"
)
THIS = (
    r"(?:referr\w+|marac|conference|(?:this|the|our|your) (?:meeting|notification|request|letter|report|alert|form"
    r"|transfer))"
)
KNOWS = r"(?:knows?|understands?|(?:is|are|was|been) (?:made )?(?:fully )?(?:aware|told|informed))"
AGREED = r"(?:agree[sd]?|consent(?:s|ed)|said yes|says yes|(?:is|was) in agreement)"
AWARE = re.compile(
    rf"\b{KNOWS}\b[^.;]{{0,30}}\b{THIS}\b|\b{KNOWS} (?:that )?{US} {DOING}\b"
    rf"|\bknows? and (?:(?:has|have|she|he|they) ){{0,2}}{AGREED}\b",
    re.I,
)
SHARED = (
    r"(?:shar\w+|discuss\w*|talk(?:ing)? about|go(?:es|ing)? (?:ahead|in|to marac)|do(?:ing)? so|refer\w*|sen[dt]\w*"
    r"|heard)"
)
IT = rf"(?:{THIS}|it|this|the (?:case|matter)|(?:her|his|their) (?:case|details|information))"
CONSENTS = re.compile(
    rf"\b{AGREED}\b[^.;]{{0,25}}\b{IT}\b|\b{AGREED} (?:to|that) (?:my|me|us|our|we|i) {DOING}\b"
    rf"|\bknows? and (?:(?:has|have|she|he|they) ){{0,2}}{AGREED}(?=\W*$|[,;(])"
    rf"|\b{KNOWS} (?:that )?{US} {DOING}\b[^.;,]{{0,30}} and (?:(?:has|have|she|he|they) ){{0,2}}{AGREED}(?=\W*$|[,;(])"
    r"|\b(?:given|gave|gives) (?:(?:her|his|their|full|verbal|written|informed|explicit) ){0,2}(?:consent|permission)\b"
    r"|\bsigned (?:(?:our|the|a|an|her|his|their|to say(?: that)?) ){0,2}"
    r"(?:(?:information[- ]sharing|sharing|written|marac) )?(?:consent\b|agreement\b|(?:she|he|they) agrees?\b)"
    rf"|\b(?:happy|content|glad) for (?:(?:you|me|us|them|it|this|the|everybody|referral|case|all) ){{1,3}}"
    rf"to (?:be )?{SHARED}\b"
    rf"|\b(?:happy|content|ok|okay|fine|comfortable) (?:with (?:{IT}|me|us)|to be (?:referred|discussed))\b",
    re.I,
)
NOT_TO = r"(?:\bnot|n[’']t)\b"
UNAWARE = re.compile(
    rf"{NOT_TO}[^.;]{{0,20}}\b(?:know|aware|told|informed)\b[^.;]{{0,30}}\b{THIS}\b"
    rf"|\bunaware of\b[^.;]{{0,20}}\b{THIS}\b",
    re.I,
)
REFUSES = re.compile(
    rf"{NOT_TO}[^.;]{{0,12}}\b(?:agreed?|consent(?:ed)?|given (?:\w+ )?consent)\b"
    r"(?! to (?:speak|talk|go|move|leave|make|give|police|see|stay|sex|(?:a|the|this) (?:marriage|examination)))"
    rf"|\b(?:refuse[sd]?|declined?)\b[^.;]{{0,20}}\b(?:consent|agreement|permission|{THIS})\b",
    re.I,
)
# Under a question about just this, or its heading, fewer words are needed.
ENDS = (
    r"(?=\W*$|[,;(]| (?:and|because|as|via|verbally|over|through|since|yesterday|today)\b"
    r"| by (?:phone|telephone|text|e-?mail|letter)\b| on (?!behalf)\w| in (?!principle|part|theory)\w)"
)
TOLD = re.compile(rf"\b{KNOWS}{ENDS}|^\W*(?:told|informed|aware)(?:{ENDS}| (?:of|about) (?:{IT})\b)", re.I)
SAID_YES = re.compile(
    rf"\b{AGREED}{ENDS}|\bsigned (?:it|this|to say|(?:our|the|a) (?:\w+ ){{0,2}}form)\b"
    r"|^\W*(?:(?:verbal(?:ly)?|written|full|informed|signed) ){0,2}(?:(?:consent|agreement|permission) )?(?:was )?"
    rf"(?:given|obtained|signed){ENDS}"
    rf"|^\W*(?:happy|content|glad) (?:for (?:{IT}|us|me)|with {IT}|to (?:go ahead|be (?:referred|discussed)|share))\b",
    re.I,
)
NOT_TOLD = re.compile(rf"{NOT_TO} (?:yet )?(?:been )?(?:told|know|aware|informed){ENDS}|^\W*unaware{ENDS}", re.I)
NO_YES = re.compile(
    rf"{NOT_TO} (?:yet )?(?:been )?(?:agreed?|consent(?:ed)?|given|obtained){ENDS}"
    rf"|(?:^\W*|\bconsent (?:was )?|\b(?:she|he|they) (?:has |have )?)(?:refuse[sd]|declined?|withheld){ENDS}"
    r"|\bwithout (?:her|his|their) (?:consent|agreement)\b",
    re.I,
)
STARTS = re.compile(
    r"^\W*(?:yes\W+)?(?:told|knows?|aware|informed|agree[sd]?|consent\w*|given|obtained|verbal\w*|written|signed|happy"
    r"|glad|content|without|refuse[sd]|declined?|withheld|unaware|not|has not)\b",
    re.I,
)
HER_NOUN = r"\b(?:victim|client|patient|tenant|survivor|resident|woman|customer)$"
SUBJECT = re.compile(
    r"^\W*(?:[Yy]es,? )?(?P<who>[Ss]he|[Hh]e|[Tt]hey|"
    r"(?:(?:[Tt]he|[Oo]ur|[Mm]y|[Tt]his) )?(?:victim|client|patient|tenant|survivor|resident|woman|customer)|"
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\b"
)
# Words that begin a sentence and are nobody's name.
NO_NAME = re.compile(
    r"(?:the|our|my|this|these|that|his|her|their|its|an?|i|we|it|nobody|no|police|school|every(?:one|body)|all|both"
    r"|neither|who|you|your|when)\b",
    re.I,
)
EXPLAINED = re.compile(
    rf"^\W*(?:I|We) (?:have |[’']ve )?(?:explained|told|informed|talked|spoke|discussed|read)\b[^.;]{{0,60}}\b{IT}\b",
    re.I,
)
AND = re.compile(r"(?:,| and|, and) (?=(?:she|he|they)\b)", re.I)
WHOM = re.compile(
    r"\b(her|him|them)\b(?=\W*$|[,;(]| (?:and|that|on|at|by|in|with|about|when|over|what|we|i|for|yesterday)\b)", re.I
)
MUST_NOT = re.compile(r"\bmust not\b|\bmust never\b|\bmustn[’']t\b", re.I)  # of whoever is to learn nothing of it
PRONOUNS = {"she": "female", "he": "male"}
OBJECTS = {"her": "female", "him": "male"}


@dataclass(frozen=True)
class Hers:
    """Whom the subject of a sentence may mean: the words of the victims' names and the others', genders, children."""

    names: frozenset[str]
    others: frozenset[str]
    genders: frozenset[str]
    theirs: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()

    def says(self, who: str) -> bool:
        """The victim, as far as the words tell."""
        said, title = set(plain(who).split()) - TITLES, relations.TITLES.get(plain(who).split()[0])
        if known.role_in(usual(plain(who))) == "victim":
            return True
        if who.lower() in ("mum", "mother", "the mother"):
            return not self.genders or "female" in self.genders
        if who.lower() in (*PRONOUNS, "they") or re.search(HER_NOUN, who):
            gender = PRONOUNS.get(who.lower())
            return gender is None or not self.genders or gender in self.genders
        fits = title in self.genders or (title and self.theirs and not self.genders and title not in self.theirs)
        if said & self.others and not (said & self.names - self.others or (fits and said <= self.names)):
            return False
        return bool(said & self.names) or not (self.names or NO_NAME.match(who))

    def meant(self, who: str, before: str) -> bool:
        """The subject after these words is the victim; without a subject, the words are not of somebody else."""
        words = set(plain(before).split())
        of_another = not words & self.names and bool(words & self.others)
        if not who:
            return not of_another
        told_apart = who.lower() not in (*PRONOUNS, "they") or bool(self.genders)
        return self.says(who) and (told_apart or not of_another)


def answered(entries: list[Entry], found: Gathered) -> dict[str, Found | None]:
    """What the answers to questions about it say."""
    tree: dict[str, Found | None] = {"victim_aware": None, "consent_given": None, "reason": None}
    asked = [entry for entry in entries if entry.label.field in GIVEN]
    asked.sort(key=lambda entry: (entry.role == "perpetrator") + (entry.role in NOT_HERS))
    for entry in asked:  # last of all what stands in his box, which may be asked of him
        # "Told: yes. Agree: no": each of the two has an answer of its own.
        apart = any(_where(each) == _where(entry) and each.label.field != entry.label.field for each in asked)
        _answer(tree, entry, found, both=wishes.both(plain(entry.place.label)) and not apart)
    reasons = [e for e in entries if e.label.field == "consent.reason" and not choices.is_unknown(e.value.words)]
    for entry in reasons[:1]:  # why she was not told, before why it was right to share
        tree["reason"] = Found(tidy(entry.value.words), entry.place)
    return tree


def _where(entry: Entry) -> tuple[str, int, str]:
    return entry.place.block, entry.place.row, entry.place.label


def _answer(tree: dict[str, Found | None], entry: Entry, found: Gathered, *, both: bool) -> None:
    answer = choices.yes_no(entry.value)
    key = entry.label.field.split(".")[1]
    if answer.value and TAKEN_BACK.search(answer.rest):
        found.unread.append(Unread("value", f"{entry.place.label}: {entry.value.words}", entry.place))
        return
    if answer.value and both and (TO_BOTH.match(answer.rest) or not DOUBT.search(answer.rest)):
        tree["consent_given"] = tree["consent_given"] or Found(True, entry.place, INFERRED)
    if answer.value and both:  # whatever the doubt about the rest
        tree["victim_aware"] = tree["victim_aware"] or Found(True, entry.place, INFERRED)
    elif answer.value is not None and not both and not tree[key]:
        tree[key] = Found(answer.value, entry.place)
    if answer.value is False and len(answer.rest) > SHORTEST_REASON and not tree["reason"]:
        tree["reason"] = Found(answer.rest, entry.place)


def told(tree: dict[str, Any], sentence: str, place: Place, whose: Hers, *, asked: bool) -> None:
    """What a sentence says; `asked` where it stands under a question about consent or its heading."""
    sentence = THAT_I.sub(r"\1", WORRIED.sub("", OTHER_WISH.sub("", sentence.rstrip(" ."))))
    if MUST_NOT.search(sentence):
        return
    plainly = DOUBT.search(sentence) is None
    explained = EXPLAINED.match(sentence) if plainly else None
    if explained:
        meant, _, rest = (
            sentence.partition(AND.search(sentence).group()) if AND.search(sentence) else (sentence, "", "")
        )
        if not _to_her(meant, rest, whose):
            return
        tree["victim_aware"] = tree["victim_aware"] or Found(True, place, INFERRED)
        sentence = rest
    subject = SUBJECT.match(sentence)
    if (subject and whose.says(subject["who"])) or (asked and STARTS.match(sentence)):
        _says(tree, sentence, place, (plainly, asked))


def told_plainly(tree: dict[str, Any], sentences: list[tuple[str, str, Place]], whose: Hers) -> None:
    """What stricter rules left open, from the wordings of a table; each sentence with the one before it."""
    for sentence, before, place in sentences:
        plain_words = THAT_I.sub(r"\1", WORRIED.sub("", OTHER_WISH.sub("", sentence.rstrip(" ."))))
        aware, given = plainly.said(plain_words, before, whose.meant)
        for key, value in (("victim_aware", aware), ("consent_given", given)):
            if tree[key] is None and value is not None:
                tree[key] = Found(value, place, INFERRED)


def _says(tree: dict[str, Any], sentence: str, place: Place, how: tuple[bool, bool]) -> None:
    """What is said of the victim: plainly or not, and under a question or not."""
    plainly, asked = how
    for key, denials, yeses in (
        ("victim_aware", (UNAWARE, NOT_TOLD), (AWARE, TOLD)),
        ("consent_given", (REFUSES, NO_YES), (CONSENTS, SAID_YES)),
    ):
        most = 2 if asked else 1
        if tree[key] is None and any(each.search(sentence) for each in denials[:most]):
            tree[key] = Found(False, place, INFERRED)
        elif tree[key] is None and plainly and any(each.search(sentence) for each in yeses[:most]):
            tree[key] = Found(True, place, INFERRED)


def _to_her(meant: str, rest: str, whose: Hers) -> bool:
    """To whom it was explained: the one it is said of, or else the one who answers."""
    if whom := WHOM.search(meant):
        return not whose.genders or whom[1].lower() == "them" or OBJECTS[whom[1].lower()] in whose.genders
    if set(plain(meant).split()) & (whose.names | whose.others):
        return (
            bool(set(plain(meant).split()) & whose.names) and not set(plain(meant).split()) & whose.others - whose.names
        )
    subject = SUBJECT.match(rest)
    return subject is not None and subject["who"].lower() in PRONOUNS and whose.says(subject["who"])
