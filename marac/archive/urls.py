"""The address of the search across past minutes."""

from django.urls import path

from marac.archive import views

app_name = "archive"
urlpatterns = [path("search/", views.search, name="search")]
