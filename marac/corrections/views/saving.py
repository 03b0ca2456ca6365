"""How a page of corrections saves: what is refused stays typed, and a colleague's newer text comes beside it."""

from collections.abc import Callable
from typing import Any

from marac.audit.operation import Stale
from marac.corrections.forms import RevisedForm
from marac.kernel.refusal import Refusal


def saved(form: RevisedForm, act: Callable[..., Any], **given: Any) -> bool:
    """Whether the operation took the form's answers."""
    if not form.is_valid():
        return False
    try:
        act(**given, **form.values)
        return True
    except Stale as stale:
        form.put_beside()
        form.refuse(stale)
    except Refusal as refusal:
        form.refuse(refusal)
    return False
