"""A paediatric ward's ruled PDF: mother as victim, father as perpetrator, a grandmother, a ringed answer."""

from tests.reading.layouts.pdfs import box, page, pdf, ring, words
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "ward-form.pdf"
ROWS = (
    ("Ward / department", "Puffin Ward, Craigmore Children's Hospital"),
    ("Completed by", "Sister Morag Ellis"),
    ("Telephone", "01632 960551"),
    ("Date completed", "09/02/2026"),
    ("MOTHER (VICTIM)", None),
    ("Name", "Tanya Birch"),
    ("DOB", "12/12/1997"),
    ("Address", "2 Plover Close, Craigmore, ZZ59 2PC"),
    ("Telephone", "07700 900552"),
    ("Safe to telephone?", "Yes  /  No"),
    ("FATHER (PERPETRATOR)", None),
    ("Name", "Aaron Stott"),
    ("DOB", "23/06/1994"),
    ("Address", "Unknown, thought to be in Craigmore"),
    ("Telephone", "07700 900553"),
    ("Relationship to victim", "Ex-partner"),
    ("CHILD", None),
    ("Name", "Lily Birch"),
    ("DOB", "03/03/2023"),
    ("OTHER FAMILY MEMBER", None),
    ("Name", "Carol Birch"),
    ("Relationship", "Maternal grandmother"),
    ("Telephone", "01632 960554"),
    ("CONSENT", None),
    ("Mother aware of referral?", "Yes"),
    ("Mother consents?", "Yes"),
    ("CONCERNS", None),
    ("Details of concerns", "Aaron threw a kettle while Tanya held Lily. Both were scalded."),
)


def document() -> bytes:
    drawing, y = [words(40, 800, "Referral to the Craigmore MARAC", 13, bold=True)], 775
    for label, answer in ROWS:
        drawing.append(box(40, y - 5, 510 if answer is None else 170, 18))
        drawing.append(words(45, y, label, 9, bold=answer is None))
        if answer:
            drawing.append(box(210, y - 5, 340, 18))
            drawing.append(words(215, y, answer, 9))
        if answer == "Yes  /  No":
            drawing.append(ring(212, y - 4, 22, 14))
        y -= 18
    return pdf(page(*drawing))


PLOVER = home("2 Plover Close, Craigmore", "ZZ59 2PC")
TRUTH = referral(
    SOURCE,
    case_area="Craigmore",
    referral_date="2026-02-09",
    referrer={
        "agency": "Puffin Ward, Craigmore Children's Hospital",
        "name": "Morag Ellis",
        "role": "Sister",
        "phones": ["01632960551"],
    },
    victims=[person("Tanya Birch", "1997-12-12", PLOVER, phones=[phone("07700900552", call=True)])],
    perpetrators=[
        person("Aaron Stott", "1994-06-23", phones=[phone("07700900553")], relationship_to_victim="Ex-partner")
    ],
    children=[child("Lily Birch", "2023-03-03")],
    others=[other("Carol Birch", "Maternal grandmother", phones=[phone("01632960554")])],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["threw a kettle"],
    accept={
        "referrer.name": ["Sister Morag Ellis"],
        "referrer.role": [None],
        "others": [[]],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].addresses": [home("Unknown, thought to be in Craigmore")],
    },
)
