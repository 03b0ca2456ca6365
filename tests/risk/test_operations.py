"""Assessments and judgements of a case: kept side by side, each as it was, with the numbers of its day."""

import re
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from marac import models as every
from marac.access.roles import Role
from marac.audit.models import Record
from marac.audit.operation import NotAllowed
from marac.directory import operations as directory
from marac.directory.models import SettingValue
from marac.drafts import operations as drafts
from marac.intake.tools import tool_named
from marac.referrals.models import Referral
from marac.referrals.queries import tool_of
from marac.risk import operations as risk
from marac.risk.models import Judgement, RiskAssessment
from marac.risk.queries import history, judgements
from marac.triage import operations as triage
from tests import make
from tests.minutes.area import made

pytestmark = pytest.mark.django_db
DASH = tool_named("dash-24")
MARAC = Path(every.__file__).parent
SORTED_BY_COUNT = re.compile(
    r"""(order_by\([^)]*|key=lambda[^)]*|sort\(attribute=[^)]*)\b\w*(?<![a-z])(yes|not_known|unanswered|threshold)\b"""
)
COUNTS = {"yes", "not_known", "unanswered", "threshold", "score", "grade"}


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def viewer(area):
    return make.viewer(maracs=[area])


@pytest.fixture
def case(area):
    return make.case(marac=area)


def assessed(viewer, case, answers, tool=DASH, **more):
    given = {"completed_on": None, "sources": {}, "comments": {}}
    return risk.assess(viewer=viewer, case=case, tool=tool, answers=answers, **given | more)


def submitted(area, content):
    """Written on our form and sent, as it comes to whoever decides."""
    sender = make.viewer(Role.REFERRER, maracs=[area], agency=make.agency(marac=area))
    made = drafts.begin(viewer=sender, marac=area)
    made = drafts.write(viewer=sender, referral=made, changes=content)
    return drafts.send(viewer=sender, referral=made)


# ---------------------------------------------------------------- what is kept
def test_an_assessment_keeps_each_answer_with_who_said_so_and_what_was_added(viewer, case):
    told = {"sources": {"injury": "Police log", "other": "x"}, "comments": {"injury": "A cut lip", "animals": " "}}

    answers = {"injury": "yes", "weapons": "dont_know", "sexual": "not_asked"}

    kept = assessed(viewer, case, answers | {"other": "yes"}, **told)

    assert (kept.yes, kept.not_known, kept.unanswered) == (1, 1, 22)
    assert kept.answers == answers
    assert (kept.sources, kept.comments) == ({"injury": "Police log"}, {"injury": "A cut lip"})
    assert kept.completed_by == viewer.name


def test_the_threshold_of_its_day_stays_with_an_assessment_when_the_area_sets_another(viewer, area, case):
    first = assessed(viewer, case, {"injury": "yes"})
    directory.change_setting(viewer=viewer, marac=area, name="high_risk_answers", value=10, from_on=viewer.today)

    second = assessed(viewer, case, {"injury": "yes"})

    assert [RiskAssessment.objects.get(pk=each.pk).threshold for each in (first, second)] == [14, 10]


def test_a_grade_is_kept_with_its_account_and_without_a_threshold(viewer, case):
    kept = assessed(viewer, case, {}, tool_named("graded"), grade="high", narrative="He decides what she eats.")

    assert (kept.grade, kept.narrative, kept.threshold) == ("high", "He decides what she eats.", None)


def test_whoever_may_not_assess_can_neither_assess_nor_judge(area, case):
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area])

    with pytest.raises(NotAllowed):
        assessed(viewer, case, {"injury": "yes"})
    with pytest.raises(NotAllowed):
        risk.judge(viewer=viewer, case=case, reasons="Fear")


# ---------------------------------------------------------------- what a referral brings
def test_an_accepted_referral_leaves_its_checklists_and_the_judgements_of_both_who_judged(viewer, area):
    answers = {f"checklist.answers.{key}": "yes" for key in ("injury", "stalking", "stalking_first")}
    told = {
        "checklist.sources.injury": "GP",
        "criteria.professional_judgement": True,
        "evidence.professional_judgement": "She whispers.",
        "referrer.name": "Jo Webb",
        "victims[0].surname": "Orme",
    }
    referral = submitted(area, answers | told)

    triage.accept(viewer=viewer, referral=referral, kind="new", reason="I agree with her.", known={})

    kept = {each.tool: (each.yes, each.threshold, each.sources) for each in RiskAssessment.objects.all()}
    assert kept == {"dash-24": (2, 14, {"injury": "GP"}), "stalking-11": (1, None, {})}
    said = list(Judgement.objects.order_by("pk").values_list("judged_by", "reasons"))
    assert said == [("Jo Webb", "She whispers."), (viewer.name, "I agree with her.")]


