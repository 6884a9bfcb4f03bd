# SPDX-License-Identifier: EUPL-1.2
# scarta, of all that a cartella may have: letters, signatures, a document that
# was erased before, fascicoli in it, seals; beside it a fascicolo of its own.
# Then rows left out, and a verbale of what was destroyed in part.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

F=$S/fascicoli/2026/0000001
SOLE='zafferano Zafferano Ermenegilda Ermelinda curcuma cardamomo papavero ginepro'

riempita() {
	con_chiave as1 && con_chiave coord && con_chiave resp &&
	come coord comunica --cartella "$CS" \
	    --destinatario.denominazione 'Istituto di Prova' \
	    --destinatario.pec scuola@pec.example --oggetto 'Riscontro L.B.' \
	    --testo 'Parliamo di cardamomo.' &&
	come as1 annota "$CS" 'espunta prima: papavero' &&
	come resp espungi "$CS" diario/2026/00/0002.xml 'determinazione n. 1' \
	    'di un altro, col papavero' &&
	come as1 firma --cartella "$CS" --documento relazioni/0001.xml &&
	FA=$(come tutto apri-fascicolo --oggetto 'Ginepro' --tipo affare \
	    --classifica VII/9 --padre "$CS" --ufficio soc) &&
	printf 'nel fascicolo: ginepro\n' >"$T/dentro.txt" &&
	n=$(come prot1 registra --flusso entrata --oggetto 'del fascicolo' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    "$T/dentro.txt") &&
	come prot1 smista "$n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza &&
	come tutto fascicola "$n" --fascicolo "$FA" &&
	SOLO=$(come prot1 apri-fascicolo --oggetto Contributi --tipo affare \
	    --classifica VII/12 --ufficio prot) &&
	come prot1 chiudi-fascicolo --fascicolo "$SOLO" --nota conclusa &&
	come tutto chiudi-fascicolo --fascicolo "$FA" --nota conclusa
}

{ uffici_di_prova && utente arch prot archivista && un_anno; } >/dev/null || exit 1
prima_di_chiudere() { riempita >"$T/o" 2>&1 || { cat "$T/o" >&2; return 1; }; }
scritta || exit 1
come as1 chiudi --cartella "$ALTRA" --motivo conclusione --nota 'Fatto.' \
    --conferma termini-aperti >"$OUT" || exit 1
come resp sigilla >"$OUT" || exit 1
come arch deposita --anno 2026 >"$OUT" || exit 1
un_anno_dopo
# shellcheck disable=SC2086
for p in $SOLE; do
	[ $p = papavero ] || ok "prima si trova: $p" [ -n "$("$DRIVER/tracce" "$S" $p)" ]
done
ok 'prima c'\''è un sigillo nella cartella' [ -n "$(git -C "$D" tag)" ]

run come arch proponi-scarto Soprintendenza --provvedimento 'det. 15' \
    --escludi.numero "$ALTRA" \
    --escludi.motivo 'utile a un contenzioso'
is_exit 0 'un elenco con una riga esclusa'
run come arch scarti 1
like out "$ALTRA .*escluso: utile a un contenzioso" 'che si legge'
like out "$SOLO .*fascicolo \\(affare\\)" 'con un fascicolo'
unlike out "$FA" 'quello nella cartella va con lei'
come arch stampa-scarto 1 --odt si >e.odt
unzip -p e.odt content.xml >e.xml
ok 'sulla carta c'\''è ciò che si scarta' grep -q "$SOLO" e.xml
not_ok 'non ciò che è escluso' grep -q "$ALTRA" e.xml
come arch richiedi-scarto 1 "$(uscita)" --conferma firma-fuori >"$OUT"
run come resp autorizza-scarto 1 "$(entrata)" 9 2027-11-21 --escludi.riga 2 --escludi.motivo x
like err '\[gia-esclusa\]' 'escluderla di nuovo: no'
run come resp autorizza-scarto 1 "$(entrata)" 9 2027-11-21
like err '\[manca-ministero\]' 'vi stanno registrazioni riservate: non senza il Ministero'
run come resp autorizza-scarto 1 "$(entrata)" 9 2027-11-21 --escludi.riga 3 \
    --escludi.motivo 'serve ancora'
like err '\[manca-ministero\]' 'nemmeno se se ne esclude una che non lo è'
run come resp autorizza-scarto 1 "$(entrata)" 9 2027-11-21 --escludi.riga 1 \
    --escludi.motivo 'serve ancora' --ministero.protocollo "$(entrata)" \
    --ministero.numero 7 --ministero.del 2027-11-20
like err '\[nessuna-riservata\]' 'esclusa quella che lo è, il Ministero non c'\''entra'
run come resp autorizza-scarto 1 "$(entrata)" 9 2027-11-21 \
    --ministero.protocollo "$(entrata)" --ministero.numero 7 --ministero.del 2027-11-20
is_exit 0 'autorizzato'
run come arch scarta 1 --unita "$ALTRA"
like err '\[escluso\]' 'la riga esclusa non si distrugge'

