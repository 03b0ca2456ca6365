"""The address at which a referral is decided: under the referral's own."""

from django.urls import path

from marac.triage import views

app_name = "triage"
urlpatterns = [path("<int:pk>/decide/", views.decide, name="decide")]
