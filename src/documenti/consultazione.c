/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/consultazione.h"

#include <string.h>

#include "base/arena.h"
#include "documenti/calendario.h"
#include "documenti/regole.h"

#define GDPR5 "art. 5 GDPR"

/* Who works on the case, who sees it and who must not, what else there is: of
 * the office, and often of other people. */
static const char *const own[] = {
	"accesso-straordinario", "blocco", "collegamento", "conflitto",
	"consultazione", "equipe", "espunzione", "fascicolo", "lapide",
	"revoca-liberatoria", "riassegnazione", "rinvio-firma",
	"secretazione", "separazione-persone", "unione-persone"
};

bool
consultazione_ammette(const char *tipo)
{
	size_t i;

	for (i = 0; i < NELEM(own); i++)
		if (strcmp(own[i], tipo) == 0)
			return false;
	return true;
}

static void
check_days(struct rilievi *out, const struct nodo *in, const char *oggi,
    int giorni)
{
	const char *dal = nodo_value(out->a, in, "dal");
	const char *al = nodo_value(out->a, in, "al");
	char last[DATA_LEN + 1];

	if (dal != NULL && calendario_fra(oggi, dal) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "dal"),
		    "data-passata", NULL, "una consultazione comincia oggi o "
		    "più avanti");
	if (dal == NULL)
		dal = oggi;
	calendario_giorni(last, dal, giorni - 1);
	if (calendario_fra(dal, al) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "al"),
		    "al-rovescio", NULL, "finirebbe il %s, prima di cominciare "
		    "(%s)", al, dal);
	else if (calendario_fra(al, last) < 0)
		rilievo_add(out, ERRORE, figlio_path(out->a, in, "al"),
		    "troppi-giorni", GDPR5, "una consultazione dura al più %d "
		    "giorni: fino al %s; poi si concede di nuovo, se serve "
		    "ancora", giorni, last);
}

static void
check_ground(struct rilievi *out, const struct nodo *in)
{
	bool liberatoria = nodo_child(in, "liberatoria") != NULL;
	bool norma = nodo_child(in, "norma") != NULL;

	if (liberatoria == norma)
		rilievo_add(out, ERRORE, nodo_path(out->a, in), "fondamento",
		    "artt. 6 e 9 GDPR", liberatoria ? "o la liberatoria o la "
		    "norma, non tutte e due: di' su che cosa si fonda" :
		    "di' su che cosa si fonda: la liberatoria che lo permette "
		    "(--liberatoria) o la norma con gli estremi (--norma)");
}

static bool
of_diary(const char *tipo)
{
	return strcmp(tipo, "voce-diario") == 0 ||
	    strcmp(tipo, "correzione-voce") == 0;
}

static void
check_things(struct rilievi *out, const struct nodo *in)
{
	const struct nodo *t;
	const char *tipo;

	if (nodo_child(in, "tipo") == NULL &&
	    nodo_child(in, "documento") == NULL)
		rilievo_add(out, ERRORE, nodo_path(out->a, in), "niente",
		    GDPR5, "di' quali documenti: --documento con il percorso, "
		    "o --tipo");
	for (t = nodo_child(in, "tipo"); t; t = nodo_next(t, "tipo")) {
		tipo = nodo_all_text(out->a, t);
		if (!consultazione_ammette(tipo))
			rilievo_add(out, ERRORE, nodo_path(out->a, t),
			    "non-si-da", GDPR5, "i documenti di tipo «%s» "
			    "restano nel servizio", tipo);
		else if (of_diary(tipo))
			rilievo_add(out, AVVISO, nodo_path(out->a, t),
			    AVVISO_DIARIO_ALTRUI, GDPR5, "così un altro ente "
			    "legge il diario, anche le voci che verranno: se "
			    "deve essere così conferma con --conferma "
			    AVVISO_DIARIO_ALTRUI);
	}
}

void
consultazione_check(struct rilievi *out, const struct nodo *in,
    const char *oggi, int giorni)
{
	const char *copia = nodo_value(out->a, in, "copia");

	check_days(out, in, oggi, giorni);
	check_ground(out, in);
	check_things(out, in);
	if (nodo_child(in, "utente") != NULL)
		return;
	if (copia == NULL || strcmp(copia, "si") != 0)
		rilievo_add(out, ERRORE, nodo_path(out->a, in), "nessuno",
		    NULL, "di' chi la consulta (--utente), o che l'ente ne ha "
		    "copia (--copia si)");
	else if (nodo_child(in, "ente") == NULL)
		rilievo_add(out, ERRORE, nodo_path(out->a, in), "manca-ente",
		    NULL, "di' a quale ente va la copia: --ente");
}

static void
copy_each(struct arena *a, struct nodo *out, const struct nodo *in,
    const char *nome)
{
	const struct nodo *x;

	for (x = nodo_child(in, nome); x != NULL; x = nodo_next(x, nome))
		nodo_add(out, nodo_copy(a, x));
}

struct nodo *
consultazione_make(struct arena *a, const struct nodo *in, const char *ente,
    const char *autore, const char *oggi)
{
	static const char *const said[] = { "utente", "tipo", "documento",
	    "scopo", "liberatoria", "norma" };
	const char *dal = nodo_value(a, in, "dal");
	const char *copia = nodo_value(a, in, "copia");
	struct nodo *n = nodo_new(a, CONSULTAZIONE);
	size_t i;

	nodo_elem_text(a, n, "ente", ente);
	for (i = 0; i < NELEM(said); i++)
		copy_each(a, n, in, said[i]);
	nodo_elem_text(a, n, "dal", dal != NULL ? dal : oggi);
	nodo_elem_text(a, n, "al", nodo_value(a, in, "al"));
	nodo_elem_text(a, n, "copia", copia != NULL ? copia : "no");
	nodo_elem_text(a, n, "autore", autore);
	nodo_elem_text(a, n, "data", oggi);
	return n;
}
