/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci_rapporto.c - the conservatore's answer to a package is taken in: a
 * file of XML, perhaps with his signature beside it (NAME.asc) or around it
 * (NAME.p7m).
 *
 * Refuses: what its schema refuses; a package that was never made; a second
 * report about one; a report that does not hold together, or older than the
 * package; of a package that was for a conservatore who is enrolled, one without
 * a signature of his key, or by a certificate that does not hold; whether the
 * holder of one that holds speaks for him, a person confirms.  Keeps: the report
 * byte for byte, as an attachment; only numbers, outcomes and improntas, and who
 * signed by a certificate, go into ente/.
 * Norm: linee guida AgID §4.7.
 */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atti/firme/fiducia.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/rapporto_versamento.h"
#include "firme/firme.h"
#include "registro/trasferimenti.h"
#include "registro/versamenti.h"
#include "worker/worker.h"

#define LG47 "linee guida AgID, par. 4.7"
#define FIRMA_MAX ((size_t)64 * 1024)		/* bytes of a signature */

struct prep {
	struct nodo *rapporto, *esito;
	struct versamento v;
	const char *impronta;
	const char *firma, *chiave, *firmatario;	/* may be NULL */
};

struct carte {			/* what came */
	struct buf rapporto;
	struct buf firma;	/* beside or around it */
	const char *suffisso;	/* .asc, .p7m; NULL: not signed */
	struct nodo *firme;	/* of .p7m: firme/cms.h */
};

/* ---- which files ---- */

static bool
ends(const char *nome, const char *suffisso)
{
	size_t n = strlen(nome), m = strlen(suffisso);

	return n > m && strcasecmp(nome + n - m, suffisso) == 0;
}

/* The report, and its signature if there is one beside it. */
static void
find_files(const struct op_file **report, const struct op_file **signature,
    const struct op *op)
{
	int i;

	*report = *signature = NULL;
	for (i = 0; i < op->n_file; i++) {
		if (ends(op->file[i].nome, ".asc"))
			*signature = &op->file[i];
		else
			*report = &op->file[i];
	}
}

/* Those, and no others; a .p7m has its signature inside. */
static void
check_files(struct op *op)
{
	const struct op_file *report, *signature;

	find_files(&report, &signature, op);
	if (report == NULL || op->n_file != 1 + (signature != NULL) ||
	    (signature != NULL && ends(report->nome, ".p7m")))
		op_errore(op, "", "manca-file", NULL, "serve un file, il "
		    "rapporto del conservatore (.xml, o .p7m se è firmato con "
		    "un certificato); se è firmato a parte anche la firma, "
		    "che finisce in .asc");
}

static int
read_file(struct buf *out, struct op *op, const struct op_file *f, size_t max)
{
	int r;

	if (lseek(f->fd, 0, SEEK_SET) < 0)
		return err_sys("%s", f->nome);
	r = file_read_fd(out, f->fd, max);
	if (r == ERR_INVALID) {
		op_errore(op, "", "file-grande", NULL, "%s", err_msg());
		err_clear();
		return 1;
	}
	return r;
}

/* What is inside a .p7m, and who signed it.  1: nothing, and a rilievo says why. */
static int
unwrap(struct carte *c, struct op *op, const struct op_file *f)
{
	struct fiducia fiducia;
	int r;

	if ((r = fiducia_carica(&fiducia, op->a, op->st, clock_now())) != 0)
		return r;
	r = worker_firme(&c->firme, &c->rapporto, NULL, op->a, f->fd, -1,
	    &fiducia);
	if (r != ERR_ABSENT && r != ERR_INVALID && (r != 0 ||
	    c->rapporto.len > 0))
		return r;
	op_errore(op, "", "illeggibile", LG47, "%s: non si legge che cosa è "
	    "firmato%s%s", f->nome, r != 0 ? ": " : "", r != 0 ? err_msg() : "");
	err_clear();
	return 1;
}

/* 1: not, and a rilievo says why. */
static int
read_files(struct carte *c, struct op *op)
{
	const struct op_file *report, *signature;
	bool around;
	int r;

	find_files(&report, &signature, op);
	around = ends(report->nome, ".p7m");
	if ((r = read_file(around ? &c->firma : &c->rapporto, op, report,
	    ALTRUI_MAX)) != 0 || (signature != NULL && (r = read_file(&c->firma,
	    op, signature, FIRMA_MAX)) != 0) ||
	    (around && (r = unwrap(c, op, report)) != 0))
		return r;
	c->suffisso = around ? ".p7m" : signature != NULL ? ".asc" : NULL;
	buf_str(&c->rapporto);
	return 0;
}

/* ---- whose it is ---- */

