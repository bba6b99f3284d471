/* A search tree: an object for each key, with fields for what it holds. */

#include <hpy.h>

typedef struct {
    HPyField key, value, left, right;
} Node;
HPyType_HELPERS(Node)

HPyDef_SLOT(Node_traverse, HPy_tp_traverse)
static int Node_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    Node *node = self;
    HPy_VISIT(&node->key);
    HPy_VISIT(&node->value);
    HPy_VISIT(&node->left);
    HPy_VISIT(&node->right);
    return 0;
}

static HPyDef *Node_defines[] = {&Node_traverse, NULL};
static HPyType_Spec Node_spec = {
    .name = "container.Node",
    .basicsize = sizeof(Node),
    .builtin_shape = SHAPE(Node),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = Node_defines,
};

typedef struct {
    HPyField root;
    HPy_ssize_t len;
} Tree;
HPyType_HELPERS(Tree)

static HPyGlobal node_type;

HPyDef_SLOT(Tree_new, HPy_tp_new)
static HPy Tree_new_impl(HPyContext *ctx, HPy type, const HPy *args, HPy_ssize_t nargs, HPy kw)
{
    Tree *tree;
    return HPy_New(ctx, type, &tree);
}

HPyDef_SLOT(Tree_traverse, HPy_tp_traverse)
static int Tree_traverse_impl(void *self, HPyFunc_visitproc visit, void *arg)
{
    HPy_VISIT(&((Tree *)self)->root);
    return 0;
}

HPyDef_SLOT(Tree_length, HPy_mp_length)
static HPy_ssize_t Tree_length_impl(HPyContext *ctx, HPy self) { return Tree_AsStruct(ctx, self)->len; }

static HPy new_node(HPyContext *ctx, HPy key, HPy value)
{
    HPy type = HPyGlobal_Load(ctx, node_type);
    Node *node;
    HPy h = HPy_New(ctx, type, &node);
    HPy_Close(ctx, type);
    if (!HPy_IsNull(h)) {
        HPyField_Store(ctx, h, &node->key, key);
        HPyField_Store(ctx, h, &node->value, value);
    }
    return h;
}

/* Where a key is, or belongs: the field, whose owner becomes `*owner`, a handle that the caller owned and will own.
   NULL with an exception set. */
static HPyField *find(HPyContext *ctx, HPy *owner, HPy key)
{
    HPyField *field = &Tree_AsStruct(ctx, *owner)->root;
    while (!HPyField_IsNull(*field)) {
        HPy h = HPyField_Load(ctx, *owner, *field);
        Node *node = Node_AsStruct(ctx, h);
        HPy other = HPyField_Load(ctx, h, node->key);
        int is_same = HPy_RichCompareBool(ctx, key, other, HPy_EQ);
        int is_less = is_same ? 0 : HPy_RichCompareBool(ctx, key, other, HPy_LT);
        HPy_Close(ctx, other);
        if (is_same) {
            HPy_Close(ctx, h);
            return is_same < 0 ? NULL : field;
        }
        HPy_Close(ctx, *owner);
        *owner = h;
        if (is_less < 0)
            return NULL;
        field = is_less ? &node->left : &node->right;
    }
    return field;
}

HPyDef_SLOT(Tree_set, HPy_mp_ass_subscript)
static int Tree_set_impl(HPyContext *ctx, HPy self, HPy key, HPy value)
{
    if (HPy_IsNull(value)) {
        HPyErr_SetString(ctx, ctx->h_TypeError, "keys cannot be deleted");
        return -1;
    }
    int status = -1;
    HPy owner = HPy_Dup(ctx, self);
    HPyField *field = find(ctx, &owner, key);
    if (field != NULL && HPyField_IsNull(*field)) {
        HPy node = new_node(ctx, key, value);
        if (!HPy_IsNull(node)) {
            HPyField_Store(ctx, owner, field, node);
            HPy_Close(ctx, node);
            Tree_AsStruct(ctx, self)->len++;
            status = 0;
        }
    } else if (field != NULL) {
        HPy node = HPyField_Load(ctx, owner, *field);
        HPyField_Store(ctx, node, &Node_AsStruct(ctx, node)->value, value);
        HPy_Close(ctx, node);
        status = 0;
    }
    HPy_Close(ctx, owner);
    return status;
}

HPyDef_SLOT(Tree_get, HPy_mp_subscript)
static HPy Tree_get_impl(HPyContext *ctx, HPy self, HPy key)
{
    HPy value = HPy_NULL;
    HPy owner = HPy_Dup(ctx, self);
    HPyField *field = find(ctx, &owner, key);
    if (field != NULL && HPyField_IsNull(*field)) {
        HPyErr_SetObject(ctx, ctx->h_KeyError, key);
    } else if (field != NULL) {
        HPy node = HPyField_Load(ctx, owner, *field);
        value = HPyField_Load(ctx, node, Node_AsStruct(ctx, node)->value);
        HPy_Close(ctx, node);
    }
    HPy_Close(ctx, owner);
    return value;
}

/* Appends the keys below a field, in order. */
static int append_keys(HPyContext *ctx, HPy owner, HPyField field, HPy list)
{
    if (HPyField_IsNull(field))
        return 0;
    HPy h = HPyField_Load(ctx, owner, field);
    Node *node = Node_AsStruct(ctx, h);
    int status = append_keys(ctx, h, node->left, list);
    if (status == 0) {
        HPy key = HPyField_Load(ctx, h, node->key);
        status = HPyList_Append(ctx, list, key);
        HPy_Close(ctx, key);
    }
    if (status == 0)
        status = append_keys(ctx, h, node->right, list);
    HPy_Close(ctx, h);
    return status;
}

HPyDef_METH(Tree_keys, "keys", HPyFunc_NOARGS)
static HPy Tree_keys_impl(HPyContext *ctx, HPy self)
{
    HPy list = HPyList_New(ctx, 0);
    if (!HPy_IsNull(list) && append_keys(ctx, self, Tree_AsStruct(ctx, self)->root, list) < 0) {
        HPy_Close(ctx, list);
        return HPy_NULL;
    }
    return list;
}

static HPyDef *Tree_defines[] = {&Tree_new, &Tree_traverse, &Tree_length, &Tree_set, &Tree_get, &Tree_keys, NULL};
static HPyType_Spec Tree_spec = {
    .name = "container.Tree",
    .basicsize = sizeof(Tree),
    .builtin_shape = SHAPE(Tree),
    .flags = HPy_TPFLAGS_DEFAULT | HPy_TPFLAGS_HAVE_GC,
    .defines = Tree_defines,
};

HPyDef_SLOT(module_exec, HPy_mod_exec)
static int module_exec_impl(HPyContext *ctx, HPy module)
{
    HPy type = HPyType_FromSpec(ctx, &Node_spec, NULL);
    if (HPy_IsNull(type))
        return -1;
    HPyGlobal_Store(ctx, &node_type, type);
    HPy_Close(ctx, type);
    return HPyHelpers_AddType(ctx, module, "Tree", &Tree_spec, NULL) ? 0 : -1;
}

static HPyDef *module_defines[] = {&module_exec, NULL};
static HPyGlobal *module_globals[] = {&node_type, NULL};
static HPyModuleDef module_def = {.defines = module_defines, .globals = module_globals};
HPy_MODINIT(container, module_def)
