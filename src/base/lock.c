/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static int
take(struct lock *out, const char *path, int flags)
{
	int fd, r;

	fd = open(path, flags | O_CLOEXEC, 0600);
	if (fd < 0)
		return err_sys("apertura di %s", path);
	while ((r = flock(fd, LOCK_EX)) != 0 && errno == EINTR)
		continue;
	if (r != 0) {
		r = err_sys("attesa del turno di scrittura");
		close(fd);
		return r;
	}
	out->fd = fd;
	return 0;
}

int
lock_take(struct lock *out, const char *path)
{
	return take(out, path, O_RDWR | O_CREAT | O_NOFOLLOW);
}

int
lock_take_dir(struct lock *out, const char *path)
{
	return take(out, path, O_RDONLY | O_DIRECTORY);
}

void
lock_release(struct lock *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
}
