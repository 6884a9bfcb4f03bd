/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * firma_tutte.c - signs all that waits in the libro firma of who asks, with
 * one unlocking of his key.
 *
 * Refuses to sign what was not listed first: each istanza bears the impronta
 * of the version in the list, and nothing is signed before a yes.  Keeps: each
 * signature is an act of its own; what failed says why and waits on, and the
 * same command begun again signs only what is left.  Stops when the key does
 * not sign: a card that is asked again and again with a wrong PIN locks.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "atti/chi.h"
#include "atti/runner.h"
#include "atti/table.h"
#include "base/random.h"
#include "cli/cli.h"
#include "cli/lotto.h"

#define GUASTI_MAX 5		/* one after the other: something is broken */

struct giro {
	struct arena *a;
	const struct riga *r;
	struct chi chi;
	const char *cartella, *resa;	/* NULL: all; as firma does */
	bool prova;
	struct nodo *libro;		/* <libro-firma>, as it was listed */
	int n, fatte, rifiutate;
};

/* ---- the list ---- */

static struct nodo *
istanza(struct arena *a, const char *atto)
{
	struct nodo *n = nodo_new(a, "istanza");
	char id[ID_LEN + 1];

	random_id(id);
	nodo_set(a, n, "atto", atto);
	nodo_set(a, n, "id", id);
	nodo_set(a, n, "versione", "1");
	return n;
}

static bool
wanted(const struct giro *g, const struct nodo *voce)
{
	return g->cartella == NULL ||
	    strcmp(nodo_attr(voce, "cartella"), g->cartella) == 0;
}

/* Read like any other reading. */
static int
read_list(struct giro *g, struct store *st)
{
	struct nodo *n = istanza(g->a, "libro-firma");
	AUTO(op) op = NULL;
	const struct nodo *s, *v;
	int r;

	nodo_elem(g->a, n, "libro-firma");
	op = op_new(st, &atto_libro_firma, n, g->chi.utente, g->chi.per);
	if ((r = runner_esegui(op)) != 0)
		return r;
	g->libro = nodo_copy(g->a, op->vista);
	for (s = nodo_child(g->libro, "sezione"); s; s = nodo_next(s,
	    "sezione"))
		for (v = nodo_child(s, "voce"); v; v = nodo_next(v, "voce"))
			g->n += wanted(g, v);
	return 0;
}

static void
say_list(const struct giro *g)
{
	const struct nodo *s, *v;
	const char *per;

	for (s = nodo_child(g->libro, "sezione"); s; s = nodo_next(s,
	    "sezione"))
		for (v = nodo_child(s, "voce"); v; v = nodo_next(v, "voce")) {
			if (!wanted(g, v))
				continue;
			per = nodo_attr(s, "per");
			printf("%s %s, di %s, impronta %.16s%s%s\n",
			    nodo_attr(v, "cartella"),
			    nodo_attr(v, "documento"), nodo_attr(v, "autore"),
			    nodo_attr(v, "impronta"), per != NULL ? ", per " :
			    "", per != NULL ? per : "");
		}
	fflush(stdout);
}

/* ---- the yes ---- */

static bool
confirmed_by_line(const struct riga *r)
{
	int i;

	for (i = 0; i < r->n_conferme; i++)
		if (strcmp(r->conferme[i], "tutte") == 0)
			return true;
	return false;
}

static bool
says_yes(const struct giro *g)
{
	char line[16];

	if (confirmed_by_line(g->r))
		return true;
	if (!isatty(0)) {
		fprintf(stderr, "non ho firmato niente: guardali, poi "
		    "ripeti con --conferma tutte\n");
		return false;
	}
	fprintf(stderr, "Li firmo tutti (%d)? Scrivi si: ", g->n);
	if (fgets(line, sizeof line, stdin) == NULL)
		return false;
	line[strcspn(line, "\r\n")] = '\0';
	return strcmp(line, "si") == 0 || strcmp(line, "sì") == 0;
}

/* ---- one ---- */

static void
say_refused(struct giro *g, const struct nodo *voce, const char *why)
{
	g->rifiutate++;
	fprintf(stderr, "%s %s: ", nodo_attr(voce, "cartella"),
	    nodo_attr(voce, "documento"));
	stampa_testo(stderr, why);
	fputc('\n', stderr);
}

static struct nodo *
signature_of(const struct giro *g, const struct nodo *voce)
{
	struct nodo *n = istanza(g->a, "firma"), *in;

	in = nodo_elem(g->a, n, "firma");
	nodo_elem_text(g->a, in, "cartella", nodo_attr(voce, "cartella"));
	nodo_elem_text(g->a, in, "documento", nodo_attr(voce, "documento"));
	nodo_elem_text(g->a, in, "resa", g->resa);
	nodo_elem_text(g->a, in, "impronta", nodo_attr(voce, "impronta"));
	return n;
}

