import { type DiscoveryService, type MetadataScanner, Reflector } from '@nestjs/core';
import { type TaskQueue } from './task-queues';

type ActivityFunction = (...args: never[]) => Promise<unknown>;

/** Name → function, bound to its provider. */
export type ActivitiesByQueue = Readonly<Record<TaskQueue, Readonly<Record<string, ActivityFunction>>>>;

/** Marks a provider's method as the activity of its name on a task queue. The class implements its contract's interface. */
export const Activity = Reflector.createDecorator<TaskQueue>();

/**
 * Every marked method of every provider.
 * @throws on two activities of one name, whatever their queues, and on a provider that is made anew for each request
 */
export function findActivities(
  discovery: Pick<DiscoveryService, 'getProviders'>,
  scanner: Pick<MetadataScanner, 'getAllMethodNames'>,
): ActivitiesByQueue {
  const found: Record<TaskQueue, Record<string, ActivityFunction>> = { acts: {}, bulk: {} };
  const reflector = new Reflector();
  const owners = new Map<string, string>();
  for (const wrapper of discovery.getProviders()) {
    const provider: unknown = wrapper.metatype?.prototype;
    if (typeof provider !== 'object' || provider === null || wrapper.inject) continue;
    for (const name of scanner.getAllMethodNames(provider)) {
      const method: unknown = Reflect.get(provider, name);
      if (!isFunction(method)) continue;
      const queue = reflector.get(Activity, method) as TaskQueue | undefined;
      if (queue === undefined) continue;
      const owner = String(wrapper.name);
      const other = owners.get(name);
      if (other !== undefined) throw new Error(`Activity ${name} is in ${other} and in ${owner}`);
      if (!wrapper.isDependencyTreeStatic()) throw new Error(`Activity ${name}: ${owner} must not be request-scoped`);
      owners.set(name, owner);
      found[queue][name] = method.bind(wrapper.instance);
    }
  }
  return found;
}

function isFunction(value: unknown): value is (this: unknown, ...args: never[]) => Promise<unknown> {
  return typeof value === 'function';
}
