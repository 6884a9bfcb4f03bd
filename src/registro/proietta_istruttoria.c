/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * proietta_istruttoria.c - which cartelle wait for the administrative office
 * or the dirigente, and the papers that answer.
 */
#include "registro/proietta.h"

#include <stdlib.h>
#include <string.h>

#include "documenti/fascicolo.h"
#include "registro/attesa.h"
#include "registro/legami.h"

int
proietta_istruttoria(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n;
	int e;

	(void)a;
	(void)doc;
	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	return attesa_togli(r, ATTESA_DA_ISTRUIRE, &n);
}

/* The registration of an answer is among those of the cartella. */
int
proietta_osservazioni(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct numero n, prot;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0 ||
	    (e = dato_numero(&prot, a, doc, "protocollo")) != 0)
		return e;
	return fascicolo_accoglie(r, &n, &prot, COME_ATTO, p->seq);
}

static int
adopted(struct registro *r, struct arena *a, const struct posizione *p,
    const struct nodo *adozione)
{
	const char *numero = dato(a, adozione, "numero"), *anno;

	if (numero == NULL)
		return ERR_INVALID;
	if ((anno = strchr(numero, '/')) == NULL)
		return err_set(ERR_INVALID, "il numero %s non dice l'anno",
		    numero);
	return firma_file_metti(r, a, p, adozione,
	    (int)strtol(anno + 1, NULL, 10));
}

int
proietta_determinazione(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	const struct nodo *adozione = nodo_child(doc, "adozione");
	struct numero n;
	int e;

	if ((e = numero_of_folder(&n, p->cartella)) != 0)
		return e;
	if (adozione == NULL)
		return attesa_metti(r, ATTESA_DA_FIRMARE, &n, NULL, p);
	if ((e = attesa_togli(r, ATTESA_DA_FIRMARE, &n)) != 0)
		return e;
	return adopted(r, a, p, adozione);
}

/* Who controls it looks at it as long as it goes on. */
int
proietta_intervento(struct registro *r, struct arena *a,
    const struct posizione *p, const struct nodo *doc)
{
	struct legame l = { .relazione = LEGAME_CONTROLLO };
	int e;

	if ((e = legami_togli(r, p)) != 0)
		return e;
	if ((l.ufficio = DATO(a, doc, "prestazione/controllo")) == NULL)
		return 0;
	l.dal = DATO(a, doc, "apertura");
	l.al = DATO(a, doc, "chiusura/data");
	return legame_metti(r, p, &l);
}
