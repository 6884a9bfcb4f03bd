# SPDX-License-Identifier: EUPL-1.2
# spedisci, acquisisci-ricevuta: where the sending of an uscita stands.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/correzioni.sh"

ora 2026-11-18T10:00:00+01:00
uffici_di_prova >/dev/null || exit 1
U=$(uscita invito)
E=$(entrata nota)
ora 2026-11-20T10:15:30+01:00
spedisci() {
	come prot1 spedisci "$U" "$@"
}
ricevuta() {	# ricevuta DESTINATARIO ESITO [OPT... FILE]
	ricevuta_d=$1 ricevuta_e=$2
	shift 2
	come prot1 acquisisci-ricevuta --protocollo "$U" \
	    --destinatario "$ricevuta_d" --esito "$ricevuta_e" "$@"
}
stato() {
	sqlite3 "$S/registro.sqlite" "SELECT group_concat(stato, ' ') FROM
	    (SELECT stato FROM invio WHERE numero = ${U%%/*} + 0
	    ORDER BY destinatario)"
}

# ---- refused ----

run come prot1 spedisci "$E" pec 2026-11-20
like err '\[non-uscita\]' "un'entrata non si spedisce"
run spedisci pec 2026-11-21
like err '/spedisci/data: .*\[data-futura\]' 'domani no'
run spedisci pec 2026-11-17
like err '\[data-precedente\]' 'prima di registrarla no'
run spedisci pec 2026-11-20 --destinatario 3
like err 'ha 2 destinatari.*\[destinatario-ignoto\]' 'a chi non c’è no'
run spedisci pec 2026-11-20 --destinatario 1 --destinatario 1
like err '\[destinatario-doppio\]' 'due volte allo stesso no'
run spedisci piccione 2026-11-20
is_exit 1 'con un mezzo inventato no'
run come as1 spedisci "$U" pec 2026-11-20
is_exit 3 "non è dell'assistente sociale"
run come coord spedisci "$U" pec 2026-11-20
is_exit 1 'né di chi non la vede'
run ricevuta 1 consegna --data 2026-11-20
like err '\[non-spedita\]' 'niente ricevute prima di spedire'
is "$(stato)" '' 'i rifiuti non lasciano niente'

# ---- until then it waits ----

aspetta() {	# aspetta USER NUMBER: 1 if it waits for him to be sent
	come "$1" scrivania --formato xml |
	    sed -n '/che="da-spedire"/,/<\/sezione>/p' | grep -c "$2"
}
W=$(uscita 'aspetta')
is "$(aspetta prot1 "$U") $(aspetta prot1 "$W") $(aspetta prot1 "$E")" '1 1 0' \
    'ciò che esce e non è spedito aspetta chi tiene il registro'
is "$(aspetta coord "$W") $(aspetta as1 "$W")" '0 0' 'non chi non la spedisce'
come prot1 spedisci "$W" pec 2026-11-20 --destinatario 2 >/dev/null
is "$(aspetta prot1 "$W")" 1 'spedita a uno di due aspetta ancora'
come prot1 spedisci "$W" pec 2026-11-20 --destinatario 1 >/dev/null
is "$(aspetta prot1 "$W")" 0 'a tutti, non più'
W=$(uscita 'per errore')
come resp annulla --protocollo "$W" --motivo 'registrata due volte' \
    --provvedimento 'nota 3' --richiedente prot1 >/dev/null
is "$(aspetta prot1 "$W")" 0 'annullata non si spedisce'
is "$(aspetta prot1 "$U")" 1 'e la prima aspetta sempre'

# ---- sent ----

ID=55555555555555555555555555555555
run spedisci pec 2026-11-19 --estremi 'msg 77' --id "$ID"
is_exit 0 'a tutti'
run spedisci pec 2026-11-19 --estremi 'msg 77' --id "$ID"
is_exit 0 'la stessa istanza'
is "$(stato)" 'in-invio in-invio' 'per PEC sono in invio'
run spedisci pec 2026-11-20 --destinatario 1
like err '19.*\[gia-spedita\]' 'di nuovo: un avviso'
run ricevuta 1 consegna --data 2026-11-18
like err '\[data-precedente\]' 'una ricevuta di prima'
run ricevuta 1 consegna --data 2026-11-21
like err '\[data-futura\]' 'una ricevuta di domani'
echo 'Consegnato' >consegna.eml
echo altro >altro.eml
run ricevuta 1 consegna --data 2026-11-19 consegna.eml altro.eml
like err '\[troppi-file\]' 'una alla volta'
cat >i.xml <<FINE
<istanza xmlns="urn:cartella:1" atto="acquisisci-ricevuta"
 id="77777777777777777777777777777777" versione="1"><acquisisci-ricevuta>
<protocollo>$U</protocollo><destinatario>1</destinatario>
<esito>consegna</esito><data>2026-11-19</data><file><nome>consegna.eml</nome>
<impronta>$(sha256sum <consegna.eml | cut -c1-64)</impronta>
<tipo>message/rfc822</tipo><dimensione>1</dimensione></file>
</acquisisci-ricevuta></istanza>
FINE
run come prot1 acquisisci-ricevuta --xml i.xml
like err '\[manca-file\]' 'il file che l’istanza nomina va dato'
run come prot1 acquisisci-ricevuta --xml i.xml altro.eml
like err '/acquisisci-ricevuta/file: .*\[altra-impronta\]' 'quello, non un altro'
is "$(stato)" 'in-invio in-invio' 'e niente cambia'
run ricevuta 1 accettazione --data 2026-11-19
is_exit 0 'accettata'
is "$(stato)" 'inviato in-invio' 'è inviata'
ID=66666666666666666666666666666666
run ricevuta 1 consegna --data 2026-11-20 --id "$ID" consegna.eml
is_exit 0 'consegnata, con la ricevuta'
run ricevuta 1 consegna --data 2026-11-20 --id "$ID" consegna.eml
is_exit 0 'la stessa istanza'
is "$(stato)" 'consegnato in-invio' 'consegnata'
run ricevuta 1 consegna --data 2026-11-20
like err '\[gia-consegnata\]' 'due volte no'
run ricevuta 1 accettazione --data 2026-11-20
is_exit 0 'una accettazione tardiva si conserva'
is "$(stato)" 'consegnato in-invio' 'e non cambia niente'
run spedisci raccomandata 2026-11-20 --destinatario 1
like err '\[gia-consegnata\]' 'a chi l’ha avuta non si rispedisce'
run come prot1 originale "$U" --file r2 --in r2.eml
same_bytes r2.eml consegna.eml 'la ricevuta si riprende'
run come prot1 originale "$U" --file r1 --in r1.eml
is_exit 1 'dove il file non c’è, no'

# ---- failed, and again ----

run ricevuta 2 errore --data 2026-11-19 --estremi 'casella piena'
is_exit 0 'non è arrivata'
run ricevuta 2 errore --data 2026-11-20
is_exit 0 'un secondo avviso si conserva'
run spedisci raccomandata 2026-11-20 --destinatario 2 --estremi 'RR 12'
is_exit 0 'per raccomandata'
is "$(stato)" 'consegnato inviato' 'che parte subito'
run come prot1 mostra "$U"
like out '^destinatario 1: +consegnato \(pec\), Comune di Vattelapesca$' 'si vede'
like out '^destinatario 2: +inviato \(raccomandata\), Tribunale, tentativi: 2$' \
    'quante volte'
like out 'ricevuta r3 del 20/11/2026, destinatario 1: accettazione' 'e ogni ricevuta'
like out 'ricevuta r2 .*consegna.eml' 'con il suo file'
like out 'spedita il 20/11/2026 al destinatario 2 \(raccomandata\), da prot1, RR 12' \
    'e ogni spedizione'

V=$(uscita 'un altro invito')
come prot1 spedisci "$V" pec 2026-11-20 --destinatario 1 >/dev/null
come prot1 acquisisci-ricevuta --protocollo "$V" --destinatario 1 \
    --esito errore --data 2026-11-20 >/dev/null
run come prot1 acquisisci-ricevuta --protocollo "$V" --destinatario 1 \
    --esito consegna --data 2026-11-20
is_exit 0 'dopo un avviso di mancata consegna può arrivare la consegna'
run come prot1 mostra "$V"
like out '^destinatario 1: +consegnato \(pec\)' 'ed è consegnata'

# ---- masked ----

R=$(uscita 'su Z.' --riservata.motivo minore)
come prot1 spedisci "$R" pec 2026-11-20 --nota Zeta >/dev/null
run come tutto mostra "$R"
unlike out 'Z\.|Zeta|Tribunale|destinatario' 'chi la vede coperta non vede a chi'
run come tutto spedisci "$R" pec 2026-11-20 --conferma gia-spedita
is_exit 1 'e non la spedisce'

run come prot1 scrivania
like out "^Spedite, senza ricevuta o tornate indietro: .*\\[acquisisci-ricevuta\\]" \
    'chi aspetta una ricevuta sta sulla scrivania'
like out "^  $R " 'con il suo numero'

immutabile spedizione ricevuta_spedizione
si_scopre "UPDATE ricevuta_spedizione SET esito = 'errore' WHERE ordine = 1" \
    ricevuta_spedizione
si_scopre "UPDATE spedizione SET data = '2026-11-18' WHERE ordine = 1" \
    spedizione
is_integro 'dopo tutto'
plan
