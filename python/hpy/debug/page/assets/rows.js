// Lists of rows that unfold. Both the rows and what they hold are made when they are seen.

const CHUNK = 100;
/** So many are printed; more would be books. */
const PRINTED = 500;

/**
 * A row. An item has `level`, `badge`, `name`, `title`, `where`, `path`, `module`, `counted`, and `body()`, which makes
 * what is shown below it.
 */
function rowOf(item) {
  const row = el(
    "details",
    { class: "row" },
    el(
      "summary",
      null,
      el("span", { class: `badge ${item.level}` }, marked(item.badge)),
      el(
        "span",
        { class: "what" },
        el("code", { class: "name" }, marked(item.name)),
        " ",
        el("span", { class: "title" }, marked(item.title)),
      ),
      el("span", { class: "where", title: item.path }, marked(item.where)),
      el("span", { class: "module" }, marked(item.module ?? "")),
      el("span", { class: "count" }, item.counted),
    ),
  );
  const fill = () => row.children.length === 1 && row.append(el("div", { class: "body" }, item.body()));
  row.addEventListener("toggle", () => row.open && fill());
  row.unfold = () => {
    fill();
    row.open = true;
  };
  return row;
}

/** A list of them. `show(items)` replaces what is shown. */
class Rows {
  constructor(nothing) {
    this.nothing = nothing;
    this.list = el("div", { class: "rows" });
    this.more = el("button", { class: "more", type: "button", onclick: () => this.extend(CHUNK) });
    this.element = el("div", null, this.list, this.more);
    new IntersectionObserver((entries) => entries[0].isIntersecting && this.extend(CHUNK), {
      rootMargin: "400px",
    }).observe(this.more);
  }

  show(items) {
    this.items = items;
    this.shown = 0;
    this.list.replaceChildren();
    if (!items.length) this.list.append(el("p", { class: "empty" }, this.nothing));
    this.extend(CHUNK);
  }

  extend(count) {
    this.list.append(...this.items.slice(this.shown, this.shown + count).map(rowOf));
    this.shown = Math.min(this.shown + count, this.items.length);
    const left = this.items.length - this.shown;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show more: ${number(left)} left`;
  }

  /** Shows what is printed: all of a few rows is unfolded. */
  print() {
    if (this.shown < PRINTED) this.extend(PRINTED - this.shown);
    if (this.items.length <= 20) for (const row of this.list.querySelectorAll(".row")) row.unfold();
  }
}
