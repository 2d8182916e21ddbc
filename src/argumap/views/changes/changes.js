/* The page of changes is whole without a script; this one lets the reader choose light or dark. */
import {startPage} from "../../page/static/core.js";

startPage();
