/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * gabbie PROGRAM - what each caged job of PROGRAM-operaio and PROGRAM-lettore
 * can do behind its door: lines "JOB ATTEMPT HOW" (worker/prova.h), for each
 * attempt; HOW is "fatto", the name of an error, or of the signal that ended the
 * process.  Then "JOB limiti giusti", or what the kernel says of its limits that
 * is not what the job declares.
 *
 * First the same attempts by a process without a door ("libero").  The jobs are
 * those that the programs know; a job whose name wants a detail has it here.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/resource.h"
#include "worker/operaio.h"
#include "worker/prova.h"

static const char *const details[][2] = {
	{ "istanza", "atti/registra" }, { "documento", "documenti/utente" },
	{ "csv", ";" }, { "parola", "vale" },
};

static char *home;

/* What a careless parent would leave open, and fd 0 also for writing. */
static _Noreturn void
become(const char *path, const char *job, int in, int out)
{
	const char *file = getenv("CARTELLA_GABBIA_FILE");
	char env_home[256], env_file[4096];
	char *envp[] = { (char []){ "LC_ALL=C.UTF-8" }, env_home, env_file,
	    NULL };
	char *argv[] = { (char *)(intptr_t)path, (char []){ "--operaio" },
	    (char *)(intptr_t)job, (char []){ OPERAIO_FORMA },
	    (char *)(intptr_t)resource_edition, NULL };
	int other = open("/etc/passwd", O_RDONLY);

	snprintf(env_home, sizeof env_home, "HOME=%s/casa", home);
	snprintf(env_file, sizeof env_file, "CARTELLA_GABBIA_FILE=%s", file);
	if (in < 0)
		in = open("/dev/null", O_RDWR);
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(other, 3) < 0 ||
	    dup2(other, 99) < 0)
		_exit(127);
	execve(path, argv, envp);
	_exit(127);
}

static pid_t
start(FILE **said, const char *path, const char *job, int in)
{
	int io[2];
	pid_t pid;

	if (pipe2(io, O_CLOEXEC) != 0 || (pid = fork()) < 0) {
		perror("gabbie");
		exit(1);
	}
	if (pid == 0)
		become(path, job, in, io[1]);
	close(io[1]);
	*said = fdopen(io[0], "r");
	return pid;
}

static void
victim(void)
{
	close(open(PROVA_VITTIMA, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

/* From attempt i on, until the process ends; the next one to try. */
static int
try_from(const char *path, const char *name, const char *job, int i)
{
	char word[300], line[300];
	FILE *said;
	pid_t pid;
	int status;

	victim();
	snprintf(word, sizeof word, "prova@%d:%s", i, job);
	pid = start(&said, path, word, -1);
	while (fgets(line, sizeof line, said) != NULL) {
		if (strncmp(line, job, strlen(job)) != 0)
			break;
		printf("%s%s", name, line + strlen(job));
		i++;
	}
	fclose(said);
	waitpid(pid, &status, 0);
	if (!WIFSIGNALED(status)) {
		if (prova_nome(i) != NULL) {
			printf("%s finito-con %d\n", name, WEXITSTATUS(status));
			exit(1);
		}
		return i;
	}
	printf("%s %s SIG%s\n", name, prova_nome(i),
	    sigabbrev_np(WTERMSIG(status)));
	return i + 1;
}

/* ---- its limits, as the kernel has them ---- */

/* The hard limit of that name in /proc/PID/limits. */
static uint64_t
limit(const char *limits, const char *name)
{
	const char *at = strstr(limits, name);
	char hard[32];

	if (at == NULL || sscanf(at + strlen(name), "%*s %31s", hard) != 1)
		return 0;
	return strcmp(hard, "unlimited") == 0 ? UINT64_MAX :
	    strtoull(hard, NULL, 10);
}

static int
has(const char *status, const char *what)
{
	return strstr(status, what) != NULL;
}

static void
look(const char *name, pid_t pid, const struct gabbia *g)
{
	AUTO_BUF limits = { 0 };
	AUTO_BUF status = { 0 };
	char path[64];
	int r;

	snprintf(path, sizeof path, "/proc/%d/limits", (int)pid);
	r = file_read(&limits, path, 65536);
	snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
	if (r != 0 || file_read(&status, path, 65536) != 0) {
		printf("%s limiti illeggibili\n", name);
		return;
	}
#define SAME(field, what) do {						\
	if (limit(buf_str(&limits), what) != (field))			\
		printf("%s limiti %s\n", name, what);			\
} while (0)
	SAME(g->secondi, "Max cpu time");
	SAME(g->memoria, "Max address space");
	SAME(g->file, "Max file size");
	SAME(g->descrittori, "Max open files");
	SAME(0, "Max core file size");
	if (!has(buf_str(&status), "NoNewPrivs:\t1") ||
	    !has(buf_str(&status), "Seccomp:\t2"))
		printf("%s limiti seccomp\n", name);
	printf("%s limiti guardati\n", name);
}

static void
stand(const char *path, const char *name, const char *job,
    const struct gabbia *g)
{
	char word[300], line[300] = "";
	int io[2];
	FILE *said;
	pid_t pid;

	if (pipe2(io, O_CLOEXEC) != 0)
		exit(1);
	snprintf(word, sizeof word, "prova@ferma:%s", job);
	pid = start(&said, path, word, io[0]);
	if (fgets(line, sizeof line, said) != NULL &&
	    strcmp(line, "fermo\n") == 0)
		look(name, pid, g);
	close(io[0]);
	close(io[1]);
	fclose(said);
	waitpid(pid, NULL, 0);
}

static void
try_job(const char *path, const char *program, const struct lavoro *l,
    bool bars)
{
	char name[200], job[100];
	size_t i;
	int at = 0;

	snprintf(job, sizeof job, "%s", l->nome);
	for (i = 0; i < NELEM(details); i++)
		if (strcmp(details[i][0], l->nome) == 0)
			snprintf(job, sizeof job, "%s:%s", l->nome,
			    details[i][1]);
	snprintf(name, sizeof name, "%s/%s", program, l->nome);
	while (bars && prova_nome(at) != NULL)
		at = try_from(path, name, job, at);
	stand(path, name, job, &l->gabbia);
}

static void
try_all(const char *program, const char *what,
    const struct lavoro *const *lavori, bool all)
{
	char path[4096];
	int i;

	snprintf(path, sizeof path, "%s-%s", program, what);
	for (i = 0; lavori[i] != NULL; i++)
		try_job(path, what, lavori[i], all || i == 0);
}

int
main(int argc, char **argv)
{
	AUTO(arena) a = arena_new();
	char path[4096];
	int at = 0;
	pid_t pid;

	if (argc != 2 || dir_temporary(&home, a) != 0 ||
	    dir_make(arena_printf(a, "%s/casa", home)) != 0)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	victim();
	if ((pid = fork()) == 0) {
		prova_fai("libero", 0, 1, true);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	try_all(argv[1], "operaio", lavori_tutti, true);
	/* the same jobs with the same doors */
	try_all(argv[1], "lettore", lavori_leggeri, false);
	snprintf(path, sizeof path, "%s-operaio", argv[1]);
	while (prova_nome(at) != NULL)
		at = try_from(path, "operaio/custode", "custode", at);
	unlink(PROVA_VITTIMA);
	return dir_remove(home) != 0;
}
