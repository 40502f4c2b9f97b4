import type { ParameterValue } from './model.ts';

/** What a clause gives the parameters of its kind: seldom more than two, so that looking through them is the fastest. */
export class GivenParameters implements Iterable<readonly [name: string, value: ParameterValue]> {
  private readonly name: string | undefined;
  private readonly value: ParameterValue | undefined;
  private readonly before: GivenParameters | undefined;

  /** With a parameter behind those `before`; none at all without a name. */
  constructor(name?: string, value?: ParameterValue, before?: GivenParameters) {
    this.name = name;
    this.value = value;
    this.before = before;
  }

  get(name: string): ParameterValue | undefined {
    let one: GivenParameters | undefined = this;
    while (one !== undefined && one.name !== name) one = one.before;
    return one?.value;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  *[Symbol.iterator](): Iterator<readonly [name: string, value: ParameterValue]> {
    if (this.before) yield* this.before;
    if (this.name !== undefined && this.value !== undefined) yield [this.name, this.value];
  }
}
