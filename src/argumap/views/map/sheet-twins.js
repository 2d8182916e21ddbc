/* One claim that counts in several places: whichever of them the pointer or the focus rests on, the others are lit. */
import {findAll} from "../../page/static/elements.js";

const TITLES = ":scope > .block > .point .title";

/** @param {HTMLElement} root where the cards are drawn */
export function listenToTwins(root) {
  /** @param {Event} event */
  const mark = event => {
    const at = event.target instanceof Element ? event.target.closest(".case") : null;
    const ids = new Set(at ? claimsOf(at) : []);
    for (const each of findAll(root, ".case")) {
      each.classList.toggle("twin", each !== at && claimsOf(each).some(id => ids.has(id)));
    }
  };
  for (const kind of ["pointerover", "focusin"]) root.addEventListener(kind, mark);
  root.addEventListener("pointerleave", () => {
    for (const each of findAll(root, ".twin")) each.classList.remove("twin");
  });
}

/** @param {Element} each */
const claimsOf = each => findAll(each, TITLES).map(link => link.dataset.n || "");
