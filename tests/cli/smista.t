# SPDX-License-Identifier: EUPL-1.2
# smista: to which offices a registration goes.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

uffici_di_prova >/dev/null || exit 1
P=$(segnalazione)
DOC=registro/2026.git
ID1=11111111111111111111111111111111

a_soc() {	# a_soc USER [OPTION...]: to soc, who must act
	uffici_chi=$1
	shift
	come "$uffici_chi" smista --protocollo "$P" \
	    --destinazione.ufficio soc --destinazione.titolo competenza "$@"
}

documento() {	# the text of a document of the year's folder
	git --git-dir "$S/$DOC" show "main:$1"
}

# ---- refused ----

run come prot1 smista --protocollo "$P" --destinazione.ufficio soc \
    --destinazione.titolo conoscenza
is_exit 1 'nessuno per competenza: no'
like err '/smista/destinazione: .*competenza.*\[senza-competenza\]' 'e lo dice'
like err 'art\. 4 L\. 241/1990' 'con la norma'

run a_soc prot1 --destinazione.ufficio boh --destinazione.titolo conoscenza
is_exit 1 'un ufficio che non esiste: no'
like err '/smista/destinazione\[2\]/ufficio: .*boh.*\[ufficio-ignoto\]' 'e dice quale'

run a_soc prot1 --destinazione.ufficio soc --destinazione.titolo conoscenza
is_exit 1 'lo stesso ufficio due volte: no'
like err '/smista/destinazione\[2\]/ufficio: .*\[ufficio-doppio\]' 'e dice dove'

run come prot1 smista "$P"
is_exit 1 'senza destinazioni no'

run a_soc coord
is_exit 3 'smistare non è del coordinatore'

run come prot1 smista 0000099/2026 --destinazione.ufficio soc \
    --destinazione.titolo competenza
is_exit 1 'una registrazione che non esiste: no'
like err '0000099/2026 non esiste' 'e lo dice'

run come prot1 smista 0000000/2026 --destinazione.ufficio soc \
    --destinazione.titolo competenza
is_exit 1 'il numero zero no'

is "$(git --git-dir "$S/$DOC" ls-tree -r --name-only main | grep -c smistamenti/)" 0 \
    'i rifiuti non lasciano niente'

# ---- done ----

run a_soc prot1 --id "$ID1" --destinazione.ufficio sds \
    --destinazione.titolo conoscenza --nota 'urgente'
is_exit 0 'a due uffici'
cp "$OUT" primo
run documento smistamenti/000/00/0000001-1.xml
like out '<protocollo>0000001/2026</protocollo>' 'il documento nomina la registrazione'
like out '<ordine>1</ordine>' 'è il primo'
like out '<ufficio>sds</ufficio>' 'con gli uffici'
like out '<nota>urgente</nota>' 'la nota'
like out '<operatore>prot1</operatore>' 'e chi ha smistato'
is "$(git --git-dir "$S/$DOC" log -1 --format=%s main)" 'smista 0000001/2026' \
    'il commit porta solo il numero'

run a_soc prot1 --id "$ID1" --destinazione.ufficio sds \
    --destinazione.titolo conoscenza --nota 'urgente'
is_exit 0 'la stessa istanza di nuovo'
same_bytes "$OUT" primo 'ha la stessa risposta'
not_ok 'e non fa un secondo smistamento' \
    documento smistamenti/000/00/0000001-2.xml

run come resp smista "$P" --destinazione.ufficio nord \
    --destinazione.titolo competenza
is_exit 0 'uno smistamento successivo si aggiunge'
run documento smistamenti/000/00/0000001-2.xml
like out '<ordine>2</ordine>' 'ed è il secondo'

run come prot1 mostra "$P"
like out 'Servizi sociali \(per competenza\)' 'si vede a chi è andata'
like out 'SDS \(per conoscenza\)' 'e a quale titolo'
like out 'Zona nord \(per competenza\)' 'anche poi'

# ---- people ----

run a_soc prot1 --destinazione.ufficio soc --destinazione.titolo conoscenza \
    --destinazione.utente coordn
is_exit 1 'una persona di un altro ufficio: no'
like err '/smista/destinazione\[2\]/utente: .*\[altro-ufficio\]' 'e dice quale'
run a_soc prot1 --destinazione.ufficio soc --destinazione.titolo conoscenza \
    --destinazione.utente exas
is_exit 1 'una che ha lasciato il servizio: no'
like err '\[utente-inattivo\]' 'e lo dice'
run a_soc prot1 --destinazione.ufficio soc --destinazione.titolo conoscenza \
    --destinazione.utente boh
like err '\[utente-ignoto\]' 'una che non esiste: no'

run a_soc prot1
is_exit 1 'dove è già andata non va due volte'
like err '\[gia-smistata\]' 'e lo dice'
run come prot1 smista "$P" --destinazione.ufficio soc \
    --destinazione.titolo conoscenza --destinazione.utente as1
is_exit 0 'a una persona, per conoscenza, basta aggiungerla'
run come as1 mostra "$P"
is_exit 0 'e lei la vede'

# ---- in the place of those before ----

SOLA=$(segnalazione)
run come prot1 smista "$SOLA" --destinazione.ufficio soc \
    --destinazione.titolo competenza --sostituisce si
is_exit 1 'non c'\''è niente da sostituire'
like err '\[niente-da-sostituire\]' 'e lo dice'
come coord prendi-in-carico "$P" >"$OUT"
run come prot1 smista "$P" --destinazione.ufficio sds \
    --destinazione.titolo competenza --sostituisce si
is_exit 1 'ciò che è in carico non si toglie senza pensarci'
like err 'avviso: .*\[in-carico\]' 'e lo dice'
run come prot1 smista "$P" --destinazione.ufficio sds \
    --destinazione.titolo competenza --sostituisce si --conferma in-carico
is_exit 0 'confermando sì'
run come prot1 mostra "$P"
like out 'Servizi sociali \(per competenza\): sostituita' 'quelli di prima restano nella storia'
run come coordn mostra "$P"
unlike out 'M\. R\.' 'ma non leggono più'
run come coordn prendi-in-carico "$P"
is_exit 1 'e non sono più competenti'
run come sds1 mostra "$P"
like out 'M\. R\.' 'i nuovi sì'
AC=$(assegnata)
run come prot1 smista 0000003/2026 --destinazione.ufficio sds \
    --destinazione.titolo competenza --sostituisce si
is_exit 1 "nato l'accesso ($AC), non si sostituisce"
like err '\[gia-assegnata\]' 'e lo dice'

is_integro 'dopo gli smistamenti'
plan
