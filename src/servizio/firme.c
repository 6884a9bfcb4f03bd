/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firme.c - every signature of the store: the manifesto verified with the keys
 * enrolled in ente/ and no others, and what it names held against what is
 * there.
 */
#include "servizio/firme.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "atti/firme/cades.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "registro/firme.h"
#include "servizio/firme_openpgp.h"
#include "servizio/rilettura.h"

struct controllo {
	struct arena *a;
	struct store *st;
	struct conto *conto;
	const struct ascolto *l;
	struct raccolta *openpgp;	/* those not yet looked at */
	char **allegati;		/* of the chain, sorted; NULL: not yet */
	int n_allegati;
};

/* ---- keys ---- */

/* Is it only a later act that takes it back? */
static bool
taken_back(struct arena *a, struct store *st, const char *chiave, int64_t seq)
{
	struct chiave_arruolata k;
	int r = registro_chiave_leggi(&k, a, st->registro, chiave);

	err_clear();
	return r == 0 && k.revocata != NULL && k.seq_revoca > seq;
}

bool
firme_chiave_valeva(struct conto *conto, struct store *st,
    const struct ascolto *l, const char *luogo, const struct firma_di_chi *f)
{
	AUTO(arena) a = arena_new();
	const char *why = NULL;
	int r = registro_chiave_valeva(&why, a, st->registro, f->chiave,
	    f->utente, f->seq, f->ora);

	if (r == 1)
		return true;
	dico(conto, l, r == 0 && taken_back(a, st, f->chiave, f->seq), luogo,
	    "%s", r < 0 ? err_msg() : why);
	err_clear();
	return false;
}

static bool
could_sign(struct controllo *c, const char *place,
    const struct firma_intera *f)
{
	struct firma_di_chi di = { f->chiave, f->utente, f->seq, f->ora };

	return firme_chiave_valeva(c->conto, c->st, c->l, place, &di);
}

/* ---- the signature over the manifesto ---- */

/* "firme/0001/manifesto.xml" into "firme/0001/firma.asc". */
static const char *
beside(struct controllo *c, const char *percorso, const char *file)
{
	const char *end = strrchr(percorso, '/');

	return end == NULL ? file : arena_printf(c->a, "%.*s/%s",
	    (int)(end - percorso), percorso, file);
}

/* The signature's file beside a manifesto, whichever form it has. */
static int
signature_of(struct attuale *out, struct controllo *c, const char *cartella,
    const char *percorso)
{
	static const char *const files[] = { "firma.asc", "firma.p7s",
	    "firma.p7m" };
	size_t i;
	int r = ERR_ABSENT;

	for (i = 0; i < NELEM(files) && r == ERR_ABSENT; i++)
		r = registro_attuale(out, c->a, c->st->registro, cartella,
		    beside(c, percorso, files[i]));
	return r;
}

static int
by_x509(const char **perche, struct controllo *c,
    const struct firma_intera *f, const struct buf *sig,
    const struct buf *data)
{
	const struct byte_dati firma = { sig->data, sig->len };
	const struct byte_dati dati = { data->data, data->len };
	struct cades_esito e;
	int64_t ora;
	int r;

	if ((r = clock_parse(&ora, f->ora)) == 0 &&
	    (r = cades_verifica(&e, c->a, c->st, f->chiave, &firma, &dati,
	    ora, false)) == 0)
		*perche = e.perche;
	return r;
}

/* *perche NULL: it is good, or is going to be looked at with others. */
static int
verdict(const char **perche, struct controllo *c, const char *place,
    const struct firma_intera *f)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF data = { 0 };
	AUTO_BUF sig = { 0 };
	struct attuale at;
	int r;

	if ((r = store_bytes(&data, c->st, f->cartella, f->percorso)) != 0 ||
	    (r = signature_of(&at, c, f->cartella, f->percorso)) != 0 ||
	    (r = store_bytes(&sig, c->st, f->cartella, at.percorso)) != 0)
		return r;
	hash_hex(impronta, buf_str(&data), data.len);
	if (strcmp(impronta, f->manifesto) != 0)
		return err_set(ERR_INVALID, "il manifesto ha altri byte");
	return strcmp(f->tipo, "x509") == 0 ?
	    by_x509(perche, c, f, &sig, &data) :
	    raccolta_add(c->openpgp, place, f->chiave, &sig, &data);
}

