// Frames, stacks and lines of source.

/** The place of a frame: shortly, or with the whole path. Null where it is not known. */
function placeOf(frame, isWhole) {
  if (!frame.file) return null;
  const file = isWhole ? frame.file : baseName(frame.file);
  if (frame.line != null) return `${file}:${frame.line}`;
  return frame.offset == null ? file : `${file}+0x${frame.offset.toString(16)}`;
}

/** What the author of the extension has not written. */
const isMinor = (frame) => /hpy\/devel\/src\//.test(frame.file ?? "") || frame.name.endsWith("_trampoline");

function sourceOf(frame) {
  const [first, lines, isChanged] = frame.source;
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents, 80);
  const rows = lines.map((line, i) =>
    el(
      "span",
      { class: first + i === frame.line ? "line here" : "line" },
      el("span", { class: "no" }, String(first + i)),
      el("span", { class: "code" }, (line.slice(indent) || " ") + "\n"),
    ),
  );
  return [
    el("pre", { class: "source", tabindex: 0, "aria-label": `source of ${placeOf(frame)}` }, rows),
    isChanged && el("p", { class: "note" }, "This file is newer than the reports: the line may be another one."),
  ];
}

function frameOf(frame, isOpen) {
  const place = placeOf(frame);
  const text = [
    el("code", { class: "name" }, frame.name),
    place && el("span", { class: "place", title: placeOf(frame, true) }, place),
  ];
  const item = el("li", { class: isMinor(frame) ? "frame minor" : "frame" });
  if (frame.source)
    item.append(el("details", { open: isOpen }, el("summary", null, text), ...sourceOf(frame).filter(Boolean)));
  else item.append(el("div", { class: "plain" }, text));
  return item;
}

/** A stack below its title; the source of the innermost function that the author wrote is open. */
function stackOf(title, stack) {
  const frames = data.stacks[stack].map((frame) => data.frames[frame]);
  const shown = frames.findIndex((frame) => !isMinor(frame));
  return el(
    "section",
    { class: "stack" },
    el("h3", null, title),
    el(
      "ol",
      null,
      frames.map((frame, i) => frameOf(frame, i === shown)),
    ),
  );
}

/** Facts and stacks: what a report or a bug has to say. */
function evidenceOf({ facts, stacks, handle }) {
  const rows = handle ? [...facts, ["handle", handle]] : facts;
  return [
    rows.length > 0 &&
      el(
        "dl",
        { class: "facts" },
        rows.map(([key, value]) => el("div", null, el("dt", null, key), el("dd", null, value))),
      ),
    stacks.length > 0 &&
      el(
        "div",
        { class: "stacks" },
        stacks.map(([title, stack]) => stackOf(title, stack)),
      ),
  ].filter(Boolean);
}
