/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare_fascicolo.c - of a package for the conservatore: a cartella or a
 * fascicolo, with its registrations, its documents, their attachments and the
 * fascicoli within it (versare.h).
 *
 * Refuses: what stands in something else, which goes with it; what this
 * operator cannot read whole.
 */
#include <string.h>

#include "archivio/allegato.h"
#include "atti/archivio/versare.h"
#include "atti/protocollo/fascicolo.h"
#include "atti/trasferimento/imballo.h"
#include "base/file.h"
#include "documenti/manifesto.h"
#include "documenti/titolo.h"
#include "registro/distrutti.h"
#include "registro/espunzioni.h"
#include "registro/legami.h"
#include "registro/versamenti.h"

struct contenuto {		/* of one aggregato */
	struct versare *v;
	struct unita *u;
	struct contenitore c;
	const char *nome, *folder, *dir;	/* dir: data/… */
	const char *padre;		/* NULL: it is the unita itself */
	int anni;
	int primo;			/* of its pezzi */
	int primo_documento;		/* of its own documents */
	struct nodo *copertina, *scheda;
};

static void
not_whole(struct contenuto *x)
{
	op_errore(x->v->op, "unita", "non-intera", ART44, "%s ha documenti che "
	    "non puoi leggere: la versa chi la legge tutta, come il "
	    "coordinatore per una cartella e il responsabile del protocollo "
	    "per un fascicolo", x->u->nome);
}

/* ---- registrations ---- */

static int
add_registrations(struct contenuto *x, const struct nodo *list)
{
	const struct nodo *reg;
	struct numero n;
	int r;

	for (reg = nodo_child(list, "registrazione"); reg != NULL;
	    reg = nodo_next(reg, "registrazione")) {
		if (nodo_attr(reg, "oscurata") != NULL) {
			not_whole(x);
			return 0;
		}
		if ((r = numero_parse(&n, nodo_attr(reg, "numero"))) != 0 ||
		    (r = versare_registrazione(x->v, arena_printf(
		    x->v->op->a, "%s/protocollo/%d-%07d", x->dir, n.anno,
		    n.progressivo), &n, x->nome, x->anni)) != 0)
			return r;
	}
	return 0;
}

/* ---- documents ---- */

