import type { AvroType, SchemaReference } from '@magicbyte/avro'
import type { PrimitiveFormat, PrimitiveValues } from './primitive-format.ts'

/** What the keys or the values of a topic are. */
export type PartType = PrimitiveFormat | SchemaType | readonly SchemaType[]

/** A schema: of generated code, with the types of its values, or a text. */
export type SchemaType = AvroType | SchemaText

/** A schema without generated code; its values are unknown to TypeScript. */
export interface SchemaText {
  /** JSON. */
  readonly schema: string
  readonly references?: readonly (SchemaReference | NestedReference)[]
}

/** A schema referred to that may have to be registered first. */
export interface NestedReference extends SchemaText {
  /** The name by which it is referred to. */
  readonly name: string
  /** Where to register it, or to find it. */
  readonly subject: string
}

/** What is read. Of several types each is marked by its name in `$type`. */
export type ValueOf<Type> = Type extends PrimitiveFormat
  ? PrimitiveValues[Type]
  : Type extends readonly (infer Item)[]
    ? Item extends AvroType<infer Value, infer _Input, infer Name>
      ? { readonly $type: Name } & Value
      : unknown
    : Type extends AvroType<infer Value, infer _Input>
      ? Value
      : unknown

/** What may be given to be written. Of several types each has to be marked by its name. */
export type InputOf<Type> = Type extends PrimitiveFormat
  ? PrimitiveValues[Type]
  : Type extends readonly (infer Item)[]
    ? Item extends AvroType<infer _Value, infer Input, infer Name>
      ? { readonly $type: Name } & Input
      : unknown
    : Type extends AvroType<infer _Value, infer Input>
      ? Input
      : unknown
