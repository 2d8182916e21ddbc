/* Text broken into lines, in any script. */

/** How wide a text is. @typedef {(text: string) => number} Measure */

const RTL = /^[^\p{L}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/u;
const UNSPACED = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/;
const CONTROLS = /[\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069]/g;

/**
 * A text on one line, without what would steer its direction; what must not be broken stays together.
 * @param {string | undefined} text
 */
export const plainText = text =>
  (text || "")
    .replace(CONTROLS, " ")
    .replace(/[^\S\u00A0]+/g, " ")
    .trim();

/**
 * Whether a text begins with letters that are read from right to left.
 * @param {string} text
 */
export const isRightToLeft = text => RTL.test(text);

/** Segmenters are slow to make. @type {Map<"word" | "grapheme", Intl.Segmenter>} */
const segmenters = new Map();

/**
 * @param {string} text
 * @param {"word" | "grapheme"} granularity
 */
function segments(text, granularity) {
  if (!Intl.Segmenter) return [...text];
  const segmenter = segmenters.get(granularity) || new Intl.Segmenter(undefined, {granularity});
  segmenters.set(granularity, segmenter);
  return [...segmenter.segment(text)].map(part => part.segment);
}

/**
 * Pieces that a line may break between; a piece carries the space before it.
 * @param {string} text
 */
function pieces(text) {
  const spaced = text.split(" ");
  if (!UNSPACED.test(text)) return spaced.map((word, i) => (i ? ` ${word}` : word));
  return spaced.flatMap((word, i) => {
    const parts = segments(word, "word");
    return i ? [` ${parts[0]}`, ...parts.slice(1)] : parts;
  });
}

/**
 * Lines no wider than `width`; a word that is too long alone breaks between letters.
 * @param {string | undefined} text
 * @param {number} width
 * @param {Measure} measure
 */
export function wrapText(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const piece of pieces(plainText(text))) {
    const joined = line + piece;
    if (line && measure(joined) > width) {
      lines.push(line);
      line = piece.trimStart();
    } else line = line ? joined : piece.trimStart();
    if (measure(line) > width) line = breakWord(line, width, measure, lines);
  }
  if (line || !lines.length) lines.push(line);
  return lines;
}

/**
 * Breaks a word between its letters; gives its last line and adds those before to `lines`.
 * @param {string} word
 * @param {number} width
 * @param {Measure} measure
 * @param {string[]} lines
 */
function breakWord(word, width, measure, lines) {
  let line = "";
  for (const letter of segments(word, "grapheme")) {
    if (line && measure(line + letter) > width) {
      lines.push(line);
      line = "";
    }
    line += letter;
  }
  return line;
}
