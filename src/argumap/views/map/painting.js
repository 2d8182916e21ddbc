/* Paints a scene on a canvas. Where text could not be read, only what can still be told apart is drawn. */
import {
  PAD,
  PAD_Y,
  PERSON_LINE,
  TEXT_SIZE,
  cardText,
  fonts,
  personFont,
  smallLineHeight,
  tailFont,
} from "./card-text.js";
import {markOf} from "./claim-words.js";
import {ADDED_DASH, BARE_MARK, MARK, centreOf, cornerOf} from "./geometry.js";
import {markTone} from "./looks.js";
import {isRightToLeft} from "./wrapping.js";

/** @import {CardText, Describe} from "./card-text.js" */
/** @import {Path, Point} from "./geometry.js" */
/** @import {Colours} from "./looks.js" */
/** @import {Badge, CardShape, Cross, Label, PersonShape, Scene, Sign, Speech, Tie} from "./scene.js" */
/** @import {Rect} from "./tidy.js" */

/**
 * Where and how a scene is painted: the scale on the screen, and what part of it is in sight, null for all.
 * @typedef {{ctx: CanvasRenderingContext2D, scale: number, frame: Rect | null, describe: Describe}} Pass
 */

const LEGIBLE = 3.4;
const FULL_TURN = 7;

/**
 * What lies under the cards: ties, brackets, cross links and who says what.
 * @param {Pass} pass
 * @param {Scene} scene
 */
export function paintUnder(pass, scene) {
  const {ctx} = pass;
  for (const tie of scene.ties) paintTie(ctx, tie, scene.colours);
  ctx.setLineDash([]);
  for (const bracket of scene.brackets) {
    ctx.strokeStyle = bracket.tone;
    ctx.lineWidth = bracket.width;
    stroke(ctx, bracket.path);
  }
  paintSpeeches(pass, scene);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Tie} tie
 * @param {Colours} colours
 */
function paintTie(ctx, tie, colours) {
  ctx.lineWidth = tie.width;
  if (!tie.hang) {
    ctx.setLineDash(tie.dash);
    ctx.strokeStyle = tie.tone;
    stroke(ctx, tie.path);
    return;
  }
  const [, turn, end] = tie.path;
  ctx.setLineDash([]);
  ctx.strokeStyle = colours.edge;
  stroke(ctx, tie.path.slice(0, 2));
  ctx.strokeStyle = tie.tone;
  const [, ...at] = turn;
  stroke(ctx, [["M", ...at], end]);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Cross | Speech} line
 * @param {number} width
 */
function paintLine(ctx, {path, tone, dash}, width) {
  ctx.lineWidth = width;
  ctx.strokeStyle = tone;
  ctx.setLineDash(dash);
  stroke(ctx, path);
}

/**
 * @param {Pass} pass
 * @param {Scene} scene
 */
function paintSpeeches({ctx, scale}, {speeches, colours}) {
  const isChoosing = speeches.some(line => line.chosen);
  for (const line of speeches) {
    const tone = isChoosing && !line.chosen ? colours.edge : line.tone;
    paintLine(ctx, {...line, tone}, line.chosen ? 2.2 : 0.8);
  }
  ctx.setLineDash([]);
  if (scale * 12 < 7) return;
  const chosen = speeches.filter(line => line.chosen);
  const words = new Map(chosen.map(line => [`${line.start.x},${line.start.y}${line.act}`, line]));
  for (const {start, act, tone} of words.values()) paintWord(ctx, {x: start.x - 46, y: start.y}, act, tone, colours);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Point} at
 * @param {string} words
 * @param {string} tone
 * @param {Colours} colours
 */
