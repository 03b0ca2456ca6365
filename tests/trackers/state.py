"""All that is recorded, row by row, but for the trail and for what the tracker itself keeps."""

from django.apps import apps

from marac.audit.models import Record

OWN = {"Tracker", "Line", "Made", "Lesson", "Document"}


def everything() -> dict[str, list[tuple]]:
    models = [model for model in apps.get_app_config("marac").get_models() if issubclass(model, Record)]
    return {
        model.__name__: sorted(repr(_fields(each)) for each in model._default_manager.all())
        for model in models
        if model.__name__ not in OWN
    }


def without_numbers() -> dict[str, list[str]]:
    """The same without keys of rows, which are never given twice."""
    models = [model for model in apps.get_app_config("marac").get_models() if issubclass(model, Record)]
    return {
        model.__name__: sorted(
            repr([(field.name, field.get_prep_value(getattr(each, field.attname))) for field in _told(model)])
            for each in model._default_manager.all()
        )
        for model in models
        if model.__name__ not in OWN
    }


def _fields(each) -> list:
    return [(field.name, field.get_prep_value(getattr(each, field.attname))) for field in each._meta.concrete_fields]


def _told(model) -> list:
    return [field for field in model._meta.concrete_fields if not field.is_relation and not field.primary_key]
