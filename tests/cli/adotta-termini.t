# SPDX-License-Identifier: EUPL-1.2
# adotta-termini: a table of the body; what its documents start, suspend, answer.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
ID=33333333333333333333333333333333
BASE=$RADICE/templates/ente/termini.xml

adotta() {	# adotta FILE [OPTION...]
	adotta_f=$1
	shift
	come resp adotta-termini "$@" "$adotta_f"
}

# ---- refused ----

run come resp adotta-termini
like err '\[manca-file\]' 'senza file no'
run come as1 adotta-termini "$BASE"
is_exit 3 'adottarla è del responsabile'
echo 'Termini: trenta giorni.' >t.xml
run adotta t.xml
is_exit 1 'ciò che non è XML: no'
printf '<!DOCTYPE x [<!ENTITY a "b">]><termini xmlns="urn:cartella:1">&a;</termini>' >t.xml
run adotta t.xml
is_exit 1 'con un DOCTYPE: no'
sed 's/<unita>ore</<unita>settimane</' "$BASE" >t.xml
run adotta t.xml
like err '/termini/regola.*/unita: .*\[valore\]' 'un'\''unità che non c'\''è: no'
sed 's/<sospende>accesso-atti</<sospende>accesso-boschi</' "$BASE" >t.xml
run adotta t.xml
like err 'accesso-boschi.*\[chiave-ignota\]' 'sospendere ciò che non c'\''è: no'
sed 's/<chiave>accesso-atti</<chiave>241.default</' "$BASE" >t.xml
run adotta t.xml
like err '241.default.*\[doppio\]' 'la stessa chiave due volte: no'
: >t.xml
run adotta t.xml
is_exit 1 'un file vuoto: no'

cat >t.xml <<'FINE'
<termini xmlns="urn:cartella:1">
  <calendario><patrono>12-07</patrono><chiusura>2026-11-23</chiusura></calendario>
  <regola><chiave>procedimento</chiave><nome>conclusione</nome><base>regolamento</base>
    <quantita>30</quantita><unita>giorni</unita><slitta>festivo</slitta>
    <inizia><tipo>voce-diario</tipo><campo>data</campo>
      <se>tipo</se><vale>telefonata</vale></inizia>
  </regola>
  <regola><chiave>lavorativi</chiave><nome>dieci giorni di ufficio</nome><base>regolamento</base>
    <quantita>10</quantita><unita>giorni-lavorativi</unita>
    <inizia><tipo>voce-diario</tipo><campo>data</campo>
      <se>tipo</se><vale>telefonata</vale></inizia>
  </regola>
  <regola><chiave>semestre</chiave><nome>relazione</nome><base>regolamento</base>
    <quantita>6</quantita><unita>mesi</unita><ripete>si</ripete>
    <inizia><tipo>voce-diario</tipo><campo>data</campo>
      <se>luogo</se><vale>tribunale</vale></inizia>
    <risponde><tipo>relazione</tipo><campo>data</campo>
      <se>tipo</se><vale>attivita</vale><firmato>si</firmato></risponde>
  </regola>
  <sospensione><motivo>preavviso</motivo><nome>preavviso</nome><base>art. 10-bis L. 241/1990</base>
    <massimo>10</massimo><ripresa>10</ripresa>
    <inizia><tipo>voce-diario</tipo><campo>data</campo>
      <se>tipo</se><vale>visita</vale></inizia>
    <finisce><tipo>voce-diario</tipo><campo>data</campo>
      <se>tipo</se><vale>colloquio</vale></finisce>
    <sospende>procedimento</sospende>
  </sospensione>
</termini>
FINE
run adotta t.xml
is_exit 1 'una tabella senza i termini di prima si ferma'
like err 'avviso: .*241.default.*\[termini-tolti\]' 'e dice quali'
ok 'nessuna traccia di ciò che si è rifiutato' [ \
    "$(git -C "$S/ente" rev-list --count HEAD -- termini.xml)" = 1 ]

# ---- adopted ----

P=$(segnalazione --tipo istanza)
come prot1 smista "$P" --destinazione.ufficio soc \
    --destinazione.titolo competenza >"$OUT"
come coord prendi-in-carico "$P" >"$OUT"
AC=$(come coord assegna --protocollo "$P" --assistente as1)
come as1 valuta "$AC" si 'serve un sostegno' >"$OUT"
CS=$(apri "$AC" --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia)
run come as1 termini
like out "^$CS  n. 1  scade fra 31 giorni" \
    'l'\''istanza da cui è nata la cartella conta da quando è arrivata'

