"""Reads a referral from a document: the one way in for a file that is already known to be harmless."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from marac.answers import addresses, choices, names, senders
from marac.answers.found import INFERRED, Found, Unread
from marac.covering import children, letters, mails
from marac.covering.mails import Covering
from marac.covering.numbers import give_back
from marac.families import ditto, homes, households, kin
from marac.keeping.boxes import NAMED
from marac.kernel.identifiers import phones_in
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.layout.gathered import Entry, Gathered
from marac.opening import open_file
from marac.opening.mail import Mail
from marac.parties import people, placing, short_forms
from marac.parties.person import Person, blank_person
from marac.prose import facts, harming, partners, shortened
from marac.prose import people as prose
from marac.questions.entries import Gatherer
from marac.reading import matters, others
from marac.reading.record import Reading, unfold
from marac.referrers import head
from marac.vocabulary import called, coded, subject
from marac.vocabulary.lessons import ASKS, NO_LESSON, Lesson, lesson_for
from marac.written.blocks import Block, Place, numbered
from marac.written.text import Text, plain

# In the victim's own box, of where she is: "He believes she is still at ...", "This must not get back to him".
KEPT = re.compile(
    r"\b(?:must|should) (?:not|never) get back to\b|\b(?:thinks?|believes?) (?:that )?she (?:is|lives) still\b", re.I
)
OUTRIGHT = re.compile(r"\bconfidential\b|\bsecret\b|\bnot to be (?:disclosed|shared|given)\b|\bdo not disclose\b", re.I)
NO_HOME = re.compile(r"\b(?:referr\w*|marac|phones?|numbers?|mobile|call\w*|ring|texts?|messages?|consent\w*)\b", re.I)
LONGEST_REMARK = 16  # words of a remark on the answer just above it
NEAR = 2  # blocks
MOST_OF_A_FORM = 1_500  # lines and tables: our own choice; what is longer is read once
MOST_LINES = 4_000  # and tables: our own choice; the sixty pages that a PDF may have hold some 3,600
MOST_TIMES = 100  # that one line is read: our own choice; who says it more often says nothing more
TOO_LONG = _("This document has more lines than can be read. Send the referral form on its own.")
GAP = re.compile(r"\S\s{3,}\S|\t")
WROTE = re.compile(r"[\s>]*(?:On .{5,120} wrote:|(?:From|Sent|To|Cc|Subject|Date):\s.*)\s*\Z")


def read(source: bytes | str | Path, name: str, lessons: Sequence[Lesson] = ()) -> Reading:
    """Read a referral in this process. `name` is the file's own name; its ending must fit its content.

    Of the lessons the first that was taught about this very form is applied.
    """
    content = source if isinstance(source, bytes) else Path(source).read_bytes()
    opened = open_file(content, name)
    if isinstance(opened, Mail):
        return _read_mail(opened, name, lessons)
    pages = _in_order(opened)
    blocks = _once(pages)
    return _assemble(pages, blocks, _gathered(blocks, lesson_for(blocks, lessons)), name, None, None)


def _in_order(blocks: list[Block]) -> list[Block]:
    """Numbered, where there are no more than a referral has."""
    if len(blocks) > MOST_LINES:
        raise Refusal(TOO_LONG)
    return numbered(blocks)


def _once(blocks: list[Block]) -> list[Block]:
    """Without lines that have been said very often: a hostile document says the same thousands of times."""
    said: Counter[str] = Counter()
    kept = []
    for block in blocks:
        words = block.text.words
        said[words] += block.kind != "table" and not block.text.blank
        if said[words] <= MOST_TIMES:
            kept.append(block)
    return kept


def _gathered(blocks: list[Block], lesson: Lesson = NO_LESSON) -> Gathered:
    """All that is asked and answered; once more where questions call people by the names that were found."""
    blocks = subject.spelled_out(coded.spelled_out(blocks))
    found = Gatherer(lesson).gather(blocks)
    named = called.by_name((entry.role, entry.value.words) for entry in found.entries if entry.label.field in NAMED)
    asked = " | ".join(plain(words) for words in called.printed_as(blocks) if ASKS.search(words))
    if len(blocks) > MOST_OF_A_FORM or not any(f" {plain(name)} " in f" {asked} " for name, _ in named):
        return found
    return Gatherer(replace(lesson, named=named)).gather(blocks)


def _read_mail(mail: Mail, name: str, lessons: Sequence[Lesson]) -> Reading:
    """The attached form first, then what the covering mail says later."""
    blocks: list[Block] = []
    left: list[Unread] = []
    for file_name, content in mail.files:
        try:
            opened = open_file(content, file_name)
            if isinstance(opened, Mail):
                raise Refusal(_("A mail inside a mail was not read. Save it by itself and upload it."))
            blocks += opened
        except Refusal as refusal:
            left.append(
                Unread("attachment", f"{file_name}: {refusal.sentence}", Place(file_name, "attachment", "", ""))
            )
    pages = _in_order([*blocks, *mail.body, *mail.earlier])
    form, body = _once(pages[: len(blocks)]), _once(pages[len(blocks) : len(blocks) + len(mail.body)])
    earlier = [b for b in _once(pages[len(blocks) + len(mail.body) :]) if not WROTE.match(b.text.words)]
    sender = senders.written_out(mail.sender_name)
    letter = mails.sort_lines(body, sender)
    if earlier and earlier[0].text.words.startswith(">"):  # answers between the lines: the signature stands below
        letter.signature = letter.signature or mails.sort_lines([*body, *earlier], sender).signature
    own = form or letter.letter
    gathered = _gathered(own, lesson_for(own, lessons))
    if earlier and not form and not any(entry.label.personal for entry in gathered.entries):
        letter.letter += earlier
        gathered = Gatherer().gather(letter.letter)
    elif earlier:
        left += [Unread("passage", block.text.words, block.spot("", block.text.words)) for block in earlier]
    gathered.unread += left
    return _assemble(pages, _once(pages), gathered, name, mail, letter)


def _people_told(found: Gathered, today: date | None, latest: date | None) -> None:
    """Whom the sentences name, and what they tell of everybody."""
    found.entries += prose.people(found, today)
    found.entries += prose.paragraphs(found)
    prose.unplaced(found)
    placing.place(found, latest)
    found.entries += list(harming.those_who_harm(found))
    found.entries += partners.partner(found)
    found.entries += partners.who_also_harm(found)
    found.entries += list(harming.listed_too(found))
    shortened.completed(found)
    shortened.spouses(found)
    shortened.titled(found)
    found.entries += list(shortened.shortened(found))
    facts.fill(found)


def _assemble(
    pages: list[Block], blocks: list[Block], found: Gathered, name: str, mail: Mail | None, letter: Covering | None
) -> Reading:
    """`pages` is all that is shown, and `blocks` what of it is read."""
    head.fill(found, blocks)
    referred_on = matters.referral_date(found.entries, mail, blocks)
    today = date.fromisoformat(referred_on.value) if referred_on else None
    _people_told(found, today, today or senders.latest(blocks))
    found.unread += placing.asked(found)
    told = [entry for entry in found.entries if entry.label.personal and entry.role != "referrer"]
    built = people.build(told, today or senders.latest(blocks))
    short_forms.known_by(built, blocks)
    _hide(found, built)
    households.settle(found, built, blocks)
    ditto.settle(built)
    homes.settle(built, found, blocks)
    children.named(children.told_in(found, "passage"), built)
    kin.settle(found, built)
    children.unborn(children.told_in(found, "passage", "label", "value"), built)
    not_hers = _numbers_of_referrer(found.entries) | head.numbers(blocks)
    if letter:
        mails.apply(letter, built, today, not_hers, mails.Form(_his(found), _of_numbers(found)))
    else:
        letters.apply(found, built, not_hers)
    homes.settle_later(built)
    give_back([entry.value.words for entry in found.entries], built)
    found.unread += [aside for person in built if not _anybody(person) for aside in _nobody(person)]
    built = [person for person in built if _anybody(person)]
    tree = matters.referral_tree(found, blocks, mail, letter, built)
    tree["referral_date"] = referred_on
    tree.update(_people_trees(built))
    tree["others"] = others.others_tree(tree, found.entries, built, blocks, found.unread)
    reading = Reading(content={}, pages=[block.as_page() for block in pages])
    reading.content = unfold({"schema": "marac-intake/1", "source": name, "kind": "referral", **tree}, "", reading)
    asides = [aside for person in built for aside in person.asides]
    reading.unread = [*found.unread, *asides, *(letter.unread if letter else [])]
    return reading


def _numbers_of_referrer(entries: list[Entry]) -> set[str]:
    said = [entry.value.words for entry in entries if entry.role == "referrer" or entry.label.field == "referrer"]
    return {number for words in said for number, _, _ in phones_in(words)}


def _his(found: Gathered) -> frozenset[str]:
    """The lines of a form that stand in the perpetrator's box; of a letter's sentences each is read by itself."""
    passages = [each for each in found.unread if each.kind == "passage"]
    return frozenset(each.place.block for each in passages if each.role == "perpetrator" and GAP.search(each.text))


def _of_numbers(found: Gathered) -> frozenset[str]:
    """The blocks in which a label asks for a number, or whether it is safe."""
    asked = ("phone", "contact_note", "safe_to_call", "safe_to_text", "safe_to_leave_message")
    return frozenset(e.place.block for e in found.entries if e.label.field in asked and e.place.label)


def _hide(found: Gathered, built: list[Person]) -> None:
    """Prose anywhere that says the address is confidential is taken to mean the victim's."""
    told = [(entry.value.words, entry.place) for entry in found.entries if not entry.label.personal]
    told += [(each.text, each.place) for each in found.unread if each.kind == "passage" and each.role != "perpetrator"]
    said = [place for words, place in told if addresses.kept_secret(words)]
    passages = [each for each in found.unread if each.kind == "passage"]
    hers = [each for each in passages if each.role == "victim"]
    said += [each.place for each in hers if KEPT.search(each.text) or _of_her_home(each, built)]
    short = [each for each in passages if each.role is None and len(each.text.split()) <= LONGEST_REMARK]
    said += [each.place for each in short if _of_her_home(each, built)]
    rows = {(home.place.block, home.place.row) for p in built if p.role == "victim" for home, _ in p.homes}
    rows = {(block, row) for block, row in rows if row}
    at = {home.place.block for person in built if person.role == "victim" for home, _ in person.homes}
    labels = [(each, *each.text.partition(": ")[::2]) for each in found.unread if each.kind == "label"]
    said += [
        each.place for each, label, words in labels
        if (each.place.block in at and _outright(label, words) and not NO_HOME.search(f"{label} {words}"))
        or ((each.place.block, each.place.row) in rows and addresses.keeps_secret(words) and not NO_HOME.search(words))
    ]  # fmt: skip
    for person in built if said else []:
        if person.role == "victim":
            person.secret = person.secret or Found(True, said[0], INFERRED)


