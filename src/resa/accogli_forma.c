/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_forma.c - what may stand in a model: text, tables, frames, pictures
 * of its own, and nothing that runs, asks, fetches or changes by itself.
 *
 * Refuses, with the place: macros, objects, forms, links to anything outside
 * the file, data sources, what is hidden on a condition, fields of Writer
 * whose value depends on when, where or by whom the letter is opened (a letter
 * must say the same for ever), elements that OpenDocument does not have.
 * Takes away: what of others stands in attributes; links, of which the text
 * stays.
 */
#include <string.h>

#include "resa/accogli.h"

enum azione {
	RIFIUTA,	/* it and what is in it may not be there */
	SE_PIENO,	/* the same when there is something in it; else dropped */
	MUTEVOLE,	/* refused unless it says text:fixed */
	CADE,		/* dropped without a word */
	SCIOGLI		/* its text stays */
};

/* What is said when it is refused. */
#define MACRO "macro", "c'è una macro, o un evento che ne chiama una: la si " \
	"tolga (Strumenti, Macro; Strumenti, Personalizza, Eventi)"
#define OGGETTO "oggetto", "c'è un oggetto di un altro programma: si " \
	"inserisca il suo contenuto come testo, tabella o immagine PNG"
#define MODULO "modulo", "c'è un modulo da compilare (casella, elenco, " \
	"pulsante): chi scrive la lettera lo riceve come campo «libero.…»"
#define ESTERNO "collegamento-esterno", "c'è un collegamento esterno: una " \
	"lettera non prende niente da fuori"
#define DATI "base-dati", "c'è un campo di una base di dati: si usino i " \
	"campi del modello"
#define CONDIZIONE "condizione", "c'è un testo condizionato o nascosto di " \
	"Writer: si metta il testo in una sezione di nome se_<campo>"
#define VARIABILE "variabile", "c'è una variabile o un calcolo di Writer: " \
	"si usino i campi del modello"
#define MUTA "campo-mutevole", "c'è un campo di Writer che cambia a ogni " \
	"apertura, e una lettera non cambia: per la data si usi il campo «data»"
#define PROPRIETA "campo-mutevole", "c'è un campo di Writer preso dalle " \
	"proprietà del documento o dell'utente: si usi un campo del modello"
#define INDICE "indice", "c'è un indice con un file di parole esterno"

static const struct regola {
	const char *nome;
	enum azione azione;
	const char *codice, *testo;
} regole[] = {
	{ "text:execute-macro", RIFIUTA, MACRO },
	{ "text:script", RIFIUTA, MACRO },
	{ "office:event-listeners", RIFIUTA, MACRO },
	{ "office:scripts", SE_PIENO, MACRO },

	{ "draw:object", RIFIUTA, OGGETTO },
	{ "draw:object-ole", RIFIUTA, OGGETTO },
	{ "draw:plugin", RIFIUTA, OGGETTO },
	{ "draw:applet", RIFIUTA, OGGETTO },
	{ "draw:floating-frame", RIFIUTA, OGGETTO },
	{ "office:binary-data", RIFIUTA, "oggetto", "c'è un'immagine scritta "
	    "dentro al testo: si salvi il modello come ODT, non come FODT" },
	{ "table:shapes", RIFIUTA, OGGETTO },

	{ "draw:control", RIFIUTA, MODULO },
	{ "office:forms", SE_PIENO, MODULO },
	{ "text:text-input", RIFIUTA, MODULO },
	{ "text:drop-down", RIFIUTA, MODULO },
	{ "loext:content-control", RIFIUTA, MODULO },

	{ "text:section-source", RIFIUTA, ESTERNO },
	{ "office:dde-source", RIFIUTA, ESTERNO },
	{ "text:dde-connection", RIFIUTA, ESTERNO },
	{ "text:dde-connection-decls", SE_PIENO, ESTERNO },
	{ "table:table-source", RIFIUTA, ESTERNO },
	{ "table:cell-range-source", RIFIUTA, ESTERNO },
	{ "table:dde-link", RIFIUTA, ESTERNO },
	{ "text:alphabetical-index-auto-mark-file", RIFIUTA, INDICE },
	{ "svg:definition-src", RIFIUTA, ESTERNO },

	{ "text:database-display", RIFIUTA, DATI },
	{ "text:database-name", RIFIUTA, DATI },
	{ "text:database-next", RIFIUTA, DATI },
	{ "text:database-row-select", RIFIUTA, DATI },
	{ "text:database-row-number", RIFIUTA, DATI },

	{ "text:conditional-text", RIFIUTA, CONDIZIONE },
	{ "text:hidden-text", RIFIUTA, CONDIZIONE },
	{ "text:hidden-paragraph", RIFIUTA, CONDIZIONE },

	{ "text:page-variable-set", RIFIUTA, VARIABILE },
	{ "text:page-variable-get", RIFIUTA, VARIABILE },
	{ "text:variable-set", RIFIUTA, VARIABILE },
	{ "text:expression", RIFIUTA, VARIABILE },
	{ "text:table-formula", RIFIUTA, VARIABILE },

	{ "text:date", MUTEVOLE, MUTA },
	{ "text:time", MUTEVOLE, MUTA },
	{ "text:file-name", MUTEVOLE, MUTA },
	{ "text:template-name", RIFIUTA, MUTA },
	{ "text:creation-date", RIFIUTA, MUTA },
	{ "text:creation-time", RIFIUTA, MUTA },
	{ "text:modification-date", RIFIUTA, MUTA },
	{ "text:modification-time", RIFIUTA, MUTA },
	{ "text:print-date", RIFIUTA, MUTA },
	{ "text:print-time", RIFIUTA, MUTA },
	{ "text:editing-cycles", RIFIUTA, MUTA },
	{ "text:editing-duration", RIFIUTA, MUTA },
	{ "text:author-name", MUTEVOLE, PROPRIETA },
	{ "text:author-initials", MUTEVOLE, PROPRIETA },
	{ "text:initial-creator", RIFIUTA, PROPRIETA },
	{ "text:creator", RIFIUTA, PROPRIETA },
	{ "text:printed-by", RIFIUTA, PROPRIETA },
	{ "text:subject", RIFIUTA, PROPRIETA },
	{ "text:keywords", RIFIUTA, PROPRIETA },
	{ "text:description", RIFIUTA, PROPRIETA },
	{ "text:user-defined", RIFIUTA, PROPRIETA },

	/* text:bibliography-mark has a source as an attribute, no link */
	{ "text:user-field-decls", CADE, NULL, NULL },
	{ "text:variable-decls", CADE, NULL, NULL },
	{ "text:meta", SCIOGLI, NULL, NULL },
	{ "text:meta-field", SCIOGLI, NULL, NULL },
};

