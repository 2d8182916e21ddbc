/* An address (#n=close-it) leads to its title. */
import {startReading} from "../../page/static/reveal.js";

startReading();
