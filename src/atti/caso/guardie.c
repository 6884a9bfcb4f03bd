/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * guardie.c - the named guards of ente/procedimento.xml.
 *
 * A guard looks at what is asked (op->in) and at the documents of the accesso
 * or the cartella, whoever may read them: that something stands in the way is
 * told also to who may not see what it is.  Norms: at each line of the table.
 */
#include "atti/caso/guardie.h"

#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/caso/istruttoria.h"
#include "documenti/accesso.h"
#include "documenti/procedimento.h"
#include "registro/fascicoli.h"
#include "registro/legami.h"
#include "registro/libro.h"
#include "registro/termini.h"

/* What a guard is asked about. */
struct scena {
	struct op *op;
	const char *oggetto;
	const char *folder;	/* NULL: of nothing; of a new cartella, that
				 * of its accesso */
	struct numero n;	/* of the folder */
};

/* 1 it holds, 0 it does not, or an error. */
typedef int guardia_fn(const struct scena *s);

/* ---- of the istanza ---- */

static int
ha_motivazione(const struct scena *s)
{
	static const char *const fields[] = { "motivazione", "motivo", "nota" };
	const char *v;
	size_t i;

	for (i = 0; i < NELEM(fields); i++) {
		v = op_campo(s->op, fields[i]);
		if (v != NULL && v[strspn(v, " \t\n")] != '\0')
			return 1;
	}
	return 0;
}

static int
ha_visto(const struct scena *s)
{
	return registro_ha_ruolo(s->op->st->registro, op_agente(s->op),
	    "coordinatore");
}

/* ---- of the documents ---- */

/* Is there a document of that type below dir? */
static int
some_below(const struct scena *s, const char *dir, const char *tipo)
{
	struct attuale *list;
	int r, n, i;

	if (s->folder == NULL)
		return 0;
	if ((r = registro_attuali_sotto(&list, &n, s->op->a,
	    s->op->st->registro, s->folder, dir)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if (strcmp(list[i].tipo, tipo) == 0)
			return 1;
	return 0;
}

/* Is there one of that type below dir that lacks the element `end`? */
static int
some_open(const struct scena *s, const char *dir, const char *tipo,
    const char *end)
{
	struct op *op = s->op;
	struct attuale *list;
	struct nodo *doc;
	int r, n, i;

	if (s->folder == NULL)
		return 0;
	if ((r = registro_attuali_sotto(&list, &n, op->a, op->st->registro,
	    s->folder, dir)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(list[i].tipo, tipo) != 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, s->folder,
		    list[i].percorso)) != 0)
			return r;
		if (nodo_child(doc, end) == NULL)
			return 1;
	}
	return 0;
}

/* The opposite of an answer that may be an error. */
static int
no(int r)
{
	return r < 0 ? r : !r;
}

/* One that still holds; it is taken back only in a cartella. */
static int
ha_liberatoria(const struct scena *s)
{
	struct op *op = s->op;
	struct attuale *list;
	struct nodo *doc;
	const char *end;
	int r, n, i;

	if (nodo_child(op->in, "liberatoria") != NULL)
		return 1;
	if (s->folder == NULL)
		return 0;
	if ((r = registro_attuali_sotto(&list, &n, op->a, op->st->registro,
	    s->folder, "liberatorie")) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(list[i].tipo, "liberatoria") != 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, s->folder,
		    list[i].percorso)) != 0)
			return r;
		end = nodo_value(op->a, doc, "scadenza");
		if (end == NULL || strcmp(end, op_oggi(op)) >= 0)
			return 1;
	}
	return 0;
}

/* Whose initiative the accesso is: of another body, or of the office, it
 * needs nobody's leave (GDPR art. 6(1)(e)). */
static int
d_ufficio(const struct scena *s)
{
	struct nodo *cover;
	const char *iniziativa, *tipo;
	int r;

	if (s->folder == NULL)
		return 0;
	if ((r = store_documento(&cover, s->op->a, s->op->st, s->folder,
	    ACCESSO_COPERTINA)) != 0)
		return r;
	tipo = nodo_value(s->op->a, cover, "tipo");
	iniziativa = nodo_value(s->op->a, cover, "iniziativa");
	return strcmp(tipo, "indiretto") == 0 ||
	    (iniziativa != NULL && strcmp(iniziativa, "cittadino") != 0);
}

static int
ha_liberatoria_o_ufficio(const struct scena *s)
{
	int r = ha_liberatoria(s);

	return r != 0 ? r : d_ufficio(s);
}

static int
ha_famiglia(const struct scena *s)
{
	if (nodo_child(s->op->in, "stato-di-famiglia") != NULL)
		return 1;
	return some_below(s, "stato-di-famiglia", "stato-di-famiglia");
}

