# SPDX-License-Identifier: EUPL-1.2
# libro-firma, adotta-firme, rinvia-firma, firma-tutte: who signs, in which
# order, in whose name; what was given back; many at once.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

# A store of true data, each with his own login; PER U ... acts for U.
come() {
	CARTELLA_LOGIN=l$1
	export CARTELLA_LOGIN
	shift
	cartella "$@"
}
per() {	# per DELEGATO DELEGANTE ATTO...
	libro_chi=$1 libro_per=$2
	shift 2
	come "$libro_chi" --come "$libro_per" "$@"
}
persona() {
	utente "$@" --login "l$1"
}
firma() {	# firma USER DOCUMENT [OPTION...], in $CS
	libro_chi=$1 libro_doc=$2
	shift 2
	come "$libro_chi" firma --cartella "$CS" --documento "$libro_doc" \
	    --resa nessuna "$@"
}
relazione() {	# relazione CARTELLA [TIPO]: by as1; prints its path
	set -- "$1" "${2:-attivita}"
	[ "$2" != con-esito ] || set -- "$@" --proposta 'Un sostegno.'
	libro_cs=$1 libro_tipo=$2
	shift 2
	come as1 redigi --cartella "$libro_cs" --tipo "$libro_tipo" \
	    --oggetto 'relazione su M. R.' --fatti-accertati 'Due colloqui.' \
	    --dichiarazioni 'La madre dice di essere sola.' \
	    --valutazioni 'Serve un sostegno.' "$@" | sed 's/.* //'
}
regole() {	# regole FILE [OPTION...]
	libro_file=$1
	shift
	come resp adotta-firme "$libro_file" "$@"
}
non_regole() {	# non_regole CODICE DESC: the table on stdin is refused
	{ echo '<firme xmlns="urn:cartella:1">'; cat; echo '</firme>'; } >no.xml
	run regole no.xml
	is_exit 1 "$2: no"
	like err "\\[$1\\]" 'e dice perché'
}
fino() {	# what waits for USER, "CARTELLA DOCUMENT" a line
	come "$1" libro-firma | sed -n 's/^  \(CS[^ ]* [^ ][^ ]*\) .*/\1/p'
}

come resp init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
    --codice-aoo AOO1 --ufficio.codice prot \
    --ufficio.denominazione Protocollo --ufficio.codice soc \
    --ufficio.denominazione 'Servizi sociali' --ufficio.codice sds \
    --ufficio.denominazione SDS --ufficio.codice nord \
    --ufficio.denominazione 'Zona nord' --responsabile.codice resp \
    --responsabile.cognome Rossi --responsabile.nome Anna >"$OUT" || exit 1
{ persona prot1 prot protocollo; persona coord soc coordinatore
persona vice soc coordinatore; persona coordn nord coordinatore
persona as1 soc assistente-sociale
persona as2 soc assistente-sociale; } >"$OUT" || exit 1
for u in as1 as2 coord vice coordn; do
	con_chiave $u >"$OUT"
done
CS=$(aperta)
D=$S/cartelle/2026/0000001

# ---- the rules every body begins with ----

run come as1 libro-firma
is_out 'Niente da firmare.' 'vuoto, lo dice'
R=$(relazione "$CS")
run come as1 libro-firma
like out "^  $CS $R  relazione \\(attivita\\) di as1, da oggi: sottoscrizione\$" \
    'ciò che si scrive aspetta chi l'\''ha scritto'
like out "^    impronta $(sha256sum <"$D/$R" | cut -c1-64)\$" \
    'con l'\''impronta che si firmerebbe'
run come as1 scrivania
like out '^Documenti da firmare: 1 \[firma\]$' 'e sta sulla scrivania'
is "$(fino coord)" '' 'il coordinatore non aspetta niente'
run come prot1 libro-firma
is_exit 3 'chi non firma non ha libro firma'
run come as1 chi-ha-letto "$CS"
like out 'libro-firma' 'guardarlo resta scritto'
run come coord libro-firma --regole si
like out "^  1\\. chi l'ha scritto, sottoscrizione\$" 'le regole si leggono'
run firma as1 $R
is_exit 0 'firmato'
run come as1 libro-firma
is_out 'Niente da firmare.' 'non aspetta più'

