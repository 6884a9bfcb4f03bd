# SPDX-License-Identifier: EUPL-1.2
# segui, promuovi: a standby made of each backup; it is read, verified, never
# written; its own reads stay; it becomes the store only behind the last number
# known to have been given; killed at each point it is there, whole.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"

ente_di_prova >/dev/null && ripristino_key || exit 1
R=$T/riserva
lettera() {
	head -c 40 /dev/urandom | od -An -tx1 >"$T/lettera"
	"$CARTELLA" --store "${2:-$S}" --come prot registra --flusso entrata \
	    --oggetto "$1" --mezzo pec --mittente.denominazione X \
	    --classifica VII/9 "$T/lettera"
}
segui() {
	"$CARTELLA" --store "$R" segui "$T/copia" --chiavi "$T/chiavi"
}
riserva() {
	"$CARTELLA" --store "$R" "$@"
}
promuovi() {
	"$CARTELLA" --store "$R" promuovi "$@"
}
lettera prima >/dev/null
salva >/dev/null

run riserva segui copia
is_exit 2 'senza chiavi no'
run promuovi --ultimo 1/2026
is_exit 1 'ciò che non c'\''è non si promuove'
run cartella segui copia --chiavi chiavi
is_exit 1 'un archivio non diventa copia di riserva'
like err 'non è una copia di riserva' 'e si dice'
run segui
is_exit 0 'segui'
like out '^aggiornata: .* il 2026-11-20T.*\(salvataggio 1\)' 'dice di quando è'
run riserva verifica
is_exit 0 'verifica'
like out ': 0 difetti$' 'è integra'
unlike out 'nota:' 'e non ha cose in più'
run riserva --come prot mostra 0000001/2026
is_exit 0 'si legge'
run lettera no "$R"
is_exit 1 'non si scrive'
like err 'copia di riserva, com'\''era l'\''archivio il 2026-11-20.*promuovi' \
    'e si dice di quando è, e che cosa fare'
run riserva --come resp dichiara-perduti v m
is_exit 1 'nemmeno i numeri perduti'
run riserva salva copia
is_exit 1 'né da lì si salva'

# ---- again, with its own reads kept ----

run segui
like out '^niente di nuovo' 'senza un salvataggio nuovo resta com'\''è'
lettera seconda >/dev/null
salva >/dev/null
mie=$(sqlite3 -readonly "$R/letture.sqlite" 'SELECT count(*) FROM lettura')
run segui
like out '^aggiornata: .*\(salvataggio 2\)' 'con uno nuovo si aggiorna'
run riserva --come prot mostra 0000002/2026
is_exit 0 'e ha la registrazione di più'
lettera terza >/dev/null
salva >/dev/null
segui >/dev/null
is "$(sqlite3 -readonly "$R/riserva-letture/0000001.sqlite" \
    'SELECT count(*) FROM lettura')" "$mie" 'ciò che vi fu letto è conservato'
segui >/dev/null
ok 'di ogni volta' [ -e "$R/riserva-letture/0000002.sqlite" ]
no_file riserva.prima 'e accanto non resta quella di prima'
run riserva verifica
is_exit 0 'verifica'
unlike out 'nota:' 'le conosce'
cp -a copia altra
sed -i "s/^copia .*/copia $(printf %032d 5)/" altra/COPIA
run "$CARTELLA" --store "$R" segui altra --chiavi chiavi
is_exit 1 'un'\''altra copia non si segue'

mkdir riserva.prima
echo sua >riserva.prima/cosa
run segui
is_exit 1 'ciò che è di altri non si toglie'
is "$(cat riserva.prima/cosa)" sua 'e resta'
rm -rf riserva.prima

# ---- killed at each point ----

lettera quarta >/dev/null
salva >/dev/null
cp -a riserva prima
CARTELLA_PUNTI=$T/passati segui >/dev/null
awk '!a[$0]++' passati >punti
ok "segui passa per $(wc -l <punti) punti" grep -q riserva-scambiata punti
while read -r p; do
	rm -rf riserva riserva.*
	cp -a prima riserva
	sqlite3 riserva/letture.sqlite 'SELECT count(*) FROM lettura' >righe
	at_point "$p" segui >o 2>&1
	riserva verifica >o 2>&1 || { echo "$p"; cat o; }
	segui >o 2>&1 || { echo "$p"; cat o; }
	segui >o 2>&1
	riserva --come prot mostra 0000004/2026 >o 2>&1 || { echo "$p"; cat o; }
	[ -e riserva/riserva-letture/0000001.sqlite ] || echo "$p: letture"
	[ ! -e riserva.prima ] && [ ! -e riserva.riserva ] || echo "$p: resti"
done <punti >detto
is "$(cat detto)" '' 'uccisa dovunque: è lì, intera, e poi si aggiorna'

# ---- the store is lost ----

lettera 'dopo la copia' >/dev/null
rm -rf "$S"
run promuovi
is_exit 2 'senza l'\''ultimo numero non si promuove'
run promuovi --ultimo 5/2026 --altre-serie tutte
is_exit 2 'né con altre parole'
oggi=$CARTELLA_ORA
ora 2027-01-07T09:00:00+01:00
run promuovi --ultimo 5/2026 --altre-serie ritrovate
is_exit 1 'né tacendo dell'\''anno che è cominciato intanto'
like err 'nel 2027' 'che si dice'
ora "$oggi"
run promuovi --ultimo 5/2026 --altre-serie ritrovate
is_exit 0 'promuovi'
like out 'ora è l'\''archivio, com'\''era il' 'dice di quando è'
like out '^mancano 1 numeri' 'e quanti numeri mancano'
run segui
is_exit 1 'da allora non segue più niente'
run lettera altra "$R"
like err 'dichiara-perduti' 'prima si dichiarano'
run riserva --come resp dichiara-perduti 'verbale n. 3' 'guasto'
is_exit 0 'poi'
run lettera altra "$R"
is_out 0000006/2026 'si registra, e nessun numero è dato due volte'
run riserva verifica
is_exit 0 'è integro'
run riserva salva copia
is_exit 0 'e la copia continua'
plan