def _outright(label: str, words: str) -> bool:
    """An answer, or a ticked box, in her own table that says without more that something is confidential."""
    chosen = any(full for _, full in choices.boxes(Text(label)))
    chosen = chosen or choices.is_tick(words) or choices.yes_no(Text(words)).value is True
    return (chosen and OUTRIGHT.search(label) is not None) or OUTRIGHT.search(words) is not None


def _of_her_home(told: Unread, built: list[Person]) -> bool:
    """A line just after the victim's address that keeps it from others, and speaks of nothing else."""
    homes_at = [int(home.place.block[1:] or 0) for each in built if each.role == "victim" for home, _ in each.homes]
    near = any(0 <= int(told.place.block[1:] or 0) - at <= NEAR for at in homes_at)
    return near and addresses.keeps_secret(told.text) and not NO_HOME.search(told.text)


def _anybody(person: Person) -> bool:
    """A box in which nothing tells a person apart is nobody, nor is one whose name is only a word."""
    tree = person.tree
    told = any(tree.get(key) for key in ("dob", "edd", "unborn", "addresses", "age_stated")) or bool(person.phones)
    said = " ".join(str(tree[key].value) for key in ("forenames", "surname") if tree[key])
    return told or (person.named and names.may_be_name(said, child=person.role == "child"))


