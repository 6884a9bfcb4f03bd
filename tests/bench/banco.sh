# SPDX-License-Identifier: EUPL-1.2
# banco.sh - what the bench scripts share: clocks, medians, a small body with its
# people, and the figures that pagina.awk draws.
#
# A figure is a line of $BENCH_CIFRE (absent: figures are only printed), columns
# by tab:
#   banco gruppo nome taglia valore unita verso pari valore-pari obiettivo
# taglia: on how many (0: size is not the question); verso: + more is better, -
# less is; pari: what it stands beside, - for nothing; obiettivo: ">=4", "<=1.2",
# a bound on valore over valore-pari, or on valore where there is no pari; - for
# none.

export LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
BANCO=$(basename "$0" .sh)

now() { date +%s%N; }
since() { awk -v t=$(($(now) - $1)) 'BEGIN { printf "%.2f", t / 1e9 }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
rate() { awk -v n="$1" -v s="$2" 'BEGIN { printf "%.1f", n / (s > 0 ? s : 0.01) }'; }

cifra() {	# cifra GRUPPO NOME TAGLIA VALORE UNITA VERSO [PARI VALORE [OBIETTIVO]]
	[ -n "${BENCH_CIFRE:-}" ] || return 0
	printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$BANCO" "$1" "$2" \
	    "$3" "$4" "$5" "$6" "${7:--}" "${8:--}" "${9:--}" >>"$BENCH_CIFRE"
}

# The p99 and, in a group of its own, the p50 of each kind of question in lines of
# misurare.h (stdin, handed on to stdout), of processor: what others of the
# machine do does not lengthen it.  GRUPPO says p99; OBIETTIVO is of that alone.
# UTENTE: only of who asks so, and its name is left out.
cifre_p99_p50() {	# cifre_p99_p50 GRUPPO TAGLIA [OBIETTIVO [UTENTE]]
	awk -v banco="$BANCO" -v g="$1" -v n="$2" -v o="${3:--}" -v u="${4:-}" \
	    -v f="${BENCH_CIFRE:-/dev/null}" '{ print }
	/ p50 .*processore p50 / && !/ processo / {
		nome = substr($0, 1, index($0, " p50 ") - 1)
		gsub(/ +(runner)? *$/, "", nome)
		gsub(/^ +/, "", nome)
		gsub(/  +/, ", ", nome)
		if (u != "" && !sub(", " u "$", "", nome))
			next
		v = $0
		sub(/.*processore p50 +/, "", v)
		split(v, p, / +p99 +| +/)
		printf "%s\t%s\t%s\t%s\t%s\tms\t-\t-\t-\t%s\n", banco, g,
		    nome, n, p[2], o >>f
		g50 = g
		sub(/p99/, "p50", g50)
		printf "%s\t%s\t%s\t%s\t%s\tms\t-\t-\t-\t-\n", banco, g50,
		    nome, n, p[1] >>f
		fflush(f)
	}'
}

# A body with two offices, a registrar, a coordinatore, an assistente sociale;
# CARTELLA_STORE says where.
ente_di_banco() {
	{
		"$CARTELLA" init --denominazione "Comune di prova" \
		    --codice-ipa c_x --codice-aoo AOO --dimostrativo si \
		    --ufficio.codice prot --ufficio.denominazione Protocollo \
		    --ufficio.codice soc \
		    --ufficio.denominazione "Servizio sociale" \
		    --responsabile.codice resp --responsabile.cognome Bianchi \
		    --responsabile.nome Anna
		nomina prot1 Verdi Luca protocollo prot
		nomina coord Ferri Lucia coordinatore soc
		nomina as1 Conti Marta assistente-sociale soc
	} >/dev/null
}
nomina() {	# nomina CODICE COGNOME NOME RUOLO UFFICIO
	"$CARTELLA" --come resp nomina --codice "$1" --cognome "$2" \
	    --nome "$3" --ruolo "$4" --ufficio "$5"
}
