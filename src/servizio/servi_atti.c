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
#include "atti/nominati.h"
#include "atti/resi.h"
#include "atti/runner.h"
#include "base/file.h"
#include "servizio/parole.h"
#include "servizio/servi_interno.h"
#include "zip/zip.h"

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
	if (dot != NULL && strcmp(dot, ".svg") == 0)
		return "image/svg+xml";
	if (dot != NULL && strcmp(dot, ".ics") == 0)
		return "text/calendar";
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

/* Several belong together: what was made in one moment crosses in one piece. */
static int
hand_over_all(struct servi *s, struct nodo *risposta, const struct op *op)
{
	struct zip_part *part;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = resi_parti(&part, s->a, op)) != 0 ||
	    (r = zip_write(&b, part, op->n_resi)) != 0)
		return r;
	return servi_rendi(risposta, s, arena_printf(s->a, "%s.zip",
	    op->atto->nome), "application/zip", b.data, b.len);
}

static int
hand_over(struct servi *s, struct nodo *risposta, const struct op *op)
{
	const char *nome;

	if (op->bytes != NULL) {
		nome = name_of(op);
		return servi_rendi(risposta, s, nome, kind_of(op->bytes,
		    op->n_bytes, nome), op->bytes, op->n_bytes);
	}
	return op->n_resi > 0 ? hand_over_all(s, risposta, op) : 0;
}

static void
tell(struct servi *s, struct nodo *to, struct op *op)
{
	enum esito_web e = outcome(op);

	servi_esito(to, s, e, op->stato == OP_ERRORE ? op->messaggio : NULL);
	if (e != WEB_FATTO) {
		if (op->ril.primo != NULL)
			nodo_add(to, parole_rilievi(s->a, &op->ril));
		return;
	}
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
	if (strcmp(l->riga->tipo, "leggi") == 0 &&
	    (servi_sosta_schede(l->risposta, s, l->richiesta) != 0 ||
	    nominati(l->risposta, s->a, s->st->registro) != 0))
		servi_esito(l->risposta, s, WEB_GUASTO, err_msg());
	if (l->n_op == 1)
		servi_file_chiudi(&l->files, s, l->richiesta,
		    l->op[0]->stato == OP_FATTO &&
		    !(l->op[0]->atto->flags & LETTURA));
	if (l->n_op == 1 && l->op[0]->stato == OP_FATTO)
		servi_bozza_mandata(s, l->richiesta);
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
		nodo_add(p, parole_rilievi(s->a, &ril));
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

/* ---- files ---- */

static int
plain_file(const struct op_file *f)
{
	struct stat st;
	int how;

	if (fstat(f->fd, &st) != 0 || (how = fcntl(f->fd, F_GETFL)) < 0)
		return err_sys("un file");
	if (!S_ISREG(st.st_mode) || (how & O_ACCMODE) == O_WRONLY)
		return err_set(ERR_INVALID, "non è un file");
	/* who died may have read some of it */
	if (lseek(f->fd, 0, SEEK_SET) != 0)
		return err_sys("un file");
	if (f->nome == NULL || !file_name_valid(f->nome) ||
	    strchr(f->nome, '\\') != NULL)
		return err_set(ERR_INVALID, "il nome di un file non è "
		    "ammesso: rinominalo");
	return 0;
}

static int
check_files(const struct lavoro_servi *l, const struct op *op, int have)
{
	int i, r, sent = 0;

	for (i = 0; i < l->files.n; i++)
		sent += !l->files.tenuto[i];
	if (sent != have)
		return err_set(ERR_INVALID, "i file non sono quelli detti");
	for (i = 0; i < l->files.n; i++)
		if ((r = plain_file(&l->files.file[i])) != 0)
			return r;
	if (l->files.n > 0 && (!(op->atto->flags & FILE_AMMESSI) ||
	    (op->atto->flags & (DIRECTORY | ANCHE_FILE)) == DIRECTORY))
		return err_set(ERR_INVALID, "«%s» non prende file",
		    op->atto->nome);
	return 0;
}

/* Those kept before, and one <file> a descriptor; a passphrase is the last
 * of these, and no <file>. */
static int
take_files(struct servi *s, struct lavoro_servi *l, struct op *op)
{
	int r, have = l->c.n_fd;

	if (nodo_attr(l->richiesta, "segreto") != NULL && have > 0) {
		if (lseek(l->c.fd[--have], 0, SEEK_SET) != 0)
			return err_sys("la frase segreta");
		if ((r = segreto_read(&l->frase, l->c.fd[have])) != 0)
			return r;
	}
	if ((r = servi_file(&l->files, s, l->richiesta, &l->c)) != 0)
		return r;
	if ((r = check_files(l, op, have)) != 0) {
		servi_file_chiudi(&l->files, s, l->richiesta, false);
		return r;
	}
	op->file = l->files.n > 0 ? l->files.file : NULL;
	op->n_file = l->files.n;
	return 0;
}

/* ---- readings ---- */

/* It was not as it must be: what it is answered with. */
static void
drop(struct servi *s, struct lavoro_servi *l, enum esito_web e,
    const char *why)
{
	servi_esito(l->parte[--l->n_op], s, e, why);
	op_free(l->op[l->n_op]);
}

/* One that he has in no role is passed over, and no row is written. */
static bool
passed_over(struct servi *s, struct lavoro_servi *l, const struct nodo *one)
{
	const char *v = nodo_attr(one, "facoltativa");

	if (v == NULL || strcmp(v, "si") != 0 ||
	    runner_permesso(l->op[l->n_op - 1]) != ERR_FORBIDDEN)
		return false;
	err_clear();
	drop(s, l, WEB_VIETATO, NULL);
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
		/* files are of the only reading there is; those kept may also
		 * be named for their cards alone */
		if (asked == 1 && nodo_next(n, "lettura") == NULL &&
		    (l->c.n_fd > 0 || (op->atto->flags & FILE_AMMESSI)) &&
		    take_files(s, l, op) != 0)
			drop(s, l, WEB_SCORRETTA, err_msg());
	}
}

