// SPDX-License-Identifier: EUPL-1.2
// giornata-protocollo.prova.mjs: a day at the office of the register, by links,
// keys and files dropped: the post of the morning, what goes out, what was
// wrong, what an office sends back, the day that ended.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chiudi } from './lib.mjs';
import { al_lavoro, lascia, messaggio, pdf_nuovo, scarica } from './turno.mjs';

after(chiudi);
const FILE = process.env.DEMO;

async function numero(p) {
	await p.waitForURL(/\/registro\/\d{4}\/\d{7}\?fatto=registra/);
	return /\d{7}\/\d{4}/.exec(await p.textContent('h1'))[0];
}

test('the post of the morning', async () => {
	const { c, p, guarda, menu, fine } = await al_lavoro('prot');
	await guarda('scrivania');
	await p.keyboard.press('g');
	await p.keyboard.press('r');
	await p.waitForURL(/\/registro$/);
	await guarda('registro');
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);

	// a message: only the class is wanting
	await lascia(p, 'posta.eml', messaggio('Assenze della classe III B'));
	assert.equal(await p.inputValue('[name=oggetto]'), 'Assenze della classe III B');
	await p.focus('[name=classifica]');
	await p.keyboard.type('VII/9');
	await guarda('messaggio');
	await p.keyboard.press('Control+Enter');
	const uno = await numero(p);
	await guarda('registrata');

	// the paper of yesterday came again: it is seen, and left
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);
	await lascia(p, FILE + '/segnalazione.pdf');
	await p.locator('.provato .alert, .imparato .avviso', { hasText: /già/ }).first().waitFor();
	await guarda('doppione');
	await p.getByRole('button', { name: /^Togli/ }).click();
	p.once('dialog', (d) => d.accept());
	await p.getByRole('link', { name: 'Lascia stare' }).click();
	await p.waitForURL(/\/registro$/);

	// a scan, that nobody should read who need not
	await p.keyboard.press('n');
	await p.waitForURL(/\/registro\/nuova$/);
	await lascia(p, 'certificato.pdf', await pdf_nuovo(c, 'Certificato'));
	await p.getByLabel('Ente, o cognome e nome').first().fill('Istituto comprensivo Gianni Rodari');
	await p.getByLabel('Oggetto').fill('Certificato di M.R.');
	await p.getByLabel(/^Classifica/).fill('VII/9');
	await p.getByLabel('Perché è riservata').fill('dati sulla salute');
	await p.keyboard.press('Control+Enter');
	const due = await numero(p);
	assert.match(await p.textContent('.stato-registrazione'), /Riservata/);

	// its label, its segnatura, the receipt for who stands there
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Etichetta' }))).subarray(0, 5).toString(), '%PDF-');
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Ricevuta' }))).subarray(0, 5).toString(), '%PDF-');
	assert.equal((await scarica(p, p.getByRole('link', { name: 'con la segnatura' }))).subarray(0, 5).toString(), '%PDF-');
	await p.getByRole('link', { name: 'Segnatura', exact: true }).click();
	await p.waitForURL(/\/segnatura$/);
	assert.match(await p.textContent('.segnatura-stampa'), new RegExp('Prot\\. ' + due));
	await guarda('segnatura');

	// both to the office, the second from its page, the first from the list
	await p.getByRole('link', { name: 'Torna alla registrazione' }).click();
	await p.locator('form[data-atto=smista]').getByLabel('Ufficio').selectOption({ label: 'Servizio sociale professionale' });
	await p.locator('form[data-atto=smista]').getByRole('button', { name: 'Smista' }).click();
	await p.waitForURL(/fatto=smista/);
	assert.match(await p.textContent('#dove + *'), /Servizio sociale professionale[^]*da prendere in carico/);
	await menu('Da smistare');
	await guarda('da-smistare');
	const riga = p.locator('.card-smista', { hasText: uno });
	await riga.getByLabel(/^Ufficio/).selectOption({ label: 'Servizio sociale professionale' });
	await riga.getByRole('button', { name: /^Smista/ }).click();
	await p.waitForURL(/\/da-smistare\?fatto=smista/);
	assert.equal(await p.locator('.card-smista', { hasText: uno }).count(), 0);
	await fine();
});

