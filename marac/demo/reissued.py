"""The list of the next meeting went out again with the late case: half of the agencies have opened its second issue,
and the others are reminded of it today."""

from dataclasses import replace
from datetime import timedelta

from marac.caselists.operations import open_list, remind, send_list
from marac.demo.present import Present


def send_again(present: Present) -> None:
    yesterday = present.now.today - timedelta(days=1)
    sent = send_list(viewer=replace(present.now, today=yesterday), meeting=present.meeting)
    had = {each.agency_id for each in sent}
    for seat in [seat for seat in present.past.panel if seat.agency_id in had][::2]:
        open_list(viewer=present.agency_viewer(seat, present.now.today), meeting=present.meeting)
    remind(viewer=present.now, meeting=present.meeting)
