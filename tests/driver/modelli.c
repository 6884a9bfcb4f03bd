/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * modelli.c - every model shipped, filled twice from the examples of the
 * dictionary: with every field there is, and with no more than it insists on.
 *
 *	modelli DIR [NAME]
 *
 * Into DIR, for each model (or that one): NAME.odt, NAME.pdf, NAME.txt (what
 * the ODT says, a paragraph a line, as golden text) and NAME-minimo.odt, .txt.
 * With MODELLI_TUTTI in the environment NAME-minimo.pdf too, and lunga.*, a
 * relazione of many pages.  Prints for each model its name, the
 * fields it insists on, and whatever is wrong, in which case the exit is 1.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "resa/modello.h"
#include "worker/worker.h"
#include "xml/odf.h"
#include "xml/xml.h"
#include "zip/zip.h"

#define LUNGA 120	/* paragraphs of the long one */

/* Values that have undone other programs. */
static const struct {
	const char *nome, *valore;
} difficili[] = {
	{ "ente.denominazione", "Comune di Sant'Esempio in Val d'Invenzione" },
	{ "destinatario.denominazione", "Procura della Repubblica presso il "
	    "Tribunale per i minorenni di Sant'Esempio" },
	{ "oggetto", "€ 1.200,00 – «perché» l'età di L. I., <b>così</b> & "
	    "{{oggetto}} {0}" },
	{ "minore.nome", "Maria Concetta Annunziata dell'Assunzione Giovanna" },
	{ "minore.cognome", "Degl'Inventati-Lunghissimi D'Esempio Çelik "
	    "Šimůnek Ødegård" },
};

static int wrongs;

static _Noreturn void
die(const char *what)
{
	fprintf(stderr, "modelli: %s: %s\n", what, err_msg());
	exit(1);
}

static void
wrong(const char *modello, const char *what)
{
	printf("%s: %s\n", modello, what);
	wrongs++;
}

static bool
is(const struct nodo *n, const char *nome)
{
	return n->nome != NULL && strcmp(n->nome, nome) == 0;
}

/* ---- an example, as it is printed, back into what a document says ---- */

static const char *const mesi[] = { "gennaio", "febbraio", "marzo", "aprile",
    "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre" };

/* "1° dicembre 2026", "20 novembre 2026, ore 10:00" */
static const char *
raw_day(struct arena *a, const char *s)
{
	int g = 0, m, y = 0, h = 0, min = 0;
	char mese[16] = "";

	if (sscanf(s, "%d%*[° ]%15[a-z] %d, ore %d:%d", &g, mese, &y, &h,
	    &min) < 3)
		return s;
	for (m = 0; m < 12 && strcmp(mesi[m], mese) != 0; m++)
		;
	if (strstr(s, ", ore ") != NULL)
		return arena_printf(a, "%04d-%02d-%02dT%02d:%02d:00+01:00", y,
		    m + 1, g, h, min);
	return arena_printf(a, "%04d-%02d-%02d", y, m + 1, g);
}

static char *
swap(struct arena *a, const char *s, char from, char to)
{
	char *c, *out = arena_strdup(a, s);

	for (c = out; *c != '\0'; c++)
		if (*c == from)
			*c = to;
	return out;
}

/* The code of these words, among "code = words; other-code = other words". */
static const char *
code_of(struct arena *a, const char *parole, const char *s)
{
	char *c, *words, *rest = arena_strdup(a, parole != NULL ? parole : "");

	while ((c = strsep(&rest, ";")) != NULL) {
		c += strspn(c, " ");
		if ((words = strstr(c, " = ")) != NULL &&
		    strcmp(words + 3, s) == 0)
			return arena_strndup(a, c, (size_t)(words - c));
	}
	return swap(a, s, ' ', '-');
}

