"""Keeps each answer under its label and with whoever's box it is in."""

import re
from dataclasses import replace

from marac.answers import addresses, choices
from marac.answers.found import INFERRED, LIKELY, STATED, Certainty, Unread
from marac.answers.names import INSTITUTIONS, RANK
from marac.inferred import likely, whole
from marac.keeping.boxes import ASKED_OF, NAMED, OURS
from marac.keeping.several import Several
from marac.kernel.identifiers import PHONE_IN_TEXT
from marac.kernel.postcodes import postcode_places
from marac.labels import headings
from marac.labels.known import GIVEN, NUMBER, Label, only_label, role_in
from marac.labels.relations import PARTNER, RELATIONS
from marac.layout.grids import PEOPLE
from marac.layout.pairs import parts, with_number
from marac.written.blocks import Block, Cell, Place
from marac.written.text import Text, plain, tidy

OF_A_PARENT = re.compile(r"(?:of|by) |(?:his|hers|theirs|both)\b|[^:\n]{2,30}[’']s\b", re.I)
WHETHER = re.compile(r"(?:is|are|does|do|has|have|can|may|will|was|did)\b", re.I)  # asks about somebody, opens no box
# What a label asks for in somebody's box that elsewhere asks about those who refer.
IN_BOX = {
    "victim": {"referrer.role": ("occupation",)},
    "perpetrator": {"referrer.role": ("occupation",)},
    "child": {"referrer.agency": ("school",), "occupation": ("school",), "shares_home": ("lives_with",)},
}
TOLD_BESIDE = ("age", "dob", "relationship_to_victim")  # what a list of children tells of each behind the name
AT_WORK = ("place of work", "workplace", "occupation or place of work", "works at")
NO_NUMBER = ("referrer.agency", "referrer.role", "referrer.profession", "occupation")  # what no number answers
FOLLOWED = ("diversity.disability", "narrative")
HE_KNOWS = re.compile(r"\W*(?:(?:does|has|is) (?:he|(?:this|the) person)|(?:do|have|are) they)\b", re.I)
EARLIER = ("previous.this_marac", "previous.last")
ITS_NUMBER = re.compile(
    r"(?:(?:if so|if yes|and|their|its|that|the|marac|case|meeting|when|date) )*"
    r"(?:no|number|ref|refs|reference|when|date)"
)
FOLLOWS = re.compile(
    r"(?:if (?:yes|so) )?(?:please )?(?:give |provide |add )?"
    r"(?:(?:more |further )?details?|describe|specify|state|explain)(?: below)?"
)
UNFINISHED = re.compile(r"\.{2,}|…")  # "Is ... to the person being harmed"
OF_HOUSES = re.compile(rf"\b(?:{INSTITUTIONS})\b")
OF_A_PRISONER = re.compile(r"\b(?:prison(?:er)? (?:no|number)|CRN|NOMIS|MAPPA|in custody|HMP)\b", re.I)
OF_PARTNER = re.compile(rf"\breferral of (?:his|her|their) {PARTNER}", re.I)
CHILDREN = re.compile(r"(?:\W*\w+\W+){0,3}(?:child(?:ren)?|under[- ]?18s?|kids)\b", re.I)
ELSE_HARMS = re.compile(
    r"(?:(?:is|are|does) (?:there )?)?(?:any(?:one|body)|some(?:one|body)|other people) else\b[^?:]{0,30}"
    r"\b(?:hurt|harm|abus|assault|attack)\w*",
    re.I,
)
# What a word and no more asks just behind a number or an address, and the fields behind which it may stand.
OF_A_NUMBER = ("phone", "safe_to_call", "safe_to_text", "safe_to_leave_message", "contact_note")
JUST_BEHIND = {
    **dict.fromkeys(("ring", "call"), ("safe_to_call", OF_A_NUMBER)),
    **dict.fromkeys(("text", "sms"), ("safe_to_text", OF_A_NUMBER)),
    **dict.fromkeys(("confidential", "secret", "withhold"), ("address_confidential", ("address",))),
}
WHO_IS = ("relationship_to_victim",)
WHO_ASKED = re.compile(r"(?:\d{1,2}[.)]?\s+)?who\b", re.I)  # "Who is causing the harm, and what is the relationship?"
HIS_OR_HER = re.compile(r"(?:his|her)\b", re.I)
YES = re.compile(r"\W*yes\b[\s,.:;–-]*", re.I)
NOTHING = Text("")
LEGAL = re.compile(r"\b(?:legal|official|birth|full) name\b.*\bdifferent\b|\b(?:legal|official|passport) name\b", re.I)
NOT_TO_USE = re.compile(r"\b(?:not safe|unsafe|do not|don[’']?t|never|not to (?:be|use|ring|call|try))\b", re.I)
OF_MATTERS = re.compile(r"\b(?:status|investigation|markers?|warnings?|conditions?|seen|attend\w*|last|when)\b", re.I)
SEE_LABEL = re.compile(
    r"(?:(?:see|as|as per|on|per) )?(?:patient |the |attached )*(?:label|sticker)(?: attached| above)?"
)
LINE = 120  # characters in which whoever is told of is named and their birth said


