"""Addresses of the MARACs' mailboxes."""

from django.urls import path

from marac.mailboxes import views

app_name = "mailboxes"
urlpatterns = [
    path("mailboxes/", views.mailboxes, name="all"),
    path("mailboxes/<int:pk>/", views.mailbox, name="one"),
    path("mailboxes/<int:pk>/set-up/", views.set_up, name="set-up"),
    path("mailboxes/<int:pk>/<str:way>/", views.switch, name="switch"),
]
