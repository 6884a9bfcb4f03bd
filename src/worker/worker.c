/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * worker.c - what the rest of the program asks of workers.
 *
 * Refuses before starting a child: what is too large, and names of schemas
 * that are not shipped.  What a person can mend comes back as rilievi.
 */
#include "worker/worker.h"

#include <string.h>
#include <sys/stat.h>

#include "base/utf8.h"
#include "base/file.h"
#include "resa/modello.h"
#include "resa/pdf_testo.h"
#include "worker/convertitore.h"
#include "worker/istanza.h"
#include "worker/operaio.h"
#include "worker/verapdf.h"

static int
read_rilievi(struct nodo **out, struct rilievi *ril, struct arena *a,
    struct cursor *c)
{
	int before = ril->errori;
	struct nodo *list, *root = NULL;
	uint32_t good;

	if (nodo_unpack(&list, a, c) != 0 || cursor_u32(&good, c) != 0 ||
	    good > 1 || (good && nodo_unpack(&root, a, c) != 0) ||
	    c->left != 0)
		return chiedi_lie();
	rilievi_read(ril, list);
	/* a tree, or the reason why there is none: never both, never neither */
	if ((root != NULL) == (ril->errori > before))
		return chiedi_lie();
	*out = root;
	return 0;
}

static int
ask_xml(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *lavoro, const void *bytes, size_t n)
{
	struct richiesta q = { .lavoro = lavoro, .p = bytes, .n = n,
	    .secondi = 30, .out_max = 256 * MB };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	int r;

	if (n > ISTANZA_MAX) {
		rilievo_add(ril, ERRORE, "", "illeggibile", NULL, "il "
		    "documento è di %zu byte: se ne accettano al più %zu", n,
		    ISTANZA_MAX);
		*out = NULL;
		return 0;
	}
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	return read_rilievi(out, ril, a, &c);
}

int
worker_istanza(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *atto, const void *bytes, size_t n)
{
	const char *schema;

	if (atto == NULL)
		return ask_xml(out, ril, a, "istanza", bytes, n);
	schema = arena_printf(a, "atti/%s", atto);
	if (!schema_shipped(schema))
		return err_set(ERR_ABSENT, "atto sconosciuto: %.60s", atto);
	return ask_xml(out, ril, a, arena_printf(a, "istanza:%s", schema),
	    bytes, n);
}

int
worker_documento(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n)
{
	if (!schema_shipped(schema))
		return err_set(ERR_ABSENT, "schema sconosciuto: %.60s",
		    schema);
	return ask_xml(out, ril, a, arena_printf(a, "documento:%s", schema),
	    bytes, n);
}

/* A tree of what others wrote, at most `max` bytes. */
static int
ask_tree(struct nodo **out, struct arena *a, const char *lavoro,
    const void *p, size_t n, size_t max)
{
	struct richiesta q = { .lavoro = lavoro, .p = p, .n = n,
	    .secondi = 30, .out_max = 256 * MB };
	AUTO_BUF answer = { 0 };
	struct nodo *root;
	struct cursor c;
	int r;

	if (n > max)
		return err_set(ERR_INVALID, "il documento supera %zu MB",
		    max / MB);
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	if (nodo_unpack(&root, a, &c) != 0 || root->nome == NULL ||
	    c.left != 0)
		return chiedi_lie();
	*out = root;
	return 0;
}

int
worker_xml_altrui(struct nodo **out, struct arena *a, const void *p, size_t n)
{
	return ask_tree(out, a, "xml-altrui", p, n, ALTRUI_MAX);
}

int
worker_elenco(struct nodo **out, struct arena *a, const void *p, size_t n)
{
	struct nodo *root = NULL;
	int r;

	if ((r = ask_tree(&root, a, "elenco", p, n, ELENCO_MAX)) != 0)
		return r;
	if (root == NULL || strcmp(root->nome, "elenco") != 0)
		return chiedi_lie();
	*out = root;
	return 0;
}

int
worker_rientro(struct nodo **out, struct arena *a, const void *odt, size_t n)
{
	struct nodo *root = NULL;
	int r;

	if ((r = ask_tree(&root, a, "rientro", odt, n, RIENTRO_MAX)) != 0)
		return r;
	if (root == NULL || strcmp(root->nome, "sezioni") != 0)
		return chiedi_lie();
	*out = root;
	return 0;
}

