import type { Choose } from './codec-agreement.ts'

/** Some schema in JSON, with named types that refer to each other and to themselves. */
export function someSchema(choose: Choose): unknown {
  const names: string[] = []
  const fresh = () => `T${names.length}${'x'.repeat(choose(2))}`
  const namespaces = ['a.b', 'a.c', '']

  function type(depth: number): unknown {
    if (names.length > 0 && choose(6) === 0) return names[choose(names.length)]
    if (depth === 0) return PRIMITIVES[choose(PRIMITIVES.length)]
    switch (choose(9)) {
      case 0:
        return { type: 'array', items: type(depth - 1) }
      case 1:
        return { type: 'map', values: type(depth - 1) }
      case 2:
        return union(depth)
      case 3:
        return ['null', PRIMITIVES[choose(7)]]
      case 4:
        return record(depth)
      case 5: {
        const name = declare()
        return { type: 'enum', ...name, symbols: ['A', 'b', 'constructor', '__proto__'] }
      }
      case 6: {
        const name = declare()
        const size = [0, 3, 12, 16][choose(4)]!
        const logicalType = [undefined, undefined, 'duration', 'uuid'][choose(4)]
        return { type: 'fixed', ...name, size, logicalType }
      }
      default:
        return LOGICAL[choose(LOGICAL.length)]
    }
  }

  function declare(): { name: string; namespace: string } {
    const namespace = namespaces[choose(3)]!
    const name = fresh()
    names.push(namespace === '' ? name : `${namespace}.${name}`)
    return { name, namespace }
  }

  function record(depth: number): unknown {
    const name = declare()
    const fields = Array.from({ length: choose(6) }, (_, index) => {
      const named = { name: FIELD_NAMES[choose(FIELD_NAMES.length)]! + index }
      const isNullable = choose(4) === 0
      if (isNullable) return { ...named, type: ['null', type(depth - 1)], default: null }
      return { ...named, type: choose(5) === 0 ? 'int' : type(depth - 1) }
    })
    if (choose(4) === 0) fields.push({ name: '__proto__', type: 'string', default: 'x' } as never)
    if (choose(4) === 0) fields.push({ name: 'toString', type: 'int', default: 7 } as never)
    return { type: 'record', ...name, fields }
  }

  function union(depth: number): unknown {
    const branches: unknown[] = choose(2) === 0 ? ['null'] : []
    const used = new Set<string>()
    for (let count = 1 + choose(4); count > 0; count--) {
      const branch = type(depth - 1)
      const key = branchKey(branch)
      if (key === undefined || used.has(key)) continue
      used.add(key)
      branches.push(branch)
    }
    return branches
  }

  return record(3)
}

/** What must differ between the branches of a union; undefined for what cannot be one. */
function branchKey(branch: unknown): string | undefined {
  if (Array.isArray(branch)) return undefined
  if (typeof branch === 'string') return branch === 'null' ? undefined : branch
  const { type, name, namespace } = branch as Record<string, string>
  if (name === undefined) return type
  return namespace ? `${namespace}.${name}` : name
}

const PRIMITIVES = ['boolean', 'int', 'long', 'float', 'double', 'bytes', 'string', 'null'] as const

const LOGICAL = [
  { type: 'bytes', logicalType: 'decimal', precision: 9, scale: 2 },
  { type: 'bytes', logicalType: 'big-decimal' },
  { type: 'string', logicalType: 'uuid' },
  { type: 'int', logicalType: 'date' },
  { type: 'int', logicalType: 'time-millis' },
  { type: 'long', logicalType: 'time-micros' },
  { type: 'long', logicalType: 'timestamp-millis' },
  { type: 'long', logicalType: 'timestamp-micros' },
  { type: 'long', logicalType: 'local-timestamp-millis' },
  { type: 'long', 'ts.long': 'number' },
  { type: 'long', 'ts.long': 'string' },
  { type: 'array', items: 'long', 'ts.long': 'number' },
  { type: 'string', logicalType: 'nonsense' },
]

const FIELD_NAMES = ['a', 'class', 'value', 'input', '_', 'v0', 'members']
