/* The life of instances between allocation and release: traversal, clearing, destruction.
 *
 * A type with HPy_tp_traverse or HPy_tp_destroy gets these slots. The extension's own functions only know their structs;
 * we handle what bases and Python subclasses added.
 */
#include "ctx_types.h"

/* `tp_dealloc`. CPython calls it, or the `tp_dealloc` of a subclass does. Runs Python code. */
static void dealloc(PyObject *object);

static int each_field(const _HPy_TypeData *data, PyObject *object, HPyFunc_visitproc visitor, void *arg) {
    return data->traverse == NULL ? 0 : data->traverse(_HPy_payload(data, object), visitor, arg);
}

/* A field becomes null before its reference is released. */
static int clear_field(HPyField *field, void *unused) {
    PyObject *held = _hf2py(*field);
    (void)unused;
    *field = HPyField_NULL;
    Py_XDECREF(held);
    return 0;
}

/* Releases the references of one part of an object's hierarchy. Runs Python code. */
static void give_up(PyObject *object, const _HPy_Part *part) {
    PyTypeObject *next = part->first;
    const _HPy_TypeData *data;

    while ((data = _HPy_part_next(part, &next)) != NULL)
        each_field(data, object, clear_field, NULL);
    if (part->has_added)
        _HPy_clear_added(object, part);
}

static void destroy(PyObject *object, const _HPy_Part *part) {
    PyTypeObject *next = part->first;
    const _HPy_TypeData *data;

    while ((data = _HPy_part_next(part, &next)) != NULL)
        if (data->destroy != NULL)
            data->destroy(_HPy_payload(data, object));
}

static void untrack(PyObject *object) {
    if (PyType_IS_GC(Py_TYPE(object)))
        PyObject_GC_UnTrack(object);
}

static void track(PyObject *object) {
    if (PyType_IS_GC(Py_TYPE(object)) && !PyObject_GC_IsTracked(object))
        PyObject_GC_Track(object);
}

/* Whether a heap type follows a part. That type handles the reference to the object's type, too. */
static bool ends_in_heap_type(const _HPy_Part *part) {
    return part->behind != NULL && PyType_HasFeature(part->behind, Py_TPFLAGS_HEAPTYPE);
}

/* Does what CPython's `subtype_dealloc` does, and handles the parts of HPy types. */
static void die(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    /* If a subclass has a `tp_dealloc`, that has called the finalizer. */
    const bool is_outermost = type->tp_dealloc == dealloc;
    bool base_gives_up_type;
    _HPy_Part part;

    if (is_outermost && type->tp_finalize != NULL && PyObject_CallFinalizerFromDealloc(object) < 0)
        return;
    /* A finalizer may have changed the object's type. */
    type = Py_TYPE(object);
    untrack(object);
    if (type->tp_weaklistoffset != 0)
        PyObject_ClearWeakRefs(object);
    if (is_outermost && type->tp_del != NULL) {
        track(object);
        type->tp_del(object);
        if (Py_REFCNT(object) > 0)
            return;
        untrack(object);
    }
    type = Py_TYPE(object);
    part = _HPy_part_of(type, _HPy_SLOT_DEALLOC, (_HPy_AnySlot)dealloc);
    give_up(object, &part);
    destroy(object, &part);
    /* The last base, `object`, has its own `tp_dealloc`. Read it before the type is released. */
    base_gives_up_type = ends_in_heap_type(&part);
    if (PyType_IS_GC(part.behind))
        PyObject_GC_Track(object);
    part.behind->tp_dealloc(object);
    if (!base_gives_up_type)
        Py_DECREF(type);
}

/* The collector must not see a waiting object. */
static void dealloc(PyObject *object) { _HPy_nest(object, die, untrack, track); }

int _HPy_instance_clear(PyObject *object) {
    const _HPy_Part part = _HPy_part_of(Py_TYPE(object), _HPy_SLOT_CLEAR, (_HPy_AnySlot)_HPy_instance_clear);

    give_up(object, &part);
    return part.behind != NULL && part.behind->tp_clear != NULL ? part.behind->tp_clear(object) : 0;
}

/* Turns CPython's visitor into one for fields. */
typedef struct {
    visitproc visit;
    void *arg;
} Visitor;

/* The mark of visited fields during a traversal. No address has this bit: objects are aligned. */
enum { MARK = 2 };

/* Visits a field unless it is marked. */
static int visit_field(HPyField *field, void *visitor) {
    const Visitor *passed = visitor;
    return HPyField_IsNull(*field) || (field->_i & MARK) ? 0 : passed->visit(_hf2py(*field), passed->arg);
}

/* A type may visit the fields of its base, and the base visits them again. The collector counts each visit as a reference,
   and with one visit too many it would free what is in use. */