class Keeper(Several):
    """Keeps answers, each under its label."""

    asked_of = ASKED_OF

    def _wait(self, label: Label, printed: str) -> None:
        self.waiting, self.before = (label, tidy(printed)), None
        self.found.asked.add(label.field)

    def take(self, block: Block, printed: str, value: Text, cell: Cell | None) -> None:
        """An answer with its printed label; inner labels are answers of their own."""
        printed, value = with_number(tidy(self._in_two(printed)).rstrip(": "), value, self.knows.find)
        of_label = self.role != "perpetrator" and SEE_LABEL.fullmatch(plain(value.words))
        if of_label or self._several(block, printed, value, cell):
            return
        self._of_whoever_refers(printed)
        self.waiting = self.before = None
        self._of_other(printed)
        self.begins, self.fresh = self.fresh, False
        place = block.spot(printed, value.words, cell)
        if self._part(printed, value) or self._who_else(printed, value, place):
            return
        if whole.kin_in(printed) and whole.is_told(value):
            self._whole(value, place, None, INFERRED)
            return
        label, sure = self._just_behind(printed, value) or self._meant(printed, value, place)
        topic = plain(printed) == "re" and " " not in whole.name_of(value.words).strip()  # "Re: Release of a prisoner"
        if label is not None and (topic or self._of_another(label, printed, place, cell)):
            self.found.unread.append(Unread("label", f"{printed}: {value.words}", place))
        elif label is not None:
            self._answer(label, printed, value, place, cell, sure)
        elif self.role in OURS and likely.at_home(printed, value):
            self._keep(Label("address", True, None), value, place, self.role, INFERRED)
        elif not value.blank:
            self.found.unread.append(Unread("label", f"{printed}: {value.words}", place))

    def _just_behind(self, printed: str, value: Text) -> tuple[Label, Certainty] | None:
        """ "Ring: yes" and "Text: no" just behind a number are about it, "Confidential? yes" behind an address too."""
        before = self.found.entries[-1] if self.found.entries else None
        asked, behind = JUST_BEHIND.get(plain(printed), ("", ()))
        beside = before is not None and before.group == self.group and before.label.field in behind
        return (Label(asked, True, None), STATED) if beside and choices.yes_no(value).known else None

    def _of_whoever_refers(self, printed: str) -> None:
        """ "Advocate" with nothing beside it, and "Name" beneath, heads the box of whoever refers."""
        label = self.knows.find(printed) if self.waiting and self.waiting[0].field == "referrer.profession" else None
        if label is not None and label.field in NAMED and not label.role:
            self._start("referrer")

    def _of_other(self, printed: str) -> None:
        """ "His number", after "Her name" in the victim's box, is in a box of its own: that of the one who harms."""
        said = HIS_OR_HER.match(printed)
        label = self.knows.find(printed) if said and self.role == "victim" else None
        if said is None or label is None or not label.personal:
            return
        hers = said.group().lower()
        if self.calls_her and hers != self.calls_her:
            self._start("perpetrator", made_out=True)
        self.calls_her = self.calls_her or hers

    def _who_else(self, printed: str, value: Text, place: Place) -> bool:
        """ "Is anyone else hurting her?": whoever is told with a birth or a home is one more, and is to be checked.

        So is whoever is named beside "Second person causing harm".
        """
        if not ELSE_HARMS.match(printed):
            more = headings.another(printed) and self.knows.whose(printed) == "perpetrator"
            if not more or self.knows.find(printed) is not None or not whole.is_named(value):
                return False
            self._start("perpetrator")
            self._keep(Label("name", True, None), value, place, "perpetrator", INFERRED)
            return True
        yes = YES.match(value.words)
        told = value.part(yes.end() if yes else 0)
        if whole.is_told(told) or whole.is_listed(told):
            self._open_box("perpetrator")
            self._whole(told, place, "perpetrator", INFERRED)
        elif not choices.is_unknown(value.words):
            self.found.unread.append(Unread("label", f"{printed}: {value.words}", place))
        return True

    def _in_two(self, printed: str) -> str:
        """A label in two languages, one beneath the other, with a stroke between them where that makes it known."""
        halves = [half for half in printed.strip().split("\n") if half.strip()]
        split = len(halves) == 2 and self.knows.find(tidy(printed)) is None
        return " / ".join(halves) if split else printed

    def _of_line(self, label: Label, printed: str, role: str | None) -> bool:
        """Asked in the line of a child or of somebody else: whether they know of the referral."""
        return (
            label.field in GIVEN and role in ("other", "child", "household", "perpetrator") and not _of_victim(printed)
        )

    def _of_another(self, label: Label, printed: str, place: Place, cell: Cell | None) -> bool:
        """Asked in the box of somebody else, who is named there: whether they know of the referral, not the victim."""
        if label.field not in GIVEN or label.role == "victim" or _of_victim(printed):
            return False
        boxes = ("other", "perpetrator") if label.field == "consent.victim_aware" else ("other",)
        if next((role for start, end, role in self.columns if cell and start <= cell.at < end), None) in boxes:
            return True
        here = [
            e for e in self.found.entries
            if e.group == self.group and (e.place.block == place.block or HE_KNOWS.match(printed))
        ]  # fmt: skip
        return self.role in boxes and any(e.label.field in NAMED for e in here)

    def _answer(
        self, label: Label, printed: str, value: Text, place: Place, cell: Cell | None, sure: Certainty
    ) -> None:
        if label.personal and not label.role and self._again(label, value):
            self._start(None)
        box = self.role
        role = self._role(label, cell)
        self.role = box if WHETHER.match(printed) else self.role
        if value.blank and label.field in ("narrative", "whole"):
            self._wait(label, printed)
        if label.field == "whole":
            self.listing = plain(printed) == "re"  # of whom a letter is, with what stands beneath
            if self.listing and (OF_PARTNER.search(value.words) or OF_A_PRISONER.search(value.words)):
                self.role = role = "perpetrator"
                self.of_letter = True
            self._whole(value, place, role, INFERRED if self.listing else sure)
            self.listing = self.listing or (cell is None and role in OURS)  # what more is told on the next lines
            return
        for inner, stretch in parts(label, value, self.knows.find):
            self.found.asked.add(inner.field if not inner.personal else f"{role}.{inner.field}")
            if not stretch.blank:
                self._keep(inner, stretch, place, role, sure)
            for name, more in whole.beside_a_birth(stretch) if inner.field == "dob" else []:
                self._keep(Label(name, True, role), more, place, role, LIKELY)

    def _named_here(self) -> bool:
        return any(e.group == self.group and e.label.field in NAMED for e in self.found.entries)

    def _meant(self, printed: str, value: Text, place: Place) -> tuple[Label | None, Certainty]:
        """The label that is printed here, and how sure it is; one that asks for a name may get the whole person."""
        label, sure = self._read(printed, value, place)
        if label is not None and label.field in NAMED and self._only_asks(value):
            return None, STATED
        related = plain(re.split(r"[,;(]", value.words)[0]) in RELATIONS
        if related and label is not None and label.field in (*NAMED, "whole") and UNFINISHED.search(printed):
            label = Label("relationship_to_victim", True, None)
        label = self._answered(label or self._followed(printed, value), value)
        if label is not None and label.field == "name" and LEGAL.search(printed) and self._named_here():
            label = replace(label, field="aliases")
        somebody = any(held.group == self.group for held, _ in self.found.unplaced)
        box = "perpetrator" if self.role is None and somebody else self.role
        if label is not None and not self.first and box in IN_BOX:
            if plain(printed) == "post":  # whether letters may be sent
                return None, STATED
            field = "referrer.role" if plain(printed) in AT_WORK and box in OURS else label.field
            label = next((Label(to, True, None) for to in IN_BOX[box].get(field, ())), label)
        of_child = label is not None and label.field in ("lives_with", "address") and CHILDREN.match(printed)
        of_child = of_child or (label is not None and label.field in TOLD_BESIDE and box == "child")
        # "Is she a parent or expecting?": "Yes. Kit Hollis, born 3 April 2026, ..."
        of_child = of_child or (label is not None and label.field == "diversity.pregnant")
        if of_child and whole.is_listed(value.part(0, min(LINE, len(value.words)))):
            label = Label("whole", True, "child")
        if label is not None and not related and self._asks_who(label, printed, value):
            label = replace(label, field="whole")
        return label, sure

    def _answered(self, label: Label | None, value: Text) -> Label | None:
        """The label, as its answer shows it to be: a home that is known to him, or a number where a post was asked."""
        if label is not None and label.field == "address_confidential" and postcode_places(value.words):
            return replace(label, field="address" if addresses.keeps_secret(value.words) else "previous_address")
        if (
            label is not None
            and label.field == "address"
            and self.role not in PEOPLE
            and addresses.only_kept(value.words)
        ):
            return Label("address_confidential", True, "victim")  # "REFUGE ADDRESS: never to be read out"
        if label is not None and label.field in NO_NUMBER and PHONE_IN_TEXT.fullmatch(value.words.strip()):
            return Label("phone", True, label.role if label.personal else "referrer")
        return label

    def _asks_who(self, label: Label, printed: str, value: Text) -> bool:
        """What asks for a name, or who somebody is, and is answered with more than a name."""
        who = label.field == "name" or (label.field in WHO_IS and WHO_ASKED.match(printed) is not None)
        return who and (whole.is_told(value) or whole.is_listed(value))

    def _followed(self, printed: str, value: Text = NOTHING) -> Label | None:
        """ "If yes, please give details" asks more of what was asked just before; "Case no." of an earlier hearing.

        "NOT safe" beside a number tells of one more number.
        """
        if NOT_TO_USE.search(printed) and PHONE_IN_TEXT.match(value.words.strip()):
            return Label("phone", True, None)
        before = self.found.entries[-1].label if self.found.entries else None
        bare = plain(printed.rpartition(" / ")[2])  # the second of two languages
        if before and before.field in EARLIER and ITS_NUMBER.fullmatch(bare):
            return Label("previous.last", False, None)
        return before if before and before.field in FOLLOWED and FOLLOWS.fullmatch(bare) else None

    def _read(self, printed: str, value: Text, place: Place) -> tuple[Label | None, Certainty]:
        """A heading with words beside it is a label too when they are a person."""
        label = self.knows.find(printed)
        if beside := self._beside_a_role(printed, value):
            return beside
        if label is None and whole.is_person(value):
            label = self.knows.asked(printed)
        if label is None and self.knows.section(printed) and not choices.yes_no(value).known:
            self._start(self.knows.section(printed))
        if label is not None and label.field == "referrer.profession":
            return self._profession(printed, value, place), STATED
        if label is not None and label.field == "referrer" and self._of_ours(printed, value):
            return Label("name", True, None), STATED
        if label is None and self.role in OURS and plain(printed) in headings.ALSO and whole.is_person(value):
            return Label("whole", True, self.role), INFERRED
        if label is None and self._of_family(printed, value):
            return Label("whole", True, None), STATED
        return self._made_out(label, printed, value)

    def _beside_a_role(self, printed: str, value: Text) -> tuple[Label, Certainty] | None:
        """Words for another of ours that open no box here: "Who to client: on-off partner", "Of the offender: ..."."""
        related = self.role == "perpetrator" and likely.looks("relationship_to_victim", value)
        if related and self.knows.section(printed) == "victim":
            return Label("relationship_to_victim", True, None), INFERRED
        if self.role == "child" and OF_A_PARENT.match(printed) and whole.is_listed(value):
            return Label("whole", True, "child"), STATED
        return None

    def _made_out(self, label: Label | None, printed: str, value: Text) -> tuple[Label | None, Certainty]:
        """The label, or what an answer under words on no list can only be."""
        if label is None and self.begins and self.role in OURS and likely.heads(printed, value):
            return Label("name", True, None), INFERRED
        if label is None or self._names(label, printed, value):
            made_out = self.knows.likely(printed, value)
            if made_out is None and self.role in (None, "referrer", "case"):
                made_out = self.knows.of_referral(printed, value)
            return made_out, INFERRED
        return label, STATED

    def _only_asks(self, value: Text) -> bool:
        """What stands where a name is asked for is itself a label: rows and columns were taken for one another."""
        asked = self.knows.find(value.words) if only_label(NUMBER.sub("", value.words)) else None
        return asked is not None and asked.personal and asked.field in ("dob", "age", "address", "phone", "gender")

    def _of_family(self, printed: str, value: Text) -> bool:
        """ "Son: Kit Hollis", or a name with its birth, in a box of children or of the household."""
        if self.role not in ("child", "household") or whole.ELDER.search(printed) or OF_MATTERS.search(printed):
            return False
        return (plain(printed) in RELATIONS and whole.is_person(value)) or whole.is_listed(
            value.part(0, min(LINE, len(value.words)))
        )

    def _of_ours(self, printed: str, value: Text) -> bool:
        """ "Rank and name" in the box of one of our people asks for theirs."""
        return (
            self.role in OURS
            and "name" in plain(printed)
            and self.knows.whose(printed) is None
            and likely.is_name(Text(RANK.sub("", value.words).partition(",")[0]))
        )

    def _names(self, label: Label, printed: str, value: Text) -> bool:
        """Asks for the name of one of our people, though its words are those of another question."""
        if label.personal or not re.search(r"\bnames?\b", printed, re.I) or not likely.is_name(value):
            return False
        return self.knows.whose(printed) in ("victim", "perpetrator", "child")

    def _profession(self, printed: str, value: Text, place: Place) -> Label | None:
        """Before anybody else is spoken of, "Midwife: Catrin Mallow" is who refers, with their post.

        "Doctor: Old Mill Surgery" is where somebody is a patient, wherever it stands.
        """
        if "doctor" in plain(printed).split() and OF_HOUSES.search(value.words):
            return Label("gp", True, None)
        if self.role not in (None, "referrer") or not whole.is_person(value):
            return None
        self._keep(Label("referrer.role", False, None), Text(printed), place, "referrer")
        return Label("referrer", False, None)


def _of_victim(printed: str) -> bool:
    return role_in(plain(printed)) == "victim"