static const char *
raw(struct arena *a, const char *tipo, const char *parole, const char *s)
{
	char *c, *out;

	if (strcmp(tipo, "data") == 0 || strcmp(tipo, "ora") == 0)
		return raw_day(a, s);
	if (strcmp(tipo, "giorno") == 0)
		return arena_printf(a, "%.4s-%.2s-%.2s", s + 6, s + 3, s);
	if (strcmp(tipo, "parola") == 0)
		return code_of(a, parole, s);
	if (strcmp(tipo, "si-no") == 0)
		return strcmp(s, "sì") == 0 ? "si" : s;
	if (strcmp(tipo, "importo") != 0)
		return s;
	out = arena_strdup(a, s);		/* 1.200,00 */
	if ((c = strchr(out, '.')) != NULL)
		memmove(c, c + 1, strlen(c));
	return swap(a, out, ',', '.');
}

/* ---- data ---- */

static void
put_prosa(struct nodo *n, struct arena *a, const char *s)
{
	struct nodo *t, *r;

	nodo_elem_text(a, n, "p", s);
	nodo_elem_text(a, n, "titolo", "Un titolo nel testo");
	t = nodo_elem_text(a, n, "p", "Parole ");
	nodo_elem_text(a, t, "b", "in grassetto");
	nodo_text(a, t, " e ");
	nodo_elem_text(a, t, "i", "in corsivo");
	nodo_text(a, t, ", € 10: l'età è giusta.");
	nodo_elem_text(a, n, "voce", "una voce");
	nodo_elem_text(a, n, "voce", "un'altra voce");
	nodo_elem_text(a, n, "punto", "un punto");
	nodo_elem_text(a, n, "punto", "un altro punto");
	t = nodo_elem(a, n, "tabella");
	r = nodo_elem(a, t, "riga");
	nodo_elem_text(a, nodo_elem(a, r, "cella"), "b", "Quando");
	nodo_elem_text(a, nodo_elem(a, r, "cella"), "b", "Che cosa");
	r = nodo_elem(a, t, "riga");
	nodo_elem_text(a, r, "cella", "12/11/2026");
	nodo_elem_text(a, r, "cella", "colloquio");
}

/* The node at `via` below `base`, made where it is not. */
static struct nodo *
place(struct nodo *base, struct arena *a, const char *via)
{
	char *word, *rest = arena_strdup(a, via);
	struct nodo *n;

	if (strcmp(via, ".") == 0)
		return base;
	while ((word = strsep(&rest, "/")) != NULL) {
		n = nodo_child(base, word);
		base = n != NULL ? n : nodo_elem(a, base, word);
	}
	return base;
}

static const char *
example(struct arena *a, const struct nodo *campo, const char *coda)
{
	const char *nome = nodo_attr(campo, "nome");
	size_t i;

	for (i = 0; i < NELEM(difficili); i++)
		if (strcmp(nome, difficili[i].nome) == 0)
			return difficili[i].valore;
	return strcmp(nodo_attr(campo, "tipo"), "testo") != 0 ?
	    nodo_attr(campo, "esempio") :
	    arena_printf(a, "%s%s", nodo_attr(campo, "esempio"), coda);
}

static void
put_field(struct nodo *base, struct arena *a, const struct nodo *campo,
    const char *coda)
{
	const char *tipo = nodo_attr(campo, "tipo");
	const char *s = example(a, campo, coda);
	struct nodo *n = place(base, a, nodo_attr(campo, "via"));

	if (n->primo != NULL && strcmp(tipo, "ora") != 0)
		return;		/* another field of the same place */
	while (n->primo != NULL)
		nodo_remove(n->primo);
	if (strcmp(tipo, "prosa") == 0)
		put_prosa(n, a, s);
	else
		nodo_text(a, n, raw(a, tipo, nodo_attr(campo, "parole"), s));
}

static void
put_free(struct nodo *root, struct arena *a, const char *nome)
{
	struct nodo *n = nodo_elem_printf(a, root, "libero",
	    "esempio di %s, com'è scritto", nome + strlen("libero."));

	nodo_set(a, n, "nome", nome + strlen("libero."));
}

