"""Which session to end."""

from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from marac.sessions.places import Place
from marac.ui.fields import ChoiceField
from marac.ui.forms import Form


class EndSessionForm(Form):
    place = ChoiceField(label=_("Where"), missing=_("Choose where to sign out"))

    def __init__(self, *args: Any, places: Iterable[Place], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.places = {each.mark: each for each in places}
        self.fields["place"].choices = [(mark, _said(each)) for mark, each in self.places.items()]

    def clean_place(self) -> Place:
        return self.places[self.cleaned_data["place"]]


def _said(place: Place) -> str:
    seen = gettext("last used at %(time)s") % {"time": f"{localtime(place.seen_at):%H:%M}"}
    return ", ".join(each for each in (place.browser, place.network, seen) if each)
