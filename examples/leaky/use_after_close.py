"""Use a closed handle, which ends the process. Run it with HPY=debug."""

import leaky
from hpy.debug import set_handle_stack_trace_limit

set_handle_stack_trace_limit(16)
leaky.use_after_close(42)
