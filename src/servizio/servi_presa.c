/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * servi_presa.c - the listening socket: made here, or given by who started us
 * (sd_listen_fds(3)); and what systemd wants to be told (sd_notify(3)).
 *
 * Refuses: a name instead of an address, which would be looked up; a socket of
 * the file system that is there and is another's.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/auto.h"
#include "base/buf.h"
#include "servizio/servi_avvio.h"

#define GIVEN 3			/* the first descriptor systemd gives */
#define BACKLOG 1024

union address {
	struct sockaddr any;
	struct sockaddr_in four;
	struct sockaddr_in6 six;
	struct sockaddr_un path;
};

static int
wrong(const char *s)
{
	return err_set(ERR_INVALID, "--indirizzo %s: si scrive come "
	    "127.0.0.1:8080, [::1]:8080 o unix:/PERCORSO", s);
}

/* "127.0.0.1:8080" or "[::1]:8080". */
static int
parse(union address *out, socklen_t *len, const char *s)
{
	char host[64], *end;
	const char *colon = strrchr(s, ':');
	bool six = s[0] == '[';
	long port;
	size_t n;

	memset(out, 0, sizeof *out);
	if (colon == NULL || colon[1] < '0' || colon[1] > '9')
		return wrong(s);
	port = strtol(colon + 1, &end, 10);
	n = (size_t)(colon - s);
	if (*end != '\0' || port > 65535 || n >= sizeof host ||
	    (six && (n < 3 || colon[-1] != ']')))
		return wrong(s);
	snprintf(host, sizeof host, "%.*s", (int)(six ? n - 2 : n),
	    six ? s + 1 : s);
	if (six) {
		out->six.sin6_family = AF_INET6;
		out->six.sin6_port = htons((uint16_t)port);
		*len = sizeof out->six;
		return inet_pton(AF_INET6, host, &out->six.sin6_addr) == 1 ?
		    0 : wrong(s);
	}
	out->four.sin_family = AF_INET;
	out->four.sin_port = htons((uint16_t)port);
	*len = sizeof out->four;
	return inet_pton(AF_INET, host, &out->four.sin_addr) == 1 ? 0 :
	    wrong(s);
}

/* One that nobody serves any more stands in the way. */
static int
parse_path(union address *out, socklen_t *len, const char *path)
{
	struct stat st;

	memset(out, 0, sizeof *out);
	if (path[0] != '/' || strlen(path) >= sizeof out->path.sun_path)
		return wrong(path);
	if (lstat(path, &st) == 0 && S_ISSOCK(st.st_mode) &&
	    st.st_uid == geteuid() && unlink(path) != 0)
		return err_sys("%s", path);
	out->path.sun_family = AF_UNIX;
	snprintf(out->path.sun_path, sizeof out->path.sun_path, "%s", path);
	*len = sizeof out->path;
	return 0;
}

static int
make(int *out, const char *indirizzo)
{
	bool path = strncmp(indirizzo, "unix:", 5) == 0;
	union address at;
	AUTO_FD int fd = -1;
	socklen_t len = 0;
	int r, on = 1;

	if ((r = path ? parse_path(&at, &len, indirizzo + 5) :
	    parse(&at, &len, indirizzo)) != 0)
		return r;
	fd = socket(at.any.sa_family,
	    SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return err_sys("la presa di ascolto");
	if (!path)
		setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, &at.any, len) != 0)
		return err_sys("ascolto su %s", indirizzo);
	if ((path && chmod(indirizzo + 5, 0660) != 0) ||
	    listen(fd, BACKLOG) != 0)
		return err_sys("ascolto su %s", indirizzo);
	*out = fd;
	fd = -1;
	return 0;
}

/* 1: *out was given to us. */
static int
given(int *out)
{
	const char *pid = getenv("LISTEN_PID"), *n = getenv("LISTEN_FDS");
	long us = (long)getpid();
	int on = 0;
	socklen_t len = sizeof on;

	if (pid == NULL || n == NULL || strtol(pid, NULL, 10) != us)
		return 0;
	unsetenv("LISTEN_PID");
	unsetenv("LISTEN_FDS");
	unsetenv("LISTEN_FDNAMES");
	if (strcmp(n, "1") != 0)
		return err_set(ERR_INVALID, "vogliamo una sola presa di "
		    "ascolto, ne sono date %s", n);
	if (getsockopt(GIVEN, SOL_SOCKET, SO_ACCEPTCONN, &on, &len) != 0 ||
	    !on)
		return err_set(ERR_INVALID, "il descrittore dato non è una "
		    "presa di ascolto");
	/* out of the way of what is opened at fixed places */
	*out = fcntl(GIVEN, F_DUPFD_CLOEXEC, 16);
	close(GIVEN);
	if (*out < 0 || fcntl(*out, F_SETFL, O_NONBLOCK) != 0)
		return err_sys("la presa di ascolto");
	return 1;
}

/* As a person would write it behind http://. */
static int
say(char **detto, int fd)
{
	union address at;
	socklen_t len = sizeof at;
	char host[INET6_ADDRSTRLEN] = "";
	AUTO_BUF b = { 0 };

	memset(&at, 0, sizeof at);
	if (getsockname(fd, &at.any, &len) != 0)
		return err_sys("la presa di ascolto");
	if (at.any.sa_family == AF_INET6) {
		inet_ntop(AF_INET6, &at.six.sin6_addr, host, sizeof host);
		buf_printf(&b, "[%s]:%d", host, ntohs(at.six.sin6_port));
	} else if (at.any.sa_family == AF_INET) {
		inet_ntop(AF_INET, &at.four.sin_addr, host, sizeof host);
		buf_printf(&b, "%s:%d", host, ntohs(at.four.sin_port));
	} else {
		buf_printf(&b, "unix:%s", at.path.sun_path);
	}
	if ((*detto = strdup(buf_str(&b))) == NULL)
		abort();
	return 0;
}

int
servi_ascolta(int *out, char **detto, const char *indirizzo)
{
	int r, fd = -1;

	if ((r = given(&fd)) == 0)
		r = make(&fd, indirizzo);
	if (r < 0)
		return r;
	if ((r = say(detto, fd)) != 0) {
		close(fd);
		return r;
	}
	*out = fd;
	return 0;
}

int
servi_aperto(int fd)
{
	union address at;
	socklen_t len = sizeof at;

	memset(&at, 0, sizeof at);
	if (getsockname(fd, &at.any, &len) != 0)
		return 1;
	switch (at.any.sa_family) {
	case AF_INET:
		return ntohl(at.four.sin_addr.s_addr) >> 24 != 127;
	case AF_INET6:
		return !IN6_IS_ADDR_LOOPBACK(&at.six.sin6_addr);
	default:
		return 0;
	}
}

void
servi_notifica(const char *stato)
{
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = { .sun_family = AF_UNIX };
	size_t n = path != NULL ? strlen(path) : 0;
	AUTO_FD int fd = -1;

	if (n < 2 || n >= sizeof to.sun_path || strchr("/@", path[0]) == NULL)
		return;
	memcpy(to.sun_path, path, n);
	if (to.sun_path[0] == '@')
		to.sun_path[0] = '\0';
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd >= 0 && sendto(fd, stato, strlen(stato), MSG_NOSIGNAL,
	    (struct sockaddr *)&to,
	    (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n)) < 0)
		return;		/* it does not listen: its matter */
}