# ---- rules refused ----

echo x >no.xml
run come as1 adotta-firme no.xml
is_exit 3 'adottarle non è di chi firma'
L='<regola altri="si" tipo="relazione"><passo chi="autore" obbligo="si"
    scopo="sottoscrizione"/></regola><regola altri="si" tipo="progetto">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/></regola>
    <regola altri="si" tipo="affidamento"><passo chi="autore" obbligo="si"
    scopo="sottoscrizione"/></regola>'
non_regole firma-di-legge 'senza la relazione' <<X
$(echo "$L" | sed 's/tipo="relazione"/tipo="verbale"/')
X
non_regole firma-di-legge 'la firma dell'\''autore facoltativa' <<X
$(echo "$L" | sed 's/obbligo="si"/obbligo="no"/')
X
non_regole non-si-firma 'un tipo che non si firma' <<X
$L<regola altri="si" tipo="scheda"><passo chi="autore" obbligo="si" scopo="visto"/></regola>
X
non_regole regola-doppia 'due volte lo stesso tipo' <<X
$L$L
X
non_regole passo-doppio 'due volte la stessa firma' <<X
$L<regola altri="si" tipo="verbale"><passo chi="responsabile" obbligo="si"
    scopo="visto"/><passo chi="responsabile" obbligo="no" scopo="visto"/></regola>
X
non_regole manca-ruolo 'un ruolo senza nome' <<X
$L<regola altri="si" tipo="verbale"><passo chi="ruolo" obbligo="si" scopo="visto"/></regola>
X
non_regole ruolo-senza-firma 'un ruolo che non può firmare' <<X
$L<regola altri="si" tipo="verbale"><passo chi="ruolo" ruolo="protocollo"
    obbligo="si" scopo="visto"/></regola>
X
{ echo '<firme xmlns="urn:cartella:1">'; cat <<X; } >regole.xml
  <regola altri="no" tipo="relazione">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
    <passo chi="responsabile" obbligo="no" scopo="visto"/>
    <passo chi="ruolo" ruolo="coordinatore" obbligo="si" scopo="visto"/>
  </regola>
  <regola altri="si" tipo="relazione" specie="chiusura">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
  </regola>
  <regola altri="si" tipo="progetto">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
  </regola>
  <regola altri="si" tipo="affidamento">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
  </regola>
</firme>
X
run regole regole.xml
is_exit 1 'una firma obbligatoria di meno'
like err 'verbale.*\[firma-tolta\]' 'è un avviso'
run regole regole.xml --conferma firma-tolta
is_exit 0 'confermato, si adottano'

# ---- in order ----

is "$(fino coord)" "$CS $R" 'la relazione firmata ora aspetta il coordinatore'
is "$(fino coordn)" '' 'non quello di un altro ufficio'
R=$(relazione "$CS" con-esito)
is "$(fino as1)" "$CS $R" 'una nuova aspetta prima chi l'\''ha scritta'
run firma coord $R
is_exit 1 'il coordinatore prima di lei: no'
like err "/firma/documento: .*chi l'ha scritto.*\\[fuori-ordine\\]" \
    'e dice chi si aspetta'
run come coord rinvia-firma "$CS" $R 'non ora'
like err '\[non-tocca-a-te\]' 'né può rinviarla'
run come as1 proponi "$CS" $R 'sostegno educativo' 'si chiede un sostegno'
like err '\[non-firmata\]' 'senza firme non si propone'
run firma as1 $R --impronta "$(echo x | sha256sum | cut -c1-64)"
like err '/firma/impronta: .*\[versione-cambiata\]' \
    'ciò che non è più come l'\''ha visto non si firma'
