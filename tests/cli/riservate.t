# SPDX-License-Identifier: EUPL-1.2
# Who may not read a riservata tries every road to what it says: whoever keeps
# the register, another office, one that gave it back, one it was taken from.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"

# Every word of the content begins with zz, and stands nowhere else.
uffici_di_prova >/dev/null 2>&1 || exit 1
cp "$FIXTURES/demo/segnalazione.pdf" zzfile.pdf
echo allegato >zzallegato.txt
echo copia >zzcopia.txt
echo lettera >lettera.txt
N=$(come resp registra --flusso entrata --oggetto 'zzoggetto X' \
    --riservata.motivo zzmotivo --riservata.fino-al 2040-01-01 \
    --mittente.denominazione zzmittente --mittente.pec zz@pec.example \
    --protocollo-mittente.numero zz/77 --classifica VII/9 \
    zzfile.pdf zzallegato.txt) &&
come resp allega-copia --protocollo "$N" --conformita semplice --ulteriore si \
    zzcopia.txt >/dev/null &&
come resp repertoria --repertorio determinazioni --oggetto zzvoce \
    --riservata.motivo zzmotivo --autore zzautore --protocollo "$N" \
    zzfile.pdf >/dev/null || exit 1

mute() {		# mute USER CMD...: neither bytes nor words of it
	rm -f preso
	come "$@" >detto 2>&1
	[ ! -e preso ] || echo "$*: bytes"
	grep -ai zz detto | sed "s|^|$*: |"
}

trovata() {		# trovata USER CMD...: found by what it says
	come "$@" 2>&1 | grep -F "$N" | sed "s|^|$*: |"
}

strade() {		# strade USER: whatever a road of his gives
	mute "$1" mostra "$N"
	mute "$1" elenco --giorno 2026-11-20
	mute "$1" cerca --numero "$N"
	mute "$1" cerca --riservate solo
	mute "$1" scrivania
	for strade_f in 0 1 c1.1; do
		mute "$1" originale "$N" --file "$strade_f" --in preso
	done
	mute "$1" copia "$N" --in preso
	mute "$1" ricevuta "$N" --ufficio prot --in preso
	mute "$1" segnatura "$N" --in preso
	mute "$1" originale "$N" --file r1 --in preso
	mute "$1" repertori --repertorio annullamenti
	mute "$1" repertori --repertorio annullamenti --numero 1
	mute "$1" repertori --repertorio determinazioni
	mute "$1" repertori --repertorio determinazioni --numero 1
	mute "$1" giorno 2026-11-20
	mute "$1" stampa-registro 2026 --in preso
	for strade_w in zzoggetto zzmittente zzfile zzallegato zzcopia zzm; do
		trovata "$1" cerca --parole "$strade_w"
		trovata "$1" cerca --corrispondente "$strade_w"
	done
	trovata "$1" cerca --protocollo-mittente zz/77
	trovata "$1" cerca zzfile.pdf
	trovata "$1" cerca zzcopia.txt
}

# Acts on it, that refuse; and the label, which says no more than its number.
colpi() {
	mute "$1" fascicola "$N" FA-2026-0000009
	mute "$1" prendi-visione "$N"
	mute "$1" chiedi-correzione "$N" annullamento prova
	mute "$1" rettifica "$N" --campo oggetto --oggetto X --motivo Y \
	    --provvedimento Z
	mute "$1" riserva "$N" --motivo prova --cessa si
	mute "$1" annulla "$N" --motivo prova --richiedente vice
	mute "$1" spedisci "$N" pec 2026-11-20
	mute "$1" allega-copia --protocollo "$N" --conformita semplice \
	    --ulteriore si lettera.txt
	come "$1" etichetta "$N" --in preso >/dev/null 2>&1
	[ ! -e preso ] || pdftotext preso - | grep -ai zz
}

# Each day every second of them; all with TUTTI=1.
OGGI=$(date +%j)
nessuno() {		# nessuno DESC USER...: to none of them it says a word
	nessuno_desc=$1
	nessuno_n=${OGGI#0} nessuno_n=${nessuno_n#0}
	shift
	is "$(for nessuno_u; do
		nessuno_n=$((nessuno_n + 1))
		[ -n "${TUTTI:-}" ] || [ $((nessuno_n % 2)) -eq 0 ] || continue
		strade "$nessuno_u"
		colpi "$nessuno_u"
	done)" '' "$nessuno_desc"
}

