/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/carte/rientro_bozza.h"

#include <stdlib.h>
#include <string.h>

#include "base/auto.h"
#include "base/buf.h"
#include "documenti/numero.h"
#include "documenti/relazione.h"
#include "xml/campi.h"

#define CAMPO "cartella.campo."

const struct bozza_tipo bozza_tipi[] = {
	{ "relazione", "redigi", "relazione", "relazione-attivita" },
	{ "progetto", "progetto", "progetto", "progetto" },
	{ "verbale", "verbale", "verbale", "verbale-equipe" },
	{ "determinazione", "prepara-determina", "determinazione",
	    "determinazione" },
	{ NULL, NULL, NULL, NULL },
};

const struct bozza_tipo *
bozza_tipo_di_atto(const char *atto)
{
	const struct bozza_tipo *t;

	for (t = bozza_tipi; t->tipo != NULL; t++)
		if (strcmp(t->atto, atto) == 0)
			return t;
	return NULL;
}

const struct bozza_tipo *
bozza_tipo_trova(const char *tipo)
{
	const struct bozza_tipo *t;

	for (t = bozza_tipi; t->tipo != NULL; t++)
		if (strcmp(t->tipo, tipo) == 0)
			return t;
	return NULL;
}

/* ---- reading ---- */

struct lettura {
	struct arena *a;
	const struct bozza_tipo *t;
	const struct campo *campi;	/* of the atto */
	const struct nodo *sezioni;
	const char *const (*dati)[2];	/* given beside the draft */
	int n;
	struct rientro_bozza *out;
	int cap_campi, cap_detti;
};

const char *
rientro_bozza_dato(struct arena *a, const struct nodo *sezioni,
    const char *nome)
{
	const struct nodo *d;

	for (d = nodo_child(sezioni, "dato"); d; d = nodo_next(d, "dato"))
		if (strcmp(nodo_attr(d, "nome"), nome) == 0)
			return nodo_all_text(a, d);
	return NULL;
}

static const char *
dato(const struct lettura *l, const char *nome)
{
	return rientro_bozza_dato(l->a, l->sezioni, nome);
}

static void say(struct lettura *l, const char *fmt, ...) PRINTF(2, 3);

static void
say(struct lettura *l, const char *fmt, ...)
{
	struct rientro_bozza *o = l->out;
	va_list ap;

	o->detti = arena_more(l->a, o->detti, o->n_detti, &l->cap_detti,
	    sizeof *o->detti);
	va_start(ap, fmt);
	o->detti[o->n_detti++] = arena_vprintf(l->a, fmt, ap);
	va_end(ap);
}

static void
add(struct lettura *l, const char *nome, const char *valore)
{
	struct rientro_bozza *o = l->out;

	o->campi = arena_more(l->a, o->campi, o->n_campi, &l->cap_campi,
	    sizeof *o->campi);
	o->campi[o->n_campi][0] = nome;
	o->campi[o->n_campi++][1] = valore;
}

static const struct campo *
field(const struct lettura *l, const char *percorso)
{
	const struct campo *c;

	for (c = l->campi; c->percorso != NULL; c++)
		if (strcmp(c->percorso, percorso) == 0)
			return c;
	return NULL;
}

/* Is it given beside the draft, or a field of the same group? */
static bool
given(const struct lettura *l, const char *percorso)
{
	size_t n = strcspn(percorso, ".");
	int i;

	for (i = 0; i < l->n; i++)
		if (strncmp(l->dati[i][0], percorso, n) == 0 &&
		    strchr(".", l->dati[i][0][n]) != NULL)
			return true;
	return false;
}

/* ---- of which case, of which document ---- */

/* What is named beside the draft is what the draft says; else it is added. */
static int
agree(struct lettura *l, const char *campo, const char *valore,
    const char *di_chi)
{
	bool said = false;
	int i;

	for (i = 0; i < l->n; i++) {
		if (strcmp(l->dati[i][0], campo) != 0)
			continue;
		said = true;
		if (valore == NULL || strcmp(l->dati[i][1], valore) != 0)
			return err_set(ERR_INVALID, "la bozza è %s%s, e scrivi "
			    "--%s %s: togli --%s, o prendi la bozza di quello "
			    "con «cartella bozza»", di_chi,
			    valore != NULL ? valore : "", campo,
			    l->dati[i][1], campo);
	}
	if (!said && valore != NULL)
		add(l, campo, valore);
	return 0;
}

