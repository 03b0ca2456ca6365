"""Entering the people of a referral loses nothing, never takes unknown for safe, and overwrites nothing known."""

import json
from datetime import date
from pathlib import Path

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.intake.people import Described
from marac.kernel.masked import unmasked
from marac.kernel.refusal import Refusal
from marac.matching.keys import search_keys
from marac.people.models import Address, OtherName, Party, Person, Phone, SearchKey
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db
SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "intake").glob("*.truth.json"))


@pytest.fixture
def enter(area, coordinator):
    def run(content, *, case=None, known=None, viewer=None):
        case = case or make.case(marac=area)
        return enter_people(viewer=viewer or coordinator, case=case, content=content, known=known)

    return run


def _victim(**values):
    return {"victims": [{"surname": "Tolliver", "forenames": "Hannah"} | values]}


def _numbers(people):
    return sorted(phone["number"] for each in people for phone in each.get("phones") or [])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_every_sample_referral_is_entered_without_loss(enter, path):
    content = json.loads(path.read_text())
    groups = {name: content[name] for name in ("victims", "perpetrators", "children", "others")}
    everybody = [each for group in groups.values() for each in group]

    parties = enter(content)

    counts = [sum(party.role == role for party in parties) for role in ("victim", "perpetrator", "child", "other")]
    assert counts == [len(group) for group in groups.values()]
    names = [each.get("name") or f"{each.get('forenames') or ''} {each.get('surname') or ''}" for each in everybody]
    assert [party.person.name.split()[-1:] for party in parties] == [name.split()[-1:] for name in names]
    assert sorted(map(unmasked, Phone.objects.values_list("number", flat=True))) == _numbers(everybody)
    assert OtherName.objects.count() == sum(len(each.get("aliases") or []) for each in everybody)
    homes = sum(len(each.get("addresses") or []) + bool(each.get("address")) for each in everybody)
    assert Address.objects.count() == homes
    exact = [each["dob"] for each in everybody if each.get("dob")]
    assert [str(party.person.born_from) for party in parties if party.person.born_precision == "exact"] == exact


def test_safety_of_a_phone_is_kept_as_said_and_unknown_stays_unknown(enter):
    phone = {
        "number": "07700 900 214",
        "whose": "own",
        "safe_to_call": False,
        "safe_to_text": True,
        "note": "Text first",
    }

    enter(_victim(phones=[phone]))

    found = Phone.objects.get()
    assert (found.number, found.note) == ("07700900214", "Text first")
    assert (found.safe_to_call, found.safe_to_text, found.safe_to_leave_message) == (False, True, None)


def test_a_confidential_address_stays_confidential_and_cannot_be_searched_for(enter):
    enter(_victim(addresses=[{"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True}]))

    assert (Address.objects.get().confidential, Address.objects.get().shown) == (True, "")
    (keys,) = search_keys([Described(postcodes=("ZZ1 1AA",), addresses=("5 Refuge Road",))])
    assert keys
    assert not SearchKey.objects.filter(value__in=keys).exists()


def test_a_known_person_is_linked_and_given_only_what_is_new(enter):
    home = {"text": "14 Lantern Row", "postcode": "ZZ3 7TB"}
    first = enter(_victim(dob="1991-04-03", addresses=[home], phones=[{"number": "07700900214"}]))[0].person
    again = _victim(
        surname="Delaney",
        dob="1991-04-04",
        occupation="Gardener",
        addresses=[{**home, "text": "14, Lantern Row", "postcode": "zz37tb"}, {"text": "2 Mill Lane"}],
        phones=[{"number": "+44 7700 900214"}, {"number": "07700900215"}],
    )

    party = enter(again, known={"victims[0]": first.pk})[0]

    person = Person.objects.get()
    assert party.person_id == first.pk
    assert (person.surname, person.born_from, person.occupation) == ("Tolliver", date(1991, 4, 3), "Gardener")
    assert [each.text for each in person.other_names.all()] == ["Hannah Delaney"]
    assert [each.text for each in person.addresses.order_by("pk")] == ["14 Lantern Row", "2 Mill Lane"]
    assert [each.number for each in person.phones.order_by("pk")] == ["07700900214", "07700900215"]
    assert person.search_keys.filter(value="name:delaney").exists()


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [(True, False, False), (False, True, False), (None, True, True), (True, None, True), (False, None, False)],
)
def test_where_referrals_disagree_a_number_is_not_safe(enter, before, after, kept):
    known = enter(_victim(phones=[{"number": "07700900214", "safe_to_call": before}]))[0].person

    enter(_victim(phones=[{"number": "07700900214", "safe_to_call": after}]), known={"victims[0]": known.pk})

    assert Phone.objects.get().safe_to_call is kept


def test_an_address_once_confidential_stays_so_for_the_child_too(enter):
    home = {"text": "5 Refuge Road", "postcode": "ZZ1 1AA"}
    known = enter(_victim(addresses=[{**home, "confidential": True}]))[0].person
    later = _victim(addresses=[home]) | {"children": [{"surname": "Tolliver", "address": home}]}

    enter(later, known={"victims[0]": known.pk})

    assert [each.confidential for each in Address.objects.all()] == [True, True]


def test_a_birth_known_in_part_is_made_exact_only_by_one_that_can_be_true(enter):
    known = enter(_victim(dob_raw="1991"))[0].person

    for dob in ("1975-01-01", "1991-04-03", "1991-05-05"):
        enter(_victim(dob=dob), known={"victims[0]": known.pk})

    known.refresh_from_db()
    assert (known.born_from, known.born_precision) == (date(1991, 4, 3), "exact")


def test_entering_the_same_referral_twice_with_its_people_linked_changes_nothing(enter, area):
    case, content = make.case(marac=area), json.loads(SAMPLES[0].read_text())
    first = enter(content, case=case)
    counts = [model.objects.count() for model in (Person, Party, Phone, Address, OtherName, SearchKey)]
    paths = [f"{group}[{n}]" for group in ("victims", "perpetrators", "children", "others") for n in range(9)]
    paths = [path for path in paths if int(path[-2]) < len(content[path[:-3]])]

    again = enter(content, case=case, known={path: party.person_id for path, party in zip(paths, first, strict=True)})

    assert [party.pk for party in again] == [party.pk for party in first]
    assert [model.objects.count() for model in (Person, Party, Phone, Address, OtherName, SearchKey)] == counts


def test_entering_is_refused_when_a_linked_person_is_not_in_the_referral(enter):
    known = enter(_victim())[0].person

    with pytest.raises(Refusal, match="Match its people again"):
        enter(_victim(), known={"victims[1]": known.pk})


def test_a_person_of_a_case_that_is_not_seen_cannot_be_linked(enter):
    elsewhere = make.marac()
    hidden = enter(_victim(), case=make.case(marac=elsewhere), viewer=make.system())[0].person

    with pytest.raises(Unseen):
        enter(_victim(), known={"victims[0]": hidden.pk})


def test_only_those_who_decide_on_referrals_enter_people(enter, area):
    with pytest.raises(NotAllowed):
        enter(_victim(), viewer=make.viewer(Role.REPRESENTATIVE, maracs=[area]))

    assert Person.objects.count() == 0


def test_the_trail_says_who_was_entered_in_which_case(enter, area):
    case = make.case(marac=area)

    party = enter(_victim(), case=case)[0]

    event = AuditEvent.objects.last()
    assert (event.name, event.case_id) == ("PeopleEntered", case.pk)
    assert event.details == {"person_ids": [party.person_id], "linked_ids": []}
