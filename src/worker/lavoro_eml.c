/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * lavoro_eml.c - opens an e-mail, given as fd 3, where it lies: mapped, never
 * copied, never written.
 */
#include <sys/mman.h>
#include <sys/stat.h>

#include "worker/operaio.h"
#include "worker/worker.h"
#include "xml/xml.h"

static int
prepara(const char *dettaglio)
{
	(void)dettaglio;
	xml_init();		/* daticert.xml */
	posta_init();
	return 0;
}

static int
esegui(struct buf *out, const char *dettaglio)
{
	AUTO(arena) a = arena_new();
	struct messaggio m;
	struct stat st;
	void *p = NULL;
	int r;

	(void)dettaglio;
	if (fstat(3, &st) != 0)
		return err_sys("messaggio");
	if (st.st_size > 0 && (p = mmap(NULL, (size_t)st.st_size, PROT_READ,
	    MAP_PRIVATE, 3, 0)) == MAP_FAILED)
		return err_sys("messaggio");
	if ((r = posta_read(&m, a, p != NULL ? p : "",
	    (size_t)st.st_size)) != 0)
		return r;
	messaggio_pack(out, &m);
	return 0;
}

const struct lavoro lavoro_eml = {
	.nome = "eml",
	.gabbia = { .filtro = FILTRO_STRETTO, .secondi = 60,
	    .memoria = 6144 * MB },
	.con_fd = true,
	.prepara = prepara,
	.esegui = esegui,
};
