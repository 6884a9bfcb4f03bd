/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * importa_altrui.c - cases from another product (importa --da siso): a shipped
 * stylesheet says which acts make one of them (docs/interscambio.md), and these
 * are done one by one.
 *
 * Refuses to do any when one cannot be done, unless told to pass over it: all
 * acts are tried first in a copy of the store.
 * Keeps: an act has the same id whenever the same case is imported, so a run
 * that was killed and is begun again does what is missing, and no case is
 * opened twice; a case that stops half way says where.  The files are opened
 * in a cage.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/chi.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/file.h"
#include "base/clock.h"
#include "base/hash.h"
#include "cli/linea.h"
#include "cli/lotto.h"
#include "servizio/prova.h"
#include "worker/worker.h"
#include "xml/xml.h"

#define FONTE "siso"
#define CHIAVE "importa-" FONTE		/* the secret of the ids (lotti.h) */

struct passo {
	const struct atto *atto;
	const struct nodo *in;		/* with its marks */
	char id[ID_LEN + 1];
};

struct importato {			/* one case */
	const char *file, *chiave, *chi;
	struct passo *passi;
	int n;
	const char *accesso, *cartella;	/* when they are made */
	int fatti, prima;		/* acts; of them by a run before */
	const char *perche;		/* it stops; lines of text */
	const char *dove;		/* at this atto */
};

struct importazione {
	struct arena *a;
	const struct riga *r;
	struct chi chi;
	char chiave[LOTTO_CHIAVE_LEN + 1];
	bool prova, salta, senza_prova;
	struct linea linea;		/* of progress */
	struct importato *casi;
	int n, cap;
};

/* ---- from a file to cases ---- */

/* Of the source's own name for the case, and which act of it: what opens a
 * case is once, whatever else the message says by now. */
static void
identify(const struct importazione *m, const struct importato *c,
    struct passo *p)
{
	bool once = strcmp(p->atto->nome, "annota") != 0;
	char whole[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };

	buf_append(&b, c->chiave, strlen(c->chiave) + 1);
	buf_append(&b, p->atto->nome, strlen(p->atto->nome) + 1);
	if (!once)
		nodo_write(&b, p->in);
	hash_hmac_hex(whole, m->chiave, LOTTO_CHIAVE_LEN, b.data, b.len);
	snprintf(p->id, sizeof p->id, "%.*s", ID_LEN, whole);
}

static int
add_case(struct importazione *m, const char *file, const struct nodo *caso)
{
	const struct nodo *x;
	struct importato *c;

	m->casi = arena_more(m->a, m->casi, m->n, &m->cap, sizeof *m->casi);
	c = &m->casi[m->n++];
	*c = (struct importato){ .file = file,
	    .chiave = nodo_attr(caso, "chiave"), .chi = nodo_attr(caso, "chi") };
	if (c->chiave[0] == '\0')
		return err_set(ERR_INVALID, "%s: un messaggio non ha il suo "
		    "identificativo", file);
	c->passi = arena_alloc(m->a, (size_t)nodo_count(caso, "passo") *
	    sizeof *c->passi);
	for (x = nodo_child(caso, "passo"); x; x = nodo_next(x, "passo")) {
		struct passo *p = &c->passi[c->n++];

		*p = (struct passo){ .atto = atto_find(nodo_attr(x, "atto")),
		    .in = nodo_child(x, NULL) };
		if (p->atto == NULL || p->in == NULL)
			return err_set(ERR_FAULT, "il foglio importa-" FONTE
			    " nomina un atto che non c'è");
		identify(m, c, p);
	}
	return 0;
}

/* A message twice among the files would be done once: it says so. */
static int
check_twice(const struct importazione *m)
{
	int i, k;

	for (i = 0; i < m->n; i++)
		for (k = 0; k < i; k++)
			if (strcmp(m->casi[i].chiave, m->casi[k].chiave) == 0)
				return err_set(ERR_INVALID, "il messaggio «%s» "
				    "c'è due volte: in %s e in %s",
				    m->casi[i].chiave, m->casi[k].file,
				    m->casi[i].file);
	return 0;
}

