"""What is typed on the live screen: a line as it is spoken, a box of the summary, an action, and a text block."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from marac.actions.models import Risk
from marac.actions.table import in_short
from marac.directory.models import Agency
from marac.kernel.refusal import Refusal
from marac.library.rules import Block
from marac.minutes.queries import TEXTS
from marac.minutes.rules import ABOUT, KNOWN, LINE_KINDS, MAY_BE_MINUTED
from marac.room.queries.blocks import Proposed
from marac.room.rules import agency_meant
from marac.ui.fields import ChoiceField, DateField, HiddenField, LongTextField, TextField, TickField, in_words
from marac.ui.forms import Form
from marac.ui.refusals import said


class LineForm(Form):
    """A line by the keyboard alone: a letter for its kind, a few for the agency. `key` is the page's name for it."""

    kind = ChoiceField(
        label=_("This is"),
        missing=_("Say whether this is fact, professional opinion or intelligence"),
        choices=in_words(LINE_KINDS.items()),
        listed=True,
    )
    agency = TextField(label=_("Agency"), missing=_("Say which agency gave this"))
    text = LongTextField(label=_("What was said"), rows=2, missing=_("Write what was said"))
    source = TextField(label=_("Source"))
    may_be_minuted = ChoiceField(
        label=_("May it be written in the minutes?"),
        missing=_("Say whether this may be written in the minutes"),
        choices=in_words(MAY_BE_MINUTED.items()),
        initial="yes",
        listed=True,
    )
    known = ChoiceField(
        label=_("Does the perpetrator know?"), choices=[("", _("Not said")), *in_words(KNOWN.items())], listed=True
    )
    about = ChoiceField(
        label=_("Is it about somebody else?"), choices=[("", _("No")), *in_words(ABOUT.items())], listed=True
    )
    dated_on = DateField(label=_("Date it refers to"), hint="")
    key = HiddenField()
    turn = HiddenField()

    def __init__(self, *args: Any, agencies: list[Agency], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.agencies = {each.pk: each for each in agencies}

    def clean_agency(self) -> Agency:
        names = {key: each.name for key, each in self.agencies.items()}
        try:
            return self.agencies[agency_meant(self.cleaned_data["agency"], names)]
        except Refusal as refusal:
            raise forms.ValidationError(said(refusal)) from refusal

    def clean_turn(self) -> int:
        given = self.cleaned_data["turn"]
        return int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else 1

    @property
    def line(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "turn")}


class SummaryForm(Form):
    spoke_for_victim = TextField(label=_("Who spoke for the victim"))
    wishes = LongTextField(label=_("What the victim wants"), rows=3)
    possible_harm = LongTextField(label=_("Possible harm to people or property"), rows=3)
    contributory = LongTextField(label=_("What adds to the risk"), rows=3)
    supportive = LongTextField(label=_("Safety plans and what supports"), rows=3)
    conclusion = LongTextField(label=_("Conclusion"), rows=3)
    who_tells = LongTextField(label=_("Who tells the victim, how and by when"), rows=2)
    revision = HiddenField()


class TextForm(Form):
    """One box of the summary as it is typed; `seen` are the texts that the page was given or has sent."""

    name = ChoiceField(choices=[(name, name) for name in TEXTS])
    text = LongTextField(rows=3)
    seen = LongTextField(rows=1, max_length=200_000)

    def clean_seen(self) -> list[str]:
        try:
            given = json.loads(self.cleaned_data["seen"] or "[]")
        except ValueError:
            given = []
        return [text for text in given if isinstance(text, str)] if isinstance(given, list) else []