function paintWord(ctx, {x, y}, words, tone, colours) {
  ctx.font = `600 12px ${fonts().sans}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const wide = ctx.measureText(words).width + 10;
  ctx.fillStyle = colours.paper;
  roundBox(ctx, {x: x - wide / 2, y: y - 9, w: wide, h: 18}, 4);
  ctx.fill();
  ctx.fillStyle = tone;
  ctx.fillText(words, x, y + 0.5);
}

/**
 * A cross link lies over the cards in its way, with a seam in the colour of the ground.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Cross} cross
 * @param {Colours} colours
 */
function paintCross(ctx, cross, colours) {
  paintLine(ctx, {...cross, tone: colours.paper, dash: []}, 5.5);
  paintLine(ctx, cross, 2.2);
  ctx.setLineDash([]);
}

/**
 * What lies over the cards: cross links, signs, badges and labels.
 * @param {Pass} pass
 * @param {Scene} scene
 */
export function paintOver(pass, scene) {
  for (const cross of scene.crosses) paintCross(pass.ctx, cross, scene.colours);
  if (pass.scale * TEXT_SIZE < LEGIBLE) return;
  const {ctx, scale} = pass;
  const {colours} = scene;
  for (const {start, ...cross} of scene.crosses) paintSign(ctx, {at: start, ...cross}, colours, scale);
  for (const sign of scene.signs) if (isInSight(pass, sign.box)) paintSign(ctx, sign, colours, scale);
  for (const badge of scene.badges) if (isInSight(pass, badge.box)) paintBadge(ctx, badge, colours);
  ctx.textBaseline = "alphabetic";
  ctx.direction = "ltr";
  for (const label of scene.labels) paintLabel(ctx, label);
}

/**
 * @param {Pass} pass
 * @param {Rect} box
 */
function isInSight({frame}, box) {
  if (!frame) return true;
  const across = box.x <= frame.x + frame.w && box.x + box.w >= frame.x;
  return across && box.y <= frame.y + frame.h && box.y + box.h >= frame.y;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Pick<Sign, "at" | "sign" | "tone" | "added">} sign
 * @param {Colours} colours
 * @param {number} scale
 */
function paintSign(ctx, {at, sign, tone, added}, colours, scale) {
  ctx.fillStyle = added ? colours.surface : tone;
  ctx.beginPath();
  ctx.arc(at.x, at.y, 8.5, 0, FULL_TURN);
  ctx.fill();
  if (!added && scale * TEXT_SIZE < 4) return;
  ctx.strokeStyle = added ? tone : colours.paper;
  ctx.lineWidth = 1.5;
  if (added) ctx.setLineDash(ADDED_DASH);
  ctx.stroke();
  ctx.setLineDash([]);
  if (scale * TEXT_SIZE < 4) return;
  ctx.fillStyle = added ? tone : colours.surface;
  ctx.font = `700 13px ${fonts().sans}`;
  writeCentred(ctx, sign, at.x, at.y + 0.5);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} words
 * @param {number} x
 * @param {number} y
 */
function writeCentred(ctx, words, x, y) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  ctx.fillText(words, x, y);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Badge} shape
 * @param {Colours} colours
 */
function paintBadge(ctx, {badge, words, quiet, dim}, colours) {
  const pale = quiet || dim;
  roundBox(ctx, badge, badge.h / 2);
  ctx.fillStyle = pale ? colours.surface : colours.ink;
  ctx.fill();
  ctx.strokeStyle = pale ? colours.edge : colours.paper;
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.fillStyle = dim ? colours["ink-soft"] : pale ? colours.ink : colours.surface;
  ctx.font = `700 13px ${fonts().sans}`;
  const {x, y} = centreOf(badge);
  writeCentred(ctx, words, x, y + 0.5);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Label} label
 */
function paintLabel(ctx, {x, y, anchor, words, tone}) {
  ctx.textAlign = anchor;
  ctx.font = `700 ${TEXT_SIZE}px ${fonts().sans}`;
  ctx.fillStyle = tone;
  ctx.fillText(words, x, y);
}

/**
 * @param {Pass} pass
 * @param {CardShape} shape
 * @param {Scene} scene
 */
export function paintCard(pass, shape, scene) {
  const {ctx, scale} = pass;
  ctx.save();
  if (scale * TEXT_SIZE < LEGIBLE) paintBlock(ctx, shape, scene.colours, scale);
  else paintWholeCard(pass, shape, scene);
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CardShape} shape
 * @param {Colours} colours
 * @param {number} scale
 */
function paintBlock(ctx, {box, look, ring}, colours, scale) {
  ctx.fillStyle = look.edge;
  ctx.fillRect(box.x, box.y, box.w, box.h);
  if (!ring) return;
  ctx.strokeStyle = colours.accent;
  ctx.lineWidth = 3 / scale;
  ctx.strokeRect(box.x, box.y, box.w, box.h);
}

/**
 * @param {Pass} pass
 * @param {CardShape} shape
 * @param {Scene} scene
 */
function paintWholeCard({ctx, scale, describe}, shape, {colours, full}) {
  const {node, box, look, dim, ring, hit} = shape;
  const radius = node.kind === "issue" ? 10 : 6;
  ctx.fillStyle = look.fill;
  roundBox(ctx, box, radius);
  ctx.fill();
  strokeEdge(ctx, shape);
  if (hit) paintRing(ctx, box, {reach: 3, width: 5, radius: radius + 3, tone: colours.hit});
  if (ring) {
    paintRing(ctx, box, {reach: 2.5, width: Math.max(3, 2.5 / scale), radius: radius + 2, tone: colours.accent});
  }
  const text = cardText(node, box.w, full, describe);
  paintText(ctx, shape, text, colours, smallLineHeight(full));
  if (node.word && !node.ghostOf && !node.moved?.aside && !text.marked) {
    paintVerdict(ctx, cornerOf(box), markOf(node), colours, dim ? "ink-soft" : undefined);
  }
}

/** How wide the double edge is of a card that nobody has looked at yet. */
const DOUBLED = 4.5;

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CardShape} shape
 */
function strokeEdge(ctx, {node, look}) {
  ctx.strokeStyle = look.edge;
  ctx.lineWidth = node.role === "position" ? 2 : 1.3;
  if (node.implicit) ctx.setLineDash([5, 4]);
  if (node.moved?.aside) ctx.setLineDash([2, 4]);
  if (node.drafted) ctx.lineWidth = DOUBLED;
  ctx.stroke();
  ctx.setLineDash([]);
  if (!node.drafted) return;
  ctx.strokeStyle = look.fill;
  ctx.lineWidth = DOUBLED / 3;
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Rect} box
 * @param {{reach: number, width: number, radius: number, tone: string}} ring
 */
function paintRing(ctx, {x, y, w, h}, {reach, width, radius, tone}) {
  ctx.strokeStyle = tone;
  ctx.lineWidth = width;
  roundBox(ctx, {x: x - reach, y: y - reach, w: w + 2 * reach, h: h + 2 * reach}, radius);
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {CardShape} shape
 * @param {CardText} text
 * @param {Colours} colours
 * @param {number} smallHeight
 */
function paintText(ctx, {box, dim, node}, text, colours, smallHeight) {
  ctx.textBaseline = "middle";
  ctx.direction = text.rtl ? "rtl" : "ltr";
  ctx.textAlign = "start";
  const left = text.rtl ? box.x + box.w - PAD : box.x + PAD;
  const onwards = text.rtl ? -1 : 1;
  ctx.font = text.style.font;
  /** @param {string} tone */
  const inked = tone => colours[dim || node.ghostOf ? "ink-soft" : tone];
  ctx.fillStyle = inked(text.style.ink);
  let at = box.y + PAD_Y + text.style.line / 2;
  for (const line of text.lines) {
    ctx.fillText(line, left, at);
    at += text.style.line;
  }
  at += 2 + (smallHeight - text.style.line) / 2;
  for (const line of text.small) {
    const start = left + onwards * line.inset;
    ctx.font = line.font;
    ctx.fillStyle = inked(line.tone);
    ctx.fillText(line.words, start, at);
    if (line.tail) {
      ctx.font = tailFont();
      ctx.fillStyle = colours["ink-soft"];
      ctx.fillText(line.tail, start + onwards * line.at, at);
    }
    if (line.mark) {
      paintVerdict(ctx, {x: left + onwards * 5, y: at - 0.5}, line.mark, colours, dim ? "ink-soft" : undefined);
    }
    at += smallHeight;
  }
}

/**
 * A disc where nothing is open against a claim, with a ring around it where something was; two halves where there is
 * something on both sides; a ring where all that stands is against it, struck out where it lacks its support, broken
 * where nothing is settled; a small ring where nothing stands for it nor against it, a dash where it is set aside.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Point} at
 * @param {string} mark
 * @param {Colours} colours
 * @param {string} [tone]
 */
function paintVerdict(ctx, {x, y}, mark, colours, tone = markTone(mark)) {
  const disc = (/** @type {number} */ r, from = 0, to = FULL_TURN) => {
    ctx.beginPath();
    ctx.arc(x, y, r, from, to);
  };
  disc(MARK + 2);
  ctx.fillStyle = colours.surface;
  ctx.fill();
  ctx.fillStyle = ctx.strokeStyle = colours[tone];
  ctx.lineWidth = 1.8;
  if (mark === "set-aside") {
    ctx.fillRect(x - MARK, y - 1, 2 * MARK, 2);
    return;
  }
  if (mark === "contested") {
    disc(MARK, Math.PI / 2, Math.PI * 1.5);
    ctx.fill();
  }
  if (mark === "unchallenged" || mark === "answered") {
    disc(mark === "answered" ? MARK - 2.2 : MARK);
    ctx.fill();
  }
  if (mark === "unresolved") ctx.setLineDash([2, 1.8]);
  disc(mark === "bare" ? BARE_MARK : MARK);
  ctx.stroke();
  ctx.setLineDash([]);
  if (mark !== "unsupported") return;
  ctx.beginPath();
  ctx.moveTo(x - MARK * 0.7, y + MARK * 0.7);
  ctx.lineTo(x + MARK * 0.7, y - MARK * 0.7);
  ctx.stroke();
}

/**
 * @param {Pass} pass
 * @param {PersonShape} shape
 * @param {Colours} colours
 */
export function paintPerson({ctx, scale}, {name, box, dim, ring}, colours) {
  const {x, y} = centreOf(box);
  ctx.save();
  ctx.beginPath();
  ctx.ellipse(x, y, box.w / 2, box.h / 2, 0, 0, FULL_TURN);
  ctx.fillStyle = dim ? colours.paper : colours["stakeholder-tint"];
  ctx.fill();
  ctx.strokeStyle = dim ? colours.edge : colours.stakeholder;
  ctx.lineWidth = ring ? 3 : 1.4;
  ctx.stroke();
  ctx.font = personFont();
  ctx.fillStyle = dim ? colours["ink-soft"] : colours.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = isRightToLeft(name) ? "rtl" : "ltr";
  if (scale * 13 > LEGIBLE) {
    const first = y - ((box.lines.length - 1) / 2) * PERSON_LINE;
    for (const [i, line] of box.lines.entries()) ctx.fillText(line, x, first + i * PERSON_LINE);
  }
  ctx.restore();
}

/**
 * The whole scene.
 * @param {Pass} pass
 * @param {Scene} scene
 */
export function paintScene(pass, scene) {
  paintUnder(pass, scene);
  for (const shape of scene.cards.values()) paintCard(pass, shape, scene);
  for (const shape of scene.people.values()) paintPerson(pass, shape, scene.colours);
  paintOver(pass, scene);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Rect} box
 * @param {number} radius
 */
function roundBox(ctx, {x, y, w, h}, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, w, h, radius);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path} path
 */
function stroke(ctx, path) {
  ctx.beginPath();
  for (const [command, a, b, c, d, e, f] of path) {
    if (command === "M") ctx.moveTo(a, b);
    else if (command === "L") ctx.lineTo(a, b);
    else if (command === "C") ctx.bezierCurveTo(a, b, c, d, e, f);
    else ctx.quadraticCurveTo(a, b, c, d);
  }
  ctx.stroke();
}