/* Says what a verdict, or the failure to reach one, comes to. */
static void
conclude(struct controllo *c, const char *place, const struct firma_intera *f)
{
	const char *perche = NULL;

	if (verdict(&perche, c, place, f) != 0)
		perche = err_msg();
	if (perche != NULL)
		dico(c->conto, c->l, false, place, "%s", perche);
	err_clear();
}

/* ---- what it names ---- */

/* The version of the document that has this impronta. */
static int
check_version(struct controllo *c, const struct firma_oggetto *o)
{
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct folder *folder;
	int r;

	if (o->commit == NULL)
		return err_set(ERR_INVALID, "nomina una versione di un "
		    "documento che non c'è");
	if ((r = store_folder(&folder, c->st, o->cartella, false)) != 0 ||
	    (r = folder_read(&b, folder, o->commit, o->percorso)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	return strcmp(impronta, o->impronta) == 0 ? 0 :
	    err_set(ERR_INVALID, "il documento firmato ha altri byte");
}

static int
by_text(const void *key, const void *element)
{
	return strcmp(key, *(char *const *)element);
}

/* Its bytes are held against its name with all the attachments. */
static int
check_bytes(struct controllo *c, const struct firma_oggetto *o)
{
	if (bsearch(o->impronta, c->allegati, (size_t)c->n_allegati,
	    sizeof *c->allegati, by_text) != NULL)
		return 0;
	return err_set(ERR_INVALID, "nomina un file che nessun atto ha "
	    "portato: %.12s…", o->impronta);
}

static void
check_objects(struct controllo *c, const char *place,
    const struct firma_intera *f)
{
	struct firma_oggetto *o;
	int r, i, n;

	if ((r = registro_oggetti_di_firma(&o, &n, c->a, c->st->registro,
	    f->cartella, f->percorso)) != 0)
		n = 0;
	for (i = 0; r == 0 && i < n; i++)
		r = o[i].documento != NULL ? check_version(c, &o[i]) :
		    check_bytes(c, &o[i]);
	if (r == 0)
		return;
	dico(c->conto, c->l, false, place, "%s", err_msg());
	err_clear();
}

static int
check_one(void *arg, const struct firma_intera *f)
{
	struct controllo *c = arg;
	const char *place = arena_printf(c->a, "%s/%s", f->cartella,
	    f->percorso);
	int r;

	if (c->allegati == NULL &&
	    (r = registro_allegati(&c->allegati, &c->n_allegati, c->a,
	    c->st->registro)) != 0)
		return r;
	c->conto->firme++;
	if (could_sign(c, place, f))
		conclude(c, place, f);
	check_objects(c, place, f);
	return 0;
}

/* ---- papers that went out ---- */

/* The manifesto that went with a paper is one of those verified above, and it
 * is the paper that it names. */
static int
check_paper(struct controllo *c, const struct firma_file *f)
{
	const char *cartella, *percorso;
	struct firma_oggetto *o;
	struct attuale sig;
	int r, i, n;

	if ((r = registro_firma_di_manifesto(&cartella, &percorso, c->a,
	    c->st->registro, f->manifesto)) != 0 ||
	    (r = signature_of(&sig, c, cartella, percorso)) != 0 ||
	    (r = registro_oggetti_di_firma(&o, &n, c->a, c->st->registro,
	    cartella, percorso)) != 0)
		return r;
	if (strcmp(sig.impronta, f->firma) != 0)
		return err_set(ERR_INVALID, "la firma della carta non è quella "
		    "del suo manifesto");
	for (i = 0; i < n; i++)
		if (strcmp(o[i].impronta, f->file) == 0)
			return 0;
	return err_set(ERR_INVALID, "il manifesto firmato non nomina la carta");
}

static int
check_file(void *arg, const struct firma_file *f)
{
	struct controllo *c = arg;

	if (check_paper(c, f) != 0) {
		dico(c->conto, c->l, false, arena_printf(c->a,
		    "registro/%04d/allegati %.12s", f->anno, f->firma), "%s",
		    err_msg());
		err_clear();
	}
	return 0;
}

int
verifica_firme(struct conto *conto, struct store *st, int64_t dopo,
    const struct ascolto *l)
{
	AUTO(arena) a = arena_new();
	AUTO(raccolta) openpgp = raccolta_new(st, conto, l);
	struct controllo c = { .a = a, .st = st, .conto = conto, .l = l,
	    .openpgp = openpgp };
	int r;

	if ((r = registro_ogni_firma(st->registro, dopo, check_one, &c)) == 0 &&
	    (r = raccolta_end(openpgp)) == 0)
		r = registro_ogni_firma_file(st->registro, dopo,
		    check_file, &c);
	return r;
}
