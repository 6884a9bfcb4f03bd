# SPDX-License-Identifier: EUPL-1.2
# The pages of an accesso and of a cartella, printed without a web: each is
# whole and well formed, says what its readings say, offers only what the role
# has; what is hidden is as what is not there.
. tests/cli/lib.sh

pagina=$DRIVER/pagina
chi=as1
guarda() {		# guarda ADDRESS: the page, in $OUT, as $chi
	run "$pagina" "$S" "$chi" "$1"
}
conta() {		# conta XPATH: in the page last looked at
	xmllint --html --nonet --xpath "count($1)" "$OUT" 2>/dev/null
}

# What every page must be.
sana() {		# sana ADDRESS
	guarda "$1"
	[ "$CODE" = 0 ] || { is "$CODE" 0 "$1"; return; }
	# what HTML 4 does not know is no error
	xmllint --html --nonet --noout "$OUT" 2>&1 |
	    grep -v 'error : Tag [a-z]* invalid' | grep -c 'error' >errori || :
	# each field that is seen has its label, each id stands once
	male=$(xmllint --html --nonet --xpath "concat($(cat errori), ' ',
	    count(//h1), ' ', count(//main), ' ', count(//*[@style]), ' ',
	    count(//script[not(@src)]), ' ', count(//table[not(caption)]), ' ',
	    count(//*[self::input[not(@type = 'hidden')] or self::select
	    or self::textarea][not(@id = //label/@for)]), ' ',
	    count(//*[@id][@id = following::*/@id]), ' ',
	    count(//*[not(contains(@aria-labelledby, ' '))]
	    [@aria-labelledby and not(@aria-labelledby = //@id)]), ' ',
	    count(//form[@method = 'post'][not(input[@name = '_csrf'])]))" \
	    "$OUT" 2>/dev/null)
	is "$male" '0 1 1 0 0 0 0 0 0 0' "intera: $chi $1"
}

sh "$RADICE/tests/web/negozio.sh" "$S" || exit 1
# the store follows today, where it stands; so does its reader
TZ=CET-1CEST,M3.5.0,M10.5.0/3
export TZ
CARTELLA_ORA=$(date -d "$(date +%F) 00:30" +%FT%T%:z)
export CARTELLA_ORA
anno=$(sqlite3 -readonly "$S/registro.sqlite" 'SELECT min(anno) FROM cartella')
cs=CS-$anno-0000001
ac=AC-$anno-0000001

for chi in as1 coord prot amm; do
	sana /
done
chi=as1
for via in /cartelle '/cartelle?stato=tutte&ordine=termine' \
    '/cerca?testo=rossini' '/cerca?testo=x' '/cerca' /agenda \
    '/agenda?dal=2026-02-01&al=2026-01-01' /termini "/accesso/$ac" \
    "/accesso/$ac/storia" "/accesso/$ac/documento?quale=valutazione.xml" \
    "/cartella/$cs" "/cartella/$cs/diario" \
    "/cartella/$cs/diario?parole=scuola" "/cartella/$cs/documenti" \
    "/cartella/$cs/documento?quale=relazioni/0001.xml" \
    "/cartella/$cs/documento?quale=scheda.xml" "/cartella/$cs/famiglia" \
    "/cartella/$cs/equipe" "/cartella/$cs/termini" \
    "/cartella/$cs/appuntamenti" "/cartella/$cs/storia" \
    "/cartella/$cs/confronta?quale=relazioni/0001.xml" \
    "/cartella/$cs/allora" \
    "/cartella/$cs/allora?al=$(date -d '30 days ago' +%F)" \
    "/cartella/$cs/letture" "/accesso/$ac/letture" \
    "/cartella/$cs/cerca?testo=nonna"; do
	sana "$via"
done

# the desk: terms and appointments with a word beside the colour
guarda /
like out 'scaduto da [0-9]+ giorni' 'un termine scaduto, a parole'
like out 'senza esito' 'un appuntamento passato aspetta il suo esito'
like out 'M\. R\.' 'un caso ha le iniziali'
unlike out 'Rossini' 'non il nome'
is "$(conta '//section[h2[contains(., "bozze")]]//tbody/tr')" 2 'le bozze'

# the cartelle: the open ones; filters are a form that keeps what was chosen
guarda /cartelle
is "$(conta '//table//tbody/tr')" 5 'le cartelle aperte di chi guarda'
like out 'scaduto da [0-9]+ giorni' 'con il termine, a parole'
unlike out 'Rossini' 'senza nomi'
guarda '/cartelle?stato=in-istruttoria&ordine=termine&persona=rossini'
is "$(conta '//table//tbody/tr')$(conta '//option[@selected]')" 12 \
    'una sola, per stato e per nome'
guarda '/cartelle?persona=-'
is "$(conta '//main//*[@role = "alert"]')" 1 'ciò che non si capisce è detto'
chi=prot
guarda /cartelle
is "$(conta '//main//table')" 0 'chi non ha un elenco cerca'
like out 'Il tuo ruolo non ha un elenco' 'e gli è detto'
chi=as1

# what the pages stand on, at the command line
run "$CARTELLA" --store "$S" --come as1 mostra "$cs"
like out '^  diario .*si leggono' 'l'\''elenco dei documenti conta il diario'
run "$CARTELLA" --store "$S" --come as1 mostra "$cs" --diario no
is_exit 0 'ma si può lasciar fuori'
unlike out '^  diario' 'e non c'\''è'
like out 'relazioni/0001' 'gli altri sì'
run "$CARTELLA" --store "$S" --come as1 mostra "$cs" --titoli si
like out 'relazione, as1: Relazione sociale su M\.R\. \(firmata\)' 'i titoli'
run "$CARTELLA" --store "$S" --come coord chi-ha-letto "$cs" --limite 3
like out 'as1  mostra  scheda.xml' 'ciò che è mostrato per intero è una lettura'

# who read what, in words, and once what was the same
for _ in 1 2 3; do
	guarda "/cartella/$cs/storia"
done
guarda "/cartella/$cs/letture"
like out 'la storia \([0-9]+ volte\)' 'ciò che si è letto più volte è detto una'
unlike out '>mostra[;:<]|: scheda\.xml' 'e con le parole di chi legge'

# the cover
guarda "/cartella/$cs"
like out '<dt>Ufficio</dt><dd>Servizio sociale professionale' 'l'\''ufficio per nome'
like out 'href="/accesso/AC-' 'da quale accesso viene'
like out 'Rossini Matteo' 'la copertina dice di chi è'
unlike out '<title>[^<]*Rossini' 'il titolo della pagina no'
is "$(conta '//form[@action = "/atto/annota"]//textarea[@name = "testo"]')" 1 \
    'si scrive nel diario dalla copertina'
guarda "/cartella/$cs/diario"
is "$(conta '//li[contains(@class, "voce-diario")]')" 6 'tutte le voci'
like out 'Irene Costa' 'chi scrive ha un nome'
guarda "/cartella/$cs/documenti"
like out 'Relazione sociale su M\.R\.' 'un documento ha il suo oggetto'
guarda "/cartella/$cs/documento?quale=relazioni/0001.xml"
is "$(conta '//section[@aria-labelledby = "versioni"]//li')" 2 'due versioni'
like out 'firma valida di Marta Conti' 'e la firma'
guarda "/cartella/$cs/confronta?quale=relazioni/0001.xml"
is "$(conta '//del[contains(., "cinquantadue")]')" 1 'che cosa è stato tolto'
guarda "/cartella/$cs/famiglia"
is "$(conta '//svg//g')" 10 'la famiglia disegnata: cinque persone'
guarda "/cartella/$cs/allora?al=$(date -d '30 days ago' +%F)"
unlike out 'relazioni/0001' 'di allora, solo ciò che già c’era'

# what people write is text, wherever it stands
chi=as1
male='"><script>alert(1)</script><img src=x onerror=alert(2)>'
run "$CARTELLA" --store "$S" --come as1 annota --cartella "$cs" \
    --testo "$male" --partecipanti "$male" --luogo "$male"
is_exit 0 'una voce con del codice'
run "$CARTELLA" --store "$S" --come as1 fissa "$cs" \
    "$(date -d tomorrow +%F)" 12:00 visita --luogo "$male" --oggetto "$male"
for via in "/cartella/$cs" "/cartella/$cs/diario" "/cartella/$cs/appuntamenti" \
    /agenda '/cerca?testo=alert' '/cerca?testo=%22%3E%3Cscript%3E' \
    "/cartella/$cs/documento?quale=%22%3E%3Cscript%3E" \
    "/cartella/$cs/diario?parole=%22%3E%3Cscript%3E"; do
	guarda "$via"
	is "$CODE $(conta '//script[not(@src)]|//img|//@onerror')" '0 0' \
	    "resta testo: $via"
done

# who has nothing to do with a case learns nothing of it on any page
for chi in as2 seg prot ctl resp; do
	: >tutte
	for via in '' /diario /documenti /famiglia /equipe /termini \
	    /appuntamenti /storia /letture '/documento?quale=scheda.xml' \
	    '/confronta?quale=relazioni/0001.xml'; do
		"$pagina" "$S" "$chi" "/cartella/$cs$via" >>tutte 2>&1
	done
	"$pagina" "$S" "$chi" "/cerca?testo=rossini" >>tutte 2>&1
	is "$(grep -cE 'Rossini|Matteo|Mulini|nonna|conclusione' tutte)" 0 \
	    "$chi non ne sa nulla"
done

# who consults from another body: the pages of what is open to him, no others
run "$CARTELLA" --store "$S" --come resp nomina est Neri Ada \
    --ruolo ente-esterno --ente 'Ambulatorio di Prova'
is_exit 0 'uno di un altro ente'
run "$CARTELLA" --store "$S" --come coord concedi-consultazione "$cs" \
    "$(date -d '+5 days' +%F)" 'Valutazione clinica.' --utente est \
    --documento cartella.xml --documento relazioni/0001.xml --norma x
is_exit 0 'che consulta due documenti'
chi=est
for via in / /cartelle /consultazioni "/cartella/$cs" \
    "/cartella/$cs/documenti" "/cartella/$cs/documento?quale=relazioni/0001.xml"; do
	sana "$via"
done
guarda /
is "$(conta '//nav//a[@href = "/consultazioni"]')" 1 'il menu ve lo porta'
guarda /consultazioni
is "$(conta "//main//a[@href = '/cartella/$cs']")" 1 'ci sono i suoi documenti'
guarda "/cartella/$cs/documenti"
like out 'Relazione sociale su M\.R\.' 'ciò che consulta'
: >tutte
for via in '' /diario /documenti /famiglia /equipe /termini /appuntamenti \
    /storia /letture /allora '/documento?quale=scheda.xml' \
    '/confronta?quale=relazioni/0001.xml'; do
	"$pagina" "$S" est "/cartella/$cs$via" >>tutte 2>&1
done
"$pagina" "$S" est "/cerca?testo=rossini" >>tutte 2>&1
is "$(grep -cE 'Rossini|Mulini|nonna|href="[^"]*/(equipe|allora|diario)' tutte)" \
    0 'del resto non sa nulla, e non gli è offerto'
chi=coord
guarda "/cartella/$cs/equipe"
is "$(conta '//main//a[starts-with(@href, "/atto/revoca-consultazione")]')" 1 \
    'chi la concede la vede e la revoca'
guarda /
like out 'Consultazioni di altri enti' 'e la trova fra ciò che finisce'

# what is not of a role is not offered, nor told
chi=amm
guarda "/cartella/$cs"
is_exit 0 'chi istruisce vede la copertina'
like out '<dt>Accesso</dt><dd>AC-' 'l'\''accesso che non è suo è un numero'
unlike out 'Rossini|Mulini' 'ma non chi è'
is "$(conta '//form[@action = "/atto/annota"]')" 0 'e nel diario non scrive'
run "$CARTELLA" --store "$S" --come coord chi-ha-letto "$cs" --limite 200
unlike out 'amm .*NEGATA' 'guardare la copertina non è tentare altro'
for via in "/cartella/CS-$anno-0000002" "/cartella/CS-$anno-0099999"; do
	"$pagina" --xml "$S" amm "$via" | sed "s,CS-$anno-[0-9]*,N,g;
	    s/ id=\"[0-9a-f]*\"//" >"pagina-$(basename "$via")"
done
same_bytes "pagina-CS-$anno-0000002" "pagina-CS-$anno-0099999" \
    'una cartella nascosta è come una che non esiste'
chi=psi
guarda "/cartella/$cs/diario"
unlike out 'non essere cercato al lavoro' 'una voce riservata non è per tutti'
is "$(conta '//li[contains(@class, "voce-diario")]')" 6 'né contata'
plan
