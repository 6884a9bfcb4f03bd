/* SPDX-License-Identifier: EUPL-1.2 */
#include "documenti/tipo_forma.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/auto.h"

#define FIELDS_MAX 300		/* elements met from the root, types opened */
#define DEPTH_MAX 8		/* groups in groups */
#define REPEATS_MAX 200
#define WORDS_MAX 500		/* of one list */
#define WORD_LEN 61
#define FAULTS_MAX 40		/* more help nobody */

struct check {
	struct rilievi *ril;
	const struct nodo *schema;
	const struct nodo *const *shared;
	int n_shared;
	int fields;
};

static void wrong(struct check *c, const struct nodo *n, const char *codice,
    const char *fmt, ...) PRINTF(4, 5);

static void
wrong(struct check *c, const struct nodo *n, const char *codice,
    const char *fmt, ...)
{
	const struct rilievo *x;
	const char *text, *path;
	va_list ap;

	if (c->ril->errori >= FAULTS_MAX)
		return;
	path = nodo_path(c->ril->a, n);
	/* a type is opened wherever it is used: its fault is said once */
	for (x = c->ril->primo; x != NULL; x = x->succ)
		if (strcmp(x->codice, codice) == 0 &&
		    strcmp(x->percorso, path) == 0)
			return;
	va_start(ap, fmt);
	text = arena_vprintf(c->ril->a, fmt, ap);
	va_end(ap);
	rilievo_add(c->ril, ERRORE, path, codice, NULL, "%s", text);
}

/* ---- small questions ---- */

static bool
is(const struct nodo *n, const char *nome)
{
	return strcmp(n->nome, nome) == 0;
}

