# SPDX-License-Identifier: EUPL-1.2
# bozza: a document written in Writer and taken back; what was dropped is told,
# what would be lost is refused, two who write at once lose nothing.
MEMORIA=1
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"

uffici_di_prova >/dev/null || exit 1
CS=$(aperta)
D=$S/cartelle/2026/0000001
R=$D/relazioni/0001.xml

bozza() {	# bozza FILE [OPTION...]
	bozza_f=$1
	shift
	rm -f "$bozza_f"
	come as1 bozza --cartella "$CS" --tipo relazione --in "$bozza_f" "$@"
}

muta() {	# muta FROM TO PERL...: another draft, its content changed
	muta_a=$2
	cp "$1" "$muta_a" && mkdir -p .muta && unzip -qo "$1" content.xml -d .muta
	shift 2
	for muta_e; do
		perl -i -pe "$muta_e" .muta/content.xml || return 1
	done
	(cd .muta && zip -qX "../$muta_a" content.xml)
}

rimanda() {	# rimanda FILE [OPTION...]
	come as1 redigi "$@"
}

sezione() {	# other words in a section
	echo "s|(text:name=\"relazione\\.$1\">).*?(</text:section>)|\$1<text:p>$2</text:p>\$2|"
}

# ---- a new one, written in Writer ----

run bozza nuova.odt --modello relazione-esito
is_exit 0 'una bozza da scrivere'
unzip -p nuova.odt content.xml >contenuto
run cat contenuto
like out 'Bianchi Luca' 'con i dati del caso'
like out 'text:section text:name="relazione.fatti-accertati"' 'una sezione per ogni testo'
like out '«relazione.metodo»' 'anche per quelli che possono mancare'
muta nuova.odt scritta.odt \
    "$(sezione fatti-accertati 'È così: l’abbiamo «visto» &amp; letto, € 12.')" \
    "$(sezione dichiarazioni 'La madre dice di no.')" \
    "$(sezione valutazioni 'Serve.')" "$(sezione proposta 'Un educatore.')"

# ---- one with all that prose has ----

run come as1 redigi --cartella "$CS" --tipo attivita \
    --oggetto 'relazione su M. R.' --dal 2026-01-01 \
    --fatti-accertati '# I colloqui

Due, *molto _lunghi_*, in tutto.

- uno a casa
- uno a _scuola_

1. prima
2. poi' --dichiarazioni 'Nessuna *di* _loro_.

| *chi* | che cosa |
| madre | «sì» |
|  | niente |

fine' --valutazioni 'Città, perché, l'\''€.'
is_out "$CS relazioni/0001.xml" 'una relazione con titoli, elenchi, una tabella'
cp "$R" prima.xml
run come as1 mostra "$CS" --documento relazioni/0001.xml
like out '# I colloqui' 'si legge: il titolo'
like out '2\. poi' 'il numero'
like out 'Nessuna di loro\.' 'le parole staccate'
like out 'madre \| «sì»' 'la tabella'
run bozza tutta.odt --documento relazioni/0001.xml
is_exit 0 'la bozza di una che c'\''è'

# ---- through Writer itself ----

mkdir -p writer .profilo/user
sed 's/@VERSIONE@/7.4/' "$RADICE/templates/libreoffice/registrymodifications.xcu" \
    >.profilo/user/registrymodifications.xcu
timeout 120 soffice "-env:UserInstallation=file://$T/.profilo" --headless \
    --convert-to odt --outdir writer scritta.odt tutta.odt >.soffice 2>&1
has_file writer/tutta.odt 'Writer le apre e le salva'
run rimanda writer/tutta.odt
is_out "$CS relazioni/0001.xml" 'torna indietro, al suo posto'
silent err 'senza che niente sia tralasciato'
same_bytes "$R" prima.xml 'ed è la stessa, byte per byte'
run rimanda writer/scritta.odt --oggetto 'relazione su M. R.'
is_out "$CS relazioni/0002.xml" 'la nuova torna con le parole scritte'
run cat "$D/relazioni/0002.xml"
like out '<tipo>con-esito</tipo>' 'del tipo del modello'
like out '<p>È così: l’abbiamo «visto» &amp; letto, € 12\.</p>' 'che sono quelle'
unlike out '<metodo>' 'un testo lasciato com'\''era non c'\''è'

