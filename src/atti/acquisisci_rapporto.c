/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * acquisisci_rapporto.c - the conservatore's answer to a package is taken in: a
 * file of XML, perhaps with his signature beside it (NAME.asc).
 *
 * Refuses: what its schema refuses; a package that was never made; a second
 * report about one; a report that does not hold together, or older than the
 * package; of a package that was for a conservatore whose key is enrolled, one
 * without a signature of that key.  Keeps: the report byte for byte, as an
 * attachment; only numbers, outcomes and improntas go into ente/.
 * Norm: linee guida AgID §4.7.
 */
#include <string.h>
#include <unistd.h>

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
	const char *impronta, *firma, *chiave;	/* the last two may be NULL */
};

/* ---- which files ---- */

static bool
ends_asc(const char *nome)
{
	size_t n = strlen(nome);

	return n > 4 && strcmp(nome + n - 4, ".asc") == 0;
}

/* The report, and its signature if there is one. */
static bool
find_files(const struct op_file **report, const struct op_file **signature,
    struct op *op)
{
	int i;

	*report = *signature = NULL;
	for (i = 0; i < op->n_file; i++) {
		if (ends_asc(op->file[i].nome))
			*signature = &op->file[i];
		else
			*report = &op->file[i];
	}
	if (*report != NULL && op->n_file == 1 + (*signature != NULL))
		return true;
	op_errore(op, "", "manca-file", NULL, "serve un file, il rapporto del "
	    "conservatore; se è firmato anche la firma, che finisce in .asc");
	return false;
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

/* Of a package for nobody in particular nobody can be believed. */
static int
check_whose(struct op *op, struct prep *p, const struct buf *data,
    const struct buf *asc)
{
	struct altro_ente e;
	int r;

	if (p->v.conservatore == NULL) {
		op_avviso(op, "", "senza-firma", LG47, "il versamento %d non "
		    "dice a quale conservatore era, e la firma del rapporto "
		    "non si può verificare: se lo hai avuto da lui conferma "
		    "con --conferma senza-firma", p->v.numero);
		return 0;
	}
	if ((r = registro_altro_ente(&e, op->a, op->st->registro,
	    p->v.conservatore)) != 0)
		return r;
	if (e.revocato != NULL)
		op_errore(op, "", "chiave-revocata", LG47, "la chiave di %s è "
		    "stata revocata: se ne arruola un'altra", e.denominazione);
	else if (asc == NULL)
		op_errore(op, "", "senza-firma", LG47, "il versamento %d era "
		    "per %s: serve anche la sua firma del rapporto, un file "
		    "che finisce in .asc", p->v.numero, e.denominazione);
	else
		return check_signature(op, p, &e, data, asc);
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
	const struct op_file *report, *signature;
	struct prep *p = op->prep;
	int r;

	if (!find_files(&report, &signature, op) || p == NULL)
		return 0;
	/* under the lock: another may have brought it meanwhile */
	r = find_package(op, p);
	return r < 0 ? r : 0;
}

static int
take_in(struct op *op, struct prep *p, const struct buf *data,
    const struct buf *asc)
{
	struct op_allegato *x;
	int r;

	if ((r = op_ricevi_bytes(&x, op, data->data, data->len,
	    "rapporto-versamento.xml")) != 0)
		return r;
	if (asc == NULL)
		return 0;
	if ((r = op_ricevi_bytes(&x, op, asc->data, asc->len,
	    "rapporto-versamento.xml.asc")) != 0)
		return r;
	p->firma = x->al.impronta;
	return 0;
}

static int
look(struct op *op, struct prep *p, const struct buf *data,
    const struct buf *asc)
{
	char impronta[IMPRONTA_LEN + 1];
	int r;

	hash_hex(impronta, data->data, data->len);
	p->impronta = arena_strdup(op->a, impronta);
	if ((r = worker_documento(&p->rapporto, &op->ril, op->a,
	    "pacchetto/rapporto-versamento", data->data, data->len)) != 0 ||
	    p->rapporto == NULL)
		return r;
	if ((r = find_package(op, p)) != 0)
		return r < 0 ? r : 0;
	if ((r = check_whose(op, p, data, asc)) != 0 ||
	    (r = check_content(op, p)) != 0 || op_fermo(op))
		return r;
	op->prep = p;
	return take_in(op, p, data, asc);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	const struct op_file *report, *signature;
	AUTO_BUF data = { 0 };
	AUTO_BUF asc = { 0 };
	int r;

	*p = (struct prep){ .rapporto = NULL };
	if (!find_files(&report, &signature, op))
		return 0;
	if ((r = read_file(&data, op, report, ALTRUI_MAX)) != 0 ||
	    (signature != NULL && (r = read_file(&asc, op, signature,
	    FIRMA_MAX)) != 0))
		return r < 0 ? r : 0;
	buf_str(&data);
	return look(op, p, &data, signature != NULL ? &asc : NULL);
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
