/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * main.c - the program: one command.
 */
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/process.h"
#include "cli/cli.h"
#include "xml/xml.h"

/* verifica-firma --di-nuovo is an act of its own: it adds a verdict. */
static int
another_look(struct riga *r)
{
	if (r->verbo == NULL || strcmp(r->verbo, "verifica-firma") != 0)
		return err_set(ERR_INVALID, "--di-nuovo è solo di "
		    "verifica-firma");
	r->verbo = "riverifica-firma";
	return 0;
}

/* Help and drafts sign nothing. */
static int
means(struct arena *a, struct riga *r)
{
	int e = r->aiuto || r->bozza || r->verbo == NULL ? 0 :
	    mezzi_di_riga(a, r);

	if (e == 0)
		return 0;
	stampa_errore(e);
	return e == ERR_INVALID || e == ERR_ABSENT ? USCITA_USO :
	    USCITA_GUASTO;
}

static int
command(struct arena *a, struct riga *r, char **argv)
{
	const struct atto *t;
	int e;

	if (r->verbo == NULL && r->n_campi == 1 &&
	    strcmp(r->campi[0][0], "completamento") == 0)
		return completamento(a, r->campi[0][1]);
	if (r->verbo == NULL) {
		aiuto(a, NULL);
		return r->aiuto ? USCITA_FATTO : USCITA_USO;
	}
	if (strcmp(r->verbo, "aiuto") == 0)
		return aiuto(a, r->n_resto > 0 ? r->resto[0] : NULL);
	if (strcmp(r->verbo, "revoche") == 0)
		return r->aiuto ? aiuto(a, NULL) : revoche(a, r);
	if (strcmp(r->verbo, "lotto") == 0)
		return r->aiuto ? aiuto(a, NULL) : lotto(a, r);
	if (strcmp(r->verbo, "firma-tutte") == 0)
		return r->aiuto ? aiuto(a, NULL) : firma_tutte(a, r);
	if (strcmp(r->verbo, "servi") == 0)
		return r->aiuto ? aiuto(a, NULL) : servi_di_riga(r, argv);
	if (accessi_word(r->verbo))
		return r->aiuto ? aiuto(a, NULL) : accessi_di_riga(a, r);
	if (importa_altrui_word(r))
		return r->aiuto ? aiuto(a, NULL) : importa_altrui(a, r);
	if (servizio_word(r->verbo))
		return r->aiuto ? aiuto(a, NULL) : esegui_servizio(r);
	if ((t = atto_find(r->verbo)) == NULL) {
		err_set(ERR_INVALID, "l'atto «%s» non esiste; «cartella "
		    "aiuto» li elenca", r->verbo);
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	if (r->aiuto)
		return aiuto(a, t->nome);
	if (r->ripeti != NULL && (e = ripeti(r, a)) != 0)
		return stampa_errore(e);
	return esegui_atto(a, r, t);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	struct riga riga;
	int status;

	umask(077);
	/* what is in memory is about people, or a key */
	process_reserve();
	setlocale(LC_CTYPE, "C.UTF-8");
	xml_init();
	if (riga_parse(&riga, a, argc, argv) != 0 ||
	    (riga.di_nuovo && another_look(&riga) != 0)) {
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	if ((status = means(a, &riga)) == 0)
		status = command(a, &riga, argv);
	segreto_free(riga.segreto);
	return status;
}
