/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/firme/firmare.h"

#include <string.h>

#include "atti/atto.h"
#include "atti/firme/cades.h"
#include "atti/firme/custodia.h"
#include "atti/firme/sigillo.h"
#include "documenti/verdetto.h"
#include "firme/firme.h"
#include "registro/chiavi.h"
#include "registro/firme.h"
#include "worker/worker.h"

#define ART20 "art. 20 CAD"
#define ANZIANO ((int64_t)7 * 86400)	/* seconds a manifesto may wait */
#define FUTURO 300			/* seconds a clock may be ahead */

/* With which key, in whose name and capacity. */
struct mano {
	const char *tipo, *chiave;
	const char *utente;		/* NULL: the office */
	const char *nome, *qualita;
};

/* ---- keys ---- */

/* A certificate when he says with which, else his OpenPGP key. */
static const char *
kind_of_key(const struct op *op)
{
	return op->mezzi.p12 != NULL || op->mezzi.uri != NULL ? "x509" :
	    "openpgp";
}

/* The office; absent: it has no seal that is good today. */
static int
seal(struct mano *out, struct op *op)
{
	struct chiave_arruolata k;
	struct ente ente;
	int r;

	if ((r = registro_chiave_in_forza(&k, op->a, op->st->registro, NULL,
	    "openpgp")) != 0 ||
	    (r = registro_ente(&ente, op->a, op->st->registro)) != 0)
		return r;
	*out = (struct mano){ .tipo = k.tipo, .chiave = k.impronta,
	    .nome = ente.denominazione, .qualita = k.qualita };
	return 0;
}

/* Who signs; absent: he has no key of this kind that is good today. */
static int
hand(struct mano *out, struct op *op, enum firma_di di, const char *tipo)
{
	struct chiave_arruolata k;
	struct utente u;
	int r;

	if (di == FIRMA_SIGILLO)
		return seal(out, op);
	if ((r = registro_chiave_in_forza(&k, op->a, op->st->registro,
	    op->utente, tipo)) != 0 ||
	    (r = registro_utente(&u, op->a, op->st->registro,
	    op->utente)) != 0)
		return r;
	*out = (struct mano){ .tipo = k.tipo, .chiave = k.impronta,
	    .utente = op->utente, .nome = arena_printf(op->a, "%s %s", u.nome,
	    u.cognome),
	    .qualita = k.qualita != NULL ? k.qualita : u.qualifica };
	return 0;
}

int
firmare_esamina_chiave(struct op *op, const char *tipo)
{
	bool x509 = tipo != NULL && strcmp(tipo, "x509") == 0;
	struct mano m;
	int r;

	/* what may be signed by delega is looked at by who signs it */
	if (op->per != NULL && !(op->atto->flags & PER_DELEGA))
		op_errore(op, "", "firma-altrui", ART20,
		    "una firma è personale: non si firma per conto di %s",
		    op->per);
	if ((r = hand(&m, op, FIRMA_PROPRIA, tipo)) != ERR_ABSENT)
		return r;
	err_clear();
	op_errore(op, "", "senza-chiave", ART20, "per questo atto si firma, e "
	    "non hai %s in vigore: il responsabile l%s lega a te con "
	    "«arruola-chiave»", x509 ? "un certificato" : "una chiave",
	    x509 ? "o" : "a");
	return 0;
}

int
firmare_esamina(struct op *op, enum firma_di di)
{
	struct mano m;
	int r;

	if (di == FIRMA_PROPRIA)
		return firmare_esamina_chiave(op, kind_of_key(op));
	if ((r = seal(&m, op)) != ERR_ABSENT)
		return r;
	err_clear();
	op_errore(op, "", "senza-sigillo", NULL, "l'ufficio non ha un sigillo "
	    "in vigore: il responsabile lo arruola con «arruola-chiave»");
	return 0;
}

/* ---- the manifesto ---- */

static void
keep_bytes(struct firmato *f, struct op *op)
{
	AUTO_BUF b = { 0 };

	manifesto_bytes(&b, f->manifesto);
	f->p = arena_memdup(op->a, b.data, b.len);
	f->n = b.len;
	hash_hex(f->impronta, f->p, f->n);
}

