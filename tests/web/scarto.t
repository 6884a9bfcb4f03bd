# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh disable=SC1091
#
# scarto from a browser: the page of the archivista offers the next step, and
# no other; the service ends what it destroys; the case says that it is gone.
. tests/web/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/scarto.sh"

scaduta && con_chiave arch >"$OUT" || exit 1
servizio --web 1 --lettori 1 --compositori 1
resti() {
	"$DRIVER/tracce" "$S" zafferano Zafferano Ermenegilda Ermelinda curcuma
}
finita() {
	finita_n=0
	while [ "$(grep -c '"espunzione-finita"' cronaca)" -lt 1 ] &&
	    [ $finita_n -lt 400 ]; do
		sleep 0.05
		finita_n=$((finita_n + 1))
	done
	[ "$(grep -c '"espunzione-finita"' cronaca)" -eq 1 ]
}
N=0
fai() {	# fai ATTO FIELD=VALUE...
	N=$((N + 1))
	fai_atto=$1
	shift
	for fai_campo; do
		set -- "$@" --data-urlencode "$fai_campo"
		shift
	done
	web "/atto/$fai_atto" -d "_csrf=$CSRF" -d _azione=invia \
	    -d "_id=$(printf %032x "$N")" "$@"
}

sessione as1
web /archivio/scarti
stato 404 'non è di chi segue i casi'
sessione arch
web /archivio/scarti
stato 200 'la pagina'
corpo 'Nessun elenco di scarto' 'senza elenchi'
corpo 'href="/atto/proponi-scarto' 'offre di proporne uno'
web /atto/proponi-scarto
stato 200 'il modulo'
fai proponi-scarto 'soprintendenza=Soprintendenza di Prova'
stato 422 'senza il provvedimento: prima si conferma'
corpo 'senza-provvedimento' 'e lo dice'
fai proponi-scarto 'soprintendenza=Soprintendenza di Prova' \
    'provvedimento=determinazione n. 15, <i>area</i>'
stato 303 'si propone'
web /archivio/scarti
corpo 'determinazione n. 15, &lt;i&gt;area&lt;/i&gt;' \
    'con il provvedimento, che è testo'
corpo 'href="/atto/richiedi-scarto\?elenco=1' 'poi si registra la richiesta'
corpo 'href="/atto/trasmetti-scarto\?elenco=1' 'o la si scrive'
corpo 'href="/libro-firma/scarto\?elenco=1&amp;documento=scarti/0001/elenco' 'firmato l'\''elenco'
senza 'href="/atto/scarta' 'e non si distrugge'
corpo 'href="/file/stampa-scarto\?elenco=1' 'la carta si prende'
web '/archivio/scarti?elenco=1'
corpo "href=\"/cartella/$CS\"" 'le righe'
corpo 'pezzi di carta 2' 'con la parte di carta'
web /
corpo 'href="/archivio/scarti\?elenco=1' 'la scrivania ci porta'
fai scarta elenco=1
stato 422 'distruggere prima: no'
corpo 'non-ora|non è ancora stato mandato' 'e lo dice'
fai richiedi-scarto elenco=1 "protocollo=$(uscita)"
stato 422 'senza firma: prima si conferma'
corpo 'firma-fuori' 'e lo dice'
web /libro-firma
corpo 'Elenco di scarto 1' 'il libro firma ha l'\''elenco'
corpo 'href="/libro-firma/scarto\?elenco=1' 'e ci porta'
web '/libro-firma/scarto?elenco=1&documento=scarti/0001/elenco.xml'
stato 200 'si legge'
corpo 'determinazione n. 15' 'con quale provvedimento'
corpo "href=\"/cartella/$CS\"" 'che cosa si scarta'
corpo 'href="/file/stampa-scarto\?elenco=1&amp;_vedi=si' 'e il PDF'
senza 'action="/atto/rinvia-firma"' 'un elenco non si rinvia'
web '/libro-firma/scarto?elenco=2&documento=scarti/0002/elenco.xml'
stato 404 'un elenco che non c'\''è'
come arch firma --resa nessuna --cartella ente --documento scarti/0001/elenco.xml >"$OUT"
fai richiedi-scarto elenco=1 "protocollo=$(uscita)"
stato 303 'la richiesta'
web /termini?entro=60
stato 200 'i termini'
corpo ">Elenco 1</a>, Soprintendenza di Prova" 'con i sessanta giorni'
web /archivio/scarti
corpo 'fatto=domanda' 'possono chiedere chiarimenti'
senza 'href="/atto/autorizza-scarto' 'la risposta non la registra chi propone'
corpo 'href="/atto/ritira-scarto\?elenco=1' 'se è sbagliato si ritira'
web '/atto/ritira-scarto?elenco=1'
stato 200 'il modulo'
corpo 'Senza nomi di persone' 'avverte che resta per sempre'
fai ritira-scarto elenco=1 motivo=
stato 422 'senza un perché: no'
fai ritira-scarto elenco=1 'motivo=La classe è <b>sbagliata</b>.'
stato 303 'si ritira'
web /archivio/scarti
corpo 'ritiro da comunicare' 'e si legge'
corpo 'La classe è &lt;b&gt;sbagliata&lt;/b&gt;' 'con il perché, che è testo'
corpo 'href="/atto/trasmetti-scarto\?elenco=1' 'la Soprintendenza lo deve sapere'
senza 'href="/atto/(ritira|scarta|richiedi)' 'e altro non si fa'
web /
corpo 'ritiro da comunicare' 'lo dice la scrivania'
web /termini?entro=60
senza 'archivio/scarti\?elenco=1' 'i sessanta giorni non corrono più'
fai chiudi-scarto elenco=1 "protocollo=$(uscita)"
stato 303 'lo si è scritto fuori'
web /archivio/scarti
corpo 'Comunicato' 'e si sa con che cosa'
senza 'href="/atto/(trasmetti|chiudi)-scarto' 'è finita'
fai proponi-scarto 'soprintendenza=Soprintendenza di Prova' \
    _conferma=senza-provvedimento
