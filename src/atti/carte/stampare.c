/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/stampare.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "archivio/allegato.h"
#include "atti/carte/carta.h"
#include "atti/carte/carta_dati.h"
#include "atti/carte/modelli.h"
#include "atti/caso/altrui.h"
#include "atti/caso/cartella.h"
#include "base/file.h"
#include "documenti/omissis.h"
#include "documenti/provenienza.h"
#include "documenti/stampato.h"
#include "documenti/tipo.h"
#include "registro/carte.h"
#include "registro/fascicoli.h"
#include "registro/firme.h"
#include "registro/legami.h"
#include "resa/resa.h"
#include "worker/worker.h"

#define CARTA_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a kept paper */

/* ---- the document ---- */

const char *
stampare_utente(struct op *op, const char *codice)
{
	struct utente u;
	int r = registro_utente(&u, op->a, op->st->registro, codice);

	if (r != 0) {
		err_clear();
		return codice;
	}
	return arena_printf(op->a, "%s %s", u.nome, u.cognome);
}

/* Its fields: of our schema, or of the version of the type it was made by. */
static int
read_fields(struct stampando *s, struct op *op)
{
	int versione = tipo_versione(s->doc), r;
	AUTO_BUF schema = { 0 };

	if (versione == 0) {
		r = campi_load(&s->campi, arena_printf(op->a,
		    "documenti/%s", s->tipo), s->tipo);
	} else {
		if ((r = store_tipo(&schema, op->st, op->st->registro,
		    s->tipo, versione, "schema.xsd")) != 0)
			return r;
		r = campi_load_bytes(&s->campi, op->a, schema.data,
		    schema.len, s->tipo);
	}
	return r;
}

static int
read_title(struct stampando *s, struct op *op)
{
	struct tipo t;
	int r;

	s->titolo = stampato_titolo(op->a, s->tipo);
	if (tipo_versione(s->doc) == 0)
		return 0;
	if ((r = registro_tipo(&t, op->a, op->st->registro, s->tipo)) == 0)
		s->titolo = t.denominazione;
	return r;
}

/* A folder of the register, by its year; what is named by the number of a
 * registration is of that: "registrazioni/000/01/0000123.xml". */
static int
read_number(struct stampando *s)
{
	static const char *const cifre = "0123456789";
	const char *name = strrchr(s->percorso, '/');
	char year[5];

	if (strncmp(s->folder, "registro/", 9) != 0)
		return numero_of_folder(&s->n, s->folder);
	snprintf(year, sizeof year, "%.4s", s->folder + 9);
	s->n = (struct numero){ .serie = SERIE_PROTOCOLLO,
	    .anno = (int)strtol(year, NULL, 10) };
	if (name != NULL && strspn(name + 1, cifre) == 7 &&
	    strncmp(s->percorso, "repertori/", 10) != 0)
		s->n.progressivo = (int)strtol(name + 1, NULL, 10);
	return 0;
}

/* ---- signed or not ---- */

static bool
is_to_sign(const char *tipo)
{
	static const char *const tipi[] = { "relazione", "proposta",
	    "progetto", "verbale", "affidamento", "determinazione" };
	size_t i;

	for (i = 0; i < NELEM(tipi); i++)
		if (strcmp(tipo, tipi[i]) == 0)
			return true;
	return false;
}

/* A document that has become a paper carries its signature in itself. */
static const char *
signed_as_paper(struct op *op, const struct nodo *doc)
{
	const struct nodo *f = nodo_find(doc, "adozione/firma-file");

	if (f == NULL)
		f = nodo_find(doc, "approvazione/firma-file");
	if (f == NULL)
		f = nodo_child(doc, "firma-file");
	return f == NULL ? NULL : stampare_utente(op, nodo_value(op->a, f,
	    "utente"));
}

static const char *
who_signed(struct op *op, const struct firma_riga *f)
{
	const char *chi = stampare_utente(op, f->utente);

	return f->per == NULL ? chi : arena_printf(op->a, "%s per delega di "
	    "%s", chi, stampare_utente(op, f->per));
}

