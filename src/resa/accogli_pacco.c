/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * accogli_pacco.c - the package of a model: what may be in it, and what of it
 * is kept.
 *
 * Refuses: what is not an ODT, is protected by a password, has more than
 * VOCI_MAX entries, two of a name, one that climbs out, a program or an
 * object, more than MODELLO_MAX bytes unpacked.  Keeps only the text, its
 * styles, the pictures and fonts these name; all else is dropped without a
 * word.  Norm: OASIS ODF 1.3 part 2 (packages).
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "resa/accogli.h"
#include "xml/odf.h"

#define VOCI_MAX 2000
#define ODT "application/vnd.oasis.opendocument.text"
#define OTT ODT "-template"

/* What a library could not read is for the person to mend. */
static int
mendable(struct accogli *ac, int r, const char *codice, const char *che)
{
	if (r != ERR_INVALID && r != ERR_ABSENT)
		return r;
	accogli_error(ac, NULL, codice, "%s: %s", che, err_msg());
	err_clear();
	return 0;
}

bool
accogli_has(const struct accogli *ac, const char *nome)
{
	return nomi_has(&ac->voci, nome);
}

static int
read_entry(struct buf *out, struct accogli *ac, const char *nome)
{
	int r = zip_read(out, ac->zip, ac->n, nome, ac->spazio);

	if (r == 0)
		ac->spazio -= out->len;
	return r;
}

/* ---- names ---- */

static const struct {
	const char *inizio, *codice, *che;
} vietate[] = {
	{ "Basic/", "macro", "contiene delle macro (Basic)" },
	{ "Dialogs/", "macro", "contiene delle macro (finestre)" },
	{ "Scripts/", "macro", "contiene delle macro (script)" },
	{ "Object", "oggetto", "contiene un oggetto di un altro programma "
	    "(un foglio di calcolo, una formula, un grafico)" },
	{ "database/", "base-dati", "contiene una base di dati" },
	{ "forms/", "modulo", "contiene un modulo da compilare" },
};

static void
check_names(struct accogli *ac)
{
	size_t i;
	int k;

	for (i = 0; i < NELEM(vietate); i++)
		for (k = 0; k < ac->voci.n; k++)
			if (strncmp(ac->voci.v[k], vietate[i].inizio,
			    strlen(vietate[i].inizio)) == 0) {
				accogli_error(ac, NULL, vietate[i].codice,
				    "il modello %s: lo si tolga",
				    vietate[i].che);
				break;
			}
}

static int
read_names(struct accogli *ac)
{
	char **list;
	int i, r;

	if ((r = zip_names(&list, ac->a, ac->zip, ac->n)) != 0)
		return mendable(ac, r, "illeggibile", "non è un file ODT");
	for (i = 0; list[i] != NULL; i++)
		nomi_add(&ac->voci, ac->a, list[i]);
	if (i > VOCI_MAX) {
		accogli_error(ac, NULL, "illeggibile", "il file contiene %d "
		    "voci: se ne accettano al più %d", i, VOCI_MAX);
		return 0;
	}
	nomi_sort(&ac->voci);
	if (ac->voci.n != i)
		accogli_error(ac, NULL, "illeggibile", "il file contiene due "
		    "voci dello stesso nome");
	check_names(ac);
	return 0;
}

/* ---- what kind of file it is ---- */

static int
check_type(struct accogli *ac)
{
	AUTO_BUF type = { 0 };
	const char *s;
	int r;

	if (accogli_has(ac, "word/document.xml")) {
		accogli_error(ac, NULL, "illeggibile", "è un documento di "
		    "Word: lo si apra in Writer e lo si salvi come ODT");
		return 0;
	}
	if ((r = read_entry(&type, ac, "mimetype")) != 0)
		return mendable(ac, r, "illeggibile", "non è un file ODT");
	s = accogli_low(ac->a, buf_str(&type));
	if (strcmp(s, ODT) != 0 && strcmp(s, OTT) != 0)
		accogli_error(ac, NULL, "illeggibile", "non è un testo ODT: "
		    "lo si salvi da Writer come «Documento di testo ODF»");
	return 0;
}

static bool
encrypted(const struct nodo *manifest)
{
	const struct nodo *e;

	for (e = nodo_child(manifest, "manifest:file-entry"); e != NULL;
	    e = nodo_next(e, "manifest:file-entry"))
		if (nodo_child(e, "manifest:encryption-data") != NULL)
			return true;
	return false;
}

