import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Data that is valid for a schema: edge values as often as others, the same for the same seed. */
final class RandomDatum {
  private static final int MAX_DEPTH = 5;
  private static final int MAX_ITEMS = 4;

  private static final List<Integer> INTS =
      List.of(0, -1, 1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Long> LONGS =
      List.of(
          0L,
          -1L,
          1L,
          64L,
          -65L,
          Integer.MAX_VALUE + 1L,
          Integer.MIN_VALUE - 1L,
          (1L << 53) - 1,
          1L << 53,
          (1L << 53) + 1,
          -(1L << 53) - 1,
          Long.MAX_VALUE,
          Long.MIN_VALUE);
  private static final List<Float> FLOATS =
      List.of(
          0f,
          -0f,
          1f,
          0.1f,
          16777216f,
          Float.NaN,
          Float.POSITIVE_INFINITY,
          Float.NEGATIVE_INFINITY,
          Float.MIN_VALUE,
          Float.MIN_NORMAL,
          Float.MAX_VALUE);
  private static final List<Double> DOUBLES =
      List.of(
          0d,
          -0d,
          1d,
          0.1d,
          1e21d,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.MAX_VALUE);
  private static final List<String> STRINGS =
      List.of(
          "",
          "a",
          "\"\\\n\t",
          "\u0000",
          "\u007f\u0080",
          "é",
          "e\u0301",
          "߿ࠀ",
          "漢字",
          "\uffff\ufeff",
          "\u2028",
          "😀👩‍👩‍👧",
          "\udbff\udfff",
          "__proto__",
          "constructor",
          "x".repeat(63),
          "x".repeat(64),
          "é".repeat(100));

  private final Random random;

  RandomDatum(Random random) {
    this.random = random;
  }

  /** The next datum; from MAX_DEPTH on arrays and maps are empty and unions take no record. */
  Object next(Schema schema, int depth) {
    switch (schema.getType()) {
      case NULL:
        return null;
      case BOOLEAN:
        return random.nextBoolean();
      case INT:
        return nextInt(schema.getLogicalType());
      case LONG:
        return nextLong(schema.getLogicalType());
      case FLOAT:
        return random.nextBoolean() ? oneOf(FLOATS) : (float) random.nextGaussian();
      case DOUBLE:
        return random.nextBoolean() ? oneOf(DOUBLES) : (Double) random.nextGaussian();
      case STRING:
        return schema.getLogicalType() instanceof LogicalTypes.Uuid
            ? new UUID(random.nextLong(), random.nextLong()).toString()
            : nextString();
      case BYTES:
        return ByteBuffer.wrap(nextBytes(schema, random.nextInt(12)));
      case FIXED:
        return new GenericData.Fixed(schema, nextBytes(schema, schema.getFixedSize()));
      case ENUM:
        return new GenericData.EnumSymbol(schema, oneOf(schema.getEnumSymbols()));
      case ARRAY:
        return nextArray(schema, depth);
      case MAP:
        return nextMap(schema, depth);
      case UNION:
        return next(nextBranch(schema.getTypes(), depth), depth);
      default:
        return nextRecord(schema, depth);
    }
  }

  private int nextInt(LogicalType type) {
    if (type instanceof LogicalTypes.TimeMillis) return random.nextInt(86_400_000);
    return random.nextBoolean() ? oneOf(INTS) : random.nextInt() >> random.nextInt(32);
  }

  private long nextLong(LogicalType type) {
    if (type instanceof LogicalTypes.TimeMicros) return random.nextInt(86_400) * 1_000_000L;
    return random.nextBoolean() ? oneOf(LONGS) : random.nextLong() >> random.nextInt(64);
  }

  private String nextString() {
    if (random.nextBoolean()) return oneOf(STRINGS);
    return random
        .ints(random.nextInt(12), 0, Character.MAX_CODE_POINT + 1)
        // Half a surrogate pair has no UTF-8.
        .map((point) -> point >= 0xd800 && point < 0xe000 ? 'a' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Bytes of this length, those of a decimal with no more digits than its precision allows. */
  private byte[] nextBytes(Schema schema, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal)) return bytes;
    int precision = ((LogicalTypes.Decimal) schema.getLogicalType()).getPrecision();
    BigInteger limit = BigInteger.TEN.pow(precision);
    byte[] digits = new BigInteger(length == 0 ? new byte[1] : bytes).remainder(limit).toByteArray();
    if (schema.getType() == Schema.Type.BYTES) return digits;
    Arrays.fill(bytes, (byte) (digits[0] < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
    return bytes;
  }

  private List<Object> nextArray(Schema schema, int depth) {
    int count = depth >= MAX_DEPTH ? 0 : random.nextInt(MAX_ITEMS);
    GenericData.Array<Object> array = new GenericData.Array<>(count, schema);
    for (int i = 0; i < count; i++) array.add(next(schema.getElementType(), depth + 1));
    return array;
  }

  private Map<String, Object> nextMap(Schema schema, int depth) {
    int count = depth >= MAX_DEPTH ? 0 : random.nextInt(MAX_ITEMS);
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) map.put(nextString(), next(schema.getValueType(), depth + 1));
    return map;
  }

  private Schema nextBranch(List<Schema> branches, int depth) {
    if (depth < MAX_DEPTH) return oneOf(branches);
    return branches.stream()
        .filter((branch) -> branch.getType() != Schema.Type.RECORD)
        .findFirst()
        .orElse(branches.get(0));
  }

  private GenericData.Record nextRecord(Schema schema, int depth) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), next(field.schema(), depth + 1));
    }
    return record;
  }

  private <T> T oneOf(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
