# SPDX-License-Identifier: EUPL-1.2
# prepara-firma: the manifesto and the PDF are handed over, read, signed with
# another tool, and taken back; nothing else is.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
ora 2026-11-20T11:00:00+01:00
CS=$(aperta)
redatta "$CS" >/dev/null
redatta "$CS" >/dev/null
redatta "$CS" >/dev/null
D=$S/cartelle/2026/0000001
R=relazioni/0001.xml

prepara() {	# prepara USER DOCUMENT DIRECTORY [OPTION...]
	pf_chi=$1 pf_doc=$2 pf_in=$3
	shift 3
	come "$pf_chi" prepara-firma --cartella "$CS" --documento "$pf_doc" \
	    --in "$pf_in" "$@"
}

firma() {	# firma USER DOCUMENT [FILE...]
	pf_chi=$1 pf_doc=$2
	shift 2
	come "$pf_chi" firma --cartella "$CS" --documento "$pf_doc" "$@"
}

rifiuta() {	# rifiuta CODE DESC COMMAND...
	pf_codice=$1 pf_desc=$2
	shift 2
	run "$@"
	is_exit 1 "$pf_desc: no"
	like err "\\[$pf_codice\\]" "e lo dice ($pf_codice)"
}

# ---- handed over ----

rifiuta senza-chiave 'senza una chiave' prepara as1 $R x
con_chiave as1 >/dev/null
rifiuta non-si-firma 'ciò che non si firma' prepara as1 scheda.xml x
run prepara prot $R x
is_exit 3 'chi non firma non prepara'
no_file x 'e non resta niente'

run prepara as1 $R casa
is_exit 0 'si prepara'
is "$(ls casa | tr '\n' ' ')" 'LEGGIMI.txt manifesto.xml resa.pdf ' 'tre file'
like_file() {
	grep -q -e "$1" "$2"
	lib_result $? "$3"
}
like_file "impronta=\"$(sha256sum <casa/resa.pdf | cut -c1-64)\".* ruolo=\"resa\"" \
    casa/manifesto.xml 'il manifesto nomina il PDF'
like_file "impronta=\"$(sha256sum <"$D/$R" | cut -c1-64)\" ruolo=\"originale\"" \
    casa/manifesto.xml 'e il documento'
like_file '--detach-sign manifesto.xml' casa/LEGGIMI.txt 'e dice come si firma'
pdftotext casa/resa.pdf - >letto
like_file 'colloqui' letto 'il PDF si legge'
not_ok 'e non dice di essere una bozza' grep -q 'BOZZA' letto
no_file "$D/firme" 'niente è ancora firmato'
run come as1 chi-ha-letto "$CS"
like out 'prepara-firma  relazioni/0001\.xml  manifesto [0-9a-f]{64}$' \
    'resta scritto che cosa si è dato, e a chi'

# ---- what is not taken back ----

gpg --batch --quiet --armor --detach-sign -u "$(cat as1.fpr)" -o casa/firma.asc \
    casa/manifesto.xml
sed 's/Serve/Servono/' casa/manifesto.xml | sed 's/originale/allegato/' >altro.xml
gpg --batch --quiet --armor --detach-sign -u "$(cat as1.fpr)" -o altro.asc altro.xml
rifiuta manifesto-ignoto 'un manifesto non di qui' \
    firma as1 $R altro.xml casa/resa.pdf altro.asc
printf '\n' | cat casa/manifesto.xml - >rigato.xml
rifiuta manifesto 'un manifesto con altri byte' \
    firma as1 $R rigato.xml casa/resa.pdf
rifiuta manifesto 'un XML qualunque' firma as1 $R "$D/$R" casa/resa.pdf
rifiuta manca-manifesto 'senza manifesto' firma as1 $R casa/resa.pdf
rifiuta resa-diversa 'senza il PDF' firma as1 $R casa/manifesto.xml
{ cat casa/resa.pdf; echo; } >altro.pdf
rifiuta resa-diversa 'con un altro PDF' firma as1 $R casa/manifesto.xml altro.pdf
rifiuta manifesto-ignoto 'di un altro documento' \
    firma as1 relazioni/0002.xml casa/manifesto.xml casa/resa.pdf
rifiuta firma-non-valida 'la firma di altri byte' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf altro.asc
gpg --batch --quiet --armor --detach-sign --default-sig-expire 9y \
    -u "$(cat as1.fpr)" -o termine.asc casa/manifesto.xml
