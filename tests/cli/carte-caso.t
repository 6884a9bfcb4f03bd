# SPDX-License-Identifier: EUPL-1.2
# The papers of a case: liberatorie, famiglia, what came, avvio d'ufficio,
# progetto signed by both sides, verbali, affidamento, kinds of relazione.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
con_chiave as1 >/dev/null
CS=$(aperta)
D=$S/cartelle/2026/0000001

fa() {		# fa ATTO [OPTION...]: as1, in the cartella
	caso_atto=$1
	shift
	come as1 "$caso_atto" --cartella "$CS" "$@"
}

rifiuta() {	# rifiuta CODICE DESC: the last run was refused for that
	is_exit 1 "$2: no"
	like err "\\[$1\\]" "$2: e lo dice"
}

arrivata() {	# arrivata OGGETTO [UTENTE]: registered and sent to him
	caso_n=$(come prot1 registra --flusso entrata --oggetto "$1" \
	    --mittente.denominazione "Mittente $1" --classifica VII/9 \
	    --conferma senza-documento) &&
	come prot1 smista "$caso_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza \
	    --destinazione.utente "${2:-as1}" >/dev/null && echo "$caso_n"
}

P=$(arrivata 'decreto del tribunale')
DSU=$(arrivata 'attestazione e DSU 2026')
ALTRUI=$(arrivata 'lettera per un altro' as2)

# ---- liberatorie ----

lib() {
	fa raccogli-liberatoria --ambito rete --firmatario 'Maria Bianchi' \
	    --qualita genitore "$@"
}
run lib --data 2026-11-21
rifiuta data-futura 'una liberatoria firmata domani'
run lib --data 2025-02-29
rifiuta formato 'il 29 febbraio 2025'
run lib --data 2026-11-19 --scadenza 2026-11-18
rifiuta scadenza 'che scade prima'
run lib --data 2026-11-19 --protocollo "$ALTRUI"
is_exit 1 'con il numero di una registrazione che non vede: no'
sed "s,$ALTRUI,N," "$ERR" >nascosta
run lib --data 2026-11-19 --protocollo 0000099/2026
is_exit 1 'di una che non esiste: no'
sed 's,0000099/2026,N,' "$ERR" >assente
same_bytes nascosta assente 'con la stessa risposta'
run lib --data 2026-11-19 --firmatario "$(printf 'Maria\342\200\256Bianchi')"
is_exit 2 'un nome che gira il verso del testo: no'
no_file "$D/liberatorie" 'i rifiuti non lasciano niente'
run lib --data 2026-11-19 --protocollo "$P" --servizio scuola --servizio npi \
    --altro-firmatario.nome 'Ugo Bianchi' --altro-firmatario.qualita tutore \
    --id 11111111111111111111111111111111
is_out "$CS liberatorie/0001.xml" 'firmata in due, ciascuno nella sua qualità'
run lib --data 2026-11-19 --protocollo "$P" --servizio scuola --servizio npi \
    --altro-firmatario.nome 'Ugo Bianchi' --altro-firmatario.qualita tutore \
    --id 11111111111111111111111111111111
is_out "$CS liberatorie/0001.xml" 'la stessa istanza: la stessa risposta'

rev() {
	fa revoca-liberatoria --firmatario 'Maria Bianchi' --qualita genitore "$@"
}
run rev --data 2026-11-18 --liberatoria liberatorie/0001.xml
rifiuta data-anteriore 'revocarla prima della firma'
run rev --data 2026-11-21 --liberatoria liberatorie/0001.xml
rifiuta data-futura 'revocarla domani'
run rev --data 2026-11-20 --liberatoria scheda.xml
rifiuta liberatoria-ignota 'revocare ciò che non è una liberatoria'
run rev --data 2026-11-20 --liberatoria liberatorie/0001.xml
is_out "$CS liberatorie/0002.xml" 'si revoca'
run rev --data 2026-11-20 --liberatoria liberatorie/0001.xml
rifiuta gia-revocata 'revocarla due volte'

# ---- famiglia ----

