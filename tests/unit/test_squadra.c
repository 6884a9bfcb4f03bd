/* SPDX-License-Identifier: EUPL-1.2 */
/* Work done by children: all of it, once; what goes wrong is told. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/squadra.h"

#define N 500
#define TANTI 100000		/* more than a pipe holds bytes */
#define AVANTI 16		/* pieces in line done before they are read */

struct prova {
	int wrong, dies;	/* the piece that …; -1: none */
	int steps;
	pid_t here;
	bool slow;
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
	int k;

	assert_int_equal(operaio == 0, getpid() == p->here);
	if (i == p->dies && operaio > 0)
		raise(SIGKILL);
	if (i == p->wrong)
		return err_set(ERR_INVALID, "il pezzo %d non va", i);
	/* so that the others have some of them too */
	if (p->slow)
		usleep(500);
	for (k = 0; k <= i % 100; k++)
		buf_append(out, &x, sizeof x);
	return 0;
}

static void
step(void *arg)
{
	((struct prova *)arg)->steps++;
}

static struct squadra *
start(struct prova *p, int n, int operai)
{
	struct squadra *s;

	p->here = getpid();
	p->steps = 0;
	assert_int_equal(squadra_avvia(&s, n, 0, NULL, operai, square, p), 0);
	return s;
}

/* What each piece gave; how many of them were done elsewhere. */
static int
read_all(const struct squadra *s, const struct prova *p, int n)
{
	int i, others = 0;

	for (i = 0; i < n; i++) {
		struct risposta x;
		struct cursor c;

		assert_true(squadra_esito(&c, s, i));
		assert_int_equal(c.left, sizeof x * (size_t)(i % 100 + 1));
		memcpy(&x, c.p, sizeof x);
		assert_int_equal(x.square, (int64_t)i * i);
		others += x.pid != p->here;
	}
	return others;
}

static void
test_all_once(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1, .slow = true };
	int k;

	(void)state;
	for (k = 1; k <= 20; k += 6) {
		AUTO(squadra) s = start(&p, N, k);
		int others;

		assert_int_equal(squadra_finisci(s, step, &p), 0);
		others = read_all(s, &p, N);
		assert_int_equal(others > 0, k > 1);
		assert_int_equal(p.steps, N);
		assert_int_equal(squadra_fatto(s), N);
	}
	AUTO(squadra) none = start(&p, 0, 4);

	assert_int_equal(squadra_finisci(none, step, &p), 0);
	assert_int_equal(p.steps, 0);
}

static void
test_refused(void **state)
{
	struct prova p = { .wrong = 77, .dies = -1 };
	struct cursor c;
	int k;

	(void)state;
	for (k = 0; k <= 3; k++) {
		AUTO(squadra) s = start(&p, N, k);

		assert_int_equal(squadra_finisci(s, NULL, NULL), ERR_INVALID);
		assert_string_equal(err_msg(), "il pezzo 77 non va");
		assert_false(squadra_esito(&c, s, 77));
		if (k < 2)
			assert_int_equal(squadra_fatto(s), 78);
	}
}

/* Whatever the children do first, this process comes later. */
static void
wait_until(const struct squadra *s, int64_t fatto)
{
	while (squadra_fatto(s) < fatto)
		usleep(100);
}

/* One that dies is never taken for one that has finished; what it had done
 * before is. */
static void
test_death(void **state)
{
	struct prova p = { .wrong = -1 };
	struct cursor c;
	int i;

	(void)state;
	for (p.dies = 0; p.dies < N; p.dies += 83) {
		AUTO(squadra) s = start(&p, N, 2);

		while (waitpid(-1, NULL, WNOHANG) == 0)
			usleep(100);
		assert_int_equal(squadra_finisci(s, step, &p), 0);
		for (i = 0; i < N; i++)
			assert_int_equal(squadra_esito(&c, s, i), i != p.dies);
		assert_int_equal(p.steps, N - 1);
	}
}

/* Nobody waits for who has not come to listen yet. */
static void
test_many(void **state)
{
	static const struct prova p0 = { .wrong = -1, .dies = -1 };
	struct prova p = p0;
	AUTO(squadra) s = start(&p, TANTI, 2);

	(void)state;
	wait_until(s, TANTI);
	assert_int_equal(squadra_finisci(s, step, &p), 0);
	assert_int_equal(read_all(s, &p, TANTI), TANTI);
}

static int
note(struct buf *out, void *arg, int i, int operaio)
{
	int *order = arg, k;

	(void)out;
	(void)operaio;
	for (k = 0; order[k] >= 0; k++)
		continue;
	order[k] = i;
	return 0;
}

