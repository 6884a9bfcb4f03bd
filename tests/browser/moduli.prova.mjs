// SPDX-License-Identifier: EUPL-1.2
// moduli.prova.mjs: forms, with script and without it; keys; drafts.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibile, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);

const anno = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', year: 'numeric' }).format();
for (const javaScriptEnabled of [true, false])
	test('a form comes back with what was typed, ' + (javaScriptEnabled ? 'with' : 'without') + ' script', async () => {
		const c = await entra('prot', { javaScriptEnabled }), p = await c.newPage();
		const invia = () => p.press('.fine-modulo button[value=invia]', 'Enter');
		await p.goto(BASE + '/atto/smista');
		await p.fill('[name=protocollo]', 'un "numero" <sbagliato> & àccenti');
		await p.selectOption('[name="destinazione.ufficio"]', 'sociale');
		await p.selectOption('[name="destinazione.titolo"]', 'competenza');
		await invia();
		await p.waitForSelector('#rilievi');
		assert.equal(await p.inputValue('[name=protocollo]'), 'un "numero" <sbagliato> & àccenti');
		assert.equal(await p.inputValue('[name="destinazione.titolo"]'), 'competenza');
		assert.equal(await p.getAttribute('[name=protocollo]', 'aria-invalid'), 'true');
		await p.locator('[name=protocollo]:focus').waitFor();
		assert.deepEqual(await larga(p, 360), []);
		if (javaScriptEnabled)
			assert.deepEqual(await accessibile(p), []);
		await foto(p, 'modulo-da-correggere-' + javaScriptEnabled);

		// one more office, then the first less; nothing else is lost
		await p.press('button[value="aggiungi:destinazione"]', 'Enter');
		await p.waitForSelector('#f-destinazione_2_ufficio');
		await p.locator('#f-destinazione_2_ufficio:focus').waitFor();
		await p.selectOption('#f-destinazione_2_ufficio', 'sds');
		await p.selectOption('#f-destinazione_2_titolo', 'conoscenza');
		await p.press('button[value="togli:destinazione:1"]', 'Enter');
		await p.waitForSelector('#f-destinazione_2_ufficio', { state: 'detached' });
		assert.equal(await p.inputValue('[name="destinazione.ufficio"]'), 'sds');

		// what the rules of the office say stands with the form too
		await p.fill('[name=protocollo]', (javaScriptEnabled ? '0000007/' : '0000008/') + anno);
		await invia();
		await p.locator('#rilievi', { hasText: 'per competenza' }).waitFor();
		await p.selectOption('[name="destinazione.titolo"]', 'competenza');
		await invia();
		await p.waitForURL(/\/esito\/[0-9a-f]{32}/);
		assert.match(await p.textContent('main'), /Smistato\./);
		await foto(p, 'esito-' + javaScriptEnabled);
		await c.close();
	});

test('keys: the panel, the search, the menu; they can be switched off', async () => {
	const c = await entra('prot'), p = await c.newPage(), detto = ascolta(p);
	await p.goto(BASE + '/');
	await p.keyboard.press('?');
	await p.waitForSelector('dialog[open]');
	assert.deepEqual(await accessibile(p), []);
	await foto(p, 'tasti');
	await p.keyboard.press('Escape');
	await p.keyboard.press('/');
	assert.equal(await p.evaluate(() => document.activeElement.type), 'search');
	await p.keyboard.press('g');	// typed, not obeyed
	assert.equal(await p.evaluate(() => document.activeElement.value), 'g');
	await p.evaluate(() => document.activeElement.blur());
	await p.keyboard.press('g');
	await Promise.all([p.waitForURL(/\/registro$/), p.keyboard.press('r')]);
	await p.keyboard.press('?');
	await p.check('#tasti-spenti');
	await p.keyboard.press('Escape');
	await p.keyboard.press('g');
	await p.keyboard.press('s');
	assert.match(p.url(), /\/registro$/);
	assert.deepEqual(detto, []);
	await c.close();
});

test('a phone has a menu that opens', async () => {
	const c = await entra('as1', { viewport: { width: 360, height: 740 } }), p = await c.newPage();
	await p.goto(BASE + '/');
	assert.equal(await p.isVisible('nav.menu ul'), false);
	await p.click('.apri-menu');
	assert.equal(await p.isVisible('nav.menu ul'), true);
	assert.equal(await p.getAttribute('.apri-menu', 'aria-expanded'), 'true');
	await c.close();
});

test('what is written is kept as a draft, and the page asks before it is left', async () => {
	const c = await entra('as1'), p = await c.newPage();
	await p.goto(BASE + '/atto/redigi');
	await p.fill('[name="valutazioni"]', 'Una riga che non va perduta.');
	await p.locator('.stato-bozza', { hasText: 'Bozza tenuta' }).waitFor();
	await foto(p, 'bozza-tenuta');
	await p.fill('[name="valutazioni"]', 'Cambiata.');
	let chiesto = 0;
	p.on('dialog', (d) => { chiesto++; d.accept(); });
	await p.goto(BASE + '/');
	assert.equal(chiesto, 1);
	await c.close();
});