/* *ferma: the key does not sign, and would not sign the next either. */
static int
sign(struct giro *g, struct store *st, const struct nodo *voce,
    const char *per, bool *ferma)
{
	AUTO(op) op = op_new(st, &atto_firma, signature_of(g, voce),
	    g->chi.utente, per != NULL ? per : g->chi.per);
	int r;

	op->mezzi = g->r->mezzi;
	if ((r = runner_esegui(op)) != 0) {
		say_refused(g, voce, err_msg());
		return r;
	}
	if (op->stato == OP_RIFIUTATO) {
		say_refused(g, voce, lotto_rilievi(g->a, &op->ril));
		*ferma = rilievo_find(&op->ril, "firma-non-fatta") != NULL ||
		    rilievo_find(&op->ril, "senza-chiave") != NULL;
		return 0;
	}
	g->fatte++;
	printf("%s %s firmato\n", nodo_attr(voce, "cartella"),
	    nodo_attr(voce, "documento"));
	fflush(stdout);
	return 0;
}

/* A fault of one document (its PDF, say) is told with it; of many in a row, it
 * is not the documents. */
static int
sign_all(struct giro *g, struct store *st)
{
	const struct nodo *s, *v;
	int r = 0, faults = 0;
	bool ferma = false;

	for (s = nodo_child(g->libro, "sezione"); s; s = nodo_next(s,
	    "sezione"))
		for (v = nodo_child(s, "voce"); v; v = nodo_next(v, "voce")) {
			if (!wanted(g, v))
				continue;
			r = sign(g, st, v, nodo_attr(s, "per"), &ferma);
			faults = r == 0 ? 0 : faults + 1;
			if (ferma) {
				fputs("la chiave non firma, e mi fermo\n",
				    stderr);
				return 0;
			}
			if (faults == GUASTI_MAX) {
				fputs("è lo stesso guasto per più documenti "
				    "di seguito, e mi fermo\n", stderr);
				return r;
			}
		}
	err_clear();
	return 0;
}

/* ---- the whole ---- */

static int
run(struct giro *g, struct store *st)
{
	int r;

	if (g->n == 0) {
		puts("Niente da firmare.");
		return USCITA_FATTO;
	}
	say_list(g);
	if (g->prova)
		return USCITA_FATTO;
	if (!says_yes(g))
		return USCITA_RILIEVI;
	r = sign_all(g, st);
	fprintf(stderr, "%d da firmare: %d firmati, %d no, %d non ancora\n",
	    g->n, g->fatte, g->rifiutate, g->n - g->fatte - g->rifiutate);
	if (g->fatte < g->n)
		fputs("quelli firmati lo restano: con lo stesso comando si "
		    "firmano gli altri\n", stderr);
	return r != 0 ? USCITA_GUASTO : g->fatte < g->n ? USCITA_RILIEVI :
	    USCITA_FATTO;
}

static int
take_options(struct giro *g)
{
	const struct riga *r = g->r;
	const char *const *c;
	int i;

	for (i = 0; i < r->n_campi; i++) {
		c = r->campi[i];
		if (strcmp(c[0], "cartella") == 0)
			g->cartella = c[1];
		else if (strcmp(c[0], "resa") == 0 &&
		    (strcmp(c[1], "pdf") == 0 || strcmp(c[1], "nessuna") == 0))
			g->resa = c[1];
		else if (strcmp(c[0], "prova") == 0 &&
		    (strcmp(c[1], "si") == 0 || strcmp(c[1], "no") == 0))
			g->prova = strcmp(c[1], "si") == 0;
		else
			return err_set(ERR_INVALID, "firma-tutte vuole "
			    "--cartella NUMERO, --resa pdf|nessuna, --prova "
			    "si|no: non --%s %s", c[0], c[1]);
	}
	if (r->n_resto > 0 || r->id != NULL || r->xml != NULL || r->bozza)
		return err_set(ERR_INVALID, "firma-tutte non prende "
		    "argomenti, né --id, --xml, --bozza");
	return 0;
}

int
firma_tutte(struct arena *a, const struct riga *r)
{
	struct giro g = { .a = a, .r = r };
	AUTO(store) st = NULL;
	int e;

	if ((e = take_options(&g)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	if ((e = store_open(&st, r->store, 0)) != 0 ||
	    (e = chi_agisce(&g.chi, a, st, esegui_login(), r->come)) != 0 ||
	    (e = read_list(&g, st)) != 0)
		return stampa_errore(e);
	return run(&g, st);
}
