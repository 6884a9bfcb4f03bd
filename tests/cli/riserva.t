# SPDX-License-Identifier: EUPL-1.2
# riserva: who may read a registration, and since when.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/correzioni.sh"

uffici_di_prova >/dev/null && utente prot2 prot protocollo >/dev/null || exit 1
P=$(a_soc 'certificato di Z.')
riserva() {
	come prot1 riserva "$P" "$@"
}

run come prot2 mostra "$P"
like out 'certificato di Z' 'prima la leggono tutti quelli del registro'
run riserva 'dati di un minore' --fino-al 2026-11-20
like err '\[data-passata\]' 'una fine già passata'
run riserva 'dati di un minore' --cessa si
like err '\[non-riservata\]' 'non cessa ciò che non è'
run come sds1 riserva "$P" 'dati di un minore'
is_exit 3 'non è di tutti'
run come as1 riserva "$P" 'dati di un minore'
is_exit 1 'né di chi non la vede'
ID=44444444444444444444444444444444
run riserva 'dati di Zeta' --id "$ID"
is_exit 0 'riservata'
run riserva 'dati di Zeta' --id "$ID"
is_exit 0 'la stessa istanza'
run riserva 'dati di Zeta'
like err '\[valore-uguale\]' 'lo è già'
run come prot2 mostra "$P"
unlike out 'Z\.|Zeta' 'adesso non più, né perché'
run come prot2 riserva "$P" 'non serve' --cessa si
is_exit 1 'chi non la legge non la scopre'
run come coord mostra "$P"
like out 'certificato di Z' "l'ufficio a cui va la legge"
ora 2026-11-20T12:00:00+01:00
run come coord riserva "$P" 'dati di Zeta' --fino-al 2026-12-31
is_exit 0 'e può dire fino a quando'
run riserva 'il caso è chiuso' --cessa si --fino-al 2027-01-01
like err '\[cessa-e-dura\]' 'se cessa non dura'
run riserva 'il caso è pubblico' --cessa si
is_exit 0 'non più riservata'
run come prot2 mostra "$P"
like out '^oggetto: +certificato di Z' 'la leggono di nuovo'
like out 'riservata dal 20/11/2026 12:00 fino al 31/12/2026, da coord' 'con la sua storia'
like out 'non più riservata dal 20/11/2026 12:00, da prot1: il caso è pubblico' \
    'tutta'
is "$(sqlite3 "$S/registro.sqlite" "SELECT riservata FROM registrazione")" 0 \
    'il registro dice com’era'

immutabile riserva
si_scopre "UPDATE riserva SET motivo = 'x' WHERE ordine = 1" riserva
is_integro 'dopo tutto'
plan
