# SPDX-License-Identifier: EUPL-1.2
# Power failures during acts (corrente.sh).
. tests/cli/lib.sh
. "$RADICE/tests/cli/corrente.sh"

note "semi da $SEME"
corsa 6 pronta_redigi registra annota redigi registra
[ $corse_fatte -eq 0 ] || controllo
corsa 2 niente init nomina
corsa 3 true nomina registra adotta-termini
corsa 3 pronta_apri apri annota redigi chiudi
corsa 3 pronta_firma firma proponi rinvia
corsa 3 pronta_espungi espungi
corsa 2 pronta_scarta scarta verbalizza-scarto
corsa 2 pronta_chiudi_giorno chiudi-giorno versa
corsa 3 pronta_offri_trasferimento offri-trasferimento ritira-trasferimento
corsa 2 pronta_accetta_trasferimento accetta-trasferimento
corsa 2 pronta_rilascia_trasferimento rilascia-trasferimento
corsa 2 pronta_ricevi_trasferimento ricevi-trasferimento
plan
