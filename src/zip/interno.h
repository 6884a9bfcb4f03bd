/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * interno.h - of the room zip/ alone: the only place that sees libzip.
 */
#ifndef ZIP_INTERNO_H
#define ZIP_INTERNO_H

#include <stdbool.h>
#include <zip.h>

#include "zip/zip.h"

/* Our code and message for a libzip error; `what` comes first. */
int err_zip(const zip_error_t *e, const char *what);

/*
 * A relative path that stays below where it is unpacked: no "..", no leading
 * slash, no backslash, no control character; one slash may end it (folder).
 */
bool zip_name_valid(const char *nome);

#endif
