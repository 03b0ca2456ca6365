"""Addresses of the room. A case at a meeting is named by the number of its place on the list."""

from django.urls import path

from marac.room.views import blocks, chair, live, table

app_name = "room"
urlpatterns = [
    path("cases/<int:pk>/", live.page, name="live"),
    path("cases/<int:pk>/since/", live.since, name="since"),
    path("cases/<int:pk>/line/", live.line, name="line"),
    path("cases/<int:pk>/text/", live.text, name="text"),
    path("cases/<int:pk>/action/", live.act, name="act"),
    path("cases/<int:pk>/block/", blocks.block, name="block"),
    path("cases/<int:pk>/begin/", live.begin, name="begin"),
    path("cases/<int:pk>/end/", live.end, name="end"),
    path("cases/<int:pk>/chair/", chair.page, name="chair"),
    path("cases/<int:pk>/chair/since/", chair.since, name="chair-since"),
    path("cases/<int:pk>/conflict/", table.conflict, name="conflict"),
    path("meetings/<int:pk>/", chair.shared, name="shared"),
    path("meetings/<int:pk>/since/", chair.shared_since, name="shared-since"),
    path("meetings/<int:pk>/now/", chair.now, name="now"),
]
