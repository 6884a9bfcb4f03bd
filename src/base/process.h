/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * process.h - a child that is given bytes and gives bytes back.
 */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <stdbool.h>
#include <sys/types.h>

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

/*
 * Starts it and comes back: of `p` only argv and envp count.  It is given the
 * n descriptors as 3, 4, …; stdin, stdout and stderr are /dev/null (in `san`
 * builds stderr is ours).  A program that cannot be run ends with 127.
 */
int process_spawn(pid_t *out, const struct process *p, const int *fd, int n)
    MUST;

/*
 * Waits until the child ends, at most that many milliseconds; its status as
 * waitpid(2) gives it, with *ended false when it still runs.
 */
int process_wait(int *status, bool *ended, pid_t pid, int ms) MUST;

/*
 * What this process holds is nobody else's: no core, neither to a file nor to a
 * program of the system that gathers them; no other process of this user may
 * look into it (not in test builds, where tests do); no rights are gained by
 * executing another program.
 */
void process_reserve(void);

/* The absolute path of this very program; "" when unknown. */
const char *process_self(void);

#endif
