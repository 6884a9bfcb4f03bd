/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * process.h - a child that is given bytes and gives bytes back.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include "base/buf.h"
#include "base/err.h"

struct process {
	const char *const *argv;	/* argv[0] is the path; NULL-ended */
	const char *const *envp;	/* NULL: the caller's environment */
	const void *in;			/* written to the child's stdin */
	size_t in_len;			/* bytes */
	int stdin_fd;			/* used instead of `in` when > 0 */
	size_t out_max;			/* bytes read at most from its stdout */
	int seconds;			/* then it is killed; 0: no limit */
	int pass_fd;			/* also given, as fd 3, when > 0 */
};

/*
 * Runs it to its end.  Its stdout is appended to out, its stderr to err (at
 * most 64 KB kept; NULL: the caller's).  Returns its exit status (0..255);
 * fault: could not be run, was killed by a signal, or was out of time;
 * invalid: more than out_max bytes.
 */
int process_run(struct buf *out, struct buf *err, const struct process *p)
    MUST;

/* The absolute path of this very program; "" when unknown. */
const char *process_self(void);

#endif
