/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * salva_unita.c - the new pezzi of a backup, outside the lock, by as many
 * processes as there are processors.
 *
 * Refuses bytes that are not those of their impronta, rows and objects that do
 * not hold: what is copied was true.
 */
#include <fcntl.h>
#include <string.h>

#include "base/file.h"
#include "base/point.h"
#include "base/squadra.h"
#include "servizio/salva.h"

#define POCHI 32		/* things to write, not worth a child */
#define FILE_MAX ((size_t)64 << 20)	/* bytes of a file beside */

static int
put_object(void *arg, const char *name, const void *p, size_t n)
{
	penna_blocco(arg, name, strlen(name));
	penna_blocco(arg, p, n);
	return 0;
}

static int
write_folder(struct penna *p, struct salva *s, const struct compito *c,
    const struct unita *u)
{
	struct folder *f;
	int r;

	if ((r = store_folder(&f, s->st, u->nome, false)) != 0)
		return r;
	return folder_objects(f, c->prima, c->fino, &c->tag, put_object, p);
}

int
salva_file(struct penna *p, int fd, const char *impronta)
{
	char piece[65536], is[IMPRONTA_LEN + 1];
	AUTO(hash) h = hash_new();
	ssize_t n;

	while ((n = read(fd, piece, sizeof piece)) > 0) {
		hash_update(h, piece, (size_t)n);
		penna_put(p, piece, (size_t)n);
	}
	if (n < 0)
		return err_sys("lettura");
	hash_final(is, h);
	return strcmp(is, impronta) == 0 ? 0 : err_set(ERR_FAULT, "non ha i "
	    "byte della sua impronta: eseguire «cartella verifica»");
}

