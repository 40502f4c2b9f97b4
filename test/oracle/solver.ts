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
  readonly satisfiable: (questions: readonly Question[]) => Promise<boolean[]>;
  /** Lets the process end. */
  readonly stop: () => Promise<void>;
}

const BATCH = 100;

/** Starts Z3: about a fifth of a second. */
export async function startSolver(): Promise<Solver> {
  const { Z3, em } = await init();
  const context = Z3.mk_context(Z3.mk_config());
  const ask = async (texts: readonly string[]): Promise<boolean[]> => {
    const reply = await Z3.eval_smtlib2_string(context, texts.join('\n'));
    const lines = reply.split('\n').filter((line) => line !== '');
    if (lines.length !== texts.length || lines.some((line) => line !== 'sat' && line !== 'unsat')) {
      throw new Error(`Z3 answered ${reply.slice(0, 400)}`);
    }
    return lines.map((line) => line === 'sat');
  };
  const satisfiable = async (questions: readonly Question[]): Promise<boolean[]> => {
    const answers = new Map<string, boolean>([
      [FALSE, false],
      [TRUE, true],
    ]);
    const texts = questions.map(textOf);
    const open = [...new Set(texts)].filter((text) => !answers.has(text));
    for (let start = 0; start < open.length; start += BATCH) {
      const batch = open.slice(start, start + BATCH);
      for (const [index, answer] of (await ask(batch)).entries()) answers.set(batch[index], answer);
    }
    return texts.map((text) => answers.get(text)!);
  };
  return { satisfiable, stop: () => killThreads(em) };
}

/** The question as a text of its own, or a constant: the constraints of a valid scenario can always be met. */
function textOf({ script, formula }: Question): string {
  if (formula === TRUE || formula === FALSE) return formula;
  return `(push 1)\n${script.lines.join('\n')}\n(assert ${formula})\n(check-sat)\n(pop 1)`;
}
