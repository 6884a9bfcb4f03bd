/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/cades.h"

#include <string.h>

#include "atti/firme/fiducia.h"
#include "base/file.h"
#include "worker/worker.h"

#define P12_MAX ((size_t)1024 * 1024)	/* bytes of a PKCS#12 file */

/* ---- making ---- */

int
cades_firmatario(struct firmatario **out, const struct op *op)
{
	const struct mezzi_firma *m = &op->mezzi;
	AUTO_BUF p12 = { 0 };
	int r;

	if (m->p12 == NULL)
		return firmatario_pkcs11(out, m->modulo, m->uri, m->frase);
	if ((r = file_read(&p12, m->p12, P12_MAX)) != 0)
		return r;
	return firmatario_p12(out, p12.data, p12.len, m->frase);
}

static int
sign(struct buf *out, struct op *op, const char *chiave, bool staccata,
    const void *p, size_t n)
{
	const struct certificato *c;
	AUTO(firmatario) f = NULL;
	AUTO_BUF firmata = { 0 };
	int r;

	if (op->mezzi.p12 == NULL && op->mezzi.uri == NULL)
		return err_set(ERR_INVALID, "per firmare con un certificato si "
		    "indica --p12 FILE o --pkcs11 URI");
	if ((r = cades_firmatario(&f, op)) != 0)
		return r;
	c = firmatario_certificato(f);
	if (strcmp(c->impronta, chiave) != 0)
		return err_set(ERR_INVALID, "il certificato è di %s e non è "
		    "quello arruolato (%.12s…)", c->soggetto, chiave);
	if ((r = firma_cades(&firmata, f, staccata, p, n, clock_now())) != 0)
		return r;
	return marca_applica(out, firmata.data, firmata.len);
}

int
cades_firma(struct buf *out, struct op *op, const char *chiave, bool staccata,
    const void *p, size_t n)
{
	int r = sign(out, op, chiave, staccata, p, n);

	/* what a person can mend is a rilievo */
	if (r != ERR_ABSENT && r != ERR_FORBIDDEN && r != ERR_INVALID)
		return r;
	op_errore(op, "", "firma-non-fatta", NULL, "il certificato %.12s… non "
	    "ha firmato: %s", chiave, err_msg());
	err_clear();
	return 1;
}

/* ---- verifying ---- */

/* Exactly one signer, and he: what else is in the file proves nothing. */
static const char *
not_his(struct arena *a, const struct nodo *firme, const char *chiave)
{
	const struct nodo *f = nodo_child(firme, "firma");
	const char *esito = nodo_attr(firme, "esito");
	const char *chi, *why;

	if (f == NULL || nodo_next(f, "firma") != NULL ||
	    nodo_child(firme, "firme") != NULL)
		return "non è la firma di uno solo";
	chi = nodo_value(a, f, "firmatario/@impronta");
	if (chi == NULL || strcmp(chi, chiave) != 0)
		return "è la firma di un certificato diverso da quello "
		    "arruolato";
	if (esito != NULL && strcmp(esito, "valida") == 0)
		return NULL;
	why = nodo_value(a, f, "motivo");
	return arena_printf(a, "%s%s%s", esito != NULL ? esito : "?",
	    why != NULL ? ": " : "", why != NULL ? why : "");
}

static bool
same(const struct buf *b, const struct byte_dati *d)
{
	return b->len == d->n && memcmp(b->data, d->p, d->n) == 0;
}

/*
 * As if the content were inside, or beside it (e->intorno).  *empty: there is
 * none inside.
 */
static int
look(struct cades_esito *e, bool *empty, struct arena *a, const char *chiave,
    const struct byte_dati *firma, const struct byte_dati *dati,
    const struct fiducia *f)
{
	AUTO_FD int fd = -1, beside = -1;
	AUTO_BUF inside = { 0 };
	int r;

	if ((r = file_memory(&fd, firma->p, firma->n)) != 0 ||
	    (!e->intorno &&
	    (r = file_memory(&beside, dati->p, dati->n)) != 0))
		return r;
	r = worker_firme(&e->firme, &inside, &e->prove, a, fd, beside, f);
	*empty = r != 0 || inside.len == 0;
	if (r == ERR_ABSENT || r == ERR_INVALID) {
		e->perche = arena_strdup(a, err_msg());
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	e->perche = not_his(a, e->firme, chiave);
	if (e->perche == NULL && e->intorno && !same(&inside, dati))
		e->perche = "è la firma di altri byte";
	return 0;
}

int
cades_verifica(struct cades_esito *out, struct arena *a, struct store *st,
    const char *chiave, const struct byte_dati *firma,
    const struct byte_dati *dati, int64_t ora, bool marche)
{
	struct byte_dati radici[2] = { { NULL, 0 }, { NULL, 0 } };
	struct cades_esito e = { .intorno = true };
	struct fiducia f = { .ora = ora };
	AUTO_BUF pem = { 0 };
	bool empty;
	int r;

	if ((marche && (r = fiducia_carica(&f, a, st, ora)) != 0) ||
	    (r = store_bytes(&pem, st, "ente", arena_printf(a,
	    "chiavi/%s.pem", chiave))) != 0)
		return r;
	/* enrolled: that very certificate ends the path, and no other */
	radici[0] = (struct byte_dati){ pem.data, pem.len };
	f.radici = radici;
	if ((r = look(&e, &empty, a, chiave, firma, dati, &f)) != 0)
		return r;
	/* what has something inside is never a signature of what is beside */
	if (empty) {
		e = (struct cades_esito){ .intorno = false };
		if ((r = look(&e, &empty, a, chiave, firma, dati, &f)) != 0)
			return r;
	}
	*out = e;
	return 0;
}

/*
 * Enrolled or not, a certificate that its issuer has taken back signs nothing.
 * Nothing is known where its issuer is not believed or has said nothing.
 */
int
cades_revocata(const char **perche, struct arena *a, struct store *st,
    const struct byte_dati *firma, const struct byte_dati *dati, int64_t ora)
{
	AUTO_FD int fd = -1, beside = -1;
	const char *esito, *why;
	struct nodo *firme;
	struct fiducia f;
	int r;

	*perche = NULL;
	if ((r = fiducia_carica(&f, a, st, ora)) != 0)
		return r;
	if (f.radici->p == NULL)
		return 0;
	if ((r = file_memory(&fd, firma->p, firma->n)) != 0 ||
	    (r = file_memory(&beside, dati->p, dati->n)) != 0 ||
	    (r = worker_firme(&firme, NULL, NULL, a, fd, beside, &f)) != 0)
		return r;
	esito = nodo_attr(firme, "esito");
	if (esito == NULL || strcmp(esito, "revocata") != 0)
		return 0;
	why = nodo_value(a, firme, "firma/motivo");
	*perche = why != NULL ? why : esito;
	return 0;
}
