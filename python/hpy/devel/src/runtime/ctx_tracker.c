/* Trackers: growing arrays of handles. */
#include "hpy.h"

typedef struct {
    size_t count;
    size_t capacity;
    HPy *handles;
} Tracker;

enum { FIRST_CAPACITY = 5 };

static Tracker *tracker_of(HPyTracker ht) { return (Tracker *)ht._i; }

/* There is always room for one more handle: it is kept even if there is no memory to make room for the next. */
static int make_room(Tracker *tracker, size_t capacity) {
    HPy *handles = capacity < SIZE_MAX / sizeof(HPy) ? realloc(tracker->handles, (capacity + 1) * sizeof(HPy)) : NULL;
    if (handles == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    tracker->handles = handles;
    tracker->capacity = capacity;
    return 0;
}

HPyTracker ctx_Tracker_New(HPyContext *ctx, HPy_ssize_t size) {
    HPyTracker none = {0}, ht;
    Tracker *tracker;

    if (size < 0) {
        HPyErr_SetString(ctx, ctx->h_ValueError, "HPyTracker_New: the number of handles must not be negative");
        return none;
    }
    tracker = (Tracker *)calloc(1, sizeof(Tracker));
    if (tracker == NULL) {
        PyErr_NoMemory();
        return none;
    }
    if (make_room(tracker, size == 0 ? FIRST_CAPACITY : (size_t)size) < 0) {
        free(tracker);
        return none;
    }
    ht._i = (intptr_t)tracker;
    return ht;
}

int ctx_Tracker_Add(HPyContext *ctx, HPyTracker ht, HPy h) {
    Tracker *tracker = tracker_of(ht);

    if (tracker->count > tracker->capacity) {
        /* The previous call failed, so this one should not have been made. */
        HPy_Close(ctx, h);
        PyErr_NoMemory();
        return -1;
    }
    tracker->handles[tracker->count++] = h;
    return tracker->count > tracker->capacity ? make_room(tracker, 2 * tracker->capacity) : 0;
}

void ctx_Tracker_ForgetAll(HPyContext *ctx, HPyTracker ht) {
    (void)ctx;
    tracker_of(ht)->count = 0;
}

void ctx_Tracker_Close(HPyContext *ctx, HPyTracker ht) {
    Tracker *tracker = tracker_of(ht);
    size_t index;

    for (index = 0; index < tracker->count; index++)
        HPy_Close(ctx, tracker->handles[index]);
    free(tracker->handles);
    free(tracker);
}
