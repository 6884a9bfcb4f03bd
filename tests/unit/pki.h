/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * pki.h - a small certification authority made with openssl in a scratch
 * directory, for the tests of signatures: a root, one below it, people.
 *
 * pki_make runs a script there; `certifica NAME CA FROM TO EXTENSIONS` in it
 * gives NAME.key, NAME.crt (dates YYMMDD, by the section of ext.cnf).
 */
#ifndef UNIT_PKI_H
#define UNIT_PKI_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/process.h"
#include "firme/cms.h"

static struct arena *arena;
static char *pki;		/* the directory */

/* Runs a script there; its exit status, and what it said when it fails. */
static inline int
sh(const char *script)
{
	const char *line = arena_printf(arena, "cd %s\n%s%s", pki,
	    file_exists(arena_printf(arena, "%s/pki.sh", pki)) ?
	    ". ./pki.sh\n" : "", script);
	const char *const argv[] = { "/bin/sh", "-ec", line, NULL };
	struct process p = { .argv = argv, .in = "", .out_max = 1 << 22,
	    .seconds = 120 };
	AUTO_BUF out = { 0 }, err = { 0 };
	int status = process_run(&out, &err, &p);

	if (status != 0 && strstr(script, "# may refuse") == NULL)
		fprintf(stderr, "%s%s\n", buf_str(&out), buf_str(&err));
	return status;
}

/* A file of the directory; it lives as long as the arena. */
static inline struct byte_dati
letto(const char *name)
{
	AUTO_BUF b = { 0 };

	if (file_read(&b, arena_printf(arena, "%s/%s", pki, name),
	    1 << 26) != 0) {
		fprintf(stderr, "%s\n", err_msg());
		exit(1);
	}
	return (struct byte_dati){ arena_memdup(arena,
	    b.data != NULL ? b.data : "", b.len + 1), b.len };
}

static inline void
scritto(const char *name, const void *p, size_t n)
{
	if (file_put(arena_printf(arena, "%s/%s", pki, name), p, n,
	    0600) != 0)
		exit(1);
}

static const char pki_sh[] =
    "LC_ALL=C; export LC_ALL\n"
    "chiave() { [ -e $1.key ] || openssl genpkey -algorithm EC -pkeyopt "
	"ec_paramgen_curve:${2:-P-256} -out $1.key 2>/dev/null; }\n"
    /* ca NAME: its own database */
    "ca() { mkdir -p $1.db; : > $1.db/index; echo 'unique_subject=no' "
	"> $1.db/index.attr; [ -e $1.db/serial ] || "
	"openssl rand -hex 8 > $1.db/serial; "
	"echo 01 > $1.db/crlnumber; cat > $1.db/cnf <<FINE\n"
    "[ca]\ndefault_ca=d\n[d]\ndir=$1.db\ndatabase=$1.db/index\n"
    "new_certs_dir=$1.db\nserial=$1.db/serial\ncrlnumber=$1.db/crlnumber\n"
    "certificate=$1.crt\nprivate_key=$1.key\ndefault_md=sha256\n"
    "policy=p\nunique_subject=no\ncopy_extensions=none\n"
    "[p]\ncommonName=supplied\nserialNumber=optional\ncountryName=optional\n"
    "organizationName=optional\n"
    "FINE\n}\n"
    /* radice NAME */
    "radice() { chiave $1; ca $1; openssl req -new -key $1.key "
	"-subj \"/C=IT/O=Prove/CN=$1\" -config ext.cnf -out $1.csr; "
	"openssl ca -selfsign -preserveDN -batch -notext -config $1.db/cnf "
	"-extfile ext.cnf -extensions radice -startdate 20200101000000Z "
	"-enddate 20600101000000Z -in $1.csr -out $1.crt 2>$1.log || "
	"{ cat $1.log; exit 1; }; }\n"
    /* certifica NAME CA FROM TO SECTION [SUBJECT] [openssl ca options] */
    "certifica() { n=$1 c=$2 da=$3 a=$4 s=$5; shift 5; "
	"subj=${1:-/C=IT/CN=$n}; [ $# = 0 ] || shift; chiave $n; "
	"openssl req -new -key $n.key -subj \"$subj\" -utf8 "
	"-config ext.cnf -out $n.csr; "
	"openssl ca -preserveDN -batch -notext -config $c.db/cnf -extfile ext.cnf "
	"-extensions $s -startdate ${da}000000Z -enddate ${a}000000Z "
	"-in $n.csr -out $n.crt \"$@\" 2>$n.log || { cat $n.log; exit 1; }; "
	"}\n";

static const char ext_cnf[] =
    "[req]\ndistinguished_name=dn\n[dn]\n"
    "[radice]\nbasicConstraints=critical,CA:TRUE\n"
    "keyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
    "[sola]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,"
    "digitalSignature,keyCertSign\n"
    "[sotto]\nbasicConstraints=critical,CA:TRUE\n"
    "keyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
    "authorityKeyIdentifier=keyid\n"
    "[persona]\nbasicConstraints=CA:FALSE\n"
    "keyUsage=critical,nonRepudiation\nsubjectKeyIdentifier=hash\n"
    "authorityKeyIdentifier=keyid\nqcStatements=DER:300A3008060604008E460101\n"
    "[semplice]\nbasicConstraints=CA:FALSE\nauthorityKeyIdentifier=none\n"
    "[cifra]\nkeyUsage=critical,keyEncipherment\n"
    "[accesso]\nkeyUsage=critical,digitalSignature\n"
    "[server]\nkeyUsage=critical,digitalSignature\n"
    "extendedKeyUsage=serverAuth\n"
    "[marca]\nkeyUsage=critical,digitalSignature\n"
    "extendedKeyUsage=critical,timeStamping\nauthorityKeyIdentifier=keyid\n"
    "[ocsp]\nkeyUsage=critical,digitalSignature\n"
    "extendedKeyUsage=OCSPSigning\nauthorityKeyIdentifier=keyid\n";

static inline int
pki_make(const char *script)
{
	arena = arena_new();
	if (dir_temporary(&pki, arena) != 0)
		return -1;
	scritto("ext.cnf", ext_cnf, sizeof ext_cnf - 1);
	scritto("pki.sh", pki_sh, sizeof pki_sh - 1);
	return sh(script);
}

static inline int
pki_remove(void)
{
	/* NULL: there was none */
	int r = pki == NULL || getenv("TIENI") != NULL ? 0 : dir_remove(pki);

	arena_free(arena);
	return r;
}

#endif
