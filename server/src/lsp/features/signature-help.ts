import type { MarkupContent, SignatureHelp, SignatureHelpParams } from 'vscode-languageserver';
import { signatureHelp } from '../../editor/signature-help.ts';
import { type FilePlace, offsetIn } from './place.ts';

export function signatureAt(place: FilePlace, { position }: SignatureHelpParams): SignatureHelp | null {
  const { analysis, path, client } = place;
  const found = signatureHelp(analysis, path, offsetIn(place, position));
  if (found === undefined) return null;
  const { label, documentation, parameters, active } = found;
  const said = (value: string): MarkupContent => ({
    kind: client.markdown.signature ? 'markdown' : 'plaintext',
    value,
  });
  const named = ([start, end]: readonly [number, number]): string | [number, number] =>
    client.labelOffsets ? [start, end] : label.slice(start, end);
  return {
    signatures: [
      {
        label,
        documentation: said(documentation),
        parameters: parameters.map((parameter) => ({
          label: named(parameter.label),
          documentation: said(parameter.documentation),
        })),
      },
    ],
    activeSignature: 0,
    // A number past the last parameter marks none.
    activeParameter: active ?? parameters.length,
  };
}
