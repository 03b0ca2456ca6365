"""In the invented county a man with two names harms three women: his records were joined, and it was confirmed."""

from copy import deepcopy

from marac.demo.present import Content, Present, accept, told
from marac.joins import operations as joins
from marac.joins.models import Pair
from marac.people.models import Party
from marac.referrals.models import Referral
from marac.serial import operations as serial
from marac.serial.rules import Verdict

SECOND, THIRD, ALIAS = "Marrickson", "Pellowe", "Vantongeren"
SAME = "One day of birth, one home and one telephone; his probation officer knows both names."
EACH = "Three women within the year, each met on line and kept from her friends within weeks."


def tell_of_another_name(present: Present) -> None:
    """The man who is in two cases is referred for a third woman under another surname, and nobody matched him."""
    victims = Party.objects.filter(role=Party.Role.VICTIM, case__marac=present.marac)
    of_second = victims.filter(person__surname=SECOND).latest("pk").case
    before = Referral.objects.filter(case=of_second).latest("pk").content

    def change(content: Content) -> None:
        him = deepcopy(before["perpetrators"][0]) | {"surname": ALIAS}
        content |= {"perpetrators": [him], "children": [], "others": []}
        content["victims"][0]["surname"] = THIRD

    accept(present, "idva", told(present, "idva", present.then.today, change), known={})


def confirm_serial(present: Present) -> None:
    """Somebody joined his two records, and confirmed it."""
    harming = Party.objects.filter(role=Party.Role.PERPETRATOR, case__marac=present.marac)
    alias = harming.filter(person__surname=ALIAS).latest("pk").person
    pair = Pair.objects.waiting().filter(second=alias).order_by("-weight")[0]
    joins.decide(viewer=present.now, pair=pair, verdict="same", reason=SAME)
    serial.decide(viewer=present.now, person=pair.first, verdict=Verdict.CONFIRMED, reason=EACH)
