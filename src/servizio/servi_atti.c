/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_atti.c - leggi, prova, compi, esito: a request into ops, and their
 * outcomes into its answer.
 *
 * Refuses: more readings than one page has, an act asked for as a reading and
 * a reading as an act, files an atto does not take, what is not a plain file,
 * a name that is none, a signature with a key that is not the server's to
 * keep.  What is absent and what is hidden are told alike, by the runner.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/atto.h"
#include "atti/custodia.h"
#include "atti/runner.h"
#include "base/file.h"
#include "servizio/servi_interno.h"

#define REFUSED "non c'è, o non è per te"

/* ---- outcomes ---- */

/* Both texts of what two people wrote are in the rilievo "conflitto". */
static bool
in_conflict(const struct op *op)
{
	return rilievo_find(&op->ril, "conflitto") != NULL;
}

static enum esito_web
outcome(const struct op *op)
{
	if (op->stato == OP_RIFIUTATO)
		return in_conflict(op) ? WEB_CONFLITTO : WEB_RIFIUTATO;
	if (op->stato == OP_ERRORE)
		return esito_web_di_errore(op->errore);
	return WEB_FATTO;
}

/* What a file is called and is, by what the vista says of it or by its bytes. */
static const char *
kind_of(const void *p, size_t n, const char *nome)
{
	const char *dot = nome != NULL ? strrchr(nome, '.') : NULL;

	if (n > 4 && memcmp(p, "%PDF", 4) == 0)
		return "application/pdf";
	if (dot != NULL && strcmp(dot, ".odt") == 0)
		return "application/vnd.oasis.opendocument.text";
	if (dot != NULL && strcmp(dot, ".xml") == 0)
		return "application/xml";
	if (dot != NULL && strcmp(dot, ".csv") == 0)
		return "text/csv";
	return "application/octet-stream";
}

static const char *
name_of(const struct op *op)
{
	const char *nome = op->vista != NULL ? nodo_attr(op->vista, "nome") :
	    NULL;

	if (nome != NULL && file_name_valid(nome))
		return nome;
	if (op->n_bytes > 4 && memcmp(op->bytes, "%PDF", 4) == 0)
		return arena_printf(op->a, "%s.pdf", op->atto->nome);
	if (op->n_bytes > 2 && memcmp(op->bytes, "PK", 2) == 0)
		return arena_printf(op->a, "%s.odt", op->atto->nome);
	return op->atto->nome;
}

static int
hand_over(struct servi *s, struct nodo *risposta, const struct op *op)
{
	const char *nome;
	int i, r;

	if (op->bytes != NULL) {
		nome = name_of(op);
		return servi_rendi(risposta, s, nome, kind_of(op->bytes,
		    op->n_bytes, nome), op->bytes, op->n_bytes);
	}
	for (i = 0; i < op->n_resi; i++)
		if ((r = servi_rendi(risposta, s, op->resi[i].percorso,
		    kind_of(op->resi[i].p, op->resi[i].n,
		    op->resi[i].percorso), op->resi[i].p, op->resi[i].n)) != 0)
			return r;
	return 0;
}

static void
tell(struct servi *s, struct nodo *to, struct op *op)
{
	enum esito_web e = outcome(op);

	servi_esito(to, s, e, op->stato == OP_ERRORE ? op->messaggio : NULL);
	if (op->ril.primo != NULL)
		nodo_add(to, rilievi_nodo(s->a, &op->ril));
	if (e != WEB_FATTO)
		return;
	if (op->ripetuta)
		nodo_set(s->a, to, "ripetuta", "si");
	if (op->base != NULL)
		nodo_add(to, nodo_copy(s->a, op->base));
	if (op->vista != NULL)
		nodo_add(to, nodo_copy(s->a, op->vista));
	nodo_elem_text(s->a, to, "testo", op->testo);
	if (hand_over(s, s->lavoro->risposta, op) != 0)
		servi_esito(to, s, WEB_GUASTO, err_msg());
}

void
servi_fine(struct servi *s, struct lavoro_servi *l)
{
	int i;

	for (i = 0; i < l->n_op; i++)
		tell(s, l->parte[i], l->op[i]);
	/* the one act is the whole answer */
	if (l->n_op == 1 && strcmp(l->riga->tipo, "leggi") != 0)
		servi_esito(l->risposta, s, outcome(l->op[0]),
		    nodo_attr(l->parte[0], "messaggio"));
}

/* ---- an op ---- */

static struct nodo *
part(struct servi *s, struct nodo *risposta, const struct nodo *istanza)
{
	struct nodo *p = nodo_elem(s->a, risposta, "parte");

	if (istanza != NULL)
		nodo_set(s->a, p, "atto", nodo_attr(istanza, "atto"));
	return p;
}

/* A token that may do only some atti may do no others. */
static bool
admitted(const struct servi *s, const struct atto *atto)
{
	return s->chi.ammette == NULL || s->chi.ammette(&s->chi, atto->nome);
}

