/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * stampa.c - a vista as text or XML on stdout; what is wrong on stderr.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "xml/xml.h"

void
stampa_note(const struct nodo *vista)
{
	const struct nodo *n;
	const char *file;

	for (n = nodo_child(vista, "nota"); n; n = nodo_next(n, "nota")) {
		fputs("nota: ", stderr);
		if ((file = nodo_attr(n, "file")) != NULL) {
			stampa_testo(stderr, file);
			fputs(": ", stderr);
		}
		stampa_testo(stderr, n->primo != NULL ? n->primo->testo : "");
		fputc('\n', stderr);
	}
}

int
stampa_vista(const struct nodo *vista, const char *formato)
{
	AUTO_BUF b = { 0 };
	int r;

	if (formato != NULL && strcmp(formato, "xml") == 0)
		nodo_write(&b, vista);
	else if ((r = xml_transform(&b, "testo", vista, NULL)) != 0)
		return stampa_errore(r);
	if (fwrite(buf_str(&b), 1, b.len, stdout) != b.len ||
	    fflush(stdout) != 0) {
		perror("cartella");
		return USCITA_GUASTO;
	}
	if (strcmp(vista->nome, "esito") == 0)
		stampa_note(vista);
	if (nodo_attr(vista, "in-sospeso") != NULL)
		fprintf(stderr, "cartella: l'atto è compiuto, ma resta da "
		    "completare, e lo farà il prossimo: %s\n", nodo_attr(vista, "in-sospeso"));
	return USCITA_FATTO;
}

int
stampa_bytes(const void *p, size_t n, const char *in)
{
	AUTO_FD int fd = -1;
	int r;

	if (in == NULL) {
		if (isatty(1)) {
			err_set(ERR_INVALID, "è un file: scegli dove metterlo "
			    "con --in FILE");
			stampa_errore(ERR_INVALID);
			return USCITA_USO;
		}
		r = file_write_fd(1, p, n);
		return r == 0 ? USCITA_FATTO : stampa_errore(r);
	}
	fd = open(in, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return stampa_errore(err_sys("%s", in));
	if ((r = file_write_fd(fd, p, n)) != 0) {
		unlink(in);
		return stampa_errore(r);
	}
	printf("%s\n", in);
	return USCITA_FATTO;
}

/* The bytes of a file of the store, held against their impronta on the way. */
static int
copy_bytes(int to, const struct op_reso *f)
{
	static unsigned char piece[1 << 16];
	AUTO_FD int fd = open(f->da, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	AUTO(hash) h = hash_new();
	char is[IMPRONTA_LEN + 1];
	ssize_t n;
	int r;

	if (fd < 0)
		return err_sys("%s", f->percorso);
	while ((n = read(fd, piece, sizeof piece)) > 0) {
		hash_update(h, piece, (size_t)n);
		if ((r = file_write_fd(to, piece, (size_t)n)) != 0)
			return r;
	}
	if (n < 0)
		return err_sys("%s", f->percorso);
	hash_final(is, h);
	return strcmp(is, f->impronta) == 0 ? 0 : err_set(ERR_FAULT,
	    "%s: i byte conservati non sono quelli della sua impronta: si "
	    "lanci «cartella verifica»", f->percorso);
}

static int
put_file(struct arena *a, const char *in, const struct op_reso *f)
{
	const char *path = arena_printf(a, "%s/%s", in, f->percorso);
	AUTO_FD int fd = -1;
	int r;

	if (!file_path_valid(f->percorso))
		return err_set(ERR_FAULT, "%s non è un nome ammesso",
		    f->percorso);
	if ((r = dir_make_parent(path)) != 0)
		return r;
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    0600);
	if (fd < 0)
		return err_sys("%s", path);
	return f->p != NULL ? file_write_fd(fd, f->p, f->n) :
	    copy_bytes(fd, f);
}

int
stampa_resi(const struct op *op, const char *in)
{
	AUTO(arena) a = arena_new();
	int i, r = 0;

	if (mkdir(in, 0700) != 0)
		return stampa_errore(errno == EEXIST ? err_set(ERR_INVALID,
		    "%s c'è già: scegli il nome di una directory nuova", in) :
		    err_sys("%s", in));
	for (i = 0; i < op->n_resi && r == 0; i++)
		r = put_file(a, in, &op->resi[i]);
	if (r != 0) {
		const char *why = arena_strdup(a, err_msg());

		if (dir_remove(in) != 0)
			err_clear();
		return stampa_errore(err_set(r, "%s", why));
	}
	printf("%s\n", in);
	stampa_note(op->vista);
	return USCITA_FATTO;
}

/* One character of valid or invalid UTF-8: its length in bytes. */
static size_t
step(const char *s)
{
	size_t n = 1;

	while (n < 4 && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return utf8_valid(s, n) ? n : 1;
}

/*
 * What is said of hostile input may quote it: what would move the cursor or
 * turn the text is shown as "?".
 */
void
stampa_testo(FILE *to, const char *s)
{
	char c[5] = { 0 };
	size_t n;

	for (; *s != '\0'; s += n) {
		n = step(s);
		memcpy(c, s, n);
		c[n] = '\0';
		fputs(utf8_valid(c, n) && utf8_plain(c) && c[0] != '\r' ?
		    c : "?", to);
	}
}

void
stampa_rilievi(const struct rilievi *r)
{
	const struct rilievo *x;

	for (x = r->primo; x != NULL; x = x->succ) {
		fprintf(stderr, "%s: ", x->grado == ERRORE ? "errore" :
		    "avviso");
		if (x->percorso[0] != '\0') {
			stampa_testo(stderr, x->percorso);
			fputs(": ", stderr);
		}
		stampa_testo(stderr, x->testo);
		if (x->norma != NULL)
			fprintf(stderr, " (%s)", x->norma);
		fprintf(stderr, " [%s]\n", x->codice);
	}
}

int
stampa_errore(int code)
{
	fputs("cartella: ", stderr);
	stampa_testo(stderr, err_msg());
	fputc('\n', stderr);
	switch (code) {
	case ERR_ABSENT:
	case ERR_INVALID:
	case ERR_BUSY:
		return USCITA_RILIEVI;
	case ERR_FORBIDDEN:
		return USCITA_VIETATO;
	default:
		return USCITA_GUASTO;
	}
}
