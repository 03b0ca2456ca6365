"""Addresses of signing in by one's agency, and of linking one's account there."""

from django.urls import path

from marac.byagency import views

app_name = "byagency"
urlpatterns = [
    path("sign-in/agency/", views.agencies, name="agencies"),
    path("sign-in/agency/answer/", views.answer, name="answer"),
    path("sign-in/agency/<int:connection>/", views.enter, name="enter"),
    path("sign-in/again/agency/<int:connection>/", views.again, name="again"),
    path("factors/agency/<int:connection>/", views.begin_link, name="begin-link"),
    path("factors/agency/link/", views.link, name="link"),
    path("factors/agency/<int:connection>/unlink/", views.unlink, name="unlink"),
]