run firma as1 $R
is_exit 0 'firma chi l'\''ha scritta'
run come as1 proponi "$CS" $R 'sostegno educativo' 'si chiede un sostegno'
like err '/proponi/relazione: .*il ruolo coordinatore.*\[firme-mancanti\]' \
    'con una firma sola non si va avanti'
like err '\[senza-relazione-firmata\]' 'né la guardia la dice firmata'
run come coord libro-firma
like out "as1, 20/11/2026 10:15 → il responsabile della cartella: as1.* → \\[coordinatore\\]" \
    'chi prima, chi dopo'
is "$(fino vice)" "$(fino coord)" 'aspetta tutti i coordinatori dell'\''ufficio'

# ---- given back ----

run come as2 rinvia-firma "$CS" $R 'x'
same_absent "$CS" CS-2026-0000099 come as2 rinvia-firma --documento $R \
    --motivazione x --cartella
run come coord rinvia-firma "$CS" $R 'manca la scuola'
is_out "$CS rinvii/0001.xml" 'si rinvia con le ragioni'
is "$(fino coord)" "$CS relazioni/0001.xml" 'e non aspetta più'
is "$(fino vice)" "$CS relazioni/0001.xml" 'nessuno'
run come vice rinvia-firma "$CS" $R 'manca la madre'
like err 'coord ha rinviato.*\[rinviato\]' 'una seconda volta no'
run come as1 libro-firma
like out "$CS $R  rinviato il 20/11/2026 da coord: manca la scuola" \
    'torna a chi l'\''ha scritta'
run come as1 scrivania
like out '^Tornati senza firma, da riscrivere: 1 \[libro-firma\]$' \
    'ed è sulla sua scrivania'
run come as1 mostra "$CS" --documento rinvii/0001.xml
like out '^  manca la scuola$' 'con le ragioni'
run firma vice $R
like err 'coord ha rinviato.*\[rinviato\]' 'rinviata, non si firma'
run come as1 redigi --cartella "$CS" --relazione $R --tipo con-esito \
    --oggetto 'relazione su M. R.' --fatti-accertati 'Due colloqui.' \
    --dichiarazioni 'La scuola conferma.' --valutazioni V. --proposta D.
is_exit 0 'firmata e rinviata, si riscrive'
run come as1 libro-firma
unlike out 'Tornati' 'e non è più da riscrivere'
is "$(fino as1)" "$CS $R" 'ma di nuovo da firmare, da capo'
run firma as1 $R
run come as1 redigi --cartella "$CS" --relazione $R --tipo con-esito \
    --oggetto 'relazione' --fatti-accertati F. --dichiarazioni D. \
    --valutazioni V. --proposta D.
like err '\[relazione-firmata\]' 'firmata e non rinviata, non si riscrive'

# ---- another rule for another kind; who no step names ----

C=$(relazione "$CS" chiusura)
run firma as1 "$C"
run come coord libro-firma
unlike out "$C" 'una relazione di chiusura vuole una firma sola'
run firma coord "$C"
is_exit 0 'altri la firmano se vogliono'
come resp nomina --codice as2 --cognome Prova --nome as2 --ufficio soc \
    --ruolo assistente-sociale --ruolo coordinatore --login las2 >"$OUT"
run firma as2 $R
is_exit 0 'firma chi ha il ruolo'
come resp nomina --codice as2 --cognome Prova --nome as2 --ufficio soc \
    --ruolo assistente-sociale --login las2 >"$OUT"
run come coord libro-firma
unlike out "$R" 'perso il ruolo, la sua firma vale ancora'
run firma coord $R
like err '\[non-tocca-a-te\]' 'e dove gli altri non firmano, nessun altro'
run come as1 proponi "$CS" $R 'sostegno educativo' 'si chiede un sostegno' \
    --conferma senza-progetto
