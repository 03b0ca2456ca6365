"""A print from a school's record system: pupils first, parents by number, a label line for each fact."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "school-print.pdf"
TEXT = (
    (True, "St Edith's Primary School - MARAC referral to Corvedale"),
    (False, "Printed 12 March 2026 by Mrs Anwen Hughes, Deputy Head, 01632 960371"),
    (True, "Pupils"),
    (False, "Pupil: Oscar Denholm     DOB: 24/01/2016     Year: 5"),
    (False, "Pupil: Martha Denholm     DOB: 09/09/2018     Year: 2"),
    (True, "Parent 1 (victim)"),
    (False, "Name: Lydia Denholm     Maiden name: Crace"),
    (False, "DOB: 06/02/1989"),
    (False, "Address: 4 Church Meadow, Corvedale, ZZ41 4CM"),
    (False, "Mobile: 07700 900372     Safe to call: Yes, in school hours     Safe to text: No"),
    (True, "Parent 2 (perpetrator)"),
    (False, "Name: Rupert Denholm"),
    (False, "DOB: 31/10/1985"),
    (False, "Address: c/o 18 Castle Street, Corvedale, ZZ41 8CS"),
    (False, "Mobile: 07700 900373"),
    (False, "Relationship to victim: Estranged husband"),
    (True, "Referral"),
    (False, "Visible high risk: No     Professional judgement: Yes     Escalation: No     Repeat: No"),
    (False, "Parent 1 aware of referral: Yes     Parent 1 consents: Yes"),
    (True, "Concern"),
    (False, "Oscar told his teacher that daddy waits in the lane with the lights off. Lydia says that"),
    (False, "Rupert drove at her on Monday."),
)


def document() -> bytes:
    return pdf(page(*(words(45, 790 - 24 * n, text, bold=bold) for n, (bold, text) in enumerate(TEXT))))


MEADOW = home("4 Church Meadow, Corvedale", "ZZ41 4CM")
TRUTH = referral(
    SOURCE,
    case_area="Corvedale",
    referral_date="2026-03-12",
    referrer={
        "agency": "St Edith's Primary School",
        "name": "Anwen Hughes",
        "role": "Deputy Head",
        "phones": ["01632960371"],
    },
    victims=[
        person(
            "Lydia Denholm",
            "1989-02-06",
            MEADOW,
            phones=[phone("07700900372", call=True, text=False)],
            aliases=["Crace"],
        )
    ],
    perpetrators=[
        person(
            "Rupert Denholm",
            "1985-10-31",
            home("c/o 18 Castle Street, Corvedale", "ZZ41 8CS"),
            phones=[phone("07700900373")],
            relationship_to_victim="Estranged husband",
        )
    ],
    children=[child("Oscar Denholm", "2016-01-24"), child("Martha Denholm", "2018-09-09")],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["waits in the lane with the lights off", "drove at her on Monday"],
    accept={
        "children[0].school": ["St Edith's Primary School"],
        "children[1].school": ["St Edith's Primary School"],
        "previous.this_marac": [False],
        "referral_date": [None],
        "referrer.agency": [None],
    },
)
