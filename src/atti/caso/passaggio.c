/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/caso/passaggio.h"

#include <string.h>

#include "atti/atto.h"
#include "atti/caso/guardie.h"
#include "base/buf.h"
#include "documenti/accesso.h"
#include "documenti/cartella.h"
#include "registro/procedimento.h"

static struct passaggio
key(const struct op *op, const char *oggetto, const char *stato,
    const char *esito)
{
	return (struct passaggio){ .oggetto = oggetto, .da = stato,
	    .atto = op->passaggio != NULL ? op->passaggio : op->atto->nome,
	    .esito = esito != NULL ? esito : "" };
}

/* ---- what is possible from here ---- */

/* Each atto once, with its outcomes when they are not all there. */
static void
list_possible(struct buf *out, const struct passaggio *list, int n)
{
	const char *last = "";
	int i;

	for (i = 0; i < n; i++) {
		if (strcmp(list[i].atto, last) == 0)
			continue;
		buf_printf(out, "%s«%s»", *last ? ", " : "", list[i].atto);
		last = list[i].atto;
	}
}

static int
refuse(struct op *op, const struct passaggio *p)
{
	const char *words = stato_in_parole(op->a, p->da);
	struct passaggio *list;
	AUTO_BUF here = { 0 };
	int r, n;

	if ((r = registro_passaggi_da(&list, &n, op->a, op->st->registro,
	    p->oggetto, p->da)) != 0)
		return r;
	list_possible(&here, list, n);
	op_errore(op, op_campo(op, p->oggetto) != NULL ? p->oggetto : "",
	    "stato", NULL, "%s è nello stato «%s»: «%s»%s%s non si fa; %s%s",
	    strcmp(p->oggetto, OGGETTO_ACCESSO) == 0 ? "l'accesso" :
	    "la cartella", words, p->atto, *p->esito ? " con esito " : "",
	    p->esito, n > 0 ? "da qui si fa: " : "da qui non si fa niente",
	    buf_str(&here));
	return 0;
}

/* ---- guards ---- */

static int
check_guards(struct op *op, const struct passaggio *p)
{
	struct guardia *list;
	int r, n, i;

	if ((r = registro_guardie(&list, &n, op->a, op->st->registro,
	    p)) != 0)
		return r;
	for (i = 0; i < n; i++)
		if ((r = guardia_esamina(op, p->oggetto, &list[i])) != 0)
			return r;
	return 0;
}

int
passaggio_esamina(struct op *op, const char *oggetto, const char *stato,
    const char *esito)
{
	struct passaggio p = key(op, oggetto, stato, esito);
	int r;

	if (rilievo_find(&op->ril, "cartella-chiusa") != NULL)
		return 0;
	r = registro_passaggio(&p, op->a, op->st->registro);
	if (r == ERR_ABSENT)
		return refuse(op, &p);
	return r != 0 ? r : check_guards(op, &p);
}

int
passaggio_applica(struct op *op, struct nodo *copertina,
    const char *oggetto, const char *esito)
{
	const char *stato = nodo_value(op->a, copertina, "stato");
	struct passaggio p = key(op, oggetto,
	    stato != NULL ? stato : STATO_INIZIO, esito);
	int r;

	r = registro_passaggio(&p, op->a, op->st->registro);
	if (r == ERR_ABSENT)
		return err_set(ERR_INVALID, "dallo stato «%s» «%s» non si fa",
		    stato_in_parole(op->a, p.da), p.atto);
	if (r != 0)
		return r;
	copertina_stato(op->a, copertina, p.a);
	return 0;
}

int
passaggio_copertina(struct nodo **copertina, struct op *op,
    const char *folder, const char *oggetto, const char *esito)
{
	const char *path = strcmp(oggetto, OGGETTO_CARTELLA) == 0 ?
	    CARTELLA_COPERTINA : ACCESSO_COPERTINA;
	int r;

	if ((r = store_documento(copertina, op->a, op->st, folder, path)) != 0)
		return r;
	return passaggio_applica(op, *copertina, oggetto, esito);
}
