# SPDX-License-Identifier: EUPL-1.2
# importa --da siso: cases of another product, from files that are not to be
# trusted, act by act; killed and begun again, each case is there once.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

{ uffici_di_prova && come resp nomina --codice mig --cognome Migra --nome Zoe \
    --ufficio soc --ruolo segretariato --ruolo coordinatore \
    --ruolo assistente-sociale; } >/dev/null || exit 1
X=$RADICE/docs/esempi/interscambio.xml
CS=CS-2026-0000001
SI='--conferma senza-liberatoria --conferma data-anteriore'
importa() {	# importa USER ARG...
	importa_u=$1
	shift
	# shellcheck disable=SC2086
	come "$importa_u" importa --da siso $SI "$@"
}
atti() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" 'SELECT max(seq) FROM catena'
}
N=$(atti)
niente() {	# niente DESC
	is "$(atti)" "$N" "$1: niente di scritto"
}

# ---- the line ----

run importa mig
is_exit 2 'senza file: no'
run come mig importa --da zancan "$X"
is_exit 2 'da un prodotto che non si conosce: no'
like err 'conosco siso' 'e dice quali'
run importa mig --colore rosso "$X"
is_exit 2 'un'\''opzione che non c'\''è: no'
run importa mig --prova forse "$X"
is_exit 2 'prova è si o no'
run importa mig --id 11111111111111111111111111111111 "$X"
is_exit 2 'gli id li fa da sé'
run importa mig manca.xml
is_exit 1 'un file che non c'\''è'

# ---- files that are none, or hostile ----

ostile() {	# ostile DESC PATTERN: ostile.xml is refused
	run importa mig ostile.xml
	is_exit 1 "$1: no"
	like err "$2" 'e lo dice'
	niente "$1"
}
printf 'niente di simile' >ostile.xml
ostile 'testo' 'ostile\.xml'
printf '<a><b>' >ostile.xml
ostile 'XML a metà' 'ostile\.xml'
printf '<persona><nome>Elsa</nome></persona>' >ostile.xml
ostile 'un altro XML' 'non è un interscambio'
{ echo '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    sed 1d "$X" | sed 's/Elsa/\&e;/'; } >ostile.xml
ostile 'entità di fuori' 'ostile'
{ echo '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    sed 1d "$X" | sed 's/Elsa/\&b;/'; } >ostile.xml
ostile 'entità che crescono' 'ostile'
awk 'BEGIN { for (i = 0; i < 5000; i++) printf "<a>" }' >ostile.xml
ostile 'troppo profondo' 'ostile'
sed '/extension="MSG-0001"/d' "$X" >ostile.xml
ostile 'senza identificativo' 'identificativo'
head -c 5000000 /dev/zero | tr '\0' ' ' >ostile.xml
ostile 'troppo grande' 'ostile'
run importa mig "$X" "$X"
is_exit 1 'lo stesso messaggio due volte: no'
like err 'c.è due volte' 'e lo dice'
niente 'due volte'

# what cannot be is said before anything is done, of each case
sed 's/01032018/31022018/; s/MSG-0001/MSG-0002/' "$X" >errato.xml
run importa mig "$X" errato.xml
is_exit 1 'il 31 febbraio: no'
like err 'errato\.xml, D.Este & Prova Elsa: accogli: .*nato' 'di quale, dove e perché'
like err 'non ho importato niente' 'e non comincia'
niente 'con un errore'
sed 's/<v3:family>D.Este &amp; Prova/<v3:family>/; s/MSG-0001/MSG-0003/' "$X" \
    >senza.xml
run importa mig senza.xml
is_exit 1 'senza cognome: no'
niente 'senza cognome'

# ---- a trial ----

run importa mig --prova si "$X" errato.xml
is_exit 1 'la prova'
like err '2 casi: 1 da importare, 0 già importati, 1 che non si possono' 'conta'
niente 'la prova'
# an act far behind the first: nobody may be told it is well before it is tried
sed 's/MSG-0001/MSG-0004/; s/Elsa/Ada/; s/20261012/20271012/; s/20261030/20271030/' "$X" \
    >dopo.xml
foto() {	# every file of the store, with its bytes
	find "$S" -type f ! -name "*-shm" ! -name "*-wal" -exec sha256sum {} + | sort -k 2
	find "$S" -type d | sort
}
foto >prima.txt
cp -a "$S" "$T/intero"
run importa mig --prova si "$X" dopo.xml
is_exit 1 'un atto dopo il primo che non si può: la prova lo trova'
like err 'dopo\.xml, D.Este & Prova Ada: annota: .*futur' 'di quale, dove e perché'
like err '2 casi: 1 da importare, 0 già importati, 1 che non si possono' 'e lo conta'
like err 'ho provato ogni atto su una copia dell.archivio' 'e dice come ha provato'
foto >dopo.txt
is "$(diff prima.txt dopo.txt)" '' 'niente di cambiato nell'\''archivio'
is "$(ls "$S"/../ | grep -c 'prova$')" 0 'niente accanto'
run importa prot1 "$X"
is_exit 1 'chi non ha quegli atti: no'
niente 'chi non può'

# and so does an import: a row far behind the first loses nothing
run importa mig "$X" dopo.xml
is_exit 1 'importare: prima si prova tutto'
like err 'dopo\.xml, D.Este & Prova Ada: annota: .*futur' 'e ciò che non va si dice'
like err 'non ho importato niente' 'prima di cominciare'
unlike out . 'di nessun caso'
niente 'un atto dopo il primo che non si può'
run importa mig --prova si --senza-prova si "$X"
is_exit 2 'provare e non provare: no'
at_point prima-del-commit:2 importa mig "$X" >/dev/null 2>&1
niente 'chi muore provando'
run importa mig --senza-prova si dopo.xml
is_exit 1 'senza provare ci si ferma a metà'
like err 'ciò che è fatto resta' 'e si dice'
is "$(($(atti) - N > 0))" 1 'con ciò che è fatto'
rm -rf "$S" && cp -a "$T/intero" "$S"
N=$(atti)

# ---- done, killed at each act, begun again ----

for dove in prima-del-commit dopo-il-commit; do
	for k in 3 2 1; do
		prima=$(atti)
		at_point "$dove:$k" importa mig --senza-prova si "$X" >/dev/null 2>&1
		case $dove in prima*) voluti=$((k - 1)) ;; *) voluti=$k ;; esac
		[ $((prima - N + voluti)) -le 7 ] || voluti=$((7 - prima + N))
		is "$(($(atti) - prima))" "$voluti" "muore a $dove:$k"
	done
