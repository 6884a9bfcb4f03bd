/* SPDX-License-Identifier: EUPL-1.2 */
#include "atti/trasferimento/consegna_aperta.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atti/firme/sigillo.h"
#include "base/file.h"
#include "base/random.h"
#include "worker/worker.h"

/* ---- a zip ---- */

struct apertura {
	struct arena *a;
	const char *dove;
};

static int
put(void *arg, const char *nome, const void *p, size_t n)
{
	const struct apertura *x = arg;
	const char *path = arena_printf(x->a, "%s/%s", x->dove, nome);
	int r = dir_make_parent(path);

	return r != 0 ? r : file_put(path, p, n, 0600);
}

/* All of it beside, then in its place. */
int
consegna_disfa(struct arena *a, int zip, const char *dove)
{
	struct apertura x = { a, arena_printf(a, "%s.apertura", dove) };
	const char *why;
	int r;

	if ((r = dir_remove(x.dove)) != 0 || (r = dir_make(x.dove)) != 0)
		return r;
	if ((r = worker_busta(zip, put, &x)) == 0 && rename(x.dove, dove) != 0)
		r = err_sys("%s", dove);
	if (r == 0)
		return 0;
	why = arena_strdup(a, err_msg());
	if (dir_remove(x.dove) != 0)
		return ERR_FAULT;
	return err_set(r, "%s", why);
}

/* ---- what was given ---- */

static int
refuse(struct op *op, const char *why)
{
	op_errore(op, "", "consegna", NULL, "il file che hai dato non è una "
	    "consegna: %s. Dai ciò che è arrivato, com'è: la directory, lo "
	    "zip, o la busta cifrata per il sigillo di questo ufficio", why);
	err_clear();
	return 1;
}

/* invalid, absent: of what came, or of our key; else an error of ours. */
static int
theirs(struct op *op, int r)
{
	return r == ERR_INVALID || r == ERR_ABSENT || r == ERR_FORBIDDEN ?
	    refuse(op, arena_strdup(op->a, err_msg())) : r;
}

static int
decrypt(int *zip, struct op *op, const struct buf *armour)
{
	AUTO(portachiavi) ring = NULL;
	AUTO_BUF clear = { 0 };
	int r;

	if ((r = firme_init()) != 0 ||
	    (r = sigillo_apri(&ring, op->a, op->st, &op->mezzi)) != 0 ||
	    (r = openpgp_decifra(&clear, ring, armour->data,
	    armour->len)) != 0)
		return r;
	return file_memory(zip, clear.data, clear.len);
}

static bool
begins(const struct buf *b, const char *with)
{
	return b->len >= strlen(with) &&
	    memcmp(b->data, with, strlen(with)) == 0;
}

static int
unpack(struct consegna_aperta *out, struct op *op, int fd)
{
	AUTO_FD int clear = -1;
	AUTO_BUF b = { 0 };
	char id[ID_LEN + 1];
	int r;

	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_sys("consegna");
	if ((r = file_read_fd(&b, fd, CONSEGNA_CIFRATA_MAX)) != 0)
		return theirs(op, r);
	if (begins(&b, "-----BEGIN PGP MESSAGE-----")) {
		if ((r = decrypt(&clear, op, &b)) != 0)
			return theirs(op, r);
		fd = clear;
	} else if (!begins(&b, "PK\3\4")) {
		return refuse(op, "non è uno zip né una busta");
	}
	random_id(id);
	out->dove = store_path(op->a, op->st, arena_printf(op->a,
	    "transito/%s.consegna", id));
	if ((r = consegna_disfa(op->a, fd, out->dove)) != 0)
		return theirs(op, r);
	out->fd = open(out->dove, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return out->fd < 0 ? err_sys("%s", out->dove) : 0;
}

int
consegna_apri(struct consegna_aperta *out, struct op *op)
{
	int fd = op->file[0].fd;
	struct stat st;

	*out = (struct consegna_aperta){ .fd = -1 };
	if (fstat(fd, &st) != 0)
		return err_sys("consegna");
	if (!S_ISDIR(st.st_mode))
		return unpack(out, op, fd);
	out->fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	return out->fd < 0 ? err_sys("consegna") : 0;
}

int
consegna_richiudi(struct consegna_aperta *x)
{
	const char *dove = x->dove;

	if (x->fd >= 0)
		close(x->fd);
	*x = (struct consegna_aperta){ .fd = -1 };
	return dove != NULL ? dir_remove(dove) : 0;
}
