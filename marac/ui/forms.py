"""The base of every form: it can be refused by an operation, and lists its errors for the summary."""

from typing import Any

from django import forms

from marac.kernel.refusal import Refusal
from marac.ui.refusals import said


class Form(forms.Form):
    """Input is the form's business, meaning is the rule's: an operation's `Refusal` goes back beside its field."""

    def refuse(self, refusal: Refusal) -> None:
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, said(refusal))

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
