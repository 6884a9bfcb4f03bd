/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/titolario.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define ART64 "art. 64 DPR 445/2000"
#define DENOMINAZIONE_LEN 300	/* characters */
#define TITOLI 39
#define RILIEVI_MAX 50		/* more would not be read */

static const char *const roman[TITOLI + 1] = { "",
	"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
	"XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX",
	"XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII",
	"XXIX", "XXX", "XXXI", "XXXII", "XXXIII", "XXXIV", "XXXV", "XXXVI",
	"XXXVII", "XXXVIII", "XXXIX" };

int
romano(const char *s)
{
	int i;

	for (i = 1; i <= TITOLI; i++)
		if (strcmp(roman[i], s) == 0)
			return i;
	return 0;
}

/* ---- from a table ---- */

struct letta {
	int chiave;		/* titolo, classe, sottoclasse: two digits each */
	int riga;
	const char *denominazione;
};

struct lettura {
	struct rilievi *out;
	const char *path;
	struct letta *lette;
	int n;
};

static void PRINTF(4, 5)
wrong(struct lettura *l, int riga, const char *codice, const char *fmt, ...)
{
	va_list ap;
	const char *text;

	va_start(ap, fmt);
	text = arena_vprintf(l->out->a, fmt, ap);
	va_end(ap);
	if (l->out->errori < RILIEVI_MAX)
		rilievo_add(l->out, ERRORE, l->path, codice, ART64,
		    "riga %d: %s", riga, text);
}

/* 1-99 written plainly; 0: empty; -1: neither. */
static int
ordinal(const char *s)
{
	size_t n = strlen(s);

	if (n == 0)
		return 0;
	if (n > 2 || s[0] < '1' || s[0] > '9' ||
	    (n == 2 && (s[1] < '0' || s[1] > '9')))
		return -1;
	return n == 1 ? s[0] - '0' : (s[0] - '0') * 10 + s[1] - '0';
}

/* In NFC, on one line, with one space between words. */
static const char *
one_line(struct arena *a, const char *s)
{
	char *nfc, *to, *from;

	if (utf8_nfc(&nfc, a, s) != 0)
		return "";
	for (to = from = nfc; *from != '\0'; from++)
		if (strchr(" \t\r\n", *from) == NULL)
			*to++ = *from;
		else if (to > nfc && to[-1] != ' ')
			*to++ = ' ';
	if (to > nfc && to[-1] == ' ')
		to--;
	*to = '\0';
	return nfc;
}

static bool
read_key(int *out, struct lettura *l, const struct titolario_riga *r)
{
	int titolo = romano(r->titolo), classe = ordinal(r->classe);
	int sotto = ordinal(r->sottoclasse);

	if (titolo == 0)
		wrong(l, r->riga, "titolo", "«%.40s» non è un numero romano "
		    "da I a XXXIX", r->titolo);
	if (classe < 0)
		wrong(l, r->riga, "classe", "la classe «%.40s» non è un "
		    "numero da 1 a 99", r->classe);
	if (sotto < 0)
		wrong(l, r->riga, "sottoclasse", "la sottoclasse «%.40s» non "
		    "è un numero da 1 a 99", r->sottoclasse);
	if (classe == 0 && sotto > 0)
		wrong(l, r->riga, "senza-classe", "c'è la sottoclasse %d "
		    "senza la sua classe", sotto);
	if (titolo == 0 || classe < 0 || sotto < 0 ||
	    (classe == 0 && sotto > 0))
		return false;
	*out = titolo * 10000 + classe * 100 + sotto;
	return true;
}

static void
read_row(struct lettura *l, const struct titolario_riga *r)
{
	struct letta *x = &l->lette[l->n];

	x->denominazione = one_line(l->out->a, r->denominazione);
	x->riga = r->riga;
	if (x->denominazione[0] == '\0')
		wrong(l, r->riga, "senza-denominazione",
		    "la voce non ha una denominazione");
	else if (utf8_length(x->denominazione) > DENOMINAZIONE_LEN)
		wrong(l, r->riga, "denominazione-lunga", "la denominazione "
		    "supera %d caratteri", DENOMINAZIONE_LEN);
	if (read_key(&x->chiave, l, r))
		l->n++;
}

static int
in_order(const void *x, const void *y)
{
	const struct letta *a = x, *b = y;

	return a->chiave != b->chiave ? a->chiave - b->chiave :
	    a->riga - b->riga;
}

static int
by_key(const void *key, const void *row)
{
	return *(const int *)key - ((const struct letta *)row)->chiave;
}

