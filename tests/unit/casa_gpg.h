/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * casa_gpg.h - a script in the home of some keys, and what it left there: the
 * tests of firme/ that make their keys with gpg.
 */
#ifndef UNIT_CASA_GPG_H
#define UNIT_CASA_GPG_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/process.h"
#include "firme/interno.h"

/* Its exit status; what it said is shown when it fails, unless it may. */
static inline int
casa_script(const char *script, int seconds)
{
	const char *const argv[] = { "/bin/sh", "-ec", script, NULL };
	struct process p = { .argv = argv, .in = "", .out_max = 1 << 20,
	    .seconds = seconds };
	AUTO_BUF out = { 0 }, err = { 0 };
	int status = process_run(&out, &err, &p);

	if (status != 0 && strstr(script, "# may refuse") == NULL)
		print_error("%s%s", buf_str(&out), buf_str(&err));
	return status;
}

static inline void
casa_file(struct buf *out, struct arena *a, const char *home, const char *name)
{
	assert_int_equal(file_read(out, arena_printf(a, "%s/t/%s", home, name),
	    1 << 20), 0);
}

/* The fingerprint kept under that name. */
static inline const char *
casa_impronta(struct arena *a, const char *home, const char *name)
{
	AUTO_BUF b = { 0 };

	casa_file(&b, a, home, name);
	assert_int_equal(b.len, CHIAVE_LEN + 1);
	return arena_strndup(a, b.data, CHIAVE_LEN);
}

#endif
