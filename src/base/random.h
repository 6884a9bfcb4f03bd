/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * random.h - 128-bit random ids: of documents (they salt the hash) and of
 * istanze (a repeated sending is recognised by it).
 *
 * In test builds CARTELLA_CASO=<text> makes the sequence of one process
 * repeatable.
 */
#ifndef BASE_RANDOM_H
#define BASE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>

#define ID_LEN 32		/* lower-case hex digits */

void random_id(char out[ID_LEN + 1]);

/* What opens something to whoever has it: n bytes as 2n hex digits, always the
 * kernel's. */
void random_secret(char *out, size_t n);
bool random_id_valid(const char *s);

#endif
