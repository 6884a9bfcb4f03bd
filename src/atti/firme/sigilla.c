/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * sigilla.c - a seal on demand: the last link of the chain and the heads of the
 * folders written since the seal before, signed; a signed tag in each of them.
 * What follows the last seal rests on the chain alone, and whoever can write
 * the store could write the chain again from there.
 *
 * Refuses: when nothing was done since the last seal that is believed; a
 * signature git could not check.  Keeps: the seal says up to which link it
 * goes; what others do while it is signed is for the next one.
 * Norm: DPR 445/2000 art. 62 (the register cannot be altered unseen).
 */
#include <string.h>

#include "atti/firme/firmare.h"
#include "atti/firme/sigillo.h"
#include "atti/protocollo/giorni.h"
#include "atti/table.h"
#include "base/random.h"
#include "registro/chiavi.h"
#include "registro/sigilli.h"

#define ART62 "art. 62 DPR 445/2000"
#define DIR "sigilli"

struct prep {
	struct nodo *doc;
	struct firmato f;
	struct tag_firmati tag;
	int64_t ultimo;		/* link it goes up to, and its impronta */
	char impronta[IMPRONTA_LEN + 1];
};

/* ---- rules ---- */

static int
esamina(struct op *op)
{
	enum firma_di di;
	int64_t sealed;
	int r;

	if ((r = sigillo_di(&di, op)) != 0 ||
	    (r = firmare_esamina(op, di)) != 0 ||
	    (r = registro_sigillato(&sealed, op->st->registro)) != 0)
		return r;
	if (di == FIRMA_PROPRIA && (op->mezzi.p12 != NULL ||
	    op->mezzi.uri != NULL))
		op_errore(op, "", "sigillo-openpgp", NULL, "si sigilla con una "
		    "chiave OpenPGP, che git sa verificare: non con un "
		    "certificato");
	if ((r = registro_sigillabile(op->st->registro, sealed)) == 0)
		op_errore(op, "", "niente-da-sigillare", ART62,
		    "dall'ultimo sigillo non è stato fatto nessun atto");
	return r < 0 ? r : 0;
}

/* ---- the document and its signatures ---- */

static struct nodo *
document(struct op *op, const char *utente, const char *chiave,
    int64_t primo, const struct ultimo *ultimo)
{
	struct nodo *doc = nodo_new(op->a, "sigillo"), *atti;
	char ora[ORA_LEN + 1], id[ID_LEN + 1];

	random_id(id);
	clock_iso(ora, clock_now());
	nodo_set(op->a, doc, "id", id);
	nodo_set(op->a, doc, "versione", "1");
	nodo_elem_text(op->a, doc, "operatore", op->utente);
	nodo_elem_text(op->a, doc, "ora", ora);
	nodo_elem_text(op->a, doc, "motivo", op_campo(op, "motivo"));
	nodo_elem_text(op->a, doc, "utente", utente);
	nodo_elem_text(op->a, doc, "chiave", chiave);
	atti = nodo_elem(op->a, doc, "atti");
	nodo_elem_printf(op->a, atti, "primo", "%lld", (long long)primo);
	nodo_elem_printf(op->a, atti, "ultimo", "%lld",
	    (long long)ultimo->seq);
	nodo_elem_text(op->a, atti, "impronta", ultimo->impronta);
	return doc;
}

/* The manifesto names the document by the bytes it will have. */
static int
sign(struct op *op, struct prep *p, enum firma_di di)
{
	struct manifesto_oggetto o = { .ruolo = RUOLO_ORIGINALE,
	    .id = nodo_attr(p->doc, "id"), .versione = "1",
	    .tipo = "sigillo" };
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };

	nodo_write(&b, p->doc);
	hash_hex(impronta, b.data, b.len);
	o.impronta = impronta;
	o.dimensione = (int64_t)b.len;
	return firmare(&p->f, op, di, SCOPO_SIGILLO, &o, 1);
}

/* What is sealed, all of one moment; the rest of the document is made of it. */
static int
gather(struct op *op, struct prep *p, enum firma_di di)
{
	const char *utente = di == FIRMA_SIGILLO ? NULL : op->utente;
	struct registro *reg = op->st->registro;
	struct chiave_arruolata k;
	struct ultimo ultimo;
	int64_t sealed;
	int r;

	if ((r = registro_chiave_in_forza(&k, op->a, reg, utente,
	    "openpgp")) != 0 ||
	    (r = registro_ultimo(&ultimo, reg)) != 0 ||
	    (r = registro_sigillato(&sealed, reg)) != 0)
		return r;
	p->ultimo = ultimo.seq;
	p->doc = document(op, utente, k.impronta, sealed + 1, &ultimo);
	memcpy(p->impronta, ultimo.impronta, sizeof p->impronta);
	return registro_teste_giorno(p->doc, op->a, reg, sealed + 1,
	    ultimo.seq);
}

static int
seal(struct op *op, struct prep *p, enum firma_di di)
{
	int r;

	if ((r = sigillo_tag(&p->tag, op, di, p->doc, arena_printf(op->a,
	    "sigillo/%lld", (long long)p->ultimo), arena_printf(op->a,
	    "sigillo\n\nanello %lld %s\n", (long long)p->ultimo,
	    p->impronta))) != 0)
		return r;
	return sign(op, p, di);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	enum firma_di di;
	int r;

	if ((r = op_dipende(op, "ente")) != 0 ||
	    (r = sigillo_di(&di, op)) != 0)
		return r;
	if ((r = registro_read_begin(op->st->registro)) != 0)
		return r;
	r = gather(op, p, di);
	registro_read_end(op->st->registro);
	if (r == 0 && (r = seal(op, p, di)) == 0)
		op->prep = p;
	return r < 0 ? r : 0;
}

/* ---- effect ---- */

/* The same, and nobody has sealed it meanwhile. */
static int
check_still(struct op *op, const struct prep *p)
{
	int64_t sealed;
	int r;

	if ((r = registro_sigillato(&sealed, op->st->registro)) != 0)
		return r;
	if (sealed >= p->ultimo)
		return err_set(ERR_BUSY, "un altro ha sigillato in questo "
		    "momento: riprova");
	return firmare_ancora(op, &p->f);
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	char giorno[GIORNO_LEN + 1];
	const char *cartella;
	int r, n;

	if (p == NULL)
		return err_set(ERR_FAULT, "il sigillo non è stato preparato");
	clock_day(giorno, op->ora);
	cartella = giorno_cartella(op->a, giorno);
	if ((r = check_still(op, p)) != 0 ||
	    (r = registro_documenti(&n, op->st->registro, cartella,
	    DIR)) != 0 ||
	    (r = sigillo_tagga(op, &p->tag)) != 0)
		return r;
	op->fatto = p->tag.nome;
	op_deposita(op, cartella, ordinale_path_grouped(op->a, DIR, n + 1,
	    ".xml"), p->doc);
	return firmare_deposita(op, cartella, &p->f);
}

const struct atto atto_sigilla = {
	.nome = "sigilla",
	.sommario = "sigilla tutto ciò che è stato fatto finora",
	.norma = "art. 62 DPR 445/2000; art. 20 CAD",
	.flags = RICHIEDE_FIRMA,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
