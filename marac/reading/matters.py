"""Reads what a referral says as a whole: referrer, criteria, checklist, consent, earlier meetings, views, account."""

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any

from marac.answers import choices, senders
from marac.answers.found import INFERRED, LIKELY, RESOLVED, STATED, Found
from marac.consents import consent
from marac.covering import letters
from marac.covering.mails import Covering
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in, first_date
from marac.labels.known import WORDS
from marac.layout.gathered import Entry, Gathered
from marac.opening.mail import Mail
from marac.parties.person import Person
from marac.prose import earlier, references
from marac.reading import checklist, grounds, told
from marac.referrers import referrer
from marac.written.blocks import Block, Place
from marac.written.text import plain, tidy

SEEN_BY = ("seen by", "by", "recorded by", "entered by", "clinician", "author", "staff", "officer")
OF_A_LOG = ("date", "day", "when", "date and time", "date time")
SHORT_CELL = 50
FEWEST_TOPICS = 10  # our own choice: as many questions are the checklist itself and no block beside it
COUNTED = re.compile(r"\b(?:ticks|score|checklist|dash|ric)\b[^\d:]{0,40}:\s*(?P<score>\d{1,2})\W*\Z", re.I)
PLACE = r"(?P<area>[A-Z][\w'’-]+(?: (?:(?:and|&) )?[A-Z][\w'’-]+){0,2})"
CONFERENCE = r"(?:MARAC|Multi[- ]Agency Risk Assessment Conference)"
AREA_IN_TITLE = re.compile(rf"{PLACE}\s+(?i:{CONFERENCE})\b(?!@)")
AREA_AFTER = re.compile(
    rf"\b(?i:{CONFERENCE})\b[^.:;,()–-]{{0,40}}?(?:[:,(]| [-–] |\b(?:to|for)\b(?: the)?)\s*"
    rf"(?:(?:for|to|in) (?:the )?)?{PLACE}\W*(?:(?i:referral)(?: (?i:form))?)?\W*(?:(?<=\s)from\b.*)?$"
)
AREA_IN_BRACKETS = re.compile(r"\bMARAC\b[^()]{0,30}\((?P<area>[A-Z][\w'’-]+(?: (?:and|&) [A-Z][\w'’-]+)?)\)")
AREA_SERVED = re.compile(
    rf"^(?:(?i:royal |london )*(?i:borough|county|city) of )?{PLACE}\s+"
    rf"(?i:(?:(?:metropolitan|city|county|borough|district|unitary) )*"
    rf"(?:council|constabulary|police|domestic abuse partnership))\b(?!,)"
)
AREA_OF_TITLE = re.compile(rf"\bMARAC {PLACE}\s*(?:/|\Z)")  # in Welsh order: "MARAC Dyffryn Aran"
AREA_IN_MAIL = re.compile(r"\bmarac@(?P<area>(?!example\.)[a-z][a-z-]{3,})\.", re.I)
AREA_BEFORE_AT = re.compile(r"(?<![\w.-])(?P<area>[a-z][a-z-]{3,40})[.-]marac@", re.I)
# Where somebody was heard once is not where they are to be heard.
ONCE = re.compile(
    r"\b(?<!\bbe )(?:heard|discussed|before|previous\w*|last|been|was|were|had|another|other|elsewhere|history)\b", re.I
)
AREAS = (AREA_IN_TITLE, AREA_IN_BRACKETS, AREA_AFTER, AREA_IN_MAIL, AREA_BEFORE_AT, AREA_SERVED)
YOUNG = re.compile(
    r"\byoung pe(?:rson|ople)\b.{0,20}\b(?:checklist|risk questions|ric|dash)\b"
    r"|\bchecklist\b.{0,20}\byoung pe(?:rson|ople)\b",
    re.I,
)
TITLES = 3  # lines in which a form may say what it is
NOT_AREAS = set(WORDS["not_areas"]["words"])
HERE = re.compile(r"\W*(?:yes\W+)?(?:here|(?:at |in )?(?:this|our) (?:one|marac))\b(?!\?)", re.I)
NOT_HERE = re.compile(r"\W*(?:no,? )?(?:not|never) (?:(?:been )?(?:here|(?:at|to|in) (?:this|ours)))\b", re.I)
UNSAFE_PART = re.compile(r"\bnot safe\s*(?:to talk to)?\s*[:\-–]\s*", re.I)
SAFE_PART = re.compile(r"(?<!not )\bsafe\s*(?:to talk to)?\s*[:\-–]\s*", re.I)


