"""Addresses of one's own account, and people with their roles."""

from django.urls import path

from marac.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.own, name="own"),
    path("kept/", views.kept, name="kept"),
    path("people/", views.people, name="people"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/roles/add/", views.give_role, name="give-role"),
    path("roles/<int:pk>/end/", views.end_role, name="end-role"),
]
