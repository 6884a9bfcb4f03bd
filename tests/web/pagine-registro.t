# SPDX-License-Identifier: EUPL-1.2
# The pages of the register, printed without a web: each is whole, offers only
# what the role has; what is riservata stays so; what a file tells stands in the
# form before it is registered.
. tests/cli/lib.sh
. "$RADICE/tests/cli/titolari.sh"

pagina=$DRIVER/pagina
chi=prot1
guarda() {		# guarda ADDRESS [FILE...]: the page, in $OUT, as $chi
	run "$pagina" "$S" "$chi" "$@"
}
conta() {		# conta XPATH: in the page last looked at
	xmllint --html --nonet --xpath "count($1)" "$OUT" 2>/dev/null
}
valore() {		# valore XPATH
	xmllint --html --nonet --xpath "string($1)" "$OUT" 2>/dev/null
}
# One h1, one main, no style nor script within; every table has a caption, every
# field its label, every form that does something the csrf; ids stand once.
sana() {
	guarda "$1"
	[ "$CODE" = 0 ] || { is "$CODE" 0 "$chi $1"; return; }
	male=$(xmllint --html --nonet --xpath "concat(count(//h1), ' ',
	    count(//main), ' ', count(//*[@style]), ' ',
	    count(//script[not(@src)]), ' ', count(//table[not(caption)]), ' ',
	    count(//*[self::input[not(@type = 'hidden')] or self::select
	    or self::textarea][not(@id = //label/@for or ancestor::label)]), ' ',
	    count(//*[@id][@id = following::*/@id]), ' ',
	    count(//form[@method = 'post'][not(input[@name = '_csrf'])]))" \
	    "$OUT" 2>/dev/null)
	is "$male" '1 1 0 0 0 0 0 0' "intera: $chi $1"
}

ora 2026-11-20T09:00:00+01:00
cartella init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
    --codice-aoo AOO1 --dimostrativo si \
    --ufficio.codice protocollo --ufficio.denominazione 'Ufficio protocollo' \
    --ufficio.codice tutela --ufficio.denominazione 'Tutela minori' \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna >/dev/null
come resp nomina --codice prot1 --cognome Verdi --nome Luca --ruolo protocollo \
    --ufficio protocollo >/dev/null
come resp nomina --codice coord --cognome Neri --nome Ada --ruolo coordinatore \
    --ufficio tutela >/dev/null
come resp nomina --codice ctl --cognome Grigi --nome Leo --ruolo controllo \
    --ufficio tutela >/dev/null
adottato 2026-11-20 >/dev/null
come prot1 iscrivi-corrispondente 'Istituto comprensivo Gianni Rodari' scuola \
    --pec rmic00000x@pec.istruzione.example >/dev/null
come prot1 registra --flusso entrata --oggetto 'Segnalazione <alunno> & "M.R."' \
    --riservata.motivo 'dati di un minore' --classifica VII/9 \
    --mittente.denominazione 'Scuola <b>Rodari</b>' \
    "$FIXTURES/demo/segnalazione.pdf" >/dev/null
come resp registra --flusso uscita --oggetto 'Risposta segreta' --classifica I/6 \
    --riservata.motivo 'prova' --destinatario.corrispondente 1 --mezzo pec \
    --conferma senza-documento >/dev/null
come resp spedisci 0000002/2026 pec 2026-11-20 >/dev/null
come prot1 registra --flusso entrata --oggetto 'Richiesta di notizie' \
    --classifica VII/12 --mittente.denominazione 'Tribunale' \
    --conferma senza-documento >/dev/null
come resp rettifica 0000003/2026 oggetto 'parola sbagliata' 'nota 1' \
    --oggetto 'Richiesta di relazione' >/dev/null
come resp repertoria --repertorio determinazioni --oggetto 'Prova' \
    "$FIXTURES/demo/segnalazione.pdf" >/dev/null

tutte="/registro /registro?parole=segnal&dal=2026-11-01&annullate=no
    /registro/giorno /registro/giorno?giorno=2026-11-19
    /registro/2026/0000001 /registro/2026/0000002 /registro/2026/0000003
    /registro/2026/0000001/firme /registro/2026/0000003/correggi
    /registro/2026/0000002/segnatura /registro/repertori
    /registro/repertori/determinazioni /registro/repertori/determinazioni/2026/1
    /registro/corrispondenti /registro/corrispondenti?parola=rodari
    /registro/corrispondenti/1 /registro/titolario /registro/stampa
    /registro/emergenza /registro/nuova /da-smistare"
for via in $tutte; do
	for chi in prot1 resp; do
		case $chi$via in
		prot1/registro/stampa | prot1/registro/emergenza)
			guarda "$via"
			is_exit 1 "$chi $via: non è del suo ruolo" ;;
		*) sana "$via" ;;
		esac
	done
done
chi=coord
for via in /registro /registro/giorno /registro/titolario; do
	sana "$via"
done

# what others wrote is text
chi=prot1
guarda /registro
is "$(conta '//tbody/tr')" 3 'tutte le registrazioni'
is "$(conta '//td//b')" 0 'ciò che altri hanno scritto è solo testo'
like out 'Segnalazione &lt;alunno&gt; &amp; "M\.R\."' 'come l'\''hanno scritto'
unlike out 'Risposta segreta' 'una riservata di altri non si legge'
like out 'Contenuto riservato' 'e si dice'

# one of them
guarda /registro/2026/0000001
is "$(conta '//a[starts-with(@href, "/file/originale?riferimento=0000001/2026")]')" \
    1 'il file si prende'
is "$(conta '//form[@action = "/atto/smista"]')" 1 'si smista da qui'
is "$(conta '//form[@action = "/atto/annulla"]')" 0 'il protocollo non annulla'
is "$(conta '//form[@action = "/atto/prendi-visione"]')" 0 'né prende visione'
guarda /registro/2026/0000002
is "$(conta '//main//form')" 0 'di una riservata altrui non si fa nulla'
guarda /registro/2026/0000003
like out 'Richiesta di notizie.*Richiesta di relazione' 'una rettifica dice com'\''era'
chi=resp
guarda /registro/2026/0000002
is "$(conta '//form[@action = "/atto/acquisisci-ricevuta"][@enctype]//input[@type = "file"]')" \
    1 'di ciò che è partito si conserva la ricevuta'
guarda /registro/2026/0000003/correggi
is "$(conta '//form[@action = "/atto/annulla"]')" 1 'il responsabile annulla'
guarda /registro/2026/0000002/correggi
is "$(conta '//form[@action = "/atto/annulla-inoltro"]')" 1 'o annulla ciò che è partito'

# a hidden one is as one that is not there
for n in 0000001 0099999; do
	"$pagina" --xml "$S" coord "/registro/2026/$n" | sed "s,$n,N,g;
	    s/ id=\"[0-9a-f]*\"//" >"pagina-$n"
done
same_bytes pagina-0000001 pagina-0099999 'nascosta, o inesistente: uguale'

# what waits
chi=prot1
guarda /da-smistare
is "$(conta '//form[@action = "/atto/smista"]')" 2 'due da smistare'
is "$(conta '(//form)[last()]//option[@value = "tutela"]')" 1 'agli uffici dell'\''ente'

# a new one: what the file tells is in the form
guarda /registro/nuova "$FIXTURES/demo/integrazione.eml"
is "$(valore '//input[@name = "mittente.denominazione"]/@value')" \
    'Istituto comprensivo «Gianni Rodari»' 'il mittente dal messaggio'
is "$(valore '//input[@name = "mittente.corrispondente"]/@value')" 1 \
    'è fra i corrispondenti, per la PEC'
is "$(valore '//input[@name = "oggetto"]/@value')" \
    'Integrazione alla segnalazione M. R. – classe III B' "l'oggetto"
is "$(valore '//select[@name = "mezzo"]/option[@selected]/@value')" \
    posta-elettronica 'il mezzo'
is "$(conta '//input[@name = "_sosta"][@checked]')" 1 'il file è tenuto'
like out 'allegato: registro-assenze\.csv' 'si vedono gli allegati'
like out 'allegato nota coordinatrice[^<]*già registrato con il numero 0000001/2026' \
    'e ciò che è già registrato'
unlike out '--conferma' 'non si parla della riga di comando'
guarda /registro/nuova "$FIXTURES/demo/segnalazione.pdf"
is "$(valore '//input[@name = "protocollo-mittente.numero"]/@value')" 1187/2026 \
    'il protocollo del mittente da un PDF'
is "$(valore '//input[@name = "protocollo-mittente.data"]/@value')" 2026-11-18 \
    'con la sua data'
like out 'value="segnalazione di alunno in condizione di' "e l'oggetto"
guarda '/registro/nuova?oggetto=Mio&mittente.pec=mia@x.example' \
    "$FIXTURES/demo/integrazione.eml"
is "$(valore '//input[@name = "oggetto"]/@value')" Mio 'ciò che è scritto resta'
is "$(valore '//input[@name = "mittente.pec"]/@value')" mia@x.example \
    'anche un campo del mittente'
is "$(valore '//input[@name = "mittente.denominazione"]/@value')" '' \
    'e il gruppo non si mescola'
is "$(conta '//datalist[@id = "voci-titolario"]/option')" 7 'il titolario'
chi=ctl
guarda /registro/nuova
is_exit 1 'chi non registra non ha il modulo'
is "$(ls -A "$S/transito")" '' 'niente resta in transito'

# the segnatura between bodies is of what goes to one
esce() {	# esce OPTION...: an uscita; does its page offer segnatura.xml?
	esce_n=$(come prot1 registra --flusso uscita --oggetto 'Va fuori' \
	    --classifica I/6 --destinatario.denominazione Altri "$@" \
	    "$FIXTURES/demo/segnalazione.pdf" --conferma doppione)
	"$DRIVER/pagina" "$S" prot1 "/registro/2026/${esce_n%/*}/segnatura" |
	    grep -c 'segnatura informatica'
}
is "$(esce --destinatario.codice-ipa c_v001)" 1 'a un ente, la segnatura'
is "$(esce)" 0 'a chi non ha un codice IPA no'
plan
