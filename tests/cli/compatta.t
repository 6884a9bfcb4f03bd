# SPDX-License-Identifier: EUPL-1.2
# compatta: fewer files, the same folders; while others write and read; ended at
# each point it passes; and what was erased stays erased, what was saved comes back.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"
. "$RADICE/tests/cli/salva.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1
con_allegati || exit 1
cp -a "$S" prima

singoli() {	# singoli [FOLDER]: files of single objects
	find "${1:-$S}" -path '*/objects/??/*' -type f | wc -l
}
git_di() {	# git_di STORE: every git folder of it
	find "$1" \( -name .git -o -name '*.git' \) -prune
}
detto_da_git() {	# detto_da_git STORE: what git says of each folder
	git_di "$1" | sort | while read -r g; do
		echo "$g"
		git --git-dir "$g" fsck --strict --full 2>&1
		git --git-dir "$g" log --all --format='%H %T %s'
		git --git-dir "$g" ls-tree -r main
	done | sed "s,^$1,,"
}

# ---- what it is told ----
run cartella compatta --soglia 0
is_exit 2 'da zero no'
like err 'compatta vuole solo --soglia N' 'e lo dice'
run cartella compatta "$D"
is_exit 2 'né di una cartella sola'

# ---- what it does ----
run cartella compatta --soglia 100000
is_exit 0 'dove non sono tanti'
like out '^compattate 0 cartelle: 0 file in meno$' 'non fa nulla'
molti=$(singoli)
quante=$(git_di "$S" | wc -l)
run cartella compatta --soglia 1
is_exit 0 'si compatta'
like out "^compattate $quante cartelle: $molti file in meno\$" 'tutto, e lo dice'
is "$(singoli)" 0 'nessun oggetto resta in un file suo'
detto_da_git "$T/prima" >uno
detto_da_git "$S" >due
same_bytes uno due 'git ne dice le stesse cose'
ok 'i file che si vedono sono quelli' diff -r -x .git "$T/prima/cartelle" "$S/cartelle"
run cartella compatta --soglia 1
like out '^compattate 0 cartelle: 0 file in meno$' 'una volta basta'
is_integro 'compattato'

# ---- years of packs ----
# Each object in a pack of its own, more of them than descriptors.
cp -a "$T/prima" tanti
git_di "$T/tanti" | while read -r g; do
	git --git-dir "$g" cat-file --batch-check='%(objectname)' \
	    --batch-all-objects | while read -r o; do
		echo "$o" | git --git-dir "$g" pack-objects -q \
		    "$g/objects/pack/pack" >/dev/null
	done
	git --git-dir "$g" prune-packed
done
pacchi=$(find tanti -name '*.pack' | wc -l)
ok "$pacchi pacchi, più dei file che si possono aprire" [ "$pacchi" -gt 180 ]
is "$(singoli "$T/tanti")" 0 'e nient'\''altro'
vero=$S
S=$T/tanti
aperti=$(ulimit -Sn)
ulimit -Sn 160
run cartella verifica
is_exit 0 'verifica li guarda tutti'
run come as1 storia "$CS"
is_exit 0 'la storia si legge'
run cartella ricostruisci
is_exit 0 'il registro si rifà'
ulimit -Sn "$aperti"
S=$vero

# ---- the work goes on ----
run come as1 annota "$CS" 'dopo il pacco'
is_exit 0 'si scrive come prima'
run come as1 mostra "$CS" --documento "$V"
like out 'zafferano' 'e si legge ciò che è nel pacco'
run come as1 confronta "$CS" "$REL"
is_exit 0 'anche le versioni di prima'
run cartella compatta --soglia 1
like out '^compattate [1-9]' 'ciò che è nuovo va in un pacco suo'
is_integro 'con due pacchi'

# ---- with others ----
n=0
while [ $((n += 1)) -le 8 ]; do
	come as1 annota "$CS" "insieme $n" >/dev/null || echo "$n"
done >falliti &
while kill -0 $! 2>/dev/null; do
	cartella compatta --soglia 1 >/dev/null || echo compatta
done >compattando
wait
is "$(cat falliti compattando)" '' 'chi scrive intanto scrive, e nessuno si ferma'
CARTELLA_FERMA=verifica-momento "$CARTELLA" --store "$S" verifica >detto 2>&1 &
V_PID=$!
until [ "$(awk '{ print $3 }' "/proc/$V_PID/stat" 2>/dev/null)" = T ]; do
	kill -0 "$V_PID" 2>/dev/null || break
	sleep 0.02
done
come as1 annota "$CS" 'mentre si verifica' >/dev/null
cartella compatta --soglia 1 >/dev/null
kill -CONT "$V_PID"
wait "$V_PID"
is $? 0 'per verifica non è un difetto'
is "$(grep -cE '^(nota|DIFETTO)' detto)" 0 'né cosa da dire'

# ---- a branch that is not where it should be ----
cp -a "$S" buono
come as1 annota "$CS" 'di troppo' >/dev/null
git --git-dir "$D/.git" rev-parse main~1 >ramo
cat ramo >"$D/.git/refs/heads/main"
prima=$(singoli "$D")
run cartella compatta --soglia 1
is_exit 1 'un ramo altrove'
like out '^DIFETTO: cartelle/2026/0000001: il ramo è a ' 'si dice dove'
is "$(singoli "$D")" "$prima" 'e quella cartella resta com'\''è'
is "$(singoli "$S/ente")" 0 'le altre no'
rm -rf "$S"
cp -a buono "$S"

# ---- ended anywhere ----
rm -rf buono
cp -a prima buono
torna() { rm -rf "$S" && cp -a buono "$S"; }
torna
passati=$(CARTELLA_PUNTI=$T/p cartella compatta --soglia 1 >/dev/null
    sort "$T/p" | uniq -c | awk '{ print $2 ":" $1 }')
ok 'passa per dei punti' [ -n "$passati" ]
for p in $passati; do
	n=${p#*:}
	for k in 1 2 "$n"; do
		torna
		CARTELLA_PUNTO=${p%:*}:$k cartella compatta --soglia 1 >o 2>&1
		is $? 99 "uccisa a ${p%:*}, la volta $k"
		cartella verifica >o 2>&1
		is $? 0 'niente è perduto' || note "$(cat o)"
		cartella compatta --soglia 1 >o 2>&1
		is "$? $(singoli)" '0 0' 'e la volta dopo finisce'
	done
done
is_integro 'dopo tutte'

# ---- what goes, goes from packs too ----
torna
cartella compatta --soglia 1 >/dev/null
ok 'le parole ci sono' [ -n "$(tracce)" ]
run espungi "$V" "$P" x
is_exit 0 'si espunge da un pacco'
is "$(tracce zafferano | grep -c "$V")" 0 'e non resta'

# ---- what is saved ----
torna
ripristino_key || exit 1
salva >/dev/null || exit 1
cartella compatta --soglia 1 >/dev/null
come as1 annota "$CS" 'dopo il salvataggio' >/dev/null
run salva
is_exit 0 'si salva ciò che è nuovo'
run riprendi r
is_exit 0 'e si riprende'
"$CARTELLA" --store r verifica >o 2>&1
is $? 0 'integro'
plan
