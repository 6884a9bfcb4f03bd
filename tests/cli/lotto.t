# SPDX-License-Identifier: EUPL-1.2
# lotto: one letter for each row of a table, killed and begun again: each row
# is registered once.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
con_chiave coord >/dev/null
TESTA='cartella;destinatario.denominazione;destinatario.pec;oggetto;testo'

riga() {	# riga N [CARTELLA]: the letter to school N
	echo "${2:-$CS};Scuola «$1» & C.;scuola$1@pec.example;riscontro L. B. ($1);\"Prima riga $1.

- è una voce; con punto e virgola\""
}

tabella() {	# tabella FROM TO: a table of those letters
	echo "$TESTA"
	tabella_i=$1
	while [ "$tabella_i" -le "$2" ]; do
		riga "$tabella_i"
		tabella_i=$((tabella_i + 1))
	done
}

lotto() {
	come coord lotto --nome prova "$@"
}

# ---- what is refused before any letter ----

N=$(atti)
tabella 1 20 >lettere.csv
tabella 1 2 >due.csv
run come coord lotto lettere.csv
is_exit 2 'senza nome: no'
run lotto
is_exit 2 'senza tabella: no'
run come coord lotto --nome ../x lettere.csv
is_exit 1 'un nome che non è un nome: no'
run lotto --prova forse lettere.csv
is_exit 2 'prova è si o no'
run lotto manca.csv
is_exit 1 'una tabella che non c'\''è'
tabella 1 1 | sed 's/oggetto/ogetto/' >errata.csv
run lotto errata.csv
is_exit 1 'una colonna che non è un campo: no'
like err 'la colonna 4, «ogetto», non è un campo' 'e dice quale'
run lotto --oggetto x lettere.csv
like err '«oggetto» è una colonna, e anche' 'colonna e opzione insieme: no'
run lotto --colore rosso lettere.csv
like err '--colore non è un campo' 'un'\''opzione che non è un campo: no'
echo "$TESTA" >vuota.csv
run lotto vuota.csv
like err 'solo la riga dei nomi' 'una tabella senza righe: no'
{ echo cartella; yes "$CS" | head -n 10001; } >errata.csv
run lotto errata.csv
like err 'sono 10001 lettere' 'troppe: no'
{ echo "$TESTA;oggetto"; riga 1; } >errata.csv
run lotto errata.csv
like err 'c'\''è due volte' 'una colonna due volte: no'
run come coordn lotto --nome prova due.csv
is_exit 1 'di una cartella che non si vede: no'
run come sds1 lotto --nome prova due.csv
is_exit 3 'chi non può scrivere lettere: no'

{
	tabella 1 2; riga 1; riga 4 CS-2026-0000099; riga 5 boh
	echo "$CS;solo"
	echo "$CS;Scuola;;L. B.;Testo."
} >righe.csv
run lotto righe.csv
is_exit 1 'con righe sbagliate: no'
like err '^riga 8: è uguale alla riga 2' 'una riga due volte'
like err '^riga 11: .*CS-2026-0000099' 'una cartella che non c'\''è'
like err '^riga 14: errore: /comunica/cartella' 'un numero che non è un numero'
like err '^riga 17: ha 2 colonne, i nomi sono 5' 'una riga corta'
like err '^riga 18: .*senza-recapito' 'nessun recapito'
like err '^non ho mandato niente' 'e non parte niente'
run lotto --prova si due.csv
is_exit 0 'di tutte buone la prova va bene'
like err '^2 righe: 2 da mandare, 0 già protocollate, 0 che' 'e dice quante'
is "$(atti)" "$N" 'niente di ciò ha registrato qualcosa'
come coord lotto --nome mai --prova si due.csv 2>/dev/null
no_file "$S/lotti/mai" 'e la prova non lascia niente'

