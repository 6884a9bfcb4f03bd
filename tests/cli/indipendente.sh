# SPDX-License-Identifier: EUPL-1.2
# shellcheck shell=sh
#
# indipendente.sh - the store on which two verifiers are compared.  Read after
# lib.sh and ricette.sh:
#
#	. "$RADICE/tests/cli/indipendente.sh"
#	piena >piena.txt 2>&1 || exit 1
#
# Of what formato.md tells there is at least one: all that ricca.sh has, two
# sealed days and a seal of today, a case with signatures of both kinds, an
# adopted type, an expunged document whose attachments were destroyed, reads,
# who may come in.
. "$RADICE/tests/cli/ricca.sh"

# The letter of which the case is born is not the first of the register.
piena_caso() {
	piena_n=$(registra_lettera) || return
	una_lettera() { echo "$piena_n"; }
	ricetta_mostra "$(id_di 20)" && utenti_del_caso && ricetta_smista "$(id_di 21)" &&
	ricetta_prendi_visione "$(id_di 22)" &&
	ricetta_assegna "$(id_di 23)" &&
	come as1 valuta "$(un_accesso)" si 'serve un sostegno' &&
	ricetta_apri "$(id_di 24)" && ricetta_annota "$(id_di 30)"
}

# A relazione signed by key, then a proposta and the letter that approves it;
# another signed by certificate.
piena_firme() {
	ricetta_redigi "$(id_di 25)" && chiave_di as1 &&
	ricetta_firma "$(id_di 26)" && ricetta_proponi "$(id_di 27)" &&
	chiave_di coord && ricetta_approva "$(id_di 28)" &&
	ricetta_redigi "$(id_di 31)" && firme_certificato as1 &&
	come as1 firma --resa nessuna --id "$(id_di 32)" \
	    --cartella "$(una_cartella)" --documento relazioni/0002.xml \
	    --p12 "$T/as1x.p12" --frase-da 3 3<"$T/frase.p12"
}

# Signed with its PDF, then taken out with it.
piena_espunta() {
	ricetta_redigi "$(id_di 33)" &&
	come as1 firma --id "$(id_di 34)" --cartella "$(una_cartella)" \
	    --documento relazioni/0003.xml &&
	cp -a "$S/registro/2026/allegati" "$T/allegati-di-prima" &&
	come resp espungi --id "$(id_di 35)" "$(una_cartella)" relazioni/0003.xml \
	    'determinazione n. 12' 'di un altro caso' --conferma vanno-insieme
}

piena_giorni() {
	ora "$(giorno_da +1)T09:00:00+01:00" && registra_lettera &&
	ricetta_chiudi_giorno "$(id_di 36)" &&
	registra_lettera && ricetta_sigilla "$(id_di 37)" &&
	ricetta_mostra "$(id_di 38)"
}

# What no seal covers yet: two letters, a relazione and its signature.
piena_dopo() {
	registra_lettera && registra_lettera && ricetta_redigi "$(id_di 42)" &&
	come as1 firma --resa nessuna --id "$(id_di 43)" \
	    --cartella "$(una_cartella)" --documento relazioni/0004.xml
}

piena() {
	ricca && piena_caso && piena_firme && piena_espunta &&
	ricetta_adotta_tipo "$(id_di 39)" && ricetta_scrivi "$(id_di 41)" &&
	pronta_adotta_fiducia && ricetta_adotta_fiducia "$(id_di 40)" &&
	piena_giorni && piena_dopo && cartella gettone Prova --utente as1
}

# ---- the two verdicts ----

# Places, each by the folder or the register it is of.
luoghi() {
	sed "s,^$S/,," | sed -E 's,^registro/[0-9]{4}/.*|^registro/[0-9]{4} .*|^allegati.*,allegati,
	    s,^(registro/[0-9]{4}\.git|ente)([/ ].*)?$,\1,
	    s,^((accessi|cartelle|fascicoli)/[0-9]{4}/[0-9]{7})([/ ].*)?$,\1,
	    s,^(registro|letture|giorno|giorni|catena) .*,\1,
	    s,^(giorno|giorni|catena)$,registro,
	    s,^accessi (n\.|schema).*|^accessi$,accesso,; s,^registro/[^0-9].*,registro,' | sort -u
}

