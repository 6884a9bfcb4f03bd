/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * verifica.c - is the store whole and true?  Every object, every visible file,
 * every attachment, every signature, every row.
 *
 * Keeps: looks at everything and goes on after each defect; writes nothing but
 * the roll-forward any act would do; keeps nobody who writes waiting.  Norm:
 * linee guida AgID §3.1.6, DPR 445/2000 art. 62.
 */
#include "servizio/verifica.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accesso/eventi.h"
#include "atti/ente/salvataggi.h"
#include "atti/ente/verifiche.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/squadra.h"
#include "registro/sigilli.h"
#include "servizio/consegne.h"
#include "servizio/disposizione.h"
#include "servizio/espunzioni.h"
#include "servizio/giorni.h"
#include "servizio/rilettura.h"

#define GIRI 3			/* when something is destroyed meanwhile */

/* An error of ours while looking is a defect of the store. */
void
verifica_errore(struct verifica *v, const char *luogo)
{
	dico(v->conto, v->l, false, luogo, "%s", err_msg());
	err_clear();
}

void
verifica_avanza(struct verifica *v, const char *che)
{
	if (v->fuori->avanzamento != NULL)
		v->fuori->avanzamento(v->fuori->arg, che, v->fatto +
		    (v->opera != NULL ? opera_fatto(v->opera) : 0), v->totale);
}

static void
keep(void *arg, bool nota, const char *luogo, const char *che)
{
	struct verifica *v = arg;

	referto_metti(&v->referto, nota, luogo, che);
}

/* What reads the acts knows how many there are. */
static void
progress(void *arg, const char *che, int64_t fatto, int64_t totale)
{
	struct verifica *v = arg;

	if (strcmp(che, "atti") == 0) {
		v->totale += totale - v->atti;
		v->atti = totale;
		v->fatto = fatto;
	}
	verifica_avanza(v, che);
}

/* ---- the register against its documents ---- */

static void
row_differs(void *arg, const char *tabella, const char *riga, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, arena_printf(v->a, "registro %s", tabella),
	    "%s: %s", riga, che);
}

/* Which commits are of the moment. */
static int
prepare_acts(struct verifica *v)
{
	struct rilettura_fin *fin = arena_alloc(v->a, sizeof *fin);
	struct testa *teste = NULL;
	bool ends = false;

	/* heads that cannot be read are told with the folders */
	if (!v->soli && !(ends = registro_teste(&teste, &fin->n, v->a,
	    v->st->registro) == 0))
		err_clear();
	fin->teste = teste;
	fin->ultimo = v->ultimo.seq;
	return rilettura_prepara(&v->rilettura, v->conto, v->st,
	    ends ? fin : NULL, v->l);
}

/*
 * A register that does not open is one defect more: the rest is held against
 * the one that the folders make.
 */
static int
check_register(struct verifica *v, struct squadra *readers)
{
	const char *path = arena_printf(v->a, "%s/registro.sqlite",
	    v->officina);
	int r;

	if ((r = rilettura_scrivi(v->rilettura, path, REGISTRO_SENZA_INDICI,
	    readers)) != 0)
		return r;
	if (v->st->registro == NULL)
		return registro_open(&v->st->registro, path, 0);
	if ((r = espunzioni_sospese(v->st)) < 0)
		verifica_errore(v, "registro");
	/* its rows are not those of the folders yet */
	if (r == 1) {
		dico(v->conto, v->l, false, "registro", "un'espunzione è da "
		    "finire: ciò che fu espunto è ancora nel file del "
		    "registro; la finisce il prossimo comando, o «cartella "
		    "ricostruisci»");
		return 0;
	}
	if (registro_confronta(v->st->registro, path, row_differs, v) != 0)
		verifica_errore(v, "registro");
	return 0;
}

/* ---- the read log ---- */

static void
log_defect(void *arg, int64_t n, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, n == 0 ? "letture schema" :
	    arena_printf(v->a, "letture n. %lld", (long long)n), "%s", che);
}

static void
check_log(struct verifica *v)
{
	struct letture *l;

	if (store_letture(&l, v->st) != 0 ||
	    letture_check(&v->conto->letture, l, log_defect, v) != 0)
		verifica_errore(v, "letture");
}

/* ---- the log of entries ---- */

static void
entry_defect(void *arg, int64_t n, const char *che)
{
	struct verifica *v = arg;

	dico(v->conto, v->l, false, n == 0 ? "accessi schema" :
	    arena_printf(v->a, "accessi n. %lld", (long long)n), "%s", che);
}

static void
check_entries(struct verifica *v)
{
	const char *path = store_path(v->a, v->st, "accesso.sqlite");
	AUTO(porta) p = NULL;
	int64_t n;

	if (!file_exists(path))
		return;
	if (porta_guarda(&p, path) != 0 ||
	    eventi_check(&n, p, entry_defect, v) != 0)
		verifica_errore(v, "accessi");
}