rifiuta firma-non-valida 'una firma che un giorno non varrebbe più' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf termine.asc
like err 'firma a termine: si firma senza' 'e dice come si fa'
rifiuta file-di-troppo 'due firme' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf altro.asc casa/firma.asc
rifiuta resa-gia-fatta 'chiedendone un'\''altra resa' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf --resa nessuna
con_chiave coord >/dev/null
rifiuta manifesto-altrui 'quello preparato per un altro' \
    firma coord $R casa/manifesto.xml casa/resa.pdf casa/firma.asc
gpg --batch --quiet --armor --detach-sign -u "$(cat coord.fpr)" -o di-coord.asc \
    casa/manifesto.xml
rifiuta firma-non-valida 'la firma di un altro' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf di-coord.asc
no_file "$D/firme" 'i rifiuti non lasciano niente'
is "$(ls -A "$S/transito")" '' 'nemmeno in transito'

# ---- taken back ----

run firma as1 $R casa/manifesto.xml casa/resa.pdf casa/firma.asc
is_out "$CS firme/0001/manifesto.xml" 'firmato a casa: si prende'
same_bytes "$D/firme/0001/manifesto.xml" casa/manifesto.xml 'quel manifesto'
same_bytes "$D/firme/0001/firma.asc" casa/firma.asc 'quella firma'
has_file "$D/allegati/$(sha256sum <casa/resa.pdf | cut -c1-64).pdf" \
    'il PDF sta nella cartella'
come as1 stampa "$CS" $R --firmata si >firmata.pdf
same_bytes firmata.pdf casa/resa.pdf 'e si riprende com'\''era'
run come as1 stampa "$CS" relazioni/0002.xml --firmata si
is_exit 1 'di ciò che non è firmato no'
rifiuta carta-gia-fatta 'firmata, e in ODT' \
    come as1 stampa "$CS" $R --firmata si --odt si
rifiuta gia-firmato 'una seconda volta' \
    firma as1 $R casa/manifesto.xml casa/resa.pdf casa/firma.asc

# read, then signed with the own key: no other PDF is made
prepara as1 relazioni/0002.xml due --resa nessuna >/dev/null
is "$(ls due | tr '\n' ' ')" 'LEGGIMI.txt manifesto.xml ' 'senza resa, due file'
run firma as1 relazioni/0002.xml due/manifesto.xml
is_out "$CS firme/0002/manifesto.xml" 'letto, e firmato con la propria chiave'
same_bytes "$D/firme/0002/manifesto.xml" due/manifesto.xml 'quel manifesto'
run firma coord $R --resa nessuna
is_exit 0 'il visto di un altro'
is "$(campo "$D/firme/0003/manifesto.xml" manifesto/scopo)" visto 'è un visto'

# ---- too late ----

prepara as1 relazioni/0003.xml tre --resa nessuna >/dev/null
come as1 redigi --cartella "$CS" --relazione relazioni/0003.xml \
    --tipo attivita --oggetto altra --fatti-accertati Altro. \
    --dichiarazioni Altro. --valutazioni Altro. >/dev/null
rifiuta documento-cambiato 'di una versione che non è più quella' \
    firma as1 relazioni/0003.xml tre/manifesto.xml
prepara as1 relazioni/0003.xml quattro --resa nessuna >/dev/null
ora 2026-11-23T11:00:00+01:00
come as1 annota --cartella "$CS" --tipo nota --testo Intanto. >/dev/null
ora 2026-11-27T11:30:00+01:00
rifiuta manifesto-vecchio 'dopo sette giorni' \
    firma as1 relazioni/0003.xml quattro/manifesto.xml

ora 2026-11-27T12:00:00+01:00
prepara as1 relazioni/0003.xml cinque --resa nessuna >/dev/null
gpg --batch --quiet --yes --pinentry-mode loopback --passphrase '' \
    --quick-generate-key 'as1 nuova <as1@prova.invalid>' ed25519 sign never \
    2>/dev/null
N=$(gpg --batch --with-colons --list-keys 'as1 nuova' 2>/dev/null |
    awk -F: '$1 == "fpr" { print $10; exit }')
gpg --batch --armor --export "$N" >nuova.asc
come resp arruola-chiave --utente as1 nuova.asc >/dev/null
rifiuta chiave-diversa 'con una chiave che non è più la sua' \
    firma as1 relazioni/0003.xml cinque/manifesto.xml

is_integro 'alla fine'
plan
