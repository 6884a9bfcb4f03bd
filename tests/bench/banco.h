/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * banco.h - acts written straight into a store, for benches: documents, links,
 * journal entries and rows are made by the program's own functions; only the
 * git objects go in as packs, through git fast-import, and nothing is synced.
 */
#ifndef BENCH_BANCO_H
#define BENCH_BANCO_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archivio/allegato.h"
#include "atti/atto.h"
#include "atti/protocollo/giorni.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/random.h"
#include "documenti/anello.h"
#include "parole.h"
#include "servizio/servizio.h"
#include "xml/xml.h"

#define UFFICI 30
#define LOTTO 20000		/* acts of one transaction */
#define FLUSSI_MAX 48

struct flusso {			/* git fast-import into one folder */
	char *cartella;
	FILE *f;
	int atti;		/* journal entries */
	int marche;		/* its file of marks */
};

struct banco {
	struct store *st;
	struct ultimo ultimo;
	struct flusso flusso[FLUSSI_MAX];
	int n_flussi, marche;
	uint64_t caso;
	int n, fatte;
	int64_t inizio;		/* midnight UTC of the first day */
	char fascicolo[UFFICI + 1][24];	/* of each office */
	int64_t giornalieri;	/* nanoseconds to form the days */
};

static inline void
must(int e)
{
	if (e == 0)
		return;
	fprintf(stderr, "%s\n", err_msg());
	exit(1);
}

static inline unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

/* ---- git ---- */

static inline const char *
marks(struct arena *a, struct banco *b, int i)
{
	return store_path(a, b->st, arena_printf(a, "marche.%d", i));
}

static inline struct flusso *
stream(struct banco *b, const char *cartella)
{
	AUTO(arena) a = arena_new();
	struct flusso *x;
	struct folder *f;
	int i;

	for (i = 0; i < b->n_flussi; i++)
		if (strcmp(b->flusso[i].cartella, cartella) == 0)
			return &b->flusso[i];
	if (i == FLUSSI_MAX)
		abort();
	must(store_folder(&f, b->st, cartella, true));
	x = &b->flusso[b->n_flussi++];
	*x = (struct flusso){ .marche = b->marche++ };
	x->cartella = strdup(cartella);
	x->f = popen(arena_printf(a, "GIT_DIR='%s%s' git -c "
	    "fastimport.unpackLimit=0 -c pack.compression=1 fast-import --quiet "
	    "--export-marks='%s'", store_path(a, b->st, cartella),
	    folder_bare(f) ? "" : "/.git", marks(a, b, x->marche)), "w");
	if (x->f == NULL || x->cartella == NULL)
		abort();
	return x;
}

static inline void
send(struct flusso *x, const char *path, const void *p, size_t n)
{
	fprintf(x->f, "M 100644 inline %s\ndata %zu\n", path, n);
	fwrite(p, 1, n, x->f);
	fputc('\n', x->f);
}

static inline void
send_commit(struct banco *b, const struct op *op, const char *cartella,
    const char *journal, const struct buf *entry)
{
	struct flusso *x = stream(b, cartella);
	const struct deposito *d;
	const char *text = arena_printf(op->a, "%s%s%s\n\nAtto: %lld\n",
	    op->atto->nome, op->fatto ? " " : "", op->fatto ? op->fatto : "",
	    (long long)op->seq);

	fprintf(x->f, "commit refs/heads/main\nmark :%lld\ncommitter %s "
	    "<%s@cartella.invalid> %lld +%02d00\ndata %zu\n%s\n",
	    (long long)op->seq, op->utente, op->utente, (long long)op->ora,
	    clock_offset(op->ora) / 3600, strlen(text), text);
	for (d = op->depositi; d != NULL; d = d->succ)
		if (strcmp(d->cartella, cartella) == 0)
			send(x, d->percorso, d->p, d->n);
	if (journal != NULL)
		send(x, journal, entry->data, entry->len);
}

/* Where each act stands in the folder, and the folder's head. */
static inline void
settle(struct banco *b, int i)
{
	AUTO(arena) a = arena_new();
	struct flusso *x = &b->flusso[i];
	char line[128], head[COMMIT_LEN + 1] = "", *id;
	int64_t seq, last = 0;
	struct folder *f;
	FILE *in;

	if (pclose(x->f) != 0 || (in = fopen(marks(a, b, x->marche), "r")) == NULL) {
		fprintf(stderr, "git fast-import\n");
		exit(1);
	}
	while (fgets(line, sizeof line, in) != NULL) {
		seq = strtoll(line + 1, &id, 10);
		id[1 + COMMIT_LEN] = '\0';
		must(registro_posto(b->st->registro, seq, x->cartella,
		    id + 1));
		if (seq < last)
			continue;
		last = seq;
		memcpy(head, id + 1, sizeof head);
	}
	fclose(in);
	remove(marks(a, b, x->marche));
	must(registro_testa_set(b->st->registro, x->cartella, head, x->atti));
	store_folders_close(b->st);
	must(store_folder(&f, b->st, x->cartella, false));
	must(folder_refresh(f, "", head, true));
	free(x->cartella);
}

