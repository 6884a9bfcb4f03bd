/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * statici.h - what the browser keeps: style, script, fonts, icons.  They are
 * only in cartella-web, each with its form for those who read gzip beside it
 * ("cartella.css", "cartella.css.gz").  Served at /statici/EDITION/NAME, so
 * that a page never meets the style of another edition.
 */
#ifndef WEB_STATICI_H
#define WEB_STATICI_H

#include "base/auto.h"
#include "base/resource.h"

/* Sorted by name, ended by a NULL name; made by the Makefile.  Weak: a program
 * of the tests has none. */
extern const struct resource statici_table[] __attribute__((weak));
extern const char statici_edition[] __attribute__((weak));

const struct resource *statici_trova(const char *nome);	/* NULL: none */
const char *statici_edizione(void);
/* "text/css; charset=utf-8"; of what it does not know, the plainest. */
const char *statici_tipo(const char *nome);

#endif
