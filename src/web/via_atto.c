/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * via_atto.c - /atto/NOME: the form of any atto, and doing it.
 *
 * What was typed is never lost: it stands in the form that comes back with
 * what is wrong; when the session in which it was opened has ended, or another
 * is in now, it is put aside as a draft of whose session it was.  Whoever may
 * not do the atto has no form.
 */
#include "web/via_atto.h"

#include <string.h>

#include "web/sosta.h"

static void
as_xml(struct chiamata *c, const struct nodo *risposta)
{
	AUTO_BUF b = { 0 };

	nodo_write(&b, risposta);
	chiamata_bytes(c, esito_web_http(esito_web_di(nodo_attr(risposta,
	    "esito"))), "application/xml", buf_str(&b), b.len);
}

/* What is wrong was seen without asking anybody. */
static int
wrong_here(struct chiamata *c, const struct nodo *rilievi)
{
	struct nodo *answer = nodo_new(c->a, "risposta"), *p;

	if (!chiamata_vuole_xml(c))
		return via_modulo_chiede(c, 422, rilievi);
	nodo_set(c->a, answer, "esito", esito_web_parola(WEB_RIFIUTATO));
	p = nodo_elem(c->a, answer, "parte");
	nodo_set(c->a, p, "esito", esito_web_parola(WEB_RIFIUTATO));
	nodo_add(p, nodo_copy(c->a, rilievi));
	as_xml(c, answer);
	return 0;
}

/* ---- doing it ---- */

/* As it was typed, for a draft, whose name is the id of the form: it stays the
 * same while the words change. */
static int
ask_draft(struct chiamata *c)
{
	struct compito *t = c->stato_via;
	struct nodo *one, *q;
	int r = modulo_bozza(&one, c->a, &t->dati);

	if (r == ERR_ABSENT || r == ERR_INVALID) {
		err_clear();
		chiamata_errore(c, r == ERR_ABSENT ? 404 : 422, NULL, NULL);
		return 0;
	}
	if (r != 0)
		return r;
	t->sospeso = true;
	q = chiamata_chiede(c, "bozza-tieni", CODA_LENTE);
	nodo_set(c->a, q, "rifiutato", t->rifiutata != NULL ? "si" : NULL);
	nodo_add(q, one);
	return 0;
}

static int
ask_atto(struct chiamata *c, const char *tipo)
{
	struct compito *t = c->stato_via;
	struct rilievi ril = { .a = c->a };
	struct nodo *one = NULL, *q;
	bool slow;
	int r;

	r = modulo_istanza(&one, &ril, c->a, &t->dati);
	if (r == ERR_ABSENT) {
		err_clear();
		return via_manca(c);
	}
	if (r != 0)
		return r;
	if (one == NULL)
		return wrong_here(c, rilievi_nodo(c->a, &ril));
	slow = c->corpo->n_file > 0 || chiamata_campo(c, "_frase") != NULL ||
	    chiamata_campo(c, "_sosta") != NULL;
	q = chiamata_chiede(c, tipo, strcmp(tipo, "prova") == 0 ?
	    CODA_LETTURE : slow ? CODA_LENTE : CODA_SCRITTURE);
	nodo_set(c->a, q, "menu", "si");
	/* sent, it is no draft any more */
	nodo_set(c->a, q, "bozza", modulo_valore(&t->dati, "_id"));
	nodo_add(q, one);
	chiamata_file(q, c);
	/* a trial signs nothing */
	return strcmp(tipo, "compi") == 0 && chiamata_campo(c, "_frase") ?
	    chiamata_segreti(q, c, "_frase") : 0;
}

/* The letter as it would be, before it is one. */
static int
ask_letter(struct chiamata *c)
{
	struct compito *t = c->stato_via;
	int r;

	t->lettera = true;
	if ((r = ask_atto(c, "prova")) == 0 && c->richiesta != NULL &&
	    strcmp(nodo_attr(c->richiesta, "tipo"), "prova") == 0) {
		nodo_set(c->a, c->richiesta, "anteprima", "si");
		c->coda = CODA_LENTE;
	}
	return r;
}

