/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * atto_prova.h - an act of one document in a register without a store: its link
 * in the chain, its rows, its place.  Read after cmocka.h, once a program.
 */
#ifndef UNIT_ATTO_PROVA_H
#define UNIT_ATTO_PROVA_H

#include "base/hash.h"
#include "registro/registro.h"
#include "xml/xml.h"

#define ORA "2026-11-20T10:15:30+01:00"
#define NS " xmlns=\"urn:cartella:1\""

typedef int proietta_prova_fn(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc);

static struct nodo *
atto_parsed(struct arena *a, const char *xml)
{
	struct nodo *n;

	assert_int_equal(xml_parse(&n, a, xml, strlen(xml), XML_OURS), 0);
	return n;
}

/* The impronta of what an act brings; NULL: nothing. */
static const char *atto_allegato;

/* With the number `seq`; its rows by fn, NULL: by all that is of its type.  The
 * code of the first step that fails. */
static int
atto_scrivi(struct registro *r, struct arena *a, int64_t seq,
    const char *cartella, const char *percorso, const struct nodo *doc,
    proietta_prova_fn *fn)
{
	const char *tipo = doc->nome, *home[1] = { cartella };
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct anello_documento d = { .cartella = cartella,
	    .percorso = percorso, .impronta = impronta };
	struct anello an = { .seq = seq, .ora = ORA, .atto = "prova",
	    .operatore = "rosa", .cartelle = home, .n_cartelle = 1,
	    .documenti = &d, .n_documenti = 1,
	    .allegati = &atto_allegato, .n_allegati = atto_allegato != NULL };
	struct posizione pos = { seq, ORA, cartella, percorso, NULL,
	    impronta, tipo };
	struct ultimo last;
	int e;

	nodo_write(&b, doc);
	hash_hex(impronta, buf_str(&b), b.len);
	d.id = pos.id = arena_printf(a, "%032llx", (unsigned long long)seq);
	an.istanza = arena_printf(a, "%031llxf", (unsigned long long)seq);
	if ((e = registro_ultimo(&last, r)) != 0)
		return e;
	an.istanza_impronta = an.precedente = last.impronta;
	anello_seal(&an);
	if ((e = registro_anello(r, &an, "atti/x", &tipo)) != 0 ||
	    (e = fn != NULL ? fn(r, a, &pos, doc) :
	    registro_proietta(r, &pos, doc)) != 0)
		return e;
	return registro_posto(r, seq, cartella,
	    "00112233445566778899aabbccddeeff00112233");
}

#endif
