/* A part of a page as a picture: what the reader sees of it, with the map's title above and the page's name below. */
import {element, findAll} from "./elements.js";
import {pageName, titleOf} from "./handing-over.js";

const SVG = "http://www.w3.org/2000/svg";
const NOT_XML = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const FINEST = 2;
/** What browsers allow of a canvas: its longer side, and its area. */
const LARGEST = {side: 16000, area: 200e6};
/** Room for the title above, the name below, and what the page leaves around the part. */
const AROUND = 240;
const MARGIN = 24;

/**
 * How fine a picture of so many pixels can be drawn.
 * @param {number} width
 * @param {number} height
 */
export function findScale(width, height) {
  const fits = Math.min(LARGEST.side / Math.max(width, height), Math.sqrt(LARGEST.area / (width * height)));
  return Math.min(FINEST, fits);
}

/**
 * Draws the first part of the page that the selector names, as it is styled now. Raises where there is none, or where
 * the browser does not let a page draw itself.
 * @param {string} selector
 * @returns {Promise<HTMLCanvasElement>}
 */
export async function drawPart(selector) {
  const [part] = findAll(document, selector);
  if (!part) throw new RangeError(`nothing is shown as ${selector}`);
  const width = document.documentElement.clientWidth;
  const height = Math.ceil(measureHeight(part)) + AROUND;
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(writeSvg(part, {width, height}))}`;
  await image.decode();
  const scale = findScale(width, height);
  const canvas = element("canvas", {width: Math.floor(width * scale), height: Math.floor(height * scale)});
  const ctx = canvas.getContext("2d");
  if (!ctx) throw new Error("no canvas");
  ctx.scale(scale, scale);
  ctx.fillStyle = getComputedStyle(document.body).backgroundColor;
  ctx.fillRect(0, 0, width, height);
  ctx.drawImage(image, 0, 0, width, height);
  return cutBelow(canvas, ctx, MARGIN * scale);
}

/**
 * How high the part is, also where it has no box of its own; what is folded within it has one all the same.
 * @param {HTMLElement} part
 */
function measureHeight(part) {
  const range = document.createRange();
  range.selectNodeContents(part);
  return (part.getClientRects().length ? part : range).getBoundingClientRect().height;
}

/**
 * The part within all that is around it, so that the page's styles fit, and without what is beside it.
 * @param {HTMLElement} part
 * @param {{width: number, height: number}} size
 */
function writeSvg(part, {width, height}) {
  const theme = isDark() ? "dark" : "light";
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({width, height, "data-theme": theme, style: `color-scheme:${theme}`}))
    svg.setAttribute(key, String(value));
  const style = document.createElementNS(SVG, "style");
  style.textContent = [...document.querySelectorAll("style")].map(each => each.textContent).join("\n");
  const holder = document.createElementNS(SVG, "foreignObject");
  holder.setAttribute("width", "100%");
  holder.setAttribute("height", "100%");
  holder.append(within(part));
  svg.append(style, holder);
  return new XMLSerializer().serializeToString(svg).replace(NOT_XML, "\uFFFD");
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/**
 * @param {HTMLElement} part
 */
function within(part) {
  let made = /** @type {Element} */ (part.cloneNode(true));
  for (let around = part.parentElement; around; around = around.parentElement) {
    const shell = /** @type {Element} */ (around.cloneNode(false));
    shell.append(made);
    if (shell instanceof HTMLBodyElement) {
      shell.prepend(element("p", {class: "picture-title", dir: "auto"}, titleOf()));
      shell.append(element("p", {class: "picture-name"}, pageName()));
    }
    made = shell;
  }
  return made;
}

/**
 * The canvas without what is empty at its foot.
 * @param {HTMLCanvasElement} canvas
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} margin
 */
function cutBelow(canvas, ctx, margin) {
  const {width, height} = canvas;
  const least = Math.max(1, height - 4 * AROUND);
  const {data} = ctx.getImageData(0, least, width, height - least);
  const pixels = new Uint32Array(data.buffer);
  const last = pixels.findLastIndex(pixel => pixel !== pixels[pixels.length - 1]);
  const kept = Math.min(height, Math.ceil(least + last / width + margin));
  const cut = element("canvas", {width, height: kept});
  cut.getContext("2d")?.drawImage(canvas, 0, 0);
  return cut;
}