int
worker_eml(struct messaggio *out, struct arena *a, int fd)
{
	struct richiesta q = { .lavoro = "eml", .pesante = true, .fd = fd, .secondi = 90,
	    .out_max = 4 * EML_MAX };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	struct stat st;
	int r;

	if (fstat(fd, &st) != 0)
		return err_sys("messaggio");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > EML_MAX)
		return err_set(ERR_INVALID, "il messaggio non è un file di al "
		    "più %zu MB", EML_MAX / MB);
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	return messaggio_unpack(out, a, &c);
}

int
worker_pdf_testo(struct buf *out, int fd)
{
	struct richiesta q = { .lavoro = "pdf-testo", .pesante = true, .fd = fd,
	    .secondi = 15, .out_max = 2 * PDF_TESTO_MAX };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	struct stat st;
	int r;

	if (fstat(fd, &st) != 0)
		return err_sys("PDF");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > EML_MAX)
		return err_set(ERR_INVALID, "il PDF non è un file di al più "
		    "%zu MB", EML_MAX / MB);
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	if (!utf8_valid((const char *)c.p, c.left) ||
	    memchr(c.p, '\0', c.left) != NULL)
		return chiedi_lie();
	buf_append(out, c.p, c.left);
	return 0;
}

int
worker_fascio(char head[COMMIT_LEN + 1], const char *dove, int fd)
{
	struct richiesta q = { .lavoro = "fascio", .pesante = true, .fd = fd,
	    .secondi = 180, .out_max = FASCIO_APERTO + 8 * FASCIO_OGGETTI };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	struct stat st;
	int r;

	if (fstat(fd, &st) != 0)
		return err_sys("fascio");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > FASCIO_MAX)
		return err_set(ERR_INVALID, "il fascio di git non è un file di "
		    "al più %zu MB", FASCIO_MAX / MB);
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	return bundle_store(head, dove, &c);
}

int
worker_busta(int fd, busta_fn *fn, void *arg)
{
	struct richiesta q = { .lavoro = "busta", .pesante = true, .fd = fd,
	    .secondi = 180, .out_max = BUSTA_APERTA + BUSTA_FILE * 4096 };
	AUTO(arena) a = arena_new();
	AUTO_BUF answer = { 0 };
	const char *nome;
	struct cursor c;
	const void *p;
	size_t n;
	int r;

	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	while (c.left > 0) {
		if (cursor_block(&p, &n, &c) != 0)
			return chiedi_lie();
		nome = arena_strndup(a, p, n);
		if (cursor_block(&p, &n, &c) != 0 || !file_path_valid(nome))
			return chiedi_lie();
		if ((r = fn(arg, nome, p, n)) != 0)
			return r;
	}
	return 0;
}

int
worker_foglio(struct buf *out, const void *foglio, size_t n,
    const struct nodo *doc)
{
	struct richiesta q = { .lavoro = "foglio", .secondi = 20,
	    .out_max = TESTO_MAX + MB };
	AUTO_BUF in = { 0 };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	const void *p;
	size_t len;
	int r;

	if (n > FOGLIO_MAX)
		return err_set(ERR_INVALID, "il foglio supera %zu kB",
		    FOGLIO_MAX / 1024);
	buf_block(&in, foglio, n);
	nodo_pack(&in, doc);
	q.p = in.data;
	q.n = in.len;
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	if (cursor_block(&p, &len, &c) != 0 || c.left != 0 ||
	    !utf8_valid(p, len))
		return chiedi_lie();
	buf_append(out, p, len);
	return 0;
}

/* The model and its card, or the errors for which there is none. */
static int
read_model(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, struct cursor *c)
{
	int before = ril->errori;
	struct nodo *list, *card = NULL;
	const void *p = NULL;
	size_t n = 0;
	uint32_t good;

	if (nodo_unpack(&list, a, c) != 0 || cursor_u32(&good, c) != 0 ||
	    good > 1 || (good && (cursor_block(&p, &n, c) != 0 || n == 0 ||
	    nodo_unpack(&card, a, c) != 0 || card->nome == NULL)) ||
	    c->left != 0)
		return chiedi_lie();
	rilievi_read(ril, list);
	if (good == (ril->errori > before))
		return chiedi_lie();
	if (good)
		buf_append(odt, p, n);
	*scheda = card;
	return 0;
}