static int
read_file(struct importazione *m, const char *path, const char *oggi)
{
	const char *const params[] = { "oggi", oggi, NULL };
	AUTO_BUF bytes = { 0 }, mapped = { 0 };
	struct nodo *theirs, *ours;
	const struct nodo *c;
	AUTO_FD int fd = -1;
	int r, before = m->n;

	if ((r = esegui_apri(&fd, path)) != 0)
		return r;
	if ((r = file_read_fd(&bytes, fd, ALTRUI_MAX)) != 0 ||
	    (r = worker_xml_altrui(&theirs, m->a, bytes.data,
	    bytes.len)) != 0)
		return err_prefix(r, "%s", path);
	if ((r = xml_transform(&mapped, "importa-" FONTE, theirs,
	    params)) != 0 || (r = xml_parse(&ours, m->a, mapped.data,
	    mapped.len, XML_OURS)) != 0)
		return err_prefix(r, "%s", path);
	for (c = nodo_child(ours, "caso"); c; c = nodo_next(c, "caso"))
		if ((r = add_case(m, path, c)) != 0)
			return r;
	if (m->n == before)
		return err_set(ERR_INVALID, "%s non è un interscambio: non c'è "
		    "nessun messaggio PRSS_IN001004ZZ", path);
	return 0;
}

/* How far it is, when somebody looks. */
static void
say_progress(struct importazione *m, const char *che, int fatti)
{
	if (linea_tocca(&m->linea, che))
		linea_percento(&m->linea, fatti, m->n);
}

/* ---- an istanza ---- */

/* What stands for a mark; NULL: it is none. */
static const char *
meant(const struct importazione *m, const struct importato *c,
    const char *mark)
{
	if (strcmp(mark, "{accesso}") == 0)
		return c->accesso != NULL ? c->accesso : "AC-2000-0000001";
	if (strcmp(mark, "{cartella}") == 0)
		return c->cartella != NULL ? c->cartella : "CS-2000-0000001";
	return strcmp(mark, "{chi}") == 0 ? m->chi.per != NULL ? m->chi.per :
	    m->chi.utente : NULL;
}

static struct nodo *
filled(struct arena *a, const struct importazione *m,
    const struct importato *c, const struct passo *p)
{
	static const char *const marked[] = { "accesso", "cartella",
	    "assistente" };
	struct nodo *n = nodo_new(a, p->in->nome);
	const struct nodo *x;
	const char *v;
	size_t i;

	for (x = nodo_child(p->in, NULL); x; x = nodo_next(x, NULL)) {
		for (i = 0, v = NULL; i < NELEM(marked) && v == NULL; i++)
			if (strcmp(x->nome, marked[i]) == 0)
				v = meant(m, c, nodo_all_text(a, x));
		if (v != NULL)
			nodo_elem_text(a, n, x->nome, v);
		else
			nodo_add(n, nodo_copy(a, x));
	}
	return n;
}

/* In the cage like any other istanza; *out NULL: `perche` says what is wrong
 * with it. */
static int
istanza(const struct nodo **out, struct arena *a, struct importazione *m,
    struct importato *c, const struct passo *p)
{
	struct nodo *root = nodo_new(a, "istanza"), *x, *valid;
	struct rilievi ril = { .a = a };
	AUTO_BUF bytes = { 0 };
	int r, i;

	nodo_set(a, root, "atto", p->atto->nome);
	nodo_set(a, root, "id", p->id);
	nodo_set(a, root, "versione", "1");
	if (m->r->n_conferme > 0) {
		x = nodo_elem(a, root, "conferme");
		for (i = 0; i < m->r->n_conferme; i++)
			nodo_set(a, nodo_elem(a, x, "conferma"), "codice",
			    m->r->conferme[i]);
	}
	nodo_add(root, filled(a, m, c, p));
	nodo_write(&bytes, root);
	if ((r = worker_istanza(&valid, &ril, a, p->atto->nome, bytes.data,
	    bytes.len)) != 0)
		return r;
	*out = valid;
	if (valid == NULL) {
		c->perche = lotto_rilievi(m->a, &ril);
		c->dove = p->atto->nome;
	}
	return 0;
}

/* The accesso and the cartella that an act has made. */
static void
take_made(struct importazione *m, struct importato *c, const struct op *op)
{
	const struct nodo *d;
	const char *numero;

	for (d = nodo_child(op->vista, "documento"); d != NULL;
	    d = nodo_next(d, "documento")) {
		if ((numero = nodo_attr(d, "numero")) == NULL)
			continue;
		if (strncmp(numero, "AC-", 3) == 0)
			c->accesso = arena_strdup(m->a, numero);
		else if (strncmp(numero, "CS-", 3) == 0)
			c->cartella = arena_strdup(m->a, numero);
	}
}

/* Of this case; anything else is of the whole. */
static int
of_case(struct importazione *m, struct importato *c, const struct passo *p,
    int r)
{
	if (r != ERR_ABSENT && r != ERR_INVALID && r != ERR_FORBIDDEN)
		return r;
	c->perche = arena_strdup(m->a, err_msg());
	c->dove = p->atto->nome;
	err_clear();
	return 0;
}

