/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pagina.h - a page: which readings it needs, and the sheet that prints it.
 *
 * From an address to the istanze of its readings, and from their answer to
 * HTML; pure, so that a test can print a page without a browser.  A page is a
 * row of a table (pagine_<area>.c) and a sheet xslt/web/<foglio>.xsl; C prints
 * no markup.
 */
#ifndef WEB_PAGINA_H
#define WEB_PAGINA_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"

/*
 * One reading.  `campi` are pairs field, value, NULL-ended; a value is
 *	"{nome}"	the part of the address of that name; also several,
 *			with what stands between them: "{numero}/{anno}"
 *	"?nome"		the parameter of that name; the field is left out without it
 *	"?nome|valore"	the same, with what it is without it
 *	"valore"	itself
 */
struct parte {
	const char *atto;
	const char *const *campi;	/* NULL: none */
	const char *se;		/* only with this parameter; NULL: always */
	bool facoltativa;	/* its absence does not make the page absent, nor
				 * is it asked when the menu lacks the atto */
};

struct pagina {
	const char *via;	/* "/cartella/{cartella}/diario" */
	const char *foglio;	/* "cartella-diario": xslt/web/cartella-diario.xsl */
	const char *titolo;	/* Italian, without people's names */
	const char *sezione;	/* which entry of the menu it lights */
	const struct parte *parti;	/* ended by a NULL atto; NULL: none */
	const char *tipo;	/* the kind of request that has what it shows,
				 * when it is no reading; NULL */
	const char *aiuto;	/* chapter of the help; NULL */
	bool aperta;		/* needs no session (the way in, the help) */
	const char *atto;	/* it is the form of this atto: its tree has a
				 * <modulo>, and who has no role for it has no
				 * page; NULL */
	/* adds to its tree, which has all else, what its sheet needs and XSLT
	 * cannot make; called by who prints it; NULL */
	void (*completa)(struct nodo *albero, struct arena *a);
};

/* Each ended by a NULL via.  The first that fits counts. */
extern const struct pagina pagine_caso[], pagine_registro[],
    pagine_redazione[], pagine_archivio[], pagine_ente[], pagine_accesso[],
    pagine_comuni[];

struct coppia {		/* of the address, decoded */
	const char *nome, *valore;
};
struct indirizzo {
	const char *via;		/* "/cartella/CS-2026-0000001" */
	const struct coppia *query;
	int n_query;
	/* filled by pagina_trova */
	struct coppia pezzi[8];
	int n_pezzi;
};

/* Does the address fit "/cartella/{cartella}"?  Its pieces are then in->pezzi. */
bool indirizzo_combacia(struct arena *a, const char *modello,
    struct indirizzo *in);

/* NULL: no page has that address. */
const struct pagina *pagina_trova(struct arena *a, struct indirizzo *in);

/* The <istanza> elements of its readings below `richiesta`.  invalid: a value
 * that its schema cannot take. */
int pagina_chiede(struct nodo *richiesta, struct arena *a,
    const struct pagina *p, const struct indirizzo *in) MUST;

/*
 * The tree a sheet is given:
 *   <pagina via= titolo= sezione= aiuto= stato="200"
 *       id="HEX" (32, drawn for this page: the _id of its forms)
 *       oggi="2026-11-21" qui="/registro?flusso=entrata" (this address)
 *       statici="/statici/VERSION">	(set by who serves them)
 *     <parametro nome= >valore</parametro>…	(address and query)
 *     the children of <risposta>: <sessione>, <parte atto= esito=>…
 *     <modulo>…					(form.h, when it has one)
 *   </pagina>
 */
struct nodo *pagina_albero(struct arena *a, const struct pagina *p,
    const struct indirizzo *in, const struct nodo *risposta);
int pagina_stampa(struct buf *out, const struct pagina *p,
    const struct nodo *albero) MUST;

#endif