static void
write_manifesto(struct firmato *f, struct op *op, const struct mano *m,
    const char *scopo, const struct manifesto_oggetto *oggetti, int n)
{
	char ora[ORA_LEN + 1];
	struct manifesto_capo c = { .scopo = scopo, .utente = m->utente,
	    .per = m->utente != NULL ? op->per : NULL, .nome = m->nome,
	    .qualita = m->qualita, .tipo_chiave = m->tipo,
	    .chiave = m->chiave, .ora = ora };
	struct nodo *doc;
	int i;

	clock_iso(ora, clock_now());
	doc = manifesto_new(op->a, &c);
	for (i = 0; i < n; i++)
		manifesto_add(op->a, doc, &oggetti[i]);
	f->manifesto = doc;
	f->tipo = m->tipo;
	f->chiave = m->chiave;
	keep_bytes(f, op);
}

/* ---- OpenPGP ---- */

static void
keep_signature(struct firmato *f, struct op *op, const void *p, size_t n)
{
	f->firma = arena_memdup(op->a, p, n);
	f->firma_n = n;
	hash_hex(f->firma_impronta, p, n);
}

static int
not_kept(void)
{
	return err_set(ERR_INVALID, "la tua chiave non è fra quelle che il "
	    "server tiene: prendi il manifesto da firmare, firmalo con la tua "
	    "chiave e rimandalo");
}

/* That of the server, if it keeps his key and he says what opens it. */
static int
own_ring(struct portachiavi **out, struct op *op)
{
	struct chiave_arruolata k;
	int r;

	if (!op->mezzi.custodita &&
	    (op->mezzi.frase == NULL || op->mezzi.portachiavi != NULL))
		return portachiavi_open(out, op->mezzi.portachiavi);
	if ((r = registro_chiave_in_forza(&k, op->a, op->st->registro,
	    op->utente, "openpgp")) != 0)
		return r;
	if (strcmp(k.custodia, "server") != 0)
		return op->mezzi.custodita ? not_kept() :
		    portachiavi_open(out, NULL);
	if (op->mezzi.frase == NULL)
		return err_set(ERR_INVALID, "per firmare qui serve la frase "
		    "della tua chiave");
	return custodia_open(out, store_path(op->a, op->st, CUSTODIA_DIR));
}

int
firmare_portachiavi(struct portachiavi **out, struct op *op, enum firma_di di)
{
	AUTO(portachiavi) p = NULL;
	int r;

	if ((r = firme_init()) != 0 || (r = di == FIRMA_SIGILLO ?
	    sigillo_portachiavi(&p, op) : own_ring(&p, op)) != 0)
		return r;
	if (op->mezzi.frase != NULL)
		portachiavi_frase(p, op->mezzi.frase);
	*out = MOVE(p);
	return 0;
}

static int
sign_openpgp(struct firmato *f, struct op *op, enum firma_di di)
{
	AUTO(portachiavi) own = NULL;
	AUTO_BUF asc = { 0 };
	int r;

	if ((r = firmare_portachiavi(&own, op, di)) == 0)
		r = firma_openpgp(&asc, own, f->chiave, f->p, f->n);
	/* what a person can mend is a rilievo */
	if (r == ERR_ABSENT || r == ERR_FORBIDDEN || r == ERR_INVALID) {
		op_errore(op, "", "firma-non-fatta", NULL, "la chiave %s non "
		    "ha firmato: %s", f->chiave, err_msg());
		err_clear();
		return 1;
	}
	if (r == 0)
		keep_signature(f, op, asc.data, asc.len);
	return r;
}

