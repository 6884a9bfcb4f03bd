#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# A cartella of $DOCUMENTI documents (500) with $ALLEGATI files of $KB KB (200
# of 2500): the package that is offered to another body, its check, the export
# of the store; beside git bundle, tar and sha256sum over the same bytes, from a
# warm cache; the same package with each document as PDF/A, which they have not
# (PDF=no: without).  How long $CONSERVATE closed cartelle (100000) are kept.  The scarto
# of $SCARTATE cartelle (100) of twenty entries, in a store of twice as many.
# Figures only.
set -eu
D=$(mktemp -d)
N=${DOCUMENTI:-500}
A=${ALLEGATI:-200}
KB=${KB:-2500}
trap 'rm -rf "$D"' EXIT
export LC_ALL=C.UTF-8 CARTELLA_STORE="$D/s"
c() { "$CARTELLA" "$@" >/dev/null; }
now() { date +%s%N; }
secs() { awk -v t=$(($(now) - $1)) 'BEGIN { printf "%.2f", t / 1e9 }'; }

c init --denominazione "Comune di prova" --codice-ipa c_x --codice-aoo AOO \
    --dimostrativo si --ufficio.codice prot --ufficio.denominazione Protocollo \
    --ufficio.codice soc --ufficio.denominazione "Servizio sociale" \
    --responsabile.codice resp --responsabile.cognome Bianchi \
    --responsabile.nome Anna
c --come resp nomina --codice prot1 --cognome Verdi --nome Luca \
    --ruolo protocollo --ufficio prot
c --come resp nomina --codice coord --cognome Ferri --nome Lucia \
    --ruolo coordinatore --ufficio soc
c --come resp nomina --codice as1 --cognome Conti --nome Marta \
    --ruolo assistente-sociale --ufficio soc
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
mano=$(secs "$start")
start=$(now)
(cd "$D/loro" && sha256sum -c --quiet ../somme &&
    git -C "$F" bundle verify -q "$D/loro/storia.bundle" && tar -tf allegati.tar) >/dev/null 2>&1
vista=$(secs "$start")
rm -r "$D/loro"

start=$(now)
/usr/bin/time -f '%M' -o "$D/memoria" "$CARTELLA" --come coord pacchetto "$CS" \
    --pdf no --in "$D/pacco" >/dev/null
sync -f "$D"
offre=$(secs "$start")
if [ "${PDF:-si}" = si ]; then
	start=$(now)
	/usr/bin/time -f '%M' -o "$D/memoria-pdf" "$CARTELLA" --come coord \
	    pacchetto "$CS" --in "$D/con-pdf" >/dev/null
	sync -f "$D"
	con=$(secs "$start")
	find "$D/con-pdf/data/pdf" -name '*.pdf' | wc -l >"$D/quanti"
	du -sk --apparent-size "$D/con-pdf/data/pdf" | cut -f1 >>"$D/quanti"
	rm -r "$D/con-pdf"
fi
start=$(now)
c controlla-pacchetto "$D/pacco"
controlla=$(secs "$start")
start=$(now)
c --come resp esporta "$D/fuori"
sync -f "$D"
esporta=$(secs "$start")
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
[ "${PDF:-si}" != si ] || awk -v t="$con" -v senza="$offre" \
    -v n="$(sed -n 1p "$D/quanti")" -v kb="$(sed -n 2p "$D/quanti")" \
    -v k="$(tail -1 "$D/memoria-pdf")" 'BEGIN {
	printf "  con i documenti in PDF/A %.2f s (%d, %.0f ms ciascuno, %.0f KB", t,
	    n, (t - senza) / n * 1000, kb / n
	printf "; %.0f MB di memoria, e i convertitori)\n", k / 1024
}'
"$BENCH/conservazione" "${CONSERVATE:-100000}"

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
c --come arch proponi-scarto Soprintendenza
c --come arch richiedi-scarto 1 "$(lettera uscita destinatario)" \
    --conferma firma-fuori
c --come resp autorizza-scarto 1 "$(lettera entrata mittente)" 123 "$(date +%F)"
start=$(now)
c --come arch scarta 1
sync -f "$D"
awk -v t="$(secs "$start")" -v n="$S" 'BEGIN {
	printf "scarto di %d cartelle: %.2f s (%.0f ms a cartella)\n", n, t,
	    t / n * 1000
}'