def referral_date(entries: list[Entry], mail: Mail | None, blocks: list[Block]) -> Found | None:
    """The date on the form, else that of the mail."""
    dated = [entry for entry in entries if entry.label.field == "referral_date" and not _of_a_list(entry, blocks)]
    for entry in sorted(dated, key=lambda entry: not re.search(r"\breferr", entry.place.label, re.I)):
        if entry.value.words:
            read = first_date(entry.value.words, last_year=LAST_TWO_FIGURE_YEAR)
            if read:
                return Found(read.isoformat(), entry.place)
    at_top = senders.date_at_top(blocks) if not mail else None
    if at_top:
        return at_top
    if mail and mail.sent_on:
        return Found(mail.sent_on.isoformat(), Place("mail", "mail header", "Date", mail.sent_on.isoformat()), RESOLVED)
    return None


def _of_a_list(entry: Entry, blocks: list[Block]) -> bool:
    """Beneath the head of a table in which there are several days: what happened when, and who saw them."""
    place = entry.place
    table = next((block for block in blocks if block.rows and block.id == place.block and place.row > 1), None)
    columns: dict[int, list[str]] = {}
    for cell in (cell for row in table.rows for cell in row) if table else ():
        columns.setdefault(cell.column, []).append(cell.text.words)
    headed = plain(columns.get(place.column, [""])[0]) == plain(place.label)
    logged = [held for at, held in columns.items() if at == place.column or plain(held[0]) in OF_A_LOG]
    days = [[w for w in held[1:] if first_date(w, last_year=LAST_TWO_FIGURE_YEAR)] for held in logged]
    return headed and any(len(each) > 1 for each in days)


def referral_tree(
    found: Gathered, blocks: list[Block], mail: Mail | None, letter: Covering | None, people: list[Person]
) -> dict[str, Any]:
    """Everything of the intake shape except people and date."""
    document = [entry for entry in found.entries if not entry.label.personal]
    named = [e for e in found.entries if not (plain(e.place.label) in SEEN_BY and _of_a_list(e, blocks))]
    criteria = grounds.grounds(document, found, blocks)
    area = _area(document, blocks, mail)
    tree: dict[str, Any] = {
        "case_area": area,
        "referrer": referrer.tree_of(named, blocks, mail, letter),
        "criteria": criteria,
        "checklist": _checklist(document, found, blocks),
        "consent": consent.answered(document, found),
        "previous": _previous(document, criteria, str(area.value) if area else ""),
        "views": _views(document),
        "crime_refs": references.crime_refs(document, blocks),
        "narrative": _narrative(document, found, letter),
    }
    told.fill(tree, found, blocks, people)
    return tree


def _first(entries: list[Entry], field: str) -> Entry | None:
    return next((entry for entry in entries if entry.label.field == field), None)


def _area(entries: list[Entry], blocks: list[Block], mail: Mail | None) -> Found | None:
    asked = _first(entries, "case_area")
    if asked and not choices.is_unknown(asked.value.words) and asked.value.words[:1].isupper():
        return Found(tidy(asked.value.words), asked.place)
    short = list(_short_texts(blocks))
    title = [
        pair for pair in short[:1] if pair[0].kind != "table"
    ]  # what the page is headed by outweighs what it tells
    looked = [(each, title) for each in (AREA_IN_TITLE, AREA_AFTER)]
    sentences = [(block, said) for block, said in _sentences(blocks) if not ONCE.search(said)]
    of_title = (AREA_OF_TITLE, short[:TITLES])
    for pattern, texts in [*looked, (AREA_IN_TITLE, sentences), *((each, short) for each in AREAS), of_title]:
        for block, words in texts:
            named = (m for m in pattern.finditer(words) if _may_be_area(m["area"]))
            match = next(named, None)
            if match:
                kept = list(dropwhile(lambda word: plain(word) in NOT_AREAS, match["area"].split()))
                area = " ".join(word if word in ("and", "&") else word.title() for word in kept)
                return Found(area, block.spot("", words), INFERRED)
    match = (AREA_IN_MAIL.search(mail.to) or AREA_BEFORE_AT.search(mail.to)) if mail else None
    return (
        Found(match["area"].title(), Place("mail", "mail header", "To", mail.to), INFERRED) if match and mail else None
    )


