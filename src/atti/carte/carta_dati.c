/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * carta_dati.c - from the names of the fields to the parts of the case, to a
 * tree pruned to them.
 *
 * A model names fields; the dictionary says where each stands in the data; the
 * first name of that place says which part is wanted, and who makes it.
 */
#include "atti/carte/carta_dati.h"

#include <string.h>

#include "atti/carte/carta_parti.h"
#include "documenti/provenienza.h"
#include "registro/legami.h"
#include "resa/modello.h"

#define LIBERO "libero."
/* marks on what is kept: wholly, as an item of a list, as the way to either */
#define TIENI "tieni"
#define TUTTO "tutto"
#define VOCE "voce"
#define VIA "via"

/* ---- fields of a model ---- */

bool
modello_usa(const struct modello_scelto *m, const char *campo)
{
	const struct nodo *x;
	size_t len = strlen(campo);
	const char *nome;

	for (x = nodo_child(m->scheda, NULL); x; x = nodo_next(x, NULL)) {
		nome = nodo_attr(x, "nome");
		if (strncmp(nome, campo, len) == 0 &&
		    (nome[len] == '\0' || nome[len] == '.'))
			return true;
	}
	return false;
}

/* What a model of that name must have a place for. */
static const struct {
	const char *modello, *campo, *norma;
} essenziali[] = {
	{ "avvio-procedimento", "procedimento.oggetto", "art. 8 L. 241/1990" },
	{ "avvio-procedimento", "procedimento.responsabile",
	    "art. 8 L. 241/1990" },
	{ "avvio-procedimento", "procedimento.termine", "art. 8 L. 241/1990" },
	{ "preavviso", "procedimento.motivi", "art. 10-bis L. 241/1990" },
	{ "esito", "procedimento.motivi", "art. 3 L. 241/1990" },
	{ "esito", "procedimento.dispositivo", "art. 21-bis L. 241/1990" },
	{ "esito-interno", "procedimento.dispositivo", NULL },
	{ "proposta", "proposta.testo", NULL },
	{ "determinazione", "determinazione.premesse", "art. 3 L. 241/1990" },
	{ "determinazione", "determinazione.dispositivo",
	    "art. 107 D.lgs 267/2000" },
};

void
carta_essenziale_check(struct op *op, const struct modello_scelto *m)
{
	size_t i;

	for (i = 0; i < NELEM(essenziali); i++)
		if (strcmp(m->nome, essenziali[i].modello) == 0 &&
		    !modello_usa(m, essenziali[i].campo))
			op_errore(op, "modello", "modello-incompleto",
			    essenziali[i].norma, "il modello «%s» dell'ente "
			    "non ha il campo «%s», e la carta non direbbe ciò "
			    "che deve: chi cura i modelli lo aggiunga "
			    "(«aggiungi-modello»), o lo ritiri", m->nome,
			    essenziali[i].campo);
}

/* "data=giovedì": the name, the value; NULL: no such thing. */
static const char *
libero_nome(struct arena *a, const struct nodo *libero, const char **valore)
{
	const char *s = nodo_all_text(a, libero), *eq = strchr(s, '=');

	*valore = eq != NULL ? eq + 1 : "";
	return eq == NULL ? s : arena_printf(a, "%.*s", (int)(eq - s), s);
}

static bool
given_before(struct arena *a, const struct nodo *libero, const char *nome)
{
	const struct nodo *x;
	const char *ignored;

	for (x = nodo_child(libero->padre, "libero"); x != libero;
	    x = nodo_next(x, "libero"))
		if (strcmp(libero_nome(a, x, &ignored), nome) == 0)
			return true;
	return false;
}

/* "data, luogo": what the model leaves to the writer. */
static const char *
libero_names(struct arena *a, const struct modello_scelto *m)
{
	const struct nodo *x;
	const char *all = NULL, *nome;

	for (x = nodo_child(m->scheda, NULL); x; x = nodo_next(x, NULL)) {
		nome = nodo_attr(x, "nome");
		if (strncmp(nome, LIBERO, sizeof LIBERO - 1) != 0)
			continue;
		nome += sizeof LIBERO - 1;
		all = all == NULL ? nome : arena_printf(a, "%s, %s", all, nome);
	}
	return all;
}

