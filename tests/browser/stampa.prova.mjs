// SPDX-License-Identifier: EUPL-1.2
// stampa.prova.mjs: the pages that people print: black on white, no menu and
// nothing to press, within an A4, who printed it and when.  The papers are left
// beside the pictures as PDF.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { BASE, chiudi, entra } from './lib.mjs';

after(chiudi);
const anno = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: 'numeric' }).format();
const cs = '/cartella/CS-' + anno + '-0000001', prot = '/registro/' + anno + '/0000001';
const CARTA = {
	as1: { scrivania: '/', agenda: '/agenda', copertina: cs, diario: cs + '/diario', famiglia: cs + '/famiglia',
		relazione: cs + '/documento?quale=relazioni/0001.xml' },
	prot: { registrazione: prot, segnatura: prot + '/segnatura', giorno: '/registro/giorno', registro: '/registro' },
	coord: { indicatori: '/indicatori' },
};

// What stands on the paper that should not; runs in the page.
function difetti(larga) {
	const guai = [], vede = (e) => e.getClientRects().length > 0 && !e.closest('.visually-hidden');
	for (const e of document.querySelectorAll('nav, button, .btn, form input:not([type=hidden]), select, textarea, summary, .piede'))
		if (vede(e))
			guai.push('stampato: ' + e.localName + '.' + e.className);
	for (const e of document.querySelectorAll('body *')) {
		if (!vede(e) || e.closest('svg'))
			continue;
		const s = getComputedStyle(e), r = e.getBoundingClientRect();
		if ([...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && s.color !== 'rgb(0, 0, 0)')
			guai.push('non nero: ' + e.localName + '.' + e.className + ' ' + s.color);
		if (s.backgroundColor !== 'rgba(0, 0, 0, 0)')
			guai.push('su fondo: ' + e.localName + '.' + e.className);
		if (r.right > larga + 1)
			guai.push('fuori dal foglio: ' + e.localName + '.' + e.className);
	}
	if (!/stampata da .+ \d{4}/.test(document.querySelector('.stampato')?.innerText ?? ''))
		guai.push('non dice chi ha stampato, e quando');
	if (!vede(document.querySelector('h1')))
		guai.push('senza titolo');
	return guai.slice(0, 8);
}

for (const [utente, pagine] of Object.entries(CARTA))
	test('what ' + utente + ' prints', async () => {
		const c = await entra(utente), p = await c.newPage();
		for (const [nome, via] of Object.entries(pagine)) {
			assert.ok((await p.goto(BASE + via)).ok(), via);
			await p.setViewportSize({ width: 680, height: 960 });	// an A4 within its margins
			await p.emulateMedia({ media: 'print' });
			assert.deepEqual(await p.evaluate(difetti, 680), [], nome);
			await p.pdf({ path: process.env.FOTO + '/carta-' + nome + '.pdf', preferCSSPageSize: true });
			await p.emulateMedia({ media: 'screen' });
		}
		await c.close();
	});
