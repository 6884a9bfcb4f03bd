/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The corpus of signed files, made by openssl: what is called valid, what is
 * not and why, and that the content can be read whatever the verdict.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/clock.h"
#include "firme/firme.h"
#include "pki.h"
#include "xml/xml.h"

static const char make_people[] =
    "radice radice; radice altra; printf 'Perché sì.\\n' > testo\n"
    "printf 'Perché no.\\n' > altro\n"
    "certifica sotto radice 20200101 20400101 sotto; ca sotto\n"
    "certifica debolina radice 20200101 20400101 sotto '' -md sha1\n"
    "ca debolina\n"
    "p() { certifica $1 $2 20250101 20350101 ${3:-persona}; }\n"
    "p ada sotto; p bruno sotto; p revocato sotto; p sospeso sotto\n"
    "p estranea altra; p server sotto server; p cifra sotto cifra\n"
    "p catena debolina\n"
    "certifica sha1 sotto 20250101 20350101 persona '' -md sha1\n"
    "certifica scaduto sotto 20200101 20220101 persona\n"
    "certifica futuro sotto 20300101 20350101 persona\n"
    "openssl genrsa -out corta.key 1024 2>/dev/null; p corta sotto\n"
    "openssl genrsa -out rsa.key 2048 2>/dev/null; p rsa sotto\n"
    /* somebody who calls himself as the authority */
    "openssl req -x509 -new -subj /C=IT/CN=sotto -newkey ec -pkeyopt "
	"ec_paramgen_curve:P-256 -nodes -keyout falsa.key -out falsa.crt "
	"-days 9999 -config ext.cnf -extensions radice 2>/dev/null\n"
    "ca falsa; p falsario falsa semplice\n"
    /* revoked on 1 June 2026: known to the list of July, not of March */
    "crl() { openssl ca -gencrl -config $1.db/cnf -crl_lastupdate ${2}Z "
	"-crl_nextupdate ${3}Z -out $4.crl; }\n"
    "crl sotto 20210601000000 20210701000000 crl-2021\n"
    "crl sotto 20260215000000 20260315000000 crl-marzo\n"
    "crl radice 20260215000000 20260315000000 crl-radice\n"
    "crl altra 20260215000000 20260315000000 crl-altra\n"
    "crl debolina 20260215000000 20260315000000 crl-debolina\n"
    "crl falsa 20260215000000 20260315000000 crl-falsa\n"
    "ritira() { awk -F'\\t' -v OFS='\\t' -v n=\"CN=$2\\$\" -v d=$3 "
	"'$6 ~ n { $1 = \"R\"; $3 = d } { print }' $1.db/index > i; "
	"mv i $1.db/index; }\n"
    "ritira sotto revocato 260601000000Z,keyCompromise\n"
    "ritira sotto sospeso 260601000000Z,certificateHold\n"
    "crl sotto 20260701000000 20260801000000 crl-luglio\n"
    "crl falsa 20260701000000 20260801000000 crl-falsa\n"
    "awk -F'\\t' -v OFS='\\t' '$6 ~ /CN=sospeso$/ { $1 = \"V\"; $3 = \"\" } "
	"{ print }' sotto.db/index > i; mv i sotto.db/index; "
	"crl sotto 20261001000000 20261101000000 crl-ottobre\n"
    "ritira radice sotto 260601000000Z,CACompromise\n"
    "crl radice 20260701000000 20260801000000 crl-radice-luglio\n"
    /* lists that are not about these certificates, or not all of the news */
    "printf '[soloca]\\nissuingDistributionPoint=critical,@i1\\n[i1]\\nonlyCA=TRUE"
	"\\n[punto]\\nissuingDistributionPoint=critical,@i2\\n[i2]\\nfullname="
	"URI:http://altrove/\\n[motivi]\\nissuingDistributionPoint=critical,"
	"@i3\\n[i3]\\nonlysomereasons=keyCompromise\\n[delta]\\n2.5.29.27="
	"critical,ASN1:INTEGER:1\\n[ignota]\\n1.2.3.4=critical,ASN1:NULL\\n"
	"[tenuti]\\n2.5.29.60=ASN1:GENERALIZEDTIME:20210101000000Z\\n"
	"[tardi]\\n2.5.29.60=ASN1:GENERALIZEDTIME:20250101000000Z\\n' "
	">> sotto.db/cnf\n"
    "for e in soloca punto motivi delta ignota tenuti tardi; do openssl ca -gencrl -config "
	"sotto.db/cnf -crlexts $e -crl_lastupdate 20260215000000Z "
	"-crl_nextupdate 20260315000000Z -out crl-$e.crl; done\n"
    "openssl ca -gencrl -config sotto.db/cnf -md sha1 -crl_lastupdate "
	"20260215000000Z -crl_nextupdate 20260315000000Z -out crl-sha1.crl\n"
    "openssl crl -in crl-marzo.crl -outform DER -out crl-marzo.der\n";

