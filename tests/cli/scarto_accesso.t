# SPDX-License-Identifier: EUPL-1.2
# An accesso that became no cartella has an end too: it is counted, held, handed
# over, put forward, destroyed, and nothing of it is found any more; one that
# became a cartella goes with that only.  Documents of a type keep what holds
# them longer, never shorter.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

{ uffici_di_prova && utente arch prot archivista &&
    utente seg soc segretariato; } >/dev/null || exit 1
arch() { come arch "$@"; }
trova_tracce() { "$DRIVER/tracce" "$S" "$@" 2>>"$ERR"; }
riga() {	# riga COSA CLASSE|- TIPO|- DURATE: of a massimario
	printf '<riga><cosa>%s</cosa>' "$1"
	[ "$2" = - ] || printf '<classifica>%s</classifica>' "$2"
	[ "$3" = - ] || printf '<tipo>%s</tipo>' "$3"
	printf '<nome>prova</nome>%s<fonte>delibera 9</fonte></riga>\n' "$4"
}
anni() { printf '<durata><da>%s</da><anni>%s</anni></durata>' "$1" "$2"; }
adotta() {	# adotta [RIGHE]: one year for cartelle and accessi, and those
	{
		echo '<massimario xmlns="urn:cartella:1">'
		riga cartella VII - "$(anni chiusura 1)"
		riga accesso VII/10 - "$(anni chiusura 1)"
		printf '%s' "${1:-}"
		echo '</massimario>'
	} >m.xml
	come resp adotta-massimario m.xml --provvedimento 'delibera 9'
}
di_persona() {	# di_persona COGNOME MOTIVI: somebody who comes, and goes
	come seg accogli --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome "$1" --scheda.segnalato.nome Ottilia \
	    --scheda.motivazioni "$2" --liberatoria.ambito registrazione \
	    --liberatoria.data 2026-11-01 --liberatoria.firmatario "$1 Ottilia" \
	    --liberatoria.qualita interessato --esito chiusura \
	    --motivazione 'Non serve altro.'
}
indiretto() {	# indiretto FILE: a report that comes to nothing
	indiretto_n=$(come prot1 registra --flusso entrata --oggetto 'segnalazione' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 "$1") &&
	come prot1 smista "$indiretto_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come coord prendi-visione "$indiretto_n" >/dev/null &&
	come coord assegna --protocollo "$indiretto_n" --assistente as1
}

# ---- counted ----

AC=$(di_persona Zafferani 'Cerca curcuma per la nonna.')
printf 'Ermenegilda coltiva cardamomo\n' >lettera.txt
IND=$(indiretto lettera.txt)
PROT=0000001/2026
CS=$(aperta)
[ -n "$AC" ] && [ -n "$IND" ] && [ -n "$CS" ] || exit 1
DI_CS=$(come as1 mostra "$CS" | sed -n 's/.*\(AC-[0-9-]*\).*/\1/p' | head -n 1)
run arch conservazione --cosa accessi
like out "^$AC  VII/10  chiusa il 20/11/2026  fino al 20/11/2076\$" \
    'chi è venuto e se n'\''è andato: la riga del primo giorno'
like out 'segretariato sociale senza presa in carico; fonte: locale.*da confermare' \
    'con il perché'
unlike out "$IND|$DI_CS|Zafferani" 'non chi corre, chi è una cartella, né i nomi'
come coord fissa --caso "$IND" --inizio 2026-11-25T10:00 --minuti 30 \
    --tipo colloquio --partecipante as1 >"$OUT" 2>&1
come as1 valuta "$IND" no 'Il cardamomo non basta.' \
    --motivazione 'Non ci sono i presupposti.' >"$OUT" || exit 1
run arch conservazione "$IND"
like out "^$IND  VII/9  .*fino al 20/11/2076" 'una segnalazione archiviata, con la sua'
run arch mostra "$AC"
like out 'conservazione: fino al 20/11/2076' 'lo dice anche la copertina'
unlike out 'curcuma|Non serve altro' 'all'\''archivista non la scheda, né perché si è chiuso'
for come in "mostra $AC --formato xml" "storia $AC --formato xml"; do
	run come arch $come
	is_exit 0 "$come"
	unlike out 'Non serve altro|Ottilia' 'né così'
