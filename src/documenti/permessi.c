/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * permessi.c - what a policy may say, and what changes from one to the next.
 *
 * Refuses: names that nobody knows, a role twice, a responsible who could not
 * adopt the next one, powers over people given to others, a comune-remoto that
 * sees more than its own cases, an ente-esterno that does more than look at
 * what is open to him.  Norm: DPR 445/2000 art. 61, GDPR artt. 25, 32.
 */
#include "documenti/permessi.h"

#include <string.h>

#include "documenti/titolario.h"

#define ART61 "art. 61 DPR 445/2000"
#define ART32 "art. 32 GDPR"

/* Without these nobody could mend the policy, or name who does. */
static const char *const minimo[] = {
	"adotta-permessi", "nomina", "conferma-ora", "permessi"
};
/* Who has these makes himself what he likes. */
static const char *const personali[] = { "adotta-permessi", "nomina" };

static const char *
line_name(const struct nodo *line)
{
	return nodo_attr(line,
	    strcmp(line->nome, "atto") == 0 ? "nome" : "tipo");
}

static bool
is(const struct nodo *n, const char *attr, const char *value)
{
	const char *v = nodo_attr(n, attr);

	return v != NULL && strcmp(v, value) == 0;
}

static bool
is_one(const char *const *list, size_t n, const char *x)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(list[i], x) == 0)
			return true;
	return false;
}

/* ---- names ---- */

/* The nearest; NULL: none is near enough to have been meant. */
static const char *
nearest(const char *x, const char *const *list)
{
	int best = (int)strlen(x) / 2 + 1, d;
	const char *found = NULL;

	for (; *list != NULL; list++)
		if ((d = parole_distanza(x, *list)) < best) {
			best = d;
			found = *list;
		}
	return found;
}

static void
check_name(struct rilievi *out, const struct nodo *line,
    const char *const *list, const char *codice, const char *what)
{
	const char *nome = line_name(line), *near, *const *p;

	for (p = list; *p != NULL; p++)
		if (strcmp(*p, nome) == 0)
			return;
	near = nearest(nome, list);
	rilievo_add(out, ERRORE, nodo_path(out->a, line), codice, NULL,
	    "ruolo %s: %s «%s» non c'è%s%s%s", nodo_attr(line->padre, "nome"),
	    what, nome, near != NULL ? "; forse «" : "",
	    near != NULL ? near : "", near != NULL ? "»?" : "");
}

/* ---- rules of one line ---- */

static void
check_personal(struct rilievi *out, const struct nodo *line)
{
	if (!is(line->padre, "nome", RUOLO_RESPONSABILE) &&
	    is_one(personali, NELEM(personali), line_name(line)))
		rilievo_add(out, ERRORE, nodo_path(out->a, line),
		    "solo-del-responsabile", ART61, "ruolo %s: «%s» è del solo "
		    RUOLO_RESPONSABILE " (chi lo ha può dare a sé ogni altro "
		    "permesso)", nodo_attr(line->padre, "nome"),
		    line_name(line));
}

static void
check_remote(struct rilievi *out, const struct nodo *line)
{
	if (is(line->padre, "nome", RUOLO_REMOTO) &&
	    !is(line, "ambito", "comune"))
		rilievo_add(out, ERRORE, nodo_path(out->a, line),
		    "comune-remoto", ART32, "chi guarda da un altro comune "
		    "vede solo i casi del suo: «%s» va con l'ambito comune, "
		    "non %s", line_name(line), nodo_attr(line, "ambito"));
}

static void
check_external(struct rilievi *out, const struct nodo *line,
    const struct vocabolario *v)
{
	const char *const *p = v->letture;

	if (!is(line->padre, "nome", RUOLO_ESTERNO))
		return;
	if (!is(line, "ambito", "consultazione"))
		rilievo_add(out, ERRORE, nodo_path(out->a, line),
		    RUOLO_ESTERNO, ART32, "chi è di un altro ente vede solo "
		    "ciò che consulta: «%s» va con l'ambito consultazione, "
		    "non %s", line_name(line), nodo_attr(line, "ambito"));
	if (strcmp(line->nome, "atto") != 0)
		return;
	while (*p != NULL && strcmp(*p, line_name(line)) != 0)
		p++;
	if (*p == NULL)
		rilievo_add(out, ERRORE, nodo_path(out->a, line),
		    "sola-lettura", ART32, "chi è di un altro ente legge e non "
		    "scrive: «%s» non è una lettura", line_name(line));
}

