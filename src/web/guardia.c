/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/guardia.h"

#include <string.h>
#include <strings.h>

#define COOKIE "cartella"
#define COOKIE_TLS "__Host-cartella"	/* no page of another host can set it */
#define SEGRETO_CHARS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" \
	"0123456789_-"

/* Is it a word of the list? */
static bool
among(const char *list, const char *word, size_t len)
{
	size_t n;

	for (; list != NULL && *list != '\0'; list += n) {
		list += strspn(list, " ,");
		n = strcspn(list, " ,");
		if (n == len && n > 0 && strncasecmp(list, word, n) == 0)
			return true;
	}
	return false;
}

bool
guardia_proxy(const struct guardia *g, const char *indirizzo)
{
	return indirizzo != NULL &&
	    among(g->proxy, indirizzo, strlen(indirizzo));
}

bool
guardia_host(const struct guardia *g, const char *host)
{
	size_t n;

	if (host == NULL || *host == '\0' || strlen(host) > 255)
		return false;
	n = strspn(host, SEGRETO_CHARS ".");
	if (host[0] == '[') {
		n = 1 + strspn(host + 1, "0123456789abcdefABCDEF:.");
		n = host[n] == ']' ? n + 1 : 0;
	}
	if (n == 0 || (host[n] != '\0' && (host[n] != ':' ||
	    strspn(host + n + 1, "0123456789") != strlen(host + n + 1))))
		return false;
	return g->nomi == NULL || among(g->nomi, host, n);
}

bool
guardia_origine(const struct chiamata *c)
{
	const char *site = c->t.sec_fetch_site, *o = c->t.origin;
	const char *scheme = c->cifrata ? "https://" : "http://";
	size_t n = strlen(scheme);

	if (c->gettone)		/* no browser sends that by itself */
		return true;
	if (site != NULL && strcmp(site, "same-origin") != 0)
		return false;
	if (o == NULL)
		return true;
	return c->t.host != NULL && strncasecmp(o, scheme, n) == 0 &&
	    strcasecmp(o + n, c->t.host) == 0;
}

const char *
guardia_da_proxy(struct arena *a, const char *forwarded)
{
	const char *last;
	size_t n;

	if (forwarded == NULL)
		return NULL;
	last = strrchr(forwarded, ',');
	last = last != NULL ? last + 1 : forwarded;
	last += strspn(last, " \t");
	n = strspn(last, "0123456789abcdefABCDEF:.");
	if (n == 0 || n > 45 || last[n + strspn(last + n, " ")] != '\0')
		return NULL;
	return arena_strndup(a, last, n);
}

static const char *
secret(struct arena *a, const char *s)
{
	size_t n = strspn(s, SEGRETO_CHARS);

	if (n < 16 || n > 128 || strchr("; ", s[n]) == NULL)
		return NULL;
	return arena_strndup(a, s, n);
}

const char *
guardia_cookie(struct arena *a, const char *cookie, bool cifrata)
{
	const char *name = cifrata ? COOKIE_TLS : COOKIE, *p = cookie;
	size_t n = strlen(name);

	while (p != NULL && *p != '\0') {
		p += strspn(p, " ;");
		if (strncmp(p, name, n) == 0 && p[n] == '=')
			return secret(a, p + n + 1);
		p = strchr(p, ';');
	}
	return NULL;
}

const char *
guardia_gettone(struct arena *a, const char *authorization)
{
	if (authorization == NULL ||
	    strncasecmp(authorization, "Bearer ", 7) != 0)
		return NULL;
	return secret(a, authorization + 7);
}

const char *
guardia_set_cookie(struct arena *a, const char *segreto, const char *dura,
    bool cifrata)
{
	const char *name = cifrata ? COOKIE_TLS : COOKIE;
	const char *more = cifrata ? "; Secure" : "";

	if (*segreto == '\0')
		dura = "0";
	return arena_printf(a, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s%s",
	    name, segreto, more, dura != NULL ? "; Max-Age=" : "",
	    dura != NULL ? dura : "");
}