test('what goes out waits until it is sent', async () => {
	const { c, p, guarda, menu, fine } = await al_lavoro('prot');
	await p.getByRole('link', { name: 'Registra un documento' }).click();
	await p.waitForURL(/\/registro\/nuova$/);
	await p.getByLabel('in uscita').check();
	await lascia(p, 'convocazione.pdf', await pdf_nuovo(c, 'Convocazione'));
	await p.locator('[data-soggetto=destinatario]').getByLabel('Ente, o cognome e nome').fill('Associazione Prato');
	await p.getByLabel('Oggetto').fill('Convocazione del tavolo');
	await p.getByLabel(/^Classifica/).fill('VII/9');
	await guarda('uscita');
	await p.locator('.fine-modulo').getByRole('button', { name: 'Registra' }).click();
	const n = await numero(p);
	assert.match(await p.textContent('.stato-registrazione'), /uscita/);
	await guarda('uscita-registrata');

	// later, when it has gone: found among those that go out
	await menu('Registro');
	await p.getByLabel('Flusso').selectOption({ label: 'in uscita' });
	await p.waitForURL(/flusso=uscita/);
	await p.getByRole('link', { name: n }).click();
	await p.getByLabel('Mezzo').selectOption({ label: 'PEC' });
	await p.getByLabel('Numero della raccomandata').fill('opec1234');
	await p.getByRole('button', { name: 'Segna come spedita' }).click();
	await p.waitForURL(/fatto=spedisci/);
	assert.match(await p.textContent('#spedizioni + *'), /Associazione Prato[^]*pec/);
	await guarda('spedita');

	// until the receipt is back it stands on the desk
	await menu('Scrivania');
	await guarda('scrivania-in-viaggio');
	await p.locator('tr', { hasText: n }).getByRole('link', { name: /ricevuta/ }).click();
	await p.getByText('È arrivata una ricevuta').click();
	await p.getByLabel('Il file della ricevuta').setInputFiles({ name: 'ricevuta.pdf', mimeType: 'application/pdf', buffer: await pdf_nuovo(c, 'Ricevuta') });
	await p.getByRole('button', { name: 'Conserva la ricevuta' }).click();
	await p.waitForURL(/fatto=acquisisci-ricevuta/);
	await menu('Scrivania');
	assert.equal(await p.locator('tr', { hasText: n }).count(), 0);
	await fine();
});