static int
ha_relazione(const struct scena *s)
{
	return s->folder == NULL ? 0 : registro_firmato_intero(
	    s->op->st->registro, s->folder, "relazioni", "relazione");
}

/* Has the person signed it as it stands, or said that he will not? */
static int
heard_on(const struct scena *s, const char *percorso, const char *impronta)
{
	struct attuale at;
	int r = registro_attuale(&at, s->op->a, s->op->st->registro,
	    s->folder, percorso);

	if (r != 0)
		return r == ERR_ABSENT ? 0 : r;
	return strcmp(at.tipo, "progetto") == 0 &&
	    strcmp(at.impronta, impronta) == 0;
}

/* Signed by both sides. */
static int
ha_progetto(const struct scena *s)
{
	struct op *op = s->op;
	struct attuale *list;
	struct nodo *doc;
	int r, n, i;

	if (s->folder == NULL)
		return 0;
	if ((r = registro_firmato_intero(op->st->registro, s->folder,
	    "progetti", "progetto")) != 1 ||
	    (r = registro_attuali_sotto(&list, &n, op->a, op->st->registro,
	    s->folder, "sottoscrizioni")) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (strcmp(list[i].tipo, "sottoscrizione") != 0)
			continue;
		if ((r = store_documento(&doc, op->a, op->st, s->folder,
		    list[i].percorso)) != 0 || (r = heard_on(s,
		    nodo_value(op->a, doc, "documento-percorso"),
		    nodo_value(op->a, doc, "documento-impronta"))) != 0)
			return r;
	}
	return 0;
}

/* ---- what is still open ---- */

static int
senza_interventi(const struct scena *s)
{
	return no(some_open(s, "interventi", "intervento", "chiusura"));
}

static int
senza_termini(const struct scena *s)
{
	int r, open;

	if (s->folder == NULL || s->n.serie != SERIE_CARTELLA)
		return 1;
	if ((r = registro_termini_aperti(s->op->st->registro, &s->n,
	    &open)) != 0)
		return r;
	return open == 0;
}

static int
senza_sottofascicoli(const struct scena *s)
{
	int r, below;

	if (s->folder == NULL || s->n.serie != SERIE_CARTELLA)
		return 1;
	if ((r = registro_sotto_aperti(&below, s->op->st->registro,
	    &s->n)) != 0)
		return r;
	return below == 0;
}

/* Of the documents that still wait: obligatory signatures. */
static int
senza_firme_mancanti(const struct scena *s)
{
	struct libro_manca *list;
	int r, n;

	if (s->folder == NULL || s->n.serie != SERIE_CARTELLA)
		return 1;
	if ((r = registro_firme_mancanti(&list, &n, s->op->a,
	    s->op->st->registro, s->folder, NULL)) != 0)
		return r;
	return n == 0;
}

/* Asked only where the table says so: from the states of the istruttoria. */
static int
istruttoria_conclusa(const struct scena *s)
{
	(void)s;
	return 0;
}

/* Only who asked has to be heard before a no: in this inquiry, not in an
 * earlier one. */
static int
ha_preavviso(const struct scena *s)
{
	struct caso caso = { .n = s->n, .folder = s->folder };
	struct istruttoria is;
	int r;

	if (s->folder == NULL)
		return 0;
	if ((r = istruttoria_leggi(&is, s->op, &caso)) != 0)
		return r;
	if (is.doc == NULL || is.preavviso != NULL)
		return is.preavviso != NULL;
	return !istruttoria_di_parte(s->op->a, is.doc);
}

/* ---- who answers for it ---- */

/* Is the one it is given to known to be in conflict? */
static int
senza_conflitto(const struct scena *s)
{
	const char *chi = op_campo(s->op, "assistente");
	struct luogo dove;
	int r;

	if (s->folder == NULL || chi == NULL)
		return 1;
	r = registro_conflitto(&dove, s->op->a, s->op->st->registro, &s->n,
	    chi);
	return r == ERR_ABSENT ? 1 : r < 0 ? r : 0;
}

/* ---- the table ---- */

