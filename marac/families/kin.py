"""Reads from a child's own line whose child it is, whether a girl or a boy, and with whom it lives."""

import re
from collections.abc import Iterator

from marac.answers.found import INFERRED, LIKELY, Found
from marac.families import homes
from marac.labels.known import role_in
from marac.labels.relations import FATHERS, MEN, MOTHERS, PARENT_WORDS, PARTNERS, TITLES
from marac.labels.sections import section
from marac.layout.gathered import Gathered
from marac.parties.person import Person
from marac.telephones.phones import SENTENCE
from marac.written.blocks import Place
from marac.written.text import plain, tidy

RELATION = (
    r"(?:(?:step|grand|half|adopted |foster )?-?(?:son|daughter|dau)|little (?:boy|girl)|child|baby|niece|nephew)"
)
OF = r"(?P<of>both(?: of them)?|his|hers|her|their|theirs|(?:the |our )?[\w-]+[’']s)"
BEFORE = re.compile(rf"\b{OF}(?: own| older| younger| eldest| youngest)?,? (?P<relation>{RELATION})\b", re.I)
AFTER = re.compile(
    rf"\b(?P<relation>{RELATION}) (?:of|to|with) (?P<of>both|(?:the |our )?[\w-]+(?: (?:and|&) (?:the )?[\w-]+)?)", re.I
)
# "Mr Moss also has a son by his first marriage, Karl": of whoever has the child.
HAS = re.compile(
    rf"\b(?P<of>He|She|(?:Mr|Mrs|Ms|Miss) [A-Z][\w’'-]+|[A-Z][\w’'-]+) (?:also |already )?has (?:an?|one|another) "
    rf"(?:\w+ )?(?P<relation>{RELATION})\b(?P<then>[^.;]{{0,80}})"
)
# "Both"; "Imran's, from his first marriage", "Sean's".
ALONE = re.compile(
    r"\W*(?P<of>(?:both|his|hers|theirs|joint|of both|shared)\b"
    r"|(?P<name>[\w-]+[’']s)(?=\W*(?:\Z|(?:from|by|with|only|alone)\b)))",
    re.I,
)
IN_BRACKETS = re.compile(rf"\s*\((?P<relation>{RELATION})\)", re.I)
ASKS_WHOSE = re.compile(r"\b(?:whose|child of|parents?|belongs?)\b", re.I)
SON_OR_DAUGHTER = {"male": "son", "female": "daughter"}
IN_HER_CARE = re.compile(r" (?:in (?:the |a )?refuge|at (?:the )?(?:refuge|home)|here)\Z")
ONE = re.compile(rf"(?:(?P<whose>[\w-]+[’']s) )?{RELATION}", re.I)
# "Son / stepson", where one box asks what a child is to both.
TO_EACH = re.compile(rf"\W*(?P<first>{RELATION}\b[^/]{{0,30}})/(?P<second>\W*{RELATION}\b[^/]{{0,30}})", re.I)
GIRL = re.compile(r"\b(?:girl|female)\b|(?<=, )F(?=,)", re.I)
DAUGHTER = re.compile(r"\A(?:step|grand)?daughter (?:of|to)\b", re.I)
SON = re.compile(r"\A(?:step|grand)?son (?:of|to)\b", re.I)
BOY = re.compile(r"\b(?:boy|male)\b|(?<=, )M(?=,)", re.I)
WITH = re.compile(
    r"(?<!daughter )(?<!\bson )(?<!child )(?<!baby )"  # "her daughter with Usman" says whose she is
    r"\b(?i:(?:(?:lives?|living|stays?|staying|resid\w+|now|currently|is|are|remains?)(?: \w+)? )?with) "
    r"(?P<whom>[^,;:.()\n]{2,60})(?P<named>(?:, | \()[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)?"
)
ALL = re.compile(
    r"\b(?:both|all(?: \w+)?|the (?:children|boys|girls|kids)|they)(?: (?:of them|children|also|now|all|still))* "
    r"(?:live|lives|are living|stay|are staying|are|is|reside) (?:\w+ )?with (?P<whom>[^,;:.()\n]{2,40})",
    re.I,
)
MOTHER, FATHER = MOTHERS | {"her"}, FATHERS | {"him"}
HER_PARENT = re.compile(r"(?P<whose>her|his) (?:own )?(?:mum|mam|mother|dad|father|parents?)\b", re.I)
THEN_NAMED = re.compile(rf"\b(?:{PARENT_WORDS}),? \(?(?P<first>(?-i:[A-Z])[\w’'-]+)", re.I)
OWN_PARENT = re.compile(rf"\bown (?:{PARENT_WORDS})\b", re.I)
IN_TOWN = re.compile(rf"\b(?:{PARENT_WORDS}),? in (?P<town>(?-i:[A-Z])[\w’'-]+)", re.I)
KEPT_BY = re.compile(r"\A(?:(?:lives?|living|home|at|with|both|the|our) )+")
NAME = re.compile(r"[A-Z][\w’'-]+ [A-Z]")
PRONOUN = re.compile(r"(?:He|She|His|Her)\b")
NAMED = re.compile(r"(?:Mr |Mrs |Ms |Miss )?[A-Z][a-z’'-]+ [A-Z][a-z’'-]+ (?:is|was|has|lives)\b")  # somebody else
NO_KEEPER = {
    "this",
    "that",
    "these",
    "us",
    "me",
    "you",
    "it",
    "a",
    "an",
    "any",
    "no",
    "children",
    "child",
    "son",
    "daughter",
    "regard",
    "which",
}
SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|both|all|several)\b(?: \w+)? (?:children|kids|boys|girls|sons|daughters)\b"
)
OF_THEIRS = re.compile(r"\W*(?:the )?[\w-]+[’']s\s+\w")  # "Ada's sister" is not Ada
ASIDE = ("relat", "lives")  # the fields of a row that say whose a child is, and with whom
LONGEST_KEEPER = 5  # words
LONGEST_OF_ONE = 160  # characters of a sentence that is taken to be of one child alone: our own choice, as the next two
BEFORE_A_NAME, AFTER_A_NAME = 40, 110  # characters
FILLER = {"their", "his", "her", "the", "our", "at", "home", "birth", "own"}


