"""The template environment: Jinja with GOV.UK's macros; a misspelt name raises, in production too."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined, Undefined
from jinja2.utils import missing

from marac.kernel.identifiers import display_phone
from marac.ui.refusals import said


class MissingName(StrictUndefined):
    """A name that does not exist raises, unless GOV.UK macros rely on it: a missing key, or no `caller`."""

    def __new__(cls, hint: str | None = None, obj: Any = missing, name: str | None = None, *rest: Any) -> Any:
        if isinstance(obj, Mapping) or name == "caller":
            return Undefined(hint, obj, name, *rest)
        return super().__new__(cls)


def environment(**options: Any) -> Environment:
    """Made once by Django; every topic's templates folder is in `options["loader"]`."""
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], govuk])
    made = Environment(
        **options | {"undefined": MissingName, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=False)
    made.globals.update(url=url, static=static, language=translation.get_language)
    # GOV.UK macros were written for Nunjucks, where these two are words of the language.
    made.globals.update(undefined=Undefined(name="undefined"), null=None)
    made.filters.update(day=day, short_day=short_day, moment=moment, phone=display_phone, yes_no=yes_no, said=said)
    made.filters.update(long=long, clock=clock)
    return made


def gettext(text: str, **values: Any) -> str:
    """The text in the reader's language. It comes out as text, not as markup: it may hold words of a document.

    Jinja's own marks every translation as markup, and takes a "%" in it for a place to be filled.
    """
    found = said(text)
    return found % values if values else found


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    return translation.ngettext(one, many, number) % ({"num": number} | values)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page by its name: url("cases:file", case.pk)."""
    return reverse(name, args=args, kwargs=kwargs)


def day(value: date | None) -> str:
    """22 November 2026; nothing for nothing."""
    return f"{value.day} {translation.gettext(value.strftime('%B'))} {value.year}" if value else ""


def short_day(value: date | None) -> str:
    """22 Nov 2026: for tables. Django's own words for months are small ones."""
    return f"{value.day} {translation.gettext(value.strftime('%b').lower()).title()} {value.year}" if value else ""


def moment(value: datetime | None) -> str:
    """22 November 2026, 14:05, in local time."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{day(local.date())}, {local:%H:%M}"


def long(minutes: int) -> str:
    """2 h 5 min: how long something takes."""
    hours, rest = divmod(minutes, 60)
    told = {"hours": f"{hours:,}", "minutes": rest}
    return translation.gettext("%(hours)s h %(minutes)s min" if hours else "%(minutes)s min") % told


def clock(value: datetime) -> str:
    """14:05, in local time."""
    return f"{timezone.localtime(value):%H:%M}"


def yes_no(value: bool | None) -> str:
    """Yes, No or Not known: an unanswered question is never shown as no."""
    return {True: translation.gettext("Yes"), False: translation.gettext("No"), None: translation.gettext("Not known")}[
        value
    ]