test('what was wrong: asked for, put right by who may', async () => {
	const { p, guarda, menu, fine } = await al_lavoro('prot');
	// found by typing, narrowed by the filters
	await menu('Registro');
	const prima = await p.locator('#risultati tbody tr').count();
	await p.keyboard.press('/');
	await p.keyboard.type('educat');
	await p.waitForURL(/parole=educat/);
	await p.waitForFunction((n) => document.querySelectorAll('#risultati tbody tr').length < n, prima);
	await p.getByText('Altri filtri').click();
	await p.getByLabel('Mittente o destinatario').fill('sentiero');
	await p.waitForURL(/corrispondente=sentiero/);
	await p.locator('#risultati tbody tr').nth(1).waitFor({ state: 'detached' });
	await guarda('trovata');
	await p.locator('#risultati').getByRole('link', { name: /^\d{7}/ }).click();
	const fattura = /\d{7}\/\d{4}/.exec(await p.textContent('h1'))[0];
	await p.getByRole('link', { name: 'Correggi o annulla' }).click();
	await guarda('correggi');
	assert.equal(await p.getByRole('button', { name: 'Annulla la registrazione' }).count(), 0);
	await p.getByLabel('Che cosa', { exact: true }).selectOption({ label: 'annullare la registrazione' });
	await p.getByLabel('Che cosa è sbagliato').fill('Era dell’ufficio tecnico.');
	await p.getByRole('button', { name: 'Chiedi' }).click();
	await p.waitForURL(/fatto=chiedi-correzione/);
	await guarda('chiesto');

	// another, of which only a word is wrong
	await p.locator('#cerca').fill('preventivo');
	await p.keyboard.press('Enter');
	await p.waitForURL(/\/cerca\?/);
	await guarda('cerca');
	await p.getByRole('link', { name: /^\d{7}/ }).first().click();
	const preventivo = /\d{7}\/\d{4}/.exec(await p.textContent('h1'))[0];
	await p.getByRole('link', { name: 'Correggi o annulla' }).click();
	await p.getByLabel('Quale campo').selectOption({ label: 'oggetto' });
	await p.getByLabel('Che cosa è sbagliato').fill('Sono i centri invernali.');
	await p.getByRole('button', { name: 'Chiedi' }).click();
	await p.waitForURL(/fatto=chiedi-correzione/);
	await fine();

	const r = await al_lavoro('resp'), q = r.p;
	await r.guarda('scrivania');
	await q.locator('tr', { hasText: fattura }).getByRole('link', { name: /Annulla/ }).click();
	await q.waitForURL(/\/correggi/);
	const via = q.locator('form[data-atto=annulla]');
	await via.getByLabel('Perché').fill('Registrata per errore');
	await via.getByLabel('Risponde alla richiesta').selectOption({ index: 1 });
	await r.guarda('annulla');
	await via.getByRole('button', { name: 'Annulla la registrazione' }).click();
	await q.waitForURL(/fatto=annulla/);
	assert.match(await q.textContent('main'), /Registrazione annullata[^]*Registrata per errore/);
	await r.guarda('annullata');

	await r.menu('Scrivania');
	await q.locator('tr', { hasText: preventivo }).getByRole('link', { name: /Rettifica/ }).click();
	const dove = q.locator('form[data-atto=rettifica]');
	await dove.getByLabel('Oggetto corretto').fill('Preventivo per i centri invernali');
	await dove.getByLabel('Perché').fill('Oggetto sbagliato');
	await dove.getByLabel('Provvedimento').fill('nota interna 2');
	await dove.getByLabel('Risponde alla richiesta').selectOption({ index: 1 });
	await dove.getByRole('button', { name: 'Rettifica' }).click();
	await q.waitForURL(/fatto=rettifica/);
	assert.match(await q.textContent('#storia + *'), /estivi[^]*invernali[^]*nota interna 2/);
	await r.guarda('rettificata');
	await r.menu('Scrivania');
	for (const n of [fattura, preventivo])
		assert.equal(await q.locator('tr', { hasText: n }).getByRole('link', { name: /Annulla|Rettifica/ }).count(), 0, n);
	await r.fine();
});

test('an office refuses, and it goes elsewhere', async () => {
	const o = await al_lavoro('coord');
	const riga = o.p.locator('tr', { hasText: 'Richiesta di incontro' });
	const n = (await riga.getByRole('link', { name: /^\d{7}/ }).textContent()).trim();
	await riga.getByRole('link', { name: n }).click();
	await o.p.getByText('Rifiuta: non tocca al mio ufficio').click();
	await o.p.locator('form[data-atto=rifiuta]').getByLabel('Perché').fill('È dell’area amministrativa');
	await o.guarda('rifiuta');
	await o.p.locator('form[data-atto=rifiuta]').getByRole('button', { name: 'Rifiuta' }).click();
	await o.p.waitForURL(/fatto=rifiuta/);
	await o.fine();

	const { p, guarda, fine } = await al_lavoro('prot');
	await guarda('scrivania-rifiutata');
	await p.locator('tr', { hasText: n }).getByRole('link', { name: /^Smista/ }).click();
	await guarda('da-smistare-rifiutata');
	const card = p.locator('.card-smista', { hasText: n });
	await card.getByLabel(/^Ufficio/).selectOption({ label: 'Area amministrativa minori' });
	await card.getByRole('button', { name: /^Smista/ }).click();
	await p.waitForURL(/fatto=smista/);
	assert.equal(await p.locator('.card-smista', { hasText: n }).count(), 0);
	await fine();
});

