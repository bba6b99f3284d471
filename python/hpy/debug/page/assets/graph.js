// Leaks by the stacks on which they were opened, as an icicle graph: Python on top, the API function at the bottom.

const ROW = 26;
/** What is narrower, in pixels, is not drawn. */
const NARROWEST = 2;

class Graph {
  constructor(items) {
    this.items = items.filter((item) => item.level === "leak");
    this.root = treeOf(this.items);
    this.view = this.root;
    this.box = el("div", {
      class: "icicle",
      role: "tree",
      "aria-label": "Leaks by stack",
      onkeydown: (event) => this.move(event),
      onclick: (event) => this.zoom(event.target.closest(".cell")?.node),
      onfocusin: (event) => this.tell(event.target.node),
      onmouseover: (event) => this.tell(event.target.closest(".cell")?.node),
      onmouseleave: () => this.tell(this.view),
    });
    this.path = el("p", { class: "told" });
    this.source = el("div");
    this.rows = new Rows("No leak matches.");
    this.element = el(
      "div",
      { class: "graph" },
      el(
        "p",
        { class: "legend" },
        ["python", "native", "api"].map((kind) => el("span", { class: `key ${kind}` }, KINDS[kind])),
        el("span", { class: "keys" }, "Click or Enter zooms, Esc zooms out, arrows move"),
      ),
      this.box,
      this.path,
      this.source,
      this.rows.element,
    );
  }

  /** How many leaks the words are found in. */
  update() {
    const found = this.items.filter((item) => matches(textOf(item)));
    this.found = new Set(found);
    this.zoom(this.view);
    return found.length;
  }

  zoom(node) {
    if (!node) return;
    const hadFocus = this.box.contains(document.activeElement);
    this.view = node;
    this.draw();
    this.tell(node);
    if (hadFocus) this.cellOf(node)?.focus();
    this.rows.show([...node.items].filter((item) => this.found.has(item)));
  }

  draw() {
    const cells = [];
    for (let node = this.view.parent; node; node = node.parent) cells.unshift(this.cell(node, 0, 100));
    // It has no width while another tab is shown.
    const narrowest = (100 * NARROWEST) / (this.box.clientWidth || 1000);
    const draw = (node, left, width) => {
      if (width < narrowest) return;
      cells.push(this.cell(node, left, width));
      for (const child of node.children) {
        const part = (child.count / node.count) * width;
        draw(child, left, part);
        left += part;
      }
    };
    draw(this.view, 0, 100);
    this.box.style.height = `${(Math.max(...cells.map((cell) => cell.node.depth)) + 1) * ROW}px`;
    this.box.replaceChildren(...cells);
  }

  cell(node, left, width) {
    const { frame } = node;
    const place = frame && placeOf(frame);
    const isFound = [...node.items].some((item) => this.found.has(item));
    const cell = el(
      "div",
      {
        class: ["cell", node.kind, isFound || "dim", node.depth < this.view.depth && "above"]
          .filter((name) => typeof name === "string")
          .join(" "),
        role: "treeitem",
        tabindex: node === this.view ? 0 : -1,
        "aria-level": node.depth + 1,
        "aria-selected": String(node === this.view),
        "aria-label": this.words(node, place),
      },
      el("span", { class: "label" }, marked(node.name), place && el("span", { class: "place" }, ` ${place}`)),
    );
    cell.style.left = `${left}%`;
    cell.style.width = `${width}%`;
    cell.style.top = `${node.depth * ROW}px`;
    cell.node = node;
    return cell;
  }

  words(node, place) {
    const share = ((node.count / this.root.count) * 100).toFixed(node.count === this.root.count ? 0 : 1);
    return `${node.name}${place ? ` ${place}` : ""}: ${number(node.count)} left open, ${share} %`;
  }

  tell(node) {
    if (!node || node === this.told) return;
    this.told = node;
    this.path.textContent = this.words(node, node.frame && placeOf(node.frame, true));
    this.source.replaceChildren(...(node.frame?.source ? sourceOf(node.frame).filter(Boolean) : []));
  }

  cellOf(node) {
    return [...this.box.children].find((cell) => cell.node === node);
  }

  move(event) {
    const node = event.target.node;
    if (!node) return;
    const siblings = node.parent?.children ?? [node];
    const at = siblings.indexOf(node);
    const to = {
      ArrowUp: node.parent,
      ArrowDown: node.children[0],
      ArrowLeft: siblings[at - 1],
      ArrowRight: siblings[at + 1],
    };
    if (event.key === "Enter" || event.key === " ") this.zoom(node);
    else if (event.key === "Escape") this.zoom(this.view.parent);
    else if (event.key in to) this.cellOf(to[event.key])?.focus();
    else return;
    event.preventDefault();
  }

  print() {
    this.rows.print();
  }
}

const KINDS = { python: "Python", native: "the extension", api: "the API function" };

function treeOf(items) {
  const root = nodeOf(null, null, "All leaks");
  for (const item of items) {
    for (const { leak, count } of item.finding.reports) {
      const stack = data.stacks[leak];
      let node = root;
      add(node, item, count);
      for (let i = stack.length - 1; i >= 0; i--) {
        const frame = data.frames[stack[i]];
        node = childOf(node, stack[i], frame, i === 0);
        add(node, item, count);
      }
    }
  }
  finish(root);
  return root;
}

function nodeOf(parent, frame, name) {
  return {
    parent,
    frame,
    name,
    kind: "root",
    depth: parent ? parent.depth + 1 : 0,
    count: 0,
    items: new Set(),
    by: new Map(),
  };
}

function childOf(node, index, frame, isLast) {
  if (!node.by.has(index)) {
    const child = nodeOf(node, frame, frame.name);
    child.kind = isLast ? "api" : frame.is_python ? "python" : "native";
    node.by.set(index, child);
  }
  return node.by.get(index);
}

function add(node, item, count) {
  node.count += count;
  node.items.add(item);
}

/** The largest come first. */
function finish(node) {
  node.children = [...node.by.values()].sort((a, b) => b.count - a.count);
  node.children.forEach(finish);
}
