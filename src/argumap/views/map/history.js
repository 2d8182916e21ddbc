/* Where the reader has been within the debate, and the way back. */

/** @import {View} from "./state.js" */

/** @typedef {View | null} Stop */

/** The views left behind, and those that going back has passed. */
export function createHistory() {
  /** @type {Stop[]} */
  const past = [];
  /** @type {Stop[]} */
  const coming = [];

  /**
   * Takes the last of `from`, leaving where one is on `to`; undefined where there is none.
   * @param {Stop[]} from
   * @param {Stop[]} to
   * @param {Stop} now
   * @returns {Stop | undefined}
   */
  const step = (from, to, now) => {
    if (!from.length) return undefined;
    to.push(now);
    return from.pop();
  };
  return {
    canGoBack: () => past.length > 0,
    canGoOn: () => coming.length > 0,
    /** @param {Stop} now the view that is left */
    leave(now) {
      past.push(now);
      coming.length = 0;
    },
    /** @param {Stop} now */
    back: now => step(past, coming, now),
    /** @param {Stop} now */
    on: now => step(coming, past, now),
  };
}
