# SPDX-License-Identifier: EUPL-1.2
# The names of those a cartella is about, in the oggetto of a riservata.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null && aperta >/dev/null || exit 1

riservata() {	# riservata OGGETTO: an avviso about names?
	come prot1 registra --flusso entrata --classifica VII/9 \
	    --mittente.denominazione Scuola --riservata.motivo minore \
	    --conferma senza-documento --oggetto "$1"
}

for text in 'segnalazione su Luca Bianchi' 'BIANCHI LUCA, classe 2A' \
    'il minore Bianchì, di nome Lùca'; do
	run riservata "$text"
	is_exit 1 "«$text»: un avviso"
	like err '/registra/oggetto: .*\[nome-nell-oggetto\]' 'che dice dove'
	unlike err 'CS-|AC-|as1' 'e non di chi, né in quale cartella'
done
for text in 'segnalazione su L. B.' 'via dei Bianchi 3' 'Lucatelli e Bianchini' \
    'bianchi e neri, partita'; do
	run riservata "$text"
	is_exit 0 "«$text»: va bene"
done
run riservata 'Luca Bianchi' --conferma nome-nell-oggetto
is_exit 1 'senza confermare resta fermo'
run come prot1 registra --flusso entrata --classifica VII/9 \
    --mittente.denominazione Scuola --riservata.motivo minore \
    --conferma senza-documento --oggetto 'Luca Bianchi' \
    --conferma nome-nell-oggetto
is_exit 0 'confermato'
run come prot1 registra --flusso entrata --classifica VII/9 \
    --mittente.denominazione Scuola --conferma senza-documento \
    --oggetto 'Luca Bianchi'
is_exit 0 'di una non riservata non si chiede'

# ---- nor by correcting it ----

R=$(come prot1 registra --flusso entrata --classifica VII/9 \
    --mittente.denominazione Scuola --riservata.motivo minore \
    --conferma senza-documento --oggetto 'segnalazione su L. B.')
rettifica() {
	come resp rettifica "$R" --campo oggetto --motivo refuso \
	    --provvedimento 'prov. 1/2026' --oggetto "$@"
}
run rettifica 'segnalazione su Luca Bianchi'
is_exit 1 'nemmeno rettificandolo'
like err '/rettifica/oggetto: .*\[nome-nell-oggetto\]' 'che dice dove'
run rettifica 'segnalazione su L. B., 2A'
is_exit 0 'le sole iniziali'
run rettifica 'segnalazione su Luca Bianchi' --conferma nome-nell-oggetto
is_exit 0 'o confermato'

is_integro 'dopo i nomi'
plan
