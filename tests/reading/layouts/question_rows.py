"""A pharmacy chain's web form sent as HTML tables: each question in a shaded row, its answer in the row beneath."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "question-rows.eml"
ASKED = (
    ("1. What is your name?", "Sam Okoro"),
    ("2. Which branch are you at?", "Harbour Pharmacy, Westmoor Quay"),
    ("3. What is your position?", "Pharmacist"),
    ("4. A number where MARAC can reach you", "01632 960671"),
    ("5. What is the name of the person you are concerned about?", "Irena Halloran"),
    ("6. When were they born?", "14 July 1979"),
    ("7. Where do they live?", "19 Cutter Street, Westmoor, ZZ1 9CU"),
    ("8. On what number can they be contacted?", "07700 900672"),
    ("9. Would it be safe to call that number?", "Only between 10 and 12 on weekdays"),
    ("10. What is the name of the person they are afraid of?", "Vincent Halloran"),
    ("11. When was that person born?", "Not known, about 50"),
    ("12. Where does that person live?", "With Irena"),
    ("13. How are they related?", "Husband"),
    ("14. Are there any children? Give names and ages", "Joseph Halloran (15) and Bridget Halloran (12)"),
    (
        "15. Tell us what makes you worried",
        "Irena has collected burn dressings four times since Easter. Last week her husband came to the counter and "
        "told me what would happen to people who ask questions.",
    ),
    ("16. Did you tell the person that you are referring them?", "Yes"),
    ("17. Did they agree?", "Yes"),
)
ROWS = "".join(f'<tr><td bgcolor="#dddddd"><b>{q}</b></td></tr><tr><td>{a}</td></tr>' for q, a in ASKED)


def document() -> bytes:
    return mail("", html=f"<html><body><h3>Westmoor MARAC: web referral</h3><table>{ROWS}</table></body></html>")


CUTTER = home("19 Cutter Street, Westmoor", "ZZ1 9CU")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Pharmacy, Westmoor Quay",
        "name": "Sam Okoro",
        "role": "Pharmacist",
        "phones": ["01632960671"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[person("Irena Halloran", "1979-07-14", CUTTER, phones=[phone("07700900672", call=True)])],
    perpetrators=[person("Vincent Halloran", None, CUTTER, relationship_to_victim="Husband", age_stated=50)],
    children=[child("Joseph Halloran", age_stated=15), child("Bridget Halloran", age_stated=12)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["burn dressings"],
    accept={
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].age_stated": [None],
        "views.afraid_of": ["Vincent Halloran"],
    },
)
