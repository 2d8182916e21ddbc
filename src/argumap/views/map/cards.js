/* Cards on a canvas: wrapping their text in any script, measuring them, drawing them and what ties them. */

export const TEXT_SIZE = 14;
export const PAD = 11;
export const PAD_Y = 8;
export const SMALL_LINE = 17;
const TOUCHED = 1.3,
  MARK = 15;
const RTL = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/;
const CONTROLS = /[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069]/g;

export const plainText = text => (text || "").replace(CONTROLS, " ").replace(/\s+/g, " ").trim();
export const isRightToLeft = text => RTL.test(text);

const segmenter = kind =>
  typeof Intl !== "undefined" && Intl.Segmenter ? new Intl.Segmenter(undefined, {granularity: kind}) : null;
let words = null,
  letters = null;
/* Pieces that a line may break between; a piece carries the space before it. */
function pieces(text) {
  const spaced = text.split(" ");
  if (!UNSPACED.test(text)) return spaced.map((word, i) => (i ? " " + word : word));
  words ??= segmenter("word");
  return spaced.flatMap((word, i) => {
    const parts = words ? [...words.segment(word)].map(part => part.segment) : [...word];
    return i ? [" " + parts[0], ...parts.slice(1)] : parts;
  });
}
function graphemes(text) {
  letters ??= segmenter("grapheme");
  return letters ? [...letters.segment(text)].map(part => part.segment) : [...text];
}

/* Lines no wider than `width` by `measure(text)`; a word that is too long alone breaks between letters. */
export function wrapText(text, width, measure) {
  const lines = [];
  let line = "";
  const push = piece => {
    const joined = line + piece;
    if (!line || measure(joined) <= width) {
      line = line ? joined : piece.trimStart();
      return;
    }
    lines.push(line);
    line = piece.trimStart();
  };
  for (const piece of pieces(plainText(text))) {
    push(piece);
    if (measure(line) <= width) continue;
    const long = line;
    line = "";
    for (const letter of graphemes(long)) {
      if (line && measure(line + letter) > width) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line || !lines.length) lines.push(line);
  return lines;
}

/* ---- styles: how a node's title is set ---- */
let family = {sans: "sans-serif", serif: "serif"};
let meter = null;
const widths = new Map();
function measureWith(font) {
  if (!widths.has(font)) widths.set(font, new Map());
  const known = widths.get(font);
  return text => {
    let width = known.get(text);
    if (width === undefined) {
      meter ??= document.createElement("canvas").getContext("2d");
      meter.font = font;
      width = meter.measureText(text).width;
      known.set(text, width);
    }
    return width;
  };
}
/* The style names them over several lines, which no attribute of a picture may hold. */
export function readFonts() {
  const css = getComputedStyle(document.documentElement);
  const familyOf = name =>
    css
      .getPropertyValue(name)
      .trim()
      .replace(/\s*,\s*/g, ",");
  family = {sans: familyOf("--sans"), serif: familyOf("--serif")};
}
function styleOf(node) {
  if (node.kind === "issue" && !node.parentNode) return {font: `700 17px ${family.serif}`, line: 22, ink: "issue-ink"};
  if (node.kind !== "claim") return {font: `700 15px ${family.serif}`, line: 20, ink: "ink"};
  if (node.role === "position") return {font: `700 16px ${family.serif}`, line: 21, ink: "ink"};
  const main = node.parentNode && node.parentNode.role === "position";
  return {font: `${main ? 600 : 400} ${TEXT_SIZE}px ${family.sans}`, line: 18, ink: "ink"};
}
const smallFont = (large, bold) => `${bold ? 600 : 400} ${large ? TEXT_SIZE : 12}px ${family.sans}`;

export const fonts = () => family;

const textCache = new Map();
export function cardText(node, width, full, describe) {
  const key = node.id + "\u0001" + width + (full ? "f" : "");
  let text = textCache.get(key);
  if (!text) {
    const style = styleOf(node),
      inner = width - 2 * PAD;
    text = {
      style,
      lines: wrapText(node.title, inner, measureWith(style.font)),
      rtl: isRightToLeft(plainText(node.title)),
      small: [],
    };
    for (const {words, tail = "", mark, tone = "ink-soft"} of describe(node)) {
      const room = inner - (mark ? MARK : 0);
      const font = smallFont(mark && !full, mark);
      wrapText(words + tail, room, measureWith(font)).forEach((line, i) => {
        const told = i || !tail ? line : words;
        text.small.push({
          words: told,
          tail: line.slice(told.length),
          at: measureWith(font)(told),
          mark: i ? null : mark,
          inset: mark ? MARK : 0,
          tone: i && tail ? "ink-soft" : tone,
          font: i && tail ? smallFont() : font,
        });
      });
    }
    text.marked = text.small.some(line => line.mark);
    text.h =
      2 * PAD_Y +
      text.lines.length * style.line +
      (text.small.length ? 2 + text.small.length * (full ? 16 : SMALL_LINE) : 0);
    textCache.set(key, text);
  }
  return text;
}
export const forgetTexts = () => {
  textCache.clear();
  widths.clear();
};

/* A question is as wide as two lines of it need, within reason. */
function headline(node, width) {
  const half = measureWith(styleOf(node).font)(plainText(node.title)) * 0.54 + 2 * PAD;
  return Math.max(width, Math.min(Math.ceil(half), 430));
}
export function cardSize(node, width, full, describe) {
  const wide = node.kind === "issue" && !node.parentNode ? headline(node, width) : width;
  return {w: wide, h: cardText(node, wide, full, describe).h};
}

/* ---- drawing ---- */
export function roundBox(ctx, x, y, w, h, r) {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, r);
}

