"""Addresses of the connections to agencies' own sign-in services."""

from django.urls import path

from marac.connections import views

app_name = "connections"
urlpatterns = [
    path("connections/", views.connections, name="all"),
    path("connections/<int:agency_pk>/", views.connection, name="one"),
    path("connections/<int:agency_pk>/set-up/", views.set_up, name="set-up"),
    path("connections/<int:agency_pk>/<str:way>/", views.switch, name="switch"),
]
