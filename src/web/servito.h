/* SPDX-License-Identifier: EUPL-1.2 */
/* servito.h - inside web/: a request that libmicrohttpd is reading or
 * answering, and the connection it came on. */
#ifndef WEB_SERVITO_H
#define WEB_SERVITO_H

#include <microhttpd.h>
#include <stdbool.h>
#include <stdint.h>

#include "web/servitore.h"
#include "web/vie.h"

struct presa {			/* a connection */
	int fd;
	int pazienza;		/* seconds for the headers of a request */
	bool libera;		/* between two requests */
	int64_t scade;		/* clock_mono: then it is cut off; 0: never */
	struct presa *succ, *prec;
};

struct servitore {
	struct opzioni_servitore o;
	struct MHD_Daemon *d;
	int ep;
	bool finisce;
	int64_t fine;
	struct presa *prese;
	struct servito *servite;
	uint64_t deposito, ignoti;	/* bytes of bodies that come: of who is
					 * in, of who is nobody */
};

struct servito {
	struct chiamata c;
	struct servitore *s;
	struct MHD_Connection *con;
	struct presa *presa;
	struct corpo *corpo;
	char *riga;		/* the address, raw */
	bool vista;		/* its headers have been looked at */
	bool corta;		/* the answer does not wait for the body */
	bool pronta, sospesa;
	bool saluto;		/* who sends much is asked first who he is */
	int rifiuto;		/* status of a body that is refused; 0 */
	const char *perche;
	uint64_t tenuti;	/* bytes that are its own, */
	uint64_t *dove;		/* of these; NULL: none */
	int attesa;		/* -1: it waits for nothing */
	int64_t scade, da;	/* clock_mono */
	int morti;		/* who died over it */
	struct servito *succ, *prec;
};

/* What libmicrohttpd calls. */
void *servito_arriva(void *cls, const char *uri, struct MHD_Connection *con);
size_t servito_lascia(void *cls, struct MHD_Connection *con, char *s);
enum MHD_Result servito_passo(void *cls, struct MHD_Connection *con,
    const char *url, const char *metodo, const char *versione,
    const char *dati, size_t *n, void **con_cls);
void servito_finito(void *cls, struct MHD_Connection *con, void **con_cls,
    enum MHD_RequestTerminationCode come);

/* All of it has come. */
void servito_comincia(struct servito *x);
/* A long body comes: whose? */
void servito_saluta(struct servito *x);
/* It is somebody's who is in, or nobody's: then its files are passed over, and
 * have no room; what he wrote is still read, for it may be of a session that
 * has ended. */
void servito_accogli(struct servito *x, bool noto);

/* Until these bytes should have gone over the line; and when it is idle. */
void presa_aspetta(struct presa *p, uint64_t bytes);
void presa_libera(struct presa *p);

#endif
