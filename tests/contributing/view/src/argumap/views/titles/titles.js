/* An address (#n=close-it) leads to its title. */
"use strict";
reading.follow();
reading.ready();
