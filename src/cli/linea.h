/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * linea.h - the line of progress of what takes long, on a terminal, and what is
 * found meanwhile, which is told above it.
 */
#ifndef CLI_LINEA_H
#define CLI_LINEA_H

#include <stdbool.h>
#include <stdint.h>

struct linea {
	bool terminale;		/* stderr is one: else there is no line */
	bool scritta;
	int64_t inizio;		/* clock_mono of the caller; 0: not said */
	int64_t ultimo;		/* when it was last drawn, ns */
};

/* Takes it away. */
void linea_pulisci(struct linea *s);

/* Begins it again with "che: "; false: not now (no terminal, or just drawn). */
bool linea_tocca(struct linea *s, const char *che);

/* Goes on with "12%, circa 3 min", by what was done since s->inizio; totale 0,
 * or too little: how much was done. */
void linea_percento(struct linea *s, int64_t fatto, int64_t totale);

/* The `difetto` of an ascolto whose arg is a struct linea. */
void linea_difetto(void *arg, bool nota, const char *luogo, const char *che);

#endif