def _nobody(person: Person) -> list[Unread]:
    """What stood where a name was asked for, and is none: it is left to be read by a person."""
    held = [found for key in ("surname", "forenames") if (found := person.tree[key])]
    return [Unread("value", found.place.source or str(found.value), found.place) for found in held[:1]]


def _people_trees(built: list[Person]) -> dict[str, list[dict[str, Any]]]:
    trees: dict[str, list[dict[str, Any]]] = {"victims": [], "perpetrators": [], "children": []}
    due = [(p, p.tree.pop("_due")) for p in built if p.tree.get("_due")]
    for person in built:
        person.tree.pop("_due", None)
        if person.role == "child":
            unborn = person.tree["unborn"]
            person.tree["unborn"] = unborn or Found(False, _first_place(person))
            trees["children"].append(person.tree)
        elif person.role in ("victim", "perpetrator"):
            person.tree["phones"] = [phone.as_tree() for phone in person.phones]
            trees[f"{person.role}s"].append(person.tree)
    told = [found for _, found in due] + [found for person in built if (found := _pregnant(person))]
    if told and not any(tree["unborn"].value for tree in trees["children"]):
        child = blank_person("child", 0).tree
        child.update(unborn=Found(True, told[0].place, told[0].certainty), edd=due[0][1] if due else None)
        trees["children"].append(child)
    return trees


def _pregnant(person: Person) -> Found | None:
    """The answer that says that a child is expected, of which no day may be known."""
    said: Found | None = person.tree.get("diversity", {}).get("pregnant")
    return Found(True, said.place, INFERRED) if said and said.value and person.role == "victim" else None


def _first_place(person: Person) -> Place:
    found = next((value for value in person.tree.values() if isinstance(value, Found)), None)
    return found.place if found else Place("", "", "", "")
