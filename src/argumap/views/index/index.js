/* The overview follows an address to its line, and on a phone unfolds an answer when it is asked to. */
import {startReading} from "../../page/static/reveal.js";

for (const button of document.querySelectorAll("button.unfold")) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.closest(".answer")?.classList.toggle("open") ?? false;
    button.setAttribute("aria-expanded", String(open));
  });
}

startReading();
