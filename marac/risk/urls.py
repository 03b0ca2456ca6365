"""Addresses of how the risk in a case was assessed."""

from django.urls import path

from marac.risk import views

app_name = "risk"
urlpatterns = [
    path("<int:pk>/", views.of_case, name="case"),
    path("<int:pk>/assess/<slug:tool>/", views.assess, name="assess"),
    path("<int:pk>/judge/", views.judge, name="judge"),
]
