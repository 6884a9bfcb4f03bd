# SPDX-License-Identifier: EUPL-1.2
# The procedure of Prato, whole: both entrances, both outcomes of the
# evaluation, the branch for minors of other comuni; and every passage that
# the table of states does not know, refused with its reason.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

{
	uffici_di_prova && utente amm sds area-amministrativa &&
	utente dir sds dirigente &&
	utente seg soc segretariato &&
	utente uno soc segretariato --ruolo assistente-sociale \
	    --ruolo coordinatore --ruolo area-amministrativa \
	    --ruolo dirigente --ruolo controllo &&
	con_chiave as1 && con_chiave coord && con_chiave uno &&
	con_chiave amm && con_chiave dir
} >/dev/null || exit 1

stato() {	# the state on the cover of AC-… or CS-…
	prato_n=${1#??-}
	case $1 in
	AC-*) campo "$S/accessi/$(echo "$prato_n" | tr - /)/accesso.xml" \
	    accesso/stato ;;
	CS-*) campo "$S/cartelle/$(echo "$prato_n" | tr - /)/cartella.xml" \
	    cartella/stato ;;
	esac
}

passa() {	# passa NUMBER STATE DESC: after the last run
	is_exit 0 "$3"
	is "$(stato "$1")" "$2" "$1: $2"
}

# ---- 1b: a third body reports; 2: the coordinator assigns ----

P=$(smistata --riservata.motivo minore)
is "$P" 0000001/2026 '1b: la segnalazione entra nel registro, riservata'
run come sds1 mostra "$P"
is_exit 0 'smistata alla SDS, per conoscenza'
run come coord prendi-visione "$P"
is_exit 0 'e ai servizi: il coordinatore prende visione'
run come coord assegna --protocollo "$P" --assistente as1
AC=AC-2026-0000001
passa $AC assegnato '2: la assegna a un'\''assistente sociale'
run come as1 aggiorna-accesso $AC --scheda.contatto.interlocutore istituzionale \
    --scheda.segnalante.nome 'Anna Gialli' --scheda.segnalante.fonte scuola \
    --scheda.segnalato.cognome Bianchi --scheda.segnalato.nome Luca \
    --scheda.motivazioni 'Molte assenze.'
passa $AC assegnato 'che scrive la scheda'

# ---- 3: evaluation, charge ----

run come as1 valuta $AC si 'la famiglia è sola'
passa $AC in-valutazione '3: i presupposti ci sono'
CS=CS-2026-0000001
run come as1 apri --accesso $AC --scheda.anagrafica.cognome Bianchi \
    --scheda.anagrafica.nome Luca --scheda.anagrafica.nascita.data 2018-03-01 \
    --scheda.anagrafica.nascita.luogo Prova --scheda.residenza.comune Prova \
    --scheda.iniziativa altro-organo \
    --liberatoria.ambito rete --liberatoria.data 2026-11-20 \
    --liberatoria.firmatario 'Rosa Bianchi' --liberatoria.qualita genitore \
    --stato-di-famiglia.data 2026-11-20 --stato-di-famiglia.fonte anpr \
    --stato-di-famiglia.componente.cognome Bianchi \
    --stato-di-famiglia.componente.nome Luca \
    --stato-di-famiglia.componente.parentela interessato \
    --stato-di-famiglia.componente.convivente si
passa $CS in-carico 'la presa in carico, con liberatoria e stato di famiglia'
is "$(stato $AC)" in-carico 'l'\''accesso è in carico'
run come coord riassegna --cartella $CS --assistente as2 --motivo 'ferie'
run come coord riassegna --cartella $CS --assistente as1 --motivo 'rientro'
passa $CS in-carico 'il caso può passare di mano'
run come as1 annota --cartella $CS --tipo colloquio --testo 'Con la madre.'
is_exit 0 'il diario comincia'

# 3A: the relazione on the activity alone goes to the third body
redatta $CS >"$OUT"
run come as1 firma --resa nessuna --cartella $CS --documento relazioni/0001.xml
passa $CS in-carico '3A: la relazione di sola attività, firmata'
run come coord comunica --cartella $CS --riferimento "$P" --mezzo pec \
    --destinatario.denominazione 'Scuola di Prova' \
    --destinatario.pec scuola@pec.example --oggetto 'riscontro L.B.' \
    --testo 'Si trasmette la relazione.'
