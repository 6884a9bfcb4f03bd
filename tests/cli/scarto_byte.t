# SPDX-License-Identifier: EUPL-1.2
# Bytes that a disposal destroyed and another registration brought again, in the
# same year: the old registration shows its tombstone, the new one its file.
# What was inside a signed file goes with it.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

registra_in() {	# registra_in FILE...: an entrata; prints its number
	come prot1 registra --flusso entrata --oggetto 'di un caso' \
	    --mittente.denominazione 'Scuola di Prova' --classifica VII/9 \
	    --conferma doppione "$@"
}
dato_a() {	# dato_a NUMBER CARTELLA
	come prot1 smista "$1" --destinazione.ufficio soc \
	    --destinazione.titolo competenza >/dev/null &&
	come tutto fascicola "$1" --fascicolo "$2" >/dev/null
}
trova_tracce() { "$DRIVER/tracce" "$S" "$@" 2>>"$ERR"; }

# what is kept until a person long grown up was nineteen may go at once
{ uffici_di_prova && utente arch prot archivista; } >/dev/null || exit 1
cat >m.xml <<'FINE'
<massimario xmlns="urn:cartella:1">
  <riga><cosa>cartella</cosa><classifica>VII</classifica><nome>cartelle</nome>
    <durata><da>maggiore-eta</da><anni>1</anni></durata><fonte>delibera 9</fonte></riga>
</massimario>
FINE
come resp adotta-massimario m.xml --provvedimento 'delibera 9' >/dev/null || exit 1
printf 'Ermelinda scrive curcuma\n' >lettera.txt
cp "$FIXTURES"/ricevute/nota.txt "$FIXTURES"/ricevute/nota.txt.p7m .
printf 'la copia del cartaceo: cardamomo\n' >copia.txt
CS=$(con_lettera lettera.txt) || exit 1
P1=0000001/2026
P2=$(registra_in lettera.txt nota.txt.p7m) && dato_a "$P2" "$CS" || exit 1
come prot1 allega-copia --protocollo "$P2" --ulteriore si --conformita semplice \
    copia.txt >"$OUT" || exit 1
# what was changed and put back: two versions of the same bytes
for g in 01 02 01; do
	come as1 aggiorna-scheda "$CS" --anagrafica.nascita.data 1990-03-$g >"$OUT"
done
is "$(sqlite3 "$S/registro.sqlite" "SELECT count(*) - count(DISTINCT impronta)
    FROM documento WHERE percorso = 'scheda.xml'")" 1 'due versioni sono uguali'
come as1 chiudi --cartella "$CS" --motivo conclusione --nota finito \
    --conferma termini-aperti >/dev/null &&
come arch deposita --unita.numero "$CS" >/dev/null && autorizzato || exit 1
for p in curcuma "Relazione sociale" cardamomo; do
	ok "prima si trova: $p" [ -n "$(trova_tracce "$p")" ]
done
run come prot1 originale "$P2" --file v1
like out 'Relazione sociale' 'anche il contenuto di un file firmato'

# ---- gone ----

run scarta
is_exit 0 'si distrugge'
is "$(trova_tracce curcuma "Relazione sociale" cardamomo)" '' \
    'anche ciò che si era tolto da una firma, e le copie'
for f in 0 1 c1.1 v1; do
	run come prot1 originale "$P2" --file $f
	is_exit 1 "il file $f non c'è più"
	like err 'distrutti per provvedimento il 2026-11-20' 'e si dice perché'
done
run come prot1 riverifica-firma "$P2"
like err 'byte furono distrutti.*\[byte-distrutti\]' 'non c'\''è più niente da verificare'
run come prot1 verifica-firma "$P2"
like out 'Ada Esempio' 'ma ciò che se ne trovò si legge'
run cartella verifica
is_exit 0 'verifica non trova difetti'

# ---- brought again ----

P3=$(registra_in lettera.txt nota.txt.p7m) || exit 1
come prot1 smista "$P3" --destinazione.ufficio soc \
    --destinazione.titolo competenza >/dev/null
run come prot1 originale "$P3"
same_bytes "$OUT" lettera.txt 'chi li riporta li ha'
run come prot1 originale "$P3" --file v1
same_bytes "$OUT" nota.txt 'anche il contenuto'
for p in "$P1" "$P2"; do
	run come prot1 originale "$p"
	is_exit 1 "$p: la registrazione di prima no"
	like err 'distrutti per provvedimento il 2026-11-20' 'mostra la lapide'
	run come prot1 mostra "$p"
	like out 'distrutto per provvedimento il 20/11/2026' 'e si legge'
	run come prot1 copia "$p"
	unlike out curcuma 'neanche in copia'
done
run come prot1 mostra "$P3"
unlike out 'distrutto per' 'quella nuova non ne ha'
run come prot1 originale "$P2" --file v1
is_exit 1 'né il contenuto della firma di prima'
run come prot1 riverifica-firma "$P2"
like err '\[byte-distrutti\]' 'né si verifica di nuovo'
run come prot1 riverifica-firma "$P3"
is_exit 0 'quella nuova sì'
ALTRA=$(aperta)
come tutto fascicola "$P2" --fascicolo "$ALTRA" >"$OUT"
run come coord pacchetto "$ALTRA" --pdf no --in "$T/altra"
is_exit 0 'un caso che ne ha la registrazione si dà'
ok 'con la registrazione' grep -q "$P2" altra/data/registro.xml
is "$(ls altra/data/allegati 2>/dev/null)" '' 'senza i byte, che ha solo quella nuova'
run come resp versa --unita "$P2"
is_exit 1 'né si versa'
come prot1 allega-copia --protocollo "$P2" --ulteriore si --conformita semplice \
    "$FIXTURES/ricevute/firmato.pdf" >"$OUT"
quante() {	# quante PROFILO: looks at signatures of that form
	come prot1 verifica-firma "$P2" | grep -c "$1-BES): "
}
N=$(quante CAdES) M=$(quante PAdES)
run come prot1 riverifica-firma "$P2"
is_exit 0 'di una copia venuta dopo sì'
is "$(quante PAdES)" $((M + 1)) 'e la si guarda'
is "$(quante CAdES)" "$N" 'ma non ciò che non c'\''è più'
run cartella esporta --pdf no fuori
is_exit 0 'si esporta'
I=$(sha256sum <lettera.txt | cut -c1-64)
is "$(grep "^$I," fuori/allegati/*.csv fuori/*.csv 2>/dev/null | sed 's/^[^:]*://' |
    tr -d '\r' | awk -F, '{ print $2 != "" }' | tr '\n' ' ')" '0 0 1 ' \
    'e l'\''indice dà i byte alla sola che li ha'
run sh fuori/verifica.sh
is_exit 0 'che si verifica da sé'
run "$CARTELLA" --store altro importa fuori
is_exit 0 'e si riprende'
is_integro 'con i byte tornati'
plan
