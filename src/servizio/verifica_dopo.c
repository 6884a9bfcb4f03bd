/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica_dopo.c - only what was done behind the last sealed day that had been
 * verified: its acts, objects, documents, attachments, signatures, days and
 * reads, and the folders they wrote in.
 *
 * What stands before is asked of the register alone: that the chain, the heads
 * and the attachments are still those that were verified.  Bytes of before that
 * have rotted, and projections, only a whole verification sees.
 */
#include <stdlib.h>
#include <string.h>

#include "accesso/letture.h"
#include "archivio/allegato.h"
#include "base/file.h"
#include "registro/distrutti.h"
#include "registro/giorni.h"
#include "registro/salvataggi.h"
#include "registro/sigilli.h"
#include "registro/verifica.h"
#include "servizio/firme.h"
#include "servizio/giorni.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"
#include "servizio/verifica.h"

/* ---- from where ---- */

static int
whole_instead(struct verifica *v, const char *why)
{
	dico(v->conto, v->l, true, "verifica", "%s: si verifica tutto", why);
	err_clear();
	return 1;
}

/* The link of an act, if it is there. */
static int
link_of(const char **out, struct verifica *v, int64_t seq)
{
	int r = registro_anello_impronta(out, v->a, v->st->registro, seq);

	if (r != ERR_ABSENT)
		return r;
	err_clear();
	*out = "";
	return 0;
}

/* Sets v->dopo, and the day it is the end of ("" when no day is sealed). */
static int
find_start(const char **giorno, struct verifica *v, struct stato *s)
{
	int64_t last = 0;
	int r = stato_leggi_ultima(s, v);

	if (r == ERR_ABSENT)
		return whole_instead(v, "nessuna verifica è ancora finita senza "
		    "difetti");
	if (r == ERR_INVALID)
		return whole_instead(v, err_msg());
	if (r != 0 || (r = registro_ultima_distruzione(&last,
	    v->st->registro, s->seq)) != 0)
		return r;
	if (last > 0)
		return whole_instead(v, "qualcosa è stato distrutto dopo "
		    "l'ultima verifica");
	v->dopo = s->seq;
	*giorno = "";
	r = registro_giorno_chiuso(giorno, &v->dopo, v->a, v->st->registro,
	    s->seq);
	/* a seal that is not looked at vouches for nothing */
	if (r == ERR_INVALID)
		return whole_instead(v, err_msg());
	if (r != ERR_ABSENT)
		return r;
	err_clear();
	dico(v->conto, v->l, true, "verifica", "nessun giorno è sigillato: si "
	    "comincia dopo l'ultimo atto verificato, il %lld, che nessuna firma "
	    "garantisce", (long long)s->seq);
	return 0;
}

/* ---- what was verified is what the register still says ---- */

static int
by_name(const void *key, const void *element)
{
	return strcmp(key, ((const struct testa *)element)->cartella);
}

/* Each head that was verified: the folder's still, or one it had. */
static int
check_heads(struct verifica *v, const struct stato *s)
{
	const struct testa *is;
	struct testa *t;
	int r, n, i;

	if ((r = registro_teste(&t, &n, v->a, v->st->registro)) != 0)
		return r;
	for (i = 0; i < s->n; i++) {
		is = n == 0 ? NULL : bsearch(s->teste[i].cartella, t,
		    (size_t)n, sizeof *t, by_name);
		if (is != NULL && strcmp(is->commit, s->teste[i].commit) == 0)
			continue;
		if ((r = registro_ha_posto(v->st->registro,
		    s->teste[i].cartella, s->teste[i].commit)) < 0)
			return r;
		if (is == NULL || r == 0)
			dico(v->conto, v->l, false, s->teste[i].cartella,
			    "il registro non ha più il commit %.12s, che era "
			    "verificato", s->teste[i].commit);
	}
	return 0;
}

static int
check_before(struct verifica *v, const struct stato *s)
{
	char manifesto[IMPRONTA_LEN + 1];
	const char *impronta;
	int r;

	if ((r = link_of(&impronta, v, s->seq)) != 0 ||
	    (r = registro_allegati_manifesto(manifesto, v->st->registro,
	    s->seq)) != 0)
		return r;
	if (strcmp(impronta, s->anello) != 0)
		dico(v->conto, v->l, false, "registro catena", "l'atto %lld "
		    "non è più quello che era verificato", (long long)s->seq);
	if (strcmp(manifesto, s->allegati) != 0)
		dico(v->conto, v->l, false, "registro catena_allegato", "gli "
		    "allegati fino all'atto %lld non sono più quelli che erano "
		    "verificati", (long long)s->seq);
	return check_heads(v, s);
}

