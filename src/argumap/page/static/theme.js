/* Sets the reader's choice of light or dark before anything is drawn. */
(() => {
  "use strict";
  let theme = new URLSearchParams(location.hash.slice(1)).get("theme");
  try {
    theme = theme || localStorage.getItem("argumap-theme");
  } catch {
    /* a sandboxed frame has no storage */
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