static const struct riga {
	const char *nome;
	guardia_fn *vale;
	const char *campo;	/* of the rilievo; NULL: that of the case */
	const char *codice, *norma, *testo;
} table[] = {
	{ "motivazione", ha_motivazione, "motivazione", "manca-motivazione",
	    "art. 3 L. 241/1990", "mancano le ragioni: scrivi perché con "
	    "--motivazione" },
	{ "liberatoria", ha_liberatoria, "liberatoria", "senza-liberatoria",
	    "art. 6(1)(e) GDPR", "manca la liberatoria: il servizio agisce lo "
	    "stesso per compito di legge, ma non in rete con altri" },
	{ "liberatoria-o-ufficio", ha_liberatoria_o_ufficio, NULL,
	    "senza-liberatoria", "art. 6(1)(e) GDPR", "la persona si è "
	    "presentata da sé e manca la liberatoria: il servizio agisce lo "
	    "stesso per compito di legge, ma non in rete con altri" },
	{ "stato-di-famiglia", ha_famiglia, "stato-di-famiglia",
	    "senza-stato-di-famiglia", NULL, "manca lo stato di famiglia" },
	{ "relazione-firmata", ha_relazione, "relazione",
	    "senza-relazione-firmata", "art. 6 L. 241/1990", "nella cartella "
	    "non c'è nessuna relazione firmata: prima «redigi» e «firma»" },
	{ "progetto", ha_progetto, NULL, "senza-progetto",
	    "art. 14 L. 328/2000", "nella cartella non c'è un progetto "
	    "individualizzato firmato dall'assistente sociale e dalla persona: "
	    "si fa con «progetto», «firma», «sottoscrivi»" },
	{ "nessun-intervento-aperto", senza_interventi, NULL,
	    "interventi-aperti", "art. 2 L. 241/1990", "nella cartella ci sono "
	    "interventi aperti: prima si chiudono" },
	{ "nessun-termine-aperto", senza_termini, NULL, "termini-aperti",
	    "art. 2 L. 241/1990", "nella cartella ci sono termini a cui non si "
	    "è ancora risposto: li elenca «termini», vi si risponde con "
	    "«rispondi-termine»" },
	{ "nessun-sottofascicolo-aperto", senza_sottofascicoli, NULL,
	    "sottofascicoli-aperti", NULL, "nella cartella ci sono fascicoli "
	    "aperti: prima si chiudono con «chiudi-fascicolo»" },
	{ "nessuna-firma-mancante", senza_firme_mancanti, NULL,
	    "firme-mancanti", "art. 6 L. 241/1990", "nella cartella ci sono "
	    "documenti a cui manca una firma obbligatoria: ognuno li trova con "
	    "«libro-firma»" },
	{ "istruttoria-conclusa", istruttoria_conclusa, NULL,
	    "istruttoria-aperta", "art. 2 L. 241/1990", "l'istruttoria "
	    "dell'area amministrativa non è finita" },
	{ "preavviso-10bis", ha_preavviso, NULL, "senza-preavviso",
	    "art. 10-bis L. 241/1990", "chi ha presentato l'istanza non ha "
	    "avuto il preavviso di rigetto: prima lo si comunica e si "
	    "aspettano le sue osservazioni" },
	{ "as-senza-conflitto", senza_conflitto, "assistente",
	    "in-conflitto", "art. 6-bis L. 241/1990", "chi indichi è in "
	    "conflitto d'interessi con questo caso: affidalo a un'altra "
	    "persona" },
	{ "visto-coordinatore", ha_visto, NULL, "senza-visto", NULL,
	    "lo fa il coordinatore, che così dà il suo visto" },
};

static const struct riga *
find(const char *nome)
{
	size_t i;

	for (i = 0; i < NELEM(table); i++)
		if (strcmp(table[i].nome, nome) == 0)
			return &table[i];
	return NULL;
}

bool
guardia_nota(const char *nome)
{
	return find(nome) != NULL;
}

static void
complain(struct op *op, const char *oggetto, const struct riga *g,
    enum grado grado)
{
	const char *campo = g->campo;

	if (campo == NULL)
		campo = op_campo(op, oggetto) != NULL ? oggetto : "";
	if (grado == ERRORE)
		op_errore(op, campo, g->codice, g->norma, "%s", g->testo);
	else
		op_avviso(op, campo, g->codice, g->norma, "%s; per andare "
		    "avanti lo stesso, conferma con --conferma %s", g->testo,
		    g->codice);
}

int
guardia_esamina(struct op *op, const char *oggetto, const struct guardia *g)
{
	struct scena s = { .op = op, .oggetto = oggetto };
	const char *campo = op_campo(op, oggetto);
	const struct riga *riga = find(g->nome);
	int r;

	if (riga == NULL)
		return err_set(ERR_INVALID, "la guardia «%s» non esiste",
		    g->nome);
	/* what is born now is born of its accesso */
	if (campo == NULL)
		campo = op_campo(op, OGGETTO_ACCESSO);
	if (campo != NULL) {
		if ((r = numero_parse(&s.n, campo)) != 0)
			return r;
		s.folder = numero_folder(op->a, &s.n);
	}
	if ((r = riga->vale(&s)) == 0)
		complain(op, oggetto, riga, g->grado);
	return r < 0 ? r : 0;
}