strade resp >sa.txt	# the roads are roads: whoever may read hears all
for cosa in 'mostra' 'elenco' 'cerca --numero' 'originale .* 0' 'copia' \
    'ricevuta' 'repertori .*numero' 'cerca --parole zzoggetto' \
    'cerca --corrispondente zzmittente' 'cerca zzfile' 'cerca zzcopia'; do
	ok "per chi la legge c'è: $cosa" grep -q "^resp $cosa" sa.txt
done

nessuno 'registrata: nessun altro la legge' prot1 coord as1 sds1 coordn tutto
run come prot1 smista "$N" --destinazione.ufficio prot \
    --destinazione.utente prot1 --destinazione.titolo competenza
is_exit 1 'chi non la legge non la smista a sé'
like err '/smista/destinazione: .*\[riservata\]' 'e lo dice'
run come tutto smista "$N" --destinazione.ufficio nord \
    --destinazione.titolo competenza --destinazione.ufficio soc \
    --destinazione.titolo conoscenza
is_exit 1 'né al proprio ufficio'
like err '/smista/destinazione\[2\]: .*\[riservata\]' 'e dice quale'

come prot1 smista "$N" --destinazione.ufficio nord \
    --destinazione.titolo competenza >/dev/null
nessuno 'smistata a nord: gli altri no' prot1 coord as1 sds1 tutto
come coordn rifiuta "$N" --motivo 'non è nostra' >/dev/null
nessuno 'rifiutata: chi l'\''ha resa non la legge più' prot1 coord coordn
come prot1 smista "$N" --destinazione.ufficio sds \
    --destinazione.titolo competenza >/dev/null
come prot1 smista "$N" --sostituisce si --destinazione.ufficio soc \
    --destinazione.titolo competenza >/dev/null
nessuno 'smistata ad altri: nemmeno da chi è tolta' prot1 coordn sds1 as1
run come coordn mostra "$N"
unlike out 'Servizi sociali|soc' 'chi l'\''ha resa non sa dove è andata'
run come coordn cerca --numero "$N" --ufficio soc
unlike out "^$N" 'né lo scopre cercando un ufficio dopo l'\''altro'
run come coordn cerca --numero "$N" --ufficio nord
like out "^$N" 'ma trova ciò che fu suo'
run come prot1 cerca --ufficio soc
like out "^$N" 'e il protocollo sa dove l'\''ha mandata'

run come resp delega --delegante as1 --delegato resp --dal 2026-11-20 \
    --al 2026-12-20 --motivo ferie --atto mostra
is_exit 1 'il responsabile non dà a sé gli atti di un altro'
like err '/delega/delegato: .*\[a-proprio-favore\]' 'e lo dice'

# ---- one that became riservata after it was corrected, sent and annulled ----

N=$(come resp registra --flusso uscita --oggetto 'zzoggetto due' \
    --destinatario.denominazione zzmittente --classifica VII/9 \
    --protocollo-mittente.numero zz/77 --conferma doppione \
    zzfile.pdf zzallegato.txt 2>uscita.txt) || { cat uscita.txt; exit 1; }
echo zzricevuta >zzricevuta.txt
come resp allega-copia --protocollo "$N" --conformita semplice \
    --ulteriore si zzcopia.txt >/dev/null &&
come vice chiedi-correzione "$N" annullamento zzrichiesta >/dev/null 2>&1
come resp rettifica "$N" --campo oggetto --oggetto 'zzoggetto nuovo' \
    --motivo zzrettifica --provvedimento zzprov >/dev/null &&
come resp spedisci "$N" pec 2026-11-20 --estremi zzestremi >/dev/null &&
come resp acquisisci-ricevuta --protocollo "$N" --destinatario 1 \
    --esito errore --data 2026-11-20 zzricevuta.txt >/dev/null &&
come resp riserva "$N" --motivo zzmotivo >/dev/null || exit 1
run come resp mostra "$N"
like out 'zzrettifica' 'corretta, spedita, poi riservata'
like out 'zzestremi' 'chi può la legge intera'
nessuno 'riservata dopo: nessun altro la legge' prot1 coordn as2
come resp annulla-inoltro "$N" --motivo zzannulla --richiedente prot1 \
    >annulla.txt 2>&1 ||
    come resp annulla "$N" --motivo zzannulla --richiedente prot1 \
    >annulla.txt 2>&1 || { cat annulla.txt; exit 1; }
run come resp mostra "$N"
like out 'zzannulla' 'annullata'
nessuno 'annullata: nessun altro la legge' prot1 coordn
is_integro 'dopo i tentativi'
plan
