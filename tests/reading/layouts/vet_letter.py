"""A vet's letter about a client whose dog was hurt: the owner, her son who does it, and bullets of facts."""

from tests.reading.documents import lines
from tests.reading.truth import home, person, phone, referral

SOURCE = "vet-letter.docx"


def document() -> bytes:
    return lines(
        "Marsh Lane Veterinary Centre",
        "9 Marsh Lane, Kirkholme ZZ63 9ML",
        "01632 960151",
        "5 March 2026",
        "For the attention of Kirkholme MARAC",
        "Dear colleagues",
        "I write with the agreement of our client Mrs Dorothy Hale, whose terrier I have treated three times since "
        "Christmas. I believe that she is being abused by her adult son, Nathan Hale, and that he hurts the dog to "
        "frighten her.",
        "Her details:",
        "• Dorothy Hale, born 11 April 1950",
        "• 27 Turnpike Road, Kirkholme ZZ63 7TR",
        "• 01632 960152, which her son also answers, so please do not ring it",
        "• 07700 900153 is the mobile that she keeps in the dog's bag; it is safe to text and to call on Wednesdays",
        "His details:",
        "• Nathan Hale, date of birth 3 June 1981",
        "• lives with her",
        "At the last visit he told me that the next bill would be for both of them. He had the dog's lead wrapped "
        "round her wrist while he said it.",
        "Yours sincerely",
        "Eleanor Voyce MRCVS",
        "Veterinary Surgeon",
    )


TURNPIKE = home("27 Turnpike Road, Kirkholme", "ZZ63 7TR")
TRUTH = referral(
    SOURCE,
    case_area="Kirkholme",
    referral_date="2026-03-05",
    referrer={
        "agency": "Marsh Lane Veterinary Centre",
        "name": "Eleanor Voyce",
        "role": "Veterinary Surgeon",
        "phones": ["01632960151"],
    },
    victims=[
        person(
            "Dorothy Hale",
            "1950-04-11",
            TURNPIKE,
            phones=[phone("01632960152", call=False), phone("07700900153", call=True, text=True)],
        )
    ],
    perpetrators=[person("Nathan Hale", "1981-06-03", TURNPIKE, relationship_to_victim="adult son")],
    must_include=["terrier I have treated"],
    accept={
        "perpetrators[0].relationship_to_victim": ["son"],
        "consent.consent_given": [True],
        "consent.victim_aware": [True],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "victims[0].phones[1].safe_to_call": [None],
        "victims[0].phones[1].safe_to_text": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "referrer.name": ["Eleanor Voyce MRCVS"],
    },
)
