/* SPDX-License-Identifier: EUPL-1.2 */
/* corpo_parti.h - inside web/: a multipart form, as it comes. */
#ifndef WEB_CORPO_PARTI_H
#define WEB_CORPO_PARTI_H

#include "web/corpo.h"

enum tipo_corpo { CORPO_MODULO, CORPO_PARTI, CORPO_XML };
enum stato_parti { P_DOPO, P_TESTA, P_CAMPO, P_FILE, P_NIENTE, P_FINE };

#define FINESTRA 32768		/* bytes looked at together */

struct lettura_corpo {
	enum tipo_corpo tipo;
	char *testo;		/* wiped at the end */
	size_t len, cap;
	uint64_t attesi, visti;	/* bytes */
	bool senza_file;
	int (*apre)(void *);
	void *di;

	/* multipart */
	enum stato_parti stato;
	char confine[80];	/* CR LF "--" and the boundary */
	size_t n_confine;
	char finestra[FINESTRA];
	size_t n_finestra;
	const char *campo, *nome;	/* of the part being read */
	size_t da;		/* where its text begins */
	int fd;			/* or its file; -1 */
	uint64_t n_fd;
	int cap_campi;
};

bool corpo_nome_valido(const char *nome);
int corpo_parti_inizia(struct corpo *c, const char *tipo) MUST;
int corpo_parti_prende(struct corpo *c, int *stato, const void *p, size_t n)
    MUST;
int corpo_parti_fine(struct corpo *c) MUST;

#endif
