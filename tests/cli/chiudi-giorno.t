# SPDX-License-Identifier: EUPL-1.2
# chiudi-giorno: a day is formed by the first act of a later one, and sealed
# by the responsible; what verifica finds when it is not so.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/uffici.sh"

in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

documento() {
	git --git-dir "$S/registro/2026.git" show "main:$1"
}

commit_di() {	# where that folder's branch is
	case $1 in *.git) git=$S/$1 ;; *) git=$S/$1/.git ;; esac
	cat "$git/refs/heads/main"
}

no() {	# no CODICE DESC CMD...: refused with that rilievo
	no_codice=$1 no_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$no_desc: no"
	like err "\\[$no_codice\\]" 'e dice perché'
}

ente_di_prova >/dev/null || exit 1

# ---- nothing formed yet ----

no senza-chiave 'senza una chiave' come resp chiudi-giorno
chiave_di resp >/dev/null || exit 1
no niente-da-chiudere 'il primo giorno' come resp chiudi-giorno
no giorno-non-finito 'oggi' come resp chiudi-giorno --giorno 2026-11-20
is "$(in_registro 'SELECT count(*) FROM giornaliero')" 0 \
    'durante il giorno non si forma nulla'

registra_lettera >/dev/null
registra_lettera --riservata.motivo minore >/dev/null
come resp mostra 0000001/2026 >/dev/null
TESTA_ENTE=$(commit_di ente)
TESTA_REGISTRO=$(commit_di registro/2026.git)

# ---- formed ----

ora 2026-11-23T08:30:00+01:00
no giorno-non-formato 'un giorno finito prima di ogni altro atto' \
    come resp chiudi-giorno --giorno 2026-11-20
run registra_lettera
is_out 0000003/2026 'il primo atto del lunedì si fa'
is "$(in_registro 'SELECT group_concat(data) FROM giornaliero')" \
    2026-11-20,2026-11-21,2026-11-22 \
    'invariante 6: e forma il registro di ogni giorno finito, anche vuoto'
is "$(in_registro 'SELECT count(DISTINCT seq) || max(seq) =
    1 || (SELECT max(seq) FROM catena) FROM giornaliero')" 1 'in quello stesso atto'
run documento giornalieri/11/2026-11-20.xml
like out '<numero>0000001/2026</numero>' 'con le registrazioni'
like out '<oggetto>lettera della scuola</oggetto>' 'i loro campi'
like out '<motivo>minore</motivo>' 'la riservatezza'
unlike out '0000003/2026' 'e non quelle di oggi'
run documento giornalieri/11/2026-11-21.xml
like out '<numero>0</numero>' 'il sabato è vuoto'
is "$(documento giornalieri/11/2026-11-20.xml | sha256sum | cut -c1-64)" \
    "$(documento giornalieri/11/2026-11-21.xml |
    sed -n 's,.*<precedente>\(.*\)</.*,\1,p')" 'e segue il venerdì'
registra_lettera >/dev/null
is "$(in_registro 'SELECT count(*) FROM giornaliero')" 3 \
    'il secondo atto del giorno non ne forma'
run cartella verifica
like out 'nota: giorni: 3 da chiudere, dal 2026-11-20 al 2026-11-22' \
    'verifica ricorda i giorni da chiudere'
like out ': 0 difetti$' 'che non sono difetti'

run come resp scrivania
like out '^Giorni da chiudere: 3 \[chiudi-giorno\]' \
    'e stanno sulla scrivania del responsabile'
like out '^  2026-11-20  da 3 giorni' 'dal più vecchio'
run come prot scrivania
unlike out 'Giorni da chiudere' 'non su quella del protocollo'

# ---- refused ----

no prima-altri-giorni 'un giorno prima dei precedenti' \
    come resp chiudi-giorno --giorno 2026-11-21
no giorno-non-finito 'un giorno futuro' come resp chiudi-giorno --giorno 2027-01-01
run come prot chiudi-giorno
is_exit 3 'chiudere non è del protocollo'
GNUPGHOME=$T/vuoto
mkdir -m 700 vuoto
no firma-non-fatta 'senza la chiave segreta' come resp chiudi-giorno
gpgconf --kill all
GNUPGHOME=$T/.gnupg
is "$(in_registro 'SELECT count(*) FROM chiusura_giorno')$(ls "$S/transito")" 0 \
    'i rifiuti non lasciano niente'

