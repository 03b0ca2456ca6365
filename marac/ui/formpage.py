"""A page with one form on it: what it says of itself, and how the answers reach an operation."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from marac.kernel.refusal import Refusal


@dataclass(frozen=True)
class FormPage:
    """`back` is an address; `warning` colours the button of an act that takes something away. Without a button there is
    no form: there is nothing left to do."""

    heading: str
    button: str
    back: str
    caption: str = ""
    intro: str = ""
    warning: bool = False


def done(form: Any, act: Callable[..., Any], **given: Any) -> Any:
    """What the operation gave for the form's answers; None if it refused, with the refusal in the form."""
    try:
        return act(**given, **form.cleaned_data) or True
    except Refusal as refusal:
        form.refuse(refusal)
        return None
