/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * arruola_chiave.c - tie an OpenPGP public key or an X.509 certificate to a
 * user, or to the office.
 *
 * Refuses: a secret key, a key of somebody else or revoked, one that cannot
 * sign, a period that ends before it begins or after the key itself.  Warns: a
 * certificate of another name.  Keeps: the key itself in ente/, so that a
 * signature can be checked in forty years.  Norm: CAD artt. 20 (an OpenPGP
 * signature is freely assessable), 24 (a qualified one).
 */
#include <string.h>
#include <unistd.h>

#include "atti/caso/cartella.h"
#include "atti/ente/tabella.h"
#include "atti/table.h"
#include "base/file.h"
#include "documenti/nome.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "worker/worker.h"

#define CHIAVE_MAX ((size_t)256 * 1024)		/* bytes of a key file */

struct prep {
	const char *tipo;
	const char *impronta, *algoritmo, *identita;
	int64_t creata, scade;		/* seconds; scade 0: never */
	const char *estensione;		/* of its file in chiavi/ */
	const struct nodo *certificato;	/* worker_certificati; NULL: OpenPGP */
	struct buf bytes;
};

/* ---- rules ---- */

/* Whose it will be: a user who is there, or the office. */
static int
check_owner(struct op *op)
{
	const char *utente = op_campo(op, "utente");
	struct utente u;
	int r;

	if (utente == NULL)
		return 0;
	r = registro_utente(&u, op->a, op->st->registro, utente);
	if (r == ERR_ABSENT) {
		op_errore(op, "utente", "utente-ignoto", NULL,
		    "l'utente %s non esiste: prima lo si nomina", utente);
		return 0;
	}
	if (r == 0 && !u.attivo)
		op_errore(op, "utente", "utente-non-attivo", NULL,
		    "l'utente %s non è in servizio: non firma", utente);
	return r;
}

/* Until when, if it was not said: as long as the key itself. */
static const char *
last_day(struct op *op)
{
	const struct prep *p = op->prep;
	const char *al = op_campo(op, "al");
	char giorno[GIORNO_LEN + 1];

	if (al != NULL || p == NULL || p->scade == 0)
		return al;
	clock_day(giorno, p->scade);
	return arena_strdup(op->a, giorno);
}

static const char *
first_day(struct op *op)
{
	const char *dal = op_campo(op, "dal"), *oggi = op_oggi(op);
	const struct prep *p = op->prep;
	char giorno[GIORNO_LEN + 1];

	if (dal != NULL || p == NULL || p->certificato == NULL)
		return dal != NULL ? dal : oggi;
	clock_day(giorno, p->creata);
	return strcmp(giorno, oggi) > 0 ? arena_strdup(op->a, giorno) : oggi;
}

static void
check_days(struct op *op)
{
	const struct prep *p = op->prep;
	const char *dal = first_day(op), *al = last_day(op);
	char fine[GIORNO_LEN + 1];

	if (al != NULL && strcmp(al, dal) < 0)
		op_errore(op, "al", "periodo", NULL, "il periodo finisce il %s, "
		    "prima di cominciare il %s", al, dal);
	else if (al != NULL && strcmp(al, op_oggi(op)) < 0)
		op_errore(op, "al", "periodo", NULL, "il periodo è finito il "
		    "%s: con questa chiave non si firmerebbe mai", al);
	if (p == NULL || p->scade == 0 || al == NULL)
		return;
	clock_day(fine, p->scade);
	if (strcmp(al, fine) > 0)
		op_errore(op, "al", "periodo", NULL, "la chiave scade da sé il "
		    "%s: non la si arruola oltre", fine);
}

/* A certificate says whose it is, in its own words. */
static int
check_name(struct op *op)
{
	const struct prep *p = op->prep;
	const char *utente = op_campo(op, "utente");
	char *says, *is;
	struct utente u;
	int r;

	if (p->certificato == NULL || utente == NULL)
		return 0;
	r = registro_utente(&u, op->a, op->st->registro, utente);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;	/* told already */
	}
	if (r != 0 || (r = nome_parole(&says, op->a, p->identita)) != 0 ||
	    (r = nome_parole(&is, op->a, u.cognome)) != 0)
		return r;
	if (strstr(says, is) == NULL)
		op_avviso(op, "", "nome-diverso", NULL, "il certificato è di "
		    "«%s», l'utente %s è %s %s: se è la stessa persona, "
		    "conferma con --conferma nome-diverso", p->identita,
		    utente, u.nome, u.cognome);
	return 0;
}

