/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta.c - the whole store in forms that can be read without this program.
 *
 * Refuses: whoever is not the responsible; a kit; a directory that holds
 * anything; a store that is not whole.  Keeps: the row of the read log before
 * anything is handed over; one moment of the store, while others go on
 * working; what fails leaves nothing.  Secret keys, credentials, drafts and
 * sessions stay out.  Norm: DPR 445/2000 art. 52 c. 1; GDPR art. 32.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "accesso/letture.h"
#include "atti/chi.h"
#include "atti/trasferimento/consegne.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/resource.h"
#include "db/tavole.h"
#include "registro/trasferimenti.h"
#include "servizio/esporta.h"
#include "servizio/espunzioni.h"
#include "servizio/rilettura.h"
#include "servizio/sigilli.h"

#define RUOLO "responsabile-protocollo"
#define MODELLI "templates/esporta/"

/* ---- one moment ---- */

int
momento_apri(struct momento *m, struct arena *a, struct store *st)
{
	struct letture *log;
	int r;

	*m = (struct momento){ .a = a, .st = st };
	if ((r = store_letture(&log, st)) != 0 ||
	    (r = registro_read_begin(st->registro)) != 0)
		return r;
	if ((r = registro_ultimo(&m->ultimo, st->registro)) != 0 ||
	    (r = registro_teste(&m->teste, &m->n_teste, a,
	    st->registro)) != 0 ||
	    (r = tavole_guarda(&m->registro, store_path(a, st,
	    "registro.sqlite"))) != 0)
		return r;
	return tavole_guarda(&m->letture, store_path(a, st, "letture.sqlite"));
}

void
momento_chiudi(struct momento *m)
{
	db_close(m->registro);
	db_close(m->letture);
	if (m->st != NULL)
		registro_read_end(m->st->registro);
	*m = (struct momento){ 0 };
}

/* ---- the folders ---- */

struct cartella_fuori {
	struct uscita *u;
	struct arena *a;
	const char *base;		/* where its files go */
};

static int
put_document(void *arg, const char *path, const void *p, size_t n)
{
	const struct cartella_fuori *c = arg;
	AUTO(arena) a = arena_new();

	return uscita_testo(c->u, arena_printf(a, "%s/%s", c->base, path), p,
	    n);
}

static int
put_git(void *arg, const char *name, const char *path, const void *p, size_t n)
{
	const struct cartella_fuori *c = arg;
	AUTO(arena) a = arena_new();
	const char *rel = arena_printf(a, "%s/%s", c->base, name);

	return path != NULL ? uscita_copia(c->u, rel, path, NULL) :
	    uscita_testo(c->u, rel, p, n);
}

/* registro/2026.git is registro/2026 among the documents, and all are .git
 * among the histories. */
static int
put_folder(struct uscita *u, struct momento *m, const struct testa *t)
{
	AUTO(arena) a = arena_new();
	struct cartella_fuori c = { .u = u, .a = a };
	struct folder_tags tags = { 0 };
	size_t n = strlen(t->cartella);
	struct folder *f;
	const char *nome;
	int r;

	if (n > 4 && strcmp(t->cartella + n - 4, ".git") == 0)
		n -= 4;
	nome = arena_strndup(a, t->cartella, n);
	if ((r = store_folder(&f, m->st, t->cartella, false)) != 0)
		return r;
	c.base = arena_printf(a, "documenti/%s", nome);
	if ((r = folder_walk(f, t->commit, "", put_document, &c)) != 0 ||
	    (r = sigilli_tag_di(&tags, a, m->st->registro, t->cartella)) != 0)
		return r;
	c.base = arena_printf(a, "storia/%s.git", nome);
	return folder_copy(f, t->commit, &tags, put_git, &c);
}

/* ---- what does not change, and what stands beside ---- */

static int
put_resources(struct uscita *u)
{
	const struct resource *x;
	AUTO(arena) a = arena_new();
	int r;

	for (x = resource_table; x->name != NULL; x++) {
		if (strncmp(x->name, MODELLI, strlen(MODELLI)) == 0)
			r = uscita_testo(u, x->name + strlen(MODELLI), x->data,
			    x->size);
		else if (strncmp(x->name, "schema/", 7) == 0)
			r = uscita_testo(u, arena_printf(a, "schemi/%s",
			    x->name + 7), x->data, x->size);
		else
			r = 0;
		if (r != 0)
			return r;
	}
	return uscita_testo(u, ESPORTA_FORMATO, ESPORTA_FORMATO_TESTO,
	    strlen(ESPORTA_FORMATO_TESTO));
}

