// What was found, by check, extension and file.

const levelOf = (finding) => (finding.check === "leak" ? "leak" : finding.severity);

const frameAt = (index) => (index == null ? null : data.frames[index]);

class Findings {
  constructor(findings) {
    this.items = findings.map(itemOf);
    this.facets = [
      new Facet(
        "Check",
        (item) => item.badge,
        () => this.update(),
      ),
      new Facet(
        "Extension",
        (item) => item.module ?? "unknown",
        () => this.update(),
      ),
      new Facet(
        "File",
        (item) => item.file ?? "unknown",
        () => this.update(),
        shortNames(this.items.map((item) => item.file)),
      ),
    ];
    this.order = el(
      "select",
      { id: "order", onchange: () => this.update() },
      Object.keys(ORDERS).map((name) => el("option", null, name)),
    );
    this.status = el("p", { class: "status", role: "status" });
    this.reset = el("button", { type: "button", class: "reset", onclick: () => this.clear() }, "Clear filters");
    this.rows = new Rows("No finding matches.");
    this.element = el(
      "div",
      { class: "findings" },
      el(
        "aside",
        { "aria-label": "Filters" },
        this.facets.map((facet) => facet.element),
      ),
      el(
        "div",
        { class: "results" },
        el("div", { class: "bar" }, this.status, this.reset, el("label", { class: "order" }, "Sort by ", this.order)),
        this.rows.element,
      ),
    );
  }

  /** How many the words that are searched for are found in. */
  update() {
    const found = this.items.filter((item) => matches(textOf(item)));
    // A facet counts what it would show: what the others let pass.
    for (const facet of this.facets) {
      const others = this.facets.filter((other) => other !== facet);
      facet.show(found.filter((item) => others.every((other) => other.passes(item))));
    }
    const passed = found.filter((item) => this.facets.every((facet) => facet.passes(item)));
    const order = ORDERS[this.order.value];
    this.rows.show(order ? passed.sort(order) : passed);
    const all = this.items.length;
    this.status.textContent =
      passed.length === all ? plural(all, "finding") : `${number(passed.length)} of ${plural(all, "finding")}`;
    this.reset.hidden = this.facets.every((facet) => !facet.chosen.size);
    return found.length;
  }

  clear() {
    for (const facet of this.facets) facet.chosen.clear();
    this.update();
  }

  print() {
    this.rows.print();
  }
}

const ORDERS = {
  // As they come.
  severity: null,
  "how often": (a, b) => b.count - a.count,
  place: (a, b) => (a.path ?? "").localeCompare(b.path ?? "", "en", { numeric: true }),
};

/** Gives paths their last part as a name, or as many as tell it from the others. */
function shortNames(paths) {
  const tail = (path, parts) => path.split("/").slice(-parts).join("/");
  const names = new Map();
  let unnamed = [...new Set(paths)].filter(Boolean);
  for (let parts = 1; unnamed.length; parts++) {
    const counts = new Map();
    for (const path of unnamed) counts.set(tail(path, parts), (counts.get(tail(path, parts)) ?? 0) + 1);
    for (const path of unnamed) names.set(path, tail(path, parts));
    unnamed = unnamed.filter((path) => counts.get(tail(path, parts)) > 1);
  }
  return (path) => names.get(path) ?? path;
}

/** Values of one kind, to choose from. */
class Facet {
  constructor(title, of, changed, short = (value) => value) {
    Object.assign(this, { title, of, changed, short, chosen: new Set(), most: 8 });
    this.list = el("ul");
    this.more = el("button", {
      type: "button",
      class: "link",
      onclick: () => {
        this.most = Infinity;
        changed();
      },
    });
    // Where there is room they are all seen.
    this.element = el(
      "details",
      { class: "facet", open: matchMedia("(min-width: 60rem)").matches },
      el("summary", null, title),
      this.list,
      this.more,
    );
  }

  passes(item) {
    return !this.chosen.size || this.chosen.has(this.of(item));
  }

