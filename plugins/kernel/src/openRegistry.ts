import type { BasePayload, Config } from 'payload'
import { registriesOfConfig } from './registries.ts'

/**
 * A set that plugins extend and that one plugin owns: the owner exports it from its `/registry`, others add to it with
 * `verbs.registry.add`. `name` is `<plugin>.<set>`; `what` names one member in errors.
 */
export type OpenRegistry<Value> = { name: string; what: string; keyOf: (value: Value) => string }

/** Names an open set. Its members live in the config, so two configs in one process do not share them. */
export function defineRegistry<Value>(registry: OpenRegistry<Value>): OpenRegistry<Value> {
  return registry
}

/** Adds one member. Throws when its key is taken, or when the owner has already looked at what there is. */
export function addToRegistry<Value>({
  config,
  registry,
  value,
  plugin,
}: {
  config: Pick<Config, 'custom'>
  registry: OpenRegistry<Value>
  value: Value
  plugin: string
}): void {
  const shelf = shelfOf({ config, registry })
  const key = registry.keyOf(value)
  const taken = shelf.members.get(key)
  if (taken) throw new Error(`The ${registry.what} ${key} is there already: from ${taken.plugin}, and again from ${plugin}.`)
  if (shelf.readBy !== null && shelf.readBy !== plugin)
    throw new Error(
      `The plugin ${plugin} adds the ${registry.what} ${key} after ${shelf.readBy} has set itself up with what there was: give ${plugin} the band "extension".`,
    )
  shelf.members.set(key, { value, plugin })
}

/** All members while the config is being made. From then on only the reading plugin itself may add to them. */
export function readRegistry<Value>({
  config,
  registry,
  plugin,
}: {
  config: Pick<Config, 'custom'>
  registry: OpenRegistry<Value>
  plugin: string
}): ReadonlyMap<string, Value> {
  const shelf = shelfOf({ config, registry })
  shelf.readBy ??= plugin
  return valuesOf(shelf)
}

/** All members by key, when the platform runs. */
export function registered<Value>({
  payload,
  registry,
}: {
  payload: BasePayload
  registry: OpenRegistry<Value>
}): ReadonlyMap<string, Value> {
  return valuesOf(shelfOf({ config: payload.config, registry }))
}

type Shelf<Value> = { members: Map<string, { value: Value; plugin: string }>; readBy: string | null }

function shelfOf<Value>({ config, registry }: { config: Pick<Config, 'custom'>; registry: OpenRegistry<Value> }): Shelf<Value> {
  const { open } = registriesOfConfig(config)
  const shelf = open.get(registry.name) ?? { members: new Map(), readBy: null }
  open.set(registry.name, shelf)
  // Members come in by `addToRegistry` only, which ties them to the registry of this name.
  return shelf as Shelf<Value>
}

function valuesOf<Value>(shelf: Shelf<Value>): ReadonlyMap<string, Value> {
  return new Map([...shelf.members].map(([key, { value }]) => [key, value]))
}
