"""Gives people the homes that sentences tell: where somebody lives, where she fled from, that he is still there."""

import re
from dataclasses import dataclass
from itertools import pairwise

from marac.answers import addresses, living
from marac.answers.found import INFERRED, LIKELY, Found
from marac.covering import children, released, subject
from marac.covering.named import named_in
from marac.covering.numbers import Nobody, means, pronoun_of
from marac.families import homes
from marac.families.dwellings import Home, address_tree, of_place
from marac.kernel.postcodes import IN_TEXT
from marac.labels.relations import PARENT_WORDS, PARTNERS, relation_words
from marac.parties.person import Person
from marac.telephones import phones
from marac.written.blocks import Place
from marac.written.text import plain

# "She lives at", "Since 2 November she and the baby have been staying with ...".
PRONOUN = re.compile(
    r"\W*(?:(?:since|on|from|in|until|after|for|now|currently|at present|at the moment)\b[^,.;:]{0,30}?,? )?"
    r"(?P<who>she|they|he)\b",
    re.I,
)
OF_KIN = re.compile(rf"\W*(?P<whose>Her|His) (?:\w+ )?(?:{PARENT_WORDS}|{relation_words()})\b")
HOME_IS = re.compile(r"\W*(?:Home|(?:The |Home )?[Aa]ddress|The family home) (?:is|was)\b")
BEGINS = re.compile(r"\W*(?:Still|Back) (?:living |staying )?(?:at|in|on)\b")
UNKNOWING = re.compile(
    r"\b(?:not|never|n[’']t|no idea|unaware)\b[^.;]{0,30}\b(?:know|told|aware|find out|found|learnt?|where|that)\b",
    re.I,
)
LIVES = re.compile(
    r"\b(?:lives?|living|stays?|staying|moved (?:back )?in ?to|(?:still|also|both|back) (?:in|at)|remains?|house)\b",
    re.I,
)
WHO = re.compile(r"\b(?:he|his|him|she|her|hers)\b", re.I)  # of several in a sentence the first is its subject
SHE = re.compile(r"\bshe\b", re.I)
SHE_IS_AT = re.compile(
    r"\b(?:she|they)\b[^.;,]{0,30}\b(?:staying|living|lives?|stays?|moved|gone|went|is|are)\b[^.;,]{0,40},?\s*\Z",
    re.I,
)
# Somebody else of whom a passage may say "she".
WOMAN = re.compile(
    r"\b(?:daughters?|mother|mum|sister|aunt|nan|grandmother|girl|niece|cousin|ex|friend|neighbour|colleague|worker)\b",
    re.I,
)
# Of whom a passage may say "he" from then on; "his brother, Tariq Hussain" is whoever is named.
MAN = re.compile(
    r"\b(?:father|dad|brother|son|uncle|nephew|cousin|friend|man|boy|grandfather|grandad|stepfather|landlord|mate|child)\b"
)
APPOSED = re.compile(r",? (?:is |called |is called )?[A-Z]")
FLED = re.compile(
    r"\b(?:fled|escaped|ran away|came(?: to us)?|moved|driven)\b[^.;]{0,25}\bfrom\b[^.;]{0,25}\Z"
    r"|\b(?:left(?!.*\band (?:is|are|now|went|has|have|moved)\b)|used to live|previously|formerly"
    r"|(?:until|till|before)\b[^.;]{0,40}\b(?:was|lived|at(?! least)))\b[^.;]{0,60}\Z",
    re.I,
)
FAMILY = re.compile(
    r"\b(?:the (?:family|couple|two of them)|they (?:all|both)|both of them)(?: (?:now|still|all|both))? "
    r"(?:lives?|is living|are living|shares?|rents?|owns?)\b",
    re.I,
)
NAMED = r"(?:(?:Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
# "8 Mill Lane, ZZ1 2AB, where he still lives", "..., which is Mr Hollis's own house".
WHERE = re.compile(
    rf"{IN_TEXT.pattern}[^.;]{{0,12}}?\b(?:where (?P<who>{NAMED}|s?he) "
    r"(?:(?:still|now|also|currently) )*(?:lives|remains|stays|is living|is staying|resides|is)\b(?! not)"
    rf"|which is (?P<owner>{NAMED})[’']s (?:own |old )?(?:house|home|flat|address|bungalow)\b)"
)
# "She lives at 8 Mill Lane, ZZ1 2AB, with her son Karl Hollis."
LIVES_WITH = re.compile(
    rf"{IN_TEXT.pattern}[^.;]{{0,60}}?\bwith (?:her|his|their) (?:\w+ )?(?:{relation_words()}),? "
    rf"(?P<whom>{NAMED})"
)
HOUSE_NUMBER = re.compile(r"\d+[A-Za-z]?(?= [A-Z])")
TOGETHER = re.compile(
    r"\b(?:they|both|the couple)\b[^.;]{0,20}\b(?:live|living|share)\b[^.;]{0,12}"
    r"\b(?:together|at the same|the same|a home)\b"
    r"|\bshares? the (?:house|home|flat) with\b",
    re.I,
)
BARRED = re.compile(
    r"\b(?:not|never) to (?:come|go|be|return|enter|attend|approach|visit|live)\b[^.;]{0,20}?\b"
    r"(?P<where>[A-Z][\w’']+ [A-Z][\w’']+)"
)
MOVED_IN = re.compile(
    r"\b(?:came|has come|moved|has moved) (?:back )?(?:in )?(?:to live )?with (?:him|her|them)\b", re.I
)
STILL_THERE = re.compile(
    r"\b(?:lives?|living|remains?|is|stays?|staying)\b[^.;]{0,20}\b(?:(?:at|in) (?:the|that|this) (?:same |registered "
    r"|family |marital |joint |above )(?:address|house|home|flat|property)|there"
    r"|(?:at|in) (?:that|this) (?:address|house|flat))\b",
    re.I,
)


