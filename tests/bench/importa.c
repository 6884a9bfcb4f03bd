/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa STORE N - a whole store of N registrations over the last five years,
 * the last 1,100 of them of yesterday, which the first act made there will
 * form.
 *
 * Documents, links, journal entries and the registers of the days are made by
 * the program's own functions, rows by its projections; only the git objects
 * go in as packs, through git fast-import, and nothing is synced.  Every
 * registration is an act; the smistamenti of a day are one act, its takings in
 * charge another, their filing a third.  One registration in ten has a file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archivio/allegato.h"
#include "atti/atto.h"
#include "atti/giorni.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/random.h"
#include "documenti/anello.h"
#include "documenti/registrazione.h"
#include "documenti/fascicolo.h"
#include "documenti/smistamento.h"
#include "servizio/servizio.h"
#include "xml/xml.h"
#include "parole.h"

#define GIORNI (5 * 365)
#define DI_IERI 1100		/* registrations of the last day */
#define IN_ATTESA 50		/* of them wait for the protocollo, as many for
				 * the office 7 */
#define UFFICI 30
#define LOTTO 20000		/* acts of one transaction */
#define FLUSSI_MAX 48

struct flusso {			/* git fast-import into one folder */
	char *cartella;
	FILE *f;
	int atti;		/* journal entries */
};

struct banco {
	struct store *st;
	struct ultimo ultimo;
	struct flusso flusso[FLUSSI_MAX];
	int n_flussi;
	uint64_t caso;
	int n, fatte;
	int64_t inizio;		/* midnight UTC of the first day */
	char fascicolo[UFFICI + 1][24];	/* of each office */
	int64_t giornalieri;	/* nanoseconds to form the days */
};

static void
must(int e)
{
	if (e == 0)
		return;
	fprintf(stderr, "importa: %s\n", err_msg());
	exit(1);
}

static unsigned
draw(struct banco *b, unsigned n)
{
	return draw_from(&b->caso, n);
}

/* ---- git ---- */

static const char *
marks(struct arena *a, struct banco *b, int i)
{
	return store_path(a, b->st, arena_printf(a, "marche.%d", i));
}

static struct flusso *
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
	x->cartella = strdup(cartella);
	x->f = popen(arena_printf(a, "GIT_DIR='%s%s' git -c "
	    "fastimport.unpackLimit=0 -c pack.compression=1 fast-import --quiet "
	    "--export-marks='%s'", store_path(a, b->st, cartella),
	    folder_bare(f) ? "" : "/.git", marks(a, b, i)), "w");
	if (x->f == NULL || x->cartella == NULL)
		abort();
	return x;
}

static void
send(struct flusso *x, const char *path, const void *p, size_t n)
{
	fprintf(x->f, "M 100644 inline %s\ndata %zu\n", path, n);
	fwrite(p, 1, n, x->f);
	fputc('\n', x->f);
}

static void
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
static void
settle(struct banco *b, int i)
{
	AUTO(arena) a = arena_new();
	struct flusso *x = &b->flusso[i];
	char line[128], head[COMMIT_LEN + 1] = "", *id;
	int64_t seq, last = 0;
	struct folder *f;
	FILE *in;

	if (pclose(x->f) != 0 || (in = fopen(marks(a, b, i), "r")) == NULL) {
		fprintf(stderr, "importa: git fast-import\n");
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
	remove(marks(a, b, i));
	must(registro_testa_set(b->st->registro, x->cartella, head, x->atti));
	store_folders_close(b->st);
	must(store_folder(&f, b->st, x->cartella, false));
	must(folder_refresh(f, "", head, true));
	free(x->cartella);
}

/* ---- one act ---- */

static void
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

static struct anello *
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
		    d->cartella, d->percorso, d->id, d->impronta };
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

static int
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
static void
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

static void
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
static struct op *
op_at(struct banco *b, const char *atto, const char *utente,
    struct nodo *root, int64_t ora)
{
	struct op *op = op_new(b->st, atto_find(atto), root, utente, NULL);

	op->ora = ora;
	clock_iso(op->ora_iso, ora);
	return op;
}

static void
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

static struct nodo *
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

static const char *
office(struct arena *a, unsigned k)
{
	return arena_printf(a, "uff-%02u", k);
}

static void
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

static void
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

static void
people(struct banco *b)
{
	AUTO(arena) a = arena_new();
	unsigned k;

	person(b, "prot1", "protocollo", "prot");
	person(b, "coord", "coordinatore", "uff-07");
	person(b, "amm", "area-amministrativa", "uff-07");
	for (k = 1; k <= UFFICI; k++)
		person(b, arena_printf(a, "as%02u", k), "assistente-sociale",
		    office(a, k));
}

