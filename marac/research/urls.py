"""Addresses of research."""

from django.urls import path

from marac.research import views

app_name = "research"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/nothing-held/", views.nothing_held, name="nothing-held"),
    path("findings/<int:pk>/informant/", views.reveal_informant, name="reveal-informant"),
    path("meetings/<int:pk>/", views.grid, name="grid"),
    path("meetings/<int:pk>/ask/", views.ask, name="ask"),
]
