import { composeFile, type WrittenClause } from './written-deal.ts';

/** A clause in the canonical layout, as it stands within a deal. Ends without a line end. */
export function formattedClause(clause: WrittenClause): string {
  const deal = composeFile([], [{ name: 'a', arguments: [['by', 'b']], terms: [], clauses: [clause] }]);
  const lines = deal.split('\n');
  return lines.slice(1, lines.lastIndexOf('}')).join('\n');
}
