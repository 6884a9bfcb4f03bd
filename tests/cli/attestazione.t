# SPDX-License-Identifier: EUPL-1.2
# attesta-conformita: a copy whose last page attests it, signed by who attests;
# checked by gpg, poppler, sha256sum.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
redatta "$CS" >"$OUT"
R=relazioni/0001.xml

attesta() {	# attesta OPTION...
	come as1 attesta-conformita --cartella "$CS" "$@"
}

rifiuto() {	# rifiuto CODE DESC OPTION...
	rifiuto_codice=$1 rifiuto_desc=$2
	shift 2
	run attesta "$@"
	is_exit 1 "$rifiuto_desc: no"
	like err "\\[$rifiuto_codice\\]" "e lo dice ($rifiuto_codice)"
}

# ---- refused ----

rifiuto senza-chiave 'senza una chiave arruolata' --documento $R
con_chiave as1 >"$OUT"
rifiuto senza-qualifica 'chi non dice in quale qualità attesta' --documento $R
come resp nomina --codice as1 --cognome Bruni --nome Ada --login as1 \
    --qualifica 'assistente sociale' --ruolo assistente-sociale \
    --ufficio soc >"$OUT"
rifiuto bozza 'di una bozza' --documento $R
come as1 firma --resa nessuna --cartella "$CS" --documento $R >"$OUT"
come as1 copia-oscurata --cartella "$CS" --documento $R --per scuola >"$OUT"
come as1 copia-oscurata --cartella "$CS" --documento scheda.xml \
    --per interessato >"$OUT"
rifiuto non-originale 'di ciò che è già una copia' --documento copie/0001.xml
rifiuto non-di-questo 'con la copia di un altro documento' --documento $R \
    --copia-oscurata copie/0002.xml
rifiuto non-di-questo 'con ciò che non è una copia' --documento $R \
    --copia-oscurata scheda.xml
come as1 aggiorna-scheda --cartella "$CS" --profilo.medico Neri >"$OUT"
rifiuto copia-superata 'con la copia di una versione di prima' \
    --documento scheda.xml --copia-oscurata copie/0002.xml
run come coordn attesta-conformita --cartella "$CS" --documento $R
is_exit 1 'chi non può leggere l'\''originale non attesta'

come as1 annota --cartella "$CS" --riservata si 'Mia.' >"$OUT"
V=$(cd "$D" && ls diario/riservate/*/*.xml)
rifiuto voce-riservata 'invariante 12: di una voce riservata' --documento "$V"

# ---- the whole ----

ID=88888888888888888888888888888888
run attesta --documento $R --id $ID
is_out "$CS attestazioni/0001.xml" 'una copia conforme'
cp "$OUT" primo
run attesta --documento $R --id $ID
same_bytes "$OUT" primo 'la stessa istanza di nuovo: la stessa risposta'
come as1 stampa "$CS" attestazioni/0001.xml >copia.pdf
pdftotext -layout copia.pdf - | tr -s ' \n' ' ' >t
ok 'porta il testo intero' \
    grep -q 'Due colloqui.*La madre dice di essere sola.*Serve un sostegno' t
ok 'e attesta, per quale norma' \
    grep -q 'Attestazione di conformità Ai sensi dell.art. 23-bis, comma 2' t
ok 'chi, e in quale qualità' grep -q 'Ada Bruni, assistente sociale, attesta' t
ok 'che è conforme' grep -q 'conforme in tutte le sue componenti' t
I=$(git -C "$D" show main:$R | sha256sum | cut -d' ' -f1)
ok 'a quali byte' grep -q "Impronta SHA-256 dell.originale: $I" t
X=$(git -C "$D" show main:$R | sed -n 's/.* id="\([0-9a-f]*\)".*/\1/p' | head -1)
ok 'di quale documento' grep -q "Identificativo dell.originale: $X" t
ok 'dove e quando' grep -q 'Prova, 20 novembre 2026' t
ok 'nell'\''ultima pagina, che è sua' sh -c \
    'pdftotext -f 2 copia.pdf - | head -3 | grep -q Attestazione ||
    pdftotext -f 2 copia.pdf - | grep -q "^Attestazione"'

git -C "$D" show main:attestazioni/0001.xml >att.xml
ok 'la firma è di chi attesta, su quel PDF' carta_firmata att.xml attestazione/
is "$(campo att.xml firma-file/file)" "$(sha256sum <copia.pdf | cut -d' ' -f1)" \
    'il documento ha l'\''impronta della copia'
is "$(campo att.xml documento-impronta)" "$I" 'e quella dell'\''originale'
is "$(campo att.xml copia)" integrale 'e dice che è intera'

# ---- an extract ----

run attesta --documento $R --copia-oscurata copie/0001.xml --luogo Altrove
is_out "$CS attestazioni/0002.xml" 'un estratto'
come as1 stampa "$CS" attestazioni/0002.xml >estratto.pdf
pdftotext -layout estratto.pdf - | tr -s ' \n' ' ' >t
ok 'dice che lo è' grep -q 'copia per estratto con omissioni' t
ok 'di che cosa' grep -q 'sono omessi: 3 passi' t
not_ok 'ciò che è omesso non c'\''è' grep -q 'madre dice' t
ok 'è il testo della copia già fatta' grep -q 'Rilasciata per: Istituto scol' t
ok 'dal luogo che si è detto' grep -q 'Altrove, 20 novembre 2026' t

# ---- a copy opens to nobody to whom its original does not ----

utente as3 soc assistente-sociale >"$OUT"
come as1 componi-equipe "$CS" si complesso --componente.utente as3 \
    --componente.ruolo educatore --componente.dal 2026-11-20 >"$OUT"
E='<documento ambito="equipe" tipo='
sed "s,$E\"\*\"/>,$E\"cartella\"/>$E\"attestazione\"/>," \
    "$RADICE/templates/ente/permessi.xml" >p.xml
come resp adotta-permessi p.xml >"$OUT" 2>&1
run come as3 mostra "$CS" --documento attestazioni/0001.xml
is_exit 0 'chi può leggere che una copia è stata attestata'
run come as3 stampa "$CS" attestazioni/0001.xml
is_exit 1 'e non l'\''originale, non ne ha la copia'
silent out 'né una parola'

# ---- verifica finds them ----

is_integro 'dopo le attestazioni'
F=$(byte_di "$(campo att.xml firma-file/file)")
cp "$F" salvo
chmod u+w "$F"
printf x >>"$F"
run cartella verifica
is_exit 1 'una copia alterata si scopre'
cat salvo >"$F"
plan