int
via_atto_chiede(struct chiamata *c)
{
	struct compito *t = compito_new(c);

	if (c->metodo == VIA_GET) {
		t->mostra = 200;
		via_modulo_sessione(c);
		return 0;
	}
	if (c->corpo == NULL) {
		chiamata_errore(c, 400, NULL, NULL);
		return 0;
	}
	if (sosta_chiesta(&t->dati)) {
		chiamata_file(chiamata_chiede(c, "sosta-metti", CODA_LENTE),
		    c);
		return 0;
	}
	switch (modulo_azione(&t->dati)) {
	case MODULO_INVIA:
		return ask_atto(c, "compi");
	case MODULO_PROVA:
		return ask_atto(c, "prova");
	case MODULO_VEDI:
		return ask_letter(c);
	case MODULO_BOZZA:
		return ask_draft(c);
	default:
		return via_modulo_chiede(c, 200, NULL);
	}
}

/* POST /bozze: what a script keeps every few seconds. */
int
via_bozza_chiede(struct chiamata *c)
{
	struct compito *t = compito_new(c);

	if (t->dati.atto != NULL)
		return ask_draft(c);
	chiamata_errore(c, 400, NULL, NULL);
	return 0;
}

/* ---- its answer ---- */

static const struct nodo *
findings(const struct nodo *risposta)
{
	const struct nodo *p = nodo_child(risposta, "parte");
	const struct nodo *r = p != NULL ? nodo_child(p, "rilievi") : NULL;

	return r != NULL ? r : nodo_child(risposta, "rilievi");
}

/* The number of the cartella that was opened. */
static const char *
opened(const struct nodo *risposta)
{
	const struct nodo *n = nodo_child(risposta, "parte");
	const char *tipo;

	if (n == NULL || (n = nodo_child(n, "esito")) == NULL)
		return NULL;
	n = nodo_child(n, "documento");
	for (; n != NULL; n = nodo_next(n, "documento"))
		if ((tipo = nodo_attr(n, "tipo")) != NULL &&
		    strcmp(tipo, "cartella") == 0)
			return nodo_attr(n, "numero");
	return NULL;
}

/* The end of the address of what was registered: "2026/0000001". */
static const char *
registered(struct chiamata *c, const struct nodo *risposta)
{
	const char *n = nodo_value(c->a, risposta, "parte/esito/protocollo");

	if (n == NULL || strlen(n) != 12)	/* 0000001/2026 */
		return NULL;
	return arena_printf(c->a, "%s/%.7s", n + 8, n);
}

/* An address with "{protocollo}" is of what was registered, one with
 * "{cartella}" of the cartella that was opened; absent when there is none. */
static const char *
filled(struct chiamata *c, const char *back, const struct nodo *risposta)
{
	static const char *const hole[] = { "{protocollo}", "{cartella}" };
	const char *n, *at;
	int i;

	for (i = 0; i < 2; i++) {
		if (back == NULL || (at = strstr(back, hole[i])) == NULL)
			continue;
		n = i == 0 ? registered(c, risposta) : opened(risposta);
		return n == NULL ? NULL : arena_printf(c->a, "%.*s%s%s",
		    (int)(at - back), back, n, at + strlen(hole[i]));
	}
	return back;
}

/* Where to when it is done: ?fatto=NOME&esito=ID behind an address of ours. */
static void
done(struct chiamata *c, const struct nodo *risposta)
{
	struct compito *t = c->stato_via;
	const char *back = filled(c, modulo_ritorno(&t->dati), risposta), *id;
	const char *mark;

	id = nodo_attr(nodo_child(c->richiesta, "istanza"), "id");
	if (back == NULL || !chiamata_locale(back)) {
		chiamata_rimanda(c, arena_printf(c->a, "/esito/%s", id));
		return;
	}
	mark = strchr(back, '#');
	chiamata_rimanda(c, arena_printf(c->a, "%.*s%cfatto=%s&esito=%s%s",
	    mark != NULL ? (int)(mark - back) : (int)strlen(back), back,
	    strchr(back, '?') != NULL ? '&' : '?', t->dati.atto, id,
	    mark != NULL ? mark : ""));
}

static int
form_again(struct chiamata *c, int stato, const struct nodo *risposta)
{
	return via_modulo_chiede(c, stato, findings(risposta));
}

/* A page that stood open while its session was renewed, mostly: the words come
 * back, with the new sign of the session. */
