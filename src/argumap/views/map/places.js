/* Where claims and steps stand in the equations, and which of them do not count. Nothing here meets the document. */

/** @import {Equations} from "./payload.js" */

/** @type {WeakMap<Equations, Map<string, number>>} */
const known = new WeakMap();

/**
 * The place of an id, -1 where the equations do not have it; worked out once for all who ask.
 * @param {Equations} equations
 * @param {string} id
 */
export function placeOf(equations, id) {
  let places = known.get(equations);
  if (!places) {
    places = new Map(equations.ids.map((each, n) => [each, n]));
    known.set(equations, places);
  }
  return places.get(id) ?? -1;
}

/**
 * The places of what is set aside; a step of weight 0 counts as that.
 * @param {Equations} equations
 * @param {readonly string[]} setAside
 */
export function findAside(equations, setAside) {
  const weightless = equations.base.flatMap((score, n) => (n >= equations.claims && score === 0 ? n : []));
  return new Set([...setAside.map(id => placeOf(equations, id)), ...weightless]);
}