def settle(found: Gathered, people: list[Person]) -> None:
    """What a child's row, or a sentence about all of them, tells, where nothing else did. It is to be checked."""
    children = [person for person in people if person.role == "child"]
    kin = _Kin(people, found.called)
    for child in children:
        others = {each.first_name for each in people if each is not child} - {"", child.first_name}
        for words, place in _told(found, child, others, [each for each in children if each is not child]):
            kin.read(child, words, place)
        kin.parent(child)
    passages = [(each.text, each.place) for each in found.unread if each.kind in ("passage", "comment", "label")]
    for words, place in passages if children else []:
        for match in ALL.finditer(words):
            for child in children:
                kin.keeper(child, match["whom"], place)


def _told(found: Gathered, child: Person, others: set[str], beside: list[Person]) -> Iterator[tuple[str, Place]]:
    """The line in which the child is named, and whatever else stands in its box and in no row of another child."""
    name = child.tree["forenames"] or child.tree["surname"] or child.tree.get("dob")
    if name is None:
        return
    place = name.place
    yield _about(place.source, str(name.value), others), place
    rows = [entry for entry in found.entries if entry.group == child.group and entry.role in ("child", "household")]
    names = [name for each in beside if (name := each.tree["forenames"] or each.tree["surname"])]
    theirs = {(name.place.block, name.place.row) for name in names} - {(place.block, place.row)}
    rows = [entry for entry in rows if not entry.place.row or (entry.place.block, entry.place.row) not in theirs]
    yield from ((entry.value.words, entry.place) for entry in rows if entry.label.field.startswith(ASIDE))
    for each in found.unread:
        if place.row and (each.place.block, each.place.row) == (place.block, place.row):
            yield each.text.partition(": ")[2] or each.text, each.place


