#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# adattatore-esempio.sh - an adapter that works, without another register
# behind it: it counts by itself, in files.  docs/adattatore.md says what an
# adapter must do; take this one as a beginning.
set -eu

STATO=/var/lib/cartella-adattatore	# a directory of its own

rifiuta() {
	printf '<?xml version="1.0" encoding="UTF-8"?>\n'
	printf '<risposta-protocollo xmlns="urn:cartella:1">'
	printf '<rifiuto>%s</rifiuto></risposta-protocollo>\n' "$1"
	exit 0
}

richiesta=$(cat)
radice=$(printf '%s\n' "$richiesta" | grep -m 1 '<richiesta-protocollo ')
id=$(printf '%s\n' "$radice" | sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p')
ordine=$(printf '%s\n' "$radice" | sed -n 's/.* ordine="\([0-9]*\)".*/\1/p')
[ -n "$id" ] && [ -n "$ordine" ] || { echo 'richiesta senza id' >&2; exit 1; }
[ -d "$STATO" ] || { echo "$STATO non esiste" >&2; exit 1; }
[ ! -f "$STATO/chiuso" ] || rifiuta 'il registro è chiuso'

# one at a time; the same request always has the same number
exec 9>"$STATO/lucchetto"
flock 9
dato=$STATO/dati-$id-$ordine
if [ ! -f "$dato" ]; then
	numero=$(($(cat "$STATO/ultimo" 2>/dev/null || echo 0) + 1))
	echo "$numero" >"$STATO/ultimo.nuovo"
	sync "$STATO/ultimo.nuovo"
	mv "$STATO/ultimo.nuovo" "$STATO/ultimo"
	echo "$numero $(date +%Y-%m-%d)" >"$dato.nuovo"
	sync "$dato.nuovo"
	mv "$dato.nuovo" "$dato"
fi
read -r numero data <"$dato"
cat <<FINE
<?xml version="1.0" encoding="UTF-8"?>
<risposta-protocollo xmlns="urn:cartella:1">
  <numero>$numero</numero>
  <data>$data</data>
</risposta-protocollo>
FINE