static int
check_encryption(struct accogli *ac)
{
	AUTO_BUF b = { 0 };
	struct nodo *manifest;
	bool shut;
	int r;

	if (!accogli_has(ac, "META-INF/manifest.xml"))
		return 0;
	if ((r = read_entry(&b, ac, "META-INF/manifest.xml")) != 0)
		return mendable(ac, r, "illeggibile", "il file ODT");
	/* old programs leave out its namespace; it is written anew anyway */
	if (odf_parse(&manifest, ac->a, buf_str(&b), b.len) == 0)
		shut = encrypted(manifest);
	else
		shut = strstr(buf_str(&b), "encryption-data") != NULL;
	err_clear();
	if (shut || accogli_has(ac, "encrypted-package"))
		accogli_error(ac, NULL, "protetto", "il modello è protetto da "
		    "una parola d'ordine: lo si salvi senza");
	return 0;
}

/* ---- the text ---- */

static int
read_tree(struct nodo **out, struct accogli *ac, const char *nome,
    const char *root)
{
	AUTO_BUF b = { 0 };
	struct nodo *n = NULL;
	int r;

	if ((r = read_entry(&b, ac, nome)) != 0)
		return mendable(ac, r, "illeggibile", "il file ODT");
	if ((r = odf_parse(&n, ac->a, buf_str(&b), b.len)) != 0)
		return mendable(ac, r, "illeggibile", nome);
	if (accogli_is(n, root))
		*out = n;
	else
		accogli_error(ac, NULL, "illeggibile",
		    "%s non è di un testo OpenDocument", nome);
	return 0;
}

/* The title asked for, or the one the model has. */
static int
read_title(struct accogli *ac)
{
	struct nodo *meta = NULL, *m;
	const char *t = NULL;
	int r;

	if (ac->titolo != NULL && !utf8_blank(ac->titolo))
		return 0;
	if (accogli_has(ac, "meta.xml") &&
	    (r = read_tree(&meta, ac, "meta.xml", "office:document-meta")) != 0)
		return r;
	if (meta != NULL && (m = nodo_child(meta, "office:meta")) != NULL)
		t = nodo_value(ac->a, m, "dc:title");
	ac->titolo = t != NULL ? accogli_plain(ac->a, t) : "";
	if (utf8_blank(ac->titolo))
		accogli_error(ac, NULL, "senza-titolo", "il modello non ha un "
		    "titolo: lo si scriva in Writer (File, Proprietà, "
		    "Descrizione) o lo si dia accogliendolo");
	return 0;
}

int
accogli_open(struct accogli *ac)
{
	int r;

	if (ac->n > MODELLO_MAX) {
		accogli_error(ac, NULL, "illeggibile", "il modello supera %zu "
		    "MB", MODELLO_MAX / 1024 / 1024);
		return 0;
	}
	ac->spazio = MODELLO_MAX;
	if ((r = read_names(ac)) != 0 || ac->errori > 0 ||
	    (r = check_type(ac)) != 0 || ac->errori > 0 ||
	    (r = check_encryption(ac)) != 0 || ac->errori > 0 ||
	    (r = read_tree(&ac->contenuto, ac, "content.xml",
	    "office:document-content")) != 0 ||
	    (r = read_tree(&ac->stili, ac, "styles.xml",
	    "office:document-styles")) != 0)
		return r;
	return read_title(ac);
}

/* ---- pictures and fonts ---- */

static bool
begins(const struct buf *b, const char *magic, size_t n)
{
	return b->len >= n && memcmp(b->data, magic, n) == 0;
}

static bool
picture(const struct buf *b)
{
	return begins(b, "\x89PNG\r\n\x1a\n", 8) ||
	    begins(b, "\xff\xd8\xff", 3);
}

static bool
font(const struct buf *b)
{
	return begins(b, "\0\1\0\0", 4) || begins(b, "OTTO", 4) ||
	    begins(b, "true", 4);
}

static bool
kept(const struct accogli *ac, const char *nome)
{
	int i;

	for (i = 0; i < ac->n_parti; i++)
		if (strcmp(ac->parti[i].nome, nome) == 0)
			return true;
	return false;
}

