# SPDX-License-Identifier: EUPL-1.2
# A cartella that goes to another body with copies in the place of some of its
# documents: what was left out is looked for in every byte of the package, of its
# history and of the store that took it in; and what stays behind is told by
# nothing that goes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"
. "$RADICE/tests/cli/due_enti.sh"

POLITICA=$RADICE/templates/ente/oscuramento.xml
due_enti || exit 1
da_a
CS=$(aperta) || exit 1
D=$S/cartelle/2026/0000001
con_chiave as1 >/dev/null

dove() {	# dove DIR WORD: where the word stands in it
	"$DRIVER/tracce" "$1" "$2"
}
storie() {	# storie DIR: the bundle in it, as loose objects beside
	rm -rf "$1/storia"
	git clone -q "$1/pacchetto/data/cartella.bundle" "$1/storia" 2>/dev/null
}
tace() {	# tace DIR DESC WORD...: none of the words is there
	tace_d=$1 tace_desc=$2
	shift 2
	storie "$tace_d"
	for parola in "$@"; do
		is "$(dove "$tace_d" "$parola")" '' "$tace_desc: $parola"
	done
}

pdf_tace() {	# pdf_tace DIR DESC WORD YES: the PDFs say YES and no WORD (ERE)
	find "$1/pacchetto" -name '*.pdf' -exec pdftotext {} - \; >testo
	ok "$2: i PDF dicono ciò che va" grep -q "$4" testo
	not_ok "$2: e non ciò che resta" grep -qE "$3" testo
}

# ---- a relazione, its earlier version, its signature, a letter, a copy ----

redigi() {	# redigi WORD [RELAZIONE]
	come as1 redigi --cartella "$CS" --tipo con-esito --oggetto "sul minore" \
	    --fatti-accertati 'Frequenta la scuola: girasole.' \
	    --dichiarazioni "Il vicino ha detto: $1." \
	    --valutazioni 'La nonna beve: cinabro.' \
	    --proposta 'Un educatore.' ${2:+--relazione "$2"}
}
redigi papavero >"$OUT" || exit 1
R=relazioni/0001.xml
redigi zafferano "$R" >"$OUT" 2>"$ERR" || exit 1
run come as1 firma --cartella "$CS" --documento "$R"
is_exit 0 'una relazione firmata, con il suo PDF'
run come as1 proponi --cartella "$CS" --relazione "$R" --oggetto sostegno \
    --testo 'Si propone un educatore.' --conferma senza-progetto
is_exit 0 'una proposta che la nomina'
come resp nomina --codice as1 --cognome Uno --nome Ada \
    --qualifica 'assistente sociale' --ruolo assistente-sociale \
    --ufficio soc >/dev/null
run come as1 attesta-conformita --cartella "$CS" --documento "$R"
is_exit 0 'una copia attestata conforme'
R_ID=$(sed -n 's/.*<relazione [^>]*id="\([0-9a-f]*\)".*/\1/p' "$D/$R")
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita: melograno.' \
    >/dev/null
{ con_chiave coord && come as1 registra-famiglia --cartella "$CS" \
    --data 2026-10-10 --fonte anpr --componente.cognome Bianchi \
    --componente.nome Rita --componente.parentela madre \
    --componente.convivente si && come coord comunica --cartella "$CS" \
    --modello segnalazione --destinatario.denominazione Procura \
    --destinatario.pec p@pec.example --oggetto 'Segnalazione L.B.' \
    --testo 'Si segnala.' --libero urgenza=x --libero interventi=y \
    --libero prognosi=z; } >"$OUT" 2>&1 || { cat "$OUT"; exit 1; }
PRIMA=$(dove "$S" zafferano | wc -l)
ok 'la parola da togliere è in molti posti' [ "$PRIMA" -gt 3 ]
ok 'e quella della prima versione nella storia' [ -n "$(dove "$D" papavero)" ]

# ---- what may be asked ----

no() {	# no CODE DESC OPTION...
	no_c=$1 no_d=$2
	shift 2
	run come coord offri-trasferimento --cartella "$CS" --ente c_x001 \
	    --motivo residenza "$@"
	is_exit 1 "$no_d: no"
	like err "\\[$no_c\\]" "e lo dice ($no_c)"
}
no tipo-non-dato 'ciò che la politica non dà' --oscura voce-diario
no necessario 'la scheda in copia' --oscura scheda
no destinazione-ignota 'per chi la politica non conosce' --oscura relazione \
    --per circo