static int
read_origin(struct lettura *l)
{
	const char *numero = dato(l, "cartella.numero");
	const char *tipo = dato(l, "cartella.tipo");
	const char *documento = dato(l, "cartella.documento");
	const struct bozza_tipo *other;
	struct numero n;
	int r;

	if (tipo != NULL && strcmp(tipo, l->t->tipo) != 0) {
		other = bozza_tipo_trova(tipo);
		return err_set(ERR_INVALID, "la bozza è di un documento «%s», "
		    "non «%s»%s%s", tipo, l->t->tipo, other != NULL ?
		    ": si manda con cartella " : "",
		    other != NULL ? other->atto : "");
	}
	if (numero == NULL)
		return 0;		/* not one of ours: all is to be given */
	if ((r = numero_parse(&n, numero)) != 0)
		return err_prefix(r, "la bozza");
	if ((r = agree(l, "cartella", numero, "della cartella ")) != 0 ||
	    (r = agree(l, l->t->campo, documento, documento != NULL ?
	    "di " : "di un documento nuovo")) != 0)
		return r;
	if (documento != NULL && dato(l, "cartella.versione") == NULL)
		return err_set(ERR_INVALID, "la bozza non dice più da quale "
		    "versione di %s è partita: prendine un'altra con «cartella "
		    "bozza», e riportaci i testi", documento);
	if (documento != NULL) {
		l->out->folder = numero_folder(l->a, &n);
		l->out->commit = dato(l, "cartella.versione");
	}
	return 0;
}

/* "cartella.campo.…": "oggetto=…", as the document said it. */
static void
read_fields(struct lettura *l)
{
	const char *v, *eq, *percorso;
	const struct campo *c;
	const struct nodo *d;

	for (d = nodo_child(l->sezioni, "dato"); d; d = nodo_next(d, "dato")) {
		if (strncmp(nodo_attr(d, "nome"), CAMPO,
		    sizeof CAMPO - 1) != 0)
			continue;
		v = nodo_all_text(l->a, d);
		if ((eq = strchr(v, '=')) == NULL)
			continue;
		percorso = arena_strndup(l->a, v, (size_t)(eq - v));
		c = field(l, percorso);
		if (c == NULL || strcmp(c->tipo, "gruppo") == 0 ||
		    strcmp(c->tipo, "prosa") == 0 ||
		    strcmp(percorso, "cartella") == 0 ||
		    strcmp(percorso, l->t->campo) == 0 || given(l, percorso))
			continue;
		add(l, percorso, eq + 1);
	}
}

/* ---- sections ---- */

/* The prosa field a section stands for; NULL: it is of none. */
static const struct campo *
field_of(const struct lettura *l, const char *sezione)
{
	size_t n = strlen(l->t->tipo);
	const struct campo *c;

	if (strncmp(sezione, l->t->tipo, n) != 0 || sezione[n] != '.')
		return NULL;
	c = field(l, sezione + n + 1);
	return c != NULL && strcmp(c->tipo, "prosa") == 0 ? c : NULL;
}

/* "Fatti accertati (obbligatori)": as a heading says it. */
static const char *
heading(struct arena *a, const struct campo *c)
{
	char *s = arena_strndup(a, c->etichetta,
	    strcspn(c->etichetta, "(;:"));
	size_t n = strlen(s);

	while (n > 0 && s[n - 1] == ' ')
		s[--n] = '\0';
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	return s;
}

