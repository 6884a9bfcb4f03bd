# SPDX-License-Identifier: EUPL-1.2
# lint.awk - the rules that look at lines; run by lint.sh with -v stanze=FILE
# and LC_ALL=C.  One rule is one call of bad(line, rule, text).

BEGIN {
	while ((getline row < stanze) > 0) {
		if (row ~ /^#/ || row == "")
			continue
		n = split(row, f, " ")
		sub(/:$/, "", f[2])
		if (f[1] == "sistema")
			system_header[f[2]] = 1
		else if (f[1] == "stanza")
			room_known[f[2]] = 1
		for (i = 3; i <= n; i++)
			may[f[1], f[2], f[i]] = 1
		if (f[1] == "stanza")
			may[f[1], f[2], f[2]] = 1
		if (f[1] == "libreria")
			library[f[2]] = 1
		if (f[1] == "nostro")
			kept[f[2]] = 1
	}
}

# What is looked for in the code and in the strings of C.
BEGIN {
	forbidden = "strcpy|strcat|sprintf|vsprintf|atoi|atol|atoll|atof|" \
	    "strtok|gets|tmpnam|mktemp|alloca"
	shell = "system|popen"
	printing = "v?f?printf|v?dprintf|puts|putchar|putchar_unlocked|" \
	    "perror|psignal|v?warnx?|v?errx?"
	std_stream = "(^|[^A-Za-z0-9_])(stdout|stderr)([^A-Za-z0-9_]|$)"
	std_write = "(write|writev|file_write_fd)[ \t]*\\([ \t]*" \
	    "([12]|STD(OUT|ERR)_FILENO)[ \t]*,"
	sql = "^[ \t(]*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|" \
	    "ATTACH|BEGIN|COMMIT|ROLLBACK|SAVEPOINT)([ \t\\\\;]|$)"
	char_rest = "^([^'\\\\]|\\\\.)*'"
	string_rest = "^([^\"\\\\]|\\\\.)*\""
	markup = "</[A-Za-z]|<[A-Za-z][A-Za-z0-9:-]*( [^>]*=[^>]*)?/>|" \
	    "<html|<!DOCTYPE|<[?]xml"
}

function bad(line, rule, text) {
	printf "%s:%d: %s: %s\n", FILENAME, line, rule, text
}

# ---- each file: what it is, what it must have ----

function file_end() {
	if (file == "")
		return
	if (has_spdx == 0 && kind != "prose")
		printf "%s:1: spdx: not in its first lines\n", file
	if (kind == "c" && lines > 800)
		printf "%s:%d: file-length: %d lines; 800 at most\n", file, lines, lines
	if (guard != "" && has_guard == 0)
		printf "%s:1: guard: no #ifndef %s\n", file, guard
}

FNR == 1 {
	file_end()
	file = FILENAME
	has_spdx = has_guard = in_comment = body = 0
	room = guard = name = ""
	kind = file ~ /\.[ch]$/ ? "c" : \
	    file ~ /\.md$/ ? "prose" : file ~ /^(schema|xslt|templates)\// ? "schema" : "other"
	ours = kind == "c" && file ~ /^src\/[^\/]*\//
	if (ours) {
		split(file, step, "/")
		room = step[2]
		if (!(room in room_known))
			bad(1, "rooms", "unknown room " room)
		if (file ~ /\.h$/) {
			guard = toupper(substr(file, 5))
			gsub(/[^A-Z0-9]/, "_", guard)
		}
	}
}

END {
	file_end()
}

FNR <= 4 && /SPDX-License-Identifier: EUPL-1\.2/ { has_spdx = 1 }
{ lines = FNR }
guard != "" && $1 == "#ifndef" && $2 == guard { has_guard = 1 }

# ---- any text ----

/[ \t\r]$/ { bad(FNR, "blanks", "white space at the end of the line") }

# A tab goes to the next multiple of 8; a character is one column.  Prose is
# free, also that of labels, help and refusals in schema, xslt and templates/.
function columns(s,   i, n, piece) {
	gsub(/[\200-\277]/, "", s)
	n = 0
	while ((i = index(s, "\t")) > 0) {
		n += i - 1
		n += 8 - n % 8
		s = substr(s, i + 1)
	}
	return n + length(s)
}
kind !~ /prose|schema/ && (length($0) > 100 || /\t/) && columns($0) > 100 {
	bad(FNR, "columns", columns($0) " columns; 100 at most")
}

/\/wor[k]([^a-z]|$)/ { bad(FNR, "path", "a path of one machine") }
/(TOD[O]|FIXM[E])/ && !/(TOD[O]|FIXM[E])[^A-Za-z0-9]*#[0-9]/ {
	bad(FNR, "todo", "no issue number")
}

