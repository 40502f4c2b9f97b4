/** Z3, asked many questions at once: the text interface in batches is several times faster than a solver a question. */
import { init, killThreads } from 'z3-solver';
import { FALSE, type Formula, type Script, TRUE } from './formula.ts';

/** Whether some world of the script makes the formula true. */
export interface Question {
  readonly script: Script;
  readonly formula: Formula;
}

export interface Solver {
  /** One answer for each question. Throws where Z3 gives up or rejects the text. */
  readonly satisfiable: (questions: readonly Question[]) => boolean[];
  /** Lets the process end. */
  readonly stop: () => Promise<void>;
}

/** What the oracle uses of the compiled Z3, called directly. */
interface CompiledZ3 {
  readonly HEAPU8: Uint8Array;
  readonly _malloc: (size: number) => number;
  readonly _Z3_eval_smtlib2_string: (context: unknown, text: number) => number;
  readonly UTF8ToString: (pointer: number) => string;
}

/** Most bytes asked at once; a question is far smaller. */
const BUFFER = 1 << 20;

/**
 * Starts Z3: about a fifth of a second. The wrapper's own `eval_smtlib2_string` hands a text on the stack to another
 * thread and returns, so that long texts are overwritten before they are read: here the text lies on the heap, and the
 * call is synchronous.
 */
export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const compiled: CompiledZ3 = em;
  const context: unknown = Z3.mk_context(Z3.mk_config());
  const buffer = compiled._malloc(BUFFER);

  const ask = (texts: readonly string[]): boolean[] => {
    const bytes = new TextEncoder().encode(`${texts.join('\n')}\0`);
    if (bytes.length > BUFFER) throw new Error(`a question of ${bytes.length} bytes`);
    compiled.HEAPU8.set(bytes, buffer);
    const reply = compiled.UTF8ToString(compiled._Z3_eval_smtlib2_string(context, buffer));
    const lines = reply.split('\n').filter((line) => line !== '');
    if (lines.length !== texts.length || lines.some((line) => line !== 'sat' && line !== 'unsat')) {
      throw new Error(`Z3 answered ${reply.slice(0, 400)}`);
    }
    return lines.map((line) => line === 'sat');
  };

  const satisfiable = (questions: readonly Question[]): boolean[] => {
    const answers = new Map<string, boolean>([
      [FALSE, false],
      [TRUE, true],
    ]);
    const texts = questions.map(textOf);
    const open = [...new Set(texts)].filter((text) => !answers.has(text));
    for (const batch of batches(open)) {
      for (const [index, answer] of ask(batch).entries()) answers.set(batch[index], answer);
    }
    return texts.map((text) => answers.get(text)!);
  };
  return { satisfiable, stop: () => killThreads(em) };
}

/** The texts in groups that fit the buffer; characters are bytes here. */
function* batches(texts: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const text of texts) {
    if (batch.length > 0 && size + text.length + 2 > BUFFER) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(text);
    size += text.length + 1;
  }
  if (batch.length > 0) yield batch;
}

/** The question as a text of its own, or a constant: the constraints of a valid scenario can always be met. */
function textOf({ script, formula }: Question): string {
  if (formula === TRUE || formula === FALSE) return formula;
  return `(push 1)\n${script.lines.join('\n')}\n(assert ${formula})\n(check-sat)\n(pop 1)`;
}
