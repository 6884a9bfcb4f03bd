# SPDX-License-Identifier: EUPL-1.2
# Disasters: while writers register and backups are made one after the other, at
# a random moment all of them are killed and the store is gone.  It is restored,
# or its standby promoted; what is missing is declared.  All that was
# acknowledged before the last whole backup began is there, the rest is
# declared, no number is given twice.  GIRI (2) disasters, within
# ENTRO (800) ms of the first backup, moments by SEED.  `make prova-ripristino` has 25 of 6 s.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"

ente_di_prova >/dev/null && ripristino_key || exit 1
cp -a "$S" vuoto
SEME=${SEED:-$(date +%s)}
note "SEED=$SEME"
: >"$T/guai"

caso() {	# caso N FROM TO: a number of this round
	awk -v s="$SEME" -v g="$giro" -v n="$1" -v a="$2" -v b="$3" 'BEGIN {
		srand(s * 1000 + g * 10 + n); rand()
		print a + int(rand() * (b - a + 1)) }'
}

male() {	# male TEXT: something that should not be
	echo "giro $giro (SEED=$SEME): $*" >>"$T/guai"
}

scrivono() {	# until the end of the world
	while [ ! -e fine ]; do
		"$DRIVER/scrittori" "$S" prot 1 60 1 numeri >/dev/null 2>&1 &
		echo $! >>vivi
		wait $!
	done
}

si_salva() {
	while [ ! -e fine ]; do
		wc -l <numeri >adesso
		date +%s%N >comincia
		"$CARTELLA" --store "$S" salva copia >/dev/null 2>&1 &
		echo $! >>vivi
		wait $! || continue
		cp adesso salvati
		cp comincia quando
		[ "$1" = 0 ] || { "$CARTELLA" --store riserva segui copia \
		    --chiavi chiavi >/dev/null 2>&1 && cp salvati spediti; }
		[ -s numeri ] && : >avviati
	done
}

disastro() {
	rm -rf "$S" copia chiavi riserva riserva.* numeri vivi fine avviati tornato
	cp -a vuoto "$S"
	salva >/dev/null 2>&1 || male 'il primo salvataggio'
	: >numeri
	i=0
	echo 0 >salvati
	echo 0 >spediti
	date +%s%N >quando
	scrivono 2>/dev/null &
	si_salva "$1" 2>/dev/null &
	while [ ! -e avviati ] && [ "$((i += 1))" -lt 600 ]; do sleep 0.1; done
	sleep "$(caso 1 0 "${ENTRO:-800}" | awk '{ print $1 / 1000 }')"
	: >fine
	tail -n 2 vivi | while read -r p; do kill -9 "$p"; done 2>/dev/null
	rm -rf "$S" 2>/dev/null
	ora_sua=$(date +%s%N)
	wait
	rm -rf "$S"		# what a dying writer put there again
}

numeri_di() {
	sqlite3 -readonly "$1/registro.sqlite" "SELECT printf('%07d/%d', numero,
	    anno) FROM registrazione ORDER BY 1"
}

# What the store DIR must have: the first N acknowledged; and so it goes on.
guarda() {	# guarda DIR N
	head -n "$2" numeri | sort >devono
	numeri_di "$1" >tornati
	[ -z "$(comm -23 devono tornati)" ] ||
	    male "mancano numeri salvati: $(comm -23 devono tornati | head -n 3)"
	sort numeri | comm -23 - tornati >persi
	sqlite3 -readonly "$1/registro.sqlite" "WITH RECURSIVE n(anno, k, al) AS
	    (SELECT anno, dal, al FROM perduto WHERE serie = 'PG' AND al >= dal
	    UNION ALL SELECT anno, k + 1, al FROM n WHERE k < al)
	    SELECT printf('%07d/%d', k, anno) FROM n ORDER BY 1" >dichiarati
	[ -z "$(comm -23 persi dichiarati)" ] ||
	    male "non dichiarati: $(comm -23 persi dichiarati | head -n 3)"
	[ -z "$(comm -12 dichiarati tornati)" ] || male 'dichiarati e ritrovati'
	"$CARTELLA" --store "$1" verifica >o 2>&1 || male "$(cat o)"
	echo lettera >lettera
	nuovo=$("$CARTELLA" --store "$1" --come prot registra --flusso entrata \
	    --oggetto nuova --mezzo pec --mittente.denominazione X \
	    --classifica VII/9 lettera 2>&1)
	[ "$(printf '%s\n' "$nuovo" | cat - numeri | sort | tail -n 1)" = \
	    "$nuovo" ] && ! grep -qF "$nuovo" numeri ||
	    male "dopo si dà $nuovo"
}

dichiara() {
	"$CARTELLA" --store "$1" --come resp dichiara-perduti 'verbale' \
	    'disastro' >o 2>&1 || grep -q nessun-numero-manca o || male "$(cat o)"
}

giro=0 riserve=0 atti=0 persi=0
while [ $((giro += 1)) -le "${GIRI:-2}" ]; do
	con_riserva=$((giro % 2 == 0))
	disastro "$con_riserva"
	# the last that anybody has seen; one may have been given and not said
	ultimo=$(sort numeri | tail -n 1)
	ultimo=$((1$(echo "${ultimo:-0000000/0}" | cut -d/ -f1) - 9999999))
	riprendi tornato --ultimo "$ultimo/2026" >o 2>&1 || male "$(cat o)"
	dichiara tornato
	guarda tornato "$(cat salvati)"
	atti=$((atti + $(wc -l <numeri)))
	persi=$((persi + $(wc -l <persi)))
	note "giro $giro: $(wc -l <numeri) atti, $(wc -l <persi) perduti, \
l'ultimo salvataggio cominciato $(((ora_sua - $(cat quando)) / 1000000)) ms prima"
	[ "$con_riserva" = 1 ] && [ -d riserva ] || continue
	riserve=$((riserve + 1))
	"$CARTELLA" --store riserva promuovi --ultimo "$ultimo/2026" \
	    --altre-serie ritrovate >o 2>&1 || male "$(cat o)"
	dichiara riserva
	guarda riserva "$(cat spediti)"
done
is "$(cat "$T/guai")" '' "$((giro - 1)) disastri ($riserve con la riserva)"
ok "fra $atti atti" [ "$atti" -gt "$persi" ]
plan
