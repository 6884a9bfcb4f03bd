/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiamata.c - what every way does: asking, answering, errors.
 *
 * What is absent and what is hidden are answered by the same bytes.  An error
 * says what to do next and never where in the program it was.
 */
#include "web/chiamata.h"

#include <string.h>

#include "base/hash.h"
#include "base/segreto.h"
#include "web/api.h"
#include "web/statici.h"
#include "xml/xml.h"

#define HTML "text/html; charset=utf-8"

/* ---- asking ---- */

const char *
chiamata_campo(const struct chiamata *c, const char *nome)
{
	const char *v = corpo_campo(c->corpo, nome);

	return v != NULL && *v != '\0' ? v : NULL;
}

const char *
chiamata_parametro(const struct chiamata *c, const char *nome)
{
	int i;

	for (i = 0; i < c->in.n_query; i++)
		if (strcmp(c->in.query[i].nome, nome) == 0)
			return c->in.query[i].valore[0] != '\0' ?
			    c->in.query[i].valore : NULL;
	return NULL;
}

struct nodo *
chiamata_chiede(struct chiamata *c, const char *tipo, enum coda coda)
{
	struct nodo *q = nodo_new(c->a, "richiesta");
	const char *agent = c->t.user_agent, *csrf = c->t.x_csrf;
	char hex[IMPRONTA_LEN + 1];

	if (agent == NULL)
		agent = "";
	hash_hex(hex, agent, strlen(agent));
	if (csrf == NULL)
		csrf = chiamata_campo(c, "_csrf");
	nodo_set(c->a, q, "tipo", tipo);
	nodo_set(c->a, q, "id", c->id);
	nodo_set(c->a, q, "sessione", c->sessione);
	nodo_set(c->a, q, "modo", c->gettone ? "gettone" : "cookie");
	nodo_set(c->a, q, "csrf", csrf);
	nodo_set(c->a, q, "indirizzo", c->indirizzo);
	nodo_set(c->a, q, "agente", hex);
	nodo_set(c->a, q, "per", chiamata_campo(c, "_per"));
	nodo_set(c->a, q, "certificato", c->certificato);
	nodo_set(c->a, q, "utente-fidato", c->t.utente_fidato);
	c->richiesta = q;
	c->coda = coda;
	c->n_file = 0;
	return q;
}

void
chiamata_campi(struct nodo *richiesta, const struct chiamata *c)
{
	struct nodo *to = nodo_elem(c->a, richiesta, "campi");
	int i;

	for (i = 0; c->corpo != NULL && i < c->corpo->n_campi; i++) {
		const struct coppia *x = &c->corpo->campi[i];

		/* what begins so is reserved, secrets among it */
		if (x->nome[0] != '_' && x->valore[0] != '\0')
			nodo_set(c->a, nodo_elem_text(c->a, to, "campo",
			    x->valore), "nome", x->nome);
	}
}

void
chiamata_file(struct nodo *richiesta, struct chiamata *c)
{
	int i;

	/* the first is the main document: those sent before come first */
	for (i = 0; c->corpo != NULL && i < c->corpo->n_campi; i++)
		if (strcmp(c->corpo->campi[i].nome, "_sosta") == 0 &&
		    c->corpo->campi[i].valore[0] != '\0')
			nodo_set(c->a, nodo_elem(c->a, richiesta, "file"),
			    "sosta", c->corpo->campi[i].valore);
	for (i = 0; c->corpo != NULL && i < c->corpo->n_file; i++) {
		nodo_set(c->a, nodo_elem(c->a, richiesta, "file"), "nome",
		    c->corpo->file[i].nome);
		c->file[c->n_file++] = c->corpo->file[i].fd;
	}
}

