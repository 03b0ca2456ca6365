"""A head teacher's short letter: mother and stepfather in two sentences, the pupil named beside her."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "head-teacher.docx"


def document() -> bytes:
    return lines(
        "Greenlea Primary School",
        "Telephone 01632 960255",
        "9 March 2026",
        "Dear MARAC coordinator",
        "Referral to Greenlea MARAC: Hannah Sowerby",
        "I am concerned about Hannah Sowerby (date of birth 14/02/1990), who lives at 7 Furlong Street, Greenlea, "
        "ZZ70 7FS with her daughter Ruby Sowerby (date of birth 20/06/2017), a pupil here.",
        "The person harming her is Leon Marsh, Ruby's stepfather, who lives with them.",
        "Ruby told us that Leon shut her mother's hand in the car door.",
        "Hannah's mobile number is 07700 900256. It is not safe to call her because Leon answers it.",
        "Yours sincerely",
        "Mrs Joy Adeleke",
        "Head Teacher",
    )


FURLONG = home("7 Furlong Street, Greenlea", "ZZ70 7FS")
TRUTH = referral(
    SOURCE,
    case_area="Greenlea",
    referral_date="2026-03-09",
    referrer={
        "agency": "Greenlea Primary School",
        "name": "Joy Adeleke",
        "role": "Head Teacher",
        "phones": ["01632960255"],
    },
    victims=[person("Hannah Sowerby", "1990-02-14", FURLONG, phones=[phone("07700900256", call=False)])],
    perpetrators=[person("Leon Marsh", None, FURLONG)],
    children=[child("Ruby Sowerby", "2017-06-20")],
    must_include=["hand in the car door"],
    accept={
        "perpetrators[0].relationship_to_victim": ["stepfather", "Ruby's stepfather", "partner"],
        "children[0].lives_with": ["victim", "parents"],
        "children[0].address": [FURLONG],
        "children[0].school": ["Greenlea Primary School"],
        "children[0].relationship_to_victim": ["daughter"],
        "children[0].gender": ["female"],
    },
)