/* Files of the store that are in no folder: revocations, lotti. */
static int
put_beside(struct uscita *u, struct store *st, const char *dir)
{
	AUTO(arena) a = arena_new();
	char **names;
	int r;

	if (!dir_exists(store_path(a, st, dir)))
		return 0;
	if ((r = dir_list(&names, a, store_path(a, st, dir))) != 0)
		return r;
	for (; *names != NULL; names++)
		if ((r = uscita_copia(u, arena_printf(a, "altro/%s/%s", dir,
		    *names), store_path(a, st, arena_printf(a, "%s/%s", dir,
		    *names)), NULL)) != 0)
			return r;
	return 0;
}

/* ---- packages that may have to be handed over once more ---- */

struct consegna_fuori {
	struct uscita *u;
	struct store *st;
	const char *base;
};

static int
put_package_file(void *arg, const char *impronta, const char *nome)
{
	const struct consegna_fuori *c = arg;
	AUTO(arena) a = arena_new();
	const char *rel = arena_printf(a, "%s/%s", c->base, nome);

	return borsa_nome_valido(nome) ? uscita_copia(c->u, rel,
	    store_path(a, c->st, rel), impronta) : err_set(ERR_FAULT, "%s: non "
	    "è il nome di un file di un pacchetto", rel);
}

