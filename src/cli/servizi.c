/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servizi.c - ricostruisci, compatta, scrivi-kit, importa, openapi on the
 * command line, with a progress line when stderr is a terminal.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/linea.h"
#include "servizio/openapi.h"
#include "servizio/servizio.h"

static void
progress(void *arg, const char *che, int64_t fatto, int64_t totale)
{
	if (!linea_tocca(arg, che))
		return;
	if (totale > 0)
		fprintf(stderr, "%lld di %lld (%d%%)", (long long)fatto,
		    (long long)totale, (int)(fatto * 100 / totale));
	else
		fprintf(stderr, "%lld", (long long)fatto);
	fflush(stderr);
}

static int
rebuild(const struct riga *r, const struct ascolto *l, struct linea *s)
{
	struct conto c;
	int e = servizio_ricostruisci(&c, r->store, l);

	linea_pulisci(s);
	if (e != 0)
		return stampa_errore(e);
	printf("ricostruito registro.sqlite: %lld atti, %lld documenti, "
	    "%lld cartelle: %lld difetti\n", (long long)c.atti,
	    (long long)c.documenti, (long long)c.cartelle,
	    (long long)c.difetti);
	printf("non si ricostruiscono, perché non sono in git: "
	    "letture.sqlite (chi ha letto) e accesso.sqlite (credenziali, "
	    "sessioni e bozze); sono rimasti com'erano\n");
	return USCITA_FATTO;
}

