import { describe, expect, it } from 'vitest';
import { htmlPlaces } from '../../server/src/evidence/html/html-places.ts';

const HTML =
  '<title>Rent</title><style>p { }</style>\n<p>The <b>rent</b>&nbsp;is due.</p><ol><li>R&amp;D pays.</ol><p>The rent is due.</p>';
const TEXT = 'The rent is due.\n1. R&D pays.\nThe rent is due.';
const places = htmlPlaces(HTML, TEXT);

const spanOf = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const inMarkup = (words: string, from = 0) => {
  const span = places.inMarkup(spanOf(TEXT, words, from));
  return span && HTML.slice(span.start, span.end);
};

describe('the words of a web page', () => {
  it('are found in its markup, whatever stands between and within them', () => {
    expect(inMarkup('The rent is due.')).toBe('The <b>rent</b>&nbsp;is due.');
    expect(inMarkup('R&D pays')).toBe('R&amp;D pays');
  });

  it('are told from others alike by their order', () => {
    expect(inMarkup('The rent is due.', 5)).toBe('The rent is due.');
    expect(places.inMarkup(spanOf(TEXT, 'The rent', 5))?.start).toBe(HTML.lastIndexOf('The rent'));
  });

  it('are found in its text', () => {
    expect(places.inText(spanOf(HTML, '<b>rent</b>&nbsp;is'))).toEqual(spanOf(TEXT, 'rent is'));
    expect(places.inText(spanOf(HTML, 'R&amp;D'))).toEqual(spanOf(TEXT, 'R&D'));
  });

  it('have no place where the other does not have them', () => {
    expect(inMarkup('1. R&D')).toBeUndefined();
    expect(places.inText(spanOf(HTML, '<style>p { }</style>'))).toBeUndefined();
    expect(places.inText({ start: 3, end: 3 })).toBeUndefined();
  });
});
