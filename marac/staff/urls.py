"""Addresses of those who leave, move, stand in, and are confirmed."""

from django.urls import path

from marac.staff import views

app_name = "staff"
urlpatterns = [
    path("people/confirm/", views.confirm, name="confirm"),
    path("people/<int:pk>/leave/", views.leave, name="leave"),
    path("people/<int:pk>/move/", views.move, name="move"),
    path("roles/<int:pk>/cover/", views.cover, name="cover"),
    path("contacts/", views.contacts, name="contacts"),
    path("handovers/<int:number>/", views.handover, name="handover"),
]