A_CHILD_OF_ONE = re.compile(
    r"[’']s (?:\w+ )?(?:(?:step|grand)?(?:son|daughter)|child|children|boy|girl|lad|kids?|baby)\b", re.I
)
LIVES_FIRST = re.compile(r"\W*(?:(?:now|currently) )?(?:lives?|living|stays?|staying|resid\w+|with|at)\b", re.I)


@dataclass
class _Passage:
    """Of whom a passage has spoken so far, and whether it keeps a home secret."""

    words: str
    place: Place
    people: list[Person]
    before: Person | None = None
    man: Person | None = None  # of whom "He ..." goes on, over a sentence or two
    child: Person | None = None  # of whom the sentence before spoke last
    woman: bool = False  # it spoke of one who is none of ours, of whom it may say "she"
    stranger: bool = False  # the man of whom it spoke last is none of ours

    def __post_init__(self) -> None:
        self.secret = addresses.keeps_secret(self.words)

    def about(self, sentence: str, at: int) -> tuple[Person | Nobody | None, Person | None]:
        """The subject of the clause before an address, and whom the sentence means besides.

        Who is named behind it does not live there: "..., and stays with Ada at weekends".
        """
        if one := self._of_kin(sentence, at):
            return one, one
        apart = sentence[:at] if at > 0 and named_in(sentence[at:], self.people) else sentence
        goes_on = self.before is not None and self.before.role == "victim"
        no_woman_else = self._no_woman_before(sentence)
        another = not (no_woman_else or goes_on)
        said = subject.of(sentence[:at], self.people, another_woman=another) if at > 0 else None
        stranger = self.stranger and PRONOUN.match(sentence) is not None
        self.man = _man(sentence, self.people, self.man)
        self.stranger = (MAN.search(sentence) is not None or self.stranger) and self.man is None
        if stranger:
            self.before = None
            return Nobody.OURS, None
        meant = _meant(apart, self.people, no_woman_else=no_woman_else)
        if self._may_be_hers(sentence, meant):
            return self.before, self.before
        self.before = meant or _goes_on(sentence, self.before) or _goes_on(sentence, self.man)
        return said, self.before

    def _no_woman_before(self, sentence: str) -> bool:
        """Nobody else of whom the passage may say "she" when it does so in the sentence."""
        she, before = SHE.search(sentence), self.woman
        self.woman = before or WOMAN.search(sentence) is not None
        return not (before or WOMAN.search(sentence[: she.start() if she else None]))

    def _may_be_hers(self, sentence: str, meant: Person | None) -> bool:
        """ "Lee left on Saturday. He is at ..., Kim must not find out": where nobody's sex is told, still of Lee."""
        unnamed = meant is not None and meant.role == "perpetrator" and not named_in(sentence, [meant])
        goes_on = self.before is not None and self.before.role == "victim" and PRONOUN.match(sentence) is not None
        return self.secret and unnamed and goes_on and not (pronoun_of(meant) or pronoun_of(self.before))

    def _of_kin(self, sentence: str, at: int) -> Person | None:
        """ "Her father, Karl Lee, took her and she is with him at ...": still whom the sentence before was about."""
        whose = OF_KIN.match(sentence)
        said = re.findall(r"\b(?:she|he)\b", sentence[: max(at, 0)], re.I)
        who = {"her": "She", "his": "He"}.get(whose["whose"].lower(), "") if whose else ""
        return self.before if self.before and said and who == said[-1].title() == pronoun_of(self.before) else None