static int
check_signature(struct op *op, struct prep *p, const struct altro_ente *e,
    const struct buf *data, const struct buf *asc)
{
	const char *path = ordinale_path(op->a, altro_ente_dir(op->a,
	    e->codice_ipa), e->ordine, ".asc");
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF key = { 0 };
	struct verdetto v;
	struct chiave k;
	int r;

	if ((r = store_bytes(&key, op->st, "ente", path)) != 0 ||
	    (r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, op->a, ring, key.data, key.len)) != 0 ||
	    (r = verifica_openpgp(&v, op->a, ring, e->chiave, asc->data,
	    asc->len, data->data, data->len)) != 0)
		return r;
	if (v.esito != FIRMA_VALIDA)
		op_errore(op, "", "firma", LG47, "la firma del rapporto non è "
		    "di %s, o il rapporto è stato cambiato (%s): chiedilo di "
		    "nuovo", e->denominazione, v.testo);
	p->chiave = e->chiave;
	return 0;
}

/*
 * A certificate says a name, not for whom it speaks: that is confirmed by who
 * knows, and is told when nobody can say whether it was revoked.  One that does
 * not hold is refused, and one whose issuer nobody believes.
 */
static void
check_certificate(struct op *op, struct prep *p, const struct nodo *firme,
    const char *da)
{
	const char *esito = nodo_attr(firme, "esito");
	const char *why = nodo_value(op->a, firme, "firma/motivo");
	const char *chi = nodo_value(op->a, firme, "firma/firmatario/@nome");

	if (esito == NULL || (strcmp(esito, "valida") != 0 &&
	    strcmp(esito, "integra") != 0)) {
		op_errore(op, "", "firma", LG47, "la firma del rapporto non "
		    "vale (%s%s%s): chiedilo di nuovo, o adotta la fiducia di "
		    "chi ha dato il certificato", esito != NULL ? esito : "?",
		    why != NULL ? ": " : "", why != NULL ? why : "");
		return;
	}
	p->firmatario = chi != NULL ? chi : "?";
	op_avviso(op, "", "firmatario", LG47, "il rapporto è firmato da %s, con "
	    "firma %s%s%s: se firma per %s conferma con --conferma firmatario",
	    p->firmatario, esito, why != NULL ? ", " : "",
	    why != NULL ? why : "", da);
}

/* Of a package for nobody in particular nobody can be believed. */
static int
check_whose(struct op *op, struct prep *p, const struct carte *c)
{
	struct altro_ente e = { .denominazione = "il conservatore" };
	int r;

	if (p->v.conservatore != NULL && (r = registro_altro_ente(&e, op->a,
	    op->st->registro, p->v.conservatore)) != 0)
		return r;
	if (c->firme != NULL)
		check_certificate(op, p, c->firme, e.denominazione);
	else if (p->v.conservatore == NULL)
		op_avviso(op, "", "senza-firma", LG47, "il versamento %d non "
		    "dice a quale conservatore era, e la firma del rapporto "
		    "non si può verificare: se lo hai avuto da lui conferma "
		    "con --conferma senza-firma", p->v.numero);
	else if (e.revocato != NULL)
		op_errore(op, "", "chiave-revocata", LG47, "la chiave di %s è "
		    "stata revocata: se ne arruola un'altra", e.denominazione);
	else if (c->suffisso == NULL)
		op_errore(op, "", "senza-firma", LG47, "il versamento %d era "
		    "per %s: serve anche la sua firma del rapporto, un file "
		    "che finisce in .asc, o il rapporto in un .p7m",
		    p->v.numero, e.denominazione);
	else
		return check_signature(op, p, &e, &c->rapporto, &c->firma);
	return 0;
}

/* ---- what it says ---- */

/* 1: of no package of ours, or answered already. */
static int
find_package(struct op *op, struct prep *p)
{
	const char *pacchetto = nodo_value(op->a, p->rapporto, "pacchetto");
	int r = registro_versamento_di(&p->v, op->a, op->st->registro,
	    pacchetto);

	if (r == ERR_ABSENT) {
		err_clear();
		op_errore(op, "", "pacchetto-ignoto", LG47, "il rapporto è di "
		    "un pacchetto (%.12s…) che questo ufficio non ha versato",
		    pacchetto);
		return 1;
	}
	if (r != 0)
		return r;
	if (p->v.rapporto == NULL)
		return 0;
	if (strcmp(p->v.rapporto, p->impronta) == 0)
		op_errore(op, "", "gia-acquisito", LG47, "questo rapporto è già "
		    "stato acquisito: è quello del versamento %d",
		    p->v.numero);
	else
		op_errore(op, "", "altro-rapporto", LG47, "del versamento %d "
		    "c'è già un rapporto, e dice altro: senti il conservatore; "
		    "ciò che non ha preso si versa di nuovo", p->v.numero);
	return 1;
}

