"""Addresses of invitations, of choosing one's password, and of what the office does for an account."""

from django.urls import path

from marac.invitations import views

app_name = "invitations"
urlpatterns = [
    path("people/add/", views.invite, name="invite"),
    path("people/<int:pk>/account/", views.account, name="account"),
    path("people/factor/<int:number>/", views.lost_factor, name="lost-factor"),
    path("people/<int:pk>/account/<str:way>/", views.change, name="change"),
    path("invitations/", views.invitations, name="all"),
    path("invitations/<str:token>/", views.invitation, name="link"),
    path("join/", views.join, name="join"),
    path("join/agency/", views.join_agency, name="join-agency"),
]
