"""A dentist's letter: the patient in the subject line, everybody else in a sentence of the second paragraph."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "dentist-letter.docx"


def document() -> bytes:
    return lines(
        "Quay Street Dental Practice",
        "31 Quay Street, Lowenmouth, ZZ56 3QS. Telephone 01632 960371",
        "20th April 2026",
        "The MARAC Co-ordinator",
        "Lowenmouth MARAC",
        "Dear Sir or Madam",
        "Your patient and ours: Mrs Beatrix Ollerenshaw, d.o.b. 04/09/1971, of 6 Lugger Hill, Lowenmouth, ZZ56 6LH",
        "I saw the above lady on 17 April with two broken front teeth and a split lip. She first said that she had "
        "fallen, and then told my nurse that her husband had done it with the handle of a boat hook.",
        "Her husband is Gordon Ollerenshaw, d.o.b. 15/01/1969, and he lives with her. Their granddaughter Poppy "
        "Ollerenshaw, who is 7, stays with them in the week.",
        "She asks that nobody rings the house. Her own mobile, 07700 900372, is safe to call on Tuesday and Thursday "
        "mornings when he is at the fish market.",
        "She understands that I am writing to you and has agreed to it.",
        "Yours faithfully",
        "Dr Nikhil Banerjee",
        "Principal Dentist",
    )


HILL = home("6 Lugger Hill, Lowenmouth", "ZZ56 6LH")
TRUTH = referral(
    SOURCE,
    case_area="Lowenmouth",
    referral_date="2026-04-20",
    referrer={
        "agency": "Quay Street Dental Practice",
        "name": "Nikhil Banerjee",
        "role": "Principal Dentist",
        "phones": ["01632960371"],
    },
    victims=[person("Beatrix Ollerenshaw", "1971-09-04", HILL, phones=[phone("07700900372", call=True)])],
    perpetrators=[person("Gordon Ollerenshaw", "1969-01-15", HILL, relationship_to_victim="husband")],
    children=[child("Poppy Ollerenshaw", age_stated=7)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["two broken front teeth"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "children[0].relationship_to_victim": ["granddaughter"],
        "children[0].gender": ["female"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "victims[0].phones[0].safe_to_call": [None],
    },
)
