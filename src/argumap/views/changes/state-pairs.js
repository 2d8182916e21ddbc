/* Which comparisons tell what changed between two states, and where a key leads among them. */

/**
 * The comparison of two states where it is written, else the steps that lead from one to the other.
 * @param {number} old
 * @param {number} now
 * @param {(old: number, now: number) => boolean} has
 * @returns {[number, number][]}
 */
export function findSteps(old, now, has) {
  if (has(old, now)) return [[old, now]];
  return Array.from({length: now - old}, (_, n) => [old + n, old + n + 1]);
}

/**
 * The state that a key leads to from the one at `at`; null where it leads nowhere.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @param {boolean} leftwards whether time runs from right to left
 * @returns {number | null}
 */
export function neighbour(key, at, count, leftwards) {
  const ahead = leftwards ? "ArrowLeft" : "ArrowRight";
  const back = leftwards ? "ArrowRight" : "ArrowLeft";
  const places = new Map([
    [ahead, at + 1],
    [back, at - 1],
    ["Home", 0],
    ["End", count - 1],
  ]);
  const there = places.get(key);
  return there === undefined || there < 0 || there >= count ? null : there;
}
