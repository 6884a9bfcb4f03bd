# SPDX-License-Identifier: EUPL-1.2
# The case of another body taken in from its package (atti/trasferimento/acquisire.h): it goes
# on with the history it came with; what others wrote is read as a document of
# its type, and holds for nothing else.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/acquisizione.sh"

due_enti >/dev/null || exit 1
DI=precedenti/c_x000
TESTA_A=$(git -C "$A/cartelle/2026/0000001" rev-parse main)
LETTERA=$(sha256sum <lettera.txt | cut -d' ' -f1)
in_registro() {
	sqlite3 "file:$S/registro.sqlite?mode=ro" "$1"
}

# ---- done ----

# a number, an id and people of here that are those of there too
come prot1 registra --flusso entrata --classifica VII/9 --oggetto 'altra cosa' \
    --mittente.denominazione 'Altri' --conferma senza-documento >/dev/null
run acquisisci p
is_exit 1 'ci sono avvisi: non si prende'
like err '^\[senza-liberatoria\]' 'e lo dicono'
is "$(in_registro "SELECT count(*) FROM cartella")" 0 'e nulla è scritto'
is "$(ls "$S/transito")" '' 'né aspetta'
run prendi p
is_exit 0 'la cartella di un altro ente si prende'
is_out CS-2026-0000001 'e ha un numero nostro'
D=$S/cartelle/2026/0000001
is_integro 'dopo la presa'
is "$(ls "$S/transito")" '' 'nulla resta in attesa'

# ---- the same history ----

is "$(git -C "$D" rev-parse main~1)" "$TESTA_A" 'la storia continua la loro'
is "$(git -C "$D" log --follow --format=%s -- "$DI/$R" | tail -1)" \
    "redigi CS-2026-0000001" 'git la segue oltre il passaggio'
is "$(git -C "$D" rev-parse "main:$DI")" \
    "$(git -C "$A/cartelle/2026/0000001" rev-parse main:)" \
    'il loro albero è intero sotto precedenti'
same_bytes "$D/$DI/$R" "$A/cartelle/2026/0000001/$R" 'i documenti sono i loro'
is "$(sed -n 's/.*<impronta>\(.*\)<.*/\1/p' "$D/provenienze/0001.xml" |
    head -1)" "$(sha256sum <p/tagmanifest-sha256.txt | cut -d' ' -f1)" \
    'la provenienza dice l'\''impronta del pacchetto'
ok 'gli allegati sono da noi' [ -f \
    "$S/registro/2026/allegati/$(echo "$LETTERA" | cut -c1-2)/$LETTERA" ]
come as1 annota --cartella CS-2026-0000001 --tipo visita \
    --testo 'Prima visita qui.' >/dev/null
run come as1 aggiorna-scheda CS-2026-0000001 --residenza.comune Altrove
is_exit 0 'la scheda è nostra e si aggiorna'
is_integro 'si continua a lavorarci'

# ---- who reads what ----

run come as1 mostra CS-2026-0000001 --titoli si
like out '^venuti con la cartella di un altro ente:' 'si vede che cosa è di altri'
like out "^  $DI/$R .*relazione" 'documento per documento'
run come as1 mostra CS-2026-0000001 --documento "$DI/$R"
like out 'Due colloqui' 'e si legge'
run come as1 trova colloqui
like out "^CS-2026-0000001  $DI/$R" 'si trova dalle parole'
run come as1 trova 0000001/2026
like out '^CS-2026-0000001  provenienze/0001.xml' 'e dal vecchio numero di protocollo'
run come as1 persone Bianchi
like out 'CS-2026-0000001' 'e la persona dal nome'
same_absent CS-2026-0000001 CS-2026-0000099 come as2 mostra
run "$DRIVER/pagina" "$S" as1 /cartella/CS-2026-0000001/documenti
like out 'Venuti con la cartella di un altro ente' 'la pagina li mette a parte'
run come as2 trova colloqui
unlike out colloqui 'la loro équipe qui non dà nulla a nessuno'
is "$(in_registro "SELECT count(*) FROM legame WHERE cartella LIKE 'cartelle/%'")" 0 \
    'né un legame'