static const struct nodo *
section(const struct lettura *l, const char *nome)
{
	const struct nodo *s;

	for (s = nodo_child(l->sezioni, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione"))
		if (strcmp(nodo_attr(s, "nome"), nome) == 0)
			return s;
	return NULL;
}

static int
lacks(struct lettura *l, const struct campo *c, const char *nome)
{
	return err_set(ERR_INVALID, "nella bozza manca la sezione «%s» (%s): "
	    "rimettila (in Writer, Inserisci, Sezione, con quel nome), oppure "
	    "scrivi il testo con --%s; una sezione che non serve si lascia "
	    "vuota", heading(l->a, c), nome, c->percorso);
}

/* What must be there: what the draft was made with; of one that does not say
 * it, what the document cannot do without. */
static int
check_present(struct lettura *l)
{
	const char *made = dato(l, "cartella.sezioni"), *nome;
	const struct campo *c;
	bool wanted;

	for (c = l->campi; c->percorso != NULL; c++) {
		if (strcmp(c->tipo, "prosa") != 0 || given(l, c->percorso))
			continue;
		nome = arena_printf(l->a, "%s.%s", l->t->tipo, c->percorso);
		if (section(l, nome) != NULL)
			continue;
		if (made != NULL)
			wanted = strstr(arena_printf(l->a, " %s ", made),
			    arena_printf(l->a, " %s ", nome)) != NULL;
		else
			wanted = c->obbligatorio ||
			    (strcmp(l->t->tipo, "relazione") == 0 &&
			    relazione_vuole(c->percorso));
		if (wanted)
			return lacks(l, c, nome);
	}
	return 0;
}

static bool
same_words(const struct nodo *x, const struct nodo *y)
{
	AUTO_BUF a = { 0 };
	AUTO_BUF b = { 0 };

	nodo_write(&a, x);
	nodo_write(&b, y);
	return strcmp(buf_str(&a), buf_str(&b)) == 0;
}

static int
read_section(struct lettura *l, const struct nodo *s)
{
	const char *nome = nodo_attr(s, "nome");
	const struct nodo *first = section(l, nome), *x;
	const struct campo *c = field_of(l, nome);
	struct nodo *to;

	if (c == NULL) {
		if (s->primo != NULL)
			say(l, "la sezione «%s» non è un testo di questo "
			    "documento: ciò che vi hai scritto è tralasciato",
			    nome);
		return 0;
	}
	if (first != s)
		return same_words(first, s) ? 0 : err_set(ERR_INVALID, "la "
		    "sezione «%s» compare due volte, con testi diversi: "
		    "lasciane una", nome);
	if (given(l, c->percorso)) {
		say(l, "la sezione «%s» della bozza è tralasciata: vale "
		    "--%s", nome, c->percorso);
		return 0;
	}
	if (s->primo == NULL)
		return 0;
	to = nodo_elem(l->a, l->out->prose, "prosa");
	nodo_set(l->a, to, "nome", c->percorso);
	for (x = nodo_child(s, NULL); x != NULL; x = nodo_next(x, NULL))
		nodo_add(to, nodo_copy(l->a, x));
	return 0;
}

static int
read_sections(struct lettura *l)
{
	const struct nodo *s;
	int r;

	for (s = nodo_child(l->sezioni, "sezione"); s != NULL;
	    s = nodo_next(s, "sezione"))
		if ((r = read_section(l, s)) != 0)
			return r;
	return check_present(l);
}

/* ---- what was dropped ---- */

static const struct {
	const char *che, *uno, *molti, *come;
} tralasci[] = {
	{ "colori", "colore", "colori", "tralasciato" },
	{ "sottolineature", "sottolineatura", "sottolineature",
	    "tralasciato" },
	{ "barrati", "testo barrato", "testi barrati", "non più barrato" },
	{ "apici", "apice o pedice", "apici o pedici", "tralasciato" },
	{ "caratteri", "tipo o grandezza di carattere",
	    "tipi o grandezze di carattere", "tralasciato" },
	{ "nascosti", "testo nascosto", "testi nascosti", "ora si vede" },
	{ "allineamenti", "allineamento", "allineamenti", "tralasciato" },
	{ "interruzioni", "interruzione di pagina", "interruzioni di pagina",
	    "tralasciato" },
	{ "collegamenti", "collegamento", "collegamenti",
	    "tralasciato (le parole restano)" },
	{ "commenti", "commento a margine", "commenti a margine",
	    "tralasciato" },
	{ "note", "nota a piè di pagina", "note a piè di pagina",
	    "messo nel testo, fra parentesi" },
	{ "immagini", "immagine", "immagini", "tralasciato" },
	{ "riquadri", "riquadro", "riquadri", "messo nel testo" },
	{ "oggetti", "oggetto", "oggetti", "tralasciato" },
	{ "indici", "indice", "indici", "ora è testo" },
	{ "revisioni", "revisione", "revisioni", "accettato" },
	{ "tabulazioni", "tabulazione", "tabulazioni", "ora è uno spazio" },
	{ "a-capo", "a capo in una voce", "a capo nelle voci",
	    "ora è uno spazio" },
	{ "capoversi", "capoverso di una voce o di una cella",
	    "capoversi di voci o di celle", "unito al precedente" },
	{ "livelli", "livello di titolo", "livelli di titolo",
	    "tralasciato" },
	{ "elenchi", "elenco dentro un altro", "elenchi dentro altri",
	    "ora sta in fila: rileggi i numeri" },
	{ "numerazioni", "numerazione che continua o comincia altrove",
	    "numerazioni che continuano o cominciano altrove",
	    "ora comincia da 1: rileggi i numeri" },
	{ "celle-unite", "cella unita", "celle unite", "diviso" },
	{ "celle", "cella oltre la ventesima", "celle oltre la ventesima",
	    "unito alla ventesima" },
	{ "tabelle", "tabella dentro un'altra", "tabelle dentro altre",
	    "ora è testo della cella" },
};

static void
say_dropped(struct lettura *l)
{
	const struct campo *c;
	const struct nodo *t;
	const char *volte;
	size_t i;

	for (t = nodo_child(l->sezioni, "tralasciato"); t != NULL;
	    t = nodo_next(t, "tralasciato")) {
		c = field_of(l, nodo_attr(t, "sezione"));
		if (c == NULL || given(l, c->percorso))
			continue;
		volte = nodo_attr(t, "volte");
		for (i = 0; i < NELEM(tralasci); i++)
			if (strcmp(tralasci[i].che, nodo_attr(t, "che")) == 0)
				say(l, "%s: %s %s nella sezione «%s»",
				    tralasci[i].come, volte,
				    strcmp(volte, "1") == 0 ?
				    tralasci[i].uno : tralasci[i].molti,
				    heading(l->a, c));
	}
}

int
rientro_bozza_leggi(struct rientro_bozza *out, struct arena *a,
    const struct bozza_tipo *t, const struct nodo *sezioni,
    const char *const (*dati)[2], int n)
{
	struct lettura l = { .a = a, .t = t, .sezioni = sezioni, .dati = dati,
	    .n = n, .out = out };
	int r;

	memset(out, 0, sizeof *out);
	out->prose = nodo_new(a, "prose");
	if ((r = campi_load(&l.campi, arena_printf(a, "atti/%s", t->atto),
	    t->atto)) != 0 || (r = read_origin(&l)) != 0 ||
	    (r = read_sections(&l)) != 0)
		return r;
	read_fields(&l);
	say_dropped(&l);
	return 0;
}

/* ---- into the istanza ---- */

static void
put_base(struct nodo *istanza, struct arena *a, const struct rientro_bozza *b)
{
	struct nodo *base = nodo_new(a, "base"), *t;
	struct nodo *first = nodo_child(istanza, NULL);

	t = nodo_elem(a, base, "testa");
	nodo_set(a, t, "cartella", b->folder);
	nodo_set(a, t, "commit", b->commit);
	if (first != NULL)
		nodo_add_before(first, base);
	else
		nodo_add(istanza, base);
}

int
rientro_bozza_metti(struct nodo *istanza, struct nodo *in, struct arena *a,
    const struct rientro_bozza *b)
{
	const struct campo *campi;
	const struct nodo *p, *x;
	struct nodo *to;
	int r;

	if ((r = campi_load(&campi, arena_printf(a, "atti/%s", in->nome),
	    in->nome)) != 0)
		return r;
	for (p = nodo_child(b->prose, NULL); p != NULL; p = nodo_next(p, NULL)) {
		if ((r = campi_insert(&to, a, campi, in,
		    nodo_attr(p, "nome"))) != 0)
			return r;
		for (x = nodo_child(p, NULL); x != NULL; x = nodo_next(x, NULL))
			nodo_add(to, nodo_copy(a, x));
	}
	if (b->commit != NULL)
		put_base(istanza, a, b);
	return 0;
}
