# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# What another body sends is received in the browser, as one file: a zip, or a
# busta for our seal.  What is neither changes nothing; who may not, cannot.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

due_enti || exit 1
da_a
CS=$(aperta) && N=$(tr_offri "$CS") && tr_consegna "$N" "$T/o" >/dev/null ||
    exit 1
(cd o && zip -qr ../o.zip .)
da_b
atti() { sqlite3 "$S/registro.sqlite" 'SELECT max(seq) FROM catena'; }
PRIMA=$(atti)
I=0
manda() {	# manda FILE
	I=$((I + 1))
	web /atto/ricevi-trasferimento -F "_csrf=$CSRF" -F _azione=invia \
	    -F "_id=$(printf %032x "$I")" -F "file=@$1"
}
servizio --web 1 --lettori 1 --compositori 1

sessione as1
manda o.zip
stato 404 'chi non riceve trasferimenti non ha nemmeno il modulo'
sessione coord
web /trasferimenti
stato 200 'i trasferimenti'
corpo 'href="/atto/ricevi-trasferimento' 'con il pulsante per ricevere'
senza "$N" 'ancora nessuno'
web /atto/ricevi-trasferimento
stato 200 'il modulo'
corpo 'type="file"' 'chiede un file'
echo 'una lettera' >lettera.txt
manda lettera.txt
stato 422 'un altro file: no'
corpo 'non è uno zip né una busta' 'e si dice perché'
head -c 3000 o.zip >monco.zip
manda monco.zip
stato 422 'uno zip a metà: no'
is "$(atti)" "$PRIMA" 'e niente è cambiato'
manda o.zip
stato 303 'lo zip intero si riceve'
is "$(atti)" $((PRIMA + 1)) 'ed è un atto'
web /trasferimenti
corpo "$N" 'l'\''offerta c'\''è'
manda o.zip
stato 422 'due volte no'
corpo 'questo messaggio non cambia niente' 'e si dice perché'
is "$(ls "$S/transito")" '' 'niente resta aperto'
servizio_fine
is_integro 'alla fine'
plan
