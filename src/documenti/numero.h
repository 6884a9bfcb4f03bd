/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * numero.h - the numbers of the field and the folders and paths they name.
 *
 * Protocol numbers have at least seven digits and restart every year (DPR
 * 445/2000 art. 57): 0000001/2026.  Accessi are AC-2026-0000001, cartelle
 * CS-2026-0000001, other fascicoli FA-2026-0000001; rows of the emergency
 * register (art. 63) EM-2026-0000001.
 */
#ifndef DOCUMENTI_NUMERO_H
#define DOCUMENTI_NUMERO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"

enum serie {
	SERIE_PROTOCOLLO, SERIE_ACCESSO, SERIE_CARTELLA, SERIE_FASCICOLO,
	SERIE_EMERGENZA, SERIE_N
};

struct numero {
	enum serie serie;
	int anno;		/* 2026 */
	int progressivo;	/* from 1 */
};

#define PROGRESSIVO_MAX 9999999

/* invalid: none of those forms. */
int numero_parse(struct numero *out, const char *s) MUST;
/* "AC", "CS", "FA", "EM"; NULL: the register. */
const char *numero_sigla(enum serie serie);
/* Back from those letters; of no series: the register. */
enum serie numero_serie(const char *sigla);
char *numero_text(struct arena *a, const struct numero *n);
bool numero_equal(const struct numero *a, const struct numero *b);

/* The git folder: "registro/2026.git" (emergency rows too),
 * "accessi/2026/0000001" … */
char *numero_folder(struct arena *a, const struct numero *n);
/* Back from a folder of accessi, cartelle or fascicoli; invalid: another. */
int numero_of_folder(struct numero *out, const char *folder) MUST;

/* "registrazioni/000/01/0000123.xml"; a follow-up, from 1:
 * "smistamenti/000/01/0000123-2.xml". */
char *numero_path(struct arena *a, const char *dir, int progressivo);
char *numero_follow_path(struct arena *a, const char *dir, int progressivo,
    int seguito);

/* "relazioni/0001.xml" and, grouped by hundreds, "atti/00/0001-apri.xml". */
char *ordinale_path(struct arena *a, const char *dir, int ordinale,
    const char *coda);
char *ordinale_path_grouped(struct arena *a, const char *dir, int ordinale,
    const char *coda);

#endif