/* One line each, in a piece of memory of its own that is wiped. */
static int
secrets(char out[4 * (SEGRETO_MAX + 1)], size_t *n, int *many,
    const struct chiamata *c, const char *nomi)
{
	char *names = arena_strdup(c->a, nomi), *name;
	const char *v;
	size_t len;

	*n = 0;
	*many = 0;
	while ((name = strsep(&names, " ")) != NULL && *many < 4) {
		v = corpo_campo(c->corpo, name);
		len = v != NULL ? strlen(v) : 0;
		if (len > SEGRETO_MAX || (len > 0 && strpbrk(v, "\r\n")))
			return err_set(ERR_INVALID, "la parola o la frase è "
			    "troppo lunga");
		if (len > 0)
			memcpy(out + *n, v, len);
		out[*n + len] = '\n';
		*n += len + 1;
		++*many;
	}
	return 0;
}

int
chiamata_segreti(struct nodo *richiesta, struct chiamata *c, const char *nomi)
{
	char lines[4 * (SEGRETO_MAX + 1)];
	size_t n;
	int many, r;

	if ((r = secrets(lines, &n, &many, c, nomi)) == 0 &&
	    (r = canale_file(&c->segreto, lines, n)) == 0) {
		c->file[c->n_file++] = c->segreto;
		nodo_set(c->a, richiesta, "segreto",
		    arena_printf(c->a, "%d", many));
		c->r.chiude = true;
	}
	segreto_wipe(lines, sizeof lines);
	return r;
}

/* ---- answering ---- */

void
chiamata_testata(struct chiamata *c, const char *nome, const char *valore)
{
	struct risposta_web *r = &c->r;

	/* a line end within would be a header of somebody else's */
	if (r->n_testate == (int)NELEM(r->testate) ||
	    strpbrk(valore, "\r\n") != NULL)
		return;
	r->testate[r->n_testate][0] = nome;
	r->testate[r->n_testate++][1] = valore;
}

void
chiamata_bytes(struct chiamata *c, int stato, const char *tipo,
    const void *p, size_t n)
{
	c->r.stato = stato;
	c->r.tipo = tipo;
	buf_clear(&c->r.corpo);
	buf_append(&c->r.corpo, p, n);
}

/* "/x?y", printable, without what browsers take for another host. */
bool
chiamata_locale(const char *dove)
{
	const char *s;

	if (dove == NULL || dove[0] != '/' || dove[1] == '/' ||
	    strlen(dove) > 2000)
		return false;
	for (s = dove; *s != '\0'; s++)
		if (*s <= ' ' || *s > '~' || strchr("\\\"<>", *s) != NULL)
			return false;
	return true;
}

void
chiamata_rimanda(struct chiamata *c, const char *dove)
{
	chiamata_bytes(c, 303, HTML, "", 0);
	chiamata_testata(c, "Location", chiamata_locale(dove) ?
	    dove : "/");
}

bool
chiamata_vuole_xml(const struct chiamata *c)
{
	const char *a = c->t.accept;

	return a != NULL && strncmp(a, "application/xml", 15) == 0;
}

static void
plain(struct chiamata *c, int stato, const char *text)
{
	chiamata_bytes(c, stato, "text/plain; charset=utf-8", text,
	    strlen(text));
}

void
chiamata_stampa(struct chiamata *c, const struct pagina *p, int stato,
    const struct nodo *risposta, struct nodo *in_piu)
{
	struct nodo *tree = pagina_albero(c->a, p, &c->in, risposta);
	AUTO_BUF b = { 0 };

	nodo_set(c->a, tree, "stato", arena_printf(c->a, "%d", stato));
	nodo_set(c->a, tree, "statici", arena_printf(c->a, "/statici/%s",
	    statici_edizione()));
	if (risposta != NULL) {
		nodo_set(c->a, tree, "messaggio",
		    nodo_attr(risposta, "messaggio"));
		nodo_set(c->a, tree, "esito", nodo_attr(risposta, "esito"));
		nodo_set(c->a, tree, "fra", nodo_attr(risposta, "fra"));
	}
	if (in_piu != NULL)
		nodo_add(tree, in_piu);
	if (p->completa != NULL)
		p->completa(tree, c->a);
	if (pagina_stampa(&b, p, tree) != 0) {
		/* an error page that cannot be printed is words */
		if (strcmp(p->foglio, "errore") == 0)
			plain(c, stato, p->titolo);
		else
			chiamata_errore(c, 500, NULL, NULL);
		return;
	}
	chiamata_bytes(c, stato, HTML, buf_str(&b), b.len);
}

