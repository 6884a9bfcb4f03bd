/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * ricevi_trasferimento.c - a consegna of another body is taken in: an offer, the
 * answer to one of ours, a rilascio, which makes the cartella.
 *
 * Refuses, and changes nothing: what is no message in our form, has no seal
 * that holds of the body that must have sent it, does not follow from the
 * papers there are, or comes without its package, whole.  What came before
 * already is not taken twice: it is told how to answer once more.
 * Norm: L. 328/2000 art. 6; CAD art. 20; GDPR art. 32.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/caso/affidare.h"
#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "atti/trasferimento/acquisire.h"
#include "atti/trasferimento/consegna_aperta.h"
#include "atti/trasferimento/trasferire.h"
#include "base/file.h"
#include "documenti/trasferimento_busta.h"
#include "firme/armatura.h"
#include "firme/firme.h"
#include "worker/worker.h"

#define MESSAGGIO "messaggio.xml"
#define PACCHETTO "pacchetto"
#define MESSAGGIO_MAX ((size_t)256 * 1024)	/* bytes */

struct prep {
	struct nodo *messaggio;		/* as it is kept */
	struct nodo *carta;
	struct tr_lettera lettera;
	const char *firmatario;		/* whose seal holds */
	struct pacchetto_altrui *pacchetto;	/* NULL: none was needed */
	struct spedita risposta;	/* carta NULL: there is none */
};

/* ---- the message ---- */

static enum tr_evento
event_of(const struct tr_lettera *m)
{
	return TR_E_OFFERTA + ((int)m->tipo - (int)TR_M_OFFERTA);
}

/* A plain file of the directory that was given.  1: a rilievo. */
static int
read_message(struct buf *out, struct op *op, int dir)
{
	AUTO_FD int fd = openat(dir, MESSAGGIO, O_RDONLY |
	    O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > (off_t)MESSAGGIO_MAX) {
		op_errore(op, "", "messaggio", NULL, "nella directory non c'è "
		    "il file " MESSAGGIO " di un trasferimento: dai quella "
		    "che è arrivata, intera");
		return 1;
	}
	return file_read_fd(out, fd, MESSAGGIO_MAX);
}

/* In a cage; what its schema refuses is a rilievo.  1: so it was. */
static int
open_caged(struct nodo **out, struct op *op, const char *schema,
    const void *p, size_t n)
{
	struct rilievi ril = { .a = op->a };
	int r = worker_documento(out, &ril, op->a, schema, p, n);

	if (r == ERR_INVALID || (r == 0 && *out == NULL)) {
		op_errore(op, "", "messaggio", NULL, "il messaggio non è "
		    "nella forma dovuta: %s", ril.primo != NULL ?
		    ril.primo->testo : err_msg());
		err_clear();
		return 1;
	}
	return r;
}

/* The two documents in it, as text. */
static int
open_inner(struct op *op, const struct nodo *m, const char *nome,
    const char *schema)
{
	const char *text = nodo_value(op->a, m, nome);
	struct nodo *ignored;

	return open_caged(&ignored, op, schema, text, strlen(text));
}

/* Which of the five it says to be, by its own beginning; the schema decides. */
static const char *
schema_of(struct arena *a, const char *text)
{
	static const char *const tipi[] = { "offerta", "accettazione",
	    "rilascio", "rifiuto", "ritiro" };
	size_t i;

	for (i = 0; i < NELEM(tipi); i++)
		if (strstr(text, arena_printf(a, "<%s-trasferimento ",
		    tipi[i])) != NULL)
			return arena_printf(a, "documenti/%s-trasferimento",
			    tipi[i]);
	return "documenti/offerta-trasferimento";
}

