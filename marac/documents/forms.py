"""What is asked before somebody opens a referral or message as it came, or a clean copy of it."""

from typing import Any

from django.utils.translation import gettext_lazy

from marac.cleaning.copy import has_clean_copy
from marac.ui.fields import ChoiceField, TextField
from marac.ui.forms import Form

CLEAN, ORIGINAL = "clean", "original"


class OpenForm(Form):
    """Of a mail there is no clean copy, so nothing is asked about it."""

    copy = ChoiceField(
        label=gettext_lazy("Which file"),
        missing=gettext_lazy("Choose which file"),
        choices=[
            (
                CLEAN,
                gettext_lazy("A clean copy, to give on: without earlier versions, comments and hidden text"),
            ),
            (ORIGINAL, gettext_lazy("The file exactly as it came")),
        ],
        initial=CLEAN,
    )
    reason = TextField(
        label=gettext_lazy("Why you open it"),
        hint=gettext_lazy("It stands in the trail with your name."),
        missing=gettext_lazy("Say why you open it"),
        max_length=400,
    )

    def __init__(self, *args: Any, name: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not has_clean_copy(name):
            del self.fields["copy"]

    @property
    def given(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"], "clean": self.cleaned_data.get("copy") == CLEAN}