void
carta_libero_check(struct op *op, const struct modello_scelto *m)
{
	const struct nodo *x = nodo_child(op->in, "libero");
	const char *nome, *ignored, *all = libero_names(op->a, m), *path;
	int i;

	for (i = 1; x != NULL; x = nodo_next(x, "libero"), i++) {
		path = i > 1 ? arena_printf(op->a, "libero[%d]", i) : "libero";
		nome = libero_nome(op->a, x, &ignored);
		if (!modello_usa(m, arena_printf(op->a, LIBERO "%s", nome)))
			op_errore(op, path, "libero-ignoto", NULL, "il modello "
			    "«%s» non ha il campo libero.%s: %s%s", m->nome,
			    nome, all != NULL ? "ha " :
			    "non ha campi liberi", all != NULL ? all : "");
		else if (given_before(op->a, x, nome))
			op_errore(op, path, "libero-ripetuto", NULL,
			    "libero.%s è dato due volte", nome);
	}
}

/* The part that tells documents of this type; NULL: none does. */
static const struct carta_parte *
part_of_type(const char *tipo)
{
	const struct carta_parte *p;

	for (p = carta_parti_note; p->nome != NULL; p++)
		if (p->tipo != NULL && strcmp(p->tipo, tipo) == 0)
			return p;
	return NULL;
}

static const char *
type_of(const struct attuale *list, int n, const char *percorso)
{
	int i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i].percorso, percorso) == 0)
			return list[i].tipo;
	return NULL;
}

int
carta_fonti_check(struct op *op, const struct modello_scelto *m,
    const struct caso *caso)
{
	const struct nodo *x = nodo_child(op->in, "fonte");
	struct occhio occhio = op_occhio(op);
	const char *percorso, *path, *tipo;
	const struct carta_parte *p;
	struct attuale *list = NULL;
	int r, i, n = 0;

	if (x == NULL)
		return 0;
	r = registro_attuali_visti(&list, &n, op->a, op->st->registro,
	    &occhio, &caso->n);
	if (r == ERR_ABSENT)
		err_clear();
	else if (r != 0)
		return r;
	for (i = 1; x != NULL; x = nodo_next(x, "fonte"), i++) {
		path = i > 1 ? arena_printf(op->a, "fonte[%d]", i) : "fonte";
		percorso = nodo_all_text(op->a, x);
		tipo = type_of(list, n, percorso);
		p = tipo != NULL ? part_of_type(tipo) : NULL;
		if (tipo == NULL)
			op_errore(op, path, "documento-ignoto", NULL, "%s non "
			    "è fra i documenti della cartella che puoi "
			    "leggere", percorso);
		else if (p == NULL || !modello_usa(m, p->nome) ||
		    (p->nostra && percorso_altrui(percorso)))
			op_errore(op, path, "fonte-senza-posto", NULL, "il "
			    "modello «%s» non riporta documenti come %s",
			    m->nome, percorso);
	}
	return 0;
}

/* ---- pruning ---- */

/* Marks what stands at `via`, and the way there. */
static void
mark(struct arena *a, struct nodo *from, const char *via, const char *last)
{
	size_t len = strcspn(via, "/");
	bool end = via[len] == '\0' || via[len + 1] == '@';
	const char *nome = arena_printf(a, "%.*s", (int)len, via);
	const char *was;
	struct nodo *x;

	for (x = nodo_child(from, nome); x; x = nodo_next(x, nome)) {
		was = nodo_attr(x, TIENI);
		if (was == NULL || (end && strcmp(was, TUTTO) != 0))
			nodo_set(a, x, TIENI, end ? last : VIA);
		if (!end)
			mark(a, x, via + len + 1, last);
	}
}

