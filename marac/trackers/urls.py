"""Addresses of old trackers: numbers only."""

from django.urls import path

from marac.trackers import views

app_name = "trackers"
urlpatterns = [
    path("", views.every, name="all"),
    path("upload/", views.upload, name="upload"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/sheets/<int:sheet>/", views.columns, name="columns"),
    path("<int:pk>/agencies/", views.agencies, name="agencies"),
    path("<int:pk>/leave-out/", views.leave_out, name="leave_out"),
    path("rows/<int:pk>/", views.row, name="row"),
    path("rows/<int:pk>/correct/", views.correct, name="correct"),
]
