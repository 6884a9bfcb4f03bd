# SPDX-License-Identifier: EUPL-1.2
# apri: an accesso becomes a cartella sociale.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
NUOVO=$(assegnata)
AC=$(valutata)
D=$S/cartelle/2026/0000001
ID=22222222222222222222222222222222
CF=--scheda.anagrafica.codice-fiscale

# ---- refused ----

tutto() {	# tutto ACCESSO [OPTION...]: opened with all its papers
	apri "$@" --liberatoria.ambito rete --liberatoria.data 2026-11-19 \
	    --liberatoria.firmatario 'Verdi Giulia' \
	    --liberatoria.qualita genitore --stato-di-famiglia.data 2026-11-18 \
	    --stato-di-famiglia.fonte anpr \
	    --stato-di-famiglia.componente.cognome Verdi \
	    --stato-di-famiglia.componente.nome Giulia \
	    --stato-di-famiglia.componente.parentela madre \
	    --stato-di-famiglia.componente.convivente si \
	    --stato-di-famiglia.componente.cognome Bianchi \
	    --stato-di-famiglia.componente.nome Luca \
	    --stato-di-famiglia.componente.nascita 2018-03-01 \
	    --stato-di-famiglia.componente.parentela interessato \
	    --stato-di-famiglia.componente.convivente si
}

run tutto "$NUOVO"
is_exit 1 'un accesso non ancora valutato: no'
like err '/apri/accesso: .*\[stato\]' 'e lo dice'

run apri "$AC"
is_exit 1 'senza liberatoria si chiede conferma'
like err 'avviso: .*art\. 6\(1\)\(e\) GDPR.*\[senza-liberatoria\]' 'e dice perché si può'
like err 'avviso: .*\[senza-stato-di-famiglia\]' 'anche senza stato di famiglia'
run apri "$AC" --conferma senza-liberatoria
is_exit 1 'una conferma non vale per l'\''altra'

run tutto "$AC" $CF BNCLCU18C01G999A
is_exit 1 'un codice fiscale con un altro carattere di controllo: no'
like err 'errore: .*/codice-fiscale: .*DM 23/12/1976.*\[codice-fiscale\]' 'e lo dice'
run tutto "$AC" $CF BNCLCU18C01G999A --conferma codice-fiscale
is_exit 1 'un errore non si conferma'
run tutto "$AC" $CF VRDGLI12M31D612V
is_exit 1 'un codice fiscale di un'\''altra data chiede conferma'
like err 'avviso: .*\[codice-fiscale-discorde\]' 'e lo dice'
run tutto "$AC" $CF BNCLCU18C01G999U --scheda.anagrafica.sesso F
is_exit 1 'anche quello di un altro sesso'
like err '\[codice-fiscale-discorde\]' 'e lo dice'

run come as1 apri --accesso "$AC" --scheda.anagrafica.cognome Bianchi \
    --scheda.anagrafica.nome Luca --scheda.residenza.comune Prova \
    --scheda.anagrafica.nascita.data 2026-11-21 \
    --scheda.anagrafica.nascita.luogo Prova --scheda.iniziativa ufficio
is_exit 1 'chi nasce domani: no'
like err '/apri/scheda/anagrafica/nascita/data: .*\[data-futura\]' 'e lo dice'
run tutto "$AC" --liberatoria.scadenza 2026-11-18
is_exit 1 'una liberatoria già scaduta alla firma: no'
like err '/apri/liberatoria/scadenza: .*\[scadenza\]' 'e lo dice'
run apri "$AC" --conferma senza-liberatoria --stato-di-famiglia.data 2018-02-28 \
    --stato-di-famiglia.fonte dichiarato \
    --stato-di-famiglia.componente.cognome Bianchi \
    --stato-di-famiglia.componente.nome Luca \
    --stato-di-famiglia.componente.nascita 2018-03-01 \
    --stato-di-famiglia.componente.parentela interessato \
    --stato-di-famiglia.componente.convivente si
is_exit 1 'un componente nato dopo: no'
like err '\[nascita-posteriore\]' 'e lo dice'

