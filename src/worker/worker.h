/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * worker.h - the cages.  Hostile bytes are opened, and slow work is done, in a
 * one-shot child: cartella-lettore, or for messages, PDFs and what else needs
 * big libraries cartella-operaio, which stand beside the program.  It
 * loads its trusted sheets, closes the door (no_new_privs, rlimits, landlock
 * as far as the kernel has it, seccomp: no exec, no network, no new files but
 * where the job says) and only then looks at the bytes.  Only the convertitore
 * stays for more than one job.
 *
 * What comes back is length-prefixed and bounds-checked; a child that dies or
 * lies is an error (fault), never a result.
 */
#ifndef WORKER_WORKER_H
#define WORKER_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "archivio/archivio.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "firme/cms.h"
#include "xml/nodo.h"
#include "xml/rilievo.h"
#include "posta/posta.h"
#include "worker/convertitore.h"
#include "worker/csv.h"

#define ISTANZA_MAX ((size_t)16 * 1024 * 1024)	/* bytes of an istanza */
#define ALTRUI_MAX ((size_t)4 * 1024 * 1024)	/* bytes of XML of others */
#define FOGLIO_MAX ((size_t)256 * 1024)		/* bytes of an office's sheet */
#define TESTO_MAX ((size_t)4 * 1024 * 1024)	/* bytes it may make */
#define CERTIFICATI_MAX ((size_t)16 * 1024 * 1024) /* bytes of them all */
#define ELENCO_MAX ((size_t)16 * 1024 * 1024)	/* bytes of a trust list */
#define REVOCHE_MAX ((size_t)64 * 1024 * 1024)	/* bytes of one such file */
#define EML_MAX ((size_t)256 * 1024 * 1024)	/* bytes of a message */
#define RIENTRO_MAX ((size_t)32 * 1024 * 1024)	/* bytes of an edited draft */

/*
 * Parses and validates an istanza against "schema/atti/<atto>.xsd" (atto NULL: the
 * name its root says, a rilievo when unknown).  *out is NULL when rilievi say
 * why.  0 also then.  absent: `atto` is not one of ours.
 */
int worker_istanza(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *atto, const void *bytes, size_t n) MUST;

/* The same for any document of ours, against "schema/<schema>.xsd"
 * ("documenti/utente"). */
int worker_documento(struct nodo **out, struct rilievi *ril, struct arena *a,
    const char *schema, const void *bytes, size_t n) MUST;

/*
 * The same of many documents that come together, as few cages as will do: a
 * child that dies of one is asked for each of them alone.  They are of one
 * origin: who took over the child could lie about all it was given.
 */
struct documento_chiuso {
	const char *schema;		/* "documenti/utente" */
	struct byte_dati byte;		/* borrowed */
	/* what comes out */
	struct nodo *doc;		/* NULL: difetto says why */
	const char *difetto;		/* the first rilievo, in Italian; NULL */
};
int worker_documenti(struct documento_chiuso *list, int n, struct arena *a)
    MUST;
#define DOCUMENTI_INSIEME ((size_t)8 * 1024 * 1024)	/* bytes of one cage */
#define DOCUMENTI_QUANTI 512				/* of one cage */

/*
 * Reads XML of others (a segnatura, daticert.xml): names without prefixes,
 * text in NFC without controls and marks that turn it, nothing that is not in
 * the bytes.  invalid: it cannot be read, the message says why (XML_ALTRUI in
 * xml/xml.h; at most ALTRUI_MAX bytes, 256 levels).  No schema is looked at.
 */
int worker_xml_altrui(struct nodo **out, struct arena *a, const void *p,
    size_t n) MUST;

/*
 * X.509 certificates of others, DER or PEM, one in each piece: <certificati>
 * with as many children, in order: <certificato impronta= soggetto= nome=
 * emittente= seriale= algoritmo= dal= al= [puo-firmare="si"]
 * [autorita="si"] [qualificato="si"]> with it as PEM, or <illeggibile> that says why.
 * invalid: too much.
 */
int worker_certificati(struct nodo **out, struct arena *a,
    const struct byte_dati *dati, int quanti) MUST;

/* A national trust list, at most ELENCO_MAX bytes, into the <elenco> of
 * firme/xades.h.  invalid: it is none; the message says why.  Its signature is
 * for worker_firme. */
int worker_elenco(struct nodo **out, struct arena *a, const void *p,
    size_t n) MUST;

/* A CRL or an OCSP response of others: <revoche tipo="crl|ocsp" emittente=
 * dal= [al=]>.  fd is a regular file, read from its start.  invalid: neither;
 * the message says why. */
int worker_revoche(struct nodo **out, struct arena *a, int fd) MUST;

/* Opens an e-mail.  fd is a regular file, read from its start; its position
 * does not change. */
int worker_eml(struct messaggio *out, struct arena *a, int fd) MUST;

