"""Addresses of importing an old tracker."""

from django.urls import path

from marac.imports import views

app_name = "imports"
urlpatterns = [
    path("<int:pk>/import/", views.take_in, name="import"),
    path("<int:pk>/undo/", views.undo, name="undo"),
]
