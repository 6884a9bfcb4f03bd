# SPDX-License-Identifier: EUPL-1.2
# Packages of released cases: they are in backups and exports, so that a
# rilascio lost on its way is repeated by a sender that was restored; verifica
# looks at them; with their case they are destroyed, and the key of theirs too.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"
. "$RADICE/tests/cli/scarto.sh"
. "$RADICE/tests/cli/salva.sh"

due_enti && ripristino_key || exit 1
da_a
utente arch prot archivista >/dev/null
un_anno >/dev/null
printf 'Ermelinda scrive curcuma\n' >lettera.txt
CS=$(con_lettera lettera.txt) || exit 1
come as1 annota "$CS" 'Ermenegilda coltiva zafferano' >/dev/null

# ---- released, and what carries it is lost ----

ID=$(tr_offri "$CS")
tr_consegna "$ID" "$T/offerta" >/dev/null
qui_b tr_arriva "$T/offerta" >/dev/null
qui_b tr_accetta "$ID" >/dev/null
qui_b tr_consegna "$ID" "$T/accettazione" >/dev/null
tr_arriva "$T/accettazione" >/dev/null
run tr_rilascia "$CS"
is_exit 0 'si rilascia'
tr_consegna "$ID" "$T/rilascio" >/dev/null
P=$(sha256sum <rilascio/pacchetto/tagmanifest-sha256.txt | cut -c1-64)
ok 'il pacchetto è conservato' [ -d "$S/consegne/$P" ]
ok 'col file del caso' grep -rq curcuma "$S/consegne/$P/data"
is_integro 'e verifica lo guarda'

salva >out || exit 1
is "$(aperte | grep -c "^chiave consegne/$P ")" 1 'nella copia ha una chiave sua'
is "$(ls "$S/consegne")" "$P" '(ed è il solo)'
n=$(pezzi | wc -l)
salva >/dev/null
is "$(($(pezzi | wc -l) - n))" 1 'la volta dopo non si riscrive'
run "$DRIVER/tracce" copia curcuma zafferano bagit Payload
is_exit 0 'e di lui non si legge niente'
come resp esporta --pdf no fuori >/dev/null || exit 1
ok 'nell'\''esportazione è come una borsa che si controlla' \
    "$CARTELLA" controlla-pacchetto "fuori/consegne/$P"

mv "$S" perduto
run riprendi "$S"
is_exit 0 'chi lo ha rilasciato perde l'\''archivio, e lo riprende'
ok 'col pacchetto, com'\''era' diff -r "perduto/consegne" "$S/consegne"
is "$(find "$S/consegne" -name '*curcuma*' -o -type f -links 2 | wc -l)" \
    "$(find perduto/consegne -type f -links 2 | wc -l)" \
    'legato agli allegati, come lo era'
is_integro 'ed è integro'
run tr_consegna "$ID" "$T/rilascio2"
is_exit 0 'il rilascio si ripete'
ok 'byte per byte' diff -r rilascio rilascio2
run "$CARTELLA" --store importato importa fuori
is_exit 0 'e da un'\''esportazione è lo stesso'
S=$T/importato
run tr_consegna "$ID" "$T/rilascio3"
ok 'byte per byte' diff -r rilascio rilascio3
da_a
da_b
cp -a "$S" "$T/b.prima"
run tr_prende "$T/rilascio2"
is_exit 0 'l'\''altro lo prende'
is_out "$ID ricevuta CS-2026-0000001" 'e la cartella è sua'
da_a

# ---- looked at ----

guasto() {	# guasto DESC ERE: verifica tells of it
	run cartella verifica
	is_exit 1 "$1: verifica lo trova"
	like out "$2" 'e dice quale'
	rm -rf "$S/consegne"
	cp -a perduto/consegne "$S/consegne"
}

mv "$S/consegne/$P" via
guasto 'un pacchetto che manca' "^DIFETTO: consegne/$P: non c'è"
rm -rf via
chmod -R u+w "$S/consegne"
echo altro >>"$S/consegne/$P/tagmanifest-sha256.txt"
guasto 'un altro elenco' "^DIFETTO: consegne/$P: .*non è più com'era"
chmod -R u+w "$S/consegne"
f=$(find "$S/consegne/$P/data" -name '*.xml' | head -n 1)
cp "$f" altro && echo >>altro && cp --remove-destination altro "$f"
guasto 'un byte in più' "^DIFETTO: consegne/$P/data/"
cp -a "$S/consegne/$P" "$S/consegne/$(echo x | sha256sum | cut -c1-64)"
run cartella verifica
is_exit 0 'uno che nessuna carta nomina non è un difetto'
is "$(ls "$S/consegne")" "$P" 'e con ciò che era in sospeso se ne va'
rm -rf fuori/consegne
run "$CARTELLA" --store vano importa fuori
is_exit 1 'un'\''esportazione senza non si importa'
rm -rf "$S"
cp -a perduto "$S"
chmod -R u+w "$S/consegne/$P/data"
f=$(find "$S/consegne/$P/data" -name 'cartella.bundle')
echo x >>"$f"
run cartella salva altra --chiavi chiavi --per ripristino.asc
is_exit 4 'un pacchetto alterato non si salva'
like err "consegne/$P" 'e si dice quale'
rm -rf "$S"
mv perduto "$S"

# ---- with its case ----

run come arch deposita --unita.numero "$CS" --unita.luogo Cantina --unita.pezzi 2
is_exit 0 'la cartella va in deposito'
un_anno_dopo
autorizzato >/dev/null 2>&1
salva >/dev/null
chiave=$(aperte | sed -n "s,^chiave consegne/$P ,,p")
ok 'il pacchetto c'\''è ancora' [ -n "$chiave" ]
run "$DRIVER/tracce" "$S" curcuma zafferano
not_ok 'con le parole del caso' [ "$CODE" = 0 ]
run scarta
is_exit 0 'scartata la cartella'
is "$(ls -A "$S/consegne")" '' 'del pacchetto non resta niente'
run "$DRIVER/tracce" "$S" curcuma zafferano ermenegilda
is_exit 0 'né in tutto l'\''archivio una parola'
is_integro 'che è integro'
run salva
is_exit 0 'salva'
is "$(aperte | grep -c "^chiave consegne/")" 0 'la chiave del pacchetto non c'\''è più'
is "$(grep -rlF "$chiave" "$S" chiavi copia)" '' 'da nessuna parte'
run riprendi dopo --ultimo 0/2027
is_exit 0 'e la copia si riprende'
run "$DRIVER/tracce" dopo curcuma zafferano ermenegilda
is_exit 0 'senza una parola'
plan
