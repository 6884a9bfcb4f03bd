# SPDX-License-Identifier: EUPL-1.2
# espungi: what stands with a document goes with it: corrections, signatures,
# copies, the bytes of attachments.  What something else needs stays; what cannot
# go says why.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"

uffici_di_prova >/dev/null || exit 1
utente prot1 prot protocollo >/dev/null || exit 1
con_chiave as1 >/dev/null || exit 1
sbagliata || exit 1
COPIA=copie/0001.xml
firma() {
	come as1 firma --cartella "$CS" --documento "$@"
}
firma "$REL" >/dev/null || exit 1
come as1 copia-oscurata --cartella "$CS" --documento "$REL" --per interessato \
    >/dev/null || exit 1
mkdir byte && cp "$D"/allegati/* byte
N=$(find byte -type f | grep -c .)

posto() {
	echo "$S/registro/2026/allegati/$(echo "$1" | cut -c1-2)/$1"
}

# The bytes of an impronta, wherever a store may have them.
byte_di_impronta() {
	find "$S" -name "$1*" -type f
}

rifiuta() {	# rifiuta CODE DESC PATH [OPTION...]
	ri_codice=$1 ri_desc=$2 ri_doc=$3
	shift 3
	run espungi "$ri_doc" "$P" x "$@"
	is_exit 1 "$ri_desc: no"
	like err "\\[$ri_codice\\]" "e lo dice ($ri_codice)"
}

# ---- refused ----

ok 'prova: ci sono gli allegati di firma e copia' [ "$N" -ge 3 ]
rifiuta ha-seguito 'un documento di cui resta una copia' "$REL"
like err "lo nomina $COPIA: si toglie insieme \\(--anche\\)" 'e dice quale'
rifiuta non-espungibile 'la copertina' cartella.xml
rifiuta non-espungibile 'una firma senza ciò che firma' firme/0001/manifesto.xml
like err 'indica quello' 'e dice che cosa fare'
rifiuta non-espungibile 'insieme ad altro ciò che non può' "$REL" \
    --anche "$COPIA" --anche scheda.xml
rifiuta documento-ignoto 'insieme ad altro ciò che non c'\''è' "$REL" \
    --anche "$COPIA" --anche copie/0099.xml
rifiuta vanno-insieme 'ciò che altri si porta dietro, senza dirlo' "$REL" \
    --anche "$COPIA"
like err 'vanno anche firme/0001/firma.asc, firme/0001/manifesto.xml, firme/0001/verdetto-1.xml' \
    'e dice che cosa va'
come coord blocca-scarto "$CS" 'Causa n. 5.' --motivo contenzioso >/dev/null
rifiuta bloccata 'da una cartella che un blocco tiene' "$REL" \
    --anche "$COPIA" --conferma vanno-insieme
like err 'contenzioso: Causa n\. 5\..*art\. 17\(3\)\(e\) GDPR' 'e dice quale'
come coord sblocca-scarto "$CS" --blocco 1 --motivo 'Ordine del Garante n. 3.' >/dev/null
run cartella verifica
is_exit 0 'i rifiuti non lasciano difetti'

# ---- a signed document, its copy, their attachments ----

# one of the files was registered as well: the register keeps its bytes
TENUTO=$(basename "$(echo byte/*.odt)" .odt)
cp "byte/$TENUTO.odt" copia.odt
PROT=$(come prot1 registra --flusso interna --classifica VII/9 \
    --oggetto 'una copia' copia.odt)
run espungi "$REL" "$P" 'è di un'\''altra persona' --anche "$COPIA" \
    --conferma vanno-insieme
is_exit 0 'tolto l'\''ostacolo si espunge tutto insieme'
run cartella verifica
is_exit 0 'verifica non trova difetti'
like out ': 0 difetti' 'e lo dice'
run cat "$D/firme/0001/firma.asc"
like out '<tipo>firma-openpgp</tipo>' 'anche della firma resta una lapide'
for f in byte/*; do
	i=$(basename "$f" | cut -c1-64)
	case $i in
	"$TENUTO")
		is "$(byte_di_impronta "$i")" \
		    "$(find "$S/registro" -name "$i")" \
		    'ciò che è registrato non sta più nella cartella'
		same_bytes "$(posto "$i")" "$f" 'ma resta nel registro'
		;;
	*)
		is "$(byte_di_impronta "$i")" '' \
		    "di ${f##*.} non resta un byte"
		;;
	esac
done
is "$(grep -c '<distrutto>' "$D/espunzioni/0001.xml")" $((N - 1)) \
    'l'\''espunzione dice quali allegati'
run come prot1 originale "$PROT"
is_exit 0 'e quello registrato si legge'
run come as1 mostra "$CS" --documento espunzioni/0001.xml
like out "^$REL \\(relazione\\), versioni: 2\$" 'che cosa fu espunto'
like out "^allegati distrutti: $((N - 1))\$" 'e quanti allegati'
run come as1 libro-firma
unlike out "$REL" 'il libro firma non lo chiede più'

# ---- the same bytes come again, rightly ----

UNO=$(sed -n 's,.*<distrutto>\(.*\)</distrutto>,\1,p' "$D/espunzioni/0001.xml" | sed -n 1p)
R=$(posto "$UNO")
mkdir -p "$(dirname "$R")"
cp byte/"$UNO"* "$R" && chmod 0400 "$R"
run cartella verifica
is_exit 1 'byte distrutti che tornano da soli sono un difetto'
like out "$UNO c'è ancora" 'e verifica dice quali'
rm -f "$R"
cp byte/"$UNO"* altro
AGAIN=$(come prot1 registra --flusso interna --classifica VII/9 \
    --oggetto 'quello giusto' altro)
run come prot1 originale "$AGAIN"
is_exit 0 'registrati di nuovo ci sono'
run cartella verifica
is_exit 0 'e va bene'
run come coord pacchetto "$CS" --in pacco
is_exit 0 'il pacchetto della cartella si fa'
is "$(find pacco -name "$UNO*")" '' 'senza i byte che ora sono di altri'
run cartella controlla-pacchetto pacco
is_exit 0 'ed è integro'
(cd pacco && sed -n 's/^    \$ //p' LEGGIMI.txt >"$T/comandi" &&
    TMPDIR=$T sh -eu "$T/comandi") >"$OUT" 2>&1
lib_result $? 'anche per chi ha solo git, gpg e sha256sum'

# ---- an act on its way with the same bytes ----

printf 'una lettera in arrivo\n' >arriva.txt
flock "$S/.scrittura" sh -c "echo >'$T/preso'
    while [ ! -e '$T/lascia' ]; do sleep 0.05; done" &
n=0
while [ ! -e preso ] && [ $n -lt 100 ]; do sleep 0.05; n=$((n + 1)); done
come prot1 registra --flusso interna --classifica VII/9 --oggetto arriva \
    arriva.txt >arrivata 2>&1 &
REGISTRA=$!
n=0
while [ -z "$(ls "$S/transito")" ] && [ $n -lt 100 ]; do sleep 0.05; n=$((n + 1)); done
sleep 0.2
not_ok 'i byte aspettano' [ -z "$(ls "$S/transito")" ]
rm -f "$S"/transito/*	# as an erasure does
: >lascia
wait $REGISTRA
is "$? $(grep -v '^[0-9/]*$' arrivata)" '0 ' 'chi li portava li riprende'
come prot1 originale "$(cat arrivata)" --in tornata.txt >"$OUT" 2>&1
same_bytes tornata.txt arriva.txt 'e li registra interi'

# ---- an entry with its correction ----

come as1 correggi-voce "$CS" diario/2026/00/0002.xml 'con zibibbo' 'era altro' >/dev/null
PAROLE=zibibbo
not_ok 'prima la parola c'\''è' [ -z "$(tracce)" ]
rifiuta vanno-insieme 'una voce corretta, senza dirlo' diario/2026/00/0002.xml
like err 'vanno anche diario/correzioni/00/0001.xml' 'e dice che cosa va'
run espungi diario/2026/00/0002.xml "$P" x --conferma vanno-insieme
is_exit 0 'una voce con la sua correzione'
is "$(tracce)" '' 'in nessun byte'
come as1 annota --cartella "$CS" --riservata si 'Un segreto: zibibbo.' >/dev/null
V=$(cd "$D" && ls diario/riservate/*/*.xml)
run espungi "$V" "$P" 'era per altri'
is_exit 0 'una voce riservata'
is "$(tracce)" '' 'in nessun byte'
run come as1 mostra "$CS" --documento "$V"
like out '^documento espunto' 'e al suo posto sta la lapide'