static int
put_packages(struct uscita *u, struct store *st)
{
	AUTO(arena) a = arena_new();
	struct consegna_fuori c = { .u = u, .st = st };
	const char **list;
	int r, n, i;

	if ((r = registro_consegne(&list, &n, a, st->registro)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		c.base = arena_printf(a, CONSEGNE_DIR "/%s", list[i]);
		if ((r = consegna_ogni_file(a, st, list[i], put_package_file,
		    &c)) != 0)
			return err_prefix(r, "%s", c.base);
	}
	return 0;
}

static int
put_summary(struct uscita *u, struct momento *m)
{
	char ora[ORA_LEN + 1];
	AUTO(foglio) f = NULL;
	struct ente ente;
	int r;

	if ((r = registro_ente(&ente, m->a, m->st->registro)) != 0 ||
	    (r = foglio_open(&f, u, "ARCHIVIO.txt")) != 0)
		return r;
	clock_iso(ora, m->ultimo.ora);
	foglio_printf(f, "ente %s\ncodice IPA %s\nAOO %s\natti %lld\n"
	    "ultimo atto %s\nultimo anello %s\ncartelle git %d\n"
	    "letture %lld\n", ente.denominazione, ente.codice_ipa,
	    ente.codice_aoo, (long long)m->ultimo.seq, ora, m->ultimo.impronta,
	    m->n_teste, (long long)m->n_letture);
	return foglio_end(&f);
}

int
esporta_contenuto(struct uscita *u, struct momento *m)
{
	int i, r;

	if ((r = put_resources(u)) != 0 || (r = esporta_catena(u, m)) != 0 ||
	    (r = esporta_letture(u, m)) != 0 || (r = put_summary(u, m)) != 0 ||
	    (r = esporta_registro(u, m->registro)) != 0)
		return r;
	for (i = 0; i < m->n_teste; i++)
		if ((r = put_folder(u, m, &m->teste[i])) != 0)
			return r;
	if ((r = esporta_allegati(u, m)) != 0 ||
	    (r = put_packages(u, m->st)) != 0 ||
	    (r = put_beside(u, m->st, "revoche")) != 0)
		return r;
	return put_beside(u, m->st, "lotti");
}

/* Who came in, if the browser is used; nothing of it is taken back. */
static int
put_entries(struct uscita *u, struct store *st)
{
	AUTO(arena) a = arena_new();
	const char *path = store_path(a, st, "accesso.sqlite");
	struct bozze *open;
	AUTO(db) db = NULL;
	int r;

	if (!file_exists(path))
		return 0;
	if ((r = store_bozze(&open, st)) != 0 ||
	    (r = tavole_guarda(&db, path)) != 0)
		return r;
	return esporta_csv(u, ESPORTA_ACCESSI, db, "accesso_evento");
}

/* ---- who may, and the row that says so ---- */

static int
note_it(struct store *st, const char *utente, bool negato)
{
	AUTO(arena) a = arena_new();
	struct ultimo ultimo;
	char ora[ORA_LEN + 1];
	struct letture *log;
	int r;

	if ((r = registro_ultimo(&ultimo, st->registro)) != 0 ||
	    (r = store_letture(&log, st)) != 0)
		return r;
	clock_iso(ora, clock_now());
	return letture_add(log, &(struct lettura){ .ora = ora,
	    .operatore = utente, .atto = "esporta", .negato = negato,
	    .oggetto = arena_printf(a, "archivio;atti=%lld",
	    (long long)ultimo.seq) }, 1);
}

static int
check_who(const char **utente, struct arena *a, struct store *st,
    const struct esportatore *e)
{
	struct chi chi;
	int r;

	if ((r = chi_agisce(&chi, a, st, e->login, e->come)) != 0)
		return r;
	*utente = chi.utente;
	if (chi.per != NULL)
		return err_set(ERR_FORBIDDEN, "esportare è personale: non si "
		    "fa per un altro");
	if ((r = registro_ha_ruolo(st->registro, chi.utente, RUOLO)) < 0)
		return r;
	if (r == 1)
		return note_it(st, chi.utente, false);
	if ((r = note_it(st, chi.utente, true)) != 0)
		return r;
	return err_set(ERR_FORBIDDEN, "esporta tutto l'archivio solo il "
	    "responsabile del protocollo");
}

/* ---- the directory ---- */

/* Made if missing; 1: it was there, empty. */
static int
make_dir(const char *dove)
{
	AUTO(arena) a = arena_new();
	char **names;
	int r;

	r = dir_list(&names, a, dove);
	if (r == ERR_ABSENT) {
		err_clear();
		return dir_make(dove);
	}
	if (r != 0)
		return r;
	if (names[0] != NULL)
		return err_set(ERR_INVALID, "%s non è vuota (%s): scegli una "
		    "directory nuova", dove, names[0]);
	return chmod(dove, 0700) != 0 ? err_sys("%s", dove) : 1;
}

/* What failed leaves nothing; the words of why stay. */
static int
give_up(const char *dove, bool was_there, int r)
{
	AUTO(arena) a = arena_new();
	const char *why = arena_strdup(a, err_msg());

	if (dir_remove(dove) != 0 || (was_there && mkdir(dove, 0700) != 0))
		why = arena_printf(a, "%s; e %s non si è potuta svuotare", why,
		    dove);
	return err_set(r, "%s", why);
}

/* The PDFs last: they are what takes long, and what a new export can take of
 * one that was cut short. */
static int
write_all(struct esportato *out, struct uscita *u, struct momento *m,
    const char *utente, const struct avute *avute, bool pdf)
{
	int r;

	*out = (struct esportato){ .atti = m->ultimo.seq };
	memcpy(out->anello, m->ultimo.impronta, sizeof out->anello);
	if ((r = esporta_contenuto(u, m)) != 0 ||
	    (r = put_entries(u, m->st)) != 0 ||
	    (pdf && (r = esporta_pdf(out, u, m, utente, avute)) != 0))
		return r;
	out->file = u->file;
	out->byte = u->byte;
	return manifesto_scrivi(out->manifesto, u->dir, u->l);
}

/* Under the lock for no longer than it takes to say which moment it is. */
static int
take_moment(struct momento *m, struct arena *a, struct store *st,
    const struct ascolto *l)
{
	struct lock lock = { -1 };
	struct conto c = { 0 };
	int r;

	if ((r = lock_take(&lock, store_path(a, st, ".scrittura"))) != 0)
		return r;
	if ((r = completa(&c, st, l)) == 0 &&
	    (r = espunzioni_sospese(st)) == 1)
		r = err_set(ERR_BUSY, "un'espunzione è da finire: eseguire "
		    "«cartella ricostruisci», poi esportare");
	if (r == 0)
		r = momento_apri(m, a, st);
	lock_release(&lock);
	return r;
}

int
servizio_esporta(struct esportato *out, const char *dir, const char *dove,
    const struct esportatore *chi, const struct ascolto *l)
{
	struct uscita u = { .dir = dove, .l = l };
	AUTO(arena) a = arena_new();
	AUTO(store) st = NULL;
	AUTO(avute) avute = NULL;
	struct momento m = { 0 };
	const char *utente;
	int r, there;

	if ((r = store_open(&st, dir, 0)) != 0)
		return r;
	if (st->kit)
		return err_set(ERR_INVALID, "questo è un kit: rientra nel "
		    "registro, ed è il registro che si esporta");
	if ((r = check_who(&utente, a, st, chi)) != 0 ||
	    (chi->pdf_da != NULL &&
	    (r = avute_leggi(&avute, chi->pdf_da)) != 0) ||
	    (there = r = make_dir(dove)) < 0)
		return r;
	if ((r = take_moment(&m, a, st, l)) == 0)
		r = write_all(out, &u, &m, utente, avute, !chi->senza_pdf);
	momento_chiudi(&m);
	return r == 0 ? 0 : give_up(dove, there == 1, r);
}
