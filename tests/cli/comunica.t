# SPDX-License-Identifier: EUPL-1.2
# comunica: a letter to a third party.  Its paper is looked at with tools that
# know nothing of us: gpg, poppler, LibreOffice, sha256sum.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
ALTRA=$(aperta)
NASCOSTA=$(segnalazione)
D=$S/cartelle/2026/0000001
ID=77777777777777777777777777777777
DESTINATARIO='Istituto «Gianni Rodari» & C. <sede>'
PEC='--destinatario.pec scuola@pec.example'
OGGETTO='Riscontro alla segnalazione L.B.'

comunica() {	# comunica USER ADDRESS... : the rest stands
	caso_chi=$1
	shift
	come "$caso_chi" comunica \
	    --destinatario.denominazione "$DESTINATARIO" --oggetto "$OGGETTO" \
	    --testo 'Il servizio ha *preso in carico* la situazione; è così.

- le assenze, ogni mese;
- un docente di riferimento: costa 12 €.

Si ringrazia.' "$@"
}

# ---- refused ----

rifiuto() {	# rifiuto CODE DESC OPTION...
	rifiuto_codice=$1 rifiuto_desc=$2
	shift 2
	run comunica coord --cartella "$CS" "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "\\[$rifiuto_codice\\]" "e lo dice ($rifiuto_codice)"
}

N=$(atti)
# shellcheck disable=SC2086
rifiuto senza-chiave 'senza una chiave arruolata' $PEC
con_chiave coord >"$OUT"
N=$(atti)
rifiuto senza-recapito 'senza un recapito'
rifiuto recapito-del-mezzo 'PEC senza indirizzo di PEC' --mezzo pec \
    --destinatario.indirizzo 'via Po 1'
like err '/comunica/destinatario/pec: ' 'e dice quale manca'
# shellcheck disable=SC2086
rifiuto recapito-del-mezzo 'raccomandata senza indirizzo' --mezzo raccomandata \
    $PEC
# shellcheck disable=SC2086
rifiuto mezzo-interno 'a un terzo con il mezzo interno' --mezzo interno $PEC
# shellcheck disable=SC2086
rifiuto riferimento-ignoto 'riferimento che non esiste' $PEC \
    --riferimento 0000999/2026
sed 's,0000999/2026,N,g' "$ERR" >assente
# shellcheck disable=SC2086
rifiuto riferimento-ignoto 'riferimento che non si può vedere' $PEC \
    --riferimento "$NASCOSTA"
sed "s,$NASCOSTA,N,g" "$ERR" >nascosto
same_bytes nascosto assente 'con la stessa risposta'

nome() {	# nome OGGETTO
	OGGETTO=$1
	# shellcheck disable=SC2086
	rifiuto nome-in-oggetto "oggetto «$1»" $PEC
	like err 'art\. 5 GDPR' 'e cita la norma'
	OGGETTO='Riscontro alla segnalazione L.B.'
}
nome 'Riscontro su BIANCHI L.'
nome 'Riscontro su lùca B.'

# shellcheck disable=SC2086
run senza_chiave comunica coord --cartella "$CS" $PEC
is_exit 1 'senza la chiave segreta: no'
like err '\[firma-non-fatta\]' 'e lo dice'
like err "$(cat coord.fpr)" 'e dice quale chiave serve'

# shellcheck disable=SC2086
run comunica as1 --cartella "$CS" $PEC
is_exit 3 'comunicare non è dell'\''assistente sociale'
# shellcheck disable=SC2086
same_absent "$CS" CS-2026-0000099 comunica coordn $PEC --cartella
niente_scritto "$N" 'i rifiuti non lasciano niente'
no_file "$D/allegati" 'neanche una carta'

# ---- done ----

lettera() {
	# shellcheck disable=SC2086
	comunica coord --cartella "$CS" $PEC --mezzo pec \
	    --destinatario.indirizzo 'Via delle Scuole 4, 00000 Prova' \
	    --riferimento 0000001/2026 --luogo 'Prova Marina' "$@"
}

# LibreOffice breaks, then hangs: the act says so, and nothing of it is done
rotto() {	# rotto CHE PAROLA
	CARTELLA_PDF_PROVA=$1 CARTELLA_PDF_SECONDI=1
	export CARTELLA_PDF_PROVA CARTELLA_PDF_SECONDI
	run lettera --id $ID
	unset CARTELLA_PDF_PROVA CARTELLA_PDF_SECONDI
	is_exit 4 "la conversione $1: è un guasto"
	like err "conversione in PDF .*$2" 'lo dice'
	like err 'si riprova' 'e dice di riprovare'
	niente_scritto "$N" 'non resta niente'
	no_file "$D/allegati" 'neanche una carta'
}
rotto cade 'si è interrotta'
rotto blocca 'dopo 1 secondi'

run lettera --id $ID
is_exit 0 'si scrive'
is_out 0000004/2026 'e ha il suo numero'
N=$(atti)
run lettera --id $ID
is_out 0000004/2026 'la stessa istanza di nuovo: lo stesso numero'
niente_scritto "$N" 'e nient'\''altro'

C=$D/comunicazioni/0001.xml
ODT=$(campo "$C" comunicazione/odt)
PDF=$(campo "$C" comunicazione/firma-file/file)
ASC=$(campo "$C" comunicazione/firma-file/firma)
MAN=$(campo "$C" comunicazione/firma-file/manifesto)
is "$(campo "$C" comunicazione/protocollo)" 0000004/2026 \
    'la cartella sa il numero'
