# SPDX-License-Identifier: EUPL-1.2
# approva: the letter to the administrative area is made and signed, then
# registered and sent on; one proposta is answered once, whoever comes first.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
utente amm sds area-amministrativa >/dev/null || exit 1
con_chiave as1 >"$OUT"
CS=$(aperta)
P=$(proposta "$CS")
D=$S/cartelle/2026/0000001
ID=99999999999999999999999999999999

approva() {	# approva USER [OPTION...]
	caso_chi=$1
	shift
	come "$caso_chi" approva --cartella "$CS" --ufficio sds \
	    --proposta "$P" "$@"
}

# ---- refused ----

N=$(atti)
run approva coord
is_exit 1 'senza una chiave arruolata: no'
like err 'art\. 20 CAD.*\[senza-chiave\]' 'e lo dice'
con_chiave coord >"$OUT"
con_chiave vice >"$OUT"
con_chiave coordn >"$OUT"
N=$(atti)
run come coord approva --cartella "$CS" --ufficio boh --proposta "$P"
is_exit 1 'a un ufficio che non esiste: no'
like err '/approva/ufficio: .*boh.*\[ufficio-ignoto\]' 'e lo dice'
run come coord approva --cartella "$CS" --ufficio sds \
    --proposta proposte/0009.xml
is_exit 1 'una proposta che non c'\''è: no'
like err '/approva/proposta: .*\[non-proposta\]' 'e lo dice'
run come coord approva --cartella "$CS" --ufficio sds \
    --proposta relazioni/0001.xml
is_exit 1 'una relazione: no'
like err '\[non-proposta\]' 'e lo dice'
run senza_chiave approva coord
is_exit 1 'senza la chiave segreta: no'
like err '\[firma-non-fatta\]' 'e lo dice'
run approva as1
is_exit 3 'chi propone non approva'
same_absent "$CS" CS-2026-0000099 come coordn approva --ufficio sds \
    --proposta "$P" --cartella
niente_scritto "$N" 'i rifiuti non lasciano niente'
no_file "$D/allegati" 'neanche una carta'
is "$(campo "$D/$P" proposta/stato)" inviata 'e la proposta attende ancora'

# ---- done ----

run approva coord --id $ID --nota 'Con *urgenza*.'
is_exit 0 'si approva'
is_out 0000002/2026 'e ha il suo numero'
N=$(atti)
is "$(campo "$D/$P" proposta/stato)" approvata 'la proposta è approvata'
is "$(campo "$D/$P" proposta/approvazione/coordinatore)" coord 'da chi'
is "$(campo "$D/$P" proposta/approvazione/protocollo)" 0000002/2026 \
    'con quale numero'
is "$(campo "$D/cartella.xml" cartella/stato)" in-istruttoria \
    'la cartella va in istruttoria'
run approva coord --id $ID --nota 'Con *urgenza*.'
is_out 0000002/2026 'la stessa istanza di nuovo: lo stesso numero'
niente_scritto "$N" 'e nient'\''altro'
run approva coord
is_exit 1 'una seconda volta: no'
like err '/approva/proposta: .*«approvata».*\[gia-risposta\]' 'e lo dice'
like err '/approva/cartella: .*\[stato\]' 'e in che stato è la cartella'

PDF=$(campo "$D/$P" proposta/approvazione/firma-file/file)
run come amm mostra 0000002/2026
is_exit 0 'chi la riceve la vede'
like out 'interna - RISERVATA' 'interna, riservata'
like out 'oggetto: +CS-2026-0000001: sostegno educativo' 'con l'\''oggetto'
like out 'mittente: +Servizi sociali' 'da chi'
like out 'destinatario: +SDS' 'a chi'
like out 'smistata a: +SDS \(per competenza\)' 'ed è già sua'
like out "sha256 $PDF" 'con l'\''impronta del PDF'
is "$(sha256sum <"$(byte_di "$PDF")" | cut -c1-64)" "$PDF" 'che è la sua'
run come amm copia 0000002/2026 --in copia.pdf
is_exit 0 'e la legge'
pdftotext copia.pdf copia.txt
valori "$D/$P" >valori
ok 'con tutto quello che la lettera dice' contiene copia.txt valori
grep -q sostegno valori
lib_result $? 'con le parole di chi propone'
grep -q urgenza valori
lib_result $? 'e la nota del coordinatore'
pdftotext "$(byte_di "$PDF")" lettera.txt
not_ok 'i byte firmati non hanno il proprio numero' grep -q 0000002 lettera.txt
ok 'la firma è buona' carta_firmata "$D/$P" proposta/approvazione/
run come amm mostra "$CS" --documento "$P"
is_exit 0 'che ora fa l'\''istruttoria, e legge la proposta'
run come amm mostra "$CS" --documento relazioni/0001.xml
is_exit 1 'ma non la relazione'

# ---- the cartella moves while the letter is made ----

CS=$(aperta)
P=$(proposta "$CS")
D=$S/cartelle/2026/0000002
fermata punti "$CARTELLA" --store "$S" --come coord approva --cartella "$CS" \
    --ufficio sds --proposta "$P"
run come as1 annota --cartella "$CS" --tipo nota --testo 'Intanto.'
is_exit 0 'mentre la lettera è pronta, altri scrivono nella cartella'
riprende
is_exit 0 'l'\''approvazione riesce'
is "$(grep -c '^dopo-prepara$' punti)" 2 'preparata di nuovo'
is_out 0000004/2026 'con un numero solo'
is "$(find "$D/allegati" -name '*.pdf' | wc -l)" 1 'e una lettera sola'

CS=$(aperta)
P=$(proposta "$CS")
fermata punti2 "$CARTELLA" --store "$S" --come coord approva --cartella "$CS" \
    --ufficio sds --proposta "$P"
run approva vice
is_out 0000006/2026 'mentre la lettera è pronta, un altro approva'
N=$(atti)
riprende
is_exit 1 'chi arriva dopo: no'
like err '\[gia-risposta\]' 'perché ha già risposta'
niente_scritto "$N" 'e la sua lettera non resta'

CS=$(aperta)
P=$(proposta "$CS")
fermata punti3 "$CARTELLA" --store "$S" --come coord approva --cartella "$CS" \
    --ufficio sds --proposta "$P"
come resp nomina --codice coord --cognome Nuovo --nome Nome --ufficio soc \
    --ruolo coordinatore >"$OUT"
riprende
is_exit 0 'cambia il nome di chi firma'
pdftotext "$(byte_di "$(campo "$S/cartelle/2026/0000004/$P" \
    proposta/approvazione/firma-file/file)")" lettera.txt
ok 'e la lettera dice quello nuovo' grep -q 'Nome Nuovo' lettera.txt

come as1 chiudi --cartella "$CS" --motivo decesso --nota Fine \
    --conferma istruttoria-aperta >"$OUT"
run approva coord
is_exit 1 'in una cartella chiusa: no'
like err '\[cartella-chiusa\]' 'e lo dice'
is "$(ls -A "$S/transito")" '' 'niente resta in transito'
is_integro 'dopo le approvazioni'
plan
