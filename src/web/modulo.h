/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modulo.h - forms: from the schema of an atto to the tree a sheet prints, and
 * from what a form sent to the istanza.
 *
 * A field's name is its percorso ("mittente.denominazione"); names that begin
 * with _ are reserved (list below).  Empty values are left out.  Of a group
 * that repeats, a field with the group's own name and any value begins the
 * next repetition, so that what was typed together stays together; without
 * one, a value given again begins it, as on the command line (xml/campi.h).
 *
 * Refuses: names that the schema has not, text that is none.  Keeps: what was
 * typed is never lost, it stands in the form that is shown again.
 *
 *	_csrf _ritorno _per _azione _sosta _frase	the caller's
 *	_id		of the page or form (32 hex)
 *	_prima		"FIELD IMPRONTA", what it said at first (redazione.h)
 *	_pagina		the page it is part of, to be shown again in
 *	_base		"cartelle/2026/0000001@COMMIT", may repeat
 *	_conferma	the code of an avviso, may repeat
 */
#ifndef WEB_MODULO_H
#define WEB_MODULO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "web/pagina.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

/* What a form sent, or what an address gives beforehand; decoded, in order. */
struct modulo_dati {
	const char *atto;
	const struct coppia *campi;
	int n;
	const char *file;	/* what tells the files sent apart (names,
				 * sizes, impronte); NULL: none */
};

/*
 * Which button was pressed (_azione).  VEDI shows the letter that it would be;
 * AGGIUNGI and TOGLI change only the form, which is shown again: modulo_albero
 * does it.
 */
enum modulo_azione {
	MODULO_INVIA, MODULO_BOZZA, MODULO_PROVA, MODULO_VEDI,
	MODULO_AGGIUNGI, MODULO_TOGLI
};
enum modulo_azione modulo_azione(const struct modulo_dati *d);

/* The first value of that name; NULL: none, or empty. */
const char *modulo_valore(const struct modulo_dati *d, const char *nome);

/* _ritorno when it is an address of ours, else NULL: never another host. */
const char *modulo_ritorno(const struct modulo_dati *d);

/*
 * The istanza.  Its id is made of _id, the atto, what the form says and
 * `file`: the forms of one page differ by what they say, and the same form
 * sent twice is one act.  What is wrong with a field is a rilievo, and then
 * there is no istanza.  absent: no such atto.
 */
int modulo_istanza(struct nodo **out, struct rilievi *ril, struct arena *a,
    const struct modulo_dati *d) MUST;

/*
 * The same as far as it has been written, for a draft: its id is _id, what is
 * wanted may be missing, names of nobody are left out.  absent: no such atto;
 * invalid: words that no form of it can hold.
 */
int modulo_bozza(struct nodo **out, struct arena *a,
    const struct modulo_dati *d) MUST;

/*
 * What a form would have sent for that tree, a document or an istanza's own
 * element, of the fields that the atto has; appended to `campi`, a list in `a`
 * of *n pairs.  absent: no such atto.
 */
int modulo_da_albero(struct coppia **campi, int *n, struct arena *a,
    const char *atto, const struct nodo *albero) MUST;

/*
 * The form, to stand in the tree of its page (the sheet "atto"):
 *   <modulo atto= sommario= norma= file="si" firma="si" lettera="si" id=
 *       ritorno= per= nuovo="si">
 *     <base>cartelle/…@COMMIT</base>…
 *     <sosta id=>…
 *     <rilievo grado= codice= norma= campo="f-mittente-2-pec" confermato=>…
 *     <campo percorso= id= etichetta= tipo= obbligatorio="si" ripetuto="si">
 *       <scelta v=>parola</scelta>…
 *       <valore n= id=>…</valore>…  <rilievo …>…
 *     </campo>
 *     <gruppo percorso= id= etichetta= obbligatorio= ripetuto= n= pieno="si">…</gruppo>
 *   </modulo>
 * `puo` is the row of the menu for this atto (<puo atto= sommario= norma=
 * file="si" firma="si" lettera="si">), `rilievi` what came back (NULL: the form
 * is new, and nothing is wrong with it yet).  absent: no such atto.
 */
int modulo_albero(struct nodo **out, struct arena *a, const struct nodo *puo,
    const struct modulo_dati *d, const struct nodo *rilievi) MUST;

#endif
