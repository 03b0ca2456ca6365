"""Addresses of the referrals' pages: numbers only."""

from django.urls import path

from marac.referrals import views

app_name = "referrals"
urlpatterns = [
    path("", views.every, name="all"),
    path("upload/", views.upload, name="upload"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/review/", views.review, name="review"),
    path("<int:pk>/review/show/", views.show, name="show"),
    path("<int:pk>/review/cover/", views.cover, name="cover"),
    path("<int:pk>/reveal/", views.reveal, name="reveal"),
    path("<int:pk>/review/checked/", views.checked, name="checked"),
    path("<int:pk>/review/teach/", views.teach, name="teach"),
    path("<int:pk>/review/remove/", views.remove, name="remove"),
]
