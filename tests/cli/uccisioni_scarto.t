# SPDX-License-Identifier: EUPL-1.2
# scarta, its process ended at the points it passes: what it destroys, a cartella
# and an accesso that became none, is wholly there or, once the next act was
# done, wholly gone, in every byte.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

prima_di_chiudere() {	# somebody who came, and went
	utente seg soc segretariato >/dev/null &&
	AC=$(come seg accogli --scheda.contatto.interlocutore utente \
	    --scheda.segnalato.cognome Tamarindi --scheda.segnalato.nome Ada \
	    --scheda.motivazioni 'Cerca noce moscata.' --esito chiusura \
	    --liberatoria.ambito registrazione --liberatoria.data 2026-11-01 \
	    --liberatoria.firmatario 'Ada Tamarindi' \
	    --liberatoria.qualita interessato --motivazione 'Non serve altro.')
}
{ scaduta && come arch deposita --unita.numero "$AC" &&
    autorizzato; } >/dev/null || exit 1
. "$RADICE/tests/cli/uccisioni_distrugge.sh"

fa() {
	scarta --id "$ID"
}

# The places where words stand that came only from the case.
resti() {
	"$DRIVER/tracce" "$S" zafferano Zafferano Ermenegilda Ermelinda curcuma \
	    Tamarindi moscata
}

# What is not as it must be after a death before or behind COMMIT.
aspetto() {
	if [ ! -f "$S/registro.sqlite" ]; then
		cartella ricostruisci >"$T/o" 2>&1 || cat "$T/o"
	elif [ "$1" = dopo ] && [ "$2" = verifica ]; then
		cartella verifica >"$T/v" 2>&1 ||
		    grep -q 'da finire' "$T/v" || cat "$T/v"
	fi
	come as1 annota "$ALTRA" Seguito >/dev/null 2>"$T/e" || cat "$T/e"
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
	case $1 in
	prima)
		for p in moscata zafferano; do
			resti | grep -q $p ||
			    echo "prima di COMMIT $p resta"
		done
		come arch scarti 1 >"$T/o"
		grep -q 'da distruggere' "$T/o" || cat "$T/o"
		fa >/dev/null 2>"$T/e" || cat "$T/e"
		;;
	esac
	[ "$(atti)" = $((N + 2)) ] || echo "gli atti sono $(atti)"
	resti
	fa 2>&1 | cmp -s - "$T/dovuta" || echo 'ripetuta: altra risposta'
	cartella verifica >"$T/v" 2>&1 || cat "$T/v"
}

# Those about COMMIT, and of each point behind it the first passage and the last,
# a fifth of them each day.
di_oggi() {
	awk -v g="$(date +%j)" '{ p = $1; sub(/:.*/, "", p) }
	    NR == FNR { last[p] = $1; next }
	    /^(prima-del|dopo-il)-commit/ { print; next }
	    $2 == "dopo" && ($1 ~ /:1$/ || last[p] == $1) &&
	    ++n && (n + g) % 5 == 0' "$T/tutti" "$T/tutti"
}

N=$(atti)
passa
n=$(wc -l <"$T/passati")
ok "passa per $n punti" [ "$n" -gt 40 ]
ok 'fra cui i byte di un allegato' grep -q '^allegato-distrutto' "$T/passati"
uccidi
plan
