"""A text block for one case: chosen, then confirmed with each action that it proposes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from marac.access.requires import requires, visible_or_404
from marac.access.roles import Permission
from marac.cases.door import record_look
from marac.kernel.refusal import Refusal
from marac.library.rules import Block
from marac.meetings.models import AgendaItem
from marac.room.forms import BlockForm, ChooseBlockForm
from marac.room.operations.blocks import use_block
from marac.room.queries import blocks as queries
from marac.room.queries.live import stands


@requires(Permission.RUN_MEETINGS)
def block(request: HttpRequest, pk: int) -> HttpResponse:
    """Which one is in the address; without one, or with one that is gone, the list to choose from."""
    item = visible_or_404(AgendaItem, request.viewer, "case", "meeting", pk=pk)
    chosen = queries.block_at(item, request.GET.get("block", ""))
    if chosen is None:
        form = ChooseBlockForm(request.GET if "block" in request.GET else None, blocks=queries.blocks_at(item))
        return _page(request, item, "room/blocks.html", form=form)
    form = _form(request, item, chosen)
    if form.is_valid():
        try:
            use_block(viewer=request.viewer, item=item, **form.used)
            return redirect(f"{reverse('room:live', args=[item.pk])}?saved=block#said")
        except Refusal as refusal:
            form.refuse(refusal)
    return _page(request, item, "room/block.html", form=form, chosen=chosen)


def _form(request: HttpRequest, item: AgendaItem, chosen: Block) -> BlockForm:
    now = stands(request.viewer, item)
    return BlockForm(
        request.POST or None,
        block=chosen,
        wanted=queries.proposed(request.viewer, item, chosen),
        agencies=now.agencies,
        panel=now.panel,
        risks=now.risks,
    )


def _page(request: HttpRequest, item: AgendaItem, template: str, **shown: object) -> HttpResponse:
    record_look(request, "working minutes", case_id=item.case_id, restricted=item.case.restricted, item_id=item.pk)
    return render(request, template, {"item": item} | shown)
