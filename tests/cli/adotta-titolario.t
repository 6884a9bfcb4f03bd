# SPDX-License-Identifier: EUPL-1.2
# adotta-titolario: the plan of classification, and what classifying means then.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/titolari.sh"

uffici_di_prova >/dev/null || exit 1
ID1=11111111111111111111111111111111
ANCI=${DATI:-$RADICE/../shared/dati}/titolario_anci_2005.csv

adotta() {	# adotta FILE [OPTION...]
	adotta_file=$1
	shift
	come resp adotta-titolario --nome Piano --valido-dal 2026-01-01 \
	    "$@" "$adotta_file"
}

tabella() {	# a table of these rows, with its heading
	printf 'titolo,classe,denominazione\n' >t.csv
	printf '%b\n' "$@" >>t.csv
}

no() {		# no CODE ROW DESC: the table t.csv is refused
	run adotta t.csv
	is_exit 1 "$3: no"
	like err "/adotta-titolario: riga $2: .*\\[$1\\]" 'con la riga'
}

# ---- before any ----

run come prot1 titolario
is_exit 1 'nessun titolario: non si può guardare'
like err 'adotta-titolario' 'e dice che cosa fare'
run registrata XXXIX/99
is_exit 0 'senza titolario ogni classifica va bene'

# ---- refused ----

tabella_di_prova >buono.csv
run come resp adotta-titolario --nome Piano --valido-dal 2026-01-01
is_exit 1 'senza tabella no'
like err '\[manca-file\]' 'e lo dice'
run come prot1 adotta-titolario --nome P --valido-dal 2026-01-01 buono.csv
is_exit 3 'adottarlo è del responsabile'
run adotta inesistente.csv
is_exit 2 'un file che non c'\''è: no'

tabella 'I,,Amministrazione' 'IIII,,Oltre'
no titolo 3 'un numero romano che non esiste'
tabella 'I,,Amministrazione' 'i,1,Statuto'
no titolo 3 'un numero romano minuscolo'
tabella 'I,,Amministrazione' 'I,0,Statuto'
no classe 3 'la classe zero'
tabella 'I,,Amministrazione' 'I,uno,Statuto'
no classe 3 'una classe in lettere'
tabella 'I,,Amministrazione' 'I,1,'
no senza-denominazione 3 'una voce senza nome'
tabella 'I,,Amministrazione' 'II,1,Sindaco'
no senza-titolo 3 'una classe senza il suo titolo'
tabella 'I,,Amministrazione' 'I,1,Statuto' 'I,1,Regolamenti'
no voce-doppia 4 'la stessa voce due volte'
tabella 'I,,Amministrazione' 'I,1,Statuto, regolamenti'
no campi 3 'una virgola fuori dalle virgolette'
tabella 'I,,Amministrazione' 'I,1,"Statuto'
no tabella 3 'virgolette lasciate aperte'
tabella 'I,,Amministrazione' 'I,1,Citt\0340'
no tabella 3 'un testo in latin1'
tabella 'I,,Amministrazione' 'I,1,Sta\0000tuto'
no tabella 3 'un byte zero'
tabella 'I,,Amministrazione'
run adotta t.csv
is_exit 1 'solo titoli: no'
like err '\[senza-classi\]' 'e lo dice'
printf 'titolo;voce\nI;x\n' >t.csv
run adotta t.csv
is_exit 1 'altre colonne: no'
like err 'manca la colonna «classe».*\[colonne\]' 'e dice quale manca'
: >t.csv
run adotta t.csv
is_exit 1 'un file vuoto: no'
tabella 'I,x,' 'Z,1,Y'
run adotta t.csv
like err 'riga 2: .*\[classe\]' 'di più righe guaste'
like err 'riga 3: .*\[titolo\]' 'dice di ciascuna'

# ---- in the past ----

run adotta buono.csv
is_exit 1 'nel passato, senza una classe già usata: si ferma'
like err 'avviso: .*XXXIX/99.*\[classi-mancanti\]' 'e dice quale'
run adotta buono.csv --id "$ID1" --provvedimento 'delibera 7/2026' \
    --conferma classi-mancanti
is_exit 0 'confermato, si adotta'
cp "$OUT" primo
run adotta buono.csv --id "$ID1" --provvedimento 'delibera 7/2026' \
    --conferma classi-mancanti
same_bytes "$OUT" primo 'la stessa istanza di nuovo ha la stessa risposta'
run git -C "$S/ente" show main:titolari/0001.xml
like out '<voce indice="VII/9">Prevenzione, recupero' 'le voci sono nel documento'
like out '<provvedimento>delibera 7/2026</provvedimento>' 'con il provvedimento'
no_file "$S/ente/titolari/0002.xml" 'ce n'\''è uno solo'

# ---- from now on ----

