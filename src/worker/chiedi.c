/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * chiedi.c - the parent's side: starts a worker, gives it bytes, believes of
 * its answer only what keeps its form.
 *
 * The jobs are those of two other programs in the same directory,
 * cartella-lettore and cartella-operaio, which serve only the form and the
 * shipped files of this very build: an upgrade half done is an error.  Who has
 * none beside it (a test) runs itself again.  The environment is made anew.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/process.h"
#include "base/resource.h"
#include "base/utf8.h"
#include "worker/operaio.h"

#define MESSAGGIO_LEN 2000	/* bytes of an error's message */

int
chiedi_lie(void)
{
	return err_set(ERR_FAULT, "la risposta dell'operaio non ha la forma "
	    "dovuta");
}

/* NAME=value of our own environment, as it is, or NULL. */
static const char *
inherited(struct arena *a, const char *nome)
{
	const char *v = getenv(nome);

	return v != NULL ? arena_printf(a, "%s=%s", nome, v) : NULL;
}

const char *const *
chiedi_environment(struct arena *a, const char *casa, const char *altro)
{
	const char **env = arena_alloc(a, 9 * sizeof *env);
	int n = 0;

	env[n++] = "LC_ALL=C.UTF-8";
	if (casa != NULL) {
		env[n++] = arena_printf(a, "HOME=%s", casa);
		env[n++] = arena_printf(a, "TMPDIR=%s/lavoro", casa);
		env[n++] = "TZ=UTC0";	/* of the times in a PDF */
	}
#ifdef PROVA
	if (altro != NULL && (env[n] = inherited(a, altro)) != NULL)
		n++;
#else
	(void)altro;
#endif
#if defined(SAN)
	/* LeakSanitizer needs ptrace, and a worker ends without cleaning */
	env[n++] = "ASAN_OPTIONS=detect_leaks=0";
	if ((env[n] = inherited(a, "UBSAN_OPTIONS")) != NULL)
		n++;
#elif defined(COV)
	if ((env[n] = inherited(a, "GCOV_PREFIX")) != NULL)
		n++;
#else
	(void)inherited;
#endif
	env[n] = NULL;
	return env;
}

/* The program of the heavy jobs or of the light ones, else ourselves. */
const char *
chiedi_program(struct arena *a, bool pesante)
{
	const char *self = process_self(), *slash = strrchr(self, '/');
	const char *path;

	if (slash == NULL)
		return "/proc/self/exe";
	path = arena_printf(a, "%.*s/cartella-%s", (int)(slash - self), self,
	    pesante ? "operaio" : "lettore");
	return access(path, X_OK) == 0 ? path : "/proc/self/exe";
}

int
chiedi_run(struct buf *answer, const struct richiesta *q)
{
	AUTO(arena) a = arena_new();
	const char *const argv[] = { chiedi_program(a, q->pesante), "--operaio",
	    q->lavoro, OPERAIO_FORMA, resource_edition, NULL };
	struct process p = {
		.argv = argv, .envp = chiedi_environment(a, q->casa, NULL),
		.in = q->p, .in_len = q->n, .out_max = q->out_max,
		.seconds = q->secondi, .pass_fd = q->fd,
	};
#ifdef SAN
	return process_run(answer, NULL, &p);
#else
	/* what libraries say while they are caged is nobody's concern */
	AUTO_BUF noise = { 0 };

	return process_run(answer, &noise, &p);
#endif
}

/* The child's own error: its code and a message fit to be shown. */
int
chiedi_reported(uint32_t code, struct cursor *c)
{
	char text[MESSAGGIO_LEN + 1];
	const void *p;
	size_t i, n;

	if (code > -ERR_INVALID || cursor_block(&p, &n, c) != 0 ||
	    n > MESSAGGIO_LEN || !utf8_valid(p, n))
		return chiedi_lie();
	memcpy(text, p, n);
	text[n] = '\0';
	for (i = 0; i < n; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			text[i] = ' ';
	return err_set(-(int)code, "%s", text);
}

int
chiedi(struct cursor *out, struct buf *answer, const struct richiesta *q)
{
	struct cursor c;
	uint32_t code;
	int r;

	if ((r = chiedi_run(answer, q)) < 0)
		return err_prefix(ERR_FAULT, "operaio %s", q->lavoro);
	if (r != 0)
		return err_set(ERR_FAULT, "operaio %s: finito con esito %d",
		    q->lavoro, r);
	c = (struct cursor){ (const unsigned char *)answer->data,
	    answer->len };
	if (cursor_u32(&code, &c) != 0)
		return chiedi_lie();
	if (code != 0)
		return chiedi_reported(code, &c);
	*out = c;
	return 0;
}
