"""Tells who sent a document from its head and foot: the agency of the title, "completed by", a signature."""

import re
from datetime import date
from typing import Any

from marac.answers.found import INFERRED, LIKELY, Found
from marac.answers.names import parse_name
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in
from marac.kernel.identifiers import PHONE_IN_TEXT, phones_in
from marac.kernel.names import full_name
from marac.written.blocks import Block
from marac.written.text import tidy

CLOSING = re.compile(
    r"^(?:many |with |all the )?(?:thanks|thank you|thx|ta|cheers|(?:(?:kind|warm|warmest|best) )?regards|best wishes|"
    r"best|sincerely|yours sincerely|yours faithfully)\b[\s,.]*(?:and regards)?[,.]?$",
    re.I,
)
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@\n?[\w-]{1,63}(?:\.[\w-]{1,63})+")
CONTACT = re.compile(rf"\b(?:tel|telephone|phone|mobile|e-?mail|number|and|or)\b|{PHONE_IN_TEXT.pattern}", re.I)
DEAR = re.compile(r"(?:dear|to whom it may concern)\b", re.I)
SENDER = re.compile(
    r"\b(?:hospital|trust|council|surgery|school|academy|police|service|services|association|clinic|centre|homes|housing|"
    r"practice|college|probation|charity|refuge|aid|university|foundation|hub|team|society|"
    r"helpline|infirmary|pharmacy|bank|authority|hostels?|jobcentre|"
    r"constabulary|partnership|unit|hospice|social care|solicitors|bureau|board|network|project|programme|department|"
    r"advocacy|line|lifeline)\b",
    re.I,
)
# Beneath a signature and nothing of it: to whom it is copied, what goes with it, how it was sent.
ASIDE = re.compile(
    r"[\d@]|\A\W*\Z|\A(?:cc|copy|copies|enc\w*|for|pp|on behalf|seen|sent|dictated|checked|signed|electronic\w*)\b",
    re.I,
)
POST = re.compile(
    r"\b(?:officer|worker|manager|nurse|advis[eo]r|doctor|dentist|midwife|visitor|coordinator|co-ordinator|lead|head|deputy|"
    r"practitioner|specialist|sergeant|constable|teacher|assistant|director|consultant|advocate|counsellor|solicitor|"
    r"idva|idaa|supervisor|pharmacist|registrar|therapist|mentor|warden|clerk)\b",
    re.I,
)
LAST = 2  # blocks at the foot, where a form may say who filled it in
BY = re.compile(
    r"\b(?:referral|printed|completed|submitted|prepared|referred|sent|written|made|raised|filled in|reported|"
    r"entered)\b[^\n]{0,30}?\bby:?\s+(?P<who>(?-i:[A-Z]).*)",
    re.I,
)
DATED = re.compile(r"\b(?:referral|referred|printed|created|completed|written|sent|made)\b", re.I)
OTHER_DAY = re.compile(r"\b(?:born|birth|d\.?o\.?b|how old|age|due|start\w*|began|incident|happen\w*)\b", re.I)
APART = re.compile(r"(?:\s{3,}|\t)\Z")  # in a column by itself
TOP = 8  # blocks in which a document says what it is and when
LONGEST_TITLE = 120


def written_out(shown: str) -> str:
    """The name that a mail shows as its sender, in ordinary order: "MOYO, Tendai (Trust)", "TRANTER, Helen 7714"."""
    words = tidy(re.sub(r"\([^()]*\)|\[[^\[\]]*\]|\b\d+\b", " ", shown))
    if words.count(",") != 1 or SENDER.search(words):
        return tidy(shown)
    name = parse_name(words)
    return full_name(name.forenames or "", name.surname or "") or tidy(shown)


def order(parts: list[str]) -> tuple[str, ...]:
    """Which of the lines after a name is the post and which the agency, by the words of an agency."""
    agency = [SENDER.search(part) is not None and not POST.search(part) for part in parts[:2]]
    return ("agency", "role") if agency in ([True], [True, False]) else ("role", "agency")


def date_at_top(blocks: list[Block]) -> Found | None:
    """A date that stands alone near the top, or beside the word referral in the title."""
    for above, block in zip([None, *blocks], blocks[:TOP], strict=False):
        words = block.text.words.strip()
        asked = above is not None and OTHER_DAY.search(above.text.words)
        found = dates_in(words, last_year=LAST_TWO_FIGURE_YEAR) if len(words) < LONGEST_TITLE and not asked else []
        for day, start, end in found[:1]:
            alone = not re.search(r"\w{3}", words[:start] + words[end:]) or APART.search(words[:start])
            if alone or DATED.search(words[:start]):
                return Found(day.isoformat(), block.spot("", words), LIKELY)
    return None


