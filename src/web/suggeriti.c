/* SPDX-License-Identifier: EUPL-1.2 */
#include "web/suggeriti.h"

#include <string.h>

#include "xml/campi.h"

#define PER_CAMPO 400		/* more help nobody */

/* ---- who knows what ---- */

enum lettura {
	UFFICI, TITOLARIO, MODELLI, REPERTORI, CORRISPONDENTI, CARTELLE,
	OSCURAMENTO, DELEGHE, DOCUMENTI, TERMINI, FAMIGLIA, DIARIO, AGENDA,
	VERSAMENTI, ENTI,
	LETTURE_N
};

static const char *const aperte[] = { "stato", "aperte", NULL };
static const char *const intera[] = {
	"riferimento", "{caso}", "titoli", "si", "diario", "no", NULL
};
static const char *const del_caso[] = { "cartella", "{caso}", NULL };
static const char *const ultime[] = {
	"riferimento", "{caso}", "limite", "50", NULL
};
static const char *const impegni[] = { "caso", "{caso}", NULL };
static const struct parte letture[LETTURE_N] = {
	[UFFICI] = { .atto = "uffici", .facoltativa = true },
	[TITOLARIO] = { .atto = "titolario", .facoltativa = true },
	[MODELLI] = { .atto = "modelli", .facoltativa = true },
	[REPERTORI] = { .atto = "repertori", .facoltativa = true },
	[CORRISPONDENTI] = { .atto = "corrispondenti", .facoltativa = true },
	[CARTELLE] = { .atto = "cartelle", .campi = aperte,
	    .facoltativa = true },
	[OSCURAMENTO] = { .atto = "oscuramento", .facoltativa = true },
	[DELEGHE] = { .atto = "deleghe", .facoltativa = true },
	[DOCUMENTI] = { .atto = "mostra", .campi = intera,
	    .facoltativa = true },
	[TERMINI] = { .atto = "termini", .campi = del_caso,
	    .facoltativa = true },
	[FAMIGLIA] = { .atto = "famiglia", .campi = del_caso,
	    .facoltativa = true },
	[DIARIO] = { .atto = "diario", .campi = ultime, .facoltativa = true },
	[ENTI] = { .atto = "enti", .facoltativa = true },
	[AGENDA] = { .atto = "agenda", .campi = impegni, .facoltativa = true },
	[VERSAMENTI] = { .atto = "versamenti", .facoltativa = true },
};

/*
 * The first row that fits a field counts.  Names of values are attributes of
 * `riga` or elements in it; "." is its text.  (Members stand as a row is read,
 * not as they would take eight bytes less of it.)
 */
struct suggerimento {	/* NOLINT(clang-analyzer-optin.performance.Padding) */
	const char *tipo;	/* of the schema */
	const char *campo;	/* the end of its percorso; NULL: any */
	enum lettura da;	/* LETTURE_N: nothing is suggested */
	const char *riga;	/* what one answer is in the vista */
	const char *v;		/* what is answered */
	const char *parole;	/* what is said of it: names parted by blanks,
				 * or by + when no comma goes between */
	const char *solo;	/* tipo= of the rows it takes, or nome= of what
				 * is around them; NULL: all */
	bool chiuso;		/* nothing else can be answered */
};

#define UN_DOCUMENTO(campo, tipo) \
	{ "percorso", campo, DOCUMENTI, "documento", "percorso", \
	    "titolo giorno", tipo, true }
#define UN_CASO(tipo) \
	{ tipo, NULL, CARTELLE, "cartella", "riferimento", "iniziali stato", \
	    NULL, false }

