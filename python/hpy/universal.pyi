"""Load HPy extensions, and reach the debug and trace runtimes behind them."""

from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Final, Optional, Union, final

from hpy.debug._settings import Settings

MODE_UNIVERSAL: Final = 0
MODE_DEBUG: Final = 1
MODE_TRACE: Final = 2
MODE_DEBUG_TRACE: Final = 3

_debug: _DebugModule
_fail: _FailModule
_trace: _TraceModule

def load(name: str, path: str, spec: ModuleSpec, debug: bool = False, mode: int = -1) -> ModuleType:
    """Load the extension module *name* from the shared library at *path*.

    A *mode* above 0 (one of the ``MODE_`` constants) overrides *debug*. The module is not put into ``sys.modules``.

    Raises RuntimeError when the library cannot be loaded, has no HPy entry points, or was built for another ABI
    version, and whatever the module's own initialization raises.
    """

def _load_bootstrap(
    name: str,
    ext_name: str,
    package: Optional[str],
    file: str,
    loader: Any,
    spec: ModuleSpec,
    env: Mapping[str, str],
) -> ModuleType:
    """Load an extension on behalf of the stub that HPy's build writes beside it.

    The mode comes from ``HPY`` in *env*: a mode, or ``module:mode`` pairs separated by commas. With ``HPY_LOG`` in
    *env* the load is announced on stdout.

    Raises ValueError for an ``HPY`` that names no mode, and what ``load`` raises.
    """

def get_version() -> tuple[str, str]:
    """The version of HPy whose ABI and behaviour this is, and the revision it was built from."""

@final
class _OpenHandles:
    """Open handles that were found, without an object for each."""

    def __len__(self) -> int:
        """How many there are."""
    def handles(self) -> list[_DebugHandle]:
        """All of them, oldest first."""

@final
class _DebugHandle:
    """``hpy.universal._debug.DebugHandle``: a handle of debug mode, open or closed.

    Handles are equal when their ``id`` is.
    """

    @property
    def obj(self) -> Any:
        """The object that the handle refers to, None when it is closed."""
    @property
    def id(self) -> int:
        """A number that no other open handle has. A handle opened after this one was closed may get it."""
    @property
    def is_closed(self) -> bool:
        """Whether the handle was closed."""
    @property
    def raw_data_size(self) -> int:
        """Bytes of memory kept for the buffer that was taken from this handle, -1 when there is none."""
    def _force_close(self) -> None:
        """Close the handle as the extension should have. For tests."""

class _DebugModule(ModuleType):
    DebugHandle: type[_DebugHandle]

    def new_generation(self) -> int:
        """Start a generation of handles and return its number."""
    def get_open_handles(self, generation: int, /) -> list[_DebugHandle]:
        """The open handles born in *generation* or later, oldest first."""
    def find_open_handles(self, generation: int, /) -> _OpenHandles:
        """What get_open_handles returns, without making an object of each handle."""
    def get_closed_handles(self, generation: int = 0, /) -> list[_DebugHandle]:
        """The remembered closed handles born in *generation* or later, in the order they were closed."""
    def get_closed_handles_queue_max_size(self) -> int:
        """How many closed handles are remembered."""
    def set_closed_handles_queue_max_size(self, size: int, /) -> None:
        """Set how many closed handles are remembered."""
    def get_protected_raw_data_max_size(self) -> int:
        """Bytes of inaccessible memory kept, in all, for the buffers of closed handles."""
    def set_protected_raw_data_max_size(self, size: int, /) -> None:
        """Set how many bytes of inaccessible memory are kept for the buffers of closed handles."""
    def set_on_invalid_handle(self, callback: Optional[Callable[[], object]], /) -> None:
        """Call *callback* when a handle is misused, and go on; None brings back the report and the abort.

        Raises TypeError when *callback* is neither None nor callable.
        """
    def set_on_invalid_builder_handle(self, callback: Optional[Callable[[], object]], /) -> None:
        """Call *callback* when a builder is used after it was built or cancelled; None brings back the abort.

        Raises TypeError when *callback* is neither None nor callable.
        """
    def get_open_resources(self, generation: int, /) -> list[str]:
        """Describe the builders and trackers made in *generation* or later that were never ended."""

    def describe_leaks(
        self, handles: Union[list[_DebugHandle], _OpenHandles], resources: Sequence[str], /
    ) -> str:
        """Describe open handles, grouped by where they were opened, the largest group first, and *resources*."""

    def set_on_report(self, function: Optional[Callable[[str, str], object]], /) -> None:
        """Call *function* with every report, as JSON and as text; None for none."""

    def keep_stderr(self, is_shared: bool = False) -> None:
        """Remember where standard error leads now.

        A report that the process ends with goes there too, should descriptor 2 lead elsewhere then. Where it *is_shared*
        with somebody who writes parts of lines, reports begin with a line of their own.
        """

    def configure(self, settings: dict[str, Any], /) -> None:
        """Change settings; see hpy.debug.configure."""

    def options(self) -> Settings:
        """Return all settings; see hpy.debug.options."""

    def checks(self) -> list[dict[str, str]]:
        """The catalogue: ``id``, ``title``, ``help``, ``severity`` and ``example`` of each check."""

    def loaded(self) -> list[tuple[str, str]]:
        """The extensions that were loaded: their names and modes."""

    def misuses(self) -> int:
        """How many misuses were reported; see hpy.debug.misuses."""

    def keep_reports(self, is_kept: bool, /) -> None:
        """Keep reports from now on for take_reports, or not."""

    def take_reports(self) -> list[tuple[str, str]]:
        """The reports since the last call, as JSON and as text; of more than 1,000 the first."""

    def open_generations(self, generation: int, /) -> list[int]:
        """The generations in or after *generation* in which something was opened that is open still."""

    def find_leaks(self, first: int, last: int, /) -> list[tuple[str, str]]:
        """What was opened in the generations from *first* to before *last* and is open still.

        Groups of handles, and of builders and trackers, as JSON and as text; suppressions are left out.
        """

    def suppress(self, rules: list[str], /) -> None:
        """Set what is not to be reported, besides the file that the settings name.

        Raises ValueError when a rule is neither ``leak:GLOB`` nor ``CHECK:GLOB``.
        """

    def suppressions(self) -> list[tuple[str, int]]:
        """What is not to be reported, and how often that was found."""

    def set_handle_stack_trace_limit(self, limit: Optional[int], /) -> None:
        """Keep up to *limit* native stack frames per handle; None keeps none.

        Raises ValueError when *limit* is negative.
        """