done
run come arch mostra "$AC" --documento accesso.xml
is_exit 1 'la copertina intera non si apre'
run come seg mostra "$AC"
like out 'Non serve altro' 'chi l'\''ha accolto la legge'
run come as1 conservazione "$AC"
is_exit 3 'all'\''assistente sociale non serve'
same_absent "$AC" AC-2026-0000099 come sds1 mostra
run arch conservazione --cosa accessi --dopo "$CS"
like err '\[dopo-quale\]' 'non si continua da una cartella'
sed '/<cosa>accesso/,/<\/riga>/s/VII\/10/VII/' "$RADICE/templates/ente/massimario.xml" >m.xml
run come resp adotta-massimario m.xml
like err '\[solo-titolo\]' 'di un accesso si dice la classe'
{
	echo '<massimario xmlns="urn:cartella:1">'
	riga cartella VII - "$(anni chiusura 1)"
	riga accesso VII/10 indiretto "$(anni chiusura 1)"
	echo '</massimario>'
} >m.xml
run come resp adotta-massimario m.xml
like err 'accesso diretto.*\[classe-scoperta\]' 'senza una riga per quelli che ci sono: no'
run adotta
is_exit 0 'uno buono'
run arch conservazione "$IND"
like out "^$IND  VII/10  .*fino al 20/11/2027" 'vale da subito, con la sua classe'

come as1 chiudi --cartella "$CS" --motivo conclusione --nota finito \
    --conferma termini-aperti >"$OUT"
run come as1 mostra "$DI_CS"
unlike out 'conservazione:' 'di chi è una cartella lo dice la cartella'
run arch conservazione "$DI_CS"
like out 'è diventato una cartella: si conserva con quella' 'e a chi lo chiede si dice'

# ---- types of document ----

run adotta "$(riga documento - inventato '<permanente>si</permanente>')"
like err 'inventato.*\[tipo-ignoto\]' 'documenti di un tipo che non c'\''è: no'
adotta "$(riga documento - valutazione "$(anni documento 3)"
    riga documento - liberatoria "$(anni chiusura 9)"
    riga documento VII/9 scheda-segretariato '<permanente>si</permanente>')" \
    >"$OUT" || exit 1
run arch conservazione --cosa accessi
like out "^$IND .*fino al 20/11/2029" 'ciò che contiene dura tre anni: anche lui'
like out 'più a lungo perché contiene documenti di tipo «valutazione»: 3 anni dal documento' \
    'e dice quale'
like out "^$AC .*fino al 20/11/2035" 'una liberatoria, nove'
unlike out permanente 'la riga di un'\''altra classe non c'\''entra'
is_integro 'con un massimario di documenti'
adotta "$(riga documento - valutazione "$(anni documento 1)"
    riga documento - scheda-segretariato '<permanente>si</permanente>')" \
    >"$OUT" || exit 1
run arch conservazione --cosa accessi
like out "^$AC .*permanente" 'una scheda che si conserva sempre: sempre'
like out "^$IND .*fino al 20/11/2027" 'ciò che dura meno non toglie niente'
unlike out '«valutazione»' 'e non si dice'
adotta >"$OUT" || exit 1

# ---- held, handed over ----

run arch blocca-scarto "$DI_CS" 'Causa n. 5.' --motivo contenzioso
like err '\[sta-in-altro\]' 'di chi è una cartella si blocca quella'
run arch blocca-scarto "$AC" 'Causa n. 5.' --motivo contenzioso
is_exit 0 'un accesso si blocca'
run arch conservazione --cosa accessi --filtro in-blocco
like out "^$AC .*IN BLOCCO" 'e si dice'
unlike out "^$IND" 'di quello solo'
run arch deposita --unita.numero "$DI_CS"
like err '\[sta-in-altro\]' 'chi è una cartella non si deposita da solo'
run arch deposita --anno 2026
is_exit 0 'con l'\''anno si depositano anche gli accessi'
run arch deposita --unita.numero "$AC"
like err '\[gia-depositato\]' 'una volta'
run arch conservazione --deposito 1
like out "$IND  VII/10  chiusa il 20/11/2026" 'e si rileggono'
unlike out "$DI_CS" 'non quello di una cartella'

# ---- a hold set before the cartella was there holds that ----

un_anno_dopo
TARDI=$(assegnata)
run arch blocca-scarto "$TARDI" 'Ordine.' --motivo autorita-giudiziaria
is_exit 1 'l'\''archivista non vede chi corre'
run come coord blocca-scarto "$TARDI" 'Ordine n. 7.' --motivo autorita-giudiziaria
is_exit 0 'chi lo segue lo blocca'
come as1 valuta "$TARDI" si 'Serve.' >"$OUT"
NATA=$(apri "$TARDI" --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia)
run come coord offri-trasferimento --cartella "$NATA" --ente c_x000 \
    --motivo residenza