fam() {
	fa registra-famiglia --fonte "$1" --componente.cognome Bianchi \
	    --componente.nome Maria --componente.parentela madre \
	    --componente.convivente "$2" --data "$3"
}
run fam anpr si 2026-11-21
rifiuta data-futura 'uno stato di famiglia di domani'
run fam anpr si 2026-11-20
is_out "$CS stato-di-famiglia/2026-11-20.xml" 'uno stato di famiglia ha la sua data'
cp "$D/stato-di-famiglia/2026-11-20.xml" prima
run fam dichiarato no 2026-11-20
is_exit 0 'due dello stesso giorno'
is "$(grep -o ' id="[0-9a-f]*"' "$D/stato-di-famiglia/2026-11-20.xml")" \
    "$(grep -o ' id="[0-9a-f]*"' prima)" 'sono due versioni dello stesso documento'
run come as1 confronta "$CS" stato-di-famiglia/2026-11-20.xml
like out 'dichiarato' 'e si confrontano'

# ---- what came ----

run fa acquisisci --protocollo "$P" --provvedimento.autorita tribunale-minorenni \
    --provvedimento.sede Firenze --provvedimento.numero 12/2026 \
    --provvedimento.data 2026-11-02
rifiuta manca-tipo 'un provvedimento che non dispone niente'
prov() {
	fa acquisisci --provvedimento.autorita tribunale-minorenni \
	    --provvedimento.sede Firenze --provvedimento.numero 12/2026 \
	    --provvedimento.tipo affido-al-servizio \
	    --provvedimento.potesta prescrizioni "$@"
}
run prov --protocollo "$P" --provvedimento.data 2026-11-02 \
    --provvedimento.relazione-entro 2026-10-01
rifiuta data-anteriore 'una relazione chiesta per prima del provvedimento'
run prov --protocollo "$P" --provvedimento.data 2026-12-02
rifiuta data-futura 'un provvedimento di domani'
run come as1 mostra "$CS"
unlike out "^  $P" 'la registrazione non è ancora nella cartella'
run prov --protocollo "$P" --provvedimento.data 2026-11-02 \
    --provvedimento.rg 45/2026 --provvedimento.relazione-entro 2027-02-02
is_out "$CS provvedimenti/0001.xml" 'un provvedimento prende il suo posto'
run come as1 mostra "$CS"
like out "^  $P" 'e la registrazione è fra quelle della cartella'
isee() {
	fa acquisisci --attestazione-isee.tipologia minorenni \
	    --attestazione-isee.valore 5123,40 \
	    --attestazione-isee.rilasciata 2026-03-01 \
	    --attestazione-isee.scadenza 2026-12-31 --protocollo "$1"
}
run isee "$DSU"
rifiuta dsu 'una DSU'
run isee "$P"
is_out "$CS isee/0001.xml" 'un'\''attestazione ISEE'
run fa acquisisci --protocollo "$P" --istanza-di-parte.richiedente 'M. Bianchi' \
    --istanza-di-parte.qualita genitore --istanza-di-parte.data 2026-11-10 \
    --istanza-di-parte.oggetto 'un sostegno'
is_out "$CS istanze/0001.xml" 'la domanda di un cittadino'
run fa acquisisci --protocollo "$P" --richiesta-scritta.ente Scuola \
    --richiesta-scritta.data 2026-11-10 --richiesta-scritta.oggetto 'una valutazione'
is_out "$CS istanze/0002.xml" 'la richiesta di un altro organo'
run fa acquisisci --protocollo "$P" --relazione-msna.data 2026-11-10 \
    --relazione-msna.redatta-da 'as1' --relazione-msna.opinione 'Vuole studiare.'
is_out "$CS relazioni/0001.xml" 'la relazione su un minore non accompagnato'
run come as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml
rifiuta non-si-firma 'e quella, arrivata da fuori, non si firma'
same_absent "$ALTRUI" 0000099/2026 fa acquisisci --istanza-di-parte.richiedente B \
    --istanza-di-parte.qualita genitore --istanza-di-parte.data 2026-11-10 \
    --istanza-di-parte.oggetto x --protocollo