/* What the first page of a PDF says, UTF-8 and a line each (resa/pdf_testo.h),
 * a guess.  fd as above.  invalid: no PDF, or one too large. */
int worker_pdf_testo(struct buf *out, int fd) MUST;

/*
 * A git bundle of others (archivio.h), opened in the cage, into the new bare
 * folder `dove` ("….git").  head: where it must end, or "" and it is told.
 * invalid: the message says what is not taken in; then nothing is there.
 */
int worker_fascio(char head[COMMIT_LEN + 1], const char *dove, int fd) MUST;

/*
 * A zip of others, opened in the cage: each of its files to fn, in its order;
 * names are relative paths that stay below where they are put (file_path_valid).
 * fd as above.  invalid: the message says what is wrong, and fn saw nothing;
 * other than 0 from fn ends it and is returned.
 */
#define BUSTA_FILE 20000			/* files at most */
#define BUSTA_APERTA ((size_t)768 * 1024 * 1024)	/* bytes of them all */
typedef int busta_fn(void *arg, const char *nome, const void *p, size_t n);
int worker_busta(int fd, busta_fn *fn, void *arg) MUST;

/* Reads a table (csv.h); separatore ',', ';' or 0: guessed.  fd as above.
 * invalid: the message says which line is wrong. */
int worker_csv(struct csv *out, struct arena *a, int fd, char separatore) MUST;

/*
 * A document as text, by a stylesheet that an office has written (at most
 * FOGLIO_MAX bytes).  invalid: the sheet is not one, reads or includes
 * something, makes no text, does not come to its end; the message says which.
 */
int worker_foglio(struct buf *out, const void *foglio, size_t n,
    const struct nodo *doc) MUST;

/*
 * ODT → PDF/A-2b (and PDF/UA-1, resa/resa.h), by the convertitore of this
 * process (convertitore.h), which the first call starts.  With CARTELLA_VERAPDF
 * in the environment also looked at by veraPDF (verapdf.h).
 */
int worker_pdf(struct buf *out, const void *odt, size_t n) MUST;
/* Many of them (convertitore_molti): odt, n; fn is told of each, in order. */
int worker_pdf_molti(const struct convertendo *x, int n, convertito_fn *fn,
    void *arg) MUST;

/*
 * Takes in a model made by others (resa/modello.h, modello_accogli): rilievi
 * say what is wrong, and `odt` is then empty.
 */
int worker_modello(struct buf *odt, struct nodo **scheda, struct rilievi *ril,
    struct arena *a, const void *bytes, size_t n,
    const struct nodo *dizionario, const char *titolo) MUST;

/*
 * The named sections of an ODT that a person has edited, as prosa (resa/
 * rientro.h): <sezioni><dato nome="cartella.numero">…</dato>… <sezione
 * nome="relazione.fatti-accertati"><p>…</p>…</sezione><tralasciato sezione="…"
 * che="colori" volte="3"/>…</sezioni>.  invalid: not an ODT; the message says
 * why.
 */
int worker_rientro(struct nodo **out, struct arena *a, const void *odt,
    size_t n) MUST;

/* A stamped copy (resa_stamp) of PDF bytes that are not ours. */
int worker_stamp(struct buf *out, const void *pdf, size_t n,
    const char *const *righe, const char *qr) MUST;

/*
 * Every signature of a file that others sent, verified in the cage: CMS/CAdES
 * (with `staccato` >= 0 the file it is of), XAdES, PAdES, by what the bytes
 * are; the tree is <firme> (firme/cms.h), its evidence in `prove`.  OpenPGP is
 * not for here.  `contenuto` (may be NULL): the innermost content.  fd and
 * staccato are regular files, read from their start.  absent: no signature in
 * it; invalid: it looks signed and cannot be read, the message says why; fault:
 * also when it, or what we know of revocations, is too large.
 */
int worker_firme(struct nodo **out, struct buf *contenuto,
    struct prova **prove, struct arena *a, int fd, int staccato,
    const struct fiducia *f) MUST;

/*
 * Which of those OpenPGP signatures of ours are beyond doubt good (firme/
 * rapida.h)?  Of the others nothing is said: verifica_openpgp decides.  The
 * keys may be more than are needed.  invalid: more than OPENPGP_MAX bytes.
 */
#define OPENPGP_MAX ((size_t)256 * 1024 * 1024)
struct firma_da_vedere {
	const char *chiave;		/* primary fingerprint */
	struct byte_dati firma, dati;	/* borrowed */
};
int worker_openpgp(bool *vale, const struct firma_da_vedere *firme, int n,
    const struct byte_dati *chiavi, int n_chiavi) MUST;

/* The entry of the child; never returns.  The light one knows nothing of
 * messages and PDFs, and links nothing for them. */
_Noreturn void worker_main(const char *nome);
_Noreturn void worker_main_leggero(const char *nome);

/* The job for which a program of this build has called us; NULL: nobody of this
 * build has. */
const char *worker_chiamato(int argc, char **argv);

#endif
