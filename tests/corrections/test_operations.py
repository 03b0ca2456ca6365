"""Corrections of people: refused over a newer save, masked as before, and told in the trail with before and after."""

from datetime import date

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.fingerprint import fingerprint
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.corrections.operations import (
    add_address,
    add_new_person,
    add_party,
    add_phone,
    correct_address,
    correct_party,
    correct_person,
    correct_phone,
    take_off_address,
    take_off_party,
    take_off_phone,
)
from marac.intake.people import Described
from marac.kernel.refusal import Refusal
from marac.matching.keys import marks_of, place_keys, search_keys
from marac.people.models import Address, Party, Person, Phone, SearchKey
from marac.people.operations import enter_people
from marac.people.queries import description_of
from tests import make

pytestmark = pytest.mark.django_db


def found_by(of):
    """How many people have any of the keys that a search for this would look up, whole numbers among them."""
    keys = set().union(*marks_of([of], [("phone",), ("postcode",)]), place_keys(of))
    return SearchKey.objects.filter(value__in=keys).values("person").distinct().count()


def people_at(home):
    return found_by(Described(postcodes=(home["postcode"],), addresses=(home["text"],)))


@pytest.fixture
def enter(area, coordinator):
    def run(content, *, case=None):
        return enter_people(viewer=coordinator, case=case or make.case(marac=area), content=content)

    return run


def _victim(**values):
    return {"victims": [{"surname": "Tolliver", "forenames": "Hannah"} | values]}


REFUGE = {"text": "5 Refuge Road", "postcode": "ZZ1 1AA"}
FAMILY = _victim(addresses=[REFUGE]) | {"children": [{"forenames": "Pip", "surname": "Tolliver", "address": REFUGE}]}
AS_IT_IS = {"text": "", "postcode": "", "kind": "current"}


def test_a_correction_leaves_before_and_after_in_the_trail_and_new_search_keys(enter, coordinator):
    person = enter(_victim(dob="1991-04-03", dob_raw="3/4/91", aliases=["Han", "Nan"]))[0].person

    correct_person(
        viewer=coordinator, person=person, surname="Delaney", born="4/3/91", other_names=["Han", "Hannah Tolliver"]
    )

    event = AuditEvent.objects.last()
    before_after = event.changes[0]["fields"]
    assert event.details == {
        "person_id": person.pk,
        "fields": ["surname", "born", "other_names"],
        "names_before": ["Han", "Nan"],
    }
    assert before_after["surname"] == ["Tolliver", "Delaney"]
    assert before_after["born_from"] == ["1991-04-03", "1991-03-04"]
    values = set(person.search_keys.values_list("value", flat=True))
    now = description_of(Person.objects.get(pk=person.pk))
    assert {"name:delaney", "name:tolliver"} <= values == search_keys([now])[0]
    assert (now.born_exact, "name:nan" in values) == (date(1991, 3, 4), False)


def test_a_birth_given_as_an_age_is_not_counted_again_when_something_else_is_corrected(enter, coordinator):
    person = enter(_victim(age_stated=60) | {"referral_date": "2020-01-01"})[0].person
    later = Person.objects.get(pk=person.pk)

    correct_person(viewer=coordinator, person=later, born="aged 60", occupation="Gardener")

    assert Person.objects.get(pk=person.pk).born_from == person.born_from


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"born": "31/2/1991"}, "born"),
        ({"health_number": "943 476 5918"}, "health_number"),
        ({"surname": "", "forenames": ""}, "surname"),
        ({"died_on": date(2026, 3, 5)}, "died_on"),
        ({"died_on": date(1990, 1, 1), "born": "1991"}, "died_on"),
    ],
)
def test_a_correction_that_cannot_be_right_is_refused_beside_its_field(enter, coordinator, values, field):
    person = enter(_victim())[0].person

    with pytest.raises(Refusal) as refused:
        correct_person(viewer=coordinator, person=person, **values)

    assert refused.value.field == field
    assert Person.objects.get().surname == "Tolliver"


def test_only_the_office_corrects_people(enter, area):
    person = enter(_victim())[0].person

    with pytest.raises(NotAllowed):
        correct_person(viewer=make.viewer(Role.CHAIR, maracs=[area]), person=person, surname="Other")


def test_two_who_correct_one_person_do_not_overwrite_each_other(enter, coordinator):
    person = enter(_victim())[0].person
    correct_person(viewer=coordinator, person=person, occupation="Gardener", revision=1)

    with pytest.raises(Stale):
        correct_person(viewer=coordinator, person=person, occupation="Baker", revision=1)

    assert Person.objects.get().occupation == "Gardener"


def test_saving_without_a_change_does_not_stand_in_a_colleagues_way(enter, coordinator):
    person = enter(_victim())[0].person
    correct_person(viewer=coordinator, person=person, surname="Tolliver", revision=1)

    assert correct_person(viewer=coordinator, person=person, occupation="Baker", revision=1).occupation == "Baker"


