/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servito.c - one request: its headers looked at, its body read, its answer
 * sent.
 */
#include "web/servito.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "base/clock.h"
#include "base/random.h"
#include "base/segreto.h"
#include "base/utf8.h"
#include "colloquio/cronaca.h"
#include "web/tls.h"

/* Bytes of bodies that come at the same time, of one child: of who is in, of
 * who is nobody.  These have a place of their own, that they may fill. */
#define DEPOSITO_MAX (2 * CORPO_MAX)
#define IGNOTI_MAX (2 * (uint64_t)CORPO_TESTO)

#define SALUTO ((uint64_t)64 * 1024)	/* a longer body: whose is it? */

static const char csp[] = "default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'";

/* ---- it arrives ---- */

void *
servito_arriva(void *cls, const char *uri, struct MHD_Connection *con)
{
	struct servito *x = calloc(1, sizeof *x);
	struct servitore *s = cls;
	char id[ID_LEN + 1];

	if (x == NULL)
		abort();
	random_id(id);
	x->s = s;
	x->con = con;
	x->attesa = x->c.r.fd = x->c.segreto = -1;
	x->c.a = arena_new();
	x->c.id = arena_strdup(x->c.a, id);
	x->riga = arena_strdup(x->c.a, uri);
	x->c.bersaglio = arena_strdup(x->c.a, uri);
	x->da = clock_mono();
	if ((x->succ = s->servite) != NULL)
		x->succ->prec = x;
	s->servite = x;
	return x;
}

/* The address is decoded by us, once. */
size_t
servito_lascia(void *cls, struct MHD_Connection *con, char *s)
{
	(void)cls;
	(void)con;
	return strlen(s);
}

static const char *
peer(struct servito *x)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(x->con,
	    MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	char text[INET6_ADDRSTRLEN] = "";

	if (i == NULL)
		return "";
	if (i->client_addr->sa_family == AF_UNIX)
		return "unix";	/* whoever may open it: a proxy */
	if (i->client_addr->sa_family == AF_INET)
		inet_ntop(AF_INET, &((const struct sockaddr_in *)
		    (const void *)i->client_addr)->sin_addr, text,
		    sizeof text);
	else if (i->client_addr->sa_family == AF_INET6)
		inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)
		    (const void *)i->client_addr)->sin6_addr, text,
		    sizeof text);
	return arena_strdup(x->c.a, strncmp(text, "::ffff:", 7) == 0 ?
	    text + 7 : text);
}

static const struct {
	const char *nome;
	size_t dove;
} wanted[] = {
	{ "Host", offsetof(struct testate, host) },
	{ "Origin", offsetof(struct testate, origin) },
	{ "Sec-Fetch-Site", offsetof(struct testate, sec_fetch_site) },
	{ "Accept", offsetof(struct testate, accept) },
	{ "Accept-Encoding", offsetof(struct testate, accept_encoding) },
	{ "Content-Type", offsetof(struct testate, content_type) },
	{ "Content-Length", offsetof(struct testate, content_length) },
	{ "User-Agent", offsetof(struct testate, user_agent) },
	{ "Cookie", offsetof(struct testate, cookie) },
	{ "Authorization", offsetof(struct testate, authorization) },
	{ "If-None-Match", offsetof(struct testate, if_none_match) },
	{ "X-Csrf", offsetof(struct testate, x_csrf) },
	{ "X-Forwarded-For", offsetof(struct testate, forwarded_for) },
	{ "X-Forwarded-Proto", offsetof(struct testate, forwarded_proto) },
};

struct conto {			/* of headers that come once or never */
	struct servito *x;
	int host, length, encoding, bad;
};