static const char *
last_step(const char *name)
{
	const char *p = name != NULL ? strrchr(name, '/') : NULL;

	return p != NULL ? p + 1 : name != NULL ? name : "file";
}

/* RFC 6266: plain letters for who knows no other, all of it in UTF-8. */
const char *
chiamata_disposizione(struct chiamata *c, const char *come, const char *nome)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
	AUTO_BUF b = { 0 };
	const char *s;

	nome = last_step(nome);
	buf_printf(&b, "%s; filename=\"", come);
	for (s = nome; *s != '\0'; s++)
		buf_putc(&b, strchr(good, *s) != NULL ? *s : '_');
	buf_puts(&b, "\"; filename*=UTF-8''");
	for (s = nome; *s != '\0'; s++)
		if (strchr(good, *s) != NULL)
			buf_putc(&b, *s);
		else
			buf_printf(&b, "%%%02X", (unsigned char)*s);
	return arena_strdup(c->a, buf_str(&b));
}

/* ---- errors ---- */

static const struct {
	int stato;
	const char *titolo, *testo;
} words[] = {
	{ 400, "Richiesta non valida", "Quello che è arrivato non si capisce: "
	    "torna alla pagina di prima e riprova." },
	{ 401, "Bisogna entrare", "Per questa pagina bisogna entrare." },
	{ 403, "Richiesta non accettata", "La richiesta non viene da una "
	    "pagina aperta da te in questo programma: torna alla pagina, "
	    "ricaricala e riprova." },
	{ 404, "Pagina non trovata", "Questa pagina non c'è, o non è fra "
	    "quelle che puoi vedere." },
	{ 405, "Richiesta non valida", "A questo indirizzo non si chiede "
	    "così." },
	{ 409, "Qualcuno ha scritto nel frattempo", "Il documento è cambiato "
	    "mentre lo scrivevi: quello che hai scritto non è perduto." },
	{ 411, "Richiesta non valida", "La richiesta non dice quanto è "
	    "lunga." },
	{ 413, "Troppo grande", "Si accettano al più 300 MB di file in una "
	    "volta." },
	{ 415, "Richiesta non valida", "Non è un modulo né un documento "
	    "XML." },
	{ 422, "Da correggere", "Qualcosa va corretto." },
	{ 429, "Troppe richieste", "Aspetta un poco e riprova." },
	{ 500, "Errore", "Qualcosa non ha funzionato: niente è stato perduto "
	    "di ciò che era già registrato. Riprova; se succede ancora, "
	    "avvisa chi cura il programma." },
	{ 503, "Servizio occupato", "In questo momento ci sono troppe "
	    "richieste: riprova fra qualche secondo." },
	{ 504, "Non c'è ancora risposta", "L'operazione dura più del solito e "
	    "forse è ancora in corso: prima di ripeterla guarda se è stata "
	    "fatta." },
};

static struct pagina
page_of_error(const char **text, int stato)
{
	struct pagina p = { .via = "/", .foglio = "errore",
	    .titolo = "Errore", .sezione = "" };
	size_t i;

	*text = words[NELEM(words) - 1].testo;
	for (i = 0; i < NELEM(words); i++)
		if (words[i].stato == stato) {
			p.titolo = words[i].titolo;
			*text = words[i].testo;
		}
	return p;
}

