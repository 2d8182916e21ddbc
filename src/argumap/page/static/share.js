/* The menu that every page has for handing on what it shows: a link, a quotation, a picture, a table. */
import {writeCsv} from "./csv.js";
import {findAll, findTarget} from "./elements.js";
import {copyPicture, copyText, pageName, saveBlob, titleOf} from "./handing-over.js";
import {phrase, quote} from "./words.js";

/**
 * A claim to be quoted, with who says it and where.
 * @typedef {{claim: string, who?: string, passages?: readonly string[]}} Quotation
 */
/**
 * What a page can hand on; each is asked when the reader wants it.
 * @typedef {object} Offers
 * @property {() => Promise<HTMLCanvasElement> | HTMLCanvasElement | null} [canvas] the picture
 * @property {() => (() => string) | null} [svg] what writes the same as SVG, where that can be done
 * @property {() => Quotation | null} [quotation] of what is chosen; null where nothing is
 * @property {() => readonly (readonly string[])[]} [rows] of the table
 */

/** @type {Offers} */
const offers = {};

/**
 * Has the menu offer more.
 * @param {Offers} more
 */
export function offer(more) {
  Object.assign(offers, more);
  refresh();
}

/** Brings the menu to life. */
export function startShare() {
  const menu = document.getElementById("share");
  if (!menu) return;
  menu.hidden = false;
  menu.addEventListener("toggle", refresh);
  menu.addEventListener("click", event => {
    const asked = findTarget(event, "[data-offer]");
    if (asked) void hand(asked.dataset.offer || "");
  });
  refresh();
}

/** @param {string} which */
const isOffered = which =>
  ({
    link: true,
    quotation: Boolean(offers.quotation),
    picture: Boolean(offers.canvas),
    png: Boolean(offers.canvas),
    svg: Boolean(offers.svg?.()),
    csv: Boolean(offers.rows),
  })[which] || false;

/** Shows what is offered now, and what the quotation is of. */
function refresh() {
  const menu = document.getElementById("share");
  if (!(menu instanceof HTMLDetailsElement) || (menu.open === false && menu.dataset.told)) return;
  menu.dataset.told = "";
  for (const button of findAll(menu, "[data-offer]")) button.hidden = !isOffered(button.dataset.offer || "");
  const quotation = offers.quotation?.() || null;
  const button = menu.querySelector("[data-offer=quotation]");
  if (button instanceof HTMLButtonElement) button.disabled = !quotation;
  const of = menu.querySelector("[data-offer=quotation] small");
  if (of) of.textContent = quotation ? quotation.claim : phrase("share.choose");
  tell("");
}

/** @param {string} words */
function tell(words) {
  const line = document.querySelector("#share output");
  if (line) line.textContent = words;
}

/** @type {Record<string, () => Promise<string> | string>} */
const HANDED = {
  link: async () => ((await copyText(location.href)) ? phrase("share.copied") : ""),
  async quotation() {
    const quotation = offers.quotation?.();
    return quotation && (await copyText(writeQuotation(quotation))) ? phrase("share.copied") : "";
  },
  async picture() {
    const made = draw();
    if (await copyPicture(made)) return phrase("share.copied");
    return savePicture(made);
  },
  png: () => savePicture(draw()),
  svg() {
    const write = offers.svg?.();
    return write ? save(new Blob([write()], {type: "image/svg+xml"}), "svg") : "";
  },
  csv: () => save(new Blob([writeCsv(offers.rows?.() || [])], {type: "text/csv"}), "csv"),
};

/** @param {string} which */
async function hand(which) {
  tell(["picture", "png"].includes(which) ? phrase("share.drawing") : "");
  try {
    tell((await HANDED[which]?.()) || "");
  } catch {
    tell(phrase("share.no-picture"));
  }
}

/** @param {Promise<Blob>} made */
async function savePicture(made) {
  return save(await made, "png");
}

/**
 * @param {Blob} blob
 * @param {string} suffix
 */
function save(blob, suffix) {
  const name = `${nameFile()}.${suffix}`;
  saveBlob(blob, name);
  return phrase("share.saved", {name});
}

/** What is shown, as PNG. @returns {Promise<Blob>} */
async function draw() {
  const canvas = await offers.canvas?.();
  const blob = canvas && (await new Promise(resolve => canvas.toBlob(resolve, "image/png")));
  if (!(blob instanceof Blob)) throw new Error("nothing was drawn");
  return blob;
}

function nameFile() {
  const words = `${titleOf()} ${pageName()}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) || ["argumap"];
  return words.join("-").slice(0, 80);
}

/**
 * A quotation as text: the claim, who says it, the passage, and where this stands.
 * @param {Quotation} quotation
 */
export function writeQuotation({claim, who, passages = []}) {
  const lines = [quote(claim), who ? `— ${who}` : "", ...passages, `${titleOf()}: ${location.href}`];
  return lines.filter(Boolean).join("\n");
}