no resta-o-copia 'insieme fuori e in copia' --oscura relazione \
    --resta relazione
no niente-da-omettere 'ciò di cui la politica non toglie niente' \
    --oscura relazione
ok 'e niente è conservato' [ -z "$(ls -A "$S/consegne" 2>/dev/null)" ]

come coord secreta "$CS" --motivo indirizzo-protetto --lettore as1 \
    --lettore coord >"$OUT" || exit 1
no indirizzo-protetto 'in copia, con un indirizzo protetto, senza rileggere' \
    --oscura relazione --per scuola
come coord dissecreta "$CS" --motivo cessata >"$OUT" 2>&1 || cat "$OUT"

# ---- what stays behind is told by nothing that goes ----

no restano-anche 'la famiglia resta, e una lettera dice chi è' \
    --resta stato-di-famiglia
like err 'restano qui anche comunicazioni/0001.xml' 'ed è la lettera'
A=attestazioni/0001.xml
no restano-anche 'senza dire che cosa resta con loro' --resta relazione
like err "restano qui anche $A\." 'ed è la copia attestata'
PDF=si
N=$(tr_offri "$CS" --resta relazione --conferma restano-anche) || exit 1
tr_consegna "$N" "$T/o" >/dev/null
pdf_tace o 'con le relazioni che restano' 'zafferano|papavero|cinabro|girasole' \
    melograno
tace o 'con le relazioni che restano' zafferano papavero cinabro girasole
no_file o/pacchetto/data/documenti/firme/0001/manifesto.xml \
    'né le loro firme'
ok 'ma la proposta va' [ -n "$(ls o/pacchetto/data/documenti/proposte)" ]
come coord ritira-trasferimento "$CS" da-rifare >/dev/null

# ---- offered, with copies ----

togli() {	# togli CAMPO NATURA: the rule, of a relazione
	printf '<togli campo="%s" natura="%s" tipo="relazione"/>' "$@"
}
TOLTO="$(togli dichiarazioni terze-persone)$(togli valutazioni dati-sanitari)"
sed '/nome="altro-comune"/,/<\/destinazione>/{
    s,.*<tieni campo="\*" tipo="relazione"/>,&'"$TOLTO"',
}' "$POLITICA" >p.xml
come resp adotta-oscuramento p.xml >"$OUT" || exit 1
no restano-anche 'in copia, senza dirlo' --oscura relazione
like err "restano qui anche $A, proposte/0001.xml\." 'chi ne nomina l'\''id'
N=$(PDF=si tr_offri "$CS" --oscura relazione --oscura proposta \
    --conferma restano-anche) || exit 1
tr_consegna "$N" "$T/o" >/dev/null
unset PDF
pdf_tace o 'con le copie' "zafferano|papavero|cinabro|$R_ID" girasole
has_file "o/pacchetto/data/pdf/omissis/${R%.xml}.pdf" 'la copia è anche in PDF'
ok 'che dice che cosa è' sh -c \
    'pdftotext -layout "$0" - | grep -qi "copia con omissis"' \
    "o/pacchetto/data/pdf/omissis/${R%.xml}.pdf"
C=o/pacchetto/data/documenti/omissis/$R
has_file "$C" 'va una copia con omissis'
no_file "o/pacchetto/data/documenti/$R" 'non l'\''originale'
tace o 'in nessun byte del pacchetto' zafferano papavero cinabro "$R_ID"
has_file o/pacchetto/data/documenti/omissis/proposte/0001.xml \
    'la proposta va in copia, senza l'\''id che nomina'
ok 'ciò che si dà c'\''è' grep -q girasole "$C"
ok 'e il resto anche' grep -rq melograno o/pacchetto/data/documenti
like_c() {
	run cat "$C"
	like out "$1" "$2"
}
like_c "<documento-impronta>$(sha256sum <"$D/$R" | cut -d' ' -f1)<" \
    'la copia dice l'\''impronta dell'\''originale'
like_c '<politica>.?' 'la politica'
is "$(grep -A1 '<politica>' "$C" | sed -n 's,.*<versione>\(.*\)</.*,\1,p')" 2 \
    'e la sua versione'