/* What a signature names. */
static int
gather_signed(struct contenuto *x, const struct nodo *doc)
{
	struct versare *v = x->v;
	const char *originale = NULL;
	struct manifesto_oggetto *o;
	int r, i, n;

	if ((r = manifesto_oggetti(&o, &n, v->op->a, doc)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (originale == NULL && strcmp(o[i].ruolo,
		    RUOLO_ORIGINALE) == 0)
			originale = o[i].impronta;
		v->firmate = arena_more(v->op->a, v->firmate, v->n_firmate,
		    &v->cap_firmate, sizeof *v->firmate);
		v->firmate[v->n_firmate++] = (struct resa){ o[i].impronta,
		    originale, o[i].nome };
	}
	return 0;
}

/* NULL: no signature names it. */
static const struct resa *
signed_as(const struct versare *v, const char *impronta)
{
	int i;

	for (i = 0; i < v->n_firmate; i++)
		if (strcmp(v->firmate[i].impronta, impronta) == 0)
			return &v->firmate[i];
	return NULL;
}

static void
of_folder(struct contenuto *x, struct pezzo *p)
{
	p->m.classifica = x->c.classifica;
	p->m.riservato = x->c.di_un_caso;
	p->m.aggregazione = x->nome;
	p->m.anni = x->anni;
}

static int
add_document(struct contenuto *x, const struct attuale *d)
{
	struct op *op = x->v->op;
	struct nodo *doc = NULL;
	const char *titolo = NULL;
	struct versione *ver;
	struct pezzo *p;
	int r;

	if ((r = versare_documento(&p, &doc, x->v, arena_printf(op->a,
	    "%s/documenti/%s", x->dir, d->percorso), x->folder, d)) != 0 ||
	    (r = registro_versioni(&ver, &p->m.versione, op->a,
	    op->st->registro, x->folder, d->percorso)) != 0)
		return r;
	of_folder(x, p);
	if (doc != NULL) {
		titolo = documento_titolo(op->a, doc);
		if (strcmp(doc->nome, "manifesto") == 0 &&
		    (r = gather_signed(x, doc)) != 0)
			return r;
		if (strcmp(d->percorso, "scheda.xml") == 0)
			x->scheda = doc;
		if (strcmp(d->percorso, "cartella.xml") == 0 ||
		    strcmp(d->percorso, "fascicolo.xml") == 0)
			x->copertina = doc;
	}
	p->m.oggetto = arena_printf(op->a, "%s, %s%s%s", d->tipo, x->nome,
	    titolo != NULL ? ": " : "", titolo != NULL ? titolo : "");
	return 0;
}

/* A signature goes with the manifesto beside it. */
static void
tie_signatures(struct contenuto *x)
{
	struct versare *v = x->v;
	const char *manifesto, *percorso;
	int i, k;

	for (i = x->primo_documento; i < v->n_pezzi; i++) {
		if (v->pezzo[i].schema != NULL)
			continue;
		percorso = v->pezzo[i].percorso;
		manifesto = arena_printf(v->op->a, "%.*s/manifesto.xml",
		    (int)(strrchr(percorso, '/') - percorso), percorso);
		for (k = x->primo_documento; k < v->n_pezzi; k++)
			if (strcmp(v->pezzo[k].percorso, manifesto) == 0)
				v->pezzo[i].primario = k;
	}
}

/* Whatever stays behind is somebody's private entry, or nothing goes. */
static int
check_left(struct contenuto *x, const struct attuale *all, int n_all,
    const struct attuale *go, int n_go)
{
	struct op *op = x->v->op;
	const char *whose;
	int i, k = 0, r;

	for (i = 0; i < n_all; i++) {
		if (k < n_go && strcmp(all[i].percorso, go[k].percorso) == 0) {
			k++;
			continue;
		}
		if ((r = registro_riservato_di(&whose, op->a,
		    op->st->registro, x->folder, all[i].percorso)) != 0)
			return r;
		x->u->intera = false;
		if (whose == NULL) {
			not_whole(x);
			return 0;
		}
	}
	return 0;
}

static int
add_documents(struct contenuto *x)
{
	struct op *op = x->v->op;
	struct occhio occhio = op_occhio(op);
	struct attuale *all, *go;
	int r, i, n_all, n_go = 0;

	r = registro_attuali_per_altri(&go, &n_go, op->a, op->st->registro,
	    &occhio, &x->c.n);
	if (r != 0 && r != ERR_ABSENT)
		return r;
	if (r == ERR_ABSENT)
		err_clear();
	if ((r = registro_attuali(&all, &n_all, op->a, op->st->registro,
	    x->folder)) != 0 ||
	    (r = check_left(x, all, n_all, go, n_go)) != 0)
		return r;
	x->primo_documento = x->v->n_pezzi;
	for (i = 0; i < n_go && op->ril.errori == 0; i++)
		if ((r = add_document(x, &go[i])) != 0)
			return r;
	tie_signatures(x);
	return 0;
}

/* ---- attachments ---- */

struct named {
	struct contenuto *x;
	char **names;		/* in its allegati/: "<impronta>.pdf" */
	int documents;		/* pezzi before the attachments */
};

/* The document of which it is what people read; the first that names it; -1. */
static int
named_by(const struct named *k, const char *impronta)
{
	const struct versare *v = k->x->v;
	const struct resa *of = signed_as(v, impronta);
	int i;

	for (i = k->x->primo_documento; i < k->documents && of != NULL &&
	    of->originale != NULL; i++)
		if (strcmp(v->pezzo[i].m.id.impronta, of->originale) == 0)
			return i;

	for (i = k->x->primo_documento; i < k->documents; i++)
		if (v->pezzo[i].schema != NULL && memmem(v->pezzo[i].p,
		    v->pezzo[i].n, impronta, IMPRONTA_LEN) != NULL)
			return i;
	return -1;
}

static bool
there(const struct contenuto *x, const char *impronta)
{
	int i;

	for (i = x->primo; i < x->v->n_pezzi; i++)
		if (strcmp(x->v->pezzo[i].m.id.impronta, impronta) == 0)
			return true;
	return false;
}

/* It came, or was made, with the document that names it. */
static void
go_with(struct pezzo *p, const struct metadati_documento *m)
{
	p->m.tipologia = m->tipologia;
	p->m.oggetto = m->oggetto;
	p->m.ora = m->ora;
	p->m.atto = m->atto;
	p->m.registro = m->registro;
	p->m.operatore = m->operatore;
}

/* `impronta` is of the link of the chain that is read, and goes with it. */
static int
add_attachment(struct named *k, const char *impronta, int by)
{
	struct contenuto *x = k->x;
	const struct resa *of = signed_as(x->v, impronta);
	struct arena *a = x->v->op->a;
	const char *mine = arena_strdup(a, impronta), *nome;
	struct pezzo *p;
	char **name;
	int r;

	for (name = k->names; *name != NULL; name++)
		if (strncmp(*name, impronta, IMPRONTA_LEN) == 0)
			break;
	/* what came with the case stands with the registrations, nameless */
	nome = *name != NULL ? *name : of != NULL && of->nome != NULL ?
	    of->nome : mine;
	p = versare_pezzo(x->v, arena_printf(a, "%s/allegati/%s.%s", x->dir,
	    mine, imballo_coda(a, nome)), mine, nome);
	if ((r = versare_da_deposito(x->v, p)) != 0)
		return r;
	of_folder(x, p);
	if (of != NULL && of->nome != NULL)
		p->m.nome = of->nome;
	go_with(p, &x->v->pezzo[by].m);
	p->m.modalita = of != NULL ? FORMATO_CON_SOFTWARE : ACQUISITO;
	p->primario = by;
	return 0;
}

static int
add_of_act(void *arg, const struct anello *an, const char *giornale)
{
	struct named *k = arg;
	int i, r, by;

	(void)giornale;
	for (i = 0; i < an->n_allegati; i++) {
		if ((by = named_by(k, an->allegati[i])) < 0 ||
		    there(k->x, an->allegati[i]))
			continue;
		/* an espunzione names it too */
		if ((r = registro_distrutto_dopo(k->x->v->op->st->registro,
		    an->allegati[i], an->seq)) < 0)
			return r;
		if (r == 0 && (r = add_attachment(k, an->allegati[i],
		    by)) != 0)
			return r;
	}
	return 0;
}

static int
add_attachments(struct contenuto *x)
{
	static char *none[] = { NULL };
	struct named k = { x, none, x->v->n_pezzi };
	struct op *op = x->v->op;
	int i, r = dir_list(&k.names, op->a, store_path(op->a, op->st,
	    arena_printf(op->a, "%s/allegati", x->folder)));

	if (r != 0 && r != ERR_ABSENT)
		return r;
	err_clear();
	if ((r = registro_catena_di(op->st->registro, x->folder, add_of_act,
	    &k)) != 0)
		return r;
	for (i = x->primo_documento; i < x->v->n_pezzi; i++)
		x->v->pezzo[i].m.firmato = signed_as(x->v,
		    x->v->pezzo[i].m.id.impronta) != NULL;
	return 0;
}

/* ---- the fascicolo itself ---- */

static const char *
kind(struct arena *a, const struct contenuto *x)
{
	static const char *const words[][2] = {
		{ "affare", "affare" }, { "attivita", "attività" },
		{ "persona-giuridica", "persona giuridica" },
		{ "procedimento", "procedimento amministrativo" },
	};
	const char *tipo = nodo_value(a, x->copertina, "tipo");
	const char *word = words[0][1];
	size_t i;

	if (x->c.n.serie == SERIE_CARTELLA)
		return "persona fisica";
	for (i = 0; i < NELEM(words); i++)
		if (strcmp(words[i][0], tipo) == 0)
			word = words[i][1];
	return word;
}

static void
say_person(struct contenuto *x, struct metadati_aggregazione *m)
{
	struct arena *a = x->v->op->a;
	struct metadati_persona *p = arena_alloc(a, sizeof *p);

	if (x->scheda == NULL)
		return;
	*p = (struct metadati_persona){
	    nodo_value(a, x->scheda, "anagrafica/cognome"),
	    nodo_value(a, x->scheda, "anagrafica/nome"),
	    nodo_value(a, x->scheda, "anagrafica/codice-fiscale") };
	if (p->cognome != NULL && p->nome != NULL)
		m->persona = p;
}

/* Where its paper is: the last list of the deposito does not say it here. */
static int
say(struct contenuto *x)
{
	struct versare *v = x->v;
	struct arena *a = v->op->a;
	struct aggregato *g;
	const char *ufficio, *oggetto = NULL;
	int r;

	if ((r = registro_ufficio(&ufficio, a, v->op->st->registro,
	    x->c.ufficio)) != 0)
		return r;
	if (x->copertina == NULL)
		return err_set(ERR_FAULT, "%s non ha la copertina", x->nome);
	v->aggregato = arena_more(a, v->aggregato, v->n_aggregati,
	    &v->cap_aggregati, sizeof *v->aggregato);
	g = &v->aggregato[v->n_aggregati++];
	*g = (struct aggregato){ .percorso = arena_printf(a,
	    "%s/aggregazione.xml", x->dir), .primo = x->primo,
	    .n = v->n_pezzi - x->primo };
	oggetto = nodo_value(a, x->copertina, "oggetto");
	g->m = (struct metadati_aggregazione){ .id = x->nome,
	    .tipologia = kind(a, x), .classifica = x->c.classifica,
	    .oggetto = oggetto != NULL ? oggetto : arena_printf(a,
	    "Cartella sociale %s", x->nome),
	    .aperta = nodo_value(a, x->copertina, x->c.n.serie ==
	    SERIE_CARTELLA ? "aperta" : "aperto"), .chiusa = x->c.chiuso,
	    .ufficio = ufficio, .padre = x->padre, .anni = x->anni,
	    .progressivo = x->c.n.progressivo };
	say_person(x, &g->m);
	return 0;
}

static int add_one(struct versare *v, struct unita *u, const char *nome,
    const char *dir, const char *padre, int anni) MUST;

/* Those within it, each with its number for a directory. */
static int
add_below(struct contenuto *x, const struct nodo *list)
{
	const struct nodo *s;
	int r, seen = 0, all;

	for (s = nodo_child(list, "sottofascicolo"); s != NULL;
	    s = nodo_next(s, "sottofascicolo"), seen++)
		if ((r = add_one(x->v, x->u, nodo_attr(s, "numero"),
		    arena_printf(x->v->op->a, "%s/%s", x->dir, nodo_attr(s,
		    "numero")), x->nome, x->anni)) != 0)
			return r;
	if ((r = registro_sotto(&all, x->v->op->st->registro,
	    &x->c.n)) != 0)
		return r;
	if (all != seen)
		not_whole(x);
	return 0;
}

static int
fill(struct contenuto *x)
{
	struct op *op = x->v->op;
	struct occhio occhio = op_occhio(op);
	struct nodo *list = nodo_new(op->a, "contenuto");
	int r;

	x->primo = x->v->n_pezzi;
	if ((r = op_dipende(op, x->folder)) != 0 ||
	    (r = registro_vista_contenuto(list, op->a, op->st->registro,
	    &occhio, &x->c.n, NULL)) != 0 ||
	    (r = add_registrations(x, list)) != 0 ||
	    (r = add_documents(x)) != 0)
		return r;
	if (op->ril.errori > 0)
		return 0;
	if ((r = add_attachments(x)) != 0 ||
	    (r = versare_rese(x->v, x->primo)) != 0 || (r = say(x)) != 0)
		return r;
	return add_below(x, list);
}

static int
add_one(struct versare *v, struct unita *u, const char *nome, const char *dir,
    const char *padre, int anni)
{
	struct contenuto x = { .v = v, .u = u, .nome = nome, .dir = dir,
	    .padre = padre, .anni = anni };
	int r;

	if ((r = contenitore_find(&x.c, v->op, nome)) != 0)
		return r;
	if (padre == NULL && x.c.livello > 1) {
		op_errore(v->op, "unita", "sta-in-altro", ART44, "%s sta in "
		    "altro: si versa con ciò che lo contiene", nome);
		return 0;
	}
	if (padre == NULL && (r = registro_anni_conservazione(&x.anni,
	    v->op->st->registro, &x.c.n)) != 0)
		return r;
	x.folder = numero_folder(v->op->a, &x.c.n);
	return fill(&x);
}

int
versare_fascicolo(struct versare *v, struct unita *u)
{
	return add_one(v, u, u->nome, arena_printf(v->op->a, "data/%s",
	    u->dir), NULL, 0);
}
