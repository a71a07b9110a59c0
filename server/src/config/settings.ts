import { compatibilityLevels } from '@magicbyte/avro'
import type { z } from 'zod'
import {
  databaseFile,
  hostName,
  oneOf,
  oneOfNumbers,
  text,
  trueOrFalse,
  type ValueKind,
  wholeNumber,
} from './value-kind.ts'

/** One thing an operator can set. Flags, environment, files and documents derive from it. */
export interface Setting<T> extends ValueKind<T> {
  readonly default: T
  /** One sentence for usage texts and documents, without its full stop. */
  readonly description: string
  /** May hold a password: may be read from a file, and is printed without it. */
  readonly secret?: true
  /** Properties of a Confluent configuration that set it, the strongest first. */
  readonly confluent: readonly string[]
}

/** The largest Java `int`, Confluent's word for "no limit". */
const INT_MAX = 2_147_483_647

const MIB = 1024 * 1024

const milliseconds = wholeNumber({ min: 0, max: INT_MAX })
const cacheBytes = wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER })
const limit = wholeNumber({ min: 1, max: INT_MAX })

/** Every setting of the server under its name, in the order in which they are shown. */
export const settings = {
  host: define(hostName, {
    default: '127.0.0.1',
    description: 'address to listen on; 0.0.0.0 and :: stand for all',
    confluent: ['listeners'],
  }),
  port: define(wholeNumber({ min: 0, max: 65_535 }), {
    default: 8081,
    description: 'TCP port to listen on; 0 takes any free one',
    confluent: ['listeners', 'port'],
  }),
  database: define(databaseFile, {
    default: './data/magicbyte.db',
    description:
      'SQLite file that holds everything; made when missing; on a local disk, not on NFS',
    secret: true,
    confluent: [],
  }),
  compatibilityLevel: define(oneOf(compatibilityLevels), {
    default: 'BACKWARD',
    description: 'compatibility level where neither a subject, a context nor /config sets one',
    confluent: ['schema.compatibility.level', 'avro.compatibility.level', 'avro.compatibily.level'],
  }),
  modeMutability: define(trueOrFalse, {
    default: true,
    description: 'whether modes may be changed through the API',
    confluent: ['mode.mutability'],
  }),
  validateFields: define(trueOrFalse, {
    default: false,
    description:
      'whether the reserved fields that metadata names are checked, unless a config says so',
    confluent: ['schema.validate.fields'],
  }),
  validateNewSchemas: define(trueOrFalse, {
    default: true,
    description: 'whether new schemas are checked strictly (names, defaults)',
    confluent: ['schema.validate.new.schemas'],
  }),
  rejectEmptySubject: define(trueOrFalse, {
    default: false,
    description: 'whether a subject with an empty name is refused',
    confluent: ['schema.reject.empty.subject'],
  }),
  strictReferenceVersions: define(trueOrFalse, {
    default: false,
    description: 'whether references may not bring two versions under one name',
    confluent: ['schema.providers.reference.versions.strict'],
  }),
  incompatibleErrorCode: define(oneOfNumbers(40901, 409), {
    default: 40901,
    description: 'error_code of the answer that refuses an incompatible schema',
    confluent: [],
  }),
  legacyJavaShape: define(trueOrFalse, {
    default: true,
    description: 'whether Java clients before 8.0 get answers without the members they cannot read',
    confluent: [],
  }),
  schemaSearchDefaultLimit: define(limit, {
    default: 1000,
    description: 'schemas listed when the request names no limit',
    confluent: ['schema.search.default.limit'],
  }),
  schemaSearchMaxLimit: define(limit, {
    default: 1000,
    description: 'largest limit a request for schemas may name',
    confluent: ['schema.search.max.limit'],
  }),
  subjectSearchDefaultLimit: define(limit, {
    default: INT_MAX,
    description: 'subjects listed when the request names no limit',
    confluent: ['subject.search.default.limit'],
  }),
  subjectSearchMaxLimit: define(limit, {
    default: INT_MAX,
    description: 'largest limit a request for subjects may name',
    confluent: ['subject.search.max.limit'],
  }),
  subjectVersionSearchDefaultLimit: define(limit, {
    default: INT_MAX,
    description: 'versions listed when the request names no limit',
    confluent: ['subject.version.search.default.limit'],
  }),
  subjectVersionSearchMaxLimit: define(limit, {
    default: INT_MAX,
    description: 'largest limit a request for versions may name',
    confluent: ['subject.version.search.max.limit'],
  }),
  contextSearchDefaultLimit: define(limit, {
    default: INT_MAX,
    description: 'contexts listed when the request names no limit',
    confluent: ['context.search.default.limit'],
  }),
  contextSearchMaxLimit: define(limit, {
    default: INT_MAX,
    description: 'largest limit a request for contexts may name',
    confluent: ['context.search.max.limit'],
  }),
  maxBodyBytes: define(wholeNumber({ min: 1, max: 256 * MIB }), {
    default: 2 * MIB,
    description: 'bytes a request body may have',
    confluent: ['size.limit.filter.max.request.body.size'],
  }),
  requestTimeoutMs: define(milliseconds, {
    default: 60_000,
    description: 'milliseconds until a request is answered 504; 0 waits for ever',
    confluent: ['request.timeout.ms'],
  }),
  drainTimeoutMs: define(milliseconds, {
    default: 15_000,
    description: 'milliseconds that running requests get to finish when the server stops',
    confluent: ['shutdown.graceful.ms'],
  }),
  keepAliveTimeoutMs: define(milliseconds, {
    default: 75_000,
    description: 'milliseconds an idle connection stays open; keep it above that of load balancers',
    confluent: ['idle.timeout.ms'],
  }),
  schemaCacheBytes: define(cacheBytes, {
    default: 64 * MIB,
    description: 'bytes of memory for parsed schemas',
    confluent: [],
  }),
  responseCacheBytes: define(cacheBytes, {
    default: 64 * MIB,
    description: 'bytes of memory for answers that cannot change',
    confluent: [],
  }),
  compatibilityMaxPairs: define(limit, {
    default: 1_000_000,
    description: 'pairs of types one compatibility check may compare before it is given up',
    confluent: [],
  }),
  maxReferences: define(limit, {
    default: 1000,
    description: 'schemas one schema may refer to, directly or through others',
    confluent: [],
  }),
  clusterId: define(text({ min: 0 }), {
    default: '',
    description: 'kafka-cluster in the answer of /v1/metadata/id',
    confluent: ['cluster.id'],
  }),
  clusterName: define(text({ min: 1 }), {
    default: 'schema-registry',
    description: 'schema-registry-cluster in the answer of /v1/metadata/id',
    confluent: ['schema.registry.group.id'],
  }),
  logLevel: define(
    oneOf(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      [
        ['all', 'trace'],
        ['warning', 'warn'],
        ['off', 'silent'],
      ],
    ),
    {
      default: 'info',
      description: 'least severe events that are logged',
      confluent: ['log4j.root.loglevel'],
    },
  ),
  logFormat: define(oneOf(['auto', 'json', 'pretty']), {
    default: 'auto',
    description: 'one JSON object per line, or lines for people; auto is pretty on a terminal',
    confluent: [],
  }),
  accessLog: define(trueOrFalse, {
    default: true,
    description: 'whether every request is logged',
    confluent: [],
  }),
}

export type SettingName = keyof typeof settings

/** The values of all settings. */
export type ServerConfig = {
  readonly [Name in SettingName]: z.output<(typeof settings)[Name]['type']>
}

/** The names of all settings, in the order of the table. */
export const settingNames = Object.keys(settings) as SettingName[]

/** A setting's command line flag, such as `--log-level`. */
export function flagName(name: SettingName): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** A setting's environment variable, such as `MAGICBYTE_LOG_LEVEL`. */
export function environmentName(name: SettingName): string {
  return `MAGICBYTE_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** A value as it may be shown: what may hold a password is shown without it. */
export function formatValue(name: SettingName, value: unknown): string {
  const setting: Setting<unknown> = settings[name]
  const text = String(value)
  if (!setting.secret || !text.includes('://')) return text
  return text.replace(/:\/\/.*@/s, '://****@').replace(/\?.*/s, '?****')
}

function define<T>(
  kind: ValueKind<T>,
  rest: Omit<Setting<NoInfer<T>>, keyof ValueKind<T>>,
): Setting<T> {
  return { ...kind, ...rest }
}
