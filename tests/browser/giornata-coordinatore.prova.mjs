// SPDX-License-Identifier: EUPL-1.2
// giornata-coordinatore.prova.mjs: a whole day of a coordinatore between two
// meetings: what came in is taken and given to somebody, terms are looked at,
// papers are read and signed or sent back, proposals decided, a letter written,
// figures counted, a colleague delegated.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';
import { batti, contatore, menu, passi, pdf, poi, scegli, sguardo } from './giornata.mjs';

after(chiudi);

const giorno = (ms) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(Date.now() + ms);
const riga = (p, che) => p.getByRole('row').filter({ hasText: che });
const conferma = async (p) => {
	for (const x of await p.locator('[name=_conferma]:not([type=hidden])').all())
		await x.check();
	await p.keyboard.press('Control+Enter');
};

test('a day of a coordinatore', async (t) => {
	const c = await entra('coord', { viewport: { width: 1366, height: 768 } });
	const conta = await contatore(c), p = await c.newPage(), detto = ascolta(p);
	const { male, guarda } = sguardo('coordinatore'), passo = passi(t);

	await passo('what came in is taken and assigned', async () => {
		await p.goto(BASE + '/');
		await guarda(p, 'scrivania');
		assert.doesNotMatch(await p.textContent('main'), /\.xml|proposta-inviata/);
		await riga(p, 'Segnalazione dei carabinieri').getByRole('rowheader').getByRole('link').click();
		await p.waitForURL(/\/registro\/\d+\/\d+/);
		await guarda(p, 'registrazione');
		await menu(p, 'Scrivania');
		conta.azzera();
		await poi(p, /fatto=prendi-in-carico/, () => riga(p, 'Segnalazione dei carabinieri').getByRole('button', { name: 'Prendi in carico' }).click());
		await guarda(p, 'presa');
		await riga(p, 'Segnalazione dei carabinieri').getByRole('link', { name: /Assegna/ }).click();
		await scegli(p, 'assistente', 'Conti Marta');
		await guarda(p, 'assegna');
		await poi(p, /fatto=assegna/, () => p.keyboard.press('Control+Enter'));
		t.diagnostic(conta.detto('take and assign', 0));
		assert.equal(await riga(p, 'Segnalazione dei carabinieri').count(), 0);
	});

	await passo('the terms of the team', async () => {
		await p.getByRole('link', { name: 'Tutti i termini' }).click();
		await p.waitForURL(/\/termini/);
		assert.match(await p.textContent('main'), /conclusione del procedimento/);
		await guarda(p, 'termini');
		await menu(p, 'Cartelle');
		await p.waitForURL(/\/cartelle/);
		await guarda(p, 'cartelle');
	});

	await passo('the libro firma: one is read and signed', async () => {
		await menu(p, 'Libro firma');
		await guarda(p, 'libro-firma');
		assert.doesNotMatch(await p.textContent('main'), /as1|\.xml/);
		await p.getByRole('link', { name: /Leggi e firma/ }).first().click();
		const carta = await pdf(c, p, () => p.getByRole('link', { name: /Apri il PDF/ }).click());
		assert.match(carta.url(), /\/file\/stampa/);
		await guarda(p, 'da-firmare');
		conta.azzera();
		await poi(p, /fatto=firma/, () => p.getByRole('button', { name: 'Firma questo documento' }).click());
		t.diagnostic(conta.detto('sign what was read', 0));
		await guarda(p, 'firmata');
	});

	await passo('one is sent back, the others are signed together', async () => {
		await p.getByRole('link', { name: /Leggi e firma/ }).first().click();
		await p.locator('summary', { hasText: 'Rinvia' }).click();
		await batti(p, 'motivazione', 'Manca il parere della scuola.');
		await poi(p, /fatto=rinvia-firma/, () => p.getByRole('button', { name: 'Rinvia', exact: true }).click());
		await p.getByRole('button', { name: 'Spunta tutti' }).click();
		await p.getByRole('button', { name: 'Firma quelli spuntati' }).click();
		await p.getByText(/^Firmati: 2\.$/).waitFor();
		await guarda(p, 'firmati');
	});

	await passo('a proposal is approved, another sent back', async () => {
		await menu(p, 'Scrivania');
		conta.azzera();
		await p.getByRole('link', { name: /Leggi e decidi/ }).first().click();
		await guarda(p, 'proposta-cartella');
		await p.getByRole('link', { name: 'Leggi la proposta' }).click();
		await guarda(p, 'proposta');
		await p.getByRole('link', { name: 'Approva', exact: true }).click();
		await p.locator('main [name=ufficio]').selectOption({ label: 'Area amministrativa minori' });
		await guarda(p, 'approva');
		await poi(p, /fatto=approva/, () => p.keyboard.press('Control+Enter'));
		t.diagnostic(conta.detto('approve a proposal', 0));
		await guarda(p, 'approvata');

		await menu(p, 'Scrivania');
		await p.getByRole('link', { name: /Leggi e decidi/ }).first().click();
		await p.getByRole('link', { name: /Rinviala/ }).click();
		await batti(p, 'motivazione', 'Manca il progetto educativo.');
		await guarda(p, 'rinvia');
		await poi(p, /fatto=rinvia/, () => p.keyboard.press('Control+Enter'));
		await guarda(p, 'rinviata');
	});

	await passo('a letter to the school', async () => {
		await p.locator('summary', { hasText: 'Scrivere' }).click();
		await p.getByRole('link', { name: 'Scrivi una lettera' }).click();
		await p.waitForURL(/\/lettera/);
		await batti(p, 'destinatario.denominazione', 'Scuola primaria Montessori');
		await batti(p, 'destinatario.indirizzo', 'Via delle Scuole 9, 00000 Roccalta');
		await p.selectOption('[name=mezzo]', 'posta-ordinaria');
		await batti(p, 'oggetto', 'Richiesta di un incontro su A.B.');
		await batti(p, 'testo', 'Si chiede un incontro con le insegnanti.');
		await guarda(p, 'lettera');
		await p.keyboard.press('Control+Enter');
		await p.waitForSelector('#rilievi, .alert-success');
		await guarda(p, 'lettera-mandata');
		if (await p.locator('#rilievi').count())
			await poi(p, /fatto=comunica|\/esito\//, () => conferma(p));
		assert.match(await p.textContent('main'), /Lettera fatta e registrata/);
	});

	await passo('figures, with charts', async () => {
		await menu(p, 'Indicatori');
		assert.ok(await p.locator('main svg').count() >= 1);
		assert.match(await p.textContent('main'), /Conti Marta/);
		await guarda(p, 'indicatori');
	});

	await passo('a colleague is delegated', async () => {
		await p.getByRole('link', { name: 'Lucia Ferri' }).click();
		await guarda(p, 'profilo');
		await p.getByRole('link', { name: 'Le tue deleghe' }).click();
		await guarda(p, 'deleghe');
		await p.getByRole('link', { name: 'Nuova delega' }).click();
		await scegli(p, 'delegato', 'Conti Marta');
		await p.fill('[name=dal]', giorno(864e5));
		await p.fill('[name=al]', giorno(5 * 864e5));
		await batti(p, 'motivo', 'ferie');
		await guarda(p, 'delega');
		await p.keyboard.press('Control+Enter');
		await p.waitForSelector('#rilievi, .alert-success');
		await guarda(p, 'delega-data');
		if (await p.locator('#rilievi').count())
			await conferma(p);
		await p.waitForURL(/fatto=delega/);
		assert.match(await p.textContent('main'), /Marta Conti/);
	});

	assert.deepEqual(male, []);
	assert.deepEqual(detto.filter((x) => !/ (422|401) /.test(x)), []);
	await c.close();
});

test('a proposal is read and approved without script', async () => {
	const c = await entra('coord', { javaScriptEnabled: false }), p = await c.newPage();
	await p.goto(BASE + '/');
	await p.getByRole('link', { name: /Leggi e decidi/ }).first().click();
	await p.getByRole('link', { name: 'Leggi la proposta' }).click();
	await p.getByRole('link', { name: 'Approva', exact: true }).click();
	await p.locator('[name=ufficio]').selectOption({ label: 'Area amministrativa minori' });
	assert.deepEqual(await larga(p, 360), []);
	await foto(p, 'coordinatore-senza-script-approva-360');
	await poi(p, /fatto=approva/, () => p.press('.fine-modulo button[value=invia]', 'Enter'));
	assert.match(await p.textContent('main'), /in istruttoria/);
	await c.close();
});
