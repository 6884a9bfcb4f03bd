# SPDX-License-Identifier: EUPL-1.2
# chiedi-correzione, rettifica: one field is renewed, what was there stays.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/correzioni.sh"

uffici_di_prova >/dev/null || exit 1
P=$(entrata 'segnalazione di M. R.' \
    --protocollo-mittente.numero A/1)
U=$(uscita invito)
rettifica() {
	come resp rettifica "$P" --motivo refuso --provvedimento 'prov. 1/2026' "$@"
}
oggetto() {
	rettifica --campo oggetto --oggetto "$@"
}
campo() {
	run come resp mostra "$P"
	grep "^$1: " "$OUT" | sed 's/.*:  *//'
}

# ---- asked ----

chiedi() {
	come prot1 chiedi-correzione "$P" "$@"
}
run chiedi rettifica 'manca la classe'
like err '/chiedi-correzione/campo: .*\[manca-campo\]' 'di che cosa?'
run chiedi rettifica 'numero sbagliato' --campo numero
like err 'annulla tutta.*\[campo-immodificabile\]' 'il numero non si rettifica'
run chiedi annullamento 'numero sbagliato' --campo numero
is_exit 0 'ma lo si può dire chiedendo di annullare'
run come as1 chiedi-correzione "$P" rettifica x --campo oggetto
is_exit 1 'chi non la vede non chiede'
run come sds1 chiedi-correzione 0009999/2026 rettifica x --campo oggetto
is_exit 1 'né di una che non c’è'
ID1=11111111111111111111111111111111
run chiedi rettifica 'manca la classe' --campo oggetto --id "$ID1"
is_exit 0 'una richiesta motivata'
cp "$OUT" primo
run chiedi rettifica 'manca la classe' --campo oggetto --id "$ID1"
same_bytes "$OUT" primo 'la stessa istanza ha la stessa risposta'
run come resp scrivania
like out 'Rettifiche chieste' 'il responsabile la trova sulla scrivania'
like out 'Annullamenti chiesti' 'e così quella di annullare'
run come prot1 scrivania
unlike out 'Rettifiche chieste' 'chi non rettifica no'
run come resp mostra "$P"
like out 'richiesta 2 di rettifica di oggetto, .* da prot1, senza risposta: manca la classe' \
    'e la legge'

# ---- refused ----

for c in numero data ora impronta; do
	run rettifica --campo "$c" --oggetto x
	like err '«annulla».*\[campo-immodificabile\]' \
	    "invariante 1: $c non si rettifica, si annulla tutta"
done
run oggetto 'segnalazione di M. R.'
like err '/rettifica/oggetto: .*\[valore-uguale\]' 'il valore che c’è già'
run rettifica --campo oggetto
like err '\[manca-valore\]' 'senza il valore nuovo'
run oggetto nuovo --mezzo pec
like err '/rettifica/mezzo: .*\[altro-campo\]' 'due campi insieme'
run oggetto nuovo --ordine 1
like err '\[ordine-inutile\]' "l'oggetto è uno"
run rettifica --campo mittente --ordine 2 --mittente.denominazione x
like err '\[soggetto-assente\]' 'un mittente che non c’è'
run rettifica --campo data-arrivo --data-arrivo 2026-11-21
like err '\[data-futura\]' 'arrivata domani'
run oggetto nuovo --richiesta 9
like err '\[richiesta-ignota\]' 'una richiesta che non c’è'
run oggetto nuovo --richiesta 1
like err '\[altra-richiesta\]' 'una richiesta di annullare'
run come prot1 rettifica "$P" --campo oggetto --oggetto x --motivo y \
    --provvedimento z
is_exit 3 'è del responsabile'
run come resp rettifica 0009999/2026 --campo oggetto --oggetto x --motivo y \
    --provvedimento z
is_exit 1 'una che non c’è'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM rettifica')" 0 \
    'i rifiuti non lasciano niente'

# ---- done, again and again ----

