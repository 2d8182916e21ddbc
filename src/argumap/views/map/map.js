/* The argument map: starts the page, and carries out what the reader asks of it. */
import {readPayload, startPage} from "../../page/static/core.js";
import {MapPage} from "./reactions.js";

startPage();

const names = ["payload", "map-nodes", "map-edges", "map-options", "legend-marks"];
Promise.all(names.map(name => readPayload(name))).then(([payload, nodes, edges, options, legend]) => {
  const page = new MapPage(payload, legend, {nodes, edges, options: JSON.parse(options)});
  page.start();
});