/* What stands in the verdetto of a signature of ours. */
static struct nodo *
tree(struct op *op, const struct firmato *f, const struct verdetto *v,
    const struct chiave *k, const char *prova)
{
	struct nodo *firme = nodo_new(op->a, "firme"), *x, *y;
	char ora[ORA_LEN + 1];

	nodo_set(op->a, firme, "formato", "openpgp");
	nodo_set(op->a, firme, "esito", esito_nome(v->esito));
	x = nodo_elem(op->a, firme, "firma");
	nodo_set(op->a, x, "esito", esito_nome(v->esito));
	nodo_set(op->a, x, "profilo", "OpenPGP");
	y = nodo_elem(op->a, x, "firmatario");
	nodo_set(op->a, y, "impronta", f->chiave);
	nodo_set(op->a, y, "nome", nodo_value(op->a, f->manifesto, "nome"));
	y = nodo_elem(op->a, x, "algoritmo");
	nodo_set(op->a, y, "chiave", k->algoritmo);
	y = nodo_elem(op->a, x, "ora");
	if (v->ora > 0) {
		clock_iso(ora, v->ora);
		nodo_set(op->a, y, "dichiarata", ora);
	}
	clock_iso(ora, clock_now());
	nodo_set(op->a, y, "riferimento", ora);
	nodo_set(op->a, y, "fonte", "catena");
	y = nodo_elem(op->a, x, "prova");
	nodo_set(op->a, y, "tipo", "chiave");
	nodo_set(op->a, y, "impronta", prova);
	return firme;
}

static int
keep_verdict(struct firmato *f, struct op *op, const struct nodo *firme)
{
	char ora[ORA_LEN + 1];
	struct verdetto_capo c = { .firma = f->firma_impronta,
	    .su = f->impronta, .ora = ora, .operatore = op->utente };
	struct ultimo last;
	int r;

	if ((r = registro_ultimo(&last, op->st->registro)) != 0)
		return r;
	clock_iso(ora, clock_now());
	c.dopo = last.seq;
	c.dopo_impronta = last.impronta;
	f->verdetto = verdetto_new(op->a, &c, firme);
	return 0;
}

/* Is it good for the key that is enrolled, and for no other? */
static int
confirm_openpgp(struct firmato *f, struct op *op)
{
	char prova[IMPRONTA_LEN + 1];
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF key = { 0 };
	struct verdetto v;
	struct chiave k;
	int r;

	if ((r = firme_init()) != 0 ||
	    (r = store_bytes(&key, op->st, "ente", arena_printf(op->a,
	    "chiavi/%s.asc", f->chiave))) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, op->a, ring, key.data, key.len)) != 0 ||
	    (r = verifica_openpgp(&v, op->a, ring, f->chiave, f->firma,
	    f->firma_n, f->p, f->n)) != 0)
		return r;
	if (v.esito != FIRMA_VALIDA) {
		op_errore(op, "", "firma-non-valida", ART20, "la firma non "
		    "vale con la chiave arruolata: %s", v.testo);
		return 1;
	}
	hash_hex(prova, key.data, key.len);
	f->firma_nome = "firma.asc";
	return keep_verdict(f, op, tree(op, f, &v, &k, prova));
}

/* ---- X.509 ---- */

static int
sign_x509(struct firmato *f, struct op *op)
{
	AUTO_BUF p7s = { 0 };
	int r;

	if ((r = cades_firma(&p7s, op, f->chiave, true, f->p, f->n)) == 0)
		keep_signature(f, op, p7s.data, p7s.len);
	return r;
}

/* Evidence stays with the attachments of the act, each piece once. */
static int
keep_evidence(struct op *op, const struct prova *p)
{
	struct op_allegato *x;
	int r;

	for (; p != NULL; p = p->succ) {
		for (x = op->allegati; x != NULL; x = x->succ)
			if (strcmp(x->al.impronta, p->impronta) == 0)
				break;
		if (x == NULL && (r = op_ricevi_bytes(&x, op, p->p, p->n,
		    p->tipo)) != 0)
			return r;
	}
	return 0;
}

static int
confirm_x509(struct firmato *f, struct op *op)
{
	const struct byte_dati firma = { f->firma, f->firma_n };
	const struct byte_dati dati = { f->p, f->n };
	struct cades_esito e;
	int r;

	if ((r = cades_verifica(&e, op->a, op->st, f->chiave, &firma, &dati,
	    clock_now(), true)) != 0 || (e.perche == NULL &&
	    (r = cades_revocata(&e.perche, op->a, op->st, &firma, &dati,
	    clock_now())) != 0))
		return r;
	if (e.perche != NULL) {
		op_errore(op, "", "firma-non-valida", ART20, "la firma non "
		    "vale con il certificato arruolato: %s", e.perche);
		return 1;
	}
	f->firma_nome = e.intorno ? "firma.p7m" : "firma.p7s";
	if ((r = keep_evidence(op, e.prove)) != 0)
		return r;
	return keep_verdict(f, op, e.firme);
}

