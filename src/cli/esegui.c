/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esegui.c - from a command line to the runner and back.
 *
 * The istanza is made here and checked in a cage like any other, whoever wrote
 * it.
 */
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/chi.h"
#include "atti/runner.h"
#include "base/file.h"
#include "base/random.h"
#include "cli/cli.h"
#include "servizio/servizio.h"
#include "worker/worker.h"
#include "xml/campi.h"
#include "xml/xml.h"

const char *
esegui_login(void)
{
	const struct passwd *pw;
#ifdef PROVA
	const char *fake = getenv("CARTELLA_LOGIN");

	if (fake != NULL)
		return fake;
#endif
	pw = getpwuid(geteuid());
	return pw != NULL ? pw->pw_name : "";
}

/* ---- the istanza ---- */

bool
campo_senza_nome(const struct campo *campi, const struct campo *c)
{
	const struct campo *x;

	if (c->livello != 0 || strcmp(c->tipo, "gruppo") == 0)
		return false;
	if (c->obbligatorio || c != campi)
		return c->obbligatorio;
	for (x = campi; x->percorso != NULL; x++)
		if (x->livello == 0 && x->obbligatorio)
			return false;
	return true;
}

/* Positional arguments of an atto without files fill its required fields. */
static int
place_arguments(struct arena *a, const struct riga *r, const struct atto *atto,
    const char *(**pairs)[2], int *n)
{
	const struct campo *campi, *c;
	int e, i, k, used = 0;

	*pairs = arena_alloc(a, ((size_t)r->n_campi + (size_t)r->n_resto + 2) *
	    sizeof **pairs);
	for (k = 0; k < r->n_campi; k++)
		memcpy((*pairs)[k], r->campi[k], sizeof **pairs);
	if (atto->flags & FILE_AMMESSI) {
		*n = k;
		return 0;
	}
	if ((e = campi_load(&campi, arena_printf(a, "atti/%s", atto->nome),
	    atto->nome)) != 0)
		return e;
	for (c = campi; c->percorso != NULL && used < r->n_resto; c++) {
		if (!campo_senza_nome(campi, c))
			continue;
		for (i = 0; i < r->n_campi; i++)
			if (strcmp(r->campi[i][0], c->percorso) == 0)
				break;
		if (i < r->n_campi)
			continue;
		(*pairs)[k][0] = c->percorso;
		(*pairs)[k++][1] = r->resto[used++];
	}
	if (used < r->n_resto)
		return err_set(ERR_INVALID, "argomento di troppo: %s",
		    r->resto[used]);
	*n = k;
	return 0;
}

static int
istanza_of_line(struct buf *out, struct arena *a, const struct riga *line,
    const struct atto *atto)
{
	struct riga mine = *line, *r = &mine;
	struct rientro_bozza back;
	struct nodo *root = nodo_new(a, "istanza"), *in, *c;
	const char *(*pairs)[2];
	char id[ID_LEN + 1];
	int e, i, n = 0;

	if ((e = rientro_di_riga(&back, r, a, atto)) != 0 ||
	    (e = place_arguments(a, r, atto, &pairs, &n)) != 0)
		return e;
	if (atto->flags & FONDA && n == r->n_campi + r->n_resto) {
		/* the founder's own login, unless told otherwise */
		pairs[n][0] = "responsabile.login";
		pairs[n++][1] = esegui_login();
		for (i = 0; i < n - 1; i++)
			if (strcmp(pairs[i][0], "responsabile.login") == 0)
				n--;
	}
	if ((e = campi_build(&in, a, arena_printf(a, "atti/%s", atto->nome),
	    atto->nome, (const char *const (*)[2])pairs, n)) != 0)
		return e;
	random_id(id);
	nodo_set(a, root, "atto", atto->nome);
	nodo_set(a, root, "id", r->id != NULL ? r->id : id);
	nodo_set(a, root, "versione", "1");
	if (r->n_conferme > 0) {
		c = nodo_elem(a, root, "conferme");
		for (i = 0; i < r->n_conferme; i++)
			nodo_set(a, nodo_elem(a, c, "conferma"), "codice",
			    r->conferme[i]);
	}
	if (back.prose != NULL &&
	    (e = rientro_bozza_metti(root, in, a, &back)) != 0)
		return e;
	nodo_add(root, in);
	nodo_write(out, root);
	return 0;
}

/* ---- files ---- */

/*
 * A plain file, or a directory for an atto that takes one, named as it is: a
 * pipe would wait for ever, a link may name what whoever made it could not
 * read himself.
 */