/* Those whose name begins so: whole languages that a letter does not speak. */
static const struct regola spazi[] = {
	{ "estraneo:", RIFIUTA, "estraneo", "c'è un elemento che OpenDocument "
	    "non ha: si apra il modello in Writer e lo si salvi di nuovo" },
	{ "script:", RIFIUTA, MACRO },
	{ "dom:", RIFIUTA, MACRO },
	{ "form:", RIFIUTA, MODULO },
	{ "formx:", RIFIUTA, MODULO },
	{ "xforms:", RIFIUTA, MODULO },
	{ "field:", RIFIUTA, MODULO },
	{ "chart:", RIFIUTA, OGGETTO },
	{ "dr3d:", RIFIUTA, OGGETTO },
	{ "math:", RIFIUTA, OGGETTO },
	{ "presentation:", RIFIUTA, OGGETTO },
	{ "anim:", RIFIUTA, OGGETTO },
	{ "smil:", RIFIUTA, OGGETTO },
	{ "rpt:", RIFIUTA, OGGETTO },
	{ "xhtml:", RIFIUTA, OGGETTO },
	{ "db:", RIFIUTA, DATI },
	{ "text:sender-", MUTEVOLE, PROPRIETA },
};

/* Of others, and said to whom it does not concern. */
static const char *const attributi_estranei[] = { "estraneo:", "script:",
	"dom:", "form:", "formx:", "xforms:", "xhtml:", "grddl:", "xsi:" };

/* Elements whose link is to an entry of the package. */
static const struct {
	const char *nome, *cartella;
} interni[] = {
	{ "draw:image", "Pictures/" },
	{ "draw:fill-image", "Pictures/" },
	{ "style:background-image", "Pictures/" },
	{ "text:list-level-style-image", "Pictures/" },
	{ "svg:font-face-uri", "Fonts/" },
};

struct forma {
	struct accogli *ac;
	int collegamenti;		/* links made text */
};

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static const struct regola *
rule_of(const char *nome)
{
	size_t i;

	for (i = 0; i < NELEM(regole); i++)
		if (strcmp(regole[i].nome, nome) == 0)
			return &regole[i];
	for (i = 0; i < NELEM(spazi); i++)
		if (begins(nome, spazi[i].nome))
			return &spazi[i];
	return strchr(nome, ':') == NULL ? &spazi[0] : NULL;
}

/* ---- attributes ---- */

static bool
foreign(const char *nome)
{
	size_t i;

	for (i = 0; i < NELEM(attributi_estranei); i++)
		if (begins(nome, attributi_estranei[i]))
			return true;
	return strchr(nome, ':') == NULL;
}

static void
drop_foreign(struct nodo *n)
{
	struct attr **at = &n->attr;

	while (*at != NULL) {
		if (foreign((*at)->nome))
			*at = (*at)->succ;
		else
			at = &(*at)->succ;
	}
}

static const char *
folder_of(const struct nodo *n)
{
	size_t i;

	for (i = 0; i < NELEM(interni); i++)
		if (accogli_is(n, interni[i].nome))
			return interni[i].cartella;
	return NULL;
}

