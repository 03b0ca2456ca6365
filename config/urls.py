"""Every address of the product, by topic."""

from django.urls import include, path

urlpatterns = [
    path("", include("marac.office.urls")),
    path("account/", include("marac.accounts.urls")),
    path("account/", include("marac.induction.urls")),
    path("account/", include("marac.signin.urls")),
    path("account/factors/", include("marac.sessions.urls")),
    path("account/", include("marac.byagency.urls")),
    path("account/", include("marac.invitations.urls")),
    path("account/", include("marac.staff.urls")),
    path("settings/", include("marac.directory.urls")),
    path("settings/", include("marac.connections.urls")),
    path("settings/", include("marac.mailboxes.urls")),
    path("inbox/", include("marac.inbox.urls")),
    path("actions/", include("marac.actions.urls")),
    path("research/", include("marac.research.urls")),
    path("flags/", include("marac.flags.urls")),
    path("documents/", include("marac.documents.urls")),
    path("sent/", include("marac.mail.urls")),
    path("minutes/", include("marac.minutes.urls")),
    path("people/", include("marac.people.urls")),
    path("people/", include("marac.joins.urls")),
    path("people/serial/", include("marac.serial.urls")),
    path("people/", include("marac.alongside.urls")),
    path("cases/", include("marac.households.urls")),
    path("corrections/", include("marac.corrections.urls")),
    path("meetings/", include("marac.meetings.urls")),
    path("attendance/", include("marac.attendance.urls")),
    path("conflicts/", include("marac.conflicts.urls")),
    path("disputes/", include("marac.disputes.urls")),
    path("emergency/", include("marac.emergency.urls")),
    path("records/", include("marac.records.urls")),
    path("taught-labels/", include("marac.lessons.urls")),
    path("trackers/", include("marac.trackers.urls")),
    path("trackers/", include("marac.imports.urls")),
    path("reports/", include("marac.reports.urls")),
    path("risk/", include("marac.risk.urls")),
    path("referrals/", include("marac.referrals.urls")),
    path("referrals/", include("marac.triage.urls")),
    path("referrals/", include("marac.drafts.urls")),
    path("referrals/", include("marac.calls.urls")),
    path("", include("marac.guests.urls")),
]
handler400 = "marac.office.views.desk.not_taken"
handler404 = "marac.office.views.desk.missing"
handler500 = "marac.office.views.desk.failed"
