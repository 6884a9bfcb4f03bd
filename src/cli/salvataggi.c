/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggi.c - salva, controlla-salvataggio and ripristina on the command
 * line.
 */
#include <stdlib.h>
#include <string.h>

#include "atti/ente/ripristino.h"
#include "base/clock.h"
#include "cli/cli.h"
#include "servizio/servizio.h"

static int
wrong(const char *what)
{
	err_set(ERR_INVALID, "%s", what);
	stampa_errore(ERR_INVALID);
	return USCITA_USO;
}

/* ---- salva ---- */

int
salva_di_riga(struct arena *a, const struct riga *r, const struct ascolto *l)
{
	static const char *const names[] = { "chiavi", "per", "tieni",
	    "processi", "avvisa", NULL };
	const char *tieni = riga_valore(r, "tieni");
	const char *processi = riga_valore(r, "processi");
	const char *avvisa = riga_valore(r, "avvisa");
	struct salva_come come = { .chiavi = riga_valore(r, "chiavi"),
	    .per = riga_valore(r, "per") };
	struct salvato out;
	int e;

	if (!riga_solo(r, names, 1) || (tieni != NULL &&
	    (come.tieni = riga_numero(tieni)) < 1) || (processi != NULL &&
	    (come.processi = riga_numero(processi)) < 1) || (avvisa != NULL &&
	    (come.avvisa = riga_numero(avvisa)) < 1))
		return wrong("salva vuole la directory della copia e, la prima "
		    "volta, --chiavi DIR e --per FILE; --tieni N, --avvisa "
		    "GIORNI, --processi N");
	come.dove = r->resto[0];
	if ((e = servizio_salva(&out, a, r->store, &come, l)) != 0)
		return stampa_errore(e);
	printf("salvataggio %d in %s: fino all'atto %lld, %lld pezzi nuovi, "
	    "%lld byte\n", out.istantanea, come.dove, (long long)out.atti,
	    (long long)out.pezzi, (long long)out.byte);
	printf("copia %s\nelenco %s\n", out.copia, out.lista);
	printf("le chiavi, per %s, sono in %s\n", out.per, out.chiavi);
	if (out.tolte > 0)
		printf("chiavi tolte: %lld; ciò che aprivano non si legge più "
		    "in nessun salvataggio di questa copia\n",
		    (long long)out.tolte);
	if (out.mancano > 0)
		printf("mancano i byte di %lld allegati, che nessun atto ha "
		    "distrutto: eseguire «cartella verifica»\n", (long long)out.mancano);
	return USCITA_FATTO;
}

int
controlla_salvataggio_di_riga(const struct riga *r, const struct ascolto *l)
{
	static const char *const names[] = { NULL };
	struct controllo_copia out;
	int e;

	if (!riga_solo(r, names, 1))
		return wrong("controlla-salvataggio vuole la directory della "
		    "copia");
	if ((e = servizio_controlla_salvataggio(&out, r->resto[0], r->store,
	    l)) != 0)
		return stampa_errore(e);
	printf("controllati %d salvataggi, %lld pezzi, %lld byte: %lld "
	    "difetti%s\n", out.istantanee, (long long)out.pezzi,
	    (long long)out.byte, (long long)out.difetti, out.noto ?
	    "; gli elenchi sono confrontati con quelli che l'archivio ricorda"
	    : "");
	return out.difetti > 0 ? USCITA_RILIEVI : USCITA_FATTO;
}

/* ---- ripristina ---- */

static int
known_numbers(struct ripristina_come *out, struct arena *a,
    const struct riga *r)
{
	struct ultimo_noto *list = arena_alloc(a,
	    ((size_t)r->n_campi + 1) * sizeof *list);
	int i, n = 0;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], "ultimo") == 0 &&
		    ultimo_leggi(&list[n++], r->campi[i][1]) != 0) {
			err_clear();
			return -1;
		}
	out->ultimi = list;
	out->n_ultimi = n;
	return n;
}

static void
say_missing(const struct ripristinato *out)
{
	if (out->mancanti > 0)
		printf("mancano %lld numeri che erano stati dati: finché non "
		    "sono dichiarati perduti non se ne danno altri; si usa il "
		    "registro di emergenza\n", (long long)out->mancanti);
	if (out->aperte > 0)
		printf("di altre serie (cartelle, accessi, fascicoli, "
		    "repertori: %d fra serie e anni) non si è detto l'ultimo "
		    "numero dato: lo dice «dichiara-perduti», e fino ad allora "
		    "l'archivio si legge soltanto\n", out->aperte);
}

/* Those who read the line must not take one for the other. */
static bool
others_found(const struct riga *r, bool *wrong)
{
	const char *s = riga_valore(r, "altre-serie");

	*wrong = s != NULL && strcmp(s, "ritrovate") != 0;
	return s != NULL && !*wrong;
}

