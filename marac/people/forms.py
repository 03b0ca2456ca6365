"""What is typed to correct a person: the fields of the record, the birth as written, and other names line by line."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.people.models import EthnicGroup, Person, Sex, Told
from marac.ui.fields import AnswerField, ChoiceField, DateField, LongTextField, TextField
from marac.ui.forms import Form


class PersonForm(Form):
    surname = TextField(label=_("Surname"), max_length=120)
    forenames = TextField(label=_("Forenames"), max_length=120)
    other_names = LongTextField(label=_("Other names"), hint=_("One on each line"), rows=3, max_length=2000)
    born = TextField(
        label=_("Date of birth"),
        hint=_("For example, 27/3/1990, March 1990, 1990 or about 60 years. Leave it blank if it is not known."),
        max_length=80,
        width="govuk-input--width-20",
    )
    sex = ChoiceField(label=_("Sex"), choices=Sex.choices)
    gender = TextField(label=_("Gender, in their own words"), max_length=60)
    ethnic_group = ChoiceField(label=_("Ethnic group"), choices=EthnicGroup.choices, listed=True)
    ethnicity = TextField(label=_("Ethnicity, as written"), max_length=120)
    lgbt = ChoiceField(label=_("LGBT+"), choices=Told.choices, listed=True)
    disabled = ChoiceField(label=_("Disabled"), choices=Told.choices, listed=True)
    disability = TextField(label=_("Disability, in words"), max_length=400)
    language = TextField(label=_("Language"), max_length=120)
    interpreter = AnswerField(label=_("Needs an interpreter"))
    occupation = TextField(label=_("Occupation"))
    gp = TextField(label=_("GP"))
    health_number = TextField(label=_("NHS or CHI number"), max_length=20, width="govuk-input--width-10")
    died_on = DateField(label=_("Date of death"), hint=_("Only if this person has died. For example, 27/3/2026"))

    @property
    def values(self) -> dict[str, Any]:
        """As `correct_person` takes them. A choice that was not sent is left as it is recorded."""
        found = dict(self.cleaned_data)
        found["other_names"] = [line.strip()[:200] for line in found["other_names"].splitlines() if line.strip()]
        choices = ("sex", "ethnic_group", "lgbt", "disabled")
        return {name: value for name, value in found.items() if value or name not in choices}


def initial_of(person: Person) -> dict[str, Any]:
    """What is recorded now, as the form shows it."""
    plain = {name: getattr(person, name) for name in PersonForm.base_fields if hasattr(Person, name)}
    other_names = "\n".join(each.text for each in person.other_names.all())
    return plain | {"born": person.born_as_written, "other_names": other_names}


class PhoneForm(Form):
    """Whether a number is safe. Blank is not known, and not known is never taken for safe."""

    safe_to_call = AnswerField(label=_("Safe to call"))
    safe_to_text = AnswerField(label=_("Safe to text"))
    safe_to_leave_message = AnswerField(label=_("Safe to leave a message"))
    whose = TextField(label=_("Whose number it is"), max_length=120)
    note = TextField(label=_("Note"), hint=_("Times, who answers, what to say"), max_length=400)
