"""A counter-allegation in the invented county, of which nobody has said yet that it is disputed."""

from copy import deepcopy

from marac.demo.present import Content, Present, accept, told
from marac.people.models import Party
from marac.referrals.models import Referral

WHO = ("surname", "forenames", "dob", "dob_raw", "gender")


def tell_counter_allegation(present: Present) -> None:
    """The man of an earlier referral says, by his adviser, that it is she who harms him."""
    before = Referral.objects.filter(marac=present.marac, kind=Referral.Kind.TRANSFER).latest("pk")
    parties = dict(Party.objects.filter(case=before.case).values_list("role", "person"))

    def change(content: Content) -> None:
        people = {role: deepcopy(content[role][0]) for role in ("victims", "perpetrators")}
        for role, was in (("victims", "perpetrators"), ("perpetrators", "victims")):
            content[role] = [people[role] | {name: before.content[was][0].get(name) for name in WHO}]
        content |= {"children": [], "others": []}

    known = {"victims[0]": parties["perpetrator"], "perpetrators[0]": parties["victim"]}
    accept(present, "idva", told(present, "idva", present.then.today, change), known=known)