/* What was destroyed and a copy still has. */
static void
check_copies(struct verifica *v)
{
	struct copia_nota *list;
	int n, i;

	if (v->st->registro == NULL)
		return;
	if (salvataggi_indietro(&list, &n, v->a, v->st->dir,
	    v->st->registro) != 0) {
		verifica_errore(v, SALVATAGGI_DIR);
		return;
	}
	for (i = 0; i < n; i++)
		if (list[i].guasta != NULL)
			dico(v->conto, v->l, false, SALVATAGGI_DIR, "%s",
			    list[i].guasta);
		else
			dico(v->conto, v->l, true, SALVATAGGI_DIR, "la copia "
			    "%s ha ancora ciò che fu distrutto dopo l'atto "
			    "%lld: eseguire «cartella salva»", list[i].dove,
			    (long long)list[i].atti);
}

/*
 * Folders and attachments are looked at, and acts read ahead, by other processes
 * while this one projects the acts; a register that does not open has to be made
 * first.
 */
static int
check_prepared(struct verifica *v)
{
	bool made = v->st->registro == NULL;
	AUTO(opera) o = NULL;
	int r;

	if (made) {
		r = check_register(v, NULL);
		rilettura_free(MOVE(v->rilettura));
		if (r != 0)
			return r;
	}
	if (opera_avvia(&o, v) != 0)
		verifica_errore(v, "cartelle");
	v->opera = o;
	r = made ? 0 : check_register(v, o != NULL ? opera_lettori(o) : NULL);
	if (r == 0 && o != NULL && opera_finisci(o, v) != 0)
		verifica_errore(v, "cartelle");
	v->opera = NULL;
	v->fatto += o != NULL ? opera_fatto(o) : 0;
	return r;
}

static int
check_files(struct verifica *v)
{
	int r = prepare_acts(v);

	if (r == 0)
		r = check_prepared(v);
	rilettura_free(MOVE(v->rilettura));
	return r;
}

typedef int sguardo_fn(struct conto *conto, struct store *st,
    const struct ascolto *l);

static int
look(struct referto *out, struct arena *a, struct store *st, sguardo_fn *fn)
{
	struct conto ignored = { 0 };
	struct ascolto keep;

	*out = (struct referto){ .a = a };
	keep = referto_ascolto(out);
	return fn(&ignored, st, &keep);
}

/* Of what has no versions: what seems wrong is looked at once more as it is
 * now, under the lock, and that is told. */
static void
look_twice(struct verifica *v, sguardo_fn *fn, const char *luogo)
{
	AUTO(arena) a = arena_new();
	struct referto found;
	struct adesso now;
	int r = look(&found, a, v->st, fn);

	if (!v->soli && (r != 0 || found.n > 0)) {
		err_clear();
		if ((r = adesso_apri(&now, v)) == 0) {
			r = look(&found, a, now.st, fn);
			adesso_chiudi(&now);
		}
	}
	referto_dici(v, &found);
	if (r != 0)
		verifica_errore(v, luogo);
}

/* A pass of before is not one of now. */
static void
tell_resumed(struct verifica *v)
{
	char ora[ORA_LEN + 1];

	clock_iso(ora, v->corso.da);
	dico(v->conto, v->l, true, "verifica", "ripresa di quella interrotta: "
	    "i byte di %d fra cartelle e gruppi di allegati furono guardati "
	    "dal %s, e non adesso", v->ripresi, ora);
}

static int
check_all(struct verifica *v)
{
	AUTO(accanto) beside = NULL;
	int r;

	momento_copia(v);
	if (v->come->annota && !v->st->readonly && corso_apri(&v->corso, v,
	    v->come->riprendi) != 0)
		verifica_errore(v, VERIFICHE_DIR);
	if ((r = accanto_avvia(&beside, v)) != 0 ||
	    (r = check_files(v)) != 0)
		return r;
	if (v->ripresi > 0)
		tell_resumed(v);
	accanto_dici(beside);
	check_log(v);
	check_entries(v);
	check_copies(v);
	look_twice(v, verifica_consegne, "consegne");
	if (verifica_giorni(v->conto, v->st, "", v->l) != 0)
		verifica_errore(v, "giorni");
	look_twice(v, verifica_disposizione, "archivio");
	if (v->conto->atti == 0)
		dico(v->conto, v->l, true, "archivio",
		    "nessun atto: si comincia con «init»");
	return 0;
}