static bool
of_program(const struct chiamata *c)
{
	return c->bersaglio != NULL && api_e_via(c->bersaglio);
}

static void
say_to_program(struct chiamata *c, int stato, const char *messaggio)
{
	struct api_risposta r = { .file = -1 };
	struct api_domanda d;

	chiamata_domanda(&d, c);
	api_errore(&r, &d, stato, messaggio);
	chiamata_api(c, &r);
}

void
chiamata_errore(struct chiamata *c, int stato, const char *messaggio,
    const struct nodo *risposta)
{
	const char *text;
	const struct pagina p = page_of_error(&text, stato);
	struct nodo *tree = nodo_new(c->a, "risposta");
	const struct nodo *s = risposta != NULL ?
	    nodo_child(risposta, "sessione") : NULL, *x;
	AUTO_BUF b = { 0 };

	if (messaggio == NULL || stato == 404 || stato == 500)
		messaggio = text;
	if (of_program(c)) {
		say_to_program(c, stato, messaggio);
		return;
	}
	nodo_set(c->a, tree, "messaggio", messaggio);
	if (s != NULL)
		nodo_add(tree, nodo_copy(c->a, s));
	/* of what is wrong with an istanza, but nothing of what is absent */
	for (x = risposta != NULL && stato == 422 ?
	    nodo_child(risposta, "parte") : NULL; x != NULL;
	    x = nodo_next(x, "parte"))
		nodo_add(tree, nodo_copy(c->a, x));
	if (stato == 503)
		chiamata_testata(c, "Retry-After", "2");
	if (!chiamata_vuole_xml(c)) {
		/* nothing of the address: it may be the name of a thing */
		c->in = (struct indirizzo){ .via = "/" };
		chiamata_stampa(c, &p, stato, tree, NULL);
		return;
	}
	nodo_set(c->a, tree, "stato", arena_printf(c->a, "%d", stato));
	nodo_write(&b, tree);
	chiamata_bytes(c, stato, "application/xml", buf_str(&b), b.len);
}

/* To `where`, and back here afterwards. */
static void
enter(struct chiamata *c, const char *where, const char *detto)
{
	AUTO_BUF b = { 0 };
	const char *s = c->metodo == VIA_GET ? c->bersaglio :
	    chiamata_campo(c, "_ritorno");

	if (chiamata_vuole_xml(c)) {
		chiamata_errore(c, 401, NULL, NULL);
		return;
	}
	buf_puts(&b, where);
	if (detto != NULL)
		buf_printf(&b, "?detto=%s", detto);
	if (chiamata_locale(s) && strcmp(s, "/") != 0) {
		buf_puts(&b, detto != NULL ? "&_ritorno=" : "?_ritorno=");
		for (; *s != '\0'; s++)
			if (strchr("&#%+?=", *s) != NULL)
				buf_printf(&b, "%%%02X", (unsigned char)*s);
			else
				buf_putc(&b, *s);
	}
	chiamata_rimanda(c, arena_strdup(c->a, buf_str(&b)));
}

void
chiamata_entra(struct chiamata *c, const char *detto)
{
	enter(c, "/entra", detto);
}

void
chiamata_esito(struct chiamata *c, const struct nodo *risposta)
{
	enum esito_web e = esito_web_di(nodo_attr(risposta, "esito"));
	const char *fra = nodo_attr(risposta, "fra");

	if (e == WEB_ENTRA)
		enter(c, "/entra", NULL);
	else if (e == WEB_SECONDO)
		enter(c, "/secondo-fattore", NULL);
	else if (e == WEB_VIETATO)
		chiamata_errore(c, 404, NULL, risposta);
	else
		chiamata_errore(c, e == WEB_FATTO ? 500 : esito_web_http(e),
		    nodo_attr(risposta, "messaggio"), risposta);
	if (e == WEB_FRENA && fra != NULL)
		chiamata_testata(c, "Retry-After", fra);
}