def _sentences(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """Of lines and paragraphs, whatever their length."""
    for block in blocks:
        yield from (
            (block, said) for said in re.split(r"(?<=[.;!?])\s+|\n", block.text.words) if "marac" in said.lower()
        )


def _may_be_area(words: str) -> bool:
    return plain(words).split()[-1] not in NOT_AREAS and not re.search(r"\d", words)


def _short_texts(blocks: list[Block]) -> Iterator[tuple[Block, str]]:
    """Lines that may be a title, and then cells that may be an answer."""
    yield from ((block, block.text.words) for block in blocks if block.kind != "table" and len(block.text.words) < 160)
    cells = ((block, cell.text.words) for block in blocks for row in block.rows for cell in row)
    yield from ((block, words) for block, words in cells if len(words) < SHORT_CELL)


# ---------------------------------------------------------------- checklist, consent
def _checklist(entries: list[Entry], found: Gathered, blocks: list[Block]) -> dict[str, Any]:
    lines = [tick for tick in found.ticks if not tick.extra]
    extra = [tick for tick in found.ticks if tick.extra]
    if len({tick.topic for tick in extra}) >= FEWEST_TOPICS and not lines:  # a service for the stalked has no other
        lines, extra = extra, []
    answers: dict[str, Found] = {}
    for tick in checklist.settled(lines):
        if tick.topic and tick.topic not in answers:
            answers[tick.topic] = Found(tick.answer, tick.place, tick.sure)
    score = next((_score(e) for e in entries if e.label.field == "checklist.score" and _score(e)), None)
    by_ticks = [e for e in entries if e.label.field == "criteria.visible_high_risk"]
    score = score or next((each for e in by_ticks if (each := _score(e) or _score_beside(e))), None)
    score = score or next((each for e in entries if e.label.field == "criteria" and (each := _score_in(e))), None)
    score = score or grounds.score(blocks)
    place = lines[0].place if lines else None
    counted = sum(found.value == "yes" for found in answers.values())
    all_topics = {name: answers.get(name) or "blank" for name in WORDS["topics"]}
    return {
        "included": Found(True, place) if place else False,
        "variant": Found("young_person" if _for_the_young(blocks) else "adult", place, LIKELY) if place else None,
        "answers": all_topics if place else None,
        "score_stated": score,
        "score_counted": Found(counted, place, RESOLVED) if place else None,
        "extra_stalking_yes": Found(sum(t.answer == "yes" for t in extra), extra[0].place) if extra else None,
    }


def _for_the_young(blocks: list[Block]) -> bool:
    """A line, or the head of a table, says that the checklist is the one for young people."""
    heads = (cell.text.words for block in blocks for row in block.rows[:1] for cell in row)
    lines = (block.text.words for block in blocks if block.kind != "table")
    return any(YOUNG.search(words) for words in (*lines, *heads))


def _score(entry: Entry) -> Found | None:
    words = entry.value.words
    if choices.boxes(entry.value):  # "Yes ☒  No ☐   Score: 17"
        beside = grounds.SCORED.search(words)
        return Found(int(beside["score"] or beside["count"]), entry.place) if beside else None
    for _, start, end in reversed(dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)):
        words = words[:start] + words[end:]
    match = re.search(r"(?<![\d/])(\d{1,2})(?![\d/])", words)
    return Found(int(match.group(1)), entry.place) if match else None


def _score_beside(entry: Entry) -> Found | None:
    """The number that was written after the label of the ground for which ticks are counted."""
    match = COUNTED.search(entry.place.label)
    return Found(int(match["score"]), entry.place) if match else None


def _score_in(entry: Entry) -> Found | None:
    """The same where the grounds stand in one line with their boxes: "[X] High risk (14+ on DASH): 16"."""
    counted = [COUNTED.search(words) for words, full in choices.boxes(entry.value) if full]
    match = next(filter(None, counted), None)
    return Found(int(match["score"]), entry.place) if match else None


# ---------------------------------------------------------------- earlier conferences, views, narrative
def _previous(entries: list[Entry], criteria: dict[str, Found | None], here: str) -> dict[str, Any]:
    tree: dict[str, Any] = dict.fromkeys(("this_marac", "last_date", "last_ref", "other_marac", "other_marac_detail"))
    open_still = False  # it was asked, and is not known
    for entry in entries:
        field, words = entry.label.field, entry.value.words
        if field in ("previous.this_marac", "previous.last") or _with_a_day(entry):
            open_still = open_still or (field == "previous.this_marac" and choices.is_unknown(words.rstrip(".")))
            if not _elsewhere(tree, entry, here):
                _earlier(tree, entry)
        elif field == "previous.other_marac":
            _other(tree, entry)
        elif field == "previous.other_marac_detail" and not choices.is_unknown(entry.value.words):
            tree["other_marac_detail"] = Found(tidy(entry.value.words), entry.place)
    repeat = criteria["repeat"]
    if tree["this_marac"] is None and repeat and (repeat.value or not open_still):
        tree["this_marac"] = Found(repeat.value, repeat.place, INFERRED)
    return tree