static const struct suggerimento tabella[] = {
	/* a code that is given now is nobody's yet */
	{ .tipo = "utente-id", .campo = "nomina.codice", .da = UFFICI,
	    .riga = "persona", .v = "utente", .parole = "cognome+nome" },
	{ .tipo = "ufficio-id", .campo = "codice", .da = LETTURE_N },
	{ "utente-id", "assistente", UFFICI, "persona", "utente",
	    "cognome+nome qualifica", NULL, true },
	{ "utente-id", "delegato", UFFICI, "persona", "utente",
	    "cognome+nome qualifica", NULL, true },
	/* he may have no office, and then he is not among them */
	{ "utente-id", NULL, UFFICI, "persona", "utente",
	    "cognome+nome qualifica", NULL, false },
	{ "ufficio-id", NULL, UFFICI, "ufficio", "codice", "denominazione",
	    NULL, true },
	{ "codice-ipa-di-ente", "ente", ENTI, "ente", "codice-ipa",
	    "denominazione", NULL, true },
	{ "classifica", NULL, TITOLARIO, "voce", "indice", ".", NULL, false },
	{ "nome-modello", "modello", MODELLI, "modello", "nome",
	    "denominazione", "lettera", false },
	{ "nome-modello", NULL, MODELLI, "modello", "nome", "denominazione",
	    NULL, false },
	{ "carta-modello", NULL, MODELLI, "carta", "nome", "denominazione",
	    NULL, false },
	{ "parola", "modello", MODELLI, "modello", "nome", "denominazione",
	    NULL, false },
	{ "parola", "repertorio", REPERTORI, "repertorio", "codice",
	    "denominazione", NULL, true },
	{ "parola", "per", OSCURAMENTO, "destinazione", "nome",
	    "denominazione", NULL, true },
	{ "progressivo", "corrispondente", CORRISPONDENTI, "corrispondente",
	    "codice", "denominazione", NULL, false },
	{ "progressivo", "con", CORRISPONDENTI, "corrispondente", "codice",
	    "denominazione", NULL, false },
	{ "progressivo", "codice", CORRISPONDENTI, "corrispondente", "codice",
	    "denominazione", NULL, false },
	{ "testo-breve", "mittente.denominazione", CORRISPONDENTI,
	    "corrispondente", "denominazione", "pec", NULL, false },
	{ "testo-breve", "destinatario.denominazione", CORRISPONDENTI,
	    "corrispondente", "denominazione", "pec", NULL, false },
	{ "unita-versata", NULL, VERSAMENTI, "da-versare", "numero", "entro",
	    NULL, false },
	{ "ordinale", "pacchetto-versamento.versamento", VERSAMENTI,
	    "versamento", "numero", "formato utente", NULL, false },
	{ "ordinale", "termine", TERMINI, "termine", "ordine", "nome scade",
	    NULL, true },
	{ "ordinale", "numero", DELEGHE, "delega", "numero",
	    "delegato delegante dal al", NULL, true },
	UN_DOCUMENTO("affidamento", "affidamento"),
	{ "percorso", "appuntamento", AGENDA, "appuntamento", "percorso",
	    "tipo inizio luogo", NULL, true },
	UN_DOCUMENTO("collocamento", "collocamento-403"),
	UN_DOCUMENTO("consultazione", "consultazione"),
	UN_DOCUMENTO("copia-oscurata", "copia-oscurata"),
	UN_DOCUMENTO("determinazione", "determinazione"),
	UN_DOCUMENTO("intervento", "intervento"),
	UN_DOCUMENTO("liberatoria", "liberatoria"),
	UN_DOCUMENTO("progetto", "progetto"),
	UN_DOCUMENTO("proposta", "proposta"),
	UN_DOCUMENTO("relazione", "relazione"),
	UN_DOCUMENTO("verbale", "verbale"),
	{ "percorso", "voce", DIARIO, "voce-diario", "percorso", "data tipo",
	    NULL, false },
	{ "percorso", NULL, DOCUMENTI, "documento", "percorso",
	    "tipo titolo giorno", NULL, false },
	UN_CASO("numero-cartella"), UN_CASO("sede-di-firma"),
	UN_CASO("numero-caso"), UN_CASO("riferimento-o-ente"),
	UN_CASO("riferimento-caso"), UN_CASO("riferimento"),
	UN_CASO("numero-fascicolo-o-cartella"), UN_CASO("numero-conservato"),
	{ "testo-breve", "cognome", FAMIGLIA, "membro", "cognome",
	    "nome parentela", NULL, false },
	{ "testo-breve", "nome", FAMIGLIA, "membro", "nome",
	    "cognome parentela", NULL, false },
};

/* "nomina.codice" is the field codice of that atto; "mittente.denominazione"
 * the end of a percorso. */
