# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# A consegna leaves the browser as one file that only the other body opens, or
# in clear as a zip; and is received there as either.  What is neither changes
# nothing; who may not, cannot.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

# A seal may also open what comes: a part of its key for that.
gpg_key() { due_chiave "$1"; }

due_enti || exit 1
da_a
CS=$(aperta) && N=$(tr_offri "$CS") && tr_consegna "$N" "$T/o" >/dev/null ||
    exit 1

servizio --web 1 --lettori 1 --compositori 1
consegna() { web "/file/consegna-trasferimento?trasferimento=$N$1"; }
letture() {
	sqlite3 "$S/letture.sqlite" "SELECT count(*) FROM lettura WHERE
	    atto = 'consegna-trasferimento' AND esito = 'mostrato'"
}
sessione as1
consegna '&cifrata=si'
not_ok 'chi non conduce trasferimenti non ha la consegna' [ "$STATO" = 200 ]
sessione coord
web /trasferimenti
corpo "cifrata=si&amp;trasferimento=$N" 'la si scarica cifrata'
corpo '«In chiaro» è per guardarla qui' 'e si dice a che serve in chiaro'
PRIMA=$(letture)
consegna '&cifrata=si'
stato 200 'la consegna cifrata'
testata 'content-disposition:.*consegna-c_x001\.asc' 'ha un nome che dice di chi è'
corpo 'BEGIN PGP MESSAGE' 'è un messaggio di OpenPGP'
senza 'messaggio' 'che non mostra niente'
ok 'lascia la sua riga fra le letture' [ "$(letture)" -gt "$PRIMA" ]
cp "$BODY" o.asc
consegna ''
stato 200 'la stessa, in chiaro'
testata 'content-type: application/zip' 'è uno zip'
cp "$BODY" o.zip
mkdir z d && unzip -q o.zip -d z
ok 'gpg dell'\''altro ente la apre' sh -c 'GNUPGHOME=$1/b/sigillo gpg --batch \
    --quiet --decrypt o.asc >d.zip 2>/dev/null && unzip -q d.zip -d d' sh "$T"
ok 'e dentro ci sono gli stessi file' diff -r z d
ok 'quelli della riga di comando' diff -r o d
servizio_fine
run come coord consegna-trasferimento "$N" --cifrata si --in da_riga.asc
is_exit 0 'anche la riga di comando la dà cifrata'
ok 'in un file' grep -q 'BEGIN PGP MESSAGE' da_riga.asc
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
head -c 3000 o.asc >monca.asc
manda monca.asc
stato 422 'una busta a metà: no'
is "$(atti)" "$PRIMA" 'e niente è cambiato'
manda o.asc
stato 303 'la busta intera si riceve'
is "$(atti)" $((PRIMA + 1)) 'ed è un atto'
web /trasferimenti
corpo "$N" 'l'\''offerta c'\''è'
manda o.zip
stato 422 'due volte no, nemmeno lo zip'
corpo 'questo messaggio non cambia niente' 'e si dice perché'
is "$(ls "$S/transito")" '' 'niente resta aperto'
servizio_fine
is_integro 'alla fine'
plan
