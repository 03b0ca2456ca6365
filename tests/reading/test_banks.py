"""Labels, headings and sentences that others wrote, who had not read the reader: how much of them it understands.

The floors are as measured; what may get somebody hurt has none. The banks are in tests/samples/banks.
"""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from marac.inferred import likely
from marac.labels.known import find
from marac.labels.sections import section
from marac.labels.topics import topic
from marac.reading import read
from marac.written.text import plain

BANKS = Path(__file__).resolve().parents[1] / "samples" / "banks"
# What another field asks for as well: a number of those who refer, and a name or a profession in their box.
AS_GOOD = {
    "referrer.phone": {"phone"},
    "referrer": {"name", "referrer.profession"},
    "diversity.ethnicity": {"diversity.bme"},
}
LETTER = """From: Ines Birch <ines@example.org>
To: marac@example.org
Subject: MARAC
Date: Thu, 11 Jun 2026 18:42:00 +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
MIME-Version: 1.0

Dear colleague,

I am referring Ada Hollis, born 1 February 1990, who lives at 4 Mill Row, Westmoor ZZ1 4AB. {harms}

{text}

Yours sincerely

Ines Birch
Social Worker
"""
HUSBAND = "She is at risk from her husband, Cal Reeve (born 3 April 1988)."


def bank(name):
    return tomllib.loads((BANKS / f"{name}.toml").read_text(encoding="utf-8"))


SENTENCES = bank("sentences")


def told(value):
    return None if value == "none" else value


@cache
def letter(text, harms=HUSBAND):
    return read(LETTER.format(text=text, harms=harms).encode(), "letter.eml").content


def homes(person):
    return {plain(f"{home['text']} {home['postcode'] or ''}"): home["confidential"] for home in person["addresses"]}


def share(right, all_of_them):
    return len(right) / len(all_of_them)


def test_labels_ask_for_what_a_careful_reader_says():
    asked = [
        (field, words)
        for name in ("people", "matters")
        for field, every in bank(name)["fields"].items()
        for words in every
    ]
    found = {(field, words): find(words) or find(words.rstrip("?:")) for field, words in asked}
    right = [pair for pair, label in found.items() if label and label.field in {pair[0]} | AS_GOOD.get(pair[0], set())]
    wrong = [pair for pair, label in found.items() if label and pair not in right]

    assert share(right, found) > 0.88
    assert share(wrong, found) < 0.03


def test_no_label_that_asks_for_something_else_is_taken_for_a_safe_number():
    asked = [(field, words) for field, every in bank("people")["fields"].items() for words in every]
    taken = [
        (words, label.field)
        for field, words in asked
        if (label := find(words)) and label.field.startswith("safe_to_") and label.field != field
    ]

    assert taken == []


def test_headings_open_the_box_of_whom_they_speak():
    asked = [(role, words) for role, every in bank("heads")["roles"].items() for words in every]
    opened = {(role, words): section(words) or likely.whose(words) for role, words in asked}
    wrong = {
        words
        for (role, words), found in opened.items()
        if found not in (None, role) and {found, role} & {"victim", "perpetrator"}
    }

    assert wrong == set()
    assert share([words for (role, words), found in opened.items() if found == role], opened) > 0.93


def test_lines_of_the_checklist_are_known_by_their_topic():
    lines = bank("checklist")
    known = {key: [topic(words) for words in every] for key, every in lines.get("questions", lines).items()}
    meant = {key: Counter(filter(None, every)).most_common(1)[0][0] for key, every in known.items()}
    right = [found for key, every in known.items() for found in every if found == meant[key]]

    assert len(set(meant.values())) == 24
    assert share(right, [found for every in known.values() for found in every]) > 0.93


def test_what_letters_say_of_consent_is_read_and_never_turned_into_a_yes():
    said = [(entry, letter(entry["text"])["consent"]) for entry in SENTENCES["consent"]]
    pairs = [
        (told(e[key]), read_as[field], e["text"])
        for e, read_as in said
        for key, field in (("aware", "victim_aware"), ("given", "consent_given"))
    ]

    assert [text for meant, found, text in pairs if found is True and meant is not True] == []
    assert share([1 for meant, found, _ in pairs if meant == found], pairs) > 0.85


def test_where_letters_say_that_somebody_lives_is_read_and_no_secret_is_given_to_who_harms():
    right, given_away = [], []
    for entry in SENTENCES["lives"]:
        content = letter(entry["text"])
        hers, his = homes(content["victims"][0]), homes(content["perpetrators"][0])
        new = [home for home in hers if home != "4 mill row westmoor zz1 4ab"]
        given_away += [entry["text"]] if entry["secret"] and set(new) & set(his) else []
        ada, cal = plain(entry["ada"]), plain(entry["cal"])
        fits = not new if ada in ("none", "same") else any(ada in home or home in ada for home in new)
        cals = {"none": not his, "same": "4 mill row westmoor zz1 4ab" in his}.get(
            cal, any(cal in home for home in his)
        )
        right += [entry] if fits and cals and (not entry["secret"] or any(hers.values())) else []

    assert given_away == []
    assert share(right, SENTENCES["lives"]) > 0.78


def test_what_letters_say_of_numbers_makes_none_safe_that_is_not():
    unsafe, his = [], []
    for entry in SENTENCES["phones"]:
        content, number = letter(entry["text"]), re.sub(r"\D", "", entry["number"])
        for phone in (phone for phone in content["victims"][0]["phones"] if phone["number"] == number):
            ways = (("call", "safe_to_call"), ("message", "safe_to_leave_message"), ("text_ok", "safe_to_text"))
            unsafe += [(entry["text"], field) for key, field in ways if phone[field] and told(entry[key]) is False]
            his += [entry["text"]] if entry["whose"] == "cal" and phone["safe_to_call"] else []

    assert (unsafe, his) == ([], [])


def test_those_who_harm_are_found_by_what_letters_tell_of_them():
    wrong, right = [], []
    for entry in SENTENCES["harms"]:
        found = sorted(str(person["surname"]).lower() for person in letter(entry["text"], "")["perpetrators"])
        meant = sorted(plain(name).split()[-1] for name in entry["names"])
        right += [entry] if found == meant else []
        wrong += [entry["text"]] if set(found) - set(meant) else []

    assert len(wrong) <= 1
    assert share(right, SENTENCES["harms"]) > 0.8


@pytest.mark.parametrize("name", ["people", "matters", "checklist", "heads", "sentences"])
def test_the_banks_are_there(name):
    assert bank(name)
