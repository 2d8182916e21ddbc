/* Rows as CSV that a spreadsheet opens without running anything. */

/** @param {string} text */
const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Also behind what is not seen, and with the full-width signs that a spreadsheet may take for the plain ones. */
const startsFormula = /^[\t\r]|^[\s\p{Cc}\p{Cf}\ufe00-\ufe0f]*[=@+\-＝＠＋－]/u;

/**
 * A spreadsheet takes a text that begins like a formula for one; the marks of the table itself are safe.
 * @param {string} text
 */
const harmless = text => (startsFormula.test(text) && !/^[+-](?:[\d ]|$)/.test(text) ? `'${text}` : text);

/**
 * The rows with a byte order mark, so that Excel knows them to be UTF-8.
 * @param {readonly (readonly string[])[]} rows
 */
export function writeCsv(rows) {
  return `\ufeff${rows.map(row => row.map(text => quoted(harmless(text))).join(",")).join("\r\n")}\r\n`;
}
