# SPDX-License-Identifier: EUPL-1.2
# The commands of docs/manuale.md on scarto, run as they are written, ten years
# after the others: what they take for granted is made before each.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

# two that expire; in the second stands a registration that is riservata
prima_di_chiudere() {
	come resp riserva 0000002/2026 'segnalazione di un minore' >/dev/null &&
	come as1 chiudi --cartella "$ALTRA" --motivo conclusione --nota x \
	    --conferma termini-aperti >/dev/null
}
{ scaduta && come arch deposita --unita.numero "$ALTRA" &&
    utente arch1 prot archivista && con_chiave arch1 &&
    ora 2037-02-01T09:00:00+01:00 &&
    come resp conferma-ora "$CARTELLA_ORA" 'sono passati gli anni'; } >/dev/null ||
    exit 1

mkdir bin
cat >bin/cartella <<'FINE'
#!/bin/sh
exec "$CARTELLA" --store "$CARTELLA_STORE" "$@"
FINE
chmod +x bin/cartella
PATH=$T/bin:$PATH
CARTELLA_STORE=$S
export PATH CARTELLA_STORE

# The registration of that number, which entrata or uscita makes.
registrata() {	# registrata N entrata|uscita
	registrata_prima=$(printf '%07d/2037' $(($1 - 1)))
	while come prot1 mostra "$registrata_prima" 2>&1 |
	    grep -q 'non esiste'; do
		entrata || return 1
	done >/dev/null
	"$2" >/dev/null
}

awk '/^### Scartare$/ { qui = 1 } /^## / { qui = 0 }
    /^```/ { on = qui && !on; n += on; next }
    on { print > sprintf("blocco-%03d", n) }' "$RADICE/docs/manuale.md"
ok 'il manuale ha i suoi comandi' [ -f blocco-009 ]
for blocco in blocco-*; do
	case $(head -n 1 "$blocco") in
	*'--fatto domanda') registrata 5 entrata && registrata 6 uscita ;;
	*'--fatto ministero') registrata 7 uscita ;;
	*autorizza-scarto*) registrata 9 entrata ;;
	*ritira-scarto*)
		come arch1 proponi-scarto Soprintendenza \
		    --conferma senza-provvedimento >/dev/null &&
		    come arch1 richiedi-scarto 2 "$(uscita)" \
		    --conferma firma-fuori >/dev/null
		;;
	esac
	run sh -eu "$blocco"
	is_exit 0 "$(head -n 1 "$blocco")"
done

run come arch1 scarti
like out '^elenco di scarto 1 .*: concluso$' 'il primo elenco è concluso'
like out '^elenco di scarto 2 .*: ritirato$' 'il secondo ritirato'
run come arch1 mostra "$CS"
like out 'SCARTATA il 01/02/2037.*verbale del 01/02/2037' 'e la cartella lo dice'
run come arch1 mostra "$ALTRA"
unlike out SCARTATA 'quella esclusa resta'
is_integro 'alla fine'
plan
