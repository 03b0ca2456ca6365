"""Addresses of the standard actions and the text blocks of an area."""

from django.urls import path

from marac.library import views

app_name = "library"
urlpatterns = [
    path("<int:pk>/", views.all_standards, name="all"),
    path("<int:pk>/add/", views.add, name="add"),
    path("<int:pk>/of/<slug:code>/", views.change, name="change"),
    path("<int:pk>/of/<slug:code>/switch/", views.switch, name="switch"),
    path("<int:pk>/texts/", views.all_blocks, name="blocks"),
    path("<int:pk>/texts/add/", views.add_block, name="add-block"),
    path("<int:pk>/texts/of/<slug:block>/", views.change_block, name="change-block"),
    path("<int:pk>/texts/of/<slug:block>/switch/", views.switch_block, name="switch-block"),
]
