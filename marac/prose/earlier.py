"""Reads from answers and sentences whether this conference, or another, heard of somebody before, and when."""

import re
from typing import Any

from marac.answers.found import INFERRED, Certainty, Found
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import dates_in
from marac.written.blocks import Place
from marac.written.text import plain, tidy

CLAUSE = re.compile(r"(?<=[.;!?])\s+|;\s*|\n+|,? but |,? and (?=(?:I think |also |was )?(?:at|in) [A-Z])")
CONFERENCE = r"(?:MARACs?|[Cc]onference)"
NAMED = r"[A-Z][\w'’-]+(?: (?:(?:and|&) )?[A-Z][\w'’-]+){0,2}"
PLACED = re.compile(
    rf"\b(?P<before>{NAMED}) {CONFERENCE}\b"
    rf"|\b(?:[Aa]t|[Ii]n|[Nn]ot|[Bb]y|[Tt]o)(?: the)? (?P<at>{NAMED})|\A(?P<first>{NAMED})(?:,| in (?=(?:19|20)\d\d\b))"
)
HEARD = re.compile(
    r"\b(?:heard|discussed|listed|been (?:to|at)|was (?:at|before)|were (?:at|before)|referred to|went to"
    r"|had (?:her|him|them)|last at|(?:came|come) (?:to|before))\b",
    re.I,
)
TO_COME = re.compile(
    r"\b(?:next|please|to be|be (?:heard|listed|discussed)|will|would|could|can|should|ask\w*|want\w*|if|whether|unless"
    r"|may|might|see|put|go(?:ing|es)?|refer (?:\w+ )?to|for the)\b|\?",
    re.I,
)
AS_FAR = re.compile(r"\bas far as (?:I|we|she|he|\w+) (?:can (?:tell|see|say)|knows?|(?:am|are|is) aware)\b,?", re.I)
NOT = re.compile(r"\b(?:not|never|none|no)\b|n[’']t\b", re.I)
ANYWHERE = re.compile(r"\b(?:elsewhere|anywhere|anyone[’']s|any (?:other )?(?:marac|area)|another area)\b", re.I)
OTHER = re.compile(r"\b(?:elsewhere|anywhere else|other|another)\b", re.I)  # and nothing of this one
OURS = re.compile(rf"\b(?:this|your|our) (?:{CONFERENCE}|[Mm]eeting)\b|\bhere\b")
ANY = re.compile(rf"\b(?:a|any|to|at) {CONFERENCE}\b")
MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter"
    r"|MARACs?|The|This|Your|Our|Not|None|Yes|No|Police|Dash|DASH|Last|Previous|Repeat|Heard|Known|Was|He|She|They)\b"
)
REFERENCE = re.compile(r"\b[A-Z]{1,5}[/-]?\d{2,4}[/-]\d{2,8}\b|\b[A-Z]{1,5}[/-]\d{3,8}\b|\b\d{2,6}/\d{2,8}/\d{2,4}\b")
LONGEST = 160  # characters of a clause


def told(tree: dict[str, Any], words: str, place: Place, here: str, *, asked: bool, sure: Certainty = INFERRED) -> bool:
    """Whether the words say it of a conference that they name; `asked` where they answer a question about just this."""
    said = going_on = False
    for clause in CLAUSE.split(words):
        clause = AS_FAR.sub(" ", clause)
        heard = _of_a_hearing(clause) or (going_on and re.search(rf"\b{CONFERENCE}\b", clause) is not None)
        going_on = heard
        if len(clause) > LONGEST or TO_COME.search(clause) or not (asked or heard):
            continue
        named = [name for match in PLACED.finditer(clause) if (name := _name(match))]
        ours = OURS.search(clause) is not None or any(_same(name, here) for name in named)
        other = next((name for name in named if not _same(name, here)), None) if here else None
        denied = NOT.search(clause) is not None
        if denied:
            said |= _never(tree, clause, Found(False, place, sure), (ours, other, asked))
        elif ours:
            said |= _here(tree, clause, place, sure)
        elif other and (asked or re.search(rf"\b{CONFERENCE}\b|\bheard\b", clause)):
            tree["other_marac"] = tree["other_marac"] or Found(True, place, sure)
            tree["other_marac_detail"] = tree["other_marac_detail"] or Found(_detail(clause), place, sure)
            said = True
    return said


def _of_a_hearing(clause: str) -> bool:
    said = rf"\b{CONFERENCE}\b|\bheard (?:at|in)\b|\byour meeting\b"
    return HEARD.search(clause) is not None and re.search(said, clause) is not None


def _name(match: re.Match[str]) -> str:
    """A town or a county; no month, and no word that begins a sentence."""
    return tidy(MONTHS.sub(" ", match["before"] or match["at"] or match["first"]))


def _same(name: str, here: str) -> bool:
    """The area of this referral, or a part of its name."""
    return bool(here) and set(plain(name).split()) <= set(plain(here).split()) | {"and", "the"}


def _never(tree: dict[str, Any], clause: str, found: Found, how: tuple[bool, str | None, bool]) -> bool:
    ours, other, asked = how
    if other and not ours:
        return False
    if not (ours or ANY.search(clause) or asked):
        return False
    if ours or not OTHER.search(clause):
        tree["this_marac"] = tree["this_marac"] or found
    if ANYWHERE.search(clause):
        tree["other_marac"] = tree["other_marac"] or found
    return True


def _here(tree: dict[str, Any], clause: str, place: Place, sure: Certainty) -> bool:
    tree["this_marac"] = tree["this_marac"] or Found(True, place, sure)
    if not tree["this_marac"].value:
        return False
    days = dates_in(clause, last_year=LAST_TWO_FIGURE_YEAR)
    if days and not tree["last_date"]:
        tree["last_date"] = Found(days[0][0].isoformat(), place, sure)
    reference = last_ref(clause)
    if reference and not tree["last_ref"]:
        tree["last_ref"] = Found(reference, place, sure)
    return True


def last_ref(words: str) -> str | None:
    """The number of an earlier case, beside whatever dates."""
    for _, start, end in reversed(dates_in(words, last_year=LAST_TWO_FIGURE_YEAR)):
        words = f"{words[:start]} {words[end:]}"
    match = REFERENCE.search(words)
    return match.group() if match else None


def _detail(clause: str) -> str:
    return tidy(re.sub(r"^\W*(?:Yes|Believed)\b[\s,:–-]*", "", clause)).rstrip(".")
