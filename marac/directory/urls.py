"""Addresses of settings, agencies with their seats, and bank holidays."""

from django.urls import path

from marac.directory.views import agencies, holidays, profile

app_name = "directory"
urlpatterns = [
    path("", profile.maracs, name="maracs"),
    path("<int:pk>/", profile.settings, name="settings"),
    path("<int:pk>/rules/<slug:name>/", profile.change, name="change"),
    path("changes/<int:pk>/take-back/", profile.withdraw, name="withdraw"),
    path("<int:pk>/agencies/", agencies.agencies, name="agencies"),
    path("<int:pk>/agencies/add/", agencies.add_agency, name="add-agency"),
    path("<int:pk>/agencies/<int:agency_pk>/seat/", agencies.seat, name="seat"),
    path("seats/<int:pk>/end/", agencies.end_seat, name="end-seat"),
    path("bank-holidays/", holidays.holidays, name="holidays"),
]