static const char make_files[] =
    "f() { o=$1 w=$2; shift 2; openssl cms -sign -binary -nodetach "
	"-outform DER -signer $w.crt -inkey $w.key -certfile sotto.crt "
	"-in testo -out $o.p7m \"$@\"; }\n"
    "c() { o=$1 w=$2; shift 2; f $o $w -cades \"$@\"; }\n"
    "for w in ada revocato sospeso estranea server cifra scaduto futuro "
	"corta rsa falsario sha1; do c $w $w; done\n"
    "c catena catena -certfile debolina.crt\n"
    "c md5 rsa -md md5; c digest-sha1 ada -md sha1; c sha512 ada -md sha512\n"
    "f semplice ada; f noattr ada -noattr; c keyid ada -keyid\n"
    "f nuda-pss rsa -noattr -keyopt rsa_padding_mode:pss\n"
    "echo 1 testo > uno; f uno ada -noattr -in uno\n"
    "printf '1\\002\\005\\000' > attributi; f attributi ada -noattr "
	"-in attributi\n"
    "printf '1\\002\\005\\000x' > quasi; f quasi ada -noattr -in quasi\n"
    "c nocerts ada -nocerts; c pss rsa -keyopt rsa_padding_mode:pss\n"
    "c due ada -signer bruno.crt -inkey bruno.key\n"
    "c ber ada -stream; c vuoto ada -in /dev/null\n"
    "c cento ada -nocerts -certfile ada.crt $(i=0; while [ $i -lt 100 ]; "
	"do echo -signer ada.crt -inkey ada.key; i=$((i + 1)); done)\n"
    "openssl cms -sign -binary -cades -outform DER -signer ada.crt "
	"-inkey ada.key -certfile sotto.crt -in testo -out ada.p7s\n"
    "openssl cms -encrypt -binary -outform DER -in testo -out busta.p7m "
	"rsa.crt\n"
    "openssl crl2pkcs7 -nocrl -certfile ada.crt -outform DER -out certi.p7m\n"
    /* clothes */
    "openssl base64 -in ada.p7m -out righe.b64\n"
    "openssl base64 -A -in ada.p7m -out riga.b64\n"
    "tr -d '=' < riga.b64 > senza.b64\n"
    "printf '\\357\\273\\277' | cat - righe.b64 > bom.b64\n"
    "openssl base64 -in righe.b64 -out doppio.b64\n"
    "sed 's/$/\\r/' righe.b64 > crlf.b64\n"
    "{ echo '-----BEGIN PKCS7-----'; cat righe.b64; "
	"echo '-----END PKCS7-----'; } > pem\n"
    "{ echo 'MIME-Version: 1.0'; echo 'Content-Type: application/pkcs7-mime;"
	" name=smime.p7m'; echo; cat righe.b64; } > mime\n"
    "sed 's/^M/!/' righe.b64 > guasto.b64\n"
    /* damages */
    "LC_ALL=C sed 's/Perch/perch/' ada.p7m > contenuto-cambiato.p7m\n"
    "head -c 700 ada.p7m > tronco.p7m; head -c 60 ada.p7m > corto.p7m\n"
    "head -c 700 ber.p7m > ber-tronco.p7m\n"
    "{ cat ada.p7m; printf '\\n\\0\\0'; } > coda-vuota.p7m\n"
    "{ cat ada.p7m; echo altro; } > coda.p7m\n"
    /* in one another */
    "cp ada.p7m l1.p7m; i=1; while [ $i -lt 9 ]; do "
	"c l$((i + 1)) bruno -in l$i.p7m; i=$((i + 1)); done\n"
    "c estranea-dentro ada -in estranea.p7m\n"
    "c base64-dentro bruno -in righe.b64\n"
    "c tronco-dentro bruno -in tronco.p7m\n"
    "c corto-dentro bruno -in corto.p7m\n";