/* One act, looked at (prova) or done. */
static int
step(struct importazione *m, struct store *st, struct importato *c,
    const struct passo *p, bool look)
{
	AUTO(arena) a = arena_new();
	const struct nodo *in;
	int r;

	if ((r = istanza(&in, a, m, c, p)) != 0 || in == NULL)
		return r;
	AUTO(op) op = op_new(st, p->atto, in, m->chi.utente, m->chi.per);
	r = look ? runner_esamina(op) : runner_esegui(op);
	if (r != 0)
		return of_case(m, c, p, r);
	if (op->stato == OP_RIFIUTATO) {
		c->perche = lotto_rilievi(m->a, &op->ril);
		c->dove = p->atto->nome;
	} else if (op->stato == OP_FATTO) {
		c->fatti++;
		c->prima += op->ripetuta || look;
		take_made(m, c, op);
	}
	return 0;
}

/* ---- before anything is done ---- */

/* The form of every act; the rules of the first that is not done: those of the
 * others ask for what it makes (try_all). */
static int
look_at(struct importazione *m, struct store *st, struct importato *c)
{
	AUTO(arena) a = arena_new();
	const struct nodo *in;
	int i, r;

	for (i = 0; i < c->n && c->perche == NULL; i++)
		if ((r = istanza(&in, a, m, c, &c->passi[i])) != 0)
			return r;
	for (i = 0; i < c->n && c->perche == NULL && c->fatti == i; i++)
		if ((r = step(m, st, c, &c->passi[i], true)) != 0)
			return r;
	return 0;
}

static void
say_stopped(const struct importazione *m)
{
	const char *s, *end;
	int i;

	for (i = 0; i < m->n; i++) {
		const struct importato *c = &m->casi[i];

		for (s = c->perche; s != NULL && *s != '\0'; s = end) {
			end = s + strcspn(s, "\n");
			stampa_testo(stderr, arena_printf(m->a,
			    "%s, %s: %s: %.*s", c->file, c->chi, c->dove,
			    (int)(end - s), s));
			fputc('\n', stderr);
			end += *end == '\n';
		}
	}
}

static int
count_stopped(const struct importazione *m)
{
	int i, n = 0;

	for (i = 0; i < m->n; i++)
		n += m->casi[i].perche != NULL;
	return n;
}

static int
tried(const struct importazione *m)
{
	int i, whole = 0, bad = count_stopped(m);

	say_stopped(m);
	for (i = 0; i < m->n; i++)
		whole += m->casi[i].prima == m->casi[i].n;
	fprintf(stderr, "%d casi: %d da importare, %d già importati, %d che "
	    "non si possono importare\n", m->n, m->n - whole - bad, whole,
	    bad);
	if (m->prova)
		fputs("ho provato ogni atto su una copia dell'archivio, che ho "
		    "tolto: nell'archivio non è cambiato niente\n", stderr);
	return bad > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}

/* ---- doing it ---- */

static int
import_one(struct importazione *m, struct store *st, struct importato *c)
{
	int i, r;

	/* what the trial made is not there */
	c->fatti = c->prima = 0;
	c->accesso = c->cartella = NULL;
	for (i = 0; i < c->n && c->perche == NULL; i++)
		if ((r = step(m, st, c, &c->passi[i], false)) != 0)
			return r;
	if (c->cartella != NULL) {
		linea_pulisci(&m->linea);
		stampa_testo(stdout, arena_printf(m->a, "%s, %s: %s, %s: %d "
		    "atti (%d già fatti)", c->file, c->chi, c->accesso,
		    c->cartella, c->fatti, c->prima));
		putchar('\n');
		fflush(stdout);
	}
	return 0;
}

static int
import_all(struct importazione *m, struct store *st)
{
	int i, r = 0, bad;

	m->linea.inizio = clock_mono();
	for (i = 0; i < m->n && r == 0; i++) {
		say_progress(m, "importa", i);
		if (m->casi[i].perche == NULL)
			r = import_one(m, st, &m->casi[i]);
	}
	linea_pulisci(&m->linea);
	if (r != 0)
		stampa_errore(r);
	bad = count_stopped(m);
	say_stopped(m);
	fprintf(stderr, "%d casi: %d fermi\n", m->n, bad);
	if (bad > 0 || r != 0)
		fputs("ciò che è fatto resta: con lo stesso comando si fa solo "
		    "il resto\n", stderr);
	return r != 0 ? USCITA_GUASTO : bad > 0 ? USCITA_RILIEVI :
	    USCITA_FATTO;
}

