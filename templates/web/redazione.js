// SPDX-License-Identifier: EUPL-1.2
// redazione.js: the editor with script: buttons above each text for what is also
// typed (lists, titles, bold, italic), a reading of it as it will look, the keys
// Ctrl+B and Ctrl+I.  Without it the marks are typed.
'use strict';

(function () {
	// ---- what a text says, as a person reads it ----

	// "*bold*", "_italic_", "\*" within one line, into nodes; never as HTML
	function words(to, line) {
		const mark = /\\([\\*_#|-])|\*(\S(?:[^*]*\S)?)\*(?![\p{L}\p{N}])|_(\S(?:[^_]*\S)?)_(?![\p{L}\p{N}])/gu;
		let from = 0, m;
		while ((m = mark.exec(line)) !== null) {
			to.append(line.slice(from, m.index));
			if (m[1] !== undefined) {
				to.append(m[1]);
			} else {
				const e = document.createElement(m[2] !== undefined ? 'strong' : 'em');
				words(e, m[2] !== undefined ? m[2] : m[3]);
				to.append(e);
			}
			from = mark.lastIndex;
		}
		to.append(line.slice(from));
		return to;
	}

	function make(name, line) {
		return words(document.createElement(name), line);
	}

	function row(line) {
		const tr = document.createElement('tr');
		for (const cell of line.replace(/^\||\|\s*$/g, '').split('|'))
			tr.append(make('td', cell.trim()));
		return tr;
	}

	// One line of a block: what it is, and its words.
	function kind(line) {
		let m;
		if ((m = /^# +(.*)/.exec(line)))
			return ['h4', m[1]];
		if ((m = /^- +(.*)/.exec(line)))
			return ['ul', m[1]];
		if ((m = /^\d+\. +(.*)/.exec(line)))
			return ['ol', m[1]];
		if (/^\|.*\|\s*$/.test(line))
			return ['table', line];
		return ['p', line];
	}

	function render(to, text) {
		to.replaceChildren();
		for (const block of text.split(/\n\s*\n/)) {
			let last = null;
			for (const line of block.split('\n')) {
				if (line.trim() === '')
					continue;
				const [what, said] = kind(line.trim());
				if (what === 'ul' || what === 'ol' || what === 'table') {
					if (last === null || last.localName !== what) {
						last = document.createElement(what);
						if (what === 'table')
							last.className = 'table';
						to.append(last);
					}
					last.append(what === 'table' ? row(said) : make('li', said));
				} else if (what === 'p' && last !== null && last.localName === 'p') {
					last.append(' ');
					words(last, said);
				} else if (what === 'p' && last !== null && last.lastChild && last.localName !== 'h4') {
					// a line that goes on with its item
					last.lastChild.append(' ');
					words(last.lastChild, said);
				} else {
					last = make(what, said);
					to.append(last);
				}
			}
		}
	}

	// ---- what the buttons do ----

	function changed(area) {
		area.dispatchEvent(new Event('input', { bubbles: true }));
	}

	// Marks around what is selected; again takes them away.
	function around(area, mark) {
		const a = area.selectionStart, b = area.selectionEnd;
		const s = area.value.slice(a, b);
		const had = s.length > 2 && s.startsWith(mark) && s.endsWith(mark);
		area.setRangeText(had ? s.slice(1, -1) : mark + s + mark, a, b, 'select');
		if (s === '')
			area.setSelectionRange(a + 1, a + 1);
		area.focus();
		changed(area);
	}

	// A sign at the beginning of each selected line; again takes it away.
	function before(area, sign) {
		const text = area.value;
		const a = text.lastIndexOf('\n', area.selectionStart - 1) + 1;
		let b = text.indexOf('\n', area.selectionEnd);
		if (b < 0)
			b = text.length;
		const lines = text.slice(a, b).split('\n');
		const marked = /^(- |# |\d+\. )/;
		const had = lines.every(l => l.startsWith(sign(0)) || (sign(1) !== sign(0) && /^\d+\. /.test(l)));
		const out = lines.map((l, i) => had ? l.replace(marked, '') : sign(i) + l.replace(marked, ''));
		area.setRangeText(out.join('\n'), a, b, 'end');
		area.focus();
		changed(area);
	}

	const buttons = [
		['Grassetto', 'B', area => around(area, '*')],
		['Corsivo', 'I', area => around(area, '_')],
		['Titoletto', null, area => before(area, () => '# ')],
		['Elenco', null, area => before(area, () => '- ')],
		['Elenco numerato', null, area => before(area, i => (i + 1) + '. ')],
	];

	function bar(area) {
		const div = document.createElement('div');
		div.className = 'strumenti';
		div.setAttribute('role', 'group');
		div.setAttribute('aria-label', 'Segni del testo');
		for (const [name, key, act] of buttons) {
			const b = document.createElement('button');
			b.type = 'button';
			b.className = 'btn btn-outline-primary btn-xs';
			b.textContent = name;
			if (key !== null)
				b.setAttribute('aria-keyshortcuts', 'Control+' + key);
			b.addEventListener('click', () => act(area));
			div.append(b, ' ');
		}
		const see = document.createElement('button');
		see.type = 'button';
		see.className = 'btn btn-outline-primary btn-xs';
		see.textContent = 'Rileggi';
		see.setAttribute('aria-expanded', 'false');
		div.append(see);
		area.before(div);

		const read = document.createElement('div');
		read.className = 'prosa riletta';
		read.hidden = true;
		read.tabIndex = -1;
		area.after(read);
		see.addEventListener('click', () => {
			read.hidden = !read.hidden;
			area.hidden = !read.hidden;
			see.setAttribute('aria-expanded', String(!read.hidden));
			see.textContent = read.hidden ? 'Rileggi' : 'Torna a scrivere';
			if (read.hidden) {
				area.focus();
			} else {
				render(read, area.value);
				read.focus();
			}
		});
	}

	// In a list, Enter begins the next item; on an empty one it ends the list.
	function enter(area, e) {
		const text = area.value, at = area.selectionStart;
		if (at !== area.selectionEnd)
			return;
		const a = text.lastIndexOf('\n', at - 1) + 1;
		const m = /^(- |(\d+)\. )(.*)$/.exec(text.slice(a, at));
		if (m === null)
			return;
		e.preventDefault();
		if (m[3].trim() === '')
			area.setRangeText('\n', a, at, 'end');
		else
			area.setRangeText('\n' + (m[2] ? (Number(m[2]) + 1) + '. ' : '- '), at, at, 'end');
		changed(area);
	}

	function keys(area) {
		area.addEventListener('keydown', e => {
			if (e.key === 'Enter' && !e.shiftKey && !e.ctrlKey && !e.altKey)
				enter(area, e);
			else if (e.ctrlKey && !e.altKey && e.key.toLowerCase() === 'b') {
				e.preventDefault();
				around(area, '*');
			} else if (e.ctrlKey && !e.altKey && e.key.toLowerCase() === 'i') {
				e.preventDefault();
				around(area, '_');
			}
		});
	}

	// A text is as high as it is long, within a screen.
	function grow(area) {
		const fit = () => {
			area.rows = Math.min(30, Math.max(6, area.value.split('\n').reduce((n, l) =>
				n + 1 + Math.floor(l.length / 90), 1)));
		};
		area.addEventListener('input', fit);
		fit();
	}

	for (const area of document.querySelectorAll('textarea[data-prosa]')) {
		bar(area);
		keys(area);
		grow(area);
	}

	// ---- the libro firma: all at once ----

	const boxes = document.querySelectorAll('.modulo-firma input[name="voce"]');
	if (boxes.length > 1) {
		const b = document.createElement('button');
		b.type = 'button';
		b.className = 'btn btn-outline-primary btn-sm';
		b.textContent = 'Spunta tutti';
		b.addEventListener('click', () => boxes.forEach(x => {
			x.checked = true;
		}));
		boxes[0].closest('form').prepend(b);
	}
})();
