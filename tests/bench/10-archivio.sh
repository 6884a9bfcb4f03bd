#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A cartella of $DOCUMENTI documents (500) with $ALLEGATI files of $KB KB (200
# of 2500): the package that is offered to another body, its check, the export
# of the store; the same case offered to a second store, accepted, released and
# taken in there; beside git bundle, tar and sha256sum over the same bytes, from
# a warm cache; the same package, and the same export, with each document as
# PDF/A, which they have not (PDF=no: without), and an export that takes those of
# the one before.  How long $CONSERVATE closed cartelle (100000) are kept.  The scarto
# of $SCARTATE cartelle (100) of twenty entries, in a store of twice as many.
# Figures only.
set -eu
D=$(mktemp -d)
N=${DOCUMENTI:-500}
A=${ALLEGATI:-200}
KB=${KB:-2500}
trap 'rm -rf "$D"' EXIT
. tests/bench/banco.sh
export CARTELLA_STORE="$D/s"
c() { "$CARTELLA" "$@" >/dev/null; }

ente_di_banco
# the cover, scheda, liberatoria and family are four of the documents
"$BENCH/cartelle" "$D/s" 1 $((N - 4)) >/dev/null
Y=$(date +%Y)
CS=CS-$Y-0000001
k=0
while [ $((k += 1)) -le "$A" ]; do
	head -c "${KB}000" /dev/urandom >"$D/foto.jpg"
	n=$(printf '%07d/%s' $((k + 1)) "$Y")
	c --come prot1 registra --flusso entrata --oggetto "Foto $k" --mezzo pec \
	    --mittente.denominazione X --classifica VII/9 "$D/foto.jpg"
	c --come prot1 smista "$n" --destinazione.ufficio soc \
	    --destinazione.titolo competenza
	c --come coord fascicola "$n" "$CS"
done
F=$D/s/cartelle/$Y/0000001
mb=$(($(du -sm --apparent-size "$F" | cut -f1) +
    $(du -sm --apparent-size "$D/s/registro/$Y/allegati" | cut -f1)))

loro() {	# what goes into a package, by hand
	mkdir "$D/loro"
	git -C "$F" bundle create -q "$D/loro/storia.bundle" HEAD main
	tar -cf "$D/loro/carte.tar" -C "$F" --exclude .git --exclude allegati .
	tar -cf "$D/loro/allegati.tar" -C "$D/s/registro/$Y" allegati
	(cd "$D/loro" && sha256sum -- *) >"$D/somme"
	sync -f "$D"
}
loro
rm -r "$D/loro"
start=$(now)
loro
mano=$(since "$start")
start=$(now)
(cd "$D/loro" && sha256sum -c --quiet ../somme &&
    git -C "$F" bundle verify -q "$D/loro/storia.bundle" && tar -tf allegati.tar) >/dev/null 2>&1
vista=$(since "$start")
rm -r "$D/loro"

start=$(now)
/usr/bin/time -f '%M' -o "$D/memoria" "$CARTELLA" --come coord pacchetto "$CS" \
    --pdf no --in "$D/pacco" >/dev/null
sync -f "$D"
offre=$(since "$start")
if [ "${PDF:-si}" = si ]; then
	start=$(now)
	/usr/bin/time -f '%M' -o "$D/memoria-pdf" "$CARTELLA" --come coord \
	    pacchetto "$CS" --in "$D/con-pdf" >/dev/null
	sync -f "$D"
	con=$(since "$start")
	find "$D/con-pdf/data/pdf" -name '*.pdf' | wc -l >"$D/quanti"
	du -sk --apparent-size "$D/con-pdf/data/pdf" | cut -f1 >>"$D/quanti"
	rm -r "$D/con-pdf"