run registrata VII/99
is_exit 1 'una classifica che non c'\''è: no'
like err '/registra/classifica: VII/99 .*forse VII/9 \(Prevenzione.*\[classifica-ignota\]' \
    'e dice le più vicine'
like err 'titolario --parola' 'e come cercarla'
run registrata VII
is_exit 1 'il titolo solo non basta'
run registrata VII/09
is_exit 1 'VII/09 non è una voce'
like err 'forse VII/9 ' 'VII/9 sì'
run segnalazione
is_exit 0 'una che c'\''è va bene'
P=$(cat "$OUT")
run come prot1 mostra "$P"
like out 'VII/9 Prevenzione, recupero' 'e se ne vede il nome'
run come prot1 mostra 0000001/2026
like out 'classifica: +XXXIX/99$' 'quella di prima tiene la sua'

# ---- who classifies ----

AC=$(valutata)
run apri "$AC" --classifica XI/2 --conferma senza-liberatoria \
    --conferma senza-stato-di-famiglia
is_exit 1 'aprire una cartella con una classifica ignota: no'
like err '/apri/classifica: .*\[classifica-ignota\]' 'e lo dice'
run apri "$AC" --conferma senza-liberatoria --conferma senza-stato-di-famiglia
is_exit 0 'con VII/9 sì'
CS=$(cat "$OUT")
con_chiave coord >/dev/null

scrivi() {
	come coord comunica --cartella "$CS" --oggetto riscontro \
	    --destinatario.denominazione Scuola \
	    --destinatario.indirizzo 'Via 1' --testo 'Si risponde.' "$@"
}
run scrivi --classifica IX/4
is_exit 1 'una lettera con una classifica ignota: no'
like err '/comunica/classifica: .*\[classifica-ignota\]' 'e lo dice'

# ---- a later one ----

sed 's/Prevenzione, recupero/Tutela dei minori, prevenzione, recupero/
    s/^VII,12,/VII,14,/' buono.csv >nuovo.csv
run come resp adotta-titolario --nome Vecchio --valido-dal 2025-01-01 buono.csv
is_exit 1 'un titolario che vale da prima dell'\''ultimo: no'
like err '\[prima-dell-ultimo\]' 'e lo dice'
run come resp adotta-titolario --nome Nuovo --valido-dal 2027-01-01 nuovo.csv
is_exit 0 'uno che vale da domani sì'
run come prot1 titolario
like out '^Piano, in vigore dal 01/01/2026, sostituito dal 01/01/2027 \(delibera' \
    'fino ad allora vale quello di prima'
run registrata VII/14
is_exit 1 'e le sue classi non ci sono ancora'

ora 2027-01-02T09:00:00+01:00
come resp conferma-ora "$CARTELLA_ORA" 'controllata' >/dev/null
run registrata VII/14
is_exit 0 'dal suo giorno vale il nuovo'
run registrata VII/12
is_exit 1 'e le classi che non ha più non si usano'
run segnalazione
Q=$(cat "$OUT")
run come prot1 mostra "$Q"
like out 'VII/9 Tutela dei minori' 'una registrazione nuova ha il nome nuovo'
run come prot1 mostra "$P"
like out 'VII/9 Prevenzione' 'una vecchia il nome di allora'

# ---- tables as they come ----

printf '\357\273\277%s\r\n' 'titolo;classe;sottoclasse;denominazione' >t.csv
printf '%s\r\n' 'I;;;"Affari;' 'generali"' '' 'I;1;;Atti' 'I;1;3;Copie' >>t.csv
run come resp adotta-titolario --nome Terzo --valido-dal 2028-01-01 t.csv
is_exit 0 'punto e virgola, BOM, CRLF, righe vuote, sottoclassi'
run come prot1 titolario --al 2028-02-01
like out '^I\. Affari; generali$' 'un testo su due righe diventa una riga'
like out '^    I/1/3 +Copie$' 'e le sottoclassi ci sono'

if [ -f "$ANCI" ]; then
	run come resp adotta-titolario --nome 'Titolario dei Comuni 2005' \
	    --valido-dal 2029-01-01 "$ANCI"
	is_exit 0 'il titolario dei Comuni si adotta com'\''è'
	run come prot1 titolario --al 2029-01-01
	is "$(grep -c '^[IVX]*\. ' "$OUT")" 14 'ha quattordici titoli'
	is "$(grep -c '/' "$OUT")" \
	    "$(awk -F, 'NR > 1 && $2 != ""' "$ANCI" | wc -l | awk '{ print $1 + 1 }')" \
	    'e tutte le sue classi'
	like out '^  VII/9 +Prevenzione, recupero e reintegrazione' 'VII/9 è quella dei minori'
elif [ "${CI:-}" = 1 ] || [ "${CI:-}" = true ]; then
	ok "il titolario dei Comuni è in $ANCI" false
else
	skip 'il titolario dei Comuni non c'\''è' 4
fi

is_integro 'dopo i titolari'
plan
