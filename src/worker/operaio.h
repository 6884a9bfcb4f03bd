/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * operaio.h - the jobs a worker knows, and the form of what it answers.
 *
 * The child is started as `--operaio NOME` or `--operaio NOME:DETTAGLIO`; both
 * words are the parent's own, never taken from hostile bytes.  It
 *   1. closes every descriptor but stdin, stdout, stderr (and 3 if its job
 *      has one),
 *   2. runs `prepara`: what is trusted and must be loaded from files,
 *   3. closes the door (gabbia.h),
 *   4. runs `esegui`, which is the first to read stdin or fd 3,
 *   5. writes an outcome (u32: 0, or a code of err.h without its sign), then
 *      the answer, or the message as a block.
 */
#ifndef WORKER_OPERAIO_H
#define WORKER_OPERAIO_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "posta/posta.h"
#include "worker/gabbia.h"
#include "xml/nodo.h"

#define MB ((size_t)1024 * 1024)

/* What the programs say to each other: another number whenever a job, its
 * request or its answer changes; beside it stands resource_edition, so that an
 * upgrade half done is an error. */
#define OPERAIO_FORMA "9"

struct lavoro {
	const char *nome;
	struct gabbia gabbia;
	bool con_fd;		/* is given fd 3 */
	bool con_casa;		/* $HOME is a folder of its own, writable */
	bool con_custode;	/* and fd 4 its lock: custode.c */
	int (*prepara)(const char *dettaglio);
	int (*esegui)(struct buf *out, const char *dettaglio);
};

extern const struct lavoro lavoro_istanza, lavoro_documento,
    lavoro_documenti, lavoro_altrui,
    lavoro_eml, lavoro_pdf_testo, lavoro_fascio, lavoro_busta,
    lavoro_convertitore, lavoro_timbro, lavoro_csv, lavoro_foglio,
    lavoro_modello, lavoro_rientro,
    lavoro_certificati, lavoro_revoche,
    lavoro_elenco,
    lavoro_firme, lavoro_openpgp, lavoro_parola;

/* Those of cartella-operaio, and of them those of cartella-lettore. */
extern const struct lavoro *const lavori_tutti[];
extern const struct lavoro *const lavori_leggeri[];

/*
 * Does job `nome` and ends; `lavori` ends with NULL.  "prova@N:NOME" closes
 * the door of that job and then tries it from attempt N on (prova.h), and
 * "prova@ferma:NOME" only waits behind it.
 */
_Noreturn void operaio_run(const char *nome,
    const struct lavoro *const *lavori);

/* esegui: the bytes behind fd 3, mapped where they lie ("" if there are
 * none) until the worker ends.  `che` is for the message. */
int operaio_mappa(const void **p, size_t *n, const char *che) MUST;

/* lavoro_altrui.c: the tree that worker_xml_altrui answers with (worker.h). */
int altrui_read(struct nodo **out, struct arena *a, const void *p, size_t n)
    MUST;

/* Ends a worker without exit handlers: libraries that were shut in must not
 * clean up. */
_Noreturn void operaio_end(int status);

/* chiedi.c: the parent's side. */
struct richiesta {
	const char *lavoro;	/* "istanza", "istanza:registra" */
	bool pesante;		/* one of cartella-operaio */
	const void *p;		/* for its stdin */
	size_t n;		/* bytes */
	int fd;			/* its fd 3, when > 0 */
	const char *casa;	/* its $HOME, or NULL */
	int secondi;		/* then it is killed */
	size_t out_max;		/* bytes */
};

/* Runs the child to its end; its exit status, or an error. */
int chiedi_run(struct buf *answer, const struct richiesta *q) MUST;
/*
 * Asks and waits.  *answer keeps the bytes *out points into.  The codes are
 * the child's own; fault: it died, was late, or what it said has no form.
 */
int chiedi(struct cursor *out, struct buf *answer, const struct richiesta *q)
    MUST;
/* The code of an answer that does not keep its form. */
int chiedi_lie(void) MUST;

/* The parts of chiedi_run, for who keeps a child: the program of the job, its
 * environment (with PROVA: `altro`, a variable of ours, too; or NULL), and a
 * child's own error, its code and its message, fit to be shown. */
const char *chiedi_program(struct arena *a, bool pesante);
const char *const *chiedi_environment(struct arena *a, const char *casa,
    const char *altro);
int chiedi_reported(uint32_t code, struct cursor *c);

/*
 * custode.c: parts this process in two.  The child comes back, to work; the
 * other waits until it ends - or is ended, when SIGTERM comes or the process
 * that started us is no more - removes $HOME and ends the same way.
 */
int custode_part(void) MUST;
/* The door of the one that waits. */
int custode_close(void) MUST;

/* messaggio.c: a struct messaggio through a pipe. */
void messaggio_pack(struct buf *out, const struct messaggio *m);
int messaggio_unpack(struct messaggio *out, struct arena *a, struct cursor *c)
    MUST;

#endif