static enum MHD_Result
one_header(void *cls, enum MHD_ValueKind kind, const char *name,
    const char *value)
{
	struct conto *k = cls;
	struct testate *t = &k->x->c.t;
	const char *user = k->x->s->o.utente_intestazione;
	size_t i, n = value != NULL ? strlen(value) : 0;

	(void)kind;
	k->host += strcasecmp(name, "Host") == 0;
	k->length += strcasecmp(name, "Content-Length") == 0;
	k->encoding += strcasecmp(name, "Transfer-Encoding") == 0;
	if (value == NULL || !utf8_valid(value, n) || !utf8_plain(value)) {
		k->bad++;
		return MHD_YES;
	}
	for (i = 0; i < NELEM(wanted); i++)
		if (strcasecmp(name, wanted[i].nome) == 0)
			*(const char **)(void *)((char *)t + wanted[i].dove) =
			    arena_strdup(k->x->c.a, value);
	if (user != NULL && strcasecmp(name, user) == 0)
		t->utente_fidato = arena_strdup(k->x->c.a, value);
	return MHD_YES;
}

/* Who asks, by the socket or by the proxy that we know. */
static void
origin_of(struct servito *x)
{
	struct chiamata *c = &x->c;
	const char *from;

	c->indirizzo = peer(x);
	c->cifrata = x->s->o.cert != NULL;
	if (x->s->o.ca != NULL)
		c->certificato = tls_certificato(c->a, x->con);
	if (!guardia_proxy(&x->s->o.guardia, c->indirizzo)) {
		c->t.utente_fidato = NULL;
		return;
	}
	if ((from = guardia_da_proxy(c->a, c->t.forwarded_for)) != NULL)
		c->indirizzo = from;
	if (c->t.forwarded_proto != NULL)
		c->cifrata = strcmp(c->t.forwarded_proto, "https") == 0;
}

/* "/cartella/CS-2026-0000001?voce=3" into its pieces; a slash that is hidden in
 * a piece, and a step up, are no address. */
static bool
read_address(struct servito *x)
{
	char *path = x->riga, *query = strchr(path, '?');
	struct coppia *q = NULL;
	int n = 0;

	if (query != NULL)
		*query++ = '\0';
	if (path[0] != '/' || strcasestr(path, "%2f") != NULL ||
	    strcasestr(path, "%5c") != NULL || decodifica(path, false) != 0 ||
	    !utf8_plain(path) || strchr(path, '\\') != NULL ||
	    strstr(path, "//") != NULL || strstr(path, "/./") != NULL ||
	    strstr(path, "/..") != NULL)
		return false;
	if (query != NULL &&
	    coppie_leggi(&q, &n, x->c.a, query, 64) != 0)
		return false;
	x->c.in = (struct indirizzo){ .via = path, .query = q, .n_query = n };
	for (n--; n >= 0; n--)
		if (!utf8_plain(q[n].nome) || !utf8_plain(q[n].valore))
			return false;
	return true;
}

static void
refuse(struct servito *x, int stato, const char *why)
{
	x->corta = true;
	x->c.r.chiude = true;
	chiamata_errore(&x->c, stato, why, NULL);
	x->pronta = true;
	err_clear();
}

/* ---- its headers ---- */

static bool
method_of(struct servito *x, const char *metodo)
{
	x->c.metodo = strcmp(metodo, "POST") == 0 ? VIA_POST : VIA_GET;
	return x->c.metodo == VIA_POST || strcmp(metodo, "GET") == 0 ||
	    strcmp(metodo, "HEAD") == 0;
}

