#!/usr/bin/perl
# SPDX-License-Identifier: EUPL-1.2
#
# altera.pl - alters a store, one thing at a time, and requires `verifica` to
# end with 1 and to name the place.  Everything is put back each time.
#
#	altera.pl colonne STORE [TABLES]  a value of each column of each table
#	                           (TABLES: an expression for their names)
#	altera.pl righe STORE [TABLES]  of each fixed table a value, taken at
#	                           random, a row less and a row more
#	altera.pl schema STORE     each trigger, index and view; columns, tables
#	altera.pl letture STORE    the same of letture.sqlite
#	altera.pl byte STORE [N [K/M [PATHS]]]  bytes of every file: first,
#	                           last, N random ones (3); N = tutti: every
#	                           one; 1/8: one in eight, others each day; of
#	                           every M files only the K-th; only files whose
#	                           path PATHS matches
#	altera.pl mancanti STORE   each file taken away
#	altera.pl estranei STORE   a file more in each directory
#	altera.pl sqlite STORE N   N random bytes of registro.sqlite: verifica
#	                           speaks, or no row changed
#
# The lists of tables and files come from the store itself.  Prints what was
# not found, and how many alterations were tried; exits 1 if any passed.
# $DRIVER/verificatore does the verifying; $SEME seeds the choices, and is
# printed.  Of columns, objects of the schema and directories a quarter, chosen
# at random, is tried; all with ALTERA_TUTTO.
use strict;
use warnings;
$SIG{PIPE} = 'IGNORE';
use Fcntl qw(:seek);
use File::Copy qw(copy);
use File::Find;
use IPC::Open2;

my ($what, $store, $n, $part, $which) = @ARGV;
my ($tried, $missed) = (0, 0);
my $seed = $ENV{SEME} || time;
srand $seed;

