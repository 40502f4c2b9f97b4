import { contractPassages, worstOf } from '../../editor/contract/passages.ts';
import type { PassagesResult } from '../protocol.ts';
import type { ContractPlace } from './contract-place.ts';

/** The annotated passages of a contract, a range for each of their pieces. */
export const passagesOf = (place: ContractPlace): PassagesResult['passages'] =>
  contractPassages(place.analysis, place.source).flatMap((passage) =>
    passage.pieces.flatMap((piece) => {
      const range = place.range(piece);
      const verdict = worstOf(passage);
      if (range === undefined) return [];
      const { effect, clause } = passage;
      return [{ range, effect, clause: clause.name, ...(verdict === undefined ? {} : { verdict }) }];
    }),
  );
