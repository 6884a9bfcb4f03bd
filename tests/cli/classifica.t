# SPDX-License-Identifier: EUPL-1.2
# classifica: a registration gets another class, and the old one stays.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/titolari.sh"

uffici_di_prova >/dev/null || exit 1
a_soc() {	# of class I/6, sent to soc
	a_soc_n=$(registrata I/6 "$@") &&
	come prot1 smista "$a_soc_n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null && echo "$a_soc_n"
}

P=$(a_soc)
DOC=registro/2026.git
ID1=11111111111111111111111111111111

documento() {
	git --git-dir "$S/$DOC" show "main:$1"
}

# ---- refused ----

run come prot1 classifica "$P" I/6
is_exit 1 'la stessa classifica: no'
like err '/classifica/classifica: .*\[stessa-classifica\]' 'e lo dice'
run come prot1 classifica "$P" XL
is_exit 1 'una classifica che non lo è: no'
run come as1 classifica "$P" VII/9
is_exit 3 'classificare non è dell'\''assistente sociale'
same_absent "$P" 0000099/2026 come coordn classifica --classifica VII/9 --protocollo
run sh -c "! git --git-dir '$S/$DOC' ls-tree -r --name-only main |
    grep classificazioni/"
is_exit 0 'i rifiuti non lasciano niente'

# ---- done ----

run come prot1 classifica "$P" VII/8 --id "$ID1" --motivo 'è una convenzione'
is_exit 0 'senza titolario ogni altra classifica va bene'
cp "$OUT" primo
run documento classificazioni/000/00/0000001-1.xml
like out '<da>I/6</da>' 'il documento dice la vecchia'
like out '<a>VII/8</a>' 'e la nuova'
like out '<operatore>prot1</operatore>' 'e chi'
unlike out '<titolario>' 'di nessun titolario'
run come prot1 classifica "$P" VII/8 --id "$ID1" --motivo 'è una convenzione'
same_bytes "$OUT" primo 'la stessa istanza di nuovo ha la stessa risposta'
not_ok 'e non cambia altro' documento classificazioni/000/00/0000001-2.xml

adottato 2026-01-01 >/dev/null
run come coord classifica "$P" VII/7
is_exit 1 'con un titolario, una classifica ignota: no'
like err 'forse VII/8 .*\[classifica-ignota\]' 'e dice quali ci sono'
ora 2026-11-21T09:00:00+01:00
run come coord classifica "$P" VII/9
is_exit 0 'anche l'\''ufficio che la tratta'
run documento classificazioni/000/00/0000001-2.xml
like out '<titolario>Titolario 2026-01-01</titolario>' 'con il titolario di allora'

run come prot1 mostra "$P"
like out 'classifica: +VII/9 Prevenzione' 'si vede la classifica di ora'
like out 'fino al 20/11/2026 era I/6, cambiata da prot1: è una convenzione' 'quella di prima'
like out 'fino al 21/11/2026 era VII/8, cambiata da coord' 'e quella in mezzo'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT classifica FROM registrazione')" I/6 \
    'come fu registrata non cambia'

# One that is annulled, as a later act leaves it.
sqlite3 "$S/registro.sqlite" 'UPDATE protocollo SET annullata = 1'
run come prot1 classifica "$P" VII/8
is_exit 1 'una annullata: no'
like err '/classifica/protocollo: .*annullata.*\[annullata\]' 'e lo dice'
sqlite3 "$S/registro.sqlite" 'UPDATE protocollo SET annullata = 0'

# A riservata: its reason is not for everybody.
R=$(a_soc --riservata.motivo minori)
come coord classifica "$R" VII/9 --motivo 'parola segreta' >/dev/null
run come coord mostra "$R"
like out 'segreta' 'il motivo lo legge chi la legge'
run come tutto mostra "$R"
is_exit 0 'chi la vede'
come resp nomina --codice prot2 --cognome P --nome P --ruolo protocollo \
    --ufficio prot >/dev/null
run come prot2 mostra "$R"
like out 'era I/6' 'chi sa solo che c'\''è vede la classifica'
unlike out 'segreta' 'non il motivo'

# ---- norme 15.8 ----

CS=$(aperta)
run sqlite3 "$S/registro.sqlite" "SELECT 'R', anno, numero FROM registrazione
    WHERE classifica NOT GLOB '[IVX]*/[0-9]*'
    UNION ALL SELECT 'P', anno, numero FROM protocollo
    WHERE classifica NOT GLOB '[IVX]*/[0-9]*'
    UNION ALL SELECT 'C', anno, numero FROM cartella
    WHERE classifica NOT GLOB '[IVX]*/[0-9]*'"
is_out '' 'invariante 8: ogni registrazione e ogni cartella è classificata'
is "$(sqlite3 "$S/registro.sqlite" 'SELECT count(*) FROM cartella')" 1 \
    'invariante 8: e una cartella c'\''è'
run come prot1 registra --flusso entrata --oggetto x \
    --mittente.denominazione Y --conferma senza-documento
is_exit 1 'invariante 8: senza classifica non si registra'
sed 's,<classifica>[^<]*</classifica>,,' "$S/cartelle/2026/0000001/cartella.xml" >c.xml
run "$DRIVER/fixture" documenti/cartella c.xml
like out '^(manca|inatteso) ' 'invariante 8: una cartella senza classifica non è valida'
note "$CS"

is_integro 'dopo le classificazioni'
plan