/* What goes with one kind of key only. */
static void
check_custody(struct op *op)
{
	const char *custodia = op_campo(op, "custodia");
	const struct prep *p = op->prep;

	if (custodia == NULL)
		return;
	if (op_campo(op, "utente") == NULL)
		op_errore(op, "custodia", "custodia", NULL, "il sigillo lo "
		    "tiene l'ufficio: --custodia è per la chiave di una "
		    "persona");
	else if (strcmp(custodia, "server") == 0 && p != NULL &&
	    p->certificato != NULL)
		op_errore(op, "custodia", "custodia", NULL, "sul server si "
		    "custodisce solo una chiave OpenPGP: il certificato sta "
		    "nella carta o nel file di chi firma");
}

/* Nobody else's, and never one that was revoked. */
static int
check_key(struct op *op)
{
	const struct prep *p = op->prep;
	const char *utente = op_campo(op, "utente");
	struct chiave_arruolata k;
	int r;

	r = registro_chiave_leggi(&k, op->a, op->st->registro, p->impronta);
	if (r == ERR_ABSENT) {
		err_clear();
		return 0;
	}
	if (r != 0)
		return r;
	if (k.revocata != NULL)
		op_errore(op, "", "chiave-revocata", NULL, "la chiave è stata "
		    "revocata (%s): ne serve una nuova", k.motivo);
	if (k.utente == NULL && utente != NULL)
		op_errore(op, "", "chiave-altrui", NULL,
		    "la chiave è già il sigillo dell'ufficio");
	else if (k.utente != NULL && (utente == NULL ||
	    strcmp(k.utente, utente) != 0))
		op_errore(op, "", "chiave-altrui", NULL,
		    "la chiave è già arruolata per %s", k.utente);
	return 0;
}

static int
esamina(struct op *op)
{
	int r;

	if ((r = check_owner(op)) != 0)
		return r;
	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL,
		    "serve un file: la chiave pubblica esportata con "
		    "«gpg --armor --export», o il certificato");
	check_days(op);
	check_custody(op);
	if (op->prep == NULL)
		return 0;
	return (r = check_name(op)) != 0 ? r : check_key(op);
}

/* ---- the key ---- */

static int
read_openpgp(struct prep *p, struct op *op, const struct buf *bytes)
{
	AUTO_BUF armour = { 0 };
	struct chiave c;
	int r;

	if ((r = chiave_leggi(&c, &armour, op->a, bytes->data,
	    bytes->len)) != 0)
		return r;
	*p = (struct prep){ .tipo = "openpgp", .estensione = "asc",
	    .impronta = arena_strdup(op->a, c.impronta),
	    .algoritmo = c.algoritmo, .identita = c.identita,
	    .creata = c.creata, .scade = c.scade };
	p->bytes.data = arena_memdup(op->a, armour.data, armour.len);
	p->bytes.len = armour.len;
	return 0;
}

/* By its first bytes: DER, or PEM of anything but OpenPGP. */
static bool
is_x509(const struct buf *b)
{
	return b->len > 0 && ((unsigned char)b->data[0] == 0x30 ||
	    (memmem(b->data, b->len, "-----BEGIN ", 11) != NULL &&
	    memmem(b->data, b->len, "-----BEGIN PGP ", 15) == NULL));
}

static int
seconds(int64_t *out, const struct nodo *n, const char *attr)
{
	return clock_parse(out, nodo_attr(n, attr));
}

static int
read_x509(struct prep *p, struct op *op, const struct buf *bytes)
{
	const struct byte_dati one = { bytes->data, bytes->len };
	const char *pem, *nome;
	int64_t dal, al;
	struct nodo *n;
	int r;

	if ((r = worker_certificati(&n, op->a, &one, 1)) != 0)
		return r;
	n = nodo_child(n, NULL);
	pem = nodo_all_text(op->a, n);
	if (strcmp(n->nome, "illeggibile") == 0)
		return err_set(ERR_INVALID, "%s", pem);
	if ((r = seconds(&dal, n, "dal")) != 0 ||
	    (r = seconds(&al, n, "al")) != 0)
		return r;
	if (nodo_attr(n, "puo-firmare") == NULL)
		return err_set(ERR_INVALID, "con questo certificato non si "
		    "firma: dice di servire ad altro");
	/* whoever it issues a certificate to would be believed as its owner */
	if (nodo_attr(n, "autorita") != NULL)
		return err_set(ERR_INVALID, "è il certificato di chi ne "
		    "rilascia altri, non di chi firma: a quello si crede con "
		    "«adotta-fiducia»");
	if (al <= clock_now())
		return err_set(ERR_INVALID, "il certificato è scaduto il %s",
		    nodo_attr(n, "al"));
	nome = nodo_attr(n, "nome");
	*p = (struct prep){ .tipo = "x509", .estensione = "pem",
	    .impronta = nodo_attr(n, "impronta"), .certificato = n,
	    .algoritmo = nodo_attr(n, "algoritmo"),
	    .identita = nome[0] != '\0' ? nome : nodo_attr(n, "soggetto"),
	    .creata = dal, .scade = al };
	p->bytes.data = arena_memdup(op->a, pem, strlen(pem));
	p->bytes.len = strlen(pem);
	return 0;
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	AUTO_BUF bytes = { 0 };
	int r;

	if (lseek(op->file[0].fd, 0, SEEK_SET) < 0)
		return err_sys("%s", op->file[0].nome);
	if ((r = file_read_fd(&bytes, op->file[0].fd, CHIAVE_MAX)) != 0)
		return r;
	r = is_x509(&bytes) ? read_x509(p, op, &bytes) :
	    read_openpgp(p, op, &bytes);
	if (r == ERR_INVALID) {
		op_errore(op, "", "chiave", NULL, "%s", err_msg());
		err_clear();
		return 0;
	}
	if (r == 0)
		op->prep = p;
	return r;
}