static bool
opens_diary(const struct nodo *line)
{
	static const char *const tipi[] = { "*", "voce-diario",
	    "correzione-voce" };
	static const char *const atti[] = { "diario",
	    "vedi-diario-riservato" };

	return strcmp(line->nome, "atto") == 0 ?
	    is_one(atti, NELEM(atti), line_name(line)) :
	    is_one(tipi, NELEM(tipi), line_name(line));
}

/* Fonte 001: the administrative area sees istanza, progetto, ISEE and
 * determinazione, and not the diary. */
static void
check_diary(struct rilievi *out, const struct nodo *line)
{
	if (is(line->padre, "nome", RUOLO_AMMINISTRATIVO) && opens_diary(line))
		rilievo_add(out, AVVISO, nodo_path(out->a, line),
		    AVVISO_DIARIO, ART32, "così l'area amministrativa legge il "
		    "diario dei casi («%s», ambito %s): se deve essere così, "
		    "scrivi perché in --motivo e conferma con --conferma "
		    AVVISO_DIARIO, line_name(line),
		    nodo_attr(line, "ambito"));
}

/* ---- the whole ---- */

static const struct nodo *
find_role(const struct nodo *doc, const char *nome)
{
	const struct nodo *r;

	for (r = nodo_child(doc, "ruolo"); r != NULL; r = nodo_next(r, "ruolo"))
		if (is(r, "nome", nome))
			return r;
	return NULL;
}

static bool
has_line(const struct nodo *ruolo, const char *atto, const char *ambito)
{
	const struct nodo *l;

	for (l = nodo_child(ruolo, "atto"); l != NULL; l = nodo_next(l, "atto"))
		if (is(l, "nome", atto) && is(l, "ambito", ambito))
			return true;
	return false;
}

static void
check_minimum(struct rilievi *out, const struct nodo *doc)
{
	const struct nodo *r = find_role(doc, RUOLO_RESPONSABILE);
	size_t i;

	for (i = 0; i < NELEM(minimo); i++)
		if (r == NULL || !has_line(r, minimo[i], "tutti"))
			rilievo_add(out, ERRORE, nodo_path(out->a,
			    r != NULL ? r : doc), "minimo", ART61,
			    "manca l'atto «%s», ambito tutti, al ruolo "
			    RUOLO_RESPONSABILE ": senza, nessuno potrebbe più "
			    "cambiare i permessi", minimo[i]);
}

void
permessi_check(struct rilievi *out, const struct nodo *doc,
    const struct vocabolario *v)
{
	const struct nodo *r, *l;

	for (r = nodo_child(doc, "ruolo"); r; r = nodo_next(r, "ruolo")) {
		if (find_role(doc, nodo_attr(r, "nome")) != r)
			rilievo_add(out, ERRORE, nodo_path(out->a, r),
			    "ruolo-doppio", NULL, "il ruolo %s è scritto due "
			    "volte: mettine insieme le righe",
			    nodo_attr(r, "nome"));
		for (l = nodo_child(r, NULL); l; l = nodo_next(l, NULL)) {
			if (strcmp(l->nome, "atto") == 0)
				check_name(out, l, v->atti, "atto-ignoto",
				    "l'atto");
			else if (!is(l, "tipo", "*"))
				check_name(out, l, v->tipi, "tipo-ignoto",
				    "il tipo di documento");
			check_personal(out, l);
			check_remote(out, l);
			check_external(out, l, v);
			check_diary(out, l);
		}
	}
	check_minimum(out, doc);
}

/* ---- what it gives ---- */

/* Does a line in one ambito give all that one in the other gives? */
static bool
covers(const char *ambito, const char *other)
{
	return strcmp(ambito, "tutti") == 0 || strcmp(ambito, other) == 0;
}