static int
check_time(struct op *op, const struct prep *p)
{
	int64_t made, said;
	int r;

	if ((r = clock_parse(&made, p->v.formato)) != 0 ||
	    (r = clock_parse(&said, nodo_value(op->a, p->rapporto,
	    "ora"))) != 0)
		return r;
	if (said < made)
		op_errore(op, "", "prima-del-pacchetto", LG47, "il rapporto è "
		    "di prima che il pacchetto fosse formato: non è di quello");
	return 0;
}

static int
check_content(struct op *op, struct prep *p)
{
	struct nodo *doc;
	int r;

	if ((r = store_documento(&doc, op->a, op->st, "ente",
	    ordinale_path_grouped(op->a, DIR_VERSAMENTI, p->v.numero,
	    ".xml"))) != 0)
		return r;
	p->esito = nodo_new(op->a, "esito-versamento");
	rapporto_leggi(p->esito, &op->ril, op->a, p->rapporto, doc);
	return check_time(op, p);
}

/* ---- the road ---- */

static int
esamina(struct op *op)
{
	struct prep *p = op->prep;
	int r;

	check_files(op);
	if (p == NULL)
		return 0;
	/* under the lock: another may have brought it meanwhile */
	r = find_package(op, p);
	return r < 0 ? r : 0;
}

static int
take_in(struct op *op, struct prep *p, const struct carte *c)
{
	struct op_allegato *x;
	int r;

	if ((r = op_ricevi_bytes(&x, op, c->rapporto.data, c->rapporto.len,
	    "rapporto-versamento.xml")) != 0)
		return r;
	if (c->suffisso == NULL)
		return 0;
	if ((r = op_ricevi_bytes(&x, op, c->firma.data, c->firma.len,
	    arena_printf(op->a, "rapporto-versamento.xml%s",
	    c->suffisso))) != 0)
		return r;
	p->firma = x->al.impronta;
	return 0;
}

static int
look(struct op *op, struct prep *p, const struct carte *c)
{
	char impronta[IMPRONTA_LEN + 1];
	int r;

	hash_hex(impronta, c->rapporto.data, c->rapporto.len);
	p->impronta = arena_strdup(op->a, impronta);
	if ((r = worker_documento(&p->rapporto, &op->ril, op->a,
	    "pacchetto/rapporto-versamento", c->rapporto.data,
	    c->rapporto.len)) != 0 || p->rapporto == NULL)
		return r;
	if ((r = find_package(op, p)) != 0)
		return r < 0 ? r : 0;
	if ((r = check_whose(op, p, c)) != 0 ||
	    (r = check_content(op, p)) != 0 || op_fermo(op))
		return r;
	op->prep = p;
	return take_in(op, p, c);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct carte c = { .suffisso = NULL };
	int r;

	*p = (struct prep){ .rapporto = NULL };
	if ((r = read_files(&c, op)) == 0)
		r = look(op, p, &c);
	buf_free(&c.rapporto);
	buf_free(&c.firma);
	return r < 0 ? r : 0;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct nodo *doc = nodo_new(op->a, "esito-versamento");
	const struct nodo *u;

	if (p == NULL)
		return err_set(ERR_FAULT, "il rapporto non è stato letto");
	nodo_elem_printf(op->a, doc, "versamento", "%d", p->v.numero);
	nodo_elem_text(op->a, doc, "pacchetto", p->v.pacchetto);
	nodo_elem_text(op->a, doc, "rapporto", p->impronta);
	nodo_elem_text(op->a, doc, "firma", p->firma);
	nodo_elem_text(op->a, doc, "chiave", p->chiave);
	nodo_elem_text(op->a, doc, "firmatario", p->firmatario);
	nodo_elem_text(op->a, doc, "identificativo", nodo_value(op->a,
	    p->rapporto, "identificativo"));
	nodo_elem_text(op->a, doc, "ora", nodo_value(op->a, p->rapporto,
	    "ora"));
	nodo_elem_text(op->a, doc, "utente", op_agente(op));
	nodo_elem_text(op->a, doc, "nota", op_campo(op, "nota"));
	for (u = nodo_child(p->esito, "unita"); u; u = nodo_next(u, "unita"))
		nodo_add(doc, nodo_copy(op->a, u));
	op->fatto = arena_printf(op->a, "versamento %d", p->v.numero);
	op_deposita(op, "ente", ordinale_path_grouped(op->a, DIR_VERSAMENTI,
	    p->v.numero, "-esito.xml"), doc);
	return 0;
}

const struct atto atto_acquisisci_rapporto = {
	.nome = "acquisisci-rapporto",
	.sommario = "acquisisce il rapporto del conservatore su ciò che gli fu versato",
	.norma = "linee guida AgID, par. 4.7",
	.flags = FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
