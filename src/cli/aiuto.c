/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * aiuto.c - help, man page section and completion, all from the table of atti
 * and their schemas.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "xml/campi.h"

static const struct {
	const char *word, *what;
} services[] = {
	{ "verifica", "controlla tutto l'archivio e dice dove non è integro" },
	{ "ricostruisci", "rifà il registro dalle cartelle git" },
	{ "compatta", "mette in un pacco gli oggetti git delle cartelle che ne "
	    "hanno molti" },
	{ "scrivi-kit", "scrive in --in DIR il kit d'emergenza preparato" },
	{ "esporta", "scrive tutto l'archivio in forme aperte, in una directory; "
	    "--pdf no: senza PDF" },
	{ "importa", "fa un archivio nuovo di un'esportazione; --da siso: casi "
	    "di un altro programma" },
	{ "salva", "scrive in DIR ciò che è nuovo, cifrato; le chiavi altrove" },
	{ "controlla-salvataggio", "dice, senza chiavi, se la copia è intera" },
	{ "ripristina", "fa un archivio nuovo di un salvataggio" },
	{ "segui", "tiene aggiornata una copia di riserva, che si legge" },
	{ "promuovi", "fa della copia di riserva l'archivio" },
	{ "revoche", "prende liste di revoche (CRL, OCSP) da file, o le elenca" },
	{ "custodisci", "tiene sul server la chiave segreta di un utente" },
	{ "togli-custodita", "la toglie dal server" },
	{ "controlla-pacchetto", "dice se il pacchetto in DIR è com'era" },
	{ "imbusta", "di una consegna fa il file cifrato per un altro ente" },
	{ "sbusta", "apre il file cifrato che un altro ente ha mandato" },
	{ "lotto", "scrive una lettera (comunica) per ogni riga di una tabella" },
	{ "firma-tutte", "firma tutto ciò che aspetta nel tuo libro-firma" },
	{ "servi", "apre l'ufficio nel browser" },
	{ "parola", "dà a un utente la parola per entrare dal browser" },
	{ "blocca", "sospende l'accesso di un utente; sblocca lo riapre" },
	{ "sblocca", "riapre l'accesso di un utente" },
	{ "togli-secondo-fattore", "per chi ha perso il telefono" },
	{ "certificato", "fa entrare un utente con un certificato" },
	{ "gettone", "dà l'accesso a un'applicazione, lo revoca, li elenca" },
	{ "sessioni", "chi è dentro; --chiudi UTENTE lo fa uscire" },
	{ "accessi", "chi è entrato e chi è stato rifiutato" },
	{ "openapi", "descrive l'interfaccia HTTP per altri programmi" },
	{ "aiuto", "questo elenco, o i campi di un atto" },
};

static void
list_all(void)
{
	const struct atto *const *t;
	size_t i;

	printf("uso: cartella [--store DIR] [--come UTENTE] ATTO "
	    "[--campo valore]… [FILE…]\n"
	    "     cartella aiuto ATTO\n\natti:\n");
	for (t = atto_table; *t != NULL; t++)
		printf("  %-20s %s\n", (*t)->nome, (*t)->sommario);
	printf("\nservizio:\n");
	for (i = 0; i < NELEM(services); i++)
		printf("  %-16s %s\n", services[i].word, services[i].what);
	printf("\nopzioni di tutti:\n"
	    "  --store DIR      l'archivio (o la variabile CARTELLA_STORE; "
	    "se no ./store)\n"
	    "  --come UTENTE    agisce per un altro, con i due nomi annotati\n"
	    "  --xml FILE       un'istanza intera al posto dei campi\n"
	    "  --conferma CODICE  conferma un avviso\n"
	    "  --bozza          tiene l'istanza da parte (vedi «bozze»)\n"
	    "  --formato F      testo (se no) oppure xml\n"
	    "\nopzioni degli atti che firmano:\n"
	    "  --frase          chiede la frase segreta (o il PIN) sul "
	    "terminale\n"
	    "  --frase-da N     la legge dal descrittore N\n"
	    "  --p12 FILE       firma con il certificato di un file PKCS#12\n"
	    "  --pkcs11 URI     firma con una carta (la libreria in "
	    "CARTELLA_PKCS11)\n"
	    "  --sigillo DIR    dov'è la chiave dell'ufficio (o la variabile "
	    "CARTELLA_SIGILLO)\n"
	    "\nesce con: 0 fatto, 1 rilievi o non trovato, 2 uso sbagliato, "
	    "3 atto non del tuo ruolo, 4 guasto\n");
}

static void
print_field(const struct campo *c)
{
	int i;

	printf("  %*s--%s", c->livello * 2, "", c->percorso);
	if (strcmp(c->tipo, "gruppo") == 0)
		printf(" …");
	printf("%s%s\n", c->obbligatorio ? " (obbligatorio)" : "",
	    c->ripetuto ? " (anche più volte)" : "");
	if (c->etichetta[0] != '\0')
		printf("      %*s%s\n", c->livello * 2, "", c->etichetta);
	if (c->scelte == NULL)
		return;
	printf("      %*s", c->livello * 2, "");
	for (i = 0; c->scelte[i] != NULL; i++)
		printf("%s%s", i ? " · " : "", c->scelte[i]);
	printf("\n");
}

