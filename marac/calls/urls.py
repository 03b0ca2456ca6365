"""Addresses of calls: under the referrals', by numbers only."""

from django.urls import path

from marac.calls import views

app_name = "calls"
urlpatterns = [
    path("calls/begin/", views.begin, name="begin"),
    path("calls/<int:pk>/", views.take, name="take"),
    path("calls/<int:pk>/read-back/", views.read_back, name="read-back"),
    path("calls/<int:pk>/ring-back/", views.ring_back, name="ring-back"),
    path("<int:pk>/call/", views.go_on, name="continue"),
]
