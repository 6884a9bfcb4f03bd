// SPDX-License-Identifier: EUPL-1.2
// giornata-archivista.prova.mjs: a day of who keeps the archive, by links: what
// was closed, fascicoli, titolario, repertori, days and seals, how the store is;
// and of what is open nothing, not even that it is there.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chiudi } from './lib.mjs';
import { al_lavoro } from './turno.mjs';

after(chiudi);

test('what is closed is found, and nothing of it that is not hers', async () => {
	const { p, guarda, menu, fine } = await al_lavoro('arch');
	await guarda('scrivania');
	assert.match(await p.textContent('main'), /Cartelle chiuse quest'anno/);
	await menu('Archivio');
	await p.waitForURL(/\/archivio$/);
	await guarda('archivio');
	assert.equal(await p.locator('main tbody tr').count(), 1);	// the one that runs is not there
	assert.match(await p.textContent('main tbody'), /CS-\d{4}-0000001[^]*chius/);
	await p.getByLabel('L’anno è').selectOption({ label: 'quello della chiusura' });
	await p.getByRole('button', { name: 'Mostra' }).click();
	await p.waitForURL(/anno-di=chiusura/);
	await p.getByRole('link', { name: /^CS-/ }).click();
	await p.waitForURL(/\/cartella\/CS-\d{4}-0000001$/);
	await guarda('cartella');
	assert.doesNotMatch(await p.textContent('main'), /Rossini|Matteo|frigorifero|quaderni/);
	assert.equal(await p.getByRole('link', { name: 'Diario' }).count(), 0);
	await p.getByRole('link', { name: 'Storia', exact: true }).click();
	await guarda('storia');
	assert.match(await p.textContent('main'), /chiu/);
	await fine();
});

test('fascicoli, titolario, repertori, days, and how the store is', async () => {
	const { p, guarda, menu, fine } = await al_lavoro('arch');
	await menu('Archivio');
	await p.getByRole('link', { name: 'Fascicoli', exact: true }).click();
	await p.waitForURL(/\/archivio\/fascicoli$/);
	await guarda('fascicoli');
	assert.equal(await p.getByRole('link', { name: 'Apri un fascicolo' }).count(), 0);	// reads, does not write
	await p.getByRole('link', { name: 'Giorni e sigilli' }).click();
	await p.waitForURL(/\/archivio\/giorni$/);
	await guarda('giorni');
	assert.equal(await p.getByRole('link', { name: /Chiudi un giorno|Sigilla/ }).count(), 0);
	await p.getByRole('link', { name: 'Quanto c’è e come sta' }).click();
	await p.waitForURL(/\/amministrazione$/);
	await guarda('stato');
	assert.match(await p.textContent('main'), /sigill/);
	assert.equal(await p.getByRole('link', { name: /Confermare l’ora|Emergenza/ }).count(), 0);

	await menu('Registro');
	await guarda('registro');
	assert.doesNotMatch(await p.textContent('#risultati'), /M\.R\.|vicino/);	// the riservate are not hers
	const sotto = p.getByRole('navigation', { name: 'Registro' });
	for (const voce of ['Titolario', 'Repertori', 'Giorno']) {
		await sotto.getByRole('link', { name: voce, exact: true }).click();
		await p.waitForURL(new RegExp('/registro/' + voce.toLowerCase()));
		await guarda(voce.toLowerCase());
	}
	await fine();
});
