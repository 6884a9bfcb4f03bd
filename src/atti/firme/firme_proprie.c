/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/firme_proprie.h"

#include <string.h>

#include "atti/firme/cades.h"
#include "atti/firme/fiducia.h"
#include "base/file.h"
#include "documenti/verdetto.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "registro/verdetti.h"
#include "worker/worker.h"

int
firme_proprie_elenco(struct firma_riga **out, int *n, struct op *op,
    const struct caso *caso, const char *documento)
{
	struct attuale doc;
	int r;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, caso->folder,
	    documento)) != 0)
		return r;
	return registro_firme(out, n, op->a, op->st->registro, doc.id);
}

const char *
firme_proprie_dir(struct op *op, const struct firma_riga *f)
{
	const char *end = strrchr(f->percorso, '/');

	return arena_strndup(op->a, f->percorso,
	    end != NULL ? (size_t)(end - f->percorso) : 0);
}

int
firme_proprie_valeva(const char **perche, struct op *op,
    const struct caso *caso, const struct firma_riga *f)
{
	struct attuale m;
	int r;

	if ((r = registro_attuale(&m, op->a, op->st->registro, caso->folder,
	    f->percorso)) != 0)
		return r;
	return registro_chiave_valeva(perche, op->a, op->st->registro,
	    f->chiave, f->utente, m.seq, f->ora);
}

/* ---- what is said of one ---- */

static struct nodo *
tree(struct op *op, const char *formato, const char *profilo, enum esito e)
{
	struct nodo *firme = nodo_new(op->a, "firme"), *x;

	nodo_set(op->a, firme, "formato", formato);
	nodo_set(op->a, firme, "esito", esito_nome(e));
	x = nodo_elem(op->a, firme, "firma");
	nodo_set(op->a, x, "esito", esito_nome(e));
	nodo_set(op->a, x, "profilo", profilo);
	return firme;
}

static void
add_reason(struct op *op, struct nodo *n, const char *codice,
    const char *words)
{
	struct nodo *m = nodo_new(op->a, "motivo");

	nodo_set(op->a, m, "codice", codice);
	nodo_text(op->a, m, words);
	nodo_add_first(n, m);
}

static void
add_signer(struct op *op, struct nodo *firma, const struct firma_riga *f,
    const struct nodo *manifesto, const struct verdetto *v)
{
	char ora[ORA_LEN + 1];
	struct nodo *x = nodo_elem(op->a, firma, "firmatario");

	nodo_set(op->a, x, "impronta", f->chiave);
	nodo_set(op->a, x, "nome", nodo_value(op->a, manifesto, "nome"));
	x = nodo_elem(op->a, firma, "ora");
	if (v->ora > 0) {
		clock_iso(ora, v->ora);
		nodo_set(op->a, x, "dichiarata", ora);
	}
	nodo_set(op->a, x, "riferimento", f->ora);
	nodo_set(op->a, x, "fonte", "catena");
}

/* ---- OpenPGP ---- */

static int
verify_openpgp(struct verdetto *v, char prova[IMPRONTA_LEN + 1],
    struct op *op, const struct firma_riga *f, const struct buf *data,
    const struct buf *sig)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF key = { 0 };
	struct chiave k;
	int r;

	if ((r = store_bytes(&key, op->st, "ente", arena_printf(op->a,
	    "chiavi/%s.asc", f->chiave))) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, op->a, ring, key.data, key.len)) != 0)
		return r;
	hash_hex(prova, key.data, key.len);
	return verifica_openpgp(v, op->a, ring, f->chiave, sig->data,
	    sig->len, data->data, data->len);
}

static int
look_openpgp(struct nodo **out, struct op *op, const struct firma_riga *f,
    const struct nodo *manifesto, const struct buf *data,
    const struct buf *sig)
{
	char prova[IMPRONTA_LEN + 1];
	struct nodo *firma, *x;
	struct verdetto v;
	int r;

	if ((r = verify_openpgp(&v, prova, op, f, data, sig)) != 0)
		return r;
	*out = tree(op, "openpgp", "OpenPGP", v.esito);
	firma = nodo_child(*out, "firma");
	add_signer(op, firma, f, manifesto, &v);
	if (v.esito != FIRMA_VALIDA)
		add_reason(op, firma, "chiave", v.testo);
	x = nodo_elem(op->a, firma, "prova");
	nodo_set(op->a, x, "tipo", "chiave");
	nodo_set(op->a, x, "impronta", prova);
	return 0;
}

/* ---- CAdES ---- */

static int
keep(struct op *op, const struct prova *p)
{
	struct op_allegato *x;
	int r;

	for (; p != NULL; p = p->succ)
		if ((r = op_ricevi_bytes(&x, op, p->p, p->n, p->tipo)) != 0)
			return r;
	return 0;
}

/*
 * Had the certificate been revoked by who issued it, for all that is known
 * today?  *out: what was found then; NULL: no, or that is not known (it is to
 * who adopted its roots and has its lists).
 */
static int
revoked(struct nodo **out, struct prova **prove, struct op *op,
    const struct byte_dati *firma, const struct byte_dati *dati, int64_t ora)
{
	AUTO_FD int fd = -1, of = -1;
	struct fiducia f;
	struct nodo *firme;
	int r;

	*out = NULL;
	if ((r = fiducia_carica(&f, op->a, op->st, ora)) != 0 ||
	    (r = file_memory(&fd, firma->p, firma->n)) != 0 ||
	    (r = file_memory(&of, dati->p, dati->n)) != 0)
		return r;
	r = worker_firme(&firme, NULL, prove, op->a, fd, of, &f);
	if (r == 0 && strcmp(nodo_attr(firme, "esito"),
	    esito_nome(FIRMA_REVOCATA)) == 0)
		*out = firme;
	return r;
}

