/* One person's case on the debate sheet: what is theirs is marked and unfolded, their stand told at each answer; the
 * rest steps back.
 */
import {element, findAll} from "../../page/static/elements.js";
import {rankIn, tellCase} from "../../page/static/case-marks.js";
import {phrase} from "../../page/static/words.js";

/** @import {Lens} from "../../page/static/lens.js" */

/** What an element is where it holds several records: the first of these. */
const RANKS = ["rejected", "held", "open", "onway", "beyond"];

/**
 * Shows a sheet as the case of a person, or as everybody's where there is none.
 * @param {HTMLElement} root
 * @param {Lens | null} lens
 * @param {string | null} id of the person
 */
export function markSheetCase(root, lens, id) {
  for (const each of findAll(root, ".their-case, .stand")) each.remove();
  for (const each of findAll(root, "[data-case]")) delete each.dataset.case;
  for (const each of findAll(root, ".speaker.theirs")) each.classList.remove("theirs");
  for (const each of findAll(root, ".shows-case")) each.classList.remove("shows-case");
  root.classList.toggle("lensed", lens !== null);
  if (!lens || !id) return;
  const rank = rankIn(lens);
  for (const each of findAll(root, ".case, .answer")) markCase(each, rank);
  for (const answer of findAll(root, ".answer")) tellStand(answer, lens);
  for (const speaker of findAll(root, ".speaker")) speaker.classList.toggle("theirs", speaker.dataset.n === id);
  for (const board of findAll(root, ".board")) {
    const told = tellCase(lens, id);
    told.className = "their-case";
    told.id = "";
    board.querySelector(".question")?.append(told);
  }
}

/**
 * @param {HTMLElement} each a reason, an objection or an answer
 * @param {(id: string) => string | null} rank
 */
function markCase(each, rank) {
  const links = findAll(each, ":scope > .block > .point .title, :scope > h3 .title");
  const ranks = [each.dataset.step || "", ...links.map(link => link.dataset.n || "")].map(rank);
  const best = RANKS.find(one => ranks.includes(one));
  if (!best) return;
  each.dataset.case = best;
  if (each.matches(".folded") && /held|rejected|open/.test(best)) each.classList.add("shows-case");
  if (best !== "rejected" && best !== "open") return;
  each.querySelector(":scope > .block")?.append(element("p", {class: "stand"}, phrase(`lens.stand.${best}`)));
}

/**
 * @param {HTMLElement} answer
 * @param {Lens} lens
 */
function tellStand(answer, lens) {
  const id = answer.querySelector("h3 .title")?.getAttribute("data-n") || "";
  const [side, added] = lens.sides[id] || ["silent", false];
  const words = phrase(added ? "lens.stand.added" : `lens.stand.${side}`, {name: lens.name, n: lens.speakers});
  answer.append(element("p", {class: `stand ${side}`}, words));
}
