"""Addresses of minutes, but for taking them (marac/room)."""

from django.urls import path

from marac.minutes import views

app_name = "minutes"
urlpatterns = [
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    path("meetings/<int:pk>/agenda/", views.agenda, name="agenda"),
    path("lines/<int:pk>/", views.correct, name="correct"),
    path("lines/<int:pk>/strike/", views.strike, name="strike"),
    path("issues/<int:pk>/", views.read, name="read"),
    path("issues/<int:pk>/word/", views.word, name="word"),
]
