# SPDX-License-Identifier: EUPL-1.2
# The numbers of another register: collega-protocollo and its adapter.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/ricette_esterno.sh"

uffici_di_prova >/dev/null || exit 1
adattatore_di_prova
A=$T/adattatore
ID1=11111111111111111111111111111111
ID2=22222222222222222222222222222222

collega() {
	come resp collega-protocollo --registro.denominazione 'Protocollo del Comune' \
	    --registro.programma "$T/adattatore.sh"
}

run come prot1 collega-protocollo --scollega si
is_exit 3 'collegare non è del protocollo'
run come resp collega-protocollo
like err '\[collega-o-scollega\]' 'né l’uno né l’altro: no'
run come resp collega-protocollo --scollega si
like err '\[non-collegato\]' 'scollegare quello che non c’è: no'

P0=$(segnalazione)
run collega
is_exit 0 'collegato'

run segnalazione --id "$ID1"
is_exit 0 'una registrazione'
is_out 0000002/2026 'ha il suo numero interno'
run come prot1 mostra 0000002/2026
like out 'registro esterno: +Protocollo del Comune, n. 1 del' 'e quello del Comune'
run segnalazione --id "$ID1"
is_out 0000002/2026 'la stessa istanza'
is "$(cat "$A/ultimo")" 1 'non ne prende un altro'
run come prot1 mostra "$P0"
unlike out 'registro esterno' 'quella di prima non cambia'

# refused before anything is asked
run come prot1 registra --flusso entrata --oggetto x --classifica VII/9
is_exit 1 'ciò che si rifiuta'
run come prot1 registra --flusso entrata --oggetto x --classifica VII/9 \
    --mittente.denominazione y
is_exit 1 'o aspetta una conferma'
is "$(cat "$A/ultimo")" 1 'non chiede numeri'

# cut short after the number was given: the same istanza, the same number
for point in dopo-prepara lucchetto-preso righe-scritte prima-del-commit; do
	at_point "$point" segnalazione --id "$ID2" >/dev/null 2>&1
	run cartella verifica
	is_exit 0 "morto a $point: integro"
done
is "$(cat "$A/ultimo")" 2 'quattro morti, un numero solo'
run segnalazione --id "$ID2"
is_out 0000003/2026 'e poi si registra'
run come prot1 mostra 0000003/2026
like out 'n\. 2 del' 'con quel numero'

# an adapter that says no, dies, is late to nothing, lies
echo istanza >f.txt
touch "$A/chiuso"
run come prot1 registra --flusso entrata --oggetto x --classifica VII/9 \
    --mittente.denominazione y f.txt
is_exit 1 'il registro rifiuta'
like err 'Protocollo del Comune rifiuta: il registro è chiuso.*\[protocollo-esterno\]' \
    'e si legge perché'
is "$(find "$S/transito" -type f | wc -l)" 0 'non resta niente'
rm "$A/chiuso"

adattatore() {	# an adapter made of these lines
	{ echo '#!/bin/sh'; cat; } >"$T/adattatore.sh"
}
echo 'echo guasto >&2; exit 3' | adattatore
run segnalazione
is_exit 4 'un adattatore guasto'
like err 'non ha dato il numero: guasto' 'dice il suo guasto'
echo 'kill -9 $$' | adattatore
run segnalazione
is_exit 4 'uno che muore'
echo 'echo "<x/>"' | adattatore
run segnalazione
is_exit 4 'uno che risponde altro'
adattatore <<'FINE'
printf '<risposta-protocollo xmlns="urn:cartella:1"><numero>2</numero>'
printf '<data>%s</data></risposta-protocollo>' "$(date +%Y-%m-%d)"
FINE
run segnalazione
is_exit 4 'uno che dà un numero già dato'
like err 'già quello della registrazione 0000003/2026' 'e dice di chi è'
chmod 644 "$T/adattatore.sh"
run segnalazione
is_exit 1 'uno che non si può eseguire'
like err 'non è un programma' 'e si dice'
chmod 777 "$T/adattatore.sh"
run segnalazione
is_exit 1 'uno che altri possono scrivere'
like err 'può essere scritto da altri' 'non si esegue'
rm "$T/adattatore.sh"
run segnalazione
ok 'uno che non c’è' [ "$CODE" -ne 0 ]

# the bytes are there to be read
adattatore <<FINE
cat >"$A/richiesta"
p=\$(sed -n 's/.*<principale percorso="\([^"]*\)".*/\1/p' "$A/richiesta")
cp "\$p" "$A/visto"
printf '<risposta-protocollo xmlns="urn:cartella:1"><numero>A/77</numero>'
printf '<data>2026-11-20</data></risposta-protocollo>'
FINE
chmod 755 "$T/adattatore.sh"
run come prot1 registra --flusso entrata --oggetto 'con un file' \
    --classifica VII/9 --mittente.denominazione y f.txt
is_exit 0 'con un file'
same_bytes "$A/visto" f.txt "l'adattatore ne legge i byte"
like out 0000004/2026 'il numero interno segue'

not_ok 'il numero esterno non si cambia' sqlite3 "$S/registro.sqlite" \
    "UPDATE esterno SET numero_esterno = 9"
run come prot1 segnatura 0000004/2026 --in segnatura.xml
is_exit 1 'la sua segnatura no'
like err 'di un altro registro: la segnatura la forma quello' 'e dice di chi è'
no_file segnatura.xml 'nessun file'

# several in one act: the rows of a kit, each its own number
adattatore_di_prova 2>/dev/null
{ come resp prepara-emergenza && cartella scrivi-kit --in kit; } >/dev/null
REGISTRO=$S S=$T/kit
come resp apri-emergenza --causa x --inizio "$CARTELLA_ORA" \
    --autorizzazione.provvedimento y --autorizzazione.data 2026-11-20 \
    --autorizzazione.fino-al 2026-11-21 >/dev/null
for f in a b; do
	come prot1 registra-emergenza --flusso entrata --oggetto $f \
	    --mittente.denominazione z --classifica VII/9 f.txt >/dev/null
done
come resp sigilla-emergenza --fine "$CARTELLA_ORA" >/dev/null
S=$REGISTRO
DATI=$(cat "$A/ultimo")
run come resp chiudi-emergenza kit
is_exit 0 'rientra un kit di due righe'
is "$(cat "$A/ultimo")" $((DATI + 2)) 'che chiedono due numeri'
is "$(sqlite3 "$S/registro.sqlite" "SELECT numero, numero_esterno FROM esterno
    WHERE numero > 4 ORDER BY numero" | tr '\n' ' ')" \
    "5|$((DATI + 1)) 6|$((DATI + 2)) " 'a ciascuna il suo, in ordine'

run come resp collega-protocollo --scollega si
is_exit 0 'scollegato'
run segnalazione
is_out 0000007/2026 'i numeri tornano di qui'
run come prot1 mostra 0000007/2026
unlike out 'registro esterno' 'e basta'
is_integro 'dopo tutto'

# ---- a body without offices ----

S=$T/senza-uffici
cartella init --denominazione x --codice-ipa c_x001 --codice-aoo AOO1 \
    --dimostrativo si --responsabile.codice resp --responsabile.cognome a \
    --responsabile.nome b >/dev/null
run collega
is_exit 0 'un ente senza uffici si collega'
is "$(xmllint --xpath 'local-name(/*/*[last()])' "$S/ente/ente.xml")" \
    protocollo-esterno 'e il registro è scritto in fondo'
ok 'come vuole il suo schema' "$CARTELLA" --store "$S" verifica
plan