run fa avvia-ufficio --data 2026-11-21 --motivi 'Tre voci.'
rifiuta data-futura 'un avvio di domani'
run fa avvia-ufficio --motivi ' '
rifiuta manca 'un avvio senza motivi'
run fa avvia-ufficio --motivi 'Tre segnalazioni a voce.' --fonte vicinato
is_out "$CS istanze/0003.xml" 'un avvio d'\''ufficio'

# ---- a plan, signed by both sides ----

prog() {
	fa progetto --tipo individualizzato --oggetto 'sostegno educativo' \
	    --dal 2026-12-01 --verifica-ogni trimestrale "$@"
}
run prog
rifiuta manca-obiettivo 'un progetto senza obiettivi'
like err '\[manca-azione\]' 'e senza azioni'
intero() {
	prog --obiettivo-breve.testo 'a scuola ogni giorno' \
	    --azione.testo 'due visite la settimana' --azione.chi cooperativa "$@"
}
run intero --al 2026-11-30
rifiuta data-anteriore 'un progetto che finisce prima di cominciare'
run intero
is_out "$CS progetti/0001.xml" 'un progetto'
run intero --progetto progetti/0001.xml --al 2027-06-30
is_exit 0 'si riscrive'
sot() {
	fa sottoscrivi --firmatario 'Maria Bianchi' --qualita genitore \
	    --data 2026-11-20 "$@"
}
run sot --documento progetti/0001.xml --esito sottoscritto
rifiuta manca-protocollo 'una firma senza il foglio'
run sot --documento progetti/0001.xml --esito rifiutato
rifiuta manca-motivo 'un rifiuto senza perché'
run sot --documento scheda.xml --esito sottoscritto --protocollo "$P"
rifiuta non-si-sottoscrive 'far firmare una scheda'
run sot --documento progetti/0009.xml --esito sottoscritto --protocollo "$P"
rifiuta documento-ignoto 'far firmare ciò che non c'\''è'
run sot --documento progetti/0001.xml --esito rifiutato --motivo 'non è d'\''accordo'
is_out "$CS sottoscrizioni/0001.xml" 'chi non vuole firmare, con il perché'
run intero --progetto progetti/0001.xml --al 2027-07-31
is_exit 0 'allora si può riscrivere'
run sot --documento progetti/0001.xml --esito sottoscritto --protocollo "$P"
is_out "$CS sottoscrizioni/0002.xml" 'e poi la persona firma'
come as1 stampa "$CS" progetti/0001.xml --odt si --in progetto.odt >"$OUT"
unzip -p progetto.odt content.xml | sed 's/<[^>]*>//g' >t
ok 'e la sua stampa lo dice' grep -q 'firmato: sottoscritto su carta' t
not_ok 'non è più una bozza' grep -q BOZZA t
run intero --progetto progetti/0001.xml
rifiuta progetto-firmata 'un progetto sottoscritto non si riscrive'
run come as1 firma --resa nessuna --cartella "$CS" --documento progetti/0001.xml
is_exit 0 'e lo firma l'\''assistente sociale'

# ---- meetings ----

ver() {
	fa verbale --tipo equipe --partecipante.nome 'Anna Neri' \
	    --partecipante.ruolo psicologa "$@"
}
run ver --stato svolta --data 2026-11-21 --decisioni Avanti
rifiuta data-futura 'una riunione svolta domani'
run ver --stato svolta --data 2026-11-20
rifiuta manca-decisioni 'una riunione svolta che non decide'
run ver --stato prevista --data 2026-11-19
rifiuta data-passata 'una prevista per ieri'
run ver --stato svolta --data 2026-11-20 --decisioni Avanti \
    --scadenza.testo x --scadenza.chi as1 --scadenza.entro 2026-11-19
