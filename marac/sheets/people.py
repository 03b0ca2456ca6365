"""The sheets of the referral form that ask who people are, and where and how they may be reached."""

from marac.kernel.text import _
from marac.sheets.shape import Group, Question, Sheet

LIVES_WITH = (
    ("victim", _("The victim")),
    ("perpetrator", _("The perpetrator")),
    ("victim and perpetrator", _("Both of them")),
    ("other family", _("Other family")),
    ("foster or residential care", _("Foster or residential care")),
    ("on their own", _("On their own")),
)
PARTS_PLAYED = (
    ("safe contact", _("Safe contact")),
    ("possible threat", _("Possible threat")),
    ("friend or family", _("Friend or family")),
    ("professional", _("Professional involved")),
    ("agency", _("Agency involved")),
)
PHONES = Group(
    "phones",
    _("Number"),
    (
        Question("number", _("Telephone number")),
        Question("whose", _("Whose number"), _("Her or his own, or the person who answers")),
        Question("safe_to_call"),
        Question("safe_to_text"),
        Question("safe_to_leave_message"),
        Question("note", _("When and how"), _("For example, weekdays 10 to 2, when he is at work")),
    ),
    _("Add another number"),
)
PLAIN_PHONES = Group(
    "phones",
    _("Number"),
    (Question("number", _("Telephone number")), Question("whose", _("Whose number"))),
    _("Add a telephone number"),
    offered=0,
)
ADDRESSES = Group(
    "addresses",
    _("Address"),
    (
        Question("text", _("Address"), kind="short"),
        Question("postcode"),
        Question("type"),
        Question("confidential", hint=_("A refuge, or anywhere that must not be passed on")),
    ),
    _("Add another address"),
)
NAMES = (
    Question("surname"),
    Question("forenames"),
    Question(
        "aliases",
        _("Other names"),
        _("Maiden name, other spellings, names used on line. One on each line. Agencies search on these."),
        "lines",
    ),
    Question(
        "dob_raw",
        _("Date of birth"),
        _("For example, 27 3 1990. As far as it is known: June 1990, 1985 or about 40 years"),
        "birth",
    ),
    Question("gender", _("Sex, as the national return counts it")),
)
YOU = Sheet(
    "you",
    _("You, and how you can be reached"),
    (
        Question("referrer.agency", _("Your agency")),
        Question("referrer.name", _("Your name")),
        Question("referrer.role", _("Your post")),
        Question("referrer.phones", _("Your telephone numbers"), _("One on each line"), "lines"),
        Question("referrer.email", _("Your e-mail address"), _("An address of work that only you can read")),
        Question("referrer.note", _("When and how can you be reached?"), _("And who can be asked when you are away")),
        Question("referrer.manager", _("Manager who agreed to the referral"), _("Where your agency asks for that")),
        Question("referral_date", _("Date of referral"), _("Left blank, it is the day on which you send it")),
    ),
)
VICTIM = Sheet(
    "victim",
    _("Victim"),
    (
        Group(
            "victims",
            _("Victim"),
            (
                *NAMES,
                Question("gender_described", _("Gender in their own words"), _("If they say it in another way")),
                Question("nhs_number", _("Health number (NHS or CHI)")),
                Question("gp", _("GP practice")),
                Question("occupation", _("Work"), _("And where, if somebody might look for them there")),
                Question("housing", _("Housing"), _("For example, council tenant, own home, with parents")),
            ),
        ),
    ),
    _("One referral is about one victim. Several people at risk from the same perpetrator are referred one by one."),
)
REACH = Sheet(
    "reach",
    _("Where and how the victim is safely reached"),
    (
        Group(
            "victims",
            _("Victim"),
            (PHONES, ADDRESSES, Question("no_fixed_abode")),
        ),
    ),
    _("Somebody will be rung because of what stands here. A number that is not known to be safe is not rung."),
)
NEEDS = Sheet(
    "needs",
    _("About the victim"),
    (
        Group(
            "victims",
            _("Victim"),
            (
                Question(
                    "diversity.ethnicity",
                    _("Ethnicity"),
                    _("As they say it: for example White British, Pakistani, Mixed White and Black Caribbean"),
                ),
                Question("diversity.disabled"),
                Question("diversity.disability_detail", _("What the disability is, and what helps")),
                Question("diversity.lgbt", _("Lesbian, gay, bisexual or transgender")),
                Question("diversity.language", _("First language")),
                Question("diversity.interpreter", hint=_("Never a member of the family, or of their community")),
                Question("communication", hint=_("For example, signs, lip-reads, easy read, a step-free room")),
                Question("diversity.nationality"),
                Question("diversity.religion"),
                Question("diversity.pregnant", hint=_("An unborn child is named under Children, with the due date")),
            ),
        ),
    ),
    _("Only what they have told you. Not known is better than a guess."),
)
PERPETRATORS = Sheet(
    "perpetrators",
    _("Perpetrators"),
    (
        Group(
            "perpetrators",
            _("Perpetrator"),
            (
                *NAMES,
                Question("relationship_to_victim", hint=_("For example, husband, former partner, son, brother-in-law")),
                ADDRESSES,
                Question("no_fixed_abode"),
                PLAIN_PHONES,
                Question("occupation", _("Work")),
                Question("vehicle", _("Vehicle"), _("Make, colour and registration")),
                Question(
                    "danger_to_workers",
                    _("Danger to workers"),
                    _("Weapons, firearms licence, dogs, threats to professionals"),
                    "area",
                ),
            ),
            _("Add another perpetrator"),
        ),
        Question(
            "consent.perpetrator_aware",
            _("Does any of them know of this referral?"),
            _("They must not. If one does, say how under What has happened, and ring the coordinator."),
        ),
    ),
    _("Everybody who harms the victim: a family may be several."),
)
CHILDREN = Sheet(
    "children",
    _("Children"),
    (
        Question("has_children", _("Are there any children, or is a child on the way?")),
        Group(
            "children",
            _("Child"),
            (
                Question("surname"),
                Question("forenames"),
                NAMES[3],
                Question("gender", _("Sex")),
                Question("unborn"),
                Question("edd", _("Due date"), _("For a child not born yet. For example, 27/3/2026")),
                Question("lives_with", kind="chosen", choices=LIVES_WITH),
                Question("relationship_to_victim"),
                Question("relationship_to_perpetrator"),
                Question("school"),
                Question("address.text", _("Address, if not the victim's"), kind="short"),
                Question("address.postcode", _("Postcode")),
                Question("address.confidential", _("That address is confidential")),
            ),
            _("Add a child"),
            offered=0,
        ),
        Question("safeguarding.child_referral", _("Have children's services been told?")),
        Question("safeguarding.child_referral_on", _("When"), _("For example, 27/3/2026")),
        Question("safeguarding.child_referral_to", _("Who was told")),
    ),
    _("Of the victim or of a perpetrator, wherever they live: those in the household and those elsewhere."),
)
OTHERS = Sheet(
    "others",
    _("Other people, and who must not be told"),
    (
        Group(
            "others",
            _("Person or agency"),
            (
                Question("name", _("Name of the person or agency")),
                Question("relationship", _("Relationship"), _("To the victim or the perpetrator, or their post")),
                Question("role", _("Part in the case"), kind="chosen", choices=PARTS_PLAYED),
                Question(
                    "must_not_receive",
                    _("Must not receive anything about this"),
                    _("For example, a relative of the perpetrator who works for an agency"),
                ),
                Question("note", _("Why, and whatever else matters"), kind="area"),
                PLAIN_PHONES,
                Question("address.text", _("Address"), kind="short"),
                Question("address.postcode", _("Postcode")),
            ),
            _("Add a person or agency"),
            offered=0,
        ),
    ),
    _("Anybody else whom the victim is afraid of, who helps, or whom nothing about this may reach."),
)
