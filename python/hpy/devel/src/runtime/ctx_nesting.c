/* Limits the nesting of deaths. A dying object releases others, which die in turn. From some depth on, they wait until
 * the outermost object is dead, so that a long chain does not overflow the stack.
 *
 * CPython does the same for its own types. Each version does it differently, and only for tracked objects.
 */
#include "ctx_types.h"

#if defined(_MSC_VER)
#  define THREAD_LOCAL __declspec(thread)
#elif defined(__GNUC__)
#  define THREAD_LOCAL __thread
#else
#  define THREAD_LOCAL _Thread_local
#endif

/* The maximum number of deaths inside one another. */
enum { DEPTH = 50 };

typedef struct Waiting {
    PyObject *object;
    struct Waiting *next;
} Waiting;

static THREAD_LOCAL struct {
    int depth;
    Waiting *waiting;
} nesting;

/* False if there is no memory. Then the object has to die at once. */
static bool push(PyObject *object, void (*park)(PyObject *)) {
    Waiting *added = PyMem_RawMalloc(sizeof(*added));

    if (added == NULL)
        return false;
    park(object);
    added->object = object;
    added->next = nesting.waiting;
    nesting.waiting = added;
    return true;
}

void _HPy_nest(PyObject *object, void (*die)(PyObject *), void (*park)(PyObject *), void (*resume)(PyObject *)) {
    if (nesting.depth >= DEPTH && push(object, park))
        return;
    nesting.depth++;
    die(object);
    while (nesting.depth == 1 && nesting.waiting != NULL) {
        Waiting *first = nesting.waiting;
        object = first->object;
        nesting.waiting = first->next;
        PyMem_RawFree(first);
        resume(object);
        die(object);
    }
    nesting.depth--;
}
