# SPDX-License-Identifier: EUPL-1.2
# espungi, its process ended at the points it passes: what it erases, document,
# signature, copy and the bytes of their attachments, is wholly there or, once
# the next act was done, wholly gone, in every byte.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/espungi.sh"

uffici_di_prova >/dev/null || exit 1
sbagliata || exit 1
con_allegati || exit 1
# what an act cut short has left of the same bytes
cp "$D/allegati/$(echo "$FIRMATI" | sed -n 1p)".* "$S/transito/resto"
. "$RADICE/tests/cli/uccisioni_distrugge.sh"

fa() {
	espungi "$REL" "$P" 'altra persona' --anche copie/0001.xml \
	    --conferma vanno-insieme --id "$ID"
}

# What is not as it must be after a death before or behind COMMIT.
aspetto() {
	if [ ! -f "$S/registro.sqlite" ]; then
		come as1 annota "$CS" Seguito >/dev/null 2>"$T/e" &&
		    echo 'senza registro si annota'
		grep -q ricostruisci "$T/e" || cat "$T/e"
		cartella ricostruisci >"$T/o" 2>&1 || cat "$T/o"
	elif [ "$1" = dopo ] && [ "$2" = verifica ]; then
		cartella verifica >"$T/v" 2>&1 ||
		    grep -q 'da finire' "$T/v" || cat "$T/v"
	fi
	come as1 annota "$CS" Seguito >/dev/null 2>"$T/e" || cat "$T/e"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	case $1 in
	prima)
		[ -n "$(tracce)" ] || echo 'prima di COMMIT le parole restano'
		[ "$(find "$D/allegati" -type f | grep -c .)" -eq "$ALLEGATI" ] ||
		    echo 'prima di COMMIT gli allegati restano'
		fa >/dev/null 2>"$T/e" || cat "$T/e"
		;;
	esac
	[ "$(atti)" = $((N + 2)) ] || echo "gli atti sono $(atti)"
	tracce
	for i in $FIRMATI; do
		find "$S" -name "$i*"
	done
	[ ! -e "$S/transito/resto" ] || echo 'in transito resta una copia'
	fa 2>&1 | cmp -s - "$T/dovuta" || echo 'ripetuta: altra risposta'
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}

# Those about COMMIT, and of each point behind it the first passage, a third of
# them each day; before it other acts die too.
di_oggi() {
	awk -v g="$(date +%j)" '/^(prima-del|dopo-il)-commit/ { print; next }
	    $2 == "dopo" && $1 ~ /:1$/ && ++n && (n + g) % 3 == 0' "$T/tutti"
}

N=$(atti)
ALLEGATI=$(echo "$FIRMATI" | grep -c .)
passa
like_n=$(wc -l <"$T/passati")
ok "passa per $like_n punti" [ "$like_n" -gt 15 ]
# the words of the entry are not what is erased here
PAROLE=girasole
for p in transito-distrutto allegato-distrutto legame-tolto; do
	ok "passa per $p" grep -q "^$p" "$T/passati"
done
uccidi
plan