fi
start=$(now)
c controlla-pacchetto "$D/pacco"
controlla=$(since "$start")
start=$(now)
c --come resp esporta --pdf no "$D/fuori"
sync -f "$D"
esporta=$(since "$start")
rm -rf "$D/pacco" "$D/fuori"
if [ "${PDF:-si}" = si ]; then
	# of processor: converting waits for nothing else
	/usr/bin/time -f '%U %S' -o "$D/p-con" "$CARTELLA" --come resp \
	    esporta "$D/fuori" >/dev/null
	/usr/bin/time -f '%U %S' -o "$D/p-da" "$CARTELLA" --come resp \
	    esporta --pdf-da "$D/fuori" "$D/ancora" >/dev/null
	find "$D/fuori/pdf" -name '*.pdf' | wc -l >"$D/p-quanti"
	quanti=$(tail -n 1 "$D/p-quanti")
	p_con=$(awk '{ print $1 + $2 }' "$D/p-con")
	p_da=$(awk '{ print $1 + $2 }' "$D/p-da")
	awk -v n="$quanti" -v con="$p_con" -v da="$p_da" 'BEGIN {
		printf "  esporta con %d PDF: %.1f s di processore (%.0f ms ", n,
		    con, con / n * 1000
		printf "ciascuno); con quelli di prima %.2f s\n", da
	}'
	rm -rf "$D/fuori" "$D/ancora"
fi
. "$(dirname "$0")/trasferire.sh"
awk -v mb="$mb" -v n="$N" -v a="$A" -v mano="$mano" -v offre="$offre" \
    -v vista="$vista" -v controlla="$controlla" -v esporta="$esporta" \
    -v k="$(tail -1 "$D/memoria")" 'BEGIN {
	printf "una cartella di %d documenti e %d allegati, %d MB:\n", n, a, mb
	printf "  pacchetto %.2f s (%.0f MB/s, %.0f MB di memoria); ", offre,
	    mb / offre, k / 1024
	printf "git bundle, tar e sha256sum %.2f s: noi %.2f volte\n", mano,
	    offre / mano
	printf "  controlla-pacchetto %.2f s (%.0f MB/s); ", controlla,
	    mb / controlla
	printf "sha256sum -c, bundle verify e tar -t %.2f s: noi %.2f volte\n",
	    vista, controlla / vista
	printf "  esporta %.2f s (%.0f MB/s): %.2f volte il loro\n", esporta,
	    mb / esporta, esporta / mano
}'
awk -v mb="$mb" -v mano="$mano" -v vista="$vista" -v o="$offerta" \
    -v p="$pervenuta" -v r="$rilascio" -v t="$presa" -v v="$verificata" \
    -v k="$(tail -1 "$D/memoria-presa")" 'BEGIN {
	printf "  la stessa passa a un altro ente: offri e consegna %.2f s; ", o
	printf "ricevi l\047offerta %.2f s; rilascia e consegna %.2f s;\n", p, r
	printf "    prendi %.2f s (%.0f MB/s, %.0f MB di memoria): %.2f volte ",
	    t, mb / t, k / 1024, t / (mano + vista)
	printf "fare e guardare a mano; verifica di chi l\047ha %.2f s\n", v
}'
[ "${PDF:-si}" != si ] || awk -v t="$con" -v senza="$offre" \
    -v n="$(sed -n 1p "$D/quanti")" -v kb="$(sed -n 2p "$D/quanti")" \
    -v k="$(tail -1 "$D/memoria-pdf")" 'BEGIN {
	printf "  con i documenti in PDF/A %.2f s (%d, %.0f ms ciascuno, %.0f KB", t,
	    n, (t - senza) / n * 1000, kb / n
	printf "; %.0f MB di memoria, e i convertitori)\n", k / 1024
}'
G="Una cartella di $mb MB: dare, guardare, prendere"
al_secondo() { rate "$mb" "$1"; }
cifra "$G" pacchetto 0 "$(al_secondo "$offre")" 'MB al secondo' + \
    'git bundle, tar, sha256sum' "$(al_secondo "$mano")"
cifra "$G" controlla-pacchetto 0 "$(al_secondo "$controlla")" 'MB al secondo' + \
    'sha256sum -c, bundle verify, tar -t' "$(al_secondo "$vista")"
cifra "$G" 'prenderla in un altro archivio' 0 "$(al_secondo "$presa")" \
    'MB al secondo' + 'fare e guardare a mano' \
    "$(awk -v a="$mano" -v b="$vista" -v mb="$mb" 'BEGIN { print mb / (a + b) }')"