# ---- sealed ----

run come resp chiudi-giorno --id "$(id_di 7)"
is_exit 0 'si chiude il più vecchio'
cp "$OUT" primo
is "$(in_registro 'SELECT data FROM chiusura_giorno')" 2026-11-20 'ed è il venerdì'
run come resp chiudi-giorno --id "$(id_di 7)"
same_bytes "$OUT" primo 'la stessa istanza ha la stessa risposta'
is "$(in_registro 'SELECT count(*) FROM chiusura_giorno')" 1 'e non chiude altro'
documento chiusure/11/2026-11-20.xml >chiusura.xml
ok 'dice dov'\''erano le cartelle: ente' \
    grep -q "cartella=\"ente\" commit=\"$TESTA_ENTE\"" chiusura.xml
ok 'e il registro' grep -q "2026.git\" commit=\"$TESTA_REGISTRO\"" chiusura.xml
documento giornalieri/11/2026-11-20.xml >giorno.xml
documento firme/00/0001/manifesto.xml >manifesto.xml
documento firme/00/0001/firma.asc >manifesto.asc
ok 'gpg da solo conferma la firma' \
    gpg --batch --verify manifesto.asc manifesto.xml
ok 'che è del registro del giorno' grep -q \
    "impronta=\"$(sha256sum <giorno.xml | cut -c1-64)\" ruolo=\"originale\"" \
    manifesto.xml
valore() {
	sed -n "s,.*<$1>\\(.*\\)</.*,\\1,p" chiusura.xml
}
allegato() {
	echo "$S/registro/2026/allegati/$(valore "$1" | cut -c1-2)/$(valore "$1")"
}
ok 'e del PDF' grep -q "impronta=\"$(valore file)\".* ruolo=\"resa\"" manifesto.xml
same_bytes "$(allegato manifesto)" manifesto.xml 'il manifesto sta anche fra gli allegati'
is "$(valore giornaliero)" "$(sha256sum <giorno.xml | cut -c1-64)" \
    'la chiusura nomina quel registro'
is "$(valore firma)" "$(sha256sum <manifesto.asc | cut -c1-64)" \
    'e la sua firma'
cp "$(allegato file)" giorno.pdf
pdftotext -layout giorno.pdf giorno.txt
ok 'il PDF dice il giorno' grep -q 'Registro giornaliero.*20 novembre 2026' giorno.txt
ok 'i numeri' grep -q '0000002/2026' giorno.txt
ok 'il totale' grep -q 'Registrazioni: 2 (entrate 2' giorno.txt
ok 'le pagine' grep -q 'pagina 1 di 1' giorno.txt
ok 'per esteso le impronte' grep -q "$(in_registro 'SELECT impronta FROM file
    WHERE numero = 1')" giorno.txt
ok 'si dichiara PDF/A' grep -aq 'pdfaid:part>2<' giorno.pdf
no giorno-chiuso 'lo stesso giorno due volte' come resp chiudi-giorno --giorno 2026-11-20
run come resp chiudi-giorno --giorno 2026-11-21
is_exit 0 'un giorno vuoto si chiude'
is_integro 'dopo le chiusure'

# ---- annulled rows, copies that came later ----

P=$(come prot registra --flusso entrata --oggetto 'lettera di carta' \
    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
    --conferma senza-documento)
printf 'scansione\n' >scansione.txt
come prot allega-copia --protocollo "$P" --conformita semplice \
    scansione.txt >/dev/null
cp -a "$S" intero
sqlite3 "$S/registro.sqlite" 'UPDATE protocollo SET annullata = 1
    WHERE numero = 3'
ora 2026-11-24T07:00:00+01:00
registra_lettera >/dev/null
documento giornalieri/11/2026-11-23.xml >annullata.xml
is "$(sed -n '/0000003.2026/,/<.registrazione>/p' annullata.xml |
    grep -c '<oggetto>lettera della scuola<\|<annullata>si<')" 2 \
    'invariante 6: una riga annullata resta, con il segno e ciò che diceva'