static bool
is_word(const char *s)
{
	static const char rest[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	return s != NULL && s[0] >= 'a' && s[0] <= 'z' &&
	    strspn(s, rest) == strlen(s) && strlen(s) <= WORD_LEN;
}

/* Only these attributes; `lang` of a documentation too. */
static void
only_attributes(struct check *c, const struct nodo *n,
    const char *const *allowed)
{
	const struct attr *at;
	int i;

	for (at = n->attr; at != NULL; at = at->succ) {
		for (i = 0; allowed[i] != NULL; i++)
			if (strcmp(at->nome, allowed[i]) == 0)
				break;
		if (allowed[i] == NULL)
			wrong(c, n, "fuori-profilo", "l'attributo «%.60s» non "
			    "è ammesso in %.60s", at->nome, n->nome);
	}
}

static void
outside(struct check *c, const struct nodo *n)
{
	wrong(c, n, "fuori-profilo", "«%.60s» non è ammesso: lo schema di un "
	    "tipo ha solo sequence, choice ed element con i tipi di "
	    "comuni.xsd e liste.xsd", n->nome);
}

static const struct nodo *
named(const struct nodo *schema, const char *nome)
{
	const struct nodo *n;

	for (n = nodo_child(schema, NULL); n != NULL; n = nodo_next(n, NULL))
		if ((is(n, "simpleType") || is(n, "complexType")) &&
		    nodo_attr(n, "name") != NULL &&
		    strcmp(nodo_attr(n, "name"), nome) == 0)
			return n;
	return NULL;
}

static const struct nodo *
shared(const struct check *c, const char *nome)
{
	const struct nodo *n = NULL;
	int i;

	for (i = 0; i < c->n_shared && n == NULL; i++)
		n = named(c->shared[i], nome);
	return n;
}

static bool
has_label(struct arena *a, const struct nodo *n)
{
	const struct nodo *note = nodo_child(n, "annotation");
	const char *text = note != NULL ?
	    nodo_value(a, note, "documentation") : NULL;

	return text != NULL && text[strspn(text, " \t\n\r")] != '\0';
}

/* ---- pieces ---- */

static void
check_note(struct check *c, const struct nodo *note)
{
	static const char *const none[] = { NULL };
	static const char *const lang[] = { "lang", NULL };
	const struct nodo *x;

	only_attributes(c, note, none);
	for (x = nodo_child(note, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (!is(x, "documentation") && !is(x, "appinfo"))
			outside(c, x);
		only_attributes(c, x, lang);
		if (nodo_child(x, NULL) != NULL)
			outside(c, nodo_child(x, NULL));
	}
}

/* "0".."200"; -1: neither. */
static int
occurs(const struct nodo *n, const char *attr)
{
	const char *v = nodo_attr(n, attr);
	long k;

	if (v == NULL)
		return 1;
	if (v[0] == '\0' || strspn(v, "0123456789") != strlen(v) ||
	    strlen(v) > 3)
		return -1;
	k = strtol(v, NULL, 10);
	return k <= REPEATS_MAX ? (int)k : -1;
}

static void
check_occurs(struct check *c, const struct nodo *n)
{
	int min = occurs(n, "minOccurs"), max = occurs(n, "maxOccurs");

	if (min < 0 || max < 1 || min > max)
		wrong(c, n, "ripetizioni", "minOccurs e maxOccurs sono numeri "
		    "da 0 a %d, il secondo non minore del primo: «unbounded» "
		    "non è ammesso", REPEATS_MAX);
}

/* A list of words. */
static void
check_list(struct check *c, const struct nodo *type, bool global)
{
	static const char *const name[] = { "name", NULL };
	static const char *const base[] = { "base", NULL };
	static const char *const value[] = { "value", NULL };
	const struct nodo *r = nodo_child(type, "restriction"), *x;
	const char *of = r != NULL ? nodo_attr(r, "base") : NULL;
	int n = 0;

	only_attributes(c, type, global ? name : name + 1);
	for (x = nodo_child(type, NULL); x != NULL; x = nodo_next(x, NULL))
		if (x != r && !is(x, "annotation"))
			outside(c, x);
	if (of == NULL || strcmp(of, "xs:string") != 0) {
		wrong(c, type, "fuori-profilo", "un simpleType è un elenco di "
		    "parole: restriction con base=\"xs:string\"");
		return;
	}
	only_attributes(c, r, base);
	for (x = nodo_child(r, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (!is(x, "enumeration")) {
			outside(c, x);
			continue;
		}
		only_attributes(c, x, value);
		if (!is_word(nodo_attr(x, "value")) || ++n > WORDS_MAX)
			wrong(c, x, "parola", "un valore di un elenco è una "
			    "parola come «in-affitto»: lettere minuscole, "
			    "cifre, trattini; al più %d", WORDS_MAX);
	}
	if (n == 0)
		wrong(c, type, "fuori-profilo", "l'elenco non ha parole");
}

static void check_complex(struct check *c, const struct nodo *type, int depth,
    bool root);

/* The type named by an element: one of ours, or one of the office, opened. */
static void
check_named(struct check *c, const struct nodo *e, const char *type, int depth)
{
	const struct nodo *own = named(c->schema, type);

	if (own != NULL && is(own, "complexType"))
		check_complex(c, own, depth + 1, false);
	else if (own == NULL && shared(c, type) == NULL)
		wrong(c, e, "tipo-ignoto", "il tipo «%.60s» non c'è: si usano "
		    "quelli di comuni.xsd e liste.xsd, o uno di questo "
		    "schema", type);
}

static void
check_element(struct check *c, const struct nodo *e, int depth)
{
	static const char *const allowed[] = { "name", "type", "minOccurs",
	    "maxOccurs", NULL };
	const struct nodo *complex = nodo_child(e, "complexType");
	const struct nodo *simple = nodo_child(e, "simpleType"), *x;
	const char *type = nodo_attr(e, "type");

	if (++c->fields > FIELDS_MAX)
		return;		/* said once, at the end */
	only_attributes(c, e, allowed);
	check_occurs(c, e);
	if (!is_word(nodo_attr(e, "name")))
		wrong(c, e, "nome", "il nome di un campo è una parola come "
		    "«numero-vani»: lettere minuscole, cifre, trattini");
	if (!has_label(c->ril->a, e))
		wrong(c, e, "manca-etichetta", "ogni campo dice che cosa è: "
		    "annotation con documentation");
	for (x = nodo_child(e, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (is(x, "annotation"))
			check_note(c, x);
		else if (x != complex && x != simple)
			outside(c, x);
	}
	if ((type != NULL) + (complex != NULL) + (simple != NULL) != 1)
		wrong(c, e, "tipo", "un campo ha un tipo solo: type, o un "
		    "complexType, o un simpleType");
	else if (type != NULL)
		check_named(c, e, type, depth);
	else if (complex != NULL)
		check_complex(c, complex, depth + 1, false);
	else
		check_list(c, simple, false);
}

static void
check_particle(struct check *c, const struct nodo *n, int depth)
{
	static const char *const allowed[] = { "minOccurs", "maxOccurs",
	    NULL };
	const struct nodo *x;
	int found = 0;

	only_attributes(c, n, allowed);
	check_occurs(c, n);
	for (x = nodo_child(n, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (is(x, "annotation")) {
			check_note(c, x);
			continue;
		}
		found++;
		if (is(x, "element"))
			check_element(c, x, depth);
		else if (depth < DEPTH_MAX &&
		    (is(x, "sequence") || is(x, "choice")))
			check_particle(c, x, depth + 1);
		else
			outside(c, x);
	}
	if (found == 0)
		wrong(c, n, "fuori-profilo", "«%s» è vuoto", n->nome);
}

/* The element of that name below a particle, looked for in document order. */
static const struct nodo *
first_named(const struct nodo *particle, const char *nome)
{
	const struct nodo *x, *found;
	const char *name;

	for (x = nodo_child(particle, NULL); x; x = nodo_next(x, NULL)) {
		name = nodo_attr(x, "name");
		if (is(x, "element") && name != NULL &&
		    strcmp(name, nome) == 0)
			return x;
		if ((is(x, "sequence") || is(x, "choice")) &&
		    (found = first_named(x, nome)) != NULL)
			return found;
	}
	return NULL;
}

/* A field has one place in its group: so it can be named, and no schema is
 * ambiguous. */
static void
check_unique(struct check *c, const struct nodo *type,
    const struct nodo *particle)
{
	const struct nodo *x;

	for (x = nodo_child(particle, NULL); x; x = nodo_next(x, NULL)) {
		if (is(x, "element") && nodo_attr(x, "name") != NULL &&
		    first_named(type, nodo_attr(x, "name")) != x)
			wrong(c, x, "nome-doppio", "un campo «%.60s» c'è già "
			    "nello stesso gruppo",
			    nodo_attr(x, "name"));
		if (is(x, "sequence") || is(x, "choice"))
			check_unique(c, type, x);
	}
}

static void
check_complex(struct check *c, const struct nodo *type, int depth, bool root)
{
	static const char *const name[] = { "name", NULL };
	static const char *const ref[] = { "ref", NULL };
	const struct nodo *x;
	int particles = 0;

	if (depth > DEPTH_MAX) {
		wrong(c, type, "troppo-profondo", "un gruppo ne contiene altri "
		    "per più di %d livelli, o contiene sé stesso", DEPTH_MAX);
		return;
	}
	only_attributes(c, type, type->padre == c->schema ? name : name + 1);
	for (x = nodo_child(type, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (is(x, "annotation")) {
			check_note(c, x);
		} else if (is(x, "sequence") || is(x, "choice")) {
			particles++;
			check_particle(c, x, depth);
		} else if (root && is(x, "attributeGroup") &&
		    nodo_attr(x, "ref") != NULL &&
		    strcmp(nodo_attr(x, "ref"), "documento") == 0) {
			only_attributes(c, x, ref);
		} else {
			outside(c, x);
		}
	}
	if (c->fields <= FIELDS_MAX)
		check_unique(c, type, type);
	if (particles != 1)
		wrong(c, type, "fuori-profilo", "un complexType ha una "
		    "sequence, o una choice");
}

/* ---- the whole ---- */

static void
check_include(struct check *c, const struct nodo *n)
{
	static const char *const ours[] = { "comuni.xsd", "../comuni.xsd",
	    "liste.xsd", "../liste.xsd" };
	const char *where = nodo_attr(n, "schemaLocation");
	size_t i;

	for (i = 0; i < NELEM(ours); i++)
		if (where != NULL && strcmp(where, ours[i]) == 0)
			return;
	wrong(c, n, "include", "si include solo comuni.xsd o liste.xsd");
}

/* A type of the office, unless one of ours is called so. */
static void
check_own(struct check *c, const struct nodo *n)
{
	const char *name = nodo_attr(n, "name");
	const struct nodo *first = is_word(name) ? named(c->schema, name) :
	    NULL;

	if (first == NULL || first != n || shared(c, name) != NULL)
		wrong(c, n, "nome", "un tipo dello schema ha un nome suo, "
		    "una parola che comuni.xsd e liste.xsd non usano");
	if (is(n, "simpleType"))
		check_list(c, n, true);
	else
		check_complex(c, n, 1, false);
}

static void
check_root(struct check *c, const struct nodo *root, const char *nome)
{
	static const char *const name[] = { "name", NULL };
	const char *v = nodo_attr(root, "name");
	const struct nodo *x;

	only_attributes(c, root, name);
	if (v == NULL || strcmp(v, nome) != 0)
		wrong(c, root, "radice", "la radice si chiama come il tipo: "
		    "%s", nome);
	for (x = nodo_child(root, NULL); x != NULL; x = nodo_next(x, NULL)) {
		if (is(x, "annotation"))
			check_note(c, x);
		else if (!is(x, "complexType"))
			outside(c, x);
	}
	x = nodo_child(root, "complexType");
	if (x == NULL)
		wrong(c, root, "radice", "la radice ha il suo complexType");
	else
		check_complex(c, x, 1, true);
}

static void
check_children(struct check *c, const char *nome)
{
	const struct nodo *n;
	int roots = 0;

	for (n = nodo_child(c->schema, NULL); n != NULL;
	    n = nodo_next(n, NULL)) {
		if (is(n, "include"))
			check_include(c, n);
		else if (is(n, "annotation"))
			check_note(c, n);
		else if (is(n, "simpleType") || is(n, "complexType"))
			check_own(c, n);
		else if (is(n, "element") && ++roots == 1)
			check_root(c, n, nome);
		else
			outside(c, n);
	}
	if (roots == 0)
		wrong(c, c->schema, "radice", "lo schema non ha un element: la "
		    "radice del documento, che si chiama %s", nome);
}

void
tipo_forma(struct rilievi *ril, const struct nodo *schema, const char *nome,
    const struct nodo *const *condivisi, int n)
{
	static const char *const allowed[] = { "targetNamespace",
	    "elementFormDefault", "lang", NULL };
	struct check c = { ril, schema, condivisi, n, 0 };
	const char *ns = nodo_attr(schema, "targetNamespace");
	const char *form = nodo_attr(schema, "elementFormDefault");

	if (!is(schema, "schema")) {
		wrong(&c, schema, "non-schema", "il file non è uno schema XSD");
		return;
	}
	only_attributes(&c, schema, allowed);
	if (ns == NULL || strcmp(ns, XML_NS) != 0 || form == NULL ||
	    strcmp(form, "qualified") != 0)
		wrong(&c, schema, "spazio-dei-nomi", "lo schema ha "
		    "targetNamespace=\"" XML_NS "\" ed "
		    "elementFormDefault=\"qualified\"");
	check_children(&c, nome);
	if (c.fields > FIELDS_MAX)
		wrong(&c, schema, "troppi-campi", "lo schema ha più di %d "
		    "campi", FIELDS_MAX);
}