# ---- dropped, and told ----

ROSSO='<style:style style:name="T9" style:family="text">
    <style:text-properties fo:color="#ff0000"/></style:style>'
COMMENTO='<office:annotation><text:p>no</text:p></office:annotation>'
in_fondo() {	# in_fondo SECTION WORDS: at the end of the text
	echo "s|</office:text>|<text:section text:name=\"$1\">" \
	    "<text:p>$2</text:p></text:section>\$&|"
}
muta tutta.odt colori.odt \
    "s|<office:automatic-styles>|\$&$ROSSO|" \
    "s|(Due, )|<text:span text:style-name=\"T9\">\$1</text:span>$COMMENTO|" \
    "$(in_fondo Appunti miei)"
run rimanda colori.odt
is_exit 0 'ciò che una relazione non ha si tralascia'
like err '^tralasciato: 1 colore nella sezione «Fatti accertati»$' 'e si dice: i colori'
like err '^tralasciato: 1 commento a margine nella sezione «Fatti accertati»$' 'i commenti'
like err '«Appunti» non è un testo di questo documento' 'una sezione che non è sua'
same_bytes "$R" prima.xml 'le parole restano'

# ---- refused ----

muta tutta.odt senza.odt \
    's|text:name="relazione.fatti-accertati"|text:name="Sezione1"|'
run rimanda senza.odt
is_exit 2 'senza una sezione: no'
like err 'manca la sezione «Fatti accertati» \(relazione\.fatti-accertati\): rimettila' \
    'e dice quale, e che fare'
run rimanda senza.odt --fatti-accertati 'Due colloqui.'
is_exit 0 'se il testo si scrive lì accanto sì'
muta tutta.odt vuota.odt 's|Città, perché, l.€\.||'
run rimanda vuota.odt
is_exit 1 'una sezione obbligatoria vuota: no'
like err '/redigi/valutazioni: .*\[manca-valutazioni\]' 'e dice quale'
muta tutta.odt doppia.odt "$(in_fondo relazione.valutazioni2 Altro.)"
run rimanda doppia.odt
is_exit 2 'due volte la stessa, con altre parole: no'
like err '«relazione\.valutazioni» compare due volte' 'e lo dice'
run rimanda tutta.odt --cartella CS-2026-0000099
is_exit 2 'di un'\''altra cartella: no'
like err 'è della cartella CS-2026-0000001, e scrivi --cartella' 'e lo dice'
run rimanda nuova.odt --relazione relazioni/0001.xml
is_exit 2 'una nuova non si scrive su un'\''altra'
run come as1 verbale tutta.odt
is_exit 2 'né con un altro atto'
like err 'si manda con cartella redigi' 'e dice quale'
run rimanda tutta.odt nuova.odt
is_exit 2 'una alla volta'
echo testo >finta.odt
run rimanda finta.odt
is_exit 2 'ciò che non è di Writer: no'
like err 'non è un documento di Writer' 'e lo dice'
ln -s tutta.odt link.odt
run rimanda link.odt
is_exit 2 'né un collegamento'

# ---- two who write at once ----

run bozza base.odt --documento relazioni/0001.xml
muta base.odt uno.odt "$(sezione fatti-accertati 'Tre colloqui.')"
muta base.odt due.odt "$(sezione valutazioni 'Serve un sostegno.')"
muta base.odt tre.odt "$(sezione fatti-accertati 'Quattro colloqui.')"
run rimanda uno.odt
is_exit 0 'il primo cambia i fatti'
run rimanda due.odt
is_exit 0 'il secondo, dalla stessa versione, le valutazioni'
run cat "$R"
like out 'Tre colloqui' 'restano gli uni'
like out 'Serve un sostegno' 'e le altre'
run rimanda tre.odt
is_exit 1 'il terzo cambia ciò che ha cambiato il primo: no'
like err '/redigi/fatti-accertati: «fatti accertati» è stato cambiato da altri' 'e dice dove'
like err 'ora dice: Tre colloqui' 'il testo che c'\''è'
like err 'tu scrivi: Quattro colloqui' 'e il suo'

# ---- who, and what ----

