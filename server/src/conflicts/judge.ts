import type { Undertaking } from '../model/undertakings.ts';
import type { Settlement } from './cells.ts';
import { withExample } from './colliding-world.ts';
import { type Court, showsBetter } from './court.ts';
import { decideDuty } from './duty.ts';
import type { Judgement, Role, Turn, World } from './judgement.ts';
import type { Lens } from './lens.ts';
import { once } from './once.ts';
import { outcomeOf } from './outcome.ts';
import { plainWorld } from './plain-world.ts';
import { buildScene, MOST_BITS, type WaiverOffer } from './scene.ts';
import { settlementsOf } from './settlements.ts';
import { capped, turnsOf } from './turns.ts';

const CLEAR: Judgement = { verdict: 'clear' };

const TOO_COMPLEX: Judgement = { verdict: 'too complex' };

/**
 * Judges two undertakings under one lens: a restraint and what it meets, or two restraints that leave nobody. Exact: *conflict*
 * and *clear* hold in every world, *depends* has a world of each kind, or it says that it is too complex. With `inEveryWorld`
 * they are known to collide in each: then only the world that shows it is looked for.
 */
export function judge(
  lens: Lens,
  role: Role,
  deal: Undertaking,
  restraint: Undertaking,
  offers: readonly WaiverOffer[],
  inEveryWorld = false,
): Judgement {
  const selfRules = role === 'must' || role === 'may' ? restraint.clause.self : 'yes';
  const bitesItself = restraint.effect === 'excludes' ? selfRules : 'yes';
  if (bitesItself === 'no') return CLEAR;
  const shown = inEveryWorld && offers.length === 0 ? plainWorld(lens, deal, restraint) : undefined;
  if (shown) return { verdict: 'conflict', world: shown };
  const scene = buildScene(deal, role === 'standoff' ? [restraint, deal] : [restraint], offers, role === 'standoff');
  if (scene.bitCount > MOST_BITS) return TOO_COMPLEX;
  const settlements = settlementsOf(lens, scene, bitesItself === 'undecided');
  if (!settlements) return TOO_COMPLEX;
  const court: Court = { lens, scene, role };
  let world: World | undefined;
  let everywhere = true;
  for (const settlement of settlements) {
    const outcome = outcomeOf(court, settlement, inEveryWorld);
    if (outcome === 'too complex') return TOO_COMPLEX;
    if (outcome.world && showsBetter(outcome.world, world)) world = outcome.world;
    if (outcome.clears) everywhere = false;
  }
  if (!world) return CLEAR;
  const found = world;
  const first = once(() => withExample(court, found));
  if (everywhere && capped(role, restraint) === undefined) return conflictIn(first);
  return dependsOn(court, settlements, first, restraint, everywhere);
}

/** Its world takes the solver longer: it is worked out when somebody asks. */
const conflictIn = (world: () => World): Judgement => ({
  verdict: 'conflict',
  get world() {
    return world();
  },
});

/** Which facts decide is worked out when somebody asks; so is the world that shows a duty that may come to be dead. */
function dependsOn(
  court: Court,
  settlements: readonly Settlement[],
  world: () => World,
  restraint: Undertaking,
  everywhere: boolean,
): Judgement {
  const decision = once(() => decide(court, settlements, world(), restraint, everywhere));
  return {
    verdict: 'depends',
    get world() {
      return court.role === 'must' ? decision().world : world();
    },
    get turns() {
      return decision().turns;
    },
  };
}

interface Decision {
  readonly world: World;
  readonly turns: readonly Turn[];
}

function decide(
  court: Court,
  settlements: readonly Settlement[],
  world: World,
  restraint: Undertaking,
  everywhere: boolean,
): Decision {
  const cap = capped(court.role, restraint);
  if (cap) return { world, turns: everywhere ? [cap] : [...turnsOf(court, settlements, world, restraint), cap] };
  if (court.role === 'must') return decideDuty(court, settlements, world, restraint);
  return { world, turns: turnsOf(court, settlements, world, restraint) };
}