static void
test_weights(void **state)
{
	static const int64_t peso[] = { 5, 90, 0, 5, 1000 };
	int order[] = { -1, -1, -1, -1, -1, -1 };
	AUTO(squadra) s = NULL;

	(void)state;
	assert_int_equal(squadra_avvia(&s, 5, 0, peso, 1, note, order), 0);
	assert_int_equal(squadra_fatto(s), 0);
	assert_int_equal(squadra_finisci(s, NULL, NULL), 0);
	assert_int_equal(squadra_fatto(s), 1100);
	assert_memory_equal(order, ((int[]){ 4, 1, 0, 3, 2, -1 }),
	    sizeof order);
}

/* ---- a line ---- */

static struct squadra *
start_line(struct prova *p, int n, int fila, int operai)
{
	struct squadra *s;

	p->here = getpid();
	p->steps = 0;
	assert_int_equal(squadra_avvia(&s, n, fila, NULL, operai, square, p),
	    0);
	return s;
}

/* How many of the line were done by others; what they found is right. */
static int
read_line(struct squadra *s, const struct prova *p, int fila)
{
	int i, others = 0;

	for (i = 0; i < fila; i++) {
		AUTO_BUF b = { 0 };
		struct risposta x;

		buf_puts(&b, "prima");
		if (!squadra_fila(&b, s, i)) {
			assert_string_equal(b.data, "prima");
			continue;
		}
		others++;
		assert_int_equal(b.len, 5 + sizeof x * (size_t)(i % 100 + 1));
		memcpy(&x, b.data + b.len - sizeof x, sizeof x);
		assert_int_equal(x.square, (int64_t)i * i);
		assert_int_not_equal(x.pid, p->here);
	}
	return others;
}

static void
test_line(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1, .slow = true };
	struct cursor c;
	int k, others, i;

	(void)state;
	for (k = 1; k <= 9; k += 4) {
		AUTO(squadra) s = start_line(&p, N, N / 2, k);

		if (k > 1)
			wait_until(s, 1);
		others = read_line(s, &p, N / 2);
		assert_int_equal(others > 0, k > 1);
		assert_int_equal(squadra_finisci(s, step, &p), 0);
		for (i = 0; i < N; i++)
			assert_int_equal(squadra_esito(&c, s, i), i >= N / 2);
		assert_int_equal(p.steps, N - N / 2 + others);
	}
}

/* Nobody runs ahead of who reads, and who waits for him is let go. */
static void
test_line_ahead(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1 };
	AUTO(squadra) s = start_line(&p, N, N, 4);
	int i;

	(void)state;
	wait_until(s, AVANTI);
	usleep(20000);
	assert_int_equal(squadra_fatto(s), AVANTI);
	for (i = 0; i < 5; i++) {
		AUTO_BUF b = { 0 };

		assert_true(squadra_fila(&b, s, i));
	}
	wait_until(s, AVANTI + 5);
	assert_int_equal(squadra_finisci(s, NULL, NULL), 0);
	assert_in_range(squadra_fatto(s), AVANTI + 5, AVANTI + 5 + 3);
}

/* What died with a child, or failed, is to be done by who reads; the others
 * behind it come all the same. */
static void
test_line_broken(void **state)
{
	struct prova p = { .wrong = -1, .dies = 3 };
	AUTO(squadra) dead = start_line(&p, N, N / 2, 2);
	struct cursor c;

	(void)state;
	wait_until(dead, 3);
	assert_int_equal(read_line(dead, &p, N / 2), 3);
	assert_int_equal(squadra_finisci(dead, NULL, NULL), 0);
	assert_true(squadra_esito(&c, dead, N - 1));

	AUTO(squadra) one = start_line(&p, N, N / 2, 3);

	wait_until(one, AVANTI);
	assert_true(read_line(one, &p, N / 2) > 4);
	assert_int_equal(squadra_finisci(one, NULL, NULL), 0);

	p = (struct prova){ .wrong = 5, .dies = -1 };
	AUTO(squadra) failed = start_line(&p, N, N / 2, 2);

	wait_until(failed, AVANTI);
	assert_true(read_line(failed, &p, 5) == 5);
	AUTO_BUF b = { 0 };

	assert_false(squadra_fila(&b, failed, 5));
	assert_true(squadra_fila(&b, failed, 6));
	assert_int_equal(squadra_finisci(failed, NULL, NULL), 0);
}

/* Who is given up works no more. */
static void
test_given_up(void **state)
{
	struct prova p = { .wrong = -1, .dies = -1, .slow = true };

	(void)state;
	squadra_free(start(&p, TANTI, 4));
	squadra_free(start_line(&p, N, N, 4));
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	squadra_free(NULL);
}

static void
test_operai(void **state)
{
	(void)state;
	assert_in_range(squadra_operai(), 1, 64);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_once),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_death),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_weights),
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_line_ahead),
		cmocka_unit_test(test_line_broken),
		cmocka_unit_test(test_given_up),
		cmocka_unit_test(test_operai),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
