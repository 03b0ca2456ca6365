"""The product as gunicorn serves it, saying of each answer how long the server had it, and how long it worked."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from config.wsgi import application as product


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """In milliseconds: `all` by the clock, waiting for others of this process in it; `work` of this thread alone."""
    began, worked = time.perf_counter(), time.thread_time()

    def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        took, work = time.perf_counter() - began, time.thread_time() - worked
        headers.append(("Server-Timing", f"all;dur={took * 1000:.3f}, work;dur={work * 1000:.3f}"))
        return start_response(status, headers, *rest)

    return product(environ, start)