like err 'Ordine n. 7.*\[blocco-accesso\]' 'ad altri non va senza il suo blocco'
come as1 chiudi --cartella "$NATA" --motivo conclusione --nota finito \
    --conferma termini-aperti >"$OUT"
run arch conservazione "$NATA"
like out "^$NATA .*IN BLOCCO" 'la cartella che ne nasce è in blocco'
like out "blocco 1 di $TARDI .*Ordine n. 7" 'e dice dove fu messo'
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$NATA"
like err '\[in-blocco\]' 'né si propone'
run arch blocca-scarto "$TARDI" 'In appello.' --blocco 1
is_exit 0 'si rivede dov'\''è'
run arch sblocca-scarto "$TARDI" --blocco 1 --motivo 'Finita.'
is_exit 0 'e là si toglie'
run arch conservazione "$NATA"
unlike out 'IN BLOCCO' 'allora non lo è più'

# ---- the list ----

run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$AC"
like err '\[in-blocco\]' 'in blocco: no'
arch sblocca-scarto "$AC" --blocco 1 --motivo 'Finita.' >"$OUT"
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$DI_CS"
like err "$DI_CS sta in altro.*\[sta-in-altro\]" 'chi è una cartella va con quella'
CORRE=$(assegnata)
same_absent "$CORRE" AC-2026-0000099 arch proponi-scarto Soprintendenza --unita
cp -a "$S" "$T/prima"
come resp riserva "$PROT" 'segnalazione di un minore' >"$OUT"
arch proponi-scarto Soprintendenza --provvedimento 'det. 15' \
    --unita "$IND" --unita "$AC" >"$OUT" 2>&1
is "$(sed -n 's,.*<riservata>\(.*\)</riservata>.*,\1,p' "$S/ente/scarti/0001/elenco.xml")" \
    registrazioni-riservate 'chi nasce da una registrazione riservata è una riga riservata'
rm -rf "$S" && mv "$T/prima" "$S"
run autorizzato
is_exit 0 'si propone, si chiede, si autorizza'
run arch scarti 1
like out "$AC  VII/10  accesso senza presa in carico .diretto." 'le righe'
like out "$IND  VII/10  accesso senza presa in carico .indiretto." 'tutte e due'
unlike out Zafferani 'senza nomi'

# ---- gone ----

SOLE='Zafferani Ottilia curcuma Ermenegilda cardamomo'
for p in $SOLE; do
	ok "prima si trova: $p" [ -n "$(trova_tracce "$p")" ]
done
arch blocca-scarto "$AC" 'Causa n. 6.' --motivo contenzioso >"$OUT"
run scarta --unita "$AC"
like err '\[in-blocco\]' 'un blocco messo dopo vale'
arch sblocca-scarto "$AC" --blocco 2 --motivo 'Finita.' >"$OUT"
run scarta
is_exit 0 'si distruggono'
# shellcheck disable=SC2086
is "$(trova_tracce $SOLE)" '' 'dopo, nessuna parola in nessun byte'
run cartella verifica
is_exit 0 'verifica non trova difetti'
run come as1 mostra "$IND"
like out 'SCARTATA il 21/11/2027, elenco di scarto 1, autorizzazione n. 123' \
    'chi lo seguiva legge che non c'\''è più'
run come prot1 mostra "$PROT"
like out 'caso assegnato' 'la registrazione resta trattata'
run come prot1 originale "$PROT"
like err 'distrutti per provvedimento' 'i suoi byte no'
run arch conservazione --cosa accessi
unlike out "$AC|$IND" 'non si conservano più'
run arch blocca-scarto "$AC" x --motivo altro
like err '\[scartata\]' 'né vi si scrive'
run arch conservazione --deposito 1
like out "$AC .*scartata" 'il deposito lo dice'
come prot1 registra --flusso entrata --oggetto altra --classifica VII/9 \
    --mittente.denominazione Scuola --conferma senza-documento >"$OUT"
is_integro 'dopo lo scarto di due accessi'
run cartella esporta --pdf no "$T/fuori"
is_exit 0 'si esporta'
run sh "$T/fuori/verifica.sh"
is_exit 0 'verifica.sh conosce le lapidi'
run "$CARTELLA" --store altro importa "$T/fuori"
is_exit 0 'e si riprende'
plan