/* The same file with one bit of its last signature changed. */
static void
damage(const char *to, const char *from)
{
	struct byte_dati b = letto(from);
	unsigned char *p = arena_memdup(arena, b.p, b.n);

	p[b.n - 3] ^= 1;
	scritto(to, p, b.n);
}

/* The same file with a certificate that is not quite one: its serial number
 * gets the tag of something else, as some real ones have an illegal one. */
static void
misspell(const char *to, const char *from)
{
	struct byte_dati b = letto(from);
	unsigned char *p = arena_memdup(arena, b.p, b.n);
	unsigned char *version = memmem(p, b.n, "\xa0\x03\x02\x01\x02", 5);

	version[5] = 0x03;
	scritto(to, p, b.n);
}

static int
setup(void **state)
{
	(void)state;
	if (pki_make(make_people) != 0 || sh(make_files) != 0)
		return -1;
	damage("firma-cambiata.p7m", "ada.p7m");
	damage("due-mezza.p7m", "due.p7m");
	misspell("corda.p7m", "ada.p7m");
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	return pki_remove();
}

/* ---- verifying, with the names of files ---- */

#define LISTA_MAX 6

/* "a b" → the bytes of these files. */
static void
list(struct byte_dati out[LISTA_MAX + 1], const char *names)
{
	int n = 0;

	while (names != NULL && *names != '\0' && n < LISTA_MAX) {
		size_t k = strcspn(names, " ");

		out[n++] = letto(arena_strndup(arena, names, k));
		names += k + strspn(names + k, " ");
	}
	out[n] = (struct byte_dati){ NULL, 0 };
}

static struct prova *prove;

static int
verify(struct nodo **out, struct buf *contenuto, const char *file,
    const char *staccato, const char *radici, const char *crl,
    const char *ora)
{
	struct byte_dati roots[LISTA_MAX + 1], crls[LISTA_MAX + 1], beside;
	struct byte_dati b = letto(file);
	struct fiducia f = { .radici = roots, .crl = crls };

	list(roots, radici);
	list(crls, crl);
	assert_int_equal(clock_parse(&f.ora, ora), 0);
	if (staccato != NULL)
		beside = letto(staccato);
	prove = NULL;
	return verifica_cms(out, contenuto, &prove, arena, b.p, b.n,
	    staccato != NULL ? &beside : NULL, &f);
}

static bool
has_reason(const struct nodo *n, const char *codice)
{
	const struct nodo *m;

	for (m = nodo_child(n, "motivo"); m != NULL; m = nodo_next(m, "motivo"))
		if (strcmp(nodo_attr(m, "codice"), codice) == 0)
			return true;
	return false;
}

/* Each tree has the form that is declared, and each evidence its bytes. */
static void
check_form(struct nodo *firme)
{
	struct nodo *v = nodo_new(arena, "verdetto");
	struct rilievi ril = { .a = arena };
	char impronta[IMPRONTA_LEN + 1];
	AUTO_BUF b = { 0 };
	struct prova *p;

	nodo_set(arena, v, "id", "00000000000000000000000000000001");
	nodo_set(arena, v, "versione", "1");
	nodo_elem_text(arena, v, "firma", "000000000000000000000000000000000000"
	    "0000000000000000000000000000");
	nodo_elem_text(arena, v, "ora", "2026-11-21T10:00:00+01:00");
	nodo_elem_text(arena, v, "operatore", "prova");
	nodo_elem_text(arena, v, "regole", "cartella 1");
	nodo_add(v, nodo_copy(arena, firme));
	nodo_write(&b, v);
	if (xml_validate(&ril, "documenti/verdetto", b.data, b.len) != 0 ||
	    ril.primo != NULL)
		fail_msg("%s\n%s", ril.primo != NULL ?
		    ril.primo->testo : err_msg(), buf_str(&b));
	for (p = prove; p != NULL; p = p->succ) {
		hash_hex(impronta, p->p, p->n);
		assert_string_equal(impronta, p->impronta);
		assert_non_null(strstr(buf_str(&b), impronta));
	}
}

