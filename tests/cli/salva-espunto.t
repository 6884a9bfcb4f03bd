# SPDX-License-Identifier: EUPL-1.2
# What is erased from a cartella goes from its copies too: their keys are made
# anew, and no older backup of that cartella is read any more; all else is.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"
. "$RADICE/tests/cli/salva.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1
ripristino_key || exit 1

chiave_di_cartella() { aperte | sed -n "s,^chiave cartelle/2026/0000001 ,,p"; }

run salva
is_exit 0 'un salvataggio con ciò che sarà espunto'
prima=$(chiave_di_cartella)
cp -a chiavi chiavi.prima
cp -a "$(ls -d "$S"/salvataggi/*)/chiavi" stato.prima
run riprendi r1
is_exit 0 'si riprende'
ok 'e le parole ci sono' sh -c "grep -rq Ermenegilda.coltiva r1/cartelle"
come as1 annota "$CS" 'una nota di più' >/dev/null
run salva
is_exit 0 'di nuovo'
is "$(chiave_di_cartella)" "$prima" 'con la stessa chiave'

# ---- the erasure ----

run espungi "$V" "$P" 'altra persona'
is_exit 0 'espungi'
like err "^nota: .* si legge ancora nella copia $T/copia, .*«salva»" \
    'dice quale copia non ha raggiunto'
nota=$(ls -d "$S"/salvataggi/*)/stato
cp "$nota" nota.buona
echo x >"$nota"
run espungi "$REL" "$P" 'altra persona'
is_exit 0 'un'\''altra, mentre ciò che si sa della copia è guasto'
like err "^nota: .* forse si legge ancora in una copia, .*$nota: non ha la sua" \
    'e non tace che potrebbe averla'
mv nota.buona "$nota"
run cartella verifica
is_exit 0 'verifica'
like out "^nota: salvataggi: la copia $T/copia ha ancora ciò che fu distrutto" \
    'lo ricorda'
run "$DRIVER/tracce" "$S" zafferano ermenegilda
is_exit 0 'nell'\''archivio le parole non ci sono più'
run riprendi r2
is_exit 0 'la copia di prima si riprende ancora'
ok 'con le parole' grep -rq Ermenegilda.coltiva r2/cartelle

run salva
is_exit 0 'salva'
like out '^chiavi tolte: 1;' 'e dice quante chiavi non ci sono più'
dopo=$(chiave_di_cartella)
ok 'la cartella ha una chiave nuova' [ -n "$dopo" ] && [ "$dopo" != "$prima" ]
is "$(aperte | grep -c "$prima")" 0 'e la vecchia non è fra le chiavi'
is "$(grep -rlF "$prima" "$S" chiavi copia)" '' 'né nell'\''archivio'
run cartella verifica
unlike out salvataggi 'verifica non ricorda più niente'
run "$DRIVER/tracce" copia zafferano ermenegilda
is_exit 0 'nella copia nessuna parola'

# ---- the new one, and the old ones ----

run riprendi r3
is_exit 0 'il salvataggio nuovo si riprende'
run "$DRIVER/tracce" r3 zafferano ermenegilda
is_exit 0 'senza le parole'
ok 'e con ciò che è rimasto' grep -rq 'resta questa' r3/cartelle
run "$CARTELLA" --store r3 verifica
is_exit 0 'integro'
for i in 1 2; do
	run riprendi r4 --istantanea $i
	is_exit 1 "il salvataggio $i no"
	like err 'cartelle/2026/0000001: la sua chiave è stata distrutta' \
	    'e dice perché'
	no_file r4 'e non resta nulla'
done
run riprendi r4 --istantanea 1 --parziale si
is_exit 0 'le altre cartelle si leggono ancora'
like out 'DIFETTO: cartelle/2026/0000001: la sua chiave è stata distrutta' \
    'e si dice quale no'
like out 'non è un archivio' 'e che non è un archivio'
no_file r4/cartelle/2026/0000001 'di quella non c'\''è niente'
ok 'registro' git --git-dir r4/registro/2026.git fsck --strict
ok 'ente' git -C r4/ente fsck --strict
ok 'i file visibili' diff -r -x .git "$S/ente" r4/ente
run "$DRIVER/tracce" r4 zafferano
is_exit 0 'e nessuna parola'
run "$CARTELLA" --store r4 verifica
not_ok 'verifica non lo prende per un archivio' [ "$CODE" = 0 ]

# ---- the limit, plainly: who kept the older keys reads the older backup ----

rm -rf chiavi
cp -a chiavi.prima chiavi
run riprendi r5 --istantanea 1
is_exit 0 'chi ha tenuto le chiavi di prima legge ancora quello di prima'
ok 'con le parole' grep -rq Ermenegilda.coltiva r5/cartelle

# ---- one key alone destroyed ----

rm -rf chiavi r3
run salva
is_exit 0 'le chiavi si riscrivono'
f=$(find chiavi -type f)
aperte | grep -v '^chiave cartelle/2026/0000001 ' |
    gpg --batch --yes --quiet --trust-model always -r "$salva_fpr" -o "$f.n" -e
mv "$f.n" "$f"
run riprendi r6
is_exit 1 'senza la chiave di una cartella non è un archivio'
run riprendi r6 --parziale no
is_exit 1 'e nemmeno se si dice che la si vuole intera'
run riprendi r6 --parziale forse
is_exit 2 '--parziale è si o no'
run riprendi r6 --parziale si
is_exit 0 'ma le altre ci sono'
no_file r6/cartelle/2026/0000001 'quella no'
ok 'il registro è intero' git --git-dir r6/registro/2026.git fsck --strict
plan
