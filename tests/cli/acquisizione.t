# SPDX-License-Identifier: EUPL-1.2
# The case of another body taken in from its package (atti/acquisire.h): it goes
# on with the history it came with; what others wrote is read as one of its type
# and holds for nothing; whatever an attacker puts in it changes nothing.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

# ---- the body that sends ----

A=$T/a B=$T/b
S=$A
uffici_di_prova >/dev/null || exit 1
printf 'lettera della scuola\n' >lettera.txt
segnalazione() {
	come prot1 registra --flusso entrata --oggetto 'segnalazione M. R.' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/lettera.txt"
}
sigillo() {	# sigillo FILE: the office of $S has a seal
	mkdir -m 700 "$S/sigillo"
	(GNUPGHOME=$S/sigillo gpg_key "$1") >"$1.fpr"
	gpg --homedir "$S/sigillo" --batch --armor --export \
	    "$(cat "$1.fpr")" >"$1.asc" 2>/dev/null
	come resp arruola-chiave --uso sigillo "$1.asc" >/dev/null
}
CS=$(aperta) || exit 1
R=$(redatta "$CS" | cut -d' ' -f2)
con_chiave as1 >/dev/null
come as1 firma --cartella "$CS" --documento "$R" >/dev/null
come as1 annota --cartella "$CS" --tipo visita --testo 'Visita a casa.' >/dev/null
come coord componi-equipe "$CS" --membro.utente as2 --membro.ruolo collega \
    >/dev/null 2>&1
sigillo mittente
come coord pacchetto "$CS" --in "$T/p" >/dev/null || exit 1
HEAD_A=$(git -C "$A/cartelle/2026/0000001" rev-parse main)

# ---- the body that receives ----

S=$B
uffici_di_prova >/dev/null || exit 1

acquisisci() {	# acquisisci DIR [CARTELLA|- [CONFIRMED...]]
	acq_d=$1
	shift
	"$DRIVER/acquisisci" "$S" as1 "$acq_d" "${ACQ_SUB:-}" \
	    "${ACQ_IPA:-c_x000}" "${ACQ_FPR:-$(cat mittente.fpr)}" \
	    "${ACQ_KEY:-mittente.asc}" soc as1 "$@"
}
prendi() {
	acquisisci "$1" - senza-liberatoria senza-stato-di-famiglia
}

run prendi p
is_exit 0 'la cartella di un altro ente si prende'
is_out CS-2026-0000001 'e ha un numero nostro'
is_integro 'dopo la presa'
plan
