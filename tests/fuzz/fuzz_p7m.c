/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * fuzz_p7m.c - libFuzzer: any bytes as a signed file, with a root and its list
 * of revocations, under which the seeds are good.
 *
 * Besides not crashing: nothing is valid over other content than was signed,
 * every evidence has its bytes, words of others are words; what is read of a
 * damaged file is what libcrypto would read of a whole one.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "firme/cms_interno.h"

static const char radice[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBlzCCAT2gAwIBAgIJAMNXu2N8m4hZMAoGCCqGSM49BAMCMC4xCzAJBgNVBAYT\n"
    "AklUMQ4wDAYDVQQKDAVQcm92ZTEPMA0GA1UEAwwGcmFkaWNlMCAXDTIwMDEwMTAw\n"
    "MDAwMFoYDzIwNjAwMTAxMDAwMDAwWjAuMQswCQYDVQQGEwJJVDEOMAwGA1UECgwF\n"
    "UHJvdmUxDzANBgNVBAMMBnJhZGljZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA\n"
    "BGAKSgMn2nONjWjJJPE3x2siJnOMH7hcE4QKZA29mBUxl08kFbWuxCAln9SM6yFd\n"
    "fMZX8/mUkIfp2xpsnJZDnLKjQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/\n"
    "BAQDAgEGMB0GA1UdDgQWBBQO4pbEeY1Ai3k+iKektcsH/gYCxDAKBggqhkjOPQQD\n"
    "AgNIADBFAiEAl8VoXDkwJjLeShHRSLzPvBUYUJb4Rdp0lPz7W1h7kVcCIH5H3vZV\n"
    "vDKrE1ZE41VRP8pTbmII7JjsJZ3acYPWDctM\n"
    "-----END CERTIFICATE-----\n";

static const char revoche[] =
    "-----BEGIN X509 CRL-----\n"
    "MIHHMG8CAQEwCgYIKoZIzj0EAwIwLjELMAkGA1UEBhMCSVQxDjAMBgNVBAoMBVBy\n"
    "b3ZlMQ8wDQYDVQQDDAZyYWRpY2UXDTI2MDEwMTAwMDAwMFoYDzIwNTUwMTAxMDAw\n"
    "MDAwWqAOMAwwCgYDVR0UBAMCAQEwCgYIKoZIzj0EAwIDSAAwRQIhALwJlrFRNWjx\n"
    "QtIcbe7BOPl2lgDB56rWid+VtYIcDzPDAiAmrcIHGw4Tmg+TzJqFmlrJd+nDafT9\n"
    "l71frrRjlaWp8g==\n"
    "-----END X509 CRL-----\n";

static const char signed_bytes[] = "Contenuto firmato.\n";

static void
check(bool ok)
{
	if (!ok)
		abort();
}

static void
check_words(const struct nodo *n)
{
	const struct attr *at;
	const struct nodo *k;

	for (at = n->attr; at != NULL; at = at->succ)
		check(utf8_valid(at->valore, strlen(at->valore)) &&
		    utf8_plain(at->valore) && utf8_length(at->valore) <= 200);
	for (k = n->primo; k != NULL; k = k->succ)
		check_words(k);
}

/* A signature that is valid is over what was signed; the outer one of two is
 * over the inner file, of which so much can be said. */
static void
check_valid(const struct nodo *firme, const struct buf *contenuto)
{
	if (strcmp(nodo_attr(firme, "esito"), "valida") != 0)
		return;
	check(contenuto->len == sizeof signed_bytes - 1);
	check(memcmp(contenuto->data, signed_bytes, contenuto->len) == 0);
}

static void
check_evidence(const struct prova *p)
{
	char impronta[IMPRONTA_LEN + 1];

	for (; p != NULL; p = p->succ) {
		hash_hex(impronta, p->p, p->n);
		check(strcmp(impronta, p->impronta) == 0);
	}
}

/* The reader of damaged files finds nothing else than libcrypto does. */
static void
check_reader(struct arena *a, const uint8_t *data, size_t size)
{
	AUTO(CMS_ContentInfo_st) cms = NULL;
	struct byte_dati der, content;
	ASN1_OCTET_STRING **in;
	const unsigned char *p;

	if (busta_der(&der, a, data, size) != 0 ||
	    !ber_contenuto(&content, a, der))
		return;
	p = der.p;
	cms = d2i_CMS_ContentInfo(NULL, &p, (long)der.n);
	if (cms == NULL || (in = CMS_get0_content(cms)) == NULL || *in == NULL)
		return;
	check((size_t)ASN1_STRING_length(*in) == content.n);
	check(memcmp(ASN1_STRING_get0_data(*in), content.p, content.n) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct byte_dati roots[] = { { radice, sizeof radice - 1 },
	    { NULL, 0 } };
	const struct byte_dati lists[] = { { revoche, sizeof revoche - 1 },
	    { NULL, 0 } };
	const struct fiducia f = { .radici = roots, .radici_tsa = roots,
	    .crl = lists, .ora = 1795251600 };
	AUTO(arena) a = arena_new();
	AUTO_BUF contenuto = { 0 }, again = { 0 };
	struct byte_dati beside = { data, size };
	struct prova *prove = NULL;
	struct certificato c;
	struct nodo *n;

	(void)cms_sembra(data, size);
	check_reader(a, data, size);
	if (verifica_cms(&n, &contenuto, &prove, a, data, size, NULL, &f) ==
	    0) {
		check_words(n);
		check_valid(n, &contenuto);
		check_evidence(prove);
		/* it is no signature of itself */
		check(verifica_cms(&n, &again, NULL, a, data, size, &beside,
		    &f) == 0);
		check(strcmp(nodo_attr(n, "esito"), "valida") != 0);
	}
	if (certificato_read(&c, a, data, size) == 0)
		check(utf8_valid(c.soggetto, strlen(c.soggetto)));
	(void)!marca_metti(&again, data, size, data, size);
	return 0;
}