is "$(in_registro "SELECT count(*) FROM firma WHERE cartella LIKE 'cartelle/%'")" 0 \
    'le loro firme non sono nostre'
run come as1 originale CS-2026-0000001 --file "$LETTERA"
same_bytes "$OUT" lettera.txt 'un loro allegato si consegna'
run come as2 originale CS-2026-0000001 --file "$LETTERA"
is_exit 1 'non a chi non vede la cartella'
run come as1 originale CS-2026-0000001 --file "$(echo altro | sha256sum | cut -c1-64)"
is_exit 1 'né uno che non c'\''è'
run come as1 originale CS-2026-0000001 --file 0
like err 'quale-file' 'di una cartella si dice l'\''impronta'
run come as1 originale 0000001/2026 --file "$LETTERA"
like err 'quale-file' 'di una registrazione il posto'
run come coord chi-ha-letto CS-2026-0000001
like out "as1 +mostra +$DI/$R" 'ogni lettura ha la sua riga'
run come coord esponi CS-2026-0000001 --in "$T/esposta"
same_bytes "esposta/$DI/$R" "$D/$DI/$R" 'si espone'

# ---- its past, its papers ----

run come as1 storia CS-2026-0000001
like out "^venuta con l.atto [0-9]+ da .* \(c_x000\), dove era CS-2026-0000001" \
    'la storia dice che ve n'\''è una di là'
like out "in $DI/\$" 'e dove è ciò che hanno scritto'
unlike out ' redigi ' 'e non ne fa una sua'
run come as1 mostra CS-2026-0000001 --al 2026-11-20
like out "^  $DI/$R " 'al giorno in cui è venuta i loro documenti ci sono'
run come as1 mostra CS-2026-0000001 --al 2026-11-20 --documento "$DI/$R"
like out 'Due colloqui' 'e si leggono'
run come as1 mostra CS-2026-0000001 --al 2026-11-19
is_exit 1 'al giorno prima no'
like err 'non era ancora aperta qui: è venuta da un altro ente' 'e si dice perché'
run come as2 mostra CS-2026-0000001 --al 2026-11-20
is_exit 1 'a chi non la vede: no'
run come as1 stampa CS-2026-0000001 "$DI/$R"
is_exit 0 'un loro documento si stampa'
pdftotext "$OUT" carta.txt
run cat carta.txt
like out 'Due colloqui' 'con le sue parole'
like out 'È di un altro ente' 'e dice di chi è'
unlike out 'Ada' 'chi qui ha lo stesso codice non vi figura'
unlike out 'BOZZA' 'né vi è detto bozza'
run come as1 copia-oscurata --cartella CS-2026-0000001 --documento "$DI/$R" \
    --per tribunale
is_exit 1 'una copia in atti di ciò che è di altri: no'
run come as1 esponi CS-2026-0000001 --per-altri si --in "$T/per-altri"
has_file "per-altri/$DI/$R" 'per altri si espone'
run come as1 confronta CS-2026-0000001 "$DI/$R"
is_exit 1 'una sola versione non si confronta'

# ---- nothing is written on it ----

con_chiave as1 >/dev/null 2>&1 || come resp arruola-chiave --utente as1 as1.asc >/dev/null
prima=$(in_registro 'SELECT max(seq) FROM catena')
run come as1 firma --cartella CS-2026-0000001 --documento "$DI/$R"
is_exit 1 'firma su ciò che è di altri: no'
for c in "correggi-voce CS-2026-0000001 $DI/diario/2026/00/0001.xml perché --testo altro" \
    "redigi --cartella CS-2026-0000001 --relazione $DI/$R --tipo attivita
	--oggetto altro --fatti-accertati altro"; do
	# shellcheck disable=SC2086
	run come as1 $c
	is_exit 1 "${c%% *} su ciò che è di altri: no"
	like err '\[di-altri\]' 'e dice perché'
