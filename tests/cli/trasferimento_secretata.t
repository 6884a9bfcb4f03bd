# SPDX-License-Identifier: EUPL-1.2
# A case that is sealed goes to another body: it is sealed there from the instant
# it is theirs, found by whoever follows it and by nobody else; the seal cannot
# stay behind; and when it comes back it has its readers of before.
. tests/cli/lib.sh
. "$RADICE/tests/cli/uffici.sh"
. "$RADICE/tests/cli/caso.sh"
. "$RADICE/tests/cli/due_enti.sh"

due_enti || exit 1
da_a
CS=$(aperta) || exit 1
come as1 redigi --cartella "$CS" --oggetto Prova --testo 'Via Nascosta 5' >"$OUT" 2>&1

# ---- what was sealed, and no longer is ----

come as1 secreta "$CS" altro --lettore coord >"$OUT" || exit 1
come as1 dissecreta "$CS" 'Non serviva.' >"$OUT"
run tr_offri "$CS"
is_exit 0 'ciò che non è più secretato si offre come il resto'
come coord ritira-trasferimento "$CS" non-occorre >"$OUT" 2>&1

# ---- the offer ----

come as1 secreta "$CS" indirizzo-protetto --provvedimento 'decreto 9/2026' \
    --nota 'Il padre non lo sappia.' --lettore coord >"$OUT" || exit 1
run tr_offri "$CS"
like err 'avviso.*è secretata.*\[secretata\]' 'chi la offre lo sa, e lo conferma'
for tipo in secretazione blocco; do
	for come_va in resta oscura; do
		run tr_offri "$CS" --conferma secretata --$come_va $tipo
		like err "$tipo.*\\[necessario\\]" "--$come_va $tipo: va con la cartella"
	done
done
N=$(tr_offri "$CS" --conferma secretata) && tr_consegna "$N" "$T/offerta" || exit 1
run qui_b tr_arriva "$T/offerta"
is_exit 0 'arriva'
like err 'secretata, e lo sarà anche qui' 'e chi la riceve lo sa prima di accettarla'
qui_b tr_accetta "$N" >"$OUT" && qui_b tr_consegna "$N" "$T/risposta" &&
    tr_arriva "$T/risposta" >"$OUT" && tr_rilascia "$CS" >"$OUT" &&
    tr_consegna "$N" "$T/rilascio" || exit 1

# ---- there ----

da_b
run tr_arriva "$T/rilascio" --ufficio soc --assistente as1
like err 'la trova solo as1.*\[secretata\]' 'chi la prende conferma che non la vedrà'
qui_a due_utente as2 soc assistente-sociale >"$OUT"
due_utente as2 soc assistente-sociale >"$OUT"
due_utente arch prot archivista >"$OUT"
run tr_arriva "$T/rilascio" --ufficio soc --assistente as1 --conferma secretata
is_exit 0 'la prende'
LA=CS-2026-0000001
for quando in 'appena venuta' 'ricostruito il registro'; do
	run come as1 mostra "$LA"
	is_exit 0 "$quando: la vede chi la segue"
	for chi in coord as2 resp arch prot1; do
		same_absent "$LA" CS-2026-0000099 come "$chi" mostra
	done
	run come coord cartelle --stato tutte
	unlike out "$LA|Bianchi" "$quando: nessun elenco la dice a chi l'\''ha ricevuta"
	run come coord cerca Nascosta
	unlike out "$LA|Nascosta" "$quando: né la ricerca"
	run cartella ricostruisci
	is_exit 0 "$quando: il registro si ricostruisce"
done
run come as1 mostra "$LA" --documento legami/secretazioni/00/0001.xml
like out 'indirizzo.protetto' 'il motivo è il loro'
like out 'decreto 9/2026' 'il provvedimento anche'
like out 'venuta secretata da c_x000' 'e si sa di chi era'
like out 'as1|coord' 'chi la prende ne è l'\''autore'
is_integro 'chi l'\''ha presa'
run come as1 secreta "$LA" indirizzo-protetto --lettore coord
is_exit 0 'chi la segue nomina altri lettori'
run come coord mostra "$LA"
is_exit 0 'e il lettore la vede'

# ---- and back: sealed as it was ----

N=$(tr_offri "$LA" --conferma secretata) && tr_consegna "$N" "$T/offerta" &&
    qui_a tr_arriva "$T/offerta" >"$OUT" && qui_a tr_accetta "$N" >"$OUT" &&
    qui_a tr_consegna "$N" "$T/risposta" && tr_arriva "$T/risposta" >"$OUT" &&
    tr_rilascia "$LA" >"$OUT" && tr_consegna "$N" "$T/rilascio" || exit 1
da_a
run tr_arriva "$T/rilascio" --ufficio soc --assistente as1 --conferma secretata
is_exit 0 'torna'
run come coord mostra "$CS"
is_exit 0 'con i lettori che aveva'
same_absent "$CS" CS-2026-0000099 come as2 mostra
no_file "$S/cartelle/2026/0000001/legami/secretazioni/00/0003.xml" \
    'alla nostra secretazione non se ne aggiunge un'\''altra'
is_integro 'chi l'\''ha ripresa'
plan
