"use strict";

// Reports come from programs: what they say is only ever set as text.

/** An element; attributes that are null or false are left out, those that begin with "on" are listeners. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value != null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

const number = (count) => count.toLocaleString("en");

const plural = (count, one, many = one + "s") => `${number(count)} ${count === 1 ? one : many}`;

const baseName = (path) => path.slice(path.lastIndexOf("/") + 1);

/** The words that are searched for, in lower case. */
let words = [];

const matches = (text) => words.every((word) => text.includes(word));

/** A text in which what is searched for is marked. */
function marked(text) {
  if (!words.length) return [text];
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // Every second part is one that was found.
  return text.split(new RegExp(`(${any})`, "gi")).map((part, i) => (i % 2 ? el("mark", null, part) : part));
}
