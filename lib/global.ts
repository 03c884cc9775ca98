/**
 * One value per process under a registered symbol. The Next bundle and `server/` each hold their own copy of every
 * module, so what they must share (pools, registries, the current trace) cannot live in a module variable.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`broadsheet.${name}`);
  const slots = globalThis as unknown as Record<symbol, Value | undefined>;
  slots[key] ??= make();
  return slots[key];
}
