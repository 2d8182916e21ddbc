/* The front page needs no script but to follow an address to its line. */
import {startReading} from "../../page/static/reveal.js";

startReading();