def told_in(words: str, place: Place, people: list[Person], box: Person | None = None) -> None:
    """An address in a passage goes to the one person it can mean; otherwise it stays unread.

    `box` is the one in whose box the passage stands, whom it means where it names nobody: "Still at Mill Lane."
    """
    passage = _Passage(words, place, people, box)
    for before, sentence in pairwise(["", *phones.SENTENCE.split(words)]):
        told = addresses.addresses_in_prose(sentence)
        at = living.begins(sentence, told[0]) if told else -1
        said, named = passage.about(sentence, at)
        of_a_child = A_CHILD_OF_ONE.search(before) and LIVES_FIRST.match(sentence)
        if told and (of_a_child or living.HAS_A_CHILD.search(sentence)):  # where a child of theirs is
            continue
        gone = children.gone(sentence, people) if told else None
        of_child = passage.child if PRONOUN.match(sentence) else gone
        passage.child = of_child if PRONOUN.match(sentence) else _child_last(sentence, people)
        if of_child:
            children.moved(of_child, sentence, told[:1], place)
            continue
        if at > 0 and (freed := released.to(sentence[:at], words, people)):
            _add(freed, told[0], place, people, fled=False, secret=False)
        elif said is not Nobody.OURS and told:
            _lives_at(sentence, told, said, named, passage)
        elif said is not Nobody.OURS:
            _stays(sentence, named, passage)
            released.held(sentence, named, people, place)


def _lives_at(
    sentence: str, told: list[addresses.Address], said: Person | None, named: Person | None, passage: _Passage
) -> None:
    """Gives each address of a sentence to whoever it says lives there."""
    people, place = passage.people, passage.place
    before = sentence[: living.begins(sentence, told[0])]
    meant = said or named
    _where(sentence, told, place, people)
    harms = meant is not None and meant.role == "perpetrator"  # whoever is harmed may have gone there to live
    if subject.tells_no_home(told[0].text) or (harms and living.elsewhere(before)):
        return
    for address in told:
        one = said or _who_lives_there(sentence, meant, people)
        if one and one.role == "perpetrator" and passage.secret and SHE_IS_AT.search(before):
            continue  # in a passage that keeps a home from them
        fled = FLED.search(sentence[: living.begins(sentence, address)]) is not None
        for person in _family(people) if FAMILY.search(before) else [one]:
            _add(person, address, place, people, fled=fled, secret=passage.secret)


