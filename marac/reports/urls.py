"""Addresses of the quarterly return and of the figures."""

from django.urls import path

from marac.reports import views

app_name = "reports"
urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/<str:part>/", views.figures_file, name="figures-file"),
    path("return/", views.choose, name="return"),
    path("return/<int:pk>/<str:quarter>/", views.quarter, name="quarter"),
    path("return/<int:pk>/<str:quarter>/template/", views.template, name="template"),
    path("return/<int:pk>/<str:quarter>/workbook/", views.download, name="download"),
    path("return/<int:pk>/<str:quarter>/<str:letter>/", views.cases, name="cases"),
    path("return/<int:pk>/<str:quarter>/<str:letter>/<int:meeting>/", views.cases, name="cases-of-meeting"),
]
