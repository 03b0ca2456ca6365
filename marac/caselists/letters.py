"""The case list as words on paper: from what the viewer sees to the fields of marac/papers/fields.py."""

from typing import Any

from django.utils.translation import gettext as _

from marac.caselists.queries import CaseList, ListedCase, ListedPerson
from marac.documents.merge import fill
from marac.kernel.dates import format_date
from marac.kernel.text import safe_file_name
from marac.papers.queries import Sheet


def word_file(found: CaseList, marking: str, sheet: Sheet) -> bytes:
    return fill(sheet.template, {**case_list_letter(found, marking), "copy_for": sheet.copy_for})


def file_name(found: CaseList) -> str:
    """Names neither a person nor what kind of meeting it is."""
    return safe_file_name(found.meeting.held_on.isoformat(), "case-list", extension="docx")


def case_list_letter(found: CaseList, marking: str) -> dict[str, Any]:
    return {
        "marking": marking,
        "marac": found.meeting.marac.name,
        "held_on": format_date(found.meeting.held_on),
        "issue": found.sent.number if found.sent else "",
        "research_on": format_date(found.meeting.research_on),
        "cases": [{"number": number, **_case(each)} for number, each in enumerate(found.cases, start=1)],
    }


def _case(case: ListedCase) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "kind": _(case.kind) if case.kind else _("Not recorded"),
        "referred_by": case.referred_by,
        "deferred": case.deferred,
        "people": [_person(each) for each in case.people],
    }


def _person(person: ListedPerson) -> dict[str, str]:
    where = [*person.addresses]
    if person.address_withheld:
        where.append(_("Address withheld"))
    if person.school:
        where.append(_("School: {school}").format(school=person.school))
    return {
        "role": _(person.role),
        "name": person.name or _("Not known"),
        "other_names": ", ".join(person.other_names),
        "born": person.born or _("Not known"),
        "where": "\n".join(where),
        "language": person.language,
    }
