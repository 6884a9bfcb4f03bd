# SPDX-License-Identifier: EUPL-1.2
# Redaction: the policy adopted and read; copies for somebody who may not see
# all.  What was removed is looked for, byte by byte, in all that came out.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
POLITICA=$RADICE/templates/ente/oscuramento.xml
CS=$(aperta)
D=$S/cartelle/2026/0000001

# ---- the policy ----

run come resp oscuramento --per scuola
is_exit 0 'la politica si legge'
like out '^scuola: Istituto scolastico' 'a chi'
like out '  relazione: dà tipo, oggetto' 'che cosa si dà'
like out 'toglie dichiarazioni \(terze persone\)' 'e che cosa si toglie'
unlike out '^tribunale' 'solo di chi si chiede'
run come resp oscuramento --per circo
is_exit 1 'una destinazione che non c'\''è: no'
run come prot1 oscuramento
is_exit 3 'e non a chi tiene il solo registro'

politica() {	# politica CODE DESC SED
	sed "$3" "$POLITICA" >p.xml
	run come resp adotta-oscuramento p.xml
	is_exit 1 "$2: no"
	like err "\\[$1\\]" "e lo dice ($1)"
}

run come resp adotta-oscuramento
like err '\[manca-file\]' 'senza file no'
run come as1 adotta-oscuramento "$POLITICA"
is_exit 3 'adottarla è del responsabile'
politica doppio 'due volte la stessa destinazione' \
    's/nome="procura"/nome="scuola"/'
politica niente-da-dare 'chi non riceve nulla' \
    '/nome="scuola"/,/<\/destinazione>/{/<tieni/d;}'
politica formato 'un XPath al posto di un campo' \
    's,campo="dichiarazioni",campo="//p[1]",'
politica valore 'una natura inventata' 's/natura="valutazioni"/natura="boh"/'
politica si-da-di-piu 'dare di più senza dirlo' \
    '/nome="scuola"/,/<\/destinazione>/{/"dichiarazioni"/d;}'
like err 'relazione dichiarazioni \(non si toglie più\)' 'che cosa'
politica destinazione-tolta 'togliere una destinazione senza dirlo' \
    '/nome="forze-ordine"/,/<\/destinazione>/d'
sed '/nome="scuola"/,/<\/destinazione>/s,.*"dal".*,,' "$POLITICA" >p.xml
run come resp adotta-oscuramento p.xml --provvedimento 'delibera 9'
is_exit 0 'dare di meno: sì'
run come as1 oscuramento --per scuola
like out '^adottata con delibera 9' 'e vale'

# ---- refused ----

redatta "$CS" >"$OUT"
R=relazioni/0001.xml

rifiuto() {	# rifiuto CODE DESC OPTION...
	rifiuto_codice=$1 rifiuto_desc=$2
	shift 2
	run come as1 copia-oscurata --cartella "$CS" "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "\\[$rifiuto_codice\\]" "e lo dice ($rifiuto_codice)"
}

