#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# prova-deb.sh DEB OTHER WHERE - the package on a clean Debian 12, as an office
# would have it: installed, a store made, something registered, served, upgraded
# to OTHER (a later version) while it serves, purged.  TAP.
#
# WHERE holds a Debian made from the mirror that apt is configured with, kept for
# the next time.  Needs root (a chroot) and mmdebstrap; the network only to make
# that Debian and to install what the package depends on.  UFFICIO=1 also
# installs LibreOffice and makes a PDF (400 MB more).
set -eu
deb=$1
other=$2
base=$3/base.tar
mkdir -p "$3"
root=$(mktemp -d "$3/radice.XXXXXX")
[ "$(id -u)" = 0 ] || { echo 'Bail out! prova-deb vuole root'; exit 1; }
command -v mmdebstrap >/dev/null ||
	{ echo 'Bail out! manca mmdebstrap: make deps-sviluppo'; exit 1; }

tests=0
wrong=0
ok() {		# ok DESC COMMAND...: what it says stays in $root.out
	ok_desc=$1
	shift
	tests=$((tests + 1))
	if "$@" >"$root.new" 2>&1; then
		echo "ok $tests - $ok_desc"
	else
		echo "not ok $tests - $ok_desc"
		sed 's/^/# /' "$root.new" | tail -20
		wrong=$((wrong + 1))
	fi
	mv "$root.new" "$root.out"
}
within() {	# a command in there, with a clean environment
	chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
	    DEBIAN_FRONTEND=noninteractive "$@"
}
office() {	# office ARG...: the program as the service's user
	within runuser -u cartella -- cartella \
	    --store /var/lib/cartella/archivio "$@"
}
ends() {
	set +e
	[ -z "${served:-}" ] || kill -TERM "$served" 2>/dev/null
	sleep 1
	for p in proc dev/null dev/urandom dev/random dev/tty; do
		umount -l "$root/$p" 2>/dev/null
	done
	rm -rf --one-file-system "$root" "$root.out"
}
trap ends EXIT
trap 'exit 1' INT TERM HUP

# ---- a clean Debian ----

suite=${SUITE:-bookworm}
if [ ! -s "$base" ]; then
	mirror=$(apt-get indextargets --format '$(REPO_URI)' \
	    "Codename: $suite" 'Created-By: Packages' | head -1)
	mmdebstrap --quiet --variant=apt --include=ca-certificates "$suite" \
	    "$3/nuova.tar" "${mirror:-http://deb.debian.org/debian}"
	mv "$3/nuova.tar" "$base"
fi
tar -C "$root" -xf "$base" --exclude='./dev/*'
mount -t proc proc "$root/proc"
for d in null urandom random tty; do
	: >"$root/dev/$d"
	mount --bind "/dev/$d" "$root/dev/$d"
done
cp /etc/resolv.conf "$root/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
cp "$deb" "$root/root/cartella.deb"
cp "$other" "$root/root/altra.deb"

# ---- installed ----

within apt-get -q update >"$root.out" 2>&1
ok 'apt install ./cartella.deb' within apt-get -q -y \
    --no-install-recommends install /root/cartella.deb curl man-db sqlite3
ok 'and says what is next' grep -q 'README.Debian' "$root.out"
ok 'dpkg has nothing to say' sh -c "! chroot '$root' dpkg --audit | grep ."
ok 'dpkg -V: each file is as it came' sh -c \
    "! chroot '$root' dpkg -V cartella | grep -v ' c '"
ok 'no program is missing a library' within sh -c \
    '! ldd /usr/libexec/cartella/* | grep "not found"'
ok 'no setuid, nothing that others can write' within sh -c \
    '! dpkg -L cartella | xargs -I{} find {} -maxdepth 0 ! -type l -perm /6022 | grep .'
ok 'the user of the service has no shell' sh -c \
    "grep -q '^cartella:.*nologin' '$root/etc/passwd'"
ok 'its directory is its own' within sh -c \
    '[ "$(stat -c %a:%U:%G /var/lib/cartella)" = 700:cartella:cartella ]'
ok 'the man page is read' within sh -c \
    'man cartella 2>&1 | col -b | grep -q "firma-tutte"'
ok 'without a warning' within sh -c \
    '! man --warnings cartella 2>&1 >/dev/null | grep .'
ok 'the completion knows the atti' within bash -c \
    '. /usr/share/bash-completion/completions/cartella &&
    COMP_WORDS=(cartella regi) COMP_CWORD=1 &&
    $(complete -p cartella | sed "s/.*-F \([^ ]*\).*/\1/") &&
    echo "${COMPREPLY[@]}" | grep -qw registra'
ok 'schemas and models are there' within sh -c \
    'test -s /usr/share/cartella/schema/atti/registra.xsd &&
    test -s /usr/share/cartella/modelli/comunicazione.xml'

# ---- the units, as far as systemd judges them without running ----

units='/usr/lib/systemd/system/cartella*'
ok 'systemd-analyze verify: units, timers and socket' within sh -c \
    "systemd-analyze verify --man=no $units >/tmp/detto 2>&1; r=\$?
    cat /tmp/detto; [ \$r -eq 0 ] && ! grep -q cartella /tmp/detto"
ok 'and finds a fault in one that has it' within sh -c \
    "mkdir /tmp/u && sed 's,^ExecStart=.*,ExecStart=/usr/bin/nessuno,' \
    /usr/lib/systemd/system/cartella.service >/tmp/u/cartella.service &&
    ! systemd-analyze verify --man=no /tmp/u/cartella.service"