done
run come resp espungi CS-2026-0000001 provenienze/0001.xml 'decreto 1' 'perché sì'
is_exit 1 'espungi la provenienza: no'
like err 'risponde.*\[non-espungibile\]' 'e dice perché'
run come resp espungi CS-2026-0000001 "$DI/$R" 'decreto 1' 'perché sì'
is_exit 1 'espungi: no'
like err '\[di-altri\]' 'e dice perché'
is "$(in_registro 'SELECT max(seq) FROM catena')" "$prima" 'nessun atto'

# ---- what is altered is found ----

sqlite3 "$S/registro.sqlite" 'DELETE FROM allegato_altrui'
run cartella verifica
like out 'allegato_altrui' 'una riga che manca si trova'
sqlite3 "$S/registro.sqlite" "UPDATE attuale SET tipo = 'progetto'
    WHERE percorso = '$DI/$R'"
run cartella verifica
like out "attuale.*$DI/$R" 'un tipo cambiato anche'
run cartella ricostruisci
run cartella verifica
like out ': 0 difetti$' 'e si rifà'
cp -a "$S" "$T/copia"
S=$T/copia
g() {
	git -C "$S/cartelle/2026/0000001" -c user.name=x -c user.email=x@x "$@"
}
# the first act again, with one byte other in what is of others
primo=$(g rev-list main | sed -n 3p)
g read-tree --prefix= "$primo" 2>/dev/null || g read-tree "$primo"
blob=$(g show "$primo:$DI/$R" | sed 's/Due/Tre/' | g hash-object -w --stdin)
g update-index --cacheinfo "100644,$blob,$DI/$R"
nuovo=$(g log -1 --format=%B "$primo" | g commit-tree "$(g write-tree)" \
    -p "$(g rev-parse "$primo~1")")
g update-ref refs/heads/main "$nuovo"
rm -f "$S/cartelle/2026/0000001/.git/index"
run cartella verifica
like out "$DI: .*albero" 'un documento di altri cambiato si trova: l'\''albero'
like out "$DI/$R: .*impronta" 'e lui'
nuovo=$(g log -1 --format=%B "$primo" | g commit-tree "$primo^{tree}" \
    -p "$(g rev-parse "$primo~2")")
g update-ref refs/heads/main "$nuovo"
run cartella verifica
like out 'dice di seguire un.altra storia' 'e così un'\''altra storia al posto della loro'
S=$B

# ---- an entry of ours erased, theirs stay ----

V=$(come as1 diario CS-2026-0000001 | sed -n 's,.*\(diario/2026/00/0001.xml\).*,\1,p' | head -1)
run come resp espungi CS-2026-0000001 "${V:-diario/2026/00/0001.xml}" \
    'decreto 1' 'di un altro'
is_exit 0 'una voce nostra si espunge'
ok 'la loro storia resta quella' git -C "$D" merge-base --is-ancestor \
    "$TESTA_A" main
is_integro 'dopo l'\''espunzione'

# ---- handed on ----

due_sigillo secondo >/dev/null
run come coord pacchetto CS-2026-0000001 --in "$T/q"
is_exit 0 'se ne fa un pacchetto'
has_file "q/data/documenti/$DI/$R" 'con ciò che è di altri'
run "$CARTELLA" controlla-pacchetto q
is_exit 0 'che controlla-pacchetto riconosce'
run come resp esporta "$T/fuori"
is_exit 0 'l'\''archivio si esporta'
run sh fuori/verifica.sh
is_exit 0 'e si verifica senza il programma'
run "$CARTELLA" --store "$T/importato" importa fuori
is_exit 0 'e si importa'
plan
