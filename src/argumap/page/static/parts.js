/* A page that comes in parts: in which file a record stands, and which are so called. */
import {readPayload} from "./core.js";
import {foldText, wordsOf} from "./text-search.js";

/** @typedef {{first: string, files: Record<string, Record<string, string>>}} PartsTable */
/** @typedef {{file: string, id: string, label: string}} Elsewhere */

/** What a part knows of the others. The first knows all of them, the others know the first. */
export class Parts {
  /** @param {PartsTable | null} table null for a page that is whole */
  constructor(table) {
    this.first = table?.first || "";
    this.files = table?.files || {};
    this.several = table !== null;
  }

  /**
   * The file to go to for a record that is not on this part, or nothing where no other part has it.
   * @param {string} id
   */
  fileOf(id) {
    const target = id.includes("/") ? id.slice(0, id.lastIndexOf("/")) : id;
    const found = Object.entries(this.files).find(([, records]) => id in records || target in records);
    return found ? found[0] : this.first;
  }

  /**
   * What is so called on other parts.
   * @param {string} query
   * @returns {Elsewhere[]}
   */
  search(query) {
    const words = wordsOf(query);
    if (!words.length) return [];
    return Object.entries(this.files).flatMap(([file, records]) =>
      Object.entries(records)
        .filter(([, label]) => words.every(word => foldText(label).includes(word)))
        .map(([id, label]) => ({file, id, label})),
    );
  }
}

/** The parts of the page that is open. */
export async function readParts() {
  return new Parts(await readPayload("parts"));
}
