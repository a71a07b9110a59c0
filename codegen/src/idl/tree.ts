import type { Json } from '@magicbyte/avro'
import type { Span } from './problem.ts'

/** What an IDL text says, in the order of the text; every node has its place in it. */
export type IdlTree = ProtocolTree | SchemaTree

/** A text that declares a protocol. */
export interface ProtocolTree extends Declaration {
  readonly kind: 'protocol'
  readonly members: readonly Member[]
}

/** A text that declares types alone. */
export interface SchemaTree {
  readonly kind: 'schema'
  readonly namespace?: Identifier
  /** The type of the `schema` statement. */
  readonly main?: TypeNode
  readonly members: readonly Exclude<Member, MessageNode>[]
}

/** What stands between the braces of a protocol. */
export type Member = ImportNode | NamedTypeNode | MessageNode

/** A type with a name. */
export type NamedTypeNode = RecordNode | EnumNode | FixedNode

/** A name as it counts: without back quotes. */
export interface Identifier extends Span {
  readonly text: string
  /** Whether back quotes keep it from being a keyword. */
  readonly isQuoted: boolean
}

/** A JSON value; `json.at` is its offset in the IDL text. */
export interface ValueNode extends Span {
  readonly json: Json
}

/** `@name(value)`. */
export interface Annotation extends Span {
  readonly name: Identifier
  readonly value: ValueNode
}

/** What declarations have in common. */
export interface Declaration extends Span {
  readonly name: Identifier
  /** Without the marks and the common indentation of the comment. */
  readonly doc?: string
  readonly annotations: readonly Annotation[]
}

/** `import idl "path";` */
export interface ImportNode extends Span {
  readonly kind: 'import'
  readonly what: 'idl' | 'protocol' | 'schema'
  readonly path: string
  /** The string of the path. */
  readonly pathSpan: Span
}

/** `record Name { … }` or `error Name { … }`. */
export interface RecordNode extends Declaration {
  readonly kind: 'record' | 'error'
  readonly fields: readonly FieldNode[]
}

/** `enum Name { A, B } = A;` */
export interface EnumNode extends Declaration {
  readonly kind: 'enum'
  readonly symbols: readonly Declaration[]
  readonly default?: Identifier
}

/** `fixed Name(16);` */
export interface FixedNode extends Declaration {
  readonly kind: 'fixed'
  readonly size: ValueNode
}

/** One variable of a record or of the parameters of a message. */
export interface FieldNode extends Declaration {
  /** Shared by all variables of one declaration. */
  readonly type: TypeNode
  readonly default?: ValueNode
}

/** `type name(parameters) throws Error;` */
export interface MessageNode extends Declaration {
  readonly kind: 'message'
  /** Undefined for `void`. */
  readonly result?: TypeNode
  readonly parameters: readonly FieldNode[]
  readonly isOneWay: boolean
  readonly errors: readonly Identifier[]
}

/** A type where it is used. */
export type TypeNode = PrimitiveNode | ReferenceNode | CollectionNode | UnionNode

interface TypeBase extends Span {
  readonly annotations: readonly Annotation[]
  /** Followed by `?`. */
  readonly isNullable: boolean
}

/** A word that stands for a type without a name. */
export interface PrimitiveNode extends TypeBase {
  readonly kind: 'primitive'
  readonly word: string
  /** Of `decimal` only. */
  readonly precision?: ValueNode
  /** Of `decimal` only. */
  readonly scale?: ValueNode
}

/** The name of a type. */
export interface ReferenceNode extends TypeBase {
  readonly kind: 'reference'
  readonly name: Identifier
}

/** `array<T>` or `map<T>`. */
export interface CollectionNode extends TypeBase {
  readonly kind: 'array' | 'map'
  readonly element: TypeNode
}

/** `union { A, B }`. */
export interface UnionNode extends TypeBase {
  readonly kind: 'union'
  readonly branches: readonly TypeNode[]
}