static void
schema_differs(void *arg, const char *tabella, const char *riga,
    const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, arena_printf(v->a, "registro %s",
	    tabella), "%s: %s", riga, che);
}

/* ---- what is new ---- */

static int
read_acts(struct verifica *v)
{
	struct rilettura_tratto t = { .dopo = v->dopo,
	    .fino = v->ultimo.seq };
	struct toccata *list;
	int r, n, i;

	if ((r = link_of(&t.anello, v, v->dopo)) != 0 ||
	    (r = registro_toccate(&list, &n, v->a, v->st->registro,
	    v->dopo)) != 0)
		return r;
	if (strlen(t.anello) != IMPRONTA_LEN)
		return err_set(ERR_INVALID, "manca l'atto %lld",
		    (long long)v->dopo);
	t.cartelle = arena_alloc(v->a, ((size_t)n + 1) * sizeof *t.cartelle);
	for (i = 0; i < n; i++) {
		if (list[i].testa == NULL) {
			dico(v->conto, v->l, false, "registro testa",
			    "%s non c'è", list[i].cartella);
			continue;
		}
		t.cartelle[t.n++] = (struct cartella_toccata){
		    list[i].cartella, list[i].prima, list[i].testa };
	}
	return rilettura_tratto(v->conto, v->st, &t, v->l);
}

/* Whichever year has it; *found. */
static void
check_attachment(struct verifica *v, const int *years, int n,
    const char *impronta)
{
	const char *dir;
	bool found = false;
	int k, r;

	for (k = 0; k < n; k++) {
		dir = store_allegati(v->a, v->st, years[k]);
		if (!hash_valid(impronta) || !file_exists(allegato_path(v->a,
		    dir, impronta)))
			continue;
		found = true;
		v->conto->allegati++;
		if (allegato_check(dir, impronta) != 0)
			verifica_errore(v, dir);
	}
	if (found || (r = registro_distrutto(NULL, NULL, v->st->registro,
	    impronta)) == 1)
		return;
	if (r < 0)
		verifica_errore(v, "allegati");
	else
		dico(v->conto, v->l, false, "allegati",
		    "manca l'allegato %s", impronta);
}

static int
check_attachments(struct verifica *v)
{
	int *years, n_years, n, i, r;
	const char **list;

	if ((r = registro_anni(&years, &n_years, v->a,
	    v->st->registro)) != 0 ||
	    (r = registro_allegati_dopo(&list, &n, v->a, v->st->registro,
	    v->dopo)) != 0)
		return r;
	for (i = 0; i < n; i++)
		check_attachment(v, years, n_years, list[i]);
	return 0;
}

static int
count_row(void *arg, const char *riga, size_t n)
{
	(void)riga;
	(void)n;
	++*(int64_t *)arg;
	return 0;
}

/* The rows of the read log behind those of the sealed day. */
static int
check_reads(struct verifica *v, const char *giorno)
{
	struct giornaliero g = { 0 };
	struct letture *log;
	int64_t all;
	int r;

	if (giorno[0] != '\0' && (r = registro_giornaliero(&g, v->a,
	    v->st->registro, giorno)) != 0)
		return r;
	if ((r = store_letture(&log, v->st)) != 0 ||
	    (r = letture_quante(&all, log)) != 0)
		return r;
	r = letture_righe(log, g.lettura_ultima, all, count_row,
	    &v->conto->letture);
	return r;
}

static int
check_new(struct verifica *v, const char *giorno)
{
	AUTO(opera) o = NULL;

	if (registro_schema(v->st->registro, schema_differs, v) != 0)
		verifica_errore(v, "registro schema");
	if (read_acts(v) != 0)
		verifica_errore(v, "catena");
	if (opera_avvia(&o, v) != 0 || opera_finisci(o, v) != 0)
		verifica_errore(v, "cartelle");
	if (check_attachments(v) != 0)
		verifica_errore(v, "allegati");
	if (verifica_firme(v->conto, v->st, v->dopo, v->l) != 0)
		verifica_errore(v, "firme");
	if (verifica_sigilli(v->conto, v->st, v->dopo, v->l) != 0)
		verifica_errore(v, "sigilli");
	if (verifica_giorni(v->conto, v->st, giorno, v->l) != 0)
		verifica_errore(v, "giorni");
	if (check_reads(v, giorno) != 0)
		verifica_errore(v, "letture");
	return 0;
}

int
verifica_dopo(struct verifica *v)
{
	const char *giorno;
	struct stato s;
	int r;

	if ((r = find_start(&giorno, v, &s)) != 0)
		return r;
	v->giorno = arena_strdup(v->a, giorno);
	v->intera = arena_strdup(v->a, s.intera);
	if ((r = check_before(v, &s)) != 0)
		return r;
	return check_new(v, giorno);
}
