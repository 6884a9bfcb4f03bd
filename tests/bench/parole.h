/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * parole.h - words drawn as in a real register, the same at every run: some
 * stand in one row of three, most in very few.
 */
#ifndef BENCH_PAROLE_H
#define BENCH_PAROLE_H

#include <stdint.h>

#include "base/arena.h"

static const char *const comuni[] = { "segnalazione", "richiesta", "relazione",
    "comunicazione", "trasmissione", "contributo", "minore", "scuola",
    "convocazione", "riscontro", "nota", "verbale", "integrazione", "domanda",
    "certificato", "affidamento", "assistenza", "domiciliare" };
static const char *const sillabe[] = { "ba", "ce", "di", "fo", "gu", "la",
    "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "bra", "cri", "dro",
    "fra", "gli", "sta" };

static inline unsigned
draw_from(uint64_t *caso, unsigned n)
{
	*caso = *caso * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(*caso >> 33) % n;
}

/* A surname: 8000 of them; one person in fifteen has one of the first fifty,
 * as in Italy. */
static inline const char *
surname(struct arena *a, unsigned k)
{
	return arena_printf(a, "%s%s%s%s", sillabe[k % 20],
	    sillabe[k / 20 % 20], sillabe[k / 400 % 20], k & 1 ? "ni" : "li");
}

static inline unsigned
surname_draw(uint64_t *caso)
{
	return draw_from(caso, draw_from(caso, 15) == 0 ? 50 : 8000);
}

#endif