is "$(grep -c '<annullata>' annullata.xml)" 1 'e il segno è solo suo'
rm -rf "$S" && mv intero "$S"
registra_lettera >/dev/null
documento giornalieri/11/2026-11-23.xml | sed -n '/<variazione>/,$p' >variazioni
ok 'una copia aggiunta quel giorno è fra le variazioni' \
    grep -q "<numero>$P</numero>" variazioni
ok 'con la sua impronta' grep -q \
    "<impronta>$(sha256sum <scansione.txt | cut -c1-64)<" variazioni
run come resp giorno 2026-11-23
like out "^copia acquisita: $P " 'e si legge'

# ---- the clock does not go back to a formed day ----

ora 2026-11-24T08:00:00+01:00
come resp nomina --codice altro --cognome Blu --nome Ida >/dev/null
ora 2026-11-23T20:00:00+01:00
no giorno-formato "tornare a un giorno formato, anche senza registrazioni dopo" \
    come resp conferma-ora "$CARTELLA_ORA" prova
like err '2026-11-23' 'e fino a quale'

# ---- what verifica finds ----

difetto() {	# difetto SQL-FILE SQL ERE DESC
	rm -rf "$T/guasto" && cp -a "$S" "$T/guasto"
	sqlite3 "$T/guasto/$1" "$2"
	run "$CARTELLA" --store "$T/guasto" verifica
	is_exit 1 "$4: verifica lo trova"
	like out "DIFETTO: $3" 'e lo dice'
}
ora 2026-11-24T09:00:00+01:00
difetto letture.sqlite 'DROP TRIGGER lettura_delete; DELETE FROM lettura' \
    'giorno 2026-11-20: mancano righe del registro delle letture' \
    'le letture di un giorno tolte'
rm -rf guasto && cp -a "$S" guasto
sqlite3 guasto/letture.sqlite "DROP TRIGGER lettura_update;
    UPDATE lettura SET impronta = '$(printf '%064d' 0)' WHERE n = 1"
run "$CARTELLA" --store guasto verifica
like out 'DIFETTO: giorno 2026-11-20: il registro delle letture è un altro' \
    'le letture di un giorno cambiate: verifica lo trova'
difetto registro.sqlite 'DROP TRIGGER giornaliero_delete; PRAGMA foreign_keys=0;
    DELETE FROM giornaliero WHERE data = "2026-11-22"' \
    'giorno 2026-11-23: manca il registro del 2026-11-22' \
    'la riga di un giorno tolta'
difetto registro.sqlite 'DROP TRIGGER giornaliero_delete;
    DELETE FROM giornaliero WHERE data > "2026-11-21"' \
    'giorno 2026-11-22: manca il registro del giorno' \
    'le ultime righe tolte'
difetto registro.sqlite 'DROP TRIGGER giornaliero_update;
    UPDATE giornaliero SET registrazioni = 7 WHERE data = "2026-11-20"' \
    'giorno 2026-11-20: ha 7 registrazioni, ma quel giorno sono 2' \
    'un totale cambiato'
difetto registro.sqlite 'DROP TRIGGER chiusura_giorno_update; PRAGMA foreign_keys=0;
    UPDATE chiusura_giorno SET giornaliero = pdf WHERE data = "2026-11-20"' \
    'giorno 2026-11-20: la chiusura è di un altro registro' \
    'una chiusura cambiata'
rm -rf guasto && cp -a "$S" guasto
f=guasto/$(echo "$(allegato firma)" | sed "s,^$S/,,")
chmod u+w "$f" && cp guasto/formato "$f"
run "$CARTELLA" --store guasto verifica
is_exit 1 'la firma di un giorno guastata: verifica lo trova'
for sql in "UPDATE giornaliero SET registrazioni = 0" \
    "DELETE FROM chiusura_giorno" \
    "INSERT OR REPLACE INTO giornaliero SELECT * FROM giornaliero" \
    "INSERT INTO giornaliero SELECT '2030-01-01', documento, impronta,
	precedente, 0, NULL, 1, anello, 0, 0, anello, 1 FROM giornaliero LIMIT 1"
do
	not_ok "il registro non lascia fare: $(echo "$sql" | cut -d" " -f1-3 | head -n 1)" \
	    sqlite3 "$S/registro.sqlite" "$sql"
done
plan
