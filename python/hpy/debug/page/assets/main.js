// The page: its totals, tabs and search.

const data = JSON.parse(document.getElementById("data").textContent);

/** Where only error paths were walked there are no reports to show. */
const hasFindings = data.findings.length > 0 || !data.results.length;

function totals() {
  const sum = (level) =>
    data.findings.filter((finding) => levelOf(finding) === level).reduce((sum, { count }) => sum + count, 0);
  const bugs = data.results.reduce((sum, { bugs }) => sum + bugs.length, 0);
  const modules = new Set(data.findings.map((finding) => finding.module).filter(Boolean)).size;
  const ofReports = [
    ["error", sum("error"), "misuse", "misuses"],
    ["warning", sum("warning"), "warning", "warnings"],
    ["leak", sum("leak"), "left open", "left open"],
  ];
  return [
    ...(hasFindings ? ofReports : []),
    ...(data.results.length ? [["error", bugs, "bug on error paths", "bugs on error paths"]] : []),
    ["", modules, "extension", "extensions"],
    ["", data.processes, "process", "processes"],
  ]
    .filter(([level, count]) => level || count)
    .map(([level, count, one, many]) =>
      el(
        "div",
        { class: count ? level : "zero" },
        el("dt", null, count === 1 ? one : many),
        el("dd", null, number(count)),
      ),
    );
}

function panels() {
  const panels = [];
  const findings = new Findings(data.findings);
  if (hasFindings) panels.push({ id: "findings", title: "Findings", view: findings });
  if (data.findings.some((finding) => finding.check === "leak"))
    panels.push({ id: "leaks", title: "Leaks by stack", view: new Graph(findings.items) });
  if (data.results.length) panels.push({ id: "paths", title: "Error paths", view: new Results(data.results) });
  return panels;
}

/** The tabs. `choose` shows one. */
function tabsOf(panels) {
  for (const panel of panels) {
    panel.count = el("span", { class: "number" });
    panel.tab = el(
      "button",
      { type: "button", role: "tab", id: `tab-${panel.id}`, "aria-controls": panel.id, onclick: () => choose(panel) },
      panel.title,
      panel.count,
    );
    panel.box = el(
      "section",
      { id: panel.id, role: "tabpanel", "aria-labelledby": panel.tab.id },
      el("h2", { class: "hidden" }, panel.title),
      panel.view.element,
    );
  }
  const choose = (chosen) => {
    for (const panel of panels) {
      const isChosen = panel === chosen;
      panel.tab.setAttribute("aria-selected", isChosen);
      panel.tab.tabIndex = isChosen ? 0 : -1;
      panel.box.classList.toggle("away", !isChosen);
    }
  };
  const move = (event) => {
    const at = panels.findIndex((panel) => panel.tab === document.activeElement);
    const to = panels[at + { ArrowLeft: -1, ArrowRight: 1 }[event.key]];
    if (to) {
      choose(to);
      to.tab.focus();
    }
  };
  const tabs = document.getElementById("tabs");
  tabs.append(...panels.map((panel) => panel.tab));
  tabs.addEventListener("keydown", move);
  document.getElementById("panels").append(...panels.map((panel) => panel.box));
  choose(panels[0]);
}

function start() {
  document.getElementById("totals").append(...totals());
  if (!data.findings.length && !data.results.length) {
    document.getElementById("panels").append(el("p", { class: "empty" }, "Nothing was found."));
    return;
  }
  const all = panels();
  tabsOf(all);
  const search = document.getElementById("search");
  const update = () => {
    words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const panel of all) panel.count.textContent = number(panel.view.update());
  };
  // Fast typing does not wait for each letter.
  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(update, 80);
  });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input[type=search]");
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) search.focus();
    else if (event.key === "Escape" && isTyping && search.value) {
      search.value = "";
      update();
    } else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => all.forEach((panel) => panel.view.print()));
  document.getElementById("toolbar").hidden = false;
  update();
}

start();