is_exit 0 'con tutte le firme si propone'
run firma as1 proposte/0001.xml
is_exit 0 'e la proposta si può firmare'
run cat "$D/$(sed 's/.* //' "$OUT")"
like out "<oggetto .*impronta=\"$(sha256sum <"$D/$R" |
    cut -c1-64)\" ruolo=\"allegato\" tipo=\"relazione\" versione=\"2\"" \
    'con la relazione, nella versione che propone'

# ---- by delega ----

run per coordn coord libro-firma
is_exit 3 'senza delega non si guarda nel libro di un altro'
come coord delega vice 2026-11-20 2026-11-20 ferie --atto prepara-firma >"$OUT"
run per vice coord prepara-firma --cartella "$CS" \
    --documento relazioni/0001.xml --resa nessuna --in no
like err 'nessuna delega.*comprende «firma».*\[firma-altrui\]' \
    'chi può preparare e non firmare non prepara'
run come coord delega coordn 2026-11-20 2026-11-22 ferie --atto firma \
    --atto prepara-firma --atto libro-firma --conferma altro-ruolo
is_exit 0 'la firma del proprio ruolo si delega, per nome'
run come coordn libro-firma
like out '^Da firmare: 1 \(per delega di coord\)$' 'il delegato la trova nel suo libro'
run per coordn coord libro-firma
is "$(grep -c "^  $CS " "$OUT")" 1 'e in quello di lui, se gli è dato di guardarvi'
# who gave it may no longer sign: there is nothing to do in his name
come resp nomina --codice coord --cognome Prova --nome coord --ufficio soc \
    --ruolo protocollo --login lcoord >"$OUT"
run come coordn libro-firma
is_out 'Niente da firmare.' 'di chi ha perso il ruolo non firma nemmeno il delegato'
come resp nomina --codice coord --cognome Prova --nome coord --ufficio soc \
    --ruolo coordinatore --login lcoord >"$OUT"
R=relazioni/0001.xml
run per coordn coord prepara-firma --cartella "$CS" --documento $R \
    --resa nessuna --in delegata
is_exit 0 'prepara ciò che firma per altri'
run grep -c '<per>coord</per>' delegata/manifesto.xml
is_out 1 'come lo firmerebbe'
run come coordn firma --cartella "$CS" --documento $R delegata/manifesto.xml
is_exit 1 'che per sé non si firma'
run per coordn coord firma --cartella "$CS" --documento $R delegata/manifesto.xml
is_exit 0 'e firma'
M=$D/$(sed 's/.* //' "$OUT")
run cat "$M"
like out '<utente>coordn</utente>' 'chi ha firmato'
like out '<per>coord</per>' 'e per chi'
like out '<scopo>visto</scopo>' 'e perché'
like out "<chiave tipo=\"openpgp\">$(cat coordn.fpr)<" 'con la chiave sua'
is "$(fino coord)" '' 'a coord non tocca più'
come as1 stampa "$CS" $R --odt si --in delegata.odt >"$OUT"
unzip -p delegata.odt content.xml | sed 's/<[^>]*>//g' | tr -s ' \n' ' ' >t
ok 'e sulla carta si legge chi ha firmato per lui' \
    grep -q 'firmato: .*coordn Prova per delega di coord Prova, 20 novembre' t
R=$(relazione "$CS")
run come as1 delega coordn 2026-11-20 2026-11-22 ferie --atto firma \
    --conferma altro-ruolo
run come coordn libro-firma
is_out 'Niente da firmare.' 'la sottoscrizione di un autore non passa al delegato'
run per coordn as1 firma --cartella "$CS" --documento "$R" --resa nessuna
like err '\[delega-senza-passo\]' 'né si fa per lui'
ora 2026-11-24T09:00:00+01:00
firma as1 "$R" >"$OUT"
run come coordn libro-firma
is_out 'Niente da firmare.' 'finita la delega, niente'
run per coordn coord firma --cartella "$CS" --documento "$R" --resa nessuna
is_exit 3 'e non si firma'

# ---- many at once ----

i=1
while [ $i -le 5 ]; do
	firma as1 "$(relazione "$CS")" >"$OUT"
	i=$((i + 1))