{
	echo 'cartella;destinatario.denominazione;libero.giorno;libero.ora'
	echo "$CS;Famiglia;3 dicembre 2026;15.30"
	echo "$CS;Altra famiglia;3 dicembre 2026;"
} >invito.csv
invito() {
	come coord lotto --nome inviti --modello convocazione --oggetto L.B. \
	    --destinatario.indirizzo 'via Po 1' --libero 'luogo=via Po 2' "$@"
}
run invito --prova si invito.csv
is_exit 1 'un modello che chiede ciò che una riga non dice: no'
like err '^riga 3: .*libero\.ora' 'e si dice quale campo, prima di mandare le altre'
unlike err '^riga 2: ' 'quella che lo dice va bene'

# ---- killed and begun again ----

numeri() {	# what a run said, complete lines only
	grep -h '^riga [0-9]*: [0-9]\{7\}/2026$' "$@" | sort -u
}

righe_dette() {	# righe_dette FILE N: waits until a run has said so many
	while [ "$(wc -l <"$1")" -lt "$2" ] && kill -0 "$pid" 2>/dev/null; do
		sleep 0.02
	done
}

i=0
for dette in 0 6 13; do	# dies at any moment after so many
	i=$((i + 1))
	: >"detto$i"
	"$CARTELLA" --store "$S" --come coord lotto --nome prova lettere.csv \
	    >"detto$i" 2>>"$ERR" &
	pid=$!
	righe_dette "detto$i" "$dette"
	sleep "0.$(shuf -i 0-3 -n 1)"
	kill -9 "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
done
run lotto lettere.csv
is_exit 0 'uccisa tre volte e ripresa, arriva in fondo'
like err '^20 righe: 20 protocollate \([1-9][0-9]* lo erano già\), 0 rif' \
    'e dice quante lo erano già'
cp "$OUT" detto
is "$(numeri detto | wc -l)" 20 'venti righe, venti numeri'
is "$(cut -d' ' -f3 detto | sort -u | wc -l)" 20 'tutti diversi'
is "$(numeri detto? detto | wc -l)" 20 'gli stessi che erano stati detti prima di morire'
is "$(ls "$S/cartelle/2026/0000001/comunicazioni" | wc -l)" 20 \
    'e altrettante lettere nella cartella'
N=$(atti)
run lotto lettere.csv
same_bytes "$OUT" detto 'di nuovo: la stessa risposta'
like err '^20 righe: 20 protocollate \(20 lo erano già\)' 'erano tutte fatte'
is "$(atti)" "$N" 'e nessun atto'

# ---- other rows, other columns, other names ----

{ tabella 1 2; riga 21; riga 22 CS-2026-0000099; } >altre.csv
run lotto --salta si altre.csv
is_exit 1 'una riga che non si può mandare si salta'
like err '^4 righe: 3 protocollate \(2 lo erano già\), 1 rifiutate' 'le altre no'
is "$(sed -n 1p "$OUT")" "$(sed -n 1p detto)" 'e la prima ha il numero che aveva'
is "$(($(atti) - N))" 1 'un atto in più'
{
	echo 'testo;cartella;destinatario.denominazione'
	echo "Testo.;$CS;Scuola"
} >corta.csv
run come coord lotto --nome altro --oggetto 'L. B.' \
    --destinatario.indirizzo 'via Po 1' corta.csv
is_exit 0 'ciò che vale per tutte sta nelle opzioni'
{
	echo 'cartella,destinatario.denominazione,testo'
	echo "$CS,Scuola,Testo."
} >corta.csv
run come coord lotto --nome altro --oggetto 'L. B.' \
    --destinatario.indirizzo 'via Po 1' corta.csv
like err '\(1 lo erano già\)' 'le colonne in altro ordine: la stessa riga'
run come coord lotto --nome terzo --oggetto 'L. B.' --prova si \
    --destinatario.indirizzo 'via Po 1' corta.csv
like err ' 1 da mandare, 0 già' 'con un altro nome è un altro lotto'
run come vice lotto --nome altro --oggetto 'L. B.' \
    --destinatario.indirizzo 'via Po 1' corta.csv
is_exit 1 'di un altro utente: no'
is "$(stat -c %a "$S/lotti/prova")" 600 'il segreto di un lotto è di chi tiene l'\''archivio'
run cartella verifica
like out ': 0 difetti$' 'con le lettere di due lotti è integro'
unlike out 'lotti' 'e non c'\''è niente di estraneo'
plan
