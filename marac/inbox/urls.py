"""Addresses of the inbox: numbers only."""

from django.urls import path

from marac.inbox import views

app_name = "inbox"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("upload/", views.upload, name="upload"),
    path("looks/", views.looks, name="looks"),
    path("looks/<int:pk>/", views.look_through, name="look-through"),
    path("<int:pk>/", views.one, name="one"),
    path("<int:pk>/referral/", views.referral, name="referral"),
    path("<int:pk>/correspondence/", views.correspondence, name="correspondence"),
    path("<int:pk>/put-back/", views.put_back, name="put-back"),
    path("<int:pk>/information/", views.information, name="information"),
    path("<int:pk>/research/", views.research, name="research"),
    path("<int:pk>/action/", views.action, name="action"),
    path("<int:pk>/not-ours/", views.not_ours, name="not-ours"),
]