/* ---- acts ---- */

/*
 * Keys of people are those the server keeps, each under its passphrase; what
 * this process's own account has in a keyring is nobody's.
 */
static void
set_means(struct servi *s, struct lavoro_servi *l, struct op *op)
{
	op->mezzi.frase = l->frase;
	op->mezzi.custodita = !s->chi.dimostrativo;
}

/* Files that were kept go with the act that takes them: of one that is sent
 * again they are not there any more, and none is wanted to answer it. */
static bool
done_before(struct servi *s, const struct op *op)
{
	struct registro *reg = s->st->registro;
	int64_t seq;
	int r;

	if ((r = registro_read_begin(reg)) != 0)
		return false;
	r = registro_istanza(&seq, reg, op->id);
	registro_read_end(reg);
	return r == 0;
}

static int
take_all(struct servi *s, struct lavoro_servi *l, struct op *op)
{
	int r = take_files(s, l, op);
	const char *why = arena_strdup(s->a, err_msg());

	if (r == 0 || (r == ERR_ABSENT && done_before(s, op))) {
		err_clear();
		return 0;
	}
	drop(s, l, esito_web_di_errore(r), why);
	return r;
}

void
servi_compi(struct servi *s, struct lavoro_servi *l)
{
	struct nodo *p;
	struct op *op;
	int r;

	r = add_op(&op, s, l, nodo_child(l->richiesta, "istanza"), false);
	if (r == 0 && op != NULL)
		r = take_all(s, l, op);
	p = nodo_child(l->risposta, "parte");
	if (l->n_op > 0)
		set_means(s, l, l->op[0]);
	else
		servi_esito(l->risposta, s, esito_web_di(nodo_attr(p,
		    "esito")), nodo_attr(p, "messaggio"));
}