static const char *
index_of(struct arena *a, int chiave)
{
	const char *titolo = roman[chiave / 10000];
	int classe = chiave / 100 % 100, sotto = chiave % 100;

	if (classe == 0)
		return titolo;
	return sotto == 0 ? arena_printf(a, "%s/%d", titolo, classe) :
	    arena_printf(a, "%s/%d/%d", titolo, classe, sotto);
}

/* Each stands below something that is there, once. */
static void
check_place(struct lettura *l, int i)
{
	const struct letta *x = &l->lette[i];
	int above = x->chiave % 100 != 0 ? x->chiave - x->chiave % 100 :
	    x->chiave - x->chiave % 10000;
	const char *indice = index_of(l->out->a, x->chiave);

	if (i > 0 && l->lette[i - 1].chiave == x->chiave)
		wrong(l, x->riga, "voce-doppia", "la voce %s c'è già alla "
		    "riga %d", indice, l->lette[i - 1].riga);
	else if (bsearch(&above, l->lette, (size_t)l->n, sizeof *l->lette,
	    by_key) == NULL)
		wrong(l, x->riga, x->chiave % 100 != 0 ? "senza-classe" :
		    "senza-titolo", "la voce %s sta sotto %s, che non c'è",
		    indice, index_of(l->out->a, above));
}

void
titolario_leggi(struct rilievi *out, struct nodo *doc, const char *path,
    const struct titolario_riga *righe, int n)
{
	struct lettura l = { out, path, arena_alloc(out->a,
	    ((size_t)n + 1) * sizeof *l.lette), 0 };
	bool any = false;
	struct nodo *v;
	int i;

	for (i = 0; i < n; i++)
		read_row(&l, &righe[i]);
	qsort(l.lette, (size_t)l.n, sizeof *l.lette, in_order);
	for (i = 0; i < l.n; i++) {
		check_place(&l, i);
		any = any || l.lette[i].chiave % 10000 != 0;
		v = nodo_elem(out->a, doc, "voce");
		nodo_set(out->a, v, "indice",
		    index_of(out->a, l.lette[i].chiave));
		nodo_text(out->a, v, l.lette[i].denominazione);
	}
	if (!any && out->errori == 0)
		rilievo_add(out, ERRORE, path, "senza-classi", ART64,
		    "nella tabella non c'è nessuna classe: si classifica con "
		    "titolo e classe, come VII/9");
}

/* ---- what somebody may have meant ---- */

#define PAROLA_LEN 64

int
parole_distanza(const char *x, const char *y)
{
	int row[PAROLA_LEN + 1], prev, up, best;
	size_t i, k, n = strlen(y);

	if (n > PAROLA_LEN || strlen(x) > PAROLA_LEN)
		return PAROLA_LEN;
	for (k = 0; k <= n; k++)
		row[k] = (int)k;
	for (i = 1; x[i - 1] != '\0'; i++) {
		prev = row[0];
		row[0] = (int)i;
		for (k = 1; k <= n; k++) {
			up = row[k];
			best = prev + (x[i - 1] != y[k - 1]);
			if (up + 1 < best)
				best = up + 1;
			if (row[k - 1] + 1 < best)
				best = row[k - 1] + 1;
			row[k] = best;
			prev = up;
		}
	}
	return row[n];
}

static bool
same_title(const char *x, const char *y)
{
	size_t n = strcspn(x, "/");

	return n == strcspn(y, "/") && strncmp(x, y, n) == 0;
}

static bool
chosen(const struct voce *const *out, int n, const struct voce *v)
{
	while (n-- > 0)
		if (out[n] == v)
			return true;
	return false;
}

/* The nearest not yet chosen, of its own titolo or of the others. */
static const struct voce *
nearest(const struct voce *const *out, int used, const char *indice,
    const struct voce *voci, int n, bool own)
{
	const struct voce *best = NULL;
	int i, d, least = PAROLA_LEN + 1;

	for (i = 0; i < n; i++) {
		if (strchr(voci[i].indice, '/') == NULL ||
		    same_title(voci[i].indice, indice) != own ||
		    chosen(out, used, &voci[i]))
			continue;
		d = parole_distanza(indice, voci[i].indice);
		if (d < least) {
			least = d;
			best = &voci[i];
		}
	}
	return best;
}

int
titolario_simili(const struct voce *out[SIMILI], const char *indice,
    const struct voce *voci, int n)
{
	const struct voce *v;
	int used = 0;

	while (used < SIMILI - 1 && (v = nearest(out, used, indice, voci, n,
	    true)) != NULL)
		out[used++] = v;
	while (used < SIMILI && (v = nearest(out, used, indice, voci, n,
	    false)) != NULL)
		out[used++] = v;
	return used;
}