# ---- one, then the others ----

run come coord versa --unita "$CS" \
    --conferma formato-non-conservabile
is_exit 0 'intanto fu versata al conservatore'
run come arch scarta 1 --unita "$CS"
like err "ciò che qui va: $CS \\(versamento 1\\).*\\[versato\\]" \
    'chi scarta sa che cosa ha il conservatore'
is "$(come as1 mostra "$CS" | grep -c SCARTATA)" 0 'e prima lo conferma'
run come arch scarta 1 --unita "$CS" --unita "$CS" --conferma versato
like err '\[doppio\]' 'né due volte la stessa'
run come arch scarta 1 --unita "$CS" --conferma versato
is_exit 0 'la cartella, con tutto'
like out "$CS" 'e lo dice'
run cartella verifica
is_exit 0 'verifica non trova difetti'
# shellcheck disable=SC2086
is "$("$DRIVER/tracce" "$S" $SOLE)" '' 'nessuna parola in nessun byte'
is "$(git -C "$D" tag)" '' 'il sigillo della storia di prima non c'\''è più'
ok 'né file accanto' [ -z "$(find "$D/allegati" "$F/allegati" -type f 2>/dev/null)" ]
run come arch mostra "$FA"
like out 'SCARTATA' 'il fascicolo è andato con la cartella'
run come as1 mostra "$CS"
like out '^  0000004/2026|0000004/2026 ' 'la lettera registrata è ancora sua'
run come as1 storia "$CS"
unlike out 'papavero' 'di ciò che fu espunto prima resta il posto'
run come arch scarti 1
like out ': in corso' 'l'\''elenco è in corso'
come arch blocca-scarto "$SOLO" 'Causa n. 5.' --motivo contenzioso >"$OUT"
run come arch scarta 1
like err 'in blocco' 'il resto è in blocco'
verb() {
	come arch verbalizza-scarto 1 Cantina 'Macero s.r.l.' triturazione Rifatte. "$@"
}
run verb
like err '\[righe-rimaste\]' 'un verbale di una parte si conferma'
run verb --conferma righe-rimaste
is_exit 0 'e si fa'
ok 'il verbale dice che cosa ha il conservatore' grep -q "<unita>$CS</unita>" \
    "$S/ente/scarti/0001/verbale.xml"
come arch stampa-scarto 1 --carta verbale --odt si >v.odt
unzip -p v.odt content.xml >v.xml
ok 'anche sulla carta' grep -q "da scartare anche là: $CS (versamento 1)" v.xml
come arch sblocca-scarto "$SOLO" --blocco 1 --motivo 'Finita.' >"$OUT"
run come arch scarta 1 --unita "$SOLO"
like err '\[non-ora\]' 'ciò che resta non si distrugge più con quello'
run come arch scarti 1
like out "$SOLO .* rimasto" 'e si legge'
run come arch proponi-scarto Soprintendenza --provvedimento 'det. 15' --unita "$SOLO"
is_exit 0 'entra in un altro elenco'
come arch richiedi-scarto 2 "$(uscita)" --conferma firma-fuori >"$OUT"
run come resp autorizza-scarto 2 "$(entrata)" 10 2027-11-21 --esito negato
is_exit 0 'che non è autorizzato'
run come arch scarta 2
like err 'non è stato autorizzato.*\[non-ora\]' 'e non si distrugge'
run come arch scarti
like out 'elenco di scarto 2 .*negato' 'lo dice'
# answered row by row: what is left out of the answer is not destroyed
come arch proponi-scarto Soprintendenza --provvedimento 'det. 15' >"$OUT"
come arch richiedi-scarto 3 "$(uscita)" --conferma firma-fuori >"$OUT"
R=$(entrata)
in_parte() {
	come resp autorizza-scarto 3 "$R" 11 2027-11-21 --escludi.riga 1 \
	    --escludi.motivo 'serve alla ricerca' "$@"
}
run in_parte --escludi.riga 1 --escludi.motivo 'di nuovo'
like err '\[doppio\]' 'una riga esclusa due volte: no'
run in_parte
is_exit 0 'autorizzato in parte'
run come arch scarti 3
like out 'escluso: serve alla ricerca' 'e si legge perché'
ESCLUSA=$(sed -n 's/.*\([CF][SA]-[0-9]*-[0-9]*\).*escluso: serve.*/\1/p' "$OUT")
run come arch scarta 3 --unita "$ESCLUSA"
like err '\[escluso\]' 'la riga che non è stata autorizzata non si distrugge'
is_integro 'dopo lo scarto'

# ---- out and in again ----

run cartella esporta --pdf no "$T/fuori"
is_exit 0 'si esporta'
run sh "$T/fuori/verifica.sh"
is_exit 0 'verifica.sh lo crede'
run "$CARTELLA" --store "$T/altro" importa "$T/fuori"
is_exit 0 'e se ne rifà un archivio uguale'
plan