come as1 annota --cartella "$CS" --riservata si 'Solo mia.' >"$OUT"
come as1 annota --cartella "$CS" --riservata no 'Di tutti.' >"$OUT"
V=$(cd "$D" && ls diario/riservate/*/*.xml)
N=$(atti)
rifiuto destinazione-ignota 'a chi la politica non conosce' \
    --documento $R --per circo
like err 'ci sono scuola, ' 'e dice chi conosce'
rifiuto tipo-non-dato 'alla scuola, niente diario' \
    --documento diario/2026/00/0001.xml --per scuola
rifiuto tipo-non-dato 'a nessuno, ciò a cui nessuno ha pensato' \
    --documento cartella.xml --per tribunale
rifiuto voce-riservata 'invariante 12: una voce riservata, a nessuno' \
    --documento "$V" --per interessato
rifiuto natura-ignota 'una natura che non c'\''è' --documento $R \
    --per tribunale --ometti fatti-accertati=segreti
rifiuto passo-ignoto 'un passo che non c'\''è: non resti dentro per un errore' \
    --documento $R --per tribunale --ometti 'fatti-accertati#2=diario'
run come coordn copia-oscurata --cartella "$CS" --documento $R --per scuola
is_exit 1 'chi non può leggere l'\''intero non ne fa una copia'
run come prot1 copia-oscurata --cartella "$CS" --documento $R --per scuola
is_exit 3 'né chi tiene il registro'
niente_scritto "$N" 'e nulla è scritto'

# ---- two worlds that differ in what is removed ----

politica si-da-di-piu 'lasciare dove dice un indirizzo protetto' \
    '/<protetto campo="\*.residenza"/d'
C=conosce-indirizzo-protetto
politica si-da-di-piu 'dire un indirizzo protetto a chi non lo conosce' \
    '/nome="scuola"/,/<base>/s,<base>.*,&'"<$C>si</$C>,"

cp -a "$S" altro

# A relazione whose third part, and one paragraph, are secret.
mondo() {	# mondo NAME SECRET OTHER
	come as1 redigi --cartella "$CS" --tipo con-esito --oggetto 'su M. R.' \
	    --fatti-accertati "Tre colloqui.

Il vicino $2 ha visto.

Nient'altro." --dichiarazioni "$3" --valutazioni "Forse $2." \
	    --proposta 'Un sostegno.' --metodo "Ho sentito $2." >"$OUT" &&
	come as1 copia-oscurata --cartella "$CS" \
	    --documento relazioni/0002.xml --per azienda-sanitaria \
	    --motivo 'presa in carico comune' \
	    --ometti 'fatti-accertati#2=terze-persone' \
	    --ometti valutazioni=valutazioni >"$1.esito" &&
	come as1 stampa "$CS" copie/0001.xml >"$1.pdf" &&
	come as1 stampa "$CS" copie/0001.xml --odt si >"$1.odt" &&
	mkdir "$1" && (cd "$1" && unzip -q "../$1.odt") &&
	qpdf --qdf --object-streams=disable "$1.pdf" "$1.qdf"
}

mondo uno 'Gaspare Zzirilli' 'La madre tace.'
ok 'un mondo' [ -s uno.qdf ]
cp -a "$S" resta
S=$T/altro
mondo due 'Ermenegilda Wwodka' 'Il padre parla per ore, e poi ancora.

- a lungo;
- di tutto.'
ok 'un altro, diverso in ciò che si toglie' [ -s due.qdf ]
S=$T/resta

pdftotext -layout uno.pdf uno.txt
ok 'dice che è una copia con omissioni' grep -q 'COPIA CON OMISSIONI' uno.txt
ok 'al posto di ciò che è tolto, di che natura era' \
    grep -q '\[omesso: dati di terze persone\]' uno.txt
ok 'il resto c'\''è' grep -q "Nient'altro" uno.txt
tr -s ' \n' ' ' <uno.txt >uno.riga
ok 'al piede, da quale documento viene' \
    grep -q 'Copia con omissioni dal documento relazioni/0002.xml' uno.riga
ok 'quanti passi e di che natura' grep -q 'omessi: [0-9]* passi (dati di terze '\
'persone, valutazioni, dati non necessari)' uno.riga
ok 'e per chi' grep -q 'Rilasciata per: Azienda sanitaria' uno.riga

# Nowhere: neither in the parts of the ODT, nor in the streams of the PDF, nor
# in its metadata; as UTF-8, as UTF-16, as hexadecimal.
tracce() {	# tracce WORD FILE...
	tracce_w=$1
	shift
	tracce_16=$(printf %s "$tracce_w" | iconv -t UTF-16BE | xxd -p)
	cat "$@" | grep -aqiF "$tracce_w" && echo testo
	cat "$@" | xxd -p | tr -d '\n' | grep -qi "$tracce_16" && echo utf16
	cat "$@" | tr -d ' \n' | grep -aqi "$tracce_16" && echo hex
	:
}
for parola in Zzirilli Gaspare 'madre tace'; do
	is "$(tracce "$parola" $(find uno -type f) uno.qdf uno.txt uno.pdf)" '' \
	    "di «$parola» non resta traccia nella copia"
done
is "$(tracce Colloqui uno.txt; tracce colloqui uno/content.xml)" 'testo
testo' 'la ricerca trova, se c'\''è'

senza_impronta() {
	sed 's/[0-9a-f]\{64\}/IMPRONTA/g' "$1"
}
for d in uno due; do
	pdftotext -layout $d.pdf - | tr -s ' \n' ' ' |
	    sed 's/[0-9a-f]\{64\}/IMPRONTA/g' >$d.riga
	senza_impronta $d/content.xml >$d.content
	rm $d/content.xml
done
same_bytes uno.riga due.riga 'i due mondi danno lo stesso testo'
same_bytes uno.content due.content 'e lo stesso ODT'
ok 'in ogni sua parte' diff -r uno due

# ---- what the cartella keeps ----

D=$S/cartelle/2026/0000001
run come as1 mostra "$CS" --documento copie/0001.xml
like out 'copia con omissioni per Azienda sanitaria' 'la cartella ne tiene nota'
like out 'politica: versione 2' 'con quale politica'
like out 'tolto a mano: fatti-accertati#2=terze-persone' 'che cosa a mano'
like out 'omessi: terze persone, 2' 'quanti passi'
I=$(git -C "$D" show main:relazioni/0002.xml | sha256sum | cut -d' ' -f1)
like out "impronta $I" 'di quali byte'
like out "PDF: $(sha256sum <uno.pdf | cut -d' ' -f1)" 'e quali ne sono usciti'
is "$(tracce Zzirilli "$D/copie/0001.xml")" '' 'senza ciò che si è tolto'

# ---- a protected address ----

come as1 secreta "$CS" indirizzo-protetto --lettore coord >"$OUT"
run come as1 copia-oscurata --cartella "$CS" --documento scheda.xml \
    --per interessato
like err 'avviso: .*\[indirizzo-protetto\]' \
    'un indirizzo protetto: il testo si rilegge, prima'
run come as1 copia-oscurata --cartella "$CS" --documento scheda.xml \
    --per interessato --conferma indirizzo-protetto
is_exit 0 'poi si conferma'
run come as1 mostra "$CS" --documento copie/0002.xml
like out 'omessi: indirizzo protetto, ' 'e i campi che lo dicono non ci sono'
run come as1 copia-oscurata --cartella "$CS" --documento scheda.xml \
    --per procura --ometti note=nota-riservata
unlike err 'indirizzo-protetto' 'la procura lo conosce'

is_integro 'dopo le copie'
plan
