/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * esporta.c - esporta on the command line: its options, and how long it will
 * take when stderr is a terminal.
 *
 * Exit: 0 done; 1 done, but of some documents there is no PDF, or refused; 2
 * usage; 3 not for this user; 4 a fault, and nothing was left.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "cli/cli.h"
#include "cli/linea.h"
#include "servizio/servizio.h"

struct corsa {
	struct linea linea;
	char che[32];		/* what is being done */
};

static void
progress(void *arg, const char *che, int64_t fatto, int64_t totale)
{
	struct corsa *c = arg;

	if (strcmp(c->che, che) != 0) {
		snprintf(c->che, sizeof c->che, "%s", che);
		c->linea.inizio = clock_mono();
	}
	if (linea_tocca(&c->linea, che))
		linea_percento(&c->linea, fatto, totale);
}

static void
defect(void *arg, bool nota, const char *luogo, const char *che)
{
	struct corsa *c = arg;

	linea_difetto(&c->linea, nota, luogo, che);
	fflush(stdout);
}

static int
say(const struct esportato *out, const char *dove, bool senza_pdf)
{
	printf("esportati in %s %lld file, %lld byte, %lld atti\n"
	    "ultimo anello %s\nSHA256SUMS     %s\n", dove,
	    (long long)out->file, (long long)out->byte, (long long)out->atti,
	    out->anello, out->manifesto);
	if (!senza_pdf)
		printf("documenti in PDF: %lld; si trovano da "
		    "pdf/indice.html\n", (long long)out->pdf);
	printf("restano fuori: le chiavi segrete (custodia/, sigillo/), le "
	    "credenziali, le sessioni e le bozze (accesso.sqlite)\n");
	if (out->senza_pdf == 0)
		return USCITA_FATTO;
	printf("di %lld documenti manca il PDF (pdf/mancano.txt); i documenti "
	    "ci sono tutti. Rimediato, «esporta ALTRA --pdf-da %s» rifà solo "
	    "quelli\n", (long long)out->senza_pdf, dove);
	return USCITA_RILIEVI;
}

int
esporta_di_riga(const struct riga *r)
{
	static const char *const names[] = { "pdf", "pdf-da", NULL };
	const char *const *pdf = riga_campo(r, "pdf");
	struct corsa c = { .linea = { .terminale = isatty(2) } };
	struct ascolto l = { defect, progress, &c };
	struct esportatore chi = { .login = esegui_login(), .come = r->come,
	    .pdf_da = riga_valore(r, "pdf-da") };
	struct esportato out;
	bool with = true;
	int e;

	if (!riga_solo(r, names, 1) || (pdf != NULL &&
	    riga_si_no(&with, pdf) != 0) || (!with && chi.pdf_da != NULL)) {
		err_set(ERR_INVALID, "esporta vuole la directory in cui "
		    "scrivere, nuova o vuota; --pdf no per lasciar fuori i "
		    "PDF, o --pdf-da ESPORTAZIONE per non rifare quelli "
		    "che sono già là");
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	chi.senza_pdf = !with;
	e = servizio_esporta(&out, r->store, r->resto[0], &chi, &l);
	linea_pulisci(&c.linea);
	if (e != 0)
		return stampa_errore(e);
	return say(&out, r->resto[0], chi.senza_pdf);
}