rifiuta data-anteriore 'un impegno che scade prima'
run ver --stato prevista --data 2026-11-20 --dalle 11:00 --alle 10:00
rifiuta ora-anteriore 'una riunione che finisce prima'
run ver --stato prevista --data 2026-11-20
is_out "$CS verbali/0001.xml" 'prevista'
run ver --verbale verbali/0001.xml --stato svolta --data 2026-11-20 \
    --decisioni 'Si continua.' --scadenza.testo 'sentire la scuola' \
    --scadenza.chi as1 --scadenza.entro 2026-12-10
is_out "$CS verbali/0001.xml" 'poi svolta, ed è lo stesso verbale'

# ---- affidamento ----

aff() {
	fa affidamento --tipo eterofamiliare --tempo pieno \
	    --carattere residenziale --motivi 'La madre è ricoverata.' \
	    --affidatario.nome 'Paolo Gialli' --poteri 'Scuola, medico.' \
	    --rapporti 'Ogni sabato.' --responsabile 'servizio di Prova' "$@"
}
consenso='--consenso.nome Maria --consenso.qualita genitore --consenso.data 2026-11-15'
run aff --forma consensuale --dal 2026-12-01 --al 2027-11-30
rifiuta manca-consenso 'consensuale senza consenso'
like err '\[senza-ascolto\]' 'e chiede del minore più piccolo'
run aff --forma giudiziario --dal 2026-12-01 --al 2027-11-30
rifiuta manca-decreto 'giudiziario senza decreto'
# shellcheck disable=SC2086
run aff --forma consensuale $consenso --dal 2026-12-01 --al 2028-12-02 \
    --conferma senza-ascolto
rifiuta troppo-lungo 'più di ventiquattro mesi'
# shellcheck disable=SC2086
run aff --forma consensuale $consenso --dal 2030-03-01 --al 2030-06-01
rifiuta manca-ascolto 'a dodici anni compiuti senza ascolto'
# shellcheck disable=SC2086
run aff --forma consensuale $consenso --dal 2030-02-28 --al 2030-06-01 \
    --conferma senza-ascolto
is_out "$CS affidamenti/0001.xml" 'il giorno prima dei dodici anni, confermando'
# shellcheck disable=SC2086
run aff --forma consensuale $consenso --dal 2026-12-01 --al 2028-12-01 \
    --ascolto.motivo 'ha otto anni'
is_out "$CS affidamenti/0002.xml" 'ventiquattro mesi giusti'

# ---- relazioni ----

run redatta "$CS" --metodo 'Colloqui e osservazione.' --dal 2026-11-01 --al 2026-10-01
rifiuta data-anteriore 'un periodo al contrario'
run come as1 redigi --cartella "$CS" --tipo autorita-giudiziaria --oggetto x \
    --fatti-accertati F --dichiarazioni D
rifiuta manca-valutazioni 'invariante 11: al giudice senza le tre parti'
run come as1 redigi --cartella "$CS" --tipo chiusura --oggetto 'chiusura' \
    --fatti-accertati F --dichiarazioni D --valutazioni V --prossima 2027-01-01
is_out "$CS relazioni/0002.xml" 'una relazione di chiusura'

# ---- permission, a closed cartella, the whole ----

run come sds1 verbale --cartella "$CS" --tipo equipe --stato prevista \
    --data 2026-11-20 --partecipante.nome A --partecipante.ruolo b
is_exit 3 'un verbale non è del controllo'
run come prot1 acquisisci --cartella "$CS" --protocollo "$P" \
    --avvio x
is_exit 2 'un campo che non c'\''è: no'
same_absent "$CS" CS-2026-0000099 come as2 avvia-ufficio --motivi x --cartella
come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fatto \
    --conferma termini-aperti --conferma termine-da-calcolare >/dev/null
run lib --data 2026-11-19
rifiuta cartella-chiusa 'invariante 10: in una cartella chiusa una liberatoria'
run intero
rifiuta cartella-chiusa 'un progetto'
run isee "$P"
rifiuta cartella-chiusa 'un'\''attestazione'
run sot --documento progetti/0001.xml --esito sottoscritto --protocollo "$P"
rifiuta cartella-chiusa 'una sottoscrizione'
is_integro 'dopo tutte le carte'
plan
