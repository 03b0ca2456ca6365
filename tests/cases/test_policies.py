"""Every table that hangs from a case or a person has its policy in the second wall; those that have none are named."""

from django.apps import apps

from marac.cases.policies import NAMING_A_CASE, POLICIES, WITH_MARAC

MODELS = {model._meta.model_name: model for model in apps.get_app_config("marac").get_models()}
# An alert and a copy of minutes name a case or a meeting by number. Keys of a search hold names as they sound:
# what they lead to, the person, is behind the wall.
# Which numbers are one human being is asked for every viewer, and whom to compare by the system.
# A template of Word is a MARAC's, and its file hangs from no case.
WITHOUT = {"alert", "copy", "searchkey", "joined", "tocompare", "wordtemplate"}


def hanging() -> set[str]:
    """The models from which a chain of keys leads to a case or a person."""
    found = {"case", "person"}
    while True:
        more = {name for name, model in MODELS.items() if keys_of(model) & found} | found
        if more == found:
            return found
        found = more


def keys_of(model: type) -> set[str]:
    return {each.related_model._meta.model_name for each in model._meta.concrete_fields if each.related_model}


def test_every_table_that_hangs_from_a_case_or_a_person_has_its_policy():
    assert hanging() - set(POLICIES) == WITHOUT, "Give the table its policy in marac/cases/policies.py."


def test_every_table_of_the_wall_that_names_a_case_carries_what_the_rule_asks_of_it():
    assert {name for name in POLICIES if "case" in keys_of(MODELS[name])} == set(NAMING_A_CASE)


def test_the_wall_leaves_alone_the_column_that_a_model_has_itself():
    assert {name for name in NAMING_A_CASE if hasattr(MODELS[name], "case_marac")} == set(WITH_MARAC)
