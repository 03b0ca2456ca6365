"""Addresses of the trail: who looked at a case, what somebody did, the whole trail, and alerts."""

from django.urls import path

from marac.records import views

app_name = "records"
urlpatterns = [
    path("", views.oversight, name="oversight"),
    path("alerts/", views.alerts, name="alerts"),
    path("alerts/<int:pk>/", views.alert, name="alert"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("people/<int:pk>/", views.person, name="person"),
    path("trail/", views.trail, name="trail"),
]
