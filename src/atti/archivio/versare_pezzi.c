/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * versare_pezzi.c - of a package for the conservatore: a file, and whether its
 * format is one that is kept (versare.h).
 *
 * Keeps: what a conservatore may refuse is told before, and goes as it is only
 * if who hands it over says so: a document that was registered is not changed.
 * Norm: linee guida AgID, Allegato 2.
 */
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "atti/archivio/versare.h"
#include "atti/trasferimento/imballo.h"
#include "base/file.h"
#include "documenti/provenienza.h"
#include "documenti/tipo.h"
#include "documenti/tipo_file.h"

/* ---- formats ---- */

/* Programs, or what may hold some. */
static bool
with_macros(const char *nome)
{
	static const char *const ends[] = { ".docm", ".dotm", ".xlsm",
	    ".xltm", ".pptm", ".doc", ".xls", ".ppt", ".exe", ".js", ".vbs",
	    ".bat", ".jar" };
	size_t i, n = strlen(nome), e;

	for (i = 0; i < NELEM(ends); i++)
		if ((e = strlen(ends[i])) < n &&
		    strcasecmp(nome + n - e, ends[i]) == 0)
			return true;
	return false;
}

/* Does the file say that it is PDF/A?  Looked for, not parsed: the claim stands
 * uncompressed in its metadata. */