def _child_last(sentence: str, people: list[Person]) -> Person | None:
    """The child whom the sentence names last of all of ours, of whom the next may go on as he or she."""
    said = sentence.lower()
    at = [(said.rfind(name), person) for person in people for name in person.called]
    last = max(at, key=lambda pair: pair[0], default=(-1, None))
    return last[1] if last[0] >= 0 and last[1] is not None and last[1].role == "child" else None


def _where(sentence: str, told: list[addresses.Address], place: Place, people: list[Person]) -> None:
    """ "..., at 8 Mill Lane, where Mrs Hollis still lives": theirs, whoever the sentence is about."""
    for address in told:
        at = sentence.find(address.postcode or address.text)
        said = WHERE.search(sentence, at)
        beside = (
            LIVES_WITH.search(sentence, at) if LIVES.search(sentence[:at]) and not FLED.search(sentence[:at]) else None
        )
        who = (said["who"] or said["owner"]) if said else beside["whom"] if beside else ""
        harms = [p for p in people if p.role == "perpetrator" and who and _is(who, p, people)]
        if len(harms) == 1 and not addresses.keeps_secret(sentence):
            _add(harms[0], address, place, people, fled=False, secret=False, again=True)


def barred(words: str, people: list[Person]) -> None:
    """ "Bailed to 8 Kiln Row, ..., not to come into Sallow Court": whoever harms no longer lives there with her."""
    hers = [home["text"] for p in people if p.role == "victim" for home in p.tree["addresses"]]
    for match in BARRED.finditer(words):
        street = plain(match["where"])
        for person in [p for p in people if p.role == "perpetrator"]:
            told = [
                home
                for home in person.tree["addresses"]
                if f" {street}" in plain(str(home["text"].value)) and any(home["text"].value == t.value for t in hers)
            ]
            others = [home for home in person.tree["addresses"] if home not in told]
            person.tree["addresses"] = others or person.tree["addresses"]


def _is(who: str, person: Person, people: list[Person]) -> bool:
    """Whether he, she or a name in a sentence means this one, and no other of ours."""
    if who.lower() in ("he", "she"):
        fits = [p for p in people if p.role != "child" and pronoun_of(p) in (who.title(), "")]
        return fits == [person]
    return means(who, person, people)


def _add(
    person: Person | None,
    address: addresses.Address,
    place: Place,
    people: list[Person],
    *,
    fled: bool,
    secret: bool,
    again: bool = False,
) -> None:
    """One home, once. Where she fled from whoever harms her knows it, whatever else the passage keeps secret.

    A home of somebody else's is added only `again`: where it is said that this one lives there too.
    """
    if person is None or any(_same(home, address) for home in person.tree["addresses"]):
        return
    others = [p for p in people if p.role != "child" and p is not person]
    same = [home["text"] for p in others for home in p.tree["addresses"] if _same(home, address)]
    if not again and any(text and text.place != place for text in same):
        return
    kind = "previous" if fled and person.role == "victim" else ""
    home = address_tree(address, place, kind, INFERRED)
    if person.role == "victim" and secret and not kind:
        home["confidential"] = Found(True, place, LIKELY)
    person.tree["addresses"].insert(len(person.tree["addresses"]) if kind else 0, home)


def _stays(sentence: str, named: Person | None, passage: _Passage) -> None:
    """Gives whoever harms the victim's home, where a sentence without an address says that they are there."""
    people, place = passage.people, passage.place
    lives = LIVES.search(sentence)
    said = subject.of(sentence[: lives.start()], people, another_woman=True) if lives else None
    both = _family(people)[1:] if FAMILY.search(sentence) or TOGETHER.search(sentence) else []
    for one in both or [said if isinstance(said, Person) else named]:
        if one is not None and one.role == "perpetrator" and not one.tree["addresses"]:
            there = _still_there(sentence, one, passage)
            kept = addresses.keeps_secret(sentence)
            home = homes.left_behind(people, place) if both and not there and not kept else None
            one.tree["addresses"] += there or ([home] if home else [])


