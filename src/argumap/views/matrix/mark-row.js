/* What a mark stands for, told in a row below it. */
import {address, changedAddress, encodeId} from "../../page/static/address.js";
import {element, findAll} from "../../page/static/elements.js";
import {say} from "../../page/static/notices.js";
import {phrase} from "../../page/static/words.js";

/** @import {People} from "./people.js" */

/**
 * @param {People} people
 * @param {HTMLElement} row
 * @param {HTMLElement} cell
 */
export function openMark({records}, row, cell) {
  const id = row.dataset.n || "";
  const [label, text = label, places = []] = records[id] || [id];
  const {name = "", by = ""} = cell.dataset;
  const mark = cell.querySelector(".mark");
  const others = findAll(row, "td[data-by] .mark")
    .filter(each => each !== mark)
    .map(each => element("span", {class: "other"}, tell(each)));
  const told = element(
    "div",
    {class: "told"},
    element("p", {class: "text", dir: "auto"}, text),
    part("who.who-and-how", tell(mark)),
    places.length ? part("who.where", places.join(", ")) : null,
    part("who.who-else", others.length ? others : phrase("who.nobody-else")),
    part("who.what-hangs", row.dataset.hangs || phrase("who.nothing-turns")),
    element(
      "p",
      {class: "ways"},
      element("a", {href: `sections.html#n=${encodeId(id)}`}, phrase("who.read")),
      element("a", {href: `map.html#n=${encodeId(id)}`}, phrase("who.on-map")),
      element("a", {href: `#who=${encodeId(by)}`}, phrase("who.all-of", {name})),
      element("button", {type: "button", class: "plain", onclick: copyLink}, phrase("who.copy")),
    ),
  );
  const wide = findAll(row, "th, td").filter(each => !each.hidden).length;
  row.after(element("tr", {class: "opened-mark"}, element("td", {colspan: wide}, told)));
}

/** @param {Element | null} mark */
const tell = mark => mark?.getAttribute("aria-label") || "";

/**
 * @param {string} key
 * @param {string | HTMLElement[]} words
 */
const part = (key, words) => element("div", {}, element("h3", {}, phrase(key)), element("p", {}, words));

function copyLink() {
  const hash = changedAddress(location.hash, {who: address.get("who")});
  navigator.clipboard?.writeText(location.href.split("#")[0] + `#${hash}`).then(() => say(phrase("who.copied")));
}