passa $CS in-carico 'il coordinatore la notifica: un'\''uscita'

# 3B: the relazione with an outcome becomes a proposta
con_esito $CS >"$OUT"
run come as1 proponi --cartella $CS --relazione relazioni/0002.xml \
    --oggetto 'inserimento' --testo 'Si propone.' --conferma senza-progetto
passa $CS proposta-inviata '3B: l'\''assistente sociale propone'
run come coord rinvia --cartella $CS --proposta proposte/0001.xml \
    --motivazione 'Manca il progetto.'
passa $CS in-carico '4: il coordinatore la può rinviare'
run come as1 scrivania
like out 'Proposte rinviate' 'e chi propone lo sa'
con_esito $CS >"$OUT"
come as1 progetto --cartella $CS --tipo individualizzato --oggetto sostegno \
    --dal 2026-11-20 --verifica-ogni trimestrale \
    --obiettivo-breve.testo scuola --azione.testo 'due visite' \
    --azione.chi cooperativa >"$OUT"
come as1 firma --resa nessuna --cartella $CS --documento progetti/0001.xml >"$OUT"
come as1 proponi --cartella $CS --relazione relazioni/0003.xml \
    --oggetto 'inserimento' --testo 'Si propone.' >"$OUT" 2>"$ERR"
like err '\[senza-progetto\]' 'il progetto vuole anche la firma della persona'
run come as1 sottoscrivi --cartella $CS --documento progetti/0001.xml \
    --esito sottoscritto --data 2026-11-20 --firmatario 'Rosa Bianchi' \
    --qualita genitore --protocollo "$P"
is_exit 0 'che lo sottoscrive'
run come as1 proponi --cartella $CS --relazione relazioni/0003.xml \
    --oggetto 'inserimento' --testo 'Si propone.'
passa $CS proposta-inviata 'si propone di nuovo'
run come coord approva --cartella $CS --proposta proposte/0002.xml --ufficio sds
passa $CS in-istruttoria '4: approvata, protocollata, smistata all'\''area amministrativa'
INTERNA=$(tail -n 1 "$OUT")
run come amm mostra "$INTERNA"
like out 'interna' '5: l'\''area amministrativa la riceve'
like out 'inserimento' 'e la legge'

# 5: the minor lives in another comune: it is told
run come coord comunica --cartella $CS --mezzo pec \
    --destinatario.denominazione 'Comune di Altrove' \
    --destinatario.codice-ipa c_y000 --destinatario.pec comune@pec.example \
    --oggetto 'minore residente: L.B.' --testo 'Si comunica l'\''istruttoria.'
passa $CS in-istruttoria '5: si scrive al comune di residenza: un'\''uscita'

run come as1 chiudi --cartella $CS --motivo conclusione --nota 'Bene.'
is_exit 1 'l'\''istruttoria non è finita: per chiudere si chiede conferma'
like err '\[istruttoria-aperta\]' 'e lo dice'

run come amm avvia-istruttoria $CS ufficio --conferma senza-comunicazione
passa $CS in-istruttoria '5: l'\''istruttoria comincia'
run come amm prepara-determina $CS accolta 'sostegno L. B.' \
    'Vista la relazione.' 'Di attivare.' \
    --intervento.tipologia sostegno-educativo \
    --intervento.ente-erogatore Coop --intervento.controllo sds \
    --intervento.dal 2026-11-20
passa $CS in-istruttoria 'una bozza di determinazione non decide'
run come dir determina $CS determinazioni/0001.xml
passa $CS in-erogazione '5: il dirigente determina: numero ed effetto'
run come amm comunica-esito $CS determinazioni/0001.xml
passa $CS in-erogazione '6: l'\''esito va all'\''assistente sociale'
run come sds1 controlla-servizio $CS interventi/0001.xml 2026-11-20 \
    regolare 'Visto.'
passa $CS in-erogazione '7: la SDS controlla'
run come as1 verifica-intervento $CS interventi/0001.xml 2026-11-20 \
    adeguato 'Va bene.'