/* Of this very version; by whom, when.  What others signed is told by the
 * provenienza. */
static int
read_signature(struct stampando *s, struct op *op)
{
	struct firma_riga *firme;
	int r, i, n;

	s->da_firmare = !s->di_altri && is_to_sign(s->tipo);
	if (s->di_altri)
		return 0;
	if ((r = registro_firme(&firme, &n, op->a, op->st->registro,
	    s->id)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(firme[i].documento_impronta, s->impronta) != 0)
			continue;
		s->firma = arena_printf(op->a, "%s%s%s, %s",
		    s->firma != NULL ? s->firma : "", s->firma != NULL ?
		    "; " : "", who_signed(op, &firme[i]),
		    stampato_valore(op->a, firme[i].ora, NULL));
	}
	if (s->firma == NULL)
		s->firma = signed_as_paper(op, s->doc);
	if (s->firma != NULL)
		return 0;
	if ((r = registro_sottoscritto(op->st->registro, s->id)) == 1)
		s->firma = "sottoscritto su carta";
	return r < 0 ? r : 0;
}

int
stampare_leggi(struct stampando *out, struct op *op, const struct numero *n,
    const char *percorso)
{
	struct occhio occhio = op_occhio(op);
	int r = registro_vede_documento(op->st->registro, &occhio, n,
	    percorso);

	return r != 0 ? r : stampare_apri(out, op, numero_folder(op->a, n),
	    percorso);
}

int
stampare_apri(struct stampando *out, struct op *op, const char *folder,
    const char *percorso)
{
	struct versione *v;
	struct attuale at;
	int r;

	memset(out, 0, sizeof *out);
	out->folder = folder;
	out->percorso = percorso;
	if ((r = read_number(out)) != 0 ||
	    (r = registro_attuale(&at, op->a, op->st->registro, out->folder,
	    percorso)) != 0 || (r = altrui_si_legge(percorso, at.tipo)) != 0 ||
	    (r = store_documento(&out->doc, op->a, op->st, out->folder,
	    percorso)) != 0 ||
	    (r = registro_versioni(&v, &out->versione, op->a,
	    op->st->registro, out->folder, percorso)) != 0)
		return r;
	out->di_altri = percorso_altrui(percorso);
	out->tipo = percorso_omissis(percorso) ? OMISSIS : at.tipo;
	out->id = at.id;
	out->impronta = at.impronta;
	out->ora = at.ora;
	if ((r = read_fields(out, op)) != 0 ||
	    (r = read_title(out, op)) != 0 ||
	    (r = registro_ufficio_che_tiene(&out->ufficio, op->a,
	    op->st->registro, &out->n)) != 0)
		return r;
	return read_signature(out, op);
}

/* ---- the data ---- */

static void
put_names(struct op *op, struct nodo *n)
{
	static const char *const people[] = { "autore", "operatore",
	    "responsabile", "utente", "coordinatore", "dirigente",
	    "assistente", "lettore" };
	struct nodo *c, *text = n->primo;
	const char *nome;
	size_t i;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		put_names(op, c);
	if (text == NULL || text->nome != NULL || text->succ != NULL)
		return;
	for (i = 0; i < NELEM(people); i++)
		if (strcmp(n->nome, people[i]) == 0)
			text->testo = stampare_utente(op, text->testo);
	if (strcmp(n->nome, "ufficio") != 0)
		return;
	if (registro_ufficio(&nome, op->a, op->st->registro,
	    text->testo) == 0)
		text->testo = nome;
	else
		err_clear();
}

void
stampare_nomi(struct op *op, const struct stampando *s, struct nodo *n)
{
	if (!s->di_altri)
		put_names(op, n);
}

