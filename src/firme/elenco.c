/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * elenco.c - a national trust list read into the certificates it vouches for.
 *
 * Refuses: what is no trust list, a list of lists (it vouches for nobody), an
 * identity in it that is not base64, a status without its day.  A status of
 * the past names its service often by key alone: it is told of the
 * certificates that the service has now.  Norm: ETSI TS 119 612; Reg. (UE)
 * 910/2014 art. 22.
 */
#include <string.h>

#include "base/clock.h"
#include "firme/xades.h"
#include "xml/xml.h"

#define TIPI "http://uri.etsi.org/TrstSvc/Svctype/"
#define NAZIONALE "http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric"
#define DER_MAX 65536		/* base64 digits of a certificate */
#define SERVIZI_MAX 20000	/* lines of the answer: Italy has hundreds */

struct elenco {
	struct arena *a;
	struct nodo *out;
	int n;			/* lines in it */
};

/* The text of a field without blanks around it; "" when absent. */
static const char *
field(struct arena *a, const struct nodo *n, const char *path)
{
	const char *s = n != NULL ? nodo_value(a, n, path) : NULL;
	size_t len;

	if (s == NULL)
		return "";
	s += strspn(s, " \t\r\n");
	for (len = strlen(s); len > 0 && strchr(" \t\r\n", s[len - 1]); len--)
		continue;
	return arena_strndup(a, s, len);
}

/* "CA/QC", "TSA/QTST": those that vouch for signatures and stamps; or NULL. */
static const char *
kind(struct arena *a, const struct nodo *servizio)
{
	const char *s = field(a, servizio, "ServiceTypeIdentifier");
	const size_t n = sizeof TIPI - 1;

	if (strncmp(s, TIPI, n) != 0 || (strcmp(s + n, "CA/QC") != 0 &&
	    strcmp(s + n, "TSA/QTST") != 0))
		return NULL;
	return s + n;
}

/* In one piece; NULL when it is something else. */
static const char *
base64_plain(struct arena *a, const char *s)
{
	AUTO_BUF b = { 0 };

	for (; *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) != NULL)
			continue;
		if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		    "0123456789+/=", *s) == NULL || b.len == DER_MAX)
			return NULL;
		buf_putc(&b, *s);
	}
	return b.len > 0 ? arena_strdup(a, buf_str(&b)) : NULL;
}

/* One line of the answer: this certificate, with that status since then. */
static int
add(struct elenco *e, const char *der, const struct nodo *servizio,
    const char *nome)
{
	struct arena *a = e->a;
	const char *stato = field(a, servizio, "ServiceStatus");
	const char *slash = strrchr(stato, '/'), *tipo = kind(a, servizio);
	char ora[ORA_LEN + 1];
	struct nodo *n;
	int64_t dal;

	if (tipo == NULL)
		return 0;
	if (slash == NULL || slash[1] == '\0' || clock_parse(&dal,
	    field(a, servizio, "StatusStartingTime")) != 0)
		return err_set(ERR_INVALID, "l'elenco di fiducia ha un "
		    "servizio senza stato o senza il suo giorno");
	if (++e->n > SERVIZI_MAX)
		return err_set(ERR_INVALID, "l'elenco di fiducia ha più di %d "
		    "servizi", SERVIZI_MAX);
	clock_iso(ora, dal);
	n = nodo_elem_text(a, e->out, "servizio", der);
	nodo_set(a, n, "nome", nome);
	nodo_set(a, n, "tipo", tipo);
	nodo_set(a, n, "stato", slash + 1);
	nodo_set(a, n, "dal", ora);
	return 0;
}

static int
add_history(struct elenco *e, const char *der, const struct nodo *history,
    const char *nome)
{
	const struct nodo *h;
	int r;

	if (history == NULL)
		return 0;
	for (h = nodo_child(history, "ServiceHistoryInstance"); h != NULL;
	    h = nodo_next(h, "ServiceHistoryInstance"))
		if ((r = add(e, der, h, nome)) != 0)
			return r;
	return 0;
}

static int
add_service(struct elenco *e, const struct nodo *service)
{
	struct arena *a = e->a;
	const struct nodo *now = nodo_child(service, "ServiceInformation");
	const struct nodo *past = nodo_child(service, "ServiceHistory");
	const struct nodo *id, *d;
	const char *text, *der;
	int r;

	if (now == NULL || kind(a, now) == NULL ||
	    (id = nodo_child(now, "ServiceDigitalIdentity")) == NULL)
		return 0;
	for (d = nodo_child(id, "DigitalId"); d; d = nodo_next(d, "DigitalId")) {
		text = field(a, d, "X509Certificate");
		if (*text == '\0')
			continue;
		if ((der = base64_plain(a, text)) == NULL)
			return err_set(ERR_INVALID, "l'elenco di fiducia ha un "
			    "certificato che non si legge");
		text = field(a, now, "ServiceName/Name");
		if ((r = add(e, der, now, text)) != 0 ||
		    (r = add_history(e, der, past, text)) != 0)
			return r;
	}
	return 0;
}

static int
add_provider(struct elenco *e, const struct nodo *provider)
{
	const struct nodo *list = nodo_child(provider, "TSPServices"), *s;
	int r;

	if (list == NULL)
		return 0;
	for (s = nodo_child(list, "TSPService"); s != NULL;
	    s = nodo_next(s, "TSPService"))
		if ((r = add_service(e, s)) != 0)
			return r;
	return 0;
}

/* A moment of the heading, where it is said. */
static void
set_moment(struct nodo *out, struct arena *a, const char *attr,
    const char *text)
{
	char ora[ORA_LEN + 1];
	int64_t t;

	if (*text == '\0')
		return;
	if (clock_parse(&t, text) != 0) {
		err_clear();
		return;
	}
	clock_iso(ora, t);
	nodo_set(a, out, attr, ora);
}

static int
head(struct nodo *out, struct arena *a, const struct nodo *root)
{
	const struct nodo *h = nodo_child(root, "SchemeInformation");
	const char *s;

	if (strcmp(root->nome, "TrustServiceStatusList") != 0 || h == NULL)
		return err_set(ERR_INVALID, "non è un elenco di fiducia (ETSI "
		    "TS 119 612)");
	if (strcmp(field(a, h, "TSLType"), NAZIONALE) != 0)
		return err_set(ERR_INVALID, "non è l'elenco di fiducia di uno "
		    "Stato: quello europeo degli elenchi non serve qui");
	if (*(s = field(a, h, "SchemeTerritory")) != '\0')
		nodo_set(a, out, "paese", s);
	if (*(s = field(a, h, "TSLSequenceNumber")) != '\0')
		nodo_set(a, out, "numero", s);
	set_moment(out, a, "emesso", field(a, h, "ListIssueDateTime"));
	set_moment(out, a, "scade", field(a, h, "NextUpdate/dateTime"));
	return 0;
}

int
elenco_fiducia(struct nodo **out, struct arena *a, const void *xml, size_t n)
{
	struct elenco e = { .a = a, .out = nodo_new(a, "elenco") };
	struct nodo *root;
	const struct nodo *list, *p;
	int r;

	if ((r = xml_parse(&root, a, xml, n, XML_ALTRUI)) != 0 ||
	    (r = head(e.out, a, root)) != 0)
		return r;
	list = nodo_child(root, "TrustServiceProviderList");
	for (p = list != NULL ? nodo_child(list, "TrustServiceProvider") : NULL;
	    p != NULL; p = nodo_next(p, "TrustServiceProvider"))
		if ((r = add_provider(&e, p)) != 0)
			return r;
	*out = e.out;
	return 0;
}
