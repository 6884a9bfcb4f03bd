# SPDX-License-Identifier: EUPL-1.2
# copertura.awk - of the lines of C that no test ran, in the rooms that must be
# run: how many, and why each is not.
#
#   awk -f copertura.awk -v radice=DIR -v soglia=95 \
#       -v stanze="atti registro archivio firme documenti" \
#       tests/copertura.tsv copertura.info
#
# A line may be left for a reason of its shape, the same everywhere (see why), if
# the condition that leads to it was looked at, or for one written down in
# tests/copertura.tsv: file, tab, the line without blanks before and behind (one
# that a file has more than once: its function and ": " before it), tab, the
# reason.  What follows a line that is not run has its reason.  Prints every line
# left, with its reason, and a table of rooms; exits 1 when a room is below
# `soglia`, when a line has no reason, or when a reason is written for a line that
# tests do run.  (One that begins "by chance: " is of a line that two processes
# come to when they meet: some runs of the tests run it.)
BEGIN {
	FS = "\t"
	n = split(stanze, s, " ")
	for (i = 1; i <= n; i++)
		wanted[s[i]] = 1
}

# ---- reasons that were written down ----

FNR == NR {
	if ($0 !~ /^(#|$)/) {
		reason[$1, $2] = $3
		written[$1 SUBSEP $2] = FNR
	}
	next
}

# ---- what was run ----

/^SF:/ {
	file = substr($0, 4)
	sub(/^.*\/src\//, "src/", file)
	split(file, step, "/")
	room = step[2]
	next
}
/^DA:/ && room in wanted {
	split(substr($0, 4), d, ",")
	line = d[1] + 0
	if (!((file, line) in hits))
		order[++lines] = file SUBSEP line
	hits[file, line] += d[2]
}

function source(file,    k, l, f) {
	if (file == loaded)
		return
	for (k = 1; k <= loaded_n; k++)
		delete text[k]
	for (k = 1; (getline l < (radice "/" file)) > 0; k++) {
		if (l ~ /^[a-z_][a-z_0-9]*\(/)
			f = substr(l, 1, index(l, "(") - 1)
		inside[k] = f
		gsub(/^[ \t]+|[ \t]+$/, "", l)
		text[k] = l
	}
	close(radice "/" file)
	loaded = file
	loaded_n = k - 1
}

# What a line is not run for, by its shape; "" if that does not tell.
function why(k,    t, c) {
	t = text[k]
	if (t ~ /^(break|continue);$/ || t ~ /^[{}]$/)
		return why_above(k)
	# nobody came as far as the condition: that is why
	if ((c = condition(k)) && !looked_at(c, k))
		return ""
	if (t ~ /^abort\(\);$/)
		return "memory is short: the process ends"
	if (t ~ /^return (r|e|err|ERR_FAULT);$/ && is_error(k))
		return "an error from below is handed on"
	if (t ~ /^return err_(sys|git|gpg)\(/ || t ~ /^return err_ssl\(ERR_FAULT/)
		return "a fault of the disk, the kernel or a library"
	# beneath, a store that is not as it should be is looked for or written down
	if (t ~ /err_set\(ERR_FAULT/ && loaded ~ /^src\/atti\//)
		return "a store that is not as it should be, or a library that fails"
	return ""
}
# Where the condition begins that leads to this line alone; 0 for none.
function condition(k,    l) {
	for (l = k - 1; l > 0 && k - l < 12; l--) {
		if (text[l] ~ /^(\} )?(else )?if \(/)
			return l
		if (text[l] ~ /[;}]$/)
			return 0
	}
	return 0
}
# Was one of the lines from FROM to before K run?  One without code does not tell.
function looked_at(from, k,    l, told) {
	for (l = from; l < k; l++)
		if ((loaded, l) in hits) {
			if (hits[loaded, l] > 0)
				return 1
			told = 1
		}
	return !told
}
# Is the condition that leads here one of an error?
function is_error(k,    c, l) {
	if (!(l = condition(k)))
		return 0
	for (; l < k; l++)
		c = c text[l]
	return c ~ /(!=|<|<=|>) 0/
}
function why_above(k) {
	if (k > 1 && (loaded, k - 1) in hits && !hits[loaded, k - 1])
		return reason_of(k - 1)
	return ""
}
# The reason of a line; one that goes on from the line above has that one's.
function written_for(t) {
	if (!((loaded, t) in reason))
		return ""
	used[loaded SUBSEP t] = 1
	return reason[loaded, t]
}
# Has a file such a line, as a row of the table names it?
function there(file, t,    k) {
	source(file)
	for (k = 1; k <= loaded_n; k++)
		if (text[k] == t || (inside[k] ": " text[k]) == t)
			return 1
	return 0
}
function reason_of(k,    w) {
	if ((w = written_for(inside[k] ": " text[k])) != "" ||
	    (w = written_for(text[k])) != "")
		return w
	if ((w = why(k)) != "")
		return w
	if (k > 1 && text[k - 1] !~ /[;{}]$/)
		return reason_of(k - 1)
	return why_above(k)
}

END {
	for (i = 1; i <= lines; i++) {
		split(order[i], at, SUBSEP)
		split(at[1], step, "/")
		all[step[2]]++
		if (hits[at[1], at[2] + 0] > 0) {
			run[step[2]]++
			continue
		}
		source(at[1])
		w = reason_of(at[2] + 0)
		printf "%s:%d: %s: %s\n", at[1], at[2],
		    w == "" ? "NO REASON" : w, text[at[2] + 0]
		if (w == "") {
			bad[step[2]]++
			failed = 1
		} else
			explained[step[2]]++
	}
	for (k in written)
		if (!(k in used)) {
			split(k, at, SUBSEP)
			if (reason[k] ~ /^by chance: / && there(at[1], at[2]))
				continue
			printf "tests/copertura.tsv:%d: is run, or is not there: %s: %s\n",
			    written[k], at[1], at[2]
			failed = 1
		}
	printf "%-12s %8s %8s %8s %10s %10s\n", "room", "lines", "run", "share",
	    "explained", "not"
	for (i = 1; i <= n; i++) {
		share = 100 * run[s[i]] / (all[s[i]] ? all[s[i]] : 1)
		printf "%-12s %8d %8d %7.1f%% %10d %10d\n", s[i], all[s[i]],
		    run[s[i]], share, explained[s[i]], bad[s[i]]
		if (share < soglia)
			failed = 1
	}
	exit failed
}
