/** Text on a page: the left end of its base line, in points from the lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** In degrees, counter-clockwise. */
  readonly turned?: number;
}

/** Of Courier: what every letter is wide, as a share of the size. */
const WIDTH = 0.6;

/** A PDF of pages with text in Courier, drawn in the order given. Page size is US letter. */
export function pdf(pages: readonly (readonly PlacedText[])[]): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ];
  for (const page of pages) {
    const content = page.map(drawn).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return pdfOfObjects(objects);
}

function drawn({ text, x, y, size = 10, turned = 0 }: PlacedText): string {
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((value) => value.toFixed(4)).join(' ');
  const written = text.replace(/[\\()]/g, (character) => `\\${character}`);
  return `BT /F ${size} Tf ${matrix} Tm (${written}) Tj ET`;
}

/** A PDF of these objects, numbered from 1, the first of which is its catalogue. Latin-1. */
export function pdfOfObjects(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Lines one below the other, from the top. */
export const lines = (texts: readonly string[], x: number, top: number, step = 12): readonly PlacedText[] =>
  texts.map((text, index) => ({ text, x, y: top - index * step }));

/** Words in lines of at most so many letters. */
export function wrapped(text: string, letters: number): readonly string[] {
  const found: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > letters) {
      found.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...found, line];
}

export const widthOf = (text: string, size = 10): number => text.length * WIDTH * size;
