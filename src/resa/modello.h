/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modello.h - the models of letters: ODT files that people make in Writer.
 *
 * What varies is a real element of Writer, that no editor splits:
 *   a user field "destinatario.denominazione"       its value
 *   a section "se_<campo>", "se_non_<campo>"        kept when there is (not) one
 *                                                   (si-no: when it is yes)
 *   a section or table "ripeti_<elenco>"            once for each of the list
 *     (of a table: its rows but those of its head; none: no table)
 * in body, tables, frames, heads and feet.  Writer wants names of sections and
 * tables to differ: digits at the end ("se_oggetto2") do not count.  Typed
 * "{{campo}}", and paragraphs with nothing but "{{ripeti elenco}}",
 * "{{se campo}}" … "{{fine}}", become such elements on intake.
 *
 * A name is looked up in the dictionary of its kind of paper and nowhere else:
 * what a model says never becomes an XPath.
 */
#ifndef RESA_MODELLO_H
#define RESA_MODELLO_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"

#define MODELLO_MAX ((size_t)8 * 1024 * 1024)	/* bytes of an ODT model */
#define MODELLO_FOGLIO "cartella/foglio.xsl"	/* entry of a model taken in */

/* ---- dictionary ---- */

/*
 * The fields of a kind of paper ("lettera", "relazione", …), from
 * templates/campi.xml:
 *   <dizionario carta="lettera" denominazione="Lettera a un terzo">
 *     <campo nome="ente.denominazione" via="ente/denominazione" tipo="testo"
 *         esempio="Comune di Prato">come si chiama l'ente</campo>
 *     <elenco nome="famiglia" via="famiglia/componente">chi ne fa parte
 *       <campo nome="famiglia.cognome" via="cognome" …>…</campo>
 *     </elenco>
 * via: child names below the root of the data, or below the item of the list
 * ("a/b", "a/@b").  tipo: testo, parola (a coded word: by the words that
 * parole="code = words; other-code = other words" has for it, or "-" read as
 * blank),
 * data (1° dicembre 2026), giorno (01/12/2026), ora, orario (ore 14:30),
 * importo, si-no, prosa.
 * "libero.<parola>" is always a field: what the writer is asked for, text at
 * libero[@nome='<parola>'].  absent: no such kind.
 */
int dizionario_di(struct nodo **out, struct arena *a, const char *carta) MUST;
/* Those there are: NULL-ended. */
int dizionario_carte(const char *const **out, struct arena *a) MUST;
/* The <campo> or <elenco> of that name; NULL: none.  A field "libero.…" is
 * made. */
const struct nodo *dizionario_trova(const struct nodo *d, struct arena *a,
    const char *nome);
/* The nearest name there is, for "forse intendevi"; NULL: none is near. */
const char *dizionario_vicino(const struct nodo *d, struct arena *a,
    const char *nome);

/* The fields as an ODT to copy them from, itself a model that is taken in;
 * same dictionary, same bytes. */
int modello_tavolozza(struct buf *out, const struct nodo *dizionario) MUST;

/* ---- intake (in a worker: the bytes are of others) ---- */

/*
 * Reads a model made by hand.  *odt is the model taken in: typed fields made
 * real, with declarations that show the example; revisions accepted, notes in
 * the margin taken away, title and language put; its compiled sheet inside
 * (MODELLO_FOGLIO); same bytes, same result; taken in again, it is the same.
 * *scheda: <modello titolo="…"><campo nome="…"/>…</modello>, the fields it
 * uses, sorted, each once ("libero.…" too), lists as <elenco nome="…"/>;
 * scritto="si": somewhere it was typed and is now a real one.
 * What is wrong are rilievi (path ""): errors leave *odt empty; each names
 * page, paragraph and the words it begins with.
 */
int modello_accogli(struct buf *odt, struct nodo **scheda,
    struct rilievi *ril, struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo) MUST;

/*
 * content.xml and styles.xml (xml/odf.h), checked, into the stylesheet that
 * fills them: parameters `parte` ("contenuto", "stili") and `bozza` ("si").
 */
int modello_compila(struct buf *foglio, const struct nodo *contenuto,
    const struct nodo *stili, const struct nodo *dizionario) MUST;

/* ---- filling (bytes that were taken in) ---- */

enum {
	/* a draft to be edited: what is missing shows as «campo», each prosa
	 * stands in a section with the name of its field */
	RIEMPI_BOZZA = 1
};

/*
 * A model taken in, filled: an ODT with no fields left.  Same bytes for the
 * same model, data, title.  *manca: NULL, or <manca><campo nome="…"/>…</manca>,
 * the fields that have no value where the model wants one: then nothing is
 * put in `out`.  A value is always text.
 */
int modello_riempi(struct buf *out, struct nodo **manca, struct arena *a,
    const void *modello, size_t n, const struct nodo *dati,
    const char *titolo, int modo) MUST;

/* The fields it uses, as modello_accogli says them: of one taken in. */
int modello_scheda(struct nodo **out, struct arena *a, const void *modello,
    size_t n) MUST;

/* ---- the models shipped ---- */

/*
 * "convocazione": taken in, made once a process from
 * templates/modelli/<nome>.xml (body) and templates/modelli/styles.xml; *bytes
 * lives as long as the process.  absent: no such model.
 */
int modello_spedito(const struct buf **bytes, const char *nome) MUST;

/* <modelli><modello nome="…" carta="…" denominazione="…"/>…</modelli>: those
 * of templates/modelli/indice.xml. */
int modello_spediti(struct nodo **out, struct arena *a) MUST;

#endif
