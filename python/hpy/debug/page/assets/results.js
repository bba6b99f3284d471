// What happens where calls are made to fail: the bugs that were found, each with its sites.

class Results {
  constructor(results) {
    this.results = results.map((result) => ({
      items: result.bugs.map(bugOf),
      rows: new Rows("No bug matches."),
      result,
    }));
    this.element = el(
      "div",
      null,
      this.results.map(({ result, rows }) =>
        el("section", null, el("p", { class: "status" }, summaryOf(result)), rows.element, entered(result)),
      ),
    );
  }

  /** How many bugs the words are found in. */
  update() {
    let count = 0;
    for (const { items, rows } of this.results) {
      const found = items.filter((item) => matches(item.text));
      rows.show(found);
      count += found.length;
    }
    return count;
  }

  print() {
    for (const { rows } of this.results) rows.print();
  }
}

function summaryOf({ sites, seen, ok, unreached, bugs }) {
  const parts = [
    seen > sites ? `${number(sites)} of ${plural(seen, "site")} made to fail` : `${plural(sites, "site")} made to fail`,
  ];
  parts.push(`${number(ok)} ok`, plural(bugs.length, "bug"));
  if (unreached) parts.push(`${number(unreached)} not reached again`);
  return parts.join(" · ");
}

function entered({ never_entered: names }) {
  return (
    names.length > 0 &&
    el(
      "details",
      { class: "then" },
      el("summary", null, `${plural(names.length, "function")} never entered: their error paths were not walked`),
      el("p", { class: "names" }, names.map((name) => [el("code", null, name), " "]).flat()),
    )
  );
}

function bugOf(bug) {
  const frame = frameAt(bug.place);
  const where = bug.where ?? "unknown place";
  const sites = bug.sites.map((site) => `${site.api} ${site.where}`);
  return {
    level: ["crash", "hang", "misuse"].includes(bug.verdict) ? "error" : bug.verdict === "leak" ? "leak" : "warning",
    badge: bug.verdict,
    name: bug.function,
    title: `when ${bug.api} fails: ${bug.reason}`,
    where,
    path: frame && placeOf(frame, true),
    module: null,
    counted: plural(bug.sites.length, "site"),
    text: [bug.verdict, bug.function, bug.api, bug.reason, where, ...sites, ...bug.tests].join("\n").toLowerCase(),
    body: () => [
      // Mostly a stack shows it.
      frame?.source &&
        !bug.evidence.stacks.some(([, stack]) => data.stacks[stack].includes(bug.place)) &&
        el("section", { class: "stack" }, el("h3", null, `in ${frame.name}`), el("ol", null, frameOf(frame, true))),
      ...evidenceOf(bug.evidence),
      tableOf(bug),
      bug.tests.length > 0 && el("p", null, "Tests: ", bug.tests.join(", ")),
    ],
  };
}

function tableOf({ function: name, sites }) {
  const row = ({ api, where, reason, stack }) => {
    const names =
      stack == null ? [] : data.stacks[stack].map((index) => data.frames[index]).filter((frame) => !isMinor(frame));
    return el(
      "tr",
      null,
      el("td", null, el("code", null, api)),
      el("td", null, el("code", null, where)),
      el("td", null, el("code", null, names.map((frame) => frame.name).join(" < "))),
      el("td", null, reason),
    );
  };
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": `sites of ${name}` },
    el(
      "table",
      null,
      el(
        "thead",
        null,
        el(
          "tr",
          null,
          ["What fails", "where", "in", "what happens then"].map((title) => el("th", { scope: "col" }, title)),
        ),
      ),
      el("tbody", null, sites.map(row)),
    ),
  );
}
