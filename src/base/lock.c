/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int
lock_take(struct lock *out, const char *path)
{
	int fd, r;

	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
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

void
lock_release(struct lock *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
}