/* ---- to whom it goes ---- */

static bool
one_of(const char *const *names, const char *nome)
{
	for (; *names != NULL; names++)
		if (strcmp(*names, nome) == 0)
			return true;
	return false;
}

/* Whose prepara is quick where there are no files. */
static const char *const quick[] = { "registra", "scrivi",
    "registra-emergenza", NULL };
/* That make a PDF or an ODT, ask a cage, or count much. */
static const char *const slow[] = { "copia", "esponi", "bozza",
    "verifica-firma", "verifica-file", "stampa", "stampa-registro",
    "ricevuta", "rifai", "prepara-firma", "prova-permessi",
    "prova-modello", "prova-importa", "indicatori", "segnatura",
    "consegna-trasferimento", "pacchetto", "pacchetto-versamento", NULL };
/* Letters whose words can be tried without making them. */
bool
servi_lettera(const char *atto)
{
	static const char *const letters[] = { "comunica", "comunica-esito",
	    "preavvisa", "avvia-istruttoria", NULL };

	return one_of(letters, atto);
}

static bool
slow_atto(const struct nodo *istanza)
{
	const char *nome = istanza != NULL ? nodo_attr(istanza, "atto") : NULL;
	const struct atto *t = nome != NULL ? atto_find(nome) : NULL;

	if (t == NULL)
		return false;
	if (t->flags & LETTURA)
		return one_of(slow, nome);
	return t->flags & (RICHIEDE_FIRMA | PER_DELEGA) ||
	    (t->prepara != NULL && !one_of(quick, nome));
}

bool
servi_lettura(const struct op *op)
{
	return op->atto->flags & LETTURA;
}

bool
servi_lenta(const struct lavoro_servi *l)
{
	const struct nodo *n = nodo_child(l->richiesta, "lettura");

	if (nodo_child(l->richiesta, "file") != NULL ||
	    nodo_child(l->richiesta, "sosta") != NULL || l->c.n_fd > 0)
		return true;
	for (; n != NULL; n = nodo_next(n, "lettura"))
		if (slow_atto(nodo_child(n, "istanza")))
			return true;
	n = nodo_child(l->richiesta, "istanza");
	if (strcmp(l->riga->tipo, "prova") != 0)
		return slow_atto(n);
	return n != NULL && nodo_attr(n, "atto") != NULL &&
	    servi_lettera(nodo_attr(n, "atto"));
}

/* ---- a trial, and what became of an act ---- */

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
	if ((r = take_files(s, l, op)) != 0) {
		drop(s, l, esito_web_di_errore(r), err_msg());
		return r;
	}
	/* files are looked at as far as the rules ask */
	op->saggio = servi_lettera(op->atto->nome) ||
	    (op->n_file > 0 && one_of(quick, op->atto->nome));
	if (nodo_attr(richiesta, "anteprima") != NULL &&
	    servi_lettera(op->atto->nome))
		r = runner_anteprima(op);
	else
		r = runner_esamina(op);
	if (r != 0)
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

/* Who asks, and what he may: all of it is in the answer already. */
static int
sessione(struct nodo *risposta, struct servi *s, const struct nodo *richiesta,
    const struct consegna *c)
{
	(void)risposta;
	(void)s;
	(void)richiesta;
	(void)c;
	return 0;
}

/* leggi and compi have no fn: they run with others' (servi_processo.c). */
const struct servi_riga servi_righe_atti[] = {
	{ .tipo = "leggi", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF },
	{ .tipo = "prova", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF,
	    .fn = prova },
	{ .tipo = "esito", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF,
	    .fn = esito },
	{ .tipo = "sessione", .coda = CODA_LETTURE, .flags = SERVI_SENZA_CSRF,
	    .fn = sessione },
	{ .tipo = "compi", .coda = CODA_SCRITTURE },
	{ 0 }
};