int
firmare_intorno(struct buf *out, struct op *op, const struct firmato *f,
    const void *p, size_t n)
{
	const struct byte_dati dati = { p, n };
	struct byte_dati firma;
	struct cades_esito e;
	AUTO_BUF p7m = { 0 };
	int r;

	if ((r = cades_firma(&p7m, op, f->chiave, false, p, n)) != 0)
		return r;
	firma = (struct byte_dati){ p7m.data, p7m.len };
	if ((r = cades_verifica(&e, op->a, op->st, f->chiave, &firma, &dati,
	    clock_now(), true)) != 0)
		return r;
	if (e.perche != NULL || !e.intorno) {
		op_errore(op, "", "firma-non-valida", ART20, "la firma del "
		    "PDF non vale con il certificato arruolato: %s",
		    e.perche != NULL ? e.perche : "il PDF non è nella firma");
		return 1;
	}
	buf_append(out, p7m.data, p7m.len);
	return 0;
}

/* ---- either ---- */

static bool
is_x509(const struct firmato *f)
{
	return strcmp(f->tipo, "x509") == 0;
}

static int
sign(struct firmato *f, struct op *op, enum firma_di di)
{
	return is_x509(f) ? sign_x509(f, op) : sign_openpgp(f, op, di);
}

static int
confirm(struct firmato *f, struct op *op)
{
	return is_x509(f) ? confirm_x509(f, op) : confirm_openpgp(f, op);
}

int
firmare(struct firmato *out, struct op *op, enum firma_di di,
    const char *scopo, const struct manifesto_oggetto *oggetti, int n)
{
	struct firmato f = { 0 };
	struct mano m = { 0 };
	int r;

	if ((r = hand(&m, op, di, kind_of_key(op))) != 0)
		return r;
	write_manifesto(&f, op, &m, scopo, oggetti, n);
	if ((r = sign(&f, op, di)) != 0 || (r = confirm(&f, op)) != 0)
		return r;
	*out = f;
	return 0;
}

/* ---- signed elsewhere ---- */

int
firmare_prepara(struct firmato *out, struct op *op, const char *tipo,
    const char *scopo, const struct manifesto_oggetto *oggetti, int n)
{
	struct mano m = { 0 };
	int r;

	memset(out, 0, sizeof *out);
	if ((r = hand(&m, op, FIRMA_PROPRIA, tipo)) != 0)
		return r;
	write_manifesto(out, op, &m, scopo, oggetti, n);
	return 0;
}

static int
refuse(struct op *op, const char *codice, const char *perche)
{
	op_errore(op, "", codice, ART20, "%s", perche);
	return 1;
}

/* Bytes of others into the manifesto they are, in a cage. */
static int
read_manifesto(struct firmato *f, struct op *op, const void *p, size_t n)
{
	struct rilievi ril = { .a = op->a };
	struct nodo *doc;
	int r;

	if ((r = worker_documento(&doc, &ril, op->a, "documenti/manifesto", p,
	    n)) != 0)
		return r;
	if (doc == NULL)
		return refuse(op, "manifesto", "il primo file non è un "
		    "manifesto fatto con «prepara-firma»");
	f->manifesto = doc;
	keep_bytes(f, op);
	/* what was signed are those bytes and no others */
	if (f->n != n || memcmp(f->p, p, n) != 0)
		return refuse(op, "manifesto", "il manifesto non ha più i byte "
		    "che aveva quando è stato preparato");
	return 0;
}

static int
check_head(struct firmato *f, struct op *op)
{
	struct manifesto_capo c;
	struct mano m = { 0 };
	int64_t ora;
	int r;

	if ((r = manifesto_capo(&c, op->a, f->manifesto)) != 0 ||
	    (r = hand(&m, op, FIRMA_PROPRIA, c.tipo_chiave)) != 0 ||
	    (r = clock_parse(&ora, c.ora)) != 0)
		return r;
	if (c.utente == NULL || strcmp(c.utente, op->utente) != 0 ||
	    (c.per == NULL) != (op->per == NULL) ||
	    (c.per != NULL && strcmp(c.per, op->per) != 0))
		return refuse(op, "manifesto-altrui",
		    "il manifesto è stato preparato per un altro");
	if (ora > clock_now() + FUTURO || ora < clock_now() - ANZIANO)
		return refuse(op, "manifesto-vecchio", "il manifesto non è di "
		    "questi sette giorni: preparane un altro");
	if (strcmp(c.chiave, m.chiave) != 0)
		return refuse(op, "chiave-diversa", "il manifesto nomina una "
		    "chiave che non è più la tua: preparane un altro");
	f->tipo = m.tipo;
	f->chiave = m.chiave;
	return 0;
}

