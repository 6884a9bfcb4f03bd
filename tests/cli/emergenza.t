# SPDX-License-Identifier: EUPL-1.2
# The emergency register from end to end (DPR 445/2000 art. 63): a kit, rows
# over days and over the year, the return, and the next interruption.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

riga() {	# riga FILE [OPTION...]: a row of the kit
	echo "$1" >"$1.txt"
	riga_f=$1.txt
	shift
	come prot1 registra-emergenza --flusso entrata --classifica VII/9 \
	    --oggetto "lettera $riga_f" --mittente.denominazione Scuola \
	    "$@" "$riga_f"
}

apri() {	# apri INIZIO DATA FINO
	come resp apri-emergenza --causa 'manca la corrente' --inizio "$1" \
	    --autorizzazione.provvedimento 'disposizione n. 3' \
	    --autorizzazione.data "$2" --autorizzazione.fino-al "$3"
}

uffici_di_prova >/dev/null || exit 1
REGISTRO=$S
segnalazione >/dev/null

# ---- the kit ----
run come resp prepara-emergenza
is_exit 0 'il responsabile prepara un kit'
like out 'scrivi-kit' 'e gli si dice che cosa fare poi'
run cartella scrivi-kit --in kit1
is_exit 0 'il kit si scrive'
is "$(stat -c %a kit1)" 700 'la directory del kit è di chi la fa'
has_file kit1/LEGGIMI.txt 'con le istruzioni'
is "$(cat kit1/formato)" 'cartella 1 emergenza' 'un formato suo'
is "$(ls kit1/ente)" "$(printf 'atti\nente.xml\nkit.xml\npermessi.xml\nutenti')" \
    'dell'\''archivio ha solo ente/'
not_ok 'la chiave non è nei documenti del kit' \
    grep -rq "$(cat kit1/chiave-macchina)" kit1/ente
S=$T/kit1
is_integro 'un kit mai usato'

# ---- the emergency ----
ora 2026-12-28T08:30:00+01:00
run apri 2026-12-28T08:00:00+01:00 2026-12-28 2027-01-04
is_exit 0 'dopo un mese il kit si apre, senza altre conferme'
run riga uno
is_out EM-2026-0000001 'la prima riga dell'\''anno'
run riga due --mezzo raccomandata --protocollo-mittente.numero 77
is_out EM-2026-0000002 'la seconda'
ora 2026-12-31T23:59:59+01:00
run riga tre --riservata.motivo 'dati di minori'
is_out EM-2026-0000003 'l'\''ultimo secondo dell'\''anno'
ora 2027-01-01T00:00:00+01:00
run riga quattro
is_out EM-2027-0000001 'invariante 4: il 1° gennaio ricomincia'
run come prot1 mostra EM-2027-0000001
like out 'lettera quattro' 'chi registra rilegge'
run come resp mostra EM-2026-0000003
like out 'lettera tre' 'e il responsabile anche una riservata'
ora 2027-01-05T09:00:00+01:00
run riga cinque
is_exit 1 'finita la settimana autorizzata non si registra'
like err 'autorizzazione-scaduta' 'e si dice perché'
like err 'art\. 63' 'con la norma'
run come resp proroga-emergenza \
    --autorizzazione.provvedimento 'disposizione n. 1/2027' \
    --autorizzazione.data 2027-01-05 --autorizzazione.fino-al 2027-01-12
is_exit 0 'il responsabile proroga'
run riga cinque
is_out EM-2027-0000002 'e si registra ancora'
ora 2027-01-06T12:00:00+01:00
run come resp sigilla-emergenza --fine 2027-01-06T11:00:00+01:00
is_exit 0 'al ripristino si sigilla'
no_file kit1/chiave-macchina 'la chiave non c'\''è più'
for giorno in 2026-12-28=2 2026-12-29=0 2026-12-31=1 2027-01-01=1 2027-01-06=0
do
	ok "il ${giorno%=*}: ${giorno#*=} operazioni" grep -q "<giornata \
data=\"${giorno%=*}\" totale=\"${giorno#*=}\"/>" kit1/ente/emergenza.xml
done
ok 'in tutto 5' grep -q '<totale>5</totale>' kit1/ente/emergenza.xml
run riga sei
is_exit 1 'in un kit sigillato non si registra'
is_integro 'il kit sigillato'
run cartella --come resp mostra EM-2026-0000001
is_exit 0 'ma si legge'

