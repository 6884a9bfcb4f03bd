# SPDX-License-Identifier: EUPL-1.2
# diario, correggi-voce: the diary as it is read; what is written is corrected
# beside, never over; the same entry in several cartelle; private notes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
ALTRUI=$(aperta)
come coord riassegna --accesso AC-2026-0000003 --assistente as2 \
    --motivo carichi >"$OUT"
D=$S/cartelle/2026
ID=33333333333333333333333333333333

# ---- a line is enough ----

run come as1 annota "$CS" 'telefonata della madre'
is_out "$CS diario/2026/00/0001.xml" 'una riga basta'
run cat "$D/0000001/diario/2026/00/0001.xml"
like out '<tipo>nota</tipo>' 'se non si dice altro è una nota'
like out '<data>2026-11-20</data>' 'di oggi'
run come as1 annota "$CS" 'Dice la maestra.' --tipo scuola --data 2026-11-20
is_exit 0 'ci sono altri tipi di voce'
run come as1 annota "$CS" X Y
is_exit 2 'un argomento di troppo: no'

# ---- hostile text ----

un_megabyte() {
	head -c 1048576 /dev/zero | tr '\0' a
}
{
	echo '<?xml version="1.0" encoding="UTF-8"?>'
	echo "<istanza xmlns=\"urn:cartella:1\" atto=\"annota\" id=\"$ID\" versione=\"1\">"
	printf '  <annota><cartella>%s</cartella><testo><p>' "$CS"
	un_megabyte
	echo '</p></testo></annota></istanza>'
} >grande.xml
run come as1 annota --xml grande.xml
is_exit 1 'una voce di 1 MB: no'
like err 'errore: /annota/testo: .*1048576 caratteri.*\[testo-lungo\]' 'e dice che fare'
run come as1 annota "$CS" "$(printf 'La madre \342\200\256odlavaC\342\200\254')"
is_exit 2 'un testo che gira la direzione: no'
like err 'campo «testo» .*verso del testo' 'e lo dice'
for male in 'byte \377\376' 'surrogato \355\240\200' 'lungo \300\257' \
    'controllo \001' 'segno \357\273\277'; do
	# shellcheck disable=SC2059
	run come as1 annota "$CS" "$(printf "$male")"
	is_exit 2 "byte che non sono testo ($male): no"
done
run come as1 annota "$CS" "$(printf '\342\200\213\302\240\342\200\217')"
is_exit 1 'un testo che non si vede: no'
like err '\[manca-testo\]' 'e lo dice'
sed 's,a*</p>,\x00</p>,' grande.xml >nul.xml
run come as1 annota --xml nul.xml
is_exit 1 'un byte NUL: no'
no_file "$D/0000001/diario/2026/00/0003.xml" 'i rifiuti non lasciano niente'
run come as1 annota "$CS" 'Zoë dice «così» — 日本 🙂' --data 2026-11-20
is_exit 0 'ogni lingua va bene'

# ---- correggi-voce ----

V=diario/2026/00/0001.xml
cp "$D/0000001/$V" prima
run come as1 correggi-voce "$CS" "$V" 'era la nonna' 'telefonata della nonna' \
    --che-cosa 'chi ha chiamato' --id 44444444444444444444444444444444
is_out "$CS diario/correzioni/00/0001.xml" 'si corregge con un documento accanto'
same_bytes "$D/0000001/$V" prima 'la voce resta com'\''era'
run come as1 correggi-voce "$CS" "$V" Altro Altro \
    --id 44444444444444444444444444444444
is_out "$CS diario/correzioni/00/0001.xml" 'la stessa istanza: la stessa risposta'
run come as1 mostra "$CS" --documento "$V"
is_out '20/11/2026  nota - as1
  telefonata della madre
  CORRETTA il 20/11/2026 da as1: era la nonna
  che cosa: chi ha chiamato
  il testo corretto:
  telefonata della nonna' 'chi legge la voce legge la correzione'
