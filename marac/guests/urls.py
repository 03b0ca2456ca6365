"""Addresses of the office's links, and those that open without signing in: no number of a referral stands in them."""

from django.urls import path

from marac.guests.views import form, office

app_name = "guests"
urlpatterns = [
    path("referrals/links/", office.links, name="all"),
    path("referrals/links/make/", office.make, name="make"),
    path("referrals/links/<int:pk>/withdraw/", office.withdraw, name="withdraw"),
    path("form/<str:token>/open/", form.link, name="link"),
    path("form/", form.code, name="code"),
    path("form/parts/", form.tasks, name="tasks"),
    path("form/parts/<slug:slug>/", form.step, name="step"),
    path("form/check/", form.check, name="check"),
    path("form/received/", form.received, name="received"),
]
