// SPDX-License-Identifier: EUPL-1.2
// redazione.prova.mjs: writing and signing as people do: the tools of the editor,
// a draft that keeps itself, two who write at once, the
// libro firma; also without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibile, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

let cs;		// a cartella of as1 that is open
before(async () => {
	const c = await entra('as1'), p = await c.newPage();
	await p.goto(BASE + '/archivio?stato=aperti');
	cs = (await p.locator('tbody tr', { hasText: 'in carico' }).locator('th').first().textContent()).trim();
	await c.close();
});

const testo = (p, nome) => p.inputValue('textarea[name="' + nome + '"]');

async function scrivi(p, oggetto) {
	await p.selectOption('[name=tipo]', 'attivita');
	await p.fill('[name=oggetto]', oggetto);
	await p.fill('[name=dichiarazioni]', 'Nessuna.');
	await p.fill('[name=valutazioni]', 'Bene.');
}

test('the tools of the editor, what is read again', async () => {
	const c = await entra('as1'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/redazione/' + cs + '/relazione');
	const campo = p.locator('.campo', { has: p.locator('[name=fatti-accertati]') });
	await p.fill('[name=fatti-accertati]', 'Visita');
	await p.locator('[name=fatti-accertati]').selectText();
	await p.keyboard.press('Control+b');
	assert.equal(await testo(p, 'fatti-accertati'), '*Visita*');
	await p.keyboard.press('Control+b');
	assert.equal(await testo(p, 'fatti-accertati'), 'Visita');
	await p.fill('[name=fatti-accertati]', 'uno');
	await campo.getByRole('button', { name: 'Elenco', exact: true }).click();
	await p.keyboard.press('End');
	await p.keyboard.press('Enter');
	await p.keyboard.type('due');
	await p.keyboard.press('Enter');
	await p.keyboard.press('Enter');
	await p.keyboard.type('fine <b>x</b> *forte*');
	assert.equal(await testo(p, 'fatti-accertati'), '- uno\n- due\n\nfine <b>x</b> *forte*');
	await campo.getByRole('button', { name: 'Rileggi' }).click();
	const letto = campo.locator('.riletta');
	assert.equal(await letto.locator('li').count(), 2);
	assert.equal(await letto.locator('strong').textContent(), 'forte');
	assert.equal(await letto.locator('b').count(), 0);
	assert.deepEqual(await accessibile(p), []);
	assert.deepEqual(await larga(p, 360), []);
	await foto(p, 'redazione-360');
	await campo.getByRole('button', { name: 'Torna a scrivere' }).click();
	await scrivi(p, 'Dagli strumenti');
	await p.getByRole('button', { name: 'Salva nella cartella' }).click();
	await p.waitForURL(/fatto=redigi/);
	assert.deepEqual(detto, []);
	await c.close();
});

test('a draft keeps itself, and is there in another browser', async () => {
	const c = await entra('as1'), p = await c.newPage();
	await p.goto(BASE + '/redazione/' + cs + '/relazione');
	await p.fill('[name=fatti-accertati]', 'Scritto a lungo.');
	await p.locator('.stato-bozza', { hasText: 'Bozza tenuta' }).waitFor();
	const d = await entra('as1'), q = await d.newPage();
	await q.goto(BASE + '/redazione');
	await q.locator('a[href^="/redazione/bozza/"]').first().click();
	assert.equal(await testo(q, 'fatti-accertati'), 'Scritto a lungo.');
	await foto(q, 'redazione-ripresa');
	await q.goto(BASE + '/redazione');
	await q.getByRole('button', { name: /Butta via/ }).first().click();
	await q.waitForURL(/\/redazione$/);
	await d.close();
	await c.close();
});

for (const javaScriptEnabled of [true, false])
	test('two who write at once, ' + (javaScriptEnabled ? 'with' : 'without') + ' script', async () => {
		const c = await entra('as1', { javaScriptEnabled }), p = await c.newPage(), q = await c.newPage();
		await p.goto(BASE + '/redazione/' + cs + '/relazione');
		await scrivi(p, 'In due ' + javaScriptEnabled);
		await p.fill('[name=fatti-accertati]', 'All’inizio.');
		await p.getByRole('button', { name: 'Salva nella cartella' }).click();
		await p.waitForURL(/fatto=redigi/);
		const via = await p.locator('a', { hasText: 'Riscrivi' }).first().getAttribute('href');
		await p.goto(BASE + via);
		await q.goto(BASE + via);
		await q.fill('[name=fatti-accertati]', 'Degli altri.');
		await q.getByRole('button', { name: 'Salva nella cartella' }).click();
		await q.waitForURL(/fatto=redigi/);
		await p.fill('[name=fatti-accertati]', 'La mia.');
		await p.getByRole('button', { name: 'Salva nella cartella' }).click();
		await p.getByRole('heading', { name: 'Qualcuno ha scritto nel frattempo' }).waitFor();
		assert.equal(await testo(p, 'fatti-accertati'), 'La mia.');
		assert.equal((await p.textContent('pre.ora')).trim(), 'Degli altri.');
		if (javaScriptEnabled)
			assert.deepEqual(await accessibile(p), []);
		assert.deepEqual(await larga(p, 360), []);
		await foto(p, 'redazione-in-due-' + javaScriptEnabled);
		await p.fill('[name=fatti-accertati]', 'Degli altri, e la mia.');
		await p.check('#base-ora');
		await p.getByRole('button', { name: 'Salva nella cartella' }).click();
		await p.waitForURL(/fatto=redigi/);
		await p.goto(BASE + via);
		assert.equal(await testo(p, 'fatti-accertati'), 'Degli altri, e la mia.');
		await c.close();
	});

test('the libro firma: read one, give one back, sign what is ticked', async () => {
	const c = await entra('as1'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/libro-firma');
	const prima = await p.locator('[name=voce]').count();
	assert.ok(prima >= 3);
	await p.getByRole('link', { name: /Leggi e firma/ }).last().click();
	assert.deepEqual(await accessibile(p), []);
	await foto(p, 'libro-firma-documento');
	await p.locator('summary', { hasText: 'Rinvia' }).click();
	await p.fill('[name=motivazione]', 'Manca il metodo.');
	await p.getByRole('button', { name: 'Rinvia' }).click();
	await p.waitForURL(/fatto=rinvia-firma/);
	await p.getByText('Manca il metodo.').first().waitFor();
	await p.getByRole('button', { name: 'Spunta tutti' }).click();
	await foto(p, 'libro-firma');
	await p.getByRole('button', { name: 'Firma quelli spuntati' }).click();
	await p.getByText('Firmati: ' + (prima - 1) + '.').waitFor();
	await foto(p, 'libro-firma-firmati');
	assert.deepEqual(detto, []);
	await c.close();
});