static int
write_attachment(struct penna *p, const struct compito *c,
    const struct unita *u)
{
	AUTO_FD int fd = open(c->file, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int r;

	if (fd < 0)
		return err_sys("%s", c->file);
	r = salva_file(p, fd, u->nome);
	return r == 0 ? 0 : err_prefix(r, "%s", c->file);
}

static int
put_row(void *arg, const char *riga, size_t n)
{
	penna_put(arg, riga, n);
	return 0;
}

static int
write_log(struct penna *p, struct salva *s, struct unita *u)
{
	struct letture *log;
	int r;

	if ((r = store_letture(&log, s->st)) != 0 ||
	    (r = letture_righe(log, u->fino, s->letture, put_row, p)) != 0)
		return r;
	u->fino = s->letture;
	return 0;
}

static void
add_piece(struct salva *s, struct unita *u, const struct pezzo *x)
{
	unita_pezzo(s->nuovo->a, u, x);
	copia_conta(s->copia, x);
}

/* ---- the files beside ---- */

static void
add_bytes(struct buf *out, const char *name, struct buf *b)
{
	buf_block(out, name, strlen(name));
	buf_block(out, buf_str(b), b->len);
}

static int
add_file(struct buf *out, struct salva *s, const char *rel)
{
	AUTO(arena) a = arena_new();
	AUTO_BUF b = { 0 };
	int r;

	if ((r = file_read(&b, store_path(a, s->st, rel), FILE_MAX)) != 0)
		return r;
	add_bytes(out, rel, &b);
	return 0;
}

/* The recovery key: a store made of this copy goes on with it. */
static int
add_recovery(struct buf *out, struct salva *s)
{
	AUTO_BUF b = { 0 };
	int r;

	if ((r = stato_destinatario(&b, s->st->dir, s->copia->id)) != 0)
		return r;
	add_bytes(out, SALVA_DESTINATARIO, &b);
	return 0;
}

static int
add_files(struct buf *out, struct salva *s)
{
	static const char *const dirs[] = { "lotti", "revoche" };
	AUTO(arena) a = arena_new();
	char **names;
	size_t i;
	int r;

	for (i = 0; i < NELEM(dirs); i++) {
		if (!dir_exists(store_path(a, s->st, dirs[i])))
			continue;
		if ((r = dir_list(&names, a, store_path(a, s->st,
		    dirs[i]))) != 0)
			return r;
		for (; *names != NULL; names++)
			if ((r = add_file(out, s, arena_printf(a, "%s/%s",
			    dirs[i], *names))) != 0)
				return r;
	}
	r = file_there(store_path(a, s->st, "accesso.conf"));
	return r == 1 ? add_file(out, s, "accesso.conf") : r;
}

static int
write_others(struct salva *s, struct unita *u)
{
	AUTO(arena) a = arena_new();
	char impronta[IMPRONTA_LEN + 1];
	AUTO(penna) p = NULL;
	AUTO_BUF b = { 0 };
	struct pezzo x;
	int r;

	if ((r = add_recovery(&b, s)) != 0 || (r = add_files(&b, s)) != 0)
		return r;
	hash_hex(impronta, buf_str(&b), b.len);
	if (u->n_pezzi > 0 && strncmp(impronta, u->testa, COMMIT_LEN) == 0)
		return 0;
	if ((r = penna_open(&p, s->copia, u->chiave, unita_contesto(a,
	    s->copia->id, u))) != 0)
		return r;
	penna_put(p, buf_str(&b), b.len);
	if ((r = penna_end(&x, &p)) != 0)
		return r;
	memcpy(u->testa, impronta, COMMIT_LEN);
	u->testa[COMMIT_LEN] = '\0';
	u->n_pezzi = 0;
	add_piece(s, u, &x);
	return 0;
}

/* ---- together ---- */

/* Of a folder, an attachment or a package. */
static int
write_plain(struct pezzo *out, struct salva *s, const struct compito *c,
    int operaio)
{
	const struct unita *u = &s->nuovo->unita[c->unita];
	struct copia copia = *s->copia;
	AUTO(arena) a = arena_new();
	AUTO(penna) p = NULL;
	int r;

	copia.operaio = operaio;
	if ((r = penna_open(&p, &copia, u->chiave, unita_contesto(a,
	    copia.id, u))) != 0)
		return r;
	if (u->specie == UNITA_CARTELLA)
		r = write_folder(p, s, c, u);
	else if (u->specie == UNITA_ALLEGATO)
		r = write_attachment(p, c, u);
	else
		r = salva_consegna(p, s, u);
	return r != 0 ? r : penna_end(out, &p);
}

static int
do_one(struct buf *out, void *arg, int i, int operaio)
{
	struct salva *s = arg;
	struct pezzo x;
	int r = write_plain(&x, s, &s->compito[i], operaio);

	if (r == 0)
		buf_append(out, &x, sizeof x);
	return r;
}

/* One more is done, by whomever. */
static void
step(void *arg)
{
	struct salva *s = arg;

	POINT("salva-pezzo");
	if (s->l->avanzamento != NULL)
		s->l->avanzamento(s->l->arg, "salvati", ++s->fatti, s->n);
}

static int
write_rest(struct salva *s, const struct compito *c)
{
	struct unita *u = &s->nuovo->unita[c->unita];
	AUTO(arena) a = arena_new();
	AUTO(penna) p = NULL;
	struct pezzo x;
	int r;

	if (u->specie == UNITA_ALTRO)
		return write_others(s, u);
	if ((r = penna_open(&p, s->copia, u->chiave, unita_contesto(a,
	    s->copia->id, u))) != 0 || (r = write_log(p, s, u)) != 0 ||
	    (r = penna_end(&x, &p)) != 0)
		return r;
	add_piece(s, u, &x);
	return 0;
}

/* To fork costs more than a few of them. */
static int
hands(const struct salva *s, int plain)
{
	if (s->operai > 0)
		return s->operai;
	return plain < POCHI ? 1 : squadra_operai();
}

/* The first n: nothing of them is in a database. */
static int
write_together(struct salva *s, int n)
{
	AUTO(squadra) team = NULL;
	struct cursor c;
	int i, r;

	if ((r = squadra_avvia(&team, n, 0, NULL, hands(s, n), do_one,
	    s)) != 0 ||
	    (r = squadra_finisci(team, step, s)) != 0)
		return r;
	for (i = 0; i < n; i++) {
		if (!squadra_esito(&c, team, i))
			return err_set(ERR_FAULT, "un processo che aiutava è "
			    "morto: riprova");
		memcpy(&s->compito[i].fatto, c.p,
		    sizeof s->compito[i].fatto);
		add_piece(s, &s->nuovo->unita[s->compito[i].unita],
		    &s->compito[i].fatto);
	}
	return 0;
}

int
salva_scrivi(struct salva *s)
{
	int i, r, plain = 0;

	while (plain < s->n && s->nuovo->unita[s->compito[plain].unita].specie <
	    UNITA_LETTURE)
		plain++;
	if ((r = write_together(s, plain)) != 0)
		return r;
	for (i = plain; i < s->n; i++) {
		if ((r = write_rest(s, &s->compito[i])) != 0)
			return r;
		POINT("salva-pezzo");
	}
	return 0;
}
