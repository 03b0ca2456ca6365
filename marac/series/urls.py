"""Addresses of series of meetings, of a meeting that moves, and of who chairs."""

from django.urls import path

from marac.series.views import chairs, dates, plan

app_name = "series"
urlpatterns = [
    path("series/", plan.all_series, name="all"),
    path("series/plan/", plan.publish, name="publish"),
    path("series/<int:pk>/", dates.one, name="one"),
    path("series/<int:pk>/change/", plan.change, name="change"),
    path("series/<int:pk>/skip/", dates.skip, name="skip"),
    path("series/dates/<int:pk>/", dates.arrange, name="arrange"),
    path("<int:pk>/move/", dates.move, name="move"),
    path("chairs/<int:pk>/", chairs.chairs, name="chairs"),
    path("chairs/away/<int:pk>/take-back/", chairs.take_back, name="take-back-away"),
]