run adotta t.xml --id $ID --provvedimento 'delibera 7' --conferma termini-tolti
is_exit 0 'confermata, si adotta'
cp "$OUT" primo
run adotta t.xml --id $ID --provvedimento 'delibera 7' --conferma termini-tolti
same_bytes "$OUT" primo 'la stessa istanza di nuovo: la stessa risposta'
run git -C "$S/ente" show main:termini.xml
like out '<provvedimento>delibera 7<' 'con il provvedimento'
is "$(git -C "$S/ente" log --format=%H main -- termini.xml | wc -l)" 2 \
    'la tabella di prima resta nella storia'
run come as1 termini
like out "^$CS  n. 1  scade fra 31 giorni" \
    'un termine già cominciato si conta come allora'
like out 'conclusione del procedimento \(art\. 2' 'con la sua norma'

voce() {	# voce TIPO DATA [OPTION...]
	adotta_t=$1 adotta_d=$2
	shift 2
	come as1 annota --cartella "$CS" --tipo "$adotta_t" \
	    --data "$adotta_d" --testo Fatto. "$@" >/dev/null
}

# ---- working days: 23 November closed, 7 December the patron ----

voce telefonata 2026-11-20
run come as1 termini
like out '  n. 3  scade .* il 09/12/2026$' \
    'dieci giorni di ufficio, senza chiusura, patrono, 8 dicembre'
run come prot1 registra --flusso entrata --oggetto X --classifica VII/9 \
    --mittente.denominazione Y --conferma senza-documento \
    --data-arrivo 2026-11-19
is_exit 0 'giorno lavorativo seguente: in tempo'
ora 2026-11-24T09:00:00+01:00
run come prot1 registra --flusso entrata --oggetto X --classifica VII/9 \
    --mittente.denominazione Z --conferma senza-documento \
    --data-arrivo 2026-11-20
is_exit 0 'anche quando il giorno fra i due gli uffici sono chiusi'

# ---- 10-bis ----

scadenza() {	# of the term n. 2
	come as1 termini "$CS" | sed -n 's,.*n\. 2  .*\(../../....\)$,\1,p'
}
is "$(scadenza)" 21/12/2026 'trenta giorni dal 20 novembre'
ora 2026-11-25T09:00:00+01:00
voce visita 2026-11-24
run come as1 termini
like out 'n. 2  sospeso fino al 04/12/2026, poi scade il 30/12/2026' \
    'invariante 17: col preavviso sta fermo dieci giorni'
come as1 termini --al 2026-11-25 >prima
ora 2026-11-28T09:00:00+01:00
voce colloquio 2026-11-28
is "$(scadenza)" 04/01/2027 \
    'invariante 17: con le osservazioni riprende dieci giorni dopo di esse'
voce colloquio 2026-11-28
is "$(scadenza)" 04/01/2027 'le seconde non contano'
run come as1 termini --al 2026-11-25
same_bytes "$OUT" prima 'del 25 si dice ciò che si sapeva'
ora 2026-12-02T09:00:00+01:00
run come as1 termini --al 2026-11-25
same_bytes "$OUT" prima 'anche giorni dopo'

# ---- repeated, answered by a signature ----

voce equipe 2026-12-01 --luogo tribunale
run come as1 termini
like out 'n. 4  scade .* il 01/06/2027$' 'la relazione fra sei mesi'
con_chiave as1 >"$OUT"
redatta "$CS" >"$OUT"
run come as1 termini
like out 'n. 4  scade ' 'scritta e non firmata non risponde'
come as1 redigi --cartella "$CS" --relazione relazioni/0001.xml \
    --tipo attivita --oggetto 'relazione su M. R.' \
    --fatti-accertati 'Tre colloqui.' --dichiarazioni 'Sola.' \
    --valutazioni 'Serve un sostegno.' >"$OUT"
ora 2026-12-04T09:00:00+01:00
come as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml >"$OUT"
run come as1 termini "$CS"
like out 'n. 4  risposto il 04/12/2026 \(relazioni/0001\.xml\)' 'firmata sì'
like out 'n. 5  scade .* il 04/06/2027$' 'e il prossimo corre da allora'
unlike out 'n. 6 ' 'uno solo'
come as1 rispondi-termine --cartella "$CS" --termine 5 \
    --motivo 'Affidamento finito.' --conclude si >"$OUT"
run come as1 termini "$CS"
like out 'n. 5  risposto' 'concluso'
unlike out 'n. 6 ' 'non ricomincia'
ora 2026-12-09T09:00:00+01:00
run come as1 termini
like out 'n. 3  scade oggi, il 09/12/2026$' 'e uno scade oggi'

is_integro 'dopo due tabelle'
plan
