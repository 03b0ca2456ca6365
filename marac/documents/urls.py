"""Addresses of documents."""

from django.urls import path

from marac.documents import views

app_name = "documents"
urlpatterns = [
    path("<int:pk>/", views.document, name="document"),
]