#define T2021 "2021-06-15T12:00:00+02:00"
#define T0 "2026-03-01T12:00:00+01:00"
#define T1 "2026-07-15T12:00:00+02:00"
#define T2 "2026-09-15T12:00:00+02:00"
#define SOTTO "sotto.crt", "crl-marzo.crl", T0

static const struct caso {
	const char *file, *staccato, *radici, *crl, *ora;
	enum esito esito;
	const char *codice;	/* a reason of the first firma; NULL: none */
	const char *contenuto;	/* file the content equals; NULL: none */
} casi[] = {
	/* good, and how good */
	{ "ada.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "rsa.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "pss.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "nuda-pss.p7m", NULL, SOTTO, FIRMA_NON_VERIFICATA,
	    "algoritmo-ignoto", "testo" },
	{ "sha512.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "keyid.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "ber.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "vuoto.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "/dev/null" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-marzo.der", T0, FIRMA_VALIDA,
	    NULL, "testo" },
	{ "ada.p7m", NULL, "radice.crt", "crl-marzo.crl crl-radice.crl", T0,
	    FIRMA_VALIDA, NULL, "testo" },
	{ "ada.p7m", NULL, "ada.crt", NULL, T0, FIRMA_VALIDA, NULL, "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-luglio.crl", T0, FIRMA_VALIDA,
	    NULL, "testo" },
	/* beside */
	{ "ada.p7s", "testo", SOTTO, FIRMA_VALIDA, NULL, NULL },
	{ "ada.p7m", "testo", SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "ada.p7s", "altro", SOTTO, FIRMA_NON_VALIDA, "contenuto-alterato",
	    NULL },
	{ "ada.p7s", NULL, SOTTO, FIRMA_NON_VERIFICATA, "contenuto-assente",
	    NULL },
	/* revocation not known */
	{ "ada.p7m", NULL, "sotto.crt", NULL, T0, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-altra.crl", T0, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-falsa.crl", T0, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "testo", T0, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-soloca.crl crl-punto.crl "
	    "crl-motivi.crl crl-delta.crl crl-ignota.crl crl-sha1.crl", T0,
	    FIRMA_INTEGRA, "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "sotto.crt", "crl-luglio.crl", T2, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "radice.crt", "crl-marzo.crl", T0, FIRMA_INTEGRA,
	    "revoca-non-nota", "testo" },
	/* revoked: before, after; suspended; the authority itself */
	{ "revocato.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-luglio.crl", T0,
	    FIRMA_VALIDA, NULL, "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-luglio.crl", T1,
	    FIRMA_REVOCATA, "certificato-revocato", "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-marzo.crl crl-luglio.crl",
	    T1, FIRMA_REVOCATA, "certificato-revocato", "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-luglio.crl", T2,
	    FIRMA_REVOCATA, "certificato-revocato", "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-marzo.crl", T1,
	    FIRMA_INTEGRA, "revoca-non-nota", "testo" },
	{ "sospeso.p7m", NULL, "sotto.crt", "crl-luglio.crl", T1,
	    FIRMA_REVOCATA, "certificato-sospeso", "testo" },
	/* taken back: as if it had never been, in whatever order it is told */
	{ "sospeso.p7m", NULL, "sotto.crt", "crl-luglio.crl crl-ottobre.crl",
	    T1, FIRMA_VALIDA, NULL, "testo" },
	{ "sospeso.p7m", NULL, "sotto.crt", "crl-ottobre.crl crl-luglio.crl",
	    T1, FIRMA_VALIDA, NULL, "testo" },
	{ "sospeso.p7m", NULL, "sotto.crt", "crl-luglio.crl crl-marzo.crl",
	    T1, FIRMA_REVOCATA, "certificato-sospeso", "testo" },
	{ "revocato.p7m", NULL, "sotto.crt", "crl-ottobre.crl", T1,
	    FIRMA_REVOCATA, "certificato-revocato", "testo" },
	{ "sospeso.p7m", NULL, "sotto.crt", "crl-luglio.crl", T2,
	    FIRMA_INTEGRA, "revoca-non-nota", "testo" },
	{ "ada.p7m", NULL, "radice.crt", "crl-luglio.crl "
	    "crl-radice-luglio.crl", T1, FIRMA_REVOCATA,
	    "certificato-revocato", "testo" },
	/* expired when signed, and later */
	{ "scaduto.p7m", NULL, SOTTO, FIRMA_SCADUTA, "certificato-scaduto",
	    "testo" },
	{ "scaduto.p7m", NULL, "sotto.crt", "crl-2021.crl", T2021,
	    FIRMA_VALIDA, NULL, "testo" },
	{ "scaduto.p7m", NULL, "sotto.crt", "crl-tenuti.crl", T2021,
	    FIRMA_VALIDA, NULL, "testo" },	/* it keeps who expired */
	{ "scaduto.p7m", NULL, "sotto.crt", "crl-tardi.crl", T2021,
	    FIRMA_INTEGRA, "revoca-non-nota", "testo" },
	{ "scaduto.p7m", NULL, "sotto.crt", "crl-marzo.crl", T2021,
	    FIRMA_INTEGRA, "revoca-non-nota", "testo" },
	{ "futuro.p7m", NULL, SOTTO, FIRMA_NON_VALIDA, "certificato-futuro",
	    "testo" },
	/* nobody whom we trust */
	{ "estranea.p7m", NULL, SOTTO, FIRMA_IGNOTA, "emittente-ignoto",
	    "testo" },
	{ "falsario.p7m", NULL, SOTTO, FIRMA_IGNOTA, "catena-non-buona",
	    "testo" },
	{ "ada.p7m", NULL, NULL, "crl-marzo.crl", T0, FIRMA_IGNOTA,
	    "emittente-ignoto", "testo" },
	{ "nocerts.p7m", NULL, SOTTO, FIRMA_IGNOTA, "certificato-assente",
	    "testo" },
	{ "nocerts.p7m", NULL, "ada.crt", NULL, T0, FIRMA_VALIDA, NULL,
	    "testo" },
	/* weak */
	{ "md5.p7m", NULL, SOTTO, FIRMA_DEBOLE, "digest-debole", "testo" },
	{ "digest-sha1.p7m", NULL, SOTTO, FIRMA_DEBOLE, "digest-debole",
	    "testo" },
	{ "corta.p7m", NULL, SOTTO, FIRMA_DEBOLE, "chiave-debole", "testo" },
	{ "sha1.p7m", NULL, SOTTO, FIRMA_DEBOLE, "catena-debole", "testo" },
	{ "catena.p7m", NULL, "radice.crt", "crl-radice.crl crl-debolina.crl",
	    T0, FIRMA_DEBOLE, "catena-debole", "testo" },
	/* of another use, or not bound to its certificate */
	{ "server.p7m", NULL, SOTTO, FIRMA_NON_VALIDA,
	    "certificato-non-per-firma", "testo" },
	{ "cifra.p7m", NULL, SOTTO, FIRMA_NON_VALIDA,
	    "certificato-non-per-firma", "testo" },
	{ "semplice.p7m", NULL, SOTTO, FIRMA_INTEGRA,
	    "certificato-non-legato", "testo" },
	{ "noattr.p7m", NULL, SOTTO, FIRMA_INTEGRA, "certificato-non-legato",
	    "testo" },
	/* without attributes, over what could be read as attributes, or not */
	{ "attributi.p7m", NULL, SOTTO, FIRMA_NON_VALIDA, "contenuto-ambiguo",
	    "attributi" },
	{ "uno.p7m", NULL, SOTTO, FIRMA_INTEGRA, "certificato-non-legato",
	    "uno" },
	{ "quasi.p7m", NULL, SOTTO, FIRMA_INTEGRA, "certificato-non-legato",
	    "quasi" },
	/* damaged */
	{ "contenuto-cambiato.p7m", NULL, SOTTO, FIRMA_NON_VALIDA,
	    "contenuto-alterato", NULL },
	{ "firma-cambiata.p7m", NULL, SOTTO, FIRMA_NON_VALIDA,
	    "firma-alterata", "testo" },
	{ "due.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "coda-vuota.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	/* clothes */
	{ "righe.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "riga.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "senza.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "bom.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "doppio.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "crlf.b64", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "pem", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "mime", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	/* in one another */
	{ "l2.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "l8.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
	{ "base64-dentro.p7m", NULL, SOTTO, FIRMA_VALIDA, NULL, "testo" },
};

static void
one_case(const struct caso *c, int number)
{
	AUTO_BUF contenuto = { 0 };
	struct nodo *n = NULL, *firma;
	struct byte_dati want;

	if (verify(&n, &contenuto, c->file, c->staccato, c->radici, c->crl,
	    c->ora) != 0)
		fail_msg("%d %s: %s", number, c->file, err_msg());
	firma = nodo_child(n, "firma");
	if (strcmp(nodo_attr(n, "esito"), esito_nome(c->esito)) != 0 ||
	    (c->codice != NULL && !has_reason(firma, c->codice)) ||
	    (c->codice == NULL && nodo_child(firma, "motivo") != NULL)) {
		AUTO_BUF b = { 0 };

		nodo_write(&b, n);
		fail_msg("%d %s: not %s\n%s", number, c->file,
		    esito_nome(c->esito), buf_str(&b));
	}
	check_form(n);
	if (c->contenuto == NULL)
		return;
	want = *c->contenuto == '/' ? (struct byte_dati){ "", 0 } :
	    letto(c->contenuto);
	assert_int_equal(contenuto.len, want.n);
	assert_memory_equal(buf_str(&contenuto), want.p, want.n);
}

static void
corpus(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(casi); i++)
		one_case(&casi[i], (int)i);
}

/* Another reader agrees on what is good, at the same hour. */
static void
openssl_agrees(void **state)
{
	(void)state;
	assert_int_equal(sh(
	    "t=$(date -d 2026-03-01T11:00:00Z +%s)\n"
	    "v() { openssl cms -verify -binary -inform DER -purpose any "
	    "-partial_chain -CAfile sotto.crt -attime $t -auth_level 2 "
	    "-in $1.p7m -out fuori 2>/dev/null; }\n"
	    "for f in ada rsa pss sha512 keyid ber due semplice; do "
	    "v $f && cmp fuori testo; done\n"
	    "for f in scaduto futuro estranea falsario corta sha1 "
	    "contenuto-cambiato firma-cambiata tronco; do "
	    "if v $f; then echo $f >&2; exit 1; fi; done\n"), 0);
}

static void
refuses(void **state)
{
	static const struct {
		const char *file, *why;
	} bad[] = {
		{ "corto.p7m", "tronco" },
		{ "busta.p7m", "busta cifrata" },
		{ "testo", "non è un file firmato" },
		{ "guasto.b64", "non è un file firmato" },
		{ "ada.crt", "danneggiato" },
		{ "ada.key", "danneggiato" },
		{ "crl-marzo.der", "danneggiato" },
	};
	struct nodo *n = NULL;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(bad); i++) {
		AUTO_BUF contenuto = { 0 };

		assert_int_equal(verify(&n, &contenuto, bad[i].file, NULL,
		    SOTTO), ERR_INVALID);
		if (strstr(err_msg(), bad[i].why) == NULL)
			fail_msg("%s: %s", bad[i].file, err_msg());
		assert_null(n);
		assert_int_equal(contenuto.len, 0);
	}
	assert_int_equal(verify(&n, NULL, "ada.p7m", NULL, "testo", NULL, T0),
	    ERR_FAULT);
}

/* The findings about the whole file. */
static void
whole_file(void **state)
{
	static const struct {
		const char *file, *staccato;
		enum esito esito;
		const char *codice;
	} some[] = {
		{ "coda.p7m", NULL, FIRMA_NON_VALIDA, "byte-in-coda" },
		{ "ada.p7m", "altro", FIRMA_NON_VALIDA, "contenuto-diverso" },
		{ "certi.p7m", NULL, FIRMA_NON_VERIFICATA, "nessuna-firma" },
		{ "tronco.p7m", NULL, FIRMA_NON_VERIFICATA,
		    "firma-illeggibile" },
		{ "ber-tronco.p7m", NULL, FIRMA_NON_VERIFICATA,
		    "firma-illeggibile" },
		{ "corda.p7m", NULL, FIRMA_NON_VERIFICATA,
		    "firma-illeggibile" },
	};
	struct byte_dati testo = letto("testo");
	struct nodo *n = NULL;
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(some); i++) {
		AUTO_BUF contenuto = { 0 };

		assert_int_equal(verify(&n, &contenuto, some[i].file,
		    some[i].staccato, SOTTO), 0);
		if (strcmp(some[i].file, "certi.p7m") != 0) {
			assert_int_equal(contenuto.len, testo.n);
			assert_memory_equal(contenuto.data, testo.p, testo.n);
		}
		assert_string_equal(nodo_attr(n, "esito"),
		    esito_nome(some[i].esito));
		assert_true(has_reason(n, some[i].codice));
		check_form(n);
	}
}