class _FailModule(ModuleType):
    def start(
        self,
        target: Union[int, str, None] = None,
        after: str = "nothing",
        learn: bool = False,
        depth: Optional[int] = None,
    ) -> None:
        """Have calls fail: first the one of this number, or at the site of this id; *after* says which later ones.

        Calls are counted from 0, and sites are forgotten. Raises ValueError or TypeError for what makes no sense.
        """
    def stop(self) -> None:
        """Have no call fail any more. What was seen can still be asked for."""
    def calls(self) -> int:
        """How many calls there were that can fail."""
    def failed(self) -> Optional[str]:
        """The first call that failed, as JSON."""
    def lost(self) -> Optional[str]:
        """A failure that an extension has hidden, as JSON."""
    def sites(self) -> str:
        """The sites that were seen, as JSON."""
    def leaks(self, since_failure: bool, /) -> str:
        """What is open, as JSON: all, or since the call of the extension began in which a call failed first."""
    def functions(self) -> str:
        """The functions of the extensions, as JSON, and whether each was called."""

@final
class _Snapshot:
    """What was counted up to a moment."""

class _TraceModule(ModuleType):
    def get_call_counts(self) -> dict[str, int]:
        """Calls per context function since the process started."""
    def get_durations(self) -> dict[str, int]:
        """Nanoseconds spent per context function, what it called included."""
    def get_frequency(self) -> int:
        """Ticks per second of the clock behind the durations, in hertz."""
    def set_trace_functions(
        self,
        on_enter: Optional[Callable[[str], object]] = ...,
        on_exit: Optional[Callable[[str], object]] = ...,
    ) -> None:
        """Call these with a function's name around every call; None removes one, one left out stays as it is.

        Raises TypeError when one is neither None nor callable.
        """
    def now(self) -> int:
        """Nanoseconds of the clock behind the durations."""
    def snapshot(self) -> _Snapshot:
        """Remember what was counted so far."""
    def nodes(
        self, first: _Snapshot, last: _Snapshot, /
    ) -> list[tuple[Optional[int], str, str, int, int, int, int]]:
        """What was counted from the first snapshot to the second, by extension, function, and the calls around.

        For each node the index of the one that it is nested in, or None, the extension, the function, the number of the
        C stack or 0, the calls, and the nanoseconds with and without nested calls.
        """
    def stack(self, number: int, /) -> list[tuple[Optional[str], Optional[str], Optional[int]]]:
        """The functions of an extension on the C stack of this number, nearest first: name, file and line."""
    def capture_stacks(self, depth: int, /) -> int:
        """Capture so many frames of the C stack of each call; 0 captures none. Returns how many it was before."""
    def keep_events(self, room: int, /) -> None:
        """Keep so many of the last calls for ``events``; 0 keeps none."""
    def events(self) -> tuple[list[tuple[int, int, int, int]], int]:
        """The calls that are kept, and how many are not any more.

        Of each the index of its node, the number of its thread, and the nanoseconds when it began and that it took.
        """
