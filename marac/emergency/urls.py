"""Addresses of emergencies: opening a case, and reviewing what was opened."""

from django.urls import path

from marac.emergency import views

app_name = "emergency"
urlpatterns = [
    path("", views.open_case, name="open"),
    path("reviews/", views.reviews, name="reviews"),
    path("reviews/<int:pk>/", views.review, name="review"),
    path("reviews/<int:pk>/reviewer/", views.reviewer, name="reviewer"),
    path("reviews/<int:pk>/end/", views.end, name="end"),
]
