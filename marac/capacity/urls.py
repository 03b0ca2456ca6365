"""Addresses of how full a meeting is."""

from django.urls import path

from marac.capacity import views

app_name = "capacity"
urlpatterns = [
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/longer/", views.longer, name="longer"),
    path("<int:pk>/second/", views.second, name="second"),
    path("items/<int:pk>/minutes/", views.minutes, name="minutes"),
    path("items/<int:pk>/listed-only/", views.listed_only, name="listed-only"),
    path("items/<int:pk>/discuss/", views.discuss, name="discuss"),
]
