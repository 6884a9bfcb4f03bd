. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/carte.sh"
uffici_di_prova >/dev/null || exit 1
AC=$(valutata)
CS=$(apri "$AC" --conferma senza-liberatoria --conferma senza-stato-di-famiglia --scheda.profilo.medico 'dott. Neri' --scheda.anagrafica.sesso M --scheda.residenza.indirizzo 'via Roma 1')
con_chiave as1 >/dev/null
come as1 registra-famiglia --cartella $CS --data 2026-01-10 --fonte anpr --componente.cognome Bianchi --componente.nome Maria --componente.parentela madre --componente.convivente si --componente.contatto '055 123' --componente.cognome Verdi --componente.nome Ugo --componente.parentela padre --componente.convivente no --componente.nascita 1980-02-01
R=$(redatta $CS)
come as1 verbale --cartella $CS --tipo equipe --stato svolta --data 2026-11-18 --dalle 09:30 --alle 11:00 --luogo 'sede' --partecipante.nome 'Neri Ada' --partecipante.ruolo psicologa --partecipante.servizio psicologia --partecipante.presente si --partecipante.nome 'Blu Ivo' --partecipante.ruolo educatore --argomenti 'Andamento. *Molto* bene.

- uno
- due' --decisioni 'Si prosegue.' --scadenza.testo 'Visita' --scadenza.chi as1 --scadenza.entro 2026-12-01 >/dev/null
come as1 mostra $CS
D=${OUTDIR:-/dev/shm/f.out}; mkdir -p $D; rm -f $D/*
for d in relazioni/0001.xml scheda.xml stato-di-famiglia/2026-01-10.xml verbali/0001.xml cartella.xml; do
run come as1 stampa $CS $d; cp $OUT $D/$(echo $d | tr / _).pdf; cat $ERR
done
run come as1 stampa $AC valutazione.xml;  cp $OUT $D/val.pdf; cat $ERR
run come as1 stampa $AC accesso.xml --odt si;  cp $OUT $D/acc.odt; cat $ERR
come as1 firma --cartella $CS --documento relazioni/0001.xml
run come as1 stampa $CS relazioni/0001.xml; cp $OUT $D/rel2.pdf; cat $ERR
plan