/* ---- one act ---- */

static inline void
add_folder(struct anello *an, const char *nome)
{
	int i;

	for (i = 0; i < an->n_cartelle; i++)
		if (strcmp(an->cartelle[i], nome) == 0)
			return;
	if (an->n_cartelle == FLUSSI_MAX)
		abort();
	an->cartelle[an->n_cartelle++] = nome;
}

static inline struct anello *
link_of(struct banco *b, struct op *op, const struct nodo *busta, int n)
{
	struct anello *an = arena_alloc(op->a, sizeof *an);
	char *impronta = arena_alloc(op->a, IMPRONTA_LEN + 1);
	const struct deposito *d;

	an->cartelle = arena_alloc(op->a, FLUSSI_MAX * sizeof *an->cartelle);
	an->documenti = arena_alloc(op->a, (size_t)n * sizeof *an->documenti);
	an->allegati = arena_alloc(op->a, sizeof *an->allegati);
	add_folder(an, op->casa);
	for (d = op->depositi; d != NULL; d = d->succ) {
		add_folder(an, d->cartella);
		an->documenti[an->n_documenti++] = (struct anello_documento){
		    .cartella = d->cartella, .percorso = d->percorso,
		    .id = d->id, .impronta = d->impronta };
	}
	if (op->allegati != NULL)
		an->allegati[an->n_allegati++] = op->allegati->al.impronta;
	busta_impronta(impronta, busta);
	an->seq = op->seq = b->ultimo.seq + 1;
	an->ora = op->ora_iso;
	an->atto = op->atto->nome;
	an->operatore = op->utente;
	an->istanza = op->id;
	an->istanza_impronta = impronta;
	an->precedente = b->ultimo.impronta;
	anello_seal(an);
	return an;
}

static inline int
seal_deposits(struct op *op)
{
	struct deposito *d;
	int n = 0;

	for (d = op->depositi; d != NULL; d = d->succ, n++) {
		AUTO_BUF bytes = { 0 };

		nodo_write(&bytes, d->nodo);
		d->p = arena_memdup(op->a, bytes.data, bytes.len);
		d->n = bytes.len;
		hash_hex(d->impronta, d->p, d->n);
	}
	return n;
}

/* Rows in the link's order, in which the documents of one folder and path
 * stand sorted. */
static inline void
write_rows(struct banco *b, struct op *op, const struct anello *an,
    const char *journal)
{
	size_t n = (size_t)an->n_documenti;
	const char **tipi = arena_alloc(op->a, n * sizeof *tipi);
	struct deposito **in = arena_alloc(op->a, n * sizeof *in), *d;
	size_t i;

	for (i = 0, d = op->depositi; i < n; i++) {
		/* mostly sorted already: go on from the one before */
		for (; d == NULL || d->id != an->documenti[i].id;
		    d = d == NULL ? op->depositi : d->succ)
			continue;
		in[i] = d;
		tipi[i] = d->tipo;
	}
	must(registro_anello(b->st->registro, an, journal, tipi));
	for (i = 0; i < n; i++) {
		struct posizione p = { op->seq, op->ora_iso, in[i]->cartella,
		    in[i]->percorso, in[i]->id, in[i]->impronta,
		    in[i]->tipo };

		must(registro_proietta(b->st->registro, &p, in[i]->nodo));
	}
}

static inline void
write_act(struct banco *b, struct op *op)
{
	struct nodo *busta = busta_of(op->a, op->istanza);
	const char *journal, *tail;
	AUTO_BUF entry = { 0 };
	struct anello *an;
	struct flusso *x;
	int i;

	an = link_of(b, op, busta, seal_deposits(op));
	x = stream(b, op->casa);
	tail = arena_printf(op->a, "-%s.xml", op->atto->nome);
	x->atti++;
	journal = strncmp(op->casa, "registro/", 9) != 0 ?
	    ordinale_path_grouped(op->a, "atti", x->atti, tail) :
	    arena_printf(op->a, "atti/%03d/%02d/%07d%s", x->atti / 10000,
	    x->atti / 100 % 100, x->atti, tail);
	write_rows(b, op, an, journal);
	nodo_write(&entry, anello_nodo(op->a, an, busta));
	for (i = 0; i < an->n_cartelle; i++)
		send_commit(b, op, an->cartelle[i], i == 0 ? journal : NULL,
		    &entry);
	must(registro_ultimo(&b->ultimo, b->st->registro));
	if (b->ultimo.seq % LOTTO == 0) {
		must(registro_commit(b->st->registro));
		must(registro_begin(b->st->registro));
	}
}