static int
look_cades(struct nodo **out, struct op *op, const struct firma_riga *f,
    const struct buf *data, const struct buf *sig)
{
	const struct byte_dati firma = { sig->data, sig->len };
	const struct byte_dati dati = { data->data, data->len };
	struct prova *prove = NULL;
	struct nodo *gone;
	struct cades_esito e;
	int64_t ora;
	int r;

	if ((r = clock_parse(&ora, f->ora)) != 0 ||
	    (r = cades_verifica(&e, op->a, op->st, f->chiave, &firma, &dati,
	    ora, true)) != 0)
		return r;
	/* nothing that is said of a part of it may make it look good */
	if (e.perche != NULL) {
		*out = tree(op, "cades", "CAdES", FIRMA_NON_VALIDA);
		add_reason(op, *out, "non-sua", e.perche);
		return 0;
	}
	if ((r = revoked(&gone, &prove, op, &firma, &dati, ora)) != 0)
		return r;
	*out = gone != NULL ? gone : e.firme;
	return keep(op, gone != NULL ? prove : e.prove);
}

/* ---- all of it ---- */

/* Its bytes: a certificate's stand beside the manifesto or around it. */
static int
read_signature(struct buf *out, struct op *op, const struct caso *caso,
    const char *dir, bool openpgp)
{
	const char *path = arena_printf(op->a, "%s/firma.%s", dir,
	    openpgp ? "asc" : "p7s");
	struct attuale at;
	int r;

	r = registro_attuale(&at, op->a, op->st->registro, caso->folder, path);
	if (r == ERR_ABSENT && !openpgp) {
		err_clear();
		path = arena_printf(op->a, "%s/firma.p7m", dir);
	} else if (r != 0)
		return r;
	return store_bytes(out, op->st, caso->folder, path);
}

static void
worsen(struct op *op, struct nodo *n)
{
	if (strcmp(nodo_attr(n, "esito"), esito_nome(FIRMA_NON_VALIDA)) != 0)
		nodo_set(op->a, n, "esito", esito_nome(FIRMA_REVOCATA));
}

/* Its key could not sign: neither the whole nor a part of it is valid. */
static void
not_then(struct nodo *firme, struct op *op, const char *why)
{
	struct nodo *f;

	worsen(op, firme);
	add_reason(op, firme, "chiave-non-valeva", why);
	for (f = nodo_child(firme, "firma"); f; f = nodo_next(f, "firma"))
		worsen(op, f);
}

static int
look(struct nodo **out, struct verdetto_capo *c, struct op *op,
    const struct caso *caso, const struct firma_riga *f)
{
	const char *dir = firme_proprie_dir(op, f), *why = NULL;
	AUTO_BUF data = { 0 }, sig = { 0 };
	char impronta[IMPRONTA_LEN + 1];
	struct chiave_arruolata k;
	struct nodo *manifesto;
	bool openpgp;
	int r;

	if ((r = registro_chiave_leggi(&k, op->a, op->st->registro,
	    f->chiave)) != 0)
		return r;
	openpgp = strcmp(k.tipo, "openpgp") == 0;
	if ((r = store_bytes(&data, op->st, caso->folder,
	    f->percorso)) != 0 ||
	    (r = store_documento(&manifesto, op->a, op->st, caso->folder,
	    f->percorso)) != 0 ||
	    (r = read_signature(&sig, op, caso, dir, openpgp)) != 0)
		return r;
	r = openpgp ? look_openpgp(out, op, f, manifesto, &data, &sig) :
	    look_cades(out, op, f, &data, &sig);
	if (r != 0 || (r = firme_proprie_valeva(&why, op, caso, f)) < 0)
		return r;
	if (r == 0)
		not_then(*out, op, why);
	hash_hex(impronta, sig.data, sig.len);
	c->firma = arena_strdup(op->a, impronta);
	hash_hex(impronta, data.data, data.len);
	c->su = arena_strdup(op->a, impronta);
	return 0;
}

static int
one(struct firma_propria **out, struct op *op, const struct caso *caso,
    const struct firma_riga *f)
{
	struct verdetto_capo c = { .operatore = op->utente };
	const char *dir = firme_proprie_dir(op, f);
	struct firma_propria *x;
	char ora[ORA_LEN + 1];
	struct nodo *firme = NULL;
	struct ultimo ultimo;
	int r, last;

	if ((r = look(&firme, &c, op, caso, f)) != 0 ||
	    (r = registro_verdetti_sotto(&last, op->st->registro,
	    caso->folder, dir)) != 0 ||
	    (r = registro_ultimo(&ultimo, op->st->registro)) != 0)
		return r;
	clock_iso(ora, clock_now());
	c.ora = ora;
	c.dopo = ultimo.seq;
	c.dopo_impronta = ultimo.impronta;
	x = arena_alloc(op->a, sizeof *x);
	x->percorso = arena_printf(op->a, "%s/verdetto-%d.xml", dir,
	    last + 1);
	x->verdetto = verdetto_new(op->a, &c, firme);
	*out = x;
	return 0;
}

int
firme_proprie(struct firma_propria **out, struct op *op,
    const struct caso *caso, const char *documento)
{
	struct firma_propria **last = out;
	struct firma_riga *list;
	int r, i, n;

	*out = NULL;
	if ((r = firme_proprie_elenco(&list, &n, op, caso, documento)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if ((r = one(last, op, caso, &list[i])) != 0)
			return r;
		last = &(*last)->succ;
	}
	return 0;
}
