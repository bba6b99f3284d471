/* A constraint solver: gives each name a value that none of its neighbours has. The problem stays in Python's dicts and
   lists, so that each step reads names and asks for items. */

#include <hpy.h>
#include <string.h>

typedef struct {
    HPyContext *ctx;
    HPy names, values, neighbours, solution;
    HPy_ssize_t count;
    long steps;
} Problem;

/* Whether a name begins with an underscore: it is not asked about. -1 with an exception set. */
static int is_hidden(Problem *problem, HPy name)
{
    HPy_ssize_t size;
    const char *text = HPyUnicode_AsUTF8AndSize(problem->ctx, name, &size);
    return text == NULL ? -1 : size > 0 && text[0] == '_';
}

/* Whether no neighbour of a name has this value. -1 with an exception set. */
static int is_free(Problem *problem, HPy name, HPy value)
{
    HPyContext *ctx = problem->ctx;
    HPy neighbours = HPy_GetItem(ctx, problem->neighbours, name);
    if (HPy_IsNull(neighbours))
        return -1;
    HPy_ssize_t count = HPy_Length(ctx, neighbours);
    int result = count < 0 ? -1 : 1;
    for (HPy_ssize_t i = 0; result == 1 && i < count; i++) {
        HPy neighbour = HPy_GetItem_i(ctx, neighbours, i);
        if (HPy_IsNull(neighbour)) {
            result = -1;
            break;
        }
        int is_known = HPy_Contains(ctx, problem->solution, neighbour);
        if (is_known < 0)
            result = -1;
        if (is_known > 0) {
            HPy other = HPy_GetItem(ctx, problem->solution, neighbour);
            int is_same = HPy_IsNull(other) ? -1 : HPy_RichCompareBool(ctx, other, value, HPy_EQ);
            result = is_same < 0 ? -1 : !is_same;
            HPy_Close(ctx, other);
        }
        HPy_Close(ctx, neighbour);
    }
    HPy_Close(ctx, neighbours);
    return result;
}

/* Solves for the names from `at` on: 1 where it can be done, 0 where not, -1 with an exception set. */
static int solve_from(Problem *problem, HPy_ssize_t at)
{
    HPyContext *ctx = problem->ctx;
    if (at == problem->count)
        return 1;
    HPy name = HPy_GetItem_i(ctx, problem->names, at);
    if (HPy_IsNull(name))
        return -1;
    int result = is_hidden(problem, name);
    if (result != 0) {
        HPy_Close(ctx, name);
        return result < 0 ? -1 : solve_from(problem, at + 1);
    }
    HPy values = HPy_GetItem(ctx, problem->values, name);
    HPy_ssize_t count = HPy_IsNull(values) ? -1 : HPy_Length(ctx, values);
    result = count < 0 ? -1 : 0;
    for (HPy_ssize_t i = 0; result == 0 && i < count; i++) {
        problem->steps++;
        HPy value = HPy_GetItem_i(ctx, values, i);
        result = HPy_IsNull(value) ? -1 : is_free(problem, name, value);
        if (result > 0) {
            result = HPy_SetItem(ctx, problem->solution, name, value);
            if (result == 0)
                result = solve_from(problem, at + 1);
            if (result == 0 && HPy_DelItem(ctx, problem->solution, name) < 0)
                result = -1;
        }
        HPy_Close(ctx, value);
    }
    HPy_Close(ctx, values);
    HPy_Close(ctx, name);
    return result;
}

/* solve(names, values, neighbours=): the solution and how many steps it took, or None. */
HPyDef_METH(solve, "solve", HPyFunc_KEYWORDS)
static HPy solve_impl(HPyContext *ctx, HPy self, const HPy *args, size_t nargs, HPy kwnames)
{
    static const char *keywords[] = {"names", "values", "neighbours", NULL};
    Problem problem = {.ctx = ctx};
    HPyTracker tracker;
    if (!HPyArg_ParseKeywords(ctx, &tracker, args, nargs, kwnames, "OOO", keywords, &problem.names, &problem.values,
                              &problem.neighbours))
        return HPy_NULL;
    problem.count = HPy_Length(ctx, problem.names);
    problem.solution = HPyDict_New(ctx);
    int status = problem.count < 0 || HPy_IsNull(problem.solution) ? -1 : solve_from(&problem, 0);
    HPyTracker_Close(ctx, tracker);
    HPy result = HPy_NULL;
    if (status > 0)
        result = HPy_BuildValue(ctx, "(Ol)", problem.solution, problem.steps);
    else if (status == 0)
        result = HPy_Dup(ctx, ctx->h_None);
    HPy_Close(ctx, problem.solution);
    return result;
}

static HPyDef *module_defines[] = {&solve, NULL};
static HPyModuleDef module_def = {.defines = module_defines};
HPy_MODINIT(solver, module_def)
