"""Addresses of corrections: of a person, an address, a telephone number, and of somebody's part in a case."""

from django.urls import path

from marac.corrections.views import contact, parties, person

app_name = "corrections"
urlpatterns = [
    path("people/<int:pk>/", person.correct, name="person"),
    path("people/<int:pk>/addresses/", contact.add_address, name="add-address"),
    path("people/<int:pk>/phones/", contact.add_phone, name="add-phone"),
    path("addresses/<int:pk>/", contact.address, name="address"),
    path("addresses/<int:pk>/take-off/", contact.take_off_address, name="take-off-address"),
    path("phones/<int:pk>/", contact.phone, name="phone"),
    path("phones/<int:pk>/take-off/", contact.take_off_phone, name="take-off-phone"),
    path("cases/<int:pk>/", parties.add_party, name="add-party"),
    path("parties/<int:pk>/", parties.party, name="party"),
    path("parties/<int:pk>/take-off/", parties.take_off_party, name="take-off-party"),
]
