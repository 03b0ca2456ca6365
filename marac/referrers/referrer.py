"""Reads who refers: from the labels of a form, else from the head, the signature or the mail."""

import re
from dataclasses import replace
from typing import Any

from marac.answers import senders
from marac.answers.found import INFERRED, LIKELY, Found
from marac.answers.names import parse_name
from marac.answers.senders import EMAIL, POST, SENDER
from marac.covering.mails import Covering, signature_facts
from marac.kernel.identifiers import PHONE_IN_TEXT, phones_in
from marac.kernel.names import normalise
from marac.layout.gathered import Entry
from marac.opening.mail import Mail
from marac.written.blocks import Block, Place
from marac.written.text import tidy

OFFICER = re.compile(r"\bOIC\b|\b(?:officer in (?:the |charge of the )?c|investigating officer)", re.I)
TITLE = re.compile(r"^(?P<title>Mr|Mrs|Ms|Miss|Mx)\.? (?=[A-Z])")
RANK = re.compile(
    r"^(?P<rank>(?:Staff |Charge )?Nurse|Matron|PC|PS|DC|DS|DI|Sgt|Insp|Inspector|Sergeant|Constable)\.?"
    r"\s+(?:\d+\s+)?(?=[A-Z])"
)


def tree_of(entries: list[Entry], blocks: list[Block], mail: Mail | None, letter: Covering | None) -> dict[str, Any]:
    """Agency, name, post, numbers and address, each with where it stood."""
    tree: dict[str, Any] = {"agency": None, "name": None, "role": None, "phones": [], "email": None}
    officers = [entry for entry in entries if of_officer(entry)]
    for entry in entries:
        if entry not in officers:
            _entry(tree, entry)
    if letter and mail:
        _signature(tree, mail, letter)
    elif not mail:
        senders.sign(tree, blocks)
    if not mail:
        senders.at_top(tree, blocks)
    for entry in officers if not tree["name"] else []:  # the officer in the case, where nobody else is said to refer
        _person_line(tree, entry)
    _without_title(tree)
    return tree


def of_officer(entry: Entry) -> bool:
    """Names the officer in the case, who seldom is the one who refers."""
    return entry.label.field == "referrer" and OFFICER.search(entry.place.label) is not None


def _entry(tree: dict[str, Any], entry: Entry) -> None:
    """What was made out from words on no list takes no other answer's place."""
    field = entry.label.field
    if field == "referrer" and not (entry.label.role == "police" and tree["name"]):
        _person_line(tree, entry)
    elif field in ("referrer.agency", "referrer.role") and (
        POST.search(entry.value.words) or not re.search(r"\bmarac\b", entry.value.words, re.I)
    ):
        key = field.split(".")[1]
        if entry.sure is not INFERRED or not tree[key]:
            tree[key] = Found(tidy(entry.value.words), entry.place, entry.sure)
    elif field == "referrer.email" or (entry.role == "referrer" and entry.label.personal):
        _referrer_contact(tree, entry)


def _without_title(tree: dict[str, Any]) -> None:
    """The name alone; a rank before it is the post."""
    name = tree["name"]
    rank = RANK.match(str(name.value)) if name else None
    if rank:
        tree["role"] = tree["role"] or Found(rank["rank"], name.place, name.certainty)
    if name:
        tree["name"] = replace(name, value=TITLE.sub("", RANK.sub("", str(name.value))))


def _person_line(tree: dict[str, Any], entry: Entry) -> None:
    """Name, role and agency in one box: "Name (Role)" or "Name, Role, Agency"."""
    words = EMAIL.sub(" ", PHONE_IN_TEXT.sub(" ", entry.value.words))
    parts = [tidy(part) for part in re.split(r"[,(\n;)]| [-–] ", words) if tidy(part)]
    for key, part in zip(("name", *senders.order(parts[1:])), parts, strict=False):
        tree[key] = tree[key] or Found(part, entry.place)
    _referrer_contact(tree, entry)


def _referrer_contact(tree: dict[str, Any], entry: Entry) -> None:
    known = {found.value for found in tree["phones"]}
    tree["phones"] += [Found(n, entry.place) for n, _, _ in phones_in(entry.value.words) if n not in known]
    address = senders.email_in(entry.value.words)
    if address and not tree["email"]:
        tree["email"] = Found(address, entry.place)
    if entry.label.field == "name" and POST.search(entry.value.words.partition(",")[2]) and not tree["name"]:
        _person_line(tree, entry)
    if entry.label.field == "name" and not tree["name"]:
        name = parse_name(entry.value.words)
        whole = " ".join(part for part in (name.forenames, name.surname) if part)
        tree["name"] = Found(whole, entry.place)


def _signature(tree: dict[str, Any], mail: Mail, letter: Covering) -> None:
    sender = senders.written_out(mail.sender_name)
    facts = signature_facts(letter, sender)
    header = Place("mail", "mail header", "From", f"{mail.sender_name} <{mail.sender_address}>")
    same = not tree["name"] or normalise(tree["name"].value) == normalise(sender)
    if not same:
        return
    known = {found.value for found in tree["phones"]}
    tree["phones"] += [Found(number, place, LIKELY) for number, place in facts["phones"] if number not in known]
    tree["name"] = tree["name"] or (Found(sender, header, LIKELY) if sender else None)
    tree["email"] = tree["email"] or (Found(mail.sender_address, header, LIKELY) if mail.sender_address else None)
    told = [(words, place) for words, place in facts["lines"] if POST.search(words) or SENDER.search(words)]
    both = any(POST.search(words) for words, _ in told) and any(not POST.search(words) for words, _ in told)
    lines = told if both else facts["lines"]  # and no motto between them
    for key, (words, place) in zip(senders.order([words for words, _ in lines]), lines, strict=False):
        tree[key] = tree[key] or Found(words, place, INFERRED)
