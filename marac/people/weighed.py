"""How likely two are one person, and why, said on a page: words first, and how much each says in bits."""

from django.utils.translation import gettext as _

from marac.matching.likeness import Weighed
from marac.ui.refusals import said


def how_likely(weighed: Weighed) -> str:
    return _("%(hundred)s in 100 that it is the same person") % {"hundred": weighed.in_hundred}


def reasons_in_words(weighed: Weighed) -> str:
    """ "For: same surname (+10.3). Against: different address (-1.2)" """
    told = [(_("For: %(reasons)s"), True), (_("Against: %(reasons)s"), False)]
    found = [(words, [each for each in weighed.reasons if (each.bits > 0) is speaks]) for words, speaks in told]
    return ". ".join(
        words % {"reasons": "; ".join(f"{said(each.words)} ({each.bits:+.1f})" for each in some)}
        for words, some in found
        if some
    )
