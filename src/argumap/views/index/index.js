/* The overview follows an address to its line, and on a phone unfolds an answer when it is asked to. */
import {drawPart} from "../../page/static/element-picture.js";
import {findAll, textOf} from "../../page/static/elements.js";
import {startReading} from "../../page/static/reveal.js";
import {offer} from "../../page/static/share.js";
import {phrase} from "../../page/static/words.js";

/**
 * @param {ParentNode} parent
 * @param {string} selector
 */
function wordsOf(parent, selector) {
  const found = parent.querySelector(selector);
  return found ? textOf(found).replace(/\s+/g, " ") : "";
}

/** The first question, where it stands. */
function quoteUpshot() {
  const board = document.querySelector("section.board");
  const claim = board ? wordsOf(board, ".question h2") : "";
  return board && claim ? {claim, passages: [wordsOf(board, ".upshot .lead")]} : null;
}

/** Each answer with how it stands. */
function listAnswers() {
  const rows = findAll(document, "section.board").flatMap(board =>
    findAll(board, ".answer").map(answer => [
      wordsOf(board, ".question h2, .question h3"),
      wordsOf(answer, ".statement") || wordsOf(answer, "h3"),
      wordsOf(answer, ".place-among"),
      wordsOf(answer, ".score > p"),
    ]),
  );
  return [["share.question", "share.answer", "share.part", "share.verdict"].map(key => phrase(key)), ...rows];
}

for (const button of document.querySelectorAll("button.unfold")) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.closest(".answer")?.classList.toggle("open") ?? false;
    button.setAttribute("aria-expanded", String(open));
  });
}

startReading();
offer({canvas: () => drawPart("section.board"), quotation: quoteUpshot, rows: listAnswers});
