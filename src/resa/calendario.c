/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * calendario.c - libical made safe: we only write, from values of our own.
 */
#include "resa/calendario.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

static struct icaltimetype
moment(int64_t t)
{
	return icaltime_from_timet_with_zone((time_t)t, 0,
	    icaltimezone_get_utc_timezone());
}

/* Some readers end a line at U+2028 and U+2029 too. */
static icalproperty *
location(const char *s)
{
	AUTO_BUF one = { 0 };
	const char *p;

	for (p = s; *p != '\0'; p++)
		if (strncmp(p, "\u2028", 3) == 0 ||
		    strncmp(p, "\u2029", 3) == 0) {
			buf_puts(&one, " ");
			p += 2;
		} else
			buf_putc(&one, *p);
	return icalproperty_new_location(buf_str(&one));
}

static icalcomponent *
event(const struct evento *e, int64_t ora)
{
	icalcomponent *c = icalcomponent_new_vevent();

	icalcomponent_add_property(c, icalproperty_new_uid(e->uid));
	icalcomponent_add_property(c, icalproperty_new_dtstamp(moment(ora)));
	icalcomponent_add_property(c, icalproperty_new_dtstart(moment(e->da)));
	icalcomponent_add_property(c, icalproperty_new_dtend(moment(e->fino)));
	icalcomponent_add_property(c, icalproperty_new_sequence(e->sequenza));
	icalcomponent_add_property(c, icalproperty_new_status(e->disdetto ?
	    ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	icalcomponent_add_property(c,
	    icalproperty_new_class(ICAL_CLASS_PRIVATE));
	icalcomponent_add_property(c, icalproperty_new_summary(e->sommario));
	if (e->luogo != NULL)
		icalcomponent_add_property(c, location(e->luogo));
	return c;
}

int
resa_calendario(struct buf *out, const struct evento *v, int n, int64_t ora)
{
	icalcomponent *cal = icalcomponent_new_vcalendar();
	char *text;
	int i;

	icalcomponent_add_property(cal, icalproperty_new_version("2.0"));
	icalcomponent_add_property(cal,
	    icalproperty_new_prodid("-//Cartella//agenda//IT"));
	for (i = 0; i < n; i++)
		icalcomponent_add_component(cal, event(&v[i], ora));
	text = icalcomponent_as_ical_string_r(cal);
	icalcomponent_free(cal);
	if (text == NULL)
		return err_set(ERR_FAULT, "il calendario non si può scrivere");
	buf_puts(out, text);
	free(text);
	return 0;
}