test('the day that ended is closed; the emergency is prepared', async (t) => {
	const { p, guarda, menu, fine } = await al_lavoro('resp');
	const riga = p.locator('tr', { hasText: '2 registrazioni' });
	if (/^0?1\/0?1$/.test(new Intl.DateTimeFormat('it-IT', { day: 'numeric', month: 'numeric' }).format()))
		return t.skip('nothing was yesterday');
	await riga.getByRole('link', { name: /chiudi/ }).click();
	await p.waitForURL(/\/registro\/giorno\?giorno=/);
	assert.match(await p.textContent('h1'), /^Registro del \d+ \w+ \d{4}$/);
	await guarda('giorno');
	await p.getByRole('link', { name: 'Chiudi il più vecchio' }).click();
	await guarda('chiudi-giorno');
	await p.locator('.fine-modulo button[value=invia]').click();
	await p.waitForURL(/fatto=chiudi-giorno/);
	await guarda('giorno-chiuso');
	assert.match(await p.textContent('main'), /chiuso e firmato[^]*sigillo dell’ufficio/);
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Il PDF firmato' }))).subarray(0, 5).toString(), '%PDF-');

	const sotto = p.getByRole('navigation', { name: 'Registro' });
	await sotto.getByRole('link', { name: 'Stampa' }).click();
	await guarda('stampa');
	assert.equal((await scarica(p, p.getByRole('button', { name: 'Fai il PDF' }))).subarray(0, 5).toString(), '%PDF-');
	await sotto.getByRole('link', { name: 'Emergenza' }).click();
	await guarda('emergenza');
	await p.getByRole('button', { name: 'Prepara il kit' }).click();
	await p.waitForURL(/fatto=prepara-emergenza/);
	await guarda('kit');
	await menu('Scrivania');
	assert.equal(await riga.count(), 0);
	await fine();
});

test('the same without script: a file, an office, a search, the paper', async () => {
	const { c, p, menu, guarda, fine } = await al_lavoro('prot', { javaScriptEnabled: false });
	await p.getByRole('link', { name: 'Registra un documento' }).click();
	await p.waitForURL(/\/registro\/nuova$/);
	await p.getByLabel('File', { exact: true }).setInputFiles({ name: 'verbale.pdf', mimeType: 'application/pdf', buffer: await pdf_nuovo(c, 'Verbale') });
	await p.getByLabel('Ente, o cognome e nome').first().fill('Consultorio di Roccalta');
	await p.getByLabel('Oggetto').fill('Verbale senza programmi');
	await p.getByLabel(/^Classifica/).fill('VII/9');
	await guarda('senza-registra');
	await p.locator('.fine-modulo').getByRole('button', { name: 'Registra' }).click();
	const n = await numero(p);
	assert.match(await p.textContent('main'), /verbale\.pdf/);
	const form = p.locator('form[data-atto=smista]');
	await form.getByLabel('Ufficio').selectOption({ label: 'Servizio sociale professionale' });
	await form.getByRole('button', { name: 'Smista' }).click();
	await p.waitForURL(/fatto=smista/);
	await menu('Registro');
	await p.getByLabel('Parole dell’oggetto').fill('verbale programmi');
	await p.getByRole('button', { name: 'Cerca' }).last().click();
	await p.waitForURL(/parole=verbale/);
	await guarda('senza-cerca');
	await p.getByRole('link', { name: n }).click();
	assert.equal((await scarica(p, p.getByRole('link', { name: 'Etichetta' }))).subarray(0, 5).toString(), '%PDF-');
	await p.emulateMedia({ media: 'print' });
	assert.equal(await p.locator('.menu:visible, .btn:visible, form:visible').count(), 0);
	await fine();
});