/* What is marked; a way that leads to nothing is left out. */
static void
copy_marked(struct arena *a, struct nodo *to, const struct nodo *from)
{
	const struct nodo *x;
	const char *how;
	struct nodo *n;

	for (x = nodo_child(from, NULL); x; x = nodo_next(x, NULL)) {
		if ((how = nodo_attr(x, TIENI)) == NULL)
			continue;
		if (strcmp(how, TUTTO) == 0) {
			n = nodo_copy(a, x);
			nodo_set(a, n, TIENI, NULL);
			nodo_add(to, n);
			continue;
		}
		n = nodo_elem(a, to, x->nome);
		copy_marked(a, n, x);
		if (n->primo == NULL && strcmp(how, VIA) == 0)
			nodo_remove(n);
	}
}

/* Where a field stands in the data; NULL: the dictionary has no such field. */
static const char *
via_of(struct arena *a, const struct nodo *d, const char *nome, bool *elenco)
{
	const struct nodo *c = dizionario_trova(d, a, nome);
	const char *via;

	if (c == NULL)
		return NULL;
	*elenco = strcmp(c->nome, "elenco") == 0;
	via = nodo_attr(c, "via");
	for (c = c->padre; c != NULL && strcmp(c->nome, "elenco") == 0;
	    c = c->padre)
		via = arena_printf(a, "%s/%s", nodo_attr(c, "via"), via);
	return via;
}

static bool
begins(const char *via, const char *parte)
{
	size_t len = strlen(parte);

	return strncmp(via, parte, len) == 0 &&
	    (via[len] == '\0' || via[len] == '/');
}

/* ---- putting together ---- */

struct scelta {			/* a field the model uses */
	const char *via;
	bool elenco;
};

static int
choose(struct scelta **out, int *n, struct op *op, const char *tipo,
    const struct modello_scelto *m)
{
	struct scelta *list = NULL;
	const struct nodo *x;
	struct nodo *d;
	int cap = 0, used = 0, r;

	if ((r = modello_dizionario(&d, op, tipo)) != 0)
		return r;
	for (x = nodo_child(m->scheda, NULL); x; x = nodo_next(x, NULL)) {
		list = arena_more(op->a, list, used, &cap, sizeof *list);
		list[used].elenco = false;
		list[used].via = via_of(op->a, d, nodo_attr(x, "nome"),
		    &list[used].elenco);
		if (list[used].via != NULL)
			used++;
	}
	*out = list;
	*n = used;
	return 0;
}

static bool
wanted(const struct scelta *list, int n, const char *parte)
{
	int i;

	for (i = 0; i < n; i++)
		if (begins(list[i].via, parte))
			return true;
	return false;
}

/* The case as it stands at the head that this act depends on. */
static int
read_case(struct caso *out, struct op *op, const struct caso *caso)
{
	int r;

	if ((r = op_dipende(op, caso->folder)) != 0)
		return r;
	return caso_di(out, op, numero_text(op->a, &caso->n));
}

static int
make_parts(struct nodo *full, struct op *op, const struct scelta *list, int n,
    const struct caso *caso, const struct nodo *proprie)
{
	const struct carta_parte *p;
	const struct nodo *own, *x;
	bool read = false;
	struct caso now;
	int r;

	for (p = carta_parti_note; p->nome != NULL; p++) {
		if (!wanted(list, n, p->nome))
			continue;
		own = proprie != NULL ? nodo_child(proprie, p->nome) : NULL;
		for (x = own; x != NULL; x = nodo_next(x, p->nome))
			nodo_add(full, nodo_copy(op->a, x));
		if (own != NULL || caso == NULL || p->fai == NULL)
			continue;
		if (!read && (r = read_case(&now, op, caso)) != 0)
			return r;
		read = true;
		if ((r = p->fai(full, op, &now)) != 0)
			return r;
	}
	return 0;
}

static void
add_libero(struct nodo *carta, struct op *op)
{
	const struct nodo *x = nodo_child(op->in, "libero");
	const char *nome, *valore;
	struct nodo *n;

	for (; x != NULL; x = nodo_next(x, "libero")) {
		nome = libero_nome(op->a, x, &valore);
		if ((n = nodo_elem_text(op->a, carta, "libero", valore)) != NULL)
			nodo_set(op->a, n, "nome", nome);
	}
}