run come coord apri "$AC"
is_exit 1 'senza la scheda: no'
run come coord apri --accesso "$AC" --scheda.anagrafica.cognome X \
    --scheda.anagrafica.nome Y --scheda.residenza.comune Prova \
    --scheda.anagrafica.nascita.data 2018-03-01 \
    --scheda.anagrafica.nascita.luogo Prova --scheda.iniziativa ufficio
is_exit 3 'aprire non è del coordinatore'
same_absent "$AC" AC-2026-0000099 come as2 apri \
    --scheda.anagrafica.cognome X --scheda.anagrafica.nome Y \
    --scheda.residenza.comune Prova \
    --scheda.anagrafica.nascita.data 2018-03-01 \
    --scheda.anagrafica.nascita.luogo Prova --scheda.iniziativa ufficio \
    --accesso
no_file "$D" 'i rifiuti non lasciano niente'

# ---- done ----

run tutto "$AC" $CF BNCLCU18C01G999U --scheda.anagrafica.sesso M \
    --scheda.note 'Vive con la *madre*.' --id $ID
is_exit 0 'si apre'
is_out CS-2026-0000001 'e prende il primo numero'
run cat "$D/cartella.xml"
like out '<stato>in-carico</stato>' 'è in carico'
like out '<classifica>VII/9</classifica>' 'classificata come i minori a rischio'
like out "<accesso>$AC</accesso>" 'dice da dove nasce'
like out '<responsabile>as1</responsabile>' 'chi ne risponde'
like out '<ufficio>soc</ufficio>' 'in quale ufficio'
like out '<aperta>2026-11-20</aperta>' 'da quando'
run cat "$D/scheda.xml"
like out '<codice-fiscale>BNCLCU18C01G999U</codice-fiscale>' 'la scheda c'\''è'
like out '<p>Vive con la <b>madre</b>\.</p>' 'con le sue note'
has_file "$D/liberatorie/0001.xml" 'e la liberatoria'
run cat "$D/stato-di-famiglia/2026-11-18.xml"
like out '<cognome>Verdi</cognome>' 'e lo stato di famiglia'
like out '<nascita>2018-03-01</nascita>' 'con tutti i componenti'
run cat "$S/accessi/2026/0000002/accesso.xml"
like out '<stato>in-carico</stato>' 'l'\''accesso è in carico'
is "$(git -C "$D" log --format=%s | tail -1)" 'apri CS-2026-0000001' \
    'il commit dice solo il numero'
is "$(git -C "$S/accessi/2026/0000002" log -1 --format=%s)" \
    'apri CS-2026-0000001' 'anche nell'\''accesso'

run tutto "$AC" --id $ID
is_out CS-2026-0000001 'la stessa istanza di nuovo: la stessa risposta'
is "$(git -C "$D" rev-list --count HEAD)" 1 'e nessun altro atto'
run tutto "$AC"
is_exit 1 'una seconda cartella per lo stesso accesso: no'
like err 'CS-2026-0000001 .*\[gia-aperta\]' 'e dice quale c'\''è'

run aperta --classifica VII/12
is_out CS-2026-0000002 'senza carte, confermando'
run cat "$S/cartelle/2026/0000002/cartella.xml"
like out '<classifica>VII/12</classifica>' 'con un'\''altra classifica'
run cat "$S/cartelle/2026/0000002/atti/00/0001-apri.xml"
like out '<conferma codice="senza-liberatoria"/>' 'la conferma resta nel giornale'
no_file "$S/cartelle/2026/0000002/liberatorie" 'e nessuna liberatoria è inventata'

# ---- who sees it ----

run come as1 mostra CS-2026-0000001
like out 'scheda\.xml' 'chi ne risponde la vede'
run come coord mostra CS-2026-0000001 --documento scheda.xml
like out 'Bianchi' 'il coordinatore dell'\''ufficio ne vede la scheda'
run come coordn mostra CS-2026-0000001
is_exit 1 'quello di un altro ufficio no'

is_integro 'dopo le aperture'
plan
