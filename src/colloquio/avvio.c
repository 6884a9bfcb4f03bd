/* SPDX-License-Identifier: EUPL-1.2 */
#include "colloquio/avvio.h"

#include <sys/mman.h>
#include <time.h>

int
quadro_apri(struct quadro **out, int fd)
{
	void *p = mmap(NULL, sizeof **out, PROT_READ | PROT_WRITE, MAP_SHARED,
	    fd, 0);

	if (p == MAP_FAILED)
		return err_sys("il quadro");
	*out = p;
	return 0;
}

void
quadro_conta(struct posto_quadro *p, long us, enum esito_web e)
{
	long ms = us / 1000;
	int i;

	for (i = 0; i < (int)NELEM(p->tempi) - 1 && ms >= 1L << i; i++)
		;
	p->tempi[i]++;
	p->richieste++;
	if (e == WEB_GUASTO)
		p->errori++;
	if (e == WEB_OCCUPATO)
		p->occupati++;
	p->ultimo = (long)time(NULL);
}