static int
new_upload(void *di)
{
	struct servito *x = di;

	return openat(x->s->o.spool, ".",
	    O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
}

static void
begin_body(struct servito *x)
{
	const struct testate *t = &x->c.t;
	uint64_t n = t->content_length != NULL ?
	    strtoull(t->content_length, NULL, 10) : 0;
	int stato;

	if (corpo_new(&x->corpo, &stato, t->content_type, t->content_length,
	    new_upload, x) != 0) {
		refuse(x, stato, err_msg());
		return;
	}
	presa_aspetta(x->presa, n);
	/* what is small always has room: the way in, the way out */
	if (n > SALUTO)
		servito_saluta(x);
}

static bool
reserve(struct servito *x, uint64_t *where, uint64_t max, uint64_t n)
{
	if (*where + n > max)
		return false;
	*where += n;
	x->tenuti = n;
	x->dove = where;
	return true;
}

void
servito_accogli(struct servito *x, bool noto)
{
	uint64_t n = strtoull(x->c.t.content_length, NULL, 10);
	bool room;

	if (noto) {
		room = reserve(x, &x->s->deposito, DEPOSITO_MAX, n);
	} else {
		corpo_senza_file(x->corpo);
		room = reserve(x, &x->s->ignoti, IGNOTI_MAX,
		    n < CORPO_TESTO ? n : CORPO_TESTO);
	}
	presa_aspetta(x->presa, x->tenuti);
	if (!room)
		refuse(x, 503, NULL);
}

static void
look(struct servito *x, const char *metodo)
{
	const union MHD_ConnectionInfo *i = MHD_get_connection_info(x->con,
	    MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	struct conto k = { .x = x };
	struct chiamata *c = &x->c;

	x->presa = i != NULL ? i->socket_context : NULL;
	presa_aspetta(x->presa, 0);
	c->in.via = "/";
	c->indirizzo = "";
	c->metodo = VIA_GET;
	MHD_get_connection_values(x->con, MHD_HEADER_KIND, one_header, &k);
	origin_of(x);
	if (k.encoding > 0) {
		refuse(x, 411, NULL);
	} else if (k.bad > 0 || k.host != 1 || k.length > 1 ||
	    !guardia_host(&x->s->o.guardia, c->t.host)) {
		refuse(x, 400, NULL);
	} else if (!method_of(x, metodo)) {
		refuse(x, 405, NULL);
	} else if (!read_address(x)) {
		refuse(x, 404, NULL);
	} else {
		c->sessione = guardia_gettone(c->a, c->t.authorization);
		c->gettone = c->sessione != NULL;
		if (!c->gettone)
			c->sessione = guardia_cookie(c->a, c->t.cookie,
			    c->cifrata);
		if (c->metodo == VIA_POST && !guardia_origine(c))
			refuse(x, 403, NULL);
		else if (c->metodo == VIA_POST)
			begin_body(x);
		else if (c->t.content_length != NULL &&
		    strcmp(c->t.content_length, "0") != 0)
			refuse(x, 400, NULL);
	}
}

/* ---- its answer ---- */

static struct MHD_Response *
response_of(struct risposta_web *r)
{
	struct MHD_Response *out;

	if (r->fd >= 0) {
		out = MHD_create_response_from_fd64(r->n_fd, r->fd);
		if (out != NULL)
			r->fd = -1;
		return out;
	}
	if (r->fissi != NULL)
		return MHD_create_response_from_buffer(r->n_fissi,
		    (void *)r->fissi, MHD_RESPMEM_PERSISTENT);
	return MHD_create_response_from_buffer(r->corpo.len,
	    (void *)buf_str(&r->corpo), MHD_RESPMEM_MUST_COPY);
}

static void
headers(struct servito *x, struct MHD_Response *out)
{
	struct risposta_web *r = &x->c.r;
	bool own_policy = false;
	int i;

	for (i = 0; i < r->n_testate; i++) {
		MHD_add_response_header(out, r->testate[i][0],
		    r->testate[i][1]);
		own_policy |= strcmp(r->testate[i][0],
		    "Content-Security-Policy") == 0;
	}
	if (r->tipo != NULL)
		MHD_add_response_header(out, "Content-Type", r->tipo);
	if (!own_policy)
		MHD_add_response_header(out, "Content-Security-Policy", csp);
	MHD_add_response_header(out, "X-Content-Type-Options", "nosniff");
	MHD_add_response_header(out, "Referrer-Policy", "same-origin");
	MHD_add_response_header(out, "Cross-Origin-Opener-Policy",
	    "same-origin");
	MHD_add_response_header(out, "Cross-Origin-Resource-Policy",
	    "same-origin");
	MHD_add_response_header(out, "Permissions-Policy",
	    "camera=(), microphone=(), geolocation=()");
	MHD_add_response_header(out, "Cache-Control", r->conserva ?
	    "public, max-age=31536000, immutable" : "no-store");
	if (x->c.cifrata)
		MHD_add_response_header(out, "Strict-Transport-Security",
		    "max-age=31536000");
	if (r->chiude || x->s->finisce)
		MHD_add_response_header(out, "Connection", "close");
}

static enum MHD_Result
send_answer(struct servito *x)
{
	struct risposta_web *r = &x->c.r;
	uint64_t n = r->fd >= 0 ? r->n_fd : r->fissi != NULL ? r->n_fissi :
	    r->corpo.len;
	struct MHD_Response *out;
	enum MHD_Result done;

	presa_aspetta(x->presa, n);
	if ((out = response_of(r)) == NULL)
		return MHD_NO;
	headers(x, out);
	done = MHD_queue_response(x->con, (unsigned)r->stato, out);
	MHD_destroy_response(out);
	return done;
}

/* ---- the turns libmicrohttpd takes ---- */

static void
more_body(struct servito *x, const char *dati, size_t n)
{
	if (x->rifiuto == 0 && x->corpo != NULL &&
	    corpo_prende(x->corpo, &x->rifiuto, dati, n) != 0) {
		x->perche = arena_strdup(x->c.a, err_msg());
		err_clear();
	} else if (x->perche == NULL) {
		x->rifiuto = 0;
	}
	/* a passphrase may be among it: its buffer is wiped behind us */
	segreto_wipe((char *)dati, n);
}

static void
end_of_body(struct servito *x)
{
	int stato = 0;

	if (x->perche == NULL && x->corpo != NULL &&
	    corpo_fine(x->corpo, &stato) != 0) {
		x->rifiuto = stato;
		x->perche = arena_strdup(x->c.a, err_msg());
	}
	x->c.r.stato = 0;
	if (x->perche != NULL) {
		refuse(x, x->rifiuto, x->perche);
		return;
	}
	x->c.corpo = x->corpo;
	if (x->presa != NULL)
		x->presa->scade = 0;
	servito_comincia(x);
}

enum MHD_Result
servito_passo(void *cls, struct MHD_Connection *con, const char *url,
    const char *metodo, const char *versione, const char *dati, size_t *n,
    void **con_cls)
{
	struct servito *x = *con_cls;

	(void)cls;
	(void)con;
	(void)url;
	(void)versione;
	if (!x->vista) {
		x->vista = true;
		look(x, metodo);
		return x->corta ? send_answer(x) : MHD_YES;
	}
	if (x->corta)	/* greeted, and there is no room for its body */
		return send_answer(x);
	if (*n > 0) {
		more_body(x, dati, *n);
		*n = 0;
		return MHD_YES;
	}
	/* greeted, and its body comes now */
	if (!x->pronta && x->perche == NULL && x->corpo != NULL &&
	    !corpo_intero(x->corpo))
		return MHD_YES;
	if (!x->pronta && !x->sospesa)
		end_of_body(x);
	return x->pronta ? send_answer(x) : MHD_YES;
}

/* ---- it is over ---- */

static void
count(const struct servito *x)
{
	struct posto_quadro *p = x->s->o.posto;
	int stato = x->c.r.stato;

	if (p != NULL && stato != 0)
		quadro_conta(p, (long)((clock_mono() - x->da) / 1000),
		    stato == 500 ? WEB_GUASTO : stato == 503 ? WEB_OCCUPATO :
		    WEB_FATTO);
	if (stato == 500)
		cronaca("risposta-500", "richiesta", x->c.id, NULL);
}

void
servito_finito(void *cls, struct MHD_Connection *con, void **con_cls,
    enum MHD_RequestTerminationCode come)
{
	struct servito *x = *con_cls;
	struct servitore *s = cls;

	(void)con;
	(void)come;
	if (x == NULL)
		return;
	*con_cls = NULL;
	count(x);
	if (x->dove != NULL)
		*x->dove -= x->tenuti;
	if (x->prec != NULL)
		x->prec->succ = x->succ;
	else
		s->servite = x->succ;
	if (x->succ != NULL)
		x->succ->prec = x->prec;
	if (x->attesa >= 0)
		close(x->attesa);
	if (x->c.segreto >= 0)
		close(x->c.segreto);
	if (x->c.r.fd >= 0)
		close(x->c.r.fd);
	presa_libera(x->presa);
	buf_free(&x->c.r.corpo);
	corpo_free(x->corpo);
	arena_free(x->c.a);
	free(x);
}
