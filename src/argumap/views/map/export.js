/* The map as a picture: SVG with text as text, PNG from the same drawing. */
import {element} from "../../page/static/elements.js";
import {PAD, PAD_Y, SMALL_LINE, TEXT_SIZE, cardText, cornerOf, fonts} from "./cards.js";

const NOT_XML = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escapes = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};
export const xml = text =>
  String(text)
    .replace(NOT_XML, "\uFFFD")
    .replace(/[&<>"']/g, letter => escapes[letter]);
const n = number => String(Math.round(number * 10) / 10);

/* scene: {title, bounds, colours, cards: [{node, box, look}], ties: [{path, tone, dash, width}], signs, badges, labels, people} */
export function writeSvg(scene) {
  const {x, y, w, h} = scene.bounds,
    c = scene.colours,
    margin = 28;

  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(x - margin)} ${n(y - margin)} ${n(w + 2 * margin)} ${n(h + 2 * margin)}" width="${n(w + 2 * margin)}" height="${n(h + 2 * margin)}" font-family="${xml(fonts().sans)}">`,
    `<title>${xml(scene.title)}</title>`,
    `<rect x="${n(x - margin)}" y="${n(y - margin)}" width="100%" height="100%" fill="${c.paper}"/>`,
  ];
  for (const tie of scene.ties) {
    out.push(
      `<path d="${tie.path.map(([command, ...at]) => command + at.map(n).join(" ")).join("")}" fill="none" stroke="${tie.tone}" stroke-width="${tie.width}"${tie.dash.length ? ` stroke-dasharray="${tie.dash.join(" ")}"` : ""}/>`,
    );
  }
  for (const {node, box, look} of scene.cards) out.push(card(node, box, look, c));
  for (const {name, id, box} of scene.people) {
    const middle = box.x + box.w / 2,
      first = box.y + box.h / 2 - (box.lines.length - 1) * 8;
    out.push(
      `<g id="${xml("n=" + id)}"><title>${xml(name)}</title><ellipse cx="${n(middle)}" cy="${n(box.y + box.h / 2)}" rx="${n(box.w / 2)}" ry="${n(box.h / 2)}" fill="${c["stakeholder-tint"]}" stroke="${c.stakeholder}"/>`,
      ...box.lines.map((line, i) => text(line, middle, first + i * 16 + 4.5, 13, 600, c.ink, "middle")),
      "</g>",
    );
  }
  for (const {at, sign, tone} of scene.signs) {
    out.push(
      `<circle cx="${n(at.x)}" cy="${n(at.y)}" r="8.5" fill="${tone}" stroke="${c.paper}" stroke-width="1.5"/>`,
      text(sign, at.x, at.y + 4.6, 13, 700, c.surface, "middle"),
    );
  }
  for (const {badge, words, quiet} of scene.badges) {
    out.push(
      `<rect x="${n(badge.x)}" y="${n(badge.y)}" width="${n(badge.w)}" height="${badge.h}" rx="9.5" fill="${quiet ? c.surface : c.ink}" stroke="${quiet ? c.edge : c.paper}" stroke-width="1.5"/>`,
      text(words, badge.x + badge.w / 2, badge.y + 14, 13, 700, quiet ? c.ink : c.surface, "middle"),
    );
  }
  for (const {x: at, y: base, anchor, words, tone} of scene.labels)
    out.push(text(words, at, base, TEXT_SIZE, 700, tone, anchor));
  out.push("</svg>");
  return out.join("\n");
}
function text(words, x, y, size, weight, fill, anchor, more = "") {
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${more}>${xml(words)}</text>`;
}
function card(node, box, look, c) {
  const {x, y, w, h} = box,
    set = cardText(node, w, look.full, look.describe);
  const [, weight, size, family] = /^(\d+) ([\d.]+)px (.*)$/.exec(set.style.font);
  const left = set.rtl ? x + w - PAD : x + PAD;
  const direction = set.rtl ? ' direction="rtl"' : "";
  const out = [
    `<g id="${xml("n=" + node.id)}"><title>${xml(node.text || node.title)}</title>`,
    `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="6" fill="${look.fill}" stroke="${look.edge}" stroke-width="${node.role === "position" ? 2 : 1.3}"${node.implicit ? ' stroke-dasharray="5 4"' : ""}/>`,
  ];
  let at = y + PAD_Y + set.style.line / 2 + Number(size) * 0.35;
  for (const line of set.lines) {
    out.push(
      text(line, left, at, size, weight, c[set.style.ink], "start", `${direction} font-family="${xml(family)}"`),
    );
    at += set.style.line;
  }
  const step = look.full ? 16 : SMALL_LINE;
  at += 2 + (step - set.style.line) / 2 - Number(size) * 0.35;
  for (const {words, tail, at: wide, mark, inset, tone, font: small} of set.small) {
    const [, bold, height] = /^(\d+) ([\d.]+)px/.exec(small);
    out.push(
      text(
        words,
        set.rtl ? left - inset : left + inset,
        at + Number(height) * 0.35,
        height,
        bold,
        c[tone],
        "start",
        `${direction} class="small"`,
      ),
    );
    if (tail)
      out.push(
        text(
          tail,
          set.rtl ? left - inset - wide : left + inset + wide,
          at + Number(height) * 0.35,
          height,
          400,
          c["ink-soft"],
          "start",
          `${direction} class="small"`,
        ),
      );
    if (mark) out.push(verdict({x: left + (set.rtl ? -5 : 5), y: at - 0.5}, mark, c));
    at += step;
  }
  if (node.status && !node.moved?.aside && !set.marked) out.push(verdict(cornerOf(box), node.status, c));
  out.push("</g>");
  return out.join("");
}
function verdict({x, y}, status, c) {
  const half =
    status === "undecided"
      ? `<path d="M${n(x)} ${n(y - 4.5)}A4.5 4.5 0 0 0 ${n(x)} ${n(y + 4.5)}Z" fill="${c[status]}"/>`
      : "";
  return `<circle cx="${n(x)}" cy="${n(y)}" r="4.5" fill="${status === "stands" ? c[status] : c.surface}" stroke="${c[status]}" stroke-width="1.8"/>${half}`;
}

/* A canvas at least twice as fine as the layout, within what browsers allow. */
export function paintCanvas(scene, paint) {
  const {x, y, w, h} = scene.bounds,
    margin = 28;
  const across = w + 2 * margin,
    down = h + 2 * margin;
  const scale = Math.min(2, 16000 / Math.max(across, down), Math.sqrt(200e6 / (across * down)));
  const made = document.createElement("canvas");
  made.width = Math.ceil(across * scale);
  made.height = Math.ceil(down * scale);
  const ctx = made.getContext("2d");
  ctx.fillStyle = scene.colours.paper;
  ctx.fillRect(0, 0, made.width, made.height);
  ctx.scale(scale, scale);
  ctx.translate(margin - x, margin - y);
  paint(ctx);
  return made;
}

export function saveBlob(blob, name) {
  const link = element("a", {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 30000);
}
