"""Addresses of disputed roles: one case's page, deciding, and who acts for whom."""

from django.urls import path

from marac.disputes import views

app_name = "disputes"
urlpatterns = [
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/dispute/", views.dispute, name="dispute"),
    path("cases/<int:pk>/acting/", views.acting, name="acting"),
    path("cases/<int:pk>/own/", views.own, name="own"),
    path("<int:pk>/decide/", views.decide, name="decide"),
    path("acting/<int:pk>/confirm/", views.confirm, name="confirm"),
    path("acting/<int:pk>/end/", views.end, name="end"),
]