def test_a_referral_that_fills_a_person_in_counts_as_a_newer_save(enter, coordinator, area):
    party = enter(_victim())[0]
    content = _victim(occupation="Gardener")
    enter_people(viewer=coordinator, case=party.case, content=content, known={"victims[0]": party.person_id})

    with pytest.raises(Stale):
        correct_person(viewer=coordinator, person=party.person, gp="Mill Surgery", revision=1)


def test_an_address_made_confidential_is_so_for_everybody_in_the_case_who_lives_there(enter, coordinator):
    enter(FAMILY)
    mine, childs = Address.objects.order_by("pk")

    correct_address(viewer=coordinator, address=mine, **AS_IT_IS | REFUGE, confidential=True)

    childs.refresh_from_db()
    assert (childs.confidential, people_at(REFUGE)) == (True, 0)


def test_a_confidential_address_is_not_made_ordinary_without_a_reason(enter, coordinator):
    enter(_victim(addresses=[REFUGE | {"confidential": True}]))
    address = Address.objects.get()

    with pytest.raises(Refusal) as refused:
        correct_address(viewer=coordinator, address=address, **AS_IT_IS, confidential=False)

    address.refresh_from_db()
    assert (refused.value.field, address.confidential, address.revision) == ("reason", True, 1)


def test_made_ordinary_with_a_reason_it_is_so_for_all_who_live_there_and_can_be_searched_for(enter, coordinator):
    enter(FAMILY)
    mine = Address.objects.order_by("pk").first()
    correct_address(viewer=coordinator, address=mine, **AS_IT_IS | REFUGE, confidential=True)

    correct_address(viewer=coordinator, address=mine, **AS_IT_IS, confidential=False, reason="He is in prison")

    assert set(Address.objects.values_list("text", "confidential")) == {("5 Refuge Road", False)}
    assert people_at(REFUGE) == 2
    assert AuditEvent.objects.last().details["reason"] == "He is in prison"


def test_it_stays_confidential_where_somebody_in_a_case_that_is_not_seen_lives_there(enter, coordinator, area):
    mine = enter(_victim(addresses=[REFUGE | {"confidential": True}]))[0]
    hidden = make.case(marac=area)
    sister = {"victims": [{"surname": "Other", "forenames": "Nell", "addresses": [REFUGE | {"confidential": True}]}]}
    enter(sister, case=hidden)
    add_party(viewer=coordinator, case=hidden, person=mine.person, role="other")
    make.cases.restrict(viewer=make.system(), case=hidden, readers=[], reason="Staff")

    address = mine.person.addresses.get()
    with pytest.raises(Refusal) as refused:
        correct_address(viewer=coordinator, address=address, **AS_IT_IS, confidential=False, reason="Moved")

    assert refused.value.field == "confidential"
    assert set(Address.objects.values_list("confidential", flat=True)) == {True}


def test_an_address_added_where_a_child_lives_in_confidence_is_confidential(enter, coordinator):
    parties = enter(FAMILY | {"victims": [{"surname": "Tolliver", "forenames": "Hannah"}]})
    child = Address.objects.get()
    correct_address(viewer=coordinator, address=child, **AS_IT_IS | REFUGE, confidential=True)

    made = add_address(viewer=coordinator, person=parties[0].person, text="5, refuge road", postcode="zz1 1aa")

    assert Address.objects.get(pk=made.pk).confidential is True


def test_the_words_of_a_confidential_address_left_blank_are_kept(enter, coordinator):
    enter(_victim(addresses=[REFUGE | {"confidential": True}]))

    correct_address(viewer=coordinator, address=Address.objects.get(), **AS_IT_IS, confidential=True)

    assert Address.objects.values_list("text", "postcode", "confidential").get() == ("5 Refuge Road", "ZZ1 1AA", True)


def test_an_address_that_has_ended_is_a_previous_one(enter, coordinator):
    enter(_victim(addresses=[REFUGE]))
    address = Address.objects.get()

    correct_address(
        viewer=coordinator, address=address, **AS_IT_IS | REFUGE, confidential=False, ended_on=date(2026, 3, 1)
    )

    assert Address.objects.values_list("kind", "ended_on").get() == ("previous", date(2026, 3, 1))


def test_an_address_does_not_end_in_days_to_come(enter, coordinator):
    enter(_victim(addresses=[REFUGE]))

    with pytest.raises(Refusal) as refused:
        correct_address(
            viewer=coordinator,
            address=Address.objects.get(),
            **AS_IT_IS | REFUGE,
            confidential=False,
            ended_on=date(2026, 3, 5),
        )

    assert refused.value.field == "ended_on"