run come prot1 bozza --cartella "$CS" --tipo relazione
is_exit 3 'il protocollo non scrive relazioni'
same_absent "$CS" CS-2026-0000099 come as2 bozza --tipo relazione --cartella
run bozza x.odt --documento relazioni/0009.xml
is_exit 1 'di una che non c'\''è: no'
run bozza x.odt --documento cartella.xml
is_exit 1 'di un altro tipo di documento: no'
run bozza x.odt --modello convocazione
is_exit 1 'con un modello di altra carta: no'
like err 'relazione-esito' 'e dice quali ci sono'
no_file x.odt 'e non resta niente'
con_chiave as1 >"$OUT"
come as1 firma --resa nessuna --cartella "$CS" --documento relazioni/0001.xml >"$OUT"
run bozza x.odt --documento relazioni/0001.xml
is_exit 1 'una firmata non si riscrive'

# ---- other documents, with what is no text in them ----

come as1 progetto --cartella "$CS" --tipo individualizzato \
    --oggetto 'sostegno educativo' --motivazioni 'Perché sì.' \
    --obiettivo-breve.testo 'frequenta ogni giorno' \
    --obiettivo-breve.entro 2027-01-31 --obiettivo-breve.testo 'dorme' \
    --azione.testo educatore --azione.chi cooperativa \
    --dal 2026-12-01 --verifica-ogni trimestrale >"$OUT"
come as1 verbale --cartella "$CS" --tipo equipe --stato svolta \
    --data 2026-11-18 --partecipante.nome 'Neri Paola' \
    --partecipante.ruolo psicologa --partecipante.servizio npi \
    --partecipante.nome 'Verdi Ugo' --partecipante.ruolo maestro \
    --partecipante.servizio scuola --decisioni 'Si propone il sostegno.' \
    --scadenza.testo 'sentire la scuola' --scadenza.chi as1 \
    --scadenza.entro 2026-12-18 >"$OUT"
for tipo in progetto verbale; do
	case $tipo in
	progetto) dove=progetti/0001.xml ;;
	verbale) dove=verbali/0001.xml ;;
	esac
	cp "$D/$dove" prima.xml
	run come as1 bozza --cartella "$CS" --tipo $tipo --documento $dove \
	    --in $tipo.odt
	is_exit 0 "la bozza di un $tipo"
	run come as1 $tipo $tipo.odt
	is_out "$CS $dove" 'torna'
	same_bytes "$D/$dove" prima.xml 'con tutto ciò che aveva'
done

# ---- what is kept and not sent yet, to be looked at ----

ID=$(come as1 redigi --cartella "$CS" --tipo attivita --oggetto Prova \
    --fatti-accertati 'Parole di *adesso*.' --bozza | sed 's/.* //')
guarda() {	# guarda USER [OPT...]
	guarda_chi=$1
	shift
	run come "$guarda_chi" bozza --cartella "$CS" --da "$ID" "$@"
}
guarda as1 --tipo relazione
is_exit 1 'di ciò che è tenuto da parte non si fa un ODT'
like err '\[solo-da-guardare\]' 'e lo dice'
guarda as1 --tipo verbale --pdf si
is_exit 1 'né un altro documento'
bozza_cs=$CS
CS=$(aperta)
guarda as1 --tipo relazione --pdf si
is_exit 1 'né come se fosse di un altro caso'
like err "non hai una bozza $ID di un documento «relazione» in $CS" 'e dice che lì non c'\''è'
silent out 'e non esce niente'
CS=$bozza_cs
guarda coord --tipo relazione --pdf si
ok 'né di un altro' [ "$CODE" -ne 0 ]
ID=$(come as1 verbale --cartella "$CS" --tipo equipe --stato svolta \
    --data 2026-11-18 --partecipante.nome 'Neri Paola' \
    --partecipante.ruolo psicologa --decisioni 'Parole di *adesso*.' \
    --bozza | sed 's/.* //')
guarda as1 --tipo verbale --pdf si --in vista.pdf
is_exit 0 'il PDF'
pdftotext vista.pdf vista.txt
ok 'con le sue parole' grep -q 'Parole di adesso' vista.txt
ok 'e il giorno che ha scritto, non quello di oggi' \
    grep -q '18 novembre 2026' vista.txt
ok 'e dice che non è firmato' grep -q 'BOZZA NON FIRMATA' vista.txt

run come coord chi-ha-letto "$CS"
like out 'bozza' 'chi prende una bozza ha letto'

is_integro 'dopo le bozze'
plan
