"""Addresses of the case list of a meeting, and of each issue of it."""

from django.urls import path

from marac.caselists import views

app_name = "caselists"
urlpatterns = [
    path("<int:pk>/case-list/", views.shown, name="one"),
    path("<int:pk>/case-list/word/", views.word, name="word"),
    path("<int:pk>/case-list/remind/", views.remind, name="remind"),
    path("issues/<int:pk>/", views.issue, name="issue"),
]
