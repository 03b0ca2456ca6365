"""What is typed to put right a person, where they live, how they are reached, and who they are in a case."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.corrections.queries import Offered
from marac.kernel.identifiers import display_phone
from marac.kernel.masked import unmasked
from marac.people.models import Address, EthnicGroup, Party, Person, Phone, Sex, Told
from marac.ui.fields import (
    AnswerField,
    ChoiceField,
    DateField,
    HiddenField,
    LongTextField,
    TextField,
    TickField,
    in_words,
)
from marac.ui.forms import Form

SOMEBODY_NEW = "new"


class RevisedForm(Form):
    """Carries the revision that the page was opened at. `newer` are fields saved meanwhile, beside what was typed.

    A form that is given no revision asks for something new.
    """

    revision = HiddenField()
    only_later: tuple[str, ...] = ("revision",)
    newer: Iterable[tuple[str, str, str]] = ()

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if "revision" not in self.initial:
            for name in self.only_later:
                del self.fields[name]

    @property
    def values(self) -> dict[str, Any]:
        return self.cleaned_data | ({"revision": self.opened_at} if "revision" in self.cleaned_data else {})

    def put_beside(self) -> None:
        """Show what is recorded now beside what was typed; to save again is then a choice made with both in sight."""
        typed = {name: (self.get_initial_for_field(each, name), each) for name, each in self.fields.items()}
        self.newer = [
            (str(each.label), shown(each, now), shown(each, self[name].value()))
            for name, (now, each) in typed.items()
            if name != "revision" and shown(each, now) != shown(each, self[name].value())
        ]
        self.open_again_at(self.initial["revision"])


def shown(field: forms.Field, value: Any) -> str:
    """A value in the words of its field."""
    if isinstance(field, TickField):
        return _("Yes") if value else _("No")
    prepared = field.prepare_value(value)
    words = "" if prepared is None else str(prepared).replace("\r\n", "\n").strip()
    return str(dict(getattr(field, "choices", ())).get(words, words))


class PersonForm(RevisedForm):
    surname = TextField(label=gettext_lazy("Surname"), max_length=120)
    forenames = TextField(label=gettext_lazy("Forenames"), max_length=120)
    other_names = LongTextField(
        label=gettext_lazy("Other names"), hint=gettext_lazy("One on each line"), rows=3, max_length=2000
    )
    born = TextField(
        label=gettext_lazy("Date of birth"),
        hint=gettext_lazy(
            "For example, 27/3/1990, March 1990, 1990 or about 60 years. Leave it blank if it is not known."
        ),
        max_length=80,
        width="govuk-input--width-20",
    )
    sex = ChoiceField(label=gettext_lazy("Sex"), choices=in_words(Sex.choices))
    gender = TextField(label=gettext_lazy("Gender, in their own words"), max_length=60)
    ethnic_group = ChoiceField(label=gettext_lazy("Ethnic group"), choices=in_words(EthnicGroup.choices), listed=True)
    ethnicity = TextField(label=gettext_lazy("Ethnicity, as written"), max_length=120)
    lgbt = ChoiceField(label=gettext_lazy("LGBT+"), choices=in_words(Told.choices), listed=True)
    disabled = ChoiceField(label=gettext_lazy("Disabled"), choices=in_words(Told.choices), listed=True)
    disability = TextField(label=gettext_lazy("Disability, in words"), max_length=400)
    language = TextField(label=gettext_lazy("Language"), max_length=120)
    interpreter = AnswerField(label=gettext_lazy("Needs an interpreter"))
    occupation = TextField(label=gettext_lazy("Occupation"))
    gp = TextField(label=gettext_lazy("GP"))
    health_number = TextField(label=gettext_lazy("NHS or CHI number"), max_length=20, width="govuk-input--width-10")
    died_on = DateField(
        label=gettext_lazy("Date of death"), hint=gettext_lazy("Only if this person has died. For example, 27/3/2026")
    )

    @property
    def values(self) -> dict[str, Any]:
        """As `correct_person` takes them. A choice that was not sent is left as it is recorded."""
        found = super().values
        found["other_names"] = [line.strip()[:200] for line in found["other_names"].splitlines() if line.strip()]
        choices = ("sex", "ethnic_group", "lgbt", "disabled")
        return {name: value for name, value in found.items() if value or name not in choices}


class AddressForm(RevisedForm):
    only_later = ("revision", "ended_on", "reason")
    text = TextField(label=gettext_lazy("Address, without the postcode"), max_length=400)
    postcode = TextField(label=gettext_lazy("Postcode"), max_length=10, width="govuk-input--width-10")
    kind = ChoiceField(
        label=gettext_lazy("Kind"), choices=in_words(Address.Kind.choices), missing=gettext_lazy("Choose a kind")
    )
    confidential = TickField(
        label=gettext_lazy("Confidential"),
        hint=gettext_lazy("Masked on every page and left out of every paper, for all in the case who live there."),
    )
    area = TextField(
        label=gettext_lazy("Area, if it is confidential"),
        hint=gettext_lazy("The one thing that is shown of it: a town or a council, never a street or a refuge"),
        max_length=80,
    )
    ended_on = DateField(
        label=gettext_lazy("Last day that they lived there"),
        hint=gettext_lazy("Only if they have moved out: it becomes a previous address. For example, 27/3/2026"),
    )
    reason = TextField(
        label=gettext_lazy("Why it is no longer confidential"),
        hint=gettext_lazy("Needed only if it was confidential and is not any more"),
        max_length=400,
    )


class PhoneForm(RevisedForm):
    """Whether a number is safe. Blank is not known, and not known is never taken for safe."""

    number = TextField(
        label=gettext_lazy("Number"),
        max_length=40,
        width="govuk-input--width-20",
        missing=gettext_lazy("Enter the telephone number"),
    )
    safe_to_call = AnswerField(label=gettext_lazy("Safe to call"))
    safe_to_text = AnswerField(label=gettext_lazy("Safe to text"))
    safe_to_leave_message = AnswerField(label=gettext_lazy("Safe to leave a message"))
    whose = TextField(label=gettext_lazy("Whose number it is"), max_length=120)
    note = TextField(
        label=gettext_lazy("Safe times, and what to say"), hint=gettext_lazy("And who may answer"), max_length=400
    )


class PartyForm(RevisedForm):
    role = ChoiceField(
        label=gettext_lazy("In this case they are"),
        choices=in_words(Party.Role.choices),
        missing=gettext_lazy("Choose who this person is in the case"),
    )
    to_victim = TextField(label=gettext_lazy("Relationship to the victim"), max_length=120)
    to_perpetrator = TextField(label=gettext_lazy("Relationship to the perpetrator"), max_length=120)
    in_household = AnswerField(label=gettext_lazy("Lives in the victim’s household"))
    unborn = TickField(label=gettext_lazy("Not born yet"))
    due_on = DateField(label=gettext_lazy("Due on"))
    school = TextField(label=gettext_lazy("School or nursery"))
    must_not_receive = TickField(
        label=gettext_lazy("Nothing about the case may reach this person"),
        hint=gettext_lazy("Always so for a perpetrator."),
    )
    note = TextField(label=gettext_lazy("Note"), max_length=400)


class AddPartyForm(PartyForm):
    """Somebody of those offered, or somebody new. `offered` carries along who has been offered so far."""

    offered = HiddenField()
    who = ChoiceField(label=gettext_lazy("Who it is"), missing=gettext_lazy("Choose a person, or Somebody new"))
    surname = TextField(label=gettext_lazy("Surname, if new"), max_length=120)
    forenames = TextField(label=gettext_lazy("Forenames, if new"), max_length=120)
    born = TextField(label=gettext_lazy("Date of birth, if new"), max_length=80, width="govuk-input--width-20")
    field_order = ("offered", "who", "surname", "forenames", "born")

    def offer(self, people: Iterable[Offered]) -> None:
        """Put these to choose from, and Somebody new."""
        given = [(str(each.person.pk), each.words) for each in people]
        self.fields["who"].choices = [*given, (SOMEBODY_NEW, _("Somebody new"))]
        if self.is_bound:
            self.data = self.data.copy()
            self.data["offered"] = ",".join(pk for pk, _words in given)


class ReasonForm(Form):
    """Why something is taken off."""

    reason = LongTextField(label=gettext_lazy("Why"), rows=2, max_length=400)


def initial_of(record: Person | Address | Phone | Party) -> dict[str, Any]:
    """What is recorded now, as its form shows it. A confidential address stays unsaid; a number is revealed first."""
    form = {Person: PersonForm, Address: AddressForm, Phone: PhoneForm, Party: PartyForm}[type(record)]
    plain = {name: getattr(record, name) for name in form.base_fields if hasattr(type(record), name)}
    if isinstance(record, Person):
        names = "\n".join(each.text for each in record.other_names.all())
        return plain | {"born": record.born_as_written, "other_names": names}
    if isinstance(record, Phone):
        words = {name: unmasked(plain[name]) for name in ("whose", "note")}
        return plain | words | {"number": display_phone(unmasked(record.number))}
    if isinstance(record, Address):
        words = {name: "" if record.confidential else unmasked(plain[name]) for name in ("text", "postcode")}
        return plain | words
    return plain
