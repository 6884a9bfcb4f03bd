# SPDX-License-Identifier: EUPL-1.2
# rifiuta: what came to the wrong office goes back, and is read there no more.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
P=$(smistata --riservata.motivo minore)
CHIARA=$(smistata)
ID1=11111111111111111111111111111111

rifiuta() {	# rifiuta USER NUMBER [OPTION...]
	uffici_chi=$1 uffici_n=$2
	shift 2
	come "$uffici_chi" rifiuta --protocollo "$uffici_n" \
	    --motivo 'è del nucleo della zona nord' "$@"
}

# ---- refused ----

run come coord rifiuta "$P"
is_exit 1 'senza motivo no'
like err '/rifiuta: .*motivo' 'e lo dice'
run rifiuta sds1 "$P"
is_exit 1 'chi l'\''ha per conoscenza non la rifiuta'
like err '\[non-competente\]' 'e lo dice'
run rifiuta prot1 "$P"
is_exit 3 'rifiutare non è del protocollo'
run rifiuta coordn "$P"
is_exit 1 'per un altro ufficio non esiste'
sed "s,$P,N,g" "$ERR" >nascosta
run rifiuta coordn 0000099/2026
sed 's,0000099/2026,N,g' "$ERR" >assente
same_bytes nascosta assente 'come una che non esiste'
run come prot1 scrivania
unlike out 'Rifiutate' 'nessun rifiuto, niente da smistare di nuovo'

# ---- done ----

run rifiuta coord "$P" --id "$ID1"
is_exit 0 'l'\''ufficio la restituisce'
cp "$OUT" primo
run git --git-dir "$S/registro/2026.git" show main:rifiuti/000/00/0000001-1.xml
like out '<motivo>è del nucleo della zona nord</motivo>' 'il documento dice perché'
like out '<utente>coord</utente>' 'e chi'
run rifiuta coord "$P" --id "$ID1"
is_exit 0 'la stessa istanza di nuovo'
same_bytes "$OUT" primo 'ha la stessa risposta'
run rifiuta vice "$P"
is_exit 1 'una seconda volta no'
like err '\[non-competente\]' 'non è più sua'

run come coord mostra "$P"
is_exit 0 'chi l'\''ha rifiutata vede che c'\''è'
like out '^Protocollo 0000001/2026' 'il numero'
like out 'RIFIUTATA' 'che l'\''ha rifiutata'
unlike out 'M\. R\.|Scuola|SDS|nucleo' 'e altro no'
run come coord copia "$P" --in copia.pdf
is_exit 1 'e non ne ha copia'
run come sds1 mostra "$P"
like out 'M\. R\.' 'chi l'\''ha per conoscenza la legge ancora'
run come prot1 scrivania
like out '^Rifiutate, da smistare di nuovo: 1' 'è di nuovo sulla scrivania del protocollo'
like out "^  $P .*segnalazione" 'di chi l'\''ha registrata, in chiaro'
run come tutto scrivania
like out "^  $P .*\(riservata\)" 'e di un altro, solo con il numero'
run come prot1 mostra "$P"
like out 'rifiutata da: +coord \(soc\), 20/11/2026 10:15: è del nucleo' 'il protocollo sa perché'

rifiuta coord "$CHIARA" >"$OUT"
run come coord mostra "$CHIARA"
unlike out 'M\. R\.|Scuola' 'anche di una non riservata resta solo il numero'

# ---- sent again ----

come prot1 smista "$P" --destinazione.ufficio nord \
    --destinazione.titolo competenza >"$OUT"
run come prot1 scrivania
unlike out "$P" 'smistata di nuovo, non aspetta più'
run come coordn mostra "$P"
like out 'M\. R\.' 'il nuovo ufficio la legge'
run come coord mostra "$P"
unlike out 'Zona nord' 'il vecchio non sa a chi è andata'
come coordn prendi-in-carico "$P" >"$OUT"
run rifiuta coordn "$P"
is_exit 0 'si restituisce anche dopo averla presa in carico'

# ---- a case was born ----

AC=$(assegnata)
run rifiuta coord 0000003/2026
is_exit 1 "nato l'accesso ($AC), non si restituisce più"
like err '«riassegna».*\[gia-assegnata\]' 'e dice che cosa fare'

is_integro 'dopo i rifiuti'
plan