/*
 * The op of an istanza, to be run; NULL when its part has been answered.
 * negative: the same.
 */
static int
make_op(struct op **out, struct servi *s, struct nodo *p,
    const struct nodo *istanza, bool reading)
{
	struct rilievi ril = { .a = s->a };
	const struct atto *atto = NULL;
	struct nodo *good;
	int r;

	*out = NULL;
	if ((r = servi_istanza(&good, &atto, &ril, s->a, istanza)) != 0)
		return r;
	if (reading != !!(atto->flags & LETTURA))
		return err_set(ERR_INVALID, "«%s» %s", atto->nome, reading ?
		    "non è una lettura" : "è una lettura");
	if (!admitted(s, atto))
		return err_set(ERR_FORBIDDEN, "questa applicazione non ha "
		    "l'atto «%s»", atto->nome);
	if (good == NULL) {
		servi_esito(p, s, WEB_RIFIUTATO, NULL);
		nodo_add(p, rilievi_nodo(s->a, &ril));
		return 0;
	}
	*out = op_new(s->st, atto, good, s->chi.utente, s->chi.per);
	return 0;
}

static int
add_op(struct op **out, struct servi *s, struct lavoro_servi *l,
    const struct nodo *istanza, bool reading)
{
	struct nodo *p = part(s, l->risposta, istanza);
	int r = make_op(out, s, p, istanza, reading);

	if (r != 0)
		servi_esito(p, s, esito_web_di_errore(r), err_msg());
	if (*out == NULL)
		return r;
	l->op[l->n_op] = *out;
	l->parte[l->n_op++] = p;
	return 0;
}

/* ---- readings ---- */

/* One that he has in no role is passed over, and no row is written. */
static bool
passed_over(struct servi *s, struct lavoro_servi *l, const struct nodo *one)
{
	struct op *op = l->op[l->n_op - 1];
	const char *v = nodo_attr(one, "facoltativa");
	int r;

	if (v == NULL || strcmp(v, "si") != 0)
		return false;
	r = runner_permesso(op);
	if (r != ERR_FORBIDDEN)
		return false;
	err_clear();
	servi_esito(l->parte[--l->n_op], s, WEB_VIETATO, NULL);
	op_free(op);
	return true;
}

void
servi_leggi(struct servi *s, struct lavoro_servi *l)
{
	const struct nodo *n = nodo_child(l->richiesta, "lettura");
	struct op *op;
	int asked = 0;

	for (; n != NULL; n = nodo_next(n, "lettura")) {
		if (++asked > LETTURE_MAX) {
			servi_esito(l->risposta, s, WEB_SCORRETTA,
			    "troppe letture insieme");
			return;
		}
		if (add_op(&op, s, l, nodo_child(n, "istanza"), true) != 0 ||
		    op == NULL || passed_over(s, l, n))
			continue;
		op->con_base = true;
		op->file = l->file;
		op->n_file = l->file != NULL ? l->c.n_fd : 0;
	}
}

/* ---- acts ---- */

static int
plain_file(int fd)
{
	struct stat st;
	int how;

	if (fstat(fd, &st) != 0 || (how = fcntl(fd, F_GETFL)) < 0)
		return err_sys("un file");
	if (!S_ISREG(st.st_mode) || (how & O_ACCMODE) == O_WRONLY)
		return err_set(ERR_INVALID, "non è un file");
	return 0;
}

static int
take_file(struct servi *s, struct lavoro_servi *l, const struct nodo *n,
    int *n_file, int fd)
{
	const char *nome = nodo_attr(n, "nome"), *v;
	int r;

	v = nodo_attr(n, "segreto");
	if (v != NULL && strcmp(v, "si") == 0) {
		if (l->frase != NULL)
			return err_set(ERR_INVALID, "due frasi segrete");
		return segreto_read(&l->frase, fd);
	}
	if ((r = plain_file(fd)) != 0)
		return r;
	if (nome == NULL || !file_name_valid(nome) ||
	    strchr(nome, '\\') != NULL)
		return err_set(ERR_INVALID, "il nome di un file non è "
		    "ammesso: rinominalo");
	l->file[*n_file].fd = fd;
	l->file[(*n_file)++].nome = arena_strdup(s->a, nome);
	return 0;
}

/* <file>s and descriptors, one each, in order; the secret is the last. */
static int
take_files(struct servi *s, struct lavoro_servi *l, struct op *op)
{
	const struct nodo *n = nodo_child(l->richiesta, "file");
	int i, r, files = 0;

	l->file = arena_alloc(s->a, (CANALE_FD + 1) * sizeof *l->file);
	for (i = 0; n != NULL && i < l->c.n_fd; i++, n = nodo_next(n, "file"))
		if ((r = take_file(s, l, n, &files, l->c.fd[i])) != 0)
			return r;
	if (n != NULL || i < l->c.n_fd)
		return err_set(ERR_INVALID, "i file non sono quelli detti");
	if (files > 0 && (!(op->atto->flags & FILE_AMMESSI) ||
	    op->atto->flags & DIRECTORY))
		return err_set(ERR_INVALID, "«%s» non prende file",
		    op->atto->nome);
	op->file = files > 0 ? l->file : NULL;
	op->n_file = files;
	return 0;
}

