"""A school's form: one column, each question in a shaded row and its answer in the row beneath."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "school.docx"


SECTIONS = (
    [
        ["1. Your name, role and school"],
        ["Mrs Ottoline Fry, Designated Safeguarding Lead, Marlbrook Academy"],
        ["2. How to reach you"],
        ["01632 960610, o.fry@marlbrook.example.org"],
        ["3. Date of referral"],
        ["Monday 2nd February 2026"],
    ],
    [
        ["ABOUT THE ADULT WHO IS AT RISK"],
        ["4. Full name (and any other names used)"],
        ["Danuta Sikora, also known as Dana"],
        ["5. Date of birth"],
        ["11 Nov 1986"],
        ["6. Home address and postcode"],
        ["Flat 9, Corn Exchange, Marlbrook ZZ5 9CE"],
        ["7. Telephone numbers, and whether it is safe to call them"],
        ["07700 900133 - safe to call 9.30 to 2.30 on school days. 01632 960619 (home) not safe, he answers"],
        ["8. First language / interpreter"],
        ["Polish, no interpreter needed"],
    ],
    [
        ["ABOUT THE PERSON CAUSING HARM"],
        ["9. Full name"],
        ["Ryszard Sikora"],
        ["10. Date of birth"],
        ["Not known, about 45"],
        ["11. Home address and postcode"],
        ["Same as victim"],
        ["12. Relationship to victim"],
        ["Husband"],
    ],
    [
        ["CHILDREN IN THE HOUSEHOLD"],
        ["13. Names, dates of birth and schools"],
        ["Filip Sikora 03/04/2014 Marlbrook Academy\nLena Sikora 27/09/2017 Marlbrook Infants"],
    ],
    [
        ["14. Does the victim know about this referral?"],
        ["Yes"],
        ["15. Has the victim consented?"],
        ["No - she is scared that the school will tell him"],
        ["16. Why are you worried?"],
        ["Filip said at breakfast club that dad holds a kettle over mum when she talks to people."],
    ],
)


def document() -> bytes:
    return form(
        *SECTIONS,
        title="Marlbrook MARAC - referral by a school",
    )


TRUTH = referral(
    SOURCE,
    case_area="Marlbrook",
    referral_date="2026-02-02",
    referrer={
        "agency": "Marlbrook Academy",
        "name": "Ottoline Fry",
        "role": "Designated Safeguarding Lead",
        "phones": ["01632960610"],
        "email": "o.fry@marlbrook.example.org",
    },
    victims=[
        person(
            "Danuta Sikora",
            "1986-11-11",
            home("Flat 9, Corn Exchange, Marlbrook", "ZZ5 9CE"),
            phones=[phone("07700900133", call=True), phone("01632960619", call=False)],
            aliases=["Dana"],
            diversity={"language": "Polish", "interpreter": False},
        )
    ],
    perpetrators=[
        person(
            "Ryszard Sikora",
            None,
            home("Flat 9, Corn Exchange, Marlbrook", "ZZ5 9CE"),
            age_stated=45,
            relationship_to_victim="Husband",
        )
    ],
    children=[
        child("Filip Sikora", "2014-04-03", school="Marlbrook Academy"),
        child("Lena Sikora", "2017-09-27", school="Marlbrook Infants"),
    ],
    consent={"victim_aware": True, "consent_given": False, "reason": "she is scared that the school will tell him"},
    must_include=["holds a kettle over mum"],
    accept={"referrer.name": ["Mrs Ottoline Fry"]},
)
