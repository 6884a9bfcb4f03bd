/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_giorni.c - a day formed, a day sealed.
 */
#include "registro/proietta.h"

#include <stdlib.h>

/* A count or a place; -1 when the element is not there. */
static int64_t
whole(struct arena *a, const struct nodo *doc, const char *path)
{
	const char *v = nodo_value(a, doc, path);

	return v == NULL ? -1 : strtoll(v, NULL, 10);
}

int
proietta_registro_giornaliero(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *data = dato(a, doc, "data");
	const char *precedente = dato(a, doc, "precedente");
	const char *anello = dato(a, doc, "atti/impronta");
	const char *lettura = dato(a, doc, "letture/impronta");

	if (!data || !precedente || !anello || !lettura)
		return ERR_INVALID;
	return db_run(r->db, Q_GIORNALIERO_ADD, "ssssisisiisi", data, p->id,
	    p->impronta, precedente, whole(a, doc, "registrazioni/numero"),
	    DATO(a, doc, "atti/primo"), whole(a, doc, "atti/ultimo"), anello,
	    whole(a, doc, "letture/numero"), whole(a, doc, "letture/ultima"),
	    lettura, p->seq);
}

int
proietta_chiusura_giorno(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const char *data = dato(a, doc, "giorno");
	const char *impronta = dato(a, doc, "giornaliero");
	const struct nodo *f = nodo_child(doc, "firma-file");
	int anno = (int)strtol(p->ora, NULL, 10), e;

	if (!data || !impronta || dato(a, doc, "firma-file") == NULL)
		return ERR_INVALID;
	if ((e = db_run(r->db, Q_CHIUSURA_ADD, "ssssssssdi", data, impronta,
	    DATO(a, f, "file"), DATO(a, f, "manifesto"), DATO(a, f, "firma"),
	    DATO(a, f, "utente"), DATO(a, f, "chiave"), p->ora, anno,
	    p->seq)) != 0)
		return e;
	return firma_file_metti(r, a, p, doc, anno);
}
