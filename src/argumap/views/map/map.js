/* The argument map: starts the page, and carries out what the reader asks of it. */
import {readPayload, runLibraries, startPage} from "../../page/static/core.js";
import {MapPage} from "./reactions.js";

startPage();

/** What only the network needs is read when that is first shown. */
async function loadHeld() {
  const [nodes, edges, options] = await Promise.all(
    ["map-nodes", "map-edges", "map-options"].map(name => readPayload(name)),
  );
  runLibraries();
  return {nodes, edges, options: JSON.parse(options)};
}

Promise.all(["payload", "legend-marks"].map(name => readPayload(name))).then(([payload, legend]) =>
  new MapPage(payload, legend, loadHeld).start(),
);