class ChooseBlockForm(Form):
    block = ChoiceField(label=_("Text block"), listed=True, missing=_("Choose a text block"))

    def __init__(self, *args: Any, blocks: list[Block], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["block"].choices = [("", _("Choose")), *((each.code, each.name) for each in blocks)]
        self.fields["block"].widget.attrs["autofocus"] = True


class BlockForm(Form):
    """Its line, its risk, and a tick for each action that it proposes: what is not ticked is not agreed."""

    agency = ChoiceField(label=_("Which agency said it"), listed=True, missing=_("Say which agency gave this"))
    kind = ChoiceField(label=_("This is"), choices=in_words(LINE_KINDS.items()), listed=True, missing=_("Say which"))
    text = LongTextField(label=_("What was said"), rows=3, missing=_("Write what was said"))
    source = TextField(label=_("Source"))
    may_be_minuted = ChoiceField(
        label=_("May it be written in the minutes?"),
        missing=_("Say whether this may be written in the minutes"),
        choices=in_words(MAY_BE_MINUTED.items()),
        initial="yes",
        listed=True,
    )
    risk = ChoiceField(label=_("Which risk it tells of"), listed=True)
    new_risk = TextField(label=_("Or a risk not named yet"))

    def __init__(
        self,
        *args: Any,
        block: Block,
        wanted: list[Proposed],
        agencies: list[Agency],
        panel: list[Agency],
        risks: list[Risk],
        **rest: Any,
    ) -> None:
        named = next((each.pk for each in risks if each.kind == block.risk_kind), "")
        begins = {"kind": block.kind, "text": block.text, "risk": named, "new_risk": "" if named else block.risk}
        super().__init__(*args, initial=begins, **rest)
        self.block, self.wanted = block, wanted
        self.agencies = {str(each.pk): each for each in agencies}
        self.fields["agency"].choices = [("", _("Choose")), *((str(each.pk), each.name) for each in agencies)]
        self.fields["risk"].choices = [("", _("None named yet")), *((str(each.pk), in_short(each)) for each in risks)]
        for place, each in enumerate(wanted):
            self._ask_about(place, each, panel)

    def _ask_about(self, place: int, each: Proposed, panel: list[Agency]) -> None:
        doers = [("", _("Choose an agency")), *((str(agency.pk), agency.name) for agency in panel)]
        self.fields[f"agree_{place}"] = TickField(label=each.standard.task)
        self.fields[f"agency_{place}"] = ChoiceField(
            label=_("Who will do it"), listed=True, choices=doers, initial=str(each.agency_id or "")
        )
        self.fields[f"due_on_{place}"] = DateField(label=_("By when"), hint="", initial=each.due_on)
        if each.before:
            self.fields[f"different_{place}"] = TextField(
                label=_("This was agreed before: what is different this time")
            )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        for place in self._ticked(given):
            if not given.get(f"agency_{place}"):
                self.add_error(f"agency_{place}", _("Choose the agency that will do it"))
        return given

    def _ticked(self, given: dict[str, Any]) -> list[int]:
        return [place for place in range(len(self.wanted)) if given.get(f"agree_{place}")]

    @property
    def used(self) -> dict[str, Any]:
        """The answers as the operation takes them."""
        given = self.cleaned_data
        line = {name: given[name] for name in ("kind", "text", "source", "may_be_minuted")}
        return {
            "code": self.block.code,
            "line": line | {"agency": self.agencies[given["agency"]]},
            "risk": int(given["risk"]) if given["risk"] else None,
            "new_risk": given["new_risk"],
            "risk_kind": self.block.risk_kind,
            "confirmed": [self._confirmed(place) for place in self._ticked(given)],
        }

    def _confirmed(self, place: int) -> dict[str, Any]:
        given, standard = self.cleaned_data, self.wanted[place].standard
        return {
            "place": place,
            "agency": int(given[f"agency_{place}"]),
            "task": standard.task,
            "result": standard.result,
            "standard": standard.code,
            "due_on": given[f"due_on_{place}"],
            "different": given.get(f"different_{place}", ""),
        }

    @property
    def proposals(self) -> list[list[Any]]:
        """The boxes of each proposed action."""
        names = ("agree", "agency", "due_on", "different")
        return [
            [self[f"{name}_{place}"] for name in names if f"{name}_{place}" in self.fields]
            for place in range(len(self.wanted))
        ]
