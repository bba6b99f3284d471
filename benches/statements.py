"""What is measured of the extension loops.c."""


class WithAttribute:
    def __init__(self):
        self.attribute = None


def no_op(_):
    pass


def names_of(loops):
    """What a statement may name: the functions of the module, and objects."""
    thing = loops.Thing()
    loops.field_store(thing, None)
    return {
        **vars(loops),
        "obj": object(),
        "number": 1 << 20,
        "with_attribute": WithAttribute(),
        "items": [None] * 3,
        "thing": thing,
        "short": "x" * 20,
        "shorts": [str(i) * 4 for i in range(100)],
        "long": "x" * 100_000,
        "no_op": no_op,
    }


# A statement whose loop is in C, and how often it loops.
C_LOOPS = {
    "HPy_Dup + HPy_Close": ("dup_close(N, obj)", 200_000),
    "HPyLong_FromLong + AsLong + HPy_Close": ("long_close(N, obj)", 100_000),
    "HPy_Add + HPy_Close": ("add_close(N, number)", 100_000),
    "HPy_GetAttr_s + HPy_Close": ("getattr_close(N, with_attribute)", 30_000),
    "HPy_SetAttr_s": ("setattr(N, with_attribute)", 30_000),
    "HPy_GetItem_i + HPy_Close": ("getitem_close(N, items)", 100_000),
    "HPy_SetItem_i": ("setitem(N, items)", 100_000),
    "AsStruct": ("as_struct(N, thing)", 300_000),
    "HPyField_Load + AsStruct + HPy_Close": ("field_load(N, thing)", 100_000),
    "HPyGlobal_Load + HPy_Close": ("global_load(N, obj)", 200_000),
    "HPyTuple_FromArray of 3 + HPy_Close": ("tuple_close(N, obj)", 60_000),
    "list builder of 1000": ("list_builder(N, obj)", 200),
    "tracker of 10": ("tracker(N, obj)", 10_000),
    "list builder of 1000 new ints": ("list_of_ints(N, obj)", 50),
    "empty tracker": ("empty_tracker(N, obj)", 100_000),
    "HPy_TypeCheck": ("type_check(N, obj)", 200_000),
    "HPyErr_Occurred": ("err_occurred(N, obj)", 200_000),
    "HPy_BuildValue (ii) + HPy_Close": ("build_value(N, obj)", 20_000),
    "HPyField_Store + AsStruct": ("field_store_loop(N, thing)", 50_000),
    "10 handles, one stays open": ("mixed(N, obj)", 10_000),
    "HPyUnicode_AsUTF8AndSize, read + HPy_Close, 20 B": ("utf8_close(N, short)", 1_000),
    "HPyUnicode_AsUTF8AndSize, read + HPy_Close, 100 kB": ("utf8_close(N, long)", 200),
    "HPy_Call of a Python function": ("call(N, no_op)", 30_000),
    "HPy_Call of an HPy function": ("call(N, one_arg)", 50_000),
}

# A statement that calls from Python into C, and how often it is run.
CALLS = {
    "call, no arguments": ("noargs()", 50_000),
    "call, one argument (O)": ("one_arg(None)", 50_000),
    "call, 2 arguments": ("varargs(None, None)", 50_000),
    "call, 3 arguments": ("varargs(None, None, None)", 50_000),
    "call, 2 arguments by keyword": ("keywords(a=None, b=None)", 50_000),
    "call that reads a buffer of 20 B": ("read_one(short)", 500),
    "call that reads a buffer of 100 kB": ("read_one(long)", 500),
    "call that reads 100 buffers of 20 B": ("read_all_of(shorts)", 500),
    "HPyArg_Parse": ("parse(1, None)", 50_000),
    "HPyArg_ParseKeywords": ("parse_keywords(1, b=None)", 50_000),
    "tp_new": ("Thing()", 50_000),
    "tp_new with HPyField_Store": ("Holder()", 50_000),
    "getset, get": ("thing.property", 50_000),
    "getset, set": ("thing.property = None", 50_000),
    "method, no arguments": ("thing.method()", 50_000),
    "slot nb_add": ("thing + None", 50_000),
    "slot sq_length": ("len(thing)", 50_000),
    "slot mp_subscript": ("thing[None]", 50_000),
}
