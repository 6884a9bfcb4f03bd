# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# scarto.sh - cartelle that may be destroyed, and the road to it.  Read after
# lib.sh, uffici.sh and caso.sh.
#
#	$CS $ALTRA $D $PROT	the cartella that goes, one that stays and shares
#				words and an attachment with it, its folder, the
#				registration it was born of
#	prima_di_chiudere	what else is done before it closes; may be missing
#	scaduta			makes them: closed, deposited, a year and a day later
#	un_anno			adopts a massimario of one year
#	un_anno_dopo		the clock goes on, and is confirmed
#	uscita, entrata		registers a letter, as $SCARTO_PROT: prints its number
#	autorizzato [N]		list N (1) proposed, sent, authorised
#	scarta [OPT...]		destroys what is in list 1

D=$S/cartelle/2026/0000001
PAROLE='zafferano|Ermenegilda|Ermelinda|curcuma'

SCARTO_PROT=prot1

un_anno() {
	cat >"$T/m.xml" <<'FINE'
<massimario xmlns="urn:cartella:1">
  <riga><cosa>cartella</cosa><classifica>VII</classifica><nome>cartelle</nome>
    <durata><da>chiusura</da><anni>1</anni></durata><fonte>delibera 9</fonte></riga>
  <riga><cosa>accesso</cosa><classifica>VII/10</classifica><nome>accessi</nome>
    <durata><da>chiusura</da><anni>1</anni></durata><fonte>delibera 9</fonte></riga>
  <riga><cosa>fascicolo</cosa><classifica>VII</classifica><nome>fascicoli</nome>
    <durata><da>chiusura</da><anni>1</anni></durata><fonte>delibera 9</fonte></riga>
</massimario>
FINE
	come resp adotta-massimario "$T/m.xml" --provvedimento 'delibera 9'
}

entrata() {
	come "$SCARTO_PROT" registra --flusso entrata --oggetto 'archivio, scarto' \
	    --mittente.denominazione 'Soprintendenza' --classifica I/6 \
	    --conferma senza-documento
}

uscita() {
	come "$SCARTO_PROT" registra --flusso uscita --oggetto 'archivio, scarto' \
	    --destinatario.denominazione 'Soprintendenza' --classifica I/6 \
	    --conferma senza-documento
}

oggi() {
	echo "$CARTELLA_ORA" | cut -c1-10
}

un_anno_dopo() {
	ora "$(date -d "$(oggi) 1 year 1 day" +%F)T09:00:00+01:00"
	come resp conferma-ora "$CARTELLA_ORA" 'è un anno dopo' >/dev/null
}

# A case of as1 born of a report with a file of its own.
con_lettera() {	# con_lettera FILE
	scarto_n=$(come prot1 registra --flusso entrata --oggetto 'segnalazione' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$1" --conferma doppione) &&
	come prot1 smista "$scarto_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come coord prendi-visione "$scarto_n" >/dev/null &&
	scarto_ac=$(come coord assegna --protocollo "$scarto_n" --assistente as1) &&
	come as1 valuta "$scarto_ac" si 'serve un sostegno' >/dev/null &&
	apri "$scarto_ac" --conferma senza-liberatoria \
	    --conferma senza-stato-di-famiglia
}

scritta() {
	printf 'Ermelinda scrive curcuma\n' >"$T/lettera.txt"
	printf 'una lettera che resta\n' >"$T/comune.txt"
	CS=$(con_lettera "$T/lettera.txt") &&
	ALTRA=$(con_lettera "$T/comune.txt") &&
	PROT=$(come prot1 registra --flusso entrata --oggetto 'di due casi' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/comune.txt" --conferma doppione) &&
	come prot1 smista "$PROT" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come tutto fascicola "$PROT" --fascicolo "$CS" --fascicolo "$ALTRA" >/dev/null
	come as1 annota "$CS" 'Ermenegilda coltiva zafferano con maggiorana' >/dev/null &&
	come as1 annota "$ALTRA" 'qui si parla di maggiorana' >/dev/null &&
	come as1 annota "$CS" 'privata: zafferano' --riservata si >/dev/null
	redatta "$CS" >/dev/null
	come as1 redigi --cartella "$CS" --relazione relazioni/0001.xml --tipo attivita \
	    --oggetto 'relazione su M. R.' --fatti-accertati 'Lo zafferano di Ermenegilda.' \
	    --dichiarazioni 'La madre dice di essere sola.' --valutazioni 'Serve.' >/dev/null
	come as1 annota "$CS" 'bozza: zafferano' --bozza >/dev/null
	! command -v prima_di_chiudere >/dev/null || prima_di_chiudere || return 1
	come as1 chiudi --cartella "$CS" --motivo conclusione \
	    --nota 'Zafferano finito.' --conferma termini-aperti >/dev/null
}

scaduta() {
	{ uffici_di_prova && utente arch prot archivista && un_anno; } >/dev/null &&
	    scritta && come arch deposita --unita.numero "$CS" \
	    --unita.luogo Cantina --unita.pezzi 2 >/dev/null || return 1
	un_anno_dopo
}

autorizzato() {
	come arch proponi-scarto 'Soprintendenza di Prova' \
	    --provvedimento 'det. 15' >/dev/null &&
	come arch richiedi-scarto "${1:-1}" "$(uscita)" \
	    --conferma firma-fuori >/dev/null &&
	come resp autorizza-scarto "${1:-1}" "$(entrata)" 123 "$(oggi)" >/dev/null
}

scarta() {
	come arch scarta 1 "$@"
}
