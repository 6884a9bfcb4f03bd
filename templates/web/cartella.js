// SPDX-License-Identifier: EUPL-1.2
// cartella.js: what a page can do better with script; it does all without.
'use strict';
