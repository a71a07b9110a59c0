import { z } from 'zod'

/** How a setting's text or YAML scalar becomes its value, and what may be given. */
export interface ValueKind<T> {
  /** Turns a string, number or boolean into the value. An issue of code `custom` tells a reason. */
  readonly type: z.ZodType<T>
  /** What may be given, to follow "must be". */
  readonly allowed: string
  /** Stands for the value in usage texts. */
  readonly placeholder: 'number' | 'boolean' | 'text' | 'file'
}

const line = z.union([z.string(), z.number().transform(String)]).pipe(
  z
    .string()
    .trim()
    .regex(/^\P{Cc}*$/u),
)

const digits = z.union([
  z.int(),
  z
    .string()
    .trim()
    .regex(/^\d{1,16}$/)
    .transform(Number),
])

/** A whole number from `min` to `max`, both included. */
export function wholeNumber({ min, max }: { min: number; max: number }): ValueKind<number> {
  return {
    type: digits.pipe(z.int().min(min).max(max)),
    allowed: `a whole number from ${min} to ${max}`,
    placeholder: 'number',
  }
}

/** One of a few whole numbers. */
export function oneOfNumbers<const T extends number>(...values: T[]): ValueKind<T> {
  return {
    type: digits.pipe(z.literal(values)),
    allowed: `one of ${values.join(', ')}`,
    placeholder: 'number',
  }
}

/** `true` or `false` in any letter case. */
export const trueOrFalse: ValueKind<boolean> = {
  type: z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]),
  allowed: 'true or false',
  placeholder: 'boolean',
}

/** One of `values` or of their `synonyms`, both in any letter case. */
export function oneOf<const T extends string>(
  values: readonly T[],
  synonyms: Iterable<readonly [string, NoInfer<T>]> = [],
): ValueKind<T> {
  const known = new Map<string, string>(synonyms)
  for (const value of values) known.set(value.toLowerCase(), value)
  return {
    type: line.transform((text) => known.get(text.toLowerCase()) ?? text).pipe(z.enum(values)),
    allowed: `one of ${values.join(', ')}`,
    placeholder: 'text',
  }
}

/** A text of `min` to 255 characters, none of them a control character. */
export function text({ min }: { min: number }): ValueKind<string> {
  return {
    type: line.pipe(z.string().min(min).max(255)),
    allowed: `a text of ${min} to 255 characters`,
    placeholder: 'text',
  }
}

/** An address or a name to listen on. Brackets around an IPv6 address are taken off. */
export const hostName: ValueKind<string> = {
  type: line
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .pipe(
      z.union([
        z.ipv6(),
        z
          .string()
          .max(255)
          .regex(/^[\w-]+(\.[\w-]+)*\.?$/),
      ]),
    ),
  allowed: 'an IP address or a host name',
  placeholder: 'text',
}

/** The path of an SQLite file. What points at another database is refused with its reason. */
export const databaseFile: ValueKind<string> = {
  type: line.pipe(
    z
      .string()
      .min(1)
      .max(4096)
      .refine((path) => !/^(jdbc:)?postgres(ql)?:/i.test(path), {
        abort: true,
        error: 'must be the path of an SQLite file (PostgreSQL is not supported)',
      })
      .refine((path) => !/^(\w[\w+.-]+:\/\/|file:|jdbc:|sqlite:|:memory:)/i.test(path), {
        error: 'must be the plain path of an SQLite file on disk',
      }),
  ),
  allowed: 'the path of an SQLite file',
  placeholder: 'file',
}