for u in $(cd "$root/usr/lib/systemd/system" && ls | grep '^cartella.*service$')
do
	ok "systemd-analyze security: $u is exposed 3.5 at most" within \
	    systemd-analyze security --offline=true --threshold=35 --no-pager \
	    "/usr/lib/systemd/system/$u"
done
ok 'every timer starts a unit that is there' within sh -c \
    'for t in /usr/lib/systemd/system/cartella*.timer; do
    test -f "${t%.timer}.service" || exit 1
    systemd-analyze calendar "$(sed -n s/^OnCalendar=//p "$t")" || exit 1; done'

# ---- a store ----

ok 'init' office init --denominazione 'Comune di Prova' --codice-ipa c_p000 \
    --codice-aoo AOO1 --ufficio.codice protocollo \
    --ufficio.denominazione Protocollo --responsabile.codice resp \
    --responsabile.cognome Bianchi --responsabile.nome Anna \
    --responsabile.login cartella
register() {
	office registra --flusso entrata --oggetto "$1" --mittente.denominazione \
	    Scuola --classifica VII/9 --conferma senza-documento \
	    --conferma doppione
}
ok 'a registration' register Prova
ok 'it has the first number' grep -q '0000001/' "$root.out"
ok 'another user reads nothing of it' within runuser -u nobody -- sh -c \
    '! ls /var/lib/cartella/archivio 2>/dev/null'
ok 'verifica' office verifica
if [ -n "${UFFICIO:-}" ]; then
	ok 'LibreOffice is installed' within apt-get -q -y \
	    --no-install-recommends install libreoffice-writer-nogui \
	    fonts-liberation2
	ok 'and makes a PDF' office stampa-registro "$(date +%Y)" \
	    --in /var/lib/cartella/x.pdf
	ok 'which is one' sh -c \
	    "head -c 5 '$root/var/lib/cartella/x.pdf' | grep -q '%PDF-'"
fi

# ---- served ----

within runuser -u cartella -- cartella --store /var/lib/cartella/archivio \
    servi --indirizzo 127.0.0.1:0 --web 1 --lettori 1 --compositori 1 \
    >"$root/root/indirizzo" 2>"$root/root/cronaca" &
launcher=$!
n=0
while [ ! -s "$root/root/indirizzo" ] && [ $n -lt 300 ]; do
	sleep 0.1
	n=$((n + 1))
done
address=$(cat "$root/root/indirizzo")
served=$(sed -n 's/.*"pid":\([0-9]*\),"evento":"pronto".*/\1/p' "$root/root/cronaca")
answers() {
	within curl -sf "${address}salute" | grep -q 'in servizio'
}
ok "servi answers on loopback ($address)" answers
ok 'and shows who may come in' sh -c \
    "chroot '$root' curl -sfL '$address' | grep -qi '<form'"

# ---- another version, while it serves ----

# systemd is not here: what it would be told is done by hand
mkdir -p "$root/run/systemd/system" "$root/usr/local/bin"
cat >"$root/usr/local/bin/deb-systemd-invoke" <<-FINE
	#!/bin/sh
	echo "\$*" >>/root/chiesto
	case \$* in *reload*cartella.service*) kill -HUP $served ;; esac
FINE
printf '#!/bin/sh\n' >"$root/usr/local/bin/systemctl"
chmod 755 "$root"/usr/local/bin/*
echo '# mine' >>"$root/etc/default/cartella"
ok 'upgraded' chroot "$root" env -i LC_ALL=C.UTF-8 \
    PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    DEBIAN_FRONTEND=noninteractive \
    dpkg -i /root/altra.deb
ok 'the service was asked to take the new program' \
    grep -q 'reload.*cartella.service' "$root/root/chiesto"
n=0
while ! tail -1 "$root/root/cronaca" | grep -q '"pronto"' && [ $n -lt 300 ]; do
	sleep 0.1
	n=$((n + 1))
done
ok 'it took it, with the same process' sh -c \
    "grep -q riavvio '$root/root/cronaca' && kill -0 $served"
ok 'and answers' answers
ok 'the conffile is as the office left it' grep -q '# mine' \
    "$root/etc/default/cartella"
ok 'a registration, by the new one' register Seconda
ok 'verifica, after' office verifica
ok 'the numbers go on' sh -c "chroot '$root' runuser -u cartella -- sqlite3 \
    /var/lib/cartella/archivio/registro.sqlite \
    'SELECT max(numero) FROM registrazione' | grep -qx 2"
kill -TERM "$served"
wait "$launcher" || :
served=

# ---- gone ----

before=$(cd "$root/var/lib/cartella" && find archivio -type f | sort |
    xargs sha256sum | sha256sum)
ok 'purged' within env PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    dpkg --purge cartella
ok 'the program is gone' sh -c \
    "! ls '$root/usr/bin/cartella' '$root/usr/libexec/cartella' \
    '$root/etc/default/cartella' '$root/usr/share/doc/cartella' 2>/dev/null |
    grep ."
after=$(cd "$root/var/lib/cartella" && find archivio -type f | sort |
    xargs sha256sum | sha256sum)
ok 'the store is not' test "$before" = "$after"
ok 'installed again' within dpkg -i /root/cartella.deb
ok 'it reads it' office verifica

echo "1..$tests"
exit $((wrong > 0))
