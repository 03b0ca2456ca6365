"""Addresses of the steps by which minutes go out."""

from django.urls import path

from marac.circulation import views

app_name = "circulation"
urlpatterns = [
    path("meetings/<int:pk>/approve/", views.approve, name="approve"),
    path("meetings/<int:pk>/issue/", views.issue, name="issue"),
]
