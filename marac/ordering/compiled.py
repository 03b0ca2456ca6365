"""What is compiled, by numba, and kept beside the code or where NUMBA_CACHE_DIR says: sets of cases and of agencies are
the bits of a whole number."""

from collections.abc import Callable
from typing import Any

import numba
from llvmlite import ir
from numba.extending import intrinsic

MOST = 62  # cases, and agencies that can wait: so many bits

compiled: Callable[[Callable[..., Any]], Any] = numba.njit(cache=True)


@intrinsic
def lowest(_typing: Any, _bits: Any) -> Any:
    """The number of the lowest bit of a set that is not empty."""

    def written(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 1))

    return numba.types.int64(numba.types.int64), written
