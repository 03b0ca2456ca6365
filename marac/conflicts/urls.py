"""Addresses of conflicts of interest."""

from django.urls import path

from marac.conflicts import views

app_name = "conflicts"
urlpatterns = [
    path("", views.suggestions, name="suggestions"),
    path("<int:pk>/", views.suggestion, name="suggestion"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/declare/", views.declare, name="declare"),
    path("cases/<int:pk>/people/<int:user>/", views.let_in, name="let-in"),
    path("mine/", views.mine, name="mine"),
    path("mine/<int:pk>/take-back/", views.take_back, name="take-back"),
]
