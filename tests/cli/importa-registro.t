# SPDX-License-Identifier: EUPL-1.2
# prova-importazione, importa-registro, storico: an old register brought in.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
ID1=11111111111111111111111111111111

cat >righe.csv <<'FINE'
"N. Prot.";"Data prot.";Verso;Oggetto;Mitt/Dest;Ann;Ris;Suo
1;07/01/2020;A;Richiesta di contributo;Parrocchia di San Rocco;;;
2;7-1-2020 10:15;Partenza;Risposta;"Parrocchia; di San Rocco";;;77/A
3;;A;Riga senza data;Ignoto;;;
4;2020-02-30;A;Un giorno che non c'è;x;;;
5;2020-03-01;laterale;Flusso inventato;x;;;
6;2020-03-01;E;;Senza oggetto;;;
6/bis;2020-03-02T09:00:00;i;"Nota   interna
su due righe";;S;;
7;2021-01-04;uscita;Lettera riservata su M. R.;Tribunale;no;X;
1;2021-01-04;E;Lo stesso numero, un altro anno;x;;;
1;2021-01-05;E;Lo stesso numero, lo stesso anno;x;;;
8;2021-02-01;E
FINE
cat >mappa.csv <<'FINE'
campo;colonna
numero;N. Prot.
data;Data prot.
flusso;Verso
oggetto;Oggetto
corrispondente;Mitt/Dest
annullata;Ann
riservata;Ris
protocollo-mittente;Suo
FINE

importa() {
	come resp importa-registro --origine vecchio \
	    --denominazione 'Protocollo 2020-2021' "$@"
}

# ---- tried first ----

run come prot1 prova-importazione --origine vecchio righe.csv mappa.csv
is_exit 3 'provare è del responsabile'
run come resp prova-importazione --origine vecchio righe.csv mappa.csv
is_exit 0 'si prova'
like out '^si importano 5 righe, 6 no$' 'quante sì, quante no'
for wanted in 'riga 4: manca data' 'riga 5: la data' 'riga 6: il flusso' \
    'riga 7: manca oggetto' 'riga 12: il numero 1 del 2021 è già alla riga 11' \
    'riga 13: ha solo 3 campi'; do
	like out "^$wanted" "$wanted"
done
is "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM storico')" 0 \
    'e non si scrive niente'

# ---- refused ----

head -n 1 righe.csv >vuota.csv
run importa vuota.csv mappa.csv
like err 'non ha righe.*\[tabella\]' 'un registro vuoto: no'
run importa righe.csv
like err '\[manca-file\]' 'senza mappa no'
printf 'campo;colonna\nnumero;N. Prot.\nboh;Oggetto\ndata;Giorno\nnumero;Verso\n' >m2.csv
run importa righe.csv m2.csv
is_exit 1 'una mappa sbagliata no'
like err 'mappa, riga 3: il campo «boh» non esiste' 'un campo che non c’è'
like err 'mappa, riga 4: la tabella non ha una colonna «Giorno»' 'una colonna che non c’è'
like err 'mappa, riga 5: il campo «numero» è detto due volte' 'un campo due volte'
like err 'non dice in quale colonna sta data' 'e quelli che mancano'
printf 'a;b\n"aperta;1\n' >rotta.csv
run importa rotta.csv mappa.csv
like err '\[tabella\]' 'una tabella rotta no'
run importa righe.csv mappa.csv
is_exit 1 'con righe rifiutate si ferma'
like err '6 righe.*5 sì.*\[righe-rifiutate\]' 'e chiede'
is "$(find "$S/transito" -type f | wc -l)" 0 'non resta niente'

# ---- done ----

run importa --id "$ID1" --conferma righe-rifiutate righe.csv mappa.csv
is_exit 0 'importato'
run importa --id "$ID1" --conferma righe-rifiutate righe.csv mappa.csv
is_exit 0 'la stessa istanza'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM storico')" 5 'una volta sola'
run come prot1 storico
like out '^vecchio - Protocollo 2020-2021 \(5 righe\)$' "l'elenco"
like out '^  2020: 3$' 'anno per anno'
run come prot1 storico --origine vecchio --anno 2020
like out '^1  07/01/2020  entrata  Richiesta di contributo - Parrocchia' 'le righe'
like out '^2  07/01/2020  uscita  Risposta - Parrocchia; di San Rocco$' \
    'date e flussi di ogni forma'
