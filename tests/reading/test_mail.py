"""The covering mail is newer than the form, and changes it."""

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Telephone", "07700 900123"], ["Safe to call?", "Yes"]]
FORM = documents.form(
    [*VICTIM, ["Address", "4 Mill Row, Westmoor, ZZ1 4AB"]],
    [["Perpetrator"], ["Name", "Cal REEVE"], ["Address", "Unknown"]],
)


def sent(text: str, **kinds):
    return read(documents.mail(text, ("form.docx", FORM), **kinds), "referral.eml")


def test_a_number_withdrawn_in_the_mail_is_no_longer_safe():
    phone = sent("Please do NOT use 07700 900123, he has it.").content["victims"][0]["phones"][0]

    assert (phone["safe_to_call"], phone["safe_to_leave_message"]) == (False, False)


def test_a_new_safe_number_in_the_mail_joins_with_its_owner():
    phones = sent("You can reach her through her friend Bea, 07700 900777, which is safe.").content["victims"][0][
        "phones"
    ]

    assert [(p["number"], p["whose"], p["safe_to_call"]) for p in phones][1:] == [("07700900777", "friend Bea", True)]


def test_a_child_left_off_the_form_is_added():
    got = sent("I forgot a child, Remi Hollis, born 2 May 2024, who lives with Ada.").content["children"]

    assert [(c["forenames"], c["dob"], c["lives_with"]) for c in got] == [("Remi", "2024-05-02", "victim")]


def test_the_perpetrators_address_is_taken_when_he_is_named():
    got = sent("Cal is staying at 7 Quarry Lane, Westmoor, ZZ1 7QQ now.").content

    assert got["perpetrators"][0]["addresses"][0]["postcode"] == "ZZ1 7QQ"


def test_an_address_that_could_be_anybodys_is_given_to_nobody():
    reading = sent("Police went to 7 Quarry Lane, Westmoor, ZZ1 7QQ last night.")

    assert reading.content["perpetrators"][0]["addresses"] == []
    assert any("7 Quarry Lane" in unread.text for unread in reading.unread)


def test_a_mail_in_html_alone_is_read_and_its_scripts_and_pictures_are_not():
    head = "<head><script>07700 900999</script></head>"
    html = f"<html>{head}<body><p>Do not use 07700 900123.</p><img src='http://t.example.org/x.png'></body></html>"
    reading = sent("", html=html)

    assert reading.content["victims"][0]["phones"][0]["safe_to_call"] is False
    assert not any("900999" in block["text"] for block in reading.pages)


def test_the_signature_belongs_to_the_referrer():
    got = sent("See attached.\n\nKind regards\nSam Okoro\nSupport Worker\nHarbour Trust\nM: 07700 900888").content

    assert got["referrer"]["phones"] == ["07700900888"]
    assert [p["number"] for p in got["victims"][0]["phones"]] == ["07700900123"]


def test_the_date_of_the_mail_serves_when_the_form_has_none():
    assert sent("See attached.").content["referral_date"] == "2025-06-03"


def test_a_mail_without_a_form_is_read_as_lines():
    got = read(documents.mail("Victim name: Ada Hollis\nVictim DOB: 1/2/90"), "m.eml").content

    assert got["victims"][0]["dob"] == "1990-02-01"


def test_an_attachment_that_cannot_be_read_is_told():
    reading = read(documents.mail("See attached.", ("scan.jpg", b"\xff\xd8\xff\xe0 not a form")), "m.eml")

    assert [u.kind for u in reading.unread if u.place.part == "scan.jpg"] == ["attachment"]


def test_every_block_of_the_pages_has_its_own_name():
    names = [block["id"] for block in sent("One.\nTwo.").pages]

    assert len(set(names)) == len(names)