/* Also a store whose register does not open, or that cannot be written. */
static int
open_store(struct verifica *v, const char *dir)
{
	int mode = store_writable(dir) ? 0 : STORE_READONLY;
	int r = store_open(&v->st, dir, mode);
	const char *why;

	if (r != 0 && r != ERR_BUSY) {
		why = arena_strdup(v->a, err_msg());
		if (store_open(&v->st, dir, mode | STORE_SENZA_REGISTRO) != 0)
			return err_set(r, "%s", why);
		dico(v->conto, v->l, false, "registro", "non si apre (%s): se "
		    "le cartelle sono integre, «cartella ricostruisci» lo rifà",
		    why);
		r = 0;
	}
	if (r == 0 && v->st->readonly)
		dico(v->conto, v->l, true, "archivio", "non si può scrivere: "
		    "letto com'è, senza completare ciò che fosse in sospeso");
	return r;
}

/* Links whose hashes somebody wrote down outside of the store. */
static int
check_noted(struct verifica *v)
{
	const struct impronta_nota *x = v->come->note;
	const char *is;
	int r, i;

	for (i = 0; i < v->come->n_note && v->st->registro != NULL; i++) {
		r = registro_anello_impronta(&is, v->a, v->st->registro,
		    x[i].seq);
		if (r == ERR_ABSENT) {
			err_clear();
			is = "";
		} else if (r != 0) {
			return r;
		}
		if (strcmp(is, x[i].impronta) != 0)
			dico(v->conto, v->l, false, "registro", "l'anello %lld "
			    "non ha l'impronta annotata: la catena non è più "
			    "quella di quando fu scritta", (long long)x[i].seq);
	}
	return 0;
}

/* 1: again, from a new moment. */
static int
check_moment(struct verifica *v)
{
	int r, late;

	if ((r = momento_prendi(v)) != 0 || (r = check_noted(v)) != 0)
		return r;
	r = v->come->da_ultima && v->st->registro != NULL ? verifica_dopo(v) :
	    1;
	if (r == 1)
		v->dopo = 0;
	if (r < 0 || (r == 1 && (r = check_all(v)) != 0))
		return r;
	if (v->conto->difetti > 0 && (late = momento_passato(v)) != 0)
		return late;
	return 0;
}

/* How far it came, for the next one. */
static void
write_down(struct verifica *v)
{
	corso_chiudi(&v->corso, v, true);
	if (!v->come->annota || v->st->readonly || v->conto->difetti > 0 ||
	    v->ultimo.seq == 0)
		return;
	if (stato_scrivi_ultima(v, v->dopo > 0 ? v->intera : NULL) != 0)
		verifica_errore(v, VERIFICHE_DIR);
}

/* With a directory for registers that goes at the end, or with the next who
 * makes one when this process is killed. */
static int
one_round(struct verifica *v, const char *dir)
{
	int r;

	if ((r = open_store(v, dir)) != 0 || (r = casa_make(&v->casa)) != 0)
		return r;
	v->officina = v->casa.path;
	r = check_moment(v);
	if (r == 0)
		write_down(v);
	registro_close(MOVE(v->st->registro));
	if (casa_leave(&v->casa, true) != 0)
		verifica_errore(v, "officina");
	return r;
}

/* What the round has found, if it is the last. */
static void
say(struct conto *out, struct verifica *v)
{
	*out = *v->conto;
	out->dopo = v->dopo;
	out->difetti = out->note = 0;
	v->conto = out;
	v->l = v->fuori;
	referto_dici(v, &v->referto);
}

static int
conclude(struct conto *out, struct verifica *v, int64_t da, int64_t mono)
{
	int r = rapporto_scrivi(v, v->conto, da, (clock_mono() - mono) /
	    1000000);

	say(out, v);
	return r;
}

int
servizio_verifica(struct conto *out, const char *dir,
    const struct verifica_come *come, const struct ascolto *l)
{
	struct verifica_come how = come != NULL ? *come :
	    (struct verifica_come){ 0 };
	int64_t da = clock_now(), mono = clock_mono();
	int r = 1, i;

	memset(out, 0, sizeof *out);
	if (how.processi < 1)
		how.processi = squadra_operai();
	for (i = 0; i < GIRI && r == 1; i++) {
		AUTO(arena) a = arena_new();
		struct conto c = { 0 };
		struct verifica v = { .a = a, .conto = &c, .fuori = l,
		    .come = &how, .lock = { -1 }, .soli = i == GIRI - 1,
		    .referto = { .a = a }, .corso = { .fd = -1 } };
		struct ascolto inner = { keep, progress, &v };

		v.l = &inner;
		r = one_round(&v, dir);
		corso_chiudi(&v.corso, &v, false);
		lock_release(&v.lock);
		if (r == 0)
			r = conclude(out, &v, da, mono);
		else if (r != 1)
			say(out, &v);
		store_close(v.st);
	}
	return r == 1 ? err_set(ERR_FAULT, "ciò che si verifica sparisce") : r;
}