/* The whole of it, each layer in a cage first.  1: a rilievo. */
static int
unpack(struct tr_busta *out, struct prep *p, struct op *op, int dir)
{
	AUTO_BUF raw = { 0 };
	AUTO_BUF again = { 0 };
	int r;

	if ((r = read_message(&raw, op, dir)) != 0 ||
	    (r = open_caged(&p->messaggio, op,
	    "documenti/messaggio-trasferimento", buf_str(&raw),
	    raw.len)) != 0 ||
	    (r = open_inner(op, p->messaggio, "carta", schema_of(op->a,
	    nodo_value(op->a, p->messaggio, "carta")))) != 0 ||
	    (r = open_inner(op, p->messaggio, "manifesto",
	    "documenti/manifesto")) != 0)
		return r;
	nodo_write(&again, p->messaggio);
	r = trasferimento_sbusta(out, op->a, buf_str(&again), again.len);
	if (r != ERR_INVALID)
		return r;
	op_errore(op, "", "messaggio", NULL, "%s", err_msg());
	err_clear();
	return 1;
}

/* ---- the seal ---- */

/* The body that must have sent it, and its key.  1: a rilievo. */
static int
sender_of(struct altro_ente *out, struct buf *chiave, struct op *op,
    const struct tr_lettera *m)
{
	const char *codice = m->tipo == TR_M_ACCETTAZIONE ||
	    m->tipo == TR_M_RIFIUTO ? m->a : m->da;
	int r = registro_altro_ente(out, op->a, op->st->registro, codice);

	if (r == ERR_ABSENT || (r == 0 && out->revocato != NULL)) {
		err_clear();
		op_errore(op, "", "ente-ignoto", NULL, "il messaggio dice di "
		    "essere di %s, %s: senti l'ente, e il responsabile arruola "
		    "la chiave del suo sigillo con «arruola-ente»", codice,
		    r == 0 ? "al cui sigillo non si crede più" :
		    "che non è arruolato");
		return 1;
	}
	return r != 0 ? r : store_bytes(chiave, op->st, "ente",
	    ordinale_path(op->a, altro_ente_dir(op->a, codice), out->ordine,
	    ".asc"));
}

static int
check_seal(struct prep *p, struct op *op, const struct tr_busta *b,
    const struct altro_ente *ente, const struct buf *chiave)
{
	AUTO(portachiavi) ring = NULL;
	struct verdetto v;
	struct chiave k;
	int r;

	if (!armatura_esatta(b->firma, strlen(b->firma))) {
		op_errore(op, "", "sigillo", NULL, "la firma nel messaggio non "
		    "è scritta come si scrive una firma: un suo byte è "
		    "cambiato. Non usare ciò che è arrivato, e senti l'ente");
		return 1;
	}
	if ((r = firme_init()) != 0 ||
	    (r = portachiavi_temporary(&ring)) != 0 ||
	    (r = chiave_import(&k, op->a, ring, chiave->data,
	    chiave->len)) != 0 ||
	    (r = verifica_openpgp(&v, op->a, ring, ente->chiave, b->firma,
	    strlen(b->firma), b->manifesto, strlen(b->manifesto))) != 0)
		return r;
	if (v.esito == FIRMA_VALIDA) {
		p->firmatario = ente->codice_ipa;
		return 0;
	}
	op_errore(op, "", "sigillo", NULL, "il sigillo non è di %s: %s. Non "
	    "usare ciò che è arrivato, e senti l'ente", ente->codice_ipa,
	    v.testo);
	return 1;
}

/* ---- what it does ---- */

/* The papers of its case.  1: it names a transfer of another. */
static int
look(struct trasferimento *t, struct op *op, const struct tr_lettera *m)
{
	const char *caso;
	int r;

	r = registro_caso_del_trasferimento(&caso, op->a, op->st->registro,
	    m->id);
	if (r == 0 && strcmp(caso, m->caso) != 0) {
		op_errore(op, "", "trasferimento", NULL, "il messaggio è di "
		    "un altro trasferimento");
		return 1;
	}
	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	return trasferire_leggi(t, op, m->caso, m->id, false);
}

/* impronta: of the package that is here; without having looked, the one that
 * it names. */
static struct tr_esito
step(const struct trasferimento *t, struct op *op, const struct prep *p)
{
	const struct tr_lettera *m = &p->lettera;
	const char *named = m->tipo == TR_M_RILASCIO ? m->finale :
	    m->pacchetto;

	return trasferire_passo(t, op, event_of(m), m, p->firmatario,
	    p->pacchetto != NULL ? acquisire_impronta(p->pacchetto) : named);
}

