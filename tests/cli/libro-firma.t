# SPDX-License-Identifier: EUPL-1.2
# libro-firma: what waits for whose signature, in its order; given back;
# by delega; many at once.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
redatta "$CS" >"$OUT"
R=relazioni/0001.xml
for u in as1 coord vice; do
	con_chiave $u >"$OUT"
done
RESA="--resa nessuna"
firma() {	# firma USER DOCUMENT [OPTION...]
	libro_chi=$1 libro_doc=$2
	shift 2
	come "$libro_chi" firma --cartella "$CS" --documento "$libro_doc" \
	    $RESA "$@"
}

run come as1 libro-firma
note "$(cat $OUT)"
run come as1 scrivania
note "$(cat $OUT)"
run come coord libro-firma
note "$(cat $OUT)"
cat >regole.xml <<'X'
<firme xmlns="urn:cartella:1">
  <regola altri="si" tipo="relazione">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
    <passo chi="responsabile" obbligo="si" scopo="visto"/>
    <passo chi="ruolo" ruolo="coordinatore" obbligo="si" scopo="visto"/>
    <passo chi="ruolo" ruolo="dirigente" obbligo="no" scopo="visto"/>
  </regola>
  <regola altri="si" tipo="progetto">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
  </regola>
  <regola altri="si" tipo="affidamento">
    <passo chi="autore" obbligo="si" scopo="sottoscrizione"/>
  </regola>
</firme>
X
run come resp adotta-firme regole.xml
note "$(cat $OUT $ERR)"
run come resp adotta-firme regole.xml --conferma firma-tolta
note "$(cat $OUT $ERR)"
run firma coord $R
note "$(cat $OUT $ERR)"
run firma as1 $R
note "$(cat $OUT $ERR)"
run come coord libro-firma
note "$(cat $OUT)"
run come coord libro-firma --formato xml
note "$(cat $OUT)"
run come coord rinvia-firma "$CS" $R 'manca la scuola'
note "$(cat $OUT $ERR)"
run come as1 libro-firma
note "$(cat $OUT)"
run come as1 scrivania
note "$(cat $OUT)"
run come as1 libro-firma --regole si
note "$(cat $OUT)"
is_integro 'fine'
plan