static int
write_kit(const struct riga *r)
{
	int e;

	if (r->in == NULL) {
		err_set(ERR_INVALID, "scrivi-kit vuole la directory del kit: "
		    "--in DIR");
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	if ((e = servizio_kit(r->store, r->in)) != 0)
		return stampa_errore(e);
	printf("%s\n", r->in);
	return USCITA_FATTO;
}

static int
describe(void)
{
	AUTO_BUF b = { 0 };
	int e = servizio_openapi(&b);

	if (e != 0)
		return stampa_errore(e);
	fwrite(buf_str(&b), 1, b.len, stdout);
	return USCITA_FATTO;
}

static int
usage(const char *what)
{
	err_set(ERR_INVALID, "%s", what);
	stampa_errore(ERR_INVALID);
	return USCITA_USO;
}

static int
keep_key(const struct riga *r)
{
	AUTO_FD int fd = -1;
	char impronta[41];
	int e;

	if (r->n_resto != 1 || r->mezzi.frase == NULL)
		return usage("custodisci vuole il file della chiave segreta, e "
		    "la sua frase con --frase o --frase-da");
	if ((e = esegui_apri(&fd, r->resto[0])) != 0 ||
	    (e = servizio_custodisci(impronta, r->store, fd,
	    r->mezzi.frase)) != 0)
		return stampa_errore(e);
	printf("%s\n", impronta);
	return USCITA_FATTO;
}

static int
drop_key(const struct riga *r)
{
	int e;

	if (r->n_resto != 1)
		return usage("togli-custodita vuole l'impronta della chiave");
	if ((e = servizio_togli_custodita(r->store, r->resto[0])) != 0)
		return stampa_errore(e);
	return USCITA_FATTO;
}

static void
package_defect(void *arg, const char *file, const char *che)
{
	(void)arg;
	printf("DIFETTO: ");
	stampa_testo(stdout, file);
	printf(": ");
	stampa_testo(stdout, che);
	printf("\n");
}

static int
check_package(const struct riga *r)
{
	char chiave[41];
	int e, defects;

	if (r->n_resto != 1)
		return usage("controlla-pacchetto vuole la directory del "
		    "pacchetto");
	if ((e = servizio_controlla_pacchetto(&defects, chiave, r->resto[0],
	    package_defect, NULL)) != 0)
		return stampa_errore(e);
	if (defects > 0) {
		printf("il pacchetto non è com'era: %d difetti\n", defects);
		return USCITA_RILIEVI;
	}
	if (chiave[0] != '\0')
		printf("il pacchetto è intero, sigillato con la chiave %s: "
		    "chiedi all'ente, per un'altra via, se è la sua\n",
		    chiave);
	else
		printf("il pacchetto è intero; non ha il sigillo di un "
		    "ufficio: da chi venga non lo dice\n");
	return USCITA_FATTO;
}

/* ---- what is carried to another body ---- */

static int
wrap(const struct riga *r)
{
	int e;

	if (r->n_resto != 2 || r->in == NULL)
		return usage("imbusta vuole il codice IPA di chi riceve, la "
		    "directory della consegna e --in FILE");
	if ((e = servizio_imbusta(r->store, r->resto[0], r->resto[1],
	    r->in)) != 0)
		return stampa_errore(e);
	printf("%s\n", r->in);
	return USCITA_FATTO;
}

static int
unwrap(const struct riga *r)
{
	int e;

	if (r->n_resto != 1 || r->in == NULL)
		return usage("sbusta vuole il file che è arrivato e --in "
		    "DIRECTORY, che non ci sia ancora");
	if ((e = servizio_sbusta(r->store, r->resto[0], r->in,
	    &r->mezzi)) != 0)
		return stampa_errore(e);
	printf("%s\n", r->in);
	return USCITA_FATTO;
}

/* ---- the whole store, out and in again ---- */

static int
import_store(const struct riga *r)
{
	struct linea s = { .terminale = isatty(2) };
	struct ascolto l = { linea_difetto, progress, &s };
	struct esportato out;
	int e;

	if (r->n_resto != 1)
		return usage("importa vuole la directory di un'esportazione");
	e = servizio_importa(&out, r->store, r->resto[0], &l);
	linea_pulisci(&s);
	if (e != 0)
		return stampa_errore(e);
	printf("importati in %s %lld atti: il nuovo archivio è integro, e i "
	    "%lld file che se ne esportano sono gli stessi\n"
	    "ultimo anello %s\n", r->store, (long long)out.atti,
	    (long long)out.file, out.anello);
	if (out.pdf > 0)
		printf("%lld file di pdf/ hanno i byte del manifesto; servono a "
		    "leggere, e restano nell'esportazione\n",
		    (long long)out.pdf);
	printf("non erano nell'esportazione: le chiavi segrete (custodia/, "
	    "sigillo/), le credenziali, le sessioni e le bozze; chi è entrato "
	    "(accessi.csv) resta in quella\n");
	return USCITA_FATTO;
}

/* Some ten acts; fewer are not worth a pack. */
#define SOGLIA 100

static int
compact(const struct riga *r)
{
	static const char *const names[] = { "soglia", NULL };
	struct linea s = { .terminale = isatty(2) };
	struct ascolto l = { linea_difetto, progress, &s };
	const char *n = riga_valore(r, "soglia");
	struct compattato c;
	int e, soglia = n != NULL ? riga_numero(n) : SOGLIA;

	if (!riga_solo(r, names, 0) || soglia < 1)
		return usage("compatta vuole solo --soglia N, da quanti oggetti "
		    "singoli in su (se no, cento)");
	e = servizio_compatta(&c, r->store, soglia, &l);
	linea_pulisci(&s);
	if (e != 0)
		return stampa_errore(e);
	printf("compattate %lld cartelle: %lld file in meno\n",
	    (long long)c.cartelle, (long long)c.oggetti);
	return c.difetti > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}

/* ---- backups: words with options of their own ---- */

static int
backup(const struct riga *r)
{
	struct linea s = { .terminale = isatty(2) };
	struct ascolto l = { linea_difetto, progress, &s };
	AUTO(arena) a = arena_new();
	int e;

	if (strcmp(r->verbo, "salva") == 0)
		e = salva_di_riga(a, r, &l);
	else if (strcmp(r->verbo, "ripristina") == 0)
		e = ripristina_di_riga(a, r, &l);
	else if (strcmp(r->verbo, "segui") == 0)
		e = segui_di_riga(r, &l);
	else if (strcmp(r->verbo, "promuovi") == 0)
		e = promuovi_di_riga(a, r);
	else
		e = controlla_salvataggio_di_riga(r, &l);
	linea_pulisci(&s);
	return e;
}

static bool
backup_word(const char *word)
{
	static const char *const words[] = { "salva", "ripristina",
	    "controlla-salvataggio", "segui", "promuovi" };
	size_t i;

	for (i = 0; i < NELEM(words); i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

/* Those that take an argument. */
static const struct {
	const char *word;
	int (*run)(const struct riga *r);
} with_argument[] = {
	{ "custodisci", keep_key }, { "togli-custodita", drop_key },
	{ "controlla-pacchetto", check_package },
	{ "imbusta", wrap }, { "sbusta", unwrap },
	{ "importa", import_store },
};

bool
servizio_word(const char *word)
{
	size_t i;

	for (i = 0; i < NELEM(with_argument); i++)
		if (strcmp(word, with_argument[i].word) == 0)
			return true;
	return backup_word(word) || strcmp(word, "verifica") == 0 ||
	    strcmp(word, "compatta") == 0 || strcmp(word, "esporta") == 0 ||
	    strcmp(word, "openapi") == 0 ||
	    strcmp(word, "ricostruisci") == 0 ||
	    strcmp(word, "scrivi-kit") == 0;
}

int
esegui_servizio(const struct riga *r)
{
	struct linea s = { .terminale = isatty(2) };
	struct ascolto l = { linea_difetto, progress, &s };
	size_t i;

	if (backup_word(r->verbo))
		return backup(r);
	if (strcmp(r->verbo, "verifica") == 0)
		return verifica_di_riga(r);
	if (strcmp(r->verbo, "esporta") == 0)
		return esporta_di_riga(r);
	if (strcmp(r->verbo, "compatta") == 0)
		return compact(r);
	for (i = 0; i < NELEM(with_argument) && r->n_campi == 0; i++)
		if (strcmp(r->verbo, with_argument[i].word) == 0)
			return with_argument[i].run(r);
	if (r->n_campi > 0 || r->n_resto > 0) {
		err_set(ERR_INVALID, "%s vuole solo --store", r->verbo);
		stampa_errore(ERR_INVALID);
		return USCITA_USO;
	}
	if (strcmp(r->verbo, "openapi") == 0)
		return describe();
	if (strcmp(r->verbo, "scrivi-kit") == 0)
		return write_kit(r);
	return rebuild(r, &l, &s);
}
