/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salvataggi.c - salva, controlla-salvataggio and ripristina on the command
 * line.
 */
#include <stdlib.h>
#include <string.h>

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
	    "processi", NULL };
	const char *tieni = riga_valore(r, "tieni");
	const char *processi = riga_valore(r, "processi");
	struct salva_come come = { .chiavi = riga_valore(r, "chiavi"),
	    .per = riga_valore(r, "per") };
	struct salvato out;
	int e;

	if (!riga_solo(r, names, 1) || (tieni != NULL &&
	    (come.tieni = riga_numero(tieni)) < 1) || (processi != NULL &&
	    (come.processi = riga_numero(processi)) < 1))
		return wrong("salva vuole la directory della copia e, la prima "
		    "volta, --chiavi DIR e --per FILE; --tieni N, --processi N");
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

/* "0000123/2026" */
static bool
known_number(struct numero_noto *out, const char *s)
{
	char part[8];
	const char *slash = strchr(s, '/');
	size_t n = slash != NULL ? (size_t)(slash - s) : 0;

	if (n == 0 || n >= sizeof part || strlen(slash + 1) != 4)
		return false;
	memcpy(part, s, n);
	part[n] = '\0';
	out->numero = riga_numero(part);
	out->anno = riga_numero(slash + 1);
	return out->numero >= 0 && out->anno >= 1990;
}

static int
known_numbers(struct ripristina_come *out, struct arena *a,
    const struct riga *r)
{
	struct numero_noto *list = arena_alloc(a,
	    ((size_t)r->n_campi + 1) * sizeof *list);
	int i, n = 0;

	for (i = 0; i < r->n_campi; i++)
		if (strcmp(r->campi[i][0], "ultimo") == 0 &&
		    !known_number(&list[n++], r->campi[i][1]))
			return -1;
	out->ultimi = list;
	out->n_ultimi = n;
	return n;
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
	if (out->mancanti > 0)
		printf("mancano %lld numeri che erano stati dati: finché non "
		    "sono dichiarati perduti non se ne danno altri; si usa il "
		    "registro di emergenza\n", (long long)out->mancanti);
}

int
ripristina_di_riga(struct arena *a, const struct riga *r,
    const struct ascolto *l)
{
	static const char *const names[] = { "chiavi", "ultimo", "istantanea",
	    "parziale", NULL };
	const char *which = riga_valore(r, "istantanea");
	const char *const *parziale = riga_campo(r, "parziale");
	struct ripristina_come come = { .chiavi = riga_valore(r, "chiavi"),
	    .frase = r->mezzi.frase };
	struct ripristinato out;
	int e, n = known_numbers(&come, a, r);

	if (parziale != NULL && (e = riga_si_no(&come.parziale,
	    parziale)) != 0) {
		stampa_errore(e);
		return USCITA_USO;
	}
	if (!riga_solo(r, names, 1) || come.chiavi == NULL || n < 0 ||
	    (n == 0 && !come.parziale) ||
	    (which != NULL && (come.istantanea = riga_numero(which)) < 1))
		return wrong("ripristina vuole la directory della copia, "
		    "--chiavi DIR e --ultimo NUMERO/ANNO: l'ultimo numero che "
		    "si sa dato, da un'etichetta, una ricevuta, chi ha scritto "
		    "(0/ANNO: nessuno); un --ultimo per ogni anno; "
		    "--istantanea N; --parziale si");
	come.da = r->resto[0];
	e = servizio_ripristina(&out, r->store, &come, l);
	if (e != 0)
		return stampa_errore(e);
	say_restored(r, &come, &out);
	return USCITA_FATTO;
}