/* Looks: {fill, edge, ring, dim, badge, open, status, scale, colours, sign, tone}. */
export function drawCard(ctx, node, box, look) {
  const {x, y, w, h} = box,
    c = look.colours;
  ctx.save();
  if (look.scale * TEXT_SIZE < 3.4) {
    ctx.globalAlpha = look.dim ? 0.34 : 1;
    ctx.fillStyle = look.edge;
    ctx.fillRect(x, y, w, h);
    if (look.ring) {
      ctx.strokeStyle = c.accent;
      ctx.lineWidth = 3 / look.scale;
      ctx.strokeRect(x, y, w, h);
    }
    ctx.restore();
    return;
  }
  const radius = node.kind === "issue" ? 10 : 6;
  if (look.dim) {
    ctx.fillStyle = c.paper;
    roundBox(ctx, x, y, w, h, radius);
    ctx.fill();
    ctx.globalAlpha = 0.34;
  }
  ctx.fillStyle = look.dim && node.kind === "issue" ? c.surface : look.fill;
  roundBox(ctx, x, y, w, h, radius);
  ctx.fill();
  ctx.strokeStyle = look.edge;
  ctx.lineWidth = node.role === "position" ? 2 : TOUCHED;
  if (node.implicit) ctx.setLineDash([5, 4]);
  if (node.moved?.aside) ctx.setLineDash([2, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (look.hit) {
    ctx.strokeStyle = c.hit;
    ctx.lineWidth = 5;
    roundBox(ctx, x - 3, y - 3, w + 6, h + 6, radius + 3);
    ctx.stroke();
  }
  if (look.ring) {
    ctx.strokeStyle = c.accent;
    ctx.lineWidth = Math.max(3, 2.5 / look.scale);
    roundBox(ctx, x - 2.5, y - 2.5, w + 5, h + 5, radius + 2);
    ctx.stroke();
  }
  drawText(ctx, node, box, look);
  if (node.status && !node.moved?.aside && !cardText(node, w, look.full, look.describe).marked)
    drawStatus(ctx, cornerOf(box), node.status, c);
  ctx.restore();
}
function drawText(ctx, node, {x, y, w}, look) {
  const text = cardText(node, w, look.full, look.describe),
    c = look.colours;
  ctx.textBaseline = "middle";
  ctx.direction = text.rtl ? "rtl" : "ltr";
  ctx.textAlign = "start";
  const left = text.rtl ? x + w - PAD : x + PAD;
  ctx.font = text.style.font;
  ctx.fillStyle = look.dim ? c.ink : c[text.style.ink];
  let at = y + PAD_Y + text.style.line / 2;
  for (const line of text.lines) {
    ctx.fillText(line, left, at);
    at += text.style.line;
  }
  if (!text.small.length) return;
  const step = look.full ? 16 : SMALL_LINE;
  at += 2 + (step - text.style.line) / 2;
  for (const {words, tail, at: wide, mark, inset, tone, font} of text.small) {
    const aside = text.rtl ? -inset : inset;
    ctx.font = font;
    ctx.fillStyle = c[tone];
    ctx.fillText(words, left + aside, at);
    if (tail) {
      ctx.font = smallFont();
      ctx.fillStyle = c["ink-soft"];
      ctx.fillText(tail, left + aside + (text.rtl ? -wide : wide), at);
    }
    if (mark) drawStatus(ctx, {x: left + (text.rtl ? -5 : 5), y: at - 0.5}, mark, c);
    at += step;
  }
}
/* Full, half or empty: what stands, what is undecided, what falls. */
function drawStatus(ctx, {x, y}, status, c) {
  const r = 4.5;
  ctx.beginPath();
  ctx.arc(x, y, r + 2, 0, 7);
  ctx.fillStyle = c.surface;
  ctx.fill();
  ctx.fillStyle = ctx.strokeStyle = c[status];
  ctx.lineWidth = 1.8;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 7);
  ctx.stroke();
  if (status === "stands") ctx.fill();
  if (status === "undecided") {
    ctx.beginPath();
    ctx.arc(x, y, r, Math.PI / 2, Math.PI * 1.5);
    ctx.fill();
  }
}
export const cornerOf = box => ({x: box.side < 0 ? box.x + 4 : box.x + box.w - 4, y: box.y + 4});

/* Where a card is tied to what it bears on: its outer side, or its top where it stands in a row. */
export function jointOf(box, mode) {
  if (mode === "down" && !box.hang) return {x: box.x + box.w / 2, y: box.y};
  if (box.stacked) return {x: box.side < 0 ? box.x + box.w - 14 : box.x + 14, y: box.y};
  const y = box.y + Math.min(box.h / 2, 26);
  return box.side < 0 ? {x: box.x + box.w, y} : {x: box.x, y};
}
/* The line from a parent to a child as path commands that canvas and SVG share. */
export function tiePath(parent, child, mode) {
  const end = jointOf(child, mode);
  if (child.stacked)
    return [
      ["M", end.x, parent.y + parent.h],
      ["L", end.x, end.y],
      ["L", end.x, end.y],
    ];
  if (child.hang) {
    const trunk = child.side < 0 ? end.x + 11 : end.x - 11;
    return [
      ["M", trunk, parent.y + parent.h],
      ["L", trunk, end.y],
      ["L", end.x, end.y],
    ];
  }
  if (mode === "down") {
    const start = {x: parent.x + parent.w / 2, y: parent.y + parent.h},
      middle = start.y + Math.max(10, (end.y - start.y) / 2);
    return Math.abs(start.x - end.x) < 1
      ? [
          ["M", start.x, start.y],
          ["L", end.x, end.y],
        ]
      : [
          ["M", start.x, start.y],
          ["L", start.x, middle],
          ["L", end.x, middle],
          ["L", end.x, end.y],
        ];
  }
  const start = {x: child.side < 0 ? parent.x : parent.x + parent.w, y: parent.y + parent.h / 2};
  const bend = (end.x - start.x) / 2;
  return [
    ["M", start.x, start.y],
    ["C", start.x + bend, start.y, end.x - bend, end.y, end.x, end.y],
  ];
}
/* A cross link: from edge to edge, bowed, so that it does not run along a tie. */
export function bowPath(from, to) {
  const a = {x: from.x + from.w / 2, y: from.y + from.h / 2},
    b = {x: to.x + to.w / 2, y: to.y + to.h / 2};
  const start = leave(from, a, b),
    end = leave(to, b, a);
  const dx = end.x - start.x,
    dy = end.y - start.y,
    far = Math.hypot(dx, dy) || 1,
    out = Math.min(70, far * 0.22);
  const middle = {x: (start.x + end.x) / 2 - (dy / far) * out, y: (start.y + end.y) / 2 + (dx / far) * out};
  return {
    path: [
      ["M", start.x, start.y],
      ["Q", middle.x, middle.y, end.x, end.y],
    ],
    start,
    end,
    middle,
  };
}
function leave(box, from, to) {
  const dx = to.x - from.x,
    dy = to.y - from.y;
  const t = Math.min(dx ? box.w / 2 / Math.abs(dx) : Infinity, dy ? box.h / 2 / Math.abs(dy) : Infinity);
  return Number.isFinite(t) ? {x: from.x + dx * t, y: from.y + dy * t} : {...from};
}
export function tracePath(ctx, path) {
  ctx.beginPath();
  for (const [command, ...at] of path) {
    if (command === "M") ctx.moveTo(...at);
    else if (command === "L") ctx.lineTo(...at);
    else if (command === "C") ctx.bezierCurveTo(...at);
    else ctx.quadraticCurveTo(...at);
  }
}
export function drawSign(ctx, at, sign, tone, colours, scale, shown = 8.5) {
  ctx.fillStyle = tone;
  ctx.beginPath();
  ctx.arc(at.x, at.y, shown, 0, 7);
  ctx.fill();
  if (scale * TEXT_SIZE < 4) return;
  ctx.strokeStyle = colours.paper;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = colours.surface;
  ctx.font = `700 13px ${family.sans}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  ctx.fillText(sign, at.x, at.y + 0.5);
}

/* The pill with what is hidden below (or a minus where it can be folded), on the card's lower edge. */
export function badgeBox(box, text) {
  const w = 13 + 8 * text.length;
  const x = box.side < 0 ? box.x + 14 : box.x + box.w - w - 14;
  return {x, y: box.y + box.h - 8, w, h: 19};
}
/* The quiet pill beside it: how many steps from elsewhere in the map bear on this card. */
export function elsewhereBox(box, text, beside) {
  const badge = badgeBox(box, text);
  return {...badge, x: !beside ? badge.x : box.side < 0 ? beside.x + beside.w + 4 : beside.x - badge.w - 4};
}
export function drawBadge(ctx, badge, text, colours, quiet) {
  roundBox(ctx, badge.x, badge.y, badge.w, badge.h, badge.h / 2);
  ctx.fillStyle = quiet ? colours.surface : colours.ink;
  ctx.fill();
  ctx.strokeStyle = quiet ? colours.edge : colours.paper;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = quiet ? colours.ink : colours.surface;
  ctx.font = `700 13px ${family.sans}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  ctx.fillText(text, badge.x + badge.w / 2, badge.y + badge.h / 2 + 0.5);
}

export function drawPerson(ctx, name, box, look) {
  const c = look.colours;
  ctx.save();
  if (look.dim) ctx.globalAlpha = 0.34;
  ctx.beginPath();
  ctx.ellipse(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 0, 7);
  ctx.fillStyle = c["stakeholder-tint"];
  ctx.fill();
  ctx.strokeStyle = c.stakeholder;
  ctx.lineWidth = look.ring ? 3 : 1.4;
  if (look.dashed) ctx.setLineDash([4, 3]);
  ctx.stroke();
  ctx.font = `600 13px ${family.sans}`;
  ctx.fillStyle = c.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = isRightToLeft(name) ? "rtl" : "ltr";
  if (look.scale * 13 > 3.4)
    box.lines.forEach((line, i) =>
      ctx.fillText(line, box.x + box.w / 2, box.y + box.h / 2 + (i - (box.lines.length - 1) / 2) * 16),
    );
  ctx.restore();
}
export function personSize(name) {
  const measure = measureWith(`600 13px ${family.sans}`);
  const lines = wrapText(name, 150, measure);
  return {lines, w: Math.max(...lines.map(measure)) * 1.15 + 44, h: lines.length * 16 + 22};
}
