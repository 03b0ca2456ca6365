"""Addresses of the action log."""

from django.urls import path

from marac.actions import views

app_name = "actions"
urlpatterns = [
    path("", views.all_actions, name="all"),
    path("<int:pk>/", views.one, name="one"),
    path("agree/<int:pk>/", views.agree, name="agree"),
    path("<int:pk>/review/", views.review, name="review"),
    path("<int:pk>/reopen/", views.reopen, name="reopen"),
]