run oggetto 'segnalazione di M. R., 2A' --richiesta 2 --id "22$ID1"
is_exit 1 'un id malfatto no'
ID2=22222222222222222222222222222222
ora 2026-11-20T11:00:00+01:00
run oggetto 'segnalazione di M. R., 2A' --richiesta 2 --id "$ID2"
is_exit 0 'rettificato'
run oggetto 'segnalazione di M. R., 2A' --richiesta 2 --id "$ID2"
is_exit 0 'la stessa istanza'
run come resp scrivania
unlike out 'Rettifiche chieste' 'alla richiesta si è risposto'
run oggetto 'altro' --richiesta 2
like err '\[richiesta-evasa\]' 'e non vi si risponde due volte'
ora 2026-11-20T12:00:00+01:00
run oggetto 'segnalazione di M. R., 2B'
is_exit 0 'di nuovo'
run come prot1 mostra "$P"
like out '^oggetto: +segnalazione di M. R., 2B$' 'invariante 1: il valore nuovo'
like out '^  era: +segnalazione di M. R.$' 'invariante 1: il primo resta'
like out '^  era: +segnalazione di M. R., 2A$' 'invariante 1: e il secondo'
like out 'rettificato oggetto il 20/11/2026 11:00 da resp \(prov. 1/2026\): refuso' \
    'invariante 1: con autore, data e ora'
is "$(sqlite3 "$S/registro.sqlite" "SELECT oggetto FROM registrazione
    WHERE numero = 1")" 'segnalazione di M. R.' \
    'invariante 1: il registro dice sempre il primo'

run rettifica --campo mittente --mittente.denominazione 'Scuola media' \
    --mittente.pec scuola@prova.invalid
is "$(campo mittente)" 'Scuola media <scuola@prova.invalid>' 'il mittente'
run rettifica --campo protocollo-mittente --protocollo-mittente.numero A/2 \
    --protocollo-mittente.data 2026-11-01
is "$(campo 'prot. mittente')" 'A/2' 'il protocollo del mittente'
run come prot1 registra --flusso entrata --oggetto doppia \
    --classifica VII/9 --conferma senza-documento \
    --mittente.denominazione 'Scuola media' \
    --protocollo-mittente.numero A/2 --protocollo-mittente.data 2026-11-01
like err '\[doppione-mittente\]' 'un doppione si riconosce dal valore nuovo'
run rettifica --campo data-arrivo --data-arrivo 2026-11-19
is "$(campo 'data di arrivo')" 2026-11-19 'la data di arrivo'
run rettifica --campo mezzo --mezzo pec
is "$(campo mezzo)" pec 'il mezzo'
like out 'era: +\(niente\)' 'dove non c’era niente lo dice'
P1=$P P=$(entrata 'senza il suo protocollo')
run rettifica --campo protocollo-mittente --protocollo-mittente.numero B/7 \
    --protocollo-mittente.data 2026-11-02
is "$(campo 'prot. mittente')" 'B/7' 'il protocollo del mittente, dove non c’era'
like out 'era: +\(niente\)' 'e si dice che non c’era'
P=$U
run rettifica --campo destinatario --ordine 2 \
    --destinatario.denominazione 'Tribunale per i minorenni'
is "$(campo destinatario)" 'Comune di Vattelapesca
Tribunale per i minorenni' 'il secondo destinatario'
P=$P1

# ---- masked ----

R=$(come prot1 registra --flusso entrata --oggetto 'ricovero di Z.' \
    --riservata.motivo minore --classifica VII/9 \
    --mittente.denominazione 'Ospedale di Zeta' --conferma senza-documento)
come resp rettifica "$R" --campo oggetto --oggetto 'visita di Z.' \
    --motivo 'non era un ricovero' --provvedimento 'prov. 9/2026' >/dev/null
come prot1 chiedi-correzione "$R" annullamento 'Zeta doppia' >/dev/null
run come tutto mostra "$R"
is_exit 0 'chi la vede coperta'
unlike out 'Z\.|Zeta|ricovero|prov\. 9' 'non legge i valori, vecchi o nuovi'
run come tutto chiedi-correzione "$R" annullamento x
is_exit 1 'e non chiede di correggerla'

# ---- the register of the day ----

ora 2026-11-21T09:00:00+01:00
entrata 'il giorno dopo' >/dev/null
run come resp giorno 2026-11-20
like out '^rettifica: 0000001/2026  11:00  resp  oggetto$' \
    'invariante 1: il registro del giorno dice la rettifica'
like out '^    era: segnalazione di M. R.$' 'con il valore di prima'

immutabile rettifica richiesta_correzione
si_scopre "UPDATE rettifica SET prima = 'altro' WHERE ordine = 1" rettifica
si_scopre "UPDATE richiesta_correzione SET richiedente = 'resp'" \
    richiesta_correzione
is_integro 'dopo tutto'
plan