static void
check_link(struct forma *f, struct nodo *n)
{
	const char *href = nodo_attr(n, "xlink:href"), *folder, *wrong;

	if (href == NULL)
		return;
	if (begins(href, "./"))
		href += 2;
	folder = folder_of(n);
	if (folder == NULL || !begins(href, folder)) {
		accogli_error(f->ac, n, "collegamento-esterno", "collegamento "
		    "esterno: ciò che la lettera mostra sta nel modello "
		    "stesso (un'immagine si incorpora: Modifica, Collegamenti, "
		    "Scollega)");
		return;
	}
	if ((wrong = accogli_keep(f->ac, href)) != NULL)
		accogli_error(f->ac, n, "immagine", "%.100s %s", href, wrong);
	else
		nodo_set(f->ac->a, n, "xlink:href", href);
}

/* A condition of Writer's own; that of our names takes its place. */
static void
check_section(struct forma *f, struct nodo *n)
{
	const char *show = nodo_attr(n, "text:display");
	const char *nome = nodo_attr(n, "text:name");
	const char *low = accogli_low(f->ac->a, nome != NULL ? nome : "");

	if (show != NULL && strcmp(show, "true") != 0 &&
	    !begins(low, "se_") && !begins(low, "ripeti_"))
		accogli_error(f->ac, n, "condizione", "la sezione «%.60s» è "
		    "nascosta, o lo è a una condizione: la si chiami "
		    "se_<campo>", nome != NULL ? nome : "");
	nodo_set(f->ac->a, n, "text:display", NULL);
	nodo_set(f->ac->a, n, "text:condition", NULL);
	nodo_set(f->ac->a, n, "text:is-hidden", NULL);
}

static void
check_attributes(struct forma *f, struct nodo *n)
{
	const char *show;

	drop_foreign(n);
	check_link(f, n);
	if (accogli_is(n, "text:section"))
		check_section(f, n);
	if (accogli_is(n, "office:text"))
		nodo_set(f->ac->a, n, "text:global", NULL);
	show = nodo_attr(n, "text:display");
	if (accogli_is(n, "style:text-properties") && show != NULL &&
	    strcmp(show, "none") == 0)
		accogli_error(f->ac, NULL, "condizione", "il modello ha del "
		    "testo nascosto (Carattere, Effetti, Nascosto): una "
		    "lettera non ne ha");
	if (nodo_attr(n, "table:formula") != NULL)
		accogli_error(f->ac, n, "variabile", "c'è una formula in una "
		    "tabella: una lettera non fa conti");
}

/* ---- elements ---- */

static bool
fixed(const struct nodo *n)
{
	const char *s = nodo_attr(n, "text:fixed");

	return s != NULL && strcmp(s, "true") == 0;
}

/* A link of the text: what it says stays, where it leads does not. */
static bool
hyperlink(const struct nodo *n)
{
	return accogli_is(n, "text:a") || accogli_is(n, "draw:a");
}

/* Does the element go away, whole? */
static bool
refuse(struct forma *f, const struct nodo *n, const struct regola *r)
{
	if (r->azione == SCIOGLI)
		return false;
	if (r->azione == CADE || (r->azione == SE_PIENO && n->primo == NULL))
		return true;
	if (r->azione == MUTEVOLE && fixed(n))
		return false;
	accogli_error(f->ac, n, r->codice, "%s", r->testo);
	return true;
}

static void
visit(struct forma *f, struct nodo *n, int depth)
{
	const struct regola *r;
	struct nodo *c, *next;

	check_attributes(f, n);
	if (depth == ACCOGLI_FONDO_MAX) {
		accogli_error(f->ac, n, "annidato", "ci sono più di %d "
		    "elementi uno dentro l'altro", ACCOGLI_FONDO_MAX);
		return;
	}
	for (c = n->primo; c != NULL; c = next) {
		next = c->succ;
		if (c->nome == NULL)
			continue;
		r = rule_of(c->nome);
		if (r != NULL && refuse(f, c, r)) {
			nodo_remove(c);
			continue;
		}
		if (hyperlink(c))
			nodo_set(f->ac->a, c, "xlink:href", NULL);
		visit(f, c, depth + 1);
		if (hyperlink(c))
			f->collegamenti++;
		if (hyperlink(c) || (r != NULL && r->azione == SCIOGLI))
			accogli_unwrap(c);
	}
}

static int
notes(const struct nodo *n)
{
	const struct nodo *c;
	int k = accogli_is(n, "text:note") ? 1 : 0;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		k += notes(c);
	return k;
}

void
accogli_forms(struct accogli *ac)
{
	struct forma f = { .ac = ac };
	const struct nodo *body;

	visit(&f, ac->contenuto, 1);
	visit(&f, ac->stili, 1);
	body = nodo_child(ac->contenuto, "office:body");
	if (body == NULL || nodo_child(body, "office:text") == NULL)
		accogli_error(ac, NULL, "illeggibile", "il modello non è un "
		    "documento di testo");
	if (f.collegamenti > 0)
		accogli_warn(ac, "collegamenti", "i collegamenti del testo "
		    "(%d) sono diventati testo semplice", f.collegamenti);
	if (notes(ac->contenuto) > 0)
		accogli_warn(ac, "note", "il modello ha note a piè di pagina "
		    "(%d): il PDF non potrà dirsi PDF/UA", notes(ac->contenuto));
}
