/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * tipo_file.h - the MIME type of a file, from its name and first bytes.
 * Norm: linee guida AgID, Allegato 2 (formats).
 */
#ifndef DOCUMENTI_TIPO_FILE_H
#define DOCUMENTI_TIPO_FILE_H

#include <stddef.h>

#define TIPO_IGNOTO "application/octet-stream"

/* Never NULL: TIPO_IGNOTO when nothing is known. */
const char *tipo_file(const char *nome, const void *inizio, size_t n);

#endif
