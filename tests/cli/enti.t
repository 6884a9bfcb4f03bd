# SPDX-License-Identifier: EUPL-1.2
# arruola-ente, revoca-ente, enti: whose seal is believed, and no more.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
A=$(gpg_key altrove) && gpg --batch --armor --export "$A" >altrove.asc &&
    B=$(gpg_key altra) && gpg --batch --armor --export "$B" >altra.asc &&
    gpg --batch --pinentry-mode loopback --passphrase '' --armor \
    --export-secret-keys "$A" >segreta.asc || exit 1
arruola() {	# arruola IPA FINGERPRINT FILE...
	arruola_ipa=$1 arruola_impronta=$2
	shift 2
	come resp arruola-ente --codice-ipa "$arruola_ipa" \
	    --denominazione 'Comune di Altrove' \
	    --impronta-chiave "$arruola_impronta" --verificata telefono "$@"
}

run arruola C_A944 "$A" altrove.asc
is_exit 0 'un ente si arruola'
same_bytes "$S/ente/enti/c_a944/0001.asc" altrove.asc 'la sua chiave è conservata'
run come coord enti
like out '^C_A944  Comune di Altrove' 'si elenca'
like out "$A" 'con la chiave'
like out 'impronta avuta: telefono' 'e come se ne ebbe l'\''impronta'
run come prot1 enti
is_exit 0 'anche per chi registra'

run arruola c_a944 "$B" altrove.asc
is_exit 1 'un file di un'\''altra chiave: no'
like err "$A.*altra-chiave" 'e si dice di quale è'
run arruola c_b111 "$A" altrove.asc
like err 'C_A944 .chiave-altrui' 'la chiave di un altro ente: no'
run arruola C_X000 "$B" altra.asc
like err 'ente-proprio' 'il proprio ente: no'
con_nostra=$(gpg_key nostra) && gpg --batch --armor --export "$con_nostra" >nostra.asc &&
    come resp arruola-chiave --utente resp nostra.asc >"$OUT"
run arruola c_b111 "$con_nostra" nostra.asc
like err 'arruolata qui, per resp.*\[chiave-altrui\]' 'una chiave dei nostri: no'
run arruola c_b111 "$A" segreta.asc
is_exit 1 'una chiave segreta: no'
run arruola c_b111 "$B"
like err 'manca-file' 'senza file: no'
head -c 200 altra.asc >mozza.asc
run arruola c_b111 "$B" mozza.asc
like err 'chiave\]|chiave ' 'un file mozzo: no'
run come coord arruola-ente --codice-ipa c_b111 --denominazione X \
    --impronta-chiave "$B" --verificata pec altra.asc
is_exit 3 'chi coordina non arruola'
run arruola .. "$B" altra.asc
is_exit 1 'un codice che è un percorso: no'

run come resp revoca-ente c_zzz errore
like err 'ente-ignoto' 'uno che non c'\''è non si revoca'
run come resp revoca-ente c_a944 compromessa
is_exit 0 'si revoca'
run come resp revoca-ente c_a944 compromessa
like err 'gia-revocato' 'una volta'
run come resp enti
like out 'REVOCATO \(compromessa\)' 'e si vede'
run arruola c_a944 "$A" altrove.asc
like err 'chiave-revocata' 'la stessa chiave non torna'
run arruola c_b111 "$A" altrove.asc
like err 'chiave-revocata' 'nemmeno per altri'
run arruola c_a944 "$B" altra.asc
is_exit 0 'una nuova sì'
run come resp enti
like out "$B" 'e vale l'\''ultima'
unlike out REVOCATO 'non la prima'
run come resp enti --codice-ipa c_A944
like out "$B" 'di uno si vedono tutte:'
like out "$A" 'anche quella di prima'
is_integro 'alla fine'
plan