static int
open_file(int *out, const char *path, int flags)
{
	AUTO_FD int fd = open(path,
	    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool directory = flags & DIRECTORY;
	struct stat st;

	if (fd < 0 && errno == ELOOP)
		return err_set(ERR_INVALID, "%s è un collegamento simbolico: "
		    "indica il file vero", path);
	if (fd < 0)
		return err_sys("%s", path);
	if (fstat(fd, &st) != 0)
		return err_sys("%s", path);
	if ((flags & ANCHE_FILE) && !S_ISDIR(st.st_mode))
		directory = false;
	if (directory && !S_ISDIR(st.st_mode))
		return err_set(ERR_INVALID, "%s non è una directory", path);
	if (!directory && S_ISDIR(st.st_mode))
		return err_set(ERR_INVALID, "%s è una directory: indica un "
		    "file", path);
	if (!directory && !S_ISREG(st.st_mode))
		return err_set(ERR_INVALID, "%s non è un file", path);
	*out = fd;
	fd = -1;
	return 0;
}

int
esegui_apri(int *out, const char *path)
{
	return open_file(out, path, 0);
}

static int
open_files(struct op_file **out, struct arena *a, const struct riga *r,
    int flags)
{
	const char *slash;
	int i, e;

	*out = arena_alloc(a, ((size_t)r->n_resto + 1) * sizeof **out);
	for (i = 0; i < r->n_resto; i++) {
		slash = strrchr(r->resto[i], '/');
		(*out)[i].nome = slash != NULL ? slash + 1 : r->resto[i];
		if ((e = open_file(&(*out)[i].fd, r->resto[i],
		    flags)) != 0)
			return e;
		if (flags & DIRECTORY)
			continue;	/* its name goes nowhere */
		if (!file_name_valid((*out)[i].nome) ||
		    strchr((*out)[i].nome, '\\') != NULL)
			return err_set(ERR_INVALID, "il nome del file «%s» non "
			    "è ammesso: rinominalo", (*out)[i].nome);
	}
	return 0;
}

/* The whole istanza of --xml. */
static int
read_istanza(struct buf *out, const char *path)
{
	AUTO_FD int fd = -1;
	int e;

	if ((e = open_file(&fd, path, 0)) != 0)
		return e;
	if ((e = file_read_fd(out, fd, ISTANZA_MAX)) != 0)
		return err_prefix(e, "%s", path);
	return 0;
}

/* ---- doing it ---- */

static int
run(struct arena *a, struct store *st, const struct riga *r,
    const struct atto *atto, const struct nodo *istanza)
{
	struct op_file *files = NULL;
	struct chi chi;
	AUTO(op) op = NULL;
	int e;

	if (atto->flags & FONDA)
		chi = (struct chi){ nodo_value(a, istanza,
		    "init/responsabile/codice"), NULL };
	else if ((e = chi_agisce(&chi, a, st, esegui_login(), r->come)) != 0)
		return stampa_errore(e);
	if ((atto->flags & FILE_AMMESSI) &&
	    (e = open_files(&files, a, r,
	    atto->flags)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	if ((atto->flags & RENDE_DIRECTORY) && r->in == NULL) {
		err_set(ERR_INVALID, "sono più file: scegli dove metterli con "
		    "--in DIRECTORY, che non ci sia ancora");
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	op = op_new(st, atto, istanza, chi.utente, chi.per);
	op->mezzi = r->mezzi;
	op->file = files;
	op->n_file = files != NULL ? r->n_resto : 0;
	if ((e = runner_esegui(op)) != 0)
		return stampa_errore(e);
	if (op->stato == OP_RIFIUTATO) {
		stampa_rilievi(&op->ril);
		return USCITA_RILIEVI;
	}
	if (op->bytes != NULL) {
		stampa_note(op->vista);
		return stampa_bytes(op->bytes, op->n_bytes, r->in);
	}
	if (op->resi != NULL)
		return stampa_resi(op, r->in);
	if (op->testo != NULL && (r->formato == NULL ||
	    strcmp(r->formato, "testo") == 0)) {
		stampa_testo(stdout, op->testo);
		return USCITA_FATTO;
	}
	return stampa_vista(op->vista, r->formato);
}

/* In a cage; *out is NULL when it has rilievi, which are then printed. */
static int
check_istanza(struct nodo **out, struct arena *a, const struct buf *bytes,
    const struct atto *atto, int *exit_status)
{
	struct rilievi ril = { .a = a };
	int e;

	if ((e = worker_istanza(out, &ril, a, atto->nome, bytes->data,
	    bytes->len)) != 0) {
		*exit_status = USCITA_GUASTO;
		return e;
	}
	*exit_status = USCITA_RILIEVI;
	stampa_rilievi(&ril);
	return 0;
}

static int
make_istanza(struct nodo **out, struct arena *a, const struct riga *r,
    const struct atto *atto, int *exit_status)
{
	AUTO_BUF bytes = { 0 };
	int e;

	*exit_status = USCITA_USO;
	if (r->xml != NULL && r->n_campi > 0)
		return err_set(ERR_INVALID,
		    "con --xml i campi stanno nel file, non nelle opzioni");
	e = r->xml != NULL ? read_istanza(&bytes, r->xml) :
	    istanza_of_line(&bytes, a, r, atto);
	if (e != 0)
		return e;
	return check_istanza(out, a, &bytes, atto, exit_status);
}

static bool
erases(const struct atto *atto)
{
	return strcmp(atto->nome, "espungi") == 0 ||
	    strcmp(atto->nome, "scarta") == 0;
}

/* Ends an erasure whose end is still to come; 1: there was none. */
static int
finish(struct store *st, const char *dir)
{
	int e = espunzioni_sospese(st);

	store_close(st);
	if (e < 0)
		return err_prefix(e, "l'atto è compiuto, ma resta da guardare se "
		    "ciò che fu espunto è ancora nel registro; lo toglie «cartella "
		    "ricostruisci»: ");
	if (e == 0)
		return 1;
	return servizio_espunzioni(dir);
}

/*
 * One that was cut short is ended by the next act.  Where that is not possible
 * others' work goes on: it is told, as `verifica` does.
 */
static int
open_store(struct store **out, const struct riga *r, const struct atto *atto)
{
	struct store *st;
	int e;

	if ((e = store_open(&st, r->store, 0)) != 0)
		return e;
	if ((atto->flags & (LETTURA | FONDA)) || espunzioni_sospese(st) != 1) {
		*out = st;
		return 0;
	}
	if ((e = finish(st, r->store)) < 0)
		stampa_errore(e);
	return store_open(out, r->store, 0);
}

static int
open_and_run(struct arena *a, const struct riga *r, const struct atto *atto,
    const struct nodo *istanza)
{
	struct store *st;
	int e, status;

	if ((e = open_store(&st, r, atto)) != 0)
		return stampa_errore(e);
	status = run(a, st, r, atto, istanza);
	if (status == USCITA_FATTO && erases(atto) &&
	    (e = finish(MOVE(st), r->store)) < 0)
		return stampa_errore(e);
	store_close(st);
	return status;
}

/* The first act, in a directory that is made for it and goes without it. */
static int
found(struct arena *a, const struct riga *r, const struct atto *atto,
    const struct nodo *istanza)
{
	struct lock lock = { -1 };
	int e, status;

	if ((e = servizio_prepara(&lock, r->store, false)) < 0)
		return stampa_errore(e);
	status = open_and_run(a, r, atto, istanza);
	if (e == 0 && status != USCITA_FATTO)
		servizio_disfa(r->store);
	lock_release(&lock);
	return status;
}

/* Its words are kept as they are: they are checked when it is sent. */
static int
keep(struct arena *a, const struct riga *r, const struct atto *atto)
{
	struct nodo *istanza;
	AUTO_BUF bytes = { 0 };
	int e;

	if ((e = istanza_of_line(&bytes, a, r, atto)) != 0 ||
	    (e = xml_parse(&istanza, a, bytes.data, bytes.len,
	    XML_OURS)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	return bozza_di_riga(a, r, atto, istanza);
}

/* -1: the line sends no draft. */
static int
send(struct arena *a, const struct riga *r)
{
	struct mandata m = { 0 };
	struct nodo *istanza = NULL;
	AUTO_BUF bytes = { 0 };
	int e, status;

	if ((e = bozza_da_mandare(&bytes, &m, a, r)) != 0)
		return stampa_errore(e);
	if (m.atto == NULL)
		return -1;
	if ((e = check_istanza(&istanza, a, &bytes, m.atto, &status)) != 0)
		return stampa_errore(e);
	if (istanza == NULL)
		return status;
	status = open_and_run(a, r, m.atto, istanza);
	if (status == USCITA_FATTO && (e = bozza_fatta(&m, r)) != 0)
		return stampa_errore(e);
	return status;
}

int
esegui_atto(struct arena *a, const struct riga *r, const struct atto *atto)
{
	struct nodo *istanza = NULL;
	int e, status;

	if (r->bozza)
		return keep(a, r, atto);
	if (strcmp(atto->nome, "bozze") == 0 && (status = send(a, r)) != -1)
		return status;

	if ((e = make_istanza(&istanza, a, r, atto, &status)) != 0) {
		stampa_errore(e);
		return status;
	}
	if (istanza == NULL)
		return status;
	return atto->flags & FONDA ? found(a, r, atto, istanza) :
	    open_and_run(a, r, atto, istanza);
}