int
worker_modello(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo)
{
	struct richiesta q = { .lavoro = "modello", .secondi = 40,
	    .out_max = 4 * MODELLO_MAX };
	AUTO_BUF in = { 0 }, answer = { 0 };
	struct cursor c;
	int r;

	if (n > MODELLO_MAX) {
		rilievo_add(ril, ERRORE, "", "illeggibile", NULL, "il modello "
		    "è di %zu byte: se ne accettano al più %zu", n,
		    MODELLO_MAX);
		*scheda = NULL;
		return 0;
	}
	buf_block(&in, titolo != NULL ? titolo : "",
	    titolo != NULL ? strlen(titolo) : 0);
	nodo_pack(&in, dizionario);
	buf_block(&in, bytes, n);
	q.p = in.data;
	q.n = in.len;
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	return read_model(odt, scheda, ril, a, &c);
}

int
worker_csv(struct csv *out, struct arena *a, int fd, char separatore)
{
	struct richiesta q = { .lavoro = "csv", .fd = fd, .secondi = 60,
	    .out_max = 8 * CSV_MAX };
	AUTO_BUF answer = { 0 };
	struct cursor c;
	struct stat st;
	int r;

	if (fstat(fd, &st) != 0)
		return err_sys("tabella");
	if (!S_ISREG(st.st_mode) || (size_t)st.st_size > CSV_MAX)
		return err_set(ERR_INVALID, "la tabella non è un file di al "
		    "più %zu MB", CSV_MAX / MB);
	if (separatore != 0)
		q.lavoro = separatore == ';' ? "csv:;" : "csv:,";
	if ((r = chiedi(&c, &answer, &q)) != 0)
		return r;
	return csv_unpack(out, a, &c);
}

/* Whatever the child answers after its outcome, as it is. */
static int
ask_bytes(struct buf *out, const struct richiesta *q)
{
	AUTO_BUF answer = { 0 };
	struct cursor c;
	int r;

	if ((r = chiedi(&c, &answer, q)) != 0)
		return r;
	buf_append(out, c.p, c.left);
	return 0;
}

int
worker_pdf(struct buf *out, const void *odt, size_t n)
{
	AUTO_BUF pdf = { 0 };
	int r;

	if ((r = convertitore_convert(&pdf, odt, n)) != 0 ||
	    (r = verapdf_check(pdf.data, pdf.len)) != 0)
		return r;
	buf_append(out, pdf.data, pdf.len);
	return 0;
}

struct molti {
	convertito_fn *fn;
	void *arg;
};

static int
one_of_many(void *arg, int i, int esito, const struct buf *pdf)
{
	const struct molti *m = arg;

	if (esito == 0)
		esito = verapdf_check(pdf->data, pdf->len);
	return m->fn(m->arg, i, esito, pdf);
}

int
worker_pdf_molti(const struct convertendo *x, int n, convertito_fn *fn,
    void *arg)
{
	struct molti m = { fn, arg };

	return convertitore_molti(x, n, one_of_many, &m);
}

int
worker_stamp(struct buf *out, const void *pdf, size_t n,
    const char *const *righe, const char *qr)
{
	struct richiesta q = { .lavoro = "timbro", .pesante = true, .secondi = 60,
	    .out_max = 300 * MB };
	AUTO_BUF in = { 0 };
	uint32_t i, count = 0;

	while (righe[count] != NULL)
		count++;
	if (n > 256 * MB)
		return err_set(ERR_INVALID, "il PDF supera 256 MB");
	buf_u32(&in, count);
	for (i = 0; i < count; i++)
		buf_block(&in, righe[i], strlen(righe[i]));
	buf_block(&in, qr != NULL ? qr : "", qr != NULL ? strlen(qr) : 0);
	buf_block(&in, pdf, n);
	q.p = in.data;
	q.n = in.len;
	return ask_bytes(out, &q);
}
