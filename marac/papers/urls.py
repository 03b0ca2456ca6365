"""Addresses of the area's Word templates."""

from django.urls import path

from marac.papers import views

app_name = "papers"
urlpatterns = [
    path("", views.every, name="all"),
    path("<slug:paper>/upload/", views.upload, name="upload"),
    path("<slug:paper>/ours/", views.ours, name="ours"),
    path("templates/<int:pk>/", views.one, name="one"),
    path("templates/<int:pk>/preview/", views.preview, name="preview"),
    path("templates/<int:pk>/file/", views.file, name="file"),
    path("templates/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
]