passa $CS in-erogazione '8: l'\''assistente sociale verifica'
run come as1 chiudi --cartella $CS --motivo conclusione --nota 'Bene.'
is_exit 1 'con un intervento aperto non si chiude'
like err '/chiudi/cartella: .*art\. 2 L\. 241/1990.*\[interventi-aperti\]' 'e lo dice'
run come as1 chiudi-intervento $CS interventi/0001.xml 2026-11-20 concluso
passa $CS in-carico '8: finito l'\''ultimo intervento, la cartella è in carico'

# 8: to the end, and back
run come as1 chiudi --cartella $CS --motivo conclusione \
    --dettaglio risoluzione --situazione famiglia-di-origine --nota 'Bene.' \
    --conferma termini-aperti
passa $CS chiuso '8: si chiude'
is "$(stato $AC)" chiuso 'con il suo accesso'
run come as1 riapri $CS 'nuova segnalazione'
passa $CS in-carico 'e si riapre'

# ---- 1a: somebody comes in person; 3, no ----

ISTANZA=$(come prot1 registra --flusso entrata --oggetto 'istanza R. B.' \
    --tipo istanza --mittente.denominazione 'Rosa Bianchi' \
    --classifica VII/9 --conferma senza-documento)
come prot1 smista "$ISTANZA" --destinazione.ufficio soc \
    --destinazione.titolo competenza >"$OUT"
DIRETTO=AC-2026-0000002
run come seg accogli --protocollo "$ISTANZA" \
    --scheda.contatto.interlocutore utente --scheda.segnalato.cognome Bianchi \
    --scheda.motivazioni 'Cerca un nido.' --esito da-assegnare
passa $DIRETTO aperto '1a: il segretariato accoglie, l'\''istanza è protocollata'
run come seg assegna --accesso $DIRETTO --assistente as1
passa $DIRETTO assegnato '2: e assegna'
run come as1 valuta $DIRETTO no 'un nido c'\''è'
is_exit 1 '3: un no senza ragioni non si dice'
run come as1 valuta $DIRETTO no 'un nido c'\''è' --motivazione 'ha già il posto'
passa $DIRETTO chiuso '3: senza presupposti si chiude'
is "$(campo "$S/accessi/2026/0000002/accesso.xml" accesso/chiusura/motivo)" \
    presupposti-assenti 'con il suo motivo'
run come seg accogli --scheda.contatto.interlocutore utente \
    --scheda.segnalato.cognome Neri --scheda.motivazioni 'Un'\''informazione.' \
    --esito orientamento --motivazione 'Indirizzata al CAF.'
passa AC-2026-0000003 chiuso '1a: basta l'\''informazione: finisce in segretariato'

# ---- every passage that is not in the table ----

# One accesso and one cartella in each state, all of `uno`.
accolto() {
	come uno accogli --iniziativa ufficio \
	    --scheda.contatto.interlocutore altro \
	    --scheda.segnalato.cognome Neri --scheda.motivazioni X \
	    --esito da-assegnare
}
assegnato() {
	prato_ac=$(accolto) &&
	come uno assegna --accesso "$prato_ac" --assistente uno
}
valutato() {
	prato_ac=$(assegnato) && come uno valuta "$prato_ac" si X >/dev/null &&
	echo "$prato_ac"
}
in_carico() {
	come uno apri --accesso "$(valutato)" --scheda.anagrafica.cognome Neri \
	    --scheda.anagrafica.nome Ugo \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo Prova \
	    --scheda.residenza.comune Prova --scheda.iniziativa ufficio \
	    --conferma senza-liberatoria --conferma senza-stato-di-famiglia \
	    --conferma persona-nota
}
proposto() {
	prato_cs=$(in_carico) &&
	prato_r=$(come uno redigi --cartella "$prato_cs" --tipo con-esito \
	    --oggetto x --fatti-accertati x --dichiarazioni x --valutazioni x \
	    --proposta x) &&
	come uno firma --resa nessuna --cartella "$prato_cs" --documento "${prato_r#* }" \
	    >/dev/null &&
	come uno proponi --cartella "$prato_cs" --relazione "${prato_r#* }" \
	    --oggetto x --testo x --conferma senza-progetto >/dev/null &&
	echo "$prato_cs"
}
# A body may lead a sent back proposta elsewhere: the shortest way there.
portato() {	# portato STATE
	sed "/atto=\"rinvia\"/s/a=\"in-carico\"/a=\"$1\"/" \
	    "$RADICE/templates/ente/procedimento.xml" |
	    sed "s/^<procedimento /&id=\"$(printf '%032x' 1)\" versione=\"1\" /" \
	    >tabella.xml
	come coord adotta-procedimento tabella.xml >/dev/null &&
	prato_cs=$(proposto) &&
	come uno rinvia --cartella "$prato_cs" --proposta proposte/0001.xml \
	    --motivazione X >/dev/null && echo "$prato_cs"
}
chiusa() {
	prato_cs=$(in_carico) && come uno chiudi --cartella "$prato_cs" \
	    --motivo conclusione --nota X
}