run come coord mostra 0000004/2026
like out "sha256 $PDF" 'il registro ha l'\''impronta del PDF'
like out "sha256 $MAN" 'del manifesto'
like out "sha256 $ASC" 'e della firma'
like out 'uscita - RISERVATA' 'in uscita, riservata'
like out "destinatario: +Istituto «Gianni Rodari» & C" 'a chi'
like out 'mezzo: +pec' 'come'
like out 'mittente: +Servizi sociali' 'da quale ufficio'
for i in "$ODT" "$PDF" "$MAN" "$ASC"; do
	is "$(sha256sum <"$(byte_di "$i")" | cut -c1-64)" "$i" \
	    'i byte hanno la loro impronta'
done
cp "$(byte_di "$PDF")" lettera.pdf
same_bytes "$D/allegati/$PDF.pdf" lettera.pdf 'il PDF sta anche nella cartella'
has_file "$D/allegati/$ODT.odt" 'e l'\''ODT'
has_file "$D/allegati/$ASC.asc" 'e la firma'

# the signature, with gpg and the enrolled key alone
GNUPGHOME=$T/.fuori
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --import "$S/ente/chiavi/$(cat coord.fpr).asc" 2>/dev/null
run gpg --batch --status-fd 1 --verify "$(byte_di "$ASC")" "$(byte_di "$MAN")"
is_exit 0 'gpg --verify la dice buona'
like out "VALIDSIG $(cat coord.fpr)" 'e di quella chiave'
ok 'che nomina il PDF' grep -q "impronta=\"$PDF\".* ruolo=\"resa\"" \
    "$(byte_di "$MAN")"
ok 'e da che cosa è fatto' grep -q "impronta=\"$ODT\" ruolo=\"fonte\"" \
    "$(byte_di "$MAN")"
{ cat "$(byte_di "$MAN")"; echo; } >altro.xml
run gpg --batch --verify "$(byte_di "$ASC")" altro.xml
is_exit 1 'di altri byte no'
gpgconf --kill all
GNUPGHOME=$T/.gnupg

# the PDF, with poppler
run pdfinfo lettera.pdf
is_exit 0 'pdfinfo lo legge'
like out '^Pages: +1$' 'una pagina'
run pdfinfo -meta lettera.pdf
like out 'pdfaid:part(>|=")2' 'dice di essere PDF/A-2'
like out 'pdfaid:conformance(>|=")B' 'b'
like out 'pdfuaid:part>1<' 'e PDF/UA-1'
pdftotext -layout lettera.pdf lettera.txt
valori "$C" >valori
is "$(wc -l <valori)" 16 'i valori della lettera'
ok 'il PDF li contiene tutti' contiene lettera.txt valori
echo 'mai scritto' >mai
not_ok 'e non contiene altro: la prova sa dire di no' contiene lettera.txt mai
ok 'con la data in parole' grep -q 'Prova Marina, 20 novembre 2026' lettera.txt
not_ok 'senza il proprio numero' grep -q 0000004 lettera.txt

# the ODT, with LibreOffice
if command -v soffice >/dev/null; then
	cp "$D/allegati/$ODT.odt" lettera.odt
	ok 'LibreOffice apre l'\''ODT' odt_in_testo lettera.odt dentro.txt
	ok 'che contiene gli stessi valori' contiene dentro.txt valori
	perl -0777 -pe '
		my ($len) = map { unpack "V" }
		    /PK\x01\x02.{16}(.{4}).{22}content\.xml/s or die;
		my $at = index($_, "content.xml") + 11 + int($len / 2);
		substr($_, $at, 1) ^= "\x10"' lettera.odt >rotto.odt
	is "$(cmp -l lettera.odt rotto.odt | wc -l)" 1 'un byte cambiato'
	prova_odt() {
		rm -f dentro.txt
		odt_in_testo "$1" dentro.txt && contiene dentro.txt valori
	}
	not_ok 'e la stessa prova non riesce' prova_odt rotto.odt
else
	skip 'LibreOffice non ha il suo comando' 4
fi

# ---- the copy ----

run come coord copia 0000004/2026 --in copia.pdf
is_exit 0 'se ne fa la copia'
pdftotext -l 1 copia.pdf copia.txt
ok 'con il numero in prima pagina' grep -q '0000004/2026 del 20/11/2026' \
    copia.txt
ok 'e tutta la lettera' contiene copia.txt valori
same_bytes "$(byte_di "$PDF")" lettera.pdf 'i byte registrati sono gli stessi'

# ---- the same letter again, and another ----

run lettera
is_out 0000005/2026 'la stessa lettera è un altro numero'
is "$(campo "$D/comunicazioni/0002.xml" comunicazione/odt)" "$ODT" \
    'ma lo stesso ODT, byte per byte'
OGGETTO='Riscontro per Luca, con conferma'
run lettera --conferma nome-in-oggetto
is_out 0000006/2026 'il nome si può scrivere, confermando'
[ "$(campo "$D/comunicazioni/0003.xml" comunicazione/odt)" != "$ODT" ]
lib_result $? 'e un'\''altra lettera è un altro ODT'
OGGETTO='Riscontro'

come as1 chiudi --cartella "$ALTRA" --motivo decesso --nota Fine >"$OUT"
CS=$ALTRA
# shellcheck disable=SC2086
rifiuto cartella-chiusa 'in una cartella chiusa' $PEC
niente_scritto "$((N + 3))" 'niente resta in transito'
is_integro 'dopo le lettere'
plan
