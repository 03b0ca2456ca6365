"""Addresses of one person with all their records, and of records that may be of one person."""

from django.urls import path

from marac.joins import views

app_name = "joins"
urlpatterns = [
    path("<int:pk>/", views.person, name="person"),
    path("same/", views.pairs, name="pairs"),
    path("same/<int:pk>/", views.pair, name="pair"),
    path("same/<int:pk>/part/", views.part, name="part"),
]