run come as1 correggi-voce "$CS" "$V" motivo 'telefonata della nonna'
is_exit 1 'un testo uguale non corregge'
like err '\[testo-uguale\]' 'e lo dice'
run come as1 correggi-voce "$CS" "$V" 'era giusta' 'telefonata della madre'
is_exit 0 'ma si torna a ciò che era scritto'
run come as1 correggi-voce "$CS" scheda.xml motivo testo
is_exit 1 'ciò che non è una voce: no'
like err '\[voce-ignota\]' 'e lo dice'
run come as1 correggi-voce "$CS" diario/2026/00/0099.xml motivo testo
is_exit 1 'una voce che non c'\''è: no'
run come coord correggi-voce "$CS" "$V" motivo testo
is_exit 3 'non è del coordinatore'
same_absent "$CS" CS-2026-0000099 come as2 correggi-voce --voce "$V" \
    --motivo m --testo t --cartella
come as1 componi-equipe "$CS" si complesso --componente.utente as2 \
    --componente.ruolo assistente-sociale --componente.dal 2026-11-20 >"$OUT"
run come as2 correggi-voce "$CS" "$V" motivo testo
is_exit 1 'chi è in équipe non corregge le voci di altri'
like err '\[non-autore\]' 'e lo dice'
run come as2 annota "$CS" 'Scrive as2.'
is_exit 0 'chi è in équipe annota'
run come as1 correggi-voce "$CS" diario/2026/00/0004.xml 'nome sbagliato' \
    'Scrive as2, corretta.'
is_exit 0 'chi risponde della cartella corregge la voce di un altro, con il motivo'

# ---- private notes ----

# All that a colleague in the équipe is told, writing too, but the places in
# the chain.
domande() {	# domande STORE
	S=$1
	for d in "diario $CS" "diario $CS --parole padre" "storia $CS" \
	    "mostra $CS" "mostra $CS --documento $P" scrivania agenda \
	    "cerca --parole padre" "confronta $CS $P" \
	    "trova padre" "trova zio" "trova maestra" \
	    "mostra $CS --al 2026-11-20" \
	    "mostra $CS --documento $P --al 2026-11-20" "chi-ha-letto $CS" \
	    "correggi-voce $CS $P motivo testo" \
	    "esita $CS agenda/00/0001.xml si --voce $P" \
	    "annota $CS Poi" "correggi-voce $CS diario/2026/00/0005.xml m t" \
	    "diario $CS" "storia $CS" "trova padre"; do
		echo "$d"
		# shellcheck disable=SC2086
		come as2 $d 2>&1
	done | sed 's/^[0-9][0-9]* //'
}
come as1 fissa "$CS" 2026-11-20 08:00 visita --conferma gia-passato >"$OUT"
cp -a "$S" "$T/senza"
come as1 annota "$CS" 'Teme il padre.' --riservata si >"$OUT"
P=$(sed 's/.* //' "$OUT")
come as1 correggi-voce "$CS" "$P" 'meglio detto' 'Teme il padre e lo zio.' >"$OUT"
K=$(sed 's/.* //' "$OUT")
run come as1 esita "$CS" agenda/00/0001.xml si --voce "$P"
is_exit 1 'un appuntamento non cita una nota privata'
like err '/esita/voce: .*\[voce-riservata\]' 'e lo dice'
cp -a "$S" "$T/con"
domande "$T/con" >dette
domande "$T/senza" >dovute
same_bytes dette dovute 'invariante 12: una nota privata non lascia tracce a un collega'
ok 'che qualcosa ha letto e scritto' grep -q 'diario/2026/00/0005.xml$' dette
S=$T/deposito
run come as2 mostra "$CS" --documento "$K"
is_exit 1 'la correzione di una nota privata è privata'
run come as2 diario "$CS" --parole zio
unlike out 'zio' 'anche per chi cerca'
run come coord diario "$CS" --parole 'PADRE zio'
like out 'Teme il padre e lo zio' 'il coordinatore la legge'
run come coordn diario "$CS"
is_exit 1 'non quello di un altro ufficio'
run come prot1 diario "$CS"
is_exit 3 'il diario non è del protocollo'

come resp nomina --codice remoto --cognome X --nome Y --ruolo comune-remoto \
    --ufficio soc --comune A794 >"$OUT"
run come remoto diario "$CS"
is_exit 3 'il diario non è del comune di residenza'

# ---- the page ----

run come as1 diario "$CS"
like out '^Diario di CS-2026-0000001$' 'una pagina'
is "$(grep -c '^[0-9][0-9]/' "$OUT")" 5 'con tutte le voci'
is "$(sed -n 3p "$OUT")" \
    "20/11/2026  nota - as1 - RISERVATA  $P" \
    'dalla più recente'
