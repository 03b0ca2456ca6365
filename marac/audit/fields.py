"""A field that a model declares as sealed: its value is under a mask from the moment that it is set or read."""

from typing import Any

from django.db import models
from django.db.models.query_utils import DeferredAttribute

from marac.kernel.masked import masked, unmasked


class _Mask(DeferredAttribute):
    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = masked(value)


class MaskedField(models.CharField):  # type: ignore[type-arg]
    """Text that only a recorded act reveals. Records, `values()` and forms give it masked, and so does the trail."""

    descriptor_class = _Mask

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        return masked(value)

    def to_python(self, value: Any) -> Any:
        return masked(value)

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else unmasked(value)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        """The validators look at the text."""
        text = unmasked(value)
        self.validate(text, model_instance)
        self.run_validators(text)
        return masked(text)
