/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/point.h"

#ifdef PROVA
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
note(const char *file, const char *name)
{
	char line[128];
	int fd, n;

	n = snprintf(line, sizeof line, "%s\n", name);
	fd = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	if (fd < 0)
		return;
	if (write(fd, line, (size_t)n) != n)
		abort();
	close(fd);
}

/* "name" or "name:n": is this the n-th passage? */
static bool
wanted(const char *want, int *passed, const char *name)
{
	size_t len = strlen(name);
	int at = 1;

	if (want == NULL || strncmp(want, name, len) != 0)
		return false;
	if (want[len] == ':')
		at = (int)strtol(want + len + 1, NULL, 10);
	else if (want[len] != '\0')
		return false;
	return ++*passed == at;
}

void
point_pass(const char *name)
{
	static int passed, stopped;
	const char *file = getenv("CARTELLA_PUNTI");

	if (file != NULL)
		note(file, name);
	if (wanted(getenv("CARTELLA_FERMA"), &stopped, name))
		raise(SIGSTOP);
	if (wanted(getenv("CARTELLA_PUNTO"), &passed, name))
		_exit(99);
}
#else
typedef int point_empty;	/* ISO C wants something here */
#endif
