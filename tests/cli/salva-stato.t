# SPDX-License-Identifier: EUPL-1.2
# How copies are, as they are shown: when, how far behind, whether they were
# looked at; who looks after the store finds on the scrivania those too old.
. tests/cli/lib.sh
. "$RADICE/tests/cli/ricette.sh"
. "$RADICE/tests/cli/salva.sh"

ente_di_prova >/dev/null && ripristino_key || exit 1
oggi() {
	ora "$1T09:00:00+01:00"
	come resp conferma-ora "$CARTELLA_ORA" 'passano i giorni' >/dev/null 2>&1
}

run come resp stato-archivio
like out '^copie di sicurezza: nessuna' 'quando non ce n'\''è'
run come resp scrivania
unlike out 'Copie di sicurezza' 'un archivio di prova può non averne'
salva >/dev/null || exit 1
run come resp stato-archivio
like out "^copia in $T/copia: del .*, indietro di 0 atti; mai controllata" \
    'dice dov'\''è e di quando'
run come resp scrivania
unlike out 'Copie di sicurezza' 'appena fatta non si ricorda'
cartella controlla-salvataggio copia >/dev/null
come prot registra --flusso entrata --oggetto 'una di più' --mezzo pec \
    --mittente.denominazione X --classifica VII/9 "$RADICE/README.md" >/dev/null
run come resp stato-archivio
like out 'indietro di 1 atti; controllata il .*, 0 difetti' \
    'quanto è indietro, e che è stata controllata'

oggi 2026-11-22
run come resp scrivania
unlike out 'Copie di sicurezza' 'due giorni dopo ancora no'
oggi 2026-11-24
run come resp scrivania
like out 'Copie di sicurezza' 'poi sì'
like out "$T/copia" 'con quale'
run come prot scrivania
unlike out 'Copie di sicurezza' 'non a chi non guarda lo stato dell'\''archivio'
run come resp stato-archivio
like out 'atti, vecchia; controllata' 'ed è detta vecchia'
run "$DRIVER/pagina" "$S" resp /amministrazione
like out 'Copie di sicurezza' 'anche nella pagina'
like out 'vecchia' 'con il segno'
run "$DRIVER/pagina" "$S" resp /
like out 'Copie di sicurezza' 'e nella scrivania di chi usa il browser'

run cartella salva copia --avvisa 0
is_exit 2 'zero giorni no'
run cartella salva copia --avvisa 7
is_exit 0 'i giorni si possono dire'
oggi 2026-11-30
run come resp scrivania
unlike out 'Copie di sicurezza' 'allora si aspetta tanto'
cartella salva copia >/dev/null
oggi 2026-12-06
run come resp scrivania
unlike out 'Copie di sicurezza' 'e la copia se ne ricorda'

# ---- what is not a copy ----

mkdir "$S/salvataggi/appunti"
echo x >"$S/salvataggi/appunti/stato"
run come resp stato-archivio
is "$(grep -c '^copia in ' "$OUT")" 1 'ciò che non è di una copia non conta'
f=$(ls "$S"/salvataggi/*/indice)
f=${f%/*}/stato
cp "$f" stato
echo 'cartella copia 1' >"$f"
run come resp stato-archivio
is_exit 0 'ciò che si sa di una copia, guasto, non nasconde il resto'
like out "$f: non ha la sua forma; si rifà con «salva»" 'e dice quale file'
unlike out '^copia in ' 'di quella non si dice altro'
run come resp scrivania
is_exit 0 'la scrivania si apre'
like out 'non si legge più che copia è' 'e lo ricorda'
run "$DRIVER/pagina" "$S" resp /amministrazione
like out 'non si legge più' 'anche nella pagina'
run cartella verifica
is_exit 1 'verifica lo dice'
like out "DIFETTO: .*$f: non ha la sua forma" 'fra i difetti'
printf 'cartella copia 1' >"$f"
run come resp stato-archivio
like out "$f: non ha la sua forma" 'nemmeno a metà di una riga'
run cartella salva copia
like err 'di nuovo dove vanno le chiavi' 'salva le chiede'
salva >/dev/null
is "$? $(sed -n 1p "$f")" '0 cartella copia 1' 'e, dette, lo rifà'
run come resp stato-archivio
like out "^copia in $T/copia: del " 'come prima'
DUE_RIGHE="$T/a
atti 999999"
run cartella salva "$DUE_RIGHE" --chiavi k --per ripristino.asc
like err 'va a capo' 'il nome di una directory che va a capo: no'
run cartella salva a --chiavi "$DUE_RIGHE" --per ripristino.asc
like err 'va a capo' 'nemmeno quello di dove sono le chiavi'
is "$(find "$T/a"* "$T/k" -type f 2>/dev/null | wc -l) $(ls "$S/salvataggi" | wc -l)" \
    '0 2' 'e non si è cominciato'
rmdir "$DUE_RIGHE"
mv copia "$DUE_RIGHE"
run "$CARTELLA" --store tornato ripristina "$DUE_RIGHE" --chiavi chiavi \
    --ultimo 0/2026 --altre-serie ritrovate
like err 'va a capo: dagliene un altro' 'di là non si ripristina'
no_file tornato 'e niente resta a metà'
mv "$DUE_RIGHE" copia

# ---- a copy that is spoilt ----

f=$(find copia/pezzi -type f | sort | head -n 1)
printf x >>"$f"
run cartella controlla-salvataggio copia
is_exit 1 'una copia guasta'
run come resp scrivania
like out 'ha trovato difetti' 'è ricordata anche se è nuova'
run come resp stato-archivio
like out 'controllata il .*, [1-9][0-9]* difetti' 'con i difetti'
run cartella verifica
is_exit 0 'l'\''archivio è integro'

S=$T/vero
run cartella init --denominazione x --codice-ipa c_y --codice-aoo AOO1 \
    --ufficio.codice prot --ufficio.denominazione a --ufficio.codice soc \
    --ufficio.denominazione b --ufficio.codice prot --ufficio.denominazione c \
    --responsabile.codice resp --responsabile.cognome d --responsabile.nome e
is_exit 1 'un ufficio due volte: no'
like err 'prot è scritto due volte.*\[doppio\]' 'e dice quale'
run cartella init --denominazione 'Comune vero' --codice-ipa c_y \
    --codice-aoo AOO1 --ufficio.codice prot \
    --ufficio.denominazione Protocollo --responsabile.codice resp \
    --responsabile.cognome Rossi --responsabile.nome Anna
is_exit 0 'un archivio che non è di prova'
run come resp scrivania
like out 'non è mai stato salvato' 'lo ricorda dal primo giorno'
plan