static int
stale(struct chiamata *c, const struct nodo *risposta)
{
	const char *why = nodo_attr(risposta, "messaggio");
	struct rilievi ril = { .a = c->a };
	struct compito *t = c->stato_via;

	t->tenuti = true;	/* not without that sign */
	rilievo_add(&ril, ERRORE, "", "pagina-vecchia", NULL, "%s",
	    why != NULL ? why : "la richiesta non si capisce: controlla e "
	    "invia di nuovo");
	return via_modulo_chiede(c, 422, rilievi_nodo(c->a, &ril));
}

static bool
letter_shown(struct chiamata *c, const struct nodo *risposta)
{
	const struct nodo *reso = nodo_child(risposta, "reso");

	if (reso == NULL || c->arrivata == NULL || c->arrivata->n_fd == 0)
		return false;
	via_file_rendi(c, c->arrivata->fd[0], reso, true);
	return true;
}

/* It was asked for. */
static void
draft_answer(struct chiamata *c, const struct nodo *risposta)
{
	struct compito *t = c->stato_via;
	const char *back = modulo_ritorno(&t->dati);

	if (chiamata_vuole_xml(c))
		as_xml(c, risposta);
	else if (esito_web_di(nodo_attr(risposta, "esito")) != WEB_FATTO)
		chiamata_esito(c, risposta);
	else
		chiamata_rimanda(c, back != NULL ? back : "/");
}

/* What was sent could not be done for want of a session: what has become of
 * its words. */
static int
put_away(struct chiamata *c, const struct nodo *risposta)
{
	struct compito *t = c->stato_via;
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	bool kept = nodo_child(risposta, "bozza") != NULL;

	t->sospeso = false;
	if (e == WEB_VIETATO && kept)
		chiamata_errore(c, 403, nodo_attr(risposta, "messaggio"),
		    NULL);
	else if (esito_web_di(nodo_attr(t->rifiutata, "esito")) ==
	    WEB_SCORRETTA)
		return stale(c, t->rifiutata);
	else
		chiamata_entra(c, kept ? "tenuto" : "non-tenuto");
	return 0;
}

/* Of compi and prova, for a person. */
static int
outcome(struct chiamata *c, const struct nodo *risposta, enum esito_web e)
{
	struct compito *t = c->stato_via;

	switch (e) {
	case WEB_FATTO:
		if (t->lettera && letter_shown(c, risposta))
			return 0;
		if (strcmp(nodo_attr(c->richiesta, "tipo"), "compi") != 0)
			return form_again(c, 200, risposta);
		done(c, risposta);
		return 0;
	case WEB_RIFIUTATO:
	case WEB_CONFLITTO:
		return form_again(c, esito_web_http(e), risposta);
	case WEB_SCORRETTA:
		if (nodo_attr(risposta, "vecchia") == NULL)
			return stale(c, risposta);
		t->rifiutata = nodo_copy(c->a, risposta);
		return ask_draft(c);
	case WEB_ENTRA:
		/* who has no page of ours has written nothing */
		if (chiamata_campo(c, "_csrf") == NULL)
			break;
		t->rifiutata = nodo_copy(c->a, risposta);
		return ask_draft(c);
	default:
		break;
	}
	chiamata_esito(c, risposta);
	return 0;
}

int
via_atto_risponde(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const char *tipo = nodo_attr(c->richiesta, "tipo");
	struct compito *t = c->stato_via;

	if (t->sospeso && t->rifiutata != NULL) {
		return put_away(c, risposta);
	} else if (t->sospeso) {
		draft_answer(c, risposta);
	} else if (t->tiene) {
		return via_modulo_tenuti(c, risposta, e);
	} else if (chiamata_vuole_xml(c)) {
		as_xml(c, risposta);
	} else if (t->mostra != 0 && e == WEB_FATTO) {
		via_modulo_mostra(c, t->mostra, risposta, t->rilievi);
	} else if (t->mostra != 0) {
		chiamata_esito(c, risposta);
	} else if (strcmp(tipo, "sosta-metti") == 0 && e == WEB_FATTO) {
		sosta_aggiungi(&t->dati, c->a, risposta);
		t->tenuti = true;
		return via_modulo_chiede(c, 200, NULL);
	} else {
		return outcome(c, risposta, e);
	}
	return 0;
}