def _about(words: str, name: str, others: set[str]) -> str:
    """A passage without the sentences that go on about somebody else than this child, one of `others` by forename."""
    first = plain(name).split()[:1]
    kept: list[str] = []
    sentences = SENTENCE.split(words)
    theirs = not any(first and first[0] in plain(sentence).split() for sentence in sentences[1:])
    for sentence in sentences:
        said = plain(sentence).split()
        named = bool(first) and first[0] in said
        another = NAMED.match(sentence) or others.intersection(said[:1])
        theirs = named or (theirs and (PRONOUN.match(sentence) is not None or not another))
        kept += [_beside(sentence, str(first[0])) if named else sentence] if theirs else []
    return " ".join(kept)


def _beside(sentence: str, first: str) -> str:
    """Of a long sentence what stands beside the child's name: the rest may be of others."""
    at = sentence.lower().find(first)
    if len(sentence) < LONGEST_OF_ONE or at < 0 or SEVERAL.search(sentence):
        return sentence
    begins = max(0, at - BEFORE_A_NAME)
    begins = sentence.find(" ", begins) + 1 if begins else 0
    return sentence[begins : at + AFTER_A_NAME]


def _names(child: Person, said: re.Match[str]) -> bool:
    """A son or daughter of this name is told of."""
    return not child.called.isdisjoint(plain(said["then"]).split()) and said["relation"] != "child"


def _surname(person: Person) -> str:
    return str(person.tree["surname"].value) if person.tree["surname"] and person.role != "child" else ""


