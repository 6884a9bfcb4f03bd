// SPDX-License-Identifier: EUPL-1.2
// giornata-assistente.prova.mjs: a whole day of an assistente sociale, from the
// desk to the copertina that is printed: she follows links and types; nobody
// helps her with an address.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { ascolta, BASE, chiudi, entra, foto, larga } from './lib.mjs';
import { batti, contatore, menu, passi, pdf, poi, sguardo } from './giornata.mjs';

after(chiudi);

const giorno = (ms) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(Date.now() + ms);
const domani = giorno(864e5);

const accesso = async (p) => {	// the first that waits to be weighed
	const riga = p.getByRole('row').filter({ has: p.getByRole('link', { name: /^Valuta/ }) }).first();
	await riga.getByRole('rowheader').getByRole('link').click();
};

test('a day of an assistente sociale', async (t) => {
	const c = await entra('as1', { viewport: { width: 1366, height: 768 } });
	const conta = await contatore(c), p = await c.newPage(), detto = ascolta(p);
	const { male, guarda } = sguardo('assistente');
	const passo = passi(t);
	let cs, parole;

	await passo('the desk says what waits', async () => {
		await p.goto(BASE + '/');
		const desk = await p.textContent('main');
		for (const che of [/Termini scaduti/, /Appuntamenti di oggi/, /Documenti da firmare/, /Accessi da valutare/, /Le tue cartelle/])
			assert.match(desk, che);
		assert.doesNotMatch(desk, /\.xml|proposta-inviata/);
		await guarda(p, 'scrivania');
	});

	await passo('an accesso is weighed, the cartella opened', async () => {
		await accesso(p);
		await p.waitForURL(/\/accesso\/AC-/);
		await guarda(p, 'accesso');
		await p.getByRole('link', { name: 'Valuta', exact: true }).click();
		await p.selectOption('[name=presupposti]', 'si');
		await batti(p, 'bisogno', 'Il pediatra segnala lividi; la madre chiede aiuto.');
		await guarda(p, 'valuta');
		await poi(p, /\/accesso\/AC-.*fatto=valuta/, () => p.keyboard.press('Control+Enter'));
		conta.azzera();
		await p.getByRole('link', { name: /apri la cartella/ }).click();
		await guarda(p, 'apri');
		conta.azzera();
		parole = 0;
		for (const [nome, v] of [['cognome', 'Gialli'], ['nome', 'Tommaso'], ['nascita.data', ''], ['nascita.luogo', 'Roccalta']])
			if (v === '')
				await p.fill('[name="scheda.anagrafica.' + nome + '"]', '2017-05-06');
			else
				parole += await batti(p, 'scheda.anagrafica.' + nome, v);
		parole += await batti(p, 'scheda.residenza.comune', 'Roccalta');
		await p.selectOption('[name="scheda.iniziativa"]', 'altro-organo');
		await p.keyboard.press('Control+Enter');
		await p.locator('#rilievi').waitFor();
		await guarda(p, 'apri-avvisi');
		for (const x of await p.locator('[name=_conferma]:not([type=hidden])').all())
			await x.check();
		await poi(p, /\/cartella\/CS-|\/esito\//, () => p.keyboard.press('Control+Enter'));
		t.diagnostic(conta.detto('open a case', parole));
		if (/\/esito\//.test(p.url())) {
			await guarda(p, 'esito-apri');
			await p.locator('main').getByRole('link', { name: /CS-/ }).first().click();
		}
		await p.waitForURL(/\/cartella\/CS-/);
		cs = /CS-\d+-\d+/.exec(p.url())[0];
		assert.match(await p.textContent('.caso-persona'), /Gialli Tommaso/);
		await guarda(p, 'copertina');
	});

	await passo('lines of the diary while the phone is at the ear', async () => {
		conta.azzera();
		await p.keyboard.press('n');
		const riga = 'Telefona la pediatra: il bambino è in reparto, la madre è con lui.';
		await p.keyboard.type(riga);
		await poi(p, /fatto=annota/, () => p.keyboard.press('Control+Enter'));
		t.diagnostic(conta.detto('a line in the diary', riga.length));
		await p.getByLabel('Che cosa è', { exact: true }).selectOption({ label: 'Telefonata' });
		await batti(p, 'testo', 'Richiama: dimesso domani alle 10.');
		await poi(p, /fatto=annota/, () => p.getByRole('button', { name: 'Scrivi', exact: true }).click());
		assert.match(await p.locator('.voce-diario').first().textContent(), /dimesso domani/);
		await guarda(p, 'diario-riga');
		await p.getByRole('link', { name: 'Diario', exact: true }).click();
		await p.waitForURL(/\/diario$/);
		assert.equal(await p.locator('.voce-diario').count(), 2);
		await guarda(p, 'diario');
	});

	await passo('an appointment', async () => {
		await p.getByRole('link', { name: 'Appuntamenti' }).click();
		await p.fill('#n-giorno', domani);
		await p.fill('#n-alle', '10:00');
		await p.selectOption('#n-tipo', 'visita');
		await batti(p, 'luogo', 'in reparto');
		await guarda(p, 'appuntamenti');
		await poi(p, /fatto=fissa/, () => p.getByRole('button', { name: 'Fissa' }).click());
		await menu(p, 'Agenda');
		await p.waitForURL(/\/agenda/);
		assert.match(await p.textContent('main'), /T\. G\./);
		await guarda(p, 'agenda');
		await p.locator('.appuntamento', { hasText: 'T. G.' }).getByRole('link', { name: cs }).click();
		await p.waitForURL(new RegExp(cs));
	});

	await passo('a relazione: the session ends in the middle, the text is back', async () => {
		await p.getByRole('navigation', { name: 'Pagine della cartella' }).getByRole('link', { name: 'Copertina' }).click();
		await p.getByRole('link', { name: 'Scrivi la relazione' }).click();
		await p.selectOption('[name=tipo]', 'con-esito');
		await batti(p, 'oggetto', 'Relazione su T.G.');
		await batti(p, 'fatti-accertati', 'Lividi visti dal pediatra.');
		await p.locator('.stato-bozza', { hasText: 'Bozza tenuta' }).waitFor();
		await c.clearCookies();
		await batti(p, 'dichiarazioni', 'La madre dice che è caduto.');
		await p.locator('.stato-bozza', { hasText: /sessione/ }).waitFor();
		await guarda(p, 'sessione-finita');
		const d = await entra('as1');
		await c.addCookies(await d.cookies());
		p.once('dialog', (x) => x.accept());	// what was only in the page is left
		await menu(p, 'Scrivania');
		await p.getByRole('region', { name: /Le tue bozze/ }).waitFor();
		await guarda(p, 'scrivania-bozze');
		await p.getByRole('row', { name: new RegExp(cs) }).getByRole('link', { name: /Continua/ }).click();
		assert.equal(await p.inputValue('[name=fatti-accertati]'), 'Lividi visti dal pediatra.');
		await batti(p, 'dichiarazioni', 'La madre dice che è caduto.');
		await batti(p, 'valutazioni', 'La madre è attendibile.');
		await batti(p, 'proposta', 'Sostegno educativo.');
		await guarda(p, 'relazione');
	});

	await passo('its PDF is looked at, it is saved, put right, compared', async () => {
		const carta = await pdf(c, p, () => p.getByRole('button', { name: /Anteprima del PDF/ }).click());
		assert.match(carta.url(), /\/file\/bozza\?.*pdf=si/);
		await poi(p, /fatto=redigi/, () => p.getByRole('button', { name: 'Salva nella cartella' }).click());
		await guarda(p, 'relazione-salvata');
		await p.getByRole('link', { name: 'Riscrivi' }).first().click();
		await p.fill('[name=valutazioni]', 'La madre è attendibile; il padre non si è presentato.');
		await poi(p, /fatto=redigi/, () => p.keyboard.press('Control+Enter'));
		await p.getByRole('link', { name: 'Relazione 1', exact: true }).click();
		await guarda(p, 'relazione-versioni');
		await p.getByRole('link', { name: /che cosa è cambiato/ }).last().click();
		assert.match(await p.textContent('main'), /il padre non si è presentato/);
		await guarda(p, 'che-cosa-e-cambiato');
	});

	await passo('she signs it and proposes', async () => {
		await p.getByRole('link', { name: cs, exact: true }).click();
		await p.getByRole('link', { name: 'Leggi e firma la relazione' }).click();
		await guarda(p, 'da-firmare');
		await poi(p, /fatto=firma/, () => p.getByRole('button', { name: 'Firma questo documento' }).click());
		await guarda(p, 'firmata');
		conta.azzera();
		await p.getByRole('link', { name: 'Proponi al coordinatore' }).click();
		await guarda(p, 'proponi');
		parole = await batti(p, 'oggetto', 'sostegno educativo') + await batti(p, 'testo', 'Si propone un educatore per sei mesi.');
		await p.keyboard.press('Control+Enter');
		await p.locator('#rilievi').waitFor();
		await guarda(p, 'proponi-avviso');
		for (const x of await p.locator('[name=_conferma]:not([type=hidden])').all())
			await x.check();
		await poi(p, /fatto=proponi/, () => p.keyboard.press('Control+Enter'));
		t.diagnostic(conta.detto('a proposal', parole));
		assert.match(await p.textContent('main'), /proposta inviata/);
		await guarda(p, 'proposta');
	});

	await passo('what was done, on which day, who read it', async () => {
		for (const [nome, che] of [['Documenti', /Proposta/], ['Famiglia', /Gialli/], ['Équipe', /Marta Conti/],
			['Termini', /termin/i], ['Storia', /Marta Conti/], ['Chi ha letto', /Marta Conti/]]) {
			await p.getByRole('navigation', { name: 'Pagine della cartella' }).getByRole('link', { name: nome, exact: true }).click();
			assert.match(await p.textContent('main'), che);
			await guarda(p, nome);
		}
		await p.getByRole('navigation', { name: 'Pagine della cartella' }).getByRole('link', { name: 'Copertina' }).click();
		await p.getByRole('link', { name: /Com’era/ }).click();
		await p.fill('[name=al]', giorno(0));
		await p.getByRole('button', { name: 'Guarda' }).click();
		await p.waitForURL(/al=/);
		await guarda(p, 'com-era');
	});

	await passo('she looks for a person, and prints the copertina', async () => {
		await menu(p, 'Scrivania');
		await p.keyboard.press('/');
		await p.keyboard.type('gialli tom');
		await poi(p, /\/cerca/, () => p.keyboard.press('Enter'));
		await guarda(p, 'cerca');
		await p.locator('main').getByRole('link', { name: cs }).first().click();
		await p.waitForURL(new RegExp(cs + '$'));
		await p.emulateMedia({ media: 'print' });
		await foto(p, 'assistente-stampa-pagina');
		const carta = process.env.FOTO + '/assistente-copertina.pdf';
		writeFileSync(carta, await p.pdf({ format: 'A4' }));
		execFileSync('pdftoppm', ['-r', '60', '-png', carta, carta.replace(/\.pdf$/, '')]);
		const testo = execFileSync('pdftotext', ['-layout', carta, '-'], { encoding: 'utf8' });
		assert.match(testo, /Gialli Tommaso/);
		assert.match(testo, /dimesso domani/);
		assert.doesNotMatch(testo, /Scrivi nel diario|Che fare adesso|Cerca|Esci|Scrivania/);
		await p.emulateMedia({ media: 'screen' });
		assert.equal(await p.getByRole('link', { name: /lettera/ }).count(), 0);
	});

	assert.deepEqual(male, []);
	assert.deepEqual(detto.filter((x) => !/ (422|401) /.test(x)), []);
	await c.close();
});

test('the same without script', async (t) => {
	const c = await entra('as1', { javaScriptEnabled: false, viewport: { width: 1366, height: 768 } });
	const p = await c.newPage(), passo = passi(t), male = [];
	const manda = () => p.press('.fine-modulo button[value=invia]', 'Enter');
	const guarda = async (nome) => {
		male.push(...await larga(p, 360));
		await foto(p, 'assistente-senza-script-' + nome + '-360');
		await p.setViewportSize({ width: 1366, height: 768 });
	};
	const confermando = async () => {
		for (const x of await p.locator('[name=_conferma]:not([type=hidden])').all())
			await x.check();
		await manda();
	};

	await passo('the cartella is opened', async () => {
		await p.goto(BASE + '/');
		await accesso(p);
		await p.getByRole('link', { name: 'Valuta', exact: true }).click();
		await p.selectOption('[name=presupposti]', 'si');
		await p.fill('[name=bisogno]', 'Il maestro segnala assenze.');
		await guarda('valuta');
		await poi(p, /\/accesso\/AC-.*fatto=valuta/, manda);
		await p.getByRole('link', { name: /apri la cartella/ }).click();
		for (const [nome, v] of [['anagrafica.cognome', 'Viola'], ['anagrafica.nome', 'Irene'], ['anagrafica.nascita.data', '2014-02-03'],
			['anagrafica.nascita.luogo', 'Roccalta'], ['residenza.comune', 'Roccalta']])
			await p.fill('[name="scheda.' + nome + '"]', v);
		await p.selectOption('[name="scheda.iniziativa"]', 'altro-organo');
		await manda();
		await p.locator('#rilievi').waitFor();
		await poi(p, /\/cartella\/CS-/, confermando);
		assert.match(await p.textContent('.caso-persona'), /Viola Irene/);
		await guarda('copertina');
	});

	await passo('a line of the diary', async () => {
		await p.fill('main [name=testo]', 'Telefona il maestro.');
		await poi(p, /fatto=annota/, () => p.getByRole('button', { name: 'Scrivi', exact: true }).click());
		assert.match(await p.locator('.voce-diario').first().textContent(), /Telefona il maestro/);
	});

	await passo('a relazione is written, signed, proposed', async () => {
		await p.getByRole('link', { name: 'Scrivi la relazione' }).click();
		await p.selectOption('[name=tipo]', 'con-esito');
		for (const [nome, v] of [['oggetto', 'Relazione su I.V.'], ['fatti-accertati', 'Assenze.'], ['dichiarazioni', 'Nessuna.'],
			['valutazioni', 'Da seguire.'], ['proposta', 'Un educatore.']])
			await p.fill('main [name="' + nome + '"]', v);
		await guarda('relazione');
		await poi(p, /fatto=redigi/, manda);
		await p.getByRole('link', { name: /^Leggi e firma/ }).click();
		await poi(p, /fatto=firma/, () => p.getByRole('button', { name: 'Firma questo documento' }).click());
		await p.getByRole('link', { name: 'Proponi al coordinatore' }).click();
		await p.fill('[name=oggetto]', 'un educatore');
		await p.fill('main [name=testo]', 'Si propone un educatore.');
		await manda();
		await p.locator('#rilievi').waitFor();
		await guarda('proponi');
		await poi(p, /fatto=proponi/, confermando);
		assert.match(await p.textContent('main'), /proposta inviata/);
	});
	assert.deepEqual(male, []);
	await c.close();
});