static void
describes_signer(void **state)
{
	struct nodo *n = NULL;

	(void)state;
	assert_int_equal(verify(&n, NULL, "ada.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_value(arena, n, "firma/@profilo"),
	    "CAdES-BES");
	assert_string_equal(nodo_value(arena, n, "firma/firmatario/@nome"),
	    "ada");
	assert_string_equal(nodo_value(arena, n,
	    "firma/firmatario/@qualificato"), "si");
	assert_string_equal(nodo_value(arena, n, "firma/algoritmo/@digest"),
	    "sha256");
	assert_string_equal(nodo_value(arena, n, "firma/algoritmo/@chiave"),
	    "P-256");
	assert_string_equal(nodo_value(arena, n, "firma/ora/@riferimento"),
	    T0);
	assert_string_equal(nodo_value(arena, n, "firma/ora/@fonte"),
	    "registrazione");
	assert_non_null(nodo_value(arena, n, "firma/ora/@dichiarata"));
	/* its own certificate, the anchor, the list */
	assert_string_equal(prove->tipo, "certificato");
	assert_string_equal(prove->succ->tipo, "certificato");
	assert_string_equal(prove->succ->succ->tipo, "crl");
	assert_null(prove->succ->succ->succ);
	assert_int_equal(verify(&n, NULL, "semplice.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_value(arena, n, "firma/@profilo"), "CMS");
}

/* One bad of two makes the file bad; the other is still said to be good. */
static void
several(void **state)
{
	struct nodo *n = NULL, *first, *second;

	(void)state;
	assert_int_equal(verify(&n, NULL, "due.p7m", NULL, SOTTO), 0);
	first = nodo_child(n, "firma");
	second = nodo_next(first, "firma");
	assert_string_equal(nodo_attr(first, "esito"), "valida");
	assert_string_equal(nodo_attr(second, "esito"), "valida");
	assert_null(nodo_next(second, "firma"));
	assert_int_equal(verify(&n, NULL, "due-mezza.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_attr(n, "esito"), "non-valida");
	first = nodo_child(n, "firma");
	second = nodo_next(first, "firma");
	assert_string_not_equal(nodo_attr(first, "esito"),
	    nodo_attr(second, "esito"));
	/* of 101 a hundred are looked at, and that is said */
	assert_int_equal(verify(&n, NULL, "cento.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	assert_true(has_reason(n, "troppe-firme"));
	assert_int_equal(nodo_count(n, "firma"), 100);
	check_form(n);
}

static void
nested(void **state)
{
	AUTO_BUF contenuto = { 0 };
	struct byte_dati inner;
	struct nodo *n = NULL;

	(void)state;
	assert_int_equal(verify(&n, NULL, "l2.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_value(arena, n, "firma/firmatario/@nome"),
	    "bruno");
	assert_string_equal(nodo_value(arena, n,
	    "firme/firma/firmatario/@nome"), "ada");
	/* the worst inside is the worst outside */
	assert_int_equal(verify(&n, NULL, "estranea-dentro.p7m", NULL, SOTTO),
	    0);
	assert_string_equal(nodo_value(arena, n, "firma/@esito"), "valida");
	assert_string_equal(nodo_attr(n, "esito"), "ignota");
	check_form(n);
	/* nine levels: the ninth is not opened, and nothing is valid */
	assert_int_equal(verify(&n, &contenuto, "l9.p7m", NULL, SOTTO), 0);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	inner = letto("l1.p7m");
	assert_int_equal(contenuto.len, inner.n);
	check_form(n);
	/* of a broken one within, what can be read; or it is content */
	buf_clear(&contenuto);
	assert_int_equal(verify(&n, &contenuto, "tronco-dentro.p7m", NULL,
	    SOTTO), 0);
	assert_string_equal(nodo_attr(n, "esito"), "non-verificata");
	assert_string_equal(nodo_value(arena, n, "firma/@esito"), "valida");
	assert_int_equal(contenuto.len, letto("testo").n);
	buf_clear(&contenuto);
	assert_int_equal(verify(&n, &contenuto, "corto-dentro.p7m", NULL,
	    SOTTO), 0);
	inner = letto("corto.p7m");
	assert_int_equal(contenuto.len, inner.n);
}

static void
guesses(void **state)
{
	static const char *const yes[] = { "ada.p7m", "ber.p7m", "ada.p7s",
	    "righe.b64", "riga.b64", "senza.b64", "bom.b64", "doppio.b64",
	    "pem", "mime", "tronco.p7m" };
	static const char *const no[] = { "testo", "ada.crt", "busta.p7m",
	    "crl-marzo.crl", "crl-marzo.der", "ada.key", "guasto.b64" };
	size_t i;

	(void)state;
	for (i = 0; i < NELEM(yes); i++) {
		struct byte_dati b = letto(yes[i]);

		if (!cms_sembra(b.p, b.n))
			fail_msg("%s", yes[i]);
	}
	for (i = 0; i < NELEM(no); i++) {
		struct byte_dati b = letto(no[i]);

		if (cms_sembra(b.p, b.n))
			fail_msg("%s", no[i]);
	}
	assert_false(cms_sembra("", 0));
}

/* No byte of a small file can change and leave it valid. */
static void
every_byte(void **state)
{
	struct byte_dati b = letto("ada.p7m"), roots[LISTA_MAX + 1],
	    crls[LISTA_MAX + 1];
	struct fiducia f = { .radici = roots, .crl = crls };
	unsigned char *copy = arena_memdup(arena, b.p, b.n);
	struct nodo *n = NULL;
	size_t i, step = 7;

	(void)state;
	list(roots, "sotto.crt");
	list(crls, "crl-marzo.crl");
	assert_int_equal(clock_parse(&f.ora, T0), 0);
	for (i = 0; i < b.n; i += step) {
		AUTO(arena) a = arena_new();
		AUTO_BUF contenuto = { 0 };
		int r;

		copy[i] ^= 0x20;
		r = verifica_cms(&n, &contenuto, NULL, a, copy, b.n, NULL, &f);
		if (r == 0 && strcmp(nodo_attr(n, "esito"), "valida") == 0 &&
		    contenuto.len != letto("testo").n)
			fail_msg("byte %zu", i);
		else if (r == 0 && strcmp(nodo_attr(n, "esito"), "valida") ==
		    0)
			assert_memory_equal(contenuto.data, letto("testo").p,
			    contenuto.len);
		copy[i] ^= 0x20;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(corpus),
		cmocka_unit_test(openssl_agrees),
		cmocka_unit_test(refuses),
		cmocka_unit_test(whole_file),
		cmocka_unit_test(describes_signer),
		cmocka_unit_test(several),
		cmocka_unit_test(nested),
		cmocka_unit_test(guesses),
		cmocka_unit_test(every_byte),
	};

	xml_init();
	return cmocka_run_group_tests(tests, setup, teardown);
}
