/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * err.h - the third outcome: something failed that is not the user's to mend
 * by reading a rilievo.
 *
 * A function that can fail returns 0 or one of the five codes below.  The
 * message (Italian, without a final full stop) is recorded where the cause is
 * known and passed up unchanged; only cli/ and web/ ever print it.  The last
 * message recorded wins: whoever recovers from an error calls err_clear().
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum {
	ERR_FAULT = -1,		/* disk, library, a store that is not as it should be */
	ERR_ABSENT = -2,	/* no such thing, or not for these eyes */
	ERR_BUSY = -3,		/* someone else holds it, or wrote meanwhile */
	ERR_FORBIDDEN = -4,	/* the role or the system does not allow it */
	ERR_INVALID = -5	/* input that is not what it should be */
};

#define MUST __attribute__((warn_unused_result))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

/* Records the message and returns `code`, so that a caller can return it. */
int err_set(int code, const char *fmt, ...) PRINTF(2, 3);

/*
 * The same for a failed system call: appends what errno says and chooses the
 * code from it (ENOENT absent, EACCES and EPERM forbidden, EAGAIN, EBUSY
 * and EWOULDBLOCK busy, EINVAL, ENAMETOOLONG and ELOOP invalid, else fault).
 */
int err_sys(const char *fmt, ...) PRINTF(1, 2);

/* Puts words before the message already recorded; returns `code`. */
int err_prefix(int code, const char *fmt, ...) PRINTF(2, 3);

/* What clang's analyzer cannot see from here: none of these returns 0. */
#if defined(__clang_analyzer__) && !defined(ERR_C)
#define err_set(code, ...) ((void)(err_set)(code, __VA_ARGS__), (code))
#define err_prefix(code, ...) ((void)(err_prefix)(code, __VA_ARGS__), (code))
#define err_sys(...) ((void)(err_sys)(__VA_ARGS__), ERR_FAULT)
#endif

/* The last message; "" when none.  Owned here, valid until the next err_*. */
const char *err_msg(void);
void err_clear(void);

#endif
