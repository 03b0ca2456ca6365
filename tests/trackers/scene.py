"""Whoever imports, and the agencies that the old trackers name."""

import pytest

from marac.trackers import operations
from marac.trackers.models import Line
from tests import make
from tests.trackers import legacy


@pytest.fixture
def agencies(area):
    return {name: make.agency(name, marac=area) for name in ("Agency Police", "Agency Housing", "Agency Children")}


@pytest.fixture
def ready(area, coordinator, agencies):
    """A workbook uploaded, its agencies named, what cannot be read left out, and every question answered: of its own
    unless it says `same`."""

    def make_ready(name: str, *, same: bool = False):
        tracker = operations.read_tracker(
            viewer=coordinator, marac=area, name=f"{name}.xlsx", content=legacy.ALL[name]()
        )
        short = {"Police": "Agency Police", "Housing": "Agency Housing", "Children": "Agency Children"}
        meant = {word: agencies[full] for word, full in short.items()}
        operations.teach_agencies(viewer=coordinator, tracker=tracker, names=meant)
        operations.leave_out_bad(viewer=coordinator, tracker=tracker)
        settle(coordinator, tracker, same=same)
        return tracker

    return make_ready


def settle(viewer, tracker, *, same: bool) -> None:
    while (line := tracker.lines.filter(standing=Line.Standing.ASKS).first()) is not None:
        target = next(each for each in line.likely if "reason" in each)
        if not same:
            operations.choose(viewer=viewer, line=line, choice="own")
        elif "line" in target:
            operations.choose(viewer=viewer, line=line, choice="same", with_line=Line.objects.get(pk=target["line"]))
        else:
            case = Line.case.field.related_model.objects.get(pk=target["case"])
            operations.choose(viewer=viewer, line=line, choice="same", case=case)
