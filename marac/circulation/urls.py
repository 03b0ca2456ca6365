"""Addresses of the steps by which minutes go out."""

from django.urls import path

from marac.circulation.views import actionlist, pdf, steps

app_name = "circulation"
urlpatterns = [
    path("meetings/<int:pk>/approve/", steps.approve, name="approve"),
    path("meetings/<int:pk>/issue/", steps.issue, name="issue"),
    path("meetings/<int:pk>/actions/", actionlist.actions, name="actions"),
    path("meetings/<int:pk>/actions/send/", actionlist.send_actions, name="send-actions"),
    path("meetings/<int:pk>/actions/word/", actionlist.actions_word, name="actions-word"),
    path("issues/<int:pk>/pdf/", pdf.pdf, name="pdf"),
    path("issues/<int:pk>/locked/", pdf.locked, name="locked"),
]
