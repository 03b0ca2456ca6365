"""A learning disability trust's Word form: easy words, 'the person', 'the person who hurts', a picture column left."""

from tests.reading.documents import form
from tests.reading.truth import home, person, phone, referral

SOURCE = "trust-columns.docx"


def document() -> bytes:
    return form(
        [
            ["[picture]", "Who is filling this in?", "Kezia Blunt, community nurse, Fellside Learning "
             "Disability Trust"],
            ["[picture]", "How do we ring you?", "01632 960411"],
            ["[picture]", "What day is it today?", "Tuesday 9 March 2027"],
            ["[picture]", "Which MARAC?", "Fellside"],
        ],
        [
            ["[picture]", "Who is being hurt?", "Dawn Tolley"],
            ["[picture]", "When is their birthday?", "30 June 1990"],
            ["[picture]", "Where do they live?", "Supported flat 6, Beck Court, Fellside ZZ62 6BC"],
            ["[picture]", "Have they got a phone?", "Yes 07700 900412"],
            ["[picture]", "Is it OK to ring it?", "No. Lee looks at who has called"],
            ["[picture]", "Do they need help to understand?", "Easy read, and time"],
        ],
        [
            ["[picture]", "Who is hurting them?", "Lee Garside"],
            ["[picture]", "When is that person's birthday?", "About 35"],
            ["[picture]", "Where does that person live?", "26 Smelt Road, Fellside ZZ62 2SR"],
            ["[picture]", "Is that person their boyfriend, family or carer?", "Boyfriend"],
        ],
        [
            ["[picture]", "What happens?", "Lee takes her benefits on the day they come and leaves her with no food. "
             "He pushed her down the stairs at Beck Court on Sunday."],
            ["[picture]", "Did you tell Dawn about this form?", "Yes"],
            ["[picture]", "Did Dawn say yes?", "Yes"],
        ],
        title="Somebody is being hurt: tell MARAC",
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Fellside",
    referral_date="2027-03-09",
    referrer={
        "agency": "Fellside Learning Disability Trust",
        "name": "Kezia Blunt",
        "role": "community nurse",
        "phones": ["01632960411"],
    },
    victims=[
        person(
            "Dawn Tolley",
            "1990-06-30",
            home("Supported flat 6, Beck Court, Fellside", "ZZ62 6BC"),
            phones=[phone("07700900412", call=False)],
        )
    ],
    perpetrators=[
        person(
            "Lee Garside",
            None,
            home("26 Smelt Road, Fellside", "ZZ62 2SR"),
            age_stated=35,
            relationship_to_victim="Boyfriend",
        )
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["leaves her with no food"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].diversity.disabled": [True],
        "victims[0].diversity.disability_detail": ["Easy read, and time"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].age_stated": [None],
    },
)
