/* SPDX-License-Identifier: EUPL-1.2 */
#include "servizio/modi.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"

#define MODI_MAX ((size_t)64 * 1024)	/* bytes of the file */

static char *
trimmed(struct arena *a, const char *s, size_t n)
{
	while (n > 0 && strchr(" \t\r", s[n - 1]) != NULL)
		n--;
	while (n > 0 && strchr(" \t", *s) != NULL) {
		s++;
		n--;
	}
	return arena_strndup(a, s, n);
}

static int
yes(bool *out, const char *v)
{
	if (strcmp(v, "si") != 0 && strcmp(v, "no") != 0)
		return err_set(ERR_INVALID, "accesso.conf: «%s» è si o no", v);
	*out = strcmp(v, "si") == 0;
	return 0;
}

static int
set(struct modi *m, const char *name, const char *v)
{
	if (strcmp(name, "ldap") == 0)
		m->ldap.indirizzo = v;
	else if (strcmp(name, "ldap-nome") == 0)
		m->ldap.nome = v;
	else if (strcmp(name, "ldap-ca") == 0)
		m->ldap.ca = v;
	else if (strcmp(name, "accesso-unico") == 0)
		return yes(&m->accesso_unico, v);
	else if (strcmp(name, "certificati") == 0)
		return yes(&m->certificati, v);
	else if (strcmp(name, "secondo-fattore") == 0 &&
	    (strcmp(v, "obbligatorio") == 0 || strcmp(v, "libero") == 0))
		m->secondo_obbligatorio = v[0] == 'o';
	else
		return err_set(ERR_INVALID, "accesso.conf: la riga «%s = %s» "
		    "non si capisce", name, v);
	return 0;
}

static int
whole(const struct modi *m)
{
	const char *uri = m->ldap.indirizzo;

	if (uri == NULL)
		return 0;
	if (strncmp(uri, "ldap://", 7) != 0 && strncmp(uri, "ldaps://", 8) != 0)
		return err_set(ERR_INVALID, "accesso.conf: ldap comincia con "
		    "ldaps:// (o ldap://, e si passa a TLS)");
	if (m->ldap.nome == NULL || strstr(m->ldap.nome, "%s") == NULL)
		return err_set(ERR_INVALID, "accesso.conf: con ldap serve "
		    "ldap-nome, con %%s al posto del nome");
	return 0;
}

int
modi_testo(struct modi *out, struct arena *a, const char *testo)
{
	struct modi m = { 0 };
	const char *eq;
	size_t n;
	char *line;
	int e;

	for (; *testo != '\0'; testo += testo[n] == '\n' ? n + 1 : n) {
		n = strcspn(testo, "\n");
		line = trimmed(a, testo, n);
		if (line[0] == '\0' || line[0] == '#')
			continue;
		if ((eq = strchr(line, '=')) == NULL)
			return err_set(ERR_INVALID, "accesso.conf: la riga "
			    "«%s» non ha un =", line);
		if ((e = set(&m, trimmed(a, line, (size_t)(eq - line)),
		    trimmed(a, eq + 1, strlen(eq + 1)))) != 0)
			return e;
	}
	if ((e = whole(&m)) == 0)
		*out = m;
	return e;
}

/* Who may write here says who comes in. */
static int
ours_alone(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return err_sys("%s", path);
	if ((st.st_mode & 022) != 0 ||
	    (st.st_uid != geteuid() && st.st_uid != 0))
		return err_set(ERR_FORBIDDEN, "accesso.conf può essere scritto "
		    "da altri: si tolga il permesso (chmod 600)");
	return 0;
}

int
modi_leggi(struct modi *out, struct arena *a, const char *path)
{
	AUTO_BUF b = { 0 };
	int e;

	if ((e = file_there(path)) == 0)
		*out = (struct modi){ 0 };
	if (e != 1)
		return e;
	if ((e = ours_alone(path)) != 0 ||
	    (e = file_read(&b, path, MODI_MAX)) != 0)
		return e;
	if (!utf8_valid(buf_str(&b), b.len))
		return err_set(ERR_INVALID, "accesso.conf non è un testo");
	return modi_testo(out, a, buf_str(&b));
}