  show(items) {
    const counts = new Map([...this.chosen].map((value) => [value, 0]));
    for (const item of items) counts.set(this.of(item), (counts.get(this.of(item)) ?? 0) + 1);
    const values = [...counts].sort((a, b) => b[1] - a[1]);
    const largest = values[0]?.[1] ?? 1;
    const had = this.list.contains(document.activeElement) ? document.activeElement.value : null;
    this.list.replaceChildren(
      ...values.slice(0, this.most).map(([value, count]) => this.choice(value, count, largest)),
    );
    // The keyboard continues from there.
    if (had != null) [...this.list.querySelectorAll("input")].find((input) => input.value === had)?.focus();
    this.more.hidden = values.length <= this.most;
    this.more.textContent = `All ${number(values.length)}`;
  }

  choice(value, count, largest) {
    const choose = (event) => {
      this.chosen[event.target.checked ? "add" : "delete"](value);
      this.changed();
    };
    const bar = el("span", { class: "share" });
    bar.style.width = `${(count / largest) * 100}%`;
    const input = el("input", { type: "checkbox", value, onchange: choose });
    input.checked = this.chosen.has(value);
    return el(
      "li",
      null,
      el(
        "label",
        { title: value },
        bar,
        input,
        el("span", { class: "value" }, this.short(value)),
        el("span", { class: "number" }, number(count)),
      ),
    );
  }
}

/** A finding as a row. */
function itemOf(finding) {
  const frame = frameAt(finding.place);
  const place = frame && placeOf(frame);
  return {
    level: levelOf(finding),
    badge: finding.check,
    name: finding.function ?? "",
    title: finding.title,
    where: frame ? (place ? `${frame.name} · ${place}` : frame.name) : "unknown place",
    path: frame && placeOf(frame, true),
    file: frame?.file,
    module: finding.module,
    count: finding.count,
    counted: `×${number(finding.count)}`,
    body: () => bodyOf(finding),
    finding,
  };
}

/** All that can be found by searching. */
function textOf(item) {
  if (item.text == null) {
    const { check, title, module, reports } = item.finding;
    const stacks = reports.flatMap((report) => report.stacks.map(([title, stack]) => title + " " + textOfStack(stack)));
    const facts = reports.flatMap((report) => report.facts.map((fact) => fact[1]));
    const text = [check, title, item.name, module, item.where, ...facts, ...new Set(stacks)];
    item.text = text.join("\n").toLowerCase();
  }
  return item.text;
}

const textsOfStacks = [];

function textOfStack(stack) {
  const text = (index) => data.frames[index].name + " " + placeOf(data.frames[index], true);
  return (textsOfStacks[stack] ??= data.stacks[stack].map(text).join("\n"));
}

/** What a finding says, and its reports one at a time. */
function bodyOf(finding) {
  const { reports } = finding;
  const report = el("div", { class: "report" });
  const status = el("span", { role: "status" });
  let at = 0;
  const show = (index) => {
    at = (index + reports.length) % reports.length;
    const { count, then = [] } = reports[at];
    status.textContent =
      `Report ${number(at + 1)} of ${number(reports.length)}` + (count > 1 ? `, ${number(count)} times` : "");
    report.replaceChildren(...evidenceOf(reports[at]), ...then.map(consequenceOf));
  };
  show(0);
  const step = (by, sign, label) =>
    el("button", { type: "button", "aria-label": label, onclick: () => show(at + by) }, sign);
  return [
    finding.help && el("p", { class: "help" }, el("b", null, "help: "), finding.help),
    reports.length > 1 &&
      el("div", { class: "pager" }, step(-1, "‹", "previous report"), status, step(1, "›", "next report")),
    report,
  ];
}

/** What another report says that followed in the same call. */
const consequenceOf = ({ check, title, report }) =>
  el("details", { class: "then" }, el("summary", null, `then ${check}: ${title}`), ...evidenceOf(report));