{
	AC_aperto=$(accolto) && AC_assegnato=$(assegnato) &&
	AC_in_valutazione=$(valutato) &&
	CS_in_carico=$(in_carico) && CS_proposta_inviata=$(proposto) &&
	CS_in_istruttoria=$(portato in-istruttoria) &&
	CS_in_erogazione=$(portato in-erogazione) && CS_chiuso=$(chiusa) &&
	portato in-carico >"$OUT"
} 2>"$ERR" || cat "$ERR" >&2
accesso_di() {
	campo "$S/cartelle/$(echo "${1#CS-}" | tr - /)/cartella.xml" \
	    cartella/accesso
}
AC_in_carico=$(accesso_di "$CS_in_carico")
AC_chiuso=$(accesso_di "$CS_chiuso")

# How each atto is done: prova_<object>_<atto> NUMBER [OUTCOME].  An atto of
# the table without its line here is said to be not tried.
prova_accesso_assegna() { come uno assegna --accesso "$1" --assistente as2; }
prova_accesso_riassegna() {
	come uno riassegna --accesso "$1" --assistente as2 --motivo X
}
prova_accesso_aggiorna_accesso() {
	come uno aggiorna-accesso "$1" --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome N --scheda.motivazioni X
}
prova_accesso_valuta() {
	come uno valuta "$1" "$2" X --motivazione X
}
prova_accesso_apri() {
	come uno apri --accesso "$1" --scheda.anagrafica.cognome N \
	    --scheda.anagrafica.nome U \
	    --scheda.anagrafica.nascita.data 2018-03-01 \
	    --scheda.anagrafica.nascita.luogo P --scheda.residenza.comune P \
	    --scheda.iniziativa ufficio
}
prova_cartella_riassegna() {
	come uno riassegna --cartella "$1" --assistente as2 --motivo X
}
prova_cartella_proponi() {
	come uno proponi --cartella "$1" --relazione relazioni/0001.xml \
	    --oggetto x --testo x
}
prova_cartella_rinvia() {
	come uno rinvia --cartella "$1" --proposta proposte/0001.xml \
	    --motivazione X
}
prova_cartella_approva() {
	come uno approva --cartella "$1" --proposta proposte/0001.xml \
	    --ufficio sds
}
prova_cartella_chiudi() {
	come uno chiudi --cartella "$1" --motivo conclusione --nota X
}
prova_cartella_riapri() { come uno riapri "$1" X; }
solo_preavvisa() { :; }
solo_prepara_determina() { :; }
solo_determina() { :; }
solo_controlla_servizio() { :; }
prova_cartella_avvia_istruttoria() {
	come uno avvia-istruttoria "$1" ufficio --conferma senza-comunicazione
}
prova_cartella_preavvisa() {
	come uno preavvisa "$1" X --destinatario.denominazione X \
	    --destinatario.indirizzo X
}
prova_cartella_osserva() { come uno osserva "$1" 0000001/2026; }
prova_cartella_prepara_determina() {
	come uno prepara-determina "$1" respinta x X X
}
prova_cartella_determina() { come uno determina "$1" determinazioni/0001.xml; }
prova_cartella_controlla_servizio() {
	come uno controlla-servizio "$1" interventi/0001.xml 2026-11-20 \
	    regolare X
}
prova_cartella_verifica_intervento() {
	come uno verifica-intervento "$1" interventi/0001.xml 2026-11-20 \
	    adeguato X
}
prova_cartella_chiudi_intervento() {
	come uno chiudi-intervento "$1" interventi/0001.xml 2026-11-20 concluso
}
# Those of the inquiry are of who has the case for it: see istruttoria.t.

# "accesso assegnato valuta si", a line each: what the table has.
xmllint --xpath '//*[local-name()="passaggio"]' "$S/ente/procedimento.xml" |
    sed -n 's/.*<passaggio \(.*\)>/\1/p' | while read -r attributi; do
	attr() {
		echo "$attributi" | sed -n "s/.*$1=\"\\([^\"]*\\)\".*/\\1/p"
	}
	echo "$(attr oggetto) $(attr ' da') $(attr atto) $(attr esito)"
done | sed 's/ $//' >tabella
is "$(sort tabella | uniq -d)" '' 'nella tabella ogni passaggio c'\''è una volta'
ok 'e ci sono tutti' [ "$(wc -l <tabella)" -gt 25 ]

# Atti that begin something, or follow the cartella's own, are not asked for.
awk '$2 != "inizio" { $2 = ""; print }' tabella | tr -s ' ' | sort -u |
    grep -v '^accesso \(chiudi\|riapri\)' >mosse

stati_di() {
	case $1 in
	accesso) echo aperto assegnato in-valutazione in-carico chiuso ;;
	cartella) echo in-carico proposta-inviata in-istruttoria \
	    in-erogazione chiuso ;;
	esac
}

