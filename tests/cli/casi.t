# SPDX-License-Identifier: EUPL-1.2
# casi: random acts on cases, against a model that has read only the norm.
#
#	make prova-casi				10,000 acts, a seed of today
#	make prova-casi SEED=7 ATTI=20000	others
#
# A seed that fails is told: the same seed does the same again.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

casi_di_prova() {
	cartella init --denominazione 'Comune di Prova' --codice-ipa c_x000 \
	    --codice-aoo AOO1 --dimostrativo si \
	    --ufficio.codice prot --ufficio.denominazione Protocollo \
	    --ufficio.codice soc --ufficio.denominazione 'Servizi sociali' \
	    --ufficio.codice sds --ufficio.denominazione 'SDS' \
	    --ufficio.codice nord --ufficio.denominazione 'Zona nord' \
	    --responsabile.codice resp --responsabile.cognome Rossi \
	    --responsabile.nome Anna &&
	utente prot1 prot protocollo && utente seg soc segretariato &&
	utente coord soc coordinatore && utente coordn nord coordinatore &&
	utente as1 soc assistente-sociale && utente as2 soc assistente-sociale &&
	utente asn nord assistente-sociale &&
	utente amm sds area-amministrativa &&
	utente ammn nord area-amministrativa && utente dir sds dirigente &&
	utente ctl sds controllo && utente arch prot archivista &&
	come resp nomina est Neri Ada --ruolo ente-esterno \
	    --ente 'Ambulatorio di Prova' &&
	utente uno soc assistente-sociale --ruolo coordinatore || return 1
	for casi_u in coord coordn as1 asn amm dir uno; do
		con_chiave "$casi_u" || return 1
	done
}

casi_di_prova >/dev/null || exit 1
cp -a "$S" "$T/inizio"

# ---- random acts, the same each time; and others each day ----

for seme in ${SEED:-11 $(date +%Y%m%d)}; do
	rm -rf "$S"
	cp -a "$T/inizio" "$S"
	run "$DRIVER/casi" "$S" "$seme" "${ATTI:-180}" "${CARTE:-1}"
	is_exit 0 "atti a caso, seme $seme: stati, scrivanie e permessi sono quelli del modello"
	note "$(tail -n 1 "$OUT")"
	ora "$(sed -n '$s/.*fino al \([0-9-]*\):.*/\1/p' "$OUT")T23:00:00+01:00"
	run cartella verifica
	like out ': 0 difetti$' 'e il deposito è integro'
	ora 2026-11-20T10:15:30+01:00
done
plan