/* One fascicolo for each office. */
static void
shelves(struct banco *b)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root;
	struct op *op;
	unsigned k;

	for (k = 1; k <= UFFICI; k++) {
		root = istanza(&in, a, "apri-fascicolo", NULL);
		nodo_elem_text(a, in, "oggetto", "pratiche");
		nodo_elem_text(a, in, "tipo", "affare");
		nodo_elem_text(a, in, "classifica", "VII/15");
		nodo_elem_text(a, in, "ufficio", office(a, k));
		op = op_at(b, "apri-fascicolo", arena_printf(a, "as%02u", k),
		    root, b->inizio + 6 * 3600);
		must(op->atto->applica(op));
		snprintf(b->fascicolo[k], sizeof b->fascicolo[k], "%s",
		    op->fatto);
		finish(b, op);
	}
}

/* ---- registrations ---- */

static void
party(struct banco *b, struct arena *a, struct nodo *in, const char *parte)
{
	struct nodo *s = nodo_elem(a, in, parte);
	const char *nome = surname(a, surname_draw(&b->caso));

	if (draw(b, 3) == 0) {
		nodo_elem_printf(a, s, "denominazione", "%s Marco", nome);
		return;
	}
	nodo_elem_printf(a, s, "denominazione", "Istituto comprensivo %s",
	    nome);
	nodo_elem_printf(a, s, "pec", "%s@pec.example", nome);
}

/* A file of one line, in its place; named in the fields and in the link. */
static void
add_file(struct banco *b, struct op *op)
{
	char *text = arena_printf(op->a, "documento n. %d\n", b->fatte);
	struct op_allegato *x = arena_alloc(op->a, sizeof *x);
	const char *path;

	hash_hex(x->al.impronta, text, strlen(text));
	path = allegato_path(op->a, store_allegati(op->a, b->st,
	    clock_year(op->ora)), x->al.impronta);
	must(dir_make_parent(path));
	must(file_put(path, text, strlen(text), 0400));
	registrazione_file(op->a, op->in, "principale", arena_printf(op->a,
	    "documento_%d.txt", b->fatte), x->al.impronta, "text/plain",
	    (int64_t)strlen(text), NULL);
	op->allegati = x;
}

/* Every registration has one word that no other has: rif<n>. */
static struct nodo *
fields(struct banco *b, struct arena *a, bool file)
{
	static const char *const flussi[] = { "entrata", "entrata", "uscita",
	    "interna" };
	const char *flusso = flussi[draw(b, 4)];
	struct nodo *in, *root = istanza(&in, a, "registra",
	    file ? NULL : "senza-documento");

	nodo_elem_text(a, in, "flusso", flusso);
	nodo_elem_printf(a, in, "oggetto", "%s %s per %s in favore di %s e %s "
	    "rif%07d", comuni[draw(b, 3)], comuni[draw(b, 18)],
	    comuni[draw(b, 18)], surname(a, surname_draw(&b->caso)),
	    surname(a, surname_draw(&b->caso)), b->fatte);
	if (draw(b, 5) == 0)
		nodo_elem_text(a, nodo_elem(a, in, "riservata"), "motivo",
		    "minori");
	party(b, a, in, strcmp(flusso, "uscita") == 0 ? "destinatario" :
	    "mittente");
	nodo_elem_printf(a, in, "classifica", "VII/%u", 1 + draw(b, 14));
	return root;
}

static const char *
registration(struct banco *b, struct arena *day, int64_t ora)
{
	AUTO(arena) a = arena_new();
	bool file = draw(b, 10) == 0;
	struct op *op = op_at(b, "registra", "prot1", fields(b, a, file), ora);
	const char *n;

	if (file)
		add_file(b, op);
	must(op->atto->applica(op));
	n = arena_strdup(day, op->fatto);
	finish(b, op);
	b->fatte++;
	return n;
}

/* ---- what follows them, day by day ---- */

struct seguito {
	const char *numero;
	unsigned ufficio;	/* 0: waits for the protocollo */
	bool preso;
};

static void
send_rounds(struct banco *b, struct seguito *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "smista", NULL), *d;
	struct op *op = op_at(b, "smista", "prot1", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		if (s[i].ufficio == 0)
			continue;
		in = nodo_new(op->a, "smista");
		nodo_elem_text(op->a, in, "protocollo", s[i].numero);
		d = nodo_elem(op->a, in, "destinazione");
		nodo_elem_text(op->a, d, "ufficio", office(op->a,
		    s[i].ufficio));
		nodo_elem_text(op->a, d, "titolo", COMPETENZA);
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "smistamenti", k.progressivo, 1),
		    smistamento_make(op->a, in, 1, op->ora_iso, "prot1"));
	}
	finish(b, op);
}

