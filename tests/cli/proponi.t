# SPDX-License-Identifier: EUPL-1.2
# proponi: a signed relazione with an outcome goes before the coordinator.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
con_chiave as1 >"$OUT"
con_chiave coord >"$OUT"
CS=$(aperta)
D=$S/cartelle/2026/0000001
ID=88888888888888888888888888888888
OGGETTO='sostegno educativo'

proponi() {	# proponi USER RELAZIONE [OPTION...]
	caso_chi=$1 caso_doc=$2
	shift 2
	come "$caso_chi" proponi --cartella "$CS" --relazione "$caso_doc" \
	    --oggetto "$OGGETTO" --testo 'Sei mesi di *sostegno*.' \
	    --conferma senza-progetto "$@"
}

rifiuto() {	# rifiuto CODE FIELD DESC RELAZIONE [OPTION...]
	rifiuto_codice=$1 rifiuto_campo=$2 rifiuto_desc=$3
	shift 3
	run proponi as1 "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "/proponi/$rifiuto_campo: .*\\[$rifiuto_codice\\]" 'e lo dice'
}

# ---- refused ----

redatta "$CS" >"$OUT"
come as1 redigi --cartella "$CS" --tipo con-esito --oggetto 'relazione' \
    --fatti-accertati A. --dichiarazioni B. --valutazioni C. --proposta D. \
    >"$OUT"
R=relazioni/0002.xml
come coord firma --resa nessuna --cartella "$CS" --documento $R >"$OUT"
N=$(atti)
rifiuto non-relazione relazione 'una relazione che non c'\''è' relazioni/0099.xml
rifiuto non-relazione relazione 'la scheda' scheda.xml
rifiuto senza-esito relazione 'una relazione senza esito' relazioni/0001.xml
rifiuto non-firmata relazione 'firmata da altri, non da chi l'\''ha scritta' $R
like err 'prima «firma»' 'con il rimedio'
OGGETTO='sostegno per Luca'
rifiuto nome-in-oggetto oggetto 'il nome nell'\''oggetto' $R
OGGETTO=$(printf '%01901d' 0)
rifiuto lunghezza oggetto 'un oggetto che nel registro non sta' $R
OGGETTO='sostegno educativo'
run proponi coord $R
is_exit 3 'proporre non è del coordinatore'
same_absent "$CS" CS-2026-0000099 come as2 proponi --relazione $R \
    --oggetto x --testo y --cartella
niente_scritto "$N" 'i rifiuti non lasciano niente'
no_file "$D/proposte" 'nessuna proposta'

# ---- done ----

come as1 firma --resa nessuna --cartella "$CS" --documento $R >"$OUT"
run proponi as1 $R --id $ID
is_exit 0 'si propone'
is_out "$CS proposte/0001.xml" 'e dice dove'
N=$(atti)
P=$D/proposte/0001.xml
is "$(campo "$P" proposta/relazione-impronta)" \
    "$(sha256sum <"$D/$R" | cut -c1-64)" 'quali byte della relazione'
is "$(campo "$P" proposta/relazione-id)" "$(xmllint --xpath \
    'string(/*/@id)' "$D/$R")" 'quale documento'
is "$(campo "$P" proposta/stato)" inviata 'attende la risposta'
is "$(campo "$P" proposta/autore)" as1 'chi propone'
is "$(campo "$P" proposta/data)" 2026-11-20 'quando'
is "$(campo "$P" proposta/testo/p/b)" sostegno 'che cosa, con l'\''enfasi'
is "$(campo "$D/cartella.xml" cartella/stato)" proposta-inviata \
    'la cartella attende il coordinatore'
run proponi as1 $R --id $ID
is_out "$CS proposte/0001.xml" 'la stessa istanza di nuovo: la stessa risposta'
niente_scritto "$N" 'e nient'\''altro'
rifiuto stato cartella 'un'\''altra proposta mentre una attende' $R
like err '«proposta inviata».*da qui si fa: .*«approva»' 'e dice in che stato è'
run come as1 chiudi --cartella "$CS" --motivo conclusione --nota Fine
is_exit 1 'e finché attende la cartella non si chiude'

# ---- another cartella ----

CS=$(aperta)
R=$(con_esito "$CS")
OGGETTO='sostegno per Luca'
run proponi as1 "$R" --conferma nome-in-oggetto
is_out "$CS proposte/0001.xml" 'il nome si può scrivere, confermando'
come coord firma --resa nessuna --cartella "$CS" --documento proposte/0001.xml \
    >"$OUT"
N=$(atti)
run come resp espungi "$CS" "$R" 'prov. 1/2026' x
for che in proposte/0001.xml firme/0002/manifesto.xml; do
	like err "lo nomina $che.*\\[ha-seguito\\]" \
	    "ciò di cui parla una proposta firmata non si espunge: $che resta"
done
niente_scritto "$N" 'e nulla è cambiato'
OGGETTO=$(printf '%01900d' 0)
CS=$(aperta)
R=$(con_esito "$CS")
run proponi as1 "$R"
is_exit 0 'un oggetto lungo quanto si può'

CS=$(aperta)
R=$(con_esito "$CS")
come as1 chiudi --cartella "$CS" --motivo decesso --nota Fine >"$OUT"
rifiuto cartella-chiusa cartella 'in una cartella chiusa' "$R"
unlike err '\[stato\]' 'e lo dice una volta sola'
is_integro 'dopo le proposte'

# ---- a signature that is no more believed ----

CS=$(aperta)
R=$(con_esito "$CS")
come resp revoca-chiave --chiave "$(cat as1.fpr)" --motivo compromessa \
    --dal 2026-11-20 >"$OUT"
OGGETTO='sostegno educativo'
rifiuto firma-non-creduta relazione \
    'su una relazione firmata con una chiave compromessa' "$R"
like err '\[senza-relazione-firmata\]' 'né la guardia la dice firmata'
plan
