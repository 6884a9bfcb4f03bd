/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/point.h"

#ifdef PROVA
#include <fcntl.h>
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

void
point_pass(const char *name)
{
	static int passed;
	const char *file = getenv("CARTELLA_PUNTI");
	const char *want = getenv("CARTELLA_PUNTO");
	size_t len = strlen(name);
	int at = 1;

	if (file != NULL)
		note(file, name);
	if (want == NULL || strncmp(want, name, len) != 0)
		return;
	if (want[len] == ':')
		at = (int)strtol(want + len + 1, NULL, 10);
	else if (want[len] != '\0')
		return;
	if (++passed == at)
		_exit(99);
}
#else
typedef int point_empty;	/* ISO C wants something here */
#endif
