// SPDX-License-Identifier: EUPL-1.2
// registra.prova.mjs: a registration as the clerk makes it: with the keyboard
// only, in under a minute; a message that fills the form; a duplicate seen while
// one types.  Counts keys and fields.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { accessibile, ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';

after(chiudi);
const FILE = process.env.DEMO;

// Types and counts; Tab until the field of that name has the focus.
function tastiera(p) {
	let tasti = 0;
	return {
		async premi(k) { tasti++; await p.keyboard.press(k); },
		async scrivi(s) { tasti += s.length; await p.keyboard.type(s); },
		async fino(nome) {
			for (let i = 0; i < 60; i++) {
				if (await p.evaluate(() => document.activeElement.name) === nome)
					return;
				await this.premi('Tab');
			}
			assert.fail('no Tab leads to ' + nome);
		},
		get quanti() { return tasti; },
	};
}

test('paper at the counter, with the keyboard only', async (t) => {
	const c = await entra('prot'), p = await c.newPage(), detto = ascolta(p), k = tastiera(p);
	await p.goto(BASE + '/');
	const da = Date.now();
	await k.premi('g');
	await Promise.all([p.waitForURL(/\/registro$/), k.premi('r')]);
	await p.goto(BASE + '/registro/nuova');
	await k.fino('mittente.denominazione');
	await k.scrivi('Cooperativa Il Sentiero');
	await k.fino('oggetto');
	await k.scrivi('Relazione sulle presenze di ottobre');
	await k.fino('classifica');
	await k.scrivi('VII/9');
	await k.premi('Control+Enter');
	await p.locator('[name=_conferma][value=senza-documento]').waitFor();
	await k.fino('_conferma');
	await k.premi('Space');
	await foto(p, 'registra-carta');
	await k.premi('Control+Enter');
	await p.waitForURL(/\/(registro\/\d{4}\/\d{7}|esito\/)/);
	t.diagnostic('keys: ' + k.quanti + ', ms: ' + (Date.now() - da));
	assert.ok(Date.now() - da < 60000, 'under a minute');
	assert.match(await p.textContent('main'), /\d{7}\/\d{4}/);
	assert.deepEqual(detto.filter((x) => !/422/.test(x)), []);
	await c.close();
});

test('a message fills the form; the same again is seen while one types', async () => {
	const c = await entra('prot'), p = await c.newPage();
	await p.goto(BASE + '/registro/nuova');
	await p.setInputFiles('input[type=file]', FILE + '/integrazione.eml');
	await p.locator('[name=oggetto].dal-file').waitFor();
	assert.match(await p.inputValue('[name=oggetto]'), /Integrazione alla segnalazione/);
	assert.equal(await p.locator('[name=_sosta]').count(), 1);
	assert.equal(await p.locator('input[type=file]').evaluate((n) => n.files.length), 0);
	await p.fill('[name=classifica]', 'VII/9');
	// it was registered in the demonstration already
	await p.locator('.provato .alert, .imparato .avviso', { hasText: /già/ }).first().waitFor();
	assert.deepEqual(await accessibile(p), []);
	assert.deepEqual(await larga(p, 360), []);
	await foto(p, 'registra-messaggio');
	await c.close();
});

test('a file that is dropped is taken', async () => {
	const c = await entra('prot'), p = await c.newPage();
	await p.goto(BASE + '/registro/nuova');
	const dati = await p.evaluateHandle(() => {
		const d = new DataTransfer();
		d.items.add(new File(['%PDF-1.4 non proprio'], 'lettera.pdf', { type: 'application/pdf' }));
		return d;
	});
	await p.dispatchEvent('[data-lascia]', 'drop', { dataTransfer: dati });
	await p.locator('.imparato', { hasText: /lettera\.pdf|non/ }).waitFor();
	await foto(p, 'registra-lasciato');
	await c.close();
});
