import { parseSchema, parsingCanonicalForm } from '@magicbyte/avro'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadSchemas } from './schema-set.ts'
import type { SourceFile } from './source-file.ts'

/** A type by its number: which types its fields have, and how they hold them. */
interface Node {
  readonly namespace: string
  readonly uses: readonly { readonly to: number; readonly holder: 'array' | 'union' | 'map' }[]
  /** Whether the type is written where it is first used in its file, if that is another type's. */
  readonly isNested: boolean
}

const graphs = fc.integer({ min: 1, max: 7 }).chain((count) =>
  fc.array(
    fc.record({
      namespace: fc.constantFrom('a', 'b.c', 'b'),
      uses: fc.array(
        fc.record({
          to: fc.nat(count - 1),
          holder: fc.constantFrom('array', 'union', 'map'),
        }),
        { maxLength: 3 },
      ),
      isNested: fc.boolean(),
    }),
    { minLength: count, maxLength: count },
  ),
)

const nameOf = (nodes: readonly Node[], index: number) => `${nodes[index]?.namespace}.T${index}`

function hold(holder: string, type: unknown): unknown {
  if (holder === 'array') return { type: 'array', items: type }
  return holder === 'map' ? { type: 'map', values: type } : ['null', type]
}

/** The definition of a type; types inside are defined at their first use as far as allowed. */
function definition(
  nodes: readonly Node[],
  index: number,
  mayDefine: (index: number) => boolean,
  defined: Set<number>,
): object {
  defined.add(index)
  const { namespace, uses } = nodes[index]!
  const fields = uses.map(({ to, holder }, position) => {
    const isDefinedHere = !defined.has(to) && mayDefine(to)
    const type = isDefinedHere ? definition(nodes, to, mayDefine, defined) : nameOf(nodes, to)
    return { name: `f${position}`, type: hold(holder, type) }
  })
  return { type: 'record', name: `T${index}`, namespace, fields }
}

function toFile(index: number, schema: object): SourceFile {
  const path = `t${index}.avsc`
  return { path, location: path, text: JSON.stringify(schema, null, 1), hasBom: false }
}

test('it does not matter in which files types are defined', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (nodes) => {
      const placed = new Set<number>()
      const files: SourceFile[] = []
      for (const index of nodes.keys()) {
        if (placed.has(index)) continue
        const mayDefine = (to: number) => nodes[to]!.isNested && !placed.has(to)
        files.push(toFile(index, definition(nodes, index, mayDefine, placed)))
      }
      const set = await loadSchemas(files)
      expect(set.diagnostics).toEqual([])
      for (const file of set.files) {
        const index = Number(/\d+/.exec(file.source.path)?.[0])
        const whole = definition(nodes, index, () => true, new Set())
        const expected = parsingCanonicalForm(parseSchema(JSON.stringify(whole)).root)
        expect(parsingCanonicalForm(file.resolved()!.parsed.root)).toBe(expected)
      }
    }),
  )
})

test('every part of a resolved schema is found where it is written', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (nodes) => {
      const files = nodes.map((_, index) =>
        toFile(
          index,
          definition(nodes, index, () => false, new Set()),
        ),
      )
      const set = await loadSchemas(files)
      for (const file of set.files) {
        const { parsed, placeOf } = file.resolved()!
        for (const type of parsed.types.values()) {
          if (type.type !== 'record') continue
          const place = placeOf(type.at)
          const written = JSON.parse(
            place.file.text.slice(place.range.start.offset, place.range.end.offset),
          )
          expect(written.name).toBe(type.name)
          for (const field of type.fields) {
            const { range, file: from } = placeOf(field.at)
            const text = from.text.slice(range.start.offset, range.end.offset)
            expect(JSON.parse(text).name).toBe(field.name)
          }
        }
      }
    }),
  )
})