static bool
fits(const struct suggerimento *s, const char *atto, const char *tipo,
    const char *percorso)
{
	size_t n, len;

	if (tipo == NULL || strcmp(s->tipo, tipo) != 0)
		return false;
	if (s->campo == NULL)
		return true;
	n = strlen(atto);
	if (strncmp(s->campo, atto, n) == 0 && s->campo[n] == '.' &&
	    strcmp(s->campo + n + 1, percorso) == 0)
		return true;
	n = strlen(s->campo);
	len = strlen(percorso);
	return len >= n && strcmp(percorso + len - n, s->campo) == 0 &&
	    (len == n || percorso[len - n - 1] == '.');
}

static const struct suggerimento *
known(const char *atto, const char *tipo, const char *percorso)
{
	size_t i;

	for (i = 0; i < NELEM(tabella); i++)
		if (fits(&tabella[i], atto, tipo, percorso))
			return tabella[i].da != LETTURE_N ? &tabella[i] : NULL;
	return NULL;
}

/* ---- asking ---- */

/* "CS-2026-0000001" */
static bool
case_number(const char *s)
{
	static const char shape[] = "00-0000-0000000";
	size_t i;

	if (s == NULL || strlen(s) != sizeof shape - 1 ||
	    (strncmp(s, "CS-", 3) != 0 && strncmp(s, "AC-", 3) != 0))
		return false;
	for (i = 3; shape[i] != '\0'; i++)
		if (shape[i] == '-' ? s[i] != '-' : s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

/* Which case the form is of; NULL: it does not say. */
static const char *
case_of(const struct modulo_dati *d)
{
	static const char *const names[] = { "cartella", "caso",
	    "riferimento" };
	const char *v;
	size_t i;

	for (i = 0; i < NELEM(names); i++)
		if (case_number(v = modulo_valore(d, names[i])))
			return v;
	return NULL;
}

static bool
of_case(enum lettura which)
{
	return letture[which].campi != NULL && letture[which].campi != aperte;
}

/* An accesso has documents and no more. */
static bool
can_be_asked(enum lettura which, const char *caso)
{
	if (!of_case(which))
		return true;
	return caso != NULL && (which == DOCUMENTI || caso[0] == 'C');
}

void
suggeriti_chiede(struct nodo *richiesta, struct arena *a,
    const struct modulo_dati *d)
{
	const char *caso = case_of(d);
	const struct suggerimento *s;
	struct parte asked[LETTURE_N + 1] = { 0 };
	bool wanted[LETTURE_N] = { false };
	const struct pagina p = { .parti = asked };
	struct indirizzo in = { .via = "/" };
	const struct campo *c;
	int i, n = 0;

	if (campi_load(&c, arena_printf(a, "atti/%s", d->atto),
	    d->atto) != 0) {
		err_clear();
		return;
	}
	for (; c->percorso != NULL; c++)
		if ((s = known(d->atto, c->nome_tipo, c->percorso)) != NULL)
			wanted[s->da] = true;
	for (i = 0; i < LETTURE_N; i++)
		if (wanted[i] && can_be_asked((enum lettura)i, caso))
			asked[n++] = letture[i];
	if (caso != NULL)
		in.pezzi[in.n_pezzi++] = (struct coppia){ "caso", caso };
	if (n > 0 && pagina_chiede(richiesta, a, &p, &in) != 0)
		err_clear();
}

/* ---- the answers ---- */

struct telling {
	struct arena *a;
	const struct nodo *risposta;
	const char *atto;
};

static const char *
said(struct arena *a, const struct nodo *row, const char *nome, size_t n)
{
	const char *name = arena_strndup(a, nome, n), *v;
	const struct nodo *c;

	if (strcmp(name, ".") == 0)
		return nodo_all_text(a, row);
	if ((v = nodo_attr(row, name)) != NULL)
		return v;
	c = nodo_child(row, name);
	return c != NULL ? nodo_all_text(a, c) : NULL;
}

/* "2026-11-22" and "2026-11-22T10:15:00+01:00" as people write them; words of
 * ours without hyphens. */
static const char *
readable(struct arena *a, const char *s)
{
	size_t len = strlen(s);
	char *copy, *p;

	if (len >= 10 && s[4] == '-' && s[7] == '-' &&
	    (len == 10 || (len > 16 && s[10] == 'T')))
		return arena_printf(a, "%.2s/%.2s/%.4s%s%.5s", s + 8, s + 5, s,
		    len > 10 ? " " : "", len > 10 ? s + 11 : "");
	if (s[strspn(s, "abcdefghijklmnopqrstuvwxyz-")] != '\0')
		return s;
	copy = arena_strdup(a, s);
	for (p = copy; *p != '\0'; p++)
		if (*p == '-')
			*p = ' ';
	return copy;
}

static void
words(struct buf *out, struct arena *a, const struct nodo *row,
    const char *names)
{
	const char *v, *between = "";
	size_t n;

	for (; *names != '\0'; names += n + (names[n] != '\0')) {
		n = strcspn(names, " +");
		v = said(a, row, names, n);
		if (v != NULL && v[0] != '\0')
			buf_printf(out, "%s%s", out->len > 0 ? between : "",
			    readable(a, v));
		between = names[n] == '+' ? " " : ", ";
	}
}

static bool
told(const struct nodo *campo, const char *v)
{
	const struct nodo *s;

	for (s = nodo_child(campo, "suggerito"); s != NULL;
	    s = nodo_next(s, "suggerito"))
		if (strcmp(nodo_attr(s, "v"), v) == 0)
			return true;
	return false;
}

static bool
is_called(const struct nodo *n, const char *attribute, const char *value)
{
	const char *v = nodo_attr(n, attribute);

	return v != NULL && strcmp(v, value) == 0;
}

/* What this row answers; NULL: it is none, or one already told. */
static const char *
answer(const struct nodo *campo, struct arena *a, const struct nodo *around,
    const struct nodo *row, const struct suggerimento *s)
{
	const char *v;

	if (strcmp(row->nome, s->riga) != 0 || (s->solo != NULL &&
	    !is_called(row, "tipo", s->solo) &&
	    !is_called(around, "nome", s->solo)))
		return NULL;
	v = said(a, row, s->v, strlen(s->v));
	/* signatures go with what they sign */
	if (v == NULL || v[0] == '\0' || strncmp(v, "firme/", 6) == 0 ||
	    told(campo, v))
		return NULL;
	return v;
}

/* All rows below n, however deep; how many there are then. */
static int
rows(struct nodo *campo, struct arena *a, const struct nodo *n,
    const struct suggerimento *s, int have)
{
	const struct nodo *c;
	struct nodo *x;
	const char *v;

	for (c = nodo_child(n, NULL); c != NULL && have < PER_CAMPO;
	    c = nodo_next(c, NULL)) {
		if ((v = answer(campo, a, n, c, s)) != NULL) {
			AUTO_BUF b = { 0 };

			words(&b, a, c, s->parole);
			x = nodo_elem(a, campo, "suggerito");
			nodo_set(a, x, "v", v);
			nodo_text(a, x, b.len > 0 ? buf_str(&b) : v);
			have++;
		}
		have = rows(campo, a, c, s, have);
	}
	return have;
}

static void
field(struct telling *t, struct nodo *campo)
{
	const struct suggerimento *s = known(t->atto, nodo_attr(campo,
	    "nome-tipo"), nodo_attr(campo, "percorso"));
	const struct nodo *p;
	int n = 0;

	if (s == NULL)
		return;
	for (p = nodo_child(t->risposta, "parte"); p; p = nodo_next(p, "parte"))
		if (strcmp(nodo_attr(p, "atto"), letture[s->da].atto) == 0)
			n = rows(campo, t->a, p, s, n);
	if (n > 0)
		nodo_set(t->a, campo, "suggerito", s->chiuso ? "scelta" :
		    "elenco");
}

static void
below(struct telling *t, struct nodo *n)
{
	struct nodo *c;

	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		if (strcmp(c->nome, "campo") == 0)
			field(t, c);
		else if (strcmp(c->nome, "gruppo") == 0)
			below(t, c);
}

void
suggeriti_metti(struct nodo *modulo, struct arena *a,
    const struct nodo *risposta)
{
	struct telling t = { a, risposta, nodo_attr(modulo, "atto") };

	below(&t, modulo);
}