class _Kin:
    """Whose words such as "his", "mum" or a first name are, in this document."""

    def __init__(self, people: list[Person], called: tuple[tuple[str, str], ...]) -> None:
        self.people = people
        self.called = {plain(name): role for name, role in called}
        self.names: dict[str, str] = {}
        for person in people:
            for key in ("forenames", "surname") if person.role in ("victim", "perpetrator") else ():
                said = plain(str(person.tree[key].value)).split() if person.tree[key] else []
                for word in said[:1] if key == "forenames" else said:
                    self.names[word] = "" if self.names.get(word, person.role) != person.role else person.role
            for alias in person.tree.get("aliases") or [] if person.role in ("victim", "perpetrator") else ():
                for word in plain(str(alias.value)).split()[:1]:
                    self.names.setdefault(word, person.role)

    def read(self, child: Person, words: str, place: Place) -> None:
        """All that a line tells of a child."""
        self.relate(child, words, place)
        for key, said in (("female", GIRL), ("male", BOY), ("female", DAUGHTER), ("male", SON)):
            if child.tree["gender"] is None and said.search(words):
                child.tree["gender"] = Found(key, place, LIKELY)
        match = WITH.search(words)
        if match and self._of_the_other(child, match):
            words = tidy(f"{match['whom']}{match['named'] or ''}").replace(" (", ", ")
            child.tree["lives_with"] = child.tree["lives_with"] or Found(words, place, INFERRED)
        elif match:
            self.keeper(child, match["whom"], place, match["named"] or "")

    def _of_the_other(self, child: Person, match: re.Match[str]) -> bool:
        """ "He lives with her mother": of a boy that is the mother of whoever "she" is, and not his own."""
        parent = HER_PARENT.match(match["whom"])
        before = SENTENCE.split(match.string[: match.start()])[-1]
        gender = child.tree["gender"]
        boy = (gender is not None and gender.value == "male") or re.search(r"\b(?:he|son|boy)\b", before, re.I)
        girl = (gender is not None and gender.value == "female") or re.search(r"\b(?:she|girl)\b", before, re.I)
        return parent is not None and bool(boy if parent["whose"].lower() == "her" else girl)

    def relate(self, child: Person, words: str, place: Place) -> None:
        """Whose child it is; what stood as its relation to the victim and names another is taken away."""
        if each := TO_EACH.fullmatch(words):
            self._to_each(child, each, place)
            return
        stood = child.tree["relationship_to_victim"]
        one = ONE.fullmatch(str(stood.value)) if stood else None
        plainly = one is not None and (one["whose"] is None or self._whose(one["whose"]) != {"perpetrator"})
        for of, relation, start in self._said(child, words, place):
            roles = self._whose(of)
            before = child.tree["relationship_to_victim"]
            apart = plainly and before is not None and str(before.value) in words[:start]  # "Grandson, Karl's boy"
            told_here = before is not None and before.place.source == words and not apart
            if before and roles and (plain(str(before.value)) in plain(of) or told_here):
                child.tree["relationship_to_victim"] = None
            for role in roles:
                key = f"relationship_to_{role}"
                if child.tree[key] is None and relation:
                    word = re.sub(r"dau\Z|little girl", "daughter", relation.lower()).replace("little boy", "son")
                    child.tree[key] = Found(word, place, INFERRED)

    def _said(self, child: Person, words: str, place: Place) -> list[tuple[str, str, int]]:
        """Whose the words say the child is, what it is to them where that is said, and where that begins."""
        matches = [match for pattern in (BEFORE, AFTER) for match in pattern.finditer(words)]
        matches += [match for match in HAS.finditer(words) if _names(child, match)]
        if matches:
            return [(match["of"], match["relation"], match.start()) for match in matches]
        gender, told = child.tree["gender"], IN_BRACKETS.search(words)  # "Patient (daughter)", "Partner (son)"
        word = told["relation"].lower() if told else SON_OR_DAUGHTER.get(str(gender.value) if gender else "", "child")
        if alone := ALONE.match(words):
            return [(alone["of"], word if alone["name"] else "", 0)]
        return [(whom, word, 0) for whom in self._parents(words)] if ASKS_WHOSE.search(place.label) else []

    def _parents(self, words: str) -> list[str]:
        """ "Client and Person 1", "Patient": whose a child is, and nothing more."""
        parts = [plain(part) for part in re.split(r"\s*(?:&|/|\band\b)\s*", IN_BRACKETS.sub("", words)) if plain(part)]
        return parts if parts and all(self._role(part) for part in parts) else []

    def _to_each(self, child: Person, said: re.Match[str], place: Place) -> None:
        """What the child is to the victim and then to the one who harms, unless the label names him first."""
        roles = ("victim", "perpetrator")
        asked = role_in(place.label.partition("/")[0])
        for role, words in zip(roles[::-1] if asked == "perpetrator" else roles, said.groups(), strict=True):
            child.tree[f"relationship_to_{role}"] = Found(tidy(words).strip(" ,"), place, INFERRED)

    def _whose(self, of: str) -> set[str]:
        """The victim, the one who harms, or both; nobody where it is not plain."""
        bare = re.sub(r"\b(?:the|our)\b", " ", plain(of.replace("’s", "").replace("'s", ""))).strip()
        if bare.startswith("both") or bare in ("theirs", "joint", "shared", "of both"):
            return {"victim", "perpetrator"}
        if bare in ("his", "hers", "her", "he", "she"):
            return self._by_gender("male" if bare in ("his", "he") else "female")
        if bare.split()[:1] and bare.split()[0] in TITLES:
            return {self._keeper(bare)} - {""}
        return {role for word in re.split(r" and | ", bare) if (role := self._role(word))}

    def _role(self, word: str) -> str:
        said = self.called.get(word) or self.names.get(word) or role_in(word) or ""
        if said in ("victim", "perpetrator"):
            return said
        return "perpetrator" if word == "partner" or word in PARTNERS & MEN else ""

    def _by_gender(self, gender: str) -> set[str]:
        """Whoever of the two alone is a woman, or a man."""
        known = {
            person.role: str(person.tree["gender"].value) for person in self.people
            if person.role in ("victim", "perpetrator") and person.tree.get("gender")
        }  # fmt: skip
        if not known:
            return {"victim"} if gender == "female" else {"perpetrator"}
        fits = {role for role, said in known.items() if said == gender}
        if not fits and set(known) == {"perpetrator"}:  # of the other nothing is said, and it can be nobody else
            return {"victim"}
        return fits if len(fits) == 1 else set()

    def parent(self, child: Person) -> None:
        """ "Dad", where only one of the two can be: whichever of our people that is."""
        said = child.tree["lives_with"]
        words, _, more = str(said.value).partition(",") if said else ("", "", "")
        role = (
            self._keeper(IN_HER_CARE.sub("", plain(words.partition("(")[0])))
            if said and not NAME.match(more.strip())
            else ""
        )
        if said and role and said.value != role:
            child.tree["lives_with"] = Found(role, said.place, INFERRED)
            child.tree["address"] = child.tree["address"] or homes.home_of(self.people, role, said.place)

    def _keeper(self, words: str) -> str:
        """Whichever of the two the words mean: "mum", "Ms Hollis", "the customer", "Tara"; and not "his own mum"."""
        words = KEPT_BY.sub("", words)
        first = words.split()[:1]
        if first and first[0] in TITLES:
            titled, surname = self._by_gender(TITLES[first[0]]), " ".join(words.split()[1:])
            named = {person.role for person in self.people if plain(_surname(person)) == surname}
            fits = named & titled if len(named) > 1 else named
        elif words in MOTHER | FATHER:
            fits = self._by_gender("female" if words in MOTHER else "male")
        else:
            fits = {self._role(words)} if len(words.split()) == 1 and words not in NO_KEEPER else set()
            fits |= {section(words) or ""} if not fits - {""} and words not in NO_KEEPER else set()
            fits -= {""}
        return next(iter(fits)) if len(fits) == 1 and fits <= {"victim", "perpetrator"} else ""

    def _elsewhere(self, words: str, roles: set[str]) -> bool:
        """ "His own mother", or "her mum in Corrowby", where none of those whom that may be has a home there."""
        if OWN_PARENT.search(words):
            return True
        town = IN_TOWN.search(words)
        theirs = [str(home["text"].value) for p in self.people if p.role in roles for home in p.tree["addresses"]]
        return town is not None and not any(plain(town["town"]) in plain(home).split() for home in theirs)

    def keeper(self, child: Person, words: str, place: Place, named: str = "") -> None:
        """With whom it lives, where no answer said that; a parent who is named may be somebody else."""
        said = [word for word in plain(words).split() if word not in FILLER or word == "her"]
        if child.tree["lives_with"] is not None or not said or NO_KEEPER & set(said):
            return
        if named and not any(self._role(word) for word in plain(named).split()):
            child.tree["lives_with"] = Found(tidy(f"{words}{named}").replace(" (", ", "), place, INFERRED)
            return
        said = [word for word in said if word != "her"] or said
        if len(said) > LONGEST_KEEPER:
            return
        role = "" if OF_THEIRS.match(words) else self._role(said[0])
        if not role and said[0] in MOTHER | FATHER:
            fits = self._by_gender("female" if said[0] in MOTHER else "male")
            named = THEN_NAMED.search(words)  # "her mum Kelsey Holt", who is none of ours
            fits = fits if not named or self._role(plain(named["first"])) in fits else set()
            fits = set() if self._elsewhere(words, fits) else fits
            role = next(iter(fits)) if len(fits) == 1 else ""
        child.tree["lives_with"] = Found(role or tidy(words), place, INFERRED)
        home = homes.home_of(self.people, role, place) if role and not child.tree["address"] else None
        child.tree["address"] = home or child.tree["address"]