const char *
accogli_keep(struct accogli *ac, const char *nome)
{
	const bool image = strncmp(nome, "Pictures/", 9) == 0;
	AUTO_BUF b = { 0 };

	if (kept(ac, nome))
		return NULL;
	if (!accogli_has(ac, nome))
		return "il file non la contiene";
	if (ac->n_parti == ACCOGLI_PARTI_MAX)
		return "è di troppo: ci sono troppe immagini";
	if (read_entry(&b, ac, nome) != 0) {
		err_clear();
		return "non si può leggere, o è troppo grande";
	}
	if (image ? !picture(&b) : !font(&b))
		return image ? "non è PNG né JPEG (SVG, EMF e WMF non si "
		    "accettano: si inserisca l'immagine come PNG)" :
		    "non è un carattere TrueType o OpenType";
	ac->parti = arena_more(ac->a, ac->parti, ac->n_parti, &ac->cap_parti,
	    sizeof *ac->parti);
	ac->parti[ac->n_parti++] = (struct zip_part){ .nome = nome,
	    .p = arena_memdup(ac->a, b.data, b.len), .n = b.len,
	    .stored = image };
	return NULL;
}

/* ---- the package anew ---- */

static void
write_meta(struct buf *out, struct accogli *ac)
{
	struct nodo *root = nodo_new(ac->a, "office:document-meta"), *m;

	nodo_set(ac->a, root, "office:version", "1.3");
	m = nodo_elem(ac->a, root, "office:meta");
	nodo_elem_text(ac->a, m, "meta:generator", "Cartella");
	nodo_elem_text(ac->a, m, "dc:title", ac->titolo);
	nodo_elem_text(ac->a, m, "dc:language", "it-IT");
	odf_write(out, root);
}

static const char *
media_type(const struct zip_part *p)
{
	if (strncmp(p->nome, "Fonts/", 6) == 0)
		return "application/x-font-ttf";
	if (strncmp(p->nome, "Pictures/", 9) == 0)
		return *(const unsigned char *)p->p == 0xff ? "image/jpeg" :
		    "image/png";
	return "text/xml";
}

static void
put_entry(struct arena *a, struct nodo *root, const char *nome,
    const char *type)
{
	struct nodo *e = nodo_elem(a, root, "manifest:file-entry");

	nodo_set(a, e, "manifest:full-path", nome);
	if (strcmp(nome, "/") == 0)
		nodo_set(a, e, "manifest:version", "1.3");
	nodo_set(a, e, "manifest:media-type", type);
}

static void
write_manifest(struct buf *out, struct arena *a, const struct zip_part *parts,
    int n)
{
	struct nodo *root = nodo_new(a, "manifest:manifest");
	int i;

	nodo_set(a, root, "manifest:version", "1.3");
	put_entry(a, root, "/", ODT);
	for (i = 0; i < n; i++)
		put_entry(a, root, parts[i].nome, media_type(&parts[i]));
	odf_write(out, root);
}

static int
by_part(const void *x, const void *y)
{
	return strcmp(((const struct zip_part *)x)->nome,
	    ((const struct zip_part *)y)->nome);
}

int
accogli_write(struct buf *out, struct accogli *ac)
{
	AUTO_BUF text = { 0 }, styles = { 0 }, meta = { 0 }, sheet = { 0 },
	    manifest = { 0 };
	struct zip_part *p;
	int k, n = 0, r;

	if ((r = modello_compila(&sheet, ac->contenuto, ac->stili,
	    ac->dizionario)) != 0)
		return mendable(ac, r, "compilazione", "il modello");
	if (sheet.len > 3 * MODELLO_MAX) {
		accogli_error(ac, NULL, "troppi", "il modello è troppo "
		    "grande");
		return 0;
	}
	odf_write(&text, ac->contenuto);
	odf_write(&styles, ac->stili);
	write_meta(&meta, ac);
	p = arena_alloc(ac->a, ((size_t)ac->n_parti + 6) * sizeof *p);
	p[n++] = (struct zip_part){ "mimetype", ODT, strlen(ODT), 1 };
	p[n++] = (struct zip_part){ "content.xml", text.data, text.len, 0 };
	p[n++] = (struct zip_part){ "styles.xml", styles.data, styles.len, 0 };
	p[n++] = (struct zip_part){ "meta.xml", meta.data, meta.len, 0 };
	if (ac->n_parti > 0)
		qsort(ac->parti, (size_t)ac->n_parti, sizeof *ac->parti,
		    by_part);
	for (k = 0; k < ac->n_parti; k++)
		p[n++] = ac->parti[k];
	p[n++] = (struct zip_part){ MODELLO_FOGLIO, sheet.data, sheet.len, 0 };
	write_manifest(&manifest, ac->a, p + 1, n - 1);
	p[n++] = (struct zip_part){ "META-INF/manifest.xml", manifest.data,
	    manifest.len, 0 };
	return zip_write(out, p, n);
}
