"""Which minutes are searched: a year, a meeting, what one agency said or undertook."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.kernel.dates import format_date
from marac.ui.fields import ChoiceField
from marac.ui.forms import Form


class FilterForm(Form):
    year = ChoiceField(label=_("Year"), listed=True)
    meeting = ChoiceField(label=_("Meeting"), listed=True)
    agency = ChoiceField(label=_("Agency"), listed=True)

    def __init__(self, *args: Any, meetings: Sequence[tuple[int, date]], agencies: Sequence[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        years = sorted({on.year for _number, on in meetings}, reverse=True)
        self.fields["year"].choices = [("", _("All")), *((str(each), str(each)) for each in years)]
        self.fields["meeting"].choices = [("", _("All")), *((str(pk), format_date(on)) for pk, on in meetings)]
        self.fields["agency"].choices = [("", _("All")), *((each, each) for each in agencies)]
