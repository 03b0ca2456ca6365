"""Finds what is asked and answered in single texts: headings, lines, paragraphs, and cells that fill their row."""

import re
from dataclasses import replace

from marac.answers.choices import BOX
from marac.answers.found import INFERRED, STATED, Unread
from marac.inferred import whole
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.keeping.boxes import NAMED
from marac.keeping.keeper import ELSE_HARMS
from marac.kernel.dates import dates_in
from marac.kernel.postcodes import postcode_places
from marac.labels import headings
from marac.labels.known import NAMES, PRONOUN, Label, only_label
from marac.labels.relations import PARTNER
from marac.layout.casting import SURE
from marac.layout.pairs import answered_in, in_bold, led, one_question, pairs_in
from marac.questions.lines import BULLET, Lines
from marac.written.blocks import Block, Cell
from marac.written.text import Text, plain

NUMBERED = re.compile(
    r"\s*(?:\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\t|\(?(?:\d{1,2}|[a-z])[.)]\s{2,}|[A-H](?:\t|\s{3,}))\s*"
)
WHO = re.compile(r"(?:(?:Q\.?\s?)?\d{1,2}[.):]?\s+|[A-H][.)]\s+)?Who\b(?! (?:has|can|may|knows?|told|is safe))")
ANYONE = re.compile(r"(?:(?:part|section) \w+\W+)?(?:any(?:one|body)|every(?:one|body)|people|others|all)\b", re.I)
SEVERAL = ("perpetrator", "child")  # a second table that asks the same as the victim's may be the perpetrator's
LONG = 80  # characters of a question, and of what it asks to be told besides
# "MARAC referral from primary care" is what the form is called, and asks for nobody.
TITLE_OF_THE_FORM = re.compile(
    r"[^:?]{0,40}\bMARAC (?:referral|request|notification|nomination)(?: form)? (?:by|from) [^:?(]+", re.I
)
HOW_TO_FILL = re.compile(
    r"\W*(?:Use|Include|List|Give|Write|Tick|Add|Enter|Put|Please|Do not|Continue|Complete|Only|If|Don[’']t|Never"
    r"|Always|Send|Return|Mark|Answer|Discuss|Read|Fill) [a-z]|\W*(?:PLEASE|DO NOT)\b"
)
ANY_CHILDREN = re.compile(
    r"(?:(?:Q\.?\s?)?\d{1,2}[.):]?\s+|[A-H][.)]\s+)?(?:Are|Is) there (?:any )?(?:other )?(?:child|young)", re.I
)
KIN_BORN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,3},\s+(?:step|grand)?(?:son|daughter|child|baby)\b", re.I)
PARTNER_BORN = re.compile(rf"\s*(?:(?:her|his|their) )?{PARTNER}[:,]\s+[A-Z][\w'’-]+ [A-Z]", re.I)
ONE_OF = re.compile(r"(?:person|individual|number|no\.?)\s*(?P<number>[1-4]|[A-D])", re.I)
MORE = re.compile(r"\b(?:second|third|another|additional|further)\b", re.I)
LABELS = re.compile(r"[A-Z][^:\n]{1,40}:[^\n]*\n[A-Z][^:\n]{1,40}:")  # two lines, each a label with its answer
SHORTEST_SENTENCE = 4  # words
HEAD = 60  # characters of a head over a column
NO_PERSON = ("address", "housing", "phone", "gp", "occupation", "school")  # what nobody's name and birth answer
TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][^:?]*\Z")
OF_PARTNER = re.compile(
    rf"(?:the |her |his |their )?{PARTNER}(?: (?:or|and|or former) {PARTNER})?"
    r"(?: (?:of concern|who (?:harms|is harming)))?"
)
LISTED = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+,\s")
YOU = re.compile(r"\byour?\b", re.I)
ANSWER = re.compile(r"\s*(?:A|Ans|Answer)\d{0,2}[a-z]?\s*[.:)]\s+", re.I)


def _of_a_person(text: Text) -> bool:
    """Tells of somebody by name, and asks nothing: "Mrs Ann Lee", "Zara Lee, girl, born 3/1/18"."""
    words = text.words.strip()
    listed = LISTED.match(words) is not None and whole.is_listed(text)
    return whole.is_born(text) or listed or TITLED.match(words) is not None


def _instructs(words: str) -> bool:
    return YOU.search(words) is not None or HOW_TO_FILL.match(words) is not None