cifra "$G" 'esporta, tutto l'\''archivio' 0 "$(al_secondo "$esporta")" \
    'MB al secondo' + 'git bundle, tar, sha256sum' "$(al_secondo "$mano")"
passo() { cifra "$G" "$1" 0 "$2" s -; }
passo 'offrirla e consegnarla' "$offerta"
passo 'riceverne l'\''offerta' "$pervenuta"
passo 'rilasciarla e consegnarla' "$rilascio"
passo 'verifica di chi l'\''ha presa' "$verificata"
if [ "${PDF:-si}" = si ]; then
	G="I PDF/A, in un pacchetto e in un'esportazione"
	cifra "$G" "pacchetto di $N documenti" 0 "$(awk -v t="$con" \
	    -v s="$offre" -v n="$(sed -n 1p "$D/quanti")" \
	    'BEGIN { printf "%.1f", (t - s) / n * 1000 }')" 'ms ciascuno' -
	cifra "$G" "esporta di $quanti, di processore" 0 "$p_con" s -
	cifra "$G" "esporta di $quanti, presi dalla precedente" 0 "$p_da" s - \
	    'farli' "$p_con"
fi
K=${CONSERVATE:-100000}
"$BENCH/conservazione" "$K" | tee "$D/conservate"
quanto() {	# quanto EXPRESSION: a figure of that line
	sed -n "s/.*$1.*/\1/p" "$D/conservate"
}
G='Quanto si conservano le cartelle chiuse'
cifra "$G" proiettarle "$K" "$(quanto 'proiettate in \([0-9.]*\) s')" s -
cifra "$G" 'ricalcolarle con un altro massimario' "$K" \
    "$(quanto 'ricalcola in \([0-9.]*\) s')" s -
cifra "$G" 'una pagina di scadute' "$K" "$(quanto 'scadute \([0-9.]*\) ms')" ms -

# ---- scarto ----

rm -rf "$D/s" "$D/pacco" "$D/fuori"
S=${SCARTATE:-100}
"$BENCH/casi" "$D/s" $((S * 2)) 20 chiuse >/dev/null
c --come resp conferma-ora "$(date -Iseconds)" prova
c --come resp nomina --codice arch --cognome Sarti --nome Elena \
    --ruolo archivista --ufficio prot
cat >"$D/m.xml" <<'FINE'
<massimario xmlns="urn:cartella:1">
  <riga><cosa>cartella</cosa><classifica>VII</classifica><nome>cartelle</nome>
    <durata><da>chiusura</da><anni>1</anni></durata><fonte>prova</fonte></riga>
</massimario>
FINE
c --come resp adotta-massimario "$D/m.xml"
sqlite3 "$D/s/registro.sqlite" "SELECT printf('CS-%d-%07d', anno, numero)
    FROM cartella ORDER BY anno, numero LIMIT $S" >"$D/quali"
# shellcheck disable=SC2046
c --come arch deposita $(sed 's/^/--unita.numero /' "$D/quali")
lettera() {	# lettera FLUSSO CHI: its number
	"$CARTELLA" --come prot1 registra --flusso "$1" --oggetto scarto \
	    --"$2.denominazione" Soprintendenza --classifica I/6 \
	    --conferma senza-documento
}
c --come arch proponi-scarto Soprintendenza --provvedimento 'det. 15'
c --come arch richiedi-scarto 1 "$(lettera uscita destinatario)" \
    --conferma firma-fuori
c --come resp autorizza-scarto 1 "$(lettera entrata mittente)" 123 "$(date +%F)"
start=$(now)
c --come arch scarta 1
sync -f "$D"
tempo=$(since "$start")
cifra 'Scartare' "$S cartelle" 0 "$(rate "$S" "$tempo")" 'cartelle al secondo' +
awk -v t="$tempo" -v n="$S" 'BEGIN {
	printf "scarto di %d cartelle: %.2f s (%.0f ms a cartella)\n", n, t,
	    t / n * 1000
}'