/* 1: it is not done, and a rilievo says why. */
static int
check_step(const struct tr_esito *e, const struct trasferimento *t,
    struct op *op)
{
	if (e->rifiutato) {
		op_errore(op, "", "trasferimento", NULL, "%s", e->motivo);
		return 1;
	}
	if (e->dopo.stato != t->lato.stato)
		return 0;
	op_errore(op, "", "gia-arrivato", NULL, "il trasferimento %s è già "
	    "nello stato «%s»: questo messaggio non cambia niente%s",
	    t->lato.patto.id, tr_stato_nome(t->lato.stato),
	    e->manda == TR_NIENTE ? "" : ". Chi lo manda non ha avuto il "
	    "nostro ultimo: ridaglielo con «consegna-trasferimento»");
	return 1;
}

/* ---- what this body decides of a case that becomes its own ---- */

/* It opens again as `riapri` would open it, for this reason. */
static const char *
come_back(struct op *op, const struct prep *p)
{
	op->passaggio = "riapri";
	if (op_campo(op, "motivo") == NULL)
		nodo_elem_printf(op->a, op->in, "motivo", "trasferita da %s",
		    p->firmatario);
	return op_campo(op, "motivo");
}

static int
decided(struct presa *out, struct op *op, const struct prep *p)
{
	struct numero *n = arena_alloc(op->a, sizeof *n);
	int r = registro_cartella_del_caso(n, op->st->registro,
	    p->lettera.caso);

	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	*out = (struct presa){ .ufficio = op_campo(op, "ufficio"),
	    .responsabile = op_campo(op, "assistente"),
	    .classifica = op_campo(op, "classifica"),
	    .ripresa = r == 0 ? n : NULL,
	    .motivo = r == 0 ? come_back(op, p) : NULL };
	return 0;
}

static int
check_taking(struct op *op, const struct prep *p)
{
	struct presa presa;
	int r;

	if (op_campo(op, "ufficio") == NULL ||
	    op_campo(op, "assistente") == NULL) {
		op_errore(op, "", "chi-la-segue", NULL, "con questo rilascio "
		    "la cartella è di questo ente: di' con --ufficio e "
		    "--assistente chi la segue qui");
		return 0;
	}
	if ((r = affidare_esamina(op)) != 0 ||
	    (r = decided(&presa, op, p)) != 0)
		return r;
	return acquisire_esamina(op, p->pacchetto, &presa);
}

/* ---- rules ---- */

static int
esamina(struct op *op)
{
	const struct prep *p = op->prep;
	struct trasferimento t;
	struct tr_esito e;
	int r;

	if (op->n_file != 1)
		op_errore(op, "", "manca-file", NULL, "serve ciò che è "
		    "arrivato: la directory con il file " MESSAGGIO ", o il "
		    "solo file (zip, busta) che la contiene");
	if (p == NULL)
		return 0;
	if ((r = look(&t, op, &p->lettera)) != 0)
		return r < 0 ? r : 0;
	e = step(&t, op, p);
	if (check_step(&e, &t, op) != 0 || e.effetto != TR_PRENDE)
		return 0;
	return check_taking(op, p);
}

/* ---- slow work ---- */

/* The package of an offer or a rilascio, looked at as a stranger's; of an
 * offer nothing is kept. */
static int
look_at_package(struct prep *p, struct op *op, int dir,
    const struct altro_ente *ente, const struct buf *chiave)
{
	struct ente_altrui *whose = arena_alloc(op->a, sizeof *whose);
	struct numero ours;
	int r;

	if (p->lettera.tipo != TR_M_OFFERTA && p->lettera.tipo !=
	    TR_M_RILASCIO)
		return 0;
	r = registro_cartella_del_caso(&ours, op->st->registro,
	    p->lettera.caso);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	*whose = (struct ente_altrui){ .ipa = ente->codice_ipa,
	    .chiave = ente->chiave, .n = chiave->len,
	    .pubblica = arena_memdup(op->a, chiave->data, chiave->len),
	    .ritorna = r == 0 };
	err_clear();
	if ((r = acquisire_guarda(&p->pacchetto, op, dir, PACCHETTO,
	    whose)) != 0)
		return r;
	if (p->pacchetto == NULL)
		return 1;
	if (p->lettera.tipo == TR_M_OFFERTA)
		op_dimentica_ricevuti(op);
	return 0;
}

