/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * busta.c - who wrote, to whom, when, about what: from the headers and, for a
 * PEC envelope, from its daticert.xml.
 *
 * A PEC envelope is written by the provider ("Per conto di: ..."): the sender
 * who counts is the one its daticert.xml names.  In the receipts of a PEC that
 * same element names *us*, so there the headers stay.
 * Norm: DM 2 novembre 2005, Regole tecniche PEC, par. 6.4 and 7.4.
 */
#include <string.h>
#include <strings.h>

#include "posta/interno.h"
#include "xml/xml.h"

static void
add_addresses(struct lettura *l, struct buf *out, InternetAddressList *list,
    int livello)
{
	int i, n = list != NULL ? internet_address_list_length(list) : 0;

	for (i = 0; i < n; i++) {
		InternetAddress *ia =
		    internet_address_list_get_address(list, i);

		if (INTERNET_ADDRESS_IS_GROUP(ia)) {
			if (livello < LIVELLI_MAX)
				add_addresses(l, out,
				    internet_address_group_get_members(
				    INTERNET_ADDRESS_GROUP(ia)), livello + 1);
			continue;
		}
		if (out->len > 0)
			buf_puts(out, ", ");
		buf_puts(out, testo_line(l->a,
		    internet_address_mailbox_get_addr(
		    INTERNET_ADDRESS_MAILBOX(ia))));
	}
}

static void
read_sender(struct messaggio *out, struct lettura *l, GMimeMessage *m)
{
	InternetAddressList *from = g_mime_message_get_from(m);
	InternetAddress *ia = NULL;
	char *raw;

	if (from == NULL || internet_address_list_length(from) == 0)
		from = g_mime_message_get_sender(m);
	if (from != NULL && internet_address_list_length(from) > 0)
		ia = internet_address_list_get_address(from, 0);
	if (ia != NULL && INTERNET_ADDRESS_IS_MAILBOX(ia)) {
		out->mittente_nome = testo_line(l->a,
		    internet_address_get_name(ia));
		out->mittente_indirizzo = testo_line(l->a,
		    internet_address_mailbox_get_addr(
		    INTERNET_ADDRESS_MAILBOX(ia)));
		return;
	}
	/* unreadable as an address: shown as it is written */
	raw = g_mime_utils_header_decode_text(l->opzioni,
	    g_mime_object_get_header(GMIME_OBJECT(m), "From"));
	out->mittente_nome = testo_line(l->a, raw);
	out->mittente_indirizzo = "";
	g_free(raw);
}

void
busta_read(struct messaggio *out, struct lettura *l, GMimeMessage *m)
{
	AUTO_BUF to = { 0 };
	GDateTime *date = g_mime_message_get_date(m);

	read_sender(out, l, m);
	add_addresses(l, &to, g_mime_message_get_to(m), 0);
	add_addresses(l, &to, g_mime_message_get_cc(m), 0);
	out->destinatari = arena_strdup(l->a, buf_str(&to));
	out->oggetto = testo_line(l->a, g_mime_message_get_subject(m));
	out->message_id = testo_line(l->a, g_mime_message_get_message_id(m));
	out->data = date != NULL ? g_date_time_to_unix(date) : 0;
}

/* The text of intestazione/<nome>, or NULL. */
static const char *
certified(struct lettura *l, const struct nodo *root, const char *path)
{
	const char *s = nodo_value(l->a, root, path);

	if (s == NULL)
		return NULL;
	s = testo_line(l->a, s);
	return *s != '\0' ? s : NULL;
}

static void
from_daticert(struct messaggio *out, struct lettura *l, struct parte *p)
{
	const char *mittente, *oggetto;
	struct nodo *root;

	if (xml_parse(&root, l->a, p->p, p->n, XML_ALTRUI) != 0) {
		p->nota = "daticert.xml illeggibile: mittente e oggetto "
		    "vengono dalle intestazioni";
		err_clear();
		return;
	}
	mittente = certified(l, root, "intestazione/mittente");
	if (mittente == NULL) {
		p->nota = "daticert.xml non dice il mittente";
		return;
	}
	/* the name the headers give belongs to the inner sender or to nobody */
	if (strcasecmp(mittente, out->mittente_indirizzo) != 0)
		out->mittente_nome = "";
	out->mittente_indirizzo = mittente;
	if ((oggetto = certified(l, root, "intestazione/oggetto")) != NULL)
		out->oggetto = oggetto;
}

void
busta_pec(struct messaggio *out, struct lettura *l)
{
	struct messaggio dentro = { 0 };

	if (!l->pec || l->daticert == NULL)
		return;
	out->pec = 1;
	if (!l->trasporto)
		return;
	if (l->postacert != NULL) {
		busta_read(&dentro, l, l->postacert);
		out->mittente_nome = dentro.mittente_nome;
		out->mittente_indirizzo = dentro.mittente_indirizzo;
		out->destinatari = dentro.destinatari;
		out->oggetto = dentro.oggetto;
	}
	from_daticert(out, l, &l->parti[l->daticert - l->parti]);
}
