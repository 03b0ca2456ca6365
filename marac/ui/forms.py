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
    def error_list(self) -> list[dict[str, Any]]:
        """Each error with the address of its field, as GOV.UK's error summary takes them."""
        found: list[dict[str, Any]] = [{"text": text} for text in self.non_field_errors()]
        for name, errors in self.errors.items():
            if name in self.fields:
                found += [{"text": text, "href": f"#{self[name].id_for_label}"} for text in errors]
        return found