static void
take(struct banco *b, struct seguito *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "prendi-in-carico", NULL);
	struct op *op = op_at(b, "prendi-in-carico", "coord", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		struct smistamento_destinazione d = { 1,
		    office(op->a, s[i].ufficio), "" };

		if (!s[i].preso)
			continue;
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "prese-in-carico", k.progressivo, 1),
		    presa_in_carico_make(op->a, &k, 1, &d, arena_printf(op->a,
		    "as%02u", s[i].ufficio), op->ora_iso));
	}
	finish(b, op);
}

/* What was taken in charge ends in the fascicolo of its office. */
static void
file_away(struct banco *b, struct seguito *s, int n, int64_t ora)
{
	AUTO(arena) a = arena_new();
	struct nodo *in, *root = istanza(&in, a, "fascicola", NULL);
	struct op *op = op_at(b, "fascicola", "coord", root, ora);
	struct numero k;
	int i;

	for (i = 0; i < n; i++) {
		if (!s[i].preso)
			continue;
		in = nodo_new(op->a, "fascicola");
		nodo_elem_text(op->a, in, "protocollo", s[i].numero);
		nodo_elem_text(op->a, in, "fascicolo",
		    b->fascicolo[s[i].ufficio]);
		must(numero_parse(&k, s[i].numero));
		op_deposita(op, numero_folder(op->a, &k), numero_follow_path(
		    op->a, "fascicolazioni", k.progressivo, 1),
		    fascicolazione_make(op->a, in, 1, op->ora_iso, "coord"));
	}
	finish(b, op);
}

/* The last ones of all wait. */
static void
day(struct banco *b, int64_t start, int n)
{
	AUTO(arena) a = arena_new();
	struct seguito *s = arena_alloc(a, ((size_t)n + 1) * sizeof *s);
	int i, left;

	for (i = 0; i < n; i++) {
		left = b->n - b->fatte;
		s[i].ufficio = left <= IN_ATTESA ? 0 :
		    left <= 2 * IN_ATTESA ? 7 : 1 + draw(b, UFFICI);
		s[i].preso = left > 2 * IN_ATTESA;
		s[i].numero = registration(b, a, start + 7 * 3600 +
		    (int64_t)i * 36000 / n);
	}
	if (n == 0)
		return;
	send_rounds(b, s, n, start + 17 * 3600);
	take(b, s, n, start + 17 * 3600 + 60);
	file_away(b, s, n, start + 17 * 3600 + 120);
}

static void
fill(struct banco *b)
{
	int64_t rest = b->n - DI_IERI;
	int i;

	must(registro_begin(b->st->registro));
	found(b);
	people(b);
	shelves(b);
	for (i = 0; i < GIORNI - 1; i++)
		day(b, b->inizio + (int64_t)i * 86400,
		    (int)(rest * (i + 1) / (GIORNI - 1) -
		    rest * i / (GIORNI - 1)));
	day(b, b->inizio + (int64_t)i * 86400, DI_IERI);
	must(registro_commit(b->st->registro));
	must(registro_begin(b->st->registro));
	for (i = 0; i < b->n_flussi; i++)
		settle(b, i);
	must(registro_commit(b->st->registro));
}

int
main(int argc, char **argv)
{
	int64_t start = clock_mono(), now = clock_now();
	struct banco b = { .caso = 1 };
	struct lock lock = { -1 };

	if (argc != 3 || (b.n = (int)strtol(argv[2], NULL, 10)) < 2 * DI_IERI)
		return 2;
	umask(077);
	xml_init();
	if (servizio_prepara(&lock, argv[1], false) < 0)
		must(ERR_FAULT);
	lock_release(&lock);
	must(store_open(&b.st, argv[1], 0));
	must(registro_ultimo(&b.ultimo, b.st->registro));
	b.inizio = now - now % 86400 - (int64_t)GIORNI * 86400;
	fill(&b);
	printf("%lld atti in %.0f s, di cui %.0f per %d registri "
	    "giornalieri\n", (long long)b.ultimo.seq,
	    (double)(clock_mono() - start) / 1e9,
	    (double)b.giornalieri / 1e9, GIORNI - 1);
	store_close(b.st);
	return 0;
}