done
run importa mig "$X"
is_exit 0 'alla fine c'\''è'
like out "AC-2026-0000001, $CS: 7 atti \\(7 già fatti\\)" 'intera, una volta'
is "$(($(atti) - N))" 7 'sette atti, nessuno due volte'
run importa mig "$X"
like out '7 atti \(7 già fatti\)' 'e di nuovo non fa nulla'
run importa mig --prova si "$X"
like err '0 da importare, 1 già importati' 'la prova lo sa'
sed 's/Due colloqui/Quattro colloqui/' "$X" >oltre.xml
run importa mig --prova si oltre.xml
is_exit 0 'e di uno importato, che dice altro'
like err '1 da importare, 0 già importati' 'prova ciò che manca, dove il resto c'\''è'
is "$(($(atti) - N))" 7 'senza scriverlo'
run come mig mostra "$CS" --documento scheda.xml
like out "cognome: D'Este & Prova" 'il nome'
like out 'data: 01/03/2018' 'la nascita'
like out 'cittadinanza: italiana' 'la cittadinanza'
like out 'recapito: 333 0000000' 'il recapito'
unlike out 'XXX' 'ciò che non si sa non c'\''è'
run come mig mostra "$CS" --documento stato-di-famiglia/2026-11-20.xml
like out 'parentela: madre' 'la famiglia'
like out '12/04/1990' 'con la data nell'\''altra forma'
unlike out Vicini 'e non chi è della rete'
run come mig diario "$CS"
like out 'La scuola segnala assenze lunghe' 'ogni fase nel diario'
like out 'ISEE: 4120\.50' 'con ciò che osservava'
like out 'Conclusa il 2026-10-30' 'e quando è finita'
like out 'Rete sociale: Ugo Vicini' 'e il resto'
unlike out 'XXX|DSU0' 'non ciò che non si sa'
is "$(sqlite3 "$S/registro.sqlite" "SELECT count(*) FROM voce_diario")" 3 \
    'tre voci'

# ---- another one beside it; one that changed ----

sed 's/MSG-0001/MSG-0009/; s/Elsa/Mara/; s/01032018/02042019/' "$X" >altra.xml
run importa mig errato.xml altra.xml --salta si --conferma persona-nota
is_exit 1 'un'\''altra, oltre una errata'
like out 'CS-2026-0000002: 7 atti \(0 già fatti\)' 'è importata'
like err 'errato\.xml' 'quella errata è detta'
sed 's/Due colloqui/Tre colloqui/' "$X" >cambiato.xml
run importa mig cambiato.xml
is_exit 0 'lo stesso messaggio, cambiato'
like out "$CS: 7 atti \\(6 già fatti\\)" 'non apre un'\''altra cartella'
run importa resp "$X"
is_exit 1 'un altro non riprende ciò che non è suo'

# words of others are words, and marks are ours
sed "s/MSG-0001/MSG-0010/; s/D.Este &amp; Prova/{cartella}/; s/Elsa/{chi}/;
    s,Due colloqui,\&lt;b\&gt;{accesso}\&lt;/b\&gt;," "$X" >segni.xml
run importa mig --conferma persona-nota segni.xml
is_exit 0 'i nostri segni nelle parole altrui'
run come mig mostra CS-2026-0000003 --documento scheda.xml
like out 'cognome: \{cartella\}' 'restano parole'
is_integro 'tutto torna, anche rifatto'
plan
