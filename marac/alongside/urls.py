"""Addresses of cases beside each other."""

from django.urls import path

from marac.alongside import views

app_name = "alongside"
urlpatterns = [path("<int:pk>/cases/", views.person, name="person")]