/* Every field of `d`, and two of each list. */
static void
put_all(struct nodo *base, struct arena *a, const struct nodo *d)
{
	static const char *const code[] = { "", ", ancora" };
	const struct nodo *c, *x;
	size_t i;

	for (c = nodo_child(d, NULL); c != NULL; c = nodo_next(c, NULL)) {
		if (is(c, "campo"))
			put_field(base, a, c, "");
		for (i = 0; is(c, "elenco") && i < NELEM(code); i++) {
			char *via = arena_strdup(a, nodo_attr(c, "via"));
			char *last = strrchr(via, '/');
			struct nodo *to = base, *item;

			if (last != NULL) {
				*last++ = '\0';
				to = place(base, a, via);
			}
			item = nodo_elem(a, to, last != NULL ? last : via);
			for (x = nodo_child(c, "campo"); x != NULL;
			    x = nodo_next(x, "campo"))
				put_field(item, a, x, code[i]);
			for (x = nodo_child(c, "elenco"); x != NULL;
			    x = nodo_next(x, "elenco")) {
				struct nodo *in = nodo_new(a, "dizionario");

				nodo_add(in, nodo_copy(a, x));
				put_all(item, a, in);
			}
		}
	}
}

/* ---- what an ODT says ---- */

static void
inner(struct buf *out, const struct nodo *n)
{
	const struct nodo *c;

	for (c = n->primo; c != NULL; c = c->succ) {
		if (c->nome == NULL)
			buf_append(out, c->testo, strlen(c->testo));
		else if (is(c, "text:tab") || is(c, "text:line-break") ||
		    is(c, "text:s"))
			buf_append(out, " ", 1);
		else
			inner(out, c);
	}
}

static void
say(struct buf *out, const struct nodo *n, const char *segno)
{
	const struct nodo *c;

	if (is(n, "text:h"))
		segno = nodo_attr(n, "text:outline-level")[0] == '1' ? "# " :
		    nodo_attr(n, "text:outline-level")[0] == '2' ? "## " :
		    "### ";
	if (is(n, "text:p") || is(n, "text:h")) {
		buf_append(out, segno, strlen(segno));
		inner(out, n);
		buf_append(out, "\n", 1);
		return;
	}
	if (is(n, "text:list"))
		segno = "- ";
	else if (is(n, "table:table"))
		segno = "| ";
	for (c = nodo_child(n, NULL); c != NULL; c = nodo_next(c, NULL))
		say(out, c, segno);
}

static void
text_of(struct buf *out, struct arena *a, const struct buf *odt)
{
	AUTO_BUF part = { 0 };
	struct nodo *root;

	if (zip_read(&part, odt->data, odt->len, "content.xml",
	    (size_t)16 << 20) != 0 ||
	    odf_parse(&root, a, part.data, part.len) != 0)
		die("content.xml");
	say(out, nodo_child(root, "office:body"), "");
}

static void
put(struct arena *a, const char *dir, const char *nome, const char *coda,
    const struct buf *b)
{
	if (file_put(arena_printf(a, "%s/%s%s", dir, nome, coda), b->data,
	    b->len, 0600) != 0)
		die(nome);
}

static void
write_out(struct arena *a, const char *dir, const char *nome,
    const struct buf *odt, bool con_pdf)
{
	AUTO_BUF text = { 0 }, pdf = { 0 };

	text_of(&text, a, odt);
	put(a, dir, nome, ".txt", &text);
	put(a, dir, nome, ".odt", odt);
	if (!con_pdf)
		return;
	if (worker_pdf(&pdf, odt->data, odt->len) != 0)
		die(nome);
	put(a, dir, nome, ".pdf", &pdf);
}

/* ---- a model ---- */

struct modello {
	const char *nome, *titolo;
	const struct buf *odt;
	struct nodo *dizionario, *scheda;
};

static void
take(struct modello *m, struct arena *a, const struct nodo *riga)
{
	m->nome = nodo_attr(riga, "nome");
	m->titolo = nodo_attr(riga, "denominazione");
	if (modello_spedito(&m->odt, m->nome) != 0 ||
	    modello_scheda(&m->scheda, a, m->odt->data, m->odt->len) != 0 ||
	    dizionario_di(&m->dizionario, a, nodo_attr(riga, "carta")) != 0)
		die(m->nome);
}

