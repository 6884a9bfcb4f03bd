// SPDX-License-Identifier: EUPL-1.2
// giornata.mjs: what the tests of a whole day share: a page that is looked at as
// people come to it, and counts of what they had to do.
import { accessibile, foto, larga } from './lib.mjs';

// axe, no sideways scrolling on a phone, two pictures; what is wrong is kept
// until the day is over, so that one sees it all.  $GUARDA=no: only the steps.
export function sguardo(giorno) {
	const male = [];
	let n = 0;
	return {
		male,
		async guarda(p, nome) {
			if (process.env.GUARDA === 'no')
				return;
			const quale = giorno + '-' + String(++n).padStart(2, '0') + '-' + nome;
			await foto(p, quale);
			const guai = [...await accessibile(p), ...await larga(p, 360)];
			await foto(p, quale + '-360');
			await p.setViewportSize({ width: 1366, height: 768 });
			male.push(...guai.map((g) => nome + ': ' + g));
		},
	};
}

// Keys pressed, clicks made, fields touched, pages seen, wherever the page
// leads: the browser itself says it.  Needs script.
export async function contatore(contesto) {
	let c;
	const azzera = () => { c = { tasti: 0, clic: 0, campi: new Set(), pagine: 0 }; };
	azzera();
	await contesto.exposeBinding('__conta', (_, che, quale) => {
		if (che === 'campo')
			c.campi.add(quale);
		else
			c[che]++;
	});
	await contesto.addInitScript(() => {
		if (window.top !== window)
			return;
		const di = (che, quale) => window.__conta(che, quale);
		di('pagine');
		addEventListener('keydown', (e) => { if (e.isTrusted && !/^(Control|Shift|Alt)/.test(e.key)) di('tasti'); }, true);
		addEventListener('pointerdown', (e) => { if (e.isTrusted) di('clic'); }, true);
		for (const e of ['input', 'change'])
			addEventListener(e, (x) => { if (x.isTrusted && x.target.name) di('campo', x.target.name); }, true);
	});
	return {
		azzera,
		// `parole`: how many of the keys were the words themselves
		detto: (compito, parole) => compito + ': ' + c.tasti + ' keys (' + parole + ' of them words), ' + c.clic +
			' clicks, ' + c.campi.size + ' fields, ' + c.pagine + ' pages loaded',
	};
}

// Types into the field of that name as fingers do; says how many keys.
export async function batti(p, nome, testo) {
	await p.locator('main [name="' + nome + '"]:not([type=hidden])').first().pressSequentially(testo);
	return testo.length;
}

// Chooses who or what bears those words.
export async function scegli(p, nome, parole) {
	const dove = p.locator('main select[name="' + nome + '"]');
	await dove.selectOption(await dove.locator('option', { hasText: parole }).first().getAttribute('value'));
}

// The page is loaded when what it was asked for stands in the address.
export async function poi(p, dove, fa) {
	try {
		await Promise.all([p.waitForURL(dove), fa()]);
	} catch (e) {
		e.message += '\n' + p.url() + '\n' + (await p.textContent('main')).slice(0, 600);
		throw e;
	}
}
export const menu = (p, voce) => p.getByRole('navigation', { name: 'Principale' }).getByRole('link', { name: voce, exact: true }).click();

// The steps of a day, one behind the other: the first that fails ends it.
export const passi = (t) => async (nome, fa) => {
	const da = Date.now();
	try {
		await fa();
	} catch (e) {
		e.message = nome + ': ' + e.message;
		throw e;
	}
	t.diagnostic(nome + ', ' + (Date.now() - da) + ' ms');
};

// A PDF that opens beside the page: its answer; the page is in front again.
export async function pdf(c, p, fa) {
	const [r, altra] = await Promise.all([
		c.waitForEvent('response', (x) => x.status() === 200 && /application\/pdf/.test(x.headers()['content-type'])),
		c.waitForEvent('page'), fa()]);
	await altra.close();
	await p.bringToFront();
	return r;
}