int
carta_parti(struct nodo *carta, struct op *op, const char *tipo,
    const struct modello_scelto *m, const struct caso *caso,
    const struct nodo *proprie)
{
	struct nodo *full = nodo_new(op->a, "parti");
	struct scelta *list;
	int r, i, n;

	if ((r = choose(&list, &n, op, tipo, m)) != 0 ||
	    (r = make_parts(full, op, list, n, caso, proprie)) != 0)
		return r;
	for (i = 0; i < n; i++)
		mark(op->a, full, list[i].via,
		    list[i].elenco ? VOCE : TUTTO);
	copy_marked(op->a, carta, full);
	add_libero(carta, op);
	return 0;
}

/* ---- what is missing ---- */

/* By the beginning of its name: the field of the istanza that would give it,
 * and what to do. */
static const struct {
	const char *campo, *path, *fai;
} da[] = {
	{ "corpo", "testo", "si scrive con --testo" },
	{ "destinatario.", "destinatario", "si scrive con --" },
	{ "riferimento", "riferimento", "si scrive con --riferimento" },
	{ "luogo", "luogo", "si scrive con --luogo" },
	{ "libero.", "libero", "si scrive con --libero " },
	{ "caso.", "modello", "viene dalla copertina della cartella" },
	{ "minore.", "modello", "si scrive nella scheda: «aggiorna-scheda»" },
	{ "famiglia", "modello", "viene dall'ultimo stato di famiglia: "
	    "«registra-famiglia»" },
	{ "provvedimento.", "modello", "viene dall'ultimo provvedimento "
	    "acquisito («acquisisci»), o da quello di --fonte" },
	{ "collocamento.", "modello", "viene dal collocamento registrato: "
	    "«registra-403»" },
	{ "procedimento.", "modello", "viene dall'istruttoria: "
	    "«avvia-istruttoria»" },
	{ "appuntamento.", "modello", "viene dal prossimo appuntamento "
	    "(«fissa»), o da quello di --fonte" },
	{ "ente.", "modello", "è fra i dati dell'ente" },
	{ "firmatario.", "modello", "è fra i dati di chi firma: «nomina»" },
};

static void
tell_missing(struct op *op, const struct nodo *d, const char *campo)
{
	const struct nodo *c = dizionario_trova(d, op->a, campo);
	/* of a list, what is said of it comes before its fields */
	const char *aiuto = c != NULL && c->primo != NULL ? c->primo->testo :
	    NULL;
	const char *fai = "non ha un valore", *path = "modello", *coda = "";
	size_t i;

	for (i = 0; i < NELEM(da); i++)
		if (strncmp(campo, da[i].campo, strlen(da[i].campo)) == 0) {
			fai = da[i].fai;
			path = da[i].path;
			break;
		}
	if (strcmp(path, "libero") == 0)
		coda = arena_printf(op->a, "%s=…", campo + sizeof LIBERO - 1);
	else if (strcmp(path, "destinatario") == 0)
		coda = campo;
	/* what may not be read is told as what is not there */
	op_errore(op, path, "campo-senza-valore", NULL, "il modello vuole "
	    "«%s»%s%s, e fra ciò che puoi leggere non c'è: %s%s", campo,
	    aiuto != NULL ? ", " : "", aiuto != NULL ? aiuto : "", fai, coda);
}

int
carta_manca(struct op *op, const char *tipo, const struct nodo *manca)
{
	const struct nodo *x;
	struct nodo *d;
	int r;

	if ((r = modello_dizionario(&d, op, tipo)) != 0)
		return r;
	for (x = nodo_child(manca, "campo"); x; x = nodo_next(x, "campo"))
		tell_missing(op, d, nodo_attr(x, "nome"));
	return 0;
}

const char *
carta_manca_in_parole(struct arena *a, const struct nodo *manca)
{
	const char *all = NULL;
	const struct nodo *x;

	for (x = nodo_child(manca, "campo"); x; x = nodo_next(x, "campo"))
		all = all == NULL ? nodo_attr(x, "nome") : arena_printf(a,
		    "%s, %s", all, nodo_attr(x, "nome"));
	return all;
}
