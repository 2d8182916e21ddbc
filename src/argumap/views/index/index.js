/* The front page needs no script but to follow an address to its line. */
"use strict";
reading.follow().then(reading.ready);