def _lists(text: Text) -> bool:
    """The first line tells of a person: those beneath it tell of others."""
    return whole.is_listed(Text(text.words.strip().partition("\n")[0]))


def is_sentence(words: str) -> bool:
    """Tells a day or a home, and ends as a sentence does: it asks for nothing."""
    told = words.rstrip().endswith(".") and len(words.split()) > SHORTEST_SENTENCE
    return told and bool(dates_in(words, last_year=LAST_TWO_FIGURE_YEAR) or postcode_places(words))


class Singles(Lines):
    """Keeps what a text by itself says."""

    def _alone(self, block: Block, text: Text, cell: Cell | None) -> None:
        """A heading, a line, a paragraph, or a cell that fills its row."""
        text = self._trimmed(one_question(text))
        words = text.words.strip()
        listed = self.listing and BULLET.match(words)
        if not words or self._coded(block, text, cell) or (listed and self._of_one(block, text, cell)):
            return
        told = _of_a_person(text) or is_sentence(words)
        head, label = (None, None) if told else self._head_or_label(block, words)
        self.extra = self.extra or (len(words) < 120 and "stalking" in plain(words) and block.kind == "heading")
        if not head and self._whole_waits and pairs_in(text, self.knows.asked):
            self._start(self.waiting[0].role if self.waiting else None)
        if not head and self._split(block, text, cell):
            return
        label = self._standing(block, words, label)
        if label and (not head or label.field == "narrative" or words.endswith("?")):
            self._wait(label, words)
            self.doubtful = self.doubtful or block.kind == "heading"
            if head:
                self._open_box(head)
        elif head:
            self._start(head)
        elif self._may_open(block) and not self._asks(block, text) and self._opens(block, text, cell):
            self._start(self._opened(words), made_out=self.knows.section(words) is None)
        else:
            self._loose(block, text, cell)

    def _trimmed(self, text: Text) -> Text:
        """Without its number, without "Answer:", and without the full stop of "Victim."."""
        number = NUMBERED.match(text.words)
        text = self._beneath(text.part(number.end()) if number else text.part(0))
        lead = ANSWER.match(text.words) if self.waiting or self.fresh else None
        text = text.part(lead.end()) if lead else text
        stopped = text.words.strip().endswith(".") and len(text.words) < HEAD and not self._telling
        return text.part(0, text.words.rindex(".")) if stopped and self.knows.section(text.words.strip(" .")) else text

    def _may_open(self, block: Block) -> bool:
        """No answer is awaited, or an account was begun and this looks like the next heading."""
        if not self.waiting:
            return True
        last = self.found.entries[-1] if self.found.entries else None
        begun = last is not None and last.label.field == "narrative" and len(last.value.words) > HEAD
        titled = block.kind == "heading" or (block.kind != "table" and block.text.words.isupper())
        return self._telling and begun and titled

    def _opens(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """A heading in words on no list, by its looks or by what stands beneath."""
        words = text.words.strip()
        return (
            headings.opens(block, text, cell)
            or self._opens_list(block, words)
            or self._above_a_name(text, cell)
            or (cell is not None and cell.span > 1 and "?" not in words and self._whose(words) is not None)
        )

    def _head_or_label(self, block: Block, words: str) -> tuple[str | None, Label | None]:
        """Whose box the words open, and what they ask."""
        head, label = self.knows.section(words) or headings.part(words, self._whose), self.knows.bare(words.rstrip(":"))
        head = (self.knows.whose(words) or head) if head == "case" else head  # "Who is the risk?"
        if label and label.field == "referrer" and TITLE_OF_THE_FORM.match(words):
            return None, None
        if block.kind == "heading" and label and label.field == "contact_note" and not words.endswith("?"):
            head, label = "other", None  # a box for whoever may be spoken to
        if block.kind == "heading" and label and ANYONE.match(words) and not words.endswith(("?", ":")):
            head = head or self.knows.whose(words)  # "Anyone under 18 who lives at the address"
        asked = None if head or label else self._who(words)
        return (asked.role, asked) if asked else (head, label)

    def _opened(self, words: str) -> str | None:
        """Whose box a heading on no list opens; one more of the same where it speaks of another."""
        one = ONE_OF.fullmatch(words)
        self.counted = self.role if one and one["number"] in "1A" else self.counted if one else None
        again = self.role if self.role in SEVERAL and (MORE.search(words) or self.counted == self.role) else None
        if self.role == "victim" and headings.MORE_OF_THEM.fullmatch(plain(words)):
            return "victim"
        partner = "perpetrator" if OF_PARTNER.fullmatch(plain(words)) else None
        return self.knows.whose(words) or again or partner or ("other" if headings.of_somebody_else(words) else None)

    def _who(self, words: str) -> Label | None:
        """ "Who did this? Give all you know" asks for a whole person."""
        role = self.knows.whose(words) if WHO.match(words) and "?" in words else None
        question = words.partition("?")[0]  # "Who is the person at risk? Give their full name, ..."
        if role is None and WHO.match(words) and len(words) > LONG:
            label = self.knows.find(f"{question}?")
            role = self.knows.whose(question) if label is None or label.field == "whole" else None
        role = "child" if ANY_CHILDREN.match(words) and words.endswith("?") else role
        return Label("whole", True, role) if role in SURE else None

    def _asks(self, block: Block, text: Text) -> bool:
        """Printed as this document prints its questions, and not as a numbered section."""
        section = headings.NUMBERED.match(text.words) or (self.in_sections and headings.SECTION.match(text.words))
        return self.bold_asks and headings.in_bold(block) and not section

    def _standing(self, block: Block, words: str, label: Label | None) -> Label | None:
        """The label, unless what stands here is more likely to be an account or an answer."""
        if words.endswith((":", "?")):
            return label
        if PRONOUN.match(words):
            return None
        answers = self.waiting and (self.bold_asks or (label and label.field == "referrer.profession"))
        if answers and not headings.in_bold(block):
            return None
        if self._telling and block.kind in ("paragraph", "line"):
            return label if plain(words) in NAMES else None
        # What stands where an answer is awaited is a label only if it is nothing but that.
        return label if not self.waiting or self._telling or only_label(words) else None

    def _split(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """First line a label and the rest its answer; or labels with answers; or a person after their role."""
        if TITLE_OF_THE_FORM.match(text.words):
            return False
        first = text.words.split("\n", 1)[0]
        asked = first.partition(":")[2].strip()  # "Who is causing harm: name", with the name beneath
        alone = not asked or (len(asked.split()) == 1 and self.knows.bare(asked) is not None)
        asks = self._labels(first.rstrip(": "), text.part(len(first))) or (bool(self.captions) and cell is not None)
        if "\n" in text.words and alone and asks and not BOX.match(first.strip()):
            self.take(block, first, text.part(len(first)), cell)
            return True
        pairs = pairs_in(text, self.knows.asked) or led(text, self.knows)
        if self._telling and any(self._personal(name) for name, _ in pairs):
            return False
        for name, value in pairs:
            self.take(block, name, value, cell)
        return bool(pairs)

    def _of_two(self, block: Block, full: list[Cell]) -> bool:
        """A box before its words; or a heading, and beside it several labels in bold with their answers in one cell."""
        head, cell = full[0].text.words.strip(), full[1]
        if BOX.fullmatch(head):
            self.take(block, cell.text.words, full[0].text, full[0])
            return True
        pairs = in_bold(cell.text, self.knows.asked) if len(head) < HEAD and "\n" not in head else []
        if not pairs:
            return False
        role = self.knows.section(head) or self.knows.whose(head)
        if role and role != self.role:
            self._start(role, made_out=self.knows.section(head) is None)
        for name, value in pairs:
            self.take(block, name, value, cell)
        return True

    def _beneath(self, text: Text) -> Text:
        """What stands beneath a heading that opens a box in the same cell."""
        if not self._box(text):
            return text
        text = text.part(0)
        first = text.words.split("\n", 1)[0]
        self._start(self.knows.section(first) or self._opened(first), made_out=self.knows.section(first) is None)
        return text.part(len(first))

    def _box(self, text: Text) -> bool:
        """A heading on the first line and labels with their answers beneath it."""
        first, line, rest = text.words.strip().partition("\n")
        label = self.knows.find(rest.partition(":")[0]) if LABELS.match(rest) and ":" not in first else None
        named = label is not None and label.field in NAMED
        opens = self.knows.section(first) or (named and headings.may_open(Text(first)))
        return bool(line and opens) and answered_in(text.part(len(first)), self.knows.find)

    def _labels(self, first: str, rest: Text) -> bool:
        """The first line asks for what stands beneath."""
        if self.knows.find(first) or self.knows.likely(first, rest) or ELSE_HARMS.match(first):
            return True
        return self.knows.section(first) is not None and whole.is_person(rest)

    def _personal(self, name: str) -> bool:
        label = self.knows.asked(name.rstrip(":? "))
        return label is not None and label.personal

    @property
    def _whole_waits(self) -> bool:
        """A question for a whole person of a known part, whom labels beneath it tell of."""
        return self.waiting is not None and self.waiting[0].field == "whole" and self.waiting[0].role is not None

    @property
    def _telling(self) -> bool:
        """In the middle of an account, which only a plain label ends."""
        return self.waiting is not None and self.waiting[0].field == "narrative"

    def _loose(self, block: Block, text: Text, cell: Cell | None) -> None:
        place = block.spot("", text.words, cell)
        if self.role == "referrer" and whole.is_born(text):  # nobody tells when they were born who refers
            self._start(None)
        if self.of_letter and whole.STOP.search(text.words):  # the letter itself is about more than its subject
            self._start(None)
        if self._awaited(block, text, cell) or self._of_one(block, text, cell):
            return
        if self.role == "referrer" and self.fresh and whole.is_person(text) and not _instructs(text.words):
            self._keep(Label("referrer", False, None), text, place, "referrer")
        elif self.role in ("other", None) and whole.is_listed(text) and PARTNER_BORN.match(text.words):
            self._start(None)
            self._whole(text, place, None, INFERRED)
        elif self.role in ("other", None) and whole.is_listed(text) and KIN_BORN.match(text.words.strip()):
            self._whole(text, place, "household", STATED)
        elif self.role in ("child", "household") and _lists(said := text.part(text.words.rfind("\t") + 1)):
            self._whole(said, place, self.role, STATED)
        else:
            self.before = Unread("passage", text.words, place, self.role)
            self.doubtful = self.doubtful or headings.may_open(text)
            self.found.unread.append(self.before)

    def _awaited(self, block: Block, text: Text, cell: Cell | None) -> bool:
        """The answer to the label that waits, or to words that were not understood until it was seen."""
        before, self.before = self.before, None
        if before and (self._answers(before.text, text) or self._followed(before.text)):
            self.found.unread.remove(before)
            self.take(block, before.text, text, cell)
            return True
        if not self.waiting or (self.waiting[0].field == "whole" and HOW_TO_FILL.match(text.words)):
            return False
        label, printed = self.waiting
        listed = whole.is_listed(text) or whole.is_named(text) or whole.is_told(text)
        if ANY_CHILDREN.match(printed) and (block.kind == "heading" or not listed):
            self.waiting = None if block.kind == "heading" else self.waiting
            return False
        # Beneath "Referral from the Trust to the MARAC", or beneath "Registered at the same address".
        told = label.field == "referrer" and (HOW_TO_FILL.match(text.words) or whole.in_sentences(text))
        told = told or (label.field in NO_PERSON and whole.is_born(text))
        if told or self._asks(block, text) or (text.words.endswith("?") and label.field != "narrative"):
            self.waiting = None  # the next question, and this one was left without an answer
            return False
        if self._names(label, printed, text):
            self.take(block, printed, text, cell)
            return True
        asks_who = self._asks_who(label, printed, text)
        label = replace(label, field="whole") if asks_who else label
        place, role = block.spot(printed, text.words, cell), self._role(label, cell)
        if label.field == "whole":
            self._whole(text, place, role, STATED)
        else:
            self._keep(label, text, place, role)
        if label.field not in ("narrative", "whole"):
            self.waiting = None
        return True

    def _answers(self, printed: str, value: Text) -> bool:
        """What was not understood just before asks for this."""
        label = self.knows.likely(printed, value)
        if label is None and self.role == "referrer":
            label = self.knows.of_referral(printed, value)
        begins = (printed[:1].isupper() or printed[:1].isdigit()) and not is_sentence(printed)
        return label is not None and begins and (label.field != "whole" or printed.endswith((":", "?")))

    def _whose(self, words: str) -> str | None:
        """Of whom a head speaks that is a section, or is nothing but words for one of our people."""
        label = self.knows.find(words)
        return self.knows.section(words) or (self.knows.whose(words) if label is None and len(words) < HEAD else None)
