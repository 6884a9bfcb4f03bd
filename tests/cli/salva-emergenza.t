# SPDX-License-Identifier: EUPL-1.2
# A restored store whose last numbers are missing gives none: meanwhile an office
# registers on its kit, made before the backup, and its rows come in behind those
# that were lost.  A kit that the backup does not know does not come in.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"
. "$RADICE/tests/cli/uffici.sh"

ente_di_prova >/dev/null && ripristino_key || exit 1

lettera() {
	echo "$1" >"$T/lettera"
	come prot registra --flusso entrata --oggetto "$1" --mezzo pec \
	    --mittente.denominazione X --classifica VII/9 "$T/lettera"
}
in_registro() { sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"; }
rientra() {	# rientra ID: the kit comes back
	come resp chiudi-emergenza --id "$(id_di "$1")" "$T/kit"
}

pronto_kit >/dev/null || exit 1
lettera prima >/dev/null
lettera seconda >/dev/null
salva >/dev/null || exit 1
for i in 3 4 5; do lettera "dopo la copia $i" >/dev/null; done
cp -a "$S" perduto

# ---- the disk breaks; what comes meanwhile is registered on the kit ----

rm -rf "$S"
ora 2026-11-21T09:00:00+01:00
nel_kit ricetta_apri_emergenza "$(id_di 61)" >/dev/null || exit 1
run nel_kit ricetta_registra_emergenza "$(id_di 62)"
is_out EM-2026-0000001 'nel kit si registra mentre l'\''archivio non c'\''è'
run riprendi "$S" --ultimo 5/2026
is_exit 0 'si ripristina'
like out '^mancano 3 numeri' 'e mancano numeri'
run nel_kit ricetta_registra_emergenza "$(id_di 63)"
is_out EM-2026-0000002 'nel kit si registra ancora'

# ---- until they are declared ----

run lettera altra
is_exit 1 'nell'\''archivio no'
like err 'registro di emergenza' 'e si dice dove'
run come resp annulla-kit 'non serve'
is_exit 1 'il kit non si annulla'
run come resp prepara-emergenza
is_exit 1 'né se ne prepara uno'
like err 'dichiara-perduti' 'e si dice che cosa manca'
run nel_kit ricetta_sigilla_emergenza "$(id_di 64)"
is_exit 0 'si sigilla'
run rientra 65
is_exit 1 'ma non rientra'
like err 'dichiara-perduti' 'e si dice che cosa manca'
is "$(in_registro 'SELECT count(*) FROM registrazione')" 2 'non è entrato niente'

# ---- then its rows come in ----

ora 2026-11-21T10:00:00+01:00
run come resp dichiara-perduti 'verbale n. 3' 'guasto del disco'
is_exit 0 'dichiarati perduti'
run rientra 65
is_exit 0 'il kit rientra'
is_out "$(printf '%s\n' 'EM-2026-0000001 = 0000006/2026' \
    'EM-2026-0000002 = 0000007/2026')" 'dietro i numeri perduti'
run come prot mostra EM-2026-0000002
like out '^Protocollo 0000007/2026 ' 'si trovano per numero di emergenza'
like out 'lettera della scuola' 'con ciò che fu scritto'
run lettera dopo
is_out 0000008/2026 'e si riprende da lì'
is_integro 'l'\''archivio ripreso'
run cartella ricostruisci
is_exit 0 'si ricostruisce'
is_integro 'e lo è ancora'
run come resp prepara-emergenza
is_exit 0 'se ne prepara uno nuovo'

# ---- a kit made behind the backup is of nobody any more ----

chmod -R u+rwX "$S"
rm -rf "$S" copia chiavi kit
cp -a perduto "$S"
ora 2026-11-20T10:15:30+01:00
come resp annulla-kit 'scaduto' >/dev/null
salva >/dev/null && pronto_kit >/dev/null || exit 1
lettera sesta >/dev/null
rm -rf "$S"
ora 2026-11-21T09:00:00+01:00
nel_kit kit_usato >/dev/null || exit 1
run riprendi "$S" --ultimo 6/2026
is_exit 0 'un kit di dopo il salvataggio: si ripristina'
ora 2026-11-21T10:00:00+01:00
come resp dichiara-perduti 'verbale n. 4' 'guasto del disco' >/dev/null
run rientra 66
is_exit 1 'ma il kit non rientra'
like err '\[kit-estraneo\]' 'e si dice'
is_integro 'l'\''archivio resta com'\''era'
# its numbers are on papers: nobody has them again
come resp prepara-emergenza >/dev/null
run come resp annulla-kit 'di dopo il salvataggio' --ultimo EM-2026-0000002
is_exit 0 'i suoi numeri si dichiarano dati'
rm -rf kit
pronto_kit >/dev/null
nel_kit ricetta_apri_emergenza "$(id_di 67)" >/dev/null
run nel_kit ricetta_registra_emergenza "$(id_di 68)"
is_out EM-2026-0000003 'e il kit seguente va avanti'
plan
