"""The base of every form: an operation can refuse it, and it lists its errors for the summary; and that of a file."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from marac.kernel.refusal import Refusal
from marac.ui.fields import ChoiceField
from marac.ui.refusals import said


class Form(forms.Form):
    """Input is the form's business, meaning is the rule's: an operation's `Refusal` goes back beside its field."""

    def refuse(self, refusal: Refusal) -> None:
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, said(refusal))

    @property
    def opened_at(self) -> int:
        """Of a form with a `revision`, the one that the page showed; a page that says none is older than any."""
        said = self.data.get(self.add_prefix("revision"), "")
        return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else -1

    def open_again_at(self, revision: int) -> None:
        """Somebody else saved meanwhile: what was typed stays, and the next press of the button stands over theirs."""
        self.data = self.data.copy()
        self.data[self.add_prefix("revision")] = str(revision)

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What was filled in, box by box, for whoever comes too late to have it saved."""
        shown = [box for box in self if not box.is_hidden] if self.is_bound else []
        return [(str(box.label), text) for box in shown if (text := _as_text(box))]

    @property
    def error_list(self) -> list[dict[str, Any]]:
        """Each error with the address of its field, as GOV.UK's error summary takes them."""
        found: list[dict[str, Any]] = [{"text": text} for text in self.non_field_errors()]
        for name, errors in self.errors.items():
            if name in self.fields:
                found += [{"text": text, "href": f"#{self[name].id_for_label}"} for text in errors]
        return found


def _as_text(box: forms.BoundField) -> str:
    """Words as they were typed; of a choice, the words beside it."""
    value = box.value()
    given = [str(each) for each in (value if isinstance(value, list | tuple) else [value]) if each not in (None, "")]
    choices = {str(key): str(words) for key, words in getattr(box.field, "choices", ())}
    return ", ".join(choices.get(each, each) for each in given).strip()


class ShownAgain(Form):
    """Once its outcome was shown, the same answers come back with `confirm`."""

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Each answer as it was typed, to be carried to the confirmation."""
        return [(name, self[name].value() or "") for name in self.fields]


class FileForm(Form):
    """A file that somebody brings in for one of their MARACs. A subclass asks for the `file`, and says how many
    bytes it may have and what is said of a larger one."""

    largest: int
    too_large: Any

    marac = ChoiceField(label=gettext_lazy("MARAC"), listed=True, missing=gettext_lazy("Choose the MARAC"))

    def __init__(self, *args: Any, maracs: Sequence[Any], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.maracs = {str(each.pk): each for each in maracs}
        self.fields["marac"].choices = [(key, each.name) for key, each in self.maracs.items()]
        self.fields["marac"].initial = next(iter(self.maracs), "")

    def clean_file(self) -> Any:
        """Looked at before it is taken into memory."""
        if self.cleaned_data["file"].size > self.largest:
            raise forms.ValidationError(self.too_large)
        return self.cleaned_data["file"]

    @property
    def given(self) -> dict[str, Any]:
        """For the operation that takes it in: the MARAC, the file's name and its bytes."""
        file = self.cleaned_data["file"]
        return {"marac": self.maracs[self.cleaned_data["marac"]], "name": file.name, "content": file.read()}