def latest(blocks: list[Block]) -> date | None:
    """The last day of which the document speaks: who was a child then, where it does not say when it was written."""
    texts = [
        text.words for block in blocks for text in (block.text, *(cell.text for row in block.rows for cell in row))
    ]
    days = [day for words in texts for day, _, _ in dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)]
    return max(days, default=None)


def sign(tree: dict[str, Any], blocks: list[Block]) -> None:
    """Gives the referrer the name and post under the letter and the agency at its head, where no label gave them."""
    opening = next((n for n, block in enumerate(blocks) if DEAR.match(block.text.words)), None)
    closing = next((n for n, block in enumerate(blocks) if CLOSING.match(block.text.words)), None)
    if opening is None or closing is None:
        return
    under = [block for block in blocks[closing + 1 : closing + 5] if block.kind != "table"]
    beneath = _beneath(under)
    _put(tree, [told for told in beneath if told[0] != "agency" or SENDER.search(told[2])])
    for block in blocks[:opening]:
        if not tree["phones"]:
            _contact(tree, block)
        if SENDER.search(block.text.words):
            _put(tree, [("agency", block, tidy(block.text.words))])
    _put(tree, beneath)  # an agency by whatever name, where the head of the letter has none
    for block in under:
        _contact(tree, block)


def _beneath(under: list[Block]) -> list[tuple[str, Block, str]]:
    """Name, post and agency of a signature, in whatever order post and agency stand."""
    told = [(block, tidy(line)) for block in under for line in block.text.words.split("\n")]
    lines = [(block, line) for block, line in told if not ASIDE.search(line)]
    keys = ("name", *order([line for _, line in lines[1:3]]))
    return [(key, block, line) for key, (block, line) in zip(keys, lines, strict=False)]


def _put(tree: dict[str, Any], told: list[tuple[str, Block, str]]) -> None:
    for key, block, line in told:
        tree[key] = tree[key] or Found(line, block.spot("", line), INFERRED)


def email_in(words: str) -> str:
    """The first mail address, which may be broken over two lines after its @."""
    address = EMAIL.search(words)
    return address.group().replace("\n", "") if address else ""


def _contact(tree: dict[str, Any], block: Block) -> None:
    """The numbers of a line, and a mail address where there is none yet."""
    words, known = block.text.words, {found.value for found in tree["phones"]}
    numbers = [number for number, _, _ in phones_in(words) if number not in known]
    tree["phones"] += [Found(number, block.spot("", words), LIKELY) for number in numbers]
    address = email_in(words)
    if address and not tree["email"]:
        tree["email"] = Found(address, block.spot("", words), LIKELY)


def at_top(tree: dict[str, Any], blocks: list[Block]) -> None:
    """The sender's agency out of the title of a form, and "printed by" somebody, where no label gave them."""
    for block in [
        block
        for block in [*blocks[:TOP], *blocks[TOP:][-LAST:]]
        if block.kind != "table" and len(block.text.words) < LONGEST_TITLE
    ]:
        words, place = block.text.words, block.spot("", block.text.words)
        made = BY.search(words)
        if made and not tree["name"]:
            _made_by(tree, made["who"], block)
        if EMAIL.search(words) and not re.search(r"\w{2}", CONTACT.sub(" ", EMAIL.sub(" ", words))):
            _contact(tree, block)
        pieces = [tidy(piece) for piece in re.split(r"[:,(\n]| [-–|] |\bfrom\b", words) if SENDER.search(piece)]
        agency = next((piece for piece in pieces if not re.search(r"\bmarac\b|referral", piece, re.I)), None)
        if agency and not tree["agency"] and not DEAR.match(words) and not re.search(r"[.?!]$", words):
            tree["agency"] = Found(agency, place, INFERRED)


def _made_by(tree: dict[str, Any], who: str, block: Block) -> None:
    """Name, post and agency after "completed by"."""
    place = block.spot("", block.text.words)
    parts = [tidy(part) for part in re.split(r"[,(\n;)]| [-–] ", EMAIL.sub("", who)) if tidy(part)]
    named = [part for part in parts if not re.search(r"\d{3}|\d/\d|^on\b", part)]
    for key, part in zip(("name", "role", "agency"), named, strict=False):
        tree[key] = tree[key] or Found(part, place, INFERRED)
    _contact(tree, block)