like out '^6/bis .* ANNULLATA  Nota interna su due righe' 'su una riga sola, con il segno'
run come prot1 storico --origine vecchio --anno 2021
like out '^7 .*\(riservata\)' 'di una riservata solo che c’è'
unlike out 'M\. R\.|Tribunale' 'non che cosa dice'
run come resp storico --origine vecchio --anno 2021 --numero 7
like out 'M\. R\.' 'il responsabile la legge'
run come prot1 storico --origine vecchio --anno 2020 --numero 2
like out '77/A' 'una riga sola, intera'
run come prot1 storico --origine vecchio --anno 2020 --numero 99
is_exit 1 'una che non c’è'
run come prot1 storico --parole 'PARROCCHIA contrib'
is "$(wc -l <"$OUT")" 1 'si cercano per parole'
like out '^vecchio  1  07/01/2020' 'in tutti i registri'
run come prot1 storico --parole 77/A
like out '^vecchio  2 ' 'anche il numero del mittente'
run come prot1 storico --parole tribunale
is_out 'nessuna riga' 'una riservata non si trova per ciò che dice'
run come resp storico --parole tribunale
like out '^vecchio  7 ' 'la trova chi può leggerla'
run come prot1 storico --parole '" OR *'
is_out 'nessuna riga' 'il testo è solo testo'
run come prot1 cerca --parole contributo
unlike out 'Richiesta di contributo' 'non si mescolano con le registrazioni'
run come as1 storico
is_exit 3 "non è dell'assistente sociale"

run git --git-dir "$S/registro/2026.git" show main:storici/0001/importazione.xml
like out '<rifiutata riga="4">manca data</rifiutata>' 'le righe rifiutate sono scritte'
h=$(sed -n 's/.*<impronta>\(.*\)<.*/\1/p' "$OUT" | head -n 1)
same_bytes righe.csv "$S/registro/2026/allegati/$(echo "$h" | cut -c1-2)/$h" \
    'e la tabella è lì, com’era'

# the rest, mended, by another act; what is there stays
cat >altre.csv <<'FINE'
N. Prot.;Data prot.;Verso;Oggetto;Mitt/Dest;Ann;Ris;Suo
3;2020-01-08;A;Riga con la data;Ignoto;;;
1;07/01/2020;A;Un altro oggetto;x;;;
FINE
run importa --conferma righe-rifiutate altre.csv mappa.csv
is_exit 0 'le altre, corrette'
run come prot1 storico
like out '\(6 righe\)' 'si aggiungono'
run come prot1 storico --origine vecchio --anno 2020 --numero 1
like out 'Richiesta di contributo' 'quelle che c’erano non cambiano'
run importa altre.csv mappa.csv
like err '\[nessuna-riga\]' 'due volte no'
not_ok 'una riga importata non si cambia' sqlite3 "$S/registro.sqlite" \
    "UPDATE storico SET oggetto = 'x'"
is "$(segnalazione)" 0000001/2026 'i numeri del registro sono solo suoi'

# ten thousand rows
awk 'BEGIN { print "n,d,f,o"; for (i = 1; i <= 10000; i++)
    printf "%d,2019-%02d-%02d,E,oggetto numero %d\n", i, i % 12 + 1,
    i % 28 + 1, i }' >molte.csv
printf 'campo,colonna\nnumero,n\ndata,d\nflusso,f\noggetto,o\n' >m3.csv
run come resp importa-registro --origine antico --denominazione 2019 molte.csv m3.csv
is_exit 0 'diecimila righe'
run come prot1 storico --origine antico --anno 2019 --dopo 5000
is "$(wc -l <"$OUT")" 102 'a pagine di cento'
like out 'altre: --dopo' 'e si continua'
run come prot1 storico --parole 'oggetto numero'
is "$(wc -l <"$OUT")" 101 'anche cercando'
run come prot1 storico --parole 'oggetto numero' \
    --dopo "$(sed -n 's/.*--dopo \([0-9]*\).*/\1/p' "$OUT")"
like out '^antico  101 ' 'e la pagina dopo viene dopo'

is_integro 'dopo le importazioni'
plan