static bool
role_gives(const struct nodo *ruolo, const char *elem, const char *nome,
    const char *ambito)
{
	const struct nodo *l;

	for (l = nodo_child(ruolo, elem); l != NULL; l = nodo_next(l, elem))
		if ((strcmp(line_name(l), nome) == 0 ||
		    (strcmp(elem, "documento") == 0 && is(l, "tipo", "*"))) &&
		    covers(nodo_attr(l, "ambito"), ambito))
			return true;
	return false;
}

static bool
is_his(struct arena *a, const struct nodo *chi, const struct nodo *ruolo)
{
	const struct nodo *r;

	for (r = nodo_child(chi, "ruolo"); r != NULL; r = nodo_next(r, "ruolo"))
		if (is(ruolo, "nome", nodo_all_text(a, r)))
			return true;
	return false;
}

bool
permessi_concede(const struct nodo *doc, struct arena *a,
    const struct nodo *chi, const char *elem, const char *nome,
    const char *ambito)
{
	const struct nodo *r;

	for (r = nodo_child(doc, "ruolo"); r; r = nodo_next(r, "ruolo"))
		if (is_his(a, chi, r) && role_gives(r, elem, nome, ambito))
			return true;
	return false;
}

static bool
said(const struct nodo *out, const char *tag, const struct nodo *line)
{
	const struct nodo *x;

	for (x = nodo_child(out, tag); x != NULL; x = nodo_next(x, tag))
		if (is(x, "cosa", line->nome) &&
		    is(x, "nome", line_name(line)) &&
		    is(x, "ambito", nodo_attr(line, "ambito")))
			return true;
	return false;
}

/* What one policy gives and the other does not. */
static void
add_only(struct nodo *out, struct arena *a, const char *tag,
    const struct nodo *chi, const struct nodo *in, const struct nodo *other)
{
	const struct nodo *r, *l;
	struct nodo *x;

	for (r = nodo_child(in, "ruolo"); r; r = nodo_next(r, "ruolo")) {
		if (!is_his(a, chi, r))
			continue;
		for (l = nodo_child(r, NULL); l; l = nodo_next(l, NULL)) {
			if (said(out, tag, l) || permessi_concede(other, a, chi,
			    l->nome, line_name(l), nodo_attr(l, "ambito")))
				continue;
			x = nodo_elem(a, out, tag);
			nodo_set(a, x, "cosa", l->nome);
			nodo_set(a, x, "nome", line_name(l));
			nodo_set(a, x, "ambito", nodo_attr(l, "ambito"));
		}
	}
}

void
permessi_differenza(struct nodo *out, struct arena *a,
    const struct nodo *chi, const struct nodo *prima,
    const struct nodo *dopo)
{
	add_only(out, a, "guadagna", chi, dopo, prima);
	add_only(out, a, "perde", chi, prima, dopo);
}

/* ---- as people read it ---- */

/* The element of that name, in its place by the alphabet. */
static struct nodo *
sorted(struct nodo *out, struct arena *a, const struct nodo *line)
{
	const char *attr = strcmp(line->nome, "atto") == 0 ? "nome" : "tipo";
	const char *nome = line_name(line);
	struct nodo *x, *nuovo;
	int d = 1;

	for (x = nodo_child(out, line->nome); x != NULL;
	    x = nodo_next(x, line->nome))
		if ((d = strcmp(nodo_attr(x, attr), nome)) >= 0)
			break;
	if (x != NULL && d == 0)
		return x;
	nuovo = nodo_new(a, line->nome);
	nodo_set(a, nuovo, attr, nome);
	if (x != NULL)
		nodo_add_before(x, nuovo);
	else
		nodo_add(out, nuovo);
	return nuovo;
}

void
permessi_vista_ruolo(struct nodo *out, struct arena *a,
    const struct nodo *ruolo)
{
	const char *ambiti, *one;
	const struct nodo *l;
	struct nodo *x;

	for (l = nodo_child(ruolo, NULL); l != NULL; l = nodo_next(l, NULL)) {
		x = sorted(out, a, l);
		ambiti = nodo_attr(x, "ambiti");
		one = nodo_attr(l, "ambito");
		nodo_set(a, x, "ambiti", ambiti == NULL ? one :
		    arena_printf(a, "%s, %s", ambiti, one));
	}
}
