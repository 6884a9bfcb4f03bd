/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * confronta.c - two versions of a document of an accesso or of a cartella.
 *
 * Refuses by "absent" what the user may not see; a document with one version;
 * an act or a day at which it was not there yet.  A version is named by an act
 * or by a day: it is the one that stood when that act was done, or at the end
 * of that day.  Norm: GDPR art. 32.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/caso/cartella.h"
#include "atti/table.h"
#include "documenti/confronto.h"
#include "documenti/regole.h"
#include "xml/xml.h"

struct scelta {			/* indices into the versions */
	struct versione *v;
	int n, da, a;
};

static bool
is_day(const char *v)
{
	return strchr(v, '-') != NULL;
}

static void
check_when(struct op *op, const char *field)
{
	const char *v = op_campo(op, field);

	if (v == NULL || !is_day(v))
		return;
	if (!clock_day_valid(v))
		op_errore(op, field, "formato", NULL, "«%s» non è un giorno "
		    "che esiste, come 2026-11-20", v);
	else
		regola_non_futura(&op->ril, op->in, field, op_oggi(op),
		    "il giorno");
}

static int
esamina(struct op *op)
{
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0)
		return r;
	if (n.serie == SERIE_PROTOCOLLO)
		op_errore(op, "riferimento", "senza-versioni",
		    "art. 53 DPR 445/2000",
		    "una registrazione non ha versioni: non si modifica");
	check_when(op, "da");
	check_when(op, "a");
	return 0;
}

/* The version in force at the act or on the day of a field; -1: none yet. */
static int
at(struct op *op, const struct scelta *s, const char *field)
{
	const char *v = op_campo(op, field);
	int64_t seq = strtoll(v, NULL, 10);
	int i, found = -1;

	for (i = 0; i < s->n; i++)
		if (is_day(v) ? strncmp(s->v[i].ora, v, GIORNO_LEN) <= 0 :
		    s->v[i].seq <= seq)
			found = i;
	return found;
}

/* By default the last two; with one given, the other is next to it. */
static int
choose(struct scelta *s, struct op *op)
{
	s->a = op_campo(op, "a") != NULL ? at(op, s, "a") : s->n - 1;
	s->da = op_campo(op, "da") != NULL ? at(op, s, "da") : s->a - 1;
	if (s->n == 1)
		return err_set(ERR_INVALID, "%s ha una sola versione",
		    op_campo(op, "documento"));
	if (s->a < 0 || s->da < 0)
		return err_set(ERR_INVALID, "allora %s non c'era ancora, o "
		    "non aveva una versione prima: le versioni sono degli "
		    "atti da %lld (%.10s) a %lld (%.10s)",
		    op_campo(op, "documento"), (long long)s->v[0].seq,
		    s->v[0].ora, (long long)s->v[s->n - 1].seq,
		    s->v[s->n - 1].ora);
	return 0;
}

static int
load(struct nodo **out, struct op *op, const char *folder,
    const struct versione *v)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_versione(&b, op->st, folder, op_campo(op, "documento"),
	    v)) != 0)
		return r;
	return xml_parse(out, op->a, b.data, b.len, XML_OURS);
}

/* da="12" da-ora=… da-operatore=… */
static void
name_version(struct op *op, struct nodo *out, const char *which,
    const struct versione *v)
{
	nodo_set(op->a, out, which, arena_printf(op->a, "%lld",
	    (long long)v->seq));
	nodo_set(op->a, out, arena_printf(op->a, "%s-ora", which), v->ora);
	nodo_set(op->a, out, arena_printf(op->a, "%s-operatore", which),
	    v->operatore);
}

static int
compare(struct op *op, const struct numero *n, const struct scelta *s)
{
	struct nodo *out = nodo_new(op->a, "confronto"), *da, *a;
	const char *folder = numero_folder(op->a, n);
	int r;

	if ((r = load(&da, op, folder, &s->v[s->da])) != 0 ||
	    (r = load(&a, op, folder, &s->v[s->a])) != 0)
		return r;
	nodo_set(op->a, out, "documento", op_campo(op, "documento"));
	name_version(op, out, "da", &s->v[s->da]);
	name_version(op, out, "a", &s->v[s->a]);
	op->vista = out;
	if ((r = caso_persona(out, op, n)) != 0)
		return r;
	return confronto(out, op->a, da, a);
}

static int
applica(struct op *op)
{
	const char *documento = op_campo(op, "documento"), *folder;
	struct occhio occhio = op_occhio(op);
	struct scelta s = { 0 };
	struct numero n;
	int r;

	if ((r = numero_parse(&n, op_campo(op, "riferimento"))) != 0 ||
	    (r = registro_vede_documento(op->st->registro, &occhio, &n,
	    documento)) != 0)
		return r;
	folder = numero_folder(op->a, &n);
	if ((r = registro_versioni(&s.v, &s.n, op->a, op->st->registro, folder,
	    documento)) != 0 || (r = choose(&s, op)) != 0)
		return r;
	return compare(op, &n, &s);
}

const struct atto atto_confronta = {
	.nome = "confronta",
	.sommario = "mostra che cosa cambia fra due versioni di un documento",
	.norma = "art. 32 GDPR",
	.flags = LETTURA,
	.esamina = esamina,
	.applica = applica,
};