def _other(tree: dict[str, Any], entry: Entry) -> None:
    """Whether another conference heard of them; "Here, in July" where it was asked of this one or any other."""
    answer = choices.yes_no(entry.value)
    tree["other_marac"] = Found(answer.value, entry.place) if answer.value is not None else None
    if HERE.match(entry.value.words):
        tree["this_marac"] = Found(True, entry.place)
    if len(answer.rest) > 3 and answer.value:
        tree["other_marac_detail"] = Found(answer.rest, entry.place)


def _with_a_day(entry: Entry) -> bool:
    """ "Repeat within 12 months?": "Yes, last heard 18 June 2025, ref CA/25/114"."""
    told = entry.label.field == "criteria.repeat" and choices.yes_no(entry.value).value
    return bool(told and dates_in(entry.value.words, last_year=LAST_TWO_FIGURE_YEAR))


def _elsewhere(tree: dict[str, Any], entry: Entry, here: str) -> bool:
    """An answer that names the conference which heard of them."""
    if choices.boxes(entry.value) or choices.yes_no(entry.value).rest == "":
        return False
    before = dict(tree)
    said = earlier.told(tree, entry.value.words, entry.place, here, asked=True)
    if said and not (tree["other_marac"] and tree["other_marac"].value):  # of this one: read as ever
        tree.update(before | {"other_marac": tree["other_marac"]})
        return False
    return said


def _earlier(tree: dict[str, Any], entry: Entry) -> None:
    answer = choices.yes_no(entry.value)
    words = entry.value.words
    read = first_date(words, last_year=LAST_TWO_FIGURE_YEAR)
    if answer.value is not None or read:
        tree["this_marac"] = Found(answer.value if answer.value is not None else True, entry.place)
    if read and answer.value is not False:
        tree["last_date"] = Found(read.isoformat(), entry.place)
    reference = earlier.last_ref(words)
    if reference:
        tree["last_ref"] = Found(reference, entry.place)
    if tree["this_marac"] is None and NOT_HERE.match(words):
        tree["this_marac"] = Found(False, entry.place)


def _views(entries: list[Entry]) -> dict[str, Found | None]:
    tree: dict[str, Found | None] = {"afraid_of": None, "safe_to_talk_to": None, "not_safe_to_talk_to": None}
    for entry in entries:
        key = entry.label.field.partition(".")[2]
        if entry.label.field.startswith("views.") and key in tree and not choices.is_unknown(entry.value.words):
            tree[key] = Found(tidy(entry.value.words), entry.place)
        elif entry.label.field == "views.both":
            _both_views(tree, entry)
    return tree


def _both_views(tree: dict[str, Found | None], entry: Entry) -> None:
    words = entry.value.words
    unsafe, safe = UNSAFE_PART.search(words), SAFE_PART.search(words)
    if not unsafe and not safe:
        return
    for key, match, other in (("safe_to_talk_to", safe, unsafe), ("not_safe_to_talk_to", unsafe, safe)):
        if match:
            end = other.start() if other and other.start() > match.start() else len(words)
            tree[key] = Found(tidy(words[match.end() : end]), entry.place)


def _narrative(entries: list[Entry], found: Gathered, letter: Covering | None) -> dict[str, Any]:
    accounts = [e for e in entries if e.label.field == "narrative" and not grounds.only_grounds(e)]
    stretches = [(e.value.words, e.place) for e in accounts]
    stretches += [(block.text.words, block.spot("", block.text.words)) for block in letter.letter] if letter else []
    stretches += [each for each in letters.account(found) if each[0] not in {words for words, _ in stretches}]
    kept = [words for words, _ in stretches if not re.search(r"\bpage \d+\b.{0,10}$", words, re.I)]
    if not kept:
        return {"present": False, "text": None}
    sure = STATED if accounts or letter else INFERRED
    return {"present": Found(True, stretches[0][1], sure), "text": Found("\n".join(kept), stretches[0][1], sure)}