static void
say_restored(const struct riga *r, const struct ripristina_come *come,
    const struct ripristinato *out)
{
	char ora[ORA_LEN + 1];

	clock_iso(ora, out->ora);
	printf("ripristinato in %s il salvataggio %d, del %s: %lld atti, %lld "
	    "cartelle, %lld allegati, %lld letture\nultimo anello %s\n",
	    r->store, out->istantanea, ora, (long long)out->atti,
	    (long long)out->cartelle, (long long)out->allegati,
	    (long long)out->letture, out->anello);
	if (come->parziale) {
		printf("non è un archivio: sono le cartelle che si leggono "
		    "ancora, ognuna con git; %lld non le apre nessuna "
		    "chiave\n", (long long)out->perse);
		return;
	}
	printf("non erano nella copia: le chiavi segrete (custodia/, "
	    "sigillo/), le credenziali, le sessioni e le bozze\n");
	say_missing(out);
}

int
ripristina_di_riga(struct arena *a, const struct riga *r,
    const struct ascolto *l)
{
	static const char *const names[] = { "chiavi", "ultimo", "altre-serie",
	    "istantanea", "parziale", NULL };
	const char *which = riga_valore(r, "istantanea");
	const char *const *parziale = riga_campo(r, "parziale");
	struct ripristina_come come = { .chiavi = riga_valore(r, "chiavi"),
	    .frase = r->mezzi.frase };
	struct ripristinato out;
	int e, n = known_numbers(&come, a, r);
	bool bad;

	if (parziale != NULL && (e = riga_si_no(&come.parziale,
	    parziale)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	come.ritrovate = others_found(r, &bad);
	if (!riga_solo(r, names, 1) || come.chiavi == NULL || n < 0 ||
	    bad ||
	    (n == 0 && !come.parziale) ||
	    (which != NULL && (come.istantanea = riga_numero(which)) < 1))
		return wrong("ripristina vuole la directory della copia, "
		    "--chiavi DIR e --ultimo NUMERO/ANNO: l'ultimo numero che "
		    "si sa dato, da un'etichetta, una ricevuta, chi ha scritto "
		    "(0/ANNO: nessuno); un --ultimo per ogni anno, e per "
		    "le altre serie se si sa (CS-2026-0000012, AC-…, FA-…, "
		    "determine:12/2026); --altre-serie ritrovate, se di "
		    "quelle non si sa di più; "
		    "--istantanea N; --parziale si");
	come.da = r->resto[0];
	e = servizio_ripristina(&out, r->store, &come, l);
	if (e != 0)
		return stampa_errore(e);
	say_restored(r, &come, &out);
	return USCITA_FATTO;
}

/* ---- a standby ---- */

int
segui_di_riga(const struct riga *r, const struct ascolto *l)
{
	static const char *const names[] = { "chiavi", NULL };
	struct ripristina_come come = { .chiavi = riga_valore(r, "chiavi"),
	    .frase = r->mezzi.frase };
	char ora[ORA_LEN + 1];
	struct seguito out;
	int e;

	if (!riga_solo(r, names, 1) || come.chiavi == NULL)
		return wrong("segui vuole la directory della copia e --chiavi "
		    "DIR; la copia di riserva è quella di --store");
	come.da = r->resto[0];
	if ((e = servizio_segui(&out, r->store, &come, l)) != 0)
		return stampa_errore(e);
	clock_iso(ora, out.e.ora);
	printf("%s: la copia di riserva è com'era l'archivio il %s, fino "
	    "all'atto %lld (salvataggio %d)\n", out.nuova ? "aggiornata" :
	    "niente di nuovo", ora, (long long)out.e.atti, out.e.istantanea);
	return USCITA_FATTO;
}

int
promuovi_di_riga(struct arena *a, const struct riga *r)
{
	static const char *const names[] = { "ultimo", "altre-serie", NULL };
	struct ripristina_come come = { 0 };
	struct ripristinato out;
	char ora[ORA_LEN + 1];
	bool bad;
	int e, n = known_numbers(&come, a, r);

	come.ritrovate = others_found(r, &bad);
	if (!riga_solo(r, names, 0) || n <= 0 || bad)
		return wrong("promuovi vuole --ultimo NUMERO/ANNO, e "
		    "--altre-serie, come ripristina");
	if ((e = servizio_promuovi(&out, r->store, &come)) != 0)
		return stampa_errore(e);
	clock_iso(ora, out.ora);
	printf("%s ora è l'archivio, com'era il %s, fino all'atto %lld\n",
	    r->store, ora, (long long)out.atti);
	say_missing(&out);
	return USCITA_FATTO;
}