/* ---- effect ---- */

/* In which capacity: as was said, else as the user's qualifica says. */
static int
capacity(const char **out, struct op *op)
{
	const char *utente = op_campo(op, "utente");
	struct utente u;
	int r;

	*out = op_campo(op, "qualita");
	if (*out != NULL || utente == NULL)
		return 0;
	if ((r = registro_utente(&u, op->a, op->st->registro, utente)) == 0)
		*out = u.qualifica;
	return r;
}

/* Who has the secret part: the office's seal stands beside the store. */
static const char *
custody(struct op *op, const struct prep *p)
{
	const char *custodia = op_campo(op, "custodia");

	if (custodia != NULL)
		return custodia;
	return op_campo(op, "utente") == NULL && p->certificato == NULL ?
	    "server" : "propria";
}

/* What only a certificate says. */
static void
add_certificate(struct nodo *out, struct op *op, const struct nodo *c)
{
	const char *seriale;

	if (c == NULL)
		return;
	nodo_elem_text(op->a, out, "emittente", nodo_attr(c, "emittente"));
	seriale = nodo_attr(c, "seriale");
	if (seriale != NULL && strlen(seriale) <= 64 &&
	    strspn(seriale, "0123456789ABCDEF") == strlen(seriale))
		nodo_elem_text(op->a, out, "seriale", seriale);
	if (nodo_attr(c, "qualificato") != NULL)
		nodo_elem(op->a, out, "qualificato");
}

static struct nodo *
document(struct op *op, const struct prep *p, const char *qualita)
{
	struct nodo *n = nodo_new(op->a, "chiave");
	char ora[ORA_LEN + 1];

	if (op_campo(op, "utente") != NULL)
		nodo_elem_text(op->a, n, "utente", op_campo(op, "utente"));
	else
		nodo_elem(op->a, n, "sigillo");
	nodo_set(op->a, nodo_elem_text(op->a, n, "impronta-chiave",
	    p->impronta), "tipo", p->tipo);
	nodo_elem_text(op->a, n, "algoritmo", p->algoritmo);
	nodo_elem_text(op->a, n, "identita", p->identita);
	add_certificate(n, op, p->certificato);
	clock_iso(ora, p->creata);
	nodo_elem_text(op->a, n, "creata", ora);
	if (p->scade != 0) {
		clock_iso(ora, p->scade);
		nodo_elem_text(op->a, n, "scade", ora);
	}
	nodo_elem_text(op->a, n, "qualita", qualita);
	nodo_elem_text(op->a, n, "dal", first_day(op));
	nodo_elem_text(op->a, n, "al", last_day(op));
	nodo_elem_text(op->a, n, "custodia", custody(op, p));
	nodo_elem_text(op->a, n, "arruolata", op->ora_iso);
	return n;
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	const char *utente = op_campo(op, "utente"), *stem, *qualita;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "la chiave non è stata preparata");
	if ((r = capacity(&qualita, op)) != 0)
		return r;
	op->fatto = utente != NULL ? utente : "sigillo";
	stem = arena_printf(op->a, "chiavi/%s", p->impronta);
	if ((r = tabella_deposita(op, arena_printf(op->a, "%s.xml", stem),
	    document(op, p, qualita))) != 0)
		return r;
	op_deposita_bytes(op, "ente", arena_printf(op->a, "%s.%s", stem,
	    p->estensione), p->bytes.data, p->bytes.len);
	return 0;
}

const struct atto atto_arruola_chiave = {
	.nome = "arruola-chiave",
	.sommario = "lega a un utente, o all'ufficio, la chiave con cui firmerà",
	.norma = "artt. 20, 24 CAD",
	.flags = PERSONALE | FILE_AMMESSI,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
