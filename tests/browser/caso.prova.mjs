// SPDX-License-Identifier: EUPL-1.2
// caso.prova.mjs: a day of an assistente sociale in a case, with the script and
// without it: a line in the diary and its correction, an appointment, what is
// found again; who has nothing to do with it finds nothing.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

const anno = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: 'numeric' }).format();
const cs = '/cartella/CS-' + anno + '-0000002';
const domani = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(Date.now() + 864e5);

for (const javaScriptEnabled of [true, false])
	test('a day in a case, ' + (javaScriptEnabled ? 'with' : 'without') + ' script', async () => {
		const c = await entra('as1', { javaScriptEnabled }), p = await c.newPage();
		const detto = ascolta(p);
		const riga = 'La scuola telefona, ' + (javaScriptEnabled ? 'prima' : 'seconda') + ' volta.';

		// from the desk to the diary, and one line
		await p.goto(BASE + '/');
		await p.getByRole('link', { name: 'Le tue cartelle' }).click();
		await p.getByRole('link', { name: 'Diario CS-' + anno + '-0000002' }).click();
		await p.waitForURL('**' + cs + '/diario');
		assert.match(await p.textContent('.caso-persona'), /Verdi Sara/);
		assert.doesNotMatch(await p.title(), /Verdi/);
		await p.getByLabel('Che cosa è avvenuto').fill(riga + '\n\n- <b>assenze</b>: tre\n- ritardi');
		await p.getByLabel('Che cosa è', { exact: true }).selectOption({ label: 'Telefonata' });
		await p.getByRole('button', { name: 'Scrivi' }).click();
		await p.waitForURL(/fatto=annota/);
		assert.match(await p.textContent('.alert-success'), /Scritto nel diario/);
		const voce = p.locator('.voce-diario').first();
		assert.match(await voce.textContent(), new RegExp(riga));
		assert.match(await voce.textContent(), /Telefonata/);
		assert.equal(await voce.locator('li').count(), 2);
		assert.match(await voce.locator('li').first().textContent(), /<b>assenze<\/b>: tre/);

		// what was wrong stays, with its correction beside
		await voce.getByRole('link', { name: 'Correggi' }).click();
		await p.fill('[name=motivo]', 'le assenze erano quattro');
		await p.fill('main [name=testo]', 'Assenze: quattro.');
		await p.press('.fine-modulo button[value=invia]', 'Enter');
		await p.waitForURL(/\/diario\?fatto=correggi-voce/);
		await p.goto(BASE + cs + '/diario?parole=' + encodeURIComponent('quattro'));
		assert.match(await p.textContent('.voce-diario'), /Corretta in seguito/);
		assert.match(await p.textContent('.voce-diario'), new RegExp(riga));

		// an appointment, in the agenda, called off
		const ora = javaScriptEnabled ? '10:30' : '15:00';
		await p.goto(BASE + cs + '/appuntamenti');
		await p.fill('#n-giorno', domani);
		await p.fill('#n-alle', ora);
		await p.selectOption('#n-tipo', 'visita');
		await p.fill('#n-luogo', 'a scuola');
		await p.getByRole('button', { name: 'Fissa' }).click();
		await p.waitForURL(/fatto=fissa/);
		await p.goto(BASE + '/agenda?di=as1');
		const suo = p.locator('.appuntamento', { hasText: ora + '–' });
		assert.match(await suo.textContent(), /Visita domiciliare/);
		assert.match(await suo.textContent(), /S\. V\./);
		assert.doesNotMatch(await suo.textContent(), /Verdi/);
		await suo.getByRole('link', { name: 'Disdici' }).click();
		await p.fill('[name=motivo]', 'la scuola è chiusa');
		await p.press('.fine-modulo button[value=invia]', 'Enter');
		await p.waitForURL(/\/agenda\?fatto=disdici/);

		assert.match(await p.locator('.appuntamento', { hasText: ora + '–' }).textContent(), /disdetto/);

		// found again by a word, and by the name
		await p.goto(BASE + '/');
		await p.fill('#cerca', 'verdi');
		await p.press('#cerca', 'Enter');
		await p.waitForURL(/\/cerca/);
		assert.match(await p.textContent('main'), /Verdi Sara/);
		await p.goto(BASE + cs + '/storia');
		assert.match(await p.textContent('main'), /corregge una voce/);
		for (const via of ['', '/documenti', '/famiglia', '/equipe', '/termini', '/letture']) {
			await p.goto(BASE + cs + via);
			assert.deepEqual(await larga(p, 360), [], via);
			assert.match(await p.textContent('.caso-persona'), /Verdi Sara/, via);
		}
		await foto(p, 'caso-letture-' + javaScriptEnabled);
		assert.deepEqual(detto, []);
		await c.close();
	});

test('whoever has nothing to do with it finds nothing', async () => {
	const c = await entra('prot'), p = await c.newPage();
	const pagina = async (via) => {
		const r = await p.goto(BASE + via);
		return r.status() + (await p.content()).replace(/CS-\d+-\d+/g, 'N').replace(/[0-9a-f]{32}/g, 'H');
	};
	for (const via of ['', '/diario', '/documenti', '/storia', '/documento?quale=scheda.xml']) {
		const nascosta = await pagina(cs + via);
		assert.equal(nascosta, await pagina('/cartella/CS-' + anno + '-0099999' + via), via);
		assert.doesNotMatch(await p.textContent('main'), /Verdi|Sara|telefona/);
	}
	await p.goto(BASE + '/cerca?testo=verdi');
	assert.doesNotMatch(await p.textContent('main'), /Sara|telefona/);
	await c.close();
});
