# SPDX-License-Identifier: EUPL-1.2
# What may not be put on a list for disposal, nor be destroyed with one: what is
# permanent, not computed, not expired, not handed over, in something else, gone;
# by name it is refused with why, and with «all» it is passed over.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

arch() { come arch "$@"; }
massimario() {	# massimario ROW-OF-CARTELLE [MORE]: adopted
	cat >"$T/m.xml" <<-X
		<massimario xmlns="urn:cartella:1">
		<riga><cosa>cartella</cosa><classifica>VII</classifica><nome>cartelle</nome>
		$1<fonte>delibera 9</fonte>${2:-}</riga>
		<riga><cosa>fascicolo</cosa><classifica>VII</classifica><nome>fascicoli</nome>
		<permanente>si</permanente><fonte>delibera 9</fonte></riga>
		</massimario>
	X
	come resp adotta-massimario "$T/m.xml" --provvedimento "$3" >"$OUT"
}
ANNO='<durata><da>chiusura</da><anni>1</anni></durata>'
fascicolo() {
	come prot1 apri-fascicolo --oggetto Prova --tipo affare \
	    --classifica VII/12 --ufficio prot "$@"
}
no() {	# no CODE WHAT DESC: by name, then with all
	run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$2"
	like err "\\[$1\\]" "$3: no"
	run arch proponi-scarto Soprintendenza --provvedimento 'det. 15'
	like err '\[niente-da-scartare\]' 'né con tutto'
}

{ uffici_di_prova && utente arch prot archivista; } >/dev/null || exit 1
massimario "$ANNO" '' 'delibera 9'
CS=$(aperta) && FA=$(fascicolo) &&
DENTRO=$(come prot1 apri-fascicolo --oggetto Dentro --tipo affare --padre "$FA" \
    --ufficio prot) || exit 1
no aperto "$FA" 'ciò che corre'
for f in "$DENTRO" "$FA"; do
	come prot1 chiudi-fascicolo --fascicolo "$f" --nota x >"$OUT"
done
come as1 chiudi --cartella "$CS" --motivo conclusione --nota x >"$OUT"
arch deposita --unita.numero "$FA" >"$OUT"
no non-scaduto "$CS" 'il giorno in cui si chiude'
un_anno_dopo
no non-depositato "$CS" 'ciò che non è in deposito'
arch deposita --unita.numero "$CS" >"$OUT"
no_uno() {	# no_uno CODE WHAT DESC: by name only
	run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$2"
	like err "\\[$1\\]" "$3: no"
}
no_uno permanente "$FA" 'una serie permanente'
like err 'non scade: si conserva sempre' 'e si dice perché'
no_uno sta-in-altro "$DENTRO" 'ciò che sta in altro'

# ---- permanent, or without its facts, by a later massimario ----

massimario '<permanente>si</permanente>' '' 'delibera 10'
no permanente "$CS" 'le cartelle, da quando sono permanenti'
massimario '<durata><da>fine-misura</da><anni>1</anni></durata>' '' 'delibera 11'
no da-calcolare "$CS" 'ciò di cui mancano i fatti'
massimario "$ANNO" '<da-confermare>si</da-confermare>' 'delibera 12'
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15'
like err 'avviso.*\(VII: cartelle; fonte: .*\[da-confermare\]' \
    'anni che nessuno ha confermato: prima lo si conferma'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM scarto_elenco')" 0 \
    'e di tutto ciò non è rimasto un elenco'
run arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --conferma da-confermare
is_exit 0 'poi si propone'
massimario '<permanente>si</permanente>' '' 'delibera 13'
arch richiedi-scarto 1 "$(uscita)" --conferma firma-fuori >"$OUT"
come resp autorizza-scarto 1 "$(entrata)" 123 "$(oggi)" >"$OUT"
run scarta --unita "$CS"
like err '\[permanente\]' 'autorizzata, ma ora permanente: non si distrugge'
massimario "$ANNO" '' 'delibera 14'
run scarta
is_exit 0 'autorizzata e scaduta sì'
no_uno gia-scartato "$CS" 'ciò che è già distrutto'
AC=$(assegnata)
come as1 valuta "$AC" no x --motivazione 'Non ci sono i presupposti.' >"$OUT"
run arch deposita --unita.numero "$AC"
like err 'di un accesso la dice.*adotta-massimario.*\[senza-classe\]' \
    'un accesso di cui il massimario non dice la classe non si deposita'
is_integro 'alla fine'
plan
