/* The table sorts, filters and saves itself; the numbers it saves are those that it was built with. */
"use strict";
const matrixPage = (() => {
  const byId = id => document.getElementById(id);
  const table = byId("table");

  function order(body, key) {
    const rows = [...body.rows].slice(1);
    const place = row => Number(row.dataset.order);
    const value = row => {
      if (key === "text") return place(row);
      if (key === "total") return -Number(row.querySelector(".total").textContent || 0);
      const mark = row.querySelector(`td[data-column="${key}"] .mark`);
      return mark ? RANK[mark.textContent] ?? 3 : 4;
    };
    rows.sort((a, b) => value(a) - value(b) || place(a) - place(b));
    body.append(...rows);
  }
  const RANK = {"+": 0, "±": 1, "−": 2, "·": 3};

  function sort(event) {
    const button = event.target.closest("button[data-sort]");
    if (!button) return;
    const head = button.closest("th"), again = head.ariaSort !== "none" && head.getAttribute("aria-sort") !== "none";
    for (const each of table.querySelectorAll("th[aria-sort]")) each.setAttribute("aria-sort", "none");
    const key = again ? "text" : button.dataset.sort;
    if (!again) head.setAttribute("aria-sort", key === "total" ? "descending" : "ascending");
    for (const body of table.tBodies) order(body, key);
    argumap.say(again ? "Sorted as in the source" : `Sorted by ${head.textContent.trim()}`);
  }

  /* Columns and groups that the filters leave; the cards follow. */
  function sift() {
    const position = byId("position").value, kind = byId("kind").value, least = Number(byId("least").value) || 1;
    const wanted = each => (!kind || each.dataset.kind === kind) && Number(each.dataset.claims) >= least;
    const heads = [...table.tHead.rows[0].cells].filter(head => head.dataset.column !== undefined);
    const left = new Set(heads.filter(wanted).map(head => head.dataset.column));
    for (const cell of table.querySelectorAll("[data-column]")) cell.hidden = !left.has(cell.dataset.column);
    for (const body of table.tBodies) body.hidden = position !== "" && body.dataset.group !== position;
    for (const card of document.querySelectorAll(".person")) {
      const groups = [...card.querySelectorAll("details[data-group]")];
      for (const group of groups) group.hidden = position !== "" && group.dataset.group !== position;
      card.hidden = !wanted(card) || (position !== "" && groups.every(group => group.hidden));
    }
    byId("found").textContent = left.size === heads.length ? "" : left.size === 1 ? "1 column" : `${left.size} columns`;
  }

  const quoted = text => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  /* A spreadsheet takes a text that begins like a formula for one; the marks of the table itself are safe. */
  const harmless = text => /^[=@\t\r]|^[+-](?![\d ]|$)/.test(text) ? `'${text}` : text;
  function writeCsv(rows) {
    return "\ufeff" + rows.map(row => row.map(text => quoted(harmless(text))).join(",")).join("\r\n") + "\r\n";
  }
  async function save() {
    const text = writeCsv(await argumap.payload("csv-rows"));
    const url = URL.createObjectURL(new Blob([text], {type: "text/csv"}));
    argumap.element("a", {href: url, download: "who-argues-what.csv"}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  /* On a phone the table gives way to the cards, so a claim is looked for there. */
  function show(target, id) {
    if (target.offsetParent === null && target.closest("#table")) {
      const link = [...document.querySelectorAll(".person li > a")].find(each => argumap.parseAddress(each.hash).get("n") === id);
      if (link) target = link.parentElement;
    }
    reading.show(target);
    target.closest(".grid")?.scrollBy(0, -120);
  }

  if (table) {
    byId("filters").hidden = false;
    byId("filters").addEventListener("submit", event => event.preventDefault());
    table.tHead.addEventListener("click", sort);
    for (const id of ["position", "kind", "least"]) byId(id).addEventListener("input", sift);
    byId("csv").addEventListener("click", save);
  }
  addEventListener("beforeprint", () => { for (const each of document.querySelectorAll("details")) each.open = true; });
  reading.follow(show).then(reading.ready);
  return {writeCsv};
})();
