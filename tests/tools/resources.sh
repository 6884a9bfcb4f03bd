#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# resources.sh DIR NAME... - assembler text of resource_table (base/resource.h):
# the bytes of DIR/NAME, each followed by a NUL, in the order given (sorted); and
# resource_edition, which is another one whenever they are.  $TABELLA is another
# word for "resource": statici_table (web/statici.h).
set -eu
t=${TABELLA:-resource}
dir=$1
shift
edition=$(cd "$dir" && sha256sum "$@" | sha256sum | cut -c1-16)
printf '\t.section .rodata\n\t.balign 8\n\t.globl %s_table\n' "$t"
printf '\t.globl %s_edition\n%s_edition:\t.asciz "%s"\n' "$t" "$t" "$edition"
i=0
for f; do
	i=$((i + 1))
	printf '.Ln%d:\t.asciz "%s"\n' $i "$f"
	printf '.Ld%d:\t.incbin "%s/%s"\n.Le%d:\t.byte 0\n' $i "$dir" "$f" $i
done
printf '\t.section .data.rel.ro,"aw"\n\t.balign 8\n%s_table:\n' "$t"
i=0
for f; do
	i=$((i + 1))
	printf '\t.quad .Ln%d, .Ld%d, .Le%d-.Ld%d\n' $i $i $i $i
done
printf '\t.quad 0, 0, 0\n\t.section .note.GNU-stack,"",@progbits\n'