stato 303 'ciò che vi stava si propone di nuovo'
fai richiedi-scarto elenco=2 "protocollo=$(uscita)" _conferma=firma-fuori
stato 303 'e si manda'
sessione resp
web /archivio/scarti
corpo 'href="/atto/autorizza-scarto\?elenco=2' 'ma il responsabile'
fai autorizza-scarto elenco=2 "protocollo=$(entrata)" numero=123 del=2027-11-21
stato 303 'che la registra'
sessione arch
web /archivio/scarti
corpo 'href="/atto/scarta\?elenco=2' 'ora si distrugge'
web '/atto/scarta?elenco=2'
stato 200 'il modulo'
not_ok 'prima le parole ci sono' [ -z "$(resti)" ]
fai scarta elenco=2
stato 303 'si distrugge'
ok 'e il servizio lo finisce' finita
is "$(resti)" '' 'in nessun byte, col servizio acceso'
web /archivio/scarti
corpo 'href="/atto/verbalizza-scarto\?elenco=2' 'poi il verbale'
for chi in arch as1; do
	sessione $chi
	web "/cartella/$CS"
	stato 200 "$chi: la cartella"
	corpo 'Scartata' 'dice che è scartata'
	senza 'href="/atto/(riapri|annota|redigi)' 'e niente vi si fa'
	senza 'verbale del' 'di un verbale non dice ancora'
done
sessione arch
fai verbalizza-scarto elenco=2 luogo=Cantina 'incaricato=Macero s.r.l.' \
    modo=triturazione 'copie=Rifatte.'
stato 303 'il verbale'
web /archivio/scarti
corpo 'elenco=2&amp;documento=scarti/0002/verbale.xml' 'che si firma'
corpo 'href="/atto/trasmetti-scarto\?elenco=2' 'e poi si manda'
web '/libro-firma/scarto?elenco=2&documento=scarti/0002/verbale.xml'
stato 200 'e si legge'
corpo 'href="/file/stampa-scarto\?elenco=2&amp;carta=verbale' 'con il PDF'
fai trasmetti-scarto elenco=2 classifica=I/6 destinatario.denominazione=S \
    destinatario.pec=sab@pec.example 'testo=Si manda.'
stato 422 'senza firma non parte'
corpo 'manca la firma di' 'e lo dice'
for chi in arch as1; do
	sessione $chi
	web "/cartella/$CS"
	corpo 'Scartata.*verbale del .*2027' \
	    "$chi: e del verbale dice il giorno"
done
web /cartelle
stato 200 'le cartelle si elencano'
servizio_fine
is "$CODE" 0 'il servizio finisce'
run cartella verifica
is_exit 0 'verifica non trova difetti'
plan