done
ALTRA=$(aperta)
A=$(relazione "$ALTRA")
come as1 firma --cartella "$ALTRA" --documento "$A" --resa nessuna >"$OUT"
is "$(fino coord | wc -l)" 7 'sette aspettano il coordinatore'
run come coord firma-tutte --resa nessuna </dev/null
is_exit 1 'senza un sì non se ne firma nessuna'
is "$(wc -l <"$OUT")" 7 'ma si elencano'
is "$(fino coord | wc -l)" 7 'e aspettano ancora'
run come coord firma-tutte --prova si
is_exit 0 'di prova, si elencano soltanto'
run come coord firma-tutte --boh si
is_exit 2 'con un'\''opzione che non c'\''è: no'
# one folder cannot be read: it fails alone
mv "$S/cartelle/2026/0000002" altrove
run come coord firma-tutte --resa nessuna --conferma tutte
is_exit 1 'una non si può firmare'
is "$(grep -c ' firmato$' "$OUT")" 6 'le altre sì'
like err "^$ALTRA $A: " 'di quella dice perché'
like err '^7 da firmare: 6 firmati, 1 no, 0 non ancora$' 'e i conti tornano'
mv altrove "$S/cartelle/2026/0000002"
is "$(fino coord)" "$ALTRA $A" 'resta quella'
run come coord firma-tutte --resa nessuna --conferma tutte
is_exit 0 'ripetuto, firma solo quella'
is_out "$ALTRA $A, di as1, impronta $(sha256sum \
    <"$S/cartelle/2026/0000002/$A" | cut -c1-16)
$ALTRA $A firmato" 'una volta'
run come coord firma-tutte --conferma tutte
is_out 'Niente da firmare.' 'e poi niente'
# a key that does not sign is asked once
firma as1 "$(relazione "$CS")" >"$OUT"
firma as1 "$(relazione "$CS")" >"$OUT"
GNUPGHOME=$T/.vuoto
mkdir -m 700 "$GNUPGHOME"
run come coord firma-tutte --resa nessuna --conferma tutte
GNUPGHOME=$T/.gnupg
like err '^2 da firmare: 0 firmati, 1 no, 1 non ancora$' \
    'la chiave che non firma non si prova su tutte'


# ---- one unlocking ----

gpg --batch --quiet --faked-system-time 20200101T000000 \
    --pinentry-mode loopback --passphrase 'tre gatti al sole' \
    --quick-generate-key 'chiusa <chiusa@prova.invalid>' ed25519 sign never \
    2>"$OUT"
gpg --batch --armor --export chiusa@prova.invalid >chiusa.asc
# the newest key is the one to sign with
ora 2026-11-24T10:00:00+01:00
come resp arruola-chiave --utente coord chiusa.asc >"$OUT"
gpgconf --kill all
printf 'un altro gatto' >sbagliata
printf 'tre gatti al sole' >frase
run come coord firma-tutte --resa nessuna --conferma tutte \
    --frase-da 7 7<sbagliata
like err '^2 da firmare: 0 firmati, 1 no, 1 non ancora$' \
    'una frase sbagliata si prova una volta sola'
run come coord firma-tutte --resa nessuna --conferma tutte --frase-da 7 7<frase
is_exit 0 'quella giusta, data una volta'
is "$(grep -c ' firmato$' "$OUT")" 2 'apre per tutti'
is "$(fino coord)" '' 'e non aspetta più niente'

# ---- by the power to act for others ----

sed -e '/^<permessi/s/ id="[0-9a-f]*"//' -e '/<ruolo nome="protocollo">/a\
    <atto ambito="tutti" nome="agire-per"/>' "$S/ente/permessi.xml" >p.xml
come resp adotta-permessi p.xml >"$OUT"
con_chiave prot1 >"$OUT"
run per prot1 resp sigilla
is_exit 3 'che non è quello di firmare per loro'
like err 'personale: non si compie per un altro' 'e lo dice'

is_integro 'alla fine'
plan