# ---- it goes on ----

redatta "$CS" >/dev/null
V=$(come as1 annota "$CS" "L'impronta è $(sha256sum <"$D/relazioni/0002.xml" |
    cut -c1-64)." | cut -d' ' -f2)
rifiuta ha-seguito 'un documento di cui altrove si dice l'\''impronta' \
    relazioni/0002.xml
like err "lo nomina $V" 'e si dice dove'
run firma relazioni/0002.xml
is_out "$CS firme/0002/manifesto.xml" 'il posto di una firma espunta non si riusa'
run cartella ricostruisci
is_exit 0 'il registro si rifà'
run cartella verifica
is_exit 0 'ed è uguale'

# ---- a cartella with tags of a seal ----

run come resp sigilla --motivo 'prova'
not_ok 'senza chiave non si sigilla' [ "$CODE" -eq 0 ]
con_chiave resp >/dev/null
come resp sigilla --motivo 'prova' >"$OUT" 2>&1
not_ok 'il sigillo ha un tag nella cartella' [ -z "$(git -C "$D" tag)" ]
PAROLE=quaderno
come as1 annota "$CS" 'Un quaderno.' >/dev/null
V=$(cd "$D" && grep -l quaderno diario/2026/00/*.xml)
come resp sigilla --motivo 'di nuovo' >"$OUT" 2>&1
run espungi "$V" "$P" x
is_exit 0 'da una cartella sigillata'
is "$(tracce)" '' 'in nessun byte'
is "$(git -C "$D" tag)" '' 'i tag della storia di prima vanno con lei'
run cartella verifica
is_exit 0 'verifica non li cerca più'
come as1 annota "$CS" 'Dopo.' >/dev/null
come resp sigilla --motivo 'la nuova storia' >"$OUT" 2>&1
not_ok 'e la nuova si sigilla' [ -z "$(git -C "$D" tag)" ]
run cartella verifica
is_exit 0 'che è integra'

# ---- out of the store and back ----

mkdir fuori && run come resp esporta "$T/fuori/e"
is_exit 0 'si esporta'
run sh fuori/e/verifica.sh
is_exit 0 'verifica.sh non trova guasti'
like out '^documenti espunti: [0-9]+$' 'conta gli espunti'
like out '^allegati distrutti: [0-9]+$' 'e gli allegati distrutti'
grep -q "^$UNO,allegati/protocollo" fuori/e/allegati/indice.csv
lib_result $? 'di ciò che è tornato i byte ci sono'
run "$CARTELLA" --store nuovo importa fuori/e
is_exit 0 'e si importa'
run "$CARTELLA" --store nuovo verifica
is_exit 0 'tutto intero'
sed -i 's/<distrutto>\(.\)/<distrutto>0/' \
    fuori/e/documenti/cartelle/2026/0000001/espunzioni/0001.xml
run sh fuori/e/verifica.sh
is_exit 1 'un allegato che manca senza che nessuno lo dica è un guasto'

# ---- closed ----

run come as1 chiudi --cartella "$CS" --motivo conclusione --nota x
is_exit 0 'la cartella si chiude'
rifiuta cartella-chiusa 'da una cartella chiusa' relazioni/0002.xml \
    --conferma vanno-insieme

# ---- handed over to the conservatore ----

run come coord versa --unita "$CS" --pdf no
is_exit 0 'ciò che resta si versa'
come coord pacchetto-versamento --in versato >"$OUT"
ok 'con la firma che c'\''è' [ -e "versato/data/$CS/documenti/firme/0002/firma.asc" ]
is "$(find versato -name "$TENUTO*")" '' \
    'senza i byte di ciò che fu espunto, che il registro tiene'
plan