like_c '<omissione natura="terze-persone" passi="1"/>' 'che cosa è omesso'
like_c '\[omesso: dati sanitari\]' 'e dove'
is "$(git -C o/storia rev-list --count HEAD)" 1 'la storia è di un commit'
run cat o/pacchetto/data/indice.xml
like out "omissis=\"si\".*percorso=\"data/documenti/omissis/$R\"" \
    'l'\''indice lo dice'
run cat o/pacchetto/data/lettore/index.html
like out 'Relazione sociale \(copia con omissis\)' 'il lettore anche'
run cat "o/pacchetto/data/lettore/$(basename "$(grep -l 'Copia con omissis' \
    o/pacchetto/data/lettore/documento-*.html)")"
like out 'Omessi: 2 passi \(dati sanitari, dati di terze persone\)' 'e quanto'
run cat o/pacchetto/LEGGIMI.txt
like out 'copie con omissis' 'e LEGGIMI'
find o/pacchetto -name '*.pdf' -exec pdftotext {} - \; >pdf.txt 2>/dev/null
run cat pdf.txt
like out girasole 'i PDF dicono ciò che si dà'
like out '\[omesso: dati sanitari\]' 'e dove manca'
not_ok 'e nessuno ciò che resta' grep -qiE 'zafferano|papavero|cinabro' pdf.txt
has_file "o/pacchetto/data/pdf/omissis/${R%.xml}.pdf" 'la copia ha il suo'
run "$CARTELLA" controlla-pacchetto o/pacchetto
is_exit 0 'il pacchetto si controlla'

# ---- taken in ----

da_b
tr_arriva "$T/o" >/dev/null
tr_accetta "$N" >/dev/null
tr_consegna "$N" "$T/c" >/dev/null
da_a
tr_arriva "$T/c" >/dev/null
cp "$POLITICA" meno.xml
come resp adotta-oscuramento meno.xml --conferma si-da-di-piu >"$OUT" 2>&1
run tr_rilascia "$CS"
is_exit 1 'se la politica ora non toglie niente non si rilascia'
like err 'niente-da-omettere' 'e lo dice'
come resp adotta-oscuramento p.xml >"$OUT" || exit 1
come coord rinvia --cartella "$CS" --proposta proposte/0001.xml \
    --motivazione 'si trasferisce' >"$OUT" || exit 1
run come coord rilascia-trasferimento --cartella "$CS" --nota ceduta \
    --dettaglio trasferimento-in-regione --conferma restano-anche \
    --conferma nessun-termine-aperto
is_exit 0 'si rilascia'
tr_consegna "$N" "$T/r" >/dev/null
tace r 'nemmeno al rilascio' zafferano papavero cinabro "$R_ID"
da_b
run tr_prende "$T/r"
is_exit 0 'chi riceve la prende'
is "$(dove "$S" zafferano)" '' 'e da lui la parola non c'\''è'
P=precedenti/c_x000/omissis/$R
run come as1 mostra CS-2026-0000001 --documento "$P"
is_exit 0 'la copia si legge'
like out '^copia con omissis: Relazione sociale' 'come copia'
like out 'girasole' 'e dice ciò che si dà'
is "$(sqlite3 "$S/registro.sqlite" "SELECT tipo FROM attuale
    WHERE percorso = '$P'")" relazione 'la legge chi legge una relazione'
run come as1 stampa CS-2026-0000001 "$P"
is_exit 0 'si stampa'
pdftotext "$OUT" copia.txt
run cat copia.txt
like out 'copia con omissis' 'come copia'
like out 'omesso: dati sanitari' 'con ciò che manca'
run come as1 trova girasole
like out "$P" 'si trova'
run "$DRIVER/pagina" "$S" as1 "/cartella/CS-2026-0000001/documento?quale=$P"
like out 'Copia con omissis' 'la sua pagina lo dice'
is_integro 'dove è arrivata'

# ---- handed on: no copy of a copy ----

run come coord pacchetto CS-2026-0000001 --in "$T/q"
is_exit 0 'chi l'\''ha presa la dà a un altro'
has_file "q/data/documenti/$P" 'con la copia'
run "$CARTELLA" controlla-pacchetto q
is_exit 0 'ed è integro'
N=$(tr_offri CS-2026-0000001 --resta relazione)
tr_consegna "$N" "$T/b1" >/dev/null
not_ok 'con le relazioni che restano, resta anche lei' grep -rq girasole b1
plan