/* The day it says, or that of its act, stands for the day of the paper. */
static const char *
day_of(struct op *op, const struct nodo *doc)
{
	static const char *const days[] = { "data", "scritto", "compilata" };
	const char *v;
	size_t i;

	for (i = 0; i < NELEM(days); i++) {
		v = nodo_value(op->a, doc, days[i]);
		if (v != NULL && strlen(v) == GIORNO_LEN && v[4] == '-')
			return v;
	}
	return NULL;
}

static int
head(struct nodo *dati, struct op *op, const struct stampando *s,
    const struct nodo *doc)
{
	const char *day = day_of(op, doc);
	struct nodo *data;
	int r;

	if ((r = carta_testa(dati, op, s->ufficio, NULL)) != 0)
		return r;
	if (day == NULL && s->ora != NULL)
		day = arena_strndup(op->a, s->ora, GIORNO_LEN);
	data = nodo_child(dati, "data");
	if (day != NULL && data != NULL)
		data->primo->testo = day;
	return 0;
}

/* Who wrote it, where a paper has its signature. */
static int
signer(struct nodo *dati, struct op *op, const struct nodo *doc)
{
	const char *codice = nodo_value(op->a, doc, "autore");
	struct nodo *f;
	struct utente u;
	int r;

	if (codice == NULL)
		codice = nodo_value(op->a, doc, "operatore");
	if (codice == NULL)
		return 0;
	r = registro_utente(&u, op->a, op->st->registro, codice);
	if (r == ERR_ABSENT) {	/* removed by a policy */
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	f = nodo_elem(op->a, dati, "firmatario");
	nodo_elem_printf(op->a, f, "nome", "%s %s", u.nome, u.cognome);
	nodo_elem_text(op->a, f, "qualifica", u.qualifica);
	return 0;
}

/* ---- the model ---- */

#define GENERALE "documento"	/* model, and kind of paper */

/* Which model prints which documents; tipo: the field of that name decides. */
static const struct {
	const char *radice, *tipo, *modello, *carta;
} modelli[] = {
	{ "relazione", "attivita", "relazione-attivita", "relazione" },
	{ "relazione", "con-esito", "relazione-esito", "relazione" },
	{ "relazione", "autorita-giudiziaria", "relazione-autorita",
	    "relazione" },
	{ "relazione", "chiusura", "relazione-chiusura", "relazione" },
	{ "scheda-segretariato", NULL, "scheda-segretariato", "segretariato" },
	{ "liberatoria", NULL, "liberatoria", "liberatoria" },
	{ "progetto", NULL, "progetto", "progetto" },
	{ "verbale", NULL, "verbale-equipe", "verbale" },
	{ "determinazione", NULL, "determinazione", "determinazione" },
};

struct scelta {
	struct modello_scelto m;
	const char *carta;		/* kind of paper */
};

static int
choose_named(struct scelta *out, struct op *op, const char *nome,
    const char *carta)
{
	out->carta = carta;
	return modello_scegli(&out->m, op, nome, carta);
}

/* That of its kind, as far as `doc`, which a policy may have gone through, still
 * says it; one that the office made for a type of its own has the
 * name of the type; else the general one. */
static int
choose(struct scelta *out, struct op *op, const struct stampando *s,
    const struct nodo *doc)
{
	const char *tipo = nodo_value(op->a, doc, "tipo");
	size_t i;
	int r;

	/* a model of ours would say of ours who wrote it */
	if (s->di_altri)
		return choose_named(out, op, GENERALE, GENERALE);
	if (tipo_versione(s->doc) != 0) {
		r = choose_named(out, op, s->tipo, arena_printf(op->a,
		    "tipo:%s", s->tipo));
		if (r != ERR_ABSENT)
			return r;
		err_clear();
		return choose_named(out, op, GENERALE, GENERALE);
	}
	for (i = 0; i < NELEM(modelli); i++)
		if (strcmp(modelli[i].radice, s->tipo) == 0 &&
		    (modelli[i].tipo == NULL || (tipo != NULL &&
		    strcmp(modelli[i].tipo, tipo) == 0)))
			return choose_named(out, op, modelli[i].modello,
			    modelli[i].carta);
	return choose_named(out, op, GENERALE, GENERALE);
}

/* The one that was asked for, of the kind of the document or general. */
static int
choose_asked(struct scelta *out, struct op *op, const struct stampando *s,
    const struct nodo *doc, const char *nome)
{
	struct scelta own;
	int r;

	if ((r = choose(&own, op, s, doc)) != 0)
		return r;
	r = choose_named(out, op, nome, own.carta);
	if (r != ERR_ABSENT || strcmp(own.carta, GENERALE) == 0)
		return r;
	if (choose_named(out, op, nome, GENERALE) == 0) {
		err_clear();
		return 0;
	}
	return choose_named(out, op, nome, own.carta);
}

/* ---- the paper ---- */

const char *
stampare_caso(struct op *op, const struct stampando *s)
{
	static const char *const what[SERIE_N] = {
		[SERIE_PROTOCOLLO] = "Protocollo", [SERIE_ACCESSO] = "Accesso",
		[SERIE_CARTELLA] = "Cartella", [SERIE_FASCICOLO] = "Fascicolo",
	};

	if (s->n.progressivo == 0)
		return arena_printf(op->a, "Registro di protocollo %d",
		    s->n.anno);
	return arena_printf(op->a, "%s %s", what[s->n.serie],
	    numero_text(op->a, &s->n));
}

/* What the paper says beside its document is redacted as it is. */
static int
redact_parts(struct nodo *dati, const struct nodo *parti, struct op *op,
    const struct oscuramento *o)
{
	struct oscuramento whole;
	const struct nodo *c;
	struct nodo *part;
	int r;

	for (c = nodo_child(parti, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (o == NULL) {
			nodo_add(dati, nodo_copy(op->a, c));
			continue;
		}
		whole = *o;
		whole.a_mano = NULL;	/* of the document alone */
		if ((r = oscuramento_applica(&part, op->a, &whole, c)) != 0)
			return r;
		nodo_add(dati, part);
	}
	return 0;
}

static int
add_parts(struct nodo *dati, struct op *op, const struct stampando *s,
    const struct scelta *x, const struct oscuramento *o)
{
	struct nodo *parti = nodo_new(op->a, "parti");
	struct caso caso;
	int r;

	if (s->n.serie != SERIE_CARTELLA)
		return 0;
	if ((r = caso_di(&caso, op, numero_text(op->a, &s->n))) != 0 ||
	    (r = carta_parti(parti, op, x->carta, &x->m, &caso, NULL)) != 0)
		return r;
	return redact_parts(dati, parti, op, o);
}

/* All the paper says.  doc: as it passes, with <omesso> in it. */
static int
make_data(struct nodo **out, struct op *op, const struct stampando *s,
    const struct scelta *x, const struct nodo *doc,
    const struct oscuramento *o)
{
	struct nodo *dati = nodo_new(op->a, "stampa");
	struct nodo *named = nodo_copy(op->a, doc);
	int r;

	if ((r = head(dati, op, s, doc)) != 0)
		return r;
	stampare_nomi(op, s, named);
	if (strcmp(x->carta, GENERALE) == 0) {
		oscuramento_scrivi(op->a, named);
		nodo_add(dati, strcmp(s->tipo, OMISSIS) == 0 ?
		    omissis_stampato(op->a, named, stampare_caso(op, s)) :
		    stampato_fai(op->a, named, s->campi, s->titolo,
		    stampare_caso(op, s)));
	} else {
		nodo_add(dati, named);
		if ((r = add_parts(dati, op, s, x, o)) != 0)
			return r;
	}
	*out = dati;
	/* a registration is signed by nobody */
	return s->di_altri || s->n.serie == SERIE_PROTOCOLLO ? 0 :
	    signer(dati, op, doc);
}

/* 1: the model wants fields that have no value. */
static int
fill(struct buf *odt, struct nodo **manca, struct op *op,
    const struct stampando *s, const struct scelta *x,
    const struct nodo *doc, const struct oscuramento *o,
    struct nodo *omissioni)
{
	struct carta_da_fare f = { .modello = &x->m, .tipo = x->carta,
	    .titolo = s->titolo };
	int r;

	if ((r = make_data(&f.dati, op, s, x, doc, o)) != 0)
		return r;
	if (omissioni != NULL) {
		/* of the general model they are written already */
		oscuramento_conta(omissioni, op->a,
		    strcmp(x->carta, GENERALE) == 0 ? doc : f.dati);
		oscuramento_scrivi(op->a, f.dati);
	}
	return carta_riempi(odt, manca, op, &f);
}

int
stampare_odt(struct buf *odt, struct op *op, const struct stampando *s,
    const char *modello, const struct oscuramento *o, struct nodo *omissioni)
{
	struct nodo *doc = s->doc, *manca, *told = NULL, *c;
	struct scelta x;
	int r;

	if ((o != NULL && (r = oscuramento_applica(&doc, op->a, o,
	    s->doc)) != 0) ||
	    (r = modello != NULL ? choose_asked(&x, op, s, doc, modello) :
	    choose(&x, op, s, doc)) != 0)
		return r;
	if (o != NULL)
		told = nodo_new(op->a, "omissioni");
	if ((r = fill(odt, &manca, op, s, &x, doc, o, told)) == 1) {
		if (modello != NULL)
			return err_set(ERR_INVALID, "il modello «%s» vuole ciò "
			    "che questo documento non ha: %s", modello,
			    carta_manca_in_parole(op->a, manca));
		if (o != NULL)
			told = nodo_new(op->a, "omissioni");
		if ((r = choose_named(&x, op, GENERALE, GENERALE)) != 0)
			return r;
		r = fill(odt, &manca, op, s, &x, doc, o, told);
	}
	if (r != 0)
		return r == 1 ? err_set(ERR_FAULT, "il modello generale vuole "
		    "ciò che nessun documento ha") : r;
	if (o == NULL)
		return 0;
	assert(told != NULL && omissioni != NULL);
	while ((c = told->primo) != NULL) {
		nodo_remove(c);
		nodo_add(omissioni, c);
	}
	return 0;
}

int
stampare_intero(struct buf *odt, struct op *op, const struct stampando *s)
{
	struct scelta x = { .carta = GENERALE };
	struct nodo *manca;
	int r;

	if ((r = modello_versione(&x.m, op, GENERALE, 0)) != 0)
		return r;
	r = fill(odt, &manca, op, s, &x, s->doc, NULL, NULL);
	return r == 1 ? err_set(ERR_FAULT, "il modello generale vuole ciò "
	    "che nessun documento ha") : r;
}

int
stampare_resa(struct buf *odt, struct op *op, const struct stampando *s)
{
	struct nodo *words = stampare_parole(op, s), *first;
	struct nodo *what = nodo_new(op->a, "p");
	AUTO_BUF made = { 0 };
	int r;

	nodo_text(op->a, what, "Resa in PDF, fatta per leggere: l'originale è "
	    "il documento in XML qui nominato.");
	if ((first = nodo_child(words, "p")) != NULL)
		nodo_add_before(first, what);
	nodo_elem_text(op->a, words, "creata", s->ora);
	if ((r = stampare_intero(&made, op, s)) != 0)
		return r;
	return resa_aggiungi(odt, made.data, made.len, words);
}

struct nodo *
stampare_parole(struct op *op, const struct stampando *s)
{
	struct nodo *w = nodo_new(op->a, "parole");

	if (s->firma == NULL && s->da_firmare)
		nodo_elem_text(op->a, w, "avviso", "BOZZA NON FIRMATA");
	if (s->di_altri) {
		nodo_elem_printf(op->a, w, "p", "%s, documento %s; impronta "
		    "SHA-256 %s. È di un altro ente, venuto con la sua "
		    "cartella: chi lo ha scritto è di quell'ente.",
		    stampare_caso(op, s), s->percorso, s->impronta);
		return w;
	}
	nodo_elem_printf(op->a, w, "p", "%s, documento %s, versione %d; "
	    "impronta SHA-256 %s.", stampare_caso(op, s), s->percorso,
	    s->versione, s->impronta);
	if (s->firma != NULL)
		nodo_elem_printf(op->a, w, "p", "L'originale è firmato: %s.",
		    s->firma);
	return w;
}

/* ---- papers that are kept ---- */

/* The impronta of the paper that the document keeps; NULL: none. */
static const char *
kept(struct op *op, const struct nodo *doc, bool odt)
{
	static const char *const papers[][2] = {
		{ "firma-file/file", "odt" },
		{ "adozione/firma-file/file", "adozione/odt" },
		{ "pdf", "odt" },
	};
	size_t i;

	for (i = 0; i < NELEM(papers); i++)
		if (nodo_find(doc, papers[i][0]) != NULL)
			return nodo_value(op->a, doc, papers[i][odt]);
	return NULL;
}

const char *
stampare_impronta_tenuta(struct op *op, const struct stampando *s)
{
	return kept(op, s->doc, false);
}

/* A copy opens to nobody to whom its original does not. */
static int
check_original(struct op *op, const struct stampando *s)
{
	const char *di = nodo_value(op->a, s->doc, "documento-percorso");
	struct occhio occhio = op_occhio(op);
	int r;

	/* of one with omissis, whoever may read such documents */
	if (di == NULL || strcmp(s->tipo, OMISSIS) == 0)
		return 0;
	r = registro_vede_documento(op->st->registro, &occhio, &s->n,
	    percorso_accanto(op->a, s->percorso, di));
	return r == ERR_ABSENT ? err_set(ERR_ABSENT, "il documento %s non c'è, "
	    "o non è fra le cose che puoi vedere", s->percorso) : r;
}

int
stampare_tenuta(struct buf *out, bool *got, struct op *op,
    const struct stampando *s, bool odt)
{
	const char *impronta = kept(op, s->doc, odt);
	AUTO_FD int fd = -1;
	int r;

	*got = impronta != NULL;
	if ((r = check_original(op, s)) != 0 || impronta == NULL)
		return r;
	/* with the attachments of the act that wrote the document */
	if ((r = store_allegato(&fd, op->st, (int)strtol(s->ora, NULL, 10),
	    impronta)) != 0)
		return r;
	return file_read_fd(out, fd, CARTA_MAX);
}

int
stampare_firmata(struct buf *out, struct op *op, const struct stampando *s)
{
	const char *impronta, *ora, *dir;
	AUTO_FD int fd = -1;
	int r;

	if ((r = registro_resa_firmata(&impronta, &ora, op->a,
	    op->st->registro, s->id, s->impronta)) != 0)
		return err_prefix(r, "%s", s->percorso);
	dir = store_allegati(op->a, op->st, (int)strtol(ora, NULL, 10));
	if ((r = allegato_check(dir, impronta)) != 0 ||
	    (r = allegato_open(&fd, dir, impronta)) != 0)
		return r;
	return file_read_fd(out, fd, CARTA_MAX);
}

int
stampa_documento(struct buf *pdf, const char **titolo, struct op *op,
    const struct numero *n, const char *percorso)
{
	AUTO_BUF odt = { 0 };
	AUTO_BUF whole = { 0 };
	struct stampando s;
	bool got;
	int r;

	if ((r = stampare_leggi(&s, op, n, percorso)) != 0 ||
	    (r = stampare_tenuta(pdf, &got, op, &s, false)) != 0)
		return r;
	*titolo = s.titolo;
	if (got)
		return 0;
	if ((r = stampare_odt(&odt, op, &s, NULL, NULL, NULL)) != 0 ||
	    (r = resa_aggiungi(&whole, odt.data, odt.len, stampare_parole(op,
	    &s))) != 0)
		return r;
	return worker_pdf(pdf, whole.data, whole.len);
}