kind != "c" { next }

# ---- C ----

# What an analyser is told to pass over: which check, and why.
FNR == 1 { above = "" }
/NOLINT|cppcheck-suppres[s]/ {
	if (/NOLINT/ && !/NOLINT[A-Z]*\([a-z][^)*]*\)/)
		bad(FNR, "nolint", "it names no check")
	if (above !~ /\*\/$/ && !/\)[ :]+[^ *]/)
		bad(FNR, "nolint", "no reason on the line or just above")
}
{ above = $0 }

# Leaves in `code` the line without comments and with empty literals, and in
# literal[1..literals] the contents of its strings.
function strip(s,   t, inside) {
	code = ""
	literals = 0
	while (s != "") {
		if (in_comment) {
			if (!index(s, "*/"))
				return
			s = substr(s, index(s, "*/") + 2)
			in_comment = 0
			code = code " "
			continue
		}
		if (!match(s, /\/\*|\/\/|"|'/)) {
			code = code s
			return
		}
		code = code substr(s, 1, RSTART - 1)
		t = substr(s, RSTART, RLENGTH)
		s = substr(s, RSTART + RLENGTH)
		if (t == "//")
			return
		if (t == "/*") {
			in_comment = 1
			continue
		}
		if (!match(s, t == "'" ? char_rest : string_rest))
			RLENGTH = length(s) + 1
		inside = substr(s, 1, RLENGTH - 1)
		s = substr(s, RLENGTH + 1)
		code = code t t
		if (t == "\"")
			literal[++literals] = inside
	}
}

# Does the code call any of these functions?
function calls(names) {
	return code ~ "(^|[^A-Za-z0-9_])(" names ")[ \t]*\\("
}

function include_ours(header,   step) {
	if (header !~ /\//) {
		bad(FNR, "rooms", "write the room: \"" room "/" header "\"")
		return
	}
	split(header, step, "/")
	if (!(("stanza", room, step[1]) in may) ||
	    (header in kept && !(("nostro", header, room) in may)))
		bad(FNR, "rooms", room "/ may not include " header)
}

function include_foreign(header,   dir) {
	dir = header
	sub(/\/.*/, "/", dir)
	if (header in library || dir in library) {
		if (!(header in library))
			header = dir
		if (!(("libreria", header, room) in may))
			bad(FNR, "foreign", room "/ may not include <" header ">")
	} else if (!(header in system_header) && !(dir in system_header)) {
		bad(FNR, "foreign", "<" header "> is not in tests/tools/stanze.txt")
	}
}

ours && !in_comment && /^[ \t]*#[ \t]*include/ {
	header = $0
	sub(/^[^"<]*["<]/, "", header)
	sub(/[">].*/, "", header)
	if ($0 ~ /include[ \t]*"/)
		include_ours(header)
	else
		include_foreign(header)
	strip($0)
	next
}

{ strip($0) }

# K&R in kernel form: the name in column 0, the body between two braces there.
/^[a-z_][A-Za-z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name) }
/^\{/ { body = FNR }
/^}/ && body {
	if (FNR - body - 1 > 100)
		bad(body, "function-length",
		    name " has " FNR - body - 1 " lines; 100 at most")
	body = 0
}

calls(forbidden) { bad(FNR, "forbidden", "a function of the forbidden list") }
code ~ /(^|[^A-Za-z0-9_])typedef[ \t]+(struct|union|enum)([^A-Za-z0-9_]|$)/ {
	bad(FNR, "typedef", "struct x, no typedef but of function types")
}

!ours { next }

calls(shell) { bad(FNR, "forbidden", "no shell: base/process.h") }

room !~ /^(cli|web)$/ && (calls(printing) || code ~ std_stream) {
	bad(FNR, "prints", "rooms below cli/ and web/ never print")
}
room !~ /^(cli|web|worker)$/ && file != "src/colloquio/cronaca.c" &&
    code ~ std_write {
	bad(FNR, "prints", "only a worker answers on its standard output")
}

{
	for (i = 1; i <= literals; i++) {
		if (room !~ /^(registro|accesso|db)$/ && literal[i] ~ sql)
			bad(FNR, "sql", "SQL belongs to registro/, accesso/ and db/")
		if (room != "xml" && literal[i] ~ markup)
			bad(FNR, "markup", "C prints no markup: that is for xslt/")
	}
}
