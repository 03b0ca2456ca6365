"""Who signs a letter or a mail: the name, the post and the agency, and none of what stands around them."""

import pytest

from marac.reading import read
from tests.reading import documents

HEARD = "Please can you list Mrs Ada Hollis for the next Norbrook MARAC."


def referrer(reading):
    return tuple(reading.content["referrer"][key] for key in ("name", "role", "agency"))


@pytest.mark.parametrize(
    "signature",
    [
        ["Tom Moss\nCommunity Mental Health Nurse", "cc Norbrook Surgery; Adults Team"],
        ["Tom Moss", "Community Mental Health Nurse", "Active problems", "Repeat medication"],
        ["Tom Moss", "Seen and sent electronically", "Community Mental Health Nurse"],
    ],
)
def test_a_letter_is_signed_by_name_and_post_and_its_agency_stands_at_its_head(signature):
    reading = read(
        documents.lines("Norbrook Partnership Trust", "Dear colleague", HEARD, "Yours sincerely", *signature), "l.docx"
    )

    assert referrer(reading) == ("Tom Moss", "Community Mental Health Nurse", "Norbrook Partnership Trust")


def test_a_mail_may_be_signed_with_pronouns_and_without_a_greeting():
    reading = read(
        documents.mail(
            f"{HEARD}\n\nSam Okoro (he/him)\nSafeguarding Lead\nNorbrook College\n01632 960480 | s@example.org"
        ),
        "mail.eml",
    )

    assert referrer(reading) == ("Sam Okoro", "Safeguarding Lead", "Norbrook College")
    assert reading.content["referrer"]["phones"] == ["01632960480"]
    assert reading.content["victims"][0]["phones"] == []


def test_a_signature_may_be_a_table_with_a_motto():
    signed = (
        "<table><tr><td>Norbrook Homes<br>a place to be</td>"
        "<td>Sam Okoro<br>Neighbourhood Officer<br>T 01632 960627 M 07700 900628</td></tr></table>"
    )
    reading = read(documents.mail("", html=f"<p>{HEARD}</p><p>Kind regards</p>{signed}"), "mail.eml")

    assert referrer(reading) == ("Sam Okoro", "Neighbourhood Officer", "Norbrook Homes")
    assert reading.content["referrer"]["phones"] == ["01632960627", "07700900628"]
