"""Addresses of the form and of where referrals stand: under the referral's own, by numbers only."""

from django.urls import path

from marac.drafts.views import form, ours

app_name = "drafts"
urlpatterns = [
    path("ours/", ours.ours, name="ours"),
    path("ours/<int:pk>/", ours.standing, name="standing"),
    path("ours/<int:pk>/withdraw/", ours.take_back, name="take-back"),
    path("begin/", form.begin, name="begin"),
    path("<int:pk>/form/", form.tasks, name="tasks"),
    path("<int:pk>/form/check/", form.check, name="check"),
    path("<int:pk>/form/give-up/", form.give_up, name="give-up"),
    path("<int:pk>/form/<slug:slug>/", form.step, name="step"),
]