static int visit_field_once(HPyField *field, void *visitor) {
    int status = visit_field(field, visitor);
    if (!HPyField_IsNull(*field))
        field->_i |= MARK;
    return status;
}

static int unmark_field(HPyField *field, void *unused) {
    (void)unused;
    field->_i &= ~(intptr_t)MARK;
    return 0;
}

static int visit_fields(PyObject *object, const _HPy_Part *part, HPyFunc_visitproc visitor, void *arg) {
    PyTypeObject *next = part->first;
    const _HPy_TypeData *data;
    int status = 0;

    while (status == 0 && (data = _HPy_part_next(part, &next)) != NULL)
        status = each_field(data, object, visitor, arg);
    return status;
}

static int count_types_with_fields(const _HPy_Part *part) {
    PyTypeObject *next = part->first;
    const _HPy_TypeData *data;
    int count = 0;

    while ((data = _HPy_part_next(part, &next)) != NULL)
        count += data->traverse != NULL;
    return count;
}

/* The visitor of `gc.get_referents`. */
static visitproc referents;

/* Whether a visitor gets the type of an object. All do but `gc.get_referents`: it shows what the extension's functions
   visit, as with hpy 0.9.0. Of a Python subclass it shows the class, as with CPython. */
static bool shows_type(PyObject *object, visitproc visit) {
    return visit != referents || _HPy_TypeData_of(Py_TYPE(object)) == NULL;
}

int _HPy_instance_traverse(PyObject *object, visitproc visit, void *arg) {
    const _HPy_Part part = _HPy_part_of(Py_TYPE(object), _HPy_SLOT_TRAVERSE, (_HPy_AnySlot)_HPy_instance_traverse);
    /* A heap type after this part visits the type itself, as CPython expects of heap types. */
    const bool is_last = !ends_in_heap_type(&part), may_repeat = !is_last || count_types_with_fields(&part) > 1;
    Visitor visitor = {visit, arg};
    PyTypeObject *next = part.first;
    const _HPy_TypeData *data;
    int status;

    if (is_last && shows_type(object, visit))
        Py_VISIT(Py_TYPE(object));
    status = part.has_added ? _HPy_visit_added(object, &part, visit, arg) : 0;
    if (status != 0)
        return status;
    status = visit_fields(object, &part, may_repeat ? visit_field_once : visit_field, &visitor);
    if (status == 0 && part.behind != NULL && part.behind->tp_traverse != NULL)
        status = part.behind->tp_traverse(object, visit, arg);
    while (may_repeat && (data = _HPy_part_next(&part, &next)) != NULL)
        each_field(data, object, unmark_field, NULL);
    return status;
}

static visitproc last_visitor;

static int note_visitor(PyObject *object, visitproc visit, void *arg) {
    (void)object;
    (void)arg;
    last_visitor = visit;
    return 0;
}

/* Finds the visitor of `gc.get_referents`. */
static int find_referents(void) {
    PyType_Slot slots[] = {{Py_tp_traverse, (void *)note_visitor}, {0, NULL}};
    PyType_Spec spec = {"hpy._Referrer", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, slots};
    PyObject *type, *referrer = NULL, *gc = NULL, *result = NULL;

    type = PyType_FromSpec(&spec);
    if (type != NULL)
        referrer = PyType_GenericAlloc((PyTypeObject *)type, 0);
    if (referrer != NULL)
        gc = PyImport_ImportModule("gc");
    if (gc != NULL)
        result = PyObject_CallMethod(gc, "get_referents", "(O)", referrer);
    if (result != NULL)
        referents = last_visitor;
    Py_XDECREF(gc);
    Py_XDECREF(referrer);
    Py_XDECREF(type);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

#ifdef Py_GIL_DISABLED
#  define IS_SET(flag) _Py_atomic_load_int_acquire(&(flag))
#  define SET(flag) _Py_atomic_store_int_release(&(flag), 1)
#else
#  define IS_SET(flag) (flag)
#  define SET(flag) ((flag) = 1)
#endif

/* Without a GIL, several threads may find out the same at once. */
int _HPy_instances_make_ready(void) {
    static int is_ready;

    if (IS_SET(is_ready))
        return 0;
    if (_HPy_classes_make_ready() < 0 || find_referents() < 0)
        return -1;
    SET(is_ready);
    return 0;
}

void _HPy_adopt_instances(PyTypeObject *type) {
    const _HPy_TypeData *data = _HPy_TypeData_of(type);

    if (data->traverse != NULL || data->destroy != NULL)
        type->tp_dealloc = dealloc;
    if (!_HPy_shows_type(type, _HPy_instance_traverse))
        type->tp_traverse = _HPy_instance_traverse;
}