# ---- the return ----
S=$REGISTRO
cp -a kit1 kit1.copia
run come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'dopo la pausa'
run come resp chiudi-emergenza kit1 --id 00000000000000000000000000000077
is_exit 0 'il kit rientra'
is_out "$(printf '%s\n' 'EM-2026-0000001 = 0000001/2027' \
    'EM-2026-0000002 = 0000002/2027' 'EM-2026-0000003 = 0000003/2027' \
    'EM-2027-0000001 = 0000004/2027' 'EM-2027-0000002 = 0000005/2027')" \
    'invariante 5: ogni riga ha il suo numero ordinario, in ordine'
cp "$OUT" prima
run come resp chiudi-emergenza kit1 --id 00000000000000000000000000000077
same_bytes "$OUT" prima 'la stessa istanza ha la stessa risposta'
run come prot1 mostra EM-2026-0000002
like out '^Protocollo 0000002/2027 del 06/01/2027' \
    'invariante 5: dal numero di emergenza a quello ordinario'
like out 'in emergenza: +EM-2026-0000002 del 28/12/2026 08:30, da prot1' \
    'con la data di emergenza'
like out 'prot. mittente: +77' 'e tutti i campi'
run come prot1 mostra 0000002/2027
like out 'EM-2026-0000002' 'invariante 5: e viceversa'
run come prot1 cerca --emergenza EM-2026-0000002
like out '^0000002/2027 ' 'invariante 5: si cerca per numero di emergenza'
run come prot1 cerca --numero 2 --anno 2027
like out '^0000002/2027 ' 'invariante 5: e per quello ordinario'
ok 'i byte del documento sono quelli' cmp due.txt \
    "$S/registro/2027/allegati/$(sha256sum due.txt | sed 's/^\(..\)\(.\{62\}\).*/\1\/\1\2/')"
run come prot1 mostra EM-2026-0000003
unlike out 'lettera tre' 'una riservata resta riservata'
run come as1 mostra EM-2026-0000002
is_exit 1 'chi non può vedere la registrazione non ha l'\''altro numero'
cp "$ERR" nascosta
run come as1 mostra EM-2026-0000099
is "$(sed s/0000099/0000002/ "$ERR")" "$(cat nascosta)" \
    'nascosta e assente sono uguali'
unlike err '/2027' 'e non si dice il numero ordinario'
ok 'il fascicolo del kit è fra gli allegati' sh -c 'cd "$0" &&
    sha256sum "$(git --git-dir ../2027.git show \
    main:rientri-emergenza/0001.xml | sed -n \
    "/<fascicolo>/,/fascicolo>/s|.*<impronta>\(..\)\(.*\)</impronta>|allegati/\1/\1\2|p")"' \
    "$S/registro/2027"
is_integro 'dopo il rientro'

# Each link to the other, row by row, is compared by verifica.
cp -a "$S" alterato
sqlite3 alterato/registro.sqlite 'DROP TRIGGER emergenza_update;
    UPDATE emergenza SET ora = replace(ora, "08:30", "09:30")
    WHERE numero = 1'
run "$CARTELLA" --store alterato verifica
like out 'DIFETTO: registro emergenza' 'verifica guarda i legami'

# ---- the next interruption of the year ----
run come resp prepara-emergenza
is_exit 0 'rientrato il primo, si prepara un altro kit'
cartella scrivi-kit --in kit2 >/dev/null
S=$T/kit2
ora 2027-03-01T10:00:00+01:00
apri "$CARTELLA_ORA" 2027-03-01 2027-03-08 >/dev/null
run riga sette
is_out EM-2027-0000003 'invariante 4: la numerazione continua nell'\''anno'
run come resp sigilla-emergenza --fine "$CARTELLA_ORA"
S=$REGISTRO
come resp conferma-ora --ora "$CARTELLA_ORA" --motivo 'dopo la pausa' >/dev/null
run come resp chiudi-emergenza kit1.copia
is_exit 1 'il primo kit non rientra due volte'
like err '0000001/2027 a 0000005/2027.*gia-rientrato' 'e si dice che numeri ebbe'
run come resp chiudi-emergenza kit2
is_out 'EM-2027-0000003 = 0000006/2027' 'il secondo rientra'
is_integro 'alla fine'
plan