/* ---- all of it, where nothing stays ---- */

/* What an earlier run has made goes on there too. */
static int
try_case(struct importazione *m, struct prova *p, struct importato *c)
{
	int i, r;

	c->fatti = c->prima = 0;
	for (i = 0; i < c->n && c->perche == NULL; i++)
		if ((r = step(m, prova_archivio(p), c, &c->passi[i],
		    false)) != 0 || (c->accesso != NULL &&
		    (r = prova_numero(p, c->accesso)) != 0) ||
		    (c->cartella != NULL &&
		    (r = prova_numero(p, c->cartella)) != 0))
			return r;
	return 0;
}

/* Every act of every case, one after the other, in a copy of the store. */
static int
try_all(struct importazione *m, struct store *st)
{
	AUTO(prova) p = NULL;
	int i, r;

	m->linea.inizio = clock_mono();
	if ((r = prova_apri(&p, st)) != 0)
		return r;
	for (i = 0; i < m->n && r == 0; i++) {
		say_progress(m, "prova", i);
		if (m->casi[i].perche == NULL)
			r = try_case(m, p, &m->casi[i]);
	}
	linea_pulisci(&m->linea);
	return r;
}

static int
read_all(struct importazione *m, struct store *st)
{
	char oggi[GIORNO_LEN + 1];
	int i, r;

	if ((r = chi_agisce(&m->chi, m->a, st, esegui_login(),
	    m->r->come)) != 0 ||
	    (r = lotto_chiave(m->chiave, st, CHIAVE, m->prova)) != 0)
		return r;
	clock_day(oggi, clock_now());
	for (i = 0; i < m->r->n_resto; i++)
		if ((r = read_file(m, m->r->resto[i], oggi)) != 0)
			return r;
	if ((r = check_twice(m)) != 0)
		return r;
	for (i = 0; i < m->n; i++)
		if ((r = look_at(m, st, &m->casi[i])) != 0)
			return r;
	return m->prova || !m->senza_prova ? try_all(m, st) : 0;
}

static int
open_and_import(struct importazione *m)
{
	AUTO(store) st = NULL;
	int r;

	if ((r = store_open(&st, m->r->store, 0)) != 0 ||
	    (r = read_all(m, st)) != 0)
		return stampa_errore(r);
	if (m->prova)
		return tried(m);
	if (count_stopped(m) > 0 && !m->salta) {
		tried(m);
		fputs("non ho importato niente: rimedia, o importa gli altri "
		    "con --salta si\n", stderr);
		return USCITA_RILIEVI;
	}
	return import_all(m, st);
}

static int
take_options(struct importazione *m)
{
	const struct riga *r = m->r;
	int i, e = 0;

	for (i = 0; i < r->n_campi && e == 0; i++)
		if (strcmp(r->campi[i][0], "prova") == 0)
			e = riga_si_no(&m->prova, r->campi[i]);
		else if (strcmp(r->campi[i][0], "salta") == 0)
			e = riga_si_no(&m->salta, r->campi[i]);
		else if (strcmp(r->campi[i][0], "senza-prova") == 0)
			e = riga_si_no(&m->senza_prova, r->campi[i]);
		else if (strcmp(r->campi[i][0], "da") != 0)
			e = err_set(ERR_INVALID, "importa --da " FONTE
			    " non ha l'opzione --%s", r->campi[i][0]);
		else if (strcmp(r->campi[i][1], FONTE) != 0)
			e = err_set(ERR_INVALID, "da «%s» non so importare: "
			    "conosco " FONTE, r->campi[i][1]);
	if (e == 0 && m->prova && m->senza_prova)
		e = err_set(ERR_INVALID, "o --prova, o --senza-prova");
	if (e == 0 && r->n_resto == 0)
		e = err_set(ERR_INVALID, "importa --da " FONTE " vuole i file "
		    "dell'interscambio");
	if (e == 0 && (r->id != NULL || r->xml != NULL || r->bozza))
		e = err_set(ERR_INVALID, "importa non prende --id, --xml, "
		    "--bozza");
	return e;
}

bool
importa_altrui_word(const struct riga *r)
{
	int i;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], "da") == 0)
			return strcmp(r->verbo, "importa") == 0;
	return false;
}

int
importa_altrui(struct arena *a, const struct riga *r)
{
	struct importazione m = { .a = a, .r = r,
	    .linea = { .terminale = isatty(2) } };
	int e;

	if ((e = take_options(&m)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	return open_and_import(&m);
}