def _still_there(sentence: str, person: Person, passage: _Passage) -> list[Home]:
    """ "He is still in the house at Saddlers Way", "remains at the registered address": a home that is told of her."""
    told = homes.in_short(sentence, person, passage.people, sentence=True)
    if told:
        return [of_place(told, passage.place, "current")]
    moved_in = MOVED_IN.search(sentence) and not living.LEFT.search(passage.words)
    same = (moved_in or STILL_THERE.search(sentence)) and not living.NOT_NOW.search(sentence)
    home = homes.left_behind(passage.people, passage.place) if same else None
    return [home] if home else []


def _family(people: list[Person]) -> list[Person]:
    """The victim and their partner, where each is one."""
    victims = [person for person in people if person.role == "victim"]
    partners = [p for p in people if p.role == "perpetrator" and _relation(p) & PARTNERS]
    return [*victims, *partners] if len(victims) == len(partners) == 1 else []


def _relation(person: Person) -> set[str]:
    said = person.tree["relationship_to_victim"]
    return set(plain(str(said.value)).split()) if said else set()


def _goes_on(sentence: str, before: Person | None) -> Person | None:
    """Whom "He ..." or "They ..." goes on about."""
    if before and (HOME_IS.match(sentence) or BEGINS.match(sentence)):
        return before
    said = PRONOUN.match(sentence)
    likely = {"victim": "She", "perpetrator": "He"}  # where the document does not tell
    who = said["who"].title() if said else ""
    return before if before and who and who in ("They", pronoun_of(before) or likely.get(before.role)) else None


def _man(sentence: str, people: list[Person], before: Person | None) -> Person | None:
    """The man who harms whom a passage spoke of last, and nobody where it speaks of another man since."""
    harms = named_in(sentence, [p for p in people if p.role == "perpetrator" and pronoun_of(p) != "She"])
    others = [match.end() for match in MAN.finditer(sentence)]
    if not harms:
        return None if others or any(pronoun_of(p) == "He" for p in named_in(sentence, people)) else before
    apart = not others or APPOSED.match(sentence, others[-1])
    return harms[0] if len(harms) == 1 and apart else None


def _who_lives_there(sentence: str, named: Person | None, people: list[Person]) -> Person | None:
    """ "He does not know that she lives at ...": it is hers, and kept from him."""
    if named is None or named.role != "perpetrator" or not UNKNOWING.search(sentence):
        return named
    victims = [person for person in people if person.role == "victim"]
    return victims[0] if len(victims) == 1 else None


def _same(home: Home, address: addresses.Address) -> bool:
    """The same postcode, and no other number in the street."""
    text, postcode = home["text"], home["postcode"]
    if not postcode or postcode.value != address.postcode:
        return False
    told, known = (HOUSE_NUMBER.findall(words)[-1:] for words in (address.text, str(text.value) if text else ""))
    return not told or not known or told == known


def _meant(sentence: str, people: list[Person], *, no_woman_else: bool) -> Person | None:
    """Named in the sentence, else by he or she where only one can be meant."""
    adults = [p for p in people if p.role in ("victim", "perpetrator")]
    named = named_in(sentence, adults)
    said = plain(sentence).split()
    named = [p for p in named if p.called.intersection(said)] or named  # a surname may be both of theirs
    if len(named) == 1:
        return named[0]
    perpetrators = [p for p in adults if p.role == "perpetrator"]
    victims = [p for p in adults if p.role == "victim"]
    known = {str(p.tree["gender"].value) for p in victims if p.tree["gender"]}
    if (
        (said := WHO.search(sentence))
        and said.group().lower() in ("he", "his", "him")
        and "male" not in known
        and len(perpetrators) == 1
        and not named
    ):
        gender = perpetrators[0].tree["gender"]
        return perpetrators[0] if gender is None or gender.value == "male" else None
    hers = said and said.group().lower() in ("she", "her", "hers") and "male" not in known and not named
    men = bool(perpetrators) and all(pronoun_of(p) == "He" for p in perpetrators) and no_woman_else
    return victims[0] if hers and men and len(victims) == 1 else None
