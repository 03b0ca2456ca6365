"""Addresses of the agenda of a meeting."""

from django.urls import path

from marac.agenda.views import order, saying

app_name = "agenda"
urlpatterns = [
    path("<int:pk>/", order.one, name="one"),
    path("<int:pk>/order/", order.work_out, name="order"),
    path("<int:pk>/back/", order.take_back, name="back"),
    path("<int:pk>/coming/", saying.coming, name="coming"),
    path("<int:pk>/slot/", saying.slot, name="slot"),
    path("items/<int:pk>/place/", order.place, name="place"),
    path("items/<int:pk>/free/", order.free, name="free"),
    path("items/<int:pk>/need/", saying.need, name="need"),
]
