/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * strada.h - the roads of a program to its calls of a library or of the disk,
 * for what stands between (LD_PRELOAD).  A road is the call with the six calls
 * of the program itself that led to it; those of libraries between them are not
 * counted.  Each is written down once a process, when it is first come by, in
 * the file that STRADE names, a line each: the number of the call, the road, the
 * function, its bytes if it writes; with STRADE_PASSI also the addresses of the
 * steps within the program, the nearest first.
 */
#ifndef TESTS_DRIVER_PRESA_STRADA_H
#define TESTS_DRIVER_PRESA_STRADA_H

#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STRADE_MAX 65536	/* a power of two */
#define STRADA_PASSI 6
#define STRADA_FNV 1099511628211u

static int strada_file = -1;
static uintptr_t strada_base, strada_fine;
static uint64_t strade_viste[STRADE_MAX];
static bool strada_dentro;	/* backtrace() itself calls us */
static bool strada_voluta;	/* told, if it is not written down either */
static bool strada_passi;	/* the steps are written down too */
static uintptr_t strada_passo[STRADA_PASSI];	/* of the last one; 0: no more */

/* Where the program itself stands: it is the first. */
static int
strada_primo(struct dl_phdr_info *info, size_t n, void *arg)
{
	int i;
	uintptr_t e;

	(void)n, (void)arg;
	strada_base = info->dlpi_addr;
	for (i = 0; i < info->dlpi_phnum; i++) {
		e = strada_base + info->dlpi_phdr[i].p_vaddr +
		    info->dlpi_phdr[i].p_memsz;
		if (info->dlpi_phdr[i].p_type == PT_LOAD && e > strada_fine)
			strada_fine = e;
	}
	return 1;
}

static inline void
strada_comincia(void)
{
	const char *path = getenv("STRADE");

	if (path != NULL)
		strada_file = open(path,
		    O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	strada_passi = getenv("STRADE_PASSI") != NULL;
	dl_iterate_phdr(strada_primo, NULL);
}

static inline bool
del_programma(const void *at)
{
	return (uintptr_t)at >= strada_base && (uintptr_t)at < strada_fine;
}

static inline uint64_t
strada_parola(uint64_t h, const char *s)
{
	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * STRADA_FNV;
	return h;
}

static inline uint64_t
strada(const char *che, const char *cosa)
{
	uint64_t h = strada_parola(14695981039346656037u, che);
	void *at[96];
	int i, n, k = 0;

	h = strada_parola(h, cosa);
	memset(strada_passo, 0, sizeof strada_passo);
	n = backtrace(at, 96);
	for (i = 0; i < n && k < STRADA_PASSI; i++) {
		if (!del_programma(at[i]))
			continue;
		strada_passo[k] = (uintptr_t)at[i] - strada_base;
		h = (h ^ strada_passo[k++]) * STRADA_FNV;
	}
	return h | 1;
}

static inline bool
strada_nuova(uint64_t h)
{
	size_t i;

	for (i = h & (STRADE_MAX - 1); strade_viste[i] != 0;
	    i = (i + 1) & (STRADE_MAX - 1))
		if (strade_viste[i] == h)
			return false;
	strade_viste[i] = h;
	return true;
}

/* The road of the call `n`, of the function `che`; `cosa`: what else parts one
 * road from another.  Written down if it is new.  0: nobody wants it. */
static inline uint64_t
strada_segna(long n, const char *che, const char *cosa, size_t byte)
{
	char line[128 + 17 * STRADA_PASSI];
	uint64_t h;
	int i, len;

	if (strada_dentro || (strada_file < 0 && !strada_voluta))
		return 0;
	strada_dentro = true;
	h = strada(che, cosa);
	if (strada_file >= 0 && strada_nuova(h)) {
		len = snprintf(line, sizeof line, "%ld %016llx %s %zu", n,
		    (unsigned long long)h, che, byte);
		for (i = 0; strada_passi && i < STRADA_PASSI &&
		    strada_passo[i] != 0; i++)
			len += snprintf(line + len, sizeof line - (size_t)len,
			    " %lx", (unsigned long)strada_passo[i]);
		line[len++] = '\n';
		if (write(strada_file, line, (size_t)len) != len)
			abort();
	}
	strada_dentro = false;
	return h;
}

#endif
