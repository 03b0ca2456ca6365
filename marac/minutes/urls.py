"""Addresses of minutes. A case on a meeting's list is named by the number of its place on the list."""

from django.urls import path

from marac.minutes import views

app_name = "minutes"
urlpatterns = [
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    path("meetings/<int:pk>/agenda/", views.agenda, name="agenda"),
    path("cases/<int:pk>/", views.take, name="take"),
    path("cases/<int:pk>/line/", views.add_line, name="add-line"),
    path("lines/<int:pk>/", views.correct, name="correct"),
    path("lines/<int:pk>/strike/", views.strike, name="strike"),
    path("issues/<int:pk>/", views.read, name="read"),
    path("issues/<int:pk>/word/", views.word, name="word"),
]
