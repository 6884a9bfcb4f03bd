/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verapdf.h - a second opinion on a PDF just made, by veraPDF.
 *
 * It is no part of Debian and none of ours: only where the environment names
 * it (CARTELLA_VERAPDF, an absolute path) each PDF is shown to it before it is
 * signed or registered.
 */
#ifndef WORKER_VERAPDF_H
#define WORKER_VERAPDF_H

#include <stddef.h>

#include "base/err.h"

/* 0 also when no veraPDF is named.  fault: it does not agree that the PDF is
 * PDF/A-2b (and PDF/UA-1, if the PDF says so), or cannot be run. */
int verapdf_check(const void *pdf, size_t n) MUST;

#endif
