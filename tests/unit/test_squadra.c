/* SPDX-License-Identifier: EUPL-1.2 */
/* Work done by children: all of it, once; what goes wrong is told. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/squadra.h"

#define N 500

struct prova {
	int seen[N];
	int64_t sum;
	int wrong, dies, spoilt;	/* the piece that …; -1: none */
	pid_t here;
	int others;			/* pieces done elsewhere */
};

struct risposta {
	int64_t square;
	pid_t pid;
};

static int
square(struct buf *out, void *arg, int i, int operaio)
{
	struct prova *p = arg;
	struct risposta x = { (int64_t)i * i, getpid() };

	assert_int_equal(operaio == 0, getpid() == p->here);
	if (i == p->dies)
		raise(SIGKILL);
	if (i == p->wrong)
		return err_set(ERR_INVALID, "il pezzo %d non va", i);
	p->seen[i] = -1;		/* nobody else sees this */
	buf_append(out, &x, sizeof x);
	return 0;
}

static int
add(void *arg, int i, const struct buf *out)
{
	struct prova *p = arg;
	struct risposta x;

	assert_int_equal(out->len, sizeof x);
	memcpy(&x, out->data, sizeof x);
	assert_int_equal(x.square, (int64_t)i * i);
	p->seen[i]++;
	p->sum += x.square;
	p->others += x.pid != p->here;
	return i == p->spoilt ? err_set(ERR_FAULT, "basta") : 0;
}

static int
run(struct prova *p, int n, int operai)
{
	int keep[3] = { p->wrong, p->dies, p->spoilt };

	*p = (struct prova){ .wrong = keep[0], .dies = keep[1],
	    .spoilt = keep[2], .here = getpid() };
	return squadra_run(n, operai, square, add, p);
}

static void
test_all_once(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1, .spoilt = -1 };
	int i, k;

	(void)state;
	for (k = 2; k <= 20; k += 6) {
		assert_int_equal(run(&p, N, k), 0);
		for (i = 0; i < N; i++)
			assert_int_equal(p.seen[i], 1);
		assert_int_equal(p.sum, (int64_t)(N - 1) * N * (2 * N - 1) / 6);
		assert_int_equal(p.others, N);
	}
	assert_int_equal(run(&p, 0, 4), 0);
	assert_int_equal(p.sum, 0);
}

static void
test_alone(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1, .spoilt = -1 };

	(void)state;
	assert_int_equal(run(&p, N, 1), 0);
	assert_int_equal(p.others, 0);
	assert_int_equal(p.sum, (int64_t)(N - 1) * N * (2 * N - 1) / 6);
	p.wrong = 3;
	assert_int_equal(run(&p, N, 0), ERR_INVALID);
	assert_int_equal(p.seen[4], 0);
}

static void
test_refused(void **state)
{
	struct prova p = { .wrong = 77, .dies = -1, .spoilt = -1 };

	(void)state;
	assert_int_equal(run(&p, N, 3), ERR_INVALID);
	assert_string_equal(err_msg(), "il pezzo 77 non va");
	p.wrong = -1;
	p.spoilt = 100;
	assert_int_equal(run(&p, N, 3), ERR_FAULT);
	assert_string_equal(err_msg(), "basta");
}

/* One that dies is never taken for one that has finished. */
static void
test_death(void **state)
{
	struct prova p = { .wrong = -1, .dies = 0, .spoilt = -1 };

	(void)state;
	for (p.dies = 0; p.dies < N; p.dies += 83) {
		assert_int_equal(run(&p, N, 3), ERR_FAULT);
		assert_non_null(strstr(err_msg(), "è morto"));
	}
}

static void
test_operai(void **state)
{
	(void)state;
	assert_in_range(squadra_operai(), 1, 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_once),
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_death),
		cmocka_unit_test(test_operai),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
