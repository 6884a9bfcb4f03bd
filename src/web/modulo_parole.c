/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/modulo_parole.h"

#include <string.h>

#include "base/buf.h"

static const struct {
	const char *codice, *parola;
} words[] = {
	{ "anpr", "ANPR" },
	{ "attivita", "attività" },
	{ "autorita", "autorità" },
	{ "conformita", "conformità" },
	{ "disabilita", "disabilità" },
	{ "eta", "età" },
	{ "ical", "iCalendar" },
	{ "identita", "identità" },
	{ "inattivita", "inattività" },
	{ "inps", "INPS" },
	{ "ipa", "IPA" },
	{ "irreperibilita", "irreperibilità" },
	{ "isee", "ISEE" },
	{ "modalita", "modalità" },
	{ "msna", "minore straniero non accompagnato" },
	{ "odt", "ODT" },
	{ "openpgp", "OpenPGP" },
	{ "pdf", "PDF" },
	{ "pec", "PEC" },
	{ "periodicita", "periodicità" },
	{ "qualita", "qualità" },
	{ "quantita", "quantità" },
	{ "responsabilita", "responsabilità" },
	{ "si", "sì" },
	{ "unita", "unità" },
	{ "uvm", "UVM" },
	{ "x509", "certificato X.509" },
	{ "xml", "XML" },
};

const char *
parole_di_codice(struct arena *a, const char *codice)
{
	AUTO_BUF b = { 0 };
	const char *s = codice;
	size_t n, i;

	while (*s != '\0') {
		n = strcspn(s, "-");
		for (i = 0; i < NELEM(words); i++)
			if (strncmp(words[i].codice, s, n) == 0 &&
			    words[i].codice[n] == '\0')
				break;
		if (i < NELEM(words))
			buf_puts(&b, words[i].parola);
		else
			buf_append(&b, s, n);
		s += n;
		if (*s == '-')
			buf_putc(&b, ' ');
		s += *s == '-';
	}
	return arena_strdup(a, buf_str(&b));
}