def test_an_address_taken_off_is_gone_from_the_search_and_stays_in_the_trail(enter, coordinator):
    enter(_victim(addresses=[REFUGE]))

    take_off_address(viewer=coordinator, address=Address.objects.get(), reason="Her sister's")

    details = AuditEvent.objects.last().details
    assert (Address.objects.count(), people_at(REFUGE)) == (0, 0)
    assert (details["reason"], details["was"]["text"]) == ("Her sister's", f"masked:{fingerprint('5 Refuge Road')}")


def test_nothing_is_taken_off_without_a_reason(enter, coordinator):
    party = enter(FAMILY | _victim(addresses=[REFUGE], phones=[{"number": "07700900214"}]))[1]
    address, phone = Address.objects.first(), Phone.objects.get()

    for act, given in (
        (take_off_address, {"address": address}),
        (take_off_phone, {"phone": phone}),
        (take_off_party, {"party": party}),
    ):
        with pytest.raises(Refusal) as refused:
            act(viewer=coordinator, **given, reason=" ")
        assert refused.value.field == "reason"


def test_a_number_is_added_and_corrected_and_found_by_what_it_is_now(enter, coordinator):
    person = enter(_victim())[0].person
    phone = add_phone(viewer=coordinator, person=person, number="07700 900 214", safe_to_call=None, whose="own")

    correct_phone(viewer=coordinator, phone=phone, number="07700 900 215", safe_to_call=True, revision=1)

    assert Phone.objects.values_list("number", "safe_to_call", "whose").get() == ("07700900215", True, "own")
    assert [found_by(Described(phones=(number,))) for number in ("07700900214", "07700900215")] == [0, 1]


@pytest.mark.parametrize("number", ["07700900214", "+44 7700 900214", "soon"])
def test_a_number_that_is_there_already_or_is_none_is_refused(enter, coordinator, number):
    person = enter(_victim(phones=[{"number": "07700900214"}]))[0].person

    with pytest.raises(Refusal) as refused:
        add_phone(viewer=coordinator, person=person, number=number)

    assert refused.value.field == "number"


def test_somebody_on_record_is_added_to_another_case_and_masked_with_those_in_it(enter, coordinator):
    aunt = enter({"others": [{"name": "Nell Other", "address": REFUGE}]})[0].person
    party = enter(_victim(addresses=[REFUGE | {"confidential": True}]))[0]

    add_party(viewer=coordinator, case=party.case, person=aunt, role="other", to_victim="aunt")

    assert Party.objects.get(case=party.case, person=aunt).to_victim == "aunt"
    assert aunt.addresses.get().confidential is True


def test_somebody_new_is_added_and_can_be_found(enter, coordinator):
    case = enter(_victim())[0].case

    made = add_new_person(
        viewer=coordinator, case=case, surname="Rook", forenames="Ned", born="1985", role="perpetrator"
    )

    assert (made.must_not_receive, made.person.born_from, made.person.born_precision) == (
        True,
        date(1985, 1, 1),
        "year",
    )
    assert SearchKey.objects.filter(person=made.person, value="name:rook").exists()


def test_nothing_ever_reaches_a_perpetrator_whatever_is_ticked(enter, coordinator):
    party = enter(_victim() | {"others": [{"name": "Ned Rook"}]})[1]

    correct_party(viewer=coordinator, party=party, role="perpetrator", must_not_receive=False)

    assert Party.objects.get(pk=party.pk).must_not_receive is True


def test_the_only_victim_does_not_leave_a_case_in_either_way(enter, coordinator):
    party = enter(_victim())[0]

    for act, given in ((take_off_party, {"reason": "Wrong person"}), (correct_party, {"role": "other"})):
        with pytest.raises(Refusal, match="only victim"):
            act(viewer=coordinator, party=party, **given)

    add_new_person(viewer=coordinator, case=party.case, surname="Tolliver", forenames="Anna", born="", role="victim")
    take_off_party(viewer=coordinator, party=party, reason="Wrong person")
    assert [each.person.forenames for each in Party.objects.filter(case=party.case)] == ["Anna"]


def test_somebody_is_in_a_case_in_one_role_once(enter, coordinator):
    party = enter(_victim())[0]

    with pytest.raises(Refusal) as refused:
        add_party(viewer=coordinator, case=party.case, person=party.person, role="victim")

    assert refused.value.field == "role"


def test_two_who_correct_one_part_do_not_overwrite_each_other(enter, coordinator):
    party = enter(_victim())[0]
    correct_party(viewer=coordinator, party=party, role="victim", note="Reads lips", revision=1)

    with pytest.raises(Stale):
        correct_party(viewer=coordinator, party=party, role="victim", note="", revision=1)

    assert Party.objects.get().note == "Reads lips"


def test_a_person_or_a_case_that_is_not_seen_is_not_added(enter, coordinator):
    party = enter(_victim())[0]
    elsewhere = make.case(marac=make.marac())

    with pytest.raises(Unseen):
        add_party(viewer=coordinator, case=elsewhere, person=party.person, role="victim")