di_verifica() {		# $V1 its exit, v1 what it said
	"$CARTELLA" --store "$S" verifica "$@" >v1 2>&1
	V1=$?
	sed -n 's/^DIFETTO: //p' v1 | sed -E 's/: .*//' | luoghi >l1
}

di_indipendente() {	# $V2, v2
	sh "$RADICE/docs/verifica-indipendente.sh" "$@" "$S" >v2 2>&1
	V2=$?
	awk -F '\t' '$1 == "difetto" { print $2 }' v2 | luoghi >l2
}

# ---- by hand, as who has the machine could ----

# dietro FILE TABLE SQL: while the triggers of that table are away.
dietro() {
	dietro_t=$(sqlite3 "$1" "SELECT sql || ';' FROM sqlite_schema
	    WHERE type = 'trigger' AND tbl_name = '$2'")
	{
		echo 'PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; BEGIN;'
		sqlite3 "$1" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema
		    WHERE type = 'trigger' AND tbl_name = '$2'"
		echo "$3; $dietro_t COMMIT;"
	} | sqlite3 -bail "$1"
}

git_dir() {		# of a folder
	case $1 in
	registro/*) echo "$S/$1" ;;
	*) echo "$S/$1/.git" ;;
	esac
}

a_mano() {		# a_mano FOLDER ARG...: git there
	a_mano_d=$(git_dir "$1")
	shift
	git --git-dir "$a_mano_d" -c user.name=x -c user.email=x@x.invalid \
	    -c gc.auto=0 "$@"
}

oggetto() {		# oggetto FOLDER REVISION: the file of that loose object
	oggetto_id=$(a_mano "$1" rev-parse "$2") || return
	echo "$(git_dir "$1")/objects/$(echo "$oggetto_id" | sed 's,..,&/,')"
}

byte_diverso() {	# byte_diverso FILE [OFFSET]: one byte is another
	chmod u+w "$1" &&
	byte_n=${2:-$(($(wc -c <"$1") / 2))} &&
	byte_b=$(od -An -tu1 -j "$byte_n" -N 1 "$1" | tr -d ' ') &&
	# shellcheck disable=SC2059
	printf "\\$(printf %03o $((byte_b ^ 1)))" |
	    dd of="$1" bs=1 seek="$byte_n" conv=notrunc 2>/dev/null
}

# ---- a chain made again, from an act to the last (only registra, redigi, firma)
#
# rifai SEQ: in each folder those commits are made again; `modifica SEQ`, in the
# tree of the folder, may change what it likes first.  Whatever named an impronta
# that is another now names the new one.
rifai() {
	rm -rf "$T/rifatte"
	mkdir -p "$T/rifatte"
	: >"$T/cambi"
	sqlite3 -separator ' ' "$S/registro.sqlite" "SELECT p.seq, p.cartella,
	    p.commit_id, c.giornale FROM posto p JOIN catena c USING (seq)
	    WHERE p.seq >= $1 ORDER BY p.seq" >"$T/da_rifare"
	while read -r rifai_s rifai_c rifai_h rifai_g; do
		rifai_atto
	done <"$T/da_rifare" && rifai_metti
}

rifai_atto() {
	rifai_d=$T/rifatte/$(echo "$rifai_c" | tr / _)
	[ -d "$rifai_d" ] || {
		git clone -q "$(git_dir "$rifai_c")" "$rifai_d" &&
		git -C "$rifai_d" reset -q --hard "$rifai_h~1" &&
		echo "$rifai_c" >"$rifai_d/.git/di"
	} || return
	(
		cd "$rifai_d" || exit 1
		rifai_f=$(git diff-tree -r --name-only --no-commit-id "$rifai_h")
		# shellcheck disable=SC2086
		git checkout -q "$rifai_h" -- $rifai_f && rifai_nuovo &&
		modifica "$rifai_s" &&
		for rifai_x in $rifai_f; do
			rifai_doc "$rifai_x"
		done &&
		rifai_anello "$rifai_g" &&
		git -c core.looseCompression=0 add -A &&
		git show -s --format=%B "$rifai_h" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' |
		    GIT_AUTHOR_NAME=$(git show -s --format=%an "$rifai_h") \
		    GIT_AUTHOR_EMAIL=$(git show -s --format=%ae "$rifai_h") \
		    GIT_AUTHOR_DATE=$(git show -s --format='%ad' --date=raw "$rifai_h") \
		    GIT_COMMITTER_NAME=$(git show -s --format=%cn "$rifai_h") \
		    GIT_COMMITTER_EMAIL=$(git show -s --format=%ce "$rifai_h") \
		    GIT_COMMITTER_DATE=$(git show -s --format='%cd' --date=raw "$rifai_h") \
		    git -c gc.auto=0 -c core.looseCompression=0 commit -q -F -
	)
}

rifai_nuovo() {		# improntas that are others now, in what the act wrote
	for rifai_x in $rifai_f; do
		case $rifai_x in
		*.xml) sed -i -f "$T/cambi" "$rifai_x" ;;
		esac
	done
}

rifai_doc() {		# rifai_doc PATH: its new impronta, in the journal and after
	[ "$1" != "$rifai_g" ] && [ -f "$1" ] || return 0
	rifai_era=$(git show "$rifai_h:$1" | sha256sum | cut -c 1-64)
	rifai_ora=$(sha256sum <"$1" | cut -c 1-64)
	[ "$rifai_era" != "$rifai_ora" ] || return 0
	echo "s/$rifai_era/$rifai_ora/g" >>"$T/cambi"
	sed -i "s/$rifai_era/$rifai_ora/g" "$rifai_g"
}

# The text of formato.md §6, from the journal; its hash takes the place of the old.
rifai_anello() {
	awk -F '"' '
	function a(n,   i) {
		for (i = 1; i < NF; i += 2) if ($i ~ " " n "=$") return $(i + 1)
		return "-"
	}
	/<istanza / { id = a("id") }
	/<anello / {
		printf "cartella 1\nseq %s\nora %s\natto %s\n", a("seq"), a("ora"), a("atto")
		printf "operatore %s\nper %s\n", a("operatore"), a("per")
		printf "istanza %s %s\n", id, a("istanza-impronta")
		fine = "precedente " a("precedente")
	}
	/<cartella>/ { gsub(/ *<\/?cartella>/, ""); print "cartella " $0 }
	/<documento / { print "documento", a("cartella"), a("percorso"), a("segno"), a("impronta") }
	/<allegato / { print "allegato", a("impronta") }
	END { print fine }' "$1" >"$T/anello"
	rifai_era=$(sed -n 's/.*<anello .* impronta="\([0-9a-f]*\)" istanza-.*/\1/p' "$1")
	rifai_ora=$(sha256sum <"$T/anello" | cut -c 1-64)
	[ "$rifai_era" = "$rifai_ora" ] || echo "s/$rifai_era/$rifai_ora/g" >>"$T/cambi"
	sed -i "/<anello /s/ impronta=\"$rifai_era\"/ impronta=\"$rifai_ora\"/" "$1"
}

rifai_metti() {		# the new objects, branches, files in the store
	for rifai_d in "$T"/rifatte/*; do
		rifai_c=$(cat "$rifai_d/.git/di")
		cp -rn "$rifai_d/.git/objects/." "$(git_dir "$rifai_c")/objects/"
		rm -rf "$(git_dir "$rifai_c")/objects/info"
		git -C "$rifai_d" rev-parse HEAD >"$(git_dir "$rifai_c")/refs/heads/main"
		case $rifai_c in
		registro/*) ;;
		*) (cd "$rifai_d" && git archive HEAD | tar -xm -C "$S/$rifai_c") ;;
		esac
	done
	cartella ricostruisci >"$T/ricostruisci" 2>&1 || :
	rm -f "$S/registro.sqlite.precedente"
}