/* An operation at that time; what the atto would deposit, deposited. */
static inline struct op *
op_at(struct banco *b, const char *atto, const char *utente,
    struct nodo *root, int64_t ora)
{
	struct op *op = op_new(b->st, atto_find(atto), root, utente, NULL);

	op->ora = ora;
	clock_iso(op->ora_iso, ora);
	return op;
}

static inline void
finish(struct banco *b, struct op *op)
{
	int64_t start = clock_mono();

	must(giorni_forma(op, &b->ultimo));
	b->giornalieri += clock_mono() - start;
	write_act(b, op);
	/* bytes were put in their place: nothing is in transito */
	op->allegati = NULL;
	op_free(op);
}

static inline struct nodo *
istanza(struct nodo **in, struct arena *a, const char *atto,
    const char *conferma)
{
	struct nodo *root = nodo_new(a, "istanza");
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, root, "atto", atto);
	nodo_set(a, root, "id", id);
	nodo_set(a, root, "versione", "1");
	if (conferma != NULL)
		nodo_set(a, nodo_elem(a, nodo_elem(a, root, "conferme"),
		    "conferma"), "codice", conferma);
	*in = nodo_elem(a, root, atto);
	return root;
}

/* ---- the body and its people ---- */

static inline const char *
office(struct arena *a, unsigned k)
{
	return arena_printf(a, "uff-%02u", k);
}

static inline void
found(struct banco *b)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "init", NULL), *x;
	struct op *op;
	unsigned k;

	nodo_elem_text(a, in, "denominazione", "Comune di prova");
	nodo_elem_text(a, in, "codice-ipa", "c_x");
	nodo_elem_text(a, in, "codice-aoo", "AOO");
	nodo_elem_text(a, in, "dimostrativo", "si");
	for (k = 0; k <= UFFICI; k++) {
		x = nodo_elem(a, in, "ufficio");
		nodo_elem_text(a, x, "codice", k ? office(a, k) : "prot");
		nodo_elem_printf(a, x, "denominazione", "Ufficio %u", k);
	}
	x = nodo_elem(a, in, "responsabile");
	nodo_elem_text(a, x, "codice", "resp");
	nodo_elem_text(a, x, "cognome", "Bianchi");
	nodo_elem_text(a, x, "nome", "Anna");
	op = op_at(b, "init", "resp", root, b->inizio + 6 * 3600);
	must(op->atto->applica(op));
	finish(b, op);
}

static inline void
person(struct banco *b, const char *codice, const char *ruolo,
    const char *ufficio)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "nomina", NULL);
	struct op *op;

	nodo_elem_text(a, in, "codice", codice);
	nodo_elem_text(a, in, "cognome", "Verdi");
	nodo_elem_text(a, in, "nome", codice);
	nodo_elem_text(a, in, "ruolo", ruolo);
	nodo_elem_text(a, in, "ufficio", ufficio);
	op = op_at(b, "nomina", "resp", root, b->inizio + 6 * 3600);
	must(op->atto->applica(op));
	finish(b, op);
}

/* Ends the streams whose folder's name begins so: one of a case is written
 * once. */
static inline void
settle_under(struct banco *b, const char *prefix)
{
	int i, kept = 0;

	for (i = 0; i < b->n_flussi; i++)
		if (strncmp(b->flusso[i].cartella, prefix,
		    strlen(prefix)) == 0)
			settle(b, i);
		else
			b->flusso[kept++] = b->flusso[i];
	b->n_flussi = kept;
}

/* A store made and opened, for acts from `giorni` days ago on. */
static inline void
banco_open(struct banco *b, const char *path, int giorni)
{
	int64_t now = clock_now();
	struct lock lock = { -1 };

	umask(077);
	xml_init();
	if (servizio_prepara(&lock, path, false) < 0)
		must(ERR_FAULT);
	lock_release(&lock);
	must(store_open(&b->st, path, 0));
	must(registro_ultimo(&b->ultimo, b->st->registro));
	b->inizio = now - now % 86400 - (int64_t)giorni * 86400;
}

#endif
