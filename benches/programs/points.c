/* An array of points: numbers in, numbers out, a struct without objects. */

#include <hpy.h>
#include <stdlib.h>

typedef struct {
    double x, y;
} Point;

typedef struct {
    Point *points;
    HPy_ssize_t len, room;
} Points;
HPyType_HELPERS(Points)

HPyDef_SLOT(Points_new, HPy_tp_new)
static HPy Points_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Points *self;
    return HPy_New(ctx, type, &self);
}

HPyDef_SLOT(Points_destroy, HPy_tp_destroy)
static void Points_destroy_impl(void *self) { free(((Points *)self)->points); }

/* Makes room for one more. */
static int grow(HPyContext *ctx, Points *self)
{
    if (self->len < self->room)
        return 0;
    HPy_ssize_t room = self->room ? 2 * self->room : 8;
    Point *points = realloc(self->points, room * sizeof(Point));
    if (points == NULL) {
        HPyErr_NoMemory(ctx);
        return -1;
    }
    self->points = points;
    self->room = room;
    return 0;
}

HPyDef_METH(Points_append, "append", HPyFunc_VARARGS)
static HPy Points_append_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs)
{
    Points *self = Points_AsStruct(ctx, h_self);
    Point point;
    if (!HPyArg_Parse(ctx, NULL, args, nargs, "dd", &point.x, &point.y) || grow(ctx, self) < 0)
        return HPy_NULL;
    self->points[self->len++] = point;
    return HPy_Dup(ctx, ctx->h_None);
}

/* Takes pairs of numbers. */
HPyDef_METH(Points_extend, "extend", HPyFunc_O)
static HPy Points_extend_impl(HPyContext *ctx, HPy h_self, HPy pairs)
{
    Points *self = Points_AsStruct(ctx, h_self);
    HPy_ssize_t count = HPy_Length(ctx, pairs);
    if (count < 0)
        return HPy_NULL;
    for (HPy_ssize_t i = 0; i < count; i++) {
        HPy pair = HPy_GetItem_i(ctx, pairs, i);
        if (HPy_IsNull(pair))
            return HPy_NULL;
        double numbers[2] = {0, 0};
        for (int at = 0; at < 2; at++) {
            HPy number = HPy_GetItem_i(ctx, pair, at);
            if (HPy_IsNull(number))
                break;
            numbers[at] = HPyFloat_AsDouble(ctx, number);
            HPy_Close(ctx, number);
        }
        HPy_Close(ctx, pair);
        if (HPyErr_Occurred(ctx) || grow(ctx, self) < 0)
            return HPy_NULL;
        self->points[self->len++] = (Point){numbers[0], numbers[1]};
    }
    return HPy_Dup(ctx, ctx->h_None);
}

HPyDef_SLOT(Points_length, HPy_sq_length)
static HPy_ssize_t Points_length_impl(HPyContext *ctx, HPy self) { return Points_AsStruct(ctx, self)->len; }

HPyDef_SLOT(Points_item, HPy_sq_item)
static HPy Points_item_impl(HPyContext *ctx, HPy h_self, HPy_ssize_t at)
{
    Points *self = Points_AsStruct(ctx, h_self);
    if (at < 0 || at >= self->len) {
        HPyErr_SetString(ctx, ctx->h_IndexError, "no such point");
        return HPy_NULL;
    }
    return HPy_BuildValue(ctx, "(dd)", self->points[at].x, self->points[at].y);
}

HPyDef_METH(Points_move, "move", HPyFunc_KEYWORDS)
static HPy Points_move_impl(HPyContext *ctx, HPy h_self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *names[] = {"x", "y", NULL};
    double x = 0, y = 0;
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "|dd", names, &x, &y))
        return HPy_NULL;
    HPyTracker_Close(ctx, tracker);
    Points *self = Points_AsStruct(ctx, h_self);
    for (HPy_ssize_t i = 0; i < self->len; i++) {
        self->points[i].x += x;
        self->points[i].y += y;
    }
    return HPy_Dup(ctx, h_self);
}

/* The distances from the origin, squared, as a list. */
HPyDef_METH(Points_squares, "squares", HPyFunc_NOARGS)
static HPy Points_squares_impl(HPyContext *ctx, HPy h_self)
{
    Points *self = Points_AsStruct(ctx, h_self);
    HPyListBuilder builder = HPyListBuilder_New(ctx, self->len);
    for (HPy_ssize_t i = 0; i < self->len; i++) {
        Point *point = &self->points[i];
        HPy square = HPyFloat_FromDouble(ctx, point->x * point->x + point->y * point->y);
        if (HPy_IsNull(square)) {
            HPyListBuilder_Cancel(ctx, builder);
            return HPy_NULL;
        }
        HPyListBuilder_Set(ctx, builder, i, square);
        HPy_Close(ctx, square);
    }
    return HPyListBuilder_Build(ctx, builder);
}

static HPyDef *Points_defines[] = {
    &Points_new, &Points_destroy, &Points_append, &Points_extend, &Points_length, &Points_item, &Points_move,
    &Points_squares, NULL,
};
static HPyType_Spec Points_spec = {
    .name = "points.Points",
    .basicsize = sizeof(Points),
    .builtin_shape = SHAPE(Points),
    .defines = Points_defines,
};

HPyDef_SLOT(module_exec, HPy_mod_exec)
static int module_exec_impl(HPyContext *ctx, HPy module)
{
    return HPyHelpers_AddType(ctx, module, "Points", &Points_spec, NULL) ? 0 : -1;
}

static HPyDef *module_defines[] = {&module_exec, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(points, module_def)