numero_di() {	# numero_di accesso|cartella STATE
	case $1 in
	accesso) eval "echo \$AC_$(echo "$2" | tr - _)" ;;
	cartella) eval "echo \$CS_$(echo "$2" | tr - _)" ;;
	esac
}

vietato() {	# vietato OBJECT STATE ATTO OUTCOME
	vietato_n=$(numero_di "$1" "$2")
	[ "$(stato "$vietato_n")" = "$2" ] || { echo "non c'è: $*"; return; }
	"prova_$1_$(echo "$3" | tr - _)" "$vietato_n" "$4" >"$OUT" 2>"$ERR" &&
	    { echo "fatto: $*"; return; }
	# before the approval the area has nothing to do with the case
	if command -v "solo_$(echo "$3" | tr - _)" >/dev/null &&
	    grep -q 'non esiste, o non è fra le cose' "$ERR"; then
		return
	fi
	if [ "$1 $2" = 'cartella chiuso' ] && [ "$3" != riassegna ]; then
		grep -q '\[cartella-chiusa\]' "$ERR" || echo "chiusa: $*"
	elif [ "$3" != apri ] || ! grep -q '\[gia-aperta\]' "$ERR"; then
		grep -q "nello stato «$(echo "$2" | tr - ' ')».*\\[stato\\]" \
		    "$ERR" || echo "senza ragione: $*: $(cat "$ERR")"
	fi
}

PRIMA=$(atti)
provate=0
: >male
: >non-provati
while read -r oggetto atto esito; do
	command -v "prova_${oggetto}_$(echo "$atto" | tr - _)" >/dev/null || {
		echo "$oggetto $atto" >>non-provati
		continue
	}
	for s in $(stati_di "$oggetto"); do
		grep -qx "$oggetto $s $atto${esito:+ $esito}" tabella &&
		    continue
		vietato "$oggetto" "$s" "$atto" "$esito" >>male
		provate=$((provate + 1))
	done
done <mosse
is "$(cat male)" '' \
    "invariante 10: i $provate passaggi che non ci sono sono rifiutati, e perché"
ok 'e sono molti' [ "$provate" -gt 35 ]
is "$(atti)" "$PRIMA" 'senza lasciare niente'
[ ! -s non-provati ] || note "non provati: $(sort -u non-provati | tr '\n' ' ')"

# A closed cartella keeps out what only adds a document, too.
for che in 'annota --tipo nota --testo X' \
    'redigi --tipo attivita --oggetto x --fatti-accertati x --dichiarazioni x
    --valutazioni x' 'firma --documento relazioni/0001.xml'; do
	# shellcheck disable=SC2086
	run come uno ${che%% *} --cartella "$CS_chiuso" ${che#* }
	like err '\[cartella-chiusa\]' "invariante 10: in una chiusa ${che%% *} no"
done
run come uno mostra "$CS_chiuso"
is_exit 0 'invariante 10: si legge ancora'
run come uno storia "$CS_chiuso"
like out 'chiudi' 'e la sua storia'
run prova_cartella_riapri "$CS_chiuso"
is_exit 0 'invariante 10: riapri è l'\''unico che vi scrive'

is_integro 'dopo tutto'
plan
