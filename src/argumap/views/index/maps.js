/* The page of several maps has links alone. */
import {startPage} from "../../page/static/core.js";

startPage();
document.documentElement.dataset.ready = "";
