"""Addresses of flags."""

from django.urls import path

from marac.flags import views

app_name = "flags"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<int:pk>/confirm/", views.confirm, name="confirm"),
    path("<int:pk>/removed/", views.removed, name="removed"),
    path("gaps/", views.gaps, name="gaps"),
    path("cases/<int:pk>/", views.ask, name="ask"),
    path("cases/<int:pk>/remove/", views.remove, name="remove"),
]