/* Fields that prepara fills from the files given are not the person's. */
static bool
from_files(const struct atto *t, const struct campo *c)
{
	static const char *const words[] = { "principale", "allegato", "file" };
	size_t i, len;

	for (i = 0; (t->flags & FILE_AMMESSI) && i < NELEM(words); i++) {
		len = strlen(words[i]);
		if (strncmp(c->percorso, words[i], len) == 0 &&
		    (c->percorso[len] == '\0' || c->percorso[len] == '.'))
			return true;
	}
	return false;
}

/* " CARTELLA TESTO": what is understood without --name, in this order. */
static void
print_bare(const struct campo *campi)
{
	const struct campo *c;
	const char *p;

	for (c = campi; c->percorso != NULL; c++) {
		if (!campo_senza_nome(campi, c))
			continue;
		printf(c->obbligatorio ? " " : " [");
		for (p = c->percorso; *p != '\0'; p++)
			putchar(toupper((unsigned char)*p));
		if (!c->obbligatorio)
			putchar(']');
	}
}

static int
one(struct arena *a, const struct atto *t)
{
	const struct campo *c;
	int r;

	if ((r = campi_load(&c, arena_printf(a, "atti/%s", t->nome),
	    t->nome)) != 0)
		return r;
	printf("%s - %s\n\nuso: cartella %s", t->nome, t->sommario, t->nome);
	if (!(t->flags & FILE_AMMESSI))
		print_bare(c);
	if (bozza_tipo_di_atto(t->nome) != NULL)
		printf(" [BOZZA.odt]");
	printf(" [--campo valore]…%s\n",
	    t->flags & ANCHE_FILE ? " DIRECTORY|FILE" :
	    t->flags & DIRECTORY ? " DIRECTORY" :
	    t->flags & FILE_AMMESSI ? " [FILE…]" : "");
	if (t->norma != NULL)
		printf("norma: %s\n", t->norma);
	printf("\ncampi:\n");
	for (; c->percorso != NULL; c++)
		if (!from_files(t, c))
			print_field(c);
	return 0;
}

int
aiuto(struct arena *a, const char *nome)
{
	const struct atto *t;
	int r;

	if (nome == NULL) {
		list_all();
		return USCITA_FATTO;
	}
	if ((t = atto_find(nome)) == NULL) {
		fprintf(stderr, "cartella: l'atto «%s» non esiste\n", nome);
		return USCITA_USO;
	}
	if ((r = one(a, t)) != 0)
		return stampa_errore(r);
	return USCITA_FATTO;
}

/* ---- completion ---- */

static int
field_words(struct arena *a, const struct atto *t)
{
	const struct campo *c;
	int r;

	if ((r = campi_load(&c, arena_printf(a, "atti/%s", t->nome),
	    t->nome)) != 0)
		return r;
	printf("\t%s) words=\"", t->nome);
	for (; c->percorso != NULL; c++)
		if (strcmp(c->tipo, "gruppo") != 0 && !from_files(t, c))
			printf("--%s ", c->percorso);
	printf("\" ;;\n");
	return 0;
}

int
completamento(struct arena *a, const char *shell)
{
	const struct atto *const *t;
	size_t i;
	int r;

	if (strcmp(shell, "bash") != 0) {
		fprintf(stderr, "cartella: so completare solo per bash\n");
		return USCITA_USO;
	}
	printf("# bash completion for cartella, made from its table of atti\n"
	    "_cartella()\n{\n\tlocal cur words verb w\n"
	    "\tcur=${COMP_WORDS[COMP_CWORD]}\n\tverb=\n"
	    "\tfor w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
	    "\t\tcase $w in\n\t\t");
	for (t = atto_table; *t != NULL; t++)
		printf("%s|", (*t)->nome);
	for (i = 0; i < NELEM(services); i++)
		printf("%s%s", services[i].word,
		    i + 1 < NELEM(services) ? "|" : "");
	printf(") verb=$w; break ;;\n\t\tesac\n\tdone\n\tcase $verb in\n"
	    "\t'') words=\"--store --come --xml --formato --frase --frase-da --p12 "
	    "--pkcs11 --sigillo ");
	for (t = atto_table; *t != NULL; t++)
		printf("%s ", (*t)->nome);
	for (i = 0; i < NELEM(services); i++)
		printf("%s ", services[i].word);
	printf("\" ;;\n");
	for (t = atto_table; *t != NULL; t++)
		if ((r = field_words(a, *t)) != 0)
			return stampa_errore(r);
	printf("\tesac\n\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	    "\t[ ${#COMPREPLY[@]} -gt 0 ] || "
	    "COMPREPLY=($(compgen -f -- \"$cur\"))\n}\n"
	    "complete -F _cartella cartella\n");
	return USCITA_FATTO;
}