run come as1 diario "$CS" --tipo scuola
is "$(grep -c '^[0-9][0-9]/' "$OUT")" 1 'di un tipo'
like out 'maestra' 'quello'
run come as1 diario "$CS" --parole 'nonna'
is "$(grep -c '^[0-9][0-9]/' "$OUT")" 1 'le parole si cercano anche nelle correzioni'
run come as1 diario "$CS" --parole 'madre'
is "$(grep -c '^[0-9][0-9]/' "$OUT")" 1 'ciò che sta accanto non fa una parola sola'
run come as1 diario "$CS" --parole 'nonna maestra'
is_out 'Diario di CS-2026-0000001
Nessuna voce.' 'tutte insieme'
run come as1 diario "$CS" --limite 2
is "$(grep -c '^[0-9][0-9]/' "$OUT")" 2 'a pagine'
C=$(sed -n 's/.*--continua //p' "$OUT")
run come as1 diario "$CS" --limite 2 --continua "$C"
is "$(grep -o '000.\.xml$' "$OUT" | tr '\n' ' ')" '0003.xml 0002.xml ' \
    'la pagina che segue'
run come as1 diario "$CS" --dal 2026-11-21
like out 'Nessuna voce' 'dai giorni chiesti'
run come as1 diario "$CS" --dal 2026-11-21 --al 2026-11-20
is_exit 1 'giorni al contrario: no'
run come as1 diario "$CS" --continua pippo
is_exit 1 'una pagina inventata: no'
same_absent "$ALTRUI" CS-2026-0000099 come as1 diario

# ---- several cartelle ----

run come as1 annota --cartella "$CS" --cartella "$ALTRA" \
    --testo 'Visita ai fratelli.' --tipo visita --id $ID
is_exit 0 'una voce in due cartelle'
has_file "$D/0000002/diario/2026/00/0001.xml" 'una in ciascuna'
has_file "$D/0000001/diario/2026/00/0005.xml" 'anche nella prima'
is "$(git -C "$D/0000002" log -1 --format=%s)" annota \
    'la storia dell'\''una non nomina l'\''altra'
run come as1 storia "$ALTRA"
unlike out "$CS" 'nemmeno quella che si mostra'
run come as1 annota --cartella "$CS" --cartella "$ALTRUI" --testo No
is_exit 1 'tutte o nessuna: una che non si vede'
no_file "$D/0000001/diario/2026/00/0006.xml" 'non si scrive nemmeno nell'\''altra'
sed "s/$ALTRUI/N/g" "$ERR" >nascosta
run come as1 annota --cartella "$CS" --cartella CS-2026-0000099 --testo No
sed 's/CS-2026-0000099/N/g' "$ERR" >assente
same_bytes nascosta assente 'con la risposta di una che non c'\''è'
run come as1 annota --cartella "$CS" --cartella "$CS" --testo No
is_exit 1 'la stessa due volte: no'
like err '/annota/cartella\[2\]: .*\[cartella-ripetuta\]' 'e dice quale'
run redatta "$CS" --cartella "$ALTRA"
is_exit 0 'una relazione in due cartelle'
has_file "$D/0000002/relazioni/0001.xml" 'una in ciascuna'
not_ok 'con identità diverse' cmp -s "$D/0000001/relazioni/0001.xml" \
    "$D/0000002/relazioni/0001.xml"
run redatta "$CS" --cartella "$ALTRA" --relazione relazioni/0001.xml
is_exit 1 'si riscrive in una alla volta'
like err '\[una-sola-cartella\]' 'e lo dice'
come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
run come as1 annota --cartella "$CS" --cartella "$ALTRA" --testo Dopo
is_exit 1 'una delle due è chiusa: in nessuna'
like err '/annota/cartella\[2\]: .*\[cartella-chiusa\]' 'e dice quale'
run come as1 correggi-voce "$ALTRA" diario/2026/00/0001.xml m t
is_exit 1 'invariante 10: in una cartella chiusa non si corregge'

is_integro 'dopo le correzioni'
run come as2 diario "$CS"
unlike out 'Teme|zio' 'le note private restano tali nel registro ricostruito'
plan
