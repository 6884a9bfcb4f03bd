/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_firme.c - a manifesto that was signed, a paper that went out with
 * its signature.
 */
#include "registro/proietta.h"

#include <string.h>

#include "documenti/manifesto.h"

static int
add_objects(struct registro *r, const struct posizione *p,
    const struct manifesto_oggetto *o, int n)
{
	int e, i;

	for (i = 0; i < n; i++)
		if ((e = db_run(r->db, Q_FIRMA_OGGETTO_ADD, "ssdsssi",
		    p->cartella, p->percorso, i + 1, o[i].ruolo, o[i].id,
		    o[i].impronta, p->seq)) != 0)
			return e;
	return 0;
}

int
proietta_manifesto(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct manifesto_oggetto *o, original = { 0 };
	struct manifesto_capo c;
	int e, n;

	if ((e = manifesto_capo(&c, a, doc)) != 0 ||
	    (e = manifesto_oggetti(&o, &n, a, doc)) != 0)
		return e;
	e = manifesto_oggetto(&original, a, doc, RUOLO_ORIGINALE);
	if (e != 0 && e != ERR_ABSENT)
		return e;
	err_clear();
	if ((e = db_run(r->db, Q_FIRMA_ADD, "sssssssssssi", p->cartella,
	    p->percorso, p->impronta, c.scopo, original.id,
	    original.id != NULL ? original.impronta : NULL, c.utente, c.per,
	    c.tipo_chiave, c.chiave, p->ora, p->seq)) != 0)
		return e;
	/* a paper about a document is no signature of it */
	if (original.id != NULL && c.utente != NULL &&
	    (strcmp(c.scopo, SCOPO_SOTTOSCRIZIONE) == 0 ||
	    strcmp(c.scopo, SCOPO_VISTO) == 0) &&
	    (e = libro_firmato(r, p, original.id, original.impronta,
	    c.utente, c.per)) != 0)
		return e;
	return add_objects(r, p, o, n);
}

int
firma_file_metti(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *carta, int anno)
{
	const struct nodo *f = nodo_child(carta, "firma-file");

	if (dato(a, carta, "firma-file") == NULL)
		return ERR_INVALID;
	return db_run(r->db, Q_FIRMA_FILE_ADD, "sssssdi",
	    DATO(a, f, "firma"), DATO(a, f, "file"), DATO(a, f, "manifesto"),
	    DATO(a, f, "utente"), DATO(a, f, "chiave"), anno, p->seq);
}