# A quarter of a list, one at least.
sub some {
	return @_ if $ENV{ALTERA_TUTTO} || @_ < 2;
	my $one = int rand @_;
	return @_[grep { $_ == $one || rand() < 0.25 } 0 .. $#_];
}

# ---- the program, and SQLite ----

my ($pid, $out, $in);

# One process for many times; a new one when it died.
sub verify {
	$pid //= open2($out, $in, "$ENV{DRIVER}/verificatore");
	print $in "$store\n";
	$in->flush;
	my $said = '';
	while (my $line = <$out>) {
		return ($1, $said) if $line =~ /^== (\d+)$/;
		$said .= $line;
	}
	waitpid $pid, 0;
	$pid = undef;
	return (128 + ($? & 127), "$said(è morto)\n");
}

sub sql {
	my ($db, $text) = @_;
	open(my $p, '|-', 'sqlite3', '-bail', $db) or die;
	print $p $text;
	close $p or die "sqlite3: $text\n";
}

sub rows {
	my ($db, $text) = @_;
	open(my $p, '-|', 'sqlite3', '-separator', "\t", $db, $text) or die;
	chomp(my @r = <$p>);
	close $p or die "sqlite3: $text\n";
	return @r;
}

# One alteration has been made: must be told as something that matches.
sub require_told {
	my ($desc, $place, $exit) = @_;
	my ($code, $said) = verify();
	$tried++;
	return if $code == ($exit // 1) && $said =~ $place;
	$missed++;
	print "non trovata: $desc (esce con $code, si cerca $place)\n";
	print "    $_\n" for split /\n/, substr($said, 0, 600);
}

# ---- rows ----

sub with_copy {
	my ($db, $change) = @_;
	copy($db, "$store.prima") or die;
	$change->();
	unlink "$db-wal", "$db-shm";
	copy("$store.prima", $db) or die;
	unlink "$store.prima";
}

my $dump = "SELECT type || '\t' || name || '\t' || tbl_name FROM " .
    "sqlite_schema WHERE sql IS NOT NULL ORDER BY name";

sub objects {
	my ($db, $kind) = @_;
	return map { $_->[1] } grep { $_->[0] eq $kind }
	    map { [split /\t/] } rows($db, $dump);
}

# Of type table, virtual or shadow (the pages of a full-text index).
sub tables {
	my ($db, $type) = @_;
	return rows($db, "SELECT name FROM pragma_table_list WHERE " .
	    "schema = 'main' AND type = '$type' AND " .
	    "name NOT LIKE 'sqlite_%' ORDER BY name");
}

# What must be done while the triggers of a table are away.
sub behind_triggers {
	my ($db, $table, $text) = @_;
	my @t = rows($db, "SELECT name FROM sqlite_schema WHERE " .
	    "type = 'trigger' AND tbl_name = '$table'");
	my $back = '';
	for my $t (@t) {
		$back .= join("\n", rows($db, "SELECT sql FROM sqlite_schema " .
		    "WHERE name = '$t'")) . ";\n";
	}
	sql($db, "PRAGMA foreign_keys = OFF;\n" .
	    "PRAGMA ignore_check_constraints = ON;\nBEGIN;\n" .
	    join('', map { "DROP TRIGGER $_;\n" } @t) . $text . ";\n$back" .
	    "COMMIT;\n");
}

sub columns_of {
	my ($db, $table) = @_;
	return map { [split /\t/] }
	    rows($db, "SELECT name, type FROM pragma_table_info('$table')");
}

# A value that is another one, of the same type.
sub other {
	my ($col, $type) = @_;
	return "coalesce($col + 1000003, 1)" if $type eq 'INTEGER';
	return "coalesce($col || 'x', 'x')";
}

sub alter_column {
	my ($db, $table, $col, $type, $place) = @_;
	with_copy($db, sub {
		my $key = (columns_of($db, $table))[0][0];
		behind_triggers($db, $table, "UPDATE $table SET $col = " .
		    other($col, $type) . " WHERE ($key, $col) IS (SELECT $key, " .
		    "$col FROM $table ORDER BY 1 DESC LIMIT 1)");
		require_told("$table.$col", $place);
	});
}

# In an empty table: a row that no document made.
sub add_row {
	my ($db, $table, $place) = @_;
	my @v = map { $_->[1] eq 'INTEGER' ? 1 : "'x'" }
	    columns_of($db, $table);
	with_copy($db, sub {
		behind_triggers($db, $table, "INSERT INTO $table VALUES (" .
		    join(', ', @v) . ')');
		require_told("una riga in $table", $place);
	});
}

# A row like another, under another name.
sub copy_row {
	my ($db, $table, $place) = @_;
	my @v = map { other($_->[0], $_->[1]) } columns_of($db, $table);
	with_copy($db, sub {
		behind_triggers($db, $table, "INSERT INTO $table SELECT " .
		    join(', ', @v) . " FROM $table ORDER BY 1 DESC LIMIT 1");
		require_told("una riga in più in $table", $place);
	});
}

sub drop_row {
	my ($db, $table, $place) = @_;
	with_copy($db, sub {
		my $key = (columns_of($db, $table))[0][0];
		behind_triggers($db, $table, "DELETE FROM $table WHERE " .
		    "$key = (SELECT min($key) FROM $table)");
		require_told("righe tolte da $table", $place);
	});
}

sub alter_table {
	my ($db, $table, $place) = @_;
	my ($count) = rows($db, "SELECT count(*) FROM $table");
	return add_row($db, $table, $place) if $count == 0;
	alter_column($db, $table, $_->[0], $_->[1] // '', $place)
	    for some(columns_of($db, $table));
	drop_row($db, $table, $place);
}

sub some_rows {
	my $db = "$store/registro.sqlite";
	my $only = $n // '.*';
	my @fixed = map { /^(.*)_update$/ } objects($db, 'trigger');
	for my $table (grep { /^(?:$only)$/ } @fixed) {
		my $place = qr/^DIFETTO: registro \Q$table\E:/m;
		my @c = columns_of($db, $table);
		alter_column($db, $table, @{$c[rand @c]}, $place);
		drop_row($db, $table, $place);
		copy_row($db, $table, $place);
	}
}

sub all_columns {
	my $db = "$store/registro.sqlite";
	my $only = $n // '.*';
	# of the pages of an index this small only these are read: a byte of
	# the others changes no answer
	for my $table ('ricerca_indice', 'ricerca_indice_data') {
		alter_table($db, $table, qr/^DIFETTO: registro ricerca_indice:/m)
		    if $table =~ /^(?:$only)$/;
	}
	for my $table (tables($db, 'table')) {
		# pending moves: done again or dropped by the next act
		next if $table eq 'mossa' || $table !~ /^(?:$only)$/;
		alter_table($db, $table, $table eq 'testa' ?
		    qr/^DIFETTO: (registro testa|ente|registro\/|accessi|cartelle)/m :
		    qr/^DIFETTO: registro \Q$table\E:/m);
	}
}

# ---- schema ----

sub with_sql {
	my ($db, $text, $place) = @_;
	with_copy($db, sub {
		sql($db, $text);
		require_told($text, $place);
	});
}

sub all_schema {
	my ($db, $place) = @_;
	with_sql($db, "DROP TRIGGER $_", $place) for some(objects($db, 'trigger'));
	with_sql($db, "DROP INDEX $_", $place) for some(objects($db, 'index'));
	with_sql($db, "DROP VIEW $_", $place) for some(objects($db, 'view'));
	for my $t (some(objects($db, 'trigger'))) {
		my ($on) = rows($db, "SELECT tbl_name FROM sqlite_schema " .
		    "WHERE name = '$t'");
		with_sql($db, "DROP TRIGGER $t; CREATE TRIGGER $t BEFORE " .
		    "UPDATE ON $on BEGIN SELECT 1; END", $place);
	}
	with_sql($db, "DROP TABLE $_", $place) for tables($db, 'virtual');
	for my $t (some(tables($db, 'table'))) {
		with_sql($db, "ALTER TABLE $t ADD COLUMN altra TEXT", $place);
		my ($c) = map { $_->[0] } reverse columns_of($db, $t);
		with_sql($db, "ALTER TABLE $t RENAME COLUMN $c TO ${c}_", $place);
		with_sql($db, "CREATE INDEX altro ON $t ($c)", $place);
	}
	with_sql($db, 'CREATE TABLE altra (x)', $place);
}

# ---- the read log ----

sub all_log {
	my $db = "$store/letture.sqlite";
	for my $c (columns_of($db, 'lettura')) {
		alter_column($db, 'lettura', @$c, qr/^DIFETTO: letture/m);
	}
	with_copy($db, sub {
		behind_triggers($db, 'lettura',
		    'DELETE FROM lettura WHERE n = 1');
		require_told('la prima lettura tolta', qr/^DIFETTO: letture/m);
	});
	all_schema($db, qr/^DIFETTO: letture/m);
}

# ---- bytes ----

# How verifica may name the place of a file: its path, or for one of a git
# directory its folder.
sub place_of {
	my ($path) = @_;
	return qr/\Q$store\E/ if $path eq 'formato';
	return qr/^DIFETTO: \Q$1\E\b/m if $path =~ m{^(.*?)/\.git/};
	return qr/^DIFETTO: \Q$1\E\b/m if $path =~ m{^(registro/\d+\.git)/};
	return qr/^DIFETTO: .*\Q$1\E/m if $path =~ m{^registro/.*/(..)/};
	return qr/^DIFETTO: \Q$path\E/m;
}

sub positions {
	my ($size) = @_;
	return 0 .. $size - 1 if $n eq 'tutti';
	if ($n =~ m{^1/(\d+)$}) {
		my $today = (gmtime)[7] % $1;
		return grep { $_ % $1 == $today } 0 .. $size - 1;
	}
	my %p = (0 => 1, $size - 1 => 1);
	$p{int rand $size} = 1 for 1 .. $n;
	return sort { $a <=> $b } keys %p;
}

sub alter_byte {
	my ($path, $at) = @_;
	my $full = "$store/$path";
	my $mask = 1 + int rand 255;
	my $mode = (stat $full)[2] & 07777;
	chmod 0600, $full;
	open(my $f, '+<:raw', $full) or die "$full: $!";
	seek $f, $at, SEEK_SET;
	read $f, my $was, 1;
	my $put = sub {
		seek $f, $at, SEEK_SET;
		print $f $_[0];
		$f->flush;
	};
	$put->(chr(ord($was) ^ $mask));
	require_told("$path byte $at xor $mask", place_of($path));
	$put->($was);
	close $f;
	chmod $mode, $full;
}

# Paths below the store for which the test holds.
sub paths {
	my ($test) = @_;
	my @found;
	find({ no_chdir => 1, wanted => sub {
		push @found, substr($_, length $store) if $test->();
	} }, $store);
	s{^/}{} for @found;
	return sort @found;
}

sub all_bytes {
	my ($k, $m) = split m{/}, $part // '0/1';
	my $i = 0;
	$n //= 3;
	my @f = grep { !defined $which || /$which/ }
	    grep { !/\.sqlite|^verifiche\// } paths(sub { -f && -s _ });
	my @at = map { my $f = $_; map { [$f, $_] } positions(-s "$store/$f") }
	    grep { $i++ % $m == $k % $m } @f;
	for my $a (@at) {
		alter_byte(@$a);
		printf STDERR "# %d of %d bytes, %d not found\n", $tried,
		    scalar @at, $missed if $tried % 1000 == 0;
	}
}

# ---- files that are missing, or too many ----

sub all_missing {
	for my $f (paths(sub { -f })) {
		# made anew by whoever needs it
		next if $f eq '.scrittura' || $f =~ m{-(wal|shm)$|^verifiche/};
		my $place = $f =~ /^(registro|letture)\.sqlite$/ ?
		    qr/^DIFETTO: $1\b/m : $f =~ m{allegati/../(\w+)$} ?
		    qr/^DIFETTO: allegati: .*$1/m : place_of($f);
		rename "$store/$f", "$store.tolto" or die;
		require_told("manca $f", $place);
		unlink "$store/$f";
		rename "$store.tolto", "$store/$f" or die;
	}
}

sub all_extra {
	for my $d (some(paths(sub { -d }))) {
		my $f = $d eq '' ? 'estraneo.xml' : "$d/estraneo.xml";
		open(my $o, '>', "$store/$f") or die;
		print $o "<estraneo/>\n";
		close $o;
		# at the top, and on its way in, it is only remarked
		my $remark = $d eq '' || $d eq 'transito';
		require_told("un file in più, $f", $remark ?
		    qr/^nota: (estraneo\.xml|transito): /m :
		    $f =~ m{/allegati/../} ? qr{^DIFETTO: .*estraneo}m :
		    place_of($f), $remark ? 0 : 1);
		unlink "$store/$f";
	}
}

# ---- the register as a file ----

# All rows but the pages of the full-text index, which are no rows of ours, and
# the moves of branches that are done (formato.md: of the moment).
sub content {
	my ($db) = @_;
	open(my $p, '-|', "sqlite3 '$db' .dump 2>&1") or die;
	return join '', grep { !/^INSERT INTO '?(ricerca_indice_|mossa\b)/ } <$p>;
}

sub some_of_register {
	my $db = "$store/registro.sqlite";
	my $whole = content($db);
	for (1 .. $n) {
		my $at = int rand -s $db;
		with_copy($db, sub {
			open(my $f, '+<:raw', $db) or die;
			seek $f, $at, SEEK_SET;
			read $f, my $was, 1;
			seek $f, $at, SEEK_SET;
			print $f chr(ord($was) ^ (1 + int rand 255));
			close $f;
			my $same = content($db) eq $whole;
			my ($code, $said) = verify();
			$tried++;
			return if $code == 1 && $said =~ /^DIFETTO: registro/m;
			# a head of the register is named at its folder
			return if $code == 1 &&
			    $said =~ /^DIFETTO: .*: il ramo è a .* il registro lo dice/m;
			return if $same && $code == 0;
			$missed++;
			print "registro.sqlite byte $at: esce con $code\n$said\n";
		});
	}
}

my %do = (
	colonne => \&all_columns,
	righe => \&some_rows,
	schema => sub {
		all_schema("$store/registro.sqlite", qr/^DIFETTO: registro schema/m);
	},
	letture => \&all_log,
	byte => \&all_bytes,
	sqlite => \&some_of_register,
	mancanti => \&all_missing,
	estranei => \&all_extra,
);
($do{$what // ''} || die "altera.pl: che cosa?\n")->();
print "$what: $tried alterazioni, $missed non trovate (SEME=$seed)\n";
exit($missed || !$tried ? 1 : 0);