static bool
claims_pdfa(const struct pezzo *p)
{
	static const char claim[] = "pdfaid";
	const size_t keep = sizeof claim - 2;
	char piece[65536];
	size_t had = 0;
	ssize_t n;

	AUTO_FD int fd = open(p->da, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	while (fd >= 0 && (n = read(fd, piece + had, sizeof piece - had)) > 0) {
		had += (size_t)n;
		if (memmem(piece, had, claim, strlen(claim)) != NULL)
			return true;
		if (had > keep) {
			memmove(piece, piece + had - keep, keep);
			had = keep;
		}
	}
	return false;
}

static bool
is_kept(const char *formato)
{
	static const char word[] = "application/"
	    "vnd.openxmlformats-officedocument.wordprocessingml.document";
	static const char *const kept[] = { "application/pdf", "image/png",
	    "image/jpeg", "image/tiff", "application/xml", "text/plain",
	    "text/csv", "message/rfc822", "application/pkcs7-mime",
	    "application/pkcs7-signature", "application/pgp-signature",
	    "application/vnd.oasis.opendocument.text",
	    "application/vnd.oasis.opendocument.spreadsheet", word };
	size_t i;

	for (i = 0; i < NELEM(kept); i++)
		if (strcmp(kept[i], formato) == 0)
			return true;
	return false;
}

static void
tell_format(struct versare *v, const struct pezzo *p)
{
	const char *why = NULL;

	if (!v->avvisa)
		return;
	if (with_macros(p->m.nome))
		why = "può contenere programmi";
	else if (!is_kept(p->m.formato))
		why = "non è in un formato che si conserva";
	else if (strcmp(p->m.formato, "application/pdf") == 0 &&
	    !claims_pdfa(p))
		why = "è un PDF, e non un PDF/A";
	if (why != NULL)
		op_avviso(v->op, "unita", "formato-non-conservabile",
		    ALLEGATO2, "%s (%s) %s: il conservatore può rifiutarlo; "
		    "se va versato com'è conferma con --conferma "
		    "formato-non-conservabile", p->m.id.identificativo,
		    p->m.nome, why);
}

/* What the name and the first bytes say. */
static const char *
format_of(const struct pezzo *p)
{
	static const char *const more[][2] = {
		{ ".asc", "application/pgp-signature" },
		{ ".csv", "text/csv" },
		{ ".pem", "text/plain" },
		{ ".ods", "application/vnd.oasis.opendocument.spreadsheet" },
	};
	const char *tipo;
	char head[16];
	size_t i, e, n = strlen(p->m.nome);
	ssize_t had = 0;

	if (p->p == NULL) {
		AUTO_FD int fd = open(p->da, O_RDONLY | O_NOFOLLOW |
		    O_CLOEXEC);

		had = fd >= 0 ? read(fd, head, sizeof head) : 0;
	}
	tipo = p->p != NULL ? tipo_file(p->m.nome, p->p, p->n) :
	    tipo_file(p->m.nome, head, had > 0 ? (size_t)had : 0);
	for (i = 0; i < NELEM(more) && strcmp(tipo, TIPO_IGNOTO) == 0; i++)
		if ((e = strlen(more[i][0])) < n &&
		    strcasecmp(p->m.nome + n - e, more[i][0]) == 0)
			tipo = more[i][1];
	return tipo;
}

/* ---- a file ---- */

struct pezzo *
versare_pezzo(struct versare *v, const char *percorso, const char *impronta,
    const char *nome)
{
	struct pezzo *p;

	v->pezzo = arena_more(v->op->a, v->pezzo, v->n_pezzi, &v->cap_pezzi,
	    sizeof *v->pezzo);
	p = &v->pezzo[v->n_pezzi++];
	*p = (struct pezzo){ .percorso = percorso, .primario = -1,
	    .m = { .id = { impronta, percorso + strlen("data/"), NULL },
	    .nome = nome, .versione = 1 } };
	return p;
}

int
versare_byte(struct versare *v, struct pezzo *p, const struct buf *b)
{
	return versare_memoria(v, p, arena_memdup(v->op->a, b->data != NULL ?
	    b->data : "", b->len), b->len);
}

int
versare_memoria(struct versare *v, struct pezzo *p, const void *bytes,
    size_t n)
{
	char impronta[IMPRONTA_LEN + 1];

	p->p = bytes;
	p->n = n;
	hash_hex(impronta, p->p, p->n);
	if (p->m.id.impronta == NULL)
		p->m.id.impronta = arena_strdup(v->op->a, impronta);
	if (strcmp(p->m.id.impronta, impronta) != 0)
		return err_set(ERR_FAULT, "%s non ha l'impronta che dovrebbe",
		    p->percorso);
	p->m.formato = format_of(p);
	return 0;
}

int
versare_da_deposito(struct versare *v, struct pezzo *p)
{
	int r = imballo_bytes(&p->da, &p->n, v->op, p->m.id.impronta);

	if (r != 0)
		return r;
	p->m.formato = format_of(p);
	tell_format(v, p);
	return 0;
}

int
versare_persona(struct metadati_persona *out, struct versare *v,
    const char *utente)
{
	struct utente u = { .cognome = NULL };
	int r;

	if (utente != NULL && (r = registro_utente(&u, v->op->a,
	    v->op->st->registro, utente)) != 0)
		return r;
	*out = (struct metadati_persona){ .cognome = u.cognome,
	    .nome = u.nome };
	return 0;
}

/* ---- a document of ours ---- */

/* Which file of the bag its schema is. */
static const char *
schema_of(struct versare *v, const struct nodo *doc)
{
	int versione = tipo_versione(doc);

	return versione == 0 ? arena_printf(v->op->a, "data/schemi/%s.xsd",
	    doc->nome) : arena_printf(v->op->a, "data/schemi/%s-%d.xsd",
	    doc->nome, versione);
}

int
versare_documento(struct pezzo **out, struct nodo **doc, struct versare *v,
    const char *percorso, const char *cartella, const struct attuale *d)
{
	struct arena *a = v->op->a;
	const char *slash = strrchr(percorso, '/');
	struct pezzo *p = versare_pezzo(v, percorso, d->impronta, slash + 1);
	size_t n = strlen(percorso);
	struct nodo *tree = NULL;
	AUTO_BUF b = { 0 };
	int r;

	if ((r = store_bytes(&b, v->op->st, cartella, d->percorso)) != 0 ||
	    (r = versare_byte(v, p, &b)) != 0)
		return r;
	if (n > 4 && strcmp(percorso + n - 4, ".xml") == 0 &&
	    strcmp(d->tipo, TIPO_DI_ALTRI) != 0) {
		if ((r = store_documento(&tree, a, v->op->st, cartella,
		    d->percorso)) != 0)
			return r;
		p->schema = schema_of(v, tree);
	}
	p->cartella = arena_strdup(a, cartella);
	p->documento = d->percorso;
	p->tipo = d->tipo;
	p->m.modalita = MEMORIZZATO;
	p->m.tipologia = d->tipo;
	p->m.ora = d->ora;
	p->m.atto = arena_printf(a, "%lld", (long long)d->seq);
	p->m.registro = "catena";
	if ((r = versare_persona(&p->m.operatore, v, d->operatore)) != 0)
		return r;
	*out = p;
	if (doc != NULL)
		*doc = tree;
	return 0;
}
