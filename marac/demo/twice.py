"""People who are on record twice in the invented county, so that there is something to decide."""

from copy import deepcopy

from marac.access.viewer import the_system
from marac.demo.present import Content, Present, accept, told
from marac.identity.models import ToCompare
from marac.joins.due import compare_learned
from marac.referrals.models import Referral

MAIDEN_NAME = "Winterbourne"


def record_twice(present: Present) -> None:
    """A woman referred again under another surname, with day and month of her birth changed round, as nobody matched
    her; and with her a man whose first name was shortened."""
    before = Referral.objects.filter(marac=present.marac, kind=Referral.Kind.TRANSFER).latest("pk").content

    def change(content: Content) -> None:
        victim, perpetrator = (deepcopy(before[role][0]) for role in ("victims", "perpetrators"))
        victim["surname"] = MAIDEN_NAME
        victim["dob"] = victim["dob_raw"] = _turned(victim["dob"])
        perpetrator["addresses"] = []
        content |= {"victims": [victim], "perpetrators": [perpetrator], "children": [], "others": []}

    accept(present, "idva", told(present, "idva", present.then.today, change), known={})


def propose_pairs(present: Present) -> None:
    """As the tick does it."""
    while ToCompare.objects.exists():
        compare_learned(the_system(present.now.today))


def _turned(born: str) -> str:
    """Day and month changed round, where that is a date."""
    year, month, day = born.split("-")
    return f"{year}-{day}-{month}" if int(day) <= 12 else born
