/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/regole.h"
#include "documenti/ricevuta.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char *
days_after(struct arena *a, const char *iso, int giorni)
{
	struct tm tm = {
		.tm_year = (int)strtol(iso, NULL, 10) - 1900,
		.tm_mon = (int)strtol(iso + 5, NULL, 10) - 1,
		.tm_mday = (int)strtol(iso + 8, NULL, 10) + giorni,
		.tm_hour = 12,
	};

	timegm(&tm);
	return arena_printf(a, "%02d/%02d/%04d", tm.tm_mday, tm.tm_mon + 1,
	    tm.tm_year + 1900);
}

static void
paragraph(struct arena *a, struct nodo *corpo, const char *fmt, ...)
    PRINTF(3, 4);

static void
paragraph(struct arena *a, struct nodo *corpo, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	nodo_elem_text(a, corpo, "p", arena_vprintf(a, fmt, ap));
	va_end(ap);
}

static void
item(struct arena *a, struct nodo *corpo, const char *what,
    const struct nodo *f)
{
	nodo_elem_text(a, corpo, "voce", arena_printf(a, "%s: %s (impronta "
	    "SHA-256 %s)", what, nodo_value(a, f, "nome"),
	    nodo_value(a, f, "impronta")));
}

static void
list_files(struct arena *a, struct nodo *corpo, const struct nodo *reg)
{
	const struct nodo *f = nodo_child(reg, "principale");
	const char *paper = nodo_value(a, reg, "cartacei/numero");

	if (f == NULL && paper == NULL)
		return;
	paragraph(a, corpo, "Documenti presentati:");
	if (f != NULL)
		item(a, corpo, "documento", f);
	for (f = nodo_child(reg, "allegato"); f; f = nodo_next(f, "allegato"))
		item(a, corpo, "allegato", f);
	if (paper != NULL)
		nodo_elem_text(a, corpo, "voce", arena_printf(a,
		    "allegati di carta: %s", paper));
}

void
ricevuta_make(struct arena *a, struct nodo *lettera, const struct nodo *reg,
    const char *ufficio, int giorni, bool assenso)
{
	const char *ora = nodo_value(a, reg, "ora");
	const char *presented = nodo_value(a, reg, "data-arrivo");
	const char *numero = nodo_value(a, reg, "numero");
	struct nodo *d = nodo_elem(a, lettera, "destinatario"), *corpo;

	if (presented == NULL)
		presented = ora;
	nodo_elem_text(a, d, "denominazione",
	    nodo_value(a, reg, "mittente/denominazione"));
	nodo_elem_printf(a, lettera, "oggetto", "Ricevuta - prot. %s del %s",
	    numero, giorno_in_cifre(a, ora));
	corpo = nodo_elem(a, lettera, "corpo");
	paragraph(a, corpo, "Si attesta che il %s è stato presentato a questa "
	    "amministrazione un documento avente per oggetto: %s.",
	    giorno_in_cifre(a, presented), nodo_value(a, reg, "oggetto"));
	paragraph(a, corpo, "È stato registrato al protocollo con il numero %s "
	    "del %s, ore %.5s.", numero, giorno_in_cifre(a, ora), ora + 11);
	list_files(a, corpo, reg);
	if (ufficio != NULL)
		paragraph(a, corpo, "Se ne occupa: %s.", ufficio);
	paragraph(a, corpo, "L'amministrazione è tenuta a rispondere, dove la "
	    "legge lo prevede, entro %d giorni dalla presentazione, cioè entro "
	    "il %s.", giorni, days_after(a, presented, giorni));
	if (assenso)
		paragraph(a, corpo, "Trascorso quel termine il silenzio "
		    "dell'amministrazione equivale ad accoglimento.");
	paragraph(a, corpo, "Ricevuta rilasciata ai sensi dell'art. 18-bis "
	    "della legge 7 agosto 1990, n. 241.");
}