static void
full(const struct modello *m, struct arena *a, const char *dir)
{
	struct nodo *dati = nodo_new(a, "carta"), *manca;
	const struct nodo *c;
	AUTO_BUF odt = { 0 };

	put_all(dati, a, m->dizionario);
	for (c = nodo_child(m->scheda, "campo"); c != NULL;
	    c = nodo_next(c, "campo"))
		if (strncmp(nodo_attr(c, "nome"), "libero.", 7) == 0)
			put_free(dati, a, nodo_attr(c, "nome"));
	if (modello_riempi(&odt, &manca, a, m->odt->data, m->odt->len, dati,
	    m->titolo, 0) != 0)
		die(m->nome);
	if (manca != NULL)
		wrong(m->nome, nodo_attr(nodo_child(manca, NULL), "nome"));
	else
		write_out(a, dir, m->nome, &odt, true);
}

/* What is missing is given, until nothing is. */
static void
least(const struct modello *m, struct arena *a, const char *dir)
{
	struct nodo *dati = nodo_new(a, "carta"), *manca;
	const struct nodo *c, *d;
	AUTO_BUF odt = { 0 };

	printf("%s:", m->nome);
	for (;;) {
		if (modello_riempi(&odt, &manca, a, m->odt->data, m->odt->len,
		    dati, m->titolo, 0) != 0)
			die(m->nome);
		if (manca == NULL)
			break;
		if (odt.len != 0)
			wrong(m->nome, "a letter with something missing");
		for (c = nodo_child(manca, NULL); c; c = nodo_next(c, NULL)) {
			const char *nome = nodo_attr(c, "nome");

			printf(" %s", nome);
			if (strncmp(nome, "libero.", 7) == 0)
				put_free(dati, a, nome);
			else if ((d = dizionario_trova(m->dizionario, a,
			    nome)) == NULL)
				die(nome);
			else
				put_field(dati, a, d, "");
		}
	}
	printf("\n");
	write_out(a, dir, arena_printf(a, "%s-minimo", m->nome), &odt,
	    getenv("MODELLI_TUTTI") != NULL);
}

/* ---- many pages ---- */

static void
long_one(struct arena *a, const char *dir)
{
	struct nodo *dati = nodo_new(a, "carta"), *indice, *n, *p, *manca;
	AUTO_BUF odt = { 0 };
	struct modello m;
	int i, j;

	if (modello_spediti(&indice, a) != 0)
		die("indice");
	for (n = nodo_child(indice, NULL); n != NULL; n = nodo_next(n, NULL))
		if (strcmp(nodo_attr(n, "nome"), "relazione-autorita") == 0)
			break;
	if (n == NULL)
		die("relazione-autorita");
	take(&m, a, n);
	put_all(dati, a, m.dizionario);
	p = nodo_child(nodo_child(dati, "relazione"), "fatti-accertati");
	for (i = 1; i <= LUNGA; i++) {
		n = nodo_elem_printf(a, p, "p", "Capoverso %d di %d. ", i,
		    LUNGA);
		for (j = 0; j < 8; j++)
			nodo_text(a, n, "La bambina è stata incontrata a "
			    "scuola e a casa, da sola e con la madre, e ha "
			    "parlato volentieri. ");
	}
	if (modello_riempi(&odt, &manca, a, m.odt->data, m.odt->len, dati,
	    m.titolo, 0) != 0 || manca != NULL)
		die("lunga");
	write_out(a, dir, "lunga", &odt, true);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	const struct nodo *n;
	struct nodo *indice;
	struct modello m;

	if (argc >= 3 && strcmp(argv[1], "--operaio") == 0)
		worker_main(argv[2]);
	if (argc < 2) {
		fprintf(stderr, "uso: modelli DIR [NAME]\n");
		return 2;
	}
	xml_init();
	if (modello_spediti(&indice, a) != 0)
		die("indice");
	for (n = nodo_child(indice, NULL); n != NULL; n = nodo_next(n, NULL)) {
		if (argc > 2 && strcmp(argv[2], nodo_attr(n, "nome")) != 0)
			continue;
		take(&m, a, n);
		full(&m, a, argv[1]);
		least(&m, a, argv[1]);
	}
	if (getenv("MODELLI_TUTTI") != NULL)
		long_one(a, argv[1]);
	return wrongs != 0;
}
