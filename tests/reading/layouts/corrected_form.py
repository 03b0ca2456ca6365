"""A GP surgery's form with a covering mail: the mail corrects the birth date."""

from tests.reading.documents import form, mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "corrected.eml"
FORM = form(
    [
        ["Practice details"],
        ["Practice", "Harbour Trust Surgery"],
        ["GP / nurse making referral", "Sam Okoro"],
        ["Practice telephone", "01632 960221"],
        ["Date of referral", "02/06/2025"],
    ],
    [
        ["Patient at risk"],
        ["Name", "Bernadette Quill"],
        ["DOB", "09/09/1980"],
        ["Address", "18 Orchard Mead, Westmoor, ZZ1 8OM"],
        ["Telephone", "07700 900871"],
        ["Safe to telephone?", "Yes"],
        ["NHS number", "401 023 2137"],
    ],
    [
        ["Alleged perpetrator"],
        ["Name", "Fintan Quill"],
        ["DOB", "11/04/1978"],
        ["Address", "18 Orchard Mead, Westmoor, ZZ1 8OM"],
        ["Relationship to patient", "Husband"],
    ],
    [["Children"], ["Name", "DOB", "School"], ["Niall Quill", "20/05/2012", "Westmoor High"]],
    [
        ["Patient has agreed to referral", "Yes"],
        ["Clinical summary", "Fintan withholds her insulin. She was found unconscious on 30 May."],
    ],
    title="Westmoor MARAC – primary care referral",
)
TEXT = """Hello,

Form attached. Since I filled it in on Monday things have moved, so please use the following:

Bernadette left last night and is now at a safe address: 4 Lantern Yard, Westmoor, ZZ1 4LY. Fintan does not know about
it and must not find out.

Please do NOT ring 07700 900871, Fintan has it now. Her new number is 07700 900872 and it is safe to call.

Niall's date of birth should be 20/05/2013, I misread our records.

Sam Okoro
Practice Nurse
"""


def document() -> bytes:
    return mail(TEXT, ("Westmoor MARAC form.docx", FORM))


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-02",
    referrer={"agency": "Harbour Trust Surgery", "name": "Sam Okoro", "role": "Practice Nurse",
              "phones": ["01632960221"], "email": "s.okoro@harbourtrust.example.org"},
    victims=[
        person("Bernadette Quill", "1980-09-09", home("4 Lantern Yard, Westmoor", "ZZ1 4LY", secret=True),
               home("18 Orchard Mead, Westmoor", "ZZ1 8OM", "previous"),
               phones=[phone("07700900871", call=False), phone("07700900872", call=True)], nhs_number="4010232137")
    ],
    perpetrators=[
        person("Fintan Quill", "1978-04-11", home("18 Orchard Mead, Westmoor", "ZZ1 8OM"),
               relationship_to_victim="Husband")
    ],
    children=[child("Niall Quill", "2013-05-20", school="Westmoor High")],
    consent={"consent_given": True},
    must_include=["withholds her insulin"],
    accept={
        "referral_date": ["2025-06-03"], "consent.victim_aware": [True], "victims[0].gender": ["female"],
        "children[0].dob": [None], "referrer.role": [None, "GP / nurse"],
    },
)  # fmt: skip
