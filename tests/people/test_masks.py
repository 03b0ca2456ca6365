"""Sealed parts: under a mask wherever they are printed, and revealed one at a time by an act that the trail keeps."""

import json
import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.template import engines

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.chain import plain
from marac.audit.fields import MaskedField
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.cases.operations import bar, give_seat
from marac.kernel.masked import Masked, unmasked
from marac.people.finding import people_found
from marac.people.models import Address, Phone
from marac.people.operations import enter_people, reveal_address, reveal_phone
from tests import make

pytestmark = pytest.mark.django_db
SOURCE = Path(__file__).parent.parent.parent / "marac"
# Where a mask may be lifted, and why: to write and compare rows, to find likenesses and conflicts, to reveal, and in
# the form that corrects one number after it was revealed; to put cases of one home or district together.
LIFTS = {
    "agenda/queries.py",
    "audit/chain.py",
    "audit/fields.py",
    "conflicts/queries.py",
    "corrections/forms.py",
    "corrections/operations/contact.py",
    "households/queries.py",
    "joins/facts.py",
    "kernel/masked.py",
    "people/models.py",
    "people/operations.py",
    "people/queries.py",
    "research/operations.py",
}
VICTIM = {
    "surname": "Tallow",
    "forenames": "Wren",
    "phones": [{"number": "07700900214", "whose": "sister Nadia", "safe_to_call": True, "note": "After four"}],
    "addresses": [{"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True}],
}
TOLD = re.compile(r"07700 ?900 ?214|Nadia|After four|Refuge Road|ZZ1 ?1AA")


@pytest.fixture
def homes(area):
    return make.agency("Northmoor Homes", marac=area)


@pytest.fixture
def office(area, homes):
    return make.viewer(maracs=[area], agency=homes)


@pytest.fixture
def victim(area, office):
    case = make.case(marac=area)
    return enter_people(viewer=office, case=case, content={"victims": [VICTIM]})[0]


@pytest.fixture
def phone(victim):
    return Phone.objects.get()


@pytest.fixture
def refuge(victim):
    return Address.objects.get()


# ---------------------------------------------------------------- by construction
@pytest.mark.parametrize(
    "print_it", [str, repr, "{}".format, lambda text: f"{text}", lambda text: json.dumps(plain(text))]
)
def test_whatever_prints_a_masked_text_prints_the_mask(print_it):
    assert "Refuge Road" not in print_it(Masked("5 Refuge Road"))


def test_a_page_that_forgets_the_mask_prints_it_all_the_same(phone, refuge):
    page = "{{ phone.number }} {{ phone.note }} {{ home.text }} {{ home.postcode | upper }}"
    template = engines["jinja2"].from_string(page)

    assert not TOLD.search(template.render({"phone": phone, "home": refuge}).title())


@pytest.mark.parametrize("ask", [lambda rows: rows.values(), lambda rows: rows.values_list(), list])
def test_no_way_of_asking_gives_the_text(phone, refuge, ask):
    assert not TOLD.search(str([ask(Phone.objects.all()), ask(Address.objects.all())]))


def test_a_text_is_under_its_mask_as_soon_as_it_is_set():
    assert str(Phone(number="07700900214").number) == "Withheld"


def test_a_masked_field_is_still_checked_for_its_length():
    with pytest.raises(ValidationError):
        MaskedField(max_length=5).clean("too long", None)


def test_rows_are_still_found_and_compared_by_what_is_under_the_mask(phone):
    assert Phone.objects.get(number="07700900214") == phone
    assert (phone.number == "07700900214", bool(phone.whose), unmasked(phone.note)) == (True, True, "After four")


def test_the_mask_is_lifted_in_few_places():
    lifts = re.compile(r"\bunmasked\(|\b_text\b.*Masked")
    found = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if lifts.search(path.read_text())}

    assert found == LIFTS


def test_where_somebody_is_is_asked_for_a_viewer_or_in_one_of_these():
    """To write and to compare: else `visible_to` or `told_to` keeps it from whoever acts for the other."""
    asked = re.compile(r"\b(?:Address|Phone)\.objects\.(?!visible_to|told_to)")
    found = {str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if asked.search(path.read_text())}

    others = {"conflicts/queries.py", "corrections/operations/contact.py", "people/operations.py"}
    assert found == others | {"agenda/queries.py"}


def test_the_trail_proves_what_changed_and_does_not_tell_it(victim):
    kept = json.dumps([[event.details, event.changes] for event in AuditEvent.objects.all()])

    assert "masked:" in kept
    assert not TOLD.search(kept)


# ---------------------------------------------------------------- revealed
def test_one_number_is_revealed_with_its_entry_in_the_trail(office, victim, phone):
    words = reveal_phone(viewer=office, phone=phone)

    event = AuditEvent.objects.last()
    assert (words.number, words.whose, words.note) == ("07700900214", "sister Nadia", "After four")
    assert (event.kind, event.name, event.user_name) == ("read", "PhoneRevealed", office.name)
    assert event.details == {"person_id": victim.person_id, "phone_id": phone.pk, "case_ids": [victim.case_id]}


def test_a_confidential_address_is_revealed_in_the_same_way(office, refuge):
    words = reveal_address(viewer=office, address=refuge)

    assert (words.text, words.postcode) == ("5 Refuge Road", "ZZ1 1AA")
    assert AuditEvent.objects.last().name == "AddressRevealed"


@pytest.mark.parametrize("role", [Role.CHAIR, Role.REPRESENTATIVE, Role.REFERRER, Role.STEERING])
def test_most_of_those_with_a_seat_reveal_nothing(area, homes, office, victim, phone, refuge, role):
    give_seat(viewer=office, case=victim.case, agency=homes, basis="panel")
    viewer = make.viewer(role, maracs=[area], agency=homes)

    with pytest.raises(NotAllowed):
        reveal_address(viewer=viewer, address=refuge)
    with pytest.raises(NotAllowed):
        reveal_phone(viewer=viewer, phone=phone)


def test_somebody_barred_reveals_nothing(area, homes, office, victim, phone, refuge):
    adviser = make.member(Role.IDVA, marac=area, agency=homes)
    give_seat(viewer=office, case=victim.case, agency=homes, basis="panel")
    viewer = make.viewer(Role.IDVA, maracs=[area], agency=homes, user=adviser)
    reveal_address(viewer=viewer, address=refuge)

    bar(viewer=office, case=victim.case, user=adviser, reason="Her cousin")

    with pytest.raises(Unseen):
        reveal_address(viewer=viewer, address=refuge)
    with pytest.raises(Unseen):
        reveal_phone(viewer=viewer, phone=phone)


def test_without_the_entry_nothing_is_shown(client, area, homes, phone):
    make.signed_in(client, marac=area, agency=homes)
    client.raise_request_exception = False

    def no_trail(execute, sql, params, many, context):
        if sql.startswith("INSERT") and AuditEvent._meta.db_table in sql:
            raise DatabaseError("the trail cannot be written")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(no_trail):
        answer = client.post(f"/people/phones/{phone.pk}/reveal/")

    assert (answer.status_code, TOLD.search(answer.content.decode())) == (500, None)


# ---------------------------------------------------------------- on pages
def test_pages_mask_and_one_press_reveals_one(client, area, homes, victim, phone, refuge):
    make.signed_in(client, marac=area, agency=homes)

    masked = [client.get(f"/people/{victim.person_id}/"), client.get(f"/cases/{victim.case_id}/")]
    number = client.post(f"/people/phones/{phone.pk}/reveal/").content.decode()
    address = client.post(f"/people/addresses/{refuge.pk}/reveal/").content.decode()

    assert [TOLD.search(page.content.decode()) for page in masked] == [None, None]
    assert all(f"/people/phones/{phone.pk}/reveal/" in page.content.decode() for page in masked)
    assert ("07700 900214" in number, "Refuge Road" in number) == (True, False)
    assert ("5 Refuge Road" in address, "07700" in address) == (True, False)


def test_nothing_is_revealed_by_a_link(client, area, homes, phone):
    make.signed_in(client, marac=area, agency=homes)

    assert client.get(f"/people/phones/{phone.pk}/reveal/").status_code == 405


def test_of_a_confidential_address_a_seat_sees_the_area_and_no_way_to_more(client, area, homes, office, victim, refuge):
    give_seat(viewer=office, case=victim.case, agency=homes, basis="panel")
    typed = {"text": "", "postcode": "", "area": "Fellshire", "kind": "current", "confidential": "on", "revision": "1"}
    make.signed_in(client, marac=area, agency=homes)
    client.post(f"/corrections/addresses/{refuge.pk}/", typed)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=homes)

    pages = [client.get(f"/people/{victim.person_id}/"), client.get(f"/cases/{victim.case_id}/")]

    for page in (each.content.decode() for each in pages):
        assert ("Fellshire" in page, "/reveal/" in page, TOLD.search(page)) == (True, False, None)


def test_nobody_without_the_right_to_it_can_try_out_whose_a_number_is(area, homes, office, victim):
    give_seat(viewer=office, case=victim.case, agency=homes, basis="panel")
    representative = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=homes)

    found = [len(people_found(viewer, "07700 900214")) for viewer in (office, representative)]

    assert (found, len(people_found(representative, "Tallow"))) == ([1, 0], 1)
