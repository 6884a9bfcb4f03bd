/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * redigi.c - write a relazione, or write it again; a new one also in several
 * cartelle, one act, a relazione in each.
 *
 * Refuses: a closed cartella; a relazione that mixes or leaves out what was
 * found, what was said, what is thought of it; one con esito without its
 * proposal; a signed one (a new one is written); a part that others changed
 * since the base of the istanza, of which it shows both texts.  Keeps: a new
 * version has the id of the old, and what others changed in other parts.
 * Norm: art. 473-bis.27 c.p.c.
 */
#include "atti/caso/scrivere.h"
#include "atti/table.h"
#include "documenti/relazione.h"

static void
check(struct rilievi *out, const struct nodo *in, const char *oggi)
{
	(void)oggi;
	relazione_check(out, in);
}

static const struct scrittura relazione = {
	.tipo = "relazione",
	.che = "la relazione",
	.dir = "relazioni",
	.campo = "relazione",
	.piu_cartelle = true,
	.fonde = true,
	.check = check,
	.make = relazione_make,
};

static int
esamina(struct op *op)
{
	return scrivere_esamina(op, &relazione);
}

static int
applica(struct op *op)
{
	return scrivere_applica(op, &relazione);
}

const struct atto atto_redigi = {
	.nome = "redigi",
	.sommario = "scrive una relazione, anche in più cartelle, "
	    "o la riscrive finché non è firmata",
	.norma = "art. 473-bis.27 c.p.c.",
	.esamina = esamina,
	.applica = applica,
};
