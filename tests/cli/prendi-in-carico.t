# SPDX-License-Identifier: EUPL-1.2
# prendi-in-carico: who answers for what was sent for competence.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
SOLA=$(segnalazione)
P=$(smistata --riservata.motivo minore)
PERSONA=$(segnalazione --riservata.motivo minore)
come prot1 smista "$PERSONA" --destinazione.ufficio soc \
    --destinazione.titolo competenza --destinazione.utente as1 >"$OUT"
ID1=11111111111111111111111111111111

prendi() {	# prendi USER NUMBER [OPTION...]
	uffici_chi=$1
	shift
	come "$uffici_chi" prendi-in-carico "$@"
}

# ---- refused ----

run prendi coord "$SOLA"
is_exit 1 'non smistata: per il coordinatore non esiste'
sed "s,$SOLA,N,g" "$ERR" >nascosta
run prendi coord 0000099/2026
is_exit 1 'una che non esiste davvero'
sed 's,0000099/2026,N,g' "$ERR" >assente
same_bytes nascosta assente 'ha la stessa risposta'
run prendi coordn "$P"
sed "s,$P,N,g" "$ERR" >nascosta
same_bytes nascosta assente 'e così quella smistata ad altri uffici'
run prendi as1 "$P"
sed "s,$P,N,g" "$ERR" >nascosta
same_bytes nascosta assente 'e, per l'\''assistente sociale, quella del suo ufficio'

run prendi sds1 "$P"
is_exit 1 'chi l'\''ha per conoscenza non la prende in carico'
like err '\[non-competente\]' 'e lo dice'
run prendi prot1 "$P"
is_exit 3 'prendere in carico non è del protocollo'
run prendi coord "$PERSONA"
is_exit 1 'quella smistata a una persona la prende lei'
like err 'as1.*\[altro-destinatario\]' 'e dice chi'

# ---- done ----

run prendi coord "$P" --id "$ID1"
is_exit 0 'il coordinatore prende in carico'
cp "$OUT" primo
run git --git-dir "$S/registro/2026.git" show \
    main:prese-in-carico/000/00/0000002-1.xml
like out '<smistamento>1</smistamento>' 'il documento dice quale smistamento'
like out '<ufficio>soc</ufficio>' 'per quale ufficio'
like out '<utente>coord</utente>' 'chi'
like out '<ora>2026-11-20T10:15:30\+01:00</ora>' 'e quando'
run prendi coord "$P" --id "$ID1"
is_exit 0 'la stessa istanza di nuovo'
same_bytes "$OUT" primo 'ha la stessa risposta'
run prendi vice "$P"
is_exit 1 'un collega non la prende una seconda volta'
like err 'coord, dal 2026-11-20.*\[gia-in-carico\]' 'e vede di chi è'

run come coord assegna --protocollo "$P" --assistente as2
is_exit 0 'presa in carico, si assegna senza presa visione'
run come prot1 mostra "$P"
like out 'Servizi sociali \(per competenza\): caso assegnato' 'e si vede a che punto è'
like out 'in carico a: +coord \(soc\), 20/11/2026 10:15' 'e chi l'\''ha in carico'

# ---- a person ----

run come as1 mostra "$PERSONA"
is_exit 0 'la persona a cui è smistata la vede'
like out 'segnalazione M\. R\.' 'in chiaro, anche riservata'
run come as2 mostra "$PERSONA"
is_exit 1 'la collega con ambito proprio no'
run come coord mostra "$PERSONA"
like out 'segnalazione M\. R\.' 'chi vede le cose dell'\''ufficio sì'
run come nessuno mostra "$PERSONA"
is_exit 3 'chi non è nessuno no'
run prendi as1 "$PERSONA"
is_exit 0 'e la prende in carico'
run come coord mostra "$PERSONA"
like out 'smistata a: +Servizi sociali - as1 \(per competenza\): presa in carico' 'si vede a chi'

# ---- nobody is left waiting ----

ULTIMA=$(segnalazione)
come prot1 smista "$ULTIMA" --destinazione.ufficio soc \
    --destinazione.titolo competenza --destinazione.utente as2 >"$OUT"
utente as2 nord assistente-sociale >"$OUT"
run come as2 mostra "$ULTIMA"
is_exit 1 'chi ha lasciato l'\''ufficio non la vede più'
run come coord scrivania
like out "^  $ULTIMA" 'e torna sulla scrivania dell'\''ufficio'
run prendi coord "$ULTIMA"
is_exit 0 'che la prende in carico'

is_integro 'dopo le prese in carico'
plan