@pytest.mark.parametrize("answers", [{}, dict.fromkeys(DASH.keys, "blank")])
def test_a_written_count_is_kept_beside_answers_that_were_not_given_or_left_blank(viewer, area, answers):
    told = {"checklist": {"answers": answers, "score_stated": 18}, "victims": [{"surname": "Orme"}]}
    referral = made(Referral(marac=area, content=told, state="submitted", received_on=viewer.today))

    triage.accept(viewer=viewer, referral=referral, kind="new", reason="Extreme fear.", known={})

    (found,) = history(viewer, RiskAssessment.objects.get().case)
    assert (found.assessment.yes, found.assessment.answers, found.answers) == (18, {}, [])
    assert found.words == "18 of 24 yes; the answers themselves were not given; the threshold was 14"


def test_a_count_alone_of_a_checklist_that_has_gone_says_of_how_many_it_was(viewer, case):
    gone = RiskAssessment(case=case, tool="gone-30", tool_version="1", completed_on=viewer.today)
    gone.yes, gone.not_known, gone.unanswered = 18, 0, 30
    made(gone)

    assert history(viewer, case)[0].words.startswith("18 of 30 yes; the answers themselves were not given")


# ---------------------------------------------------------------- side by side
def test_the_history_has_the_newest_first_and_says_which_answers_moved(viewer, case):
    before = viewer.today - timedelta(days=40)
    assessed(viewer, case, dict.fromkeys(DASH.keys, "yes"), completed_on=before)
    assessed(viewer, case, dict.fromkeys(DASH.keys, "yes") | {"injury": "no", "money": "dont_know"})

    new, old = history(viewer, case)

    assert (new.assessment.yes, old.assessment.yes) == (22, 24)
    assert [(each.key, each.before, each.now) for each in new.moved] == [
        ("injury", "Yes", "No"),
        ("money", "Yes", "Not known"),
    ]
    assert (old.before, old.moved) == (None, [])


def test_two_tools_are_not_compared_with_each_other(viewer, case):
    assessed(viewer, case, {"injury": "yes"})
    assessed(viewer, case, {"injury": "no"}, tool_named("police-27"))

    assert [each.before for each in history(viewer, case)] == [None, None]


def test_a_version_that_has_gone_is_still_shown_and_not_compared(viewer, case):
    assessed(viewer, case, {"injury": "yes"}, replace(DASH, version="2009"))
    assessed(viewer, case, {"injury": "no"})

    assert [(each.of, each.before) for each in history(viewer, case)] == [(24, None), (24, None)]


def test_neither_a_count_nor_a_judgement_changes_the_other(viewer, case):
    score = assessed(viewer, case, {"injury": "no"})
    judged = risk.judge(viewer=viewer, case=case, reasons="Extreme fear.")
    assessed(viewer, case, dict.fromkeys(DASH.keys, "yes"))
    risk.judge(viewer=viewer, case=case, reasons="Still so.")

    assert RiskAssessment.objects.get(pk=score.pk).yes == 0
    assert Judgement.objects.get(pk=judged.pk).reasons == "Extreme fear."
    assert [each.reasons for each in judgements(viewer, case)] == ["Still so.", "Extreme fear."]


def test_no_record_is_in_order_of_a_count():
    ordered = {
        (model.__name__, str(name).lstrip("-"))
        for model in vars(every).values()
        if isinstance(model, type) and issubclass(model, Record)
        for name in model._meta.ordering
    }

    assert [(model, name) for model, name in ordered if COUNTS & set(name.split("__"))] == []


def test_nothing_in_the_product_sorts_by_a_count():
    sources = [path for path in MARAC.rglob("*") if path.suffix in (".py", ".html")]

    assert sorted({path.name for path in sources if SORTED_BY_COUNT.search(path.read_text(encoding="utf-8"))}) == []
    assert SORTED_BY_COUNT.search('Case.objects.order_by("-riskassessment__yes")')
    assert SORTED_BY_COUNT.search("sorted(found, key=lambda each: each.assessment.yes)")


# ---------------------------------------------------------------- licensed wording
WORDING = '[dash-24]\nedition = "Adult, 2015"\ndated_on = 2015-09-01\nlicence = "Held"\n[dash-24.words]\n' + "\n".join(
    f'{key} = "Licensed {key}?"' for key in DASH.keys
)


def test_the_wording_that_an_area_loads_from_a_file_is_asked_and_its_edition_stays_with_the_assessment(
    viewer, area, tmp_path
):
    file = tmp_path / "wording.toml"
    file.write_text(WORDING, encoding="utf-8")
    call_command("wording", file, name=area.name, start=viewer.today, stdout=StringIO())
    referral = submitted(area, {"checklist.answers.injury": "yes", "victims[0].surname": "Orme"})

    triage.accept(viewer=viewer, referral=referral, kind="new", reason="Fear.", known={})

    assert tool_of(referral, viewer.today).items[0].words == "Licensed injury?"
    assert RiskAssessment.objects.get().tool_version == "Adult, 2015"


def test_a_file_that_is_no_wording_is_refused_and_changes_nothing(area, tmp_path):
    file = tmp_path / "wording.toml"
    file.write_text("shoes = 3", encoding="utf-8")

    with pytest.raises(CommandError, match="no risk tool called shoes"):
        call_command("wording", file, name=area.name)
    assert not SettingValue.objects.filter(name="wordings").exists()
