"""A housing association's letter: label lines for 'our resident' between paragraphs, and the sender's own address."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "resident-letter.docx"


def document() -> bytes:
    return lines(
        "Kestrel & Moor Homes",
        "Moor House, 2 Assembly Way, Wrenbury, ZZ33 2AW",
        "Tel 01632 960140 | hello@kestrelmoor.example.org",
        "19th January 2027",
        "To: The MARAC Coordinator, Wrenbury Community Safety Partnership",
        "Dear coordinator,",
        "We ask that the following household is listed at the next Wrenbury MARAC.",
        "Our resident: Mr Desmond Achebe",
        "Tenancy: 14 Plover Close, Wrenbury, ZZ33 7PC (assured tenancy, sole)",
        "Born: 6 August 1979",
        "Contact: 07700 900141. Mr Achebe picks this up himself and is glad to be rung in working hours; please do not "
        "leave word on the answering service, which his wife listens to.",
        "The resident's wife: Mrs Philippa Achebe (born 1/12/1982), also of 14 Plover Close. It is Mrs Achebe from "
        "whom we believe him to be at risk. Her own number is 07700 900142.",
        "Children of the household: Samuel Achebe (dob 11/07/2014) and Ruth Achebe (dob 23/02/2017), both at Plover "
        "Primary.",
        "Our contractor, Mr Lee Tunstall, saw a scald on Mr Achebe's arm when he came to mend the boiler on "
        "12 January. "
        "Mr Achebe told him that kettle water had been thrown. This is the fourth report in seven weeks.",
        "Mr Achebe knows we are writing. He did not want us to, and has refused his agreement; we share because of the "
        "danger to life.",
        "Yours sincerely,",
        "Bronagh Keane",
        "Tenancy Sustainment Officer",
        "Direct line 01632 960143, bronagh.keane@kestrelmoor.example.org",
    )


PLOVER = home("14 Plover Close, Wrenbury", "ZZ33 7PC")
TRUTH = referral(
    SOURCE,
    case_area="Wrenbury",
    referral_date="2027-01-19",
    referrer={
        "agency": "Kestrel & Moor Homes",
        "name": "Bronagh Keane",
        "role": "Tenancy Sustainment Officer",
        "phones": ["01632960143"],
        "email": "bronagh.keane@kestrelmoor.example.org",
    },
    victims=[
        person(
            "Desmond Achebe",
            "1979-08-06",
            PLOVER,
            phones=[phone("07700900141", call=True, message=False)],
            housing="assured tenancy, sole",
        )
    ],
    perpetrators=[
        person("Philippa Achebe", "1982-12-01", PLOVER, phones=[phone("07700900142")], relationship_to_victim="wife")
    ],
    children=[
        child("Samuel Achebe", "2014-07-11", school="Plover Primary"),
        child("Ruth Achebe", "2017-02-23", school="Plover Primary"),
    ],
    consent={"victim_aware": True, "consent_given": False, "reason": "danger to life"},
    must_include=["kettle water had been thrown"],
    accept={
        "referrer.phones": [["01632960143", "01632960140"]],
        "victims[0].gender": ["male"],
        "victims[0].housing": [None],
        "perpetrators[0].gender": ["female"],
        "consent.reason": [None],
        "criteria.potential_escalation": [True],
        "others": [["Lee Tunstall"]],
        **{f"children[{n}].lives_with": ["victim", "parents"] for n in range(2)},
        **{f"children[{n}].address": [PLOVER] for n in range(2)},
    },
)
