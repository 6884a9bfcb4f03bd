/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casa.h - a folder of temporary files with an owner.
 *
 * It is somebody's as long as a process holds its lock (flock on the folder
 * itself, inherited by the child it is for); when nobody does, whoever starts
 * next, whatever it is, removes it.  So what a killed process left in it (a
 * document, a copy of the register) stays at most until then.
 */
#ifndef BASE_CASA_H
#define BASE_CASA_H

#include <stdbool.h>

#include "base/err.h"

struct casa {
	char *path;		/* below $TMPDIR; NULL: none */
	int fd;			/* the lock */
};

/* Removes the folders of the dead, then makes one, empty. */
int casa_make(struct casa *out) MUST;
/* Lets go of it; `rimuovi`: and removes it, if it is still there. */
int casa_leave(struct casa *c, bool rimuovi) MUST;
/* Those of dead owners, of this user, below $TMPDIR. */
void casa_sweep(void);

#endif
