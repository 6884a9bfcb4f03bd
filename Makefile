# SPDX-License-Identifier: EUPL-1.2
# Cartella: one file, GNU make, no recursion.  `make help` lists the targets.
# V=rel|test|san|cov chooses the variant, built in build/$(V)/.

V ?= rel
B := build/$(V)
SHELL := /bin/sh
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := all

CC ?= gcc
PKGS := libgit2 libxml-2.0 libxslt libexslt libzip gpgme sqlite3 libcrypto \
	libseccomp gmime-3.0 libutf8proc libqpdf zlib
ifneq ($(MAKECMDGOALS),deps)
ifneq ($(MAKECMDGOALS),help)
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null | sed 's/-I/-isystem /g')
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
endif
endif

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wconversion -Wvla -Wformat=2
CFLAGS_rel := -O2 -g
CFLAGS_test := -O1 -g -DPROVA
CFLAGS_san := -O1 -g -DPROVA -DSAN -DARENA_SINGLE -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=undefined
CFLAGS_cov := -O0 -g -DPROVA -DCOV --coverage
LDFLAGS_san := -fsanitize=address,undefined
LDFLAGS_cov := --coverage
CFLAGS_ALL = -std=gnu17 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -fstack-protector-strong \
	-Isrc $(PKG_CFLAGS) $(WARN) $(CFLAGS_$(V)) $(CFLAGS)
LDLIBS_ALL = $(LDFLAGS_$(V)) -Wl,--as-needed $(PKG_LIBS) -ldl -lm $(LDFLAGS)

SRC := $(filter-out src/cli/main.c,$(sort $(wildcard src/*/*.c)))
OBJ := $(SRC:src/%.c=$(B)/obj/%.o)
LIB := $(B)/libcartella.a
BIN := $(B)/cartella

## all: builds the program (build/rel/cartella)
all: $(BIN)
.PHONY: all

$(BIN): $(B)/obj/cli/main.o $(LIB)
	$(CC) -o $@ $^ $(LDLIBS_ALL)

$(LIB): $(OBJ) $(B)/obj/resources.o
	rm -f $@ && ar rcs $@ $^

$(B)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# ---- LibreOfficeKit: headers only; installing its package would pull GTK ----
LOK := build/lok/LibreOfficeKit/LibreOfficeKit.h
$(LOK):
	@mkdir -p build
	@set -e; t=$$(mktemp -d); trap 'rm -rf "$$t"' EXIT; \
	  (cd "$$t" && apt-get download libreofficekit-dev 2>log) || \
	    { cat "$$t/log" >&2; \
	      echo "mancano gli header di LibreOfficeKit: apt-get update" >&2; \
	      exit 1; }; \
	  dpkg-deb -x "$$t"/libreofficekit-dev_*.deb "$$t/x"; \
	  rm -rf build/lok; mkdir build/lok; \
	  cp -r "$$t/x/usr/include/LibreOfficeKit" build/lok/; touch $@
$(B)/obj/resa/pdf.o: $(LOK)
$(B)/obj/resa/pdf.o: CFLAGS_ALL += -isystem build/lok

# ---- what is shipped inside the binary ----
XSD := $(sort $(wildcard schema/*/*.xsd))
FLAT := $(XSD:schema/%=$(B)/res/schema/%)
PLAIN := $(sort $(wildcard schema/*.sql xslt/*.xsl) $(shell find templates -type f 2>/dev/null))
RES := $(FLAT) $(PLAIN:%=$(B)/res/%)

$(B)/res/schema/%.xsd: schema/%.xsd schema/comuni.xsd $(XSD) tests/tools/flatten.sh
	@mkdir -p $(@D)
	sh tests/tools/flatten.sh $< > $@
$(PLAIN:%=$(B)/res/%): $(B)/res/%: %
	@mkdir -p $(@D)
	cp $< $@
$(B)/resources.s: $(RES) Makefile
	@mkdir -p $(@D)
	@{ printf '\t.section .rodata\n\t.balign 8\n\t.globl resource_table\n'; \
	  i=0; list="$(sort $(RES:$(B)/res/%=%))"; \
	  for f in $$list; do i=$$((i+1)); \
	    printf '.Ln%d:\t.asciz "%s"\n.Ld%d:\t.incbin "%s/%s"\n.Le%d:\t.byte 0\n' $$i "$$f" $$i "$(B)/res" "$$f" $$i; \
	  done; \
	  printf '\t.section .data.rel.ro,"aw"\n\t.balign 8\nresource_table:\n'; \
	  i=0; for f in $$list; do i=$$((i+1)); \
	    printf '\t.quad .Ln%d, .Ld%d, .Le%d-.Ld%d\n' $$i $$i $$i $$i; done; \
	  printf '\t.quad 0, 0, 0\n\t.section .note.GNU-stack,"",@progbits\n'; } > $@
$(B)/obj/resources.o: $(B)/resources.s
	@mkdir -p $(@D)
	$(CC) -c -o $@ $<

# ---- unit tests ----
UNIT := $(sort $(wildcard tests/unit/*.c))
UNITBIN := $(UNIT:tests/unit/%.c=$(B)/unit/%)
$(B)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS_ALL) -Wno-missing-prototypes -MMD -MP -o $@ $< $(LIB) $(LDLIBS_ALL) -lcmocka

## unit: builds and runs the unit tests of one variant
unit: $(UNITBIN)
	CMOCKA_MESSAGE_OUTPUT=TAP prove $(UNITBIN)
.PHONY: unit

-include $(OBJ:.o=.d) $(B)/obj/cli/main.d $(UNITBIN:=.d)

## clean: removes what was built
clean:
	rm -rf build
.PHONY: clean

## help: this list
help:
	@sed -n 's/^## //p' Makefile
.PHONY: help
