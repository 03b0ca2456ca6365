"""Twenty invented referrals as they come in: the sample forms and the sample mail, about other people each time."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

from marac.invented.people import NAMES

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "intake"
FORMS = ("norbrook-tolliver.docx", "eastmere-referral.docx", "southmarsh-referral.docx", "calderwick-email.eml")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Somebody:
    """Of somebody who is known already: what the paper says of them."""

    surname: str
    forenames: str
    born_on: date


@dataclass(frozen=True)
class Paper:
    """A file and those in it who are known already."""

    file: Path
    known: tuple[Somebody, ...] = ()

    @property
    def repeat(self) -> bool:
        return bool(self.known)


def papers(folder: Path, known: list[tuple[Somebody, Somebody]], *, number: int) -> list[Paper]:
    """`known` are victims and perpetrators of earlier cases: every third paper is about the next of them."""
    made = []
    again = iter(known)
    for at in range(number):
        chance = Random(f"paper {at}")
        form = FORMS[at % len(FORMS)]
        pair = next(again, None) if at % 3 == 2 else None
        file = folder / f"referral-{at + 1:02d}{Path(form).suffix}"
        file.write_bytes(_about_others((SAMPLES / form).read_bytes(), form, _others(form, chance, pair)))
        made.append(Paper(file, pair or ()))
    return made


def _others(form: str, chance: Random, pair: tuple[Somebody, Somebody] | None) -> dict[str, str]:
    """What stands in the sample and what stands there instead: names, births, telephones, postcodes."""
    truth = json.loads((SAMPLES / form).with_suffix(".truth.json").read_text(encoding="utf-8"))
    surnames: dict[str, str] = {}
    found: dict[str, str] = {}
    for group in ("victims", "perpetrators", "children"):
        for place, person in enumerate(truth[group]):
            same = pair[0] if pair and group == "victims" and place == 0 else None
            same = pair[1] if pair and group == "perpetrators" and place == 0 else same
            found |= _person(person, chance, surnames, same)
    for number in re.findall(r'"(0[17]\d{9})"', json.dumps(truth)):
        found[number] = f"{number[:8]}{chance.randrange(1000):03d}"
    for code in set(re.findall(r"ZZ\d \d[A-Z]{2}", json.dumps(truth))):
        found[code] = f"ZZ{chance.randrange(1, 9)} {chance.randrange(1, 9)}{''.join(chance.choices('ABDEFGHJLN', k=2))}"
    return found


def _person(
    person: Mapping[str, Any], chance: Random, surnames: dict[str, str], same: Somebody | None
) -> Iterator[tuple[str, str]]:
    """A family keeps one surname, and the first forename stands for all of them."""
    found = {}
    surname, forenames = person["surname"], person["forenames"]
    if surname:
        new = same.surname if same else chance.choice(NAMES["surnames"])
        surnames.setdefault(surname, new)
        found |= {surname: surnames[surname], surname.upper(): surnames[surname].upper()}
    if forenames:
        group = "female" if person.get("gender") == "female" else "male"
        new = same.forenames if same else chance.choice(NAMES[group])
        found |= {forenames: new, forenames.split()[0]: new.split()[0]}
    if person["dob"]:
        born_on = same.born_on if same else date.fromisoformat(person["dob"]) - timedelta(days=chance.randrange(1, 900))
        raw = re.sub(r"^\D*", "", person["dob_raw"])
        found[raw] = f"{born_on:%d/%m/%Y}"
    return found


def _about_others(file: bytes, form: str, others: Mapping[str, str]) -> bytes:
    if form.endswith(".docx"):
        return _word(file, others)
    mail = message_from_bytes(file, policy=policy.default)
    for part in mail.walk():
        if part.get_content_type().startswith("text/"):
            part.set_content(_said(part.get_content(), others), subtype=part.get_content_subtype())
        elif part.get_filename():
            made = _word(part.get_payload(decode=True), others)
            part.set_payload(base64.encodebytes(made).decode("ascii"))
    return mail.as_bytes()


def _word(file: bytes, others: Mapping[str, str]) -> bytes:
    """The same Word file; a paragraph that changes keeps its words in its first run."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            content = old.read(each)
            new.writestr(each, _text(content, others) if each.filename == "word/document.xml" else content)
    return made.getvalue()


def _text(content: bytes, others: Mapping[str, str]) -> bytes:
    tree = etree.fromstring(content)
    for paragraph in tree.iter(f"{WORD}p"):
        runs = list(paragraph.iter(f"{WORD}t"))
        before = "".join(run.text or "" for run in runs)
        after = _said(before, others)
        if after != before:
            runs[0].text, runs[0].attrib["{http://www.w3.org/XML/1998/namespace}space"] = after, "preserve"
            for run in runs[1:]:
                run.text = ""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _said(text: str, others: Mapping[str, str]) -> str:
    """Longest first, each place changed once; a telephone number in whatever groups its writer liked."""
    ways = {_pattern(old): new for old, new in sorted(others.items(), key=lambda each: -len(each[0]))}
    whole = re.compile("|".join(f"(?P<w{at}>{pattern})" for at, pattern in enumerate(ways)))
    answers = list(ways.values())
    return whole.sub(lambda found: answers[int((found.lastgroup or "w0")[1:])], text)


def _pattern(old: str) -> str:
    if old.isdigit():
        return r"[ ]?".join(old)
    return rf"(?<![\w-]){re.escape(old)}(?![\w-])"