int
firmare_leggi(struct firmato *out, struct op *op, const void *manifesto,
    size_t n)
{
	struct firmato f = { 0 };
	int r;

	if ((r = read_manifesto(&f, op, manifesto, n)) != 0 ||
	    (r = check_head(&f, op)) != 0)
		return r;
	*out = f;
	return 0;
}

int
firmare_altrove(struct firmato *out, struct op *op,
    const struct firmato *letto, const void *firma, size_t firma_n)
{
	struct firmato f = *letto;
	int r;

	if (firma != NULL)
		keep_signature(&f, op, firma, firma_n);
	else if ((r = sign(&f, op, FIRMA_PROPRIA)) != 0)
		return r;
	if ((r = confirm(&f, op)) != 0)
		return r;
	*out = f;
	return 0;
}

/* ---- into the folder ---- */

int
firmare_originale(struct manifesto_oggetto *out, struct op *op,
    const char *cartella, const char *percorso)
{
	struct versione *v;
	struct attuale doc;
	int r, n;

	if ((r = registro_attuale(&doc, op->a, op->st->registro, cartella,
	    percorso)) != 0 ||
	    (r = registro_versioni(&v, &n, op->a, op->st->registro, cartella,
	    percorso)) != 0)
		return r;
	*out = (struct manifesto_oggetto){ .ruolo = RUOLO_ORIGINALE,
	    .impronta = doc.impronta, .id = doc.id, .tipo = doc.tipo,
	    .versione = arena_printf(op->a, "%d", n) };
	return 0;
}

void
firmare_nodi(struct nodo *n, struct op *op, const struct firmato *f)
{
	nodo_elem_text(op->a, n, "manifesto", f->impronta);
	nodo_elem_text(op->a, n, "firma", f->firma_impronta);
	nodo_elem_text(op->a, n, "utente", nodo_value(op->a, f->manifesto,
	    "utente"));
	nodo_elem_text(op->a, n, "chiave", f->chiave);
}

int
firmare_ancora(struct op *op, const struct firmato *f)
{
	struct mano m = { 0 };
	int r;

	r = hand(&m, op, nodo_child(f->manifesto, "sigillo") != NULL ?
	    FIRMA_SIGILLO : FIRMA_PROPRIA, f->tipo);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == ERR_ABSENT || strcmp(m.chiave, f->chiave) != 0)
		return err_set(ERR_BUSY, "la chiave è cambiata mentre "
		    "firmavi: riprova");
	return 0;
}

/* The folder's next signature: an act deposits one in a folder. */
static int
next_dir(const char **out, struct op *op, const char *cartella)
{
	int r, n;

	if ((r = registro_firme_quante(&n, op->st->registro, cartella)) != 0)
		return r;
	/* a year of the register has more than a case */
	*out = strncmp(cartella, "registro/", 9) == 0 ?
	    ordinale_path_grouped(op->a, FIRME_DIR, n + 1, "") :
	    ordinale_path(op->a, FIRME_DIR, n + 1, "");
	return 0;
}

int
firmare_deposita(struct op *op, const char *cartella, const struct firmato *f)
{
	const char *dir;
	int r;

	if ((r = next_dir(&dir, op, cartella)) != 0)
		return r;
	op_deposita(op, cartella, arena_printf(op->a, "%s/manifesto.xml", dir),
	    nodo_copy(op->a, f->manifesto));
	op_deposita_bytes(op, cartella, arena_printf(op->a, "%s/%s", dir,
	    f->firma_nome), f->firma, f->firma_n);
	op_deposita(op, cartella, arena_printf(op->a, "%s/verdetto-1.xml",
	    dir), f->verdetto);
	return 0;
}