/* Where the table answers with a new paper of ours. */
static int
answer(struct prep *p, struct op *op, const struct tr_esito *e)
{
	struct tr_stesura how = { .motivo = e->manda == TR_M_RITIRO ?
	    "scaduta" : NULL };

	if (e->manda == TR_NIENTE)
		return 0;
	return trasferire_sigilla(&p->risposta, op, e->manda, &e->dopo.patto,
	    &how);
}

/* 1: a rilievo says why not. */
static int
take(struct prep *p, struct op *op, int dir)
{
	AUTO_BUF chiave = { 0 };
	struct altro_ente ente;
	struct trasferimento t;
	struct tr_busta b;
	struct tr_esito e;
	int r;

	if ((r = unpack(&b, p, op, dir)) != 0)
		return r;
	p->lettera = b.lettera;
	p->carta = nodo_copy(op->a, b.carta);
	if ((r = sender_of(&ente, &chiave, op, &p->lettera)) != 0 ||
	    (r = check_seal(p, op, &b, &ente, &chiave)) != 0 ||
	    (r = look(&t, op, &p->lettera)) != 0)
		return r;
	e = step(&t, op, p);
	if ((r = check_step(&e, &t, op)) != 0 ||
	    (r = look_at_package(p, op, dir, &ente, &chiave)) != 0)
		return r;
	e = step(&t, op, p);
	if ((r = check_step(&e, &t, op)) != 0)
		return r;
	return answer(p, op, &e);
}

static int
prepara(struct op *op)
{
	struct prep *p = arena_alloc(op->a, sizeof *p);
	struct consegna_aperta given = { .fd = -1 };
	const char *why;
	int r;

	if ((r = op_dipende(op, "ente")) != 0)
		return r;
	if ((r = consegna_apri(&given, op)) == 0)
		r = take(p, op, given.fd);
	why = arena_strdup(op->a, err_msg());
	if (consegna_richiudi(&given) != 0)
		return ERR_FAULT;
	if (r == 0)
		op->prep = p;
	return r < 0 ? err_set(r, "%s", why) : 0;
}

/* ---- effect ---- */

static int
make_ours(struct op *op, const struct prep *p)
{
	struct presa presa;
	struct numero n;
	int r;

	if ((r = decided(&presa, op, p)) != 0)
		return r;
	return acquisire_applica(&n, op, p->pacchetto, &p->lettera, &presa);
}

static int
applica(struct op *op)
{
	const struct prep *p = op->prep;
	struct trasferimento t;
	struct tr_esito e;
	int r;

	if (p == NULL)
		return err_set(ERR_FAULT, "il messaggio non è stato letto");
	if ((r = look(&t, op, &p->lettera)) != 0)
		return r < 0 ? r : err_set(ERR_FAULT, "il messaggio è di un "
		    "altro trasferimento");
	e = step(&t, op, p);
	op->fatto = p->lettera.id;
	if (p->lettera.tipo == TR_M_OFFERTA && p->pacchetto != NULL &&
	    acquisire_secretata(p->pacchetto))
		op->nota = "la cartella offerta è secretata, e lo sarà anche "
		    "qui: prima di accettarla decidi chi la seguirà";
	if (e.effetto == TR_PRENDE && (r = make_ours(op, p)) != 0)
		return r;
	trasferire_deposita(op, &t, 0, p->carta, p->messaggio);
	return p->risposta.carta == NULL ? 0 :
	    trasferire_spedisci(op, &t, 1, &p->risposta);
}

const struct atto atto_ricevi_trasferimento = {
	.nome = "ricevi-trasferimento",
	.sommario = "prende ciò che un altro ente manda di un trasferimento",
	.norma = TRASFERIRE_NORMA,
	.flags = PERSONALE | FILE_AMMESSI | DIRECTORY | ANCHE_FILE,
	.esamina = esamina,
	.prepara = prepara,
	.applica = applica,
};
