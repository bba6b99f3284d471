"""Leak a handle under the leak detector. Run it with HPY=debug."""

import leaky
from hpy.debug import HPyLeakError, LeakDetector, set_handle_stack_trace_limit

set_handle_stack_trace_limit(16)
try:
    with LeakDetector():
        leaky.leak("a string that nobody closes")
except HPyLeakError as error:
    print(error)