/*
 * Keys of people are those the server keeps, each under its passphrase; what
 * this process's own account has in a keyring is nobody's.
 */
static void
set_means(struct servi *s, struct lavoro_servi *l, struct op *op)
{
	op->mezzi.frase = l->frase;
	if (l->frase == NULL && !s->chi.dimostrativo)
		op->mezzi.portachiavi = store_path(op->a, s->st, CUSTODIA_DIR);
}

/* Its own prepara is quick unless there are files. */
static bool
quick(const char *nome)
{
	static const char *const names[] = { "registra", "scrivi",
	    "registra-emergenza" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(names[i], nome) == 0)
			return true;
	return false;
}

static bool
slow_reading(const char *nome)
{
	static const char *const names[] = { "copia", "esponi", "bozza-odt",
	    "verifica-firma", "verifica-file", "stampa", "stampa-registro",
	    "ricevuta", "rifai", "prepara-firma", "prova-permessi",
	    "prova-modello", "prova-importa", "indicatori", "originale",
	    "segnatura", "cerca", "chi-vede" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(names[i], nome) == 0)
			return true;
	return false;
}

bool
servi_lenta(const struct atto *atto, const struct consegna *c)
{
	if (atto->flags & LETTURA)
		return slow_reading(atto->nome);
	return c->n_fd > 0 || atto->flags & (RICHIEDE_FIRMA | PER_DELEGA) ||
	    (atto->prepara != NULL && !quick(atto->nome));
}

void
servi_compi(struct servi *s, struct lavoro_servi *l)
{
	const struct nodo *n = nodo_child(l->richiesta, "istanza");
	struct nodo *p;
	struct op *op;
	int r;

	if ((r = add_op(&op, s, l, n, false)) == 0 && op != NULL)
		r = take_files(s, l, op);
	p = nodo_child(l->risposta, "parte");
	if (r != 0) {
		while (l->n_op > 0)
			op_free(l->op[--l->n_op]);
		servi_esito(p, s, esito_web_di_errore(r), err_msg());
	}
	if (l->n_op > 0)
		set_means(s, l, op);
	else
		servi_esito(l->risposta, s, esito_web_di(nodo_attr(p,
		    "esito")), nodo_attr(p, "messaggio"));
}

/* ---- a trial, and what became of an act ---- */

/* Of whose letters the words can be tried without making them. */
static bool
letter(const char *nome)
{
	static const char *const names[] = { "comunica", "comunica-esito",
	    "preavvisa", "avvia-istruttoria" };
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (strcmp(names[i], nome) == 0)
			return true;
	return false;
}

static int
prova(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	struct lavoro_servi *l = s->lavoro;
	struct op *op;
	int r;

	(void)risposta;
	(void)c;
	if ((r = add_op(&op, s, l, nodo_child(richiesta, "istanza"),
	    false)) != 0)
		return r;
	if (op == NULL) {
		servi_esito(l->risposta, s, WEB_RIFIUTATO, NULL);
		return 0;
	}
	op->saggio = letter(op->atto->nome);
	if ((r = runner_esamina(op)) != 0)
		return r;
	servi_fine(s, l);
	return 0;
}

/* Of his own acts only: an id is no key to another's. */
static int
esito(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	const char *id = servi_campo(s, richiesta, "id");
	struct registro *reg = s->st->registro;
	struct nodo *vista = nodo_new(s->a, "esito");
	int64_t seq;
	int r;

	(void)c;
	if (id == NULL)
		return err_set(ERR_INVALID, "manca l'id dell'atto");
	if ((r = registro_read_begin(reg)) != 0)
		return r;
	if ((r = registro_istanza(&seq, reg, id)) == 0)
		r = registro_esito(vista, s->a, reg, seq);
	registro_read_end(reg);
	if (r == 0 && strcmp(nodo_attr(vista, "operatore"),
	    s->chi.utente) != 0)
		r = ERR_ABSENT;
	if (r == ERR_ABSENT)
		return err_set(ERR_ABSENT, "l'atto " REFUSED);
	if (r == 0)
		nodo_add(part(s, risposta, NULL), vista);
	return r;
}

/* leggi and compi have no fn: they run with others' (servi_processo.c). */
const struct servi_riga servi_righe_atti[] = {
	{ .tipo = "leggi", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF },
	{ .tipo = "prova", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF,
	    .fn = prova },
	{ .tipo = "esito", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF,
	    .fn = esito },
	{ .tipo = "compi", .coda = CODA_SCRITTURE },
	{ 0 }
};
